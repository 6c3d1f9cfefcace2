//! What `gongkai explain` finds by a word of the field that names no rule: rules that speak of it, lists that hold it, keys and commands.

use clap::Command;

use crate::{
    compile::rulebook::RULEBOOK,
    diagnostic::Rule,
    record::schema,
    vocabulary::{LISTS, Lang},
};

/// Most rules that are listed by what they say, not by how they are called.
const MOST: usize = 12;

/// What speaks of a word.
pub(super) enum Hits {
    /// One rule, and nothing else.
    Rule(&'static Rule),
    /// Several, a line each.
    List(String),
}

/// What speaks of `typed`; none where nothing does.
pub(super) fn search(typed: &str, commands: &Command, lang: Lang) -> Option<Hits> {
    let typed = typed.trim();
    // A single character stands everywhere.
    if typed.chars().count() < 2 || typed.is_ascii() && typed.len() < 3 || typed.contains(char::is_control) {
        return None;
    }
    let sought = typed.to_lowercase();
    let holds = |text: &str| text.to_lowercase().contains(&sought);
    let rules = RULEBOOK.rules();
    let mut found: Vec<&'static Rule> =
        rules.iter().copied().filter(|it| called(it).iter().any(|it| holds(it))).collect();
    if found.is_empty() {
        let says = |it: &&'static Rule| [it.why, it.mend].iter().any(|it| holds(it.zh) || holds(it.en));
        found = rules.iter().copied().filter(says).take(MOST).collect();
    }
    let mut lines: Vec<String> = Vec::new();
    for list in LISTS.iter().filter(|it| holds(it.name)) {
        lines.push(format!("gongkai explain {}", list.name));
    }
    for list in LISTS.iter().filter(|it| !holds(it.name)) {
        if let Some(term) = list.terms.iter().find(|it| holds(it.zh) || it.variants.iter().any(|it| holds(it))) {
            lines.push(format!("gongkai explain {}    {}", list.name, term.zh));
        }
    }
    for table in schema::TABLES.iter().filter(|it| holds(it.words.zh)) {
        lines.push(format!("[[{}]]    {}", table.name, table.words.get(lang)));
    }
    for command in commands.get_subcommands() {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        if holds(&about) {
            lines.push(format!("gongkai {} --help    {about}", command.get_name()));
        }
    }
    match (found.as_slice(), lines.is_empty()) {
        ([], true) => None,
        ([rule], true) => Some(Hits::Rule(rule)),
        _ => {
            let head = match lang {
                Lang::Zh => format!("没有名为“{typed}”的规则。讲到它的有（gongkai explain 编号，看全文）："),
                Lang::En => {
                    format!("no rule is called `{typed}`. What speaks of it (`gongkai explain CODE` prints it):")
                }
            };
            let rules = found.iter().map(|it| match lang {
                Lang::Zh => format!("{} {}    {}", it.code, it.label, it.title.zh),
                Lang::En => format!("{} {}    {}", it.code, it.name, it.title.en),
            });
            let all = std::iter::once(head).chain(rules.chain(lines).map(|it| format!("  {it}")));
            Some(Hits::List(all.collect::<Vec<_>>().join("\n") + "\n"))
        }
    }
}

/// What a rule is called by.
fn called(rule: &Rule) -> [&str; 4] {
    [rule.name, rule.label, rule.title.zh, rule.title.en]
}
