//! What is printed must not spread what must not be published: personal numbers are blotted out of the lines we show.

use std::borrow::Cow;
use std::ops::Range;

use crate::number;

/// `text` of the same length in bytes, its personal numbers blotted out; `also` are ranges that are blotted out in any case.
pub fn mask<'a>(text: &'a str, also: &[Range<usize>]) -> Cow<'a, str> {
    let found = number::personal::find(text);
    // Each as messages and edits mask it.
    let mut ranges: Vec<(Range<usize>, (usize, usize))> =
        found.identities.into_iter().map(|it| (it.range, (6, 4))).collect();
    ranges.extend(found.phones.into_iter().map(|it| (it.range, (3, 4))));
    let bare = |range: &Range<usize>| -> String {
        text.get(range.clone()).unwrap_or_default().chars().filter(char::is_ascii_alphanumeric).collect()
    };
    // What was found to be private knows better what it is than its digits do.
    let cards = found.cards.into_iter().map(|it| it.range).filter(|it| !also.contains(it));
    ranges.extend(cards.map(|range| (range, (4, 4))));
    ranges.extend(also.iter().map(|range| (range.clone(), number::identity::ends(&bare(range)))));
    if ranges.is_empty() {
        return Cow::Borrowed(text);
    }
    ranges.sort_by_key(|it| it.0.start);
    let mut out = String::with_capacity(text.len());
    // Those before have ended: a text may hold ten thousand numbers.
    let mut from = 0;
    for (at, c) in text.char_indices() {
        while ranges.get(from).is_some_and(|it| it.0.end <= at) {
            from += 1;
        }
        let begun = ranges[from..].iter().take_while(|it| it.0.start <= at);
        match begun.into_iter().find(|it| it.0.contains(&at)) {
            Some((range, ends)) if c.is_alphanumeric() && !at_end(text, range, at, *ends) => out.push(blot(c)),
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

/// `text` with its personal numbers blotted out, and whatever is as long as one: a number with a wrong check character is somebody's too.
pub fn veil_all(text: &str) -> Cow<'_, str> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    for run in text.split(|c: char| !c.is_ascii_digit()) {
        let at = text[from..].find(run).map_or(from, |it| from + it);
        from = at + run.len();
        if matches!(run.len(), 15 | 17 | 18) {
            runs.push(at..from + usize::from(run.len() == 17 && text[from..].starts_with(['x', 'X'])));
        }
    }
    mask(text, &runs)
}

/// Whether the letter at `at` is among the first or the last of its number that are shown: enough to find it again.
fn at_end(text: &str, range: &Range<usize>, at: usize, (first, last): (usize, usize)) -> bool {
    let count = |part: &str| part.chars().filter(|c| c.is_alphanumeric()).count();
    count(&text[range.start..at]) < first || count(&text[at..range.end]) <= last
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
    use super::{mask, veil, veil_all};

    #[test]
    fn numbers_are_blotted_out_and_lengths_stay() {
        let text = "证号11010519491231002X，文号〔2018〕9号";
        let masked = mask(text, &[]);
        assert_eq!(masked.len(), text.len());
        assert!(masked.contains("110105********002X"), "{masked}");
        assert!(masked.contains("〔2018〕9号"));
        assert_eq!(mask("公开１３８１２３４", std::slice::from_ref(&(6..27))), "公开１３８＊＊３４");
    }

    #[test]
    fn texts_without_numbers_stay_as_they_are() {
        assert_eq!(veil("公开逾期 10 个工作日"), None);
        let veiled = veil("文件：对11010519491231002X的处罚").unwrap();
        assert!(veiled.starts_with("文件：对110") && !veiled.contains("19491231"), "{veiled}");
    }

    #[test]
    fn what_is_as_long_as_an_identity_number_is_blotted_out_with_all() {
        let text = "证号：36070219900101123X，预算1234567.89万元，编号2018";
        assert_eq!(veil(text), None, "its check character is wrong");
        let veiled = veil_all(text);
        assert!(!veiled.contains("19900101") && veiled.starts_with("证号：360702"), "{veiled}");
        assert!(veiled.ends_with("，预算1234567.89万元，编号2018"), "{veiled}");
        assert_eq!(veil_all("一、二、2018年"), "一、二、2018年");
    }
}
