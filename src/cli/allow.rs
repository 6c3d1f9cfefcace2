//! `gongkai allow RULE TARGET`: an explained exception.

use std::{collections::BTreeSet, path::Path};

use anyhow::Result;
use clap::ArgMatches;

use super::{
    ask::{self, Ask},
    baseline::{Baseline, Excuse},
    edit::{self, Pair, quoted},
    explain, meant, say,
};
use crate::{
    compile::{Analysis, rulebook::RULEBOOK, texts},
    diagnostic::{Allow, Diagnostic, Portion, Report, Subject},
    driver::{DiskWorld, Project, Session, Timings},
    print::{self, Format},
    resolve::Numbering,
    vocabulary::Lang,
    world::Usage,
};

/// Writes an `[[allow]]` into `catalogue/allow.toml`; with `--all` one for everything that is found now and may be explained,
/// and 1 where errors stay.
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
    if matches.get_flag("all") {
        return baseline(ask, world.project(), (&analysis, report), ask::text(matches, "reason"), &rest);
    }
    let path = edit::append(world.project(), "allow", &[one(matches, (&analysis, &report), &rest)?])?;
    tell(ask, &written(ask.lang(), 1, &path));
    Ok(0)
}

/// Explains all that stands and may be explained, and lists what is left.
fn baseline(
    ask: &Ask,
    project: &Project,
    (analysis, report): (&Analysis, Report),
    reason: &str,
    rest: &[Pair<'_>],
) -> Result<u8> {
    let reason = if reason.is_empty() { "开始使用本工具前的遗留问题" } else { reason };
    let Baseline { excuses, mut left } = Baseline::of(analysis, report);
    let table = |it: &Excuse| {
        let mut table = vec![("rule", quoted(it.rule.name)), (it.subject.key(), quoted(it.subject.name()))];
        table.extend(it.written_portions());
        table.push(("reason", quoted(reason)));
        table.extend(rest.iter().cloned());
        table
    };
    if excuses.is_empty() {
        tell(
            ask,
            words! { zh: "没有新的问题需要说明，什么也没有写", en: "nothing new to explain: nothing was written" }
                .get(ask.lang()),
        );
    } else {
        let path = edit::append(project, "allow", &excuses.iter().map(table).collect::<Vec<_>>())?;
        tell(ask, &written(ask.lang(), excuses.len(), &path));
    }
    let count = left.diagnostics.len();
    let errors = left.diagnostics.iter().filter(|it| it.is_error()).count();
    if count > 0 {
        let mut words = match ask.lang() {
            Lang::Zh => format!("还有 {count} 个问题不能用说明放行，只能改正："),
            Lang::En => format!("{count} findings are left that cannot be explained, only mended:"),
        };
        if errors > 0 {
            words = match ask.lang() {
                Lang::Zh => format!(
                    "{words}\n其中 {errors} 个是错误，改正以前 gongkai check 不会通过（退出码 1，与本命令这一次相同）"
                ),
                Lang::En => format!(
                    "{words}\n{errors} of them are errors: until they are mended `gongkai check` fails (exit code 1, as this command does now)"
                ),
            };
        }
        tell(ask, &words);
        let look = ask.look;
        // Where each stands is known by its line: its text is read from the file again.
        let paths = project.paths();
        paths.rename(&mut left);
        let texts = texts(&DiskWorld::new(project.clone()), &analysis.sources, &left).at(paths);
        say::out(&print::render(Format::Concise, &left, &texts, look, analysis.model.today))?;
    }
    Ok(u8::from(errors > 0))
}

fn tell(ask: &Ask, words: &str) {
    if !ask.quiet {
        say::err(words);
    }
}

fn written(lang: Lang, count: usize, path: &Path) -> String {
    match lang {
        Lang::Zh => format!("已写入 {count} 条说明：{}", path.display()),
        Lang::En => format!("{count} written to {}", path.display()),
    }
}

fn one<'a>(matches: &ArgMatches, (analysis, report): (&Analysis, &Report), rest: &[Pair<'a>]) -> Result<Vec<Pair<'a>>> {
    let (typed, target) = (ask::text(matches, "rule"), ask::text(matches, "target"));
    let rule = RULEBOOK.find(typed).ok_or_else(|| explain::no_rule(typed))?;
    if rule.fixed {
        return Err(Usage(text! { zh: "“{label}”不能用说明放行，只能改正", en: "{name} cannot be allowed, only mended", label = rule.label, name = rule.name })
        .into());
    }
    let subject = subject(analysis, target).ok_or_else(|| meant::nothing(&analysis.model, target))?;
    let today = analysis.model.today;
    let open = |it: &&Diagnostic| {
        it.explained.is_none()
            && it.finding.rule.code == rule.code
            && it.finding.names(&analysis.sources).contains(&subject)
    };
    // What is missed later has another reason.
    let mut portions: BTreeSet<Portion> =
        report.diagnostics.iter().filter(open).filter_map(|it| it.finding.portion.clone()).collect();
    let rows: Vec<&str> = matches.get_many::<String>("row").into_iter().flatten().map(|it| it.trim()).collect();
    if !rows.is_empty() {
        portions.retain(|it| it.key() == "row");
        let explained = report.diagnostics.iter().filter(|it| {
            it.explained.is_some()
                && it.finding.rule.code == rule.code
                && it.finding.names(&analysis.sources).contains(&subject)
        });
        let explained: Vec<String> =
            explained.filter_map(|it| it.finding.portion.as_ref().map(ToString::to_string)).collect();
        if let Some(row) = rows.iter().find(|row| explained.iter().any(|it| it == **row)) {
            return Err(Usage(text! {
                zh: "“{target}”的“{row}”这一行已经说明过，见 [[allow]]",
                en: "the row `{row}` of `{target}` is explained already: see [[allow]]"
            })
            .into());
        }
        if let Some(row) = rows.iter().find(|row| !portions.iter().any(|it| it.to_string() == **row)) {
            let there: Vec<String> = portions.iter().map(ToString::to_string).collect();
            let (zh, en, label, name) = (there.join("、"), there.join(", "), rule.label, rule.name);
            return Err(Usage(match there.as_slice() {
                [] => text! { zh: "“{target}”里没有哪一行还要说明“{label}”", en: "no row of `{target}` has {name} to be explained" },
                _ => text! {
                    zh: "“{target}”里要说明“{label}”的行中没有“{row}”；有的是：{zh}",
                    en: "`{row}` is none of the rows of `{target}` that have {name} to be explained: {en}"
                },
            })
            .into());
        }
        portions.retain(|it| rows.contains(&&*it.to_string()));
    }
    let excuse = Excuse { rule, subject, portions };
    let holds = |it: &&Allow| {
        excuse.portions.is_empty()
            && it.rule.code == rule.code
            && it.subject.as_ref() == Some(&excuse.subject)
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
    let mut table = vec![("rule", quoted(rule.name)), (excuse.subject.key(), quoted(excuse.subject.name()))];
    table.extend(excuse.written_portions());
    table.push(("reason", quoted(ask::text(matches, "reason"))));
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
    } else if let Some(entry) = meant::entry_titled(model, target) {
        Some(Subject::Entry(entry.name.to_string()))
    } else {
        meant::item_titled(model, target).map(|it| Subject::Item(it.id.to_string()))
    }
}
