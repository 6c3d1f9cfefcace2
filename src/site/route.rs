//! Pages and their addresses: frozen by the first release.

use std::borrow::Cow;

use super::list::ListId;
use crate::{
    model::{EntryId, FieldId, Model, PlanId, ProjectId, RegisterId},
    vocabulary::Word,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageId {
    /// `/index.html`
    Home,
    /// `/catalogue/`
    Catalogue,
    /// `/catalogue/full/`
    NationalForm,
    /// `/catalogue/{field}/`
    Field(FieldId),
    /// A list; a numbered page of it, or its front page.
    List(ListId, Option<u32>),
    /// `/disclosure/decision/archive/`: the numbered pages of a list by year; of a long list those of one year, below it.
    Archive(ListId, Option<i32>),
    Entry(EntryId),
    /// `/plan/{id}/`
    Plan(PlanId),
    /// `/project/{id}/`
    Project(ProjectId),
    /// `/register/{id}/`
    Register(RegisterId),
    /// `/account/`
    Accounts,
    /// `/institution/`
    Institutions,
    /// `/coverage/`
    Coverage,
    /// `/exception/`
    Exceptions,
    /// `/changes/`
    Changes,
    /// `/website/`
    Websites,
    /// `/search/`
    Search,
    /// `/map/`
    Map,
    /// `/404.html`
    NotFound,
    /// The tombstone of a line of the lock, by its place in `Model::lost`.
    Tombstone(usize),
    /// The way on from an old address, by its place in `Model::redirects`.
    Redirect(usize),
    /// The tombstone at an address that the lock never gave, by its place in `Model::gone`.
    Gone(usize),
}

impl PageId {
    /// Whether the page stands where another was, or never was: search engines and site maps leave it out, it is of no column.
    pub fn stands_for_another(self) -> bool {
        matches!(self, Self::NotFound | Self::Tombstone(_) | Self::Redirect(_) | Self::Gone(_))
    }
}

/// What of the navigation a page marks as current.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NavItem {
    None,
    /// The home page, which has a box to search of its own.
    Home,
    /// 站内检索.
    Search,
    /// The page of an item that is a fixed part.
    Item(crate::model::ItemId),
    /// 法定主动公开内容, and the field in it.
    Field(FieldId),
    Disclosure(crate::vocabulary::Disclosure),
    Facet(crate::vocabulary::Facet),
    /// 政策文件.
    Documents,
    /// 目录.
    Catalogue,
    /// 任务.
    Plan(PlanId),
    /// 公开情况.
    Coverage,
    /// 依申请公开和不予公开事项.
    Exceptions,
    /// 目录变更记录.
    Changes,
    /// 新媒体.
    Accounts,
    /// 政府网站.
    Websites,
    /// 公共企事业单位.
    Institutions,
}

/// Where `page` lies, from the site's root. Folders are named with their `index.html`, so that the site also works from a
/// plain folder.
pub fn address(model: &Model, page: PageId) -> Cow<'_, str> {
    let index = |part: &str, id: &str| Cow::Owned(["/", part, "/", id, "/index.html"].concat());
    match page {
        PageId::Home => "/index.html".into(),
        PageId::Catalogue => "/catalogue/index.html".into(),
        PageId::NationalForm => "/catalogue/full/index.html".into(),
        PageId::Field(id) => index("catalogue", &model.field(id).id),
        PageId::List(list, number) => {
            let number = number.map_or_else(String::new, |number| format!("page/{number}/"));
            [&folder(model, list), &*number, "index.html"].concat().into()
        }
        PageId::Archive(list, year) => {
            let year = year.map_or_else(String::new, |year| format!("{year}/"));
            [&folder(model, list), "archive/", &*year, "index.html"].concat().into()
        }
        PageId::Entry(id) => (&*model.entry(id).address).into(),
        PageId::Plan(id) => index("plan", &model.plan(id).id),
        PageId::Project(id) => index("project", &model.project(id).id),
        PageId::Register(id) => index("register", &model.register(id).id),
        PageId::Accounts => "/account/index.html".into(),
        PageId::Institutions => "/institution/index.html".into(),
        PageId::Coverage => "/coverage/index.html".into(),
        PageId::Exceptions => "/exception/index.html".into(),
        PageId::Changes => "/changes/index.html".into(),
        PageId::Websites => "/website/index.html".into(),
        PageId::Search => "/search/index.html".into(),
        PageId::Map => "/map/index.html".into(),
        PageId::NotFound => "/404.html".into(),
        PageId::Tombstone(at) => (&*model.lost[at].address).into(),
        PageId::Redirect(at) => model.redirects[at].place.page().unwrap_or_default().into(),
        PageId::Gone(at) => model.gone[at].place.page().unwrap_or_default().into(),
    }
}

/// The address of the feed of a list.
pub fn feed(model: &Model, list: ListId) -> String {
    folder(model, list) + "feed.xml"
}

/// The address of the same as JSON.
pub fn feed_json(model: &Model, list: ListId) -> String {
    folder(model, list) + "feed.json"
}

/// Where the catalogue lies as a file: `/api/v1/catalogue.csv`.
pub fn catalogue_file(ending: &str) -> String {
    format!("/api/v1/catalogue.{ending}")
}

/// Where the rows of a register lie as a file: `/api/v1/registers/power-list.csv`.
pub fn register_file(model: &Model, id: RegisterId, ending: &str) -> String {
    format!("/api/v1/registers/{}.{ending}", model.register(id).id)
}

/// The folder in which the pages of a list lie: `/disclosure/decision/`.
fn folder(model: &Model, list: ListId) -> String {
    let (part, id): (&str, Cow<'_, str>) = match list {
        ListId::Item(id) => ("catalogue", (&*model.item(id).id).into()),
        ListId::Disclosure(it) => ("disclosure", it.key().into()),
        ListId::Facet(it) => ("facet", it.key().into()),
        ListId::Organisation(id) => ("organisation", (&*model.organisation(id).id).into()),
        ListId::Year(year) => ("year", year.to_string().into()),
        ListId::Theme(place) => ("theme", place.to_string().into()),
        ListId::Documents => return "/document/".to_owned(),
        ListId::Class(class) => ("document", class.key().into()),
        ListId::Ended => ("document", "ended".into()),
    };
    ["/", part, "/", &id, "/"].concat()
}

/// The address as search engines and feeds know it: without `index.html`, on the site's own host.
pub fn canonical(url: &str, address: &str) -> String {
    [url, bare(address)].concat()
}

/// `address` as search engines know it, from the site's root: without `index.html`.
pub fn bare(address: &str) -> &str {
    let path = address.trim_start_matches('/');
    path.strip_suffix("index.html").unwrap_or(path)
}
