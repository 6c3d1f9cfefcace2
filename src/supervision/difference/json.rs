//! A difference for programs. Names of keys are promises.

use serde_json::{Value, json};

use super::{
    difference::{Change, Difference, KeyChange, Longer, Move, State, Version},
    keys::ListChange,
    kind::{ChangeKind, Standing},
    rows_change::RowsChange,
    shown::{Shown, masked},
};

/// The whole difference; with `all` working settings of the house too.
pub fn json(difference: &Difference, all: bool) -> String {
    let told: Vec<&Change> = difference.changes.iter().filter(|it| all || !it.is_working_setting()).collect();
    let mut counts = serde_json::Map::new();
    for change in &told {
        let of = counts.entry(change.table).or_insert_with(|| {
            json!(
                ChangeKind::ALL
                    .iter()
                    .map(|it| (it.key().to_owned(), json!(0)))
                    .collect::<serde_json::Map<String, Value>>()
            )
        });
        let count = of[change.kind.key()].as_u64().unwrap_or(0) + 1;
        of[change.kind.key()] = count.into();
    }
    let document = json!({
        "version": 1,
        "kind": "difference",
        "as_of": difference.as_of.to_string(),
        "equal": difference.is_empty(),
        "old": state(&difference.old),
        "new": state(&difference.new),
        "rows_compared": difference.with_rows,
        "counts": counts,
        "working_settings": difference.changes.iter().filter(|it| it.is_working_setting()).count(),
        "changes": told.iter().map(|it| change(it, all)).collect::<Vec<_>>(),
    });
    let mut out = serde_json::to_string_pretty(&document).expect("texts and numbers always serialise");
    out.push('\n');
    out
}

fn state(state: &State) -> Value {
    let unread = state.unread.iter().map(|(place, message)| json!({ "place": place, "message": masked(&message.zh) }));
    json!({
        "name": state.name.zh,
        "fields": state.fields,
        "items": state.active,
        "items_on_request": state.on_request,
        "unread": unread.collect::<Vec<_>>(),
    })
}

fn change(it: &Change, all: bool) -> Value {
    json!({
        "table": it.table,
        "kind": it.kind.key(),
        "public": !it.is_internal(),
        "old": it.old.as_ref().map(|side| version(side, it.kind)),
        "new": it.new.as_ref().map(|side| version(side, it.kind)),
        "moves": it.moves.iter().map(moved).collect::<Vec<_>>(),
        "keys": it.keys.iter().map(key).collect::<Vec<_>>(),
        "rows": it.rows.as_ref().map(|it| rows(it, all || !it.is_other)),
        "perhaps": it.perhaps,
    })
}

fn version(it: &Version, kind: ChangeKind) -> Value {
    let standing = match it.standing {
        Standing::Public => "public",
        Standing::OnRequest => "on-request",
        Standing::Internal => "internal",
    };
    let mut side = json!({
        "id": it.id,
        "title": masked(&it.title),
        "parent": it.parent,
        "standing": standing,
        "path": it.path,
    });
    // What is on both sides is told by what differs.
    if matches!(kind, ChangeKind::Added | ChangeKind::Removed) {
        let values = it.keys.iter().map(|(key, value)| (key.name.clone(), value.json()));
        side["values"] = Value::Object(values.collect());
    }
    side
}

fn moved(it: &Move) -> Value {
    match it {
        Move::Parent(old, new) => json!({ "what": "parent", "old": old, "new": new }),
        Move::Number(old, new) => json!({ "what": "number", "old": old, "new": new }),
        Move::Order(behind) => json!({ "what": "order", "behind": behind }),
    }
}

fn key(it: &KeyChange) -> Value {
    let mut told = json!({
        "key": it.key.name,
        "label": it.key.label.zh,
        "public": it.key.is_public,
        "old": it.old.as_ref().map(Shown::json),
        "new": it.new.as_ref().map(Shown::json),
    });
    if let Some(list) = ListChange::of(it) {
        let all = |values: &[&Shown]| values.iter().map(|it| it.json()).collect::<Vec<_>>();
        told["added"] = all(&list.added).into();
        told["removed"] = all(&list.removed).into();
        let changed = list.changed.iter().map(|(old, new)| json!({ "old": old.json(), "new": new.json() }));
        told["changed"] = changed.collect();
    }
    if let Some(limit) = it.limit {
        told["limit"] = if limit == Longer::Old { "shorter" } else { "longer" }.into();
    }
    told
}

/// Of the rows only numbers where they are not `told`.
fn rows(it: &RowsChange, told: bool) -> Value {
    let some = |rows: &[String]| if told { rows.to_vec() } else { Vec::new() };
    let changed = it.changed.iter().filter(|_| told).map(|(name, cells)| {
        let cells = cells.iter().map(|(column, old, new)| json!({ "column": column, "old": old, "new": new }));
        json!({ "row": name, "cells": cells.collect::<Vec<_>>() })
    });
    json!({
        "key": it.key,
        "old_count": it.count.0,
        "new_count": it.count.1,
        "added_count": it.counts.0,
        "removed_count": it.counts.1,
        "changed_count": it.counts.2,
        "internal": it.is_internal,
        "register": !it.is_other,
        "columns_added": it.columns_added,
        "columns_removed": it.columns_removed,
        "added": some(&it.added),
        "removed": some(&it.removed),
        "changed": changed.collect::<Vec<_>>(),
    })
}
