//! The facts of an entry's text that stay when the text is dropped.

use crate::{
    markup,
    record::{Body, Heading, Link, Marks},
    source::Range,
};

/// Characters of a shingle: eight hanzi are about one clause.
const SHINGLE: usize = 8;

/// Hashes of a sketch.
const SKETCH: usize = 32;

/// The facts of `text`, which begins at byte `start` of its file, and where it exceeds a limit of Markdown.
pub(super) fn body(text: &str, start: usize) -> (Body, Option<usize>) {
    let facts = markup::facts(text);
    let beyond = facts.beyond.map(|it| match it {
        markup::Beyond::Depth(at) | markup::Beyond::Size(at) => start + at as usize,
    });
    let headings = facts.headings.iter().map(|it| Heading {
        level: it.level,
        text: &it.text,
        id: &it.id,
        range: it.range.shifted(start),
    });
    let link = |to, image, range: Range| Link { to, image, range: range.shifted(start) };
    let written = facts.links.iter().map(|it| link(&*it.destination, false, it.range));
    let mut links: Vec<Link<'_>> =
        written.chain(facts.images.iter().map(|it| link(&*it.destination, true, it.range))).collect();
    links.sort_by_key(|link| link.range);
    let columns = facts.tables.iter().flat_map(|it| &it.header).map(String::as_str);
    let body = Body {
        start: u32::try_from(start).unwrap_or(u32::MAX),
        characters: facts.characters,
        summary: facts.opening.as_str().into(),
        marks: Marks::new(headings, links, columns),
        sketch: sketch(text),
    };
    (body, beyond)
}

/// The smallest hashes of all runs of eight hanzi: equal texts have equal sketches, texts alike share most of them.
fn sketch(text: &str) -> Box<[u32]> {
    let mut least = Least::default();
    let mut run = [0_u64; SHINGLE];
    let mut hash = 0_u64;
    for (count, char) in hanzi(text).enumerate() {
        let char = u64::from(char);
        let gone = std::mem::replace(&mut run[count % SHINGLE], char);
        hash = hash.wrapping_mul(BASE).wrapping_add(char).wrapping_sub(gone.wrapping_mul(GONE));
        if count + 1 >= SHINGLE {
            least.take(mixed(hash));
        }
    }
    least.sorted()
}

/// The hanzi of `text`, by number; what else there is is stepped over without being decoded.
fn hanzi(text: &str) -> impl Iterator<Item = u32> {
    let mut rest = text.as_bytes();
    std::iter::from_fn(move || {
        loop {
            let low = |byte: u8| u32::from(byte & 0x3F);
            let char = match *rest {
                [] => return None,
                [a @ 0xE3..=0xE9, b, c, ref after @ ..] => {
                    rest = after;
                    u32::from(a & 0x0F) << 12 | low(b) << 6 | low(c)
                }
                [a @ 0xF0..=0xFF, b, c, d, ref after @ ..] => {
                    rest = after;
                    u32::from(a & 0x07) << 18 | low(b) << 12 | low(c) << 6 | low(d)
                }
                [_, ref after @ ..] => {
                    rest = after;
                    continue;
                }
            };
            if matches!(char, 0x4e00..=0x9fff | 0x3400..=0x4dbf | 0x2_0000..=0x3_23af) {
                return Some(char);
            }
        }
    })
}

/// What a hash is multiplied by from one hanzi to the next: odd, its bits without a pattern. Part of no frozen format.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// What a hanzi has been multiplied by when it leaves the run.
const GONE: u64 = BASE.wrapping_pow(8);

/// Neighbours must not be neighbours in hash.
fn mixed(hash: u64) -> u32 {
    ((hash ^ hash >> 32).wrapping_mul(0xff51_afd7_ed55_8ccd) >> 32) as u32
}

/// The smallest different hashes of those taken.
struct Least {
    /// They are among these; a few times as many as wanted, so that they are seldom sorted.
    kept: Vec<u32>,
    /// The smallest that is too large.
    limit: u64,
}

impl Default for Least {
    fn default() -> Self {
        Self { kept: Vec::with_capacity(SKETCH * 4), limit: u64::MAX }
    }
}

impl Least {
    fn take(&mut self, hash: u32) {
        if u64::from(hash) >= self.limit {
            return;
        }
        self.kept.push(hash);
        if self.kept.len() == SKETCH * 4 {
            self.settle();
        }
    }

    fn settle(&mut self) {
        self.kept.sort_unstable();
        self.kept.dedup();
        self.kept.truncate(SKETCH);
        if let [.., last] = *self.kept
            && self.kept.len() == SKETCH
        {
            self.limit = u64::from(last);
        }
    }

    fn sorted(mut self) -> Box<[u32]> {
        self.settle();
        self.kept.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn facts_count_from_the_start_of_the_file() {
        let text = "第一段。\n\n## 审批结果\n\n见[附件](a.pdf)和![图](b.png)。\n\n| 项目名称 | 批复文号 |\n| --- | --- |\n| 甲 | 乙 |\n";
        let (body, beyond) = body(text, 100);
        assert_eq!(beyond, None);
        let headings: Vec<_> = body.headings().map(|it| (it.text, it.range.start as usize)).collect();
        assert_eq!(headings, [("审批结果", 100 + text.find("##").expect("there"))]);
        assert_eq!(body.links().map(|it| it.image).collect::<Vec<_>>(), [false, true]);
        assert_eq!(body.columns().collect::<Vec<_>>(), ["项目名称", "批复文号"]);
        assert_eq!(&*body.summary, "第一段。");
    }

    proptest! {
        #[test]
        fn the_smallest_hashes_are_kept(text in "[一-丐a]{0,30}|[一-龥，]{0,400}|[䷀㐀𠀀一aß，]{0,60}|.*") {
            let is_hanzi = |c: &char| matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{323af}');
            let hanzi: Vec<u64> = text.chars().filter(is_hanzi).map(u64::from).collect();
            let hash = |run: &[u64]| run.iter().fold(0_u64, |hash, char| hash.wrapping_mul(BASE).wrapping_add(*char));
            let mut all: Vec<u32> = hanzi.windows(SHINGLE).map(|run| mixed(hash(run))).collect();
            all.sort_unstable();
            all.dedup();
            all.truncate(SKETCH);
            prop_assert_eq!(&*sketch(&text), &*all);
        }
    }

    #[test]
    fn likeness_follows_the_wording() {
        let one = "各科室要认真落实二十四小时值守制度发现险情立即报告并组织人员转移".to_owned()
            + "防汛物资储备到位责任到人确保安全度汛";
        let near = one.replace("安全度汛", "平安度汛");
        let far =
            "本办法所称标准厂房是指由政府投资建设并出租给工业企业使用的生产用房及其配套设施按照公平公开的原则安排";
        let sketch = |text: &str| Body { sketch: sketch(text), ..Body::default() };
        assert!((sketch(&one).likeness(&sketch(&one)) - 1.0).abs() < 1e-9);
        assert!(sketch(&one).likeness(&sketch(&near)) > 0.5);
        assert!(sketch(&one).likeness(&sketch(far)) < 0.1);
    }
}
