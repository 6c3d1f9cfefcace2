//! The last result as a whole: where nothing that it depends on has changed, it is said again.

use std::{fs, path::Path};

use super::{
    cache::Cache,
    outputs::Lying,
    stamp::{Stamp, now},
    survey::{Lies, digest, survey},
};
use crate::{
    driver::{Listed, Project, output},
    pack::{Packer, Unpacker},
};

/// The most bytes of words that are kept.
const LIMIT: usize = 16 << 20;

/// What a command said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// On standard output.
    pub out: String,
    /// On standard error, where nothing has changed; empty if it was to be quiet.
    pub err: String,
    /// Its exit code.
    pub code: u8,
}

/// What is remembered of the run before, and what it is compared with.
#[derive(Debug, Default)]
pub struct Recall {
    cache: Option<Cache>,
    name: String,
    /// All that was asked for.
    asked: Vec<u8>,
    /// A number for all that is read, the lock apart; none where a change of it might not show.
    inputs: Option<u128>,
    lying: Option<Lying>,
}

impl Recall {
    /// Looks at what `command` would read, and with `site` at the site that lies there. `asked` says all that its result
    /// depends on besides files: what was typed, the day, the tongue.
    pub fn look(project: &Project, listed: &Listed, command: &str, asked: &str, site: bool) -> Self {
        let Some(cache) = Cache::of(project) else { return Self::default() };
        let themes = project.theme.iter().cloned().chain([project.root.join("themes")]);
        let mut inputs = listed.settled.then_some(listed.digest);
        for folder in themes.filter(|it| it.is_dir()) {
            inputs = inputs.and_then(|sum| Some(sum.wrapping_add(self::inputs(&folder, listed.at)?)));
        }
        let asked = format!("{project:?}\n{asked}").into_bytes();
        let lying = site.then(|| Lying::look(&project.out));
        Self { cache: Some(cache), name: format!("last-{command}"), asked, inputs, lying }
    }

    /// The cache; none where nothing is to be remembered.
    pub fn cache(&self) -> Option<&Cache> {
        self.cache.as_ref()
    }

    /// What was said when all was as it is.
    pub fn said(&self, project: &Project) -> Option<Said> {
        let bytes = self.cache.as_ref()?.load(&self.name)?;
        let mut from = Unpacker::new(&bytes);
        let length = from.length()?;
        let is_same = from.raw(length)? == self.asked
            && u128::from_le_bytes(from.array()?) == self.inputs?.wrapping_add(lock(project)?.0);
        let outputs = from.option(|from| from.array().map(u128::from_le_bytes))?;
        let lies = outputs.is_none_or(|it| self.lying.as_ref().is_some_and(|lying| lying.digest == it));
        let said = Said { code: from.byte()?, out: from.text()?.to_owned(), err: from.text()?.to_owned() };
        (is_same && lies).then_some(said)
    }

    /// What the writer needs of it.
    pub fn memory(&mut self, project: &Project) -> Option<output::Memory> {
        let lying = self.lying.take()?;
        Some(output::Memory::new(self.cache.clone()?, &project.out, lying))
    }

    /// Remembers what was `said`, of a site that lies there as `outputs`; none where no site was asked for.
    pub fn keep(&self, project: &Project, outputs: Option<u128>, said: &Said) {
        let keep = || {
            let (lock, settled) = lock(project)?;
            let inputs = self.inputs.filter(|_| settled && said.out.len() + said.err.len() < LIMIT)?;
            let mut to = Packer::default();
            to.length(self.asked.len());
            to.raw(&self.asked);
            to.raw(&inputs.wrapping_add(lock).to_le_bytes());
            to.option(outputs, |to, it| to.raw(&it.to_le_bytes()));
            to.byte(said.code);
            to.text(&said.out);
            to.text(&said.err);
            self.cache.as_ref()?.save(&self.name, &[to.bytes()]);
            Some(())
        };
        // What is not remembered is found out again.
        let _ = keep();
    }
}

/// A number for all that lies in `folder`; none where it cannot be listed, or a change after the moment `at` might not show.
fn inputs(folder: &Path, at: i64) -> Option<u128> {
    let seen = survey(folder, &folder.to_string_lossy(), &|_, _| false).ok()?;
    let settled = |lies| !matches!(lies, Lies::File(stamp) if !stamp.is_settled(at));
    seen.iter().all(|it| settled(it.lies)).then(|| seen.iter().fold(0, |sum, it| it.number.wrapping_add(sum)))
}

/// A number for the lock as it lies there, and whether any later change will show in it.
fn lock(project: &Project) -> Option<(u128, bool)> {
    let at = now();
    match fs::symlink_metadata(project.lock()) {
        Ok(about) => {
            let stamp = Stamp::of(&about);
            Some((digest("catalogue", b"index.lock", Lies::File(stamp)), stamp.is_settled(at)))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Some((0, true)),
        Err(_) => None,
    }
}
