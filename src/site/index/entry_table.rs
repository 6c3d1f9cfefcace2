//! `entries.csv`: a row an entry, for whoever counts and filters in a spreadsheet.

use crate::{
    model::{EntryId, OrganisationId},
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

/// Adds to `bytes` what the cells of an entry are made of, besides the catalogue and the day: where it is the same, so is the row. Most
/// changes of an entry are of its text, and none of its row.
pub fn entry_row_state(site: &Site<'_>, id: EntryId, bytes: &mut Vec<u8>) {
    let model = site.model;
    let entry = model.entry(id);
    let number = entry.record.get(schema::Entry::NUMBER).unwrap_or_default();
    for text in
        [&entry.index_number, entry.title(), entry.office.as_deref().unwrap_or_default(), number, &entry.address]
    {
        bytes.extend(text.bytes());
        bytes.push(0);
    }
    for places in [entry.items.len()].into_iter().chain(entry.items.iter().map(|it| it.at())) {
        bytes.extend(places.to_le_bytes());
    }
    bytes.extend(entry.organisation.map_or(usize::MAX, OrganisationId::at).to_le_bytes());
    bytes.extend(entry.disclosures.iter().map(|it| it as u8));
    bytes.extend([u8::MAX, entry.kind as u8]);
    for day in [entry.made, entry.published_day()] {
        bytes.extend(day.map_or(i32::MIN, crate::day::Day::number).to_le_bytes());
    }
    bytes.push(validity(entry, model.today).map_or(u8::MAX, |it| it as u8));
}

/// Most have one, which is borrowed.
fn joined<'m>(mut parts: impl Iterator<Item = &'m str>) -> Str<'m> {
    let first = Str::from(parts.next().unwrap_or_default());
    parts.fold(first, |all, it| [&*all, "；", it].concat().into())
}
