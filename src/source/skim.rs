//! Steps over bytes that a scanner does not care for, a block at a time: most of a text is of interest to none of them.
//!
//! A scanner for characters of several bytes cannot use `memchr`, since all hanzi share a few first bytes. It gives a predicate over
//! three bytes in a row instead, which holds wherever something of interest *may* begin, and looks closer where that stops. Written
//! without branches the compiler turns the predicate over 32 places into vector instructions, with no unsafe code of ours.

/// Bytes of a block.
const BLOCK: usize = 32;

/// The first place from `from` on that `stops` at. It is asked about a byte and the two behind it, noughts behind the end.
///
/// Made of comparisons without branches (`&` and `|`, not `&&` and `||`) it is asked about a whole block in a few wide
/// instructions.
pub fn skim(bytes: &[u8], from: usize, stops: impl Fn(u8, u8, u8) -> bool) -> Option<usize> {
    let mut at = from;
    while let Some(block) = bytes.get(at..).and_then(<[u8]>::first_chunk::<{ BLOCK + 2 }>) {
        let mut stopped = [0_u8; BLOCK];
        for (place, stopped) in stopped.iter_mut().enumerate() {
            *stopped = u8::from(stops(block[place], block[place + 1], block[place + 2]));
        }
        for eight in stopped.as_chunks().0 {
            let first = u64::from_le_bytes(*eight).trailing_zeros() as usize / 8;
            if first < 8 {
                return Some(at + first);
            }
            at += 8;
        }
    }
    let byte = |place: usize| bytes.get(place).copied().unwrap_or(0);
    (at..bytes.len()).find(|&place| stops(byte(place), byte(place + 1), byte(place + 2)))
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
        }
    }
}
