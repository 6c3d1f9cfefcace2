//! Fractions as Excel shows them: `0.5` under `# ?/?` is `1/2`, `1.75` is `1 3/4`.

use super::format_code::Part;

/// A number that is not negative, by a section with a stroke: how many digits the denominator has, or which it is; none where the section is
/// another.
pub(super) fn fraction(parts: &[Part], number: f64) -> Option<String> {
    let stroke = parts.iter().position(|it| matches!(it, Part::Literal(text) if text.starts_with('/')))?;
    let Part::Literal(text) = &parts[stroke] else { return None };
    let digits = |parts: &[Part]| parts.iter().take_while(|it| matches!(it, Part::Digit(_))).count();
    let above = parts[..stroke].iter().rev().take_while(|it| matches!(it, Part::Digit(_))).count();
    let fixed: Option<u64> = text[1..].trim().parse().ok();
    let width = digits(&parts[stroke + 1..]);
    if above == 0 || fixed.is_none() && width == 0 || number >= 1e12 {
        return None;
    }
    let mixed = parts[..stroke - above].iter().any(|it| matches!(it, Part::Digit(_)));
    let least = if mixed { number.fract() } else { number };
    let most = 10_u64.pow(u32::try_from(width.min(3)).unwrap_or(3)) - 1;
    let (top, bottom) = match fixed {
        Some(bottom) if (1..=1_000_000).contains(&bottom) => (whole(least * real(bottom)), bottom),
        Some(_) => return None,
        None => nearest(least, most),
    };
    // What is rounded up to one whole.
    let (units, top) = match (mixed, top == bottom) {
        (true, true) => (whole(number.trunc()) + 1, 0),
        (true, false) => (whole(number.trunc()), top),
        (false, _) => (0, top),
    };
    Some(match (mixed, units, top) {
        (true, units, 0) => units.to_string(),
        (true, 0, _) | (false, ..) => format!("{top}/{bottom}"),
        (true, ..) => format!("{units} {top}/{bottom}"),
    })
}

/// The fraction nearest to `number` whose denominator is at most `most`; of several the least.
fn nearest(number: f64, most: u64) -> (u64, u64) {
    let mut best = (whole(number), 1);
    let mut distance = (number - number.round()).abs();
    for bottom in 2..=most {
        let top = (number * real(bottom)).round();
        let here = (number - top / real(bottom)).abs();
        if here < distance - 1e-12 {
            (best, distance) = ((whole(top), bottom), here);
        }
    }
    best
}

#[expect(clippy::cast_precision_loss, reason = "at most a million")]
fn real(number: u64) -> f64 {
    number as f64
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative, and bounded by the caller")]
fn whole(number: f64) -> u64 {
    number.round() as u64
}
