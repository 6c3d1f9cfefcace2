//! Faults on paper: each told once, at its line; whatever is read, nothing breaks.

#![allow(clippy::disallowed_methods, reason = "a test may look at the clock")]

mod catalogue;
mod entry;
mod example;
mod hostile;

use crate::{
    diagnostic::Findings,
    source::{FileId, Lines},
};

/// What was told of `text`: line, code; by line.
fn told(text: &str, findings: &Findings) -> Vec<(usize, &'static str)> {
    let lines = Lines::new(text);
    let mut told: Vec<_> = findings
        .iter()
        .map(|it| {
            assert_eq!(it.place.file(), Some(FileId(7)));
            assert!(it.help.is_some(), "{}", it.message.zh);
            for edit in &it.fix {
                assert!(text.get(edit.range.bytes()).is_some(), "{edit:?} lies in {text:?}");
            }
            // Of the file as a whole: how many more there are.
            let Some(span) = it.place.span() else { return (0, it.rule.code) };
            assert!(text.get(span.range.bytes()).is_some(), "{span:?} lies in {text:?}");
            (lines.position(span.range.start as usize).line, it.rule.code)
        })
        .collect();
    told.sort_unstable();
    told
}

/// What is told of a catalogue file.
fn of_catalogue(text: &str) -> Vec<(usize, &'static str)> {
    let mut findings = Findings::new();
    super::catalogue(FileId(7), text, &mut findings);
    told(text, &findings)
}

/// What is told of an entry.
fn of_entry(text: &str) -> Vec<(usize, &'static str)> {
    let mut findings = Findings::new();
    super::entry(FileId(7), text, &mut findings);
    told(text, &findings)
}
