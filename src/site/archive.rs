//! The pages of a list by year, or those of one year by month: what its archive shows, so that a year long past is found without
//! turning every page.
//!
//! An archive names only what stays: numbered pages keep their days, and of the front page the first day is told. So it is written
//! again when a page is added, not with every entry.

use super::{
    list::{ListId, Lists},
    paging::Paging,
};
use crate::{day::Day, model::Model};

/// Up to how many numbered pages stand in one archive; of a longer list each year has a page of its own.
const WHOLE: u32 = 100;

/// A year, or a month, and the pages on which it has entries, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Volume {
    /// The year; the month where all is of one year.
    pub period: i32,
    /// How many pages.
    pub count: u32,
    /// Which; none where the year has an archive of its own, which names them.
    pub pages: Vec<VolumePage>,
}

/// A page of a list, and the days it spans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VolumePage {
    /// None is the front page.
    pub number: Option<u32>,
    pub from: Day,
    /// None on the front page, to which days are added.
    pub to: Option<Day>,
}

/// Whether `list` has an archive: where it has pages behind its front page.
pub fn has_archive(lists: &Lists, list: ListId) -> bool {
    lists.pages(list) > 0
}

/// Whether each year of `list` has a page of its own in the archive.
pub fn is_split(lists: &Lists, list: ListId) -> bool {
    lists.pages(list) > WHOLE && !matches!(list, ListId::Year(_))
}

/// The years in which `list` has entries, oldest first.
pub fn years(model: &Model, lists: &Lists, list: ListId) -> Vec<i32> {
    let entries = lists.get(list);
    let year = |at: usize| lists.day(model, list, entries[at]).map_or(0, Day::year);
    let mut years = Vec::new();
    let mut at = 0;
    while at < entries.len() {
        let here = year(at);
        years.push(here);
        at += entries[at..].partition_point(|&it| lists.day(model, list, it).map_or(0, Day::year) <= here);
    }
    years
}

/// The day of the newest entry of `year` in `list`.
pub fn newest_of(model: &Model, lists: &Lists, list: ListId, year: i32) -> Option<Day> {
    let entries = lists.get(list);
    let day = |it| lists.day(model, list, it);
    let end = entries.partition_point(|&it| day(it).is_none_or(|day| day.year() <= year));
    day(*entries[..end].last()?).filter(|it| it.year() == year)
}

/// What the archive of `list` shows, newest first: all by year, or what is of `year` by month.
pub fn volumes(model: &Model, lists: &Lists, list: ListId, year: Option<i32>) -> Vec<Volume> {
    if year.is_none() && is_split(lists, list) {
        let volume = |year: i32| {
            let count = numbers(model, lists, list, Some(year)).count();
            Volume { period: year, count: u32::try_from(count).unwrap_or(u32::MAX), pages: Vec::new() }
        };
        return years(model, lists, list).into_iter().rev().map(volume).collect();
    }
    let day = |&id: &_| lists.day(model, list, id).unwrap_or(model.today);
    let of_month = year.is_some() || matches!(list, ListId::Year(_));
    let period = |day: Day| if of_month { i32::from(day.month()) } else { day.year() };
    let is_wanted = |day: Day| year.is_none_or(|it| it == day.year());
    let mut volumes: Vec<Volume> = Vec::new();
    for number in numbers(model, lists, list, year) {
        let entries = lists.places(list, number);
        let (Some(from), Some(to)) = (entries.first().map(day), entries.last().map(day)) else { continue };
        let page = VolumePage { number, from, to: number.map(|_| to) };
        let mut put = |period: i32| match volumes.last_mut().filter(|it| it.period == period) {
            Some(volume) if volume.pages.last() == Some(&page) => {}
            Some(volume) => volume.pages.push(page),
            None => volumes.push(Volume { period, count: 0, pages: vec![page] }),
        };
        if from.year() == to.year() && period(from) == period(to) {
            put(period(from));
        } else {
            entries.iter().map(day).filter(|&it| is_wanted(it)).for_each(|it| put(period(it)));
        }
    }
    for volume in &mut volumes {
        volume.pages.reverse();
        volume.count = u32::try_from(volume.pages.len()).unwrap_or(u32::MAX);
    }
    volumes.reverse();
    volumes
}

/// The pages of `list`, or those with an entry of `year`, oldest first.
fn numbers(model: &Model, lists: &Lists, list: ListId, year: Option<i32>) -> impl Iterator<Item = Option<u32>> {
    let entries = lists.get(list);
    let pages = lists.pages(list);
    let until = |last: i32| {
        let day = |&it: &_| lists.day(model, list, it);
        entries.partition_point(|it| day(it).is_some_and(|day| day.year() <= last))
    };
    let (begin, end) = year.map_or((0, entries.len()), |it| (until(it - 1), until(it)));
    let page = |at: usize| u32::try_from(at / Paging::SIZE).unwrap_or(u32::MAX).saturating_add(1);
    let (first, last) = (page(begin), page(end.saturating_sub(1)));
    let front = (last > pages && end > begin).then_some(None);
    (first..=last.min(pages)).map(Some).chain(front)
}
