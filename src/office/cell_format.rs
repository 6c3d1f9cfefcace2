//! A cell's number format: what Excel shows for a number under it (ECMA-376, 18.8.30 and 18.8.31).
//!
//! A code has up to four sections: positive, negative, nought, text. A section is read into parts once; a number is then written by
//! them: placeholders filled from the decimal point outwards, letters kept where they stand, days and times by their own letters.
//! What has no certain form here – fractions, English months, years of two digits – is shown plainly.

use crate::day::Day;

use super::number_format::{day, plain_number};

/// One cell style's format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum CellFormat {
    /// As typed.
    #[default]
    General,
    /// Year, month and day (and time) as `2018-05-03 09:30`: formats that differ from one country's Excel to another's.
    Day,
    /// By the parts of its sections.
    Sections(Vec<Vec<Part>>),
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Letters shown as they are.
    Literal(String),
    /// `0`, `#` or `?`.
    Digit(char),
    Point,
    Comma,
    Percent,
    /// `E+`, `E-`.
    Exponent,
    /// The number as typed, or text.
    General,
    /// A run of one of y, m, d, h, s.
    Time(char, usize),
    /// Hours or minutes that do not begin anew: `[h]`.
    Elapsed(char),
    /// AM/PM.
    Half,
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
        let mut sections = vec![Vec::new()];
        let mut rest = code;
        while let Some(letter) = rest.chars().next() {
            let here = rest;
            let after = &here[letter.len_utf8()..];
            let Some(parts) = sections.last_mut() else { break };
            rest = after;
            let mut take = |part, left| {
                parts.push(part);
                rest = left;
            };
            match letter {
                ';' => sections.push(Vec::new()),
                '"' => {
                    let (quoted, left) = after.split_once('"').unwrap_or((after, ""));
                    rest = left;
                    literal(parts, quoted);
                }
                '\\' | '_' | '*' => {
                    let (next, left) = after.split_at(after.chars().next().map_or(0, char::len_utf8));
                    rest = left;
                    literal(parts, if letter == '\\' { next } else { "" });
                }
                '[' => {
                    let (inside, left) = after.split_once(']').unwrap_or((after, ""));
                    rest = left;
                    bracketed(parts, inside);
                }
                _ if let Some(left) = one_of(here, &["General", "G/通用格式", "@"]) => take(Part::General, left),
                _ if let Some(left) = one_of(here, &["AM/PM", "am/pm", "A/P", "上午/下午"]) => {
                    take(Part::Half, left);
                }
                _ if let Some(left) = one_of(here, &["E+", "E-", "e+", "e-"]) => take(Part::Exponent, left),
                '0' | '#' | '?' => parts.push(Part::Digit(letter)),
                '.' => parts.push(Part::Point),
                ',' => parts.push(Part::Comma),
                '%' => parts.push(Part::Percent),
                'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => {
                    let unit = letter.to_ascii_lowercase();
                    let left = here.trim_start_matches([unit, unit.to_ascii_uppercase()]);
                    take(Part::Time(unit, here.len() - left.len()), left);
                }
                // The year, where the calendar has no eras.
                'e' => parts.push(Part::Time('y', 4)),
                _ => literal(parts, &here[..letter.len_utf8()]),
            }
        }
        if let [only] = &sections[..]
            && matches!(&only[..], [] | [Part::General])
        {
            return Self::General;
        }
        // Years of two digits and English months are written another way in every country.
        let foreign = |it: &Part| matches!(it, Part::Time('y', ..4) | Part::Time('m' | 'd', 3..));
        if sections[0].iter().any(foreign) { Self::Day } else { Self::Sections(sections) }
    }

    /// What is shown of the number `typed`.
    pub(super) fn show(&self, typed: &str, from_1904: bool) -> String {
        let Ok(number) = typed.parse::<f64>() else { return typed.to_owned() };
        let sections = match self {
            Self::General => return plain_number(typed),
            Self::Day => return day(typed, from_1904).unwrap_or_else(|| plain_number(typed)),
            Self::Sections(sections) => sections,
        };
        let at = match sections.len() {
            2.. if number < 0.0 => 1,
            3.. if number == 0.0 => 2,
            _ => 0,
        };
        let parts = &sections[at];
        if parts.iter().any(|it| matches!(it, Part::Time(..) | Part::Elapsed(_))) {
            return time(parts, number, from_1904).unwrap_or_else(|| plain_number(typed));
        }
        let shown = if at == 1 { plain_number(typed.trim_start_matches('-')) } else { plain_number(typed) };
        match quantity(parts, number.abs(), &shown) {
            // A section of its own says by itself how a negative number looks.
            Some(text)
                if number < 0.0
                    && at == 0
                    && text.contains(|c: char| matches!(c, '1'..='9'))
                    && !text.starts_with('-') =>
            {
                format!("-{text}")
            }
            Some(text) => text,
            None => plain_number(typed),
        }
    }
}

/// What stands in square brackets: time that does not begin anew, a currency sign with a language; colours and conditions are passed
/// over.
fn bracketed(parts: &mut Vec<Part>, inside: &str) {
    let unit = inside.chars().next().map_or(' ', |it| it.to_ascii_lowercase());
    if matches!(unit, 'h' | 'm' | 's') && inside.chars().all(|it| it.eq_ignore_ascii_case(&unit)) {
        parts.push(Part::Elapsed(unit));
    } else if let Some(sign) = inside.strip_prefix('$') {
        literal(parts, sign.split('-').next().unwrap_or_default());
    }
}

fn literal(parts: &mut Vec<Part>, text: &str) {
    if let Some(Part::Literal(before)) = parts.last_mut() {
        before.push_str(text);
    } else if !text.is_empty() {
        parts.push(Part::Literal(text.to_owned()));
    }
}

fn one_of<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| text.strip_prefix(word))
}

/// A number by a section without days; none where the section has no certain form here.
fn quantity(parts: &[Part], number: f64, plain: &str) -> Option<String> {
    let digit = |it: &Part| matches!(it, Part::Digit(_));
    let literal = |it: &Part| match it {
        Part::Literal(text) => text.clone(),
        Part::Percent => "%".to_owned(),
        Part::General => plain.to_owned(),
        _ => String::new(),
    };
    let (Some(first), Some(last)) = (parts.iter().position(digit), parts.iter().rposition(digit)) else {
        return Some(parts.iter().map(literal).collect());
    };
    // Fractions.
    if parts[first..=last].iter().any(|it| matches!(it, Part::Literal(text) if text.contains('/'))) || number >= 1e21 {
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
fn time(parts: &[Part], number: f64, from_1904: bool) -> Option<String> {
    if !(0.0..110_000.0).contains(&number) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "bounded by the line above")]
    let seconds = (number * 86_400.0).round() as i64;
    let of_day = seconds % 86_400;
    let dated = parts.iter().any(|it| matches!(it, Part::Time('y' | 'd', _)));
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
        let padded = |value: i64, width: usize| format!("{value:0width$}", width = width.min(2));
        text += &match part {
            Part::Literal(it) => it.clone(),
            Part::Comma => ",".into(),
            Part::Point => ".".into(),
            Part::Percent => "%".into(),
            Part::Time('y', _) => date?.year().to_string(),
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
            Part::Digit(_) | Part::Exponent | Part::General => String::new(),
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
            ("# ?/?", "0.5", "0.5"),
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
        ] {
            assert_eq!(CellFormat::of(code).show(typed, false), shown, "{code} {typed}");
        }
        assert_eq!(CellFormat::built_in(14).show("43223", false), "2018-05-03");
        assert_eq!(CellFormat::built_in(31).show("43223", false), "2018年5月3日");
    }
}
