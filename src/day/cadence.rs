//! How often: yearly, half-yearly, quarterly, monthly.

/// The length of a calendar period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cadence {
    /// Every calendar year.
    Year,
    /// Every half year.
    Half,
    /// Every quarter.
    Quarter,
    /// Every month.
    Month,
}

impl Cadence {
    /// All cadences, the longest first.
    pub const ALL: [Self; 4] = [Self::Year, Self::Half, Self::Quarter, Self::Month];

    /// How many months a period has.
    pub fn months(self) -> u8 {
        match self {
            Self::Year => 12,
            Self::Half => 6,
            Self::Quarter => 3,
            Self::Month => 1,
        }
    }

    /// The key: `quarterly`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Year => "yearly",
            Self::Half => "half-yearly",
            Self::Quarter => "quarterly",
            Self::Month => "monthly",
        }
    }

    /// The official word: `每季度`.
    pub fn official(self) -> &'static str {
        match self {
            Self::Year => "每年",
            Self::Half => "每半年",
            Self::Quarter => "每季度",
            Self::Month => "每月",
        }
    }

    /// The English noun: `quarter`.
    pub fn english(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Half => "half year",
            Self::Quarter => "quarter",
            Self::Month => "month",
        }
    }
}
