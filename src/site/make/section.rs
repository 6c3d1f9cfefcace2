//! What sections share: the labels of their columns, the ways to them.

use super::{
    about::{list_about, list_kind, list_title},
    archive, catalogue, change, exception, institution,
    link::below,
    linked_data, search, website,
};
use crate::{
    model::FieldId,
    site::{
        list::ListId,
        page::{Column, Link, Section},
        route::PageId,
        site::Site,
    },
};

/// The page by which the section of `page` is known: pages with the same one, equally deep, share their section.
pub fn section_of(site: &Site<'_>, page: PageId) -> PageId {
    let inside = |list| PageId::List(list, Some(1));
    match page {
        PageId::Entry(id) => site.model.entry(id).items.first().map_or(page, |&item| inside(ListId::Item(item))),
        PageId::List(list, Some(_)) | PageId::Archive(list, None) => inside(list),
        _ => page,
    }
}

/// The section that [`section_of`] names, for pages whose way up to the root is `root`.
pub fn section<'m>(site: &Site<'m>, page: PageId, root: &str) -> Section<'m> {
    let trail = trail(site, page);
    let crumb = |(title, page): &(String, PageId)| (title.clone(), site.address(*page).into_owned());
    // Home and the catalogue lead everywhere.
    let crumbs: Vec<_> =
        trail.iter().filter(|it| !matches!(it.1, PageId::Home | PageId::Catalogue)).map(crumb).collect();
    let link = |(title, page): (String, PageId)| Link { title: title.into(), href: below(site, root, page) };
    Section {
        column: column(site, page),
        crumbs: linked_data::crumbs(site, &crumbs).map(Into::into),
        trail: trail.into_iter().map(link).collect(),
    }
}

/// The column labels: all pages but home, 404 and tombstones.
fn column<'m>(site: &Site<'m>, page: PageId) -> Option<Column<'m>> {
    let made = |name: String, about: String, kind: &'static str| Column {
        keywords: format!("{name}，{}", owner_short(site)).into(),
        name: name.into(),
        description: about.into(),
        kind: kind.into(),
    };
    let own = |name: &str, about: &str| Some(made(name.to_owned(), about.to_owned(), "信息公开目录"));
    match page {
        PageId::Home
        | PageId::Entry(_)
        | PageId::NotFound
        | PageId::Tombstone(_)
        | PageId::Redirect(_)
        | PageId::Gone(_) => None,
        PageId::List(list, _) | PageId::Archive(list, _) => {
            Some(made(list_title(site, list), list_about(site, list), list_kind(site, list)))
        }
        PageId::Catalogue => {
            own("政府信息主动公开目录", "本机关主动公开的全部事项及其内容、依据、时限、主体、渠道、对象、方式和层级。")
        }
        PageId::NationalForm => own(catalogue::FORM, "全部公开事项，按国家统一的目录表逐栏列出。"),
        PageId::Field(id) => {
            let title = &site.model.field(id).title;
            Some(made(title.to_string(), format!("{title}类公开事项。"), "信息公开目录"))
        }
        PageId::Plan(id) => {
            let title = &site.model.plan(id).title;
            Some(made(title.to_string(), format!("{title}的任务分解和完成情况。"), "规划计划"))
        }
        PageId::Project(id) => {
            let title = &site.model.project(id).title;
            Some(made(title.to_string(), format!("{title}从批准到竣工的公开信息。"), "重大建设项目"))
        }
        PageId::Register(id) => {
            let title = &site.model.register(id).schema.title;
            Some(made(title.clone(), format!("{title}全文。"), "信息公开目录"))
        }
        PageId::Accounts => own("政务新媒体账号", "本机关开设的政务微博、微信等账号。"),
        PageId::Institutions => own(institution::TITLE, "公共企事业单位的公开事项、公开内容和考核评议。"),
        PageId::Coverage => own("公开覆盖情况", "公开事项与五公开的对应和公开数量。"),
        PageId::Changes => own(change::TITLE, "目录新增、取消、移动、修改的公开事项和撤下的信息。"),
        PageId::Exceptions => own(exception::TITLE, "不主动公开的事项、依据和最近一次复核的日期。"),
        PageId::Websites => own(website::TITLE, "本机关开办、整合和关停的网站。"),
        PageId::Search => own(search::TITLE, "在本站公开的标题、文号、正文、表格和附件里查找。"),
        PageId::Map => own("站点地图", "本站全部栏目。"),
    }
}

fn owner_short<'m>(site: &Site<'m>) -> &'m str {
    site.model.owner().map_or("", |it| &it.short)
}

/// The way from the home page to the pages of the section: titles, and pages.
fn trail(site: &Site<'_>, page: PageId) -> Vec<(String, PageId)> {
    let list = |list: ListId| (list_title(site, list), PageId::List(list, None));
    let field = |id: FieldId| (site.model.field(id).title.to_string(), PageId::Field(id));
    let mut trail = vec![("首页".to_owned(), PageId::Home)];
    match page {
        _ if page == PageId::Home || page.stands_for_another() => return Vec::new(),
        PageId::NationalForm | PageId::Changes => trail.push(("目录".to_owned(), PageId::Catalogue)),
        PageId::Field(id) => {
            trail.push(("目录".to_owned(), PageId::Catalogue));
            trail.extend(above(site, id).map(field));
        }
        PageId::Archive(of, year) => {
            trail = self::trail(site, PageId::List(of, Some(1)));
            trail.extend(year.map(|_| (archive::title(site, of, None), PageId::Archive(of, None))));
        }
        PageId::List(of, number) => {
            if let ListId::Item(id) = of {
                trail.push(("目录".to_owned(), PageId::Catalogue));
                trail.extend(
                    site.model.item(id).field.into_iter().flat_map(|it| above(site, it).chain([it])).map(field),
                );
            } else if of.is_of_documents() && of != ListId::Documents {
                trail.push(list(ListId::Documents));
            }
            trail.extend(number.map(|_| list(of)));
        }
        _ => {}
    }
    trail
}

/// The fields above `id`, from the top.
fn above(site: &Site<'_>, id: FieldId) -> impl Iterator<Item = FieldId> {
    let parent = |id: &FieldId| site.model.field(*id).parent;
    let above: Vec<FieldId> = std::iter::successors(parent(&id), parent).collect();
    above.into_iter().rev()
}
