//! Entries: each parsed and resolved by whichever core is free; a text lives only while its own file is looked at.

use std::collections::BTreeMap;

use anyhow::Result;

use super::{
    attachment::Attached,
    html_templates::HtmlTemplates,
    parse_cache::{Cached, Hash, ParseCache},
};
use crate::{
    diagnostic::Findings,
    model::Entry,
    pack::{Packer, Unpacker},
    resolve::{self, Attachments, Catalogue},
    scan::{self, Lexicon},
    site,
    source::{FileId, Role},
    syntax::{self, Document},
    world::{Counter, Progress},
};

/// BLAKE3 of each entry's bytes when it was judged, by file.
pub type Judged = Vec<(FileId, Hash)>;

impl Cached for Document {
    const NAME: &'static str = "entries";

    type SideOutput = (Option<HtmlTemplates>, Lexicon);

    fn salt((_, lexicon): &Self::SideOutput) -> u64 {
        let hash = blake3::hash(lexicon.salt());
        hash.as_bytes().first_chunk().map_or(0, |it| u64::from_le_bytes(*it))
    }

    fn read(
        file: FileId,
        path: &str,
        bytes: &[u8],
        (templates, lexicon): &Self::SideOutput,
        findings: &mut Findings,
    ) -> Self {
        let text = syntax::text(file, bytes, findings);
        let document = match templates {
            None => syntax::entry(file, &text, findings),
            Some(templates) => {
                let (document, draft) = syntax::drafted(file, &text, site::make::TONGUE, findings);
                draft.inspect(|it| templates.keep(file, it));
                document
            }
        };
        scan::entry(&document, path, &text, lexicon, findings);
        document
    }

    fn pack(&self, to: &mut Packer) {
        self.pack(to);
    }

    fn unpack(file: FileId, from: &mut Unpacker<'_>) -> Option<Self> {
        Self::unpack(file, from)
    }
}

/// All entries, by path.
///
/// # Errors
///
/// The machine's.
#[expect(clippy::vec_box, reason = "as in the model: each entry stays where it was made")]
pub fn entries(
    parser: &ParseCache<'_, Document>,
    catalogue: &Catalogue,
    attached: &BTreeMap<FileId, Attached>,
    progress: &dyn Progress,
    findings: &mut Findings,
) -> Result<(Vec<Box<Entry>>, Judged)> {
    let tables = attached.iter().map(|(&file, it)| (file, &*it.tables)).collect();
    let attachments = Attachments { sources: &parser.files.sources, tables: &tables };
    let files = parser.files.of(Role::Entry);
    progress.entries(files.len());
    let done = Counter::new(progress);
    let read = parser.read_all(&files, |_, read, mut findings| {
        done.one();
        let entry = read
            .map(|(document, hash)| (Box::new(resolve::entry(document, catalogue, attachments, &mut findings)), hash));
        (entry, findings)
    })?;
    let mut entries = Vec::with_capacity(read.len());
    let mut judged = Vec::with_capacity(read.len());
    for (entry, found) in read {
        findings.extend(found);
        if let Some((entry, hash)) = entry {
            judged.push((entry.file, hash));
            entries.push(entry);
        }
    }
    Ok((entries, judged))
}
