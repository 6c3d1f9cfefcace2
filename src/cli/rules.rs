//! `gongkai rules`: all rules, or what they stand on.

use std::fmt::Write as _;

use anyhow::Result;
use clap::ArgMatches;
use serde::Serialize;

use super::{ask, ask::Ask, data, explain, say};
use crate::{
    compile::rulebook::RULEBOOK,
    diagnostic::{Effect, Level, Rule},
    print::level_words,
    vocabulary::Lang,
};

/// Lists the rules.
///
/// # Errors
///
/// The machine's.
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    if matches.get_flag("data") {
        say::out(&data::data(ask::text(matches, "format"), ask.lang()))?;
        return Ok(0);
    }
    let text = match ask::text(matches, "format") {
        "json" => json(),
        "markdown" => markdown(ask.lang()),
        _ => list(ask.lang()),
    };
    say::out(&text)?;
    Ok(0)
}

fn list(lang: Lang) -> String {
    let mut out = String::new();
    for rule in RULEBOOK.rules() {
        let level = level_words(rule.level).get(lang);
        let title = rule.title.get(lang);
        let _ = match lang {
            Lang::Zh => writeln!(out, "{} {level} {}（{}）：{title}", rule.code, rule.label, rule.name),
            Lang::En => writeln!(out, "{} {level:7} {}: {title}", rule.code, rule.name),
        };
    }
    out
}

/// The reference of all rules, family by family.
pub fn markdown(lang: Lang) -> String {
    let mut out = match lang {
        Lang::Zh => "# 规则\n\n本页由程序生成：`gongkai rules --format markdown`。\n".to_owned(),
        Lang::En => "# Rules\n\nThis page is generated: `gongkai rules --format markdown --lang en`.\n".to_owned(),
    };
    let mut family = "";
    for rule in RULEBOOK.rules() {
        let of = RULEBOOK.family(rule).expect("a rule comes from a family");
        if of.prefix != family {
            family = of.prefix;
            let _ = write!(out, "\n# {} {}\n", of.prefix, of.title.get(lang));
        }
        let _ = write!(out, "\n{}", explain::page(rule, lang));
    }
    out
}

#[derive(Serialize)]
struct Row {
    code: &'static str,
    name: &'static str,
    label: &'static str,
    effect: Effect,
    level: Level,
    fixed: bool,
    title: [&'static str; 2],
    why: [&'static str; 2],
    mend: [&'static str; 2],
    grounds: Vec<Cited>,
}

/// A ground, and the days between which it is in force.
#[derive(Serialize)]
struct Cited {
    text: [String; 2],
    #[serde(flatten)]
    term: data::Term,
}

fn json() -> String {
    let row = |rule: &'static Rule| Row {
        code: rule.code,
        name: rule.name,
        label: rule.label,
        effect: rule.effect,
        level: rule.level,
        fixed: rule.fixed,
        title: [rule.title.zh, rule.title.en],
        why: [rule.why.zh, rule.why.en],
        mend: [rule.mend.zh, rule.mend.en],
        grounds: (rule.grounds.iter())
            .map(|it| Cited { text: [it.words(Lang::Zh), it.words(Lang::En)], term: data::Term::of(it.law) })
            .collect(),
    };
    let rows: Vec<Row> = RULEBOOK.rules().into_iter().map(row).collect();
    let mut out = serde_json::to_string_pretty(&rows).expect("strings always serialise");
    out.push('\n');
    out
}
