//! The facts of an entry's text that stay when the text is dropped.

use crate::{
    markup,
    record::{Body, Heading, Link},
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
    let heading = |it: markup::Heading| Heading {
        level: it.level,
        text: it.text.into(),
        id: it.id.into(),
        range: it.range.shifted(start),
    };
    let link =
        |to: String, image, range: crate::source::Range| Link { to: to.into(), image, range: range.shifted(start) };
    let mut links: Vec<Link> = facts
        .links
        .into_iter()
        .map(|it| link(it.destination, false, it.range))
        .chain(facts.images.into_iter().map(|it| link(it.destination, true, it.range)))
        .collect();
    links.sort_by_key(|link| link.range);
    let body = Body {
        start: u32::try_from(start).unwrap_or(u32::MAX),
        characters: facts.characters,
        headings: facts.headings.into_iter().map(heading).collect(),
        links: links.into(),
        columns: facts.tables.into_iter().flat_map(|it| it.header).map(Into::into).collect(),
        summary: facts.opening.into(),
        sketch: sketch(text),
    };
    (body, beyond)
}

/// The smallest hashes of all runs of eight hanzi: equal texts have equal sketches, texts alike share most of them.
fn sketch(text: &str) -> Box<[u32]> {
    let hanzi: Vec<u32> = text.chars().filter(|&char| is_hanzi(char)).map(u32::from).collect();
    let mut hashes: Vec<u32> = hanzi.windows(SHINGLE).map(hash).collect();
    if hashes.len() > SKETCH * 4 {
        hashes.select_nth_unstable(SKETCH * 4);
        hashes.truncate(SKETCH * 4);
    }
    hashes.sort_unstable();
    hashes.dedup();
    hashes.truncate(SKETCH);
    hashes.into()
}

/// FNV-1a, then mixed: neighbours must not be neighbours in hash. Part of no frozen format.
fn hash(shingle: &[u32]) -> u32 {
    let mut hash = shingle
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, &char| (hash ^ u64::from(char)).wrapping_mul(0x0100_0000_01b3));
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (hash >> 32) as u32
}

fn is_hanzi(char: char) -> bool {
    matches!(char, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_count_from_the_start_of_the_file() {
        let text = "第一段。\n\n## 审批结果\n\n见[附件](a.pdf)和![图](b.png)。\n\n| 项目名称 | 批复文号 |\n| --- | --- |\n| 甲 | 乙 |\n";
        let (body, beyond) = body(text, 100);
        assert_eq!(beyond, None);
        assert_eq!(&*body.headings[0].text, "审批结果");
        assert_eq!(body.headings[0].range.start as usize, 100 + text.find("##").expect("there"));
        assert_eq!(body.links.len(), 2);
        assert!(!body.links[0].image && body.links[1].image);
        assert_eq!(body.columns.iter().map(|it| &**it).collect::<Vec<_>>(), ["项目名称", "批复文号"]);
        assert_eq!(&*body.summary, "第一段。");
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
