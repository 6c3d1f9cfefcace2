//! `--deny LEVEL|RULE`: what counts as an error in this run.

use anyhow::Result;
use clap::ArgMatches;

use crate::{
    compile::rulebook::RULEBOOK,
    diagnostic::{Deny, Level},
    vocabulary::Word,
    world::Usage,
};

/// What `--deny` asks for.
///
/// # Errors
///
/// [`Usage`] for what is neither a level nor a rule.
pub fn typed(matches: &ArgMatches) -> Result<Deny> {
    let mut deny = Deny::default();
    for typed in matches.try_get_many::<String>("deny").ok().flatten().into_iter().flatten() {
        let small = typed.to_lowercase();
        let level = Level::parse(&small).filter(|&it| it != Level::Off);
        match (level, RULEBOOK.find(&small).or_else(|| RULEBOOK.find(typed))) {
            (Some(level), _) => deny.least = Some(deny.least.map_or(level, |least| least.min(level))),
            (None, Some(rule)) => _ = deny.rules.insert(rule.code),
            (None, None) => return Err(unknown(typed).into()),
        }
    }
    Ok(deny)
}

fn unknown(typed: &str) -> Usage {
    Usage(match RULEBOOK.nearest(typed) {
        Some(rule) => text! {
            zh: "--deny：“{typed}”既不是级别（note、warn），也不是规则；是不是“{label}”（{name}）？",
            en: "--deny: `{typed}` is neither a level (note, warn) nor a rule; did you mean `{name}`?",
            label = rule.label,
            name = rule.name,
        },
        None => text! {
            zh: "--deny：“{typed}”既不是级别（note、warn），也不是规则；全部规则见 gongkai rules",
            en: "--deny: `{typed}` is neither a level (note, warn) nor a rule; `gongkai rules` lists all rules"
        },
    })
}
