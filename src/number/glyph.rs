//! Characters that stand for a digit without being one: numerals of Chinese and other scripts, circled ones, and letters that look
//! alike. Numbers of persons written with them are found by their check character.
//!
//! Such characters stand in many texts, mostly in dates, and are looked at only where enough of them and of digits lie together to be
//! a number. That piece is written anew in plain digits, and read as any other text is.

use std::ops::Range;

use super::gap::is_gap;

/// Fewest characters of a number, and most bytes that one may take: a digit a cell, or a line.
const FEWEST: usize = 11;
const MOST: usize = 400;

/// Bytes before and behind a piece that tell what it is part of.
const BESIDE: usize = 80;

/// Where digits of other scripts begin, each row from nought to nine.
const ROWS: [u32; 23] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
    0x17e0, 0x1810, 0x2080, 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7e2,
];

/// Where numerals begin that have no nought, each row from one to nine.
const ONES: [u32; 9] = [0x2460, 0x2474, 0x2488, 0x24f5, 0x2776, 0x2780, 0x278a, 0x3220, 0x3280];

/// May a byte, and the two behind it, begin a character that stands for a digit in whose piece no other tells of it? Few texts have
/// any, but for 〇 in a date. A piece with no nought is not looked for: one number in fifty has none.
pub(super) fn may_begin(a: u8, b: u8, c: u8) -> bool {
    (a >= 0xf0)
        | ((0xd9..=0xe1).contains(&a))
        | ((a == 0xe2) & (0x81..=0x9e).contains(&b))
        | ((a == 0xe3) & (b == 0x80) & (c == 0x87))
        | ((a == 0xe9) & (b == 0x9b) & (c == 0xb6))
}

/// The digit that `char` stands for, whatever is beside it.
fn value(char: char) -> Option<u8> {
    let digit = match char {
        '0'..='9' => return u8::try_from(char).ok(),
        '〇' | '零' | '⓪' | '⓿' | '○' | '◯' | '⭕' | '⁰' | '🄋' | '🄌' => 0,
        '一' | '壹' | '¹' | '㊀' => 1,
        '二' | '贰' | '貳' | '²' => 2,
        '三' | '叁' | '參' | '³' => 3,
        '四' | '肆' | '⁴' => 4,
        '五' | '伍' | '⁵' => 5,
        '六' | '陆' | '陸' | '⁶' => 6,
        '七' | '柒' | '⁷' => 7,
        '八' | '捌' | '⁸' => 8,
        '九' | '玖' | '⁹' => 9,
        _ => {
            let code = u32::from(char);
            let row = |starts: &[u32], least: u32| {
                starts
                    .iter()
                    .find_map(|start| code.checked_sub(*start).filter(|at| *at < 10 - least).map(|at| at + least))
            };
            let found = row(&ROWS, 0).or_else(|| row(&ONES, 1));
            // Mathematical digits go on, bold to monospaced.
            let found = found.or_else(|| (0x1d7ce..0x1d800).contains(&code).then(|| (code - 0x1d7ce) % 10))?;
            u8::try_from(found).ok()?
        }
    };
    Some(b'0' + digit)
}

/// The digit that a letter looks like, among digits.
fn likeness(char: char) -> Option<u8> {
    match char {
        'O' | 'o' | 'О' | 'о' | 'Ο' | 'ο' | 'Ｏ' | 'ｏ' => Some(b'0'),
        'l' | 'I' | 'ｌ' | 'Ｉ' | '丨' | 'ı' => Some(b'1'),
        _ => None,
    }
}

fn reads(char: char) -> Option<u8> {
    value(char).or_else(|| likeness(char))
}

/// Is `gap`, which stands between two runs of digits, nothing but letters that look like digits?
pub(super) fn is_likeness(gap: &str) -> bool {
    matches!(gap.as_bytes().first(), Some(b'O' | b'o' | b'l' | b'I' | 0xce | 0xd0))
        && gap.len() <= 12
        && gap.chars().all(|it| likeness(it).is_some())
}

/// Does a letter that looks like a digit stand directly beside `range`?
pub(super) fn has_likeness_beside(text: &str, range: &Range<usize>) -> bool {
    let like = |char: Option<char>| char.is_some_and(|it| likeness(it).is_some());
    like(text[..range.start].chars().next_back()) || like(text[range.end..].chars().next())
}

/// The piece around byte `at` in which digits, what stands for them and what separates them lie together.
///
/// # Errors
///
/// Where they are too few, or too many, to be one number: the end of what need not be looked at again.
pub(super) fn piece(text: &str, at: usize) -> Result<Range<usize>, usize> {
    let joins = |char: char| {
        is_gap(char)
            || matches!(char, '|' | ',' | '，' | '、' | '.' | '·' | '/' | '"' | '\'' | '“' | '”' | '*' | '\u{20e3}')
    };
    // Of most numerals, those in dates, a letter near by is neither.
    let mut count = 0;
    let (mut start, mut end, mut seen) = (at, at, text.len());
    for (place, char) in text[at..].char_indices() {
        match reads(char) {
            Some(_) => (count, end) = (count + 1, at + place + char.len_utf8()),
            None if joins(char) => {}
            None => {
                seen = at + place;
                break;
            }
        }
        if place > MOST {
            return Err(at + place);
        }
    }
    for (place, char) in text[..at].char_indices().rev() {
        match reads(char) {
            Some(_) => (count, start) = (count + 1, place),
            None if joins(char) => {}
            None => break,
        }
        if at - place > MOST {
            return Err(seen);
        }
    }
    if count >= FEWEST { Ok(start..end) } else { Err(seen) }
}

/// A piece of a text, and what is beside it, written in plain digits.
pub(super) struct Plain<'t> {
    text: &'t str,
    piece: Range<usize>,
    /// What was made of it.
    pub plain: String,
    /// Where each of its bytes stands in the text, and where its end does.
    places: Vec<usize>,
}

impl<'t> Plain<'t> {
    /// Writes `piece` of `text` anew.
    pub fn new(text: &'t str, piece: &Range<usize>) -> Self {
        let from = (piece.start.saturating_sub(BESIDE)..=piece.start).find(|at| text.is_char_boundary(*at));
        let to = (piece.end..=(piece.end + BESIDE).min(text.len())).rev().find(|at| text.is_char_boundary(*at));
        let (from, to) = (from.unwrap_or(piece.start), to.unwrap_or(piece.end));
        let mut plain = String::with_capacity(to - from);
        let mut places = Vec::with_capacity(to - from + 1);
        for (at, char) in text[from..to].char_indices() {
            let at = from + at;
            match reads(char).filter(|_| piece.contains(&at)) {
                Some(digit) => plain.push(char::from(digit)),
                None => plain.push(char),
            }
            places.resize(plain.len(), at);
        }
        places.push(to);
        Self { text, piece: piece.clone(), plain, places }
    }

    /// Where `range` of the plain text stands, if something there only stands for a digit: all else is read without this.
    pub fn origin(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let range = self.places[range.start]..self.places[range.end];
        let odd = |char: char| reads(char).is_some() && !char.is_ascii_digit() && !('０'..='９').contains(&char);
        (self.piece.start <= range.start && self.text[range.clone()].chars().any(odd)).then_some(range)
    }

    /// Is `range` of the text one word of numerals, with nothing between them and no letter among them?
    pub fn is_word(&self, range: &Range<usize>) -> bool {
        self.text[range.clone()].chars().all(|it| value(it).is_some())
    }
}

#[cfg(test)]
mod tests {
    use crate::number::personal::find;

    /// The example of the standard; no person's.
    const WRITTEN: [&str; 17] = [
        "一一〇一〇五一九四九一二三一〇〇二X",
        "壹壹零壹零伍壹玖肆玖壹贰叁壹零零贰X",
        "一一〇一〇五 一九四九一二三一 〇〇二X",
        "一1〇一〇5一九49一二31〇〇2X",
        "①①⓪①⓪⑤①⑨④⑨①②③①⓪⓪②X",
        "𝟏𝟏𝟎𝟏𝟎𝟓𝟏𝟗𝟒𝟗𝟏𝟐𝟑𝟏𝟎𝟎𝟐X",
        "𝟷𝟷𝟶𝟷𝟶𝟻𝟷𝟿𝟺𝟿𝟷𝟸𝟹𝟷𝟶𝟶𝟸X",
        "¹¹⁰¹⁰⁵¹⁹⁴⁹¹²³¹⁰⁰²X",
        "١١٠١٠٥١٩٤٩١٢٣١٠٠٢X",
        "1️⃣1️⃣0️⃣1️⃣0️⃣5️⃣1️⃣9️⃣4️⃣9️⃣1️⃣2️⃣3️⃣1️⃣0️⃣0️⃣2️⃣X",
        "11O1O519491231OO2X",
        "ll0l05l949l23l002X",
        "I10105I949123I002X",
        "l10105194912310о2X",
        "1101〇51949123100２X",
        "1101○519491231○○2X",
        "一|一|〇|一|〇|五|一|九|四|九|一|二|三|一|〇|〇|二|X",
    ];

    #[test]
    fn numbers_are_found_in_any_numerals() {
        for written in WRITTEN {
            let text = format!("张三，身份证号：{written}，住址");
            let found = find(&text).identities;
            assert_eq!(found.len(), 1, "{written}");
            assert_eq!(&text[found[0].range.clone()], written);
            assert_eq!(found[0].masked, "110105********002X", "{written}");
        }
    }

    #[test]
    fn what_is_no_number_of_a_person_is_left() {
        for text in [
            "二〇一八年六月二十日，一九四九年至二〇一八年",
            "一一〇一〇五一九四九一二三一〇〇二〇",
            "一一〇一〇五一九四九一三三一〇〇二X",
            "11O1O519491231OO20",
            "｜一｜二｜三｜四｜五｜六｜七｜八｜九｜〇｜一｜二｜",
            "①②③④⑤⑥⑦⑧⑨⓪①②③④⑤⑥⑦⑧",
            "一、二、三、四、五、六、七、八、九、〇、一、二、三、四",
            "bOOl1O0lI0O1l0OI10lO01",
            "〇",
            "五〇、五一、五二、五三、五四、五五、五六、五七、五八",
        ] {
            let found = find(text);
            assert!(found.identities.is_empty() && found.phones.is_empty(), "{text}: {found:?}");
        }
    }

    #[test]
    fn telephones_in_numerals_are_found() {
        for text in ["电话一三八〇〇〇〇〇〇〇〇。", "电话：①③⑧⓪⓪⓪⓪⓪⓪⓪⓪", "13800〇00〇00"]
        {
            assert_eq!(find(text).phones.len(), 1, "{text}");
        }
        for text in ["一三八〇〇〇〇〇〇〇〇〇", "138OOOOOOOO", "一三八、〇〇〇〇、〇〇〇〇"] {
            assert!(find(text).phones.is_empty(), "{text}");
        }
    }

    #[test]
    fn hostile_texts_take_one_pass() {
        for piece in ["〇", "〇一", "1O", "l", "〇 ", "𝟏", "零|", "1〇甲"] {
            let text = piece.repeat(300_000 / piece.len());
            let _ = find(&text);
        }
    }

    proptest::proptest! {
        #[test]
        fn ranges_are_whole_letters(text in "[0-9〇一二三九①⓪𝟏𝟎OolIX |,\\n\"年]{0,80}|.*") {
            for found in find(&text).identities {
                proptest::prop_assert!(text.get(found.range).is_some());
            }
        }
    }
}
