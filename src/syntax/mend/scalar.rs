//! Values without quotes: which ones TOML takes as they stand.

use crate::day::{Day, DayError, Moment, Time};

/// What a value without quotes is.
#[derive(Debug, PartialEq)]
pub(super) enum Scalar {
    /// Fine.
    Good,
    /// A day or a moment written another way.
    Loose(Moment),
    /// A day that does not exist.
    NoSuchDay(DayError),
    /// Yes or no written another way.
    Flag(bool),
    /// A number that begins with 0.
    LeadingZero,
    /// A text.
    Text,
}

/// Looks at `raw`.
pub(super) fn scalar(raw: &str) -> Scalar {
    match raw {
        "true" | "false" => return Scalar::Good,
        "True" | "TRUE" | "是" | "yes" | "Yes" | "YES" => return Scalar::Flag(true),
        "False" | "FALSE" | "否" | "no" | "No" | "NO" => return Scalar::Flag(false),
        _ => {}
    }
    let unsigned = raw.strip_prefix(['+', '-']).unwrap_or(raw);
    if matches!(unsigned, "inf" | "nan") {
        return Scalar::Good;
    }
    if !unsigned.bytes().next().is_some_and(|byte| byte.is_ascii_digit()) {
        return Day::guess(raw).map_or(Scalar::Text, |day| Scalar::Loose(day.into()));
    }
    let bytes = raw.as_bytes();
    if bytes.len() >= 10 && bytes[4] == b'-' && bytes[7] == b'-' && raw.is_char_boundary(10) {
        return dated(raw);
    }
    if is_number(unsigned) {
        return Scalar::Good;
    }
    if unsigned.len() > 1 && unsigned.bytes().all(|byte| byte.is_ascii_digit()) {
        return Scalar::LeadingZero;
    }
    if is_time(raw) {
        return Scalar::Good;
    }
    loose(raw)
}

/// A value that begins like `2018-05-03`.
fn dated(raw: &str) -> Scalar {
    let (day, time) = raw.split_at(10);
    match day.parse::<Day>() {
        Err(DayError::Shape(_)) => loose(raw),
        Err(error) => Scalar::NoSuchDay(error),
        Ok(_) if time.is_empty() => Scalar::Good,
        Ok(_) if time.starts_with(['T', 't', ' ']) && is_time(&time[1..]) => Scalar::Good,
        Ok(_) => loose(raw),
    }
}

fn loose(raw: &str) -> Scalar {
    loose_moment(raw).map_or(Scalar::Text, Scalar::Loose)
}

/// The day or moment that a text in another form means: `2018年5月3日`, `2018/5/3 9:30`.
pub(in crate::syntax) fn loose_moment(raw: &str) -> Option<Moment> {
    if let Some(day) = Day::guess(raw) {
        return Some(day.into());
    }
    let (day, time) = raw.rsplit_once([' ', 'T', '日'])?;
    let (hour, minute) = time.trim().split_once([':', '：', '时']).unwrap_or((time, ""));
    let minute = minute.trim_end_matches('分');
    let time = match (hour.trim().parse(), minute.get(..2).unwrap_or(minute).parse()) {
        (Ok(hour), Ok(minute)) => Time::new(hour, minute),
        _ => None,
    };
    let day = Day::guess(day.trim()).or_else(|| Day::guess(&format!("{day}日")));
    Some(Moment { day: day?, time: Some(time?) })
}

/// `09:30`, `09:30:00.5`, with `Z` or `+08:00`.
fn is_time(text: &str) -> bool {
    let digits = |range: std::ops::Range<usize>| {
        text.get(range).is_some_and(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let parts = digits(0..2) && text.get(2..3) == Some(":") && digits(3..5);
    let rest = text.get(5..).unwrap_or("");
    let rest = match rest.strip_prefix(':') {
        Some(seconds) => seconds.trim_start_matches(|char: char| char.is_ascii_digit() || char == '.'),
        None => rest,
    };
    parts && &text[0..2] < "24" && &text[3..5] < "60" && matches!(rest.len(), 0 | 1 | 6) && rest.is_ascii()
}

/// An integer or a decimal number, without its sign.
fn is_number(text: &str) -> bool {
    if let Some(digits) = text.strip_prefix("0x") {
        return !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    let grouped = !text.ends_with('_') && !text.contains("__");
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_');
    let zero =
        text.len() > 1 && text.starts_with('0') && text.as_bytes()[1] != b'.' && !text[1..].starts_with(['e', 'E']);
    if plain {
        return grouped && !zero;
    }
    let Some((whole, rest)) = text.split_once(['.', 'e', 'E']) else { return false };
    let known =
        text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-' | b'_'));
    known
        && grouped
        && !zero
        && !whole.is_empty()
        && !rest.starts_with(['e', 'E'])
        && text.replace('_', "").parse::<f64>().is_ok()
        && !text.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_toml_takes_is_good() {
        for raw in [
            "true",
            "0",
            "-12",
            "1_000",
            "1.5",
            "0.5",
            "1e9",
            "0x1F",
            "2018-05-03",
            "2018-05-03 09:30",
            "09:30:00",
            "inf",
            "2018-05-03T09:30:00+08:00",
        ] {
            assert_eq!(scalar(raw), Scalar::Good, "{raw}");
        }
        for raw in ["关于", "1.", "1__0", "abc", "12个", "1.2.3"] {
            assert_eq!(scalar(raw), Scalar::Text, "{raw}");
        }
        assert_eq!(scalar("0797"), Scalar::LeadingZero);
        assert_eq!(scalar("是"), Scalar::Flag(true));
    }

    #[test]
    fn days_are_understood() {
        let day: Day = "2018-05-03".parse().expect("a day");
        for raw in ["2018年5月3日", "2018-5-3", "2018/5/3", "2018.5.3"] {
            assert_eq!(scalar(raw), Scalar::Loose(day.into()), "{raw}");
        }
        let moment = Moment { day, time: Time::new(9, 30) };
        for raw in ["2018年5月3日9时30分", "2018-05-03 9:30", "2018/5/3 9:30"] {
            assert_eq!(scalar(raw), Scalar::Loose(moment), "{raw}");
        }
        assert!(matches!(scalar("2018-02-30"), Scalar::NoSuchDay(_)));
        assert!(matches!(scalar("2018-13-01"), Scalar::NoSuchDay(_)));
    }
}
