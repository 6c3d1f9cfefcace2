//! UTF-16 with a byte order mark, and without one where nothing else is plausible.

use memchr::memchr;

use super::encoding::Encoding;

/// The text if `bytes` are UTF-16, without its mark; halves of pairs become U+FFFD.
pub(super) fn read(bytes: &[u8]) -> Option<(String, Encoding)> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => Some((units(rest, u16::from_le_bytes), Encoding::Utf16Le)),
        [0xFE, 0xFF, rest @ ..] => Some((units(rest, u16::from_be_bytes), Encoding::Utf16Be)),
        _ => unmarked(bytes),
    }
}

/// Text without a mark: every `=` and line end has a zero byte beside it, on one side only, and the reading has no controls.
fn unmarked(bytes: &[u8]) -> Option<(String, Encoding)> {
    memchr(0, bytes)?;
    if !bytes.len().is_multiple_of(2) || bytes.len() < 4 {
        return None;
    }
    let zeros = |side: usize| bytes.iter().skip(side).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let (text, encoding) = if odd > even * 8 {
        (units(bytes, u16::from_le_bytes), Encoding::Utf16Le)
    } else if even > odd * 8 {
        (units(bytes, u16::from_be_bytes), Encoding::Utf16Be)
    } else {
        return None;
    };
    let clean = text.chars().all(|c| matches!(c, '\t' | '\n' | '\r') || (!c.is_control() && c != '\u{fffd}'));
    clean.then_some((text, encoding))
}

fn units(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text: String =
        char::decode_utf16(pairs.iter().map(|&pair| unit(pair))).map(|c| c.unwrap_or('\u{fffd}')).collect();
    if !rest.is_empty() {
        text.push('\u{fffd}');
    }
    text
}
