//! Text into HTML.

use memchr::{memchr, memchr3};

/// Writes `text` as content of an element.
pub(super) fn text(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = memchr3(b'&', b'<', b'>', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            _ => "&gt;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// Writes `value` between the quotation marks of an attribute.
pub(super) fn value(out: &mut String, value: &str) {
    let mut rest = value;
    while let Some(at) = memchr(b'"', rest.as_bytes()) {
        text(out, &rest[..at]);
        out.push_str("&quot;");
        rest = &rest[at + 1..];
    }
    text(out, rest);
}

/// Writes an address between the quotation marks of an attribute; spaces and control characters in it are encoded.
pub(super) fn address(out: &mut String, address: &str) {
    let hex = |n: u8| char::from_digit(u32::from(n), 16).unwrap_or('0').to_ascii_uppercase();
    let mut from = 0;
    for (at, b) in address.bytes().enumerate() {
        if b <= b' ' || b == 0x7F || b == b'\\' {
            value(out, &address[from..at]);
            out.push('%');
            out.push(hex(b >> 4));
            out.push(hex(b & 15));
            from = at + 1;
        }
    }
    value(out, &address[from..]);
}
