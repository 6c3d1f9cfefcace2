//! What pages and indices say alike of a new-media account.

use crate::{
    model::{Account, EntryId},
    record::schema,
    site::site::Site,
    vocabulary::EntryKind,
};

/// How many followed the account, by day, up to today.
pub fn followers(site: &Site<'_>, account: &Account) -> Vec<(String, i64)> {
    let counts = account.record.all(schema::Account::FOLLOWERS);
    let known = counts.filter_map(|it| Some((it.get(schema::Followers::ON)?, it.get(schema::Followers::VALUE)?)));
    let mut known: Vec<_> = known.filter(|it| it.0 <= site.model.today).collect();
    known.sort_unstable();
    known.into_iter().map(|(on, value)| (on.to_string(), value)).collect()
}

/// The posts of an account that are public, the newest first.
pub fn posts<'s>(site: &'s Site<'_>, account: &'s str) -> impl Iterator<Item = EntryId> {
    site.lists.all().iter().rev().copied().filter(move |&id| {
        let entry = site.model.entry(id);
        entry.kind == EntryKind::Post && entry.record.get(schema::Entry::ACCOUNT) == Some(account)
    })
}
