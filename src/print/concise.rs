//! A finding a line, for eyes that scan and editors that jump: `path:line:column: level[code name] message`.

use std::fmt::Write as _;

use super::{Look, Texts, style::level_words};
use crate::{diagnostic::Report, vocabulary::Lang};

/// All diagnostics, a line each.
pub fn concise(report: &Report, texts: &Texts<'_>, look: Look) -> String {
    let mut out = String::new();
    for diagnostic in &report.diagnostics {
        let rule = diagnostic.finding.rule;
        if let Some((path, at)) = texts.locate(diagnostic.finding.place) {
            let _ = write!(out, "{}:{}:{}: ", clean(&path), at.line, at.column);
        }
        let level = level_words(diagnostic.level).get(look.lang);
        let (name, explained, colon) = match look.lang {
            Lang::Zh => (rule.label, "（已说明）", "："),
            Lang::En => (rule.name, " (explained)", ": "),
        };
        let explained = if diagnostic.explained.is_some() { explained } else { "" };
        let message = clean(diagnostic.finding.message.get(look.lang));
        let _ = writeln!(out, "{level}[{} {name}]{explained}{colon}{message}", rule.code);
    }
    out
}

/// `text` in one line, with what would turn it around made visible.
fn clean(text: &str) -> String {
    annotate_snippets::normalize_untrusted_str(text).replace('\n', "␊")
}
