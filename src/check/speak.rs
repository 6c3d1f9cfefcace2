//! How findings of whole rules name what they are about.

use crate::{
    diagnostic::{Finding, Subject},
    model::{Entry, ItemId, Model},
    record::{Key, Record, Text as WrittenText},
    schema,
    source::Span,
    text::{Text, Words},
};

/// The line that names the item.
pub(super) const ITEM: Words = words! { zh: "事项", en: "item" };

/// Says which item a finding is about, with its time limit as printed, so that an `[[allow]]` can name it.
pub(super) fn of_item(finding: &mut Finding, model: &Model, id: ItemId) {
    let item = model.item(id);
    let title = model.item_title(id);
    let line = match &item.time_limit {
        Some(limit) => {
            let limit = &limit.text;
            text! { zh: "{title}（公开时限：{limit}）", en: "{title} (time limit: {limit})" }
        }
        None => Text::same(title),
    };
    finding.note(ITEM, line).about(Subject::Item(item.id.to_string()));
}

pub(super) fn at<T: Titled, V>(record: &Record<T>, key: Key<T, V>) -> Span {
    if record.has(key) { record.span_of(key) } else { record.span_of(T::TITLE) }
}

/// Tables that say what they are called.
pub(super) trait Titled: Sized {
    /// The key that says it.
    const TITLE: Key<Self, WrittenText>;
}

impl Titled for schema::Entry {
    const TITLE: Key<Self, WrittenText> = Self::TITLE;
}

impl Titled for schema::Item {
    const TITLE: Key<Self, WrittenText> = Self::TITLE;
}

impl Titled for schema::Organisation {
    const TITLE: Key<Self, WrittenText> = Self::NAME;
}

/// Says which entry a finding is about.
pub(super) fn of_entry(finding: &mut Finding, entry: &Entry) {
    finding.about(Subject::Entry(entry.name.to_string()));
}
