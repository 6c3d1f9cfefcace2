//! Deadlines after an event: `自信息形成或者变更之日起20个工作日内`, `批复后及时公开`, `签订当日`.

use super::fold::{without_modifier, without_opening, without_verb};
use super::length::{Length, has_length, leading_length, numbers};
use super::phrase::{Pace, pace};
use super::start::Start;
use super::value::{Limit, Unit};

/// `自信息形成或者变更之日起20个工作日内`, `批复后二十日内`, `20工作日`, `签订当日`. What follows the number – where, by whom, how – does
/// not matter, as long as it holds no number of its own.
pub(super) fn within(phrase: &str) -> Option<Limit> {
    if let Some(limit) = same_day(phrase) {
        return Some(limit);
    }
    numbers(phrase).find_map(|at| {
        let Length { n, unit, rest, .. } = leading_length(&phrase[at..])?;
        // `1月31日` is a date.
        if phrase[..at].ends_with('月') {
            return None;
        }
        let tail = ["以内", "之内", "内"].iter().find_map(|tail| rest.strip_prefix(tail)).unwrap_or(rest);
        let another =
            ["前", "后", "以上", "之前", "以前", "之后", "以后", "或"].iter().any(|word| tail.starts_with(word));
        if another || tail.chars().count() > 40 || has_length(tail) {
            return None;
        }
        let from = start(without_modifier(&phrase[..at]))?;
        Some(Limit::Within { n, unit, from })
    })
}

/// `签订当日`, `完成后的次日`, `下一个工作日`.
fn same_day(phrase: &str) -> Option<Limit> {
    let core = without_verb(phrase);
    let core = ["以内", "之内", "内", "前"].iter().find_map(|tail| core.strip_suffix(tail)).unwrap_or(core);
    [
        ("当日", 0, Unit::Day),
        ("即日", 0, Unit::Day),
        ("当天", 0, Unit::Day),
        ("次日", 1, Unit::Day),
        ("第二日", 1, Unit::Day),
        ("第二天", 1, Unit::Day),
        ("下一个工作日", 1, Unit::Workday),
        ("次一工作日", 1, Unit::Workday),
        ("次个工作日", 1, Unit::Workday),
        ("第二个工作日", 1, Unit::Workday),
    ]
    .iter()
    .find_map(|(word, n, unit)| {
        let from = start(core.strip_suffix(word)?)?;
        Some(Limit::Within { n: *n, unit: *unit, from })
    })
}

/// `实时公开`, `批复后及时公开`, `按进展情况及时公开`.
pub(super) fn paced(phrase: &str) -> Option<Limit> {
    if has_length(phrase) {
        return None;
    }
    let (head, pace) = pace(phrase)?;
    let from = start(without_modifier(head))?;
    Some(match pace {
        Pace::Realtime => Limit::Realtime { from },
        Pace::Prompt => Limit::Prompt { from },
    })
}

/// Words after which a start stands.
const MARKS: &[&str] =
    &["之日起", "之时起", "之日", "当日起", "日起", "起", "之后", "以后", "后", "的", "之时", "时", "以来"];

/// What the words before the number count from: nothing said, or an event; `None` if they hold what can be no start.
#[expect(clippy::option_option, reason = "nothing said and not understood are two answers")]
pub(super) fn start(head: &str) -> Option<Option<Start>> {
    let mut words = head;
    while let Some(shorter) = MARKS.iter().find_map(|tail| words.strip_suffix(tail)) {
        words = shorter;
    }
    let marked = words.len() < head.len();
    let words = without_opening(words);
    let words = words.strip_prefix(['自', '从']).unwrap_or(words);
    if words.is_empty() {
        return Some(None);
    }
    // A second limit in front of the first can't be part of a start.
    let second = ["工作日", "日内", "天内", "个月", "小时", "及时", "实时", "即时", "立即", "同步", "每", "若干"]
        .iter()
        .any(|mark| words.contains(mark) && !words.contains("每次"));
    if second || words.chars().count() > 60 {
        return None;
    }
    // 按进展情况, 根据审批进度: a measure, no event.
    if !marked && ["按", "根据", "依", "视", "随", "结合", "参照"].iter().any(|word| words.starts_with(word))
    {
        return Some(None);
    }
    // 行政处罚7个工作日内: what is issued, and nothing said to happen to it.
    if !marked && Start::is_issued(words) {
        return Some(None);
    }
    let named = Start::read(words);
    Some(match named {
        // 双公示信息7个工作日内: a class of information, of which nothing is said to happen.
        Some(start) if !marked && !Start::ends_with_verb(words) => {
            let made = start.is_making() && !["信息", "事项", "内容"].iter().any(|noun| words.ends_with(noun));
            made.then_some(start)
        }
        None if marked => Some(Start::Other),
        named => named,
    })
}
