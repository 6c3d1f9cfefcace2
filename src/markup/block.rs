//! Blocks: what begins and ends them.

use std::borrow::Cow;
use std::mem;

use pulldown_cmark as cmark;

use super::event::{Align, Tag};
use super::facts::{Footnote, Heading, Table};
use super::walk::{Sink, Walk, count};
use crate::source::Range;

impl<'a, S: Sink<'a>> Walk<'a, S> {
    /// Begins a block.
    pub(super) fn begin(&mut self, tag: cmark::Tag<'a>, range: Range) {
        use cmark::Tag as T;
        let tag = match tag {
            T::Heading { level, .. } => return self.heading(level as u8, range, None),
            T::HtmlBlock => {
                self.html = Some((Cow::Borrowed(""), range));
                return;
            }
            T::CodeBlock(kind) => {
                self.verbatim = true;
                if matches!(kind, cmark::CodeBlockKind::Indented) && !self.silent() {
                    self.facts.indented.push(range);
                }
                Tag::CodeBlock
            }
            T::BlockQuote(_) => Tag::Quote,
            T::List(start) => Tag::List(start),
            T::Item => Tag::Item,
            T::FootnoteDefinition(label) => {
                let mut index = self.note(&label);
                let known = &mut self.facts.footnotes[index as usize];
                if known.range.end == 0 {
                    known.range = range;
                } else {
                    // Told twice: the second stands by itself, with nothing referring to it.
                    let note = Footnote { label: label.to_string(), range, ..Footnote::default() };
                    index = count(self.facts.footnotes.len());
                    self.facts.footnotes.push(note);
                }
                Tag::Footnote(index)
            }
            T::Table(aligns) => {
                self.aligns.clear();
                self.aligns.extend(aligns.into_iter().map(|align| match align {
                    cmark::Alignment::None => Align::None,
                    cmark::Alignment::Left => Align::Left,
                    cmark::Alignment::Center => Align::Centre,
                    cmark::Alignment::Right => Align::Right,
                }));
                if !self.silent() {
                    self.facts.tables.push(Table { range, ..Table::default() });
                }
                return self.enter(Tag::Table(count(self.facts.tables.len()).saturating_sub(1)), range, 64, None);
            }
            T::TableHead => {
                (self.head, self.column) = (true, 0);
                Tag::Head
            }
            T::TableRow => {
                self.column = 0;
                self.measure(range);
                Tag::Row
            }
            T::TableCell => {
                let align = self.aligns.get(self.column).copied().unwrap_or_default();
                self.column += 1;
                self.inline.table = true;
                Tag::Cell(self.head, align)
            }
            // Paragraphs; and what is never asked for (definition lists, metadata).
            _ => Tag::Paragraph,
        };
        self.enter(tag, range, 0, None);
    }

    /// Notes a table row that has more or fewer cells than the head.
    fn measure(&mut self, range: Range) {
        let row = self.source[range.bytes()].trim().as_bytes();
        let splits = |at: &usize| *at > 0 && *at + 1 < row.len() && row[at - 1] != b'\\';
        let cells = 1 + memchr::memchr_iter(b'|', row).filter(splits).count();
        if cells != self.aligns.len()
            && !self.silent()
            && let Some(table) = self.facts.tables.last_mut()
        {
            table.uneven.push(range);
        }
    }

    /// Begins a heading, of HTML if it has a name.
    pub(super) fn heading(&mut self, level: u8, range: Range, name: Option<String>) {
        if !self.silent() {
            self.facts.headings.push(Heading { level, range, ..Heading::default() });
        }
        self.enter(Tag::Heading(count(self.facts.headings.len()).saturating_sub(1)), range, 32, name);
    }

    /// Ends a block.
    pub(super) fn finish(&mut self, tag: cmark::TagEnd) {
        match tag {
            cmark::TagEnd::HtmlBlock => {
                if let Some((html, range)) = self.html.take() {
                    self.weave(&html, range);
                }
                return;
            }
            cmark::TagEnd::CodeBlock => self.verbatim = false,
            cmark::TagEnd::TableHead => self.head = false,
            cmark::TagEnd::TableCell => self.inline.table = false,
            _ => {}
        }
        self.leave();
    }

    /// Takes a line of a block of HTML; the lines stay one piece of the source where nothing stands between them.
    pub(super) fn collect(&mut self, line: Cow<'a, str>, range: Range) {
        let Some((html, whole)) = &mut self.html else { return };
        if html.is_empty() {
            (*html, *whole) = (line, range);
            return;
        }
        let joined = self.source.get(whole.start as usize..range.end as usize);
        let seamless = whole.end == range.start && matches!((&*html, &line), (Cow::Borrowed(_), Cow::Borrowed(_)));
        match joined.filter(|joined| seamless && joined.len() == html.len() + line.len()) {
            Some(joined) => *html = Cow::Borrowed(joined),
            None => html.to_mut().push_str(&mem::take(&mut line.into_owned())),
        }
        whole.end = range.end;
    }
}
