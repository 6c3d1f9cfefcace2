//! How much of a policy an interpretation repeats: their texts are read again, and only theirs.

use anyhow::Result;

use super::{
    files::Files,
    parse_cache::{Cached, ParseCache},
};
use crate::{
    diagnostic::Findings,
    model::{EntryId, Model},
    pack::{Packer, Unpacker},
    record::schema,
    source::FileId,
    syntax::{self, Wording},
    vocabulary::EntryKind,
    world::{Cache, World},
};

impl Cached for Wording {
    const NAME: &'static str = "wordings";

    type SideOutput = ();

    fn read(file: FileId, _: &str, bytes: &[u8], (): &(), _: &mut Findings) -> Self {
        Self::of_entry(&syntax::text(file, bytes, &mut Findings::new()))
    }

    fn pack(&self, to: &mut Packer) {
        self.pack(to);
    }

    fn unpack(_: FileId, from: &mut Unpacker<'_>) -> Option<Self> {
        Self::unpack(from)
    }
}

/// Compares each interpretation of `model` with what it interprets.
///
/// # Errors
///
/// The machine's.
pub fn compare(world: &dyn World, cache: Option<&dyn Cache>, files: &Files, model: &mut Model) -> Result<()> {
    let interpretations = model.entries.iter().enumerate().filter(|(_, it)| it.kind == EntryKind::Interpretation);
    let pairs: Vec<(EntryId, EntryId)> = interpretations
        .flat_map(|(at, it)| it.related(schema::Entry::INTERPRETS).map(move |policy| (EntryId::new(at), policy)))
        .collect();
    if pairs.is_empty() {
        return Ok(());
    }
    let file = |id: EntryId| model.entry(id).file;
    let mut read: Vec<FileId> = pairs.iter().flat_map(|&(one, other)| [file(one), file(other)]).collect();
    read.sort_unstable();
    read.dedup();
    let parser = ParseCache::<Wording> { cache, world, files, side_output: () };
    let wordings = parser.read_all(&read, |_, read, _| read.map(|it| it.0).unwrap_or_default())?;
    let wording = |id: EntryId| Some(&wordings[read.binary_search(&file(id)).ok()?]);
    let alike = |(one, other)| Some(((one, other), wording(one)?.jaccard(wording(other)?)));
    model.alike = pairs.into_iter().filter_map(alike).collect();
    Ok(())
}
