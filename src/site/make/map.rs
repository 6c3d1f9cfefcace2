//! The site map: every column of the site.

use super::{
    about::list_title,
    catalogue, exception,
    link::{href, item_link, link},
};
use crate::{
    site::{
        exception::has_exceptions,
        list::ListId,
        page::{Link, MapPart, SiteMap},
        route::PageId,
        site::Site,
    },
    vocabulary::{Disclosure, Facet, Word},
};

pub(super) fn page<'m>(site: &Site<'m>, at: &str) -> SiteMap<'m> {
    let list =
        |title: &'m str, list: ListId| Link { title: title.into(), href: href(site, at, PageId::List(list, None)) };
    let named = |id: ListId| Link { title: list_title(site, id).into(), href: href(site, at, PageId::List(id, None)) };
    let part = |title: &'static str, page: Option<PageId>, links: Vec<Link<'m>>| MapPart {
        title: title.into(),
        href: page.map(|it| href(site, at, it)),
        links,
    };
    let model = site.model;
    let mut parts = vec![
        part("五公开", None, Disclosure::ALL.iter().map(|&it| list(it.label(), ListId::Disclosure(it))).collect()),
        part("解读、回应与参与", None, Facet::ALL.iter().map(|&it| list(it.label(), ListId::Facet(it))).collect()),
    ];
    let items = |field: crate::model::FieldId| {
        model
            .items()
            .filter(move |(_, it)| it.field == Some(field) && it.is_open())
            .map(|(id, _)| item_link(site, at, id))
    };
    let form = link(site, at, catalogue::FORM, PageId::NationalForm);
    parts.push(part("主动公开目录", Some(PageId::Catalogue), vec![form]));
    for (place, field) in model.fields.iter().enumerate() {
        let id = crate::model::FieldId::new(place);
        parts.push(MapPart {
            title: (*field.title).into(),
            href: Some(href(site, at, PageId::Field(id))),
            links: items(id).collect(),
        });
    }
    let plans = (0..model.plans.len()).map(crate::model::PlanId::new);
    parts.push(part(
        "工作任务",
        None,
        plans.map(|id| link(site, at, &model.plan(id).title, PageId::Plan(id))).collect(),
    ));
    let projects = (0..model.projects.len()).map(crate::model::ProjectId::new);
    parts.push(part(
        "重大项目",
        None,
        projects.map(|id| link(site, at, &model.project(id).title, PageId::Project(id))).collect(),
    ));
    parts.push(part(
        "清单",
        None,
        site.registers
            .iter()
            .map(|&id| link(site, at, &model.register(id).schema.title, PageId::Register(id)))
            .collect(),
    ));
    parts.push(part(
        "机构",
        None,
        (0..model.organisations.len())
            .map(|it| named(ListId::Organisation(crate::model::OrganisationId::new(it))))
            .collect(),
    ));
    parts.push(part("年份", None, site.lists.years().map(|it| named(ListId::Year(it))).collect()));
    parts.push(part("主题", None, site.lists.themes().map(|it| named(ListId::Theme(it.0))).collect()));
    if has_exceptions(model) {
        parts.push(part(exception::TITLE, Some(PageId::Exceptions), Vec::new()));
    }
    parts.push(part("公开情况", Some(PageId::Coverage), Vec::new()));
    if !model.accounts.is_empty() {
        parts.push(part("政务新媒体账号", Some(PageId::Accounts), Vec::new()));
    }
    parts.retain(|it| it.href.is_some() || !it.links.is_empty());
    SiteMap { parts }
}
