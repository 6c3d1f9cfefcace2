//! 网站标识码: the ten characters by which the national register knows a government website.
//!
//! Six digits of the area and four of the serial for local websites (`3607000000`), `bm` and eight digits for departments of the State
//! Council, `N` and nine digits for others. Only the first two digits of an area are looked at: counties come and go.

/// The first two digits of areas (GB/T 2260), and 66, by which the corps in Xinjiang counts itself.
const AREAS: [&str; 35] = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44",
    "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "66", "71", "81", "82",
];

/// What is wrong with a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteIdFault {
    /// It is not of the form.
    Form,
    /// So many characters, where there should be ten.
    Length(usize),
    /// No area begins so.
    Area,
}

/// What is wrong with `code`, if anything is.
pub fn fault(code: &str) -> Option<SiteIdFault> {
    let count = code.chars().count();
    let digits = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
    let other = |mark: &str| code.strip_prefix(mark).is_some_and(digits);
    if !digits(code) && !other("bm") && !other("N") {
        Some(SiteIdFault::Form)
    } else if count != 10 {
        Some(SiteIdFault::Length(count))
    } else if digits(code) && !AREAS.contains(&&code[..2]) {
        Some(SiteIdFault::Area)
    } else {
        None
    }
}

/// The code that was certainly meant by `written`: without what stands around it, in half width, its letters as they are.
pub fn meant(written: &str) -> Option<String> {
    let half = |it: char| match it {
        '！'..='～' => char::from_u32(u32::from(it) - 0xFEE0).unwrap_or(it),
        _ => it,
    };
    let bare: String = written.chars().map(half).filter(char::is_ascii_alphanumeric).collect();
    let bare = match bare.split_at_checked(2) {
        Some((mark, digits)) if mark.eq_ignore_ascii_case("bm") => format!("bm{digits}"),
        _ => bare.to_ascii_uppercase(),
    };
    (bare != written && fault(&bare).is_none()).then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_in_use_are_right() {
        for code in [
            "1304000009",
            "3100000087",
            "5101320017",
            "4408030001",
            "5111000061",
            "N000000672",
            "bm55000001",
            "3406000012",
            "1303000020",
            "4300000077",
            "6600000001",
            "3607000000",
        ] {
            assert_eq!(fault(code), None, "{code}");
        }
    }

    #[test]
    fn slips_are_seen_and_mended_where_one_thing_was_meant() {
        for (code, is, right) in [
            ("360700000", SiteIdFault::Length(9), None),
            ("36070000001", SiteIdFault::Length(11), None),
            ("0000000000", SiteIdFault::Area, None),
            ("null", SiteIdFault::Form, None),
            ("", SiteIdFault::Length(0), None),
            ("无", SiteIdFault::Form, None),
            ("３６０７０００００１", SiteIdFault::Form, Some("3607000001")),
            ("网站标识码：3607000001", SiteIdFault::Form, Some("3607000001")),
            ("3607 0000 01", SiteIdFault::Form, Some("3607000001")),
            ("BM55000001", SiteIdFault::Form, Some("bm55000001")),
            ("n000000672", SiteIdFault::Form, Some("N000000672")),
            ("36O7000001", SiteIdFault::Form, None),
            ("bm5500001", SiteIdFault::Length(9), None),
        ] {
            assert_eq!((fault(code), meant(code).as_deref()), (Some(is), right), "{code}");
        }
    }
}
