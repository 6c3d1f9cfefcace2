//! The entries of some time that are judged by time, and how long each took: what rates and medians are counted from.

use rayon::prelude::*;

use super::punctuality::{Punctuality, verdict};
use crate::{
    day::Day,
    model::{Entry, EntryId, Model},
};

/// An entry that is judged by time.
#[derive(Clone, Copy, Debug)]
pub struct Timed<'m> {
    pub id: EntryId,
    pub entry: &'m Entry,
    pub punctuality: Punctuality,
    /// The last day that decides it.
    pub due: Day,
    /// The working days from its making to the day it was first public, as far as the days off of those years are known.
    pub workdays: Option<u32>,
}

/// The entries that were first public from `first` to `last` and are judged by time.
pub fn timed(model: &Model, first: Day, last: Day) -> Vec<Timed<'_>> {
    let look = |entry: &Entry| {
        // What was published before was first public no later: an archive of years is passed over without a look at its records.
        entry.published_day().filter(|&day| day >= first)?;
        let published = entry.first_public().filter(|&day| first <= day && day <= last)?;
        let (punctuality, due) = verdict(model, entry)?;
        let known = |made: &Day| (made.year()..=published.year()).all(|year| model.calendar.knows(year));
        let made = entry.made.filter(|made| *made <= published).filter(known);
        Some((punctuality, due, made.map(|made| model.calendar.working_between(made, published))))
    };
    let all: Vec<_> = model.entries.par_iter().map(|it| look(it)).collect();
    let told = model.entries().zip(all).filter_map(|((id, entry), it)| {
        it.map(|(punctuality, due, workdays)| Timed { id, entry, punctuality, due, workdays })
    });
    told.collect()
}

/// Twice the median: of an even number of values it lies between two.
pub fn doubled_median(mut days: Vec<u32>) -> Option<u32> {
    let half = days.len() / 2;
    if days.is_empty() {
        return None;
    }
    let even = days.len().is_multiple_of(2);
    let (below, upper, _) = days.select_nth_unstable(half);
    let upper = *upper;
    let lower = if even { below.iter().copied().max() } else { None };
    Some(upper + lower.unwrap_or(upper))
}

#[cfg(test)]
mod tests {
    use super::doubled_median;

    #[test]
    fn the_median_of_an_even_number_lies_between_two() {
        assert_eq!(doubled_median(vec![]), None);
        assert_eq!(doubled_median(vec![7]), Some(14));
        assert_eq!(doubled_median(vec![9, 1, 4]), Some(8));
        assert_eq!(doubled_median(vec![9, 1, 4, 3]), Some(7));
    }
}
