//! From what was typed to an exit code.

use std::{ffi::OsString, process::ExitCode};

use anyhow::Result;
use clap::{ArgMatches, error::ErrorKind};

use super::{allow, ask::Ask, build, check, command::command, explain, init, lock, nil, rules, say, usage_error};
use crate::{
    driver::{exit_code, told, why},
    text::Lang,
};

/// Runs what `args` ask for; the first is the program's name.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let lang = say::lang(&args);
    let matches = match command(lang).try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) => return usage_error_code(&error, lang),
    };
    match dispatch(&matches, lang) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            say::err(&failure(&error, lang));
            ExitCode::from(exit_code(&error))
        }
    }
}

fn usage_error_code(error: &clap::Error, lang: Lang) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = say::out(&help(error, lang));
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            say::err(&help(error, lang));
            ExitCode::from(2)
        }
        _ => {
            say::err(&usage_error::words(error, lang));
            ExitCode::from(2)
        }
    }
}

/// Clap's help, with the two words of its own in the user's tongue.
fn help(error: &clap::Error, lang: Lang) -> String {
    let text = error.render().to_string();
    match lang {
        Lang::Zh => text.replace("[OPTIONS]", "[选项]").replace("<COMMAND>", "<命令>"),
        Lang::En => text,
    }
}

fn dispatch(matches: &ArgMatches, lang: Lang) -> Result<u8> {
    let (name, own) = matches.subcommand().expect("clap requires a command");
    if let Some(&jobs) = own.get_one::<u16>("jobs") {
        // A pool that stands already (a second run in one process) keeps its size.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(usize::from(jobs)).build_global();
    }
    let ask = Ask::new(own, lang)?;
    match name {
        "check" => check::run(&ask, own),
        "build" => build::run(&ask, own),
        "explain" => explain::run(&ask, own),
        "rules" => rules::run(&ask, own),
        "init" => init::run(&ask, own),
        "allow" => allow::run(&ask, own),
        "nil" => nil::run(&ask, own),
        "lock" => lock::run(&ask),
        other => unreachable!("clap knows no command {other}"),
    }
}

/// The failure and what it came from, a line each.
fn failure(error: &anyhow::Error, lang: Lang) -> String {
    let head = match lang {
        Lang::Zh => "错误：",
        Lang::En => "error: ",
    };
    let mut out = format!("{head}{}", told(error, lang));
    for cause in error.chain().skip(1) {
        match cause.downcast_ref().and_then(why) {
            Some(words) => out.push_str(&format!("\n  ← {}\n  ← {cause}", words.get(lang))),
            None => out.push_str(&format!("\n  ← {cause}")),
        }
    }
    out
}
