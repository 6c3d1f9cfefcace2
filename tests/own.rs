//! The repository's own catalogue: nothing that would keep it from being published, and what is told of it by the law of the day.

use std::collections::{BTreeMap, BTreeSet};

use gongkai::internals::{
    day::Day,
    diagnostic::{Basis, Effect, Ungrounded},
    source::Role,
    vocabulary::{Disclosure, EntryKind, Facet, Set, Word as _},
};

use super::support::{
    committed::repository,
    library::{check, of_folder},
};

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// The days on which the sample is judged: its own, one under the regulation of 2019, one far from both.
const DAYS: [&str; 3] = ["2018-12-31", "2020-02-01", "2026-11-01"];

/// What is told of the sample at error level on its own day: the demonstration's deliberate gaps, by file or subject.
const VERDICTS: &[(&str, &str)] = &[];

#[test]
fn nothing_keeps_the_sample_from_being_published() {
    let checked = check(of_folder(repository()), Some(day(DAYS[0])));
    assert_eq!(checked.stops(), Vec::<String>::new());
}

#[test]
fn the_samples_gaps_are_the_ones_we_know() {
    let checked = check(of_folder(repository()), Some(day(DAYS[0])));
    let told: BTreeSet<(String, String)> = checked
        .report
        .diagnostics
        .iter()
        .filter(|it| it.is_error())
        .map(|it| {
            let file = it.finding.place.file().map(|file| checked.analysis.sources.path(file).to_owned());
            let subject = it.finding.subjects.first().map(|it| it.name().to_owned());
            (it.finding.rule.name.to_owned(), subject.or(file).unwrap_or_default())
        })
        .collect();
    let known: BTreeSet<(String, String)> =
        VERDICTS.iter().map(|(rule, of)| ((*rule).to_owned(), (*of).to_owned())).collect();
    let new: Vec<_> = told.difference(&known).collect();
    let gone: Vec<_> = known.difference(&told).collect();
    assert!(new.is_empty() && gone.is_empty(), "told, but not known: {new:#?}\nknown, but not told: {gone:#?}");
}

#[test]
fn the_sample_shows_everything_there_is() {
    let checked = check(of_folder(repository()), Some(day(DAYS[0])));
    let model = &checked.analysis.model;
    let published = model.published().count();
    assert!(published >= 90, "{published} entries");
    assert!(model.items.len() >= 45, "{} items", model.items.len());
    assert_eq!(model.tasks.iter().map(|it| it.number).max(), Some(9), "the plan has nine tasks");
    let mut kinds: BTreeMap<EntryKind, usize> = BTreeMap::new();
    let (mut disclosures, mut facets) = (Set::EMPTY, Set::EMPTY);
    for (_, entry) in model.published() {
        *kinds.entry(entry.kind).or_default() += 1;
        disclosures = disclosures.union(entry.disclosures);
        facets = facets.union(entry.facets);
    }
    let few: Vec<_> =
        EntryKind::ALL.iter().filter(|kind| kinds.get(kind).is_none_or(|it| *it < 2)).map(|it| it.key()).collect();
    assert!(few.is_empty(), "fewer than two entries of {few:?}");
    assert_eq!(disclosures, Set::<Disclosure>::all());
    assert_eq!(facets, Set::<Facet>::all());
    assert!(!model.projects.is_empty() && !model.accounts.is_empty() && !model.registers.is_empty());
}

#[test]
fn no_finding_cites_a_text_younger_than_the_act_it_judges() {
    let mut cited = BTreeMap::new();
    for on in DAYS {
        let today = day(on);
        let checked = check(of_folder(repository()), Some(today));
        for diagnostic in &checked.report.diagnostics {
            let finding = &diagnostic.finding;
            let judged = finding.on.unwrap_or(today);
            assert!(judged <= today, "{on}: judged in the future: {}", checked.line(diagnostic));
            let Basis::Law(grounds) = &diagnostic.basis else { continue };
            for ground in grounds {
                let from = ground.law.from;
                assert!(
                    from.is_none_or(|from| from <= judged.ymd()),
                    "{on}: {} of {judged} by {}",
                    checked.line(diagnostic),
                    ground.law.title.zh
                );
                assert!(
                    ground.law.until.is_none_or(|until| judged.ymd() <= until),
                    "{on}: {} by a text no longer in force: {}",
                    checked.line(diagnostic),
                    ground.law.title.zh
                );
                *cited.entry(ground.law.title.zh).or_insert(0_usize) += 1;
            }
        }
    }
    assert!(cited.len() >= 3, "{cited:?}");
}

/// A verdict about an act that an entry did is judged by the entry's day, so that a later law cannot reach back.
#[test]
fn what_an_entry_did_is_judged_on_the_day_it_did_it() {
    // Duties that last: an entry is asked for them as long as it stands.
    const LASTING: &[&str] = &["stale-content"];
    let checked = check(of_folder(repository()), Some(day(DAYS[2])));
    let mut wrong = BTreeSet::new();
    for diagnostic in &checked.report.diagnostics {
        let finding = &diagnostic.finding;
        let rule = finding.rule;
        let entry = finding.place.file().is_some_and(|file| checked.analysis.sources.get(file).role == Role::Entry);
        let duty = rule.effect == Effect::Verdict && rule.ungrounded != Ungrounded::Speaks;
        if entry && duty && finding.on.is_none() && !LASTING.contains(&rule.name) {
            wrong.insert(format!("{} {}", rule.code, rule.name));
        }
    }
    assert!(wrong.is_empty(), "judged by today's law: {wrong:#?}");
}

/// What is said in words keeps to the day as well: no document number of a later year.
#[test]
fn no_finding_speaks_of_a_document_of_a_later_year() {
    for on in DAYS {
        let today = day(on);
        let checked = check(of_folder(repository()), Some(today));
        for diagnostic in &checked.report.diagnostics {
            let finding = &diagnostic.finding;
            let judged = finding.on.unwrap_or(today);
            let said = finding.help.iter().chain(finding.notes.iter().map(|it| &it.text)).map(|it| it.zh.as_str());
            for text in said.chain([finding.message.zh.as_str()]) {
                for (at, _) in text.match_indices('〔') {
                    let year: Option<i32> =
                        text[at + '〔'.len_utf8()..].split('〕').next().and_then(|it| it.parse().ok());
                    assert!(
                        year.is_none_or(|year| year <= judged.year()),
                        "{on}: {} says {text}",
                        checked.line(diagnostic)
                    );
                }
            }
        }
    }
}
