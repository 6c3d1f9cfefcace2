//! What was taken down, as its tombstone tells it: number, day and reason, and nothing of what it said.

use super::{route::PageId, site::Site};
use crate::{day::Day, model::Gone, record::schema};

/// What was taken down.
#[derive(Clone, Copy, Debug)]
pub(in crate::site) struct Withdrawal<'m> {
    /// Its tombstone.
    pub page: PageId,
    /// Since when, where that is said.
    pub on: Option<Day>,
    /// Why, where that is said.
    pub reason: Option<&'m str>,
    /// Its index number, where it had one.
    pub index_number: Option<&'m str>,
}

impl<'m> Withdrawal<'m> {
    /// Of the line of the lock at `place` in `Model::lost`.
    pub(in crate::site) fn of_lost(site: &Site<'m>, place: usize) -> Self {
        let lost = &site.model.lost[place];
        let written = site.gone(lost);
        // Without a word of it: the day that its own front matter set.
        let entry = site.model.named(&lost.path).map(|id| site.model.entry(id));
        let due =
            entry.filter(|it| it.address == lost.address).and_then(|it| it.record.get(schema::Entry::WITHDRAW_ON));
        let on = written.and_then(|it| it.on).or(due);
        let reason = written.and_then(reason);
        Self { page: PageId::Tombstone(place), on, reason, index_number: Some(&lost.index_number) }
    }

    /// Of the table at `place` in `Model::gone`.
    pub(in crate::site) fn of_gone(site: &Site<'m>, place: usize) -> Self {
        let gone = &site.model.gone[place];
        Self { page: PageId::Gone(place), on: gone.on, reason: reason(gone), index_number: None }
    }
}

fn reason(gone: &Gone) -> Option<&str> {
    gone.record.get(schema::Gone::REASON)
}

/// All that was taken down and has a tombstone, the latest first; what has no day comes last.
pub(in crate::site) fn withdrawals<'m>(site: &Site<'m>) -> Vec<Withdrawal<'m>> {
    let lost = (0..site.model.lost.len()).filter(|&at| site.is_tombstone(at));
    let mut all: Vec<Withdrawal<'m>> = lost.map(|at| Withdrawal::of_lost(site, at)).collect();
    let gone = site.old.values().filter_map(|page| match page {
        PageId::Gone(at) => Some(Withdrawal::of_gone(site, *at)),
        _ => None,
    });
    all.extend(gone);
    all.sort_by_key(|it| std::cmp::Reverse(it.on));
    all
}
