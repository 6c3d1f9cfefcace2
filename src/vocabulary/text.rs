//! Text in both tongues: fixed words and made sentences, side by side, so that neither can be forgotten.

use crate::pack::{Pack, Packer, Unpacker};

/// The tongue that output is written in. Chinese comes first: authors are office staff.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Chinese (simplified), the language of authors.
    #[default]
    Zh,
    /// English, for integrators.
    En,
}

/// Words that stand in the source code, in both tongues.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Plain and exact, in official vocabulary.
    pub zh: &'static str,
    /// The same, for whoever integrates or maintains.
    pub en: &'static str,
}

impl Words {
    /// The words in `lang`.
    pub const fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// A sentence made while running, in both tongues; write it with [`text!`](crate::vocabulary!).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The sentence in `lang`.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// The same text in both tongues: names, numbers, quotations.
    pub fn same(text: impl Into<String>) -> Self {
        let zh = text.into();
        Self { en: zh.clone(), zh }
    }
}

impl From<Words> for Text {
    fn from(words: Words) -> Self {
        Self { zh: words.zh.to_owned(), en: words.en.to_owned() }
    }
}

/// Makes a [`Text`](crate::vocabulary::Text) from two format strings; the compiler checks the holes of both:
/// `text! { zh: "公开逾期 {days} 个工作日", en: "published {days} working days late" }`.
macro_rules! text {
    (zh: $zh:literal, en: $en:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        // Bound first, so that a value that only one tongue needs is no fault in the other.
        $(let $name = &$value;)*
        $crate::vocabulary::Text { zh: format!($zh), en: format!($en) }
    }};
}

/// Makes fixed [`Words`](crate::vocabulary::Words): `words! { zh: "…", en: "…" }`.
macro_rules! words {
    (zh: $zh:literal, en: $en:literal $(,)?) => {
        $crate::vocabulary::Words { zh: $zh, en: $en }
    };
}

impl Pack for Text {
    fn pack(&self, to: &mut Packer) {
        to.text(&self.zh);
        to.text(&self.en);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Self { zh: from.text()?.to_owned(), en: from.text()?.to_owned() })
    }
}
