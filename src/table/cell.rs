//! What a cell says: its text read as its column's type.

use std::borrow::Cow;

use crate::day::Day;
use crate::text::Text;
use crate::vocabulary::{CellType, nearest_of};

use super::column::Column;

/// Checks of numbers that another room knows; each answers why a text is wrong, or `None`.
#[derive(Clone, Copy, Debug)]
pub struct Checks {
    /// Of a unified social credit code (GB 32100).
    pub credit_code: fn(&str) -> Option<Text>,
    /// Of a document number.
    pub document_number: fn(&str) -> Option<Text>,
}

impl Default for Checks {
    /// Takes every number.
    fn default() -> Self {
        Self { credit_code: |_| None, document_number: |_| None }
    }
}

/// A cell's value in its normal form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Nothing.
    Empty,
    /// Text, codes, names, addresses; one of a list in the list's own spelling.
    Text(Cow<'a, str>),
    /// A whole number.
    Integer(i64),
    /// A decimal or an amount of money: ASCII digits, no commas, no currency.
    Decimal(String),
    /// A day.
    Day(Day),
    /// Yes or no.
    Flag(bool),
    /// Several of a list, in the cell's order.
    Many(Vec<&'a str>),
    /// A time limit: how many days, and whether they are working days.
    Days(u32, bool),
}

/// Why a cell is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing where something is required.
    Missing,
    /// No whole number.
    NotInteger,
    /// No number.
    NotDecimal,
    /// No amount.
    NotMoney,
    /// No day.
    NotDate,
    /// Neither yes nor no.
    NotYesNo,
    /// Not in the list; the nearest of the list.
    NotAllowed(Option<String>),
    /// A character that no code has.
    NotCode(char),
    /// No phone number.
    NotPhone,
    /// No address of a page.
    NotUrl,
    /// No number of days.
    NotDays,
    /// No name: digits, or far too long.
    NotPerson,
    /// A number that its own check refuses, and why.
    Number(Text),
    /// The value stands already in this row.
    Repeated(u32),
}

/// Reads `text` as a cell of `column`.
///
/// # Errors
/// The reason why it is no such value. An empty cell of a required column is [`Reason::Missing`].
pub fn value<'a>(column: &'a Column, text: &'a str, checks: &Checks) -> Result<Value<'a>, Reason> {
    let text = text.trim();
    if text.is_empty() || (matches!(text, "/" | "-" | "—" | "——") && !column.required) {
        return if column.required { Err(Reason::Missing) } else { Ok(Value::Empty) };
    }
    let plain = || Ok(Value::Text(Cow::Borrowed(text)));
    match column.kind {
        CellType::Integer => decimal(text)
            .and_then(|number| number.strip_suffix(".0").unwrap_or(&number).parse().ok())
            .map(Value::Integer)
            .ok_or(Reason::NotInteger),
        CellType::Decimal => decimal(text).map(Value::Decimal).ok_or(Reason::NotDecimal),
        CellType::Money => money(text).map(Value::Decimal).ok_or(Reason::NotMoney),
        CellType::Date => Day::guess(without_clock(text)).map(Value::Day).ok_or(Reason::NotDate),
        CellType::YesNo => yes_no(text).map(Value::Flag).ok_or(Reason::NotYesNo),
        CellType::OneOf if column.values.is_empty() => plain(),
        CellType::OneOf => one_of(column, text).map(|known| Value::Text(Cow::Borrowed(known))),
        CellType::ManyOf => many_of(column, text).map(Value::Many),
        CellType::Code => match text.chars().find(|&c| !is_code_letter(c)) {
            Some(odd) => Err(Reason::NotCode(odd)),
            None => plain(),
        },
        CellType::Phone if is_phone(text) => plain(),
        CellType::Phone => Err(Reason::NotPhone),
        CellType::Url if is_url(text) => plain(),
        CellType::Url => Err(Reason::NotUrl),
        CellType::CreditCode => (checks.credit_code)(text).map_or_else(plain, |why| Err(Reason::Number(why))),
        CellType::DocumentNumber => (checks.document_number)(text).map_or_else(plain, |why| Err(Reason::Number(why))),
        CellType::WorkingDays => days(text).map(|(days, working)| Value::Days(days, working)).ok_or(Reason::NotDays),
        CellType::Person if text.chars().count() > 60 || text.chars().any(|c| c.is_ascii_digit()) => {
            Err(Reason::NotPerson)
        }
        CellType::Text | CellType::Person => plain(),
    }
}

fn one_of<'a>(column: &'a Column, text: &str) -> Result<&'a str, Reason> {
    let known = || column.values.iter().map(String::as_str);
    known()
        .find(|known| *known == text)
        .ok_or_else(|| Reason::NotAllowed(nearest_of(known(), text, 0.4).map(str::to_owned)))
}

fn many_of<'a>(column: &'a Column, text: &'a str) -> Result<Vec<&'a str>, Reason> {
    text.split(['、', '，', ',', '；', ';', '|', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| if column.values.is_empty() { Ok(part) } else { one_of(column, part) })
        .collect()
}

/// ASCII digits with at most one point, from what offices type: full-width, commas between thousands.
fn decimal(text: &str) -> Option<String> {
    let mut number = String::with_capacity(text.len());
    let mut whole = 0;
    for letter in text.chars() {
        match ascii(letter) {
            digit @ '0'..='9' => {
                number.push(digit);
                whole += usize::from(!number.contains('.'));
            }
            '.' if !number.contains('.') => number.push('.'),
            '-' | '−' if number.is_empty() => number.push('-'),
            '+' if number.is_empty() => {}
            // Only between digits before the point.
            ',' if whole > 0 && !number.contains('.') => {}
            _ => return None,
        }
        if number.len() > 40 {
            return None;
        }
    }
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    (digits > 0 && whole > 0 && !number.ends_with('.') && !text.ends_with(',')).then_some(number)
}

fn ascii(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        _ => letter,
    }
}

fn money(text: &str) -> Option<String> {
    let text = text.trim_start_matches(['¥', '￥']).trim();
    let text = ["万元", "元"].iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text).trim();
    decimal(text).filter(|number| number.split_once('.').is_none_or(|(_, cents)| cents.len() <= 6))
}

/// A day without the time that spreadsheets add: `2018-05-03 09:30`.
fn without_clock(text: &str) -> &str {
    match text.rsplit_once([' ', 'T']) {
        Some((day, clock))
            if clock.contains(':') && clock.bytes().all(|byte| byte.is_ascii_digit() || byte == b':') =>
        {
            day
        }
        _ => text,
    }
}

fn yes_no(text: &str) -> Option<bool> {
    match text {
        "是" | "有" | "√" | "✓" | "Y" | "y" | "yes" | "Yes" | "true" | "TRUE" | "1" => Some(true),
        "否" | "无" | "不" | "×" | "✗" | "N" | "n" | "no" | "No" | "false" | "FALSE" | "0" => Some(false),
        _ => None,
    }
}

const fn is_code_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '-' | '_' | '.' | '/' | ':' | '(' | ')' | '#')
        || matches!(c, '\u{4e00}'..='\u{9fff}' | '〔' | '〕' | '（' | '）')
}

fn is_phone(text: &str) -> bool {
    let mut numbers =
        text.split(['、', '，', ',', '；', ';', '/', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let one = |number: &str| {
        let digits = number.chars().filter(char::is_ascii_digit).count();
        (3..=20).contains(&digits)
            && number.chars().all(|c| {
                c.is_ascii_digit() || matches!(c, '-' | '－' | '—' | ' ' | '+' | '(' | ')' | '（' | '）' | '转' | '*')
            })
    };
    numbers.clone().next().is_some() && numbers.all(one)
}

fn is_url(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.contains('.') && !text.contains(char::is_whitespace) && !text.contains(['<', '>', '"', '\\'])
}

/// Days and whether they are working days: `20`, `20个工作日`, `30日`, `即办`.
fn days(text: &str) -> Option<(u32, bool)> {
    if matches!(text, "即办" | "即时" | "即时办结" | "当场" | "当场办结" | "当场办理" | "即办件") {
        return Some((0, true));
    }
    let folded: String = text.chars().map(ascii).filter(|c| !c.is_whitespace()).collect();
    let digits = folded.bytes().take_while(u8::is_ascii_digit).count();
    let number = folded[..digits].parse().ok().filter(|&days| days <= 3650)?;
    match &folded[digits..] {
        "" | "个工作日" | "工作日" | "个工作日内" | "工作日内" => Some((number, true)),
        "日" | "天" | "个自然日" | "自然日" | "日内" => Some((number, false)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn column(kind: CellType, values: &[&str]) -> Column {
        Column {
            name: "列".into(),
            kind,
            required: false,
            unique: false,
            values: values.iter().map(|&value| value.to_owned()).collect(),
        }
    }

    fn read(kind: CellType, text: &str) -> Option<String> {
        match value(&column(kind, &[]), text, &Checks::default()) {
            Ok(Value::Text(text)) => Some(text.into_owned()),
            Ok(Value::Decimal(number)) => Some(number),
            Ok(Value::Integer(number)) => Some(number.to_string()),
            Ok(Value::Day(day)) => Some(day.to_string()),
            Ok(Value::Flag(flag)) => Some(flag.to_string()),
            Ok(Value::Days(days, working)) => Some(format!("{days} {working}")),
            Ok(_) => Some(String::new()),
            Err(_) => None,
        }
    }

    #[test]
    fn cells_are_read_as_their_type() {
        use CellType::{Code, Date, Decimal, Integer, Money, Person, Phone, Url, WorkingDays, YesNo};
        for (kind, text, read_as) in [
            (Integer, "1,234", Some("1234")),
            (Integer, "３", Some("3")),
            (Integer, "3.5", None),
            (Integer, "12.0", Some("12")),
            (Decimal, "-0.50", Some("-0.50")),
            (Decimal, "1.2.3", None),
            (Decimal, ".5", None),
            (Decimal, ",", None),
            (Money, "￥1,234.50 元", Some("1234.50")),
            (Money, "约 5", None),
            (Date, "2018年5月3日", Some("2018-05-03")),
            (Date, "2018/5/3 9:30", Some("2018-05-03")),
            (Date, "2018-02-30", None),
            (YesNo, "是", Some("true")),
            (YesNo, "也许", None),
            (Code, "XK-0001", Some("XK-0001")),
            (Code, "ХК 1", None),
            (Phone, "0797-8000001转801、12345", Some("0797-8000001转801、12345")),
            (Phone, "办公室", None),
            (Url, "https://www.example.gov.cn/a?b=1", Some("https://www.example.gov.cn/a?b=1")),
            (Url, "javascript:alert(1)", None),
            (WorkingDays, "20 个工作日", Some("20 true")),
            (WorkingDays, "30日", Some("30 false")),
            (WorkingDays, "即办", Some("0 true")),
            (WorkingDays, "尽快", None),
            (Person, "张**", Some("张**")),
            (Person, "张三13800000000", None),
        ] {
            assert_eq!(read(kind, text).as_deref(), read_as, "{kind:?} {text}");
        }
    }

    #[test]
    fn lists_tell_the_nearest() {
        let types = column(CellType::OneOf, &["行政许可", "行政处罚"]);
        assert_eq!(value(&types, "行政许司", &Checks::default()), Err(Reason::NotAllowed(Some("行政许可".to_owned()))));
        let many = column(CellType::ManyOf, &["自然人", "法人"]);
        assert_eq!(value(&many, "自然人、法人", &Checks::default()), Ok(Value::Many(vec!["自然人", "法人"])));
        assert!(value(&many, "自然人、物", &Checks::default()).is_err());
    }

    #[test]
    fn required_cells_are_filled() {
        let column = Column { required: true, ..column(CellType::Text, &[]) };
        assert_eq!(value(&column, " ", &Checks::default()), Err(Reason::Missing));
    }

    proptest! {
        #[test]
        fn any_text_is_judged(text in any::<String>(), kind in 0..15_usize) {
            use crate::vocabulary::Word;
            let _ = value(&column(CellType::ALL[kind], &["甲"]), &text, &Checks::default());
        }
    }
}
