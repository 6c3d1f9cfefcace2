//! `entries.csv`: a row an entry, for whoever counts and filters in a spreadsheet.

use crate::{
    model::EntryId,
    record::schema,
    site::{
        entry_facts::{organisation_name, validity},
        json::Str,
        site::Site,
    },
    vocabulary::Word,
};

/// The heads of its columns.
pub const ENTRY_HEADS: [&str; 13] = [
    "索引号",
    "标题",
    "类型",
    "公开事项",
    "事项标识",
    "五公开",
    "发布机构",
    "责任科室",
    "文号",
    "成文日期",
    "发布日期",
    "有效性",
    "网址",
];

/// The cells of an entry.
pub fn entry_row<'m>(site: &Site<'m>, id: EntryId) -> [Str<'m>; ENTRY_HEADS.len()] {
    let model = site.model;
    let entry = model.entry(id);
    let items =
        |text: fn(&'m crate::model::Item) -> &'m str| joined(entry.items.iter().map(|&it| text(model.item(it))));
    [
        (*entry.index_number).into(),
        entry.title().into(),
        entry.kind.label().into(),
        items(|it| &it.title),
        items(|it| &it.id),
        joined(entry.disclosures.iter().map(Word::label)),
        organisation_name(model, entry.organisation).into(),
        entry.office.as_deref().unwrap_or_default().into(),
        entry.record.get(schema::Entry::NUMBER).unwrap_or_default().into(),
        entry.made.map_or_else(Str::default, |day| day.to_string().into()),
        entry.published_day().map_or_else(Str::default, |day| day.to_string().into()),
        validity(entry, model.today).map_or_else(Str::default, |it| it.label().into()),
        site.url(&entry.address).into(),
    ]
}

/// Most have one, which is borrowed.
fn joined<'m>(mut parts: impl Iterator<Item = &'m str>) -> Str<'m> {
    let first = Str::from(parts.next().unwrap_or_default());
    parts.fold(first, |all, it| [&*all, "；", it].concat().into())
}
