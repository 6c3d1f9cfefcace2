//! A problem to be put right: a finding as a problem list has it, for people who were not there when it was found.

use std::collections::BTreeMap;

use super::{
    Dossier,
    charge::{Charge, Charges},
};
use crate::{
    diagnostic::{Basis, Diagnostic, Level, Subject},
    model::EntryId,
    print::{message, veil},
    vocabulary::{Lang, Text},
};

/// A problem, as it was found.
#[derive(Clone, Debug)]
pub struct Problem<'a> {
    /// The finding.
    pub found: &'a Diagnostic,
    /// Who answers for it.
    pub charge: Charge,
    /// The entry it is about.
    pub entry: Option<EntryId>,
    /// What it is about, by a name that stays when files are renamed and lines move: `entry:11360700MB00000002/2018-00012`,
    /// `item:documents/policy`.
    pub about: String,
    /// What tells it from others even where its file is renamed, its entry retitled or a number in its words another: thirty-two
    /// hexadecimal digits.
    pub matter: String,
    /// What is wrong.
    pub words: Text,
    /// The file it stands in; empty for the project as a whole.
    pub file: String,
}

impl<'a> Problem<'a> {
    /// All that was found, explained or not and of any level, in the order of the report.
    pub fn all(of: &Dossier<'a>, charges: &Charges<'_>) -> Vec<Self> {
        let mut seen: BTreeMap<[u8; 32], u32> = BTreeMap::new();
        let all = of.report.diagnostics.iter().map(|found| one(of, charges, found, &mut seen));
        all.filter(|it| of.concerns(it.charge.organisation)).collect()
    }

    /// Whether it is on the list of what must be put right: an error or a warning that nobody has explained.
    pub fn is_open(&self) -> bool {
        self.found.level >= Level::Warn && self.found.explained.is_none()
    }

    /// On what authority it is one, in words.
    pub fn ground(&self, lang: Lang) -> String {
        match (&self.found.basis, lang) {
            (Basis::Law(grounds), lang) => {
                let grounds: Vec<String> = grounds.iter().map(|it| it.words(lang)).collect();
                grounds.join(if lang == Lang::Zh { "；" } else { "; " })
            }
            (Basis::Tool, Lang::Zh) => "本工具要求".to_owned(),
            (Basis::Tool, Lang::En) => "required by this tool".to_owned(),
            (Basis::Advice, Lang::Zh) => "工作建议".to_owned(),
            (Basis::Advice, Lang::En) => "good practice".to_owned(),
        }
    }

    /// What to do, in words.
    pub fn mend(&self, lang: Lang) -> &str {
        let (zh, en) = self.found.help();
        if lang == Lang::Zh { zh } else { en }
    }
}

fn one<'a>(
    of: &Dossier<'a>,
    charges: &Charges<'_>,
    found: &'a Diagnostic,
    seen: &mut BTreeMap<[u8; 32], u32>,
) -> Problem<'a> {
    let finding = &found.finding;
    let entry = charges.entry(finding);
    let about = about(of, found, entry);
    let words = words(of, found, entry);
    let place = of.texts.place(finding);
    let file = place.map_or_else(String::new, |it| it.0.into_owned());
    let mut hasher = blake3::Hasher::new();
    let mut part = |text: &str| _ = hasher.update(text.as_bytes()).update(&[0]);
    part(finding.rule.code);
    part(&about);
    part(&finding.portion.as_ref().map(ToString::to_string).unwrap_or_default());
    // A key names what is at fault; a message may say how old it is, or how an entry is called.
    part(finding.key.as_deref().unwrap_or_default());
    let count = seen.entry(*hasher.finalize().as_bytes()).or_default();
    hasher.update(&count.to_le_bytes());
    *count += 1;
    let matter = hasher.finalize().to_hex()[..32].to_owned();
    Problem { found, charge: charges.of(found), entry, about, matter, words, file }
}

/// What is wrong, and with which entry: who reads a list has no file beside it.
fn words(of: &Dossier<'_>, found: &Diagnostic, entry: Option<EntryId>) -> Text {
    let (zh, en) = (message(&found.finding, Lang::Zh, of.texts), message(&found.finding, Lang::En, of.texts));
    let title = entry.map(|id| of.model.entry(id).title()).filter(|it| !it.is_empty() && !zh.contains(it));
    match title.map(|it| veil(it).unwrap_or_else(|| it.to_owned())) {
        Some(title) => text! { zh: "{zh}（信息：{title}）", en: "{en} (entry: {title})" },
        None => Text { zh: zh.into_owned(), en: en.into_owned() },
    }
}

/// What a finding is about. An entry is known by its number, which it keeps under any name.
fn about(of: &Dossier<'_>, found: &Diagnostic, entry: Option<EntryId>) -> String {
    if let Some(id) = entry {
        let entry = of.model.entry(id);
        let name = if entry.index_number.is_empty() { &entry.name } else { &entry.index_number };
        return format!("entry:{name}");
    }
    let named = |it: &Subject| format!("{}:{}", it.key(), it.name());
    let subjects: Vec<String> = found.finding.subjects.iter().map(named).collect();
    match (subjects.is_empty(), found.finding.place.file()) {
        (true, Some(file)) => format!("file:{}", of.texts.sources.path(file)),
        _ => subjects.join(" "),
    }
}
