//! What the page of a body says of it: what it is, where it is found, who answers for what.

use super::{
    facts::contact,
    link::{counted, href},
};
use crate::{
    model::{Item, OrganisationId},
    record::{View, schema},
    site::{
        list::ListId,
        page::{Contact, Counted, Fact, Label, Link, Office, Organisation, Term},
        route::PageId,
        site::Site,
    },
};

pub(super) fn organisation<'m>(site: &Site<'m>, id: OrganisationId, at: &str) -> Organisation<'m> {
    let organisation = site.model.organisation(id);
    let record = &organisation.record;
    let leader = |it: View<'m, schema::Leader>| {
        let post = it.get(schema::Leader::POST).unwrap_or_default();
        let name = it.get(schema::Leader::NAME).map(|name| format!(" {name}")).unwrap_or_default();
        Fact::plain(format!("{post}{name}"), it.get(schema::Leader::DUTIES).unwrap_or_default())
    };
    let officer = |it: View<'m, schema::Officer>| {
        Fact::plain(
            it.get(schema::Officer::ROLE).unwrap_or_default(),
            it.get(schema::Officer::POST).unwrap_or_default(),
        )
    };
    let bodies = (0..site.model.organisations.len()).map(OrganisationId::new);
    let below = bodies.filter(|&it| above(site, it).is_some_and(|it| it.1 == id));
    Organisation {
        facts: facts(site, id, at),
        // Its name stands above.
        contact: contact(site, Some(id), None).map(|it| Contact { organisation: "".into(), ..it }),
        leaders: record.all(schema::Organisation::LEADERS).map(leader).collect(),
        offices: organisation.offices().map(|it| office(site, id, it)).collect(),
        officers: record.all(schema::Organisation::OFFICERS).map(officer).collect(),
        below: below.map(|it| body(site, it, at)).collect(),
        items: items(site, id, at),
    }
}

/// What the page says of the body itself, as text: a line each.
pub fn organisation_lines(site: &Site<'_>, id: OrganisationId) -> String {
    let at = site.address(PageId::List(ListId::Organisation(id), None));
    let page = organisation(site, id, &at);
    let mut lines = Vec::new();
    let contact = page.contact.iter().flat_map(|it| [&it.address, &it.phone, &it.fax, &it.email, &it.hours]);
    lines.extend(contact.flatten().map(ToString::to_string));
    for it in page.facts.iter().chain(&page.leaders).chain(&page.officers) {
        lines.push(it.name.to_string());
        lines.extend(it.values.iter().map(|it| it.text.to_string()));
    }
    for it in &page.offices {
        lines.push(it.name.to_string());
        lines.extend([&it.phone, &it.duties].into_iter().flatten().map(ToString::to_string));
    }
    lines.join("\n")
}

/// The body above, and what it is to this one.
fn above(site: &Site<'_>, id: OrganisationId) -> Option<(&'static str, OrganisationId)> {
    let organisation = site.model.organisation(id);
    let parent = organisation.parent.map(|it| ("上级机关", it));
    parent.or(organisation.supervisor.map(|it| ("主管部门", it)))
}

fn body<'m>(site: &Site<'m>, id: OrganisationId, at: &str) -> Link<'m> {
    let href = href(site, at, PageId::List(ListId::Organisation(id), None));
    Link { title: (*site.model.organisation(id).name).into(), href }
}

fn facts<'m>(site: &Site<'m>, id: OrganisationId, at: &str) -> Vec<Fact<'m>> {
    let organisation = site.model.organisation(id);
    let mut facts = vec![Fact::plain("机构类型", Label::of(organisation.kind).label)];
    if let Some(code) = &organisation.code {
        facts.push(Fact::plain("统一社会信用代码", &**code));
    }
    if let Some((name, above)) = above(site, id) {
        let Link { title, href } = body(site, above, at);
        facts.push(Fact { name: name.into(), values: vec![Term { text: title, href: Some(href) }] });
    }
    if let Some(disclosure) = organisation.record.get(schema::Organisation::DISCLOSURE) {
        for (key, name) in
            [(schema::DisclosureOffice::LEADER, "分管领导"), (schema::DisclosureOffice::OFFICE, "信息公开工作机构")]
        {
            facts.extend(disclosure.get(key).map(|text| Fact::plain(name, text)));
        }
    }
    facts
}

fn office<'m>(site: &Site<'m>, body: OrganisationId, it: View<'m, schema::Office>) -> Office<'m> {
    let name = it.get(schema::Office::NAME).unwrap_or_default();
    let own = |item: &Item| belongs(site, item, body) && item.office.as_deref() == Some(name);
    Office {
        name: name.into(),
        phone: it.get(schema::Office::PHONE).map(Into::into),
        duties: it.get(schema::Office::DUTIES).map(Into::into),
        items: site.model.items().filter(|it| own(it.1)).count() as u64,
    }
}

/// Whether the item is shown, and the body's.
fn belongs(site: &Site<'_>, item: &Item, body: OrganisationId) -> bool {
    item.is_open() && item.organisation.or(site.model.site.organisation) == Some(body)
}

fn items<'m>(site: &Site<'m>, body: OrganisationId, at: &str) -> Vec<Counted<'m>> {
    let own = site.model.items().filter(|it| belongs(site, it.1, body));
    own.map(|(id, item)| {
        // Others may publish under the same item.
        let entries = site.lists.get(ListId::Item(id)).iter();
        let entries = entries.filter(|&&it| site.model.entry(it).organisation == Some(body));
        Counted { count: entries.count() as u64, ..counted(site, at, &item.title, ListId::Item(id)) }
    })
    // That there is nothing is told only where the standing is public.
    .filter(|it| it.count > 0 || site.model.site.shows_standing())
    .collect()
}
