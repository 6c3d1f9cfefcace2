//! Progress: on a terminal's standard error only, gone when done.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::{ask::Ask, say};
use crate::{vocabulary::Words, world::Progress};

/// A line that moves while work goes on.
#[derive(Debug)]
pub struct Bar {
    bar: ProgressBar,
    lang: crate::vocabulary::Lang,
}

impl Bar {
    /// Begins; silent where nobody watches or quiet was asked for.
    pub fn new(ask: &Ask, what: Words) -> Self {
        let bar = if ask.quiet || !say::watched() { ProgressBar::hidden() } else { ProgressBar::new_spinner() };
        bar.set_message(what.get(ask.lang()));
        bar.enable_steady_tick(Duration::from_millis(120));
        Self { bar, lang: ask.lang() }
    }

    /// Goes on to `count` steps of `what`.
    fn steps(&self, what: Words, count: usize) {
        let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}");
        if let Ok(style) = style {
            self.bar.set_style(style);
        }
        self.bar.set_length(count as u64);
        self.bar.set_position(0);
        self.bar.set_message(what.get(self.lang));
    }

    /// Ends, and leaves nothing behind.
    pub fn done(&self) {
        self.bar.finish_and_clear();
    }
}

impl Progress for Bar {
    fn entries(&self, count: usize) {
        self.steps(words! { zh: "正在读条目", en: "reading entries" }, count);
    }

    fn pages(&self, count: usize) {
        self.steps(words! { zh: "正在生成网页", en: "making pages" }, count);
    }

    fn advance(&self, count: usize) {
        self.bar.inc(count as u64);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
