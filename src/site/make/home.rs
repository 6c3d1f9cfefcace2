//! The home page.

use super::{
    facts::contact,
    institution,
    link::{counted, entry_link, href},
    row::mixed_rows,
    website,
};
use crate::{
    model::{EntryId, FieldId, OrganisationId},
    record::schema,
    site::{
        list::ListId,
        page::{Counted, CoverageNote, Home, Label, Link, OpenNotice},
        route::PageId,
        site::Site,
    },
    vocabulary::{Disclosure, EntryKind, Facet, Word},
};

/// How many of the newest entries the home page shows, and how many policies beside them.
const NEWEST: usize = 6;

pub(super) fn page<'m>(site: &Site<'m>, at: &str) -> Home<'m> {
    let kind = |id: &EntryId| site.model.entry(*id).kind;
    let newest = |wanted: fn(EntryKind) -> bool| -> Vec<EntryId> {
        site.lists.all().iter().rev().filter(|it| wanted(kind(it))).take(NEWEST).copied().collect()
    };
    let year = site.lists.years().next();
    Home {
        lead: None,
        search: site.has_search().then(|| href(site, at, PageId::Search)),
        errands: errands(site, at),
        disclosures: Disclosure::ALL.iter().map(|&it| counted(site, at, it.label(), ListId::Disclosure(it))).collect(),
        facets: Facet::ALL.iter().map(|&it| counted(site, at, it.label(), ListId::Facet(it))).collect(),
        open: open_notices(site, at),
        policies: mixed_rows(site, at, &newest(is_policy), false),
        documents: (!site.lists.get(ListId::Documents).is_empty())
            .then(|| href(site, at, PageId::List(ListId::Documents, None))),
        newest: mixed_rows(site, at, &newest(|it| !is_policy(it) && it != EntryKind::Post), false),
        all: year.map(|year| Link {
            title: format!("{year}年全部").into(),
            href: href(site, at, PageId::List(ListId::Year(year), None)),
        }),
        coverage: coverage(site, at),
        fields: fields(site, at),
        bodies: bodies(site, at),
        contact: contact(site, None, None),
        ways: ways(site, at),
    }
}

fn is_policy(kind: EntryKind) -> bool {
    matches!(kind, EntryKind::Document | EntryKind::Interpretation)
}

/// What most people come for, each with the page that serves it best; what the site has nothing for is left out.
fn errands<'m>(site: &Site<'m>, at: &str) -> Vec<Link<'m>> {
    let to = |title: &'static str, page: PageId| Link { title: title.into(), href: href(site, at, page) };
    let list = |list: ListId| (!site.lists.get(list).is_empty()).then_some(PageId::List(list, None));
    let request = site.fixed.iter().find(|it| it.0 == "依申请公开").map(|it| PageId::List(ListId::Item(it.1), None));
    [
        list(ListId::Documents).map(|it| to("找政策", it)),
        list(ListId::Disclosure(Disclosure::Service)).map(|it| to("办事情", it)),
        list(ListId::Facet(Facet::Participation)).map(|it| to("提意见", it)),
        request.map(|it| to("申请公开", it)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn coverage<'m>(site: &Site<'m>, at: &str) -> Option<CoverageNote<'m>> {
    let page = super::coverage::page(site, at);
    page.public.then(|| CoverageNote { href: href(site, at, PageId::Coverage), items: page.items, filled: page.filled })
}

/// The fields that have entries.
fn fields<'m>(site: &Site<'m>, at: &str) -> Vec<Counted<'m>> {
    let of = |id: FieldId| Counted {
        key: "".into(),
        title: (*site.model.field(id).title).into(),
        href: href(site, at, PageId::Field(id)),
        count: site.lists.field(id).len() as u64,
        about: None,
    };
    (0..site.model.fields.len()).map(FieldId::new).map(of).filter(|it| it.count > 0).collect()
}

/// The bodies that have entries, where there are several.
fn bodies<'m>(site: &Site<'m>, at: &str) -> Vec<Counted<'m>> {
    let all = (0..site.model.organisations.len()).map(OrganisationId::new);
    let of = |id| counted(site, at, &site.model.organisation(id).name, ListId::Organisation(id));
    let bodies: Vec<Counted<'m>> = all.map(of).filter(|it| it.count > 0).collect();
    if bodies.len() > 1 { bodies } else { Vec::new() }
}

/// Consultations and notices whose last day has not passed, the nearest first.
fn open_notices<'m>(site: &Site<'m>, at: &str) -> Vec<OpenNotice<'m>> {
    let today = site.model.today;
    let mut open: Vec<_> = site
        .entries()
        .filter_map(|id| {
            let entry = site.model.entry(id);
            // Of nearly all the kind says enough.
            let may_close = matches!(entry.kind, EntryKind::Consultation | EntryKind::Notice);
            let closes = may_close.then(|| entry.record.get(schema::Entry::CLOSES)).flatten();
            Some((closes.filter(|&day| day >= today)?, id))
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
    // Those that an item promises; all are on the map of the site.
    let is_promised = |id| model.items.iter().any(|it| it.register == Some(id) && it.is_open());
    for id in site.registers().filter(|&id| is_promised(id)) {
        let rows =
            site.keepers(id).filter_map(|(entry, _)| Some(model.entry(entry).table.as_ref()?.rows as usize)).sum();
        ways.push(way(&model.register(id).schema.title, PageId::Register(id), rows, "清单全文，可下载"));
    }
    if !model.accounts.is_empty() {
        ways.push(way("政务新媒体账号", PageId::Accounts, model.accounts.len(), "由谁开设、最近发布"));
    }
    if !model.websites.is_empty() {
        ways.push(way(website::TITLE, PageId::Websites, model.websites.len(), "开办、整合和关停的网站"));
    }
    let institutions = crate::site::institution::ids(model).count();
    if institutions > 0 {
        ways.push(way(institution::TITLE, PageId::Institutions, institutions, "各单位的目录、公开内容和考核评议"));
    }
    ways
}
