//! Which files there are: every plain file below `catalogue/` and `content/`, nothing else.

use std::{collections::BTreeMap, ffi::OsStr, path::Path};

use anyhow::{Context, Result};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{
    Project, Timings, Told, Usage,
    memo::{Lies, Stamp, now, survey},
};
use crate::{
    diagnostic::Findings,
    source::{FileId, Place, Role, Source, Sources},
    syntax::{self, UNSAFE_PATH},
};

/// The files of a project, each with its stamp, and what is wrong with their names and kinds.
#[derive(Debug)]
pub struct Walked {
    /// The files.
    pub sources: Sources,
    /// Their stamps, in the same order.
    pub stamps: Vec<Stamp>,
    /// When they were looked at.
    pub at: i64,
    /// A number for all that was seen but the lock, with its stamps.
    pub digest: u128,
    /// Whether a change of any of it, from then on, will show.
    pub settled: bool,
    /// What was found.
    pub findings: Findings,
    /// The clock of the run.
    pub timings: Timings,
}

impl Walked {
    /// The stamp of `file`; none where a change from now on might not show in it.
    pub fn stamp(&self, file: FileId) -> Option<Stamp> {
        self.stamps.get(file.0 as usize).copied().filter(|it| it.is_settled(self.at))
    }
}

/// Lists the files of a project.
///
/// # Errors
///
/// [`Usage`] where `catalogue/` is missing; the machine's where a folder cannot be listed.
pub fn walk(project: &Project) -> Result<Walked> {
    let mut timings = Timings::start();
    if !project.catalogue.is_dir() {
        let path = project.catalogue.display();
        return Err(Usage(text! { zh: "没有文件夹 {path}", en: "there is no folder {path}" }).into());
    }
    let at = now();
    let mut found = Found::default();
    let mut findings = Findings::new();
    found.folder(&project.catalogue, "catalogue", at, &mut findings)?;
    if project.content.is_dir() {
        found.folder(&project.content, "content", at, &mut findings)?;
    }
    found.collisions(&mut findings);
    let (sources, stamps) = found.files.into_iter().unzip();
    timings.lap("walk", words! { zh: "列出文件", en: "list files" });
    Ok(Walked {
        sources: Sources::new(sources),
        stamps,
        at,
        digest: found.digest,
        settled: !found.unsettled,
        findings,
        timings,
    })
}

#[derive(Default)]
struct Found {
    files: Vec<(Source, Stamp)>,
    digest: u128,
    unsettled: bool,
    /// Paths by what a file system that ignores case and form would take for the same.
    folded: BTreeMap<String, Vec<String>>,
}

impl Found {
    fn folder(&mut self, folder: &Path, name: &str, at: i64, findings: &mut Findings) -> Result<()> {
        let shown = folder.display();
        if folder.is_symlink() {
            let slip = text! { zh: "{shown} 是链接，不是文件夹", en: "{shown} is a link, not a folder" };
            return Err(Usage(slip).into());
        }
        let mut seen = survey(folder, &|_, name| debris(name))
            .with_context(|| Told(text! { zh: "不能列出 {shown}", en: "cannot list {shown}" }))?;
        seen.sort_by(|a, b| a.path.cmp(&b.path));
        for it in seen {
            // The lock is ours to write: it is looked at again when that is done.
            if it.path != Path::new("index.lock") {
                self.digest = self.digest.wrapping_add(it.digest(name));
                self.unsettled |= matches!(it.lies, Lies::File(stamp) if !stamp.is_settled(at));
            }
            let Some(path) = it.path.to_str() else {
                // A folder of such a name is told, not everything in it.
                if it.path.parent().is_none_or(|it| it.to_str().is_some()) {
                    let shown = format!("{name}/{}", it.path.display());
                    let message = text! {
                        zh: "文件名不是 UTF-8 编码，可能来自旧版压缩包：{shown}",
                        en: "the name is not UTF-8: {shown}"
                    };
                    raise(findings, &shown, message);
                }
                continue;
            };
            if it.lies == Lies::Folder {
                continue;
            }
            let written = format!("{name}/{path}");
            let path = if is_nfc(path) { written.clone() } else { written.nfc().collect() };
            let Lies::File(stamp) = it.lies else {
                raise(
                    findings,
                    &path,
                    text! {
                        zh: "{path} 不是普通文件（是链接、管道或设备），不予读取",
                        en: "{path} is a link, a pipe or a device, not a plain file"
                    },
                );
                continue;
            };
            self.file(&written, path, stamp, findings);
        }
        Ok(())
    }

    /// Takes in the file whose name is `written` on disk, `path` in normal form.
    fn file(&mut self, written: &str, path: String, stamp: Stamp, findings: &mut Findings) {
        for problem in syntax::path_problems(written) {
            raise(findings, written, problem);
        }
        self.folded.entry(path.to_lowercase()).or_default().push(path.clone());
        // Told above; by its normal form it could not be opened.
        if written != path {
            return;
        }
        let role = match path.split_once('/') {
            Some(("catalogue", "index.lock")) => Role::Lock,
            Some(("catalogue", rest)) if extension(rest) == "toml" => Role::Catalogue,
            Some(("content", rest)) if extension(rest) == "md" => Role::Entry,
            _ => Role::Attachment,
        };
        // What lies in catalogue/ and is no TOML is nobody's business: a README, a spreadsheet kept beside.
        if role == Role::Attachment && path.starts_with("catalogue/") {
            return;
        }
        self.files.push((Source { path: path.into(), size: stamp.size, role }, stamp));
    }

    fn collisions(&mut self, findings: &mut Findings) {
        for paths in self.folded.values().filter(|paths| paths.len() > 1) {
            let (first, others) = (&paths[0], paths[1..].join("、"));
            raise(
                findings,
                first,
                text! {
                    zh: "这些文件名只有大小写或写法不同，在别的电脑上会互相覆盖：{first}、{others}",
                    en: "these names differ by case or form only, and overwrite each other elsewhere: {first}, {others}"
                },
            );
        }
        // Two names of one normal form cannot both be addressed: the first stays, the finding stands.
        self.files.sort_by(|(a, _), (b, _)| a.path.cmp(&b.path));
        self.files.dedup_by(|(a, _), (b, _)| a.path == b.path);
    }
}

/// Raises `message` about the file or folder `path`, and says where it is unless the message does.
fn raise(findings: &mut Findings, path: &str, message: crate::text::Text) {
    let named = message.zh.contains(path);
    let finding = findings.raise(&UNSAFE_PATH, Place::Project, message).key(path);
    if !named {
        finding.note(words! { zh: "文件", en: "file" }, crate::text::Text::same(path));
    }
}

fn extension(path: &str) -> &str {
    path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |it| it.1)
}

/// What office programs and systems leave behind, and we ourselves when killed while replacing a file.
fn debris(name: &OsStr) -> bool {
    let bytes = name.as_encoded_bytes();
    let known: [&[u8]; 6] = [b"Thumbs.db", b".DS_Store", b"desktop.ini", b".gitkeep", b".gitignore", b".gitattributes"];
    known.contains(&bytes)
        || bytes.starts_with(b"~$")
        || bytes.starts_with(b".~lock")
        || bytes.starts_with(b".gongkai-")
        || bytes.ends_with(b".bak")
}
