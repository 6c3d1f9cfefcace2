//! Reading files of the project: what goes wrong is told as a finding or as a failure.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};

use crate::{
    diagnostic::{Findings, Report},
    print::Texts,
    source::{FileId, Place, Sources},
    syntax::{self, BEYOND_LIMITS, UNSAFE_PATH},
    world::{Refusal, UserMessage, World},
};

/// The bytes of `file`; none where it was refused, and then a finding says why.
///
/// # Errors
///
/// The machine's: no right, a disk that fails.
pub fn bytes(world: &dyn World, sources: &Sources, file: FileId, findings: &mut Findings) -> Result<Option<Vec<u8>>> {
    let source = sources.get(file);
    let path = &source.path;
    match world.read(source) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(Refusal::NotPlain) => {
            findings.raise(
                &UNSAFE_PATH,
                Place::File(file),
                text! {
                    zh: "{path} 不是普通文件（是链接、管道或设备），不予读取",
                    en: "{path} is a link, a pipe or a device, not a plain file"
                },
            );
            Ok(None)
        }
        Err(Refusal::TooLarge(size)) => {
            let (size, most) = (size.div_ceil(1 << 20), source.role.limit() >> 20);
            findings
                .raise(
                    &BEYOND_LIMITS,
                    Place::File(file),
                    text! { zh: "文件太大：{size} MB，最多 {most} MB", en: "the file is too large: {size} MB of at most {most} MB" },
                )
                .key("size")
                .help(text! {
                    zh: "把正文分成几个条目，或把大的内容改作附件",
                    en: "split it into several entries, or make the bulk an attachment"
                });
            Ok(None)
        }
        Err(Refusal::Gone) => {
            findings.raise(
                &UNSAFE_PATH,
                Place::File(file),
                text! { zh: "读取时文件已不见了：{path}；请重新运行", en: "{path} vanished while reading; run again" },
            );
            Ok(None)
        }
        Err(Refusal::Failed(error)) => {
            Err(error).with_context(|| UserMessage(text! { zh: "不能读取 {path}", en: "cannot read {path}" }))
        }
    }
}

/// Reads again the files that `report` speaks of, for printing. One that is gone or no longer readable is shown without its lines.
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
            texts.insert(file, syntax::text(file, &bytes, &mut Findings::new()));
        }
    }
    Texts::new(sources, texts)
}
