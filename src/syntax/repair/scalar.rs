//! Values without quotes: which ones TOML takes as they stand.

use crate::day::{Day, Moment, Time};

/// Whether TOML takes `raw` as it stands.
pub(super) fn is_scalar(raw: &str) -> bool {
    let unsigned = raw.strip_prefix(['+', '-']).unwrap_or(raw);
    if matches!(raw, "true" | "false") || matches!(unsigned, "inf" | "nan") {
        return true;
    }
    if !unsigned.bytes().next().is_some_and(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let bytes = raw.as_bytes();
    if bytes.len() >= 10 && bytes[4] == b'-' && bytes[7] == b'-' && raw.is_char_boundary(10) {
        let (day, time) = raw.split_at(10);
        return day.parse::<Day>().is_ok()
            && (time.is_empty() || time.starts_with(['T', 't', ' ']) && is_time(&time[1..]));
    }
    is_number(unsigned) || is_time(raw)
}

/// The day or moment that a text in another form means: `2018年5月3日`, `2018/5/3 9:30`.
pub(in crate::syntax) fn loose_moment(raw: &str) -> Option<Moment> {
    if let Some(day) = Day::guess(raw) {
        return Some(day.into());
    }
    let (day, time) = raw.rsplit_once([' ', 'T', '日'])?;
    let (hour, minute) = time.trim().split_once([':', '：', '时'])?;
    let minute = minute.trim_end_matches('分');
    let time = Time::new(hour.trim().parse().ok()?, minute.get(..2).unwrap_or(minute).parse().ok()?)?;
    let day = Day::guess(day.trim()).or_else(|| Day::guess(&format!("{day}日")))?;
    Some(Moment { day, time: Some(time) })
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
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_') {
        return grouped && (text.len() == 1 || !text.starts_with('0'));
    }
    let Some((whole, rest)) = text.split_once(['.', 'e', 'E']) else { return false };
    let known =
        text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-' | b'_'));
    let zero = whole.len() > 1 && whole.starts_with('0');
    let ends = !text.ends_with('.') && !rest.starts_with(['e', 'E']);
    known && grouped && !zero && ends && text.replace('_', "").parse::<f64>().is_ok()
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
            assert!(is_scalar(raw), "{raw}");
            assert!(format!("a = {raw}").parse::<toml::Table>().is_ok(), "{raw}");
        }
        for raw in ["关于", "1.", "1__0", "abc", "12个", "1.2.3", "0797", "是", "2018-02-30", "2018-5-3", "00.5"] {
            assert!(!is_scalar(raw), "{raw}");
            assert!(format!("a = {raw}").parse::<toml::Table>().is_err(), "{raw}");
        }
    }

    #[test]
    fn days_are_understood() {
        let day: Day = "2018-05-03".parse().expect("a day");
        for raw in ["2018年5月3日", "2018-5-3", "2018/5/3", "2018.5.3"] {
            assert_eq!(loose_moment(raw), Some(day.into()), "{raw}");
        }
        let moment = Moment { day, time: Time::new(9, 30) };
        for raw in ["2018年5月3日9时30分", "2018-05-03 9:30", "2018/5/3 9:30"] {
            assert_eq!(loose_moment(raw), Some(moment), "{raw}");
        }
    }
}
