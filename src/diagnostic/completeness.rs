//! How complete a catalogue is, in plain numbers: what a run tells after its findings.

use crate::{
    day::Day,
    vocabulary::{Disclosure, Facet, TaskState, Word},
};

/// How some items and their entries stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// Items that may be public at all: `filled`, `nil`, `empty` and `event` together.
    pub items: usize,
    /// Items with something public of the time that is judged.
    pub filled: usize,
    /// Items of which somebody reported that there was nothing.
    pub nil: usize,
    /// Items that owe something and have nothing.
    pub empty: usize,
    /// Items that owe nothing: what they hold has not happened, is given on request only, or not due yet.
    pub event: usize,
    /// Published entries.
    pub entries: usize,
    /// Of the entries of the year judged, those that were certainly public in time.
    pub in_time: usize,
    /// Those that were certainly late.
    pub late: usize,
}

/// An organisation's own items and entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfOrganisation {
    pub id: String,
    /// Its full name.
    pub name: String,
    /// Its short name; the full one where it has none.
    pub short: String,
    pub completion: Completion,
}

/// How complete the catalogue is, as of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completeness {
    /// The whole project.
    pub whole: Completion,
    /// By disclosure, in the official order.
    pub disclosures: [Completion; Disclosure::ALL.len()],
    /// By facet, in the official order.
    pub facets: [Completion; Facet::ALL.len()],
    /// Each organisation with items or entries, in the catalogue's order; none where there is only one.
    pub organisations: Vec<OfOrganisation>,
    /// How many tasks are in each state, in the order of the list.
    pub tasks: [usize; TaskState::ALL.len()],
    /// The first day of the year whose entries are judged by time.
    pub since: Option<Day>,
    /// Entries of that year of which nobody can say for certain whether they were in time.
    pub unsure: usize,
    /// The names of the first of them.
    pub first_unsure: Vec<String>,
    /// Twice the median of the working days from the making of an entry to its publication, of those judged; none without any.
    pub median_doubled: Option<u32>,
    /// Whether something stands that keeps all from being published: what could not be read is not in the numbers.
    pub provisional: bool,
    /// Items whose time limit is not understood.
    pub unread_limits: usize,
    /// Explained findings by the last day of their exception, those without one last.
    pub explained: Vec<(Option<Day>, usize)>,
}

impl Completion {
    /// The share of the entries in time among those judged, in ten thousandths, never rounded up; none where none is judged.
    pub fn on_time(&self) -> Option<usize> {
        (self.in_time * 10_000).checked_div(self.in_time + self.late)
    }
}

impl Completeness {
    /// How many findings are explained.
    pub fn explained(&self) -> usize {
        self.explained.iter().map(|it| it.1).sum()
    }

    /// The median of the working days from making to publication, as a decimal: `3`, `3.5`.
    pub fn median(&self) -> Option<String> {
        let doubled = self.median_doubled?;
        Some(format!("{}{}", doubled / 2, if doubled % 2 == 1 { ".5" } else { "" }))
    }
}
