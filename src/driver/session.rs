//! One run over a project on disk: the order of its steps, and what of the last run is taken over. Commands say what they
//! want and how to print it; none of them repeats the order.

use anyhow::Result;

use super::{
    DiskStore, DiskWorld, Project, Timings,
    disk_cache::DiskCache,
    disk_site::{Disk, DiskSite, Written, complete},
    result_cache::{Request, ResultCache, ResultKey, Transcript},
};
use crate::{
    compile::{Analysis, LoadedTheme, LockUpdate, Options, SitePlan, analyze, load_theme, texts},
    diagnostic::{Deny, Report},
    preview::Judged,
    print::Texts,
    publish::publish,
    vocabulary::Words,
    world::{Cache, Progress as _, ProjectStore as _, World as _},
};

/// The phase in which a run looks whether anything has changed since the last.
const RECALL: Words = words! { zh: "核对有没有变化", en: "see what has changed" };

/// Runs over the project of a world.
pub struct Session<'a> {
    world: &'a DiskWorld,
    timings: &'a Timings<'a>,
    /// Whether anything is kept from run to run.
    cached: bool,
}

/// Makes the words of a run.
pub trait Printer {
    /// What is said of the findings.
    fn findings(&self, analysis: &Analysis, report: &Report, texts: &Texts<'_>) -> Transcript;

    /// Adds what is said at the end of a build that has `written` the site, or has not.
    fn end(&self, _analysis: &Analysis, _written: Option<Written>, _transcript: &mut Transcript) {}
}

/// What a run comes to.
pub struct Outcome {
    /// What it prints.
    pub transcript: Transcript,
    /// What was judged; none where nothing has changed since the last run, whose words are said again. A program that ends may
    /// forget it: entry by entry it takes a tenth of a second to give back, where there are many.
    pub analysis: Option<Analysis>,
}

impl<'a> Session<'a> {
    /// Runs over `world`, measured by `timings`; with `cached` each takes over what the last one left.
    pub fn new(world: &'a DiskWorld, timings: &'a Timings<'a>, cached: bool) -> Self {
        Self { world, timings, cached }
    }

    fn project(&self) -> &'a Project {
        self.world.project()
    }

    /// Reads and judges the project, and keeps nothing.
    ///
    /// # Errors
    ///
    /// As [`analyze`].
    pub fn analyze(&self, options: &Options) -> Result<(Analysis, LockUpdate)> {
        analyze(self.world, options, None, self.timings)
    }

    /// The same, with all that a check would tell.
    ///
    /// # Errors
    ///
    /// As [`analyze`] and [`load_theme`].
    pub fn judge(&self, options: &Options) -> Result<(Analysis, Report)> {
        let (analysis, _) = self.analyze(options)?;
        let report = self.report(&analysis)?;
        Ok((analysis, report))
    }

    fn report(&self, analysis: &Analysis) -> Result<Report> {
        let theme = load_theme(self.world, &analysis.model.site)?;
        let plan = analysis.plan(&theme);
        self.timings.phase("plan", PLAN);
        Ok(plan.report())
    }

    /// Judges the project and plans its site, of which `make` makes something else than files. Answers with what that answered and what was
    /// judged, as [`preview`](Self::preview).
    ///
    /// # Errors
    ///
    /// As [`judge`](Self::judge), and those of `make`.
    pub fn plan<T>(
        &self,
        options: &Options,
        make: impl FnOnce(&SitePlan<'_>, &LoadedTheme) -> Result<T>,
    ) -> Result<(T, Analysis)> {
        let cache = self.cached.then(|| DiskCache::of(self.project())).flatten();
        let (analysis, _) = analyze(self.world, options, cache.as_ref().map(|it| it as &dyn Cache), self.timings)?;
        let theme = load_theme(self.world, &analysis.model.site)?;
        let plan = analysis.plan(&theme);
        self.timings.phase("plan", PLAN);
        let made = make(&plan, &theme)?;
        drop(plan);
        Ok((made, analysis))
    }

    /// Brings the lock up to date. Answers how many lines it has, and whether it is another now.
    ///
    /// # Errors
    ///
    /// As [`analyze`]; the machine's.
    pub fn lock(&self, options: &Options) -> Result<(usize, bool)> {
        let (_, update) = self.analyze(options)?;
        let count = update.lock.lines.len();
        let changed = DiskStore::new(self.project()).apply(&[update.into_edit()])?;
        Ok((count, changed))
    }

    /// Checks the project. `filter` may leave out findings before they are printed and counted.
    ///
    /// # Errors
    ///
    /// As [`judge`](Self::judge).
    pub fn check(&self, request: &Request, filter: fn(&mut Report, &Deny), printer: &dyn Printer) -> Result<Outcome> {
        let results = self.results(request)?;
        if let Some(transcript) = self.recall(results.as_ref()) {
            return Ok(Outcome { transcript, analysis: None });
        }
        let cache = results.as_ref().map(|it| it.cache() as &dyn Cache);
        let (analysis, _) = analyze(self.world, &request.options, cache, self.timings)?;
        let mut report = self.report(&analysis)?;
        report.deny(&request.deny);
        filter(&mut report, &request.deny);
        let paths = self.project().paths();
        paths.rename(&mut report);
        let texts = texts(self.world, &analysis.sources, &report).at(paths);
        let mut transcript = printer.findings(&analysis, &report, &texts);
        transcript.code = u8::from(report.fails());
        if let Some(results) = results {
            results.keep(self.project(), None, &transcript);
        }
        Ok(Outcome { transcript, analysis: Some(analysis) })
    }

    /// Checks the project and writes its site, unless a stop error stands; where the request is narrowed, unless any error does.
    /// The lock is written, if at all, before the site takes effect: a number that readers saw can never be given again.
    ///
    /// # Errors
    ///
    /// As [`judge`](Self::judge), [`DiskSite::open`] and [`publish`].
    pub fn build(&self, request: &Request, lock: bool, printer: &dyn Printer) -> Result<Outcome> {
        complete(self.project(), &Disk::default())?;
        let mut results = self.results(request)?;
        if let Some(transcript) = self.recall(results.as_ref()) {
            return Ok(Outcome { transcript, analysis: None });
        }
        let cache = results.as_ref().map(|it| it.cache().clone());
        // What is known of the site is needed only when pages are due.
        let (analyzed, previous) = rayon::join(
            || analyze(self.world, &request.options, cache.as_ref().map(|it| it as &dyn Cache), self.timings),
            || results.as_mut().and_then(|it| it.previous_site(self.project())),
        );
        let (analysis, update) = analyzed?;
        let theme = load_theme(self.world, &analysis.model.site)?;
        let plan = analysis.plan(&theme);
        self.timings.phase("plan", PLAN);
        let mut report = plan.report();
        report.deny(&request.deny);
        self.timings.phase("close", CLOSE);
        let stops = report.stops() || (request.narrowed && report.fails());
        let written = match theme.theme.as_ref().filter(|_| !stops) {
            None => None,
            Some(theme) => {
                // Taking hold of the folder comes first: where it cannot be written, the lock stays as it is.
                let site = DiskSite::open(self.project(), &Disk::default())?;
                let site = site.after(previous).packed(&request.packings);
                // Most often the lock says the same already; to see it takes a while, and nothing waits for it.
                let store = DiskStore::new(self.project());
                let lock = || if lock { store.apply(&[update.into_edit()]).map(drop) } else { Ok(()) };
                let (locked, published) = rayon::join(lock, || publish(&plan, theme, self.world, &site, self.timings));
                locked.and(published)?;
                let written = site.commit()?;
                self.timings.phase("commit", words! { zh: "落盘和生效", en: "sync and commit" });
                Some(written)
            }
        };
        drop(plan);
        let paths = self.project().paths();
        paths.rename(&mut report);
        let texts = texts(self.world, &analysis.sources, &report).at(paths);
        let mut transcript = printer.findings(&analysis, &report, &texts);
        transcript.code = u8::from(written.is_none());
        if let Some(results) = results.filter(|_| written.is_none_or(|it| it.digest.is_some())) {
            // Whatever stands there now, a later run of the same changes nothing.
            let mut again = transcript.clone();
            printer.end(&analysis, written.map(|it| Written { changed: 0, removed: 0, ..it }), &mut again);
            results.keep(self.project(), written.and_then(|it| it.digest), &again);
        }
        printer.end(&analysis, written, &mut transcript);
        drop(texts);
        Ok(Outcome { transcript, analysis: Some(analysis) })
    }

    /// Judges the project for a preview, and hands what it came to to `show`. Answers with what that answered and what was judged, for
    /// whoever has the time to give it back.
    ///
    /// # Errors
    ///
    /// As [`judge`](Self::judge).
    pub fn preview<T>(
        &self,
        options: &Options,
        cache: &dyn Cache,
        show: impl FnOnce(Judged<'_>) -> T,
    ) -> Result<(T, Analysis)> {
        let (analysis, _) = analyze(self.world, options, Some(cache), self.timings)?;
        let theme = load_theme(self.world, &analysis.model.site)?;
        let plan = analysis.plan(&theme);
        self.timings.phase("plan", PLAN);
        let mut report = plan.report();
        let paths = self.project().paths();
        paths.rename(&mut report);
        self.timings.phase("close", CLOSE);
        let shown = show(Judged { plan: &plan, theme: &theme, report: &report, paths: &paths, world: self.world });
        drop(plan);
        Ok((shown, analysis))
    }

    /// Judges the project for a report of supervisors, and lets `make` make it of the plan, of what a check would tell, and of the texts
    /// that findings stand in. Answers with what that answered and what was judged, as [`preview`](Self::preview).
    ///
    /// # Errors
    ///
    /// As [`judge`](Self::judge), and those of `make`.
    pub fn supervise<T>(
        &self,
        options: &Options,
        make: impl FnOnce(&SitePlan<'_>, &Report, &Texts<'_>) -> Result<T>,
    ) -> Result<(T, Analysis)> {
        let cache = self.cached.then(|| DiskCache::of(self.project())).flatten();
        let (analysis, _) = analyze(self.world, options, cache.as_ref().map(|it| it as &dyn Cache), self.timings)?;
        let theme = load_theme(self.world, &analysis.model.site)?;
        let plan = analysis.plan(&theme);
        self.timings.phase("plan", PLAN);
        let mut report = plan.report();
        let paths = self.project().paths();
        paths.rename(&mut report);
        self.timings.phase("close", CLOSE);
        let texts = texts(self.world, &analysis.sources, &report).at(paths);
        let made = make(&plan, &report, &texts)?;
        self.timings.phase("report", REPORT);
        drop((texts, plan));
        Ok((made, analysis))
    }

    /// Lists the project, and opens the results of earlier runs, if anything is kept.
    fn results(&self, request: &Request) -> Result<Option<ResultCache>> {
        let inputs = self.world.scan()?;
        self.timings.phase("walk", words! { zh: "列出文件", en: "list files" });
        let key = ResultKey { request, project: self.project(), today: self.world.today() };
        let cache = self.cached.then(|| DiskCache::of(self.project())).flatten();
        Ok(cache.map(|it| ResultCache::look(it, key, inputs)))
    }

    /// The words of the last run, where nothing has changed since.
    fn recall(&self, results: Option<&ResultCache>) -> Option<Transcript> {
        let transcript = results.and_then(|it| it.find(self.project()));
        self.timings.phase("recall", RECALL);
        transcript
    }
}

/// The phase in which levels are decided.
const CLOSE: Words = words! { zh: "定级", en: "close" };

/// The phase in which a report is made.
const REPORT: Words = words! { zh: "编制报告", en: "make the report" };

/// The phase in which the site is planned.
const PLAN: Words = words! { zh: "规划网站", en: "plan the site" };
