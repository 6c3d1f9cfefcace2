//! A finding a line, for eyes that scan and editors that jump: `path:line:column: level[code name] message`.

use std::fmt::Write as _;

use super::{
    Look, Texts,
    style::level_words,
    texts::{From, message, place_of},
    visible::visible,
};
use crate::{diagnostic::Report, vocabulary::Lang};

/// All diagnostics, a line each.
pub fn concise(report: &Report, texts: &Texts<'_>, look: Look) -> String {
    let mut out = String::new();
    for diagnostic in &report.diagnostics {
        let rule = diagnostic.finding.rule;
        if let Some(place) = place_of(&diagnostic.finding, From::Here, texts) {
            let path = clean(&place.path);
            let _ = match place.ends {
                Some((at, _)) => write!(out, "{path}:{}:{}: ", at.line, at.column),
                // A file as a whole is told at its first line; what is no file that is read has none.
                None if diagnostic.finding.place.file().is_some() => write!(out, "{path}:1:1: "),
                None => write!(out, "{path}: "),
            };
        }
        let level = level_words(diagnostic.level).get(look.lang);
        let (name, explained, colon) = match look.lang {
            Lang::Zh => (rule.label, "（已说明）", "："),
            Lang::En => (rule.name, " (explained)", ": "),
        };
        let explained = if diagnostic.explained.is_some() { explained } else { "" };
        let message = clean(&message(&diagnostic.finding, look.lang, texts));
        let _ = writeln!(out, "{level}[{} {name}]{explained}{colon}{message}", rule.code);
    }
    out
}

/// `text` in one line, with what would turn it around made visible.
fn clean(text: &str) -> String {
    visible(text).replace('\n', "␊")
}
