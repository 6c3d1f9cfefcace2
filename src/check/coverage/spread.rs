//! GK0202: does the catalogue show each of the five disclosures?

use super::demand::demanded;
use crate::{
    compliance::{Compliance, Tally},
    diagnostic::{Effect, Example, Findings, Level, Rule, Subject, Ungrounded, laws},
    model::{Model, OrganisationId},
    record::schema,
    source::Place,
    vocabulary::{Disclosure, Scope, Text, Word},
};

pub static EMPTY_DISCLOSURE: Rule = Rule {
    code: "GK0202",
    name: "empty-disclosure",
    label: "五公开有空白",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[
        laws::OPINION_2016.whole(),
        laws::OPINION_2016_RULES.whole(),
        laws::POINTS_2018.whole(),
        laws::BUSINESS_3,
    ],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "“五公开”中有一项没有任何公开事项", en: "one of the five disclosures has no item" },
    why: words! {
        zh: "目录要体现决策、执行、管理、服务、结果全过程公开。哪一项是空的，就说明那个环节没有公开。",
        en: "The catalogue shows decisions, execution, management, services and results. Where one is empty, that part of the work is closed.",
    },
    mend: words! {
        zh: "对照职责补上这一方面的事项；已有事项也属于这一方面的，在它的 disclosure 里加上。",
        en: "Add items of that kind; where an existing item belongs to it as well, add it to that item's `disclosure`.",
    },
    example: Example {
        bad: r#"--> catalogue/items.toml
[[item]]
disclosure = ["决策公开", "执行公开", "管理公开", "服务公开"]
basis = ["《中华人民共和国政府信息公开条例》第九条"]
- level
"#,
        good: r#"--> catalogue/items.toml
[[item]]
disclosure = ["决策公开", "执行公开", "管理公开", "服务公开", "结果公开"]
"#,
    },
};

pub(super) fn check(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    for (&body, coverage) in compliance.bodies.iter().zip(&compliance.coverage.bodies) {
        for &disclosure in Disclosure::ALL.iter().filter(|it| coverage.disclosures[it.ordinal()].items == 0) {
            tell(model, body, disclosure, &coverage.disclosures, findings);
        }
    }
}

fn tell(model: &Model, body: OrganisationId, disclosure: Disclosure, tallies: &[Tally], findings: &mut Findings) {
    let (label, key) = (disclosure.label(), disclosure.key());
    let demand = demanded(model, body, &["五公开", label]);
    let finding = findings.raise(
        &EMPTY_DISCLOSURE,
        place(model, body),
        text! { zh: "“五公开”中的“{label}”没有一个公开事项", en: "no item is in the disclosure of {key}" },
    );
    finding
        .lesser_if(demand.is_none())
        .label(counts::<Disclosure>(tallies))
        .help(text! {
            zh: "补上属于“{label}”的事项，或者在相应事项的 disclosure 里加上 \"{label}\"",
            en: "add items of it, or add \"{label}\" to the `disclosure` of those that belong to it as well",
        })
        .about(Subject::Organisation(model.organisation(body).id.to_string()))
        .key(format!("{} {key}", model.organisation(body).id));
    if let Some(span) = demand {
        finding.mark(span, text! { zh: "工作计划要求体现", en: "a plan demands it" });
    }
}

/// How many items each word of a list has.
pub(super) fn counts<W: Word>(tallies: &[Tally]) -> Text {
    let each = |name: fn(W) -> &'static str, gap: &str| {
        let parts = W::ALL.iter().zip(tallies).map(|(&word, tally)| format!("{} {}", name(word), tally.items));
        parts.collect::<Vec<_>>().join(gap)
    };
    let (zh, en) = (each(W::label, "，"), each(W::key, ", "));
    text! { zh: "现有事项数：{zh}", en: "items: {en}" }
}

/// Where what a body's whole catalogue lacks is told: on a platform at the body, else at the site.
pub(super) fn place(model: &Model, body: OrganisationId) -> Place {
    match model.site.scope {
        Scope::Platform => model.organisation(body).record.span_of(schema::Organisation::NAME).into(),
        Scope::Column | Scope::Site => model.site.place(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe},
        compliance::builder::{self, Builder},
        record::Value,
        vocabulary::OrganisationKind,
    };

    fn found(builder: &Builder) -> Vec<bool> {
        probe::found(Run::Whole(check), &builder.model).iter().map(|finding| finding.lesser).collect()
    }

    #[test]
    fn each_disclosure_without_an_item_is_told_and_weighs_more_where_a_plan_demands_it() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/one");
        builder.item_mut(item).disclosures =
            Disclosure::ALL.iter().copied().filter(|it| *it != Disclosure::Result).collect();
        assert_eq!(found(&builder), [true]);
        builder.task(&[], "2018-12-31");
        let requirement = Value::Text("目录体现“五公开”、政策解读");
        builder::write(&mut builder.model.tasks[0].record, schema::Task::REQUIREMENT, requirement);
        assert_eq!(found(&builder), [false]);
    }

    #[test]
    fn an_institution_is_not_judged() {
        let mut builder = Builder::new("2018-12-31");
        builder.model.organisations[0].kind = OrganisationKind::Institution;
        assert!(found(&builder).is_empty());
    }
}
