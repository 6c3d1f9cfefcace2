//! QR codes of pages that are printed and posted up: who passes by finds the page.

use qrcodegen::{Mask, QrCode as Code, QrCodeEcc, QrSegment, Version};

use crate::{
    model::Entry,
    site::page::{QrCode, Str},
    vocabulary::{EntryKind, QrUse},
};

/// Modules that stay light around a code (ISO/IEC 18004).
const QUIET: i32 = 4;

/// Whether the page of `entry` has a code.
pub(super) fn is_wanted(using: QrUse, entry: &Entry) -> bool {
    match using {
        QrUse::All => true,
        QrUse::None => false,
        QrUse::Posted => matches!(
            entry.kind,
            EntryKind::Notice
                | EntryKind::Consultation
                | EntryKind::Guide
                | EntryKind::Penalty
                | EntryKind::Licence
                | EntryKind::Personnel
                | EntryKind::Procurement
        ),
    }
}

/// A code that is made when its page is.
pub(super) fn due() -> QrCode<'static> {
    QrCode { side: 0, path: Str::Borrowed("") }
}

/// The code of `address`; none where that is longer than any code.
pub(super) fn code(address: &str) -> Option<QrCode<'static>> {
    let segments = [QrSegment::make_bytes(address.as_bytes())];
    // Every mask is read alike; to try all eight and keep the best would take most of the time, and an address has no large plain
    // areas that a mask must break up.
    let mask = Some(Mask::new(0));
    let code = Code::encode_segments_advanced(&segments, QrCodeEcc::Medium, Version::MIN, Version::MAX, mask, true);
    let code = code.ok()?;
    let side = code.size();
    let mut path = String::with_capacity(2048);
    // Where the pen is: each run of dark modules is a move there and a line of its length.
    let mut pen = (0, 0);
    for y in 0..side {
        let mut x = 0;
        while x < side {
            let from = x;
            while x < side && code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                if path.is_empty() {
                    path.push_str(&format!("M{} {}.5", from + QUIET, y + QUIET));
                } else {
                    path.push_str(&format!("m{} {}", from - pen.0, y - pen.1));
                }
                path.push_str(&format!("h{}", x - from));
                pen = (x, y);
            }
            x += 1;
        }
    }
    Some(QrCode { side: u32::try_from(side + 2 * QUIET).ok()?, path: path.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modules that a path draws.
    fn drawn(code: &QrCode<'_>) -> Vec<(i32, i32)> {
        let mut dark = Vec::new();
        let (mut x, mut y) = (0, 0);
        let moves = code.path.strip_prefix('M').expect("begins with a move").replacen(".5", "", 1);
        for part in moves.split('m') {
            let (to, run) = part.split_once('h').expect("a run");
            let (dx, dy) = to.split_once(' ').expect("two numbers");
            x += dx.parse::<i32>().expect("a number");
            y += dy.parse::<i32>().expect("a number");
            for _ in 0..run.parse::<i32>().expect("a number") {
                dark.push((x, y));
                x += 1;
            }
        }
        dark
    }

    #[test]
    fn the_path_draws_the_code() {
        for address in ["https://www.example.gov.cn/cyzsj/cyzsj/2018/00007.html", "https://a.cn/", &"长".repeat(300)] {
            let made = code(address).expect("it fits");
            let segments = [QrSegment::make_bytes(address.as_bytes())];
            let expected = Code::encode_segments_advanced(
                &segments,
                QrCodeEcc::Medium,
                Version::MIN,
                Version::MAX,
                Some(Mask::new(0)),
                true,
            )
            .expect("it fits");
            let size = expected.size();
            let all = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
            let dark: Vec<_> = all.filter(|it| expected.get_module(it.0, it.1)).collect();
            let moved: Vec<_> = drawn(&made).into_iter().map(|it| (it.0 - QUIET, it.1 - QUIET)).collect();
            assert_eq!(moved, dark, "{address}");
            assert_eq!(made.side, u32::try_from(size + 8).expect("small"));
        }
    }

    #[test]
    fn an_address_longer_than_any_code_has_none() {
        assert_eq!(code(&"x".repeat(10_000)), None);
    }
}
