//! The home page.

use super::{
    link::{counted, entry_link, href},
    row::rows,
};
use crate::{
    model::EntryId,
    record::schema,
    site::{
        list::ListId,
        page::{Counted, Home, HomeColumn, Label, Link, OpenNotice},
        route::PageId,
        site::Site,
    },
    vocabulary::{Disclosure, EntryKind, Facet, Word},
};

/// How many of the newest entries the home page shows, and how many a column of it.
const NEWEST: usize = 10;
const OF_COLUMN: usize = 5;

pub(super) fn page<'m>(site: &Site<'m>, at: &str) -> Home<'m> {
    let newest: Vec<EntryId> = site.lists.all().iter().rev().take(NEWEST).copied().collect();
    let year = site.lists.years().next();
    Home {
        lead: None,
        disclosures: Disclosure::ALL.iter().map(|&it| counted(site, at, it.label(), ListId::Disclosure(it))).collect(),
        facets: Facet::ALL.iter().map(|&it| counted(site, at, it.label(), ListId::Facet(it))).collect(),
        open: open_notices(site, at),
        newest: rows(site, at, &newest, false),
        all: year.map(|year| Link {
            title: format!("{year}年全部").into(),
            href: href(site, at, PageId::List(ListId::Year(year), None)),
        }),
        columns: columns(site, at),
        ways: ways(site, at),
    }
}

/// Consultations and notices whose last day has not passed, the nearest first.
fn open_notices<'m>(site: &Site<'m>, at: &str) -> Vec<OpenNotice<'m>> {
    let today = site.model.today;
    let mut open: Vec<_> = site
        .entries()
        .filter_map(|id| {
            let entry = site.model.entry(id);
            let closes = entry.record.get(schema::Entry::CLOSES).filter(|&day| day >= today)?;
            matches!(entry.kind, EntryKind::Consultation | EntryKind::Notice).then_some((closes, id))
        })
        .collect();
    open.sort();
    let make = |(closes, id): (crate::day::Day, EntryId)| {
        let entry = site.model.entry(id);
        let Link { title, href } = entry_link(site, at, id);
        let contact = entry.record.get(schema::Entry::CONTACT).map(Into::into);
        OpenNotice { kind: Label::of(entry.kind), title, href, closes: closes.to_string().into(), contact }
    };
    open.into_iter().map(make).collect()
}

/// The fields that have entries, each with its newest.
fn columns<'m>(site: &Site<'m>, at: &str) -> Vec<HomeColumn<'m>> {
    site.model
        .fields
        .iter()
        .enumerate()
        .map(|(place, field)| (crate::model::FieldId::new(place), field))
        .filter(|(id, _)| !site.lists.field(*id).is_empty())
        .map(|(id, field)| {
            let newest: Vec<EntryId> = site.lists.field(id).iter().rev().take(OF_COLUMN).copied().collect();
            HomeColumn {
                title: (*field.title).into(),
                href: href(site, at, PageId::Field(id)),
                rows: rows(site, at, &newest, false),
            }
        })
        .collect()
}

/// Other ways in.
fn ways<'m>(site: &Site<'m>, at: &str) -> Vec<Counted<'m>> {
    let way = |title: &'m str, page: PageId, count: usize, about: &'static str| Counted {
        key: "".into(),
        title: title.into(),
        href: href(site, at, page),
        count: count as u64,
        about: Some(about.into()),
    };
    let model = site.model;
    let mut ways = vec![way(
        "主动公开目录",
        PageId::Catalogue,
        model.items.iter().filter(|it| it.is_open()).count(),
        "全部公开事项及其依据、时限和责任科室",
    )];
    for (place, plan) in model.plans.iter().enumerate() {
        let id = crate::model::PlanId::new(place);
        let tasks = model.tasks.iter().filter(|it| it.plan == id).count();
        ways.push(way(&plan.title, PageId::Plan(id), tasks, "任务分解和完成情况"));
    }
    ways.push(way("公开覆盖情况", PageId::Coverage, site.lists.all().len(), "公开事项与五公开的对应"));
    for &id in &site.registers {
        let rows =
            site.keepers(id).filter_map(|(entry, _)| Some(model.entry(entry).table.as_ref()?.rows as usize)).sum();
        ways.push(way(&model.register(id).schema.title, PageId::Register(id), rows, "清单全文，可下载"));
    }
    if !model.accounts.is_empty() {
        ways.push(way("政务新媒体账号", PageId::Accounts, model.accounts.len(), "由谁开设、最近发布"));
    }
    ways
}
