//! Names in the letters of Hanyu Pinyin, as they stand in addresses, names of files and English texts.

use std::ops::Range;

use pinyin::ToPinyinMulti as _;

/// Fewest letters of a name that is looked for: shorter ones are words of any kind.
const FEWEST: usize = 4;

/// Most ways to read one name: a character may have several.
const MOST: usize = 8;

/// Adds `name`, of hanzi, in letters, family name first and last.
pub(super) fn add(name: &[char], to: &mut Vec<String>) {
    if !(2..=4).contains(&name.len()) {
        return;
    }
    let mut read: Vec<Vec<String>> = vec![Vec::new()];
    for char in name {
        let Some(sounds) = char.to_pinyin_multi() else { return };
        let mut sounds: Vec<String> = sounds.into_iter().map(|it| it.plain().replace('ü', "v")).collect();
        sounds.extend(sounds.clone().iter().filter(|it| it.contains('v')).map(|it| it.replace('v', "u")));
        sounds.sort();
        sounds.dedup();
        read = read
            .iter()
            .flat_map(|begun| sounds.iter().map(|sound| [&begun[..], std::slice::from_ref(sound)].concat()))
            .take(MOST)
            .collect();
    }
    for syllables in read {
        let family = if name.len() == 4 { 2 } else { 1 };
        for parts in [syllables.concat(), [&syllables[family..], &syllables[..family]].concat().concat()] {
            if parts.len() >= FEWEST && parts.bytes().all(|it| it.is_ascii_lowercase()) {
                to.push(parts);
            }
        }
    }
}

/// Names in letters, sorted.
#[derive(Debug, Default)]
pub(super) struct Latin(Vec<String>);

impl Latin {
    /// Those that [`add`] made.
    pub fn new(mut names: Vec<String>) -> Self {
        names.sort_unstable();
        names.dedup();
        Self(names)
    }

    /// Adds where names stand in `text` as words, their syllables apart or not; answers whether there are any.
    pub fn ranges(&self, text: &str, to: &mut Vec<Range<usize>>) -> bool {
        let bytes = text.as_bytes();
        let before = to.len();
        let mut at = 0;
        while !self.0.is_empty() && at < bytes.len() {
            if !bytes[at].is_ascii_alphabetic() {
                at += 1;
                continue;
            }
            if let Some(end) = self.longest(&bytes[at..]) {
                to.push(at..at + end);
                at += end;
            } else {
                at += bytes[at..].iter().take_while(|it| it.is_ascii_alphabetic()).count();
            }
        }
        to.len() > before
    }

    /// The bytes of the longest name that `text` begins with, and with which a word ends there.
    fn longest(&self, text: &[u8]) -> Option<usize> {
        let (mut left, mut depth, mut end) = (&self.0[..], 0, None);
        let mut gap = 0;
        for (at, byte) in text.iter().enumerate() {
            if matches!(byte, b' ' | b'-' | b'_' | b'.' | b'\'' | b',') && gap < 2 {
                gap += 1;
                continue;
            }
            if !byte.is_ascii_alphabetic() {
                break;
            }
            gap = 0;
            let wanted = byte.to_ascii_lowercase();
            let start = left.partition_point(|name| name.as_bytes().get(depth).is_none_or(|it| *it < wanted));
            let length = left[start..].partition_point(|name| name.as_bytes().get(depth) == Some(&wanted));
            left = &left[start..start + length];
            depth += 1;
            let Some(first) = left.first() else { break };
            let is_last = !text.get(at + 1).is_some_and(u8::is_ascii_alphabetic);
            if first.len() == depth && is_last {
                end = Some(at + 1);
            }
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words_of_letters() {
        let mut names = Vec::new();
        add(&['吕', '红'], &mut names);
        add(&['单', '晓'], &mut names);
        add(&['欧', '阳', '小', '明'], &mut names);
        let latin = Latin::new(names);
        let found = |text: &str| {
            let mut ranges = Vec::new();
            latin.ranges(text, &mut ranges);
            ranges.into_iter().map(|it| text[it].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found("lvhong.jpg 2018-Lu_Hong"), ["lvhong", "Lu_Hong"]);
        assert_eq!(found("Shan Xiao、dan xiao"), ["Shan Xiao", "dan xiao"]);
        assert_eq!(found("/ouyang-xiaoming/、Xiaoming Ouyang"), ["ouyang-xiaoming", "Xiaoming Ouyang"]);
        assert_eq!(found("shanxiaofei lvhongs 吕"), Vec::<String>::new());
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "[zhangsli .\\-张é]{0,40}|.*") {
            let mut names = Vec::new();
            add(&['张', '三'], &mut names);
            let mut ranges = Vec::new();
            Latin::new(names).ranges(&text, &mut ranges);
            proptest::prop_assert!(ranges.into_iter().all(|it| text.get(it).is_some()));
        }
    }
}
