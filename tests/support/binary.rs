//! The program as its users run it: a process, under a watchdog.

use std::{ffi::OsStr, path::Path, process::Output, time::Duration};

use assert_cmd::Command;

use super::finding::{Finding, findings};

/// Nothing that is asked of the program may take longer: a test that would hang fails instead.
const WATCHDOG: Duration = Duration::from_secs(20);

/// The program, with an environment of its own: Chinese, no colours, no terminal.
pub fn gongkai(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("gongkai").expect("the program is built with the tests");
    command
        .current_dir(folder)
        .timeout(WATCHDOG)
        .env_remove("COLUMNS")
        .env("NO_COLOR", "1")
        .env("LC_ALL", "zh_CN.UTF-8");
    command
}

/// Runs the program in `folder` with `args`.
pub fn run(folder: &Path, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Done {
    Done::of(gongkai(folder).args(args))
}

/// What a run answered.
pub struct Done {
    /// The exit code; none when it was killed, by the watchdog too.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Done {
    /// Runs `command`.
    pub fn of(command: &mut Command) -> Self {
        let Output { status, stdout, stderr } = command.output().expect("the program starts");
        let text = |bytes| String::from_utf8(bytes).expect("the program prints UTF-8");
        let done = Self { code: status.code(), out: text(stdout), err: text(stderr) };
        assert!(!done.err.contains("panicked at"), "a panic is our fault:\n{}", done.err);
        assert!(done.code.is_some(), "killed, or slower than {WATCHDOG:?}:\n{}", done.err);
        done
    }

    /// Fails unless it answered `code`.
    #[track_caller]
    pub fn code(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "out:\n{}\nerr:\n{}", self.out, self.err);
        self
    }

    /// The findings that a run with `--format json` told.
    pub fn findings(&self) -> Vec<Finding> {
        findings(&self.out)
    }
}

/// All findings of the project in `folder`, as a program reads them.
pub fn check(folder: &Path) -> Vec<Finding> {
    let done = run(folder, ["check", "--format", "json", "--quiet"]);
    assert!(matches!(done.code, Some(0 | 1)), "out:\n{}\nerr:\n{}", done.out, done.err);
    done.findings()
}
