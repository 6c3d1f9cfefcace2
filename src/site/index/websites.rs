//! `websites.json`, `addresses.json`.

use crate::{
    model::Website as ModelWebsite,
    record::{Key, Text, schema},
    site::{
        entry_facts::organisation_id,
        json::{Addresses, Gone, Redirect, Website, Websites},
        old_address::{is_over, leads_on},
        route::PageId,
        site::Site,
    },
    vocabulary::Word,
};

pub(super) fn websites<'m>(site: &Site<'m>) -> Websites<'m> {
    Websites {
        as_of: site.model.today.to_string().into(),
        url: site.url(&site.address(PageId::Websites)).into(),
        websites: site.model.websites.iter().map(|it| website(site, it)).collect(),
    }
}

fn website<'m>(site: &Site<'m>, it: &'m ModelWebsite) -> Website<'m> {
    let text = |key: Key<schema::Website, Text>| it.record.get(key);
    let written = text(schema::Website::STATE);
    Website {
        domain: (*it.domain).into(),
        title: text(schema::Website::TITLE).map(Into::into),
        organisation: organisation_id(site.model, it.organisation).into(),
        state: it.state.map(|it| it.key().into()),
        state_label: it.state.map(Word::label).or(written).map(Into::into),
        site_id: text(schema::Website::SITE_ID).map(Into::into),
        filing: text(schema::Website::FILING).map(Into::into),
        closed: it.closed.map(|day| day.to_string().into()),
        notice: text(schema::Website::NOTICE).map(Into::into),
    }
}

/// Whether there is an old address to tell of.
pub(super) fn has_addresses(site: &Site<'_>) -> bool {
    let model = site.model;
    model.redirects.iter().any(|it| leads_on(site, it.to)) || model.gone.iter().any(|it| is_over(site, it))
}

pub(super) fn addresses<'m>(site: &Site<'m>) -> Addresses<'m> {
    let model = site.model;
    let stands =
        |page: Option<&str>| page.is_some_and(|it| site.old.contains_key(it) || site.tombstones.contains_key(it));
    let redirect = |it: &'m crate::model::Redirect| {
        let entry = model.entry(it.to);
        Redirect {
            from: (*it.from).into(),
            to: (*entry.index_number).into(),
            url: site.url(&entry.address).into(),
            page: stands(it.place.page()),
        }
    };
    let gone = |it: &'m crate::model::Gone| Gone {
        address: (*it.address).into(),
        reason: it.record.get(schema::Gone::REASON).map(Into::into),
        on: it.on.map(|day| day.to_string().into()),
        page: stands(it.place.page()),
    };
    Addresses {
        as_of: model.today.to_string().into(),
        redirects: model.redirects.iter().filter(|it| leads_on(site, it.to)).map(redirect).collect(),
        gone: model.gone.iter().filter(|it| is_over(site, it)).map(gone).collect(),
    }
}
