//! Characters that look like nothing, or like another character: controls, bidi marks, zero-width, radicals, look-alikes.

use super::radicals;
use crate::source::Skimmer;

/// Why a character is dangerous.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Danger {
    /// A C0 or C1 control other than tab and line ends, DEL, U+2028, U+2029.
    Control,
    /// A code point that is no character: U+FFFE, U+FDD0 and their like.
    Noncharacter,
    /// U+FEFF inside a text.
    ByteOrderMark,
    /// Turns the writing direction: U+202A–202E, 2066–2069, 061C, 200E, 200F.
    Bidi,
    /// Takes no room: U+200B–200D, 2060–2064, 00AD, variation selectors, tags, fillers.
    Invisible,
    /// Private use: another computer shows something else or nothing.
    PrivateUse,
    /// A Kangxi or CJK radical in place of a hanzi: `⼈` for `人`.
    Radical(char),
    /// A CJK compatibility ideograph in place of a hanzi.
    Compatibility(char),
    /// A Cyrillic or Greek letter in place of a Latin one, in a code or number.
    LookAlike(char),
}

impl Danger {
    /// What should stand there instead, if anything: `Some(None)` means that the character should go.
    pub const fn mended(self) -> Option<Option<char>> {
        match self {
            Self::Radical(plain) | Self::Compatibility(plain) | Self::LookAlike(plain) => Some(Some(plain)),
            Self::Bidi | Self::Invisible | Self::ByteOrderMark => Some(None),
            Self::Control | Self::Noncharacter | Self::PrivateUse => None,
        }
    }
}

/// A dangerous character and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Offset in the text, in bytes.
    pub at: usize,
    /// The character.
    pub char: char,
    /// Why it is dangerous.
    pub danger: Danger,
}

/// The dangerous characters of `text`, lazily and in order; look-alikes are left to [`look_alikes`].
///
/// Emoji keep their joiners and variation selectors: U+200D and U+FE0E/F after a pictograph are no danger.
pub fn scan(text: &str) -> impl Iterator<Item = Spot> {
    let mut at = 0;
    let mut places = Skimmer::new(text.as_bytes(), is_doubtful);
    std::iter::from_fn(move || {
        loop {
            at = places.next(at)?;
            let char = text.get(at..)?.chars().next()?;
            let here = at;
            at += char.len_utf8();
            if let Some(danger) = danger(char)
                && !(danger == Danger::Invisible && joins_emoji(text, here, char))
            {
                return Some(Spot { at: here, char, danger });
            }
        }
    })
}

/// Whether a character that begins with these bytes may be dangerous; surely harmless are printing ASCII, hanzi, Chinese
/// punctuation. The later bytes of a character begin none.
pub(super) fn is_doubtful(a: u8, b: u8, c: u8) -> bool {
    let control = ((a < b' ') & (a != b'\n') & (a != b'\t')) | (a == 0x7F);
    let hanzi = (0xE4..=0xE9).contains(&a);
    // U+3000–313F: CJK punctuation, kana.
    let punctuation = (a == 0xE3) & (b < 0x85);
    // U+FF00–FF7F: full-width forms.
    let wide = (a == 0xEF) & ((b == 0xBC) | (b == 0xBD));
    // U+2010–2027: dashes, quotation marks, dots.
    let shared = (a == 0xE2) & (b == 0x80) & (0x90..=0xA7).contains(&c);
    control | ((a >= 0xC2) & !(hanzi | punctuation | wide | shared))
}

fn danger(c: char) -> Option<Danger> {
    let danger = match c {
        '\t' | '\n' | '\r' => return None,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' => Danger::Control,
        '\u{feff}' => Danger::ByteOrderMark,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}' | '\u{200e}' | '\u{200f}' => Danger::Bidi,
        '\u{ad}'
        | '\u{34f}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200d}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => Danger::Invisible,
        '\u{fdd0}'..='\u{fdef}' => Danger::Noncharacter,
        _ if u32::from(c) & 0xFFFE == 0xFFFE => Danger::Noncharacter,
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => Danger::PrivateUse,
        '\u{2e80}'..='\u{2fdf}' => Danger::Radical(radicals::plain(c)?),
        '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}' => Danger::Compatibility(radicals::unified(c)?),
        _ => return None,
    };
    Some(danger)
}

fn joins_emoji(text: &str, at: usize, c: char) -> bool {
    let pictograph = |c: char| matches!(c, '\u{a9}' | '\u{ae}' | '\u{203c}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{1f000}'..='\u{1faff}' | '0'..='9' | '#' | '*');
    let before = text[..at].chars().next_back();
    let after = text[at + c.len_utf8()..].chars().next();
    match c {
        '\u{200d}' => {
            before.is_some_and(|c| c == '\u{fe0f}' || pictograph(c))
                && after.is_some_and(|c| !c.is_ascii() && pictograph(c))
        }
        '\u{fe0e}' | '\u{fe0f}' => {
            before.is_some_and(|c| pictograph(c) && (!c.is_ascii() || after == Some('\u{20e3}')))
        }
        _ => false,
    }
}

/// Cyrillic and Greek letters that stand among Latin letters and digits, as in a code or number: for ids, index numbers,
/// document numbers and credit codes, not for prose.
pub fn look_alikes(text: &str) -> Vec<Spot> {
    let mut spots = Vec::new();
    if text.is_ascii() {
        return spots;
    }
    let mut latin = false;
    let mut run = 0;
    for (at, char) in text.char_indices().chain(std::iter::once((text.len(), ' '))) {
        if char.is_ascii_alphanumeric() {
            latin = true;
        } else if let Some(plain) = latin_twin(char) {
            spots.push(Spot { at, char, danger: Danger::LookAlike(plain) });
        } else if !matches!(char, '-' | '_' | '/' | '.') {
            if !latin {
                spots.truncate(run);
            }
            run = spots.len();
            latin = false;
        }
    }
    spots
}

/// The Latin letter or digit that a Cyrillic or Greek letter is mistaken for.
pub const fn latin_twin(c: char) -> Option<char> {
    Some(match c {
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' | 'Ϲ' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'І' | 'Ι' | 'Ӏ' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'Х' | 'Χ' => 'X',
        'Υ' | 'Ү' => 'Y',
        'Ζ' => 'Z',
        'а' | 'α' => 'a',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' => 'e',
        'һ' => 'h',
        'і' | 'ι' => 'i',
        'ј' => 'j',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'ν' => 'v',
        'х' | 'χ' => 'x',
        'у' | 'γ' => 'y',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn dangers(text: &str) -> Vec<(usize, Danger)> {
        scan(text).map(|spot| (spot.at, spot.danger)).collect()
    }

    #[test]
    fn plain_chinese_is_no_danger() {
        let text = "《中华人民共和国政府信息公开条例》第二十条：“主动公开”——见附件１（１）…… ａ・①〇 𠮷㐂 ¥100\r\n\tok";
        assert_eq!(dangers(text), []);
    }

    #[test]
    fn each_kind_is_told_at_its_place() {
        for (c, danger) in [
            ('\0', Danger::Control),
            ('\u{85}', Danger::Control),
            ('\u{2028}', Danger::Control),
            ('\u{fffe}', Danger::Noncharacter),
            ('\u{1ffff}', Danger::Noncharacter),
            ('\u{fdd0}', Danger::Noncharacter),
            ('\u{feff}', Danger::ByteOrderMark),
            ('\u{202e}', Danger::Bidi),
            ('\u{61c}', Danger::Bidi),
            ('\u{200b}', Danger::Invisible),
            ('\u{ad}', Danger::Invisible),
            ('\u{3164}', Danger::Invisible),
            ('\u{fe0f}', Danger::Invisible),
            ('\u{e0101}', Danger::Invisible),
            ('\u{e5e5}', Danger::PrivateUse),
            ('⼈', Danger::Radical('人')),
            ('⻔', Danger::Radical('门')),
            ('\u{f9dc}', Danger::Compatibility('隆')),
        ] {
            let text = format!("文{c}号");
            assert_eq!(dangers(&text), [(3, danger)], "{:x}", u32::from(c));
        }
    }

    #[test]
    fn emoji_keep_their_joiners() {
        assert_eq!(dangers("👨\u{200d}👩\u{200d}👧 ☎\u{fe0f} 1\u{fe0f}\u{20e3}"), []);
    }

    #[test]
    fn unified_ideographs_in_the_compatibility_block_are_no_danger() {
        assert_eq!(dangers("﨎﨏"), []);
    }

    #[test]
    fn look_alikes_are_told_among_latin_letters_only() {
        let found: Vec<_> =
            look_alikes("1136А700МB-О/2018").iter().map(|spot| (spot.char, spot.danger.mended())).collect();
        assert_eq!(found, [('А', Some(Some('A'))), ('М', Some(Some('M'))), ('О', Some(Some('O')))]);
        assert_eq!(look_alikes("Москва α 通知 beta 2018"), []);
    }

    proptest! {
        #[test]
        fn spots_lie_on_their_characters(text in any::<String>()) {
            for spot in scan(&text).chain(look_alikes(&text)) {
                prop_assert!(text[spot.at..].starts_with(spot.char));
            }
        }

        #[test]
        fn skipping_loses_nothing(chars in proptest::collection::vec(prop_oneof![any::<char>(), (0x2000..0x3200_u32).prop_filter_map("", char::from_u32), (0xE000..0xFFFF_u32).prop_filter_map("", char::from_u32)], 0..40)) {
            let text: String = chars.iter().collect();
            let slow = text.char_indices().filter(|&(at, c)| danger(c).is_some_and(|d| !(d == Danger::Invisible && joins_emoji(&text, at, c)))).count();
            prop_assert_eq!(scan(&text).count(), slow);
        }
    }
}
