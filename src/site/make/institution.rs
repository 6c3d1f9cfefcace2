//! The page of public enterprises and institutions.

use super::{
    link::{counted, entry_link, href},
    row::mixed_rows,
};
use crate::{
    model::{EntryId, OrganisationId},
    record::schema,
    site::{
        institution_facts::{self, said},
        list::ListId,
        page::{Appraisal, Counted, Fact, Institution, Institutions, Label, Link, Term},
        route::PageId,
        site::Site,
    },
};

/// What the page is called, wherever it is named.
pub(super) const TITLE: &str = "公共企事业单位";

/// How many of the newest entries of each it shows.
const NEWEST: usize = 5;

pub(super) fn page<'m>(site: &Site<'m>, at: &str) -> Institutions<'m> {
    let supervision = institution_facts::supervision(site).into_iter();
    let supervision = supervision.map(|id| counted(site, at, &site.model.item(id).title, ListId::Item(id)));
    Institutions {
        title: TITLE.into(),
        lead: "这里汇集教育、卫生健康、供水、供电、供气、供热、环境保护、公共交通等公共企事业单位在提供社会公共服务中公开的信息，以及对它们的考核评议。"
            .into(),
        // That there is nothing is told only where the standing is public.
        supervision: supervision.filter(|it| it.count > 0 || site.model.site.shows_standing()).collect(),
        institutions: institution_facts::institutions(site).into_iter().map(|it| institution(site, &it, at)).collect(),
    }
}

fn institution<'m>(site: &Site<'m>, of: &institution_facts::Institution, at: &str) -> Institution<'m> {
    let organisation = site.model.organisation(of.id);
    let list = ListId::Organisation(of.id);
    let entries = site.lists.get(list);
    let newest: Vec<EntryId> = entries.iter().rev().take(NEWEST).copied().collect();
    let item = |&(id, count): &_| Counted {
        count: count as u64,
        ..counted(site, at, &site.model.item(id).title, ListId::Item(id))
    };
    // Whose they are stands above.
    let rows = mixed_rows(site, at, &newest, false).into_iter().map(|mut row| {
        row.organisation = None;
        row
    });
    Institution {
        id: (*organisation.id).into(),
        sector: organisation.record.get(schema::Organisation::SECTOR).map(Label::of),
        name: (*organisation.name).into(),
        href: href(site, at, PageId::List(list, None)),
        facts: facts(site, of.id, at),
        items: of.items.iter().map(item).collect(),
        bare: of.items.is_empty() && site.model.site.shows_standing(),
        rows: rows.collect(),
        all: (entries.len() > NEWEST).then(|| Link {
            title: format!("全部 {} 条", entries.len()).into(),
            href: href(site, at, PageId::List(list, None)),
        }),
        appraisals: of.evaluations.iter().map(|&id| appraisal(site, id, at)).collect(),
    }
}

fn facts<'m>(site: &Site<'m>, id: OrganisationId, at: &str) -> Vec<Fact<'m>> {
    let organisation = site.model.organisation(id);
    let record = &organisation.record;
    let mut facts = Vec::new();
    if let Some(above) = organisation.supervisor {
        let href = href(site, at, PageId::List(ListId::Organisation(above), None));
        let above = Term { text: (*site.model.organisation(above).name).into(), href: Some(href) };
        facts.push(Fact { name: "主管部门".into(), values: vec![above] });
    }
    let mut phone = None;
    if let Some(disclosure) = record.get(schema::Organisation::DISCLOSURE) {
        let text = |key| disclosure.get(key).map(str::trim).filter(|it| !it.is_empty());
        facts.extend(text(schema::DisclosureOffice::OFFICE).map(|it| Fact::plain("信息公开工作机构", it)));
        facts.extend(text(schema::DisclosureOffice::LEADER).map(|it| Fact::plain("分管领导", it)));
        phone = text(schema::DisclosureOffice::PHONE);
    }
    let phone = phone.or(said(record, schema::Organisation::PHONE));
    let address = said(record, schema::Organisation::ADDRESS);
    let hours = said(record, schema::Organisation::HOURS);
    let rest = [("电话", phone), ("地址", address), ("服务时间", hours)];
    facts.extend(rest.into_iter().filter_map(|(name, value)| Some(Fact::plain(name, value?))));
    facts
}

fn appraisal<'m>(site: &Site<'m>, id: EntryId, at: &str) -> Appraisal<'m> {
    let entry = site.model.entry(id);
    let Link { title, href } = entry_link(site, at, id);
    Appraisal {
        title,
        href,
        period: entry.record.get(schema::Entry::PERIOD).map(|it| it.official().into()),
        score: entry.record.get(schema::Entry::SCORE).map(Into::into),
        on: entry.published_day().map_or_else(String::new, |day| day.to_string()).into(),
    }
}
