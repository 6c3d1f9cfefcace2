//! Explained exceptions: which finding is covered by which, and what is told of them themselves.

use std::collections::BTreeMap;

use super::{Allow, Edit, Effect, Example, Finding, Findings, Level, Policy, Portion, Rule, Subject, Ungrounded};
use crate::{day::Day, source::Sources, vocabulary::Text};

/// The exceptions that hold, by rule and by what they name: an old site has as many as findings. One that names a period or a row
/// excuses that one alone: what is missed later is another fault, and nobody has explained it.
pub(super) struct Excuses<'a>(BTreeMap<&'static str, OfRule<'a>>);

/// The first of the exceptions of a rule for each subject and part; none = all of them.
type OfRule<'a> = BTreeMap<(Option<&'a Subject>, Option<&'a Portion>), usize>;

impl<'a> Excuses<'a> {
    /// Those that hold on `today`.
    pub fn of(policy: &'a Policy, today: Day) -> Self {
        Self::those(policy, |until| until.is_none_or(|until| until >= today))
    }

    /// Those that hold no longer; none where none has ended.
    pub fn ended(policy: &'a Policy, today: Day) -> Option<Self> {
        let ended = Self::those(policy, |until| until.is_some_and(|until| until < today));
        (!ended.0.is_empty()).then_some(ended)
    }

    fn those(policy: &'a Policy, wanted: impl Fn(Option<Day>) -> bool) -> Self {
        let mut excuses: BTreeMap<&'static str, OfRule<'_>> = BTreeMap::new();
        for (at, allow) in policy.allows.iter().enumerate().filter(|it| wanted(it.1.until)) {
            let of_rule = excuses.entry(allow.rule.code).or_default();
            of_rule.entry((allow.subject.as_ref(), allow.portion.as_ref())).or_insert(at);
        }
        Self(excuses)
    }

    /// The first exception, as written, that covers `finding`.
    pub fn find(&self, finding: &Finding, sources: &Sources) -> Option<usize> {
        let of_rule = self.0.get(finding.rule.code)?;
        let named = finding.names(sources);
        let subjects = named.iter().map(Some).chain([None]);
        let parts = || [None].into_iter().chain(finding.portion.as_ref().map(Some));
        subjects.flat_map(|it| parts().filter_map(move |part| of_rule.get(&(it, part)).copied())).min()
    }
}

/// Raises 0014 and 0015 for exceptions that excuse nothing, hold no longer, or end soon; `used` says which excused something, or would
/// if they held.
pub(super) fn exceptions(policy: &Policy, today: Day, used: &[bool]) -> Findings {
    let mut findings = Findings::new();
    let mut at = 0;
    // Those of one table stand together: it has ended as a whole, and is of no use part by part.
    for allows in policy.allows.chunk_by(|a, b| a.span == b.span) {
        let used = &used[at..at + allows.len()];
        at += allows.len();
        one(allows, used, today, &mut findings);
    }
    ends_soon(policy, today, used, &mut findings);
    findings
}

/// Tells of the exceptions of one table.
fn one(allows: &[Allow], used: &[bool], today: Day, findings: &mut Findings) {
    let any = used.contains(&true);
    let Some(allow) = allows.first() else { return };
    let (name, label) = (allow.rule.name, allow.rule.label);
    match allow.until {
        Some(until) if until < today => {
            let finding = findings.raise(
                &EXPIRED_ALLOW,
                allow.span,
                text! { zh: "对“{label}”的说明已于 {until} 到期", en: "this exception to {name} ended on {until}" },
            );
            if any {
                finding
                        .help(text! {
                            zh: "仍需说明的，由“{owner}”重新确认，改为：until = 〔新的期限〕；不再说明的，改正后删去这一条",
                            en: "where it is still needed let {owner} confirm it and write: until = 〔a new day〕; else mend the matter and delete it",
                            owner = allow.owner,
                        })
                        .fix([Edit::new(allow.until_span, "〔新的期限〕", false)]);
            } else {
                finding
                    .help(text! { zh: "问题已经没有了，删去这一条", en: "nothing needs it any more: delete it" })
                    .fix(allow.extent.map(Edit::delete));
            }
        }
        _ if !any => {
            findings
                    .raise(
                        &UNUSED_ALLOW,
                        allow.span,
                        match allow.subject.as_ref().map(Subject::words) {
                            Some(Text { zh, en }) => text! { zh: "对{zh}的“{label}”作的说明没有用上：没有这样的问题", en: "this exception to {name} for {en} excuses nothing" },
                            None => text! { zh: "这条对“{label}”的说明没有用上：没有这样的问题", en: "this exception to {name} excuses nothing" },
                        },
                    )
                    .help(text! {
                        zh: "删去这一条；如本应有用，请核对 rule 和 entry、item 等是否写对",
                        en: "delete it, or check what its `rule` and `entry`, `item`, … name",
                    })
                    .fix(allow.extent.map(Edit::delete));
        }
        _ => {
            for (allow, _) in allows.iter().zip(used).filter(|it| !it.1) {
                let Some(part) = &allow.portion else { continue };
                let key = part.key();
                findings
                    .raise(&UNUSED_ALLOW, allow.portion_span, {
                        let Text { zh, en } = allow.subject.as_ref().map_or_else(|| Text::same(""), Subject::words);
                        match part {
                            Portion::Period(period) => text! {
                                zh: "对{zh}的“{label}”作的说明里，{period} 这一期没有用上：没有这样的问题",
                                en: "of this exception to {name} {en} the period {period} excuses nothing",
                            },
                            Portion::Row(row) => text! {
                                zh: "对{zh}的“{label}”作的说明里，“{row}”这一行没有用上：没有这样的问题",
                                en: "of this exception to {name} {en} the row `{row}` excuses nothing",
                            },
                        }
                    })
                    .help(text! { zh: "从 {key} 里删去 \"{part}\"", en: "delete \"{part}\" from `{key}`" });
            }
        }
    }
}

/// Tells of exceptions that hold and will end soon: those of one owner that end on one day together, for a baseline is of one day.
fn ends_soon(policy: &Policy, today: Day, used: &[bool], findings: &mut Findings) {
    let mut ending: BTreeMap<(Day, &str), Vec<&Allow>> = BTreeMap::new();
    for (allow, _) in policy.allows.iter().zip(used).filter(|it| *it.1) {
        if let Some(until) = allow.until.filter(|&it| it >= today && it.days_since(today) <= policy.told_before) {
            let ending = ending.entry((until, &allow.owner)).or_default();
            if ending.last().is_none_or(|it| it.span != allow.span) {
                ending.push(allow);
            }
        }
    }
    for ((until, owner), allows) in ending {
        let (count, left) = (allows.len(), until.days_since(today));
        let days = match left {
            0 => text! { zh: "今天", en: "today" },
            1 => text! { zh: "还有 1 天", en: "in 1 day" },
            _ => text! { zh: "还有 {left} 天", en: "in {left} days" },
        };
        let (zh, en) = (days.zh, days.en);
        let message = match allows.as_slice() {
            [one] => text! {
                zh: "对“{label}”的说明到 {until} 为止（{zh}）",
                en: "this exception to {name} ends on {until} ({en})",
                label = one.rule.label,
                name = one.rule.name,
            },
            _ => text! {
                zh: "{count} 条说明到 {until} 为止（{zh}）",
                en: "{count} exceptions end on {until} ({en})",
            },
        };
        findings
            .raise(&EXPIRED_ALLOW, allows[0].span, message)
            .at_most(Level::Note)
            .help(text! {
                zh: "到期前改正，并删去说明；确需延期的，由“{owner}”重新确认，改为：until = 〔新的期限〕",
                en: "mend what they explain before then and delete them, or let {owner} confirm: until = 〔a new day〕",
            })
            .fix(allows.iter().map(|it| Edit::new(it.until_span, "〔新的期限〕", false)))
            .key(format!("soon {until} {owner}"));
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
        zh: "说明写了期限，就是承诺到期前改正。到期未改，问题重新算数；到期前 30 天起先提示一次（[settings.expired-allow] days）。",
        en: "An exception with a day is a promise to mend by then. Past that day the fault counts again; before it a note says so ([settings.expired-allow] days).",
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
