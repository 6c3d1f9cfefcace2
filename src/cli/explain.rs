//! `gongkai explain RULE`: a rule in full, a closed list of words, the items of the project, or what speaks of a word.

use std::fmt::Write as _;

use anyhow::Result;
use clap::ArgMatches;

use super::{
    ask,
    ask::Ask,
    command, data, say,
    search::{Hits, search},
    word_list,
};
use crate::{
    compile::rulebook::{RULEBOOK, example},
    diagnostic::{Effect, Rule},
    driver::{Session, Timings},
    print::level_words,
    record::{KeySpec, Shape, TableKind as _, schema},
    resolve::Numbering,
    vocabulary::Lang,
    world::Usage,
};

/// Explains a rule.
///
/// # Errors
///
/// [`Usage`] for a name that no rule has.
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let typed = ask::text(matches, "rule");
    if matches!(typed, "items" | "事项" | "公开事项") {
        say::out(&items(ask)?)?;
        return Ok(0);
    }
    let lang = ask.lang();
    let out = if let Some(rule) = RULEBOOK.find(typed) {
        page(rule, lang)
    } else if let Some(list) = word_list::page(typed, lang) {
        list
    } else {
        match search(typed, &command::command(lang), lang) {
            Some(Hits::Rule(rule)) => page(rule, lang),
            Some(Hits::List(list)) => list,
            None => return Err(no_rule(typed).into()),
        }
    };
    say::out(&out)?;
    Ok(0)
}

/// The items of the project's catalogue, a line each: what `new` and `nil` take.
fn items(ask: &Ask) -> Result<String> {
    let world = ask.world()?;
    let (analysis, _) = Session::new(&world, &Timings::start(&()), false).analyze(&ask.options(Numbering::Tell))?;
    let model = &analysis.model;
    let mut out = String::new();
    for (id, item) in model.items() {
        let _ = writeln!(out, "{}    {}", item.id, model.item_title(id));
    }
    Ok(out)
}

/// What is said where `typed` names no rule and no list: with what is near, and without a guess where nothing is.
pub(super) fn no_rule(typed: &str) -> Usage {
    let rule = RULEBOOK.nearest(typed).map(|it| if typed.is_ascii() { it.name } else { it.label });
    Usage(match rule.or_else(|| word_list::nearest(typed)) {
        Some(near) => text! {
            zh: "没有名为“{typed}”的规则；是不是“{near}”？用 gongkai rules 查看全部",
            en: "there is no rule `{typed}`; did you mean `{near}`? `gongkai rules` lists all"
        },
        None => text! {
            zh: "没有名为“{typed}”的规则；用 gongkai rules 查看全部规则，用 gongkai explain lists 查看规定用语的清单",
            en: "there is no rule `{typed}`; `gongkai rules` lists all rules, `gongkai explain lists` the lists of words"
        },
    })
}

/// The rule as a page of plain text, which is Markdown too.
pub fn page(rule: &Rule, lang: Lang) -> String {
    let mut out = format!("## {} {} · {}\n\n{}\n\n", rule.code, rule.label, rule.name, rule.title.get(lang));
    let effect = match rule.effect {
        Effect::Stop => words! { zh: "不改正就不能发布", en: "stops the build" },
        Effect::Verdict => words! { zh: "如实告知，不妨碍发布", en: "told, never in the way of publishing" },
    };
    let mut level = level_words(rule.level).get(lang).to_owned();
    if rule.lesser != rule.level {
        let _ = write!(level, " / {}", level_words(rule.lesser).get(lang));
    }
    if rule.fixed {
        level.push_str(
            words! { zh: "（不能调低，不能用说明放行）", en: " (can be neither lowered nor allowed)" }.get(lang),
        );
    }
    let mut line = |name: crate::vocabulary::Words, text: &str| {
        let _ = match lang {
            Lang::Zh => writeln!(out, "- **{}**：{text}", name.zh),
            Lang::En => writeln!(out, "- **{}**: {text}", name.en),
        };
    };
    line(words! { zh: "级别", en: "level" }, &level);
    line(words! { zh: "性质", en: "effect" }, effect.get(lang));
    line(words! { zh: "为什么", en: "why" }, rule.why.get(lang));
    line(words! { zh: "怎么改", en: "mend" }, rule.mend.get(lang));
    for ground in rule.grounds {
        let span = format!("{}（{}）", ground.words(lang), data::term(ground.law));
        line(words! { zh: "依据", en: "ground" }, &span);
    }
    if rule.grounds.is_empty() {
        line(words! { zh: "依据", en: "ground" }, words! { zh: "本工具要求", en: "the tool's own" }.get(lang));
    }
    if let Some(key) = schema::Settings::SCHEMA.key(rule.name)
        && let Shape::Table(settings) = key.shape
    {
        let settings = settings.keys.iter().map(|it| setting(it, lang)).collect::<Vec<_>>();
        let head = format!("[settings.{}] ", rule.name);
        line(
            words! { zh: "可以设置", en: "settings" },
            &(head + &settings.join(words! { zh: "；", en: "; " }.get(lang))),
        );
    }
    for (name, text) in [
        (words! { zh: "有问题的写法", en: "at fault" }, example::bad(rule)),
        (words! { zh: "正确的写法", en: "mended" }, example::good(rule)),
    ] {
        let _ = write!(out, "\n{}\n\n````text\n{text}````\n", name.get(lang));
    }
    out
}

/// A key that the rule may be told, with what it takes.
fn setting(key: &KeySpec, lang: Lang) -> String {
    let (name, words) = (key.name, key.words.get(lang));
    match (&key.shape, lang) {
        (Shape::Count { least, most, usual }, Lang::Zh) => {
            format!("{name} = {usual}（{words}，可写 {least} 至 {most}，不写就是 {usual}）")
        }
        (Shape::Count { least, most, usual }, Lang::En) => {
            format!("{name} = {usual} ({words}: {least} to {most}, {usual} without it)")
        }
        (_, Lang::Zh) => format!("{name}（{words}）"),
        (_, Lang::En) => format!("{name} ({words})"),
    }
}
