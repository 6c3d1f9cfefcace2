//! Collects the facts of a body while its events go by: texts of headings, links and cells, ids, the opening, the length.

use memchr::{memchr, memmem};

use super::event::{EventKind, Tag};
use super::facts::Facts;
use super::slug::Slugs;
use crate::{
    source::{Range, skim},
    vocabulary::is_unseen,
};

/// How long a derived summary may be, in characters.
const OPENING: usize = 100;

/// The texts of elements that are open, and the ids given.
#[derive(Debug, Default)]
pub(super) struct FactCollector {
    heading: Option<String>,
    link: Option<String>,
    image: Option<String>,
    cell: Option<String>,
    opening: Option<String>,
    /// The first paragraph that does for an opening only where there is no other.
    passed: String,
    slugs: Slugs,
    /// White space beyond ASCII may be among the texts, so much that it counts.
    has_wide_space: bool,
}

impl FactCollector {
    pub(super) fn new(source: &str) -> Self {
        let source = source.as_bytes();
        // U+3000, U+2000 to U+200F, U+00A0.
        let is_blank = |a: u8, b: u8, c: u8| {
            ((b == 0x80) & (((a == 0xe3) & (c == 0x80)) | ((a == 0xe2) & (c < 0x90)))) | ((a == 0xc2) & (b == 0xa0))
        };
        // A text of blanks alone begins with one. Elsewhere only the ideographic space is common.
        let has_wide_space = memchr(b'&', source).is_some()
            || skim(&source[..source.len().min(256)], 0, is_blank).is_some()
            || has_ideographic_space(source);
        Self { has_wide_space, ..Self::default() }
    }

    /// Takes the next event that is shown.
    pub(super) fn take(&mut self, kind: &EventKind<'_>, range: Range, facts: &mut Facts) {
        match kind {
            EventKind::Text(text) | EventKind::Code(text) => {
                facts.characters = facts.characters.saturating_add(visible(text, self.has_wide_space));
                self.add(text);
            }
            EventKind::SoftBreak | EventKind::HardBreak | EventKind::VoidElement(_) => self.add(" "),
            EventKind::Start(tag) => self.start(*tag, facts),
            EventKind::End(tag) => self.end(*tag, range, facts),
            EventKind::FootnoteReference(index, _) => {
                if let Some(note) = facts.footnotes.get_mut(*index as usize) {
                    note.uses += 1;
                }
            }
            EventKind::ThematicBreak | EventKind::TaskListMarker(_) => {}
        }
    }

    /// The text has ended: what was passed over is better than nothing.
    pub(super) fn finish(&mut self, facts: &mut Facts) {
        if facts.opening.is_empty() {
            facts.opening = std::mem::take(&mut self.passed);
        }
    }

    /// A new id for what the author calls `name`.
    pub(super) fn id(&mut self, name: &str) -> String {
        self.slugs.give(name)
    }

    fn add(&mut self, text: &str) {
        let buffers = [&mut self.heading, &mut self.link, &mut self.image, &mut self.cell];
        for buffer in buffers.into_iter().flatten() {
            buffer.push_str(text);
        }
        if let Some(opening) = &mut self.opening
            && self.image.is_none()
            && opening.len() < OPENING * 8
        {
            opening.push_str(text);
        }
    }

    fn start(&mut self, tag: Tag, facts: &Facts) {
        match tag {
            Tag::Heading(_) => self.heading = Some(String::new()),
            Tag::Link(_) => self.link = Some(String::new()),
            Tag::Image(_) => self.image = Some(String::new()),
            Tag::TableCell(true, _) => self.cell = Some(String::new()),
            Tag::Paragraph if facts.opening.is_empty() => self.opening = Some(String::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: Tag, range: Range, facts: &mut Facts) {
        match tag {
            Tag::Heading(index) => {
                let text = trimmed(self.heading.take());
                if let Some(heading) = facts.headings.get_mut(index as usize) {
                    if !text.is_empty() {
                        heading.id = self.slugs.give(&text);
                    }
                    heading.text = text;
                }
            }
            Tag::Link(index) => {
                let text = trimmed(self.link.take());
                if let Some(link) = facts.links.get_mut(index as usize) {
                    link.text = text;
                }
            }
            Tag::Image(index) => {
                let text = trimmed(self.image.take());
                if let Some(image) = facts.images.get_mut(index as usize) {
                    image.alt = text;
                }
            }
            Tag::TableCell(true, _) => {
                let text = trimmed(self.cell.take());
                if let Some(table) = facts.tables.last_mut() {
                    table.header.push(text);
                }
            }
            Tag::TableRow => {
                if let Some(table) = facts.tables.last_mut() {
                    table.rows += 1;
                }
            }
            Tag::Footnote(index) => {
                if let Some(note) = facts.footnotes.get_mut(index as usize) {
                    note.range = range;
                }
            }
            Tag::Paragraph => {
                if let Some(opening) = self.opening.take() {
                    let opening = opening.trim();
                    if !says_nothing(opening) {
                        facts.opening = cut(opening);
                    } else if self.passed.is_empty() {
                        self.passed = cut(opening);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Whether a paragraph says nothing of what the text is about: whom it is addressed to, its number.
fn says_nothing(text: &str) -> bool {
    let short = text.len() < 600 && !text.contains('。');
    let number = text.len() < 120 && text.ends_with('号') && text.contains(['〔', '[', '［', '（', '(', '【']);
    text.is_empty() || short && (text.ends_with(['：', ':']) || number)
}

fn trimmed(text: Option<String>) -> String {
    let text = text.unwrap_or_default();
    if text.trim().len() == text.len() { text } else { text.trim().to_owned() }
}

/// White space of any width, and what cannot be seen.
fn is_blank(char: char) -> bool {
    char.is_whitespace() || is_unseen(char)
}

/// Whether U+3000 stands in `source`. It is E3 80 80, and E3 80 is all punctuation: the pair behind it is rare.
fn has_ideographic_space(source: &[u8]) -> bool {
    memmem::find_iter(source, b"\x80\x80").any(|at| source[..at].ends_with(b"\xe3"))
}

/// Characters that are not white space; wide and unseen ones are looked for only where there may be some.
fn visible(text: &str, spaced: bool) -> u32 {
    let begins = |b: u8| b & 0xC0 != 0x80 && b > b' ';
    let (eights, rest) = text.as_bytes().as_chunks();
    let mut count = rest.iter().filter(|it| begins(**it)).count();
    for part in eights.chunks(255) {
        // A one in each byte that begins a character and is no space, eight bytes in one step, summed byte by byte.
        let sums = part.iter().fold(0, |sums: u64, eight| {
            let bytes = u64::from_le_bytes(*eight);
            let first = !(bytes >> 7) | bytes >> 6;
            let visible = (((bytes & 0x7F7F_7F7F_7F7F_7F7F) + 0x5F5F_5F5F_5F5F_5F5F) | bytes) >> 7;
            sums + (first & visible & 0x0101_0101_0101_0101)
        });
        count += sums.to_le_bytes().map(usize::from).iter().sum::<usize>();
    }
    if spaced {
        count -= text.chars().filter(|&char| !char.is_ascii() && is_blank(char)).count();
    }
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The first `OPENING` characters of `text`, cut behind the last sentence in them, or with `…` where none ends in time.
fn cut(text: &str) -> String {
    let (mut sentence, mut last) = (None, 0);
    let mut letters = text.char_indices();
    for (count, (at, c)) in letters.by_ref().take(OPENING).enumerate() {
        if matches!(c, '。' | '！' | '？' | '；' | '!' | '?') {
            sentence = Some((count, at + c.len_utf8()));
        }
        if count + 1 == OPENING {
            last = at;
        }
    }
    match sentence {
        _ if letters.next().is_none() => text.to_owned(),
        // A sentence of a few characters says too little by itself.
        Some((count, end)) if count >= 20 => text[..end].to_owned(),
        _ => format!("{}…", &text[..last]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openings_end_with_a_sentence() {
        assert_eq!(cut("短。"), "短。");
        let long = format!("{}。{}", "字".repeat(40), "句".repeat(80));
        assert_eq!(cut(&long), format!("{}。", "字".repeat(40)));
        assert_eq!(cut(&"字".repeat(101)), format!("{}…", "字".repeat(99)));
        assert_eq!(cut(&"字".repeat(100)), "字".repeat(100));
    }

    #[test]
    fn whom_a_text_greets_is_no_summary() {
        for text in ["各科室，各镇人民政府：", "某综管综〔2015〕153号", "关于防汛的通知（示局发〔2018〕9号", ""]
        {
            assert_eq!(says_nothing(text), !text.starts_with("关于") || text.ends_with('号'), "{text}");
        }
        for text in ["为做好防汛工作，现通知如下。", "地址：甲路1号", "请遵照执行。各科室："]
        {
            assert!(!says_nothing(text), "{text}");
        }
    }

    #[test]
    fn space_is_no_character() {
        assert_eq!(visible("　　a 字\t。", true), 3);
        let letters = "中a。é𠮷 \n\u{7f}\u{1f}";
        for count in 0..80 {
            let text = letters.repeat(count);
            assert_eq!(visible(&text, false) as usize, text.chars().filter(|it| *it > ' ').count());
        }
    }
}
