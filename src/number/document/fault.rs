//! What can be wrong with a document number.

use crate::vocabulary::Text;

/// One fault of a document number (GB/T 9704-2012 §7.2.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fault {
    /// Spaces inside.
    Space,
    /// Invisible characters inside.
    Invisible,
    /// Full-width digits, or letters that stand for digits (O, 〇).
    Digit,
    /// Brackets other than 〔 〕.
    Bracket,
    /// No brackets, or one of two.
    NoBracket,
    /// 年 inside or for the brackets.
    YearWord,
    /// 第 before the serial.
    Ordinal,
    /// Noughts before the serial.
    LeadingZero,
    /// No 号 at the end.
    NoHao,
    /// No agency code before the year.
    NoAgency,
    /// The year is not written in full, or is none from 1949 to 2199.
    Year,
    /// No serial.
    NoSerial,
    /// The urgency printed above it (特急) stands before it.
    Urgency,
    /// An order cited with its number first: `国务院第493号令`.
    Order,
    /// Not the shape of a document number.
    Shape,
}

impl Fault {
    /// The fault in both tongues.
    pub fn text(self) -> Text {
        match self {
            Self::Space => text! { zh: "中间有空格", en: "it has spaces inside" },
            Self::Invisible => text! { zh: "含有看不见的字符", en: "it has invisible characters" },
            Self::Digit => text! { zh: "数字应为半角阿拉伯数字", en: "digits must be plain 0–9" },
            Self::Bracket => text! { zh: "年份应加六角括号〔〕", en: "the year stands in hexagonal brackets 〔 〕" },
            Self::NoBracket => text! { zh: "年份没有加六角括号〔〕", en: "the year has lost its brackets 〔 〕" },
            Self::YearWord => text! { zh: "年份后不写“年”", en: "no 年 after the year" },
            Self::Ordinal => text! { zh: "序号前不写“第”", en: "no 第 before the serial" },
            Self::LeadingZero => text! { zh: "序号不编虚位（1 不写作 01）", en: "no noughts before the serial" },
            Self::NoHao => text! { zh: "末尾缺“号”字", en: "号 is missing at the end" },
            Self::NoAgency => text! { zh: "缺发文机关代字", en: "the agency's code is missing" },
            Self::Year => text! { zh: "年份应写全四位", en: "the year must have four digits" },
            Self::NoSerial => text! { zh: "缺发文顺序号", en: "the serial is missing" },
            Self::Urgency => text! { zh: "紧急程度不是文号的一部分", en: "the urgency is no part of the number" },
            Self::Order => text! { zh: "令号写在“令”字后面", en: "the number of an order stands after 令" },
            Self::Shape => {
                text! { zh: "不是发文字号的写法，如“赣市府办发〔2018〕9号”", en: "not the shape of a document number" }
            }
        }
    }
}
