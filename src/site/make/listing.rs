//! List pages: a disclosure, a facet, an organisation, a year, a theme; items have a page of their own kind.

use super::{
    about::{list_about, list_title},
    facts::contact,
    item,
    link::{counted, href},
    row::{mixed_rows, pager},
};
use crate::{
    model::OrganisationId,
    record::{View, schema},
    site::{
        list::ListId,
        page::{Body, Counted, Fact, Group, Label, Listing, Str, Tab, Term},
        route::PageId,
        site::Site,
    },
    vocabulary::{Disclosure, Facet, Word},
};

/// Page `number` of `list`.
pub(super) fn page<'m>(site: &Site<'m>, list: ListId, number: Option<u32>, at: &str) -> Body<'m> {
    if let ListId::Item(id) = list {
        return Body::Item(Box::new(item::page(site, id, number, at)));
    }
    let entries = site.lists.page(list, number);
    let front = number.is_none();
    let organisation = match list {
        ListId::Organisation(id) if front => Some(id),
        _ => None,
    };
    Body::Listing(Box::new(Listing {
        title: list_title(site, list).into(),
        lead: front.then(|| list_about(site, list).into()),
        // The first entry of a year must not change every page of every other.
        tabs: if front { tabs(site, list, at) } else { Vec::new() },
        facts: organisation.map_or_else(Vec::new, |id| organisation_facts(site, id, at)),
        contact: organisation.and_then(|id| contact(site, Some(id), None)),
        groups: if front { groups(site, list, at) } else { Vec::new() },
        rows: mixed_rows(site, at, &entries, true),
        pager: Some(pager(site, at, list, number)),
    }))
}

/// The siblings of a list: the five, the three, the years, the themes.
fn tabs<'m>(site: &Site<'m>, list: ListId, at: &str) -> Vec<Tab<'m>> {
    let tab = |title: Str<'m>, other: ListId| Tab {
        title,
        href: href(site, at, PageId::List(other, None)),
        current: other == list,
    };
    match list {
        ListId::Disclosure(_) => {
            Disclosure::ALL.iter().map(|&it| tab(it.label().into(), ListId::Disclosure(it))).collect()
        }
        ListId::Facet(_) => Facet::ALL.iter().map(|&it| tab(it.label().into(), ListId::Facet(it))).collect(),
        ListId::Year(_) => site.lists.years().map(|year| tab(format!("{year}年").into(), ListId::Year(year))).collect(),
        ListId::Theme(_) => site.lists.themes().map(|(place, title)| tab(title.into(), ListId::Theme(place))).collect(),
        _ => Vec::new(),
    }
}

/// The items of a disclosure, facet or organisation, with their counts.
fn groups<'m>(site: &Site<'m>, list: ListId, at: &str) -> Vec<Group<'m>> {
    let belongs = |item: &crate::model::Item| match list {
        ListId::Disclosure(it) => item.disclosures.contains(it),
        ListId::Facet(it) => item.facets.contains(it),
        ListId::Organisation(id) => item.organisation == Some(id),
        _ => false,
    };
    let links: Vec<Counted<'m>> = site
        .model
        .items()
        .filter(|(_, item)| item.is_open() && belongs(item))
        .map(|(id, item)| {
            let mut counted = counted(site, at, &item.title, ListId::Item(id));
            if let ListId::Organisation(organisation) = list {
                // Others may publish under the same item.
                let own = site.lists.get(ListId::Item(id)).iter();
                let own = own.filter(|&&it| site.model.entry(it).organisation == Some(organisation));
                counted.count = own.count() as u64;
            }
            counted
        })
        .collect();
    if links.is_empty() { Vec::new() } else { vec![Group { title: "公开事项".into(), links }] }
}

fn organisation_facts<'m>(site: &Site<'m>, id: OrganisationId, at: &str) -> Vec<Fact<'m>> {
    let organisation = site.model.organisation(id);
    let record = &organisation.record;
    let mut facts = vec![Fact::plain("机构类型", Label::of(organisation.kind).label)];
    if let Some(code) = &organisation.code {
        facts.push(Fact::plain("统一社会信用代码", &**code));
    }
    if let Some(parent) = organisation.parent.or(organisation.supervisor) {
        let name = if organisation.parent.is_some() { "上级机关" } else { "主管部门" };
        let href = Some(href(site, at, PageId::List(ListId::Organisation(parent), None)));
        let text = (*site.model.organisation(parent).name).into();
        facts.push(Fact { name: name.into(), values: vec![Term { text, href }] });
    }
    if let Some(disclosure) = record.get(schema::Organisation::DISCLOSURE) {
        for (key, name) in
            [(schema::DisclosureOffice::LEADER, "分管领导"), (schema::DisclosureOffice::OFFICE, "信息公开工作机构")]
        {
            if let Some(text) = disclosure.get(key) {
                facts.push(Fact::plain(name, text));
            }
        }
    }
    let mut list = |name: &'static str, values: Vec<Term<'m>>| {
        if !values.is_empty() {
            facts.push(Fact { name: name.into(), values });
        }
    };
    list("内设机构", organisation.offices().map(office).collect());
    let post = |it: View<'m, schema::Leader>| {
        let (post, name) = (it.get(schema::Leader::POST).unwrap_or_default(), it.get(schema::Leader::NAME));
        let duties = it.get(schema::Leader::DUTIES).map(|it| format!("：{it}")).unwrap_or_default();
        Term::plain(match name {
            Some(name) => format!("{post} {name}{duties}"),
            None => format!("{post}{duties}"),
        })
    };
    list("领导分工", record.all(schema::Organisation::LEADERS).map(post).collect());
    let officer = |it: View<'m, schema::Officer>| {
        Term::plain(format!(
            "{}：{}",
            it.get(schema::Officer::ROLE).unwrap_or_default(),
            it.get(schema::Officer::POST).unwrap_or_default()
        ))
    };
    list("“五员”", record.all(schema::Organisation::OFFICERS).map(officer).collect());
    facts
}

/// An office with its duties and its telephone, as far as they are known.
fn office(it: View<'_, schema::Office>) -> Term<'_> {
    let name = it.get(schema::Office::NAME).unwrap_or_default();
    let phone = it.get(schema::Office::PHONE).map(|it| format!("（电话 {it}）")).unwrap_or_default();
    let duties = it.get(schema::Office::DUTIES).map(|it| format!("：{it}")).unwrap_or_default();
    Term::plain([name, &phone, &duties].concat())
}
