//! What became of an entry: revisions, the end of its force, what it was replaced by and what it replaces, in one list.

use super::link::entry_link;
use crate::{
    day::Day,
    model::EntryId,
    record::schema,
    site::{
        entry_facts::validity,
        page::{Event, Str},
        site::Site,
    },
    vocabulary::{Validity, Word},
};

/// What became of the entry, by day, what has none last; empty where nothing has happened to it since it was published.
pub(super) fn history<'m>(site: &Site<'m>, id: EntryId, at: &str) -> Vec<Event<'m>> {
    let entry = site.model.entry(id);
    let record = &entry.record;
    let mut events: Vec<(Option<Day>, Event<'m>)> = Vec::new();
    let mut add = |on: Option<Day>, what: Str<'m>, other: Option<EntryId>| {
        let link = other.map(|it| entry_link(site, at, it));
        events.push((on, Event { on: on.map(|it| it.to_string().into()), what, link }));
    };
    for revision in record.all(schema::Entry::REVISED) {
        let what = revision.get(schema::Revision::WHAT).filter(|it| !it.trim().is_empty()).unwrap_or("修订");
        add(revision.get(schema::Revision::ON), what.into(), None);
    }
    let now = validity(entry, site.model.today).filter(|it| !matches!(it, Validity::Valid | Validity::NotYet));
    let since = record.get(schema::Entry::SINCE);
    let by = entry.related(schema::Entry::REPLACED_BY).find(|&it| site.is_open(it));
    if let Some(now) = now {
        // An expiry is the last day in force.
        let lapsed = record.get(schema::Entry::EXPIRES).filter(|_| now == Validity::Lapsed).map(|it| it.plus(1));
        let what =
            if by.is_some() { format!("{}，由此件替代：", now.label()).into() } else { now.label().into() };
        add(since.or(lapsed), what, by);
    } else if by.is_some() {
        // It is still in force: what comes is named, and when, as far as that is known.
        let what = since.map_or_else(|| "由此件替代：".into(), |it| format!("自 {it} 起由此件替代：").into());
        add(None, what, by);
    }
    for it in site.referring(id, schema::Entry::REPLACED_BY) {
        let on = site.model.entry(it).record.get(schema::Entry::SINCE).filter(|&day| day <= site.model.today);
        add(on, "替代：".into(), Some(it));
    }
    if events.is_empty() {
        return Vec::new();
    }
    if let Some(day) = record.get(schema::Entry::EFFECTIVE).filter(|&day| day <= site.model.today) {
        events.push((Some(day), Event { on: Some(day.to_string().into()), what: "施行".into(), link: None }));
    }
    if let Some(day) = entry.published_day() {
        events.insert(0, (Some(day), Event { on: Some(day.to_string().into()), what: "发布".into(), link: None }));
    }
    // Stable: what happened on one day keeps its order.
    events.sort_by_key(|it| (it.0.is_none(), it.0));
    events.into_iter().map(|it| it.1).collect()
}
