//! The last result as a whole: where nothing that it depends on has changed, it is said again before anything is read.
//!
//! A result depends on the question ([`ResultKey`]: the command, what was typed, the day, the look of the output), on all
//! files of the project and its themes by their stamps, on the lock, and for a build on every file of the site. The
//! numbers of all stamps are compared; where a stamp is racy the result is not kept, because a later change of that file might
//! not show.

use std::{
    fs,
    hash::{Hash, Hasher},
    path::Path,
};

use super::{
    Project,
    disk_cache::DiskCache,
    disk_site::{OutputSnapshot, Packing, PreviousSite},
    disk_world::InputState,
    scan_dir::{digest, now, scan_dir, stamp},
};
use crate::{
    compile::Options,
    day::Day,
    diagnostic::Deny,
    pack::{Packer, Unpacker},
    print::{Format, Look},
    world::{Cache, FileType},
};

/// The most bytes of words that are kept.
const LIMIT: usize = 16 << 20;

/// What a command prints.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transcript {
    /// On standard output.
    pub out: String,
    /// On standard error, where nothing has changed; empty if it was to be quiet.
    pub err: String,
    /// The text of each further report, in the order of [`Request::reports`].
    pub reports: Vec<String>,
    /// Its exit code.
    pub code: u8,
}

/// Which command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// `check`
    Check,
    /// `build`
    Build,
}

/// All that was asked for: with the folders and the day this is what a result depends on besides files.
#[derive(Clone, Debug, Hash)]
pub struct Request {
    /// The command.
    pub command: Command,
    /// How to compile.
    pub options: Options,
    /// How findings are printed.
    pub format: Format,
    /// The formats of further reports.
    pub reports: Vec<Format>,
    /// What counts as an error in this run.
    pub deny: Deny,
    /// How many findings are listed for people.
    pub most: Option<u32>,
    /// How words look.
    pub look: Look,
    /// No summary.
    pub quiet: bool,
    /// `--strict` of a build, `--stop-only` of a check.
    pub narrowed: bool,
    /// `--compress` of a build.
    pub packings: Vec<Packing>,
}

/// All that a result depends on besides files.
#[derive(Clone, Copy, Debug, Hash)]
pub struct ResultKey<'a> {
    /// What was asked for.
    pub request: &'a Request,
    /// The folders.
    pub project: &'a Project,
    /// The day of the run.
    pub today: Day,
}

impl ResultKey<'_> {
    fn digest(&self) -> [u8; 32] {
        let mut hasher = Blake3(blake3::Hasher::new());
        self.hash(&mut hasher);
        *hasher.0.finalize().as_bytes()
    }
}

/// BLAKE3 of what is hashed, for keys that outlive the program.
struct Blake3(blake3::Hasher);

impl Hasher for Blake3 {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        self.0.finalize().as_bytes().first_chunk().map_or(0, |it| u64::from_le_bytes(*it))
    }
}

/// The result of the run before, and what it is compared with.
#[derive(Debug)]
pub struct ResultCache {
    cache: DiskCache,
    command: Command,
    key: [u8; 32],
    /// A number for all that is read, the lock apart; none where a change of it might not show.
    inputs: Option<u128>,
    outputs: Option<OutputSnapshot>,
}

impl ResultCache {
    /// Looks at what the command of `key` would read, which lies there as `inputs` says, and for a build at the site.
    pub fn look(cache: DiskCache, key: ResultKey<'_>, inputs: InputState) -> Self {
        let ResultKey { request, project, .. } = key;
        let themes = project.theme.iter().cloned().chain([project.root.join("themes")]);
        let mut number = (!inputs.is_racy).then_some(inputs.digest);
        for folder in themes.filter(|it| it.is_dir()) {
            number = number.and_then(|sum| Some(sum.wrapping_add(self::inputs(&folder, inputs.at)?)));
        }
        let outputs = (request.command == Command::Build).then(|| OutputSnapshot::new(&project.out));
        Self { cache, command: request.command, key: key.digest(), inputs: number, outputs }
    }

    /// The cache behind it.
    pub fn cache(&self) -> &DiskCache {
        &self.cache
    }

    fn name(&self) -> &'static str {
        match self.command {
            Command::Check => "last-check",
            Command::Build => "last-build",
        }
    }

    /// What was printed when all was as it is.
    pub fn find(&self, project: &Project) -> Option<Transcript> {
        let bytes = self.cache.load(self.name())?;
        let mut from = Unpacker::new(&bytes);
        let is_same = from.array()? == self.key
            && u128::from_le_bytes(from.array()?) == self.inputs?.wrapping_add(lock(project)?.0);
        let outputs = from.option(|from| from.array().map(u128::from_le_bytes))?;
        let lies = outputs.is_none_or(|it| self.outputs.as_ref().is_some_and(|snapshot| snapshot.digest == it));
        let transcript = Transcript {
            code: from.byte()?,
            out: from.text()?.to_owned(),
            err: from.text()?.to_owned(),
            reports: from.list(|from| Some(from.text()?.to_owned()))?,
        };
        (is_same && lies).then_some(transcript)
    }

    /// What the writer needs of the site as it lies there.
    pub fn previous_site(&mut self, project: &Project) -> Option<PreviousSite> {
        let snapshot = self.outputs.take()?;
        Some(PreviousSite::new(self.cache.clone(), &project.out, snapshot))
    }

    /// Keeps `transcript`, of a site with the number `outputs`; none where no site was asked for.
    pub fn keep(&self, project: &Project, outputs: Option<u128>, transcript: &Transcript) {
        let keep = || {
            let (lock, tells) = lock(project)?;
            let words = transcript.reports.iter().chain([&transcript.out, &transcript.err]).map(String::len);
            let inputs = self.inputs.filter(|_| tells && words.sum::<usize>() < LIMIT)?;
            let mut to = Packer::default();
            to.raw(&self.key);
            to.raw(&inputs.wrapping_add(lock).to_le_bytes());
            to.option(outputs, |to, it| to.raw(&it.to_le_bytes()));
            to.byte(transcript.code);
            to.text(&transcript.out);
            to.text(&transcript.err);
            to.list(transcript.reports.iter(), |to, it| to.text(it));
            self.cache.save(self.name(), &[to.bytes()]);
            Some(())
        };
        // What is not kept is found out again.
        let _ = keep();
    }
}

/// A number for all that lies in `folder`; none where it cannot be listed, or a change after the moment `at` might not show.
fn inputs(folder: &Path, at: i64) -> Option<u128> {
    let scan = scan_dir(folder, &folder.to_string_lossy(), &|_, _| false).ok()?;
    let racy = |kind| matches!(kind, FileType::File(_, Some(stamp)) if stamp.is_racy(at));
    (!scan.files.iter().any(|it| racy(it.kind))).then_some(scan.digest)
}

/// A number for the lock as it lies there, and whether any later change will show in it.
fn lock(project: &Project) -> Option<(u128, bool)> {
    let at = now();
    match fs::symlink_metadata(project.lock()) {
        Ok(about) => {
            let stamp = stamp(&about);
            let kind = FileType::File(stamp.size, Some(stamp));
            Some((digest("catalogue", b"index.lock", kind), !stamp.is_racy(at)))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Some((0, true)),
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{diagnostic::Level, resolve::Numbering, vocabulary::Lang};

    #[test]
    fn every_part_of_the_key_counts() {
        let project = |out: &str| Project {
            root: "/p".into(),
            catalogue: "/p/catalogue".into(),
            content: "/p/content".into(),
            theme: None,
            out: out.into(),
            here: "/p".into(),
        };
        let options = Options { as_of: None, numbering: Numbering::Tell, merged: false, pages: false, search: true };
        let look = Look { lang: Lang::Zh, colour: false, width: 100 };
        let request = Request {
            command: Command::Check,
            options,
            format: Format::Human,
            reports: Vec::new(),
            deny: Deny::default(),
            look,
            quiet: false,
            narrowed: false,
            packings: Vec::new(),
            most: None,
        };
        let requests = [
            request.clone(),
            Request { command: Command::Build, ..request.clone() },
            Request { options: Options { as_of: Some(Day::MAX), ..options }, ..request.clone() },
            Request { options: Options { numbering: Numbering::Refuse, ..options }, ..request.clone() },
            Request { options: Options { merged: true, ..options }, ..request.clone() },
            Request { options: Options { pages: true, ..options }, ..request.clone() },
            Request { options: Options { search: false, ..options }, ..request.clone() },
            Request { format: Format::Json, ..request.clone() },
            Request { reports: vec![Format::Json], ..request.clone() },
            Request { most: Some(1), ..request.clone() },
            Request { reports: vec![Format::Sarif], ..request.clone() },
            Request { deny: Deny { least: Some(Level::Warn), ..Deny::default() }, ..request.clone() },
            Request { deny: Deny { least: Some(Level::Note), ..Deny::default() }, ..request.clone() },
            Request { deny: Deny { rules: ["GK0401"].into(), ..Deny::default() }, ..request.clone() },
            Request { look: Look { lang: Lang::En, ..look }, ..request.clone() },
            Request { look: Look { colour: true, ..look }, ..request.clone() },
            Request { look: Look { width: 80, ..look }, ..request.clone() },
            Request { quiet: true, ..request.clone() },
            Request { narrowed: true, ..request.clone() },
            Request { packings: vec![Packing::Gzip], ..request.clone() },
        ];
        let (here, there) = (project("/p/public"), project("/p/other"));
        let digest = |request, project, today| ResultKey { request, project, today }.digest();
        let mut all: Vec<_> = requests.iter().map(|it| digest(it, &here, Day::MAX)).collect();
        all.push(digest(&request, &there, Day::MAX));
        all.push(digest(&request, &here, "2018-12-31".parse().unwrap()));
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
