//! A small set of words from one closed list.

use std::fmt;
use std::marker::PhantomData;

use super::Word;

/// A set of words of one list, kept in the list's order; a list has at most 32 words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Set<W> {
    bits: u32,
    list: PhantomData<W>,
}

impl<W: Word> Set<W> {
    /// The set without a word.
    pub const EMPTY: Self = Self { bits: 0, list: PhantomData };

    /// Every word of the list.
    pub fn all() -> Self {
        W::ALL.iter().copied().collect()
    }

    /// Adds `word`; true if it was not there.
    pub fn insert(&mut self, word: W) -> bool {
        let before = self.bits;
        self.bits |= 1 << word.ordinal();
        self.bits != before
    }

    pub fn contains(self, word: W) -> bool {
        self.bits & (1 << word.ordinal()) != 0
    }

    pub fn is_empty(self) -> bool {
        self.bits == 0
    }

    pub fn len(self) -> usize {
        self.bits.count_ones() as usize
    }

    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self { bits: self.bits | other.bits, ..self }
    }

    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        Self { bits: self.bits & other.bits, ..self }
    }

    /// The words in the list's order.
    pub fn iter(self) -> impl Iterator<Item = W> {
        W::ALL.iter().copied().filter(move |word| self.contains(*word))
    }
}

impl<W: Word> Default for Set<W> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<W: Word> FromIterator<W> for Set<W> {
    fn from_iter<I: IntoIterator<Item = W>>(words: I) -> Self {
        let mut set = Self::EMPTY;
        set.extend(words);
        set
    }
}

impl<W: Word> Extend<W> for Set<W> {
    fn extend<I: IntoIterator<Item = W>>(&mut self, words: I) {
        for word in words {
            self.insert(word);
        }
    }
}

impl<W: Word> fmt::Debug for Set<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(Word::key)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Disclosure::{Decision, Execution, Result, Service};

    #[test]
    fn words_come_in_the_order_of_the_list() {
        let set: Set<_> = [Result, Decision, Result].into_iter().collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), [Decision, Result]);
        assert_eq!(set.len(), 2);
        assert_eq!(format!("{set:?}"), r#"{"decision", "result"}"#);
    }

    #[test]
    fn sets_meet() {
        let left: Set<_> = [Decision, Execution].into_iter().collect();
        let right: Set<_> = [Execution, Service].into_iter().collect();
        assert_eq!(left.union(right).len(), 3);
        assert_eq!(left.intersection(right).iter().collect::<Vec<_>>(), [Execution]);
        let mut set = left;
        assert!(set.insert(Service) && !set.insert(Service));
        assert!(Set::<crate::vocabulary::Facet>::default().is_empty());
    }
}
