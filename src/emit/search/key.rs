//! What texts are found by: each unit, each two neighbours, and each three of which two are figures and the like. Chinese needs no
//! words for that, and any substring of two units or more has keys.

use super::{SearchTables, fold::BORDER, record::FIELD};

/// Fields of a document, the best first: a document is listed for a key under the best field that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    /// Document and index number.
    Number,
    Title,
    /// A summary that somebody wrote.
    Summary,
    Text,
    /// Titles and texts of attachments.
    Attachment,
}

impl Zone {
    pub const COUNT: usize = 5;
}

/// A key in a document: the key's hash in the upper 32 bits, then its class, the zone and the document's number, so that sorting
/// brings together what is written together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Posting(pub u64);

impl Posting {
    /// Of hash and class, the document left out.
    fn new(hash: u32, class: u64, zone: Zone) -> Self {
        Self(u64::from(hash) << 20 | class << 19 | (zone as u64) << 16)
    }

    /// The same in document `id` of its tier.
    #[must_use]
    pub fn of(self, id: u16) -> Self {
        Self(self.0 & !0xffff | u64::from(id))
    }

    pub fn hash(self) -> u32 {
        (self.0 >> 20 & 0xffff_ffff) as u32
    }

    /// Hash and class.
    pub fn key(self) -> u64 {
        self.0 >> 19
    }

    pub fn zone(self) -> usize {
        (self.0 >> 16 & 7) as usize
    }

    pub fn id(self) -> u16 {
        (self.0 & 0xffff) as u16
    }
}

/// The keys of one document, each once. Made once and filled again and again: nothing is allocated for a document.
#[derive(Debug)]
pub struct Keys {
    /// Open addressing: a key above the number of the document that it was met in.
    seen: Vec<u64>,
    found: Vec<Posting>,
    units: Vec<u16>,
    /// How many documents were begun.
    round: u32,
    /// Folded units of the document so far.
    length: u64,
}

impl Default for Keys {
    fn default() -> Self {
        Self { seen: vec![0; 1 << 12], found: Vec::new(), units: Vec::new(), round: 0, length: 0 }
    }
}

impl Keys {
    /// Begins another document.
    pub fn clear(&mut self) {
        self.found.clear();
        self.length = 0;
        self.round = (self.round + 1) & ROUNDS;
        if self.round == 0 {
            self.seen.fill(0);
            self.round = 1;
        }
    }

    /// The keys of `record`, of which [`SearchText::record`](super::SearchText::record) was the maker.
    pub fn of_record(&mut self, tables: &SearchTables, record: &str) {
        self.clear();
        let zones = [Zone::Number, Zone::Title, Zone::Summary, Zone::Text].into_iter();
        for (zone, field) in zones.chain(std::iter::repeat(Zone::Attachment)).zip(record.split(FIELD).skip(1)) {
            self.add(tables, zone, field);
        }
    }

    /// Adds the keys of `text`. Fields come in the order of their zones.
    pub fn add(&mut self, tables: &SearchTables, zone: Zone, text: &str) {
        let mut units = std::mem::take(&mut self.units);
        units.clear();
        tables.fold(text, &mut units);
        self.length += units.len() as u64;
        let (mut before, mut last) = (BORDER, BORDER);
        for &unit in &units {
            if unit != BORDER {
                self.insert(mix(u32::from(unit) << 16), 0, zone);
                if last != BORDER {
                    self.insert(pair(last, unit), 0, zone);
                    if before != BORDER && is_telling(before, last, unit) {
                        self.insert(triple(before, last, unit), 1, zone);
                    }
                }
            }
            (before, last) = (last, unit);
        }
        self.units = units;
    }

    fn insert(&mut self, hash: u32, class: u64, zone: Zone) {
        let key = (u64::from(hash) << 1 | class) << 31 | u64::from(self.round);
        let mask = self.seen.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let there = self.seen[at];
            if there == key {
                return;
            }
            if there & u64::from(ROUNDS) != u64::from(self.round) {
                break;
            }
            at = (at + 1) & mask;
        }
        self.seen[at] = key;
        self.found.push(Posting::new(hash, class, zone));
        if self.found.len() * 2 > self.seen.len() {
            self.grow();
        }
    }

    fn grow(&mut self) {
        let mask = self.seen.len() * 4 - 1;
        self.seen = vec![0; mask + 1];
        for it in &self.found {
            let mut at = it.hash() as usize & mask;
            while self.seen[at] != 0 {
                at = (at + 1) & mask;
            }
            self.seen[at] = it.key() << 31 | u64::from(self.round);
        }
    }

    /// What was found in the document, which is `id` of its tier.
    pub fn postings(&self, id: u16) -> impl Iterator<Item = Posting> {
        self.found.iter().map(move |it| it.of(id))
    }

    /// How long the document is, folded.
    pub fn length(&self) -> u64 {
        self.length
    }
}

/// The bits of [`Keys::round`].
const ROUNDS: u32 = (1 << 31) - 1;

/// Shuffles 32 bits and loses none: two keys of one or two units never have one hash.
fn mix(mut it: u32) -> u32 {
    it ^= it >> 16;
    it = it.wrapping_mul(0x7feb_352d);
    it ^= it >> 15;
    it = it.wrapping_mul(0x846c_a68b);
    it ^ it >> 16
}

fn pair(a: u16, b: u16) -> u32 {
    mix(u32::from(a) << 16 | u32::from(b))
}

fn triple(a: u16, b: u16, c: u16) -> u32 {
    mix(pair(a, b) ^ u32::from(c).wrapping_mul(0x9e37_79b1))
}

/// Whether three units are worth a key of their own: figures, whose pairs are in every text.
fn is_telling(a: u16, b: u16, c: u16) -> bool {
    u8::from(is_figure(a)) + u8::from(is_figure(b)) + u8::from(is_figure(c)) >= 2
}

fn is_figure(unit: u16) -> bool {
    let it = char::from_u32(unit.into()).unwrap_or_default();
    it.is_ascii_digit() || it.is_ascii_lowercase() || matches!(it, '[' | ']' | '.') || unit > 0x3000 && is_numeral(it)
}

fn is_numeral(it: char) -> bool {
    matches!(it, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '零' | '〇' | '第' | '条')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(fields: &[(Zone, &str)]) -> Vec<(u32, u64, usize)> {
        let tables = SearchTables::default();
        let mut keys = Keys::default();
        for _ in 0..2 {
            keys.clear();
            for &(zone, text) in fields {
                keys.add(&tables, zone, text);
            }
        }
        keys.postings(3).map(|it| (it.hash(), it.key() & 1, it.zone())).collect()
    }

    #[test]
    fn a_key_is_listed_once_under_its_best_field() {
        let [a, b] = ['公', '开'].map(|it| u16::try_from(u32::from(it)).unwrap());
        let unigram = |it: u16| mix(u32::from(it) << 16);
        let expected = vec![(unigram(a), 0, 1), (unigram(b), 0, 1), (pair(a, b), 0, 1), (pair(b, a), 0, 3)];
        assert_eq!(keys(&[(Zone::Title, "公开"), (Zone::Text, "公 开公開")]), expected);
    }

    #[test]
    fn borders_have_no_keys_and_figures_have_three() {
        assert_eq!(keys(&[(Zone::Text, "一\t二")]).len(), 2);
        assert_eq!(keys(&[(Zone::Number, "〔2018〕9号")]).iter().filter(|it| it.1 == 1).count(), 6);
    }

    #[test]
    fn many_keys_fit() {
        let text: String = (0xac00..0xd700).filter_map(char::from_u32).collect();
        assert_eq!(keys(&[(Zone::Text, &text)]).len(), 2 * 0x2b00 - 1);
    }
}
