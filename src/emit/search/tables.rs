//! What folding and compressing take from outside: which characters are common, which traditional one is which simplified one, and
//! phrases that official texts are full of. The same for every site.

use super::{fold, stream::deflate};

/// Characters by how often official texts have them.
const CHARACTERS: &str = include_str!("tables/characters.txt");
/// A line each: a traditional character and the simplified one.
const PAIRS: &str = include_str!("tables/fold.txt");
/// Phrases of laws and notices, the most frequent last.
const DICTIONARY: &str = include_str!("tables/dictionary.txt");

/// The version of characters and dictionary: the hash of what their file says. It is known beforehand, so that the page that searches can ask
/// for the file at once.
pub const TABLES: u32 = 0x62ed_f020;
/// That of the fold table.
pub const FOLDS: u32 = 0x3554_7f9d;

/// A unit without a rank.
pub(super) const UNRANKED: u16 = u16::MAX;

/// The tables, ready for use.
#[derive(Debug)]
pub struct SearchTables {
    /// What each unit is folded to; 0 where it is dropped.
    pub(super) folds: Box<[u16]>,
    /// The rank of each unit, or [`UNRANKED`].
    pub(super) ranks: Box<[u16]>,
    /// Units by rank.
    pub(super) units: Vec<u16>,
    /// The dictionary, in the text code.
    pub(super) dictionary: Vec<u8>,
}

impl Default for SearchTables {
    fn default() -> Self {
        let units: Vec<u16> = CHARACTERS.encode_utf16().collect();
        let mut ranks = vec![UNRANKED; 1 << 16].into_boxed_slice();
        for (rank, &unit) in (0..).zip(&units) {
            ranks[usize::from(unit)] = rank;
        }
        let mut tables = Self { folds: fold::table(pairs()), ranks, units, dictionary: Vec::new() };
        let mut dictionary = Vec::new();
        tables.encode(DICTIONARY, &mut dictionary);
        tables.dictionary = dictionary;
        tables
    }
}

impl SearchTables {
    /// Adds the folded units of `text`: what is alike to a reader is the same.
    pub fn fold(&self, text: &str, out: &mut Vec<u16>) {
        out.extend(text.encode_utf16().map(|unit| self.folds[usize::from(unit)]).filter(|&it| it != 0));
    }

    /// The files that a browser reads, by address from the site's root: characters and dictionary; the fold table, which only texts
    /// with a character of no rank need.
    pub fn files(&self) -> [(String, Vec<u8>); 2] {
        let [tables, folds] = self.contents();
        let address = |name: &str, version: u32| format!("/search/{name}.{version:08x}.bin");
        [(address("tables", TABLES), deflate(&tables)), (address("folds", FOLDS), deflate(&folds))]
    }

    fn contents(&self) -> [Vec<u8>; 2] {
        let bytes = |units: &[u16]| units.iter().flat_map(|it| it.to_le_bytes()).collect::<Vec<u8>>();
        let characters = bytes(&self.units);
        let length = u32::try_from(characters.len()).unwrap_or(u32::MAX).to_le_bytes();
        let folds: String = pairs().flat_map(|it| [it.0, it.1]).collect();
        let folds: Vec<u16> = folds.encode_utf16().collect();
        [[&length[..], &characters, &self.dictionary].concat(), bytes(&folds)]
    }

    /// Adds `text` in the text code: one byte for the two hundred most frequent units, two for the others of the table.
    pub(super) fn encode(&self, text: &str, out: &mut Vec<u8>) {
        for unit in text.encode_utf16() {
            match self.ranks[usize::from(unit)] {
                rank @ 0..SHORT => out.push(low(rank)),
                UNRANKED => {
                    out.push(ESCAPE);
                    out.extend(unit.to_be_bytes());
                }
                rank => {
                    let rank = rank - SHORT;
                    out.extend([low(SHORT + (rank >> 8)), low(rank & 0xff)]);
                }
            }
        }
    }

    /// The text of `code`; none where it is no such code.
    pub(super) fn decode(&self, code: &[u8]) -> Option<String> {
        let mut units = Vec::with_capacity(code.len());
        let mut bytes = code.iter().copied();
        while let Some(byte) = bytes.next() {
            units.push(match byte {
                ESCAPE => u16::from_be_bytes([bytes.next()?, bytes.next()?]),
                _ if u16::from(byte) < SHORT => *self.units.get(usize::from(byte))?,
                _ => {
                    let rank = SHORT + ((u16::from(byte) - SHORT) << 8 | u16::from(bytes.next()?));
                    *self.units.get(usize::from(rank))?
                }
            });
        }
        String::from_utf16(&units).ok()
    }
}

/// So many ranks have one byte.
const SHORT: u16 = 200;
/// Before a unit that has no rank.
const ESCAPE: u8 = 255;

fn low(it: u16) -> u8 {
    it.to_le_bytes()[0]
}

fn pairs() -> impl Iterator<Item = (char, char)> {
    PAIRS.lines().filter_map(|line| {
        let mut of = line.chars();
        Some((of.next()?, of.next()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_comes_back_from_its_code() {
        let tables = SearchTables::default();
        assert!(tables.units.len() < usize::from(SHORT) + (55 << 8));
        for text in
            ["", "关于印发2018年政务公开工作要点的通知", "𬭎、\u{1}\u{2}\t\n", "龘\u{e000}ß", DICTIONARY, CHARACTERS]
        {
            let mut code = Vec::new();
            tables.encode(text, &mut code);
            assert_eq!(tables.decode(&code).as_deref(), Some(text));
        }
        assert_eq!(tables.decode(&[255, 0xd8]), None);
        assert_eq!(tables.decode(&[254, 255]), None);
    }

    #[test]
    fn versions_are_those_of_the_contents() {
        let hash = |it: &Vec<u8>| u32::from_be_bytes(*blake3::hash(it).as_bytes().first_chunk().unwrap());
        let [tables, folds] = SearchTables::default().contents();
        assert_eq!(format!("{:#010x} {:#010x}", hash(&tables), hash(&folds)), format!("{TABLES:#010x} {FOLDS:#010x}"));
    }

    /// Readers ask for the fold table where they meet a character without a rank.
    #[test]
    fn what_is_folded_by_the_table_has_no_rank() {
        let tables = SearchTables::default();
        for (from, _) in pairs() {
            assert_eq!(tables.ranks[from as usize], UNRANKED, "{from}");
            assert!(from >= '\u{3400}', "{from}");
        }
    }

    #[test]
    fn no_simplified_character_is_folded_again() {
        let tables = SearchTables::default();
        for (from, to) in pairs() {
            let mut units = [0; 2];
            assert_eq!(tables.folds[usize::from(from.encode_utf16(&mut units)[0])], to.encode_utf16(&mut [0; 2])[0]);
            assert_eq!(tables.folds[to as usize], u16::try_from(to as u32).unwrap(), "{to}");
        }
    }

    fn folded(text: &str) -> String {
        let mut units = Vec::new();
        SearchTables::default().fold(text, &mut units);
        String::from_utf16(&units).unwrap()
    }

    #[test]
    fn what_a_reader_takes_for_the_same_is_the_same() {
        assert_eq!(folded("赣蓉管办发〔２０１８〕９ 号"), "赣蓉管办发[2018]9号");
        assert_eq!(folded("關於《政務公開》"), "关于\"政务公开\"");
        assert_eq!(folded("ＷＰＳ Ⅳ É×"), "wpsⅳé×");
        assert_eq!(folded("一\t二\u{1}三\n四\u{3000}五\u{200b}"), "一\u{1}二\u{1}三四五");
        assert_eq!(folded("𬭎"), "𬭎");
    }
}
