//! 0501 and 0502: policies without an interpretation, and interpretations that came late.

use crate::{
    check::estimate,
    compliance::Compliance,
    day::Day,
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{OPINION_2016_RULES, POINTS_2016},
    },
    model::{Entry, EntryId, Model},
    record::schema,
    vocabulary::{DocumentClass, EntryKind, InterpretationNeed, Origin, Text},
};

pub static UNINTERPRETED_POLICY: Rule = Rule {
    code: "GK0501",
    name: "uninterpreted-policy",
    label: "政策未解读",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[OPINION_2016_RULES.whole()],
    // Nobody goes back to interpret what was issued before the duty.
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "应当解读的政策没有解读", en: "a policy that must be interpreted and is not" },
    why: words! {
        zh: "政策性文件与解读方案、解读材料要同步组织、同步审签、同步部署。没有解读，企业和群众看不懂、用不上。",
        en: "A policy and its interpretation are to be drafted, signed and issued together; without it people cannot use the policy.",
    },
    mend: words! {
        zh: "写一条 kind = \"interpretation\" 的解读，用 interprets 指向该文件；不需要解读的，在事项里写 interpretation = \"免予解读\" 和 waiver = \"理由\"。",
        en: "Write an entry of `kind = \"interpretation\"` whose `interprets` names the document; or give the item `interpretation = \"waived\"` and a `waiver`.",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
title = "招商引资奖励办法"
kind = "document"
document_class = "行政规范性文件"
summary = "规定招商引资奖励的对象、标准和程序。"
+++
第一条 为鼓励招商引资，制定本办法。
"#,
        good: r#"--> content/2018/解读.md
title = "《招商引资奖励办法》解读"
kind = "interpretation"
interprets = "2018/通知"
first_interpreter = "局长"
summary = "说明办法的背景、奖励对象和申报方式。"
+++
## 背景依据

为什么要出台：近三年企业反映奖励标准不清、申报材料繁多。

## 主要内容

什么人可以申报、奖多少、到哪里办，一一说明。
"#,
    },
};

pub static LATE_INTERPRETATION: Rule = Rule {
    code: "GK0502",
    name: "late-interpretation",
    label: "解读滞后",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[POINTS_2016.whole(), OPINION_2016_RULES.whole()],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "解读晚于文件发布", en: "an interpretation later than its policy" },
    why: words! {
        zh: "解读应与文件同步发布，最迟不超过文件公开后3个工作日。隔久了再解读，误读已经传开。",
        en: "An interpretation appears with its policy, at the latest three working days after. Later, misreadings have already spread.",
    },
    mend: words! {
        zh: "照实保留发布日期，用 gongkai allow late-interpretation 说明原因；今后文件报批时一并报解读稿。",
        en: "Keep the true day and explain it with `gongkai allow late-interpretation`; from now on submit the interpretation with the policy.",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
title = "招商引资奖励办法"
kind = "document"
document_class = "行政规范性文件"
summary = "规定招商引资奖励的对象、标准和程序。"
+++
第一条 为鼓励招商引资，制定本办法。
--> content/2018/解读.md
title = "《招商引资奖励办法》解读"
kind = "interpretation"
interprets = "2018/通知"
first_interpreter = "局长"
made = 2018-07-05
published = 2018-07-06
summary = "说明办法的背景、奖励对象和申报方式。"
[review]
secrecy = { by = "保密员", on = 2018-07-05 }
+++
## 背景依据

为什么要出台：近三年企业反映奖励标准不清、申报材料繁多。
"#,
        good: r#"--> content/2018/解读.md
made = 2018-06-20
published = 2018-06-22
[review]
secrecy = { by = "保密员", on = 2018-06-21 }
"#,
    },
};

/// How much an entry needs an interpretation: its class demands it, its item does, or nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Demand {
    Class,
    Item,
    None,
}

fn demand(model: &Model, entry: &Entry) -> Demand {
    let other = entry.record.get(schema::Entry::ORIGIN).is_some_and(|origin| origin != Origin::Own);
    if entry.kind != EntryKind::Document || other {
        return Demand::None;
    }
    let needs = |need| entry.items.iter().any(|&id| model.item(id).interpretation == need);
    let class = entry.record.get(schema::Entry::DOCUMENT_CLASS).unwrap_or(DocumentClass::Other);
    if needs(InterpretationNeed::Waived) {
        Demand::None
    } else if class != DocumentClass::Other {
        Demand::Class
    } else if needs(InterpretationNeed::Required) {
        Demand::Item
    } else {
        Demand::None
    }
}

/// The first published interpretation of each entry, by place in the model's list.
fn interpretations(model: &Model) -> Vec<Option<EntryId>> {
    let mut first: Vec<Option<EntryId>> = vec![None; model.entries.len()];
    for (id, entry) in model.published().filter(|(_, entry)| entry.kind == EntryKind::Interpretation) {
        for to in entry.related(schema::Entry::INTERPRETS) {
            let slot = &mut first[to.at()];
            let earlier = slot.is_none_or(|other| entry.published < model.entry(other).published);
            if earlier {
                *slot = Some(id);
            }
        }
    }
    first
}

pub(super) fn uninterpreted_policy(model: &Model, _: &Compliance, findings: &mut Findings) {
    let grace = days(model);
    let interpretations = interpretations(model);
    for (id, entry) in model.published() {
        let demand = demand(model, entry);
        let Some(published) = entry.first_public() else { continue };
        if demand == Demand::None || interpretations[id.at()].is_some() {
            continue;
        }
        let last = model.calendar.add_working(published, grace);
        if model.today <= last {
            continue;
        }
        let late = estimate::workdays(model, last, model.today);
        let name = &entry.name;
        let (key, zh, en) = match demand {
            Demand::Class => (schema::Entry::DOCUMENT_CLASS.any(), "按文件类别应当解读", "its class demands one"),
            _ => (schema::Entry::ITEM.any(), "所属事项要求解读", "its item demands one"),
        };
        let finding = findings
            .raise(
                &UNINTERPRETED_POLICY,
                entry.at(schema::Entry::TITLE),
                text! { zh: "发布后没有解读", en: "published without an interpretation" },
            )
            .label(text! {
                zh: "最迟应在 {last} 解读，已过{many}",
                en: "due by {last}, {days} ago",
                many = late.zh,
                days = late.en,
            })
            .mark(entry.record.span_of(key), text! { zh: "{zh}", en: "{en}" })
            .help(text! {
                zh: "写一条 kind = \"interpretation\" 的解读，其中写 interprets = \"{name}\"",
                en: "write an entry of `kind = \"interpretation\"` with `interprets = \"{name}\"`",
            })
            .note(words! { zh: "时限", en: "limit" }, limit(grace, published))
            .lesser_if(demand == Demand::Item)
            .on(published);
        estimate::lower(finding, model.calendar.estimated(published, last));
    }
}

pub(super) fn late_interpretation(model: &Model, _: &Compliance, findings: &mut Findings) {
    let grace = days(model);
    let first = interpretations(model);
    for (id, entry) in model.published() {
        let Some(interpretation) = first[id.at()].map(|id| model.entry(id)) else { continue };
        if demand(model, entry) == Demand::None {
            continue;
        }
        let (Some(published), Some(told)) = (entry.first_public(), interpretation.first_public()) else { continue };
        if told <= published {
            continue;
        }
        let after = estimate::workdays(model, published, told);
        let last = model.calendar.add_working(published, grace);
        let late = told > last;
        let message = if late {
            let Text { zh, en } = estimate::workdays(model, last, told);
            text! { zh: "解读逾期{zh}", en: "interpreted {en} late" }
        } else {
            text! { zh: "解读没有与文件同一天发布", en: "interpreted after the day of the policy" }
        };
        let label = if late {
            text! { zh: "最迟应在 {last} 发布", en: "due by {last}" }
        } else {
            text! { zh: "晚于文件{zh}", en: "{en} after the policy", zh = after.zh, en = after.en }
        };
        let finding = findings
            .raise(&LATE_INTERPRETATION, interpretation.at(schema::Entry::PUBLISHED), message)
            .label(label)
            .mark(entry.record.span_of(schema::Entry::PUBLISHED), text! { zh: "文件发布于此", en: "the policy was published here" })
            .note(
                words! { zh: "文件", en: "policy" },
                text! { zh: "{title}", en: "{title}", title = entry.title() },
            )
            .help(text! {
                zh: "照实保留日期，用 gongkai allow late-interpretation {name} --reason 〔原因〕 --owner 〔负责科室〕 说明原因",
                en: "keep the true day; explain it with `gongkai allow late-interpretation {name} --reason 〔why〕 --owner 〔who〕`",
                name = interpretation.name,
            })
            .note(words! { zh: "时限", en: "limit" }, limit(grace, published))
            .lesser_if(!late)
            .on(told)
            .key(&*entry.name);
        if late {
            estimate::lower(finding, model.calendar.estimated(published, last));
        }
    }
}

/// What lateness is measured by: the law says with the policy, and the days are those of 2016 that local rules took up.
fn limit(days: u32, published: Day) -> Text {
    if published.year() < 2016 {
        return text! { zh: "最迟文件公开后{days}个工作日内", en: "{days} working days after the policy at the latest" };
    }
    text! {
        zh: "与文件同步，最迟文件公开后{days}个工作日内（国办发〔2016〕19号提出，各地沿用；可用 [settings.late-interpretation] days 改）",
        en: "with the policy, {days} working days after it at the latest (国办发〔2016〕19号, taken up by local rules; [settings.late-interpretation] days changes it)",
    }
}

/// Within how many working days an interpretation is due, `[settings.late-interpretation] days`.
fn days(model: &Model) -> u32 {
    model.settings.count(schema::Settings::LATE_INTERPRETATION, schema::LateInterpretation::DAYS).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe},
        compliance::builder::Builder,
        model::Relation,
        record::Value,
        source::{FileId, Range, Span},
        vocabulary::Word,
    };

    /// A normative document published on the first day, and its interpretation where there is one.
    fn policy(today: &str, told: Option<&str>) -> Builder {
        let mut builder = Builder::new(today);
        let item = builder.item("a/one");
        let policy = builder.entry(item, "2018-06-22");
        let normative = u16::try_from(DocumentClass::Normative.ordinal()).unwrap();
        builder.key(policy, schema::Entry::DOCUMENT_CLASS, Value::Word(normative));
        if let Some(told) = told {
            let interpretation = builder.entry(item, told);
            let span = Span { file: FileId(0), range: Range::default() };
            let entry = builder.entry_mut(interpretation);
            entry.kind = EntryKind::Interpretation;
            entry.relations = [Relation { key: schema::Entry::INTERPRETS.name, to: policy, span }].into();
        }
        builder
    }

    #[test]
    fn a_policy_has_three_working_days() {
        assert!(probe::said(Run::Whole(uninterpreted_policy), &policy("2018-06-27", None).model).is_empty());
        assert_eq!(probe::said(Run::Whole(uninterpreted_policy), &policy("2018-06-28", None).model).len(), 1);
        assert!(
            probe::said(Run::Whole(uninterpreted_policy), &policy("2018-12-31", Some("2018-12-30")).model).is_empty()
        );
    }

    #[test]
    fn lateness_weighs_by_the_day() {
        let found = |told| {
            let found = probe::found(Run::Whole(late_interpretation), &policy("2018-12-31", Some(told)).model);
            found.iter().map(|it| it.lesser).collect::<Vec<_>>()
        };
        assert!(found("2018-06-22").is_empty());
        assert_eq!(found("2018-06-25"), [true], "not the same day");
        assert_eq!(found("2018-06-27"), [true], "the third working day");
        assert_eq!(found("2018-06-28"), [false]);
    }

    #[test]
    fn other_documents_need_none() {
        let mut builder = policy("2018-12-31", None);
        let id = builder.model.entries().next().unwrap().0;
        let other = u16::try_from(DocumentClass::Other.ordinal()).unwrap();
        builder.key(id, schema::Entry::DOCUMENT_CLASS, Value::Word(other));
        assert!(probe::said(Run::Whole(uninterpreted_policy), &builder.model).is_empty());
    }
}
