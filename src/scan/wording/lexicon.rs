//! What texts are looked through for, ready for one pass: a bit for each letter at which something may stand.

use std::fmt::Write as _;

use super::{leader::Leader, table};
use crate::{
    diagnostic::Level,
    record::{Record, schema},
};

/// A wording that is wrong, or a mark that only a program prints.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub wrong: Box<str>,
    /// What is meant; empty where it is to be taken away.
    pub right: Box<str>,
    /// Longer wordings that hold it, or reach into it, and are right.
    pub longer: Box<[&'static str]>,
    pub sort: Sort,
    pub level: Level,
}

/// Which rule tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// 1704.
    Word,
    /// 1701.
    Phrase,
    /// 1703.
    Mark,
}

/// Where a letter stands in what is looked for.
#[derive(Clone, Copy, Debug)]
struct Part {
    letter: char,
    /// Bytes of the word, or letters of the name, before it.
    before: usize,
    /// Which word, or which leader.
    of: usize,
}

/// All that is looked for in the texts of a project.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// For each two first bytes of a letter of three, from [`FIRST`] on, a bit for each third.
    bits: Box<[u64]>,
    words: Vec<Word>,
    parts: Vec<Part>,
    /// Words without a letter of three bytes.
    pub(super) short: Vec<usize>,
    leaders: Vec<Leader>,
    names: Vec<Part>,
    /// What the project adds, written out: what was found with another is not believed.
    salt: String,
}

/// What Word prints where a reference leads nowhere.
const MARKS: [&str; 3] = ["未找到引用源", "未定义书签", "文档中没有指定样式的文字"];

/// The first two bytes that a letter of three may have.
const FIRST: u16 = 0xE0_80;

/// Signs that are looked at: full-width letters and digits, curly quotation marks, title marks.
const SIGNS: [std::ops::RangeInclusive<char>; 5] = ['０'..='９', 'Ａ'..='Ｚ', 'ａ'..='ｚ', '“'..='”', '《'..='》'];

/// Letters of official texts, the most frequent first: a word is found by its rarest.
const COMMON: &str = include_str!("tables/common.txt");

impl Lexicon {
    /// For a project with these `[[word]]`s and leaders.
    pub fn new<'r>(
        own: impl IntoIterator<Item = &'r Record<schema::Word>>,
        organisations: impl IntoIterator<Item = &'r Record<schema::Organisation>>,
    ) -> Self {
        let mut salt = String::new();
        let mut words = Vec::new();
        for record in own {
            let wrong = record.get(schema::Word::WRONG).unwrap_or_default().trim();
            let right = record.get(schema::Word::RIGHT).unwrap_or_default().trim();
            let level = record.get(schema::Word::LEVEL);
            // What only does not belong into posts is no wrong word.
            let unrelated = record.get(schema::Word::UNRELATED) == Some(true) && right.is_empty();
            if wrong.is_empty() || unrelated || words.iter().any(|it: &Word| *it.wrong == *wrong) {
                continue;
            }
            let _ = writeln!(salt, "{wrong}\t{right}\t{level:?}");
            let level = level.unwrap_or(Level::Warn);
            words.push(Word {
                wrong: wrong.into(),
                right: right.into(),
                longer: Box::default(),
                sort: Sort::Word,
                level,
            });
        }
        let leaders = Leader::all(organisations);
        let _ = write!(salt, "{leaders:?}");
        let known = words.len();
        let sorts = table::words().map(|it| (it, Sort::Word)).chain(table::phrases().map(|it| (it, Sort::Phrase)));
        for ((wrong, right, longer), sort) in sorts {
            // The project's own word decides.
            if words[..known].iter().all(|it| *it.wrong != *wrong) {
                let longer = longer.into();
                words.push(Word { wrong: wrong.into(), right: right.into(), longer, sort, level: Level::Warn });
            }
        }
        words.extend(MARKS.map(|wrong| Word {
            wrong: wrong.into(),
            right: Box::default(),
            longer: Box::default(),
            sort: Sort::Mark,
            level: Level::Warn,
        }));
        words.retain(|it| it.level != Level::Off);
        let mut lexicon = Self {
            bits: vec![0; slot(0xEF, 0xBF) + 1].into(),
            words,
            parts: Vec::new(),
            short: Vec::new(),
            leaders,
            names: Vec::new(),
            salt,
        };
        lexicon.index();
        lexicon
    }

    fn index(&mut self) {
        for (of, word) in self.words.iter().enumerate() {
            let letters = || word.wrong.char_indices().filter(|it| it.1.len_utf8() == 3);
            match letters().max_by_key(|it| rareness(it.1)) {
                Some((before, letter)) => self.parts.push(Part { letter, before, of }),
                None => self.short.push(of),
            }
        }
        for (of, leader) in self.leaders.iter().enumerate() {
            // One letter of a near form differs: of any two of the name one stands there.
            let mut letters: Vec<(usize, char)> = leader.name.chars().enumerate().collect();
            letters.sort_by_key(|it| std::cmp::Reverse(rareness(it.1)));
            self.names.extend(letters.iter().take(2).map(|&(before, letter)| Part { letter, before, of }));
        }
        self.parts.sort_by_key(|it| it.letter);
        self.names.sort_by_key(|it| it.letter);
        let letters = self.parts.iter().chain(&self.names).map(|it| it.letter);
        let letters = letters.chain(table::forms().iter().map(|it| it.traditional)).chain(SIGNS.into_iter().flatten());
        for letter in letters {
            let mut bytes = [0; 4];
            if let &[a, b, c] = letter.encode_utf8(&mut bytes).as_bytes() {
                self.bits[slot(a, b)] |= 1 << (c & 63);
            }
        }
    }

    /// Whether something may stand at the letter with these three bytes.
    #[inline]
    pub(super) fn may_stop(&self, a: u8, b: u8, c: u8) -> bool {
        self.bits.get(slot(a, b)).is_some_and(|thirds| thirds >> (c & 63) & 1 == 1)
    }

    /// For a hanzi with these first bytes a bit for each third.
    #[inline]
    pub(super) fn thirds(&self, a: u8, b: u8) -> Option<u64> {
        const HANZI: std::ops::RangeInclusive<usize> = slot(0xE4, 0x80)..=slot(0xE9, 0xBF);
        self.bits.get(HANZI)?.get(slot(a, b).wrapping_sub(*HANZI.start())).copied()
    }

    pub(super) fn word(&self, of: usize) -> &Word {
        &self.words[of]
    }

    pub(super) fn leader(&self, of: usize) -> &Leader {
        &self.leaders[of]
    }

    /// Whether a leader of the project is called `name`.
    pub(super) fn is_leader(&self, name: &str) -> bool {
        self.leaders.iter().any(|it| it.name == name)
    }

    /// For a project with these leaders.
    #[cfg(test)]
    pub(super) fn of_leaders(leaders: Vec<Leader>) -> Self {
        let mut lexicon = Self { leaders, parts: Vec::new(), ..Self::new([], []) };
        lexicon.index();
        lexicon
    }

    /// The words that stand around `letter`, which is at byte `at` of `text`: where each begins, and its number.
    pub(super) fn words_at(&self, text: &str, at: usize, letter: char, mut take: impl FnMut(usize, usize)) {
        for part in of(&self.parts, letter) {
            let Some(start) = at.checked_sub(part.before) else { continue };
            let word = &self.words[part.of];
            if text.as_bytes()[start..].starts_with(word.wrong.as_bytes()) && !word.is_right(text, start) {
                take(start, part.of);
            }
        }
    }

    /// The leaders whose names have `letter`, with the number of letters before it.
    pub(super) fn names_at(&self, letter: char) -> impl Iterator<Item = (usize, usize)> {
        of(&self.names, letter).iter().map(|it| (it.of, it.before))
    }

    /// What the project itself adds to what is looked for.
    pub fn salt(&self) -> &[u8] {
        self.salt.as_bytes()
    }
}

impl Word {
    /// Whether what begins at byte `start` of `text` is part of a longer wording that is right.
    fn is_right(&self, text: &str, start: usize) -> bool {
        let end = start + self.wrong.len();
        self.longer.iter().any(|longer| {
            let from = start.saturating_sub(longer.len());
            let near = &text.as_bytes()[from..(end + longer.len()).min(text.len())];
            memchr::memmem::find_iter(near, longer.as_bytes())
                .any(|at| from + at < end && start < from + at + longer.len())
        })
    }
}

/// How rare `letter` is.
fn rareness(letter: char) -> usize {
    COMMON.find(letter).unwrap_or(usize::MAX)
}

/// The parts with `letter`.
fn of(parts: &[Part], letter: char) -> &[Part] {
    let from = parts.partition_point(|it| it.letter < letter);
    let length = parts[from..].iter().take_while(|it| it.letter == letter).count();
    &parts[from..from + length]
}

/// Where the bits of letters stand that begin with these two bytes.
#[inline]
const fn slot(a: u8, b: u8) -> usize {
    u16::from_be_bytes([a, b]).wrapping_sub(FIRST) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        Lexicon::new([], [])
    }

    #[test]
    fn wrong_words_are_found_and_right_ones_are_not() {
        let lexicon = lexicon();
        let found = |text: &str| {
            let mut found = Vec::new();
            for (at, letter) in text.char_indices() {
                lexicon.words_at(text, at, letter, |_, of| found.push(lexicon.word(of).wrong.to_string()));
            }
            found
        };
        for (text, wrong) in [
            ("会议对防汛工作作了布署", "布署"),
            ("现将报名曰期公布如下", "曰期"),
            ("末经批准不得施工", "末经批准"),
            ("付局长主持会议", "付局长"),
            ("政务與情回应", "與情"),
            ("错误！未找到引用源。", "未找到引用源"),
        ] {
            assert_eq!(found(text), [wrong], "{text}");
        }
        for text in [
            "公布署名文章",
            "年末经批准的项目",
            "支付局长办公会确定的经费",
            "自己经营的门店",
            "毕竟争取到了资金",
            "形势严峻工作繁重",
            "按装机容量补助",
            "干部暑期培训",
            "火法冶炼",
            "投资迅速增长",
            "随著作权转让",
            "公布暑期安排",
            "过渡假期",
            "内容提炼自已删除的文档",
            "源自已公布的数据",
            "交付主任务",
            "按置信度排序",
            "修补尝试失败",
            "冷峻工业风",
            "贷币种类",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn each_word_is_found_by_a_letter_of_its_own() {
        let lexicon = lexicon();
        for (of, word) in lexicon.words.iter().enumerate() {
            let mut found = false;
            for (at, letter) in word.wrong.char_indices() {
                lexicon.words_at(&word.wrong, at, letter, |_, it| found |= it == of);
            }
            assert!(found, "{}", word.wrong);
        }
    }
}
