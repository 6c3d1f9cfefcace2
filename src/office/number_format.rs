//! Numbers without binary noise, and serial numbers as days.

use crate::day::Day;

/// A number without the noise of its binary form, never in powers of ten: `0.1`, not `0.10000000000000001`.
/// What is no number stays as it is.
pub(super) fn plain_number(typed: &str) -> String {
    let digits = typed.bytes().filter(u8::is_ascii_digit).count();
    if digits <= 15 && !typed.contains(['E', 'e']) {
        return typed.to_owned();
    }
    // Excel keeps fifteen digits.
    match typed.parse::<f64>().map(|number| format!("{number:.14e}").parse::<f64>()) {
        Ok(Ok(number)) if number.is_finite() && number.abs() < 1e21 => format!("{number}"),
        _ => typed.to_owned(),
    }
}

/// The day (and time) of a serial number: `2018-05-03`, `2018-05-03 09:30`, `09:30`.
pub(super) fn day(typed: &str, from_1904: bool) -> Option<String> {
    let serial: f64 = typed.parse().ok()?;
    if !(0.0..110_000.0).contains(&serial) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "bounded by the line above")]
    let minutes = (serial * 1440.0).round() as i64;
    let (whole, minute) = (i32::try_from(minutes / 1440).ok()?, minutes % 1440);
    let clock = format!("{:02}:{:02}", minute / 60, minute % 60);
    if whole == 0 && !from_1904 {
        return Some(clock);
    }
    // 1970-01-01 is 25569; before March 1900 Excel is one day ahead, for it believes in a 29 February 1900.
    let since = match (from_1904, whole) {
        (true, _) => whole - 24_107,
        (false, ..60) => whole - 25_568,
        (false, _) => whole - 25_569,
    };
    let day = Day::from_number(since)?;
    Some(if minute == 0 { day.to_string() } else { format!("{day} {clock}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lose_their_noise() {
        for (typed, shown) in [
            ("0.30000000000000004", "0.3"),
            ("1234.5", "1234.5"),
            ("3.60702199001011E+17", "360702199001011000"),
            ("1E-3", "0.001"),
            ("1e400", "1e400"),
            ("x", "x"),
            ("007", "007"),
        ] {
            assert_eq!(plain_number(typed), shown);
        }
    }

    #[test]
    fn serial_numbers_are_days() {
        for (typed, old, shown) in [
            ("43223", false, Some("2018-05-03")),
            ("43223.3958333333", false, Some("2018-05-03 09:30")),
            ("0.5", false, Some("12:00")),
            ("1", false, Some("1900-01-01")),
            ("41761", true, Some("2018-05-03")),
            ("-1", false, None),
            ("NaN", false, None),
            ("1e9", false, None),
        ] {
            assert_eq!(day(typed, old).as_deref(), shown, "{typed}");
        }
    }
}
