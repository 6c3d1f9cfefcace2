//! One pass over a text, which stops only where a bit of the lexicon is set.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::{mark, table};

/// Where something stands that rules look at closer; bytes of the file.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Traditional forms.
    pub strays: Vec<(usize, table::Form)>,
    /// Wrong wordings: where each begins, and its number.
    pub words: Vec<(usize, usize)>,
    /// What one letter of a leader's name stands in: where the name would begin, and whose it is.
    pub names: Vec<(usize, usize)>,
    /// Full-width letters and digits, a run each.
    pub wide: Vec<Range<usize>>,
    /// Signs of punctuation that follow each other.
    pub doubled: Vec<Range<usize>>,
    /// “ and ”.
    pub curly: Vec<usize>,
    /// 《 and 》, and whether it opens.
    pub titles: Vec<(usize, bool)>,
    /// Opening marks right before the same mark: （（.
    pub nested: Vec<usize>,
    /// `"` of the text.
    pub straight: Vec<usize>,
    /// Where what a program left may begin.
    pub marks: Vec<usize>,
}

/// Looks through the value at `range` of the front matter.
pub(super) fn front(lexicon: &Lexicon, text: &str, range: Range<usize>, found: &mut Found) {
    let Some(value) = text.get(range.clone()) else { return };
    pass(lexicon, text, range.start, value.as_bytes(), false, found);
    if memchr::memchr3(b'&', b'<', b'[', value.as_bytes()).is_some() || value.contains(['{', '\\', '$']) {
        // The quotation marks of a value are those of its file.
        let ascii = value.bytes().enumerate().filter(|it| mark::may_begin(it.1)).map(|it| range.start + it.0);
        found.marks.extend(ascii);
    }
    short(lexicon, text, range.start, value, found);
}

/// Looks through the text, which begins at byte `start` of the file.
pub(super) fn body(lexicon: &Lexicon, text: &str, start: usize, body: &str, found: &mut Found) {
    pass(lexicon, text, start, body.as_bytes(), true, found);
    short(lexicon, text, start, body, found);
}

fn pass(lexicon: &Lexicon, text: &str, start: usize, bytes: &[u8], ascii: bool, found: &mut Found) {
    let mut rest = bytes;
    loop {
        // Nearly all are hanzi, of which few stop.
        while let [a, b, c, tail @ ..] = rest {
            let Some(thirds) = lexicon.thirds(*a, *b) else { break };
            if thirds >> (c & 63) & 1 == 1 {
                letter(lexicon, text, start + bytes.len() - rest.len(), found);
            }
            rest = tail;
        }
        let at = start + bytes.len() - rest.len();
        rest = match *rest {
            [a @ 0..0x80, ref rest @ ..] => {
                if ascii && mark::stops(a) {
                    if a == b'"' { found.straight.push(at) } else { found.marks.push(at) }
                }
                rest
            }
            [a @ 0xE0..0xF0, b, c, ref rest @ ..] => {
                // A sign may follow a sign.
                let doubled = matches!(a, 0xE3 | 0xEF) && matches!(rest.first(), Some(0xE3 | 0xEF));
                if doubled || lexicon.may_stop(a, b, c) {
                    letter(lexicon, text, at, found);
                }
                rest
            }
            [0x80..0xE0, _, ref rest @ ..] | [0xF0..=0xFF, _, _, _, ref rest @ ..] => rest,
            _ => return,
        };
    }
}

/// Looks at the letter at byte `at`.
fn letter(lexicon: &Lexicon, text: &str, at: usize, found: &mut Found) {
    let Some(letter) = text.get(at..).and_then(|it| it.chars().next()) else { return };
    match letter {
        '“' | '”' => {
            found.curly.push(at);
            return nested(text, at, letter, found);
        }
        '《' | '》' => {
            found.titles.push((at, letter == '《'));
            return nested(text, at, letter, found);
        }
        '（' => return nested(text, at, letter, found),
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            return match found.wide.last_mut() {
                Some(last) if last.end == at => last.end = at + 3,
                _ => found.wide.push(at..at + 3),
            };
        }
        '。' | '，' | '、' | '；' | '：' => {
            let next = text[at + 3..].chars().next();
            if matches!(next, Some('。' | '，' | '、' | '；' | '：')) {
                match found.doubled.last_mut() {
                    Some(last) if last.end == at + 3 => last.end = at + 6,
                    _ => found.doubled.push(at..at + 6),
                }
            }
            return;
        }
        _ => {}
    }
    found.strays.extend(table::form(letter).map(|it| (at, it)));
    lexicon.words_at(text, at, letter, |start, of| found.words.push((start, of)));
    for (of, before) in lexicon.names_at(letter) {
        let start = text[..at].char_indices().rev().take(before).last().map_or(at, |it| it.0);
        if !found.names.contains(&(start, of)) {
            found.names.push((start, of));
        }
    }
}

/// Notes the mark `letter` at byte `at` if it opens what the next one opens again.
fn nested(text: &str, at: usize, letter: char, found: &mut Found) {
    let opens = matches!(letter, '（' | '《' | '“');
    // Of three in a row the second is the inner one of the first two.
    let is_inner = found.nested.last().is_some_and(|last| last + 3 == at);
    if opens && !is_inner && text[at + 3..].starts_with(letter) {
        found.nested.push(at);
    }
}

/// Words of the project's own without a hanzi: there are hardly any.
fn short(lexicon: &Lexicon, text: &str, start: usize, part: &str, found: &mut Found) {
    for &of in &lexicon.short {
        let word = &*lexicon.word(of).wrong;
        // A part of another word is another word.
        let letter = |it: Option<char>| it.is_some_and(|c| c.is_ascii_alphanumeric());
        let alone = |at: &usize| {
            let (before, after) = (text[..*at].chars().next_back(), text[at + word.len()..].chars().next());
            !(letter(word.chars().next()) && letter(before) || letter(word.chars().next_back()) && letter(after))
        };
        let places = memchr::memmem::find_iter(part.as_bytes(), word).map(|at| start + at);
        found.words.extend(places.filter(alone).map(|at| (at, of)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Found {
        let mut found = Found::default();
        body(&Lexicon::new([], []), text, 0, text, &mut found);
        found
    }

    #[test]
    fn a_clean_text_has_nothing() {
        let it = found("各科室：\n\n汛期已到，请落实二十四小时值守，发现险情立即报告。（联系电话：0797-8000000）");
        assert!(it.strays.is_empty() && it.words.is_empty() && it.names.is_empty() && it.wide.is_empty());
        assert!(
            it.doubled.is_empty() && it.curly.is_empty() && it.straight.is_empty() && it.marks.is_empty(),
            "{it:?}"
        );
    }

    #[test]
    fn each_sort_is_found() {
        let it = found("与情、與情，，ＡＢ１。。。“甲” \"乙\" {{ 丙 }} 布署");
        assert_eq!(it.strays.len(), 1);
        assert_eq!(it.words.len(), 2);
        assert_eq!(it.doubled.iter().map(|it| it.end - it.start).collect::<Vec<_>>(), [6, 9]);
        assert_eq!((it.wide.len(), it.curly.len(), it.straight.len()), (1, 2, 2));
        assert!(!it.marks.is_empty());
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_looked_through(text in "[與情，。“”\"\\{\\[&<Ａ１布署後国é𠀀a]{0,60}|.*") {
            let _ = found(&text);
        }
    }
}
