//! The headings of the draft. An item asks for elements (要素) by words of its own, and an entry has an element where a heading is called
//! so: a part that an element is another name of is called as the item calls it, and what the form has no part for is added.

use crate::{
    compliance::bare,
    model::Item,
    record::schema,
    scan::{report_part_named, report_parts},
    vocabulary::EntryKind,
};

/// The headings of a draft.
pub struct Outline<'a> {
    /// Elements before the first part that the form has.
    pub ahead: Vec<&'a str>,
    /// The parts of the form.
    pub parts: Vec<Heading<'a>>,
    /// Whether the item asks for the number of a document.
    pub wants_number: bool,
}

/// A part of the form with what it is called.
pub struct Heading<'a> {
    /// Its title.
    pub title: &'a str,
    /// Headings within it.
    pub within: Vec<&'a str>,
}

/// What entries have by the keys that a draft has, or by being there.
const KEYS: [&str; 13] = [
    "标题",
    "正文",
    "发布机构",
    "成文日期",
    "生成日期",
    "发布日期",
    "内容概述",
    "内容摘要",
    "摘要",
    "索引号",
    "成文时间",
    "发布时间",
    "附件",
];

/// The headings of a draft of `item` on `year`.
pub fn outline(item: Option<&Item>, year: i32) -> Outline<'_> {
    let mut parts: Vec<Heading<'_>> = report_parts(year).map(|title| Heading { title, within: Vec::new() }).collect();
    let (mut ahead, mut wants_number) = (Vec::new(), false);
    let mut met: Vec<(usize, &str)> = Vec::new();
    let elements = item.into_iter().flat_map(|it| it.elements.iter()).filter(|it| !it.optional);
    for name in elements.map(|it| bare(&it.name)).filter(|it| !it.is_empty()) {
        let is_key = schema::own(EntryKind::Report).iter().any(|it| it.words.zh == name) || KEYS.contains(&name);
        match report_part_named(year, name) {
            _ if name == "文号" || name == "发文字号" => wants_number = true,
            _ if is_key || parts.iter().any(|it| it.title == name) => {}
            Some(at) => met.push((at, name)),
            None if met.is_empty() => ahead.push(name),
            None => parts.last_mut().into_iter().for_each(|it| it.within.push(name)),
        }
    }
    for (at, part) in parts.iter_mut().enumerate() {
        let mut names: Vec<&str> = met.iter().filter(|it| it.0 == at).map(|it| it.1).collect();
        names.dedup();
        match names[..] {
            // Two elements that the form has one part for stand in it.
            [name] if part.within.is_empty() => part.title = name,
            _ => part.within.splice(0..0, names).for_each(drop),
        }
    }
    Outline { ahead, parts, wants_number }
}
