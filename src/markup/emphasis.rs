//! Which delimiter runs pair: the delimiter stack of CommonMark, one pass over a container's runs.
//!
//! The search is bounded from below per kind of closer ("openers bottom"), so that the whole stays linear.

use super::delimiter::Run;
use super::event::Tag;

/// One half of a pair: marks in the source that open or close emphasis.
#[derive(Clone, Copy, Debug)]
pub(super) struct Half {
    /// Offset of its first mark.
    pub(super) at: u32,
    /// One or two marks.
    pub(super) size: u32,
    /// What it opens or closes.
    pub(super) tag: Tag,
    /// First byte of the whole emphasis.
    pub(super) start: u32,
    /// One past the last byte of the whole emphasis.
    pub(super) end: u32,
    /// The opening half.
    pub(super) opens: bool,
}

#[derive(Clone, Copy, Debug)]
struct Opener {
    start: u32,
    count: u32,
    length: u32,
    mark: u8,
    both: bool,
}

const KINDS: usize = 9;
const UNDERSCORE_ONE_SIDED: usize = 0;
const ASTERISK_ONE_SIDED: usize = 1;
const ASTERISK: usize = 2;
const TILDE: usize = 5;
const UNDERSCORE: usize = 6;

/// The stack of runs that may still open emphasis, with a floor for each level of link text.
#[derive(Debug, Default)]
pub(super) struct Pairing {
    stack: Vec<Opener>,
    floors: [usize; KINDS],
    levels: Vec<(usize, [usize; KINDS])>,
    /// The halves found, in no order.
    pub(super) halves: Vec<Half>,
}

impl Pairing {
    /// Forgets everything, keeping the memory.
    pub(super) fn reset(&mut self) {
        self.stack.clear();
        self.levels.clear();
        self.halves.clear();
        self.floors = [0; KINDS];
    }

    /// Enters a link or picture: what is inside pairs only inside.
    pub(super) fn enter(&mut self) {
        self.levels.push((self.stack.len(), self.floors));
        self.floors = [self.stack.len(); KINDS];
    }

    /// Leaves the link or picture entered last.
    pub(super) fn leave(&mut self) {
        if let Some((base, floors)) = self.levels.pop() {
            self.stack.truncate(base);
            self.floors = floors;
        }
    }

    /// Takes the next run of the source.
    pub(super) fn take(&mut self, run: &Run) {
        let both = run.opens && run.closes;
        let (mut start, mut count) = (run.start, run.count);
        while run.closes && count > 0 {
            let Some(mut opener) = self.partner(run, both) else { break };
            let pairs = count.min(opener.count);
            self.pair(opener.start + opener.count, start, pairs, run.mark);
            start += pairs;
            count -= pairs;
            opener.count -= pairs;
            if opener.count > 0 {
                self.push(opener);
            }
        }
        if run.opens && count > 0 {
            self.push(Opener { start, count, length: run.count, mark: run.mark, both });
        }
    }

    fn pair(&mut self, mut inner_start: u32, mut inner_end: u32, mut marks: u32, mark: u8) {
        while marks > 0 {
            let size = marks.min(2);
            let tag = match (mark, size) {
                (b'~', _) => Tag::Strikethrough,
                (_, 2) => Tag::Strong,
                _ => Tag::Emphasis,
            };
            let (start, end) = (inner_start - size, inner_end + size);
            self.halves.push(Half { at: start, size, tag, start, end, opens: true });
            self.halves.push(Half { at: inner_end, size, tag, start, end, opens: false });
            (inner_start, inner_end) = (start, end);
            marks -= size;
        }
    }

    fn base(&self) -> usize {
        self.levels.last().map_or(0, |level| level.0)
    }

    fn push(&mut self, opener: Opener) {
        if opener.mark == b'~' {
            self.floors[TILDE] = self.floors[TILDE].min(self.stack.len());
        }
        self.stack.push(opener);
    }

    /// Takes the nearest run off the stack that `closer` may close, and all above it; the rule of three included.
    fn partner(&mut self, closer: &Run, both: bool) -> Option<Opener> {
        let (kind, one_sided) = match closer.mark {
            b'_' => (UNDERSCORE + closer.count as usize % 3, Some(UNDERSCORE_ONE_SIDED)),
            b'*' => (ASTERISK + closer.count as usize % 3, Some(ASTERISK_ONE_SIDED)),
            _ => (TILDE, None),
        };
        let one_sided = one_sided.filter(|_| !both);
        let floor = one_sided.map_or(self.floors[kind], |other| self.floors[kind].min(self.floors[other]));
        let floor = floor.clamp(self.base(), self.stack.len());
        let found = self.stack[floor..].iter().rposition(|opener| {
            opener.mark == closer.mark
                && if closer.mark == b'~' {
                    opener.length == closer.count
                } else {
                    !both && !opener.both
                        || !(closer.count + opener.length).is_multiple_of(3)
                        || closer.count.is_multiple_of(3)
                }
        });
        let Some(found) = found else {
            self.floors[kind] = self.stack.len();
            if let Some(other) = one_sided {
                self.floors[other] = self.stack.len();
            }
            return None;
        };
        let index = floor + found;
        let opener = self.stack[index];
        self.stack.truncate(index);
        for floor in &mut self.floors {
            *floor = (*floor).min(index);
        }
        Some(opener)
    }
}
