//! What a finding is about, added to it: the item or the entry, and the place of the key that is wrong.

use crate::{
    diagnostic::{
        Finding, Ground, Rule, Subject,
        laws::{REGULATIONS_2008_31, REGULATIONS_2008_32, REGULATIONS_2019_49, REGULATIONS_2019_50},
    },
    model::{Entry, Item, ItemId, Model},
    record::{Key, Record, Text as WrittenText, schema},
    source::Span,
    vocabulary::{EntryKind, Occurs, Text, Words},
};

/// What a finding about the annual report on disclosure stands on: the regulations say when it is due and what is in it.
static ANNUAL_REPORTS: &[Ground] =
    &[REGULATIONS_2008_31, REGULATIONS_2008_32, REGULATIONS_2019_49, REGULATIONS_2019_50];

/// Lets `finding`, that something of `item` is missing or late, stand on the articles on annual reports where it is of them.
pub(super) fn annual_report(finding: &mut Finding, item: &Item) {
    if item.is_annual_report() {
        finding.under(ANNUAL_REPORTS);
    }
}

/// Whether there may be nothing of `item` in a period. What is standing is always there, and budgets and reports of a year always are.
pub(super) fn may_be_nil(item: &Item) -> bool {
    let owed = [EntryKind::Budget, EntryKind::Report].iter().any(|&it| item.kinds.contains(it));
    !item.always_is() && item.occurs != Occurs::Standing && !owed && !item.is_annual_report()
}

/// `text` as one word of a command line.
pub(super) fn shell_word(text: &str) -> String {
    let plain = text.chars().all(|it| it.is_alphanumeric() || "-_./（）〔〕《》、，：；“”".contains(it));
    if plain { text.to_owned() } else { format!("\"{}\"", text.replace(['"', '\\', '$', '`', '!'], "")) }
}

/// The command that explains a finding of `rule` about `subject`, as it is typed.
pub(super) fn explain(rule: &Rule, subject: &str) -> Text {
    explain_words(rule, &shell_word(subject))
}

/// The command that explains a finding of `rule` about one row of the register that `subject` keeps.
pub(super) fn explain_row(rule: &Rule, subject: &str, row: &str) -> Text {
    if row.is_empty() {
        return explain(rule, subject);
    }
    explain_words(rule, &format!("{} --row {}", shell_word(subject), shell_word(row)))
}

fn explain_words(rule: &Rule, subject: &str) -> Text {
    let name = rule.name;
    text! {
        zh: "gongkai allow {name} {subject} --reason 〔原因〕 --owner 〔负责科室〕",
        en: "gongkai allow {name} {subject} --reason 〔why〕 --owner 〔who〕",
    }
}

/// The line that names the item.
pub(super) const ITEM: Words = words! { zh: "事项", en: "item" };

/// Names the item in a note, with its time limit as printed, and makes it what the finding is about: an `[[allow]]` can name
/// it, and the report counts it there.
pub(super) fn name_item(finding: &mut Finding, model: &Model, id: ItemId) {
    let item = model.item(id);
    let title = model.item_title(id);
    let name = title.clone().into();
    let limit = item.time_limit.as_ref().map_or(&*item.limit_text, |limit| &limit.text);
    let line = if limit.is_empty() {
        Text::same(title)
    } else {
        text! { zh: "{title}（公开时限：{limit}）", en: "{title} (time limit: {limit})" }
    };
    finding.note(ITEM, line).about(Subject::Item(item.id.to_string())).item = Some(name);
}

/// The place of `key`; that of the title where the key is not there, for a finding must stand somewhere.
pub(super) fn key_or_title<T: Titled, V>(record: &Record<T>, key: Key<T, V>) -> Span {
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

/// Makes the entry what the finding is about. No note: the finding stands in its file.
pub(super) fn name_entry(finding: &mut Finding, entry: &Entry) {
    finding.about(Subject::Entry(entry.name.to_string()));
}
