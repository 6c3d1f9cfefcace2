//! What was asked for, typed: from clap's matches to values that the commands use.

use std::{
    path::PathBuf,
    sync::atomic::{AtomicBool, Ordering},
};

use anyhow::Result;
use clap::ArgMatches;

use super::{deny, report_to, report_to::ReportTo, say};
use crate::{
    compile::Options,
    day::Day,
    diagnostic::Deny,
    driver::{Command, DiskWorld, Folders, Outcome, Project, Request, Timings, Transcript, replace},
    print::{Format, Look},
    resolve::Numbering,
    vocabulary::{Lang, names_nobody},
    world::Usage,
};

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
    /// `--report-to`: further reports.
    pub reports: Vec<ReportTo>,
    /// `--deny`.
    pub deny: Deny,
    /// `--max-findings`: how many are listed for people.
    pub most: Option<u32>,
    /// Whether standard output has been written to: a document is whole, or spoilt, and no other may follow it.
    has_said: AtomicBool,
}

impl Ask {
    /// Reads what is common to all commands.
    ///
    /// # Errors
    ///
    /// [`Usage`] for a day that is none, and for reports and rules that are none.
    pub fn new(matches: &ArgMatches, lang: Lang) -> Result<Self> {
        let path = |name: &str| matches.try_get_one::<PathBuf>(name).ok().flatten().cloned();
        Ok(Self {
            look: say::look(lang),
            folders: folders(matches),
            as_of: day(matches, "as-of")?,
            quiet: matches.get_flag("quiet"),
            cached: !matches!(matches.try_get_one::<bool>("no-cache"), Ok(Some(true))),
            verbose: matches.get_flag("verbose"),
            timings: path("timings"),
            reports: report_to::typed(matches)?,
            deny: deny::typed(matches)?,
            most: matches.try_get_one::<u32>("max-findings").ok().flatten().copied(),
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

    /// The project asked for, as it lies on disk today.
    ///
    /// # Errors
    ///
    /// As [`Project::find`] and [`report_to::check`].
    pub fn world(&self) -> Result<DiskWorld> {
        let project = self.project()?;
        report_to::check(&self.reports, &project)?;
        if let Some(path) = &self.timings {
            report_to::outside(path, &report_to::target(path, "timings")?, "timings", &project)?;
        }
        Ok(DiskWorld::new(project))
    }

    /// How to compile.
    pub fn options(&self, numbering: Numbering) -> Options {
        Options { as_of: self.as_of, numbering, merged: false, pages: false, search: true }
    }

    /// What `command` is asked to do.
    pub fn request(&self, command: Command, options: Options, format: Format, narrowed: bool) -> Request {
        Request {
            command,
            options,
            format,
            reports: self.reports.iter().map(|it| it.format).collect(),
            deny: self.deny.clone(),
            most: self.most,
            look: self.look,
            quiet: self.quiet,
            narrowed,
            packings: Vec::new(),
        }
    }

    /// Tells the timings of a run where they were asked for.
    ///
    /// # Errors
    ///
    /// The machine's, where `--timings` cannot be written.
    pub fn timings(&self, timings: &Timings<'_>) -> Result<()> {
        if self.verbose {
            say::err(timings.table(self.lang()).trim_end());
        }
        self.timings
            .as_ref()
            .map_or(Ok(()), |path| replace(&report_to::target(path, "timings")?, timings.json().as_bytes()))
    }

    /// Prints what a run came to, and how long it took; the program ends with its exit code.
    ///
    /// # Errors
    ///
    /// The machine's.
    pub fn finish(&self, outcome: Outcome, timings: &Timings<'_>) -> Result<u8> {
        let Outcome { transcript, analysis } = outcome;
        self.has_said.store(true, Ordering::Relaxed);
        say::out(&transcript.out)?;
        if !transcript.err.is_empty() {
            say::err(&transcript.err);
        }
        report_to::write(&self.reports, &transcript.reports)?;
        self.timings(timings)?;
        std::mem::forget(analysis);
        Ok(transcript.code)
    }

    /// Adds `line` about the run to what is said, unless asked to be quiet.
    pub fn add(&self, transcript: &mut Transcript, line: &str) {
        if self.quiet {
            return;
        }
        if !transcript.err.is_empty() {
            transcript.err.push('\n');
        }
        transcript.err.push_str(line);
    }

    pub fn lang(&self) -> Lang {
        self.look.lang
    }
}

/// The folders typed.
pub fn folders(matches: &ArgMatches) -> Folders {
    let path = |name: &str| matches.try_get_one::<PathBuf>(name).ok().flatten().cloned();
    Folders {
        directory: path("directory"),
        catalogue: path("catalogue"),
        content: path("content"),
        theme: path("theme"),
        out: path("out"),
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
    let who = matches!(name, "by" | "owner");
    let slip = if unread {
        text! { zh: "--{name} 里有看不见的控制字符", en: "--{name} holds control characters" }
    } else if typed.trim().is_empty() {
        text! { zh: "--{name} 不能是空的", en: "--{name} must not be empty" }
    } else if is_hole(typed) || who && names_nobody(typed) {
        if who {
            text! { zh: "--{name} 写着“{typed}”，没有说是谁：写科室或者职务，例如 办公室", en: "--{name} `{typed}` names nobody: write an office or a post" }
        } else {
            text! { zh: "--{name} 写着“{typed}”，没有说出内容：照实写明，会原样公开或存档", en: "--{name} `{typed}` says nothing: write it truly, it is kept and may be published" }
        }
    } else {
        return Ok(());
    };
    Err(Usage(slip).into())
}

/// Whether `typed` is what a message leaves for a person to fill in, 〔原因〕 or ……, and not an answer. 〔2018〕9号 is one.
fn is_hole(typed: &str) -> bool {
    let left_open = |inner: &str| {
        let hole = inner.split('〕').next().unwrap_or_default();
        inner.contains('〕') && !hole.trim().chars().all(|it| it.is_ascii_digit())
    };
    typed.split('〔').skip(1).any(left_open)
        || !typed.chars().any(char::is_alphanumeric)
        || matches!(
            typed.trim(),
            "原因" | "理由" | "TEXT" | "text" | "why" | "who" | "xxx" | "XXX" | "待填写" | "待核实" | "待定"
        )
}
