//! Writes the inline content of one container to the tree: emphasis as paired, adjacent texts joined, bare addresses linked,
//! line breaks between Chinese characters dropped.

use std::borrow::Cow;
use std::mem;

use super::autolink;
use super::char_class::drops_line_break;
use super::delimiter::DelimiterRun;
use super::emphasis::Delimiter;
use super::event::EventKind;
use super::facts::{Leftover, Link};
use super::inline::{Inline, Piece};
use super::raw_html::lower_raw_html;
use super::sink::Sink;
use super::tree::{TreeBuilder, index};
use crate::source::Range;

/// Writes the pieces of `inline` to `tree`, and ends what HTML among them left open. The pieces are spent after it.
pub(super) fn flush_inline<'a, S: Sink<'a>>(tree: &mut TreeBuilder<'a, S>, inline: &mut Inline<'a>) {
    let level = tree.open.len();
    tree.in_inline = true;
    let mut flush =
        Flush { tree, pending: None, before: Before::Nothing, next_delimiter: 0, depth: 0, leftovers: Vec::new() };
    for at in 0..inline.pieces.len() {
        let piece = mem::replace(&mut inline.pieces[at], Piece::End);
        flush.piece(piece, at, inline);
    }
    flush.flush_text();
    flush.record_leftovers();
    tree.in_inline = false;
    tree.end_above(level);
}

/// What a line break comes after.
#[derive(Clone, Copy)]
enum Before {
    /// No text.
    Nothing,
    /// Text of the source up to here.
    Source(u32),
    /// A text with this last character.
    Last(char),
}

/// Delimiters that paired with none and stay text.
struct Unpaired {
    start: u32,
    end: u32,
    in_emphasis: bool,
    /// The run that they are of.
    run: DelimiterRun,
}

struct Flush<'t, 'a, S> {
    tree: &'t mut TreeBuilder<'a, S>,
    /// Text of the source not yet written; what follows it at once is joined to it.
    pending: Option<Range>,
    before: Before,
    /// The first of the paired delimiters not yet met.
    next_delimiter: usize,
    /// Emphasis open now.
    depth: usize,
    leftovers: Vec<Unpaired>,
}

impl<'a, S: Sink<'a>> Flush<'_, 'a, S> {
    /// Writes `piece`, which is the one at `at` of `inline`.
    fn piece(&mut self, piece: Piece<'a>, at: usize, inline: &Inline<'a>) {
        match piece {
            Piece::Text(range) => {
                self.add_text(range);
                self.before = Before::Source(range.end);
                return;
            }
            Piece::Run(index) => return self.run(inline.runs[index], &inline.stack.paired),
            _ => self.flush_text(),
        }
        self.before = match piece {
            Piece::Literal(text, range) => {
                let last = text.chars().next_back();
                self.tree.text(text, range);
                last.map_or(Before::Nothing, Before::Last)
            }
            Piece::Atom(kind, range) => {
                self.atom(kind, range);
                Before::Nothing
            }
            Piece::SoftBreak(range) => {
                let source = self.tree.source;
                let before = match self.before {
                    Before::Nothing => None,
                    Before::Source(end) => source[..end as usize].chars().next_back(),
                    Before::Last(c) => Some(c),
                };
                let after = before.and_then(|_| first_character(source, inline, at + 1));
                if !before.zip(after).is_some_and(|(before, after)| drops_line_break(before, after)) {
                    self.tree.emit(EventKind::SoftBreak, range);
                }
                Before::Nothing
            }
            Piece::Html(html, range) => {
                lower_raw_html(self.tree, &html, range);
                Before::Nothing
            }
            Piece::Link(link) => {
                self.tree.link(*link, None);
                self.before
            }
            Piece::Image(image) => {
                self.tree.image(*image);
                self.before
            }
            Piece::End => {
                self.tree.end();
                self.before
            }
            Piece::Text(_) | Piece::Run(_) => self.before,
        };
    }

    fn atom(&mut self, kind: EventKind<'a>, range: Range) {
        let kind = match kind {
            EventKind::FootnoteReference(index, _) => {
                let uses = self.tree.facts.footnotes.get(index as usize).map_or(0, |note| note.uses);
                EventKind::FootnoteReference(index, uses + 1)
            }
            kind => kind,
        };
        self.tree.emit(kind, range);
    }

    /// Writes a delimiter run: where its delimiters are paired emphasis starts or ends, the rest is text.
    fn run(&mut self, run: DelimiterRun, paired: &[Delimiter]) {
        let mut from = run.start;
        while let Some(delimiter) = paired.get(self.next_delimiter).filter(|it| it.at < run.end()) {
            self.unpaired(run, from, delimiter.at);
            self.flush_text();
            self.delimiter(*delimiter);
            from = delimiter.at + delimiter.size;
            self.next_delimiter += 1;
        }
        self.unpaired(run, from, run.end());
    }

    fn delimiter(&mut self, delimiter: Delimiter) {
        if !delimiter.opens {
            self.depth = self.depth.saturating_sub(1);
            return self.tree.end();
        }
        self.depth += 1;
        let range = Range { start: delimiter.start, end: delimiter.end };
        self.tree.start(delimiter.tag, range, 0, None);
    }

    fn unpaired(&mut self, run: DelimiterRun, start: u32, end: u32) {
        if start < end {
            self.add_text(Range { start, end });
            self.leftovers.push(Unpaired { start, end, in_emphasis: self.depth > 0, run });
            self.before = Before::Nothing;
        }
    }

    fn add_text(&mut self, range: Range) {
        match &mut self.pending {
            Some(before) if before.end == range.start => before.end = range.end,
            _ => {
                self.flush_text();
                self.pending = Some(range);
            }
        }
    }

    /// Writes the pending text, its bare addresses as links.
    fn flush_text(&mut self) {
        let Some(range) = self.pending.take() else { return };
        let source: &'a str = self.tree.source;
        let text = &source[range.bytes()];
        let mut from = 0;
        if !self.tree.in_link_or_image() {
            autolink::find(text, |found| {
                let place = |start, end| Range::new(start, end).shifted(range.start as usize);
                self.tree.text(Cow::Borrowed(&text[from..found.range.start]), place(from, found.range.start));
                from = found.range.end;
                let address = &text[found.range.clone()];
                let whole = place(found.range.start, found.range.end);
                let destination = if found.mail { format!("mailto:{address}") } else { address.to_owned() };
                self.tree.link(Link { destination, bare: true, range: whole, ..Link::default() }, None);
                self.tree.text(Cow::Borrowed(address), whole);
                self.tree.end();
            });
        }
        let rest = Range { start: range.start.saturating_add(index(from)), end: range.end };
        self.tree.text(Cow::Borrowed(&text[from..]), rest);
    }

    /// Records unpaired delimiters where they look meant as emphasis: `**` and `~~` that might open, or that are not alone; and
    /// any within emphasis, as in `**（一）****（二）**`. A mask (`138****1234`, `李**`) and a blank to fill in (`____`) are no
    /// emphasis.
    fn record_leftovers(&mut self) {
        if self.tree.is_suppressed() {
            return;
        }
        let source = self.tree.source;
        let double = |run: &DelimiterRun| run.count == 2;
        let several = self.leftovers.iter().filter(|it| double(&it.run)).count() > 1;
        for Unpaired { start, end, in_emphasis, run } in &self.leftovers {
            let before = source[..run.start as usize].chars().next_back();
            let after = source[run.end() as usize..].chars().next();
            let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
            let mask = word(before) && after.is_none_or(ends_word) || digit(before) && digit(after);
            let loose = space(before) && before.is_some_and(|c| c != '\n') && space(after);
            let meant = double(run) && (several || run.can_open && !run.can_close) || *in_emphasis && run.count > 1;
            if meant && !mask && !loose {
                let range = Range { start: *start, end: *end };
                self.tree.facts.leftovers.push(Leftover { mark: char::from(run.delimiter), range });
            }
        }
    }
}

/// The first character of the text from the piece `from` on, if nothing else comes before it.
fn first_character(source: &str, inline: &Inline<'_>, from: usize) -> Option<char> {
    for piece in &inline.pieces[from..] {
        match piece {
            Piece::Text(range) => return source[range.bytes()].chars().next(),
            Piece::Literal(text, _) => return text.chars().next(),
            Piece::Run(index) => {
                let run = inline.runs[*index];
                let paired = &inline.stack.paired;
                let first = paired.partition_point(|delimiter| delimiter.at < run.start);
                let of_run = paired[first..].iter().take_while(|delimiter| delimiter.at < run.end());
                if of_run.map(|delimiter| delimiter.size).sum::<u32>() < run.count {
                    return None;
                }
            }
            Piece::Link(_) | Piece::End => {}
            Piece::Image(_) | Piece::Atom(..) | Piece::SoftBreak(_) | Piece::Html(..) => return None,
        }
    }
    None
}

/// May a masked name or number end before this character?
fn ends_word(c: char) -> bool {
    c.is_whitespace() || "，、。；：！？）》】”’,;:.)|".contains(c)
}
