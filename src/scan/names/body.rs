//! An entry's text without the names in it: rewritten in its source, then looked at again as its readers will see it.

use std::{collections::BTreeSet, ops::Range};

use super::{
    known::{Known, MARK, is_blank, replaced},
    read::told,
    sentence::beside,
    told::Told,
};
use crate::{
    markup::{self, Scheme},
    source,
};

/// What is to be hidden in a text.
pub struct Hiding<'h> {
    /// The names.
    pub known: &'h Known,
    /// What is said instead of a link or picture that leads to a file that is not offered any more.
    pub withheld: &'h dyn Fn(&str) -> Option<String>,
}

/// `body` with a mark for each name; none where one is left that cannot be taken out.
pub fn hidden_body(body: &str, hiding: &Hiding<'_>) -> Option<String> {
    let Hiding { known, withheld } = hiding;
    let document = markup::parse(body);
    let (plain, found) = read(&document);
    // Links first: what stands in them goes with them.
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let links = document.facts.links.iter().map(|it| (&it.destination, &it.text, it.range));
    let images = document.facts.images.iter().map(|it| (&it.destination, &it.alt, it.range));
    for (to, text, range) in links.chain(images) {
        if let Some(instead) = withheld(to) {
            let text = known.hidden(text).unwrap_or_else(|| text.clone());
            edits.push((range.bytes(), format!("{}{instead}", unmarked(&text))));
        }
    }
    edits.sort_by_key(|it| (it.0.start, std::cmp::Reverse(it.0.end)));
    edits.dedup_by(|later, earlier| later.0.start < earlier.0.end);
    let mut ranges: Vec<Range<usize>> = found.cells;
    let mut at = 0;
    // A name never goes on from one block, or one cell, to the next.
    for part in plain.text.split_inclusive(['\n', '\t']) {
        ranges.extend(known.ranges(part).into_iter().map(|it| at + it.start..at + it.end));
        at += part.len();
    }
    let links = edits.len();
    for range in ranges {
        let source = plain.origin(range).bytes();
        let covered = edits[..links].iter().any(|it| it.0.start < source.end && source.start < it.0.end);
        if !covered && !source.is_empty() {
            edits.push((source, MARK.to_owned()));
        }
    }
    edits.sort_by_key(|it| (it.0.start, std::cmp::Reverse(it.0.end)));
    edits.dedup_by(|later, earlier| {
        let inside = later.0.start < earlier.0.end;
        if inside {
            earlier.0.end = earlier.0.end.max(later.0.end);
        }
        inside
    });
    if edits.iter().any(|(range, _)| body.get(range.clone()).is_none()) {
        return None;
    }
    let hidden = replaced(body, edits.iter().map(|(range, words)| (range.clone(), words.as_str())));
    is_clean(&hidden, known, *withheld).then_some(hidden)
}

/// Whether a reader of `body`, or of the source of its page, meets no name.
fn is_clean(body: &str, known: &Known, withheld: &dyn Fn(&str) -> Option<String>) -> bool {
    let document = markup::parse(body);
    let plain = document.plain();
    let left = told(&plain.text)
        .cells
        .into_iter()
        .any(|cell| plain.text[cell].replace(MARK, "").chars().any(|it| !is_blank(it)));
    let shown = |text: &str| text.split(['\n', '\t']).any(|part| known.is_in(part));
    // Where a link to a file or an entry leads is decided by the site: its own addresses hold no names.
    let leads = |to: &str, range: source::Range| {
        let link = document.facts.links.iter().any(|it| it.range == range && it.destination == to)
            || document.facts.images.iter().any(|it| it.range == range && it.destination == to);
        link && markup::scheme(to) == Scheme::Relative && !to.starts_with('#')
    };
    let attribute = |(text, range): (&str, source::Range)| !leads(text, range) && known.is_in(&decoded(text));
    let gone = document
        .facts
        .links
        .iter()
        .map(|it| &it.destination)
        .chain(document.facts.images.iter().map(|it| &it.destination));
    !left
        && !shown(&plain.text)
        && !document.attributes().any(attribute)
        && !document.facts.ids().any(|id| known.is_in(id))
        && !gone.into_iter().any(|to| withheld(to).is_some())
}

/// Adds to `names` those that stand in `body` beside one of them: a name that only a table or a file tells may be listed with others in a
/// sentence that says nothing of people.
pub fn add_beside(body: &str, names: &mut BTreeSet<String>) {
    const BETWEEN: [char; 4] = ['、', '和', '与', '及'];
    if names.is_empty() || !body.contains(BETWEEN) {
        return;
    }
    let plain = markup::parse(body).plain();
    // Beside a new one there may be another.
    for _ in 0..ROUNDS {
        let known = Known::new(names.iter().map(String::as_str));
        let before = names.len();
        for line in plain.text.split(['\n', '\t']).filter(|line| line.contains(BETWEEN)) {
            beside(line, &known, names);
        }
        if names.len() == before {
            break;
        }
    }
}

/// How often names that were found are looked beside.
const ROUNDS: usize = 3;

/// What a body tells of people.
pub fn told_of(body: &str) -> Told {
    read(&markup::parse(body)).1
}

/// The plain text of a document, and what it tells: as it is, and with a line wherever the author broke one.
fn read(document: &markup::Document<'_>) -> (markup::Plain, Told) {
    let plain = document.plain();
    let mut found = told(&plain.text);
    let mut broken = plain.text.clone().into_bytes();
    let mut is_broken = false;
    for at in plain.places(&document.breaks()) {
        if let Some(space) = broken.get_mut(at).filter(|it| **it == b' ') {
            (*space, is_broken) = (b'\n', true);
        }
    }
    if let Some(text) = String::from_utf8(broken).ok().filter(|_| is_broken) {
        found.take_names(told(&text));
    }
    (plain, found)
}

/// What `%E5%BC%A0` stands for.
pub fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code = (byte == b'%').then(|| after.get(..2)).flatten();
        let code = code.and_then(|it| u8::from_str_radix(std::str::from_utf8(it).ok()?, 16).ok());
        bytes.push(code.unwrap_or(byte));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A text that Markdown reads as it stands.
fn unmarked(text: &str) -> String {
    text.chars()
        .filter(|it| !matches!(it, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '#' | '!' | '\n'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(body: &str) -> Option<String> {
        let names = told(&markup::plain(body).text).names;
        let known = Known::new(names.iter().map(String::as_str));
        let withheld = |to: &str| (to == "a.xlsx" || to == "名单.xlsx").then(|| "（不再提供）".to_owned());
        hidden_body(body, &Hiding { known: &known, withheld: &withheld })
    }

    #[test]
    fn names_go_from_the_source() {
        for (body, expected) in [
            (
                "现将名单公示如下：\n\n| 序号 | 姓名 | 备注 |\n| --- | --- | --- |\n| 1 | **张三** | 与李四光同村 |\n| 2 | 李四光 | |\n",
                "现将名单公示如下：\n\n| 序号 | 姓名 | 备注 |\n| --- | --- | --- |\n| 1 | **〔姓名已隐去〕** | 与〔姓名已隐去〕同村 |\n| 2 | 〔姓名已隐去〕 | |\n",
            ),
            ("姓名：张&#19977;，**张**三。", "姓名：〔姓名已隐去〕，**〔姓名已隐去〕。"),
            (
                "拟录用人员名单：张三、李四光。\n\n[张三的材料](a.xlsx)",
                "拟录用人员名单：〔姓名已隐去〕、〔姓名已隐去〕。\n\n〔姓名已隐去〕的材料（不再提供）",
            ),
            ("见![](名单.xlsx)", "见（不再提供）"),
            (
                "<table><tr><th>姓名</th><th>村</th></tr><tr><td>张三</td><td>一</td></tr></table>\n",
                "<table><tr><th>姓名</th><th>村</th></tr><tr><td>〔姓名已隐去〕</td><td>一</td></tr></table>\n",
            ),
            ("## 姓名：张三\n\n```\n张三\n```\n", "## 姓名：〔姓名已隐去〕\n\n```\n〔姓名已隐去〕\n```\n"),
        ] {
            assert_eq!(hidden(body).as_deref(), Some(expected), "{body}");
        }
    }

    #[test]
    fn what_cannot_be_taken_out_is_told() {
        for body in [
            "姓名：张三\n\n[照片](https://a.gov.cn/张三.html)",
            "姓名：张三\n\n[照片](https://a.gov.cn/%E5%BC%A0%E4%B8%89.html)",
            "姓名：张三\n\n[附](a.md \"张三\")",
            "姓名：张三\n\n<p title=\"张三\">附</p>",
        ] {
            assert_eq!(hidden(body), None, "{body}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_hidden_or_left_out(body in "[姓名：张三李四光、\\n\\t |*_\\-\\[\\]()<>&#;`!a1]{0,120}|.*") {
            if let Some(hidden) = hidden(&body) {
                let names = told(&markup::plain(&body).text).names;
                let known = Known::new(names.iter().map(String::as_str));
                let plain = markup::plain(&hidden);
                proptest::prop_assert!(!plain.text.split(['\n', '\t']).any(|it| known.is_in(it)));
            }
        }
    }
}
