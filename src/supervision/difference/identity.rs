//! By what a table of a catalogue is known from one state to the next, what it is called, and whom it may be told.

use super::{
    group::PUBLIC,
    kind::Standing,
    shown::{Shown, label},
};
use crate::{
    record::{Any, KeySpec, Need, Record, Schema, Shape, Value},
    syntax::Declared,
    vocabulary::{Way, Word as _},
};

/// A table of one state.
#[derive(Debug)]
pub struct Known<'d> {
    pub declared: &'d Declared,
    /// Which group it is told in: the name of its kind.
    pub table: &'static str,
    /// Full id: of an item `field/item`.
    pub id: String,
    /// The id without what it belongs to.
    pub short: String,
    /// The field, the plan or the field above that it belongs to; empty for others.
    pub parent: String,
    pub title: String,
    pub standing: Standing,
}

/// The value of the key `name`, as text.
pub fn text(declared: &Declared, name: &str) -> Option<String> {
    shown(declared, name).map(|it| it.words(crate::vocabulary::Lang::Zh))
}

/// The value of the key `name`.
pub fn shown(declared: &Declared, name: &str) -> Option<Shown> {
    let key = declared.table.key(name)?;
    declared.record.get(key.key::<Any>()).map(|it| Shown::of(it, &key.shape))
}

impl<'d> Known<'d> {
    /// How `declared` is known.
    pub fn of(declared: &'d Declared) -> Self {
        let say = |name: &str| text(declared, name).unwrap_or_default();
        let (parent, short) = match declared.table.name {
            "item" => (say("field"), say("id")),
            "field" => (say("parent"), say("id")),
            "task" => (say("plan"), say("number")),
            _ => (String::new(), own_id(declared)),
        };
        let id = match declared.table.name {
            "item" | "task" => format!("{parent}/{short}"),
            _ => short.clone(),
        };
        let title = ["title", "name", "domain"].iter().find_map(|it| text(declared, it));
        let title = title.filter(|it| !it.is_empty()).unwrap_or_else(|| title_of(declared, &id));
        Self { declared, table: declared.table.name, id, short, parent, title, standing: standing(declared) }
    }
}

/// A table without a name is called by what it is.
fn title_of(declared: &Declared, id: &str) -> String {
    if id.is_empty() { label(declared.table.words).zh.to_owned() } else { id.to_owned() }
}

/// By what a table is known that has no parent: its id; where its kind has none, the first key that it must have, and those that
/// say what it is about.
fn own_id(declared: &Declared) -> String {
    let Declared { table, record } = declared;
    if table.key("id").is_some() {
        return text(declared, "id").unwrap_or_default();
    }
    if is_single(table) {
        return String::new();
    }
    let about =
        ["organisation", "period", "disclosure", "entry", "item", "account", "task", "project", "file", "quarter"];
    let first = table.keys.iter().find(|key| key.need == Need::Must).map(|it| it.name);
    let is_part = |key: &&KeySpec| {
        let is_list = matches!(key.shape, Shape::List(_) | Shape::Many(_) | Shape::Table(_) | Shape::Map(_));
        !is_list && (first == Some(key.name) || about.contains(&key.name))
    };
    let parts = table.keys.iter().filter(is_part).filter_map(|key| value(record, key));
    parts.collect::<Vec<_>>().join(" ")
}

fn value(record: &Record<Any>, key: &KeySpec) -> Option<String> {
    let value = record.get(key.key::<Any>())?;
    Some(Shown::of(value, &key.shape).words(crate::vocabulary::Lang::Zh))
}

/// Whether a catalogue has but one such table.
fn is_single(table: &Schema) -> bool {
    !crate::record::schema::is_list(table.name)
}

fn standing(declared: &Declared) -> Standing {
    let Declared { table, record } = declared;
    let flag = |name: &str| {
        table.key(name).and_then(|key| match record.get(key.key::<Any>()) {
            Some(Value::Flag(flag)) => Some(flag),
            _ => None,
        })
    };
    match table.name {
        "item" => match shown(declared, "way") {
            Some(Shown::Word(term)) if term.key == Way::Withheld.key() => Standing::Internal,
            Some(Shown::Word(term)) if term.key == Way::OnRequest.key() => Standing::OnRequest,
            // What was written and is not understood may be that it is withheld.
            Some(Shown::Unread) => Standing::Internal,
            _ => Standing::Public,
        },
        "register" if flag("public") == Some(false) => Standing::Internal,
        "base" => Standing::Internal,
        name if PUBLIC.iter().any(|it| it.0 == name) => Standing::Public,
        _ => Standing::Internal,
    }
}
