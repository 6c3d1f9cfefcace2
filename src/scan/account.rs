//! 0803: a bank card beside a person's name, or the account of a body that nobody registered.

use super::{
    names::is_common,
    person::{is_body, is_name, tokens},
    slip,
    subject::{after, before},
};
use crate::{
    day::Day,
    diagnostic::{
        Candidate, Edit, Effect, Example, Finding, Findings, Level, Rule, Ungrounded,
        laws::{PRIVACY_25, PRIVACY_28, REGULATIONS_2008_14, REGULATIONS_2019_15},
    },
    number::{bank, personal::Personal},
    source::{FileId, Place, Span},
    vocabulary::Text,
};

pub static BANK_CARD: Rule = Rule {
    code: "GK0803",
    name: "bank-card",
    label: "银行账号",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_14, REGULATIONS_2019_15, PRIVACY_25, PRIVACY_28],
    ungrounded: Ungrounded::Speaks,
    fixed: true,
    title: words! { zh: "个人银行卡号没有遮盖", en: "a person's bank card number that is not masked" },
    why: words! {
        zh: "补贴、赔付名单常带着个人银行卡号。姓名和卡号放在一起，等于把账户交给骗子。单位对公账户应登记，登记过的不再提示。",
        en: "Lists of payments often carry people's card numbers; name and card together invite fraud. Accounts of bodies are registered once and then not told again.",
    },
    mend: words! {
        zh: "个人的卡号删去，或遮成 6222***********0004 的样子；单位公布的对公账户，写进 [privacy] accounts。",
        en: "Delete or mask a person's number; add the public account of a body to [privacy] accounts.",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
title = "关于发放防汛值守补助的公示"
summary = "公示防汛值守补助的发放对象。"
+++
收款人：张三，银行卡号：6222000000000000004，补助100元。
"#,
        good: "--> content/2018/通知.md
+++
收款人：张某，补助100元。
",
    },
};

/// Words that say that a number is a card, which persons have.
const CARDS: [&str; 5] = ["卡号", "一卡通", "社保卡", "储蓄卡", "借记卡"];

/// Words in the names of banks: where a bank is named, nobody's name is.
const BANKS: [&str; 8] = ["银行", "支行", "分行", "信用社", "农商行", "信用联社", "分理处", "储蓄所"];

/// Labels of whoever holds an account.
const HOLDERS: [&str; 7] = ["姓名", "户主", "持卡人", "收款人", "领取人", "申请人", "户名"];

/// Words before a person's name in one run with it.
const BEFORE_NAMES: [&str; 20] = [
    "收款人",
    "户名",
    "账户名称",
    "姓名",
    "持卡人",
    "户主",
    "申请人",
    "领取人",
    "给",
    "向",
    "由",
    "予",
    "为",
    "是",
    "村民",
    "职工",
    "学生",
    "农户",
    "对象",
    "负责人",
];

/// Words behind a person's name in one run with it.
const AFTER_NAMES: [&str; 12] =
    ["同志", "先生", "女士", "本人", "银行卡", "卡号", "账号", "帐号", "的银行卡", "的卡号", "的账号", "身份证"];

/// Words that belong to a person's card.
const PERSONAL: [&str; 14] = [
    "姓名",
    "持卡人",
    "户主",
    "一卡通",
    "社保卡",
    "存折",
    "储蓄",
    "本人",
    "身份证",
    "领取人",
    "申请人",
    "农户",
    "个人账",
    "个人帐",
];

/// Words that say that a number is an account.
const BANKING: [&str; 12] =
    ["开户行", "开户银行", "户名", "账户", "帐户", "账号", "帐号", "卡号", "银行", "信用社", "收款人", "打卡"];

/// Whose an account is, by the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Person,
    Body,
    Unknown,
}

/// Tells the numbers found in a text of a file.
pub(super) fn text(file: FileId, text: &str, found: &Personal, day: Option<Day>, findings: &mut Findings) {
    for found in &found.cards {
        if slip::is_labelled(text, &found.range) {
            // An identity number with a slip: told as that.
            continue;
        }
        let span = Span::new(file, found.range.clone());
        if let Some(finding) = tell(span.into(), whose(text, &found.range), found, None, day, findings) {
            // A body's is registered, not masked.
            finding.fix([Edit::between(span, &text[found.range.clone()], &found.masked, false)]);
        }
    }
}

/// Tells the numbers found in a row of a table, whose heads are known.
pub(super) fn row(file: FileId, text: &str, found: &Personal, heads: &str, findings: &mut Findings) {
    for found in &found.cards {
        let whose = match by_words(text) {
            Whose::Unknown => by_words(heads),
            known => known,
        };
        tell(Span::new(file, found.range.clone()).into(), whose, found, None, None, findings);
    }
}

/// Tells the numbers found in a piece of an attachment; `around` is the text of its row and of its table's head.
pub(super) fn piece(file: FileId, text: &str, found: &Personal, around: &str, place: &Text, findings: &mut Findings) {
    for found in &found.cards {
        let whose = match by_words(text) {
            Whose::Unknown => by_words(around),
            known => known,
        };
        tell(Place::File(file), whose, found, Some(place), None, findings);
    }
}

/// Tells the cell at `span`, of a column of people's accounts or papers, in the row `row`, whose digits are no card's for a slip.
pub(super) fn cell(span: Span, cell: &str, row: &str, day: Option<Day>, findings: &mut Findings) {
    let Some(masked) = slip::in_column(cell).filter(|_| !names_a_body(row)) else { return };
    let overlaps = |it: Span| it.range.start < span.range.end && span.range.start < it.range.end;
    if findings.iter().any(|it| matches!(it.rule.code, "GK0801" | "GK0803") && it.place.span().is_some_and(overlaps)) {
        return;
    }
    let finding = doubtful(span.into(), &masked, None, findings);
    finding.fix([Edit::new(span, masked.as_str(), false)]).unless(Candidate::Account(cell.to_owned()));
    finding.on = day;
}

/// Tells a number that its column calls an account, and whose check digit is wrong.
pub(super) fn doubtful<'f>(
    place: Place,
    masked: &str,
    inside: Option<&Text>,
    findings: &'f mut Findings,
) -> &'f mut Finding {
    let message = match inside {
        None => text! {
            zh: "疑似个人的卡号或者证件号 {masked} 没有遮盖（号码可能抄错了一位）",
            en: "what its column calls a person's number, {masked}, is not masked (a digit of it may be wrong)",
        },
        Some(Text { zh, en }) => text! {
            zh: "{zh}中疑似个人的卡号或者证件号 {masked} 没有遮盖（号码可能抄错了一位）",
            en: "what its column calls a person's number, {masked}, in {en} is not masked (a digit of it may be wrong)",
        },
    };
    findings
        .raise(&BANK_CARD, place, message)
        .help(text! {
            zh: "删去或改成 {masked}；单位公布的对公账户，写进 [privacy] accounts",
            en: "delete it or write {masked}; add the public account of a body to [privacy] accounts",
        })
        .key(inside.map_or_else(|| masked.to_owned(), |inside| format!("{masked} {}", inside.zh)))
        .private()
        .lesser()
}

fn tell<'f>(
    place: Place,
    whose: Whose,
    found: &bank::Card,
    inside: Option<&Text>,
    day: Option<Day>,
    findings: &'f mut Findings,
) -> Option<&'f mut Finding> {
    if whose == Whose::Unknown {
        // A number that obeys Luhn's rule is nothing by itself: one in ten does.
        return None;
    }
    let masked = &found.masked;
    let (who, of) = match whose {
        Whose::Person => ("个人银行卡号", "a person's bank card number"),
        _ => ("银行账号", "a bank account"),
    };
    let message = match inside {
        None => text! { zh: "{who} {masked} 没有遮盖", en: "{of}, {masked}, is not masked" },
        Some(Text { zh, en }) => text! {
            zh: "{zh}中的{who} {masked} 没有遮盖",
            en: "{of}, {masked}, in {en} is not masked",
        },
    };
    let key = inside.map_or_else(|| masked.clone(), |inside| format!("{masked} {}", inside.zh));
    let finding = findings
        .raise(&BANK_CARD, place, message)
        .help(text! {
            zh: "个人的删去或改成 {masked}；单位公布的对公账户，写进 [privacy] accounts",
            en: "delete a person's number or write {masked}; add the public account of a body to [privacy] accounts",
        })
        .key(key)
        .unless(Candidate::Account(found.number.clone()))
        .private()
        .lesser_if(whose == Whose::Body);
    finding.on = day;
    Some(finding)
}

/// Whose the account at `range` is: by its own line, by the heads of its table, by the lines around it.
fn whose(text: &str, range: &std::ops::Range<usize>) -> Whose {
    // A line may be as long as its file: what is beside a number stands near it.
    let (left, right) = (before(text, range.start, 600), after(text, range.end, 600));
    let start = range.start - left.len() + left.rfind('\n').map_or(0, |at| at + 1);
    let end = range.end + right.find('\n').unwrap_or(right.len());
    let (before_it, behind_it) = (&text[start..range.start], &text[range.end..end]);
    let ends = ['。', '；', '！', '？'];
    let sentence = start + before_it.rfind(ends).map_or(0, |at| at + '。'.len_utf8())
        ..range.end + behind_it.find(ends).unwrap_or(behind_it.len());
    if by_words(&text[sentence]) == Whose::Person {
        return Whose::Person;
    }
    match by_words(&text[start..end]) {
        Whose::Unknown => {}
        // `姓名：张三` on a line, the account on the next.
        Whose::Body if !names_a_body(&text[start..end]) && is_named_above(text, start) => return Whose::Person,
        known => return known,
    }
    let row = text[start..end].trim_start().starts_with('|');
    let above = before(text, start, if row { 16_000 } else { 800 }).lines().rev().take(if row { 200 } else { 3 });
    let near: Vec<&str> = if row {
        // The head of its table, the highest line of the unbroken run of rows; then the words before the table.
        let above: Vec<&str> = above.collect();
        let rows = above.iter().take_while(|line| line.trim_start().starts_with('|')).count();
        let head = rows.checked_sub(1).map(|head| above[head]);
        head.into_iter().chain(above[rows..].iter().copied().filter(|line| !line.trim().is_empty()).take(1)).collect()
    } else {
        above.chain(after(text, end, 800).lines().skip(1).take(2)).filter(|line| !line.trim().is_empty()).collect()
    };
    near.into_iter().map(by_words).find(|whose| *whose != Whose::Unknown).unwrap_or(Whose::Unknown)
}

/// Do the two lines above byte `start` name a person by a label, and no body?
fn is_named_above(text: &str, start: usize) -> bool {
    let above: Vec<&str> = before(text, start, 400).lines().rev().take(2).collect();
    let named = |line: &&str| HOLDERS.iter().any(|label| line.contains(label)) && tokens(line).any(names_a_person);
    above.iter().any(named) && !above.iter().any(|line| names_a_body(line))
}

/// Does the line name a body that is no bank?
fn names_a_body(line: &str) -> bool {
    tokens(line).any(|token| is_body(token) && !BANKS.iter().any(|word| token.contains(word)))
}

/// Whose the account in this line is.
fn by_words(line: &str) -> Whose {
    let has = |words: &[&str]| words.iter().any(|word| line.contains(word));
    let body = names_a_body(line);
    let card = has(&CARDS);
    let person = tokens(line).any(names_a_person);
    if person && (!body || card || has(&PERSONAL)) || !body && (card || has(&PERSONAL)) {
        Whose::Person
    } else if has(&BANKING) {
        Whose::Body
    } else {
        Whose::Unknown
    }
}

/// Whether a run of hanzi is a person's name, or names one: `户名张三`, `补助发放给张三`, `张三银行卡号`, `张三同志`.
fn names_a_person(token: &str) -> bool {
    if is_name(token) {
        return true;
    }
    // 公示了陈晓东的银行账号
    let owns = |at: usize| {
        let rest = &token[at..];
        ["的银行", "的卡号", "的账号", "的帐号"].iter().any(|it| rest.starts_with(it))
            && token[..at].char_indices().rev().map(|it| it.0).take(3).skip(1).any(|start| {
                let before = token[..start].chars().next_back();
                let name = &token[start..at];
                before.is_some_and(|it| "了将把对示布载".contains(it)) && is_name(name) && !is_common(name)
            })
    };
    if token.match_indices('的').any(|(at, _)| owns(at)) {
        return true;
    }
    let ends: Vec<usize> = token.char_indices().map(|(at, _)| at).chain([token.len()]).collect();
    let count = ends.len() - 1;
    (2..=4.min(count.saturating_sub(1))).any(|length| {
        let (before, last) = token.split_at(ends[count - length]);
        let (first, after) = token.split_at(ends[length]);
        is_name(last) && BEFORE_NAMES.iter().any(|word| before.ends_with(word))
            || is_name(first) && AFTER_NAMES.iter().any(|word| after.starts_with(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(source: &str) -> Vec<bool> {
        let mut findings = Findings::new();
        text(FileId(0), source, &crate::number::personal::find(source), None, &mut findings);
        for it in findings.iter() {
            assert!(!format!("{:?}{:?}{:?}", it.message, it.help, it.key).contains("000000000"), "{it:?}");
        }
        findings.iter().map(|it| it.lesser).collect()
    }

    #[test]
    fn a_persons_card_is_an_error_and_a_bodys_account_a_warning() {
        for source in [
            "收款人：张三，卡号：6222000000000000004",
            "| 姓名 | 卡号 |\n| --- | --- |\n| 张三 | 6222000000000000004 |",
            "张三 6222 0000 0000 0000 004 500元",
            "| 户主 | 一卡通 |\n| --- | --- |\n| 某 | 6222000000000000004 |",
        ] {
            assert_eq!(told(source), [false], "{source}");
        }
        for source in [
            "姓名：张三，银行卡号：6222000000000000004",
            "补助发放给张三，账号 6222000000000000004",
            "银行卡号：6222000000000000004",
            "卡号 6222000000000000004",
            "张三的账号为6222000000000000004",
            "示例县政府将补助发放给李四光，卡号6222000000000000004",
            "补助发放给张三，账号6222000000000000004。咨询示例县民政局。",
            "姓名：王小明\n账号：6222000000000000004",
            "张三，开户行：示例县农村信用社，账号：6222000000000000004",
        ] {
            assert_eq!(told(source), [false], "{source}");
        }
        for source in [
            "户名：示例区财政局\n开户行：某某银行示例支行\n账号：6222000000000000004",
            "投标保证金账号：6222000000000000004",
        ] {
            assert_eq!(told(source), [true], "{source}");
        }
    }

    #[test]
    fn luhn_alone_is_nothing() {
        for source in ["编号 6222000000000000004", "6222000000000000004", "设备串号：4111111111111111。"] {
            assert!(told(source).is_empty(), "{source}");
        }
    }
}
