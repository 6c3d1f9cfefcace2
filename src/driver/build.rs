//! From a judged project to a written site.

use anyhow::Result;

use super::{
    Compiled, Project, Timings, Written,
    compile::PLAN,
    output::{Disk, Memory, Output},
    press::Press,
    steps::Steps,
    theme, write_lock,
};
use crate::{
    diagnostic::{Findings, Report},
    site,
};

/// What became of a build.
#[derive(Debug)]
pub struct Built {
    /// What was found.
    pub report: Report,
    /// What was written; none where something stopped it.
    pub written: Option<Written>,
    /// How long each phase took, those of the compilation first.
    pub timings: Timings,
}

/// Writes the site, unless a stop error stands; with `strict`, unless any error does. The lock is written before the site
/// takes effect. What lies there as `memory` knows it, and would be made again from the same, is kept.
///
/// # Errors
///
/// [`Usage`](super::Usage) for an output folder that is not ours; the machine's.
pub fn build(
    project: &Project,
    compiled: &mut Compiled,
    strict: bool,
    lock: bool,
    memory: Option<Memory>,
    steps: &dyn Steps,
) -> Result<Built> {
    let mut found = Findings::new();
    let theme = theme::load(project, &compiled.model.site, &mut found)?;
    let (site, planned) = site::plan(&compiled.model, &compiled.standing, &compiled.sources, compiled.facts());
    compiled.findings.extend(found);
    compiled.findings.extend(planned);
    let mut timings = compiled.timings.clone();
    timings.lap("plan", PLAN);
    let report = compiled.close();
    timings.lap("close", words! { zh: "定级", en: "close" });
    let (Some(theme), false) = (theme, report.stops() || (strict && report.fails())) else {
        return Ok(Built { report, written: None, timings });
    };
    // Taking hold of the folder comes first: where it cannot be written, the lock stays as it is.
    let remembers = memory.is_some();
    let output = Output::open(project, &Disk::default())?.knowing(memory);
    let lines = std::mem::take(&mut compiled.lock);
    let press = Press { project, compiled, site: &site, theme: &theme, output: &output, remembers };
    press.assets()?;
    press.attachments()?;
    timings.lap("files", words! { zh: "写附件和样式", en: "write attachments and styles" });
    // Most often the lock says the same already; to see it takes a while, and nothing waits for it.
    let lock = || if lock { write_lock(project, lines).map(drop) } else { Ok(()) };
    let (locked, made) = rayon::join(lock, || press.pages(steps));
    locked?;
    let questions = made?;
    timings.lap("pages", words! { zh: "排网页", en: "make pages" });
    press.indices(questions.as_ref())?;
    timings.lap("indices", words! { zh: "写数据文件", en: "write indices" });
    let written = output.commit()?;
    timings.lap("commit", words! { zh: "落盘和生效", en: "sync and commit" });
    Ok(Built { report, written: Some(written), timings })
}
