//! `organisations.json`.

use crate::{
    model::{Organisation as ModelOrganisation, OrganisationId},
    record::{Key, Text, View, schema},
    site::{
        json::{Disclosure, Leader, Office, Officer, Organisation, Organisations, Str},
        list::ListId,
        route::PageId,
        site::Site,
    },
    vocabulary::Word,
};

pub(super) fn json<'m>(site: &Site<'m>) -> Organisations<'m> {
    let all = site.model.organisations.iter().enumerate();
    Organisations { organisations: all.map(|(at, it)| organisation(site, OrganisationId::new(at), it)).collect() }
}

fn organisation<'m>(site: &Site<'m>, id: OrganisationId, it: &'m ModelOrganisation) -> Organisation<'m> {
    let record = &it.record;
    let text = |key: Key<schema::Organisation, Text>| record.get(key).filter(|it| !it.is_empty()).map(Str::Borrowed);
    let list = ListId::Organisation(id);
    let level = text(schema::Organisation::LEVEL);
    let other = |id: Option<OrganisationId>| id.map(|id| Str::Borrowed(&*site.model.organisation(id).id));
    Organisation {
        id: (*it.id).into(),
        name: (*it.name).into(),
        short: text(schema::Organisation::SHORT),
        code: it.code.as_deref().map(Into::into),
        kind: it.kind.key().into(),
        kind_label: it.kind.label().into(),
        parent: other(it.parent),
        supervisor: other(it.supervisor),
        sector: record.get(schema::Organisation::SECTOR).map(|it| it.key().into()),
        level: level.as_ref().map(|_| it.level.map_or("other", Word::key).into()),
        level_label: level.map(|typed| it.level.map_or(typed, |it| it.label().into())),
        url: site.url(&site.address(PageId::List(list, None))).into(),
        address: text(schema::Organisation::ADDRESS),
        postcode: text(schema::Organisation::POSTCODE),
        hours: text(schema::Organisation::HOURS),
        phone: text(schema::Organisation::PHONE),
        fax: text(schema::Organisation::FAX),
        email: text(schema::Organisation::EMAIL),
        disclosure: record.get(schema::Organisation::DISCLOSURE).map(disclosure),
        officers: record
            .all(schema::Organisation::OFFICERS)
            .map(|it| Officer {
                role: it.get(schema::Officer::ROLE).map(Into::into).unwrap_or_default(),
                post: it.get(schema::Officer::POST).map(Into::into).unwrap_or_default(),
            })
            .collect(),
        leaders: record
            .all(schema::Organisation::LEADERS)
            .map(|it| Leader {
                post: it.get(schema::Leader::POST).map(Into::into).unwrap_or_default(),
                name: it.get(schema::Leader::NAME).map(Into::into),
                duties: it.get(schema::Leader::DUTIES).map(Into::into),
            })
            .collect(),
        offices: it.office_names().map(Into::into).collect(),
        office_details: offices(it),
        entries: site.lists.get(list).len() as u64,
    }
}

/// Its offices, where something more is known of one than its name.
fn offices(it: &ModelOrganisation) -> Vec<Office<'_>> {
    let all = it.offices().map(|it| Office {
        name: it.get(schema::Office::NAME).unwrap_or_default().into(),
        phone: it.get(schema::Office::PHONE).map(Into::into),
        duties: it.get(schema::Office::DUTIES).map(Into::into),
    });
    let all: Vec<Office<'_>> = all.collect();
    if all.iter().any(|it| it.phone.is_some() || it.duties.is_some()) { all } else { Vec::new() }
}

pub(super) fn disclosure(record: View<'_, schema::DisclosureOffice>) -> Disclosure<'_> {
    Disclosure {
        leader: record.get(schema::DisclosureOffice::LEADER).map(Into::into),
        office: record.get(schema::DisclosureOffice::OFFICE).map(Into::into),
        staff: record.get(schema::DisclosureOffice::STAFF).and_then(|it| u32::try_from(it).ok()),
    }
}
