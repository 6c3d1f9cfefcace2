//! Gathers the facts while the events go by.

use super::event::{Kind, Tag};
use super::facts::Facts;
use super::slug::Slugs;
use crate::source::Range;

/// How long a derived summary may be, in characters.
const OPENING: usize = 100;

/// The texts being collected, and the ids given.
#[derive(Debug, Default)]
pub(super) struct Gather {
    heading: Option<String>,
    link: Option<String>,
    image: Option<String>,
    cell: Option<String>,
    opening: Option<String>,
    slugs: Slugs,
}

impl Gather {
    /// Takes one event that is shown.
    pub(super) fn take(&mut self, kind: &Kind<'_>, range: Range, facts: &mut Facts) {
        match kind {
            Kind::Text(text) | Kind::Code(text) => {
                facts.characters = facts.characters.saturating_add(visible(text));
                self.add(text);
            }
            Kind::SoftBreak | Kind::HardBreak | Kind::Void(_) => self.add(" "),
            Kind::Start(tag) => self.start(*tag, facts),
            Kind::End(tag) => self.end(*tag, range, facts),
            Kind::Note(index, _) => {
                if let Some(note) = facts.footnotes.get_mut(*index as usize) {
                    note.uses += 1;
                }
            }
            Kind::Rule | Kind::Task(_) => {}
        }
    }

    /// Gives a new id to what the author calls `name`.
    pub(super) fn name(&mut self, name: &str) -> String {
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
            Tag::Cell(true, _) => self.cell = Some(String::new()),
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
            Tag::Cell(true, _) => {
                let text = trimmed(self.cell.take());
                if let Some(table) = facts.tables.last_mut() {
                    table.header.push(text);
                }
            }
            Tag::Row => {
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
                    facts.opening = cut(opening.trim());
                }
            }
            _ => {}
        }
    }
}

fn trimmed(text: Option<String>) -> String {
    let text = text.unwrap_or_default();
    if text.trim().len() == text.len() { text } else { text.trim().to_owned() }
}

/// Characters that are not white space.
fn visible(text: &str) -> u32 {
    // Bytes that begin a character and are no ASCII space, but not the first of an ideographic space. Looking at three bytes
    // at once without a branch lets the machine take many places in one step.
    let bytes = text.as_bytes();
    let begins = |b: u8| b & 0xC0 != 0x80 && b > b' ';
    let (thirds, seconds) = (bytes.get(2..).unwrap_or_default(), bytes.get(1..).unwrap_or_default());
    let count = |part: usize| -> u8 {
        let end = (part + 128).min(thirds.len());
        let three = bytes[part..end].iter().zip(&seconds[part..end]).zip(&thirds[part..end]);
        three.map(|((&a, &b), &c)| u8::from(begins(a) & !((a == 0xE3) & (b == 0x80) & (c == 0x80)))).sum()
    };
    let whole: u32 = (0..thirds.len()).step_by(128).map(|part| u32::from(count(part))).sum();
    let rest = bytes[thirds.len()..].iter().filter(|b| begins(**b)).count();
    whole.saturating_add(u32::try_from(rest).unwrap_or(u32::MAX))
}

/// The first `OPENING` characters of `text`, cut behind the last sentence in them, or with `…` where none ends in time.
fn cut(text: &str) -> String {
    if text.chars().count() <= OPENING {
        return text.to_owned();
    }
    let mut sentence = None;
    let mut last = 0;
    for (count, (at, c)) in text.char_indices().enumerate().take(OPENING) {
        if matches!(c, '。' | '！' | '？' | '；' | '!' | '?') {
            sentence = Some((count, at + c.len_utf8()));
        }
        if count + 1 == OPENING {
            last = at;
        }
    }
    match sentence {
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
    fn space_is_no_character() {
        assert_eq!(visible("　　a 字\t。"), 3);
    }
}
