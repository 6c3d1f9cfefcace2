//! How much was published month by month, as a chart.

use super::chart::{Count, chart};
use crate::site::{list::ListId, page::Chart, site::Site};

/// The months of a year's list, or the last twelve of another: those that have begun.
pub(super) fn months<'m>(site: &Site<'m>, list: ListId) -> Option<Chart<'m>> {
    let now = month(site.model.today);
    let (first, last) = match list {
        ListId::Year(year) => (year * 12, (year * 12 + 11).min(now)),
        _ => (now - 11, now),
    };
    let mut counts = vec![0; usize::try_from(last - first + 1).ok()?];
    // The newest entries stand at the end.
    let days = site.lists.get(list).iter().rev().filter_map(|&it| site.model.entry(it).published_day());
    let months = days.map(month).skip_while(|it| *it > last).take_while(|it| *it >= first);
    for month in months {
        let at = usize::try_from(month - first).ok()?;
        counts.get_mut(at).into_iter().for_each(|count| *count += 1);
    }
    let all: u64 = counts.iter().sum();
    let label = |at: i32| match list {
        ListId::Year(_) => format!("{}月", at % 12 + 1),
        _ => format!("{}年{}月", at.div_euclid(12), at.rem_euclid(12) + 1),
    };
    // That there was nothing is told only where the standing is public.
    let told = |it: &(i32, u64)| it.1 > 0 || site.model.site.shows_standing();
    let bars =
        (first..=last).zip(counts).filter(told).map(|(at, count)| Count { label: label(at).into(), count }).collect();
    let when = match list {
        ListId::Year(year) => format!("{year}年"),
        _ => "近12个月".to_owned(),
    };
    let found = |most: &Count<'_>| format!("{when}公开信息 {all} 条，{}最多，{} 条", most.label, most.count);
    let made = chart(("月份", "公开条数"), bars, found)?;
    let source = format!("本站公开的信息，统计截至 {}", site.model.today);
    Some(Chart { source: Some(source.into()), ..made })
}

/// Months since the year 0.
fn month(day: crate::day::Day) -> i32 {
    day.year() * 12 + i32::from(day.month()) - 1
}
