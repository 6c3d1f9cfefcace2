//! Labels before what belongs to a person: a name, a home, a number of an identity card.

use std::sync::LazyLock;

use crate::{scan::subject::after, source::Needles};

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

/// Finds the labels of a text by a piece of each that is rare in texts.
struct Finder {
    needles: Needles,
    /// For each needle the labels that it is in, and how many bytes of them stand before it.
    labels: Vec<Vec<(&'static str, usize)>>,
}

static FINDER: LazyLock<Finder> = LazyLock::new(|| {
    let all = || [&PARTIES[..], &HOMES, &NUMBERS].concat().into_iter();
    // Of a party it is 人 with the last byte of the letter before it: 人 is common, and nearly all other people are no party.
    let rare = |label: &str| match label.find('人') {
        Some(at) => at - 1..at + '人'.len_utf8(),
        None => ["户籍", "户口", "住址", "住地", "身份", "证件"]
            .iter()
            .find_map(|it| label.find(it).map(|at| at..at + it.len()))
            .expect("each label has a rare word"),
    };
    let mut words: Vec<&[u8]> = all().map(|it| &it.as_bytes()[rare(it)]).collect();
    words.sort_unstable();
    words.dedup();
    let labels = words.iter().map(|word| {
        let of = all().map(|it| (it, rare(it))).filter(|(it, range)| it.as_bytes()[range.clone()] == **word);
        of.map(|(it, range)| (it, range.start)).collect()
    });
    Finder { labels: labels.collect(), needles: Needles::new(&words) }
});

/// The labels of `text`, and where each ends; of several in one place the longest.
pub(super) fn labels(text: &str) -> Vec<(&'static str, usize)> {
    let mut found = Vec::new();
    FINDER.needles.find_in(text.as_bytes(), |word, at| {
        let here = FINDER.labels[word].iter().filter_map(|(label, before)| {
            let start = at.checked_sub(*before)?;
            text.as_bytes()[start..].starts_with(label.as_bytes()).then_some((*label, start + label.len()))
        });
        found.extend(here.max_by_key(|it| it.0.len()));
    });
    found
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
                let found: Vec<_> =
                    labels(&text).into_iter().map(|(it, end)| (it, text[..end].ends_with(it))).collect();
                assert_eq!(found, [(label, true)], "{text}");
            }
        }
    }
}
