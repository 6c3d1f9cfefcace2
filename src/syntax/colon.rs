//! Front matter written as letters and forms are, `标题：……` a line, and as it should be written.

use std::fmt::Write as _;

use super::alias::is_named;
use crate::{
    day::Day,
    record::{KeySpec, Shape, TableKind as _, schema},
    vocabulary::{EntryKind, Word as _},
};

/// Lines at the beginning of a file that say of it what front matter says.
pub(super) struct Colons {
    /// Where they end, with the end of the last line.
    pub end: usize,
    /// How many they are.
    pub count: usize,
    /// Front matter that says the same, with holes for what they leave out.
    pub proper: String,
}

/// What every entry has, and what is asked for where nothing of it is written.
const WANTED: [(&str, &str); 5] = [
    ("title", "\"〔标题〕\""),
    ("item", "\"〔一级事项/公开事项〕\""),
    ("made", "〔成文日期〕"),
    ("published", "〔发布日期〕"),
    ("summary", "\"〔内容概述〕\""),
];

/// Reads such lines of `text` from byte `start` on, up to a blank one, `end` at the latest. Two of them at least must be keys of
/// entries, and the first one: else they are text.
pub(super) fn read(text: &str, start: usize, end: usize) -> Option<Colons> {
    let mut written: Vec<(&str, String)> = Vec::new();
    let mut others: Vec<(String, &str)> = Vec::new();
    let (mut by, mut on) = (None, None);
    let (mut last, mut count) = (start, 0);
    for line in text[start..end].split_inclusive('\n') {
        let Some((name, value)) = parts(line) else { break };
        let key = key(&name);
        match key {
            Some(key) if written.iter().all(|it| it.0 != key.name) && !is_table(key) => {
                written.push((key.name, proper(key, value)));
            }
            _ if matches!(&*name, "审查人" | "保密审查人") => by = Some(value),
            _ if matches!(&*name, "审查日期" | "保密审查日期") => on = Day::guess(value),
            _ if count == 0 => return None,
            _ => others.push((name, value)),
        }
        last += line.len();
        count += 1;
    }
    if written.len() < 2 {
        return None;
    }
    let mut proper = String::from("+++\n");
    let mut line = |key: &str, value: &str| _ = writeln!(proper, "{key} = {value}");
    for (key, hole) in WANTED {
        let own = written.iter().find(|it| it.0 == key);
        line(key, own.map_or(hole, |it| &it.1));
    }
    for (key, value) in written.iter().filter(|it| WANTED.iter().all(|wanted| wanted.0 != it.0)) {
        line(key, value);
    }
    let by = by.map_or("\"〔审查人〕\"".to_owned(), quoted);
    let on = on.map_or("〔审查日期〕".to_owned(), |it| it.to_string());
    let _ = writeln!(proper, "[review]\nsecrecy = {{ by = {by}, on = {on} }}");
    if !others.is_empty() {
        proper.push_str("[extra]\n");
        others.sort();
        others.dedup_by(|a, b| a.0 == b.0);
        for (name, value) in others {
            let _ = writeln!(proper, "{} = {}", quoted(&name), quoted(value));
        }
    }
    proper.push_str("+++\n");
    Some(Colons { end: last, count, proper })
}

/// The name and the value of a line `标题：……`; the name without the blanks that spread it.
fn parts(line: &str) -> Option<(String, &str)> {
    let (name, value) = line.split_once(['：', ':'])?;
    let name: String = name.chars().filter(|it| !it.is_whitespace() && !matches!(it, '*' | '【' | '】')).collect();
    let value = value.trim().trim_matches(|it: char| matches!(it, '"' | '“' | '”' | '*') || it.is_whitespace());
    let is_name = (1..=12).contains(&name.chars().count()) && name.chars().all(|it| it.is_alphanumeric() || it == '_');
    (is_name && !value.is_empty()).then_some((name, value))
}

fn key(name: &str) -> Option<&'static KeySpec> {
    let own = || EntryKind::ALL.iter().flat_map(|&kind| schema::own(kind));
    let all = schema::Entry::SCHEMA.keys.iter();
    all.clone().find(|it| is_named(name, it)).or_else(|| own().find(|it| is_named(name, it)))
}

fn is_table(key: &KeySpec) -> bool {
    matches!(key.shape, Shape::Table(_) | Shape::Map(_))
}

/// `value` as `key` takes it.
fn proper(key: &KeySpec, value: &str) -> String {
    match key.shape {
        Shape::Day | Shape::Moment => Day::guess(value)
            .or_else(|| value.parse().ok())
            .map_or_else(|| format!("〔{}〕", key.words.zh), |day| day.to_string()),
        Shape::Flag => matches!(value, "是" | "true" | "yes").to_string(),
        Shape::Integer | Shape::Number | Shape::Count { .. } if value.bytes().all(|it| it.is_ascii_digit()) => {
            value.to_owned()
        }
        Shape::List(_) | Shape::Many(_) if value.contains(['、', '；', ';', '，', ',']) => {
            let each = value.split(['、', '；', ';', '，', ',']).map(str::trim).filter(|it| !it.is_empty());
            format!("[{}]", each.map(quoted).collect::<Vec<_>>().join(", "))
        }
        _ => quoted(value),
    }
}

fn quoted(text: &str) -> String {
    if text.contains('\\') && !text.contains('\'') {
        return format!("'{text}'");
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn lines_of_a_form_are_front_matter() {
        let text = "标题：关于防汛的通知\n发文字号：某府办发〔2018〕9号\n成 文 日 期：2018年8月2日\n主题词：防汛、值守\n主送：各科室\n审查人：保密员\n\n正文：在此。\n";
        let found = read(text, 0, text.len()).expect("front matter");
        assert_eq!((&text[found.end..], found.count), ("\n正文：在此。\n", 6));
        assert_eq!(
            found.proper,
            "+++\ntitle = \"关于防汛的通知\"\nitem = \"〔一级事项/公开事项〕\"\nmade = 2018-08-02\npublished = 〔发布日期〕\nsummary = \"〔内容概述〕\"\nnumber = \"某府办发〔2018〕9号\"\nkeywords = [\"防汛\", \"值守\"]\n[review]\nsecrecy = { by = \"保密员\", on = 〔审查日期〕 }\n[extra]\n\"主送\" = \"各科室\"\n+++\n"
        );
        for text in
            ["各科室：\n标题：甲\n", "标题：甲\n\n正文", "现将事项通知如下：一、\n", "时间：8日\n地点：甲\n", ""]
        {
            assert!(read(text, 0, text.len()).is_none(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "[标题文号日期：:\\n \"\\\\甲0-9]{0,80}|.*") {
            let _ = read(&text, 0, text.len());
        }
    }
}
