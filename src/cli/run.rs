//! From what was typed to an exit code.

use std::{ffi::OsString, process::ExitCode};

use anyhow::Result;
use clap::{ArgMatches, error::ErrorKind};

use super::{
    allow, ask, ask::Ask, build, check, command::command, completions, diff, explain, fix, host, init, lock, new, nil,
    report, report_to, report_to::ReportTo, rules, say, serve, usage_error, withdraw,
};
use crate::{
    driver::{Project, exit_code, told, why},
    print::{Failure, Format, Look, render_failure},
    vocabulary::{Lang, Text},
};

/// Runs what `args` ask for; the first is the program's name.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let args = serve::opened(&args).unwrap_or(args);
    let lang = say::lang(&args);
    let matches = match command(lang).try_get_matches_from(&args) {
        Ok(matches) => matches,
        Err(error) => return usage_error_code(&error, &args, lang),
    };
    let (name, own) = matches.subcommand().expect("clap requires a command");
    let ask = match Ask::new(own, lang) {
        Ok(ask) => ask,
        Err(error) => {
            failed_reports(&error, &report_to::typed(own).unwrap_or_default(), own, lang);
            return failed(&error, ask::format(own), say::look(lang));
        }
    };
    match dispatch(name, &ask, own) {
        Ok(code) => ExitCode::from(code),
        // A document that was begun is not followed by another.
        Err(error) if ask.has_said() => failed(&error, Format::Human, ask.look),
        Err(error) => {
            failed_reports(&error, &ask.reports, own, lang);
            failed(&error, ask::format(own), ask.look)
        }
    }
}

/// Tells why there is no result: on standard error, and to who reads a format, in that.
fn failed(error: &anyhow::Error, format: Format, look: Look) -> ExitCode {
    let failure = failure(error);
    let head = match look.lang {
        Lang::Zh => "错误：",
        Lang::En => "error: ",
    };
    say::err(&format!("{head}{}", failure.lines(look.lang)));
    // Where standard output fails as well there is nobody left to tell.
    let _ = say::out(&render_failure(format, &failure, look));
    ExitCode::from(failure.exit)
}

/// The same in the files of `--report-to`, as far as they can be written: the report of an earlier run would be taken for this one's.
fn failed_reports(error: &anyhow::Error, reports: &[ReportTo], typed: &ArgMatches, lang: Lang) {
    let failure = failure(error);
    let project = Project::find(&ask::folders(typed)).ok();
    for report in reports {
        let one = std::slice::from_ref(report);
        if project.as_ref().map_or(!report.is_among_sources(), |it| report_to::check(one, it).is_ok()) {
            let text = render_failure(report.format, &failure, say::plain(lang));
            // Where that fails as well, the failure itself is still told.
            let _ = report_to::write(one, &[text]);
        }
    }
}

fn usage_error_code(error: &clap::Error, args: &[OsString], lang: Lang) -> ExitCode {
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
            say::err(&usage_error::words(error, args, lang));
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

fn dispatch(name: &str, ask: &Ask, own: &ArgMatches) -> Result<u8> {
    if let Some(&jobs) = own.get_one::<u16>("jobs") {
        // A pool that stands already (a second run in one process) keeps its size.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(usize::from(jobs)).build_global();
    }
    match name {
        "check" => check::run(ask, own),
        "build" => build::run(ask, own),
        "serve" => serve::run(ask, own),
        "host" => host::run(ask, own),
        "fix" => fix::run(ask, own),
        "report" => report::run(ask, own),
        "explain" => explain::run(ask, own),
        "rules" => rules::run(ask, own),
        "init" => init::run(ask, own),
        "new" => new::run(ask, own),
        "completions" => completions::run(ask, own),
        "allow" => allow::run(ask, own),
        "nil" => nil::run(ask, own),
        "withdraw" => withdraw::run(ask, own),
        "lock" => lock::run(ask),
        "diff" => diff::run(ask, own),
        other => unreachable!("clap knows no command {other}"),
    }
}

/// The failure and what it came from.
fn failure(error: &anyhow::Error) -> Failure {
    let in_both = |say: &dyn Fn(Lang) -> String| Text { zh: say(Lang::Zh), en: say(Lang::En) };
    let mut causes = Vec::new();
    for cause in error.chain().skip(1) {
        causes.extend(cause.downcast_ref().and_then(why).map(Text::from));
        causes.push(Text::same(cause.to_string()));
    }
    Failure { exit: exit_code(error), message: in_both(&|lang| told(error, lang)), causes }
}
