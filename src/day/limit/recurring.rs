//! Phrases of recurring limits: calendar periods and intervals.

use super::fold::{without_opening, without_verb};
use super::length::{leading_length, leading_number, whole_length};
use super::value::{Limit, Unit};
use crate::day::Cadence;

/// The words of the lengths of periods, the longest first.
const CADENCES: &[(&str, Cadence)] = &[
    ("半年度", Cadence::Half),
    ("半年", Cadence::Half),
    ("季度", Cadence::Quarter),
    ("季", Cadence::Quarter),
    ("年度", Cadence::Year),
    ("年", Cadence::Year),
    ("月度", Cadence::Month),
    ("月份", Cadence::Month),
    ("月", Cadence::Month),
];

fn cadence(text: &str) -> Option<(Cadence, &str)> {
    CADENCES.iter().find_map(|(word, cadence)| Some((*cadence, text.strip_prefix(word)?)))
}

/// `每季度…`, `按月…`, `季度结束后…`, `次月10日前`.
pub(super) fn period(core: &str) -> Option<Limit> {
    let core = without_opening(core);
    if let Some(limit) = following(core) {
        return Some(limit);
    }
    // 当月: before it ends.
    for (word, cadence) in [("当月", Cadence::Month), ("当季度", Cadence::Quarter), ("当季", Cadence::Quarter)] {
        if core.strip_prefix(word).is_some_and(|rest| matches!(rest, "" | "内" | "底" | "底前" | "末" | "末前"))
        {
            return Some(Limit::Period { cadence, after: Some((0, Unit::Day)) });
        }
    }
    let each = ["每", "按", "逐", "各"].iter().find_map(|word| core.strip_prefix(word));
    // 每一季度 is every quarter, 一季度 the first.
    let rest = each.map_or(core, |rest| rest.strip_prefix(['个', '一']).unwrap_or(rest));
    let (cadence, rest) = cadence(rest)?;
    if rest.is_empty() {
        // `半年` and `年` alone say how often at least; `季度`, `年度` alone are periods.
        let whole = each.is_some() || core.ends_with('度');
        return whole.then_some(Limit::Period { cadence, after: None });
    }
    // Fixed days of a year are no periods.
    if cadence == Cadence::Year && leading_number(rest.trim_start_matches(['的', '第'])).is_some() {
        return None;
    }
    let after = after(cadence, rest.strip_prefix('的').unwrap_or(rest), each.is_some())?;
    // Within the year is once a year.
    let within = cadence == Cadence::Year && after.0 == 0;
    Some(Limit::Period { cadence, after: (!within).then_some(after) })
}

/// How long after its end a period's limit lies.
fn after(cadence: Cadence, rest: &str, each: bool) -> Option<(u32, Unit)> {
    for word in ["结束之日起", "结束后", "终了之日起", "终了后", "期满后", "届满后", "末后", "底后", "之后", "后"]
    {
        if let Some(rest) = rest.strip_prefix(word) {
            let rest = without_opening(rest.strip_prefix('的').unwrap_or(rest));
            return whole_length(rest).or_else(|| first_month(rest));
        }
    }
    // 每月月底: the word again.
    let again = ["季度", "季", "年度", "年", "月"].iter().find_map(|word| rest.strip_prefix(word));
    let rest = again.filter(|rest| rest.starts_with(['底', '末', '初'])).unwrap_or(rest);
    let stem = ["之前", "以前", "前", "内"].iter().find_map(|tail| rest.strip_suffix(tail)).unwrap_or(rest);
    if cadence == Cadence::Year && matches!(stem, "底" | "末") {
        return None;
    }
    let end_of_period = ["", "末", "底", "结束", "最后一日", "最后一天", "下旬"];
    if end_of_period.contains(&stem)
        && (each || cadence != Cadence::Half && cadence != Cadence::Year || !stem.is_empty())
    {
        return Some((0, Unit::Day));
    }
    if ["末月", "最后一个月", "第三个月"].iter().any(|word| rest.starts_with(word)) {
        return Some((0, Unit::Day));
    }
    if !each && !rest.starts_with(['首', '第']) {
        return None;
    }
    match (cadence, stem) {
        (Cadence::Month, "初") => return Some((10, Unit::Day)),
        (_, "初" | "开始") => return Some((1, Unit::Month)),
        _ => {}
    }
    if cadence == Cadence::Month {
        return within_month(rest);
    }
    if cadence == Cadence::Year {
        // 每年前两个月内: the first of the year after.
        return rest.strip_prefix('前').and_then(whole_length).filter(|it| it.1 == Unit::Month);
    }
    first_month(rest).or_else(|| within_month(rest))
}

/// `第一个月10日前`, `首月上旬`; the whole month where no day is said.
fn first_month(text: &str) -> Option<(u32, Unit)> {
    let rest = ["首个月", "首月", "第一个月", "第1个月", "次月", "下个月", "下月"]
        .iter()
        .find_map(|word| text.strip_prefix(word))?;
    let rest = rest.strip_prefix('的').unwrap_or(rest);
    if matches!(rest, "" | "内" | "底" | "底前" | "末" | "月底前") {
        return Some((1, Unit::Month));
    }
    within_month(rest)
}

/// A day, a third or a week of a month: `10日前`, `上旬`, `第一周`, `5个工作日内`.
fn within_month(text: &str) -> Option<(u32, Unit)> {
    let stem = ["之前", "以前", "前", "内"].iter().find_map(|tail| text.strip_suffix(tail)).unwrap_or(text);
    match stem {
        "上旬" => return Some((10, Unit::Day)),
        "中旬" => return Some((20, Unit::Day)),
        "下旬" => return Some((1, Unit::Month)),
        _ => {}
    }
    if let Some(week) = stem.strip_prefix('第').and_then(|rest| rest.strip_suffix('周')) {
        let (n, _) = leading_number(week.trim_end_matches('个')).filter(|it| it.1.is_empty())?;
        return Some((n * 7, Unit::Day));
    }
    // 第5个工作日前, 前5个工作日内, 首个工作日
    let counted = stem.trim_start_matches(['第', '前', '初']);
    if let Some(length) = whole_length(counted).filter(|it| it.1 == Unit::Workday) {
        return Some(length);
    }
    if matches!(stem, "首个工作日" | "首工作日") {
        return Some((1, Unit::Workday));
    }
    let (n, rest) = leading_number(stem)?;
    (matches!(rest, "日" | "号" | "天") && (1..=28).contains(&n)).then_some((n, Unit::Day))
}

/// `次月10日前`, `下一季度第一个月15日前`: after the period that has just ended.
fn following(core: &str) -> Option<Limit> {
    let (rest, cadence) = [
        ("下一个月", Cadence::Month),
        ("下个月", Cadence::Month),
        ("下月", Cadence::Month),
        ("次月", Cadence::Month),
        ("下一季度", Cadence::Quarter),
        ("下一个季度", Cadence::Quarter),
        ("下一季", Cadence::Quarter),
        ("下季度", Cadence::Quarter),
        ("次季度", Cadence::Quarter),
        ("次季", Cadence::Quarter),
    ]
    .iter()
    .find_map(|(word, cadence)| Some((core.strip_prefix(word)?, *cadence)))?;
    let rest = rest.strip_prefix('的').unwrap_or(rest);
    let after = if cadence == Cadence::Quarter {
        first_month(rest).or_else(|| matches!(rest, "" | "内").then_some((3, Unit::Month)))
    } else if matches!(rest, "" | "内" | "底" | "底前" | "末" | "末前" | "月底前" | "底之前") {
        Some((1, Unit::Month))
    } else {
        within_month(rest)
    };
    Some(Limit::Period { cadence, after: Some(after?) })
}

/// `1年`, `6个月`, `半年`, `每周`, `每15日更新一次`, `每两周`, `一年两次`, `每学期`.
pub(super) fn interval(phrase: &str) -> Option<Limit> {
    let phrase = without_opening(phrase);
    let core = without_verb(phrase);
    let limit = |n, unit| Some(Limit::Interval { n, unit });
    match core {
        "每日" | "每天" | "每个工作日" | "每工作日" | "逐日" | "按日" => return limit(1, Unit::Day),
        "每旬" | "按旬" => return limit(10, Unit::Day),
        "每半月" | "每半个月" => return limit(15, Unit::Day),
        "每学期" | "按学期" | "学期" => return limit(6, Unit::Month),
        "每学年" | "按学年" | "学年" | "每年度一次" => return limit(12, Unit::Month),
        _ => {}
    }
    if is_weekly(core) {
        return limit(7, Unit::Day);
    }
    if let Some(limit) = frequency(core) {
        return Some(limit);
    }
    let updates = ["更新", "一次", "1次"].iter().any(|word| phrase.contains(word));
    let each = core.strip_prefix("每隔").or_else(|| core.strip_prefix('每'));
    let length = leading_length(each.unwrap_or(core)).filter(|it| it.rest.is_empty())?;
    match length.unit {
        Unit::Month => limit(length.n, Unit::Month),
        unit if each.is_some() || updates => limit(length.n, unit),
        _ => None,
    }
}

/// `每周`, `每周五前`, `次周三之前`.
fn is_weekly(core: &str) -> bool {
    let Some(rest) = ["每周", "每星期", "按周", "次周", "下周", "逐周"].iter().find_map(|word| core.strip_prefix(word))
    else {
        return false;
    };
    let day = rest.trim_start_matches(['一', '二', '三', '四', '五', '六', '日', '末']);
    matches!(day, "" | "前" | "之前" | "内")
}

/// `一年两次`, `每月不少于2次`, `半年至少更新1次`: how often in a length.
fn frequency(core: &str) -> Option<Limit> {
    let each = core.strip_prefix('每').unwrap_or(core);
    let each = each.strip_prefix(['一', '1', '个']).unwrap_or(each);
    let (months, rest) = match each.strip_prefix('周') {
        Some(rest) => (0, rest),
        None => cadence(each).map(|(cadence, rest)| (u32::from(cadence.months()), rest))?,
    };
    let digits = rest.trim_start_matches(['不', '得', '少', '低', '于', '至', '更', '新', '公', '开', '布', '发']);
    let (times, rest) = leading_number(digits)?;
    if times == 0 || !matches!(rest, "次" | "次以上" | "期") {
        return None;
    }
    let (n, unit) = match months {
        0 => (7 / times, Unit::Day),
        1 if times > 1 => (30 / times, Unit::Day),
        _ if months % times == 0 => (months / times, Unit::Month),
        _ => (months * 30 / times, Unit::Day),
    };
    Some(Limit::Interval { n: n.max(1), unit })
}
