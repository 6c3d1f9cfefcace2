//! Where a cell stands, and whether its row or column is seen.

use super::xml::Element;

/// Whether a row or column is hidden, or so thin that nobody sees it; `size` is the attribute of its height or width.
pub(super) fn is_hidden(element: &Element<'_>, size: &str) -> bool {
    // Points of height, letters of width.
    let least = if size == "ht" { 2.0 } else { 0.3 };
    element.flag("hidden", false)
        || element.get(size).and_then(|it| it.parse::<f64>().ok()).is_some_and(|it| it <= least)
}

/// `B2` → column 1, counted from nought, and row 2.
pub(super) fn place(text: &str) -> Option<(usize, u32)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !(1..=3).contains(&letters) {
        return None;
    }
    let column = text
        .bytes()
        .take(letters)
        .fold(0, |column, letter| column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some((column - 1, text[letters..].parse().ok()?))
}
