//! Lengths of notices and consultations, how long something stays public, how long before an act it must be.

use super::fold::{before_verb, without_modifier, without_opening, without_verb};
use super::length::{Length, has_length, leading_length, leading_number, numbers};
use super::value::{Limit, NoticeOf, Retention, Unit};
use crate::day::numeral::numeric;

/// `公开3年`, `公开期限5年`, `保留1年`.
pub(super) fn kept(phrase: &str) -> Option<Limit> {
    let rest = ["公开期限", "公开时长", "公开期", "公示期限", "公开", "保留", "展示", "保存"]
        .iter()
        .find_map(|word| phrase.strip_prefix(word))?;
    let rest = ["不少于", "不低于", "为", ":", "满"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let (n, rest) = leading_number(rest)?;
    (matches!(rest, "年" | "年以上") && (1..1900).contains(&n)).then_some(Limit::Duration(Retention::Years(n)))
}

const AT_LEAST: &[&str] = &["不少于", "不得少于", "不低于", "不得低于", "不短于", "不得短于", "至少"];

/// `公示期不少于7日`, `公示5个工作日`, `征求意见不少于30日`, `不少于30日`.
pub(super) fn notice(phrase: &str) -> Option<Limit> {
    notice_itself(phrase).or_else(|| {
        // 拟批准公示期为5个工作日: of what it is a notice.
        const PERIODS: &[&str] = &["公示期", "公示时间", "公告期", "公告时间", "征求意见期", "征集期"];
        let at = PERIODS.iter().filter_map(|word| phrase.rfind(word)).max()?;
        let (of, rest) = phrase.split_at(at);
        let names = !of.is_empty() && !has_length(of) && !of.contains(['后', '前', '起', '每', '无']);
        names.then(|| notice_itself(rest)).flatten()
    })
}

fn notice_itself(phrase: &str) -> Option<Limit> {
    const SUBJECTS: &[(&str, NoticeOf)] = &[
        ("公示期限", NoticeOf::Notice),
        ("公示时间", NoticeOf::Notice),
        ("公示时限", NoticeOf::Notice),
        ("公示时长", NoticeOf::Notice),
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
        ("意见征集", NoticeOf::Comments),
        ("征集意见", NoticeOf::Comments),
        ("征集时间", NoticeOf::Comments),
        ("征集期", NoticeOf::Comments),
        ("期限", NoticeOf::Notice),
        ("时间", NoticeOf::Notice),
    ];
    let phrase = ["并且", "并", "且"].iter().find_map(|word| phrase.strip_prefix(word)).unwrap_or(phrase);
    let subject = SUBJECTS.iter().find_map(|(word, of)| Some((*of, phrase.strip_prefix(word)?)));
    let mut rest = subject.map_or(phrase, |(_, rest)| rest);
    while let Some(shorter) = ["为", "一般", "原则上", "应当", "应", "的", "期", "限", ":", "时间", "满"]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
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
            ("征集", NoticeOf::Comments),
            ("反馈", NoticeOf::Comments),
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
    let Length { least, unit, rest, .. } = leading_length(at_least.unwrap_or(rest))?;
    let rest = rest.strip_prefix("及以上").or_else(|| rest.strip_prefix("以上")).unwrap_or(rest);
    let of = subject.unwrap_or(NoticeOf::Notice);
    matches!(rest, "" | "的公示期" | "公示期" | "的公示" | "公示")
        .then_some(Limit::Notice { of, length: Some((least, unit)) })
}

/// `提前7日公开`, `会前3日`, `在组织听证7个工作日前予以公开`.
pub(super) fn ahead(phrase: &str) -> Option<Limit> {
    let limit = |n, unit| Some(Limit::Notice { of: NoticeOf::Ahead, length: Some((n, unit)) });
    if let Some((_, rest)) = phrase.split_once("提前") {
        let Length { least, unit, .. } = leading_length(without_opening(rest))?;
        return limit(least, unit);
    }
    if let Some((head, rest)) = phrase.split_once('前')
        && !head.is_empty()
        && !is_date(head)
        && let Some(Length { least, unit, rest, .. }) = leading_length(without_opening(rest))
        && !rest.starts_with(['后', '内'])
    {
        return limit(least, unit);
    }
    let counted = numbers(phrase).find_map(|at| {
        let Length { least, unit, rest, .. } = leading_length(&phrase[at..])?;
        rest.strip_prefix('前').or_else(|| rest.strip_prefix("之前")).or_else(|| rest.strip_prefix("以前"))?;
        let head = without_modifier(without_opening(&phrase[..at]));
        // `15日前` alone is a day of the month, or is not.
        let event = !head.is_empty() && !is_date(head) || unit != Unit::Day || least > 31;
        (event && !without_verb(head).contains(['每', '月', '季', '年', '周'])).then(|| limit(least, unit))?
    });
    // 会议召开前发布公告: some time before.
    let core = before_verb(phrase).unwrap_or_else(|| without_verb(phrase));
    let event = core.strip_suffix('前').filter(|head| head.chars().count() > 1 && !is_date(head) && !has_length(head));
    // 审批前公示10个工作日, 申请前公开主要内容不少于5日: how long it runs.
    let running = || {
        let tail = phrase.strip_prefix(core)?;
        let lasting = |rest| leading_length(rest).filter(|it| it.rest.is_empty());
        let least = AT_LEAST.iter().find_map(|word| lasting(tail.split_once(word)?.1));
        let length = || least.map(|it| Limit::Notice { of: NoticeOf::Notice, length: Some((it.least, it.unit)) });
        notice(tail).or_else(length)
    };
    counted.or_else(|| event.map(|_| running().unwrap_or(Limit::Notice { of: NoticeOf::Ahead, length: None })))
}

/// Whether what stands before 前 is a date: `3月底`, `每季度末`.
fn is_date(head: &str) -> bool {
    // 开始日 is an event, 31日 a date.
    let named = head.strip_suffix(['日', '号']).map(|rest| rest.ends_with(numeric));
    named.unwrap_or_else(|| {
        head.ends_with(['月', '底', '末', '旬', '年', '季', '度', '周', '以', '之', '目', '提', '事'])
    })
}
