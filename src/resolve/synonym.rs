//! `[[synonym]]`: words that are said twice, or to mean themselves.

use std::collections::BTreeMap;

use super::rules::DUPLICATE_ID;
use crate::{
    diagnostic::{Edit, Findings, Level},
    record::{Record, schema},
    syntax::WRONG_TYPE,
};

/// Tells what of `records` says nothing, or is said in two places: of the two only one may be kept in mind.
pub(super) fn check(records: &[Record<schema::Synonym>], findings: &mut Findings) {
    let mut first: BTreeMap<&str, &Record<schema::Synonym>> = BTreeMap::new();
    for record in records {
        let Some(word) = record.get(schema::Synonym::WORD).map(str::trim).filter(|it| !it.is_empty()) else { continue };
        own(record, word, findings);
        match first.get(word) {
            Some(before) => twice(before, record, word, findings),
            None => drop(first.insert(word, record)),
        }
    }
}

/// Tells a word that is among its own official words.
fn own(record: &Record<schema::Synonym>, word: &str, findings: &mut Findings) {
    let official = || record.spanned(schema::Synonym::OFFICIAL);
    let Some(same) = official().find(|it| it.value.trim() == word) else { return };
    let others: Vec<&str> = official().map(|it| it.value).filter(|it| it.trim() != word).collect();
    let finding = findings
        .raise(
            &WRONG_TYPE,
            same.span,
            text! { zh: "“{word}”写成了它自己的公文说法，等于没有写", en: "`{word}` is written as an official word for itself, which says nothing" },
        )
        .at_most(Level::Warn)
        .key(format!("own {word}"));
    if others.is_empty() {
        finding
            .help(text! {
                zh: "official 写公文里的说法，例如 word = \"打官司\"、official = [\"行政诉讼\"]；没有别的说法的，删去这一条",
                en: "write the words of official texts as `official`; delete this [[synonym]] where there are no others"
            })
            .fix(record.extent().map(Edit::delete));
    } else {
        let list = list(&others);
        finding.help(text! { zh: "改为：official = {list}", en: "write: official = {list}" }).fix([Edit::new(
            record.span_of(schema::Synonym::OFFICIAL),
            list.clone(),
            false,
        )]);
    }
}

/// Tells a word that two say.
fn twice(before: &Record<schema::Synonym>, record: &Record<schema::Synonym>, word: &str, findings: &mut Findings) {
    let mut all: Vec<&str> = Vec::new();
    for it in before.all(schema::Synonym::OFFICIAL).chain(record.all(schema::Synonym::OFFICIAL)) {
        if it.trim() != word && !all.contains(&it) {
            all.push(it);
        }
    }
    let list = list(&all);
    let edits = record
        .extent()
        .map(|it| [Edit::new(before.span_of(schema::Synonym::OFFICIAL), list.clone(), false), Edit::delete(it)]);
    findings
        .raise(
            &DUPLICATE_ID,
            record.span_of(schema::Synonym::WORD),
            text! { zh: "“{word}”的说法写了两条", en: "`{word}` has two [[synonym]]" },
        )
        .label(text! { zh: "这里又写了一次", en: "said again here" })
        .mark(before.span_of(schema::Synonym::WORD), text! { zh: "先在这里写过", en: "first said here" })
        .help(text! {
            zh: "并成一条：删去后一条，前一条写 official = {list}",
            en: "make them one: delete the second, and write in the first: official = {list}",
        })
        .fix(edits.into_iter().flatten())
        .at_most(Level::Warn)
        .key(format!("synonym {word}"));
}

/// `words` as TOML writes a list of them.
fn list(words: &[&str]) -> String {
    let quoted = |it: &&str| toml_edit::Value::from(*it).to_string();
    format!("[{}]", words.iter().map(quoted).collect::<Vec<_>>().join(", "))
}
