//! `[[website]]`.

use super::{names::Names, unlisted::unlisted};
use crate::{
    diagnostic::Findings,
    model::Website,
    record::{Record, schema},
    vocabulary::{WebsiteState, Word},
};

/// The websites, as written.
pub(super) fn websites(records: Vec<Record<schema::Website>>, names: &Names, findings: &mut Findings) -> Vec<Website> {
    let make = |record: Record<schema::Website>| Website {
        domain: host(record.get(schema::Website::DOMAIN).unwrap_or_default()).into(),
        state: state(&record, findings),
        organisation: names.organisations.of(&record, schema::Website::ORGANISATION, findings),
        closed: record.get(schema::Website::CLOSED),
        record,
    };
    records.into_iter().map(make).collect()
}

/// A domain as written, without what an address has before and behind it.
fn host(written: &str) -> &str {
    let bare = written.trim();
    let bare = bare.split_once("://").map_or(bare, |it| it.1);
    bare.split(['/', '?', '#']).next().unwrap_or_default()
}

/// How the website stands. A word that no list has is told (0018) and shown as written.
fn state(record: &Record<schema::Website>, findings: &mut Findings) -> Option<WebsiteState> {
    let typed = record.get(schema::Website::STATE)?;
    let state = WebsiteState::parse(typed);
    if state.is_none() {
        let list = WebsiteState::VOCABULARY;
        let span = record.span_of(schema::Website::STATE);
        let kept = text! { zh: "照原样显示", en: "shown as written" };
        let near = list.nearest(typed).map(|it| it.zh);
        unlisted(typed, list, near, kept, None, span, findings);
    }
    state
}
