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

    /// The cadence that a word means: `每季度`, `每季`, `按月`, `年度`; also the keys `yearly`, `half-yearly`, `quarterly`, `monthly`.
    pub fn parse(word: &str) -> Option<Self> {
        let word = word.trim();
        match word {
            "yearly" => return Some(Self::Year),
            "half-yearly" => return Some(Self::Half),
            "quarterly" => return Some(Self::Quarter),
            "monthly" => return Some(Self::Month),
            _ => {}
        }
        let core = word.strip_prefix('每').or_else(|| word.strip_prefix('按')).unwrap_or(word);
        match core.strip_prefix('个').unwrap_or(core) {
            "年" | "年度" | "一年" | "自然年" => Some(Self::Year),
            "半年" | "半年度" => Some(Self::Half),
            "季" | "季度" | "一季度" => Some(Self::Quarter),
            "月" | "月份" | "月度" | "一个月" => Some(Self::Month),
            _ => None,
        }
    }
}
