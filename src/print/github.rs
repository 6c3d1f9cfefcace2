//! Commands of GitHub's workflows, a finding a line: `::error file=…,line=…,col=…,title=…::message`.
//!
//! A command ends with its line and its properties with `::`, so that a name or a message with signs of its own could forge
//! another command: all of them are escaped as GitHub's toolkit does. An explained finding is a notice at most.

use std::fmt::Write as _;

use super::{
    Failure, Texts,
    style::help_in,
    texts::{From, message, place_of},
};
use crate::{
    diagnostic::{Diagnostic, Level, Report},
    vocabulary::Lang,
};

/// All diagnostics, a command each.
pub fn github(report: &Report, texts: &Texts<'_>, lang: Lang) -> String {
    report.diagnostics.iter().map(|it| command(it, texts, lang)).collect()
}

/// The failure as an error without a place.
pub fn failure(failure: &Failure, lang: Lang) -> String {
    format!("::error title=gongkai::{}\n", data(&failure.lines(lang)))
}

fn command(diagnostic: &Diagnostic, texts: &Texts<'_>, lang: Lang) -> String {
    let finding = &diagnostic.finding;
    let level = match diagnostic.level {
        _ if diagnostic.explained.is_some() => "notice",
        Level::Error => "error",
        Level::Warn => "warning",
        Level::Note | Level::Off => "notice",
    };
    let mut out = format!("::{level} ");
    if let Some(place) = place_of(finding, From::Here, texts) {
        let _ = write!(out, "file={},line={}", property(&place.path), place.line());
        if let Some((start, end)) = place.ends {
            // Columns of a place over several lines are not shown.
            if start.line == end.line {
                let _ = write!(out, ",col={},endColumn={}", start.column, end.column.max(start.column));
            } else {
                let _ = write!(out, ",endLine={}", end.line);
            }
        }
        out.push(',');
    }
    let name = match lang {
        Lang::Zh => finding.rule.label,
        Lang::En => finding.rule.name,
    };
    let help = help_in(diagnostic, lang);
    let title = property(&format!("{} {name}", finding.rule.code));
    let _ = writeln!(out, "title={title}::{}", data(&format!("{}\n{help}", message(finding, lang, texts))));
    out
}

/// `text` behind `::`. What turns the line around is made visible first.
fn data(text: &str) -> String {
    let shown: Vec<String> = text.split('\n').map(annotate_snippets::normalize_untrusted_str).collect();
    shown.join("\n").replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// `text` as the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_its_command() {
        assert_eq!(data("100%\r\n::error::假"), "100%25␍%0A::error::假");
        assert_eq!(property("a,b:c\n%0A"), "a%2Cb%3Ac%0A%250A");
        assert!(!data("甲\u{202e}乙").contains('\u{202e}'));
    }
}
