//! The home page, and the site map.

use super::row::word;
use crate::{
    model::EntryId,
    schema,
    site::{
        list::ListId,
        page::{Counted, Home, HomeColumn, Link, MapPart, OpenNotice, SiteMap},
        route::PageId,
        site::Site,
    },
    vocabulary::{Disclosure, EntryKind, Facet, Word},
};

/// How many of the newest entries the home page shows, and how many a column of it.
const NEWEST: usize = 10;
const OF_COLUMN: usize = 5;

impl<'m> Site<'m> {
    pub(in crate::site) fn home(&self, at: &str) -> Home<'m> {
        let newest: Vec<EntryId> = self.lists.all().iter().rev().take(NEWEST).copied().collect();
        let year = self.years().next();
        Home {
            lead: None,
            disclosures: Disclosure::ALL
                .iter()
                .map(|&it| self.counted(at, it.label(), ListId::Disclosure(it)))
                .collect(),
            facets: Facet::ALL.iter().map(|&it| self.counted(at, it.label(), ListId::Facet(it))).collect(),
            open: self.open_notices(at),
            newest: self.rows(at, &newest, false),
            all: year.map(|year| Link {
                title: format!("{year}年全部").into(),
                href: self.to(at, PageId::List(ListId::Year(year), None)),
            }),
            columns: self.columns(at),
            ways: self.ways(at),
        }
    }

    /// Consultations and notices whose last day has not passed, the nearest first.
    fn open_notices(&self, at: &str) -> Vec<OpenNotice<'m>> {
        let today = self.model.today;
        let mut open: Vec<_> = self
            .entries()
            .filter_map(|id| {
                let entry = self.model.entry(id);
                let closes = entry.record.get(schema::Entry::CLOSES).filter(|&day| day >= today)?;
                matches!(entry.kind, EntryKind::Consultation | EntryKind::Notice).then_some((closes, id))
            })
            .collect();
        open.sort();
        let make = |(closes, id): (crate::day::Day, EntryId)| {
            let entry = self.model.entry(id);
            let Link { title, href } = self.entry_link(at, id);
            let contact = entry.record.get(schema::Entry::CONTACT).map(Into::into);
            OpenNotice { kind: word(entry.kind), title, href, closes: closes.to_string().into(), contact }
        };
        open.into_iter().map(make).collect()
    }

    /// The fields that have entries, each with its newest.
    fn columns(&self, at: &str) -> Vec<HomeColumn<'m>> {
        self.model
            .fields
            .iter()
            .enumerate()
            .map(|(place, field)| (crate::model::FieldId::new(place), field))
            .filter(|(id, _)| !self.lists.field(*id).is_empty())
            .map(|(id, field)| {
                let newest: Vec<EntryId> = self.lists.field(id).iter().rev().take(OF_COLUMN).copied().collect();
                HomeColumn {
                    title: (*field.title).into(),
                    href: self.to(at, PageId::Field(id)),
                    rows: self.rows(at, &newest, false),
                }
            })
            .collect()
    }

    /// Other ways in.
    fn ways(&self, at: &str) -> Vec<Counted<'m>> {
        let way = |title: &'m str, page: PageId, count: usize, about: &'static str| Counted {
            key: "".into(),
            title: title.into(),
            href: self.to(at, page),
            count: count as u64,
            about: Some(about.into()),
        };
        let model = self.model;
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
        ways.push(way("公开覆盖情况", PageId::Coverage, self.lists.all().len(), "公开事项与五公开的对应"));
        for &id in &self.registers {
            let rows =
                self.keepers(id).filter_map(|(entry, _)| Some(model.entry(entry).table.as_ref()?.rows as usize)).sum();
            ways.push(way(&model.register(id).schema.title, PageId::Register(id), rows, "清单全文，可下载"));
        }
        if !model.accounts.is_empty() {
            ways.push(way("政务新媒体账号", PageId::Accounts, model.accounts.len(), "由谁开设、最近发布"));
        }
        ways
    }

    pub(in crate::site) fn map(&self, at: &str) -> SiteMap<'m> {
        let list =
            |title: &'m str, list: ListId| Link { title: title.into(), href: self.to(at, PageId::List(list, None)) };
        let named = |id: ListId| Link { title: self.list_title(id).into(), href: self.to(at, PageId::List(id, None)) };
        let part = |title: &'static str, href: Option<PageId>, links: Vec<Link<'m>>| MapPart {
            title: title.into(),
            href: href.map(|page| self.to(at, page)),
            links,
        };
        let model = self.model;
        let mut parts = vec![
            part("五公开", None, Disclosure::ALL.iter().map(|&it| list(it.label(), ListId::Disclosure(it))).collect()),
            part("解读、回应与参与", None, Facet::ALL.iter().map(|&it| list(it.label(), ListId::Facet(it))).collect()),
        ];
        let items = |field: crate::model::FieldId| {
            model
                .items()
                .filter(move |(_, it)| it.field == Some(field) && it.is_open())
                .map(|(id, _)| self.item_link(at, id))
        };
        parts.push(part("主动公开目录", Some(PageId::Catalogue), Vec::new()));
        for (place, field) in model.fields.iter().enumerate() {
            let id = crate::model::FieldId::new(place);
            parts.push(MapPart {
                title: (*field.title).into(),
                href: Some(self.to(at, PageId::Field(id))),
                links: items(id).collect(),
            });
        }
        let plans = (0..model.plans.len()).map(crate::model::PlanId::new);
        parts.push(part(
            "工作任务",
            None,
            plans.map(|id| self.link(at, &model.plan(id).title, PageId::Plan(id))).collect(),
        ));
        let projects = (0..model.projects.len()).map(crate::model::ProjectId::new);
        parts.push(part(
            "重大项目",
            None,
            projects.map(|id| self.link(at, &model.project(id).title, PageId::Project(id))).collect(),
        ));
        parts.push(part(
            "清单",
            None,
            self.registers
                .iter()
                .map(|&id| self.link(at, &model.register(id).schema.title, PageId::Register(id)))
                .collect(),
        ));
        parts.push(part(
            "机构",
            None,
            (0..model.organisations.len())
                .map(|it| named(ListId::Organisation(crate::model::OrganisationId::new(it))))
                .collect(),
        ));
        parts.push(part("年份", None, self.years().map(|it| named(ListId::Year(it))).collect()));
        parts.push(part("主题", None, self.themes().map(|it| named(ListId::Theme(it.0))).collect()));
        parts.push(part("公开情况", Some(PageId::Coverage), Vec::new()));
        if !model.accounts.is_empty() {
            parts.push(part("政务新媒体账号", Some(PageId::Accounts), Vec::new()));
        }
        parts.retain(|it| it.href.is_some() || !it.links.is_empty());
        SiteMap { parts }
    }
}
