//! GK0602: does the record of a response say what it is measured by?

use crate::{
    check::context,
    compliance::Compliance,
    day::Day,
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{OPINION_2016_RULES, RESPONSES_2016},
    },
    model::{Entry, Model, OrganisationId},
    record::schema,
    vocabulary::{EntryKind, Facet, Severity},
};

pub static INCOMPLETE_RESPONSE: Rule = Rule {
    code: "GK0602",
    name: "incomplete-response",
    label: "回应记录不全",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[RESPONSES_2016.whole(), OPINION_2016_RULES.whole()],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "舆情回应的记录缺发现、研判、回应的时间或者效果评估", en: "the record of a response without its times or an evaluation" },
    why: words! {
        zh: "早发现、早研判、早处置，靠时间记录说话；应对得怎么样，要有评估。没有记录，考核时就说不清。",
        en: "How early opinion was noticed, judged and answered is told by times; how well, by an evaluation. Without them nothing can be shown.",
    },
    mend: words! {
        zh: "补写 noticed（发现）、judged（研判）、answered（回应）的时间和 evaluation（效果评估）；这些时间、评估不对外公开，只有回应时间公开。",
        en: "Add `noticed`, `judged`, `answered` and `evaluation`; of these only `answered` is public.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
--> content/2018/回应.md
title = "关于施工扬尘问题的回应"
kind = "opinion-response"
made = 2018-08-15
published = "2018-08-15 17:20"
answered = "2018-08-15 17:20"
[review]
secrecy = { by = "保密员", on = 2018-08-15 }
"#,
        good: r#"--> content/2018/回应.md
noticed = "2018-08-14 09:20"
judged = "2018-08-14 10:30"
evaluation = "同类反映降为零，评估为有效。"
"#,
    },
};

/// Days after which an evaluation is looked for: how a response worked is not known at once.
const EVALUATED: i32 = 30;

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    let (mut responses, mut evaluated) = (Vec::new(), Vec::new());
    for entry in model.entries.iter().filter(|it| it.is_published()) {
        match entry.kind {
            EntryKind::OpinionResponse => responses.push(entry),
            // An evaluation of all responses, that of the year for one.
            EntryKind::Evaluation if entry.facets.contains(Facet::Response) => {
                evaluated.push((entry.organisation, entry.published_day()));
            }
            _ => {}
        }
    }
    for entry in responses {
        let later =
            |it: &(Option<OrganisationId>, Option<Day>)| it.0 == entry.organisation && it.1 >= entry.published_day();
        look(model, entry, evaluated.iter().any(later), findings);
    }
}

fn look(model: &Model, entry: &Entry, evaluated: bool, findings: &mut Findings) {
    let record = &entry.record;
    let mut missing: Vec<(&str, &str)> = Vec::new();
    let mut ask = |is_there: bool, zh: &'static str, key: &'static str| {
        if !is_there {
            missing.push((zh, key));
        }
    };
    ask(record.has(schema::Entry::NOTICED), "发现时间", "noticed");
    ask(record.has(schema::Entry::JUDGED), "研判时间", "judged");
    ask(record.has(schema::Entry::ANSWERED), "回应时间", "answered");
    let major = record.get(schema::Entry::SEVERITY) == Some(Severity::Major);
    ask(!major || record.has(schema::Entry::FIRST_TOLD), "首次发声时间", "first_told");
    let answered = record.get(schema::Entry::ANSWERED).map(|it| it.day).or(entry.published_day());
    let is_over = answered.is_some_and(|it| it.plus(EVALUATED) < model.today);
    ask(!is_over || record.has(schema::Entry::EVALUATION) || evaluated, "效果评估", "evaluation");
    let Some(first) = missing.first() else { return };
    let (zh, en) = (
        missing.iter().map(|it| format!("{}（{}）", it.0, it.1)).collect::<Vec<_>>().join("、"),
        missing.iter().map(|it| it.1).collect::<Vec<_>>().join(", "),
    );
    let key = first.1;
    let finding = findings.raise(
        &INCOMPLETE_RESPONSE,
        record.span_of(schema::Entry::TITLE),
        text! { zh: "回应的记录缺{zh}", en: "the record of the response lacks {en}" },
    );
    finding.help(if key == "evaluation" {
        text! { zh: "写 evaluation = \"〔效果评估〕\"", en: "write evaluation = \"〔how it worked〕\"" }
    } else {
        let how = context::explain(&INCOMPLETE_RESPONSE, &entry.name);
        text! {
            zh: "写 {key} = \"2018-08-14 09:20\" 这样的时间；时间无从查考的，说明原因：\n{how_zh}",
            en: "write a time like {key} = \"2018-08-14 09:20\"; where nobody knows, explain:\n{how_en}",
            how_zh = how.zh,
            how_en = how.en,
        }
    });
    if let Some(day) = answered {
        finding.on(day);
    }
    finding.key(format!("response {en}"));
    context::name_entry(finding, entry);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::said},
        compliance::builder::Builder,
        record::Value,
        vocabulary::Set,
    };

    #[test]
    fn an_evaluation_of_the_year_stands_for_each_response() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/opinion");
        let id = builder.entry(item, "2018-08-20");
        builder.entry_mut(id).kind = EntryKind::OpinionResponse;
        for key in [schema::Entry::NOTICED, schema::Entry::JUDGED, schema::Entry::ANSWERED] {
            builder.key(id, key, Value::Moment("2018-08-20 09:00".parse().unwrap()));
        }
        assert_eq!(said(Run::Whole(check), &builder.model), ["回应的记录缺效果评估（evaluation）"]);
        let year = builder.entry(item, "2018-12-07");
        builder.entry_mut(year).kind = EntryKind::Evaluation;
        assert_eq!(said(Run::Whole(check), &builder.model).len(), 1, "an appraisal of something else");
        builder.entry_mut(year).facets = [Facet::Response].into_iter().collect::<Set<Facet>>();
        assert!(said(Run::Whole(check), &builder.model).is_empty());
    }
}
