//! The catalogue's own files, all of them, each run anew: they are few, and everything depends on them.

use anyhow::Result;

use super::{parse_cache::Hash, read};
use crate::{
    diagnostic::Findings,
    scan,
    source::{Role, Sources},
    syntax,
    world::World,
};

/// Reads the catalogue's tables, and the BLAKE3 of all its bytes.
///
/// # Errors
///
/// The machine's.
pub fn read(world: &dyn World, sources: &Sources, findings: &mut Findings) -> Result<(Vec<syntax::Declared>, Hash)> {
    let mut declared = Vec::new();
    let mut hasher = blake3::Hasher::new();
    for (file, _) in sources.iter().filter(|(_, source)| source.role == Role::Catalogue) {
        let Some(bytes) = read::bytes(world, sources, file, findings)? else { continue };
        hasher.update(&bytes.len().to_le_bytes()).update(&bytes);
        let text = syntax::text(file, &bytes, findings);
        let tables = syntax::catalogue(file, &text, findings);
        scan::catalogue(file, &text, &tables, findings);
        declared.extend(tables);
    }
    Ok((declared, *hasher.finalize().as_bytes()))
}
