//! Changes of the catalogue that somebody wrote down, as far as they are public: of what is withheld today nothing is told but that it is
//! no longer published.

use crate::{
    model::{Change, Model},
    vocabulary::CatalogueChange,
};

/// The changes that are public, the latest day first, those of a day as written.
pub(super) fn changes(model: &Model) -> Vec<&Change> {
    let mut changes: Vec<&Change> = model.changes.iter().filter(|it| is_public(model, it)).collect();
    changes.sort_by_key(|it| std::cmp::Reverse(it.on));
    changes
}

fn is_public(model: &Model, change: &Change) -> bool {
    if change.on > model.today {
        return false;
    }
    let is_open = change.item.is_none_or(|id| model.item(id).is_open());
    is_open || change.kind == CatalogueChange::Removed
}

/// Whether there is a change that is public.
pub(super) fn are_any(model: &Model) -> bool {
    model.changes.iter().any(|it| is_public(model, it))
}
