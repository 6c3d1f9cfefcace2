//! The page of exceptions.

use super::link::{href, link};
use crate::{
    site::{
        entry_facts::organisation_name,
        exception,
        list::ListId,
        page::{Exception, ExceptionGroup, Exceptions, Label},
        route::PageId,
        site::Site,
    },
    vocabulary::Way,
};

/// What the page is called, wherever it is named.
pub(super) const TITLE: &str = "依申请公开和不予公开事项";

pub(super) fn page<'m>(site: &Site<'m>, at: &str) -> Exceptions<'m> {
    let apply = site.fixed.iter().find(|it| it.0 == "依申请公开");
    let group = |way: Way, about: &'static str| ExceptionGroup {
        way: Label::of(way),
        about: about.into(),
        items: exception::exceptions(site.model).filter(|it| it.way == way).map(|it| item(site, it, at)).collect(),
    };
    let mut groups = vec![
        group(Way::OnRequest, "下列事项不主动公开，公民、法人和其他组织可以申请公开。"),
        group(Way::Withheld, "下列事项依法不予公开，只列事项名称和依据。"),
    ];
    groups.retain(|it| !it.items.is_empty());
    Exceptions {
        title: TITLE.into(),
        lead: "政府信息以公开为常态、不公开为例外。这里列出不主动公开的事项、依据和最近一次复核的日期，不含内容。"
            .into(),
        apply: apply.map(|it| link(site, at, it.0, PageId::List(ListId::Item(it.1), None))),
        public: site.model.site.shows_standing(),
        groups,
    }
}

fn item<'m>(site: &Site<'m>, it: exception::Exception<'m>, at: &str) -> Exception<'m> {
    let item = it.item;
    Exception {
        field: item.field.map_or("", |id| &*site.model.field(id).title).into(),
        title: (*item.title).into(),
        href: item.is_open().then(|| href(site, at, PageId::List(ListId::Item(it.id), None))),
        organisation: organisation_name(site.model, item.organisation).into(),
        office: item.office.as_deref().map(Into::into),
        ground: it.ground.map(Into::into),
        reviewed: it.reviewed.map(|day| day.to_string().into()),
    }
}
