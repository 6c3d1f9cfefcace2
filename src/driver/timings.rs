//! How long each phase took: told with `-v`, written with `--timings`, never part of a result.

use std::time::{Duration, Instant};

use serde::Serialize;

use crate::text::{Lang, Words};

/// The phases of a run so far.
#[derive(Clone, Debug)]
pub struct Timings {
    start: Instant,
    last: Instant,
    phases: Vec<Phase>,
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

impl Timings {
    /// Begins to count.
    #[expect(clippy::disallowed_methods, reason = "this is the place that looks how long things take")]
    pub fn start() -> Self {
        let now = Instant::now();
        Self { start: now, last: now, phases: Vec::new() }
    }

    /// What was done since the last call was `name`.
    #[expect(clippy::disallowed_methods, reason = "this is the place that looks how long things take")]
    pub fn lap(&mut self, key: &'static str, name: Words) {
        let now = Instant::now();
        self.phases.push(Phase { key, name, took: now - self.last });
        self.last = now;
    }

    /// A line a phase, and the whole.
    pub fn table(&self, lang: Lang) -> String {
        let whole = words! { zh: "合计", en: "whole" };
        let line = |name: Words, took: Duration| format!("{:>9.3} s  {}\n", took.as_secs_f64(), name.get(lang));
        let mut out: String = self.phases.iter().map(|it| line(it.name, it.took)).collect();
        out.push_str(&line(whole, self.last - self.start));
        out
    }

    /// The phases as JSON, seconds as numbers.
    pub fn json(&self) -> String {
        let rows: Vec<Row> =
            self.phases.iter().map(|it| Row { phase: it.key, seconds: it.took.as_secs_f64() }).collect();
        let mut out = serde_json::to_string_pretty(&rows).expect("names and numbers always serialise");
        out.push('\n');
        out
    }
}
