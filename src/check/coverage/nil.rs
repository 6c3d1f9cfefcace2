//! GK0214: is each nil report true?

use crate::{
    check::context,
    compliance::{Compliance, contradicting},
    diagnostic::{Effect, Example, Findings, Level, Rule, Ungrounded, laws},
    model::Model,
    schema,
};

pub static CONTRADICTED_NIL: Rule = Rule {
    code: "GK0214",
    name: "contradicted-nil",
    label: "零报告不实",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[laws::REGULATIONS_2008_19, laws::REGULATIONS_2019_12],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "零报告与已公开的信息矛盾，或者期间还没有到", en: "a nil report that entries contradict, or of a period to come" },
    why: words! {
        zh: "零报告是对公众说“这一期没有”。这一期明明有，或者这一期还没有开始，这句话就不是真的；程序不会把它登出去。",
        en: "A nil report tells the public that there was nothing. Where there was, or the period has not begun, it is not true, and it is not published.",
    },
    mend: words! {
        zh: "删去这条零报告；期间写错的，改成真正没有信息的那一期。",
        en: "Delete it, or name the period in which there was nothing.",
    },
    example: Example {
        bad: r#"==> catalogue/nil.toml
[[nil]]
item = "policy/notices"
period = "2018Q2"
reason = "本季度没有印发文件。"
by = "办公室"
on = 2018-07-03
"#,
        good: r#"--> catalogue/nil.toml
period = "2018Q3"
on = 2018-10-09
"#,
    },
};

pub(super) fn check(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    for nil in &model.nils {
        let (name, period) = (&model.item(nil.item).id, nil.period);
        let words = period.official();
        let place = nil.record.span_of(schema::Nil::PERIOD);
        let entry = contradicting(model, &compliance.item(nil.item).entries, period);
        let finding = if let Some(id) = entry {
            let entry = model.entry(id);
            let title = &entry.title;
            let finding = findings.raise(
                &CONTRADICTED_NIL,
                place,
                text! { zh: "零报告说{words}没有，但已公开的《{title}》属于这一期", en: "said to be nothing in {period}, but “{title}” is of it" },
            );
            if entry.record.has(schema::Entry::MADE) {
                finding.mark(entry.record.span_of(schema::Entry::MADE), text! { zh: "形成于这一期", en: "made in it" });
            }
            finding
        } else if period.first() > model.today {
            findings.raise(
                &CONTRADICTED_NIL,
                place,
                text! { zh: "{words}还没有开始，不能零报告", en: "{period} has not begun: nobody knows yet that there is nothing" },
            )
        } else {
            continue;
        };
        finding
            .help(text! { zh: "删去这条零报告，或改成真正没有信息的那一期", en: "delete it, or name the period in which there was nothing" })
            .key(format!("{name} {period}"));
        context::name_item(finding, model, nil.item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe},
        compliance::{builder::Builder, measure},
    };

    #[test]
    fn a_nil_report_holds_only_for_a_period_past_without_entries() {
        for (period, told) in
            [("2018Q2", true), ("2018", true), ("2018Q3", false), ("2019", true), ("2018-05", true), ("2017", false)]
        {
            let mut builder = Builder::new("2018-12-31");
            let item = builder.item("a/one");
            builder.entry(item, "2018-05-03");
            builder.nil(item, period);
            assert_eq!(!probe::found(Run::Whole(check), &builder.model).is_empty(), told, "{period}");
            assert_eq!(measure(&builder.model).items[0].nils.is_empty(), told, "{period}");
        }
    }
}
