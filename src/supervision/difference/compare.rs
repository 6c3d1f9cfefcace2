//! Finds what became of each table of a catalogue: who is who on both sides, then what each says otherwise.
//!
//! Ids are permanent, so a table is first known by its id. What is left over of items is known by its own id and its title in another
//! field, of tasks by their title in the same plan under another number. Whatever else looks like something that is gone – an equal title –
//! is offered, never taken for it.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization as _;

use super::{
    difference::{Change, Difference, Move, State, Version},
    group::PUBLIC,
    identity::{Known, shown, text},
    keys::{changed, keys},
    kind::{ChangeKind, Standing},
    order::moved,
    rows::{RowsPair, rows_change},
    shown::Shown,
};
use crate::{
    day::Day,
    record::{Refer, schema::TABLES},
    resolve::register_schema,
    source::Sources,
    syntax::Declared,
    table::{self, Schema},
    vocabulary::{EntryKind, Text, Word as _},
};

/// One of the two states that are compared.
#[derive(Debug)]
pub struct Side<'d> {
    /// What it is called.
    pub name: Text,
    /// The files of its project.
    pub sources: &'d Sources,
    /// What they declare.
    pub tables: &'d [Declared],
    /// What of it could not be read.
    pub unread: &'d [(String, Text)],
}

/// What `old` and `new` differ in; `rows` are the tables of rows that differ, where they are compared. Told on the day that is asked for,
/// else on that of the new site, else today.
pub fn compare(
    old: &Side<'_>,
    new: &Side<'_>,
    rows: Option<&[RowsPair]>,
    (asked, today): (Option<Day>, Day),
) -> Difference {
    let (was, is) = (known(old), known(new));
    let (of_old, of_new) = (titles(&was), titles(&is));
    let order = |table: &str| {
        let place = PUBLIC.iter().position(|it| it.0 == table);
        (place.unwrap_or(usize::MAX), TABLES.iter().position(|it| it.name == table))
    };
    let mut changes = Vec::new();
    for schema in TABLES {
        let of = |all: &[usize], known: &[Known<'_>]| -> Vec<usize> {
            all.iter().copied().filter(|&at| known[at].table == schema.name).collect()
        };
        let (left, right): (Vec<usize>, Vec<usize>) = ((0..was.len()).collect(), (0..is.len()).collect());
        let pairs = Pairs::of(&was, &is, of(&left, &was), of(&right, &is));
        pairs.changes((old, &was, &of_old), (new, &is, &of_new), &mut changes);
    }
    let mut registers: Vec<Schema> = Vec::new();
    for declared in new.tables.iter().chain(old.tables).filter(|it| it.table.name == "register") {
        let schema = register_schema(&declared.record.clone().of());
        if registers.iter().all(|it| it.id != schema.id) {
            registers.push(schema);
        }
    }
    for schema in table::builtin() {
        if registers.iter().all(|it| it.id != schema.id) {
            registers.push(schema);
        }
    }
    changes.extend(rows.unwrap_or_default().iter().filter_map(|it| rows_change(it, &registers)));
    changes.sort_by_key(|it| order(it.table));
    let said = new.tables.iter().find(|it| it.table.name == "site").and_then(|it| text(it, "as_of"));
    Difference {
        as_of: asked.or_else(|| said?.parse().ok()).unwrap_or(today),
        old: state(old, &was),
        new: state(new, &is),
        with_rows: rows.is_some(),
        changes,
        owner: owner(&is),
        notices: notices(&is),
    }
}

fn known<'d>(side: &Side<'d>) -> Vec<Known<'d>> {
    side.tables.iter().map(Known::of).collect()
}

/// What things are called, by kind of table and id; the first of those that share an id.
type Titles = BTreeMap<(&'static str, String), String>;

fn titles(known: &[Known<'_>]) -> Titles {
    let mut titles = Titles::new();
    for it in known {
        titles.entry((it.table, it.id.clone())).or_insert_with(|| it.title.clone());
    }
    titles
}

fn state(side: &Side<'_>, known: &[Known<'_>]) -> State {
    let count = |table: &str, standing: Standing| {
        known.iter().filter(|it| it.table == table && it.standing == standing).count()
    };
    State {
        name: side.name.clone(),
        unread: side.unread.to_vec(),
        fields: count("field", Standing::Public),
        active: count("item", Standing::Public),
        on_request: count("item", Standing::OnRequest),
    }
}

/// The name of the organisation whose catalogue it is; the site's title where that is not known.
fn owner(known: &[Known<'_>]) -> String {
    let Some(site) = known.iter().find(|it| it.table == "site") else { return String::new() };
    let id = text(site.declared, "organisation").unwrap_or_default();
    let body = known.iter().find(|it| it.table == "organisation" && it.id == id);
    body.map_or_else(|| site.title.clone(), |it| it.title.clone())
}

/// The item that takes notices of changes of the catalogue: it takes notices, and is about the catalogue, else about notices.
fn notices(known: &[Known<'_>]) -> Option<(String, String)> {
    let takes = |it: &&Known<'_>| {
        let kinds = shown(it.declared, "kind");
        let is = |kind: &Shown| matches!(kind, Shown::Word(term) if term.key == EntryKind::Notice.key());
        it.table == "item" && it.standing == Standing::Public && kinds.is_some_and(|it| it.values().iter().any(is))
    };
    let all: Vec<&Known<'_>> = known.iter().filter(takes).collect();
    let about = |word: &str| all.iter().find(|it| it.title.contains(word));
    about("目录").or_else(|| about("公告")).map(|it| (it.id.clone(), it.title.clone()))
}

/// A title without what differs from one typist to the next: width, blanks.
fn bare(title: &str) -> String {
    title.nfkc().filter(|it| !it.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// Who is who.
struct Pairs {
    both: Vec<(usize, usize)>,
    gone: Vec<usize>,
    fresh: Vec<usize>,
}

impl Pairs {
    fn of(was: &[Known<'_>], is: &[Known<'_>], left: Vec<usize>, right: Vec<usize>) -> Self {
        let mut pairs = Self { both: Vec::new(), gone: left, fresh: right };
        let full = |it: &Known<'_>| (it.id.clone(), if it.table == "task" { bare(&it.title) } else { String::new() });
        pairs.join(was, is, false, full);
        pairs.join(was, is, true, |it| match it.table {
            "item" => (it.short.clone(), bare(&it.title)),
            "task" => (it.parent.clone(), bare(&it.title)),
            _ => (String::new(), String::new()),
        });
        pairs.join(was, is, false, |it| (it.id.clone(), String::new()));
        pairs
    }

    /// Joins those left over that have one key; with `once` only where a key comes once on each side. An empty key joins nothing there.
    fn join(&mut self, was: &[Known<'_>], is: &[Known<'_>], once: bool, key: impl Fn(&Known<'_>) -> (String, String)) {
        let mut by_key: BTreeMap<(String, String), (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for &at in &self.gone {
            by_key.entry(key(&was[at])).or_default().0.push(at);
        }
        for &at in &self.fresh {
            by_key.entry(key(&is[at])).or_default().1.push(at);
        }
        for (key, (old, new)) in by_key {
            let is_sure = !once || (old.len() == 1 && new.len() == 1 && !key.1.is_empty());
            if is_sure {
                self.both.extend(old.into_iter().zip(new));
            }
        }
        let (known, found): (BTreeSet<usize>, BTreeSet<usize>) = self.both.iter().copied().unzip();
        self.gone.retain(|at| !known.contains(at));
        self.fresh.retain(|at| !found.contains(at));
    }

    /// What became of each, in the order of the new state.
    fn changes(
        mut self,
        (old, was, of_old): (&Side<'_>, &[Known<'_>], &Titles),
        (new, is, of_new): (&Side<'_>, &[Known<'_>], &Titles),
        changes: &mut Vec<Change>,
    ) {
        self.both.sort_by_key(|it| it.1);
        let orders = orders(&self.both, was, is);
        let (near_gone, near_fresh) = (Near::of(&self.gone, was), Near::of(&self.fresh, is));
        let mut found: Vec<(usize, Change)> = Vec::new();
        for (at, &(one, other)) in self.both.iter().enumerate() {
            let (before, after) = (&was[one], &is[other]);
            let mut keys = changed(before.declared, after.declared);
            for key in &mut keys {
                key.old = key.old.take().map(|it| it.named(&|refer, id| called(of_old, refer, id)));
                key.new = key.new.take().map(|it| it.named(&|refer, id| called(of_new, refer, id)));
            }
            let mut moves = Vec::new();
            if before.parent != after.parent {
                moves.push(Move::Parent(parent(of_old, before), parent(of_new, after)));
            }
            let number = |it: &Known<'_>| match it.table {
                "item" => text(it.declared, "code").unwrap_or_default(),
                "task" => it.short.clone(),
                _ => String::new(),
            };
            if number(before) != number(after) {
                moves.push(Move::Number(number(before), number(after)));
            }
            moves.extend(orders[at].clone().map(Move::Order));
            if moves.is_empty() && keys.is_empty() {
                continue;
            }
            let (left, right) = (version((old, of_old), before), version((new, of_new), after));
            let kind = if moves.is_empty() { ChangeKind::Changed } else { ChangeKind::Moved };
            let change = Change {
                table: after.table,
                kind,
                old: Some(left),
                new: Some(right),
                moves,
                keys,
                rows: None,
                perhaps: Vec::new(),
            };
            found.push((other, change));
        }
        let alone = |kind, old, new, perhaps, table| Change {
            table,
            kind,
            old,
            new,
            moves: Vec::new(),
            keys: Vec::new(),
            rows: None,
            perhaps,
        };
        for &at in &self.fresh {
            let perhaps = near_gone.to(&is[at]);
            let version = Some(version((new, of_new), &is[at]));
            found.push((at, alone(ChangeKind::Added, None, version, perhaps, is[at].table)));
        }
        found.sort_by_key(|it| it.0);
        changes.extend(found.into_iter().map(|it| it.1));
        for &at in &self.gone {
            let perhaps = near_fresh.to(&was[at]);
            let version = Some(version((old, of_old), &was[at]));
            changes.push(alone(ChangeKind::Removed, version, None, perhaps, was[at].table));
        }
    }
}

/// Offered for one at most.
const OFFERED: usize = 5;

/// What is left over of a side, by what it may be known by again.
struct Near {
    titles: BTreeMap<String, Vec<String>>,
    /// Of items, by their own id.
    shorts: BTreeMap<String, Vec<String>>,
}

impl Near {
    fn of(left: &[usize], known: &[Known<'_>]) -> Self {
        let mut near = Self { titles: BTreeMap::new(), shorts: BTreeMap::new() };
        for it in left.iter().map(|&at| &known[at]) {
            near.titles.entry(bare(&it.title)).or_default().push(it.id.clone());
            if it.table == "item" && !is_common(&it.short) {
                near.shorts.entry(it.short.clone()).or_default().push(it.id.clone());
            }
        }
        near
    }

    /// Ids of what `it` may be: of an equal title, or of items with an equal id in another field.
    fn to(&self, it: &Known<'_>) -> Vec<String> {
        let short = (it.table == "item").then(|| self.shorts.get(&it.short)).flatten();
        let mut ids: Vec<String> =
            self.titles.get(&bare(&it.title)).into_iter().chain(short).flatten().cloned().collect();
        ids.sort();
        ids.dedup();
        ids.truncate(OFFERED);
        ids
    }
}

/// Ids that many fields have: they tell nothing.
fn is_common(short: &str) -> bool {
    matches!(short, "other" | "others" | "general" | "")
}

/// For each of `both` the one it stands behind now, where it moved among those that are in the same field on both sides.
fn orders(both: &[(usize, usize)], was: &[Known<'_>], is: &[Known<'_>]) -> Vec<Option<Option<String>>> {
    let mut orders = vec![None; both.len()];
    let mut by_parent: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (at, &(one, other)) in both.iter().enumerate() {
        let is_ordered = matches!(is[other].table, "item" | "field");
        if is_ordered && was[one].parent == is[other].parent {
            by_parent.entry((is[other].table, &is[other].parent)).or_default().push(at);
        }
    }
    for group in by_parent.into_values() {
        let places: Vec<usize> = group.iter().map(|&at| both[at].0).collect();
        for (place, has_moved) in moved(&places).into_iter().enumerate() {
            if has_moved {
                let before = place.checked_sub(1).map(|it| is[both[group[it]].1].title.clone());
                orders[group[place]] = Some(before);
            }
        }
    }
    orders
}

/// The title of what `it` belongs to; its id where there is nothing of that id.
fn parent(titles: &Titles, it: &Known<'_>) -> String {
    let above = if it.table == "task" { "plan" } else { "field" };
    titles.get(&(above, it.parent.clone())).filter(|_| !it.parent.is_empty()).unwrap_or(&it.parent).clone()
}

/// What the thing of the id `id` is called in a state.
fn called(titles: &Titles, refer: Refer, id: &str) -> Option<String> {
    let table = match refer {
        Refer::Organisation => "organisation",
        Refer::Field => "field",
        Refer::Item => "item",
        Refer::Plan => "plan",
        Refer::Project => "project",
        Refer::Account => "account",
        Refer::Register => "register",
        Refer::Entry | Refer::Rule => return None,
    };
    titles.get(&(table, id.to_owned())).cloned()
}

fn version((side, titles): (&Side<'_>, &Titles), it: &Known<'_>) -> Version {
    Version {
        id: it.id.clone(),
        title: it.title.clone(),
        parent: parent(titles, it),
        standing: it.standing,
        path: side.sources.path(it.declared.record.file).to_owned(),
        keys: (keys(it.declared).into_iter())
            .map(|(key, value)| (key, value.named(&|refer, id| called(titles, refer, id))))
            .collect(),
    }
}
