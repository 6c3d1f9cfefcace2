//! Several short words looked for at once, whatever bytes they are.

use aho_corasick::{AhoCorasick, MatchKind, packed};

/// A few words that are looked for in one pass: in vector instructions where the machine has them.
///
/// A pass stops wherever the first bytes of a word stand, so words are best that begin with rare ones; they need not begin where
/// a character does. No word is one end of another, nor overlaps another: each place of each word is found.
#[derive(Debug)]
pub enum Needles {
    /// As quick as one word of `memchr`, however many there are.
    Packed(packed::Searcher),
    /// For machines without such instructions.
    Plain(AhoCorasick),
}

impl Needles {
    /// Those of `words`, which are not empty.
    pub fn new<W>(words: impl IntoIterator<Item = W>) -> Self
    where
        W: AsRef<[u8]>,
    {
        let words: Vec<W> = words.into_iter().collect();
        let packed =
            packed::Config::new().match_kind(packed::MatchKind::LeftmostFirst).builder().extend(&words).build();
        packed.map_or_else(
            || {
                let plain = AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(&words);
                Self::Plain(plain.expect("a few short words"))
            },
            Self::Packed,
        )
    }

    /// Where words stand in `bytes`, in order: the number of each in the list it was made of, and where it begins.
    pub fn find_in(&self, bytes: &[u8], mut take: impl FnMut(usize, usize)) {
        match self {
            Self::Packed(searcher) => {
                searcher.find_iter(bytes).for_each(|it| take(it.pattern().as_usize(), it.start()));
            }
            Self::Plain(searcher) => {
                searcher.find_iter(bytes).for_each(|it| take(it.pattern().as_usize(), it.start()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WORDS: [&str; 4] = ["密", "内部", "】", "住址"];

    proptest! {
        #[test]
        fn each_place_of_each_word_is_found(text in "[密内部】住址，a]{0,200}") {
            let mut slow: Vec<_> =
                WORDS.iter().enumerate().flat_map(|(word, it)| text.match_indices(it).map(move |(at, _)| (word, at))).collect();
            slow.sort_by_key(|it| it.1);
            let plain = AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(WORDS).map(Needles::Plain);
            for needles in [Needles::new(WORDS), plain.expect("a few words")] {
                let mut found = Vec::new();
                needles.find_in(text.as_bytes(), |word, at| found.push((word, at)));
                prop_assert_eq!(&found, &slow);
            }
        }
    }
}
