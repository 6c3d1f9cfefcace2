//! Steps over bytes that a scanner does not care for, a block at a time: most of a text is of interest to none of them.
//!
//! A scanner for characters of several bytes cannot use `memchr`, since all hanzi share a few first bytes. It gives a predicate over
//! three bytes in a row instead, which holds wherever something of interest *may* begin, and looks closer where that stops. Written
//! without branches the compiler turns the predicate over 32 places into vector instructions, with no unsafe code of ours.

/// Bytes of a block.
const BLOCK: usize = 32;

/// The first place from `from` on that `stops` at. It is asked about a byte and the two behind it, noughts behind the end.
pub fn skim(bytes: &[u8], from: usize, stops: impl Fn(u8, u8, u8) -> bool) -> Option<usize> {
    Skimmer::new(bytes, stops).next(from)
}

/// The places of a text that a predicate stops at; where many lie near each other, a block is looked at once for all of them.
pub struct Skimmer<'t, P> {
    bytes: &'t [u8],
    stops: P,
    /// Where the block begins that was looked at last.
    block: usize,
    /// What came of it: a byte for each of its places, not nought where it stops.
    stopped: [u64; BLOCK / 8],
}

impl<'t, P> Skimmer<'t, P>
where
    P: Fn(u8, u8, u8) -> bool,
{
    /// The places of `bytes` that `stops` at. It is asked about a byte and the two behind it, noughts behind the end.
    ///
    /// Made of comparisons without branches (`&` and `|`, not `&&` and `||`) it is asked about a whole block in a few wide
    /// instructions.
    pub fn new(bytes: &'t [u8], stops: P) -> Self {
        let mut skimmer = Self { bytes, stops, block: 0, stopped: [0; BLOCK / 8] };
        skimmer.look(0);
        skimmer
    }

    /// The first place from `from` on.
    pub fn next(&mut self, from: usize) -> Option<usize> {
        let mut at = from;
        while at < self.bytes.len() {
            if !(self.block..self.block + BLOCK).contains(&at) {
                self.look(at);
            }
            let within = at - self.block;
            let mut eight = self.stopped[within / 8] & (u64::MAX << (within % 8 * 8));
            for place in within / 8.. {
                if eight != 0 {
                    let found = self.block + place * 8 + eight.trailing_zeros() as usize / 8;
                    return (found < self.bytes.len()).then_some(found);
                }
                let Some(next) = self.stopped.get(place + 1) else { break };
                eight = *next;
            }
            at = self.block + BLOCK;
        }
        None
    }

    fn look(&mut self, at: usize) {
        self.block = at;
        let rest = self.bytes.get(at..).unwrap_or_default();
        if let Some(block) = rest.first_chunk() {
            self.ask(block);
        } else {
            let mut block = [0; BLOCK + 2];
            block[..rest.len()].copy_from_slice(rest);
            self.ask(&block);
        }
    }

    fn ask(&mut self, block: &[u8; BLOCK + 2]) {
        let mut stopped = [0_u8; BLOCK];
        for (place, stopped) in stopped.iter_mut().enumerate() {
            *stopped = u8::from((self.stops)(block[place], block[place + 1], block[place + 2]));
        }
        for (eight, places) in self.stopped.iter_mut().zip(stopped.as_chunks().0) {
            *eight = u64::from_le_bytes(*places);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_first_place_is_found(bytes in proptest::collection::vec(0_u8..8, 0..200), from in 0_usize..220, sought in 0_u8..8) {
            let stops = |a: u8, b: u8, c: u8| (a == sought) & ((b < 2) | (c == 5));
            let byte = |place: usize| bytes.get(place).copied().unwrap_or(0);
            let slow = (from..bytes.len()).find(|&at| stops(byte(at), byte(at + 1), byte(at + 2)));
            prop_assert_eq!(skim(&bytes, from, stops), slow);
            let mut skimmer = Skimmer::new(&bytes, stops);
            for from in [from, from / 2, from, from + 1, from + 5, from + 40] {
                prop_assert_eq!(skimmer.next(from), (from..bytes.len()).find(|&at| stops(byte(at), byte(at + 1), byte(at + 2))));
            }
        }
    }
}
