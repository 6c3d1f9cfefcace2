//! The fixed parts of a disclosure platform (国办公开办函〔2019〕61号), and the items that are they.

use super::{Item, ItemId, Model};
use crate::{
    record::schema,
    vocabulary::{EntryKind, PageColumn, Word as _},
};

/// The parts that are items, and the words by which an item is known to be one.
const PARTS: [(PageColumn, &[&str]); 4] = [
    (PageColumn::Guide, &["公开指南"]),
    (PageColumn::Rules, &["信息公开制度", "公开制度"]),
    (PageColumn::Report, &["公开年度报告", "公开年报"]),
    (PageColumn::Request, &["依申请公开"]),
];

/// The items that are fixed parts of the platform, in order: by their titles, else by the column that a public page of theirs names.
pub fn platform_parts(model: &Model) -> Vec<(PageColumn, ItemId)> {
    let find = |&(part, words): &(PageColumn, &[&str])| {
        let named = |it: &(ItemId, &Item)| {
            it.1.is_open() && words.iter().any(|word| it.1.title.contains(word)) && !it.1.title.contains("企事业")
        };
        let titled = model.items().find(named).map(|it| it.0);
        Some((part, titled.or_else(|| page_of(model, part))?))
    };
    PARTS.iter().filter_map(find).collect()
}

/// The item of the first public page that names the column.
fn page_of(model: &Model, part: PageColumn) -> Option<ItemId> {
    let mut pages = model.published().filter(|(_, it)| it.kind == EntryKind::Page);
    let is_of =
        |it: &crate::model::Entry| it.record.get(schema::Entry::COLUMN).and_then(PageColumn::parse) == Some(part);
    let (_, page) = pages.find(|it| is_of(it.1))?;
    page.items.first().copied().filter(|&it| model.item(it).is_open())
}
