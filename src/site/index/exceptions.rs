//! `exceptions.json`.

use crate::{
    site::{
        entry_facts::organisation_id,
        exception,
        json::{Exception, Exceptions},
        route::PageId,
        site::Site,
    },
    vocabulary::Word,
};

pub(super) fn json<'m>(site: &Site<'m>) -> Exceptions<'m> {
    Exceptions {
        as_of: site.model.today.to_string().into(),
        url: site.url(&site.address(PageId::Exceptions)).into(),
        items: exception::exceptions(site.model).map(|it| item(site, it)).collect(),
    }
}

fn item<'m>(site: &Site<'m>, it: exception::Exception<'m>) -> Exception<'m> {
    Exception {
        item: (*it.item.id).into(),
        item_label: (*it.item.title).into(),
        way: it.way.key().into(),
        way_label: it.way.label().into(),
        organisation: organisation_id(site.model, it.item.organisation).into(),
        office: it.item.office.as_deref().map(Into::into),
        ground: it.ground.map(Into::into),
        reviewed: it.reviewed.map(|day| day.to_string().into()),
    }
}
