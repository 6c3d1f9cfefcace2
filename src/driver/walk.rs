//! Which files there are: every plain file below `catalogue/` and `content/`, nothing else.

use std::{collections::BTreeMap, ffi::OsStr, path::Path};

use anyhow::{Context, Result};
use unicode_normalization::{UnicodeNormalization, is_nfc};
use walkdir::WalkDir;

use super::{Project, Told, Usage};
use crate::{
    diagnostic::Findings,
    source::{Place, Role, Source, Sources},
    syntax::{self, UNSAFE_PATH},
};

/// The files of a project, and what is wrong with their names and kinds.
///
/// # Errors
///
/// [`Usage`] where `catalogue/` is missing; the machine's where a folder cannot be listed.
pub fn walk(project: &Project, findings: &mut Findings) -> Result<Sources> {
    if !project.catalogue.is_dir() {
        let path = project.catalogue.display();
        return Err(Usage(text! { zh: "没有文件夹 {path}", en: "there is no folder {path}" }).into());
    }
    let mut found = Found::default();
    found.folder(&project.catalogue, "catalogue", findings)?;
    if project.content.is_dir() {
        found.folder(&project.content, "content", findings)?;
    }
    found.collisions(findings);
    Ok(Sources::new(found.files))
}

#[derive(Default)]
struct Found {
    files: Vec<Source>,
    /// Paths by what a file system that ignores case and form would take for the same.
    folded: BTreeMap<String, Vec<String>>,
}

impl Found {
    fn folder(&mut self, folder: &Path, name: &str, findings: &mut Findings) -> Result<()> {
        let walk = WalkDir::new(folder).follow_links(false).follow_root_links(false).sort_by_file_name().max_open(16);
        let mut walk = walk.into_iter();
        while let Some(it) = walk.next() {
            let it =
                it.with_context(|| Told(text! { zh: "不能列出 {it}", en: "cannot list {it}", it = folder.display() }))?;
            if it.depth() == 0 {
                if it.path_is_symlink() {
                    let shown = folder.display();
                    return Err(Usage(
                        text! { zh: "{shown} 是链接，不是文件夹", en: "{shown} is a link, not a folder" },
                    )
                    .into());
                }
                continue;
            }
            if debris(it.file_name()) {
                if it.file_type().is_dir() {
                    walk.skip_current_dir();
                }
                continue;
            }
            let below = it.path().strip_prefix(folder).unwrap_or(it.path());
            let Some(path) = below.to_str() else {
                let shown = format!("{name}/{}", below.display());
                raise(
                    findings,
                    &shown,
                    text! {
                        zh: "文件名不是 UTF-8 编码，可能来自旧版压缩包：{shown}",
                        en: "the name is not UTF-8: {shown}"
                    },
                );
                if it.file_type().is_dir() {
                    walk.skip_current_dir();
                }
                continue;
            };
            if it.file_type().is_dir() {
                continue;
            }
            let written = format!("{name}/{path}");
            let path = if is_nfc(path) { written.clone() } else { written.nfc().collect() };
            if !it.file_type().is_file() {
                raise(
                    findings,
                    &path,
                    text! {
                        zh: "{path} 不是普通文件（是链接、管道或设备），不予读取",
                        en: "{path} is a link, a pipe or a device, not a plain file"
                    },
                );
                continue;
            }
            let size = it.metadata().map_or(0, |about| about.len());
            self.file(&written, path, size, findings);
        }
        Ok(())
    }

    /// Takes in the file whose name is `written` on disk, `path` in normal form.
    fn file(&mut self, written: &str, path: String, size: u64, findings: &mut Findings) {
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
        self.files.push(Source { path: path.into(), size, role });
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
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
        self.files.dedup_by(|a, b| a.path == b.path);
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
