//! All kinds of personal numbers of a text, found in one pass.

use std::ops::Range;

use super::bank::{self, Card};
use super::digits::Digits;
use super::glyph::Plain;
use super::identity::{self, Identity};
use super::phone::{self, Phone};

/// The personal numbers of a text; each list in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Personal {
    /// Identity numbers of eighteen characters.
    pub identities: Vec<Identity>,
    /// Numbers in the old form of fifteen digits.
    pub old_identities: Vec<Identity>,
    /// Mobile numbers.
    pub phones: Vec<Phone>,
    /// Bank card numbers.
    pub cards: Vec<Card>,
}

/// Finds numbers of identity cards, in both forms, of mobile phones and of bank cards, reading the text once.
pub fn find(text: &str) -> Personal {
    among(&Digits::of(text))
}

/// The same; `watch` is told each run of digits.
pub fn find_watched(text: &str, watch: impl FnMut(Range<usize>)) -> Personal {
    among(&Digits::watched(text, watch))
}

fn among(digits: &Digits<'_>) -> Personal {
    let mut found = Personal::default();
    if digits.values.len() >= 11 {
        found = Personal {
            identities: identity::among(digits),
            old_identities: identity::old_among(digits),
            phones: phone::among(digits),
            cards: bank::among(digits),
        };
    }
    for piece in &digits.glyphs {
        add_written(digits.text, piece, &mut found);
    }
    if !digits.glyphs.is_empty() {
        found.identities.sort_by_key(|it| it.range.start);
        found.phones.sort_by_key(|it| it.range.start);
    }
    found
}

/// Adds the numbers in `piece` of `text`, which is written in part with what only stands for digits, unless they were found already.
fn add_written(text: &str, piece: &Range<usize>, found: &mut Personal) {
    let written = Plain::new(text, piece);
    let digits = Digits::of(&written.plain);
    let apart = |a: &Range<usize>, b: &Range<usize>| a.end <= b.start || b.end <= a.start;
    for it in identity::among(&digits) {
        if let Some(range) = written.origin(&it.range)
            && found.identities.iter().all(|it| apart(&it.range, &range))
        {
            found.identities.push(Identity { range, ..it });
        }
    }
    for it in phone::among(&digits) {
        // It has no check character, and is one word.
        if let Some(range) = written.origin(&it.range).filter(|range| written.is_word(range))
            && found.phones.iter().all(|it| apart(&it.range, &range))
        {
            found.phones.push(Phone { range, ..it });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_kind_is_found_once() {
        let text = "证号11010519491231002X，电话138 0000 0000，卡号6222000000000000004，旧证110105491231002。";
        let found = find(text);
        let counts = [found.identities.len(), found.old_identities.len(), found.phones.len(), found.cards.len()];
        assert_eq!(counts, [1, 1, 1, 1]);
        assert_eq!(find("证号1101051949"), Personal::default());
    }

    #[test]
    fn hostile_texts_take_one_pass() {
        for piece in ["1 ", "1|", "1-", "138", "4 4 4 4", "1101 ", "http://1380000000", "X", "11010519491231002X"] {
            let text = piece.repeat(100_000 / piece.len());
            let found = find(&text);
            assert!(found.identities.len() <= text.len() / 18);
        }
    }

    proptest! {
        #[test]
        fn ranges_are_whole_letters_in_order(text in "[0-9０-９Xx ｜|/-]{0,60}|.*") {
            let found = find(&text);
            let mut end = 0;
            for range in found.identities.iter().map(|it| &it.range) {
                prop_assert!(end <= range.start && text.get(range.clone()).is_some());
                end = range.end;
            }
            for range in found.phones.iter().map(|it| &it.range).chain(found.cards.iter().map(|it| &it.range)) {
                prop_assert!(text.get(range.clone()).is_some());
            }
        }

        #[test]
        fn a_number_is_found_wherever_it_is_broken(cuts in proptest::collection::vec(0_usize..18, 0..4), gap in 0_usize..5) {
            let gap = [" ", "-", "\n", "\u{3000}", "\u{200b}"][gap];
            let text: String = "11010519491231002X"
                .chars()
                .enumerate()
                .flat_map(|(at, letter)| [if at > 0 && cuts.contains(&at) { gap } else { "" }.to_owned(), letter.to_string()])
                .collect();
            prop_assert_eq!(find(&text).identities.len(), 1, "{}", text);
        }
    }
}
