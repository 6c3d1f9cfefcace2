//! What an entry's page says beside its text and its files, as the search looks at it.

use super::{
    facts::{elements, particulars},
    figures,
};
use crate::{
    model::EntryId,
    record::schema,
    site::{page::Fact, site::Site},
    vocabulary::Word as _,
};

/// A line each: elements, the keys of its kind, its project, figures of a report, what was revised, the source of a reprint, keywords. All of
/// it comes from the entry's own file and the catalogue.
pub fn entry_lines(site: &Site<'_>, id: EntryId) -> String {
    let entry = site.model.entry(id);
    let mut out = String::new();
    let mut line = |parts: &[&str]| {
        out.push_str(&parts.join("\t"));
        out.push('\n');
    };
    for Fact { name, values } in elements(entry).iter().chain(&particulars(site, id)) {
        let values: Vec<&str> = values.iter().map(|it| &*it.text).collect();
        line(&[&[&**name], &values[..]].concat());
    }
    if let Some(project) = entry.project {
        let class = entry.record.get(schema::Entry::CLASS).map_or("", |it| it.label());
        let stage = entry.record.get(schema::Entry::STAGE).map_or("", |it| it.label());
        line(&[&site.model.project(project).title, class, stage]);
    }
    for sheet in figures::sheets(entry) {
        for row in &sheet.rows {
            line(&row.iter().map(|it| &*it.text).collect::<Vec<_>>());
        }
    }
    for revision in entry.record.all(schema::Entry::REVISED) {
        line(&[revision.get(schema::Revision::WHAT).unwrap_or_default()]);
    }
    entry.record.get(schema::Entry::SOURCE).into_iter().for_each(|it| line(&[it]));
    entry.record.all(schema::Entry::KEYWORDS).for_each(|it| line(&[it]));
    out
}
