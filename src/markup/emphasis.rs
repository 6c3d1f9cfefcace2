//! Which delimiter runs pair: CommonMark's algorithm of the delimiter stack, in one pass over the runs of a container.
//!
//! Runs come in the order of the source. A run that may close looks down the stack for the nearest run of its character that may
//! open, takes as many delimiters off both as both have, and goes on until it is used up or finds none; what is left of it goes
//! on the stack if it may open. Openers above the one that was found are dropped: nothing may cross emphasis. `*a **b* c**` is
//! thus `<em>a **b</em> c**`. Of the delimiters that pair at once, two make `strong` and one `em`, from the inside out.
//!
//! Two runs do not pair, although both are of one character, where one of them can both open and close and their lengths add up to
//! a multiple of 3 but are not each one (the “rule of three”: in `*a**b*` the middle is text). `~` pairs only with a run of its
//! own length. Inside the text of a link runs pair only with each other.
//!
//! A closer that finds none notes how high the stack was (“openers bottom”): a later one of the same kind searches only above. There
//! are nine kinds, since the outcome depends on character, length modulo 3 and whether the run can do both. So the whole is linear
//! even for texts made to be slow, such as ten thousand `*a `.

use super::delimiter::DelimiterRun;
use super::event::Tag;

/// One or two delimiter characters that open or close emphasis, paired.
#[derive(Clone, Copy, Debug)]
pub(super) struct Delimiter {
    /// Offset of its first character.
    pub(super) at: u32,
    /// One or two characters.
    pub(super) size: u32,
    /// What it opens or closes.
    pub(super) tag: Tag,
    /// First byte of the whole emphasis.
    pub(super) start: u32,
    /// One past the last byte of the whole emphasis.
    pub(super) end: u32,
    /// It is the opening one of the pair.
    pub(super) opens: bool,
}

#[derive(Clone, Copy, Debug)]
struct Opener {
    start: u32,
    /// Characters not yet paired.
    count: u32,
    /// Characters of the whole run, paired ones included.
    length: u32,
    delimiter: u8,
    /// It can close, too.
    both: bool,
}

// Kinds of closers. Where there is room for three, the length modulo 3 is added.
const KINDS: usize = 9;
const UNDERSCORE_ONE_SIDED: usize = 0;
const ASTERISK_ONE_SIDED: usize = 1;
const ASTERISK: usize = 2;
const TILDE: usize = 5;
const UNDERSCORE: usize = 6;

/// The runs that may still open emphasis.
#[derive(Debug, Default)]
pub(super) struct DelimiterStack {
    stack: Vec<Opener>,
    /// By kind of closer: below this height is no opener for it.
    openers_bottom: [usize; KINDS],
    /// By link that is open: the height of the stack where it began, and the bottoms outside it.
    links: Vec<(usize, [usize; KINDS])>,
    /// The delimiters paired so far, in no order.
    pub(super) paired: Vec<Delimiter>,
}

impl DelimiterStack {
    /// Forgets everything, keeping the memory.
    pub(super) fn reset(&mut self) {
        self.stack.clear();
        self.links.clear();
        self.paired.clear();
        self.openers_bottom = [0; KINDS];
    }

    /// Enters a link or picture: what is inside pairs only inside.
    pub(super) fn enter_link(&mut self) {
        self.links.push((self.stack.len(), self.openers_bottom));
        self.openers_bottom = [self.stack.len(); KINDS];
    }

    /// Leaves the link or picture entered last.
    pub(super) fn leave_link(&mut self) {
        if let Some((base, openers_bottom)) = self.links.pop() {
            self.stack.truncate(base);
            self.openers_bottom = openers_bottom;
        }
    }

    /// Takes the next run of the source (“process emphasis”).
    pub(super) fn process(&mut self, run: &DelimiterRun) {
        let both = run.can_open && run.can_close;
        let (mut start, mut count) = (run.start, run.count);
        while run.can_close && count > 0 {
            let Some(mut opener) = self.pop_opener(run, both) else { break };
            let pairs = count.min(opener.count);
            self.pair(opener.start + opener.count, start, pairs, run.delimiter);
            start += pairs;
            count -= pairs;
            opener.count -= pairs;
            if opener.count > 0 {
                self.push(opener);
            }
        }
        if run.can_open && count > 0 {
            self.push(Opener { start, count, length: run.count, delimiter: run.delimiter, both });
        }
    }

    fn pair(&mut self, mut inner_start: u32, mut inner_end: u32, mut count: u32, delimiter: u8) {
        while count > 0 {
            let size = count.min(2);
            let tag = match (delimiter, size) {
                (b'~', _) => Tag::Strikethrough,
                (_, 2) => Tag::Strong,
                _ => Tag::Emphasis,
            };
            let (start, end) = (inner_start - size, inner_end + size);
            self.paired.push(Delimiter { at: start, size, tag, start, end, opens: true });
            self.paired.push(Delimiter { at: inner_end, size, tag, start, end, opens: false });
            (inner_start, inner_end) = (start, end);
            count -= size;
        }
    }

    fn link_start(&self) -> usize {
        self.links.last().map_or(0, |link| link.0)
    }

    fn push(&mut self, opener: Opener) {
        if opener.delimiter == b'~' {
            self.openers_bottom[TILDE] = self.openers_bottom[TILDE].min(self.stack.len());
        }
        self.stack.push(opener);
    }

    /// Takes the nearest run off the stack that `closer` may close, and drops all above it.
    fn pop_opener(&mut self, closer: &DelimiterRun, both: bool) -> Option<Opener> {
        let (kind, one_sided) = match closer.delimiter {
            b'_' => (UNDERSCORE + closer.count as usize % 3, Some(UNDERSCORE_ONE_SIDED)),
            b'*' => (ASTERISK + closer.count as usize % 3, Some(ASTERISK_ONE_SIDED)),
            _ => (TILDE, None),
        };
        let one_sided = one_sided.filter(|_| !both);
        let bottom = one_sided
            .map_or(self.openers_bottom[kind], |other| self.openers_bottom[kind].min(self.openers_bottom[other]));
        let bottom = bottom.clamp(self.link_start(), self.stack.len());
        let found = self.stack[bottom..].iter().rposition(|opener| {
            opener.delimiter == closer.delimiter
                && if closer.delimiter == b'~' {
                    opener.length == closer.count
                } else {
                    !both && !opener.both
                        || !(closer.count + opener.length).is_multiple_of(3)
                        || closer.count.is_multiple_of(3)
                }
        });
        let Some(found) = found else {
            self.openers_bottom[kind] = self.stack.len();
            if let Some(other) = one_sided {
                self.openers_bottom[other] = self.stack.len();
            }
            return None;
        };
        let index = bottom + found;
        let opener = self.stack[index];
        self.stack.truncate(index);
        for bottom in &mut self.openers_bottom {
            *bottom = (*bottom).min(index);
        }
        Some(opener)
    }
}
