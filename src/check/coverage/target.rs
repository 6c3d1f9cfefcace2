//! GK0212: is a share that the body has set itself reached?

use crate::{
    check::deadline::{Punctuality, punctuality},
    compliance::{Compliance, Fill, ItemCompliance},
    day::{Day, Period},
    diagnostic::{Effect, Example, Findings, Level, Rule, Subject, Ungrounded},
    model::{Entry, EntryId, Item, ItemId, Model, OrganisationId, Target},
    record::schema,
    vocabulary::{Disclosure, Measure, Occurs, Text, Word, Words},
};

pub static MISSED_TARGET: Rule = Rule {
    code: "GK0212",
    name: "missed-target",
    label: "目标未达到",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "没有达到 [[target]] 定的目标", en: "a target of [[target]] that is not reached" },
    why: words! {
        zh: "目标是自己定的，或者上级考核要求的。年底才发现差一截，就补不回来了。",
        en: "A target is one's own, or a superior's who appraises. Found short at the year's end, it cannot be made good.",
    },
    mend: words! {
        zh: "补上空着的事项；本期确实没有的作零报告。逾期已成事实的，说明原因；目标定得不当的，改 at_least。",
        en: "Fill what is empty, or report that there was nothing; explain what was late; change `at_least` where it was set wrongly.",
    },
    example: Example {
        bad: r#"==> catalogue/target.toml
[[target]]
measure = "filled"
at_least = 0.95
--> catalogue/more.toml
- occurs
way = "主动"
"#,
        good: r#"==> catalogue/target.toml
[[target]]
measure = "filled"
at_least = 0.5
"#,
    },
};

/// So many of what is missing are named.
const NAMED: usize = 5;

/// What is counted.
#[derive(Clone, Copy, Debug)]
pub struct Gauge<'a> {
    pub measure: Measure,
    /// Of one of the five; none for all.
    pub disclosure: Option<Disclosure>,
    /// Of one body; none for all.
    pub organisation: Option<OrganisationId>,
    /// Of what time; none for the year up to today.
    pub period: Option<Period>,
    /// Of which items; empty for all.
    pub items: &'a [ItemId],
}

/// What is not as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missed {
    /// It is empty.
    Item(ItemId),
    /// It was public late.
    Entry(EntryId),
}

/// How many are as they should be, of how many, and which are not.
#[derive(Debug, Default)]
pub struct Reached {
    pub met: usize,
    pub of: usize,
    pub missed: Vec<Missed>,
}

impl Reached {
    /// Counts what `gauge` asks for.
    pub fn by(gauge: Gauge<'_>, model: &Model, compliance: &Compliance) -> Self {
        match gauge.measure {
            Measure::Filled => filled(model, compliance, gauge),
            Measure::OnTime => on_time(model, gauge),
        }
    }

    fn add(&mut self, is_met: bool, missed: Missed) {
        self.of += 1;
        if is_met {
            self.met += 1;
        } else {
            self.missed.push(missed);
        }
    }
}

pub(super) fn check(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    for target in &model.targets {
        // What is still running may still be reached.
        if target.period.is_some_and(|period| period.last() > model.today) {
            continue;
        }
        let &Target { measure, disclosure, organisation, period, .. } = target;
        let gauge = Gauge { measure, disclosure, organisation, period, items: &[] };
        let count = Reached::by(gauge, model, compliance);
        if count.of > 0 && !target.at_least.is_met(count.met, count.of) {
            tell(model, target, &count, findings);
        }
    }
}

fn is_own(model: &Model, gauge: Gauge<'_>, own: Option<OrganisationId>) -> bool {
    gauge.organisation.is_none_or(|wanted| own.or(model.site.organisation) == Some(wanted))
}

/// Items that owe something: filled, or reported to have nothing.
fn filled(model: &Model, compliance: &Compliance, gauge: Gauge<'_>) -> Reached {
    let mut count = Reached::default();
    for (id, item) in model.items() {
        let classed = gauge.disclosure.is_none_or(|it| item.disclosures.contains(it));
        let is_asked = gauge.items.is_empty() || gauge.items.contains(&id);
        if !item.is_open() || !classed || !is_asked || !is_own(model, gauge, item.organisation) {
            continue;
        }
        match stands(model, item, compliance.item(id), gauge) {
            Fill::Event => {}
            fill => count.add(fill != Fill::Gap, Missed::Item(id)),
        }
    }
    count
}

fn title(model: &Model, missed: Missed) -> String {
    match missed {
        Missed::Item(id) => model.item(id).title.to_string(),
        Missed::Entry(id) => model.entry(id).title().to_owned(),
    }
}

fn stands(model: &Model, item: &Item, compliance: &ItemCompliance, gauge: Gauge<'_>) -> Fill {
    match (gauge.period, gauge.disclosure) {
        (Some(period), disclosure) => stood(model, item, compliance, period, disclosure),
        (None, Some(disclosure)) => compliance.fill(item, disclosure, model.today),
        (None, None) => compliance.stands(item, model.today),
    }
}

/// How an item stood in `period`: by what was published or revised in it; what is standing, by all that was there at its end.
fn stood(
    model: &Model,
    item: &Item,
    compliance: &ItemCompliance,
    period: Period,
    disclosure: Option<Disclosure>,
) -> Fill {
    let standing = item.occurs == Occurs::Standing;
    let inside = |day: Day| day <= period.last() && (standing || day >= period.first());
    let shows = |entry: &Entry| disclosure.is_none_or(|it| entry.disclosures.contains(it));
    if compliance.acts.iter().any(|&(day, id)| inside(day) && shows(model.entry(id))) {
        Fill::Filled
    } else if compliance.nils.iter().any(|nil| nil.first() <= period.last() && nil.last() >= period.first()) {
        Fill::Nil
    } else if item.occurs == Occurs::Event
        || !compliance.owes
        || item.since.is_some_and(|since| since > period.last())
        || item.due.is_some_and(|due| due > period.last() || due >= model.today)
    {
        Fill::Event
    } else {
        Fill::Gap
    }
}

/// Entries of the time that were certainly in time, or certainly late.
fn on_time(model: &Model, gauge: Gauge<'_>) -> Reached {
    let (from, to) = match gauge.period {
        Some(period) => (period.first(), period.last()),
        None => (model.today.plus_months(-12).plus(1), model.today),
    };
    let wanted = |entry: &Entry| {
        entry.first_public().is_some_and(|day| (from..=to).contains(&day))
            && gauge.disclosure.is_none_or(|it| entry.disclosures.contains(it))
            && (gauge.items.is_empty() || entry.items.iter().any(|it| gauge.items.contains(it)))
            && is_own(model, gauge, entry.organisation)
    };
    let mut count = Reached::default();
    for (id, entry) in model.entries().filter(|it| wanted(it.1)) {
        if let Some(it @ (Punctuality::InTime | Punctuality::Late)) = punctuality(model, entry) {
            count.add(it == Punctuality::InTime, Missed::Entry(id));
        }
    }
    count
}

fn tell(model: &Model, target: &Target, count: &Reached, findings: &mut Findings) {
    let record = &target.record;
    let (met, of, goal) = (count.met, count.of, target.at_least.percent());
    // Never rounded up: what is not reached must not look as if it were.
    let share = format!("{}.{}", met * 100 / of, met * 1000 / of % 10);
    let what = whose(model, target);
    let message = match target.measure {
        Measure::Filled => text! {
            zh: "{zh}事项公开率 {share}%（{of} 个事项中 {met} 个已公开或有零报告），目标是 {goal}%",
            en: "{en}{met} of {of} items are filled or reported as nil, {share} %; the target is {goal} %",
            zh = what.zh,
            en = what.en,
        },
        Measure::OnTime => text! {
            zh: "{zh}按时公开率 {share}%（{of} 条中 {met} 条按时），目标是 {goal}%",
            en: "{en}{met} of {of} entries were public in time, {share} %; the target is {goal} %",
            zh = what.zh,
            en = what.en,
        },
    };
    let (name, help): (Words, Text) = match target.measure {
        Measure::Filled => (
            words! { zh: "空白", en: "empty" },
            text! {
                zh: "补上空白的事项；定期、发生时公开而本期确实没有的，用 gongkai nil 作零报告；目标定得不当的，改 at_least",
                en: "fill the items that are empty; report with `gongkai nil` where there was nothing; change `at_least` where it was set wrongly",
            },
        ),
        Measure::OnTime => (
            words! { zh: "逾期", en: "late" },
            text! {
                zh: "日期写错的改正；逾期已成事实的，对这一目标作出说明；目标定得不当的，改 at_least",
                en: "correct days that are slips; what was late stays so: explain this target; change `at_least` where it was set wrongly",
            },
        ),
    };
    let listed = count.missed.iter().take(NAMED).map(|&it| title(model, it)).collect::<Vec<_>>();
    let (zh, en, all) = (listed.join("、"), listed.join(", "), count.missed.len());
    let names = if all > NAMED {
        text! { zh: "{zh} 等 {all} 个", en: "{en}, … ({all})" }
    } else {
        text! { zh: "{zh}", en: "{en}" }
    };
    let of_what = target.disclosure.map_or("", Word::key);
    let whose = target.organisation.map(|id| &*model.organisation(id).id);
    let period = target.period.map(|it| it.to_string()).unwrap_or_default();
    let finding = findings.raise(&MISSED_TARGET, record.span_of(schema::Target::AT_LEAST), message).help(help);
    finding.note(name, names).key(format!("{} {of_what} {} {period}", target.measure.key(), whose.unwrap_or_default()));
    if let Some(id) = whose {
        finding.about(Subject::Organisation(id.to_owned()));
    }
}

/// Whose, of what and of when: nothing where it is of all.
fn whose(model: &Model, target: &Target) -> Text {
    let organisation = target.organisation.map(|id| &*model.organisation(id).short);
    let mut text = Text::same("");
    if let Some(name) = organisation {
        text.zh.push_str(&format!("“{name}”"));
        text.en.push_str(&format!("{name}: "));
    }
    if let Some(period) = target.period {
        text.zh.push_str(&period.official());
        text.en.push_str(&format!("{period}: "));
    }
    if let Some(disclosure) = target.disclosure {
        text.zh.push_str(&format!("“{}”", disclosure.label()));
        text.en.push_str(&format!("{}: ", disclosure.key()));
    }
    if !text.zh.is_empty() {
        text.zh.push('的');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe},
        compliance::builder::Builder,
        day::TimeLimit,
        model::Millionths,
        record::Record,
        source::FileId,
    };

    fn target(measure: Measure, at_least: u32) -> Target {
        Target {
            record: Record::empty(FileId(0)),
            measure,
            disclosure: None,
            organisation: None,
            period: None,
            at_least: Millionths(at_least),
        }
    }

    fn said(builder: &mut Builder, target: Target) -> Vec<String> {
        builder.model.targets = vec![target];
        probe::said(Run::Whole(check), &builder.model)
    }

    #[test]
    fn items_that_owe_count_and_nil_reports_meet() {
        let mut builder = Builder::new("2018-12-31");
        let (filled, _empty, nil, event) =
            (builder.item("a/one"), builder.item("a/two"), builder.item("a/three"), builder.item("a/four"));
        builder.entry(filled, "2018-05-03");
        builder.item_mut(nil).occurs = Occurs::Periodic;
        builder.nil(nil, "2018");
        builder.item_mut(event).occurs = Occurs::Event;
        assert!(said(&mut builder, target(Measure::Filled, 660_000)).is_empty());
        assert_eq!(
            said(&mut builder, target(Measure::Filled, 670_000)),
            ["事项公开率 66.6%（3 个事项中 2 个已公开或有零报告），目标是 67%"]
        );
        let period = |typed: &str| Target { period: typed.parse().ok(), ..target(Measure::Filled, 1_000_000) };
        // Before anything was published the standing ones were empty, though the nil report is of the whole year.
        assert_eq!(
            said(&mut builder, period("2018Q1")),
            ["2018年第一季度的事项公开率 33.3%（3 个事项中 1 个已公开或有零报告），目标是 100%"]
        );
        assert!(said(&mut builder, period("2019")).is_empty(), "what has not ended may still be reached");
    }

    #[test]
    fn only_what_is_certain_counts_as_in_time_or_late() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/one");
        builder.item_mut(item).time_limit = TimeLimit::parse("自信息形成或者变更之日起20个工作日内").ok();
        assert!(said(&mut builder, target(Measure::OnTime, 1_000_000)).is_empty(), "nothing was to be published");
        for (made, published) in
            [("2018-05-03", "2018-05-31"), ("2018-05-03", "2018-06-14"), ("2017-03-01", "2017-12-01")]
        {
            let entry = builder.entry(item, made);
            builder.entry_mut(entry).published = published.parse().ok();
        }
        assert_eq!(
            said(&mut builder, target(Measure::OnTime, 900_000)),
            ["按时公开率 50.0%（2 条中 1 条按时），目标是 90%"]
        );
        let other = Target { disclosure: Some(Disclosure::Result), ..target(Measure::OnTime, 400_000) };
        assert!(said(&mut builder, other).is_empty());
    }
}
