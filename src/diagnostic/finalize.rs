//! The last step of judging: findings get their levels, grounds and explanations, once, from the settings and the day.

use std::collections::BTreeMap;

use super::{
    Allow, Basis, Dated, Diagnostic, Effect, Example, Finding, Findings, Ground, Law, Level, Policy, Report, Rule,
    Subject, Ungrounded, natural::natural,
};
use crate::{day::Day, source::Sources, vocabulary::Text};

/// Decides every finding; raises 0014 and 0015 for exceptions that excuse nothing or hold no longer.
pub fn finalize(findings: Findings, policy: &Policy, sources: &Sources, today: Day) -> Report {
    let mut used = vec![false; policy.allows.len()];
    let mut diagnostics: Vec<Diagnostic> =
        findings.into_vec().into_iter().filter_map(|it| decide(it, policy, sources, today, &mut used)).collect();
    let late = exceptions(policy, today, &used);
    diagnostics.extend(late.into_vec().into_iter().filter_map(|it| decide(it, policy, sources, today, &mut used)));
    diagnostics.sort_by(|a, b| {
        (b.level.cmp(&a.level))
            // A finding about a whole file stands before the others of that file, not before those of every file.
            .then_with(|| a.finding.place.file().cmp(&b.finding.place.file()))
            .then_with(|| a.finding.place.cmp(&b.finding.place))
            .then_with(|| a.finding.rule.code.cmp(b.finding.rule.code))
            .then_with(|| natural(&a.finding.message.zh, &b.finding.message.zh))
            .then_with(|| a.finding.message.cmp(&b.finding.message))
    });
    diagnostics.dedup_by(|a, b| a.finding == b.finding);
    fingerprint(&mut diagnostics, sources);
    Report { diagnostics }
}

fn decide(finding: Finding, policy: &Policy, sources: &Sources, today: Day, used: &mut [bool]) -> Option<Diagnostic> {
    let path = finding.place.file().map(|file| sources.path(file));
    if policy.dismisses(&finding, path) {
        return None;
    }
    let (level, basis, rough) = ground(&finding, policy.level(&finding), today)?;
    let mut finding = finding;
    if let Some(law) = rough {
        finding.notes.push(super::Note { name: text! { zh: "说明", en: "note" }, text: begins_roughly(law) });
    }
    let explained = (!finding.rule.fixed)
        .then(|| policy.allows.iter().position(|allow| excuses(allow, &finding, sources, today)))
        .flatten()
        .map(|at| {
            used[at] = true;
            (policy.allows[at].reason.clone(), policy.allows[at].owner.clone())
        });
    Some(Diagnostic { finding, level, basis, explained, fingerprint: String::new() })
}

/// The level and the authority of `finding` by the law of its day; none when it is not told.
///
/// A text whose first day is known only roughly carries no more than a warning: it is named then.
fn ground(finding: &Finding, level: Level, today: Day) -> Option<(Level, Basis, Option<&'static Law>)> {
    if level == Level::Off {
        return None;
    }
    let rule = finding.rule;
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
        _ if !in_force.is_empty() => Some((Level::Note, Basis::Law(in_force), None)),
        Ungrounded::Speaks => Some((level, Basis::Tool, None)),
        Ungrounded::Advice => Some((Level::Note, Basis::Advice, None)),
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

fn excuses(allow: &Allow, finding: &Finding, sources: &Sources, today: Day) -> bool {
    if allow.rule.code != finding.rule.code || allow.until.is_some_and(|until| until < today) {
        return false;
    }
    let Some(subject) = &allow.subject else { return true };
    if finding.subjects.contains(subject) {
        return true;
    }
    let Some(file) = finding.place.file() else { return false };
    match subject {
        Subject::Entry(name) => sources.entry_name(file) == Some(name),
        Subject::File(path) => sources.path(file) == path,
        _ => false,
    }
}

fn exceptions(policy: &Policy, today: Day, used: &[bool]) -> Findings {
    let mut findings = Findings::new();
    for (allow, used) in policy.allows.iter().zip(used) {
        let (name, label) = (allow.rule.name, allow.rule.label);
        match allow.until {
            Some(until) if until < today => {
                findings
                    .raise(
                        &EXPIRED_ALLOW,
                        allow.span,
                        text! { zh: "对“{label}”的说明已于 {until} 到期", en: "this exception to {name} ended on {until}" },
                    )
                    .help(text! {
                        zh: "事情已经改正的，删去这一条；仍需说明的，由“{owner}”重新确认并改写 until",
                        en: "delete it if the matter is mended; else let {owner} confirm it and set a new `until`",
                        owner = allow.owner,
                    });
            }
            _ if !used => {
                findings
                    .raise(
                        &UNUSED_ALLOW,
                        allow.span,
                        text! { zh: "这条对“{label}”的说明没有用上：没有这样的问题", en: "this exception to {name} excuses nothing" },
                    )
                    .help(text! {
                        zh: "删去这一条；如本应有用，请核对 rule 和 entry、item 等是否写对",
                        en: "delete it, or check what its `rule` and `entry`, `item`, … name",
                    });
            }
            _ => {}
        }
    }
    findings
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

pub static UNUSED_ALLOW: Rule = Rule {
    code: "GK0014",
    name: "unused-allow",
    label: "说明无用",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "说明没有用上", en: "an exception that excuses nothing" },
    why: words! {
        zh: "[[allow]] 是对一个已知问题的书面说明。问题已经没有了，说明还留着，日后真出了问题就会被它悄悄盖住。",
        en: "An [[allow]] explains a known fault. Once the fault is gone, the line left behind would silently cover the next one.",
    },
    mend: words! {
        zh: "删去这一条，或把 rule、entry、item 等写成实际有问题的那一个。",
        en: "Delete it, or let its keys name what is really at fault.",
    },
    example: Example {
        bad: "==> catalogue/allow.toml\n[[allow]]\nrule = \"late-publication\"\nentry = \"2018/通知\"\nreason = \"补发\"\nowner = \"办公室\"\n",
        good: "==> catalogue/allow.toml\n# 没有需要说明的问题\n",
    },
};

pub static EXPIRED_ALLOW: Rule = Rule {
    code: "GK0015",
    name: "expired-allow",
    label: "说明到期",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "说明已经到期", en: "an exception past its day" },
    why: words! {
        zh: "说明写了期限，就是承诺到期前改正。到期未改，问题重新算数。",
        en: "An exception with a day is a promise to mend by then. Past that day the fault counts again.",
    },
    mend: words! {
        zh: "改正问题并删去说明；确需延期的，由负责人重新确认并改写 until。",
        en: "Mend the fault and delete the line, or have its owner confirm a new day.",
    },
    example: Example {
        bad: "==> catalogue/allow.toml\n[[allow]]\nrule = \"late-publication\"\nentry = \"2018/通知\"\nreason = \"补发\"\nowner = \"办公室\"\nuntil = 2018-06-30\n",
        good: "==> catalogue/allow.toml\n# 问题已改正，说明已删去\n",
    },
};

/// What [`finalize`] itself raises.
pub static RULES: &[&Rule] = &[&UNUSED_ALLOW, &EXPIRED_ALLOW];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{diagnostic::laws, source::Place};

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
