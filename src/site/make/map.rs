//! The site map: every column of the site. It is the menu of every page, unfolded.

use super::{
    about::list_title,
    catalogue,
    chrome::{OTHERS, nav},
    link::{href, item_link, link, root},
    search,
};
use crate::{
    model::{FieldId, OrganisationId, ProjectId},
    site::{
        Href,
        index::{OPEN_DATA, OPEN_DATA_TITLE, has_open_data},
        list::ListId,
        page::{Link, MapPart, SiteMap},
        route::{NavItem, PageId},
        site::Site,
    },
};

pub(super) fn page<'m>(site: &Site<'m>, at: &str) -> SiteMap<'m> {
    let model = site.model;
    let named = |id: ListId| Link { title: list_title(site, id).into(), href: href(site, at, PageId::List(id, None)) };
    let items = |field: FieldId| {
        let open = model.items().filter(move |(_, it)| it.field == Some(field) && it.is_open());
        open.map(|(id, _)| item_link(site, at, id)).collect()
    };
    let part = |title: &'static str, links: Vec<Link<'m>>| MapPart { title: title.into(), href: None, links };
    let menu = nav(site, NavItem::None, &root(site, at)).into_iter();
    let mut parts: Vec<MapPart<'m>> = menu
        // The fields follow with their items.
        .filter(|it| it.title.as_deref() != Some(OTHERS))
        .map(|it| MapPart {
            title: it.title.unwrap_or_default(),
            href: None,
            links: it.links.into_iter().map(|link| Link { title: link.title, href: link.href }).collect(),
        })
        .collect();
    // The last begins with the catalogue.
    let form = link(site, at, catalogue::FORM, PageId::NationalForm);
    if let Some(about) = parts.last_mut() {
        about.links.insert(1, form);
        if site.has_search() {
            about.links.push(link(site, at, search::TITLE, PageId::Search));
        }
        if has_open_data(site) {
            about.links.push(Link { title: OPEN_DATA_TITLE.into(), href: Href::between(at, OPEN_DATA) });
        }
    }
    parts.extend(model.fields.iter().enumerate().map(|(place, field)| MapPart {
        title: (*field.title).into(),
        href: Some(href(site, at, PageId::Field(FieldId::new(place)))),
        links: items(FieldId::new(place)),
    }));
    let projects = (0..model.projects.len()).map(ProjectId::new);
    let registers = site.registers.iter();
    parts.extend([
        part("重大项目", projects.map(|id| link(site, at, &model.project(id).title, PageId::Project(id))).collect()),
        part(
            "清单",
            registers.map(|&id| link(site, at, &model.register(id).schema.title, PageId::Register(id))).collect(),
        ),
        part(
            "机构",
            (0..model.organisations.len()).map(|it| named(ListId::Organisation(OrganisationId::new(it)))).collect(),
        ),
        part("年份", site.lists.years().map(|it| named(ListId::Year(it))).collect()),
        part("主题", site.lists.themes().map(|it| named(ListId::Theme(it.0))).collect()),
    ]);
    parts.retain(|it| it.href.is_some() || !it.links.is_empty());
    SiteMap { parts }
}
