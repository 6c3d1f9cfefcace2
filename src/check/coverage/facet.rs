//! GK0203: does the catalogue show interpretation, response and participation?

use super::{
    demand::demanded,
    spread::{counts, place},
};
use crate::{
    compliance::{Compliance, Tally},
    diagnostic::{Effect, Example, Findings, Level, Rule, Subject, Ungrounded, laws},
    model::{Model, OrganisationId},
    vocabulary::{Facet, Word},
};

pub static MISSING_FACET: Rule = Rule {
    code: "GK0203",
    name: "missing-facet",
    label: "缺解读回应参与",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[laws::OPINION_2016.whole(), laws::OPINION_2016_RULES.whole(), laws::POINTS_2018.whole()],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! {
        zh: "目录没有体现政策解读、舆情回应或者公众参与",
        en: "the catalogue does not show interpretation, response or participation",
    },
    why: words! {
        zh: "目录除了“五公开”，还要有政策解读、舆情回应、公众参与的内容：群众看得懂政策，问的事有回音，做决定前能提意见。",
        en: "Beside the five disclosures the catalogue shows how policy is explained, opinion answered and the public heard.",
    },
    mend: words! {
        zh: "补上相应事项，并在它的 facet 里写上；已有事项属于这一方面的，加上 facet 即可。",
        en: "Add an item and write its `facet`; where one exists already, only its `facet` is missing.",
    },
    example: Example {
        bad: r#"--> catalogue/items.toml
[[item]]
facet = ["政策解读"]
basis = ["《中华人民共和国政府信息公开条例》第九条"]
- level
"#,
        good: r#"--> catalogue/items.toml
[[item]]
facet = ["政策解读", "舆情回应", "公众参与"]
"#,
    },
};

pub(super) fn check(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    for (&body, coverage) in compliance.bodies.iter().zip(&compliance.coverage.bodies) {
        for &facet in Facet::ALL.iter().filter(|it| coverage.facets[it.ordinal()].items == 0) {
            tell(model, body, facet, &coverage.facets, findings);
        }
    }
}

fn tell(model: &Model, body: OrganisationId, facet: Facet, tallies: &[Tally], findings: &mut Findings) {
    let (label, key) = (facet.label(), facet.key());
    // Plans say 舆情回应 and 回应关切 for the same.
    let words: &[&str] = if facet == Facet::Response { &[label, "回应关切"] } else { &[label] };
    let demand = demanded(model, body, words);
    let finding = findings.raise(
        &MISSING_FACET,
        place(model, body),
        text! { zh: "目录里没有“{label}”的公开事项", en: "no item has the facet {key}" },
    );
    finding
        .lesser_if(demand.is_none())
        .label(counts::<Facet>(tallies))
        .help(text! {
            zh: "补上“{label}”的事项，并写 facet = [\"{label}\"]",
            en: "add an item of it with facet = [\"{label}\"]",
        })
        .about(Subject::Organisation(model.organisation(body).id.to_string()))
        .key(format!("{} {key}", model.organisation(body).id));
    if let Some(span) = demand {
        finding.mark(span, text! { zh: "工作计划要求体现", en: "a plan demands it" });
    }
}
