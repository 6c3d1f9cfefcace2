//! A closed list of words and how a typed word is looked up in it.

use super::nearness::nearness;

/// One word of a closed list.
#[derive(Debug, PartialEq, Eq)]
pub struct Term {
    /// The English key in JSON and addresses, frozen for ever.
    pub key: &'static str,
    /// The official Chinese word: the label in JSON, what `fix` writes.
    pub zh: &'static str,
    /// The word on English output; the key where it reads well.
    pub en: &'static str,
    /// Other words authors write for it, accepted on input.
    pub variants: &'static [&'static str],
}

/// A closed list of words, in the order of its enum.
#[derive(Debug, PartialEq, Eq)]
pub struct Vocabulary {
    /// What the list is of, in Chinese: `公开方式`.
    pub name: &'static str,
    /// The words, in the official order.
    pub terms: &'static [Term],
}

impl Vocabulary {
    /// The place of `typed` in the list: by official word, variant or English key; surrounding white space is ignored.
    pub fn find(&self, typed: &str) -> Option<usize> {
        let typed = typed.trim();
        self.terms.iter().position(|term| term.zh == typed || term.key == typed || term.variants.contains(&typed))
    }

    /// The word of the list nearest to `typed`, if any is near enough to be meant; none where two are equally near: `公开` is
    /// no more 决策公开 than 结果公开.
    pub fn nearest(&self, typed: &str) -> Option<&'static Term> {
        let near = |term: &Term| {
            [term.zh, term.key].iter().chain(term.variants).map(|word| nearness(word, typed)).fold(0.0, f64::max)
        };
        let mut best: Option<(f64, Option<&'static Term>)> = None;
        for term in self.terms {
            let near = near(term);
            match best {
                Some((so_far, _)) if near < so_far => {}
                // The same calculation gives the same number, so that equals are equal.
                Some((so_far, _)) if near.to_bits() == so_far.to_bits() => best = Some((so_far, None)),
                _ if near >= 0.4 => best = Some((near, Some(term))),
                _ => {}
            }
        }
        best.and_then(|(_, term)| term)
    }
}

/// An enum whose values are the words of a closed list.
pub trait Word: Copy + Sized + 'static {
    /// The list.
    const VOCABULARY: &'static Vocabulary;
    /// All values, in the list's order.
    const ALL: &'static [Self];

    /// The place of this value in [`Self::ALL`] and in the list.
    fn ordinal(self) -> usize;

    /// The word of this value.
    fn term(self) -> &'static Term {
        &Self::VOCABULARY.terms[self.ordinal()]
    }

    /// The English key of this value.
    fn key(self) -> &'static str {
        self.term().key
    }

    /// The official Chinese word of this value.
    fn label(self) -> &'static str {
        self.term().zh
    }

    /// The value that `typed` names, by official word, variant or key.
    fn parse(typed: &str) -> Option<Self> {
        Self::VOCABULARY.find(typed).map(|at| Self::ALL[at])
    }
}

/// Declares an enum and its [`Vocabulary`](super::Vocabulary): a line a value – key, official Chinese, English, variants.
///
/// A macro, because three parallel lists (values, words, order) written by hand agree only until someone inserts a line.
macro_rules! closed_list {
    ($(#[$about:meta])* $name:ident $title:literal {
        $($value:ident: $key:literal, $zh:literal, $en:literal $(, [$($variant:literal),+ $(,)?])?;)+
    }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = concat!($zh, " (", $en, "), key `", $key, "`.")] $value,)+
        }

        impl $crate::vocabulary::Word for $name {
            const VOCABULARY: &'static $crate::vocabulary::Vocabulary = &$crate::vocabulary::Vocabulary {
                name: $title,
                terms: &[$($crate::vocabulary::Term {
                    key: $key, zh: $zh, en: $en, variants: &[$($($variant),+)?],
                }),+],
            };
            const ALL: &'static [Self] = &[$($name::$value),+];

            fn ordinal(self) -> usize {
                self as usize
            }
        }
    };
}
pub(super) use closed_list;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Disclosure;

    #[test]
    fn a_misspelt_word_is_understood() {
        let near = |typed| Disclosure::VOCABULARY.nearest(typed).map(|term| term.zh);
        assert_eq!(near("决筞公开"), Some("决策公开"));
        assert_eq!(near("desision"), Some("决策公开"));
        assert_eq!(near("qqq"), None);
        assert_eq!(near("公开"), None, "five words are equally near");
    }
}
