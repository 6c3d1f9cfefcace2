//! The changes of items that readers see, as `[[change]]` tables for the catalogue's log: nobody types them by hand.

use super::{
    difference::{Change, Difference, KeyChange, Move, Version},
    human::{list_words, move_words, value_words},
    keys::ListChange,
    notice::Told,
    shown::line,
};
use crate::vocabulary::{CatalogueChange, Lang};

/// What becomes a `[[change]]`, but for what only people know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    pub kind: CatalogueChange,
    /// Full id of the item, as it is, else as it was.
    pub item: String,
    pub title: String,
    pub field: String,
    /// What was changed, one text for each.
    pub what: Vec<String>,
}

/// The changes that readers see: what is new, what is gone, what moved, what says something else.
pub fn recorded(difference: &Difference) -> Vec<Recorded> {
    let told = Told::of(difference);
    let one = |kind: CatalogueChange, it: &Version, what: Vec<String>| Recorded {
        kind,
        item: it.id.clone(),
        title: line(&it.title),
        field: line(&it.parent),
        what,
    };
    let mut all: Vec<Recorded> = told.added.iter().map(|it| one(CatalogueChange::Added, it, Vec::new())).collect();
    all.extend(told.removed.iter().map(|it| one(CatalogueChange::Removed, it, Vec::new())));
    all.extend(told.moved.iter().map(|(change, it)| one(CatalogueChange::Moved, it, moves(change))));
    all.extend(
        told.changed
            .iter()
            .map(|(it, keys)| one(CatalogueChange::Changed, it, keys.iter().map(|key| words(key)).collect())),
    );
    all
}

fn moves(change: &Change) -> Vec<String> {
    let moves = change.moves.iter().filter(|it| !matches!(it, Move::Order(_)));
    moves.map(|it| line(&move_words(it, change, Lang::Zh))).collect()
}

/// What a key says otherwise, in one text.
fn words(change: &KeyChange) -> String {
    let label = &change.key.label.zh;
    let said = match ListChange::of(change) {
        Some(list) => list_words(&list, Lang::Zh).join("；"),
        None => value_words(change, Lang::Zh),
    };
    line(&format!("{label}：{said}"))
}
