//! Phrases of recurring limits: periods, fixed days of a year, intervals, lengths of notices.

use super::fold::without_verb;
use super::value::{Anchor, Limit, NoticeOf, Retention, Span, Unit};
use crate::day::Cadence;
use crate::day::date::last_of_month;
use crate::day::numeral::{number, numeric};

/// The number at the start of `text`, and what follows it. `半` before a measure is left for the measure.
pub(super) fn leading_number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|letter| !numeric(letter)).unwrap_or(text.len());
    Some((number(&text[..end])?, &text[end..]))
}

/// A number with its unit at the start of `text`: `20个工作日`, `7天`, `两周`, `半个月`, `48小时`.
pub(super) fn leading_length(text: &str) -> Option<(u32, Unit, &str)> {
    for (half, length, unit) in [("半个月", 15, Unit::Day), ("半年", 6, Unit::Month)] {
        if let Some(rest) = text.strip_prefix(half) {
            return Some((length, unit, rest));
        }
    }
    let (n, rest) = leading_number(text)?;
    let rest = rest.strip_prefix("个").unwrap_or(rest);
    for (word, unit, times) in [
        ("工作日", Unit::Workday, 1),
        ("自然日", Unit::Day, 1),
        ("日历日", Unit::Day, 1),
        ("日", Unit::Day, 1),
        ("天", Unit::Day, 1),
        ("星期", Unit::Day, 7),
        ("周", Unit::Day, 7),
        ("季度", Unit::Month, 3),
        ("月", Unit::Month, 1),
        ("年", Unit::Month, 12),
    ] {
        if let Some(rest) = rest.strip_prefix(word) {
            return Some((n * times, unit, rest));
        }
    }
    rest.strip_prefix("小时").map(|rest| (n.div_ceil(24), Unit::Day, rest))
}

/// The length and nothing else after it but `内`.
fn whole_length(text: &str) -> Option<(u32, Unit)> {
    let (n, unit, rest) = leading_length(text)?;
    matches!(rest, "" | "内" | "以内" | "之内").then_some((n, unit))
}

/// `每季度…`, `按月…`, `季度结束后…`.
pub(super) fn period(phrase: &str) -> Option<Limit> {
    let core = without_verb(phrase.strip_prefix(['于', '在']).unwrap_or(phrase));
    let each = core.strip_prefix('每').or_else(|| core.strip_prefix('按'));
    let rest = each.unwrap_or(core);
    let rest = rest.strip_prefix(['个', '一']).unwrap_or(rest);
    let (cadence, rest) = [
        ("半年度", Cadence::Half),
        ("半年", Cadence::Half),
        ("季度", Cadence::Quarter),
        ("季", Cadence::Quarter),
        ("年度", Cadence::Year),
        ("年", Cadence::Year),
        ("月度", Cadence::Month),
        ("月份", Cadence::Month),
        ("月", Cadence::Month),
    ]
    .iter()
    .find_map(|(word, cadence)| Some((*cadence, rest.strip_prefix(word)?)))?;
    if rest.is_empty() {
        // `半年` alone is an interval; `季度`, `年度` alone are periods.
        return (each.is_some() || core != "半年").then_some(Limit::Period { cadence, after: None });
    }
    if cadence == Cadence::Year
        && (each.is_some() || rest.starts_with(['底', '末']))
        && let Some(limit) = fixed_day(rest, Anchor::Every)
    {
        return Some(limit);
    }
    let after = |n, unit| Some(Limit::Period { cadence, after: Some((n, unit)) });
    for word in ["结束后的", "结束之日起", "结束后", "终了之日起", "终了后", "期满后", "之后", "后"]
    {
        if let Some(rest) = rest.strip_prefix(word) {
            let (n, unit) = whole_length(rest).or_else(|| Some((first_month_day(rest)?, Unit::Day)))?;
            return after(n, unit);
        }
    }
    if matches!(rest, "末" | "底" | "末前" | "底前" | "内" | "结束前" | "最后一日前") {
        return after(0, Unit::Day);
    }
    match cadence {
        Cadence::Month => each.and_then(|_| day_before(rest)),
        Cadence::Quarter | Cadence::Half => first_month_day(rest),
        Cadence::Year => None,
    }
    .and_then(|n| after(n, Unit::Day))
}

/// `第一个月10日前`.
fn first_month_day(text: &str) -> Option<u32> {
    ["首月", "第一个月", "第1个月", "次月"].iter().find_map(|word| day_before(text.strip_prefix(word)?))
}

/// `10日前`: a day that every month has.
fn day_before(text: &str) -> Option<u32> {
    let (n, rest) = leading_number(text)?;
    let rest = rest.strip_prefix(['日', '号'])?;
    (matches!(rest, "" | "前" | "之前" | "以前") && (1..=28).contains(&n)).then_some(n)
}

/// `每年1月31日前`, `6月底前`, `次年3月31日前`, `2018年12月31日前`, `年底前`.
pub(super) fn before(phrase: &str) -> Option<Limit> {
    let core = without_verb(phrase);
    if let Some(n) = ["次月", "下月", "下个月"].iter().find_map(|word| day_before(core.strip_prefix(word)?)) {
        return Some(Limit::Period { cadence: Cadence::Month, after: Some((n, Unit::Day)) });
    }
    for (word, anchor) in [
        ("次年度", Anchor::Next),
        ("次年", Anchor::Next),
        ("翌年", Anchor::Next),
        ("下一年度", Anchor::Next),
        ("下一年", Anchor::Next),
        ("下年度", Anchor::Next),
        ("第二年", Anchor::Next),
        ("当年", Anchor::Every),
        ("本年度", Anchor::Every),
        ("本年", Anchor::Every),
    ] {
        if let Some(rest) = core.strip_prefix(word) {
            return fixed_day(rest.strip_prefix('的').unwrap_or(rest), anchor);
        }
    }
    if let Some((year, rest)) = leading_number(core)
        && let Some(rest) = rest.strip_prefix('年')
        && (1900..=2199).contains(&year)
    {
        return fixed_day(rest, Anchor::Only(i32::try_from(year).ok()?));
    }
    // `6月` alone says neither the year nor that it is a deadline.
    if core.ends_with('月') {
        return None;
    }
    fixed_day(core.strip_prefix("年").filter(|rest| rest.starts_with(['底', '末'])).unwrap_or(core), Anchor::Every)
}

/// `1月31日前`, `6月底前`, `底前`, `第一季度`, `上半年`.
fn fixed_day(phrase: &str, year: Anchor) -> Option<Limit> {
    let phrase = phrase.strip_prefix('的').unwrap_or(phrase);
    let limit = |month, day| Some(Limit::Before { year, month, day });
    let stem = ["之前", "以前", "前", "止", "内"].iter().find_map(|tail| phrase.strip_suffix(tail)).unwrap_or(phrase);
    match stem {
        "底" | "末" | "年底" | "年末" => return limit(12, 31),
        "第一季度" | "一季度" | "第1季度" => return limit(3, 31),
        "上半年" | "第二季度" | "二季度" => return limit(6, 30),
        "第三季度" | "三季度" => return limit(9, 30),
        _ => {}
    }
    let (month, rest) = leading_number(stem)?;
    let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    // 29 February stands in a limit only for the month's end, so that it holds in every year.
    let last = match year {
        Anchor::Only(year) => last_of_month(year, month),
        _ => last_of_month(2001, month),
    };
    let rest = rest.strip_prefix("月份").or_else(|| rest.strip_prefix('月'))?;
    if matches!(rest, "底" | "末") || rest.is_empty() && stem == phrase {
        return limit(month, last);
    }
    if stem == phrase {
        return None;
    }
    let (day, rest) = leading_number(rest)?;
    let day = u8::try_from(day).ok().filter(|day| (1..=last).contains(day))?;
    matches!(rest, "日" | "号").then(|| limit(month, day))?
}

/// `1年`, `6个月`, `半年`, `每周`, `每15日更新一次`, `每两周`.
pub(super) fn interval(phrase: &str) -> Option<Limit> {
    let core = without_verb(phrase);
    let updates = phrase.contains("更新") || phrase.contains("一次");
    if matches!(core, "每日" | "每天" | "每个工作日" | "每工作日") {
        return Some(Limit::Interval { n: 1, span: Span::Days });
    }
    if matches!(core, "每周" | "每星期") {
        return Some(Limit::Interval { n: 7, span: Span::Days });
    }
    let each = core.strip_prefix('每').or_else(|| core.strip_prefix("每隔"));
    let (n, unit, rest) = leading_length(each.unwrap_or(core))?;
    if !rest.is_empty() || n == 0 {
        return None;
    }
    match unit {
        Unit::Month => Some(Limit::Interval { n, span: Span::Months }),
        Unit::Day if each.is_some() || updates => Some(Limit::Interval { n, span: Span::Days }),
        _ => None,
    }
}

/// `公开3年`, `公开期限5年`, `保留1年`.
pub(super) fn kept(phrase: &str) -> Option<Limit> {
    let rest = ["公开期限", "公开时长", "公开期", "公开", "保留", "展示", "保存"]
        .iter()
        .find_map(|word| phrase.strip_prefix(word))?;
    let rest = ["不少于", "为"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let (n, rest) = leading_number(rest)?;
    (rest == "年" && n > 0).then_some(Limit::Duration(Retention::Years(n)))
}

/// `公示期不少于7日`, `公示5个工作日`, `征求意见不少于30日`, `不少于30日`, `提前7日公开`.
pub(super) fn notice(phrase: &str) -> Option<Limit> {
    const SUBJECTS: &[(&str, NoticeOf)] = &[
        ("公示期限", NoticeOf::Notice),
        ("公示时间", NoticeOf::Notice),
        ("公示期", NoticeOf::Notice),
        ("公示", NoticeOf::Notice),
        ("公告期限", NoticeOf::Notice),
        ("公告时间", NoticeOf::Notice),
        ("公告期", NoticeOf::Notice),
        ("公告", NoticeOf::Notice),
        ("公开征求意见期限", NoticeOf::Comments),
        ("公开征求意见", NoticeOf::Comments),
        ("征求意见期限", NoticeOf::Comments),
        ("征求意见时间", NoticeOf::Comments),
        ("征求意见期", NoticeOf::Comments),
        ("征求意见", NoticeOf::Comments),
        ("意见征集期", NoticeOf::Comments),
        ("征集意见", NoticeOf::Comments),
        ("至少提前", NoticeOf::Ahead),
        ("提前", NoticeOf::Ahead),
        ("期限", NoticeOf::Notice),
        ("时间", NoticeOf::Notice),
    ];
    const AT_LEAST: &[&str] = &["不少于", "不得少于", "不低于", "不短于", "至少"];
    let subject = SUBJECTS.iter().find_map(|(word, of)| Some((*of, phrase.strip_prefix(word)?)));
    let mut rest = subject.map_or(phrase, |(_, rest)| rest);
    while let Some(shorter) =
        ["为", "一般", "原则上", "应当", "应", "的", "期", ":"].iter().find_map(|word| rest.strip_prefix(word))
    {
        rest = shorter;
    }
    let mut at_least = AT_LEAST.iter().find_map(|word| rest.strip_prefix(word));
    let mut subject = subject.map(|(of, _)| of);
    if at_least.is_none()
        && let Some((head, rest)) = AT_LEAST.iter().find_map(|word| phrase.split_once(word))
    {
        subject = [
            ("征求意见", NoticeOf::Comments),
            ("征集意见", NoticeOf::Comments),
            ("提前", NoticeOf::Ahead),
            ("公示", NoticeOf::Notice),
            ("公告", NoticeOf::Notice),
        ]
        .iter()
        .find_map(|(word, of)| head.contains(word).then_some(*of));
        subject?;
        at_least = Some(rest);
    }
    if subject.is_none() && at_least.is_none() {
        return None;
    }
    let (n, unit, rest) = leading_length(at_least.unwrap_or(rest))?;
    let of = subject.unwrap_or(NoticeOf::Notice);
    let rest = rest.strip_prefix("及以上").or_else(|| rest.strip_prefix("以上")).unwrap_or(rest);
    let rest = if of == NoticeOf::Ahead { without_verb(rest.strip_prefix('前').unwrap_or(rest)) } else { rest };
    matches!(rest, "" | "的公示期" | "公示期").then_some(Limit::Notice { of, length: Some((n, unit)) })
}
