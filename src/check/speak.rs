//! How findings of whole rules name what they are about.

use crate::{
    diagnostic::{Finding, Subject},
    model::{Entry, ItemId, Model},
    record::Record,
    source::Span,
    text::{Text, Words},
};

/// The line that names the item.
pub(super) const ITEM: Words = words! { zh: "事项", en: "item" };

/// Says which item a finding is about, with its time limit as printed, so that an `[[allow]]` can name it.
pub(super) fn of_item(finding: &mut Finding, model: &Model, id: ItemId) {
    let item = model.item(id);
    let title = model.item_title(id);
    let limit = item.time_limit.as_ref().map_or(&*item.limit_text, |limit| &limit.text);
    let line = if limit.is_empty() {
        Text::same(title)
    } else {
        text! { zh: "{title}（公开时限：{limit}）", en: "{title} (time limit: {limit})" }
    };
    finding.note(ITEM, line).about(Subject::Item(item.id.to_string()));
}

/// Where the value of `key` stands; where it is not written, the title: whoever reads it must see what is meant.
pub(super) fn at(record: &Record, key: &str) -> Span {
    let named = [key, "title", "name"].into_iter().find(|key| record.has(key));
    named.map_or(record.span(), |key| record.at(key))
}

/// Says which entry a finding is about.
pub(super) fn of_entry(finding: &mut Finding, entry: &Entry) {
    finding.about(Subject::Entry(entry.name.to_string()));
}
