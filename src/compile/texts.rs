//! Texts of the files that findings stand in, read again for printing.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    diagnostic::{Findings, Report},
    print::Texts,
    source::Sources,
    world::World,
};

/// Reads again what `report` speaks of. A file that is gone or no longer readable is shown without its lines.
pub fn texts<'a>(world: &dyn World, sources: &'a Sources, report: &Report) -> Texts<'a> {
    let mut files = BTreeSet::new();
    for diagnostic in &report.diagnostics {
        files.extend(diagnostic.finding.place.file());
        files.extend(diagnostic.finding.marks.iter().map(|mark| mark.span.file));
        files.extend(diagnostic.finding.fix.iter().map(|edit| edit.file));
    }
    let mut texts = BTreeMap::new();
    for file in files {
        if let Ok(bytes) = world.read(sources.get(file)) {
            texts.insert(file, crate::syntax::text(file, &bytes, &mut Findings::new()));
        }
    }
    Texts::new(sources, texts)
}
