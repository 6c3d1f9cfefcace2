//! Texts that rules read again: of posts, where a project lists words that an official account should not post; of the disclosure
//! guide, where a website of its own must have a whole one. Only these few are read.

use anyhow::Result;
use rayon::prelude::*;

use super::read;
use crate::{
    diagnostic::Findings,
    model::{EntryId, Model, platform_parts},
    office,
    record::schema,
    source::Sources,
    vocabulary::{EntryKind, PageColumn, Profile, Scope, Word as _},
    world::World,
};

/// The file of each public post of `model` as text; none where no `[[word]]` is looked for in posts.
///
/// # Errors
///
/// The machine's.
pub fn posts(world: &dyn World, sources: &Sources, model: &Model) -> Result<Vec<(EntryId, String)>> {
    if model.words.iter().all(|it| it.get(schema::Word::UNRELATED) != Some(true)) {
        return Ok(Vec::new());
    }
    let posts = model.published().filter(|(_, entry)| entry.kind == EntryKind::Post);
    texts(world, sources, model, posts.map(|it| it.0).collect())
}

/// The file of each public page of `model` that is the disclosure guide as text; none where that is not judged.
///
/// # Errors
///
/// The machine's.
pub fn guides(world: &dyn World, sources: &Sources, model: &Model) -> Result<Vec<(EntryId, String)>> {
    if model.site.scope == Scope::Column || model.site.profile != Profile::Full {
        return Ok(Vec::new());
    }
    let item = platform_parts(model).into_iter().find(|it| it.0 == PageColumn::Guide).map(|it| it.1);
    let is_guide = |entry: &crate::model::Entry| {
        let column = entry.record.get(schema::Entry::COLUMN).and_then(PageColumn::parse);
        entry.kind == EntryKind::Page
            && column.map_or_else(|| item.is_some_and(|it| entry.items.contains(&it)), |it| it == PageColumn::Guide)
    };
    let guides = model.published().filter(|(_, entry)| is_guide(entry));
    texts(world, sources, model, guides.map(|it| it.0).collect())
}

fn texts(world: &dyn World, sources: &Sources, model: &Model, entries: Vec<EntryId>) -> Result<Vec<(EntryId, String)>> {
    let one = |id: EntryId| {
        let bytes = read::bytes(world, sources, model.entry(id).file, &mut Findings::new())?;
        Ok(bytes.map(|it| (id, office::text(&it))))
    };
    let read: Result<Vec<_>> = entries.into_par_iter().map(one).collect();
    Ok(read?.into_iter().flatten().collect())
}
