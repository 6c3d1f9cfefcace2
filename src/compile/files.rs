//! Which files there are: every plain file below `catalogue/` and `content/`, nothing else.

use rayon::prelude::*;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{
    folded::{Folded, folded},
    overlooked,
};
use crate::{
    diagnostic::Findings,
    source::{FileId, Place, Role, Source, Sources},
    syntax::{self, UNSAFE_PATH},
    world::{FileType, Listing, ScannedFile, Stamp},
};

/// The files of a project, and what is wrong with their names and types.
#[derive(Debug)]
pub struct Files {
    /// The files, by path.
    pub sources: Sources,
    /// What lies in `catalogue/` beside its own files: nobody reads it, but evidence may be kept there.
    pub beside: Vec<String>,
    /// What was found.
    pub findings: Findings,
    /// In the same order; none where a later change might not show.
    stamps: Vec<Option<Stamp>>,
}

impl Files {
    /// Takes the files out of what was listed.
    pub fn new(listing: Listing) -> Self {
        let Listing { folders, at, stray } = listing;
        let looked: Vec<Looked> = folders
            .into_par_iter()
            .flat_map(|(folder, files)| files.into_par_iter().filter_map(move |it| look(folder, &it)))
            .collect();
        let mut findings = Findings::new();
        let (mut files, mut folded) = (Vec::with_capacity(looked.len()), Vec::with_capacity(looked.len()));
        let (mut misnamed, mut beside) = (Vec::new(), Vec::new());
        for it in looked {
            beside.extend(it.beside);
            findings.extend(it.findings);
            files.extend(it.file);
            folded.extend(it.folded);
            misnamed.extend(it.misnamed);
        }
        folded.par_sort_unstable();
        collisions(&folded, &mut findings);
        overlooked::misnamed(misnamed, &folded, &mut findings);
        overlooked::elsewhere(&stray, &folded, &mut findings);
        beside.sort_unstable();
        overlooked::kept(&beside, &folded, &mut findings);
        // Two names of one normal form cannot both be addressed: the first stays, the finding stands.
        files.par_sort_by(|(a, _), (b, _)| a.path.cmp(&b.path));
        files.dedup_by(|(a, _), (b, _)| a.path == b.path);
        let (sources, mut stamps): (Vec<Source>, Vec<Option<Stamp>>) = files.into_iter().unzip();
        for stamp in &mut stamps {
            *stamp = stamp.filter(|it| !it.is_racy(at));
        }
        Self { sources: Sources::new(sources), beside, findings, stamps }
    }

    /// The stamp of `file`; none where a change from now on might not show in it.
    pub fn stamp(&self, file: FileId) -> Option<Stamp> {
        self.stamps.get(file.0 as usize).copied().flatten()
    }

    /// The files of `role`, by path.
    pub fn of(&self, role: Role) -> Vec<FileId> {
        self.sources.iter().filter(|(_, source)| source.role == role).map(|(file, _)| file).collect()
    }
}

/// What one name gives.
#[derive(Default)]
struct Looked {
    file: Option<(Source, Option<Stamp>)>,
    /// What a file system that ignores case and form would take it for, and the path itself.
    folded: Option<Folded>,
    /// The path, where it lies in `catalogue/` and is none of its files.
    beside: Option<String>,
    /// A name that is not read, and the one that was meant.
    misnamed: Option<(String, String)>,
    findings: Findings,
}

/// Looks at something in the folder called `folder`; nothing is to be said of folders.
fn look(folder: &str, seen: &ScannedFile) -> Option<Looked> {
    let mut looked = Looked::default();
    let Some(path) = seen.path.to_str() else {
        // A folder of such a name is told, not everything in it.
        if seen.path.parent().is_none_or(|it| it.to_str().is_some()) {
            let shown = format!("{folder}/{}", seen.path.display());
            let message = text! { zh: "文件名不是 UTF-8 编码，可能来自旧版压缩包：{shown}", en: "the name is not UTF-8: {shown}" };
            raise(&mut looked.findings, &shown, message);
        }
        return Some(looked);
    };
    if seen.kind == FileType::Folder {
        return None;
    }
    let written = format!("{folder}/{path}");
    // `written` on disk, `path` in normal form.
    let path = if is_nfc(path) { written.clone() } else { written.nfc().collect() };
    let FileType::File(size, stamp) = seen.kind else {
        let message = text! {
            zh: "{path} 不是普通文件（是链接、管道或设备），不予读取",
            en: "{path} is a link, a pipe or a device, not a plain file"
        };
        raise(&mut looked.findings, &path, message);
        return Some(looked);
    };
    for problem in syntax::path_problems(&written) {
        raise(&mut looked.findings, &written, problem);
    }
    let role = match path.split_once('/') {
        Some(("catalogue", "index.lock")) => Role::Lock,
        Some(("catalogue", rest)) if extension(rest) == "toml" => Role::Catalogue,
        Some(("content", rest)) if extension(rest) == "md" => Role::Entry,
        _ => Role::Attachment,
    };
    if role == Role::Attachment {
        looked.misnamed = syntax::meant_path(&path).map(|meant| (path.clone(), meant));
    }
    // What lies in catalogue/ and is no TOML is nobody's business: a README, a spreadsheet kept beside. What has another
    // name in normal form was told above; by that it could not be opened.
    let ours = written == path && !(role == Role::Attachment && path.starts_with("catalogue/"));
    looked.file = ours.then(|| (Source { path: path.as_str().into(), size, role }, stamp));
    looked.beside = (role == Role::Attachment && path.starts_with("catalogue/")).then(|| path.clone());
    looked.folded = Some((folded(&path), path));
    Some(looked)
}

/// Tells names that differ by case or form only.
fn collisions(folded: &[Folded], findings: &mut Findings) {
    for same in folded.chunk_by(|a, b| a.0 == b.0).filter(|it| it.len() > 1) {
        let paths: Vec<&str> = same.iter().map(|it| it.1.as_str()).collect();
        let (first, others) = (paths[0], paths[1..].join("、"));
        raise(
            findings,
            first,
            text! {
                zh: "这些文件名只有大小写或写法不同，在别的电脑上会互相覆盖：{first}、{others}",
                en: "these names differ by case or form only, and overwrite each other elsewhere: {first}, {others}"
            },
        );
    }
}

/// Raises `message` about the file or folder `path`, and says where it is unless the message does.
fn raise(findings: &mut Findings, path: &str, message: crate::vocabulary::Text) {
    let named = message.zh.contains(path);
    let finding = findings.raise(&UNSAFE_PATH, Place::Project, message).at(path).key(path);
    if !named {
        finding.note(words! { zh: "文件", en: "file" }, crate::vocabulary::Text::same(path));
    }
}

fn extension(path: &str) -> &str {
    path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |it| it.1)
}
