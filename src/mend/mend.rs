//! Rounds of judging and editing until nothing is left to edit.
//!
//! A round judges the whole project and makes every edit that can be made together. An edit may uncover another fault of the same
//! line, and edits that overlap wait for the next round, so there are several. What is left is a fixpoint: to run again changes
//! nothing. A file in which edits never end, or chase each other in a circle, is left as it was from the beginning.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use rayon::prelude::*;

use super::{
    batch::{Batch, FileEdits},
    official::official_words,
    rewrite::{Bytes, rewrite},
};
use crate::{
    compile::{Analysis, Options, analyze, load_theme},
    diagnostic::{Diagnostic, Edit, Rename, Report, Rule},
    office,
    source::{FileId, Role, Source, Sources},
    syntax::NOT_UTF8,
    world::{MemoryCache, Overlay, Progress, StoreEdit, World},
};

/// Rounds after which the files that still change are taken for ones that never end. Faults of one file are listed by fifties, so a
/// file with very many of them takes as many rounds.
const ROUNDS: usize = 100;

/// One file that is another now.
#[derive(Debug)]
pub struct MendedFile {
    /// Its path from the project's folder.
    pub path: String,
    /// The path it had, where that was another.
    pub from: Option<String>,
    /// The bytes it had.
    pub was: Vec<u8>,
    /// The bytes it has.
    pub bytes: Vec<u8>,
    /// What its encoding was, where that was not UTF-8.
    pub encoding: Option<&'static str>,
    /// How many findings of each rule were mended in it, by code.
    pub rules: BTreeMap<&'static str, (&'static Rule, usize)>,
    /// How many variants became official words.
    pub words: usize,
}

impl MendedFile {
    /// The change of the file in the project.
    pub fn into_edit(self) -> StoreEdit {
        let was = *blake3::hash(&self.was).as_bytes();
        match self.from {
            Some(from) => StoreEdit::Rename { path: from, to: self.path, was, bytes: self.bytes },
            None => StoreEdit::Mend { path: self.path, was, bytes: self.bytes },
        }
    }
}

/// What comes of it.
#[derive(Debug)]
pub struct Mended {
    /// The files that are others now, by path.
    pub files: Vec<MendedFile>,
    /// The project after it.
    pub analysis: Analysis,
    /// What is still found.
    pub report: Report,
}

/// Makes the safe edits of all findings of the project in `world`; those of `guesses` too, if so asked.
///
/// # Errors
///
/// As [`analyze`] and [`load_theme`].
pub fn mend(world: &dyn World, options: &Options, guesses: bool, progress: &dyn Progress) -> Result<Mended> {
    let mut run = Run { overlay: Overlay::new(world), files: BTreeMap::new(), frozen: BTreeSet::new() };
    let cache = MemoryCache::default();
    let mut seen = BTreeSet::new();
    loop {
        let (analysis, _) = analyze(&run.overlay, options, Some(&cache), progress)?;
        let theme = load_theme(&run.overlay, &analysis.model.site)?;
        let report = analysis.plan(&theme).report();
        let mut changed = run.renames(&report);
        if changed.is_empty() {
            changed = run.round(&analysis.sources, &report, &|it| it.finding.fix.iter().all(|edit| edit.safe));
        }
        if changed.is_empty() && guesses {
            changed = run.round(&analysis.sources, &report, &|_| true);
        }
        if changed.is_empty() {
            changed = run.words(&analysis.sources);
        }
        if changed.is_empty() {
            return Ok(Mended { files: run.files.into_values().collect(), analysis, report });
        }
        if seen.len() == ROUNDS || !seen.insert(run.state()) {
            run.freeze(changed);
            seen.clear();
        }
    }
}

/// What was changed so far.
struct Run<'a> {
    overlay: Overlay<&'a dyn World>,
    files: BTreeMap<String, MendedFile>,
    /// Files that stay as they were.
    frozen: BTreeSet<String>,
}

impl Run<'_> {
    /// Makes the edits of `report` that `wanted` takes; answers which files they changed.
    fn round(&mut self, sources: &Sources, report: &Report, wanted: &dyn Fn(&Diagnostic) -> bool) -> Vec<String> {
        let may_change = |file: FileId| self.may_change(sources.get(file));
        let mut batch = Batch::default();
        let mut encoded: BTreeSet<FileId> = BTreeSet::new();
        for diagnostic in report.diagnostics.iter().filter(|it| it.explained.is_none()) {
            let finding = &diagnostic.finding;
            if finding.rule.code == NOT_UTF8.code {
                encoded.extend(finding.place.file().filter(|&file| may_change(file)));
            } else if wanted(diagnostic) && finding.fix.iter().all(|it| !it.has_hole() && may_change(it.file)) {
                batch.offer(finding.rule, &finding.fix);
            }
        }
        let mut changed = Vec::new();
        let files: BTreeSet<FileId> = batch.files.keys().chain(&encoded).copied().collect();
        for file in files {
            let none = FileEdits::new();
            let edits = batch.files.get(&file).unwrap_or(&none);
            let bytes = if encoded.contains(&file) { Bytes::Mended } else { Bytes::Kept };
            let rules = batch.rules.get(&file).into_iter().flatten().copied();
            changed.extend(self.change(sources, file, edits, bytes, rules));
        }
        changed
    }

    /// Gives files the names that were meant; answers which there are now.
    fn renames(&mut self, report: &Report) -> Vec<String> {
        let mut changed = Vec::new();
        for diagnostic in report.diagnostics.iter().filter(|it| it.explained.is_none()) {
            let Some(Rename { from, to }) = &diagnostic.finding.rename else { continue };
            let role = if to.starts_with("catalogue/") { Role::Catalogue } else { Role::Entry };
            // Of two that were meant to be one the first is.
            if changed.contains(to) || self.frozen.contains(to) {
                continue;
            }
            let source = Source { path: from.as_str().into(), size: 0, role };
            let Ok(bytes) = self.overlay.read(&source) else { continue };
            if office::written(&bytes).is_none() {
                continue;
            }
            self.overlay.hide(from.clone());
            self.overlay.open(to.clone(), bytes.clone());
            let rule = diagnostic.finding.rule;
            let file = MendedFile {
                path: to.clone(),
                from: Some(from.clone()),
                was: bytes.clone(),
                bytes,
                encoding: None,
                rules: BTreeMap::from([(rule.code, (rule, 1))]),
                words: 0,
            };
            self.files.insert(to.clone(), file);
            changed.push(to.clone());
        }
        changed
    }

    /// Makes variants of official words into those; answers which files that changed.
    fn words(&mut self, sources: &Sources) -> Vec<String> {
        let files: Vec<(FileId, &Source)> = sources.iter().filter(|it| self.may_change(it.1)).collect();
        let edits = |&(file, source): &(FileId, &Source)| {
            let bytes = self.overlay.read(source).ok()?;
            let edits = official_words(file, source.role, &office::text(&bytes));
            (!edits.is_empty()).then_some((file, edits))
        };
        let found: Vec<(FileId, Vec<Edit>)> = files.par_iter().filter_map(edits).collect();
        let mut changed = Vec::new();
        for (file, edits) in found {
            let edits: FileEdits<'_> = edits.iter().map(|it| (it.range, it)).collect();
            let path = self.change(sources, file, &edits, Bytes::Kept, std::iter::empty());
            if let Some(file) = path.as_ref().and_then(|it| self.files.get_mut(it)) {
                file.words += edits.len();
            }
            changed.extend(path);
        }
        changed
    }

    /// Whether `source` is one of those that are written by hand, and not given up.
    fn may_change(&self, source: &Source) -> bool {
        matches!(source.role, Role::Entry | Role::Catalogue) && !self.frozen.contains(&*source.path)
    }

    /// Makes `edits` in `file`; answers its path, if it is another now.
    fn change(
        &mut self,
        sources: &Sources,
        file: FileId,
        edits: &FileEdits<'_>,
        bytes: Bytes,
        rules: impl Iterator<Item = &'static Rule>,
    ) -> Option<String> {
        let source = sources.get(file);
        let was = self.overlay.read(source).ok()?;
        let written = office::written(&was)?;
        let new = rewrite(&written, edits, bytes)?;
        if new == was {
            return None;
        }
        let encoding = written.encoding;
        let path = source.path.to_string();
        let first = || MendedFile {
            path: path.clone(),
            from: None,
            was: was.clone(),
            bytes: Vec::new(),
            encoding,
            rules: BTreeMap::new(),
            words: 0,
        };
        let mended = self.files.entry(path.clone()).or_insert_with(first);
        mended.encoding = mended.encoding.or(encoding);
        let lone = || written.text.replace("\r\n", "\n").contains('\r');
        if bytes == Bytes::Mended && (encoding.is_some() || lone()) {
            mended.rules.entry(NOT_UTF8.code).or_insert((&NOT_UTF8, 0)).1 += 1;
        }
        for rule in rules {
            mended.rules.entry(rule.code).or_insert((rule, 0)).1 += 1;
        }
        mended.bytes.clone_from(&new);
        self.overlay.open(path.clone(), new);
        Some(path)
    }

    /// Leaves the files at `paths` as they were.
    fn freeze(&mut self, paths: Vec<String>) {
        for path in paths {
            self.overlay.close(&path);
            if let Some(from) = self.files.remove(&path).and_then(|it| it.from) {
                self.overlay.close(&from);
            }
            self.frozen.insert(path);
        }
    }

    /// What tells this state from others.
    fn state(&self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        for (path, file) in &self.files {
            hasher.update(blake3::hash(path.as_bytes()).as_bytes());
            hasher.update(blake3::hash(&file.bytes).as_bytes());
        }
        *hasher.finalize().as_bytes()
    }
}
