//! GK0214: is each nil report true?

use crate::{
    check::context,
    compliance::{Compliance, contradicting},
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws},
    model::Model,
    record::schema,
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
        let item = model.item(nil.item);
        let entry = contradicting(model, &compliance.item(nil.item).entries, nil.item, period);
        let finding = if item.always_is() {
            let title = &item.title;
            findings.raise(
                &CONTRADICTED_NIL,
                nil.record.span_of(schema::Nil::ITEM),
                text! { zh: "“{title}”什么时候都应当有，不能零报告", en: "there is always something of “{title}”: nobody can report that there was nothing" },
            )
        } else if let Some(id) = entry {
            let entry = model.entry(id);
            let title = entry.title();
            let (zh, en) =
                if entry.is_published() { ("已公开的", "") } else { ("还没有公开的", "the unpublished ") };
            let finding = findings.raise(
                &CONTRADICTED_NIL,
                place,
                text! { zh: "零报告说{words}没有，但{zh}《{title}》属于这一期", en: "said to be nothing in {period}, but {en}“{title}” is of it" },
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
        } else if !nil.is_attested(model.today) {
            let finding = findings.raise(
                &CONTRADICTED_NIL,
                nil.record.span(),
                text! { zh: "{words}的零报告没有人负责：报告人、原因没有写，或者日期还没有到", en: "nobody stands for the nil report of {period}: who or why is missing, or its day is to come" },
            );
            finding
                .help(text! { zh: "核实以后写明 reason（原因）、by（报告人）和 on（报告日期）", en: "verify it, then write `reason`, `by` and `on`" })
                .key(format!("{name} {period}"));
            context::name_item(finding, model, nil.item);
            continue;
        } else {
            continue;
        };
        finding
            .help(if item.always_is() {
                text! { zh: "删去这条零报告；还没有公开的，用 gongkai new 建好公开", en: "delete it; publish what there is, `gongkai new` makes the draft" }
            } else {
                text! { zh: "删去这条零报告，或改成真正没有信息的那一期", en: "delete it, or name the period in which there was nothing" }
            })
            .fix(nil.record.extent().map(Edit::delete))
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
        model::State,
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

    #[test]
    fn a_draft_of_the_period_and_nobody_contradict_it_too() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/one");
        let entry = builder.entry(item, "2018-05-03");
        builder.entry_mut(entry).state = State::Draft;
        builder.nil(item, "2018Q2");
        assert_eq!(probe::found(Run::Whole(check), &builder.model).len(), 1);
        assert!(measure(&builder.model).items[0].nils.is_empty());
        for (reason, by, on, told) in [
            ("本季度没有", "办公室", "2018-10-09", false),
            ("……", "办公室", "2018-10-09", true),
            ("本季度没有", "待定", "2018-10-09", true),
            ("本季度没有", "办公室", "2019-01-09", true),
        ] {
            let mut builder = Builder::new("2018-12-31");
            let item = builder.item("a/one");
            builder.nil(item, "2018Q3");
            builder.attest(reason, by, on);
            assert_eq!(!probe::found(Run::Whole(check), &builder.model).is_empty(), told, "{reason} {by} {on}");
            assert_eq!(measure(&builder.model).items[0].nils.is_empty(), told, "{reason} {by} {on}");
        }
    }
}
