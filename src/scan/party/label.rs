//! Labels before what belongs to a person: a name, a home, a number of an identity card.

use std::sync::LazyLock;

use memchr::memmem::{self, Finder};

use crate::scan::subject::after;

/// Labels before a private person's name.
pub(super) const PARTIES: [&str; 18] = [
    "当事人",
    "被处罚人",
    "违法行为人",
    "来信人",
    "信访人",
    "投诉人",
    "举报人",
    "申请人",
    "提问人",
    "咨询人",
    "写信人",
    "留言人",
    "行政相对人",
    "被许可人",
    "被征收人",
    "被执行人",
    "被投诉人",
    "违法人员",
];

/// Labels before the address of a person's home.
pub(super) const HOMES: [&str; 7] = ["家庭住址", "住址", "户籍地址", "户籍所在地", "户口所在地", "居住地址", "居住地"];

/// What stands after a surname that is a person's only part shown: `王先生`.
pub(super) const TITLES: [&str; 6] = ["先生", "女士", "小姐", "同志", "同学", "老师"];

/// Labels before a number of an identity card.
pub(super) const NUMBERS: [&str; 7] =
    ["居民身份证号码", "证件号码", "公民身份号码", "身份证号码", "身份证号", "身份号码", "身份证"];

/// Rare words, one of which is in each label: together faster than one automaton of all labels.
static FINDERS: LazyLock<[Finder<'static>; 5]> = LazyLock::new(|| ["人", "户", "住", "身份", "证件"].map(Finder::new));

/// The labels of `text`, and where each ends.
pub(super) fn labels(text: &str) -> impl Iterator<Item = (&'static str, usize)> {
    let bytes = text.as_bytes();
    FINDERS.iter().flat_map(move |finder| {
        let word = finder.needle();
        finder.find_iter(bytes).filter_map(move |at| {
            // What the last letter of a label before 人 is: most people in a text are no party.
            if word == "人".as_bytes()
                && !text[..at].ends_with([
                    '事', '罚', '为', '信', '访', '诉', '报', '请', '问', '询', '言', '对', '可', '收', '行', '法',
                ])
            {
                return None;
            }
            let all = PARTIES.iter().chain(&HOMES).chain(&NUMBERS);
            let here = all.filter_map(|label| {
                let start = at.checked_sub(memmem::find(label.as_bytes(), word)?)?;
                bytes[start..].starts_with(label.as_bytes()).then_some((*label, start + label.len()))
            });
            here.max_by_key(|it| it.0.len())
        })
    })
}

/// What follows a label that ends before byte `at` of `text`, with a colon or markup behind it: where the rest begins, and the rest.
pub(super) fn value(text: &str, at: usize) -> Option<(usize, &str)> {
    let rest = text[at..].trim_start_matches(['*', '_', ' ', '|', '\t', '\u{3000}']);
    let rest = ["姓名", "（姓名）", "（自然人）", "名称"].iter().find_map(|it| rest.strip_prefix(it)).unwrap_or(rest);
    let rest = rest.strip_prefix(['：', ':']).or_else(|| (rest.len() < text.len() - at).then_some(rest))?;
    let rest = rest.trim_start_matches(['*', '_', ' ', '|', '\t', '\u{3000}']);
    let begins = text.len() - rest.len();
    Some((begins, after(text, begins, 200)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_is_found() {
        for label in [&PARTIES[..], &HOMES, &NUMBERS].concat() {
            for text in [label.to_owned(), format!("某{label}：甲"), format!("**{label}**：甲")] {
                let found: Vec<_> = labels(&text).map(|(it, end)| (it, text[..end].ends_with(it))).collect();
                assert_eq!(found, [(label, true)], "{text}");
            }
        }
    }
}
