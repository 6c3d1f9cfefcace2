//! Goes through a body once: pulldown-cmark's events in; blocks, inline content and raw HTML out to the tree builder.

use std::borrow::Cow;

use pulldown_cmark as cmark;

use super::event::{Align, EventKind, Tag};
use super::facts::{Footnote, Image, Line, Link, Table};
use super::flush::flush_inline;
use super::inline::{Inline, Piece};
use super::raw_html::lower_raw_html;
use super::sink::Sink;
use super::tree::{TreeBuilder, index};
use crate::source::Range;

/// The parser: what is between pulldown-cmark and the tree.
///
/// Inline content is put aside in `inline` until its container ends, because emphasis can be paired only then; a block of HTML
/// is put aside in `html` until it is whole, because a tag may go over several lines. All else goes straight to the tree.
pub(super) struct Parser<'a, S> {
    tree: TreeBuilder<'a, S>,
    inline: Inline<'a>,
    /// Columns of the table that is open.
    aligns: Vec<Align>,
    /// The column of the next cell.
    column: usize,
    in_table_head: bool,
    in_code_block: bool,
    /// The lines so far of a block of HTML.
    html: Option<(Cow<'a, str>, Range)>,
}

impl<'a, S: Sink<'a>> Parser<'a, S> {
    pub(super) fn new(source: &'a str, sink: S) -> Self {
        Self {
            tree: TreeBuilder::new(source, sink),
            inline: Inline::default(),
            aligns: Vec::new(),
            column: 0,
            in_table_head: false,
            in_code_block: false,
            html: None,
        }
    }

    /// Parses the source to its end.
    pub(super) fn run(mut self) -> TreeBuilder<'a, S> {
        for (event, range) in cmark::Parser::new_ext(self.tree.source, options()).into_offset_iter() {
            self.event(event, range);
        }
        self.flush_inline();
        self.tree.finish();
        self.tree
    }

    fn event(&mut self, event: cmark::Event<'a>, range: std::ops::Range<usize>) {
        use cmark::{Event as E, Tag as T};
        let place = Range::from(range.clone());
        let source = self.tree.source;
        match event {
            E::Text(text) if self.in_code_block => self.tree.text(cow(text), place),
            E::Text(text) => self.inline.text(source, cow(text), range),
            E::Code(text) => self.inline.push(Piece::Atom(EventKind::Code(cow(text)), place), range.end),
            E::InlineHtml(text) => self.inline.push(Piece::Html(cow(text), place), range.end),
            E::SoftBreak => {
                self.tree.facts.lines.push(Line { at: place.end, joined: true, broken: false });
                self.inline.line_break(Piece::SoftBreak(place), range.end);
            }
            E::HardBreak => {
                self.tree.facts.lines.push(Line { at: place.end, joined: false, broken: true });
                self.inline.line_break(Piece::Atom(EventKind::HardBreak, place), range.end);
            }
            E::TaskListMarker(done) => {
                self.inline.push(Piece::Atom(EventKind::TaskListMarker(done), place), range.end);
            }
            E::FootnoteReference(label) => {
                let reference = EventKind::FootnoteReference(self.tree.footnote(&label), 0);
                self.inline.push(Piece::Atom(reference, place), range.end);
            }
            // Which runs pair is found anew; of pulldown-cmark's emphasis only the places of its runs are taken.
            E::Start(T::Emphasis | T::Strong | T::Strikethrough) => self.inline.run(source, range.start),
            E::End(cmark::TagEnd::Emphasis) => self.inline.run(source, range.end - 1),
            E::End(cmark::TagEnd::Strong) => self.inline.run(source, range.end - 2),
            E::End(cmark::TagEnd::Strikethrough) => {
                let two = source.as_bytes().get(range.start + 1) == Some(&b'~');
                self.inline.run(source, range.end - if two { 2 } else { 1 });
            }
            E::Start(T::Link { link_type, dest_url, title, .. }) => {
                let bare = matches!(link_type, cmark::LinkType::Autolink | cmark::LinkType::Email);
                let mail = link_type == cmark::LinkType::Email;
                let destination = if mail { format!("mailto:{dest_url}") } else { dest_url.into_string() };
                let link = Link { destination, title: title.into_string(), bare, range: place, ..Link::default() };
                self.inline.start(Piece::Link(Box::new(link)));
            }
            E::Start(T::Image { dest_url, title, .. }) => {
                let (destination, title) = (dest_url.into_string(), title.into_string());
                let image = Image { destination, title, range: place, ..Image::default() };
                self.inline.start(Piece::Image(Box::new(image)));
            }
            E::End(cmark::TagEnd::Link | cmark::TagEnd::Image) => self.inline.end(range.end),
            E::Html(text) => self.html_line(cow(text), place),
            E::Rule => {
                self.flush_inline();
                self.tree.emit(EventKind::ThematicBreak, place);
            }
            E::Start(tag) => {
                self.flush_inline();
                self.start_block(tag, place);
            }
            E::End(tag) => {
                self.flush_inline();
                self.end_block(tag);
            }
            // Mathematics is not asked for.
            E::InlineMath(text) | E::DisplayMath(text) => self.tree.text(cow(text), place),
        }
    }

    /// Writes the inline content that was put aside since the last block began or ended.
    fn flush_inline(&mut self) {
        if !self.inline.pieces.is_empty() {
            self.inline.sort_delimiters();
            flush_inline(&mut self.tree, &mut self.inline);
            self.inline.reset();
        }
    }

    fn start_block(&mut self, tag: cmark::Tag<'a>, range: Range) {
        use cmark::Tag as T;
        let tag = match tag {
            T::Heading { level, .. } => return self.tree.heading(level as u8, range, None),
            T::HtmlBlock => {
                self.html = Some((Cow::Borrowed(""), range));
                return;
            }
            T::CodeBlock(kind) => {
                self.in_code_block = true;
                if !self.tree.is_suppressed() {
                    let facts = &mut self.tree.facts;
                    let indented = matches!(kind, cmark::CodeBlockKind::Indented);
                    if indented { &mut facts.indented } else { &mut facts.fenced }.push(range);
                }
                Tag::CodeBlock
            }
            T::BlockQuote(_) => Tag::BlockQuote,
            T::List(start) => Tag::List(start),
            T::Item => Tag::Item,
            T::FootnoteDefinition(label) => Tag::Footnote(self.footnote_definition(&label, range)),
            T::Table(aligns) => {
                self.aligns.clear();
                self.aligns.extend(aligns.into_iter().map(|align| match align {
                    cmark::Alignment::None => Align::None,
                    cmark::Alignment::Left => Align::Left,
                    cmark::Alignment::Center => Align::Centre,
                    cmark::Alignment::Right => Align::Right,
                }));
                if !self.tree.is_suppressed() {
                    self.tree.facts.tables.push(Table { range, ..Table::default() });
                }
                let number = index(self.tree.facts.tables.len()).saturating_sub(1);
                return self.tree.start(Tag::Table(number), range, 64, None);
            }
            T::TableHead => {
                (self.in_table_head, self.column) = (true, 0);
                Tag::TableHead
            }
            T::TableRow => {
                self.column = 0;
                self.check_width(range);
                Tag::TableRow
            }
            T::TableCell => {
                let align = self.aligns.get(self.column).copied().unwrap_or_default();
                self.column += 1;
                self.inline.in_table = true;
                Tag::TableCell(self.in_table_head, align)
            }
            // Paragraphs; and what is never asked for (definition lists, metadata).
            _ => {
                self.tree.facts.lines.push(Line { at: range.start, joined: false, broken: false });
                Tag::Paragraph
            }
        };
        self.tree.start(tag, range, 0, None);
    }

    fn end_block(&mut self, tag: cmark::TagEnd) {
        match tag {
            cmark::TagEnd::HtmlBlock => {
                if let Some((html, range)) = self.html.take() {
                    lower_raw_html(&mut self.tree, &html, range);
                }
                return;
            }
            cmark::TagEnd::CodeBlock => self.in_code_block = false,
            cmark::TagEnd::TableHead => self.in_table_head = false,
            cmark::TagEnd::TableCell => self.inline.in_table = false,
            _ => {}
        }
        self.tree.end();
    }

    /// The index of a footnote that is defined at `range`. A label defined twice is two footnotes; nothing refers to the second.
    fn footnote_definition(&mut self, label: &str, range: Range) -> u32 {
        let known = self.tree.footnote(label);
        let footnotes = &mut self.tree.facts.footnotes;
        let first = &mut footnotes[known as usize];
        if first.range.end == 0 {
            first.range = range;
            return known;
        }
        footnotes.push(Footnote { label: label.to_owned(), range, ..Footnote::default() });
        index(footnotes.len() - 1)
    }

    /// Records a table row that has more or fewer cells than the head.
    fn check_width(&mut self, range: Range) {
        let row = self.tree.source[range.bytes()].trim().as_bytes();
        let splits = |at: &usize| *at > 0 && *at + 1 < row.len() && row[at - 1] != b'\\';
        let cells = 1 + memchr::memchr_iter(b'|', row).filter(splits).count();
        if cells != self.aligns.len()
            && !self.tree.is_suppressed()
            && let Some(table) = self.tree.facts.tables.last_mut()
        {
            table.uneven.push(range);
        }
    }

    /// Takes a line of a block of HTML; the lines stay one slice of the source where nothing (the `>` of a block quote) stands
    /// between them.
    fn html_line(&mut self, line: Cow<'a, str>, range: Range) {
        let Some((html, whole)) = &mut self.html else { return };
        if html.is_empty() {
            (*html, *whole) = (line, range);
            return;
        }
        let joined = self.tree.source.get(whole.start as usize..range.end as usize);
        let seamless = whole.end == range.start && matches!((&*html, &line), (Cow::Borrowed(_), Cow::Borrowed(_)));
        match joined.filter(|joined| seamless && joined.len() == html.len() + line.len()) {
            Some(joined) => *html = Cow::Borrowed(joined),
            None => html.to_mut().push_str(&line),
        }
        whole.end = range.end;
    }
}

/// CommonMark and the extensions that authors were promised.
fn options() -> cmark::Options {
    cmark::Options::ENABLE_TABLES
        | cmark::Options::ENABLE_FOOTNOTES
        | cmark::Options::ENABLE_STRIKETHROUGH
        | cmark::Options::ENABLE_TASKLISTS
}

fn cow(text: cmark::CowStr<'_>) -> Cow<'_, str> {
    match text {
        cmark::CowStr::Borrowed(text) => Cow::Borrowed(text),
        text => Cow::Owned(text.into_string()),
    }
}
