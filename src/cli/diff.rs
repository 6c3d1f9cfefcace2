//! `gongkai diff [OLD [NEW]]`: what became of a catalogue; with `--record` it is written into the catalogue's log of changes.

use std::path::Path;

use anyhow::{Context, Result};
use clap::ArgMatches;

use super::{
    ask::{self, Ask},
    edit::{self, Pair, quoted},
    report_to, say,
};
use crate::{
    compile::{declarations, model_of, rows_pairs},
    day::Day,
    driver::{Compared, Project, compared, replace, today},
    model::OrganisationId,
    record::{Record, TableKind as _, schema},
    supervision::{
        BaseDifference, base_differences,
        difference::{self, Difference, Side},
    },
    vocabulary::{CatalogueChange, Text, Word as _},
    world::{Usage, UserMessage},
};

/// Tells what two states of a catalogue differ in: 0 where they are equal, 1 where they are not.
///
/// # Errors
///
/// [`Usage`] for what is neither a folder nor a revision; the machine's, where git is missing or fails.
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    if matches.contains_id("base") {
        return base(ask, matches);
    }
    let here = std::env::current_dir()
        .with_context(|| UserMessage(text! { zh: "当前目录已不存在", en: "the current folder is gone" }))?;
    let typed = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let project = || ask.project();
    let old = compared(Some(typed("old").unwrap_or("HEAD")), &here, &project)?;
    let new = compared(typed("new"), &here, &project)?;
    let (difference, known) = differ(ask, &old, &new)?;
    for note in [&old.note, &new.note].into_iter().flatten() {
        tell(ask, note);
    }
    if matches.get_flag("record") {
        return record(ask, matches, &difference, &known);
    }
    let all = matches.get_flag("all");
    let text = match ask::text(matches, "format") {
        "json" => difference::json(&difference, all),
        "md" => {
            let Some(notice) = difference::notice(&difference) else {
                tell(
                    ask,
                    &text! { zh: "主动公开的事项没有变动，没有公告可写", en: "nothing changed that readers see: there is no notice to write" },
                );
                return Ok(u8::from(!difference.is_empty()));
            };
            notice
        }
        _ => difference::human(&difference, all, ask.lang()),
    };
    match matches.get_one::<std::path::PathBuf>("output") {
        Some(path) => write(ask, path, &text)?,
        None => say::out(&text)?,
    }
    Ok(u8::from(!difference.is_empty()))
}

/// Tells, body by body, what superiors' catalogues have that is lacking here, and what is here besides: 1 where something is lacking.
fn base(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let model = model_of(&ask.world()?, ask.as_of)?;
    let typed = Some(ask::text(matches, "base").trim()).filter(|it| !it.is_empty());
    let named = |id: &str| {
        let all = model.organisations.iter().enumerate();
        let found = all.into_iter().find(|(_, it)| [&*it.id, &*it.name, &*it.short].contains(&id));
        found.map(|it| OrganisationId::new(it.0)).ok_or_else(|| {
            let known: Vec<&str> = model.organisations.iter().map(|it| &*it.id).collect();
            let (zh, en) = (known.join("、"), known.join(", "));
            Usage(text! { zh: "没有机构“{id}”；有的是：{zh}", en: "there is no organisation `{id}`; there are: {en}" })
        })
    };
    let asked = typed.map(named).transpose()?;
    if model.bases.is_empty() {
        return Err(Usage(text! {
            zh: "目录里没有写上级目录：写在 catalogue/base.toml 的 [[base]] 里",
            en: "the catalogue names no superior's: write it as [[base]] into catalogue/base.toml"
        })
        .into());
    }
    let all = base_differences(&model, asked);
    let text = match ask::text(matches, "format") {
        "json" => {
            let all: Vec<serde_json::Value> = all.iter().map(BaseDifference::json).collect();
            let document = serde_json::json!({ "version": 1, "kind": "bases", "as_of": model.today.to_string(), "organisations": all });
            format!("{document:#}\n")
        }
        "md" => {
            return Err(Usage(text! { zh: "--base 没有公告可写，去掉 --format md", en: "--base has no notice: leave out --format md" }).into());
        }
        _ => all.iter().map(|it| it.human(ask.lang())).collect::<Vec<_>>().join("\n"),
    };
    match matches.get_one::<std::path::PathBuf>("output") {
        Some(path) => write(ask, path, &text)?,
        None => say::out(&text)?,
    }
    Ok(u8::from(all.iter().any(BaseDifference::lacks)))
}

/// What two states differ in, and what is in the log of changes already.
fn differ(ask: &Ask, old: &Compared, new: &Compared) -> Result<(Difference, Vec<Logged>)> {
    let (was, is) = (declarations(&*old.world)?, declarations(&*new.world)?);
    let rows = if old.is_bare || new.is_bare {
        None
    } else {
        Some(rows_pairs((&*old.world, &was.sources), (&*new.world, &is.sources))?)
    };
    let left = Side { name: old.name.clone(), sources: &was.sources, tables: &was.tables, unread: &was.unread };
    let right = Side { name: new.name.clone(), sources: &is.sources, tables: &is.tables, unread: &is.unread };
    let known = is.tables.iter().filter(|it| it.table.name == schema::Change::SCHEMA.name);
    let known = known.map(|it| logged(&it.record.clone().of())).collect();
    Ok((difference::compare(&left, &right, rows.as_deref(), (ask.as_of, today())), known))
}

/// By what a `[[change]]` is known: written once, it is not written again.
type Logged = (Option<Day>, Option<CatalogueChange>, String, Vec<String>);

fn logged(record: &Record<schema::Change>) -> Logged {
    let text = |it: Option<&str>| it.unwrap_or_default().to_owned();
    (
        record.get(schema::Change::ON),
        record.get(schema::Change::KIND),
        text(record.get(schema::Change::ITEM)),
        record.all(schema::Change::WHAT).map(str::to_owned).collect(),
    )
}

/// Writes a `[[change]]` for each change of an item that readers see, but for those that stand there.
fn record(ask: &Ask, matches: &ArgMatches, difference: &Difference, known: &[Logged]) -> Result<u8> {
    let on = ask::day(matches, "on")?.unwrap_or(difference.as_of);
    let typed = |name: &str| Some(ask::text(matches, name).trim()).filter(|it| !it.is_empty());
    let all = difference::recorded(difference);
    let mut tables: Vec<Vec<Pair<'_>>> = Vec::new();
    for it in &all {
        if known.contains(&(Some(on), Some(it.kind), it.item.clone(), it.what.clone())) {
            continue;
        }
        let mut table = vec![
            ("on", on.to_string()),
            ("kind", quoted(it.kind.label())),
            ("title", quoted(&it.title)),
            ("item", quoted(&it.item)),
        ];
        table.extend((!it.field.is_empty()).then(|| ("field", quoted(&it.field))));
        if !it.what.is_empty() {
            let what: Vec<String> = it.what.iter().map(|it| quoted(it)).collect();
            table.push(("what", format!("[{}]", what.join(", "))));
        }
        for key in ["reason", "basis", "notice"] {
            table.extend(typed(key).map(|it| (key, quoted(it))));
        }
        tables.push(table);
    }
    let (count, there) = (tables.len(), all.len() - tables.len());
    if tables.is_empty() {
        tell(
            ask,
            &match there {
                0 => {
                    text! { zh: "主动公开的事项没有变动，没有可记的", en: "nothing changed that readers see: there is nothing to record" }
                }
                _ => {
                    text! { zh: "这 {there} 处变动都已经记过，没有再写", en: "all {there} changes are recorded already: nothing was written" }
                }
            },
        );
        return Ok(0);
    }
    let path = edit::append(&ask.project()?, "change", &tables)?;
    let shown = path.display();
    tell(ask, &text! { zh: "已记下 {count} 处变动：{shown}", en: "{count} recorded in {shown}" });
    Ok(0)
}

/// Writes `text` to `path`: a file that is there is an author's, unless it is no entry.
fn write(ask: &Ask, path: &Path, text: &str) -> Result<()> {
    let target = report_to::target(path, "output")?;
    let shown = path.display();
    if path.exists() {
        return Err(Usage(text! { zh: "{shown} 已经有了，没有改写；换一个文件名", en: "{shown} is there already and was not written over: name another file" }).into());
    }
    let is_entry = target.extension().is_some_and(|it| it == "md");
    if let Some(project) = ask.project().ok().filter(|it| !(is_entry && target.starts_with(real(it)))) {
        report_to::outside(path, &target, "output", &project)?;
    }
    replace(&target, text.as_bytes())?;
    tell(ask, &text! { zh: "已写好：{shown}", en: "written: {shown}" });
    Ok(())
}

/// Where the entries really lie: a notice is one of them.
fn real(project: &Project) -> std::path::PathBuf {
    std::fs::canonicalize(&project.content).unwrap_or_else(|_| project.content.clone())
}

fn tell(ask: &Ask, words: &Text) {
    if !ask.quiet {
        say::err(words.get(ask.lang()));
    }
}
