//! `gongkai allow RULE TARGET`: an explained exception.

use std::collections::BTreeSet;

use anyhow::Result;
use clap::ArgMatches;

use super::{
    ask::{self, Ask},
    edit::{self, Pair, quoted},
    explain, meant, say,
};
use crate::{
    compile::{Analysis, rulebook::RULEBOOK},
    diagnostic::{Allow, Diagnostic, EXPIRED_ALLOW, Level, Report, Subject, UNUSED_ALLOW},
    driver::{Session, Timings},
    resolve::Numbering,
    vocabulary::Lang,
    world::Usage,
};

/// Writes an `[[allow]]` into `catalogue/allow.toml`; with `--all` one for everything that is found now.
///
/// # Errors
///
/// [`Usage`] for a rule or a target that is none, and for rules that cannot be allowed; the machine's.
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let world = ask.world()?;
    let (analysis, report) = Session::new(&world, &Timings::start(&()), false).judge(&ask.options(Numbering::Tell))?;
    let until = ask::day(matches, "until")?;
    if let Some(day) = until.filter(|&day| day < analysis.model.today) {
        let today = analysis.model.today;
        return Err(Usage(
            text! { zh: "--until {day} 已经过去（以 {today} 为准）", en: "--until {day} has passed (as of {today})" },
        )
        .into());
    }
    ask::said(matches, "owner")?;
    if !matches.get_flag("all") {
        ask::said(matches, "reason")?;
    }
    let mut rest: Vec<Pair<'_>> = vec![("owner", quoted(ask::text(matches, "owner")))];
    rest.extend(until.map(|day| ("until", day.to_string())));
    let tables = if matches.get_flag("all") {
        let reason = match ask::text(matches, "reason") {
            "" => "开始使用本工具前的遗留问题",
            typed => typed,
        };
        all(&analysis, &report, reason, &rest)
    } else {
        vec![one(matches, &analysis, &rest)?]
    };
    let path = edit::append(world.project(), "allow", &tables)?;
    if !ask.quiet {
        let count = tables.len();
        say::err(&match ask.lang() {
            Lang::Zh => format!("已写入 {} 条说明：{}", count, path.display()),
            Lang::En => format!("{count} written to {}", path.display()),
        });
    }
    Ok(0)
}

fn one<'a>(matches: &ArgMatches, analysis: &Analysis, rest: &[Pair<'a>]) -> Result<Vec<Pair<'a>>> {
    let (typed, target) = (ask::text(matches, "rule"), ask::text(matches, "target"));
    let rule = RULEBOOK.find(typed).ok_or_else(|| explain::no_rule(typed))?;
    if rule.fixed {
        return Err(Usage(text! { zh: "“{label}”不能用说明放行，只能改正", en: "{name} cannot be allowed, only mended", label = rule.label, name = rule.name })
        .into());
    }
    let subject = subject(analysis, target).ok_or_else(|| meant::nothing(&analysis.model, target))?;
    let today = analysis.model.today;
    let holds = |it: &&Allow| {
        it.rule.code == rule.code
            && it.subject.as_ref() == Some(&subject)
            && it.until.is_none_or(|until| until >= today)
    };
    if let Some(allow) = analysis.policy.allows.iter().find(holds) {
        let (label, name, reason) = (rule.label, rule.name, &allow.reason);
        return Err(Usage(text! {
            zh: "已经有这条说明：“{target}”的“{label}”，{reason}；要改写的，改 [[allow]] 里的那一条",
            en: "this is explained already: {name} of `{target}`, {reason}; change that [[allow]]"
        })
        .into());
    }
    let mut table = vec![
        ("rule", quoted(rule.name)),
        (subject.key(), quoted(subject.name())),
        ("reason", quoted(ask::text(matches, "reason"))),
    ];
    table.extend(rest.iter().cloned());
    Ok(table)
}

/// What `target` names.
fn subject(analysis: &Analysis, target: &str) -> Option<Subject> {
    let model = &analysis.model;
    let bare = target.strip_prefix("content/").unwrap_or(target);
    let bare = bare.strip_suffix(".md").unwrap_or(bare);
    let named = |it: &str| it == target;
    if let Some(entry) = model.entries.iter().find(|it| &*it.name == bare || named(&it.index_number)) {
        return Some(Subject::Entry(entry.name.to_string()));
    }
    let task = |it: &&crate::model::Task| target == format!("{}/{}", model.plan(it.plan).id, it.number);
    let owned = target.to_owned();
    if model.items.iter().any(|it| named(&it.id)) {
        Some(Subject::Item(owned))
    } else if model.accounts.iter().any(|it| named(&it.id)) {
        Some(Subject::Account(owned))
    } else if model.organisations.iter().any(|it| named(&it.id)) {
        Some(Subject::Organisation(owned))
    } else if model.tasks.iter().any(|it| task(&it)) {
        Some(Subject::Task(owned))
    } else if model.projects.iter().any(|it| named(&it.id)) {
        Some(Subject::Project(owned))
    } else if analysis.sources.find(target).is_some() {
        Some(Subject::File(owned))
    } else {
        None
    }
}

/// One line for each rule and subject that is at fault now and may be explained.
fn all<'a>(analysis: &Analysis, report: &Report, reason: &str, rest: &[Pair<'a>]) -> Vec<Vec<Pair<'a>>> {
    let mut seen = BTreeSet::new();
    let mut tables = Vec::new();
    // An exception to an exception would hide that it has ended.
    let own = |it: &&Diagnostic| [UNUSED_ALLOW.code, EXPIRED_ALLOW.code].contains(&it.finding.rule.code);
    let open =
        |it: &&Diagnostic| it.explained.is_none() && it.level >= Level::Warn && !it.finding.rule.fixed && !own(it);
    for diagnostic in report.diagnostics.iter().filter(open) {
        let finding = &diagnostic.finding;
        let of_file = finding.place.file().map(|file| match analysis.sources.entry_name(file) {
            Some(name) => Subject::Entry(name.to_owned()),
            None => Subject::File(analysis.sources.path(file).to_owned()),
        });
        let Some(subject) = finding.subjects.first().cloned().or(of_file) else { continue };
        if !seen.insert((finding.rule.code, subject.clone())) {
            continue;
        }
        let mut table = vec![
            ("rule", quoted(finding.rule.name)),
            (subject.key(), quoted(subject.name())),
            ("reason", quoted(reason)),
        ];
        table.extend(rest.iter().cloned());
        tables.push(table);
    }
    tables
}
