//! Tables of people: columns whose head, or whose cells, say that names stand there; forms that ask for one.

use std::ops::Range;

use super::{
    known::MARK,
    sentence::{labelled, sentence},
    told::Told,
    word::{is_perhaps, is_person},
};
use crate::scan::person::{is_body, is_han, is_masked};

/// Heads of columns of names, as a whole, without what stands in brackets.
const HEADS: [&str; 12] =
    ["姓名", "名字", "户主", "户名", "人员", "人选", "对象", "考生", "学生", "儿童", "患者", "名单"];

/// In what other heads of such columns end.
const HEAD_ENDINGS: [&str; 17] = [
    "成员",
    "姓名",
    "名字",
    "户主",
    "当事人",
    "申请人",
    "候选人",
    "代表人",
    "负责人",
    "责任人",
    "联系人",
    "监护人",
    "经办人",
    "人员",
    "人选",
    "对象",
    "者",
];

/// Heads that end like those and say something else.
const NO_HEADS: [&str; 12] = [
    "单位",
    "类别",
    "身份",
    "数量",
    "人数",
    "公示对象范围",
    "面向对象",
    "招聘对象",
    "招考对象",
    "服务对象",
    "适用对象",
    "开放对象",
];

/// Reads lines of cells that stand one below the other.
pub(super) fn read(lines: &[(usize, &str)], told: &mut Told) {
    let rows: Vec<Vec<(Range<usize>, &str)>> = lines.iter().map(|&(at, line)| cells(at, line)).collect();
    let mut columns: Vec<usize> = Vec::new();
    let mut headed = false;
    for row in &rows {
        let heads: Vec<usize> = (0..row.len()).filter(|&at| is_head(row[at].1)).collect();
        // A form: the answer stands beside the question.
        let answered =
            |at: &usize| row.get(at + 1).is_some_and(|next| is_person(&closed(next.1)) || next.1.contains(MARK));
        let asked: Vec<usize> = heads.iter().copied().filter(answered).collect();
        if heads.is_empty() {
            for &at in columns.iter().filter(|&&at| at < row.len()) {
                hide(&row[at], told);
            }
        } else {
            for at in &asked {
                hide(&row[at + 1], told);
            }
            if asked.len() < heads.len() {
                columns = heads.into_iter().filter(|it| !asked.contains(it)).collect();
                headed = true;
            }
        }
        for (at, (_, text)) in row.iter().enumerate().filter(|it| !it.1.1.is_empty()) {
            if !columns.contains(&at) {
                sentence(text, told);
            }
        }
    }
    unheaded(&rows, &columns, told);
    // Where cells are merged a row is short, and nobody knows which of its columns is missing.
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let short = rows.iter().filter(|row| headed && row.len() < width).flatten();
    for cell in short.filter(|it| is_person(&closed(it.1))) {
        hide(cell, told);
    }
}

/// Reads lines whose words blanks set below each other, as texts pasted from a document have them. Cells are not hidden whole: what is
/// known for a name is.
pub(super) fn spaced(lines: &[(usize, &str)], told: &mut Told) {
    let filled = lines.iter().map(|it| it.1.trim()).filter(|it| !it.is_empty());
    let rows: Vec<Vec<String>> = filled.map(spaced_words).collect();
    for run in rows.chunk_by(|one, other| one.len() > 1 && other.len() > 1).filter(|it| it.len() > 1) {
        let mut columns: Vec<usize> = Vec::new();
        for row in run {
            let heads: Vec<usize> = (0..row.len()).filter(|&at| is_head(&row[at])).collect();
            if heads.is_empty() {
                let named = columns.iter().filter_map(|&at| row.get(at));
                told.names.extend(named.filter(|it| is_person(it) || is_perhaps(it)).cloned());
            } else {
                columns = heads;
            }
        }
        for at in 0..3 {
            let filled: Vec<&String> = run.iter().filter_map(|row| row.get(at)).collect();
            let people = filled.iter().filter(|it| is_person(it)).count();
            if people >= 2 && people * 5 >= filled.len().saturating_sub(1) * 4 {
                told.names.extend(filled.into_iter().filter(|it| is_person(it)).cloned());
            }
        }
    }
}

/// The words of a line apart by blanks; single characters side by side are one name.
fn spaced_words(line: &str) -> Vec<String> {
    let single = |it: &str| it.chars().count() == 1 && it.chars().all(is_han);
    let mut words: Vec<String> = Vec::new();
    let mut last_single = false;
    // 1、张三: the number belongs to the line.
    let digits = line.len() - line.trim_start_matches(|char: char| char.is_ascii_digit()).len();
    let rest = line[digits..].strip_prefix(['、', '.', '．', '）', ')']).filter(|_| digits > 0);
    for word in rest.unwrap_or(line).split(super::known::is_blank).filter(|it| !it.is_empty()) {
        match words.last_mut() {
            Some(last) if last_single && single(word) => last.push_str(word),
            _ => words.push(word.to_owned()),
        }
        last_single = single(word);
    }
    words
}

/// Columns without a head that says so, nearly all of whose cells are names.
fn unheaded(rows: &[Vec<(Range<usize>, &str)>], headed: &[usize], told: &mut Told) {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    for at in (0..width).filter(|it| !headed.contains(it)) {
        let filled: Vec<&(Range<usize>, &str)> =
            rows.iter().filter_map(|row| row.get(at)).filter(|it| !it.1.is_empty()).collect();
        let people = filled.iter().filter(|it| is_person(&closed(it.1))).count();
        // The head is none.
        if people >= 2 && people * 5 >= filled.len().saturating_sub(1) * 4 {
            for cell in filled.into_iter().filter(|it| is_person(&closed(it.1))) {
                hide(cell, told);
            }
        }
    }
}

/// Hides a cell of names, unless it holds a body, a mask, or nothing.
fn hide((range, text): &(Range<usize>, &str), told: &mut Told) {
    let words = closed(text);
    let letters = words.chars().filter(|&char| is_han(char) || char.is_ascii_alphabetic()).count();
    if is_masked(text) && letters < 4 {
        told.masked = true;
        return;
    }
    if letters < 2 || is_contact(&words) || is_body(&words) || matches!(&*words, "合计" | "小计" | "总计" | "以下空白")
    {
        return;
    }
    told.cells.push(range.clone());
    if is_person(&words) || is_perhaps(&words) {
        told.names.insert(words);
    } else if is_perhaps(text.trim()) {
        told.names.insert(text.trim().to_owned());
    } else {
        told.names.extend(labelled(text));
    }
}

/// Whether a cell is a telephone with its label, and holds no name.
fn is_contact(words: &str) -> bool {
    words.split_once(['：', ':']).is_some_and(|(label, rest)| {
        ["电话", "手机", "传真", "邮编", "方式", "号码"].iter().any(|it| label.ends_with(it))
            && !rest.is_empty()
            && rest.chars().all(|it| it.is_ascii_digit() || "-—－（）()、/转;；,， +".contains(it))
    })
}

fn is_head(text: &str) -> bool {
    let bare: String = text.chars().filter(|&char| is_han(char) || matches!(char, '（' | '(' | '/')).collect();
    let bare = bare.split(['（', '(']).next().unwrap_or_default();
    // Of heads in two rows the lower one says what the column holds.
    bare.split('/').any(|bare| {
        bare.chars().count() <= 10
            && !NO_HEADS.iter().any(|it| bare.ends_with(it))
            && (HEADS.contains(&bare) || HEAD_ENDINGS.iter().any(|it| bare.ends_with(it)))
    })
}

/// A cell's text without the blanks that a printer sets into short names.
fn closed(text: &str) -> String {
    text.chars().filter(|&char| !super::known::is_blank(char)).collect()
}

/// The cells of a line, trimmed, with where each stands in the text.
fn cells(at: usize, line: &str) -> Vec<(Range<usize>, &str)> {
    let mut start = at;
    line.split('\t')
        .map(|cell| {
            let begin = start + (cell.len() - cell.trim_start().len());
            start += cell.len() + 1;
            let text = cell.trim();
            (begin..begin + text.len(), text)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::read::told;

    fn hidden(text: &str) -> Vec<&str> {
        told(text).cells.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn columns_of_names_are_known() {
        for (text, cells) in [
            ("序号\t姓名\t准考证号\n1\t张三\t1001\n2\t阿依古丽\t1002", &["张三", "阿依古丽"][..]),
            ("姓　名\t岗位\n张　三\t施工员", &["张　三"]),
            ("序号\t姓名\t序号\t姓名\n1\t张三\t2\t李四", &["张三", "李四"]),
            ("申请人\t金额\n张三\t100\n示例市示例建材有限公司\t200", &["张三"]),
            ("姓名\t张三\t性别\t男", &["张三"]),
            ("序号\t获奖\n1\t张三\n2\t李四光", &["张三", "李四光"]),
            ("拟录用人员（排名不分先后）\t单位\n张三、李四\t第一小学", &["张三、李四"]),
            ("姓名\t单位\n张*\t第一小学\n李某某\t第二小学\nJohn Smith\t第三小学", &["John Smith"]),
            ("单位\t姓名\n第一小学\t张三\n李四光", &["张三", "李四光"]),
            (
                "姓名\t推荐者甲\t同学\n张三\t王五\t赵六\n李四光\t王五\t钱七",
                &["张三", "李四光", "王五", "王五", "赵六", "钱七"],
            ),
            ("家庭成员/姓名\t与户主关系\n张三\t本人", &["张三"]),
        ] {
            assert_eq!(hidden(text), cells, "{text}");
        }
    }

    #[test]
    fn other_columns_are_left_alone() {
        for text in [
            "乡镇\t村\n江口镇\t张家村\n沙地镇\t李家村",
            "姓名\t张*\n联系人：张科长\t联系电话：0797-7000000",
            "项目\t金额\n道路\t100\n桥梁\t200",
            "招聘单位\t招聘岗位\t招聘对象\n示例局\t管理岗\t应届毕业生",
        ] {
            assert_eq!(hidden(text), Vec::<&str>::new(), "{text}");
        }
    }
}
