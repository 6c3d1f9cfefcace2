//! How long each phase took: told with `-v`, written with `--timings`, never part of a result.

use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use serde::Serialize;

use crate::{
    vocabulary::{Lang, Words},
    world::Progress,
};

/// Measures the phases of a run, and passes on how far it is.
pub struct Timings<'a> {
    progress: &'a dyn Progress,
    start: Instant,
    phases: Mutex<Vec<Phase>>,
}

/// A phase.
#[derive(Clone, Copy, Debug)]
struct Phase {
    key: &'static str,
    name: Words,
    took: Duration,
}

#[derive(Serialize)]
struct Row {
    phase: &'static str,
    seconds: f64,
}

impl<'a> Timings<'a> {
    /// Begins to count.
    #[expect(clippy::disallowed_methods, reason = "this is the place that looks how long things take")]
    pub fn start(progress: &'a dyn Progress) -> Self {
        Self { progress, start: Instant::now(), phases: Mutex::default() }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Phase>> {
        self.phases.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A line a phase, and the whole.
    pub fn table(&self, lang: Lang) -> String {
        let whole = words! { zh: "合计", en: "whole" };
        let line = |name: Words, took: Duration| format!("{:>9.3} s  {}\n", took.as_secs_f64(), name.get(lang));
        let phases = self.lock();
        let mut out: String = phases.iter().map(|it| line(it.name, it.took)).collect();
        out.push_str(&line(whole, phases.iter().map(|it| it.took).sum()));
        out
    }

    /// The phases as JSON, seconds as numbers.
    pub fn json(&self) -> String {
        let row = |it: &Phase| Row { phase: it.key, seconds: it.took.as_secs_f64() };
        let rows: Vec<Row> = self.lock().iter().map(row).collect();
        let mut out = serde_json::to_string_pretty(&rows).expect("names and numbers always serialise");
        out.push('\n');
        out
    }
}

impl Progress for Timings<'_> {
    fn entries(&self, count: usize) {
        self.progress.entries(count);
    }

    fn pages(&self, count: usize) {
        self.progress.pages(count);
    }

    fn advance(&self, count: usize) {
        self.progress.advance(count);
    }

    fn phase(&self, key: &'static str, name: Words) {
        let mut phases = self.lock();
        let before: Duration = phases.iter().map(|it| it.took).sum();
        phases.push(Phase { key, name, took: self.start.elapsed().saturating_sub(before) });
        self.progress.phase(key, name);
    }
}
