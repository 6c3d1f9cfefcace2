//! 0804: lists of people that say more of them than the public needs: names beside illness, poverty, addresses, minors.

use super::{
    Subject,
    person::{is_masked, is_name, tokens},
    subject::stem,
};
use crate::{
    day::Day,
    diagnostic::{
        Candidate, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{PRIVACY_25, PRIVACY_28, REGULATIONS_2008_14, REGULATIONS_2019_15},
    },
    office::{self, Reading},
    record::schema,
    source::{FileId, Place, Span},
    table::Table,
};

pub static SENSITIVE_LIST: Rule = Rule {
    code: "GK0804",
    name: "sensitive-list",
    label: "敏感名单",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_14, REGULATIONS_2019_15, PRIVACY_25, PRIVACY_28],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "敏感人员名单没有遮盖", en: "a list of people in a sensitive matter, unmasked" },
    why: words! {
        zh: "低保、残疾、患病、孤儿、困难学生等名单，连同姓名、住址挂在网上，会让当事人受歧视、被诈骗。法律要求公示的，只公示必要的几项，期满撤下。",
        en: "Names beside illness, poverty or addresses, and names of minors, do harm. Where a notice is demanded, only the needed columns are shown, and only for its term.",
    },
    mend: words! {
        zh: "姓名遮成“张*”；删去住址、电话、病情等栏；必须公示全名的，只留必要的栏，并写 names_until 或者 withdraw_on。",
        en: "Mask the names; drop addresses, phones and conditions; where full names are demanded keep only the needed columns and set `names_until` or `withdraw_on`.",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
title = "农村最低生活保障对象名单公示"
summary = "公示本季度最低生活保障对象。"
+++
| 姓名 | 家庭住址 | 致贫原因 |
| --- | --- | --- |
| 张三 | 第一村三组 | 因病 |
| 李四 | 第二村一组 | 因残 |
"#,
        good: "--> content/2018/通知.md
+++
| 姓名 | 村 |
| --- | --- |
| 张* | 第一村 |
| 李* | 第二村 |
",
    },
};

/// Heads of columns of names.
const NAMES: [&str; 14] = [
    "姓名",
    "户主",
    "户主姓名",
    "申请人",
    "学生姓名",
    "家长姓名",
    "残疾人姓名",
    "患者姓名",
    "儿童姓名",
    "受助人",
    "领取人",
    "被救助人",
    "保障对象",
    "救助对象",
];

/// Columns that may not be published beside a name.
const FORBIDDEN: [&str; 16] = [
    "身份证",
    "证件号",
    "家庭住址",
    "住址",
    "银行卡",
    "账号",
    "卡号",
    "一卡通",
    "病种",
    "疾病",
    "病情",
    "诊断",
    "残疾类",
    "致贫原因",
    "监护人",
    "出生",
];

/// Columns that are forbidden where the matter itself is sensitive.
const FORBIDDEN_IF_SENSITIVE: [&str; 6] = ["电话", "手机", "联系方式", "地址", "年龄", "学校"];

/// Sensitive matters, as titles and heads name them.
const MATTERS: [&str; 30] = [
    "低保",
    "最低生活保障",
    "特困",
    "残疾",
    "患者",
    "患病",
    "大病",
    "重病",
    "孕产",
    "孕前",
    "计划生育",
    "孤儿",
    "未成年",
    "儿童",
    "留守",
    "困境",
    "精神障碍",
    "戒毒",
    "社区矫正",
    "刑满",
    "优抚",
    "信访",
    "救助",
    "贫困户",
    "贫困人口",
    "建档立卡",
    "五保",
    "困难群众",
    "困难职工",
    "困难学生",
];

/// A list of people: its heads, where its names stand, and how many are not masked.
#[derive(Default)]
struct List<'a> {
    heads: Vec<&'a str>,
    open: usize,
    first: Option<Place>,
}

/// Looks at the tables and lists of names of an entry.
pub(super) fn entry(subject: &Subject<'_>, findings: &mut Findings) {
    let title = subject.record.get(schema::Entry::TITLE).unwrap_or_default();
    let headings: String = subject.body.headings().map(|heading| heading.text).collect();
    let sensitive = is_sensitive(title) || is_sensitive(&headings);
    let limited = subject.record.has(schema::Entry::WITHDRAW_ON) || subject.record.has(schema::Entry::NAMES_UNTIL);
    let day = subject.day;
    let (start, body) = subject.body_text();
    if subject.body.columns().any(is_name_head) {
        for list in tables(subject.file, start, body) {
            judge(&list, sensitive, limited, day, findings);
        }
    }
    if sensitive {
        judge(&items(subject.file, start, body), sensitive, limited, day, findings);
    }
}

/// Looks at a typed table.
pub(super) fn table(file: FileId, path: &str, table: &Table, findings: &mut Findings) {
    let heads: Vec<&str> = table.head().cells().map(|cell| cell.text).collect();
    let Some(column) = heads.iter().position(|head| is_name_head(head)) else { return };
    let mut list = List { heads, ..List::default() };
    for cell in table.rows().filter_map(|row| row.cell(column)).filter(|cell| is_open(cell.text)) {
        list.open += 1;
        let place = cell.at.map_or(Place::File(file), |at| Span::new(file, at..at + cell.text.len()).into());
        list.first.get_or_insert(place);
    }
    judge(&list, is_sensitive(stem(path)), false, None, findings);
}

/// Looks at the rows of an attached workbook, and at the tables of a document.
pub(super) fn attachment(file: FileId, path: &str, reading: &Reading, findings: &mut Findings) {
    let pieces = &reading.pieces;
    let title = is_sensitive(stem(path)) || pieces.iter().take(5).any(|piece| is_sensitive(&piece.text));
    let rows = pieces.iter().filter_map(|piece| match &piece.place {
        office::Place::Row(sheet, _) => Some(((&**sheet, 0), piece)),
        _ => None,
    });
    let tables = (1..).zip(&reading.tables).flat_map(|(at, rows)| rows.iter().map(move |row| (("", at), row)));
    let mut current: Option<((&str, usize), usize, List<'_>)> = None;
    let mut lists = Vec::new();
    for (table, row) in rows.chain(tables) {
        let cells = || row.text.split('\t');
        if let Some(column) = cells().position(is_name_head) {
            let heads = cells().collect();
            lists.extend(current.replace((table, column, List { heads, ..List::default() })).map(|it| it.2));
        } else if let Some((in_table, column, list)) = &mut current
            && *in_table == table
            && cells().nth(*column).is_some_and(is_open)
        {
            list.open += 1;
            list.first = Some(Place::File(file));
        }
    }
    for list in lists.into_iter().chain(current.map(|it| it.2)) {
        judge(&list, title, false, None, findings);
    }
}

fn judge(list: &List<'_>, sensitive: bool, limited: bool, day: Option<Day>, findings: &mut Findings) {
    let Some(place) = list.first else { return };
    let sensitive = sensitive || list.heads.iter().any(|head| is_sensitive(head));
    let in_head =
        |words: &[&'static str]| words.iter().copied().find(|word| list.heads.iter().any(|head| head.contains(word)));
    let forbidden = in_head(&FORBIDDEN).or_else(|| sensitive.then(|| in_head(&FORBIDDEN_IF_SENSITIVE)).flatten());
    let open = list.open;
    let drop = forbidden.map(|_| dropped(&list.heads, sensitive)).unwrap_or_default();
    let help = match (forbidden, sensitive && !limited) {
        (Some(_), true) => text! {
            zh: "姓名遮成“张*”的样子，或者删去{drop}；必须公示全名的，删去这些栏以后再写 names_until",
            en: "mask the names, or drop {drop}; where full names are demanded drop them and set `names_until`",
        },
        (Some(_), false) => text! {
            zh: "姓名遮成“张*”的样子，或者删去{drop}；写了撤下的日期，这些栏也不能公开",
            en: "mask the names, or drop {drop}: a day to withdraw the list does not make them public",
        },
        (None, _) => text! {
            zh: "姓名遮成“张*”的样子；必须公示全名的，写 names_until 或者 withdraw_on",
            en: "mask the names; where full names are demanded set `names_until` or `withdraw_on`",
        },
    };
    let message = match forbidden {
        Some(column) => text! {
            zh: "名单把 {open} 个全名与“{column}”一并公开",
            en: "a list shows {open} full names together with {column}",
        },
        None if sensitive && !limited => text! {
            zh: "敏感事项的名单有 {open} 个全名，也没有写到哪天撤下",
            en: "a list in a sensitive matter shows {open} full names, without a day to withdraw it",
        },
        None => return,
    };
    let finding = findings.raise(&SENSITIVE_LIST, place, message).help(help).key(forbidden.unwrap_or("names"));
    finding.on = day;
    if forbidden.is_none() {
        // An attachment does not know the entry that offers it.
        finding.unless(Candidate::Unlimited);
    }
}

/// The columns among `heads` that may not stand beside names: “家庭住址”“致贫原因”.
fn dropped(heads: &[&str], sensitive: bool) -> String {
    let has = |head: &str, words: &[&str]| words.iter().any(|word| head.contains(word));
    let heads = heads.iter().filter(|it| !is_name_head(it));
    let heads = heads.filter(|it| has(it, &FORBIDDEN) || sensitive && has(it, &FORBIDDEN_IF_SENSITIVE));
    let heads: Vec<&str> = heads.map(|it| it.trim()).collect();
    format!("“{}”", heads.join("”“"))
}

fn is_sensitive(text: &str) -> bool {
    let begins = |(_, char): &(usize, char)| begins_matter(*char);
    text.char_indices().filter(begins).any(|(at, _)| MATTERS.iter().any(|word| text[at..].starts_with(word)))
}

/// Whether one of [`MATTERS`] begins with `char`.
fn begins_matter(char: char) -> bool {
    matches!(
        char,
        '低' | '最'
            | '特'
            | '残'
            | '患'
            | '大'
            | '重'
            | '孕'
            | '计'
            | '孤'
            | '未'
            | '儿'
            | '留'
            | '困'
            | '精'
            | '戒'
            | '社'
            | '刑'
            | '优'
            | '信'
            | '救'
            | '贫'
            | '建'
            | '五'
    )
}

fn is_name_head(head: &str) -> bool {
    let plain: String = head.chars().filter(|c| !c.is_whitespace() && *c != '*').collect();
    NAMES.contains(&plain.as_str())
}

/// Whether a cell holds a full name.
fn is_open(cell: &str) -> bool {
    let plain: String = cell.chars().filter(|c| !c.is_whitespace() && *c != '\u{3000}').collect();
    !is_masked(&plain) && is_name(&plain)
}

/// The tables of a Markdown text that have a column of names.
fn tables(file: FileId, start: usize, body: &str) -> Vec<List<'_>> {
    let mut lists = Vec::new();
    let mut current: Option<(List<'_>, usize)> = None;
    let mut before: Option<&str> = None;
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        let row = line.trim();
        if !row.contains('|') {
            lists.extend(current.take().map(|it| it.0));
        } else if row.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ')) {
            let heads: Vec<&str> = before.map(|head| cells(head).map(|it| it.1).collect()).unwrap_or_default();
            let column = heads.iter().position(|head| is_name_head(head));
            lists.extend(current.take().map(|it| it.0));
            current = column.map(|column| (List { heads, ..List::default() }, column));
        } else if let Some((list, column)) = &mut current
            && let Some((offset, name)) = cells(line).nth(*column).filter(|it| is_open(it.1))
        {
            list.open += 1;
            let from = start + at + offset;
            list.first.get_or_insert(Span::new(file, from..from + name.len()).into());
        }
        before = Some(line);
        at += line.len();
    }
    lists.extend(current.map(|it| it.0));
    lists
}

/// The cells of a row, trimmed, with where each begins in it.
fn cells(row: &str) -> impl Iterator<Item = (usize, &str)> {
    let lead = row.len() - row.trim_start().trim_start_matches('|').len();
    let mut at = lead;
    row[lead..].trim_end().trim_end_matches('|').split('|').map(move |cell| {
        let here = at + (cell.len() - cell.trim_start().len());
        at += cell.len() + 1;
        (here, cell.trim())
    })
}

/// Lists of nothing but names: three or more items, or names set apart by 、 in one line.
fn items(file: FileId, start: usize, body: &str) -> List<'_> {
    let mut list = List::default();
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        let bare = line.trim().trim_start_matches(|c: char| c.is_ascii_digit() || "-*+.、．)） ".contains(c));
        let mut whole = bare.split(['、', '，', ',', ' ', '\u{3000}', '；', '。']).filter(|part| !part.is_empty());
        let only_names = whole.all(is_name) && !line.contains('|');
        let names = if only_names { tokens(bare).filter(|token| is_name(token)).count() } else { 0 };
        if names > 0 {
            list.open += names;
            let from = start + at + line.find(bare).unwrap_or(0);
            list.first.get_or_insert(Span::new(file, from..from + bare.len()).into());
        }
        at += line.len();
    }
    if list.open < 3 { List::default() } else { list }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(title_is_sensitive: bool, limited: bool, body: &str) -> usize {
        let mut findings = Findings::new();
        let mut lists = tables(FileId(0), 0, body);
        if title_is_sensitive {
            lists.push(items(FileId(0), 0, body));
        }
        for list in lists {
            judge(&list, title_is_sensitive, limited, None, &mut findings);
        }
        findings.iter().count()
    }

    #[test]
    fn every_matter_is_found() {
        for word in MATTERS {
            assert!(is_sensitive(&format!("关于{word}的公示")), "{word}");
        }
        assert!(!is_sensitive("关于特别重大项目建设的公示"));
    }

    #[test]
    fn names_beside_private_columns_are_told() {
        let table = "| 姓名 | 家庭住址 |\n| --- | --- |\n| 张三 | 第一村 |\n";
        assert_eq!(told(false, false, table), 1);
        assert_eq!(told(false, true, table), 1, "a day to withdraw it does not make addresses public");
        assert_eq!(told(true, false, "| 姓名 | 金额 |\n| --- | --- |\n| 张三 | 100 |\n"), 1);
        assert_eq!(told(true, false, "1. 张三\n2. 李四\n3. 王五\n"), 1);
        assert_eq!(told(true, false, "张三、李四、王五\n"), 1);
    }

    #[test]
    fn masked_lists_topics_and_staff_are_silent() {
        assert_eq!(told(true, false, "| 姓名 | 金额 |\n| --- | --- |\n| 张* | 100 |\n"), 0);
        assert_eq!(told(true, true, "| 姓名 | 金额 |\n| --- | --- |\n| 张三 | 100 |\n"), 0);
        assert_eq!(told(false, false, "| 姓名 | 职务 | 办公电话 |\n| --- | --- | --- |\n| 张三 | 局长 | 0797 |\n"), 0);
        assert_eq!(told(true, false, "残疾人保障政策问答：\n1. 申请条件\n2. 办理流程\n3. 补贴标准\n"), 0);
    }
}
