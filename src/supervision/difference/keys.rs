//! The keys of a table, and what two tables say otherwise.

use std::collections::BTreeMap;

use super::{
    difference::{Key, KeyChange},
    limit::longer,
    shown::{Shown, label, listed},
};
use crate::{
    record::Any,
    syntax::Declared,
    vocabulary::{Text, Words},
};

/// Keys by which a table is known or placed: what differs in them is told as a move.
const PLACE: [(&str, &str); 6] =
    [("item", "field"), ("item", "code"), ("field", "parent"), ("task", "plan"), ("task", "number"), ("", "id")];

/// Heads of columns, where the words of a key say more than one.
const HEADS: [(&str, &str, Words); 7] = [
    ("item", "disclosure", words! { zh: "五公开类别", en: "five disclosures" }),
    ("item", "facet", words! { zh: "公开要求", en: "facet" }),
    ("item", "occurs", words! { zh: "发生方式", en: "occurs" }),
    ("item", "field", words! { zh: "一级事项", en: "field" }),
    ("item", "way", words! { zh: "公开方式", en: "way" }),
    ("item", "title", words! { zh: "名称", en: "title" }),
    ("item", "since", words! { zh: "起始日期", en: "owed since" }),
];

/// What is written in `declared`, key by key in the order of its schema; keys of the author's own come last.
pub fn keys(declared: &Declared) -> Vec<(Key, Shown)> {
    let Declared { table, record } = declared;
    let mut keys = Vec::new();
    for spec in table.keys {
        let Some(value) = record.get(spec.key::<Any>()) else { continue };
        let value = listed(table.name, spec.name, Shown::of(value, &spec.shape));
        let head = HEADS.iter().find(|it| it.0 == table.name && it.1 == spec.name);
        let label = head.map_or_else(|| label(spec.words), |it| it.2).into();
        keys.push((Key { name: spec.name.to_owned(), label, is_public: spec.public }, value));
    }
    for field in record.fields() {
        let Some(name) = field.name.chosen() else { continue };
        let value = Shown::of(field.value, &crate::record::Shape::Any);
        keys.push((Key { name: name.to_owned(), label: Text::same(name), is_public: false }, value));
    }
    keys
}

/// What `new` says otherwise than `old`.
pub fn changed(old: &Declared, new: &Declared) -> Vec<KeyChange> {
    let (of_old, of_new) = (keys(old), keys(new));
    let table = old.table.name;
    let is_place = |key: &Key| PLACE.iter().any(|it| (it.0 == table || it.0.is_empty()) && it.1 == key.name);
    let only_old = of_old.iter().filter(|it| of_new.iter().all(|other| other.0.name != it.0.name));
    let all = of_new.iter().chain(only_old).map(|it| &it.0).filter(|it| !is_place(it));
    let value = |of: &[(Key, Shown)], key: &Key| {
        let value = of.iter().find(|it| it.0.name == key.name).map(|it| it.1.clone());
        value.filter(|it| !matches!(it, Shown::List(list) if list.is_empty()))
    };
    let mut changes = Vec::new();
    for key in all {
        let (was, is) = (value(&of_old, key), value(&of_new, key));
        if was.as_ref().map(Shown::canonical) == is.as_ref().map(Shown::canonical) {
            continue;
        }
        let is_limit = table == "item" && key.name == "time_limit";
        let limit = is_limit.then(|| longer(&old.record.clone().of(), &new.record.clone().of())).flatten();
        changes.push(KeyChange { key: key.clone(), old: was, new: is, limit });
    }
    changes
}

/// What a list has more and less than another, and what of it says something else now.
#[derive(Debug, Default)]
pub struct ListChange<'s> {
    pub added: Vec<&'s Shown>,
    pub removed: Vec<&'s Shown>,
    pub changed: Vec<(&'s Shown, &'s Shown)>,
}

impl<'s> ListChange<'s> {
    /// Of a key that is a list on either side; none for others.
    pub fn of(change: &'s KeyChange) -> Option<Self> {
        // One value on both sides is told as one.
        let is_list = |it: &Option<Shown>| matches!(it, Some(Shown::List(list)) if list.len() > 1);
        if !is_list(&change.old) && !is_list(&change.new) {
            return None;
        }
        let values = |it: &'s Option<Shown>| it.as_ref().map_or(&[][..], Shown::values);
        // Each side's values that the other does not have as often, in the order written.
        let more = |of: &'s [Shown], than: &'s [Shown]| {
            let mut left: BTreeMap<String, usize> = BTreeMap::new();
            for it in than {
                *left.entry(it.canonical()).or_default() += 1;
            }
            let mut more: Vec<&'s Shown> = Vec::new();
            for value in of {
                match left.get_mut(&value.canonical()) {
                    Some(count) if *count > 0 => *count -= 1,
                    _ => more.push(value),
                }
            }
            more
        };
        let (old, new) = (values(&change.old), values(&change.new));
        let (mut removed, mut added) = (more(old, new), more(new, old));
        let mut handles: BTreeMap<String, Vec<&'s Shown>> = BTreeMap::new();
        for it in removed.iter().rev() {
            handles.entry(it.handle().unwrap_or_default()).or_default().push(it);
        }
        let mut changed: Vec<(&'s Shown, &'s Shown)> = Vec::new();
        added.retain(|new| {
            let same = new.handle().and_then(|it| handles.get_mut(&it)?.pop());
            changed.extend(same.map(|old| (old, *new)));
            same.is_none()
        });
        removed.retain(|it| !changed.iter().any(|(old, _)| std::ptr::eq(*old, *it)));
        Some(Self { added, removed, changed })
    }
}
