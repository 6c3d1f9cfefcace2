//! What was asked for, typed: from clap's matches to values that the commands use.

use std::{
    path::PathBuf,
    sync::atomic::{AtomicBool, Ordering},
};

use anyhow::Result;
use clap::ArgMatches;

use super::say;
use crate::{
    day::Day,
    driver::{Folders, Listed, Options, Project, Recall, Said, Timings, Usage, replace, today},
    print::{Format, Look},
    resolve::Numbering,
    text::{Lang, Words},
};

/// The phase in which a run looks whether anything has changed since the last.
pub const RECALL: Words = crate::words! { zh: "核对有没有变化", en: "see what has changed" };

/// What every command may ask.
#[derive(Debug)]
pub struct Ask {
    /// How to print.
    pub look: Look,
    /// The folders typed.
    pub folders: Folders,
    /// `--as-of`.
    pub as_of: Option<Day>,
    /// No progress, no summary.
    pub quiet: bool,
    /// Whether anything is remembered from run to run.
    pub cached: bool,
    /// Tell how long each phase took.
    pub verbose: bool,
    /// Where the timings are written as JSON.
    pub timings: Option<PathBuf>,
    /// Whether standard output has been written to: a document is whole, or spoilt, and no other may follow it.
    has_said: AtomicBool,
}

impl Ask {
    /// Reads what is common to all commands.
    ///
    /// # Errors
    ///
    /// [`Usage`] for a day that is none.
    pub fn new(matches: &ArgMatches, lang: Lang) -> Result<Self> {
        let path = |name: &str| matches.try_get_one::<PathBuf>(name).ok().flatten().cloned();
        Ok(Self {
            look: say::look(lang),
            folders: Folders {
                directory: path("directory"),
                catalogue: path("catalogue"),
                content: path("content"),
                theme: path("theme"),
                out: path("out"),
            },
            as_of: day(matches, "as-of")?,
            quiet: matches.get_flag("quiet"),
            cached: !matches!(matches.try_get_one::<bool>("no-cache"), Ok(Some(true))),
            verbose: matches.get_flag("verbose"),
            timings: path("timings"),
            has_said: AtomicBool::new(false),
        })
    }

    /// Whether anything was said on standard output.
    pub fn has_said(&self) -> bool {
        self.has_said.load(Ordering::Relaxed)
    }

    /// The project asked for.
    ///
    /// # Errors
    ///
    /// As [`Project::find`].
    pub fn project(&self) -> Result<Project> {
        Project::find(&self.folders)
    }

    /// How to compile.
    pub fn options(&self, numbering: Numbering) -> Options {
        Options { as_of: self.as_of, today: today(), numbering, merged: false, pages: false }
    }

    /// Tells the timings of a run where they were asked for.
    ///
    /// # Errors
    ///
    /// The machine's, where `--timings` cannot be written.
    pub fn timings(&self, timings: &Timings) -> Result<()> {
        if self.verbose {
            say::err(timings.table(self.lang()).trim_end());
        }
        self.timings.as_ref().map_or(Ok(()), |path| replace(path, timings.json().as_bytes()))
    }

    /// What is remembered of the last run of `command`, whose result depends on `asked` besides files and look; with
    /// `site`, on the site as well. Nothing with `--no-cache`.
    pub fn recall(&self, project: &Project, listed: &Listed, command: &str, asked: &str, site: bool) -> Recall {
        if !self.cached {
            return Recall::default();
        }
        Recall::look(project, listed, command, &format!("{:?} {} {asked}", self.look, self.quiet), site)
    }

    /// Says again what was said when all was as it is.
    ///
    /// # Errors
    ///
    /// The machine's.
    pub fn again(&self, mut timings: Timings, said: &Said) -> Result<u8> {
        self.say(said)?;
        timings.lap("recall", RECALL);
        self.timings(&timings)?;
        Ok(said.code)
    }

    /// Says it.
    ///
    /// # Errors
    ///
    /// The machine's.
    pub fn say(&self, said: &Said) -> Result<()> {
        self.has_said.store(true, Ordering::Relaxed);
        say::out(&said.out)?;
        if !said.err.is_empty() {
            say::err(&said.err);
        }
        Ok(())
    }

    /// Says `line` about the run, unless asked to be quiet.
    pub fn note(&self, line: &str) {
        if !self.quiet {
            say::err(line);
        }
    }

    /// Adds `line` about the run to what is said, unless asked to be quiet.
    pub fn add(&self, said: &mut Said, line: &str) {
        if self.quiet {
            return;
        }
        if !said.err.is_empty() {
            said.err.push('\n');
        }
        said.err.push_str(line);
    }

    /// The tongue.
    pub fn lang(&self) -> Lang {
        self.look.lang
    }
}

/// The day of the option `name`.
///
/// # Errors
///
/// [`Usage`] for one that is no day.
pub fn day(matches: &ArgMatches, name: &str) -> Result<Option<Day>> {
    let Some(typed) = matches.try_get_one::<String>(name).ok().flatten() else { return Ok(None) };
    if let Ok(day) = typed.parse() {
        Ok(Some(day))
    } else {
        let slip = match Day::guess(typed) {
            Some(day) => text! {
                zh: "--{name}：“{typed}”不是日期，要写成 2018-12-31 这样；是不是 {day}？",
                en: "--{name}: `{typed}` is no day like 2018-12-31; did you mean {day}?"
            },
            None => text! {
                zh: "--{name}：“{typed}”不是日期，要写成 2018-12-31 这样",
                en: "--{name}: `{typed}` is no day like 2018-12-31"
            },
        };
        Err(Usage(slip).into())
    }
}

/// `--format`; the one for people where the command has no such option.
pub fn format(matches: &ArgMatches) -> Format {
    matches.try_get_one::<Format>("format").ok().flatten().copied().unwrap_or_default()
}

/// The text of the option or argument `name`; empty where it is not typed.
pub fn text<'a>(matches: &'a ArgMatches, name: &str) -> &'a str {
    matches.try_get_one::<String>(name).ok().flatten().map_or("", String::as_str)
}

/// Refuses an option `name` that says nothing, or holds characters that no one can read.
///
/// # Errors
///
/// [`Usage`].
pub fn said(matches: &ArgMatches, name: &str) -> Result<()> {
    let typed = text(matches, name);
    let unread = typed.chars().any(|c| c.is_control() && c != '\n' && c != '\t');
    if !typed.trim().is_empty() && !unread {
        return Ok(());
    }
    let slip = if unread {
        text! { zh: "--{name} 里有看不见的控制字符", en: "--{name} holds control characters" }
    } else {
        text! { zh: "--{name} 不能是空的", en: "--{name} must not be empty" }
    };
    Err(Usage(slip).into())
}
