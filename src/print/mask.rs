//! What is printed must not spread what must not be published: personal numbers are blotted out of the lines we show.

use std::borrow::Cow;
use std::ops::Range;

use crate::number;

/// `text` of the same length in bytes, its personal numbers blotted out; `also` are ranges that are blotted out in any case.
pub fn mask<'a>(text: &'a str, also: &[Range<usize>]) -> Cow<'a, str> {
    let found = number::personal::find(text);
    let mut ranges: Vec<Range<usize>> = found.identities.into_iter().map(|it| it.range).collect();
    ranges.extend(found.phones.into_iter().map(|it| it.range));
    ranges.extend(found.cards.into_iter().map(|it| it.range));
    ranges.extend(also.iter().cloned());
    if ranges.is_empty() {
        return Cow::Borrowed(text);
    }
    ranges.sort_by_key(|range| range.start);
    let mut out = String::with_capacity(text.len());
    // Those before have ended: a text may hold ten thousand numbers.
    let mut from = 0;
    for (at, c) in text.char_indices() {
        while ranges.get(from).is_some_and(|range| range.end <= at) {
            from += 1;
        }
        let begun = ranges[from..].iter().take_while(|range| range.start <= at);
        match begun.into_iter().find(|range| range.contains(&at)) {
            Some(range) if c.is_alphanumeric() && !at_end(text, range, at) => out.push(blot(c)),
            _ => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// `text` with its personal numbers blotted out; none where it has none.
pub fn veil(text: &str) -> Option<String> {
    match mask(text, &[]) {
        Cow::Owned(veiled) => Some(veiled),
        Cow::Borrowed(_) => None,
    }
}

/// Whether the letter at `at` is among the first three or last two of its number: enough to find it again.
fn at_end(text: &str, range: &Range<usize>, at: usize) -> bool {
    let count = |part: &str| part.chars().filter(|c| c.is_alphanumeric()).count();
    count(&text[range.start..at]) < 3 || count(&text[at..range.end]) <= 2
}

/// A star as wide in bytes as `c`, so that carets stay right.
fn blot(c: char) -> char {
    match c.len_utf8() {
        1 => '*',
        2 => '×',
        3 => '＊',
        _ => '\u{1f7b6}',
    }
}

#[cfg(test)]
mod tests {
    use super::{mask, veil};

    #[test]
    fn numbers_are_blotted_out_and_lengths_stay() {
        let text = "证号11010519491231002X，文号〔2018〕9号";
        let masked = mask(text, &[]);
        assert_eq!(masked.len(), text.len());
        assert!(masked.contains("110*************2X") || masked.contains("110*************02X"), "{masked}");
        assert!(masked.contains("〔2018〕9号"));
        assert_eq!(mask("公开１３８１２３４", std::slice::from_ref(&(6..27))), "公开１３８＊＊３４");
    }

    #[test]
    fn texts_without_numbers_stay_as_they_are() {
        assert_eq!(veil("公开逾期 10 个工作日"), None);
        let veiled = veil("文件：对11010519491231002X的处罚").unwrap();
        assert!(veiled.starts_with("文件：对110") && !veiled.contains("19491231"), "{veiled}");
    }
}
