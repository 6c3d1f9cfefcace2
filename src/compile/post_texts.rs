//! The texts of posts, read again where a project lists words that an official account should not post. Only posts are read.

use anyhow::Result;
use rayon::prelude::*;

use super::read;
use crate::{
    diagnostic::Findings,
    model::{EntryId, Model},
    office,
    record::schema,
    source::Sources,
    vocabulary::EntryKind,
    world::World,
};

/// The file of each public post of `model` as text; none where no `[[word]]` is looked for in posts.
///
/// # Errors
///
/// The machine's.
pub fn read(world: &dyn World, sources: &Sources, model: &Model) -> Result<Vec<(EntryId, String)>> {
    if model.words.iter().all(|it| it.get(schema::Word::UNRELATED) != Some(true)) {
        return Ok(Vec::new());
    }
    let posts: Vec<EntryId> =
        model.published().filter(|(_, entry)| entry.kind == EntryKind::Post).map(|it| it.0).collect();
    let one = |id: EntryId| {
        let bytes = read::bytes(world, sources, model.entry(id).file, &mut Findings::new())?;
        Ok(bytes.map(|it| (id, office::text(&it))))
    };
    let read: Result<Vec<_>> = posts.into_par_iter().map(one).collect();
    Ok(read?.into_iter().flatten().collect())
}
