//! Fixed days of a year: `每年1月31日前`, `第一季度`, `次年3月底前`.

use super::fold::without_opening;
use super::length::leading_number;
use super::value::{Anchor, Limit};
use crate::day::date::last_of_month;

/// `每年1月31日前`, `6月底前`, `次年3月31日前`, `2018年12月31日前`, `年底前`.
pub(super) fn before(phrase: &str) -> Option<Limit> {
    let (year, rest) = anchor(without_opening(phrase))?;
    fixed_day(rest, year)
}

/// Several fixed days of one year: `每年6月底、12月底前`, `七月下旬和十一月中旬`.
pub(super) fn days(phrase: &str) -> Option<Vec<Limit>> {
    let (year, rest) = anchor(without_opening(phrase))?;
    let year = year.or(Some(Anchor::Every));
    // 4月、7月、10月的上旬: the part of the month is of all.
    let shared = rest.rsplit_once("月的").filter(|it| !it.0.contains(['日', '号', '旬', '底', '末']));
    let (rest, part) = shared.map_or((rest, ""), |(months, part)| (months, part));
    let day = |day: &str| match part {
        "" => fixed_day(day, year),
        part => fixed_day(&format!("{}月{part}", day.trim_end_matches('月')), year),
    };
    let days: Vec<Limit> = rest.split(['、', '和', '与', '及']).map(day).collect::<Option<_>>()?;
    (days.len() > 1).then_some(days)
}

/// The year that a phrase names, if it names one, and what follows.
fn anchor(phrase: &str) -> Option<(Option<Anchor>, &str)> {
    const WORDS: &[(&str, Anchor)] = &[
        ("次年度", Anchor::Next),
        ("次年", Anchor::Next),
        ("翌年", Anchor::Next),
        ("下一年度", Anchor::Next),
        ("下一年", Anchor::Next),
        ("下年度", Anchor::Next),
        ("第二年", Anchor::Next),
        ("每年度", Anchor::Every),
        ("每一年", Anchor::Every),
        ("每年", Anchor::Every),
        ("当年", Anchor::Every),
        ("本年度", Anchor::Every),
        ("本年", Anchor::Every),
        ("年度", Anchor::Every),
    ];
    for (word, year) in WORDS {
        if let Some(rest) = phrase.strip_prefix(word) {
            return Some((Some(*year), rest.trim_start_matches(['的', '在', '于'])));
        }
    }
    if let Some((year, rest)) = leading_number(phrase)
        && let Some(rest) = rest.strip_prefix('年')
        && (1900..=2199).contains(&year)
    {
        // `2025年` alone ends with the year.
        let rest = rest.strip_prefix('度').unwrap_or(rest);
        return Some((
            Some(Anchor::Only(i32::try_from(year).ok()?)),
            if matches!(rest, "" | "内") { "底" } else { rest },
        ));
    }
    // `年底`: the year's end, not a year.
    Some((None, phrase.strip_prefix('年').filter(|rest| rest.starts_with(['底', '末'])).unwrap_or(phrase)))
}

/// `1月31日前`, `6月底前`, `底前`, `第一季度`, `上半年`. Without a word for the year a month alone is no deadline.
fn fixed_day(phrase: &str, year: Option<Anchor>) -> Option<Limit> {
    let ending = ["之前", "以前", "前", "为止", "止", "内"];
    let stem = ending.iter().find_map(|tail| phrase.strip_suffix(tail)).unwrap_or(phrase);
    let marked = year.is_some() || stem.len() < phrase.len();
    let year = year.unwrap_or(Anchor::Every);
    let (month, day) = match stem {
        "上半年" | "上半年底" | "上半年末" => (6, None),
        "底" | "末" | "年底" | "年末" | "年终" | "年" | "下半年" | "下半年底" | "下半年末" => {
            (12, None)
        }
        // 当年内: within it.
        "" => marked.then_some((12, None))?,
        _ => quarter(stem).map(|month| (month, None)).or_else(|| day_of_month(stem, marked))?,
    };
    // 29 February stands in a limit only for the month's end, so that it holds in every year.
    let last = match year {
        Anchor::Only(year) => last_of_month(year, month),
        _ => last_of_month(2001, month),
    };
    let day = day.unwrap_or(last);
    (1..=last).contains(&day).then_some(Limit::Before { year, month, day })
}

/// The last month of `第一季度`, `四季度末`.
fn quarter(stem: &str) -> Option<u8> {
    let stem = ["末", "底", "结束"].iter().find_map(|tail| stem.strip_suffix(tail)).unwrap_or(stem);
    let (ordinal, stem) = stem.strip_prefix('第').map_or((false, stem), |rest| (true, rest));
    let (n, rest) = leading_number(stem)?;
    // 一个季度 is a length.
    let rest = if ordinal { rest.strip_prefix('个').unwrap_or(rest) } else { rest };
    (matches!(rest, "季度" | "季") && (1..=4).contains(&n)).then(|| u8::try_from(n * 3).ok())?
}

/// `1月31日`, `6月底`, `7月下旬`, `1月至3月`; the month's end where no day is said.
fn day_of_month(stem: &str, marked: bool) -> Option<(u8, Option<u8>)> {
    let month = |n: u32| u8::try_from(n).ok().filter(|month| (1..=12).contains(month));
    let (first, rest) = leading_number(stem)?;
    let rest = rest.strip_prefix("月份").or_else(|| rest.strip_prefix('月')).unwrap_or(rest);
    // 1-3月: the last of them.
    if let Some(rest) = rest.strip_prefix(['-', '—', '~', '至', '到']) {
        let (last, rest) = leading_number(rest)?;
        return (matches!(rest, "月" | "月份" | "月底") && last > first).then_some((month(last)?, None));
    }
    if !stem[..stem.len() - rest.len()].contains('月') {
        return None;
    }
    let first = month(first)?;
    match rest {
        "" => marked.then_some((first, None)),
        "底" | "末" | "月底" | "下旬" | "份底" => Some((first, None)),
        "初" | "上旬" => Some((first, Some(10))),
        "中旬" => Some((first, Some(20))),
        _ => {
            let (day, rest) = leading_number(rest)?;
            matches!(rest, "日" | "号").then_some((first, Some(u8::try_from(day).ok()?)))
        }
    }
}
