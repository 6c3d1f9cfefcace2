//! Names of private persons that an entry tells: each told once, with all its places and what masks them.

use std::{collections::BTreeMap, ops::Range};

use super::{label::TITLES, rule::UNMASKED_PARTY};
use crate::{
    diagnostic::{Edit, Findings},
    markup,
    scan::{
        Subject, identity,
        names::{Known, letters},
        person::{is_han, is_masked, is_name},
    },
    source::Span,
};

/// How many other places of a name are shown with it.
const SHOWN: usize = 3;

/// The names in a value that holds nothing but names: `张三、李四（法定代表人）`.
pub(super) fn parts(value: &str) -> impl Iterator<Item = &str> {
    let parts = value.split(['、', '，', ',', ';', '；', '/', '（', '(', '）', ')', ' ', '\u{3000}']);
    parts
        .flat_map(|it| if is_full(it) { vec![it] } else { it.split(['和', '与']).collect() })
        .map(|it| it.trim_matches(['*', '_']).split('等').next().unwrap_or_default())
        .filter(|it| is_full(it))
}

/// What of the words behind a label may be names.
pub(super) fn head(value: &str) -> &str {
    let end = value.find(|char| !is_han(char) && !"·、（）()和".contains(char)).unwrap_or(value.len());
    &value[..end]
}

/// Whether `name` is a person's, and not masked.
pub(super) fn is_full(name: &str) -> bool {
    is_name(name) && !is_masked(name) && !TITLES.iter().any(|it| name.ends_with(it))
}

/// Names, each with the place that made it known.
#[derive(Debug, Default)]
pub(super) struct Names {
    first: BTreeMap<String, (String, Span)>,
}

impl Names {
    /// Takes in `name`, which stands at `span` or in the value that does.
    pub fn add(&mut self, name: &str, span: Span) {
        self.first.entry(letters(name)).or_insert_with(|| (name.to_owned(), span));
    }

    /// Tells each name, with edits for all its places in the file.
    pub fn tell(&self, subject: &Subject<'_>, findings: &mut Findings) {
        if self.first.is_empty() {
            return;
        }
        let mut places: BTreeMap<String, Vec<Place>> = BTreeMap::new();
        for (name, place) in self.places(subject) {
            places.entry(name).or_default().push(place);
        }
        let mut first: Vec<(&String, &(String, Span))> = self.first.iter().collect();
        first.sort_by_key(|it| it.1.1.range.start);
        for (key, (name, known_at)) in first {
            let none = Vec::new();
            let places = places.get(key).unwrap_or(&none);
            let spans: Vec<Span> = places.iter().map(|it| Span::new(subject.file, it.range.clone())).collect();
            // Rather the name alone than a value that holds it.
            let inside = |it: &&Span| known_at.range.start <= it.range.start && it.range.end <= known_at.range.end;
            let span = spans.iter().find(inside).copied().unwrap_or(*known_at);
            let initial = name.chars().next().unwrap_or('某');
            let count = spans.len();
            let message = if count > 1 {
                text! {
                    zh: "个人姓名没有遮盖，共 {count} 处",
                    en: "a private person's name is not masked, in {count} places",
                }
            } else {
                text! { zh: "个人姓名没有遮盖", en: "a private person's name is not masked" }
            };
            let files = places.iter().any(|it| it.is_file);
            let help = match (count > 1, files) {
                (_, true) => text! {
                    zh: "写成“{initial}*”，文件名里的姓名先改文件名；法律规定公开全名的，保留",
                    en: "write {initial}*, and rename the file that has the name; keep it where the law demands the full name",
                },
                (true, false) => text! {
                    zh: "每一处都写成“{initial}*”；法律规定公开全名的，保留",
                    en: "write {initial}* everywhere; keep it where the law demands the full name",
                },
                _ => text! {
                    zh: "写成“{initial}*”；法律规定公开全名的，保留",
                    en: "write {initial}*; keep it where the law demands the full name",
                },
            };
            let finding = findings
                .raise(&UNMASKED_PARTY, span, message)
                .help(help)
                .key(format!("个人姓名没有遮盖 {}", span.range.start));
            finding.on = subject.day;
            for &other in spans.iter().filter(|it| **it != span).take(SHOWN) {
                finding.mark(other, text! { zh: "这里也有", en: "here, too" });
            }
            let edits = places.iter().filter(|it| !it.is_file);
            finding.fix(
                edits.map(|it| Edit::new(Span::new(subject.file, it.range.clone()), format!("{initial}*"), false)),
            );
        }
    }

    /// Where the names stand: in the file's own words, and in those that a reader sees for them.
    fn places(&self, subject: &Subject<'_>) -> Vec<(String, Place)> {
        let text = subject.text;
        let known = Known::new(self.first.keys().map(String::as_str));
        let (start, body) = subject.body_text();
        let mut found: Vec<(String, Place)> = Vec::new();
        let mut leads: Vec<Range<usize>> = Vec::new();
        let mut seen: Vec<(String, Range<usize>)> = Vec::new();
        if !body.is_empty() {
            let document = markup::parse(body);
            let links = document.facts.links.iter().map(|it| it.range);
            for link in links.chain(document.facts.images.iter().map(|it| it.range)) {
                let link = link.bytes();
                let to = body.get(link.clone()).and_then(|it| it.rfind("](")).map_or(link.end, |at| link.start + at);
                leads.push(start + to..start + link.end);
            }
            let plain = document.plain();
            let mut at = 0;
            for part in plain.text.split_inclusive(['\n', '\t']) {
                for range in known.ranges(part) {
                    let origin = plain.origin(at + range.start..at + range.end).bytes();
                    seen.push((letters(&part[range]), start + origin.start..start + origin.end));
                }
                at += part.len();
            }
        }
        leads.sort_by_key(|it| it.start);
        for range in known.ranges(text) {
            let is_lead = leads[..leads.partition_point(|it| it.start <= range.start)]
                .last()
                .is_some_and(|it| range.start < it.end);
            let is_file = is_lead || range.end <= start && identity::names_file(&text[range.end..]);
            found.push((letters(&text[range.clone()]), Place { range, is_file }));
        }
        let raw = found.len();
        for (name, range) in seen {
            let known = found[..raw].partition_point(|it| it.1.range.end <= range.start);
            let is_known = found[..raw].get(known).is_some_and(|it| it.1.range.start < range.end);
            if !is_known && text.get(range.clone()).is_some_and(|it| !it.is_empty()) {
                found.push((name, Place { range, is_file: false }));
            }
        }
        found.sort_by_key(|it| it.1.range.start);
        found
    }
}

/// Where a name stands.
#[derive(Debug)]
struct Place {
    range: Range<usize>,
    /// Whether it is part of a file's name: no edit of this text alone mends it.
    is_file: bool,
}
