//! List pages: a disclosure, a facet, an organisation, a year, a theme; items have a page of their own kind.

use super::row::word;
use crate::{
    model::OrganisationId,
    record::{Key, Text, View},
    schema,
    site::{
        list::ListId,
        page::{Body, Contact, Counted, Fact, Group, Listing, Str, Tab, Term},
        route::PageId,
        site::Site,
    },
    vocabulary::{Disclosure, Facet, Word},
};

impl<'m> Site<'m> {
    /// Page `number` of `list`.
    pub(in crate::site) fn list(&self, list: ListId, number: Option<u32>, at: &str) -> Body<'m> {
        if let ListId::Item(id) = list {
            return Body::Item(Box::new(self.item(id, number, at)));
        }
        let rows = self.lists.page(list, number.map(|it| it as usize));
        let front = number.is_none();
        let organisation = match list {
            ListId::Organisation(id) if front => Some(id),
            _ => None,
        };
        Body::Listing(Box::new(Listing {
            title: self.list_title(list).into(),
            lead: front.then(|| self.list_about(list).into()),
            // The first entry of a year must not change every page of every other.
            tabs: if front { self.tabs(list, at) } else { Vec::new() },
            facts: organisation.map_or_else(Vec::new, |id| self.organisation_facts(id, at)),
            contact: organisation.and_then(|id| self.contact(Some(id), None)),
            groups: if front { self.groups(list, at) } else { Vec::new() },
            rows: self.rows(at, &rows, true),
            pager: Some(self.pager(at, list, number)),
        }))
    }

    /// The siblings of a list: the five, the three, the years, the themes.
    fn tabs(&self, list: ListId, at: &str) -> Vec<Tab<'m>> {
        let tab = |title: Str<'m>, other: ListId| Tab {
            title,
            href: self.to(at, PageId::List(other, None)),
            current: other == list,
        };
        match list {
            ListId::Disclosure(_) => {
                Disclosure::ALL.iter().map(|&it| tab(it.label().into(), ListId::Disclosure(it))).collect()
            }
            ListId::Facet(_) => Facet::ALL.iter().map(|&it| tab(it.label().into(), ListId::Facet(it))).collect(),
            ListId::Year(_) => self.years().map(|year| tab(format!("{year}年").into(), ListId::Year(year))).collect(),
            ListId::Theme(_) => self.themes().map(|(place, title)| tab(title.into(), ListId::Theme(place))).collect(),
            _ => Vec::new(),
        }
    }

    /// The years that have entries, newest first.
    pub(in crate::site) fn years(&self) -> impl Iterator<Item = i32> {
        let mut years: Vec<i32> = self
            .lists
            .ids()
            .filter_map(|id| match id {
                ListId::Year(year) => Some(year),
                _ => None,
            })
            .collect();
        years.reverse();
        years.into_iter()
    }

    /// The items of a disclosure, facet or organisation, with their counts.
    fn groups(&self, list: ListId, at: &str) -> Vec<Group<'m>> {
        let belongs = |item: &crate::model::Item| match list {
            ListId::Disclosure(it) => item.disclosures.contains(it),
            ListId::Facet(it) => item.facets.contains(it),
            ListId::Organisation(id) => item.organisation == Some(id),
            _ => false,
        };
        let links: Vec<Counted<'m>> = self
            .model
            .items()
            .filter(|(_, item)| item.is_open() && belongs(item))
            .map(|(id, item)| {
                let mut counted = self.counted(at, &item.title, ListId::Item(id));
                if let ListId::Organisation(organisation) = list {
                    // Others may publish under the same item.
                    let own = self.lists.get(ListId::Item(id)).iter();
                    let own = own.filter(|&&it| self.model.entry(it).organisation == Some(organisation));
                    counted.count = own.count() as u64;
                }
                counted
            })
            .collect();
        if links.is_empty() { Vec::new() } else { vec![Group { title: "公开事项".into(), links }] }
    }

    fn organisation_facts(&self, id: OrganisationId, at: &str) -> Vec<Fact<'m>> {
        let organisation = self.model.organisation(id);
        let record = &organisation.record;
        let mut facts = vec![Fact::plain("机构类型", word(organisation.kind).label)];
        if let Some(code) = &organisation.code {
            facts.push(Fact::plain("统一社会信用代码", &**code));
        }
        if let Some(parent) = organisation.parent.or(organisation.supervisor) {
            let name = if organisation.parent.is_some() { "上级机关" } else { "主管部门" };
            let href = Some(self.to(at, PageId::List(ListId::Organisation(parent), None)));
            let text = (*self.model.organisation(parent).name).into();
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
        list("内设机构", record.all(schema::Organisation::OFFICES).map(Term::plain).collect());
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

    /// Whom to ask: an organisation and an office.
    pub(in crate::site) fn contact(&self, id: Option<OrganisationId>, office: Option<&'m str>) -> Option<Contact<'m>> {
        let organisation = self.model.organisation(id.or(self.model.site.organisation)?);
        let record = &organisation.record;
        let text =
            |key: Key<schema::Organisation, Text>| record.get(key).filter(|it| !it.is_empty()).map(Str::Borrowed);
        let known = [
            schema::Organisation::PHONE,
            schema::Organisation::FAX,
            schema::Organisation::EMAIL,
            schema::Organisation::ADDRESS,
            schema::Organisation::HOURS,
        ]
        .into_iter()
        .any(|key| text(key).is_some());
        if !known && office.is_none() {
            return None;
        }
        let address = match (text(schema::Organisation::ADDRESS), text(schema::Organisation::POSTCODE)) {
            (Some(address), Some(code)) => Some(format!("{address}（邮编 {code}）").into()),
            (address, _) => address,
        };
        Some(Contact {
            organisation: (*organisation.name).into(),
            office: office.map(Into::into),
            phone: text(schema::Organisation::PHONE),
            fax: text(schema::Organisation::FAX),
            email: text(schema::Organisation::EMAIL),
            address,
            hours: text(schema::Organisation::HOURS),
        })
    }
}
