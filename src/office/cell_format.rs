//! A cell's number format: what Excel shows for a number under it (ECMA-376, 18.8.30 and 18.8.31).
//!
//! A code has up to four sections: positive, negative, nought, text; or sections with conditions. A section is read into parts once
//! (`format_code`); a number is then written by them: placeholders filled from the decimal point outwards, letters kept where they
//! stand, days and times by their own letters. What has no certain form here – English months, years of two digits – is shown plainly.

use crate::day::Day;

use super::format_code::{Part, Section, sections};
use super::fraction::fraction;
use super::number_format::{day, plain_number};
use super::numeral::Numerals;

/// One cell style's format.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum CellFormat {
    /// As typed.
    #[default]
    General,
    /// Year, month and day (and time) as `2018-05-03 09:30`: formats that differ from one country's Excel to another's.
    Day,
    /// By the parts of its sections.
    Sections(Vec<Section>),
}

impl CellFormat {
    /// The built-in format of this number.
    pub(super) fn built_in(id: u32) -> Self {
        let code = match id {
            1 => "0",
            2 => "0.00",
            3 | 37 | 38 => "#,##0",
            4 | 39 | 40 => "#,##0.00",
            9 => "0%",
            10 => "0.00%",
            11 => "0.00E+00",
            48 => "##0.0E+0",
            14..=17 | 22 | 30 => return Self::Day,
            18 => "h:mm AM/PM",
            19 => "h:mm:ss AM/PM",
            20 => "h:mm",
            21 => "h:mm:ss",
            27 | 36 | 50 | 52 | 57 => "yyyy年m月",
            28 | 29 | 51 | 53 | 54 | 58 => "m月d日",
            31 => "yyyy年m月d日",
            32 => "h时mm分",
            33 => "h时mm分ss秒",
            34 | 55 => "上午/下午h时mm分",
            35 | 56 => "上午/下午h时mm分ss秒",
            45 | 47 => "mm:ss",
            46 => "[h]:mm:ss",
            _ => return Self::General,
        };
        Self::of(code)
    }

    /// The format of `code`.
    pub(super) fn of(code: &str) -> Self {
        let sections = sections(code);
        if let [only] = &sections[..]
            && only.numerals.is_none()
            && matches!(&only.parts[..], [] | [Part::General | Part::Text])
        {
            return Self::General;
        }
        // Years of two digits and English months are written another way in every country.
        let foreign = |it: &Part| matches!(it, Part::Time('y', ..4) | Part::Time('m' | 'd', 3..));
        if sections[0].parts.iter().any(foreign) { Self::Day } else { Self::Sections(sections) }
    }

    /// What is shown of the number `typed`.
    pub(super) fn show(&self, typed: &str, from_1904: bool) -> String {
        let Ok(number) = typed.parse::<f64>() else { return typed.to_owned() };
        let sections = match self {
            Self::General => return plain_number(typed),
            Self::Day => return day(typed, from_1904).unwrap_or_else(|| plain_number(typed)),
            Self::Sections(sections) => sections,
        };
        let at = match sections.iter().position(|it| it.holds(number) == Some(true)) {
            Some(at) => at,
            // The first without a condition, where others have one.
            None if sections.iter().any(|it| it.holds(number).is_some()) => {
                sections.iter().position(|it| it.holds(number).is_none()).unwrap_or(sections.len() - 1)
            }
            None => match sections.len() {
                2.. if number < 0.0 => 1,
                3.. if number == 0.0 => 2,
                _ => 0,
            },
        };
        let Section { parts, numerals, .. } = &sections[at];
        if parts.iter().any(|it| matches!(it, Part::Time(..) | Part::Elapsed(_))) {
            return time(parts, *numerals, number, from_1904).unwrap_or_else(|| plain_number(typed));
        }
        let plain = plain_number(typed);
        let shown = if at == 1 { plain.trim_start_matches('-') } else { &plain };
        let counted = parts.iter().any(|it| matches!(it, Part::General | Part::Text));
        let shown = numerals.filter(|_| counted).map_or_else(|| shown.to_owned(), |it| it.counted(shown));
        let text = match quantity(parts, number.abs(), &shown) {
            Some(text) if !counted => numerals.map_or(text.clone(), |it| it.spelled(&text)),
            Some(text) => text,
            None => return plain,
        };
        // A section of its own says by itself how a negative number looks.
        let signed = text.starts_with('-') || !text.contains(|c: char| c.is_numeric() && c != '0');
        if number < 0.0 && at == 0 && !signed { format!("-{text}") } else { text }
    }

    /// Whether nothing is shown of `value`, a number or a text. That noughts are not shown hides nothing.
    pub(super) fn hides(&self, value: &str, is_number: bool) -> bool {
        let Self::Sections(sections) = self else { return false };
        if sections.iter().all(|it| !it.parts.is_empty()) {
            return false;
        }
        let nought = || value.trim().parse() == Ok(0.0);
        if is_number { self.show(value, false).is_empty() && !nought() } else { self.show_text(value).is_empty() }
    }

    /// What is shown of a cell that holds the text `text`.
    pub(super) fn show_text(&self, text: &str) -> String {
        let Self::Sections(sections) = self else { return text.to_owned() };
        let named = sections.iter().rev().find(|it| it.parts.contains(&Part::Text));
        let Some(section) = sections.get(3).or(named) else { return text.to_owned() };
        let shown = section.parts.iter().map(|it| match it {
            Part::Literal(it) => it.as_str(),
            Part::Text | Part::General => text,
            _ => "",
        });
        shown.collect()
    }
}

/// A number by a section without days; none where the section has no certain form here.
fn quantity(parts: &[Part], number: f64, plain: &str) -> Option<String> {
    let digit = |it: &Part| matches!(it, Part::Digit(_));
    let literal = |it: &Part| match it {
        Part::Literal(text) => text.clone(),
        Part::Percent => "%".to_owned(),
        Part::General | Part::Text => plain.to_owned(),
        _ => String::new(),
    };
    let (Some(first), Some(last)) = (parts.iter().position(digit), parts.iter().rposition(digit)) else {
        return Some(parts.iter().map(literal).collect());
    };
    if let Some(stroke) = parts.iter().position(|it| matches!(it, Part::Literal(text) if text.contains('/'))) {
        let text = fraction(parts, number)?;
        let before: String = parts[..first].iter().map(literal).collect();
        let behind: String = parts[stroke.max(last) + 1..].iter().map(literal).collect();
        return Some(format!("{before}{text}{behind}"));
    }
    if number >= 1e21 {
        return None;
    }
    let exponent = parts.iter().position(|it| *it == Part::Exponent).filter(|at| (first..last).contains(at));
    let end = exponent.unwrap_or(last + 1);
    let point = parts[..end].iter().position(|it| *it == Part::Point).unwrap_or(end);
    let whole = &parts[first.min(point)..point];
    let decimals: Vec<char> =
        parts[point..end].iter().filter_map(|it| if let Part::Digit(it) = it { Some(*it) } else { None }).collect();
    let grouped = whole.iter().rposition(digit).is_some_and(|last| whole[..last].contains(&Part::Comma));
    // Commas behind the last digit, or right before the point, divide by a thousand each.
    let commas = |parts: &mut dyn Iterator<Item = &Part>| parts.take_while(|it| **it == Part::Comma).count();
    let before_point = if point < end { commas(&mut whole.iter().rev()) } else { 0 };
    let thousands = before_point + commas(&mut parts[last + 1..].iter());
    let percents = parts.iter().filter(|it| **it == Part::Percent).count();
    let shift = 2 * i32::try_from(percents).ok()? - 3 * i32::try_from(thousands).ok()?;
    let (mut mantissa, mut power) = (Decimal::of(number, shift)?, 0);
    if exponent.is_some() && number != 0.0 {
        power = mantissa.point - 1;
        mantissa.point = 1;
    }
    let (mut integer, mut fraction) = mantissa.rounded(decimals.len());
    if exponent.is_some() && integer.len() > 1 {
        power += 1;
        integer.pop();
        fraction.insert(0, '0');
        fraction.pop();
    }
    let least = decimals.iter().rposition(|it| *it == '0').map_or(0, |at| at + 1);
    while fraction.len() > least && fraction.ends_with('0') {
        fraction.pop();
    }
    let mut text: String = parts[..first.min(point)].iter().map(literal).collect();
    text.push_str(&filled(whole, &integer, grouped));
    if point < end {
        if !fraction.is_empty() || least > 0 {
            text.push('.');
        }
        text.push_str(&fraction);
    }
    if let Some(at) = exponent {
        let width = parts[at..].iter().filter(|it| digit(it)).count();
        text.push_str(&format!("E{}{:0width$}", if power < 0 { '-' } else { '+' }, power.abs()));
    }
    text.extend(parts[last + 1..].iter().map(literal));
    Some(text)
}

/// The digits before the point in their places, from the right; what has no place of its own stands before the first.
fn filled(places: &[Part], integer: &str, grouped: bool) -> String {
    let mut digits = integer.trim_start_matches('0').chars().rev();
    let mut shown: Vec<char> = Vec::new();
    let mut count = 0;
    let mut push = |shown: &mut Vec<char>, digit: char| {
        if grouped && count > 0 && count % 3 == 0 {
            shown.push(',');
        }
        shown.push(digit);
        count += 1;
    };
    let first = places.iter().position(|it| matches!(it, Part::Digit(_)));
    for (at, place) in places.iter().enumerate().rev() {
        match place {
            Part::Digit(kind) => {
                match digits.next() {
                    Some(digit) => push(&mut shown, digit),
                    None if *kind == '0' => push(&mut shown, '0'),
                    None => {}
                }
                if Some(at) == first {
                    digits.by_ref().for_each(|digit| push(&mut shown, digit));
                }
            }
            Part::Literal(text) => shown.extend(text.chars().rev()),
            _ => {}
        }
    }
    shown.iter().rev().collect()
}

/// A number as Excel keeps it: fifteen digits and where the point stands among them.
struct Decimal {
    digits: Vec<u8>,
    point: i32,
}

impl Decimal {
    /// `number` times ten to the power of `shift`.
    fn of(number: f64, shift: i32) -> Option<Self> {
        let text = format!("{number:.14e}");
        let (digits, power) = text.split_once('e')?;
        let digits: Vec<u8> = digits.bytes().filter(u8::is_ascii_digit).map(|it| it - b'0').collect();
        Some(Self { digits, point: power.parse::<i32>().ok()? + 1 + shift })
    }

    /// Its digits before the point, and `places` behind it, rounded half up.
    fn rounded(&self, places: usize) -> (String, String) {
        let digit = |at: i32| usize::try_from(at).ok().and_then(|at| self.digits.get(at)).copied().unwrap_or(0);
        let places = i32::try_from(places.min(30)).unwrap_or(30);
        let start = self.point.min(0);
        let end = self.point + places;
        let mut all: Vec<u8> = (start..end.max(start)).map(digit).collect();
        let mut carry = end >= start && digit(end) >= 5;
        for it in all.iter_mut().rev() {
            if !carry {
                break;
            }
            *it = if *it == 9 { 0 } else { *it + 1 };
            carry = *it == 0;
        }
        if carry {
            all.insert(0, 1);
        }
        let places = usize::try_from(places).unwrap_or(0);
        while all.len() < places + 1 {
            all.insert(0, 0);
        }
        let text: String = all.iter().map(|it| char::from(b'0' + it)).collect();
        let (integer, fraction) = text.split_at(text.len() - places);
        (integer.to_owned(), fraction.to_owned())
    }
}

/// A day or time by its section.
fn time(parts: &[Part], numerals: Option<Numerals>, number: f64, from_1904: bool) -> Option<String> {
    if !(0.0..110_000.0).contains(&number) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "bounded by the line above")]
    let seconds = (number * 86_400.0).round() as i64;
    let of_day = seconds % 86_400;
    let dated = parts.iter().any(|it| matches!(it, Part::Time('y' | 'd' | 'a', _)));
    let date = if dated || parts.contains(&Part::Time('m', 1)) {
        day(&(seconds / 86_400).to_string(), from_1904).and_then(|it| it.parse::<Day>().ok())
    } else {
        None
    };
    let half = parts.contains(&Part::Half);
    let mut text = String::new();
    for (at, part) in parts.iter().enumerate() {
        let near =
            |it: Option<&Part>, unit: char| matches!(it, Some(Part::Time(u, _) | Part::Elapsed(u)) if *u == unit);
        let is_unit = |it: &&Part| matches!(it, Part::Time(..) | Part::Elapsed(_));
        let minutes =
            near(parts[..at].iter().rev().find(is_unit), 'h') || near(parts[at + 1..].iter().find(is_unit), 's');
        let padded = |value: i64, width: usize| match numerals {
            Some(numerals) => numerals.of_calendar(value),
            None => format!("{value:0width$}", width = width.min(2)),
        };
        text += &match part {
            Part::Literal(it) => it.clone(),
            Part::Comma => ",".into(),
            Part::Point => ".".into(),
            Part::Percent => "%".into(),
            Part::Time('y', _) => {
                let year = date?.year().to_string();
                numerals.map_or(year.clone(), |it| it.spelled(&year))
            }
            Part::Time('a', width) => {
                let name = ["一", "二", "三", "四", "五", "六", "日"][usize::from(date?.weekday() - 1)];
                if *width > 3 { format!("星期{name}") } else { name.to_owned() }
            }
            Part::Time('m', width) if minutes => padded(of_day / 60 % 60, *width),
            Part::Time('m', width) => padded(i64::from(date?.month()), *width),
            Part::Time('d', width) => padded(i64::from(date?.day()), *width),
            Part::Time('h', width) => {
                let hour = of_day / 3600;
                padded(if half { (hour + 11) % 12 + 1 } else { hour }, *width)
            }
            Part::Time(_, width) => padded(of_day % 60, *width),
            Part::Elapsed('h') => (seconds / 3600).to_string(),
            Part::Elapsed('m') => (seconds / 60).to_string(),
            Part::Elapsed(_) => seconds.to_string(),
            Part::Half => if of_day < 43_200 { "上午" } else { "下午" }.into(),
            Part::Digit(_) | Part::Exponent | Part::General | Part::Text => String::new(),
        };
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_their_format_shows_them() {
        for (code, typed, shown) in [
            ("0%", "0.25", "25%"),
            ("0.0%", "0.1255", "12.6%"),
            ("#,##0.00", "1234567.5", "1,234,567.50"),
            ("#,##0", "999", "999"),
            ("#,##0.00_);[Red]\\(#,##0.00\\)", "-1234.5", "(1,234.50)"),
            ("000000", "6", "000006"),
            ("0000-0000", "12345678", "1234-5678"),
            ("0", "2.5", "3"),
            ("0.00", "-0.125", "-0.13"),
            ("0.00", "-0.001", "0.00"),
            ("0.##", "1.5", "1.5"),
            ("0.00E+00", "123456", "1.23E+05"),
            ("0.00E+00", "0.00999999", "1.00E-02"),
            ("0.0,,\"百万\"", "1234567", "1.2百万"),
            ("¥#,##0.00", "5", "¥5.00"),
            ("[$¥-804]#,##0", "1200", "¥1,200"),
            ("0\"个\"", "12", "12个"),
            ("\"第\"0\"号\"", "7", "第7号"),
            ("General", "0.30000000000000004", "0.3"),
            ("G/通用格式\"人\"", "3", "3人"),
            ("# ?/?", "0.5", "1/2"),
            ("# ?/?", "1.75", "1 3/4"),
            ("# ??/??", "0.333", "1/3"),
            ("# ?/16", "-2.25", "-2 4/16"),
            ("?/?", "1.5", "3/2"),
            ("# ?/?", "3", "3"),
            ("0!.0,\"万\"", "123456", "12.3万"),
            ("[DBNum1][$-804]General", "123", "一百二十三"),
            ("[DBNum2][$-804]G/通用格式\"元\"", "123", "壹佰贰拾叁元"),
            ("[DBNum1]0", "2026", "二〇二六"),
            ("[>=60]\"合格\";\"不合格\"", "85", "合格"),
            ("[>=60]\"合格\";\"不合格\"", "59", "不合格"),
            ("[<0]\"降\"0;[=0]\"平\";\"升\"0", "0", "平"),
            ("0;-0;\"无\"", "0", "无"),
            (";;;", "5", ""),
            ("@", "6", "6"),
            ("0", "x", "x"),
        ] {
            assert_eq!(CellFormat::of(code).show(typed, false), shown, "{code} {typed}");
        }
    }

    #[test]
    fn days_are_as_their_format_shows_them() {
        for (code, typed, shown) in [
            ("yyyy\"年\"m\"月\"d\"日\"", "43223", "2018年5月3日"),
            ("[$-804]yyyy/m/d;@", "43223", "2018/5/3"),
            ("yyyy-mm-dd", "43223", "2018-05-03"),
            ("yyyy-mm-dd hh:mm", "43223.3958333333", "2018-05-03 09:30"),
            ("yyyy\"年\"m\"月\"", "43223", "2018年5月"),
            ("m\"月\"d\"日\"", "43223", "5月3日"),
            ("d-mmm-yy", "43223", "2018-05-03"),
            ("h:mm", "0.5", "12:00"),
            ("[h]:mm", "1.5", "36:00"),
            ("上午/下午h:mm", "0.75", "下午6:00"),
            ("aaaa", "43223", "星期四"),
            ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "43223", "二〇一八年五月三日"),
        ] {
            assert_eq!(CellFormat::of(code).show(typed, false), shown, "{code} {typed}");
        }
        assert_eq!(CellFormat::built_in(14).show("43223", false), "2018-05-03");
        assert_eq!(CellFormat::built_in(31).show("43223", false), "2018年5月3日");
    }

    #[test]
    fn texts_are_as_their_format_shows_them() {
        for (code, shown) in [
            (";;;", ""),
            ("0;-0;;@", "张"),
            ("0;-0;0", "张"),
            ("\"第\"@\"组\"", "第张组"),
            ("@", "张"),
            ("General", "张"),
            ("yyyy-mm-dd", "张"),
            ("0;0;0;\"（略）\"", "（略）"),
        ] {
            assert_eq!(CellFormat::of(code).show_text("张"), shown, "{code}");
        }
        let hides = |code, value, is_number| CellFormat::of(code).hides(value, is_number);
        assert!(hides(";;;", "5", true) && hides(";;;", "张", false) && hides("0;;0", "-5", true));
        assert!(!hides("0;-0;;@", "0", true) && !hides("0;-0;;@", "5", true) && !hides(";;;@", "张", false));
    }
}
