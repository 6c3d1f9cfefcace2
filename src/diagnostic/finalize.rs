//! The last step of judging: findings get their levels, grounds and explanations, once, from the settings and the day.

use std::collections::BTreeMap;

use super::{
    Allow, Basis, Dated, Diagnostic, Effect, Explanation, Finding, Findings, Ground, Law, Level, Policy, Report,
    Ungrounded,
    exceptions::{Excuses, exceptions},
};
use crate::{day::Day, source::Sources, vocabulary::Text};

/// Decides every finding; what is told of the exceptions themselves comes last.
pub fn finalize(findings: Findings, policy: &Policy, sources: &Sources, today: Day) -> Report {
    let mut used = vec![false; policy.allows.len()];
    let excuses = Excuses::of(policy, today);
    if let Some(ended) = Excuses::ended(policy, today) {
        findings.iter().filter_map(|it| ended.find(it, sources)).for_each(|at| used[at] = true);
    }
    let decided = |findings: Findings, used: &mut [bool]| -> Vec<Diagnostic> {
        findings.into_vec().into_iter().filter_map(|it| decide(it, policy, &excuses, sources, today, used)).collect()
    };
    let mut diagnostics = decided(findings, &mut used);
    diagnostics.extend(decided(exceptions(policy, today, &used), &mut used));
    let mut report = Report { diagnostics, completeness: None };
    report.sort();
    let diagnostics = &mut report.diagnostics;
    diagnostics.dedup_by(|a, b| a.finding == b.finding);
    fingerprint(diagnostics, sources);
    report
}

fn decide(
    finding: Finding,
    policy: &Policy,
    excuses: &Excuses<'_>,
    sources: &Sources,
    today: Day,
    used: &mut [bool],
) -> Option<Diagnostic> {
    let path = finding.place.file().map(|file| sources.path(file));
    if policy.dismisses(&finding, path) {
        return None;
    }
    let (level, basis, rough) = ground(&finding, policy, today)?;
    let mut finding = finding;
    if let Some(law) = rough {
        finding.notes.push(super::Note { name: text! { zh: "说明", en: "note" }, text: begins_roughly(law) });
    }
    let explained = (!finding.rule.fixed).then(|| excuses.find(&finding, sources)).flatten().map(|at| {
        used[at] = true;
        let Allow { reason, owner, until, .. } = &policy.allows[at];
        Explanation { reason: reason.clone(), owner: owner.clone(), until: *until }
    });
    Some(Diagnostic { finding, level, basis, explained, fingerprint: String::new() })
}

/// The level and the authority of `finding` by the law of its day; none when it is not told.
///
/// A text whose first day is known only roughly carries no more than a warning: it is named then.
fn ground(finding: &Finding, policy: &Policy, today: Day) -> Option<(Level, Basis, Option<&'static Law>)> {
    let level = policy.level(finding);
    if level == Level::Off {
        return None;
    }
    let rule = finding.rule;
    // Without a text that binds on its day it weighs no more than a note, unless the body itself made an error of it.
    let advised = if policy.levels.get(rule.code) == Some(&Level::Error) { level } else { Level::Note };
    let on = finding.on.unwrap_or(today);
    let grounds = finding.grounds.unwrap_or(rule.grounds);
    let in_force: Vec<&'static Ground> = grounds.iter().filter(|ground| ground.law.in_force(on)).collect();
    let dated = in_force.iter().any(|ground| ground.law.from.is_some());
    if dated || (!in_force.is_empty() && rule.effect == Effect::Stop) {
        let speaks = rule.effect == Effect::Stop || rule.ungrounded == Ungrounded::Speaks;
        let sure = in_force.iter().any(|ground| ground.law.from.is_some() && ground.law.dated == Dated::Exactly);
        let rough = (level > Level::Warn && !speaks && !sure)
            .then(|| in_force.iter().map(|ground| ground.law).find(|law| law.from.is_some()))
            .flatten();
        return Some((if rough.is_some() { Level::Warn } else { level }, Basis::Law(in_force), rough));
    }
    match rule.ungrounded {
        _ if !in_force.is_empty() => Some((advised, Basis::Law(in_force), None)),
        Ungrounded::Speaks => Some((level, Basis::Tool, None)),
        Ungrounded::Advice => Some((advised, Basis::Advice, None)),
        Ungrounded::Silent => None,
    }
}

/// Why a finding that rests on `law` alone is no more than a warning.
fn begins_roughly(law: &Law) -> Text {
    let (number, (year, month, day)) = (law.number, law.from.unwrap_or_default());
    text! {
        zh: "{number}从哪一天起施行还没有查实，这里按不晚于 {year}-{month:02}-{day:02} 算，所以只作提醒",
        en: "the first day of {number} is not established; it is taken to be {year}-{month:02}-{day:02} at the latest, so this is a warning only",
    }
}

/// Gives each diagnostic a name that does not depend on lines: rule, file or subject, and what it is about; equal ones are
/// counted.
fn fingerprint(diagnostics: &mut [Diagnostic], sources: &Sources) {
    let mut seen: BTreeMap<[u8; 32], u32> = BTreeMap::new();
    for diagnostic in diagnostics {
        let finding = &diagnostic.finding;
        let mut hasher = blake3::Hasher::new();
        let mut part = |text: &str| {
            hasher.update(text.as_bytes());
            hasher.update(&[0]);
        };
        part(finding.rule.code);
        part(finding.place.file().map_or("", |file| sources.path(file)));
        for subject in &finding.subjects {
            part(subject.name());
        }
        part(finding.key.as_deref().unwrap_or(&finding.message.zh));
        let base = *hasher.finalize().as_bytes();
        let count = seen.entry(base).or_default();
        hasher.update(&count.to_le_bytes());
        *count += 1;
        hasher.finalize().to_hex()[..32].clone_into(&mut diagnostic.fingerprint);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        diagnostic::{Example, Rule, laws},
        source::Place,
    };

    static BY_DAY: Rule = Rule {
        grounds: &[laws::REGULATIONS_2008_18, laws::REGULATIONS_2019_26],
        ungrounded: Ungrounded::Advice,
        code: "GK9999",
        ..PLAIN
    };

    const PLAIN: Rule = Rule {
        code: "GK9998",
        name: "",
        label: "",
        effect: Effect::Verdict,
        level: Level::Error,
        lesser: Level::Warn,
        grounds: &[laws::CREDIT_CODE.whole()],
        ungrounded: Ungrounded::Silent,
        fixed: false,
        title: words! { zh: "", en: "" },
        why: words! { zh: "", en: "" },
        mend: words! { zh: "", en: "" },
        example: Example { bad: "", good: "" },
    };

    static UNDATED: Rule = PLAIN;

    fn closed(rule: &'static Rule, on: &str, write: impl FnOnce(&mut Finding)) -> Diagnostic {
        let mut findings = Findings::new();
        let finding = findings.raise(rule, Place::Project, text! { zh: "事实", en: "a fact" });
        write(finding.on(on.parse().unwrap()));
        let policy = Policy::default();
        let report = finalize(findings, &policy, &Sources::default(), "2025-01-01".parse().unwrap());
        report.diagnostics.into_iter().next().unwrap()
    }

    #[test]
    fn no_finding_cites_a_text_younger_or_older_than_the_act_it_judges() {
        for (on, cited) in [
            ("2018-05-31", Some("国务院令第492号")),
            ("2019-05-14", Some("国务院令第492号")),
            ("2019-05-15", Some("国务院令第711号")),
            ("2007-01-01", None),
        ] {
            let told = closed(&BY_DAY, on, |_| {});
            match (&told.basis, cited) {
                (Basis::Law(grounds), Some(number)) => {
                    assert_eq!(grounds.iter().map(|it| it.law.number).collect::<Vec<_>>(), [number]);
                    assert_eq!(told.level, Level::Error);
                }
                (Basis::Advice, None) => assert_eq!(told.level, Level::Note),
                other => panic!("{on}: {other:?}"),
            }
        }
    }

    #[test]
    fn a_text_without_a_day_carries_no_more_than_a_note() {
        assert_eq!(closed(&UNDATED, "2018-05-31", |_| {}).level, Level::Note);
    }

    #[test]
    fn a_text_whose_day_is_known_roughly_carries_no_more_than_a_warning_and_says_so() {
        static ROUGH: &[Ground] = &[laws::CENSUS_2015.whole()];
        static BOTH: &[Ground] = &[laws::CENSUS_2015.whole(), laws::REGULATIONS_2008_18];
        let told = closed(&BY_DAY, "2018-05-31", |it| _ = it.under(ROUGH));
        assert_eq!(told.level, Level::Warn);
        assert!(told.finding.notes[0].text.zh.contains("国办发〔2015〕15号"), "{:?}", told.finding.notes);
        let told = closed(&BY_DAY, "2018-05-31", |it| _ = it.under(BOTH));
        assert_eq!((told.level, told.finding.notes.len()), (Level::Error, 0));
    }

    #[test]
    fn a_finding_may_stand_on_some_of_the_grounds_only() {
        static OLD: &[Ground] = &[laws::REGULATIONS_2008_18];
        assert!(matches!(closed(&BY_DAY, "2018-05-31", |it| _ = it.under(OLD)).basis, Basis::Law(_)));
        assert!(matches!(closed(&BY_DAY, "2020-05-31", |it| _ = it.under(OLD)).basis, Basis::Advice));
    }

    #[test]
    fn a_finding_may_be_bound_to_a_level() {
        assert_eq!(closed(&BY_DAY, "2018-05-31", |it| _ = it.lesser()).level, Level::Warn);
        assert_eq!(closed(&BY_DAY, "2018-05-31", |it| _ = it.at_most(Level::Note)).level, Level::Note);
    }
}
