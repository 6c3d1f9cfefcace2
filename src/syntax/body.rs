//! The facts of an entry's text that stay when the text is dropped.

use memchr::memmem;

use super::{Layout, labels::labels};
use crate::{
    markup::{self, HtmlTemplate},
    record::{Body, Heading, Link, Marks},
    source::Range,
    vocabulary::{LEFT_OPEN, Lang, is_left_open},
};

/// A text, read.
pub(super) struct Read {
    /// Its facts.
    pub body: Body,
    /// Where it exceeds a limit of Markdown.
    pub beyond: Option<usize>,
    /// How it lies in its lines.
    pub layout: Layout,
    /// Its HTML, where it was wanted and can be made already.
    pub draft: Option<HtmlTemplate>,
}

/// Whether the link at `range` of `text` ends with `to` and a bracket: nothing in it is escaped, and no title follows.
fn is_plain(text: &str, to: &str, range: Range) -> bool {
    let written = text.get(range.bytes()).and_then(|it| it.strip_suffix(')')?.strip_suffix(to));
    written.is_some_and(|it| it.ends_with('('))
}

/// The facts of `text`, which begins at byte `start` of its file.
pub fn body(text: &str, start: usize) -> Body {
    read(text, start, None).body
}

/// Reads `text`, which begins at byte `start` of its file; with `drafts`, in one go with its HTML in that language.
pub(super) fn read(text: &str, start: usize, drafts: Option<Lang>) -> Read {
    let (facts, draft) = match drafts {
        None => (markup::facts(text), None),
        Some(lang) => {
            let document = markup::parse(text);
            let draft = HtmlTemplate::new(&document, lang);
            (document.facts, draft)
        }
    };
    let beyond = facts.beyond.map(|it| match it {
        markup::LimitExceeded::Depth(at) | markup::LimitExceeded::Size(at) => start + at as usize,
    });
    let headings = facts.headings.iter().map(|it| Heading {
        level: it.level,
        text: &it.text,
        id: &it.id,
        range: it.range.shifted(start),
    });
    let links = facts.links.iter().map(|it| (&*it.destination, false, it.range));
    let images = facts.images.iter().map(|it| (&*it.destination, true, it.range));
    let mut links: Vec<Link<'_>> = links
        .chain(images)
        .map(|(to, image, range)| Link { to, image, plain: is_plain(text, to, range), range: range.shifted(start) })
        .collect();
    links.sort_by_key(|link| link.range);
    let columns = facts.tables.iter().flat_map(|it| &it.header).map(String::as_str);
    let dead = facts.local.iter().map(|(to, range)| (&**to, *range)).chain(dead(&facts));
    let dead: Vec<_> = dead.map(|(to, range)| (to, range.shifted(start))).collect();
    let left_open = left_open(text).map(|range| Range::from(range).shifted(start));
    let labels = labels(text).into_iter().map(|(label, range)| (label, Range::from(range).shifted(start)));
    let body = Body {
        start: u32::try_from(start).unwrap_or(u32::MAX),
        characters: facts.characters,
        summary: facts.opening.as_str().into(),
        marks: Marks::new(headings, links, columns).with(dead, left_open, labels),
        digest: digest(text.trim()),
    };
    Read { body, beyond, layout: Layout::new(facts, start), draft }
}

/// Links to a heading or anchor that the text does not have, and to a machine in the author's own network.
fn dead(facts: &markup::Facts) -> impl Iterator<Item = (&str, Range)> {
    let is_dead = |to: &str| match to.trim().strip_prefix('#') {
        None => to.starts_with("\\\\"),
        Some("" | "top") => false,
        Some(fragment) => facts.anchor(fragment).is_none(),
    };
    facts.links.iter().filter(move |it| is_dead(&it.destination)).map(|it| (&*it.destination, it.range))
}

/// The lines in which a new project's file still leaves something open.
fn left_open(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let mut from = 0;
    memmem::find_iter(text.as_bytes(), LEFT_OPEN).filter_map(move |at| {
        if at < from || !["填写", "核实"].iter().any(|verb| text[at + LEFT_OPEN.len()..].starts_with(verb)) {
            return None;
        }
        let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        from = text[at..].find('\n').map_or(text.len(), |length| at + length);
        text[start..from].split('|').any(is_left_open).then_some(start..from)
    })
}

/// What hashes are multiplied by: odd, its bits without a pattern. Part of no frozen format.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// A hash that tells copies; not one that withstands an attack. Four of them side by side: none waits for the others.
fn digest(text: &str) -> u64 {
    let add = |hash: u64, eight: [u8; 8]| (hash.rotate_left(23) ^ u64::from_le_bytes(eight)).wrapping_mul(BASE);
    let (blocks, rest) = text.as_bytes().as_chunks::<32>();
    let mut last = [0; 32];
    last[..rest.len()].copy_from_slice(rest);
    let mut sums = [text.len() as u64, 1, 2, 3];
    for block in blocks.iter().chain([&last]) {
        for (sum, eight) in sums.iter_mut().zip(block.as_chunks().0) {
            *sum = add(*sum, *eight);
        }
    }
    sums.into_iter().fold(0, |hash, sum| add(hash, sum.to_le_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_count_from_the_start_of_the_file() {
        let text = "第一段。\n\n## 审批结果\n\n见[附件](a.pdf)和![图](b.png)。\n\n| 项目名称 | 批复文号 |\n| --- | --- |\n| 甲 | 乙 |\n";
        let Read { body, beyond, .. } = read(text, 100, None);
        assert_eq!(beyond, None);
        let headings: Vec<_> = body.headings().map(|it| (it.text, it.range.start as usize)).collect();
        assert_eq!(headings, [("审批结果", 100 + text.find("##").expect("there"))]);
        assert_eq!(body.links().map(|it| it.image).collect::<Vec<_>>(), [false, true]);
        assert_eq!(body.columns().collect::<Vec<_>>(), ["项目名称", "批复文号"]);
        assert_eq!(&*body.summary, "第一段。");
    }
}
