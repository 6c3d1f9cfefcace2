//! Pours the pieces of one inline container out as events: emphasis as paired, texts joined, bare addresses linked, line
//! breaks between Chinese characters dropped.

use std::borrow::Cow;
use std::mem;

use super::autolink;
use super::delimiter::Run;
use super::emphasis::Half;
use super::event::Kind;
use super::facts::{Leftover, Link, Suspect};
use super::inline::{Inline, Piece};
use super::letter::joins;
use super::walk::{Sink, Walk};
use crate::source::Range;

/// Where the text poured last ended.
#[derive(Clone, Copy)]
enum Tail {
    /// Something else than text.
    Other,
    /// Text of the source up to here.
    Source(u32),
    /// A text with this last character.
    Last(char),
}

/// Marks that stay text.
struct Left {
    start: u32,
    end: u32,
    /// They stand within emphasis.
    inside: bool,
    /// The run that they are of.
    run: Run,
}

impl<'a, S: Sink<'a>> Walk<'a, S> {
    /// Pours out what was taken since the last block began or ended.
    pub(super) fn flush(&mut self) {
        if self.inline.pieces.is_empty() {
            return;
        }
        let mut inline = mem::take(&mut self.inline);
        inline.settle();
        let level = self.open.len();
        self.pouring = true;
        self.pour(&mut inline);
        self.pouring = false;
        // HTML begun in running text ends with it.
        while self.open.len() > level
            && let Some(open) = self.open.pop()
        {
            self.ended(&open);
        }
        inline.reset();
        self.inline = inline;
    }

    fn pour(&mut self, inline: &mut Inline<'a>) {
        let mut pending: Option<Range> = None;
        let mut tail = Tail::Other;
        let mut next_half = 0;
        let mut left: Vec<Left> = Vec::new();
        let mut inside = 0_usize;
        for at in 0..inline.pieces.len() {
            let piece = mem::replace(&mut inline.pieces[at], Piece::Close);
            if let Piece::Text(range) = piece {
                self.join(&mut pending, range);
                tail = Tail::Source(range.end);
                continue;
            }
            if let Piece::Run(index) = piece {
                let run = inline.runs[index];
                let mut from = run.start;
                while let Some(half) = inline.pairing.halves.get(next_half).filter(|half| half.at < run.end()) {
                    if from < half.at {
                        self.join(&mut pending, Range { start: from, end: half.at });
                        left.push(Left { start: from, end: half.at, inside: inside > 0, run });
                        tail = Tail::Other;
                    }
                    self.spill(&mut pending);
                    self.half(*half, half.at == run.start && is_mask(self.source, &run));
                    inside = if half.opens { inside + 1 } else { inside.saturating_sub(1) };
                    from = half.at + half.size;
                    next_half += 1;
                }
                if from < run.end() {
                    self.join(&mut pending, Range { start: from, end: run.end() });
                    left.push(Left { start: from, end: run.end(), inside: inside > 0, run });
                    tail = Tail::Other;
                }
                continue;
            }
            self.spill(&mut pending);
            match piece {
                Piece::Literal(text, range) => {
                    tail = text.chars().next_back().map_or(Tail::Other, Tail::Last);
                    self.say(text, range);
                }
                Piece::Atom(Kind::Note(index, _), range) => {
                    let uses = self.facts.footnotes.get(index as usize).map_or(0, |note| note.uses);
                    self.emit(Kind::Note(index, uses + 1), range);
                    tail = Tail::Other;
                }
                Piece::Atom(kind, range) => {
                    self.emit(kind, range);
                    tail = Tail::Other;
                }
                Piece::Break(range) => {
                    let before = match tail {
                        Tail::Other => None,
                        Tail::Source(end) => self.source[..end as usize].chars().next_back(),
                        Tail::Last(c) => Some(c),
                    };
                    let after = before.and_then(|_| first_character(self.source, inline, at + 1));
                    if !before.zip(after).is_some_and(|(before, after)| joins(before, after)) {
                        self.emit(Kind::SoftBreak, range);
                    }
                    tail = Tail::Other;
                }
                Piece::Html(html, range) => {
                    self.weave(&html, range);
                    tail = Tail::Other;
                }
                Piece::Link(link) => self.link(*link, None),
                Piece::Image(image) => self.image(*image),
                Piece::Close => self.leave(),
                Piece::Text(_) | Piece::Run(_) => {}
            }
        }
        self.spill(&mut pending);
        self.judge(&left);
    }

    /// Joins text to what is pending if it follows at once.
    fn join(&mut self, pending: &mut Option<Range>, range: Range) {
        match pending {
            Some(before) if before.end == range.start => before.end = range.end,
            _ => {
                self.spill(pending);
                *pending = Some(range);
            }
        }
    }

    /// Tells the pending text, its bare addresses as links.
    fn spill(&mut self, pending: &mut Option<Range>) {
        let Some(range) = pending.take() else { return };
        let source: &'a str = self.source;
        let text = &source[range.bytes()];
        let mut from = 0;
        if self.links + self.images == 0 {
            autolink::find(text, |found| {
                let place = |start, end| Range::new(start, end).shifted(range.start as usize);
                self.say(Cow::Borrowed(&text[from..found.range.start]), place(from, found.range.start));
                from = found.range.end;
                let address = &text[found.range.clone()];
                let whole = place(found.range.start, found.range.end);
                let destination = if found.mail { format!("mailto:{address}") } else { address.to_owned() };
                self.link(Link { destination, bare: true, range: whole, ..Link::default() }, None);
                self.say(Cow::Borrowed(address), whole);
                self.leave();
            });
        }
        let rest = Range { start: range.start.saturating_add(super::walk::count(from)), end: range.end };
        self.say(Cow::Borrowed(&text[from..]), rest);
    }

    fn half(&mut self, half: Half, masks: bool) {
        if !half.opens {
            return self.leave();
        }
        let range = Range { start: half.start, end: half.end };
        self.enter(half.tag, range, 0, None);
        if masks && !self.silent() {
            self.facts.suspects.push(Suspect { range });
        }
    }

    /// Tells marks left over, where they look meant as emphasis: `**` and `~~` that might open, or that are not alone; and
    /// any within emphasis, as in `**（一）****（二）**`. A mask (`138****1234`, `李**`) and a blank to fill in (`____`) are no emphasis.
    fn judge(&mut self, left: &[Left]) {
        if self.silent() {
            return;
        }
        let double = |run: &Run| run.count == 2;
        let several = left.iter().filter(|left| double(&left.run)).count() > 1;
        for Left { start, end, inside, run } in left {
            let before = self.source[..run.start as usize].chars().next_back();
            let after = self.source[run.end() as usize..].chars().next();
            let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
            let mask = word(before) && after.is_none_or(ends_word) || digit(before) && digit(after);
            let loose = space(before) && before.is_some_and(|c| c != '\n') && space(after);
            let meant = double(run) && (several || run.opens && !run.closes) || *inside && run.count > 1;
            if meant && !mask && !loose {
                self.facts
                    .leftovers
                    .push(Leftover { mark: char::from(run.mark), range: Range { start: *start, end: *end } });
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
                let halves = &inline.pairing.halves;
                let first = halves.partition_point(|half| half.at < run.start);
                let paired: u32 =
                    halves[first..].iter().take_while(|half| half.at < run.end()).map(|half| half.size).sum();
                if paired < run.count {
                    return None;
                }
            }
            Piece::Link(_) | Piece::Close => {}
            Piece::Image(_) | Piece::Atom(..) | Piece::Break(_) | Piece::Html(..) => return None,
        }
    }
    None
}

/// Does the run look like a mask if it opens emphasis: `138****1234`, `李*、王*`?
fn is_mask(source: &str, run: &Run) -> bool {
    let before = source[..run.start as usize].chars().next_back();
    let after = source[run.end() as usize..].chars().next();
    let (Some(before), Some(after)) = (before, after) else { return false };
    run.mark == b'*'
        && before.is_alphanumeric()
        && (before.is_ascii_digit() && after.is_ascii_digit() || !after.is_whitespace() && ends_word(after))
}

/// May a masked name or number end before this character?
fn ends_word(c: char) -> bool {
    c.is_whitespace() || "，、。；：！？）》】”’,;:.)|".contains(c)
}
