//! What of a score sheet could not be read: such a key has another meaning than its author's, or none, so nothing is judged by it.

use std::collections::BTreeMap;

use crate::{
    diagnostic::{Diagnostic, Level},
    model::Scheme,
    print::{Texts, message},
    source::{Place, Span},
    supervision::Dossier,
    vocabulary::{Lang, Text},
};

/// A key that could not be read.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Its name as written; empty where the table as a whole is at fault.
    pub key: String,
    /// What is wrong with it.
    pub what: Text,
}

impl Fault {
    /// What is to be said of it.
    pub fn told(&self) -> Text {
        let (key, Text { zh, en }) = (&self.key, &self.what);
        if key.is_empty() {
            return self.what.clone();
        }
        text! { zh: "{key} 写得不对（{zh}）", en: "`{key}` is wrong ({en})" }
    }
}

/// The faults of a sheet.
#[derive(Debug, Default)]
pub struct Faults {
    /// Of the sheet itself.
    pub own: Vec<Fault>,
    /// Of its indicators, by their place.
    pub indicators: BTreeMap<usize, Vec<Fault>>,
    /// Whether it is told that its points do not add up, or that something in it cannot be judged.
    pub is_uneven: bool,
    /// Whether something else keeps all from being published.
    pub others: bool,
}

impl Faults {
    /// Those that are told of `scheme`.
    pub fn of(of: &Dossier<'_>, scheme: &Scheme) -> Self {
        let mut faults = Self::default();
        let heads: Vec<(usize, Extent)> = (scheme.indicators.iter().enumerate())
            .filter_map(|(at, it)| Some((at, Extent::new(of.texts, it.declared?, |_| false))))
            .collect();
        let whole = scheme.declared.map(|head| Extent::new(of.texts, head, |name| name.starts_with("scheme.")));
        for found in &of.report.diagnostics {
            let uneven = found.finding.rule.name == "uneven-scheme" && found.explained.is_none();
            if uneven && found.level >= Level::Warn {
                let key = found.finding.key.as_deref().and_then(|it| it.strip_prefix(&*scheme.id));
                faults.is_uneven |= scheme.declared.is_some() && key.is_some_and(|it| it.starts_with(' '));
            }
            if !found.stops() {
                continue;
            }
            let Place::At(place) = found.finding.place else {
                faults.others = true;
                continue;
            };
            if let Some((at, extent)) = heads.iter().find(|it| it.1.holds(place)) {
                faults.indicators.entry(*at).or_default().push(fault(of, found, place, extent));
            } else if let Some(extent) = whole.as_ref().filter(|it| it.holds(place)) {
                let lines = extent.before(of.texts, place);
                let outer = lines.lines().rev().find_map(|it| name(it).or_else(|| part(it)));
                let Fault { key, what } = fault(of, found, place, extent);
                faults.own.push(Fault { key: outer.map_or(key, str::to_owned), what });
            } else {
                faults.others = true;
            }
        }
        faults
    }

    /// Whether the sheet has any.
    pub fn any(&self) -> bool {
        self.is_uneven || !self.own.is_empty() || !self.indicators.is_empty()
    }

    /// That of the sheet's own key `key`.
    pub fn own(&self, key: &str) -> Option<&Fault> {
        self.own.iter().find(|it| it.key == key)
    }
}

/// From the head of a table to the next.
struct Extent {
    head: Span,
    end: usize,
}

impl Extent {
    /// That of the table whose head is `head`; heads whose names `goes_on` knows are of it.
    fn new(texts: &Texts<'_>, head: Span, goes_on: impl Fn(&str) -> bool) -> Self {
        let text = texts.get(head.file);
        let bytes = head.range.bytes();
        let (begin, own) = (bytes.end, text.get(bytes.start..));
        // A table that stands in a line is its own extent.
        let is_inline = own.is_none_or(|it| it.starts_with('{'));
        let mut end = begin;
        for line in text.get(begin..).filter(|_| !is_inline).unwrap_or_default().split_inclusive('\n') {
            let name = line.trim_start_matches('[').trim_start();
            if end > begin && line.starts_with('[') && !goes_on(name) {
                break;
            }
            end += line.len();
        }
        Self { head, end }
    }

    fn holds(&self, place: Span) -> bool {
        self.head.file == place.file
            && (self.head.range.bytes().start..self.end.max(1)).contains(&place.range.bytes().start)
    }

    /// The text from its head to the end of the line of `place`.
    fn before<'t>(&self, texts: &'t Texts<'_>, place: Span) -> &'t str {
        let (text, from) = (texts.get(place.file), place.range.bytes().start);
        let rest = text.get(from..).unwrap_or_default();
        let end = from + rest.find('\n').unwrap_or(rest.len());
        text.get(self.head.range.bytes().start..end).unwrap_or_default()
    }
}

fn fault(of: &Dossier<'_>, found: &Diagnostic, place: Span, extent: &Extent) -> Fault {
    let say = |lang| message(&found.finding, lang, of.texts).into_owned();
    let what = Text { zh: say(Lang::Zh), en: say(Lang::En) };
    let text = of.texts.get(place.file);
    let bytes = |it: Span| it.range.bytes();
    let before = text.get(bytes(extent.head).start..bytes(place).start).unwrap_or_default();
    let here = text.get(bytes(place).start..).unwrap_or_default();
    Fault { key: name(here).or_else(|| last_name(before)).unwrap_or_default().to_owned(), what }
}

/// The key that `text` begins with.
fn name(text: &str) -> Option<&str> {
    let end = text.find(|it: char| !it.is_alphanumeric() && it != '_' && it != '-')?;
    (end > 0 && text[end..].trim_start_matches([' ', '\t']).starts_with('=')).then(|| &text[..end])
}

/// The key of a sheet whose table has the head `line`: `praise` of `[scheme.praise]`.
fn part(line: &str) -> Option<&str> {
    let name = line.trim_start_matches('[').strip_prefix("scheme.")?;
    name.split(']').next()
}

/// The last key in `text`: what stands before a sign of equality, outside of quotes as far as can be seen.
fn last_name(text: &str) -> Option<&str> {
    let mut ends = text.rmatch_indices('=').map(|it| text[..it.0].trim_end_matches([' ', '\t']));
    ends.find_map(|before| {
        let begin = before
            .rfind(|it: char| !it.is_alphanumeric() && it != '_' && it != '-')
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        let begins =
            matches!(before[..begin].trim_end_matches([' ', '\t']).chars().next_back(), None | Some('\n' | '{' | ','));
        (begin < before.len() && begins).then(|| &before[begin..])
    })
}
