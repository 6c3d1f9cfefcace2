//! `gongkai fix`: makes the edits that findings offer.

use std::collections::BTreeMap;

use anyhow::Result;
use clap::ArgMatches;

use super::{ask::Ask, progress::Bar, say};
use crate::{
    diagnostic::{Report, Rule},
    driver::{DiskStore, Timings},
    mend::{Mended, MendedFile, diff, mend},
    office,
    print::{self, Paths},
    resolve::Numbering,
    vocabulary::Lang,
    world::ProjectStore as _,
};

/// Mends what can be mended; with `--check` or `--diff` it only says what would be.
///
/// # Errors
///
/// As [`mend`] and [`DiskStore::apply`].
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let world = ask.world()?;
    let (check, show, guesses) = (matches.get_flag("check"), matches.get_flag("diff"), matches.get_flag("unsafe"));
    let bar = Bar::new(ask, words! { zh: "正在改正", en: "mending" });
    let timings = Timings::start(&bar);
    let Mended { files, report, .. } = mend(&world, &ask.options(Numbering::Tell), guesses, &timings)?;
    bar.done();
    let lang = ask.lang();
    let mut out = String::new();
    let paths = world.project().paths();
    for file in &files {
        if show {
            out.push_str(&difference(file, &paths, lang));
        } else {
            out.push_str(&format!("{}\n", line(file, &paths, lang)));
        }
    }
    let changes = !files.is_empty();
    let dry = check || show;
    let mut told = summary(&files, dry, guesses, lang);
    if !dry && changes {
        DiskStore::new(world.project()).apply(&files.into_iter().map(MendedFile::into_edit).collect::<Vec<_>>())?;
    }
    say::out(&out)?;
    if !ask.quiet {
        if !dry {
            told.push_str(&left(&report, guesses, lang));
        }
        say::err(&told);
    }
    ask.timings(&timings)?;
    Ok(u8::from(check && changes))
}

/// `content/2018/通知.md：全角标点 2，编码 1（GBK → UTF-8）`
fn line(file: &MendedFile, paths: &Paths, lang: Lang) -> String {
    let path = &named(file, paths);
    let mut what: Vec<String> = file.rules.values().map(|&(rule, count)| counted(rule, count, lang)).collect();
    let words = file.words;
    what.extend((words > 0).then(|| match lang {
        Lang::Zh => format!("规定用语 {words}"),
        Lang::En => format!("official words {words}"),
    }));
    what.extend(file.encoding.map(|it| format!("{it} → UTF-8")));
    match lang {
        Lang::Zh => format!("{path}：{}", what.join("，")),
        Lang::En => format!("{path}: {}", what.join(", ")),
    }
}

fn counted(rule: &Rule, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{} {count}", rule.label),
        Lang::En => format!("{} {count}", rule.name),
    }
}

/// The path of `file`, and where it had another that.
fn named(file: &MendedFile, paths: &Paths) -> String {
    let path = paths.project(&file.path);
    file.from.as_ref().map_or_else(|| path.to_string(), |from| format!("{} → {path}", paths.project(from)))
}

/// What would change in `file`: a line where it is its encoding, then its text. Numbers that must not be published are hidden here
/// too, for what is printed lands in the logs of others.
fn difference(file: &MendedFile, paths: &Paths, lang: Lang) -> String {
    let text = |bytes: &[u8]| office::written(bytes).map(|it| it.text.into_owned()).unwrap_or_default();
    let path = paths.project(&file.path);
    let mut out = match (file.encoding, lang) {
        (None, _) => String::new(),
        (Some(name), Lang::Zh) => format!("编码 {name} → UTF-8：{path}\n"),
        (Some(name), Lang::En) => format!("encoding {name} -> UTF-8: {path}\n"),
    };
    if file.from.is_some() {
        let name = named(file, paths);
        out.push_str(&match lang {
            Lang::Zh => format!("改名：{name}\n"),
            Lang::En => format!("rename {name}\n"),
        });
    }
    for line in diff(&path, &text(&file.was), &text(&file.bytes)).split_inclusive('\n') {
        out.push_str(&print::veil_all(line));
    }
    out
}

fn summary(files: &[MendedFile], dry: bool, guesses: bool, lang: Lang) -> String {
    let count = files.len();
    let places: usize = files.iter().map(|it| it.words + it.rules.values().map(|it| it.1).sum::<usize>()).sum();
    let flag = if guesses { " --unsafe" } else { "" };
    let s = |n: usize| if n == 1 { "" } else { "s" };
    match (lang, dry) {
        (Lang::Zh, _) if count == 0 => "没有可以自动改正的问题".to_owned(),
        (Lang::En, _) if count == 0 => "there is nothing to fix".to_owned(),
        (Lang::Zh, true) => format!("可以自动改正 {count} 个文件的 {places} 处，还没有改：运行 gongkai fix{flag}"),
        (Lang::Zh, false) => {
            format!(
                "已改正 {count} 个文件的 {places} 处；改动以前的文件在 .gongkai/backup，原来的路径；以前改过的，更早的样子在同名加 .1、.2 的文件里"
            )
        }
        (Lang::En, true) => {
            format!(
                "{places} place{} in {count} file{} can be fixed; nothing is changed yet: run `gongkai fix{flag}`",
                s(places),
                s(count)
            )
        }
        (Lang::En, false) => format!(
            "fixed {places} place{} in {count} file{}; the files as they were are in .gongkai/backup, by the same path; what they were before earlier runs has .1, .2 behind its name",
            s(places),
            s(count)
        ),
    }
}

/// What only people can mend, by rule; and how many of them have an edit that wants a look.
fn left(report: &Report, guesses: bool, lang: Lang) -> String {
    let open = || report.diagnostics.iter().filter(|it| it.explained.is_none());
    let mut rules: BTreeMap<&str, (&Rule, usize)> = BTreeMap::new();
    for diagnostic in open() {
        let rule = diagnostic.finding.rule;
        rules.entry(rule.code).or_insert((rule, 0)).1 += 1;
    }
    let offered = |it: &&crate::diagnostic::Diagnostic| {
        let fix = &it.finding.fix;
        !fix.is_empty() && fix.iter().all(|edit| !edit.has_hole())
    };
    let guessed = if guesses { 0 } else { open().filter(offered).count() };
    let all: usize = rules.values().map(|it| it.1).sum();
    let list: Vec<String> = rules.values().map(|&(rule, count)| counted(rule, count, lang)).collect();
    if all == 0 {
        return String::new();
    }
    let mut out = match lang {
        Lang::Zh => format!("\n还有 {all} 个要由人处理：{}\n逐条查看：gongkai check", list.join("，")),
        Lang::En => format!("\n{all} left for people: {}\nsee each: gongkai check", list.join(", ")),
    };
    if guessed > 0 {
        out.push_str(&match lang {
            Lang::Zh => format!("\n其中 {guessed} 个有改法，但不一定对：先看 gongkai fix --unsafe --diff"),
            Lang::En => {
                format!("\n{guessed} of them have an edit that may be wrong: look at `gongkai fix --unsafe --diff`")
            }
        });
    }
    out
}
