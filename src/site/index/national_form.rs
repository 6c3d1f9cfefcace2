//! `catalogue.csv` and `catalogue.xlsx`: the national table, column for column as the page has it.

use crate::{
    day::Day,
    site::{
        json::Str,
        make,
        page::{CatalogueItem, Channel, Element, Label},
        route::PageId,
        site::Site,
    },
};

/// The national table as a file.
#[derive(Debug)]
pub struct NationalForm<'a> {
    pub title: Str<'a>,
    /// When the catalogue was last revised; where it does not say so, one day for all: equal catalogues are equal bytes.
    pub made: Day,
    pub columns: Vec<FormColumn<'a>>,
    /// A text for each column.
    pub rows: Vec<Vec<Str<'a>>>,
}

/// A column: 全社会, and above it 公开对象.
#[derive(Debug)]
pub struct FormColumn<'a> {
    /// What stands over it and its neighbours; one that stands alone has none.
    pub group: Option<&'static str>,
    pub head: Str<'a>,
    /// How wide it is in letters; a hanzi takes two.
    pub width: u8,
}

impl FormColumn<'_> {
    /// Its head where there is but one row for heads.
    pub fn name(&self) -> Str<'_> {
        self.group.map_or_else(|| (&*self.head).into(), |group| [group, "：", &*self.head].concat().into())
    }
}

/// What holds.
const HOLDS: &str = "√";

pub(super) fn national_form<'m>(site: &Site<'m>) -> NationalForm<'m> {
    let page = make::national_form(site, &site.address(PageId::NationalForm));
    let column = |group, head: &'static str, width| FormColumn { group, head: head.into(), width };
    let mut columns = vec![
        column(None, "序号", 6),
        column(Some("公开事项"), "一级事项", 14),
        column(Some("公开事项"), "二级事项", 20),
        column(None, "公开内容（要素）", 30),
        column(None, "公开依据", 40),
        column(None, "公开时限", 22),
        column(None, "公开主体", 18),
        column(None, "公开渠道和载体", 20),
        column(Some("公开对象"), "全社会", 8),
        column(Some("公开对象"), "特定群体", 12),
        column(Some("公开方式"), "主动", 8),
        column(Some("公开方式"), "依申请", 8),
    ];
    let level = |head| FormColumn { group: Some("公开层级"), head, width: 8 };
    columns.extend(page.levels.into_iter().map(level));
    // What catalogues add to the national columns.
    columns.push(column(None, "五公开", 14));
    columns.push(column(None, "责任科室", 14));
    let rows = page.fields.into_iter().flat_map(|field| {
        let title = field.title;
        field.items.into_iter().map(move |it| row(title.clone(), it))
    });
    let settings = &site.model.site;
    let made = settings.revised.or(Day::new(1980, 1, 1).ok()).unwrap_or(site.model.today);
    NationalForm { title: page.title, made, rows: rows.collect(), columns }
}

/// The cells of an item, as the page prints them.
fn row<'m>(field: Str<'m>, item: CatalogueItem<'m>) -> Vec<Str<'m>> {
    let mark = |holds: bool| Str::from(if holds { HOLDS } else { "" });
    let group = item.group.map_or_else(|| "".into(), |group| Str::from([HOLDS, "\n", &*group].concat()));
    let element = |it: &Element<'_>| [&*it.name, if it.optional { "（可选）" } else { "" }].concat();
    let channel = |it: &Channel<'_>| [if it.optional { "□" } else { "■" }, &*it.name].concat();
    let labels: Vec<Label<'_>> = item.disclosures.into_iter().chain(item.facets).collect();
    let mut cells = vec![
        item.code,
        field,
        item.title,
        joined(item.elements.iter().map(element), "、"),
        joined(item.basis, "\n"),
        item.time_limit,
        item.organisation,
        joined(item.channels.iter().map(channel), "\n"),
        mark(item.all),
        group,
        mark(item.way.key == "active"),
        mark(item.way.key == "on-request"),
    ];
    cells.extend(item.levels.into_iter().map(mark));
    cells.push(joined(labels.into_iter().map(|it| it.label), "、"));
    cells.push(item.office.unwrap_or_default());
    cells
}

fn joined<'m>(parts: impl IntoIterator<Item: AsRef<str>>, between: &str) -> Str<'m> {
    let mut all = String::new();
    for part in parts {
        if !all.is_empty() {
            all.push_str(between);
        }
        all.push_str(part.as_ref());
    }
    all.into()
}
