//! A legal text, in force from a day until another, and a place in it that a rule stands on.

use serde::Serialize;

use crate::{day::Day, vocabulary::Words};

/// Year, month, day as written in a table of laws.
pub type Ymd = (i32, u8, u8);

/// How much a text weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rank {
    /// 法律: passed by the National People's Congress or its Standing Committee.
    Law,
    /// 行政法规: the State Council's regulations.
    Regulation,
    /// 规范性文件 of the State Council's offices, ministries and local governments.
    Document,
    /// 国家标准.
    Standard,
}

/// How well the first day of a text is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dated {
    /// From the text itself.
    Exactly,
    /// It was in force on that day at the latest: only its month or year is known, or a day on which it was cited.
    Roughly,
}

/// A legal text in one version.
#[derive(Debug, PartialEq, Eq)]
pub struct Law {
    /// Title with its marks, and where two versions are told apart, the version.
    pub title: Words,
    /// Number of the document, in full; empty where it has none.
    pub number: &'static str,
    /// Its weight.
    pub rank: Rank,
    /// First day in force; none while no source gives it, and then it carries no more than a note.
    pub from: Option<Ymd>,
    /// How well that day is known.
    pub dated: Dated,
    /// Last day in force; none while it still is.
    pub until: Option<Ymd>,
}

impl Law {
    /// The place `article` of this text, as a rule stands on it.
    pub const fn at(&'static self, article: Words) -> Ground {
        Ground { law: self, article }
    }

    /// The text as a whole, as a rule stands on it.
    pub const fn whole(&'static self) -> Ground {
        self.at(Words { zh: "", en: "" })
    }

    /// Whether the text was in force on `day`.
    pub fn in_force(&self, day: Day) -> bool {
        let on = day.ymd();
        self.from.is_none_or(|from| from <= on) && self.until.is_none_or(|until| on <= until)
    }
}

/// A place in a legal text that a rule stands on.
#[derive(Debug, PartialEq, Eq)]
pub struct Ground {
    /// The text.
    pub law: &'static Law,
    /// The article, in both tongues; empty for the text as a whole.
    pub article: Words,
}

impl Ground {
    /// The text as authors cite it: `《…》第二十六条`.
    pub fn words(&self, lang: crate::vocabulary::Lang) -> String {
        let number = if self.law.number.is_empty() { String::new() } else { format!("（{}）", self.law.number) };
        let article = self.article.get(lang);
        let gap = if lang == crate::vocabulary::Lang::En && !article.is_empty() { ", " } else { "" };
        format!("{}{number}{gap}{article}", self.law.title.get(lang))
    }
}
