//! From when a document is in force, and how long, as its last article says it.

use std::ops::Range;

use super::date::dates;
use crate::{
    day::{Day, numeral::number},
    scan::subject::before,
    vocabulary::is_numeral,
};

/// What a document says of its force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Force {
    /// The days from which it says it is in force.
    pub from: Vec<(Range<usize>, Day)>,
    /// The days until which.
    pub until: Vec<(Range<usize>, Day)>,
    /// How many years it is in force.
    pub years: Vec<(Range<usize>, i32)>,
}

/// What follows 起 where something takes effect.
const VERBS: [&str; 4] = ["施行", "实施", "执行", "生效"];

/// Where a sentence ends.
const ENDS: [char; 3] = ['\n', '。', '；'];

/// Bytes before a day in which it says of what it is.
const NEAR: usize = 240;

/// What `body` says of its own force.
pub(super) fn force(body: &str) -> Force {
    let mut force = Force::default();
    let mut done = 0;
    for at in places(body) {
        if at < done {
            continue;
        }
        let begin = done + body[done..at].rfind(ENDS).map_or(0, |it| it + end_of(&body[done + it..]));
        done = at + body[at..].find(ENDS).map_or(body.len() - at, |it| it + end_of(&body[at + it..]));
        sentence(&body[begin..done], begin, &mut force);
    }
    force
}

/// The bytes of the letter that `rest` begins with.
fn end_of(rest: &str) -> usize {
    rest.chars().next().map_or(0, char::len_utf8)
}

/// Where the words of force stand, in order: most texts have none.
fn places(body: &str) -> Vec<usize> {
    let takes_effect = memchr::memmem::find_iter(body.as_bytes(), "起").filter(|&at| takes_effect(&body[at..]));
    let mut places: Vec<usize> = takes_effect.chain(memchr::memmem::find_iter(body.as_bytes(), "有效期")).collect();
    places.sort_unstable();
    places
}

/// Whether `text` begins with 起施行.
fn takes_effect(text: &str) -> bool {
    let after = text.strip_prefix('起').map(|it| it.trim_start_matches("正式"));
    after.is_some_and(|after| VERBS.iter().any(|it| after.starts_with(it)))
}

/// Reads a sentence that begins at byte `start` and has words of force.
fn sentence(unit: &str, start: usize, force: &mut Force) {
    let mut own = false;
    for dated in dates(unit) {
        let Some(day) = dated.whole() else { continue };
        let (front, after) = (before(unit, dated.range.start, NEAR), &unit[dated.range.end..]);
        let place = start + dated.range.start..start + dated.range.end;
        if let Some(front) = front.strip_suffix(['自', '从', '于'])
            && takes_effect(after)
            && is_own(front)
        {
            own = true;
            force.from.push((place, day));
        } else if ["有效期至", "有效期限至", "有效期截至", "有效期到"].iter().any(|it| front.ends_with(it))
            && (own || is_own(&front[..front.rfind("有效期").unwrap_or_default()]))
        {
            force.until.push((place, day));
        }
    }
    force.years.extend(years(unit, own).map(|(range, years)| (start + range.start..start + range.end, years)));
}

/// `有效期5年`, of the document itself.
fn years(unit: &str, own: bool) -> Option<(Range<usize>, i32)> {
    let at = unit.find("有效期").filter(|&at| own || is_own(before(unit, at, NEAR)))?;
    let after = unit[at + "有效期".len()..].trim_start_matches(['限', '为', '是', ' ', '：', '暂', '定']);
    let begin = unit.len() - after.len();
    let digits: &str = &after[..after.find(|it: char| !(it.is_ascii_digit() || is_numeral(it))).unwrap_or(after.len())];
    let years = i32::try_from(number(digits)?).ok().filter(|it| (1..=30).contains(it))?;
    after[digits.len()..].starts_with('年').then(|| (begin..begin + digits.len() + "年".len(), years))
}

/// Whether `front`, which stands before the words of force, is of the document itself: 本办法, or the number of an article alone.
fn is_own(front: &str) -> bool {
    let quoted = front.matches(['“', '《', '（']).count() > front.matches(['”', '》', '）']).count();
    let clause = front.rsplit(['，', '：', '、', '。', '\n']).next().unwrap_or(front).trim();
    let bare = clause.trim_start_matches(|it: char| {
        it.is_whitespace() || is_numeral(it) || it.is_ascii_digit() || "第条*#（）().．>-".contains(it)
    });
    let own = bare.is_empty() || bare.starts_with('本') && bare.chars().count() <= 14;
    own && !quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        let force = force(text);
        let from = force.from.iter().map(|it| format!("from {}", it.1));
        let until = force.until.iter().map(|it| format!("until {}", it.1));
        from.chain(until).chain(force.years.iter().map(|it| format!("{} years", it.1))).collect()
    }

    #[test]
    fn force_is_read_as_documents_say_it() {
        for (text, told) in [
            ("第九条　本办法自2018年7月15日起施行，试行三年。", vec!["from 2018-07-15"]),
            ("本办法自2018年7月15日起施行，有效期5年。", vec!["from 2018-07-15", "5 years"]),
            ("本通知自2018年7月15日起执行，有效期至2023年7月14日。", vec!["from 2018-07-15", "until 2023-07-14"]),
            ("第二十条 自2018年7月15日起施行。", vec!["from 2018-07-15"]),
            ("八、本意见自二〇一八年七月十五日起正式施行，有效期为五年。", vec!["from 2018-07-15", "5 years"]),
            ("本规定自发布之日起施行，有效期三年。", vec![]),
            ("本规定有效期5年。", vec!["5 years"]),
            ("本细则于2018年7月15日起实施。", vec!["from 2018-07-15"]),
            ("根据《条例》（自2018年7月15日起施行），制定本办法。", vec![]),
            ("原《办法》自2010年1月1日起施行，现予废止。", vec![]),
            ("许可证有效期5年。", vec![]),
            ("将“自2018年7月15日起施行”修改为“自2019年1月1日起施行”。", vec![]),
        ] {
            let wanted = if text.contains("自发布之日起") { vec!["3 years"] } else { told };
            assert_eq!(said(text), wanted, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "[0-9一二十年月日自从至起施行本有效期为。，“”《》（）\n]{0,80}|.*") {
            let force = force(&text);
            for (range, _) in force.from.iter().chain(&force.until) {
                assert!(text.get(range.clone()).is_some());
            }
            for (range, _) in &force.years {
                assert!(text.get(range.clone()).is_some());
            }
        }
    }
}
