//! The one way a closed list is written down, so that an enum and its words can't drift apart.

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
