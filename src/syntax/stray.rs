//! Keys of the front matter that stand in the text: readers would see them.

use std::ops::Range;

use memchr::{memchr, memchr_iter, memmem};

use super::{
    TOML_SYNTAX,
    alias::is_named,
    assignment::written,
    front::{Front, lines},
};
use crate::{
    diagnostic::{Edit, Findings, Level},
    record::{TableKind as _, schema},
    source::{FileId, Span},
    vocabulary::{EntryKind, Word as _},
};

/// Tells the lines of the text, from `body` on, that belong into the front matter: those that stand together once. What a block of
/// code shows is an example.
pub(super) fn tell(file: FileId, text: &str, front: &Front, findings: &mut Findings) {
    let body = front.body;
    // A second front matter is told as a whole.
    if text[body..].trim_start().starts_with("+++\n") {
        return;
    }
    // Most texts have no such sign, and of brackets those of links only.
    if !may_be_front(&text[body..]) {
        return;
    }
    let mut is_code = false;
    let mut run: Option<(Range<usize>, bool)> = None;
    for line in lines(text, body) {
        let words = &text[line.clone()];
        let mark = words.trim_start();
        if mark.starts_with("```") || mark.starts_with("~~~") {
            is_code = !is_code;
        }
        let found = if is_code || !may_be_front(words) { None } else { written(words) };
        match (found, &mut run) {
            (Some(key), Some((range, inside))) => {
                range.end = line.end;
                *inside |= !key.public;
            }
            (Some(key), None) => run = Some((line, !key.public)),
            (None, Some(_)) if mark.is_empty() => {}
            (None, _) => raise(file, text, front, run.take(), findings),
        }
    }
    raise(file, text, front, run, findings);
}

/// Whether a line of `text` may be one of front matter: a sign of equality stands in it, or a bracket before all its words.
fn may_be_front(text: &str) -> bool {
    let begins = |at: usize| {
        text[..at].trim_end_matches([' ', '\t', '\u{3000}']).bytes().next_back().is_none_or(|it| it == b'\n')
    };
    memchr(b'=', text.as_bytes()).is_some()
        || memmem::find(text.as_bytes(), "＝".as_bytes()).is_some()
        || memchr_iter(b'[', text.as_bytes()).any(begins)
}

/// The edits that move `run` of the text to where it belongs: keys above all tables, tables below. What stands there already goes.
fn moved(file: FileId, text: &str, front: &Front, run: &Range<usize>) -> Option<Vec<Edit>> {
    if front.toml.is_empty() {
        return None;
    }
    let mut table = "";
    let heads = |line: &&str| line.trim_start().starts_with('[');
    let has = |table: &str, line: &str| {
        let name = |line: &str| line.split(['=', '＝']).next().unwrap_or_default().trim().to_owned();
        let mut inside = "";
        text[front.toml.clone()].lines().any(|it| {
            if heads(&it) {
                inside = it.trim();
            }
            if heads(&line) { inside == line } else { inside == table && name(it) == name(line) }
        })
    };
    let (mut keys, mut tables) = (String::new(), String::new());
    for line in text[run.clone()].lines().map(str::trim).filter(|it| !it.is_empty()) {
        if heads(&line) {
            table = line;
        }
        match (has(table, line), table) {
            (true, _) => {}
            (false, "") => {
                let (name, value) = line.split_once(['=', '＝'])?;
                // `by = "…"` without its table says nothing.
                let own = EntryKind::ALL.iter().flat_map(|&kind| schema::own(kind));
                let key = schema::Entry::SCHEMA.keys.iter().chain(own).find(|it| is_named(name.trim(), it))?;
                if has("", key.name) {
                    continue;
                }
                let value = value.trim();
                let inner =
                    value.strip_prefix('“').and_then(|it| it.strip_suffix('”')).filter(|it| !it.contains(['"', '\\']));
                let value = inner.map_or(value.to_owned(), |it| format!("\"{it}\""));
                keys.push_str(&format!("{} = {value}\n", key.name));
            }
            // Its table stands above: a second one of its name cannot.
            (false, head) if !heads(&line) && has("", head) => return None,
            (false, _) => tables.push_str(&format!("{line}\n")),
        }
    }
    let end = (run.end + 1).min(text.len());
    let at = |at: usize| Span::new(file, at..at);
    let new = [(front.toml.start, keys), (front.toml.end, tables)];
    let new = new.into_iter().filter(|it| !it.1.is_empty()).map(|(place, lines)| Edit::new(at(place), lines, false));
    Some(new.chain([Edit::new(Span::new(file, run.start..end), "", false)]).collect())
}

fn raise(file: FileId, text: &str, front: &Front, run: Option<(Range<usize>, bool)>, findings: &mut Findings) {
    let Some((range, inside)) = run else { return };
    let first = text[range.clone()].lines().next().unwrap_or_default().trim();
    let shown: String = first.chars().take(20).collect();
    let count = text[range.clone()].lines().filter(|it| !it.trim().is_empty()).count();
    let finding = findings.raise(
        &TOML_SYNTAX,
        Span::new(file, range.start..range.start + text[range.clone()].find('\n').unwrap_or(range.len())),
        text! { zh: "正文里有文件头的内容，共 {count} 行：{shown}", en: "lines of front matter stand in the text, {count} of them: {shown}" },
    );
    finding.label(text! { zh: "会作为正文公开", en: "would be published as text" }).help(text! {
        zh: "移到文件开头的两行 +++ 之间；那里已经有的，从正文里删去",
        en: "move them between the two lines +++ at the top; delete them here where those stand there already"
    });
    if let Some(edits) = moved(file, text, front, &range) {
        finding.fix(edits);
    }
    // Who reviewed an entry is nobody else's business.
    if !inside {
        finding.at_most(Level::Warn);
    }
}
