//! GK0204: has each item published anything?

use std::collections::BTreeMap;

use crate::{
    check::{annual, context},
    compliance::{Compliance, Fill, ItemCompliance},
    diagnostic::{Effect, Example, Findings, Level, Rule, Ungrounded, laws},
    model::{ItemId, Model, State},
    record::schema,
    vocabulary::Occurs,
};

pub static EMPTY_ITEM: Rule = Rule {
    code: "GK0204",
    name: "empty-item",
    label: "事项空白",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[
        laws::REGULATIONS_2008_9,
        laws::REGULATIONS_2019_19,
        laws::CENSUS_2015.whole(),
        laws::INDICATORS_2019.whole(),
    ],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "公开事项下没有任何已公开的信息", en: "an item with nothing public" },
    why: words! {
        zh: "目录里列了，就是承诺要公开。点进去是空的，比不列更让人失望，也是检查里的扣分项。",
        en: "What the catalogue lists is promised. An empty column disappoints more than none, and inspections count it.",
    },
    mend: words! {
        zh: "发布这个事项的信息；本期确实没有的，用零报告说明；不会再有的，从目录中调整出去。",
        en: "Publish something of it; where there is nothing this period, say so by a nil report; where there never will be, take the item out.",
    },
    example: Example {
        bad: r#"--> catalogue/more.toml
- occurs
way = "主动"
due = 2018-06-30
"#,
        good: r#"--> catalogue/more.toml

[[nil]]
item = "policy/plans"
period = "2018"
reason = "本年度没有编制新的规划。"
by = "办公室"
on = 2018-12-28
"#,
    },
};

pub(super) fn check(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    // Found once, where there is an empty item at all.
    let mut begun: Option<BTreeMap<ItemId, &str>> = None;
    for (id, _) in model.items() {
        let here = compliance.item(id);
        if here.owes && here.is_empty() && !here.has_nil(model.today) && !annual::is_told(model, compliance, id, None) {
            let begun = begun.get_or_insert_with(|| drafts(model));
            tell(model, id, here, begun.get(&id).copied(), findings);
        }
    }
}

/// The draft that each item has, the first by name.
fn drafts(model: &Model) -> BTreeMap<ItemId, &str> {
    let mut out = BTreeMap::new();
    for (_, entry) in model.entries().filter(|it| it.1.state == State::Draft) {
        for &item in &entry.items {
            out.entry(item).or_insert(&*entry.name);
        }
    }
    out
}

fn tell(model: &Model, id: ItemId, compliance: &ItemCompliance, draft: Option<&str>, findings: &mut Findings) {
    let item = model.item(id);
    let event = item.occurs == Occurs::Event;
    // What coverage calls 暂无须 is no gap: its day is to come.
    let to_come = compliance.stands(item, model.today) == Fill::Event;
    let message = match (item.due, compliance.due_passed) {
        (Some(due), true) => {
            text! { zh: "应在 {due} 前公开，至今没有任何信息", en: "due by {due}, and nothing is public" }
        }
        (Some(due), false) if to_come && !event => {
            text! { zh: "应在 {due} 前公开，还没有到期，现在没有任何信息", en: "due by {due}, which is to come; nothing is public yet" }
        }
        _ => text! { zh: "还没有公开任何信息", en: "nothing is public yet" },
    };
    let (name, year) = (&item.id, model.today.ymd().0);
    let finding = findings.raise(&EMPTY_ITEM, context::key_or_title(&item.record, schema::Item::TITLE), message);
    finding.lesser_if(!compliance.due_passed).key(&**name);
    if to_come {
        finding.at_most(Level::Note);
    }
    if event {
        finding.help(text! {
            zh: "发生时公开的事项，没有发生就不必公开；想让群众看到“本期没有”，可以零报告：\ngongkai nil {name} {year} --reason 〔原因〕 --by 〔报告人〕",
            en: "nothing is owed until it happens; to let the public know that there was nothing:\ngongkai nil {name} {year} --reason 〔why〕 --by 〔who〕",
        });
    } else if let Some(draft) = draft {
        finding.help(text! {
            zh: "草稿 content/{draft}.md 还没有公开：照实写好，写明谁审查、哪天，删去 draft = true",
            en: "content/{draft}.md is a draft: fill it in, say who reviewed it and when, and delete `draft = true`",
        });
    } else {
        let title = context::shell_word(&model.usual_title(id));
        let mut help = text! {
            zh: "建一个草稿，照实写好：\ngongkai new {name} {title}",
            en: "make a draft, and fill it in:\ngongkai new {name} {title}",
        };
        if context::may_be_nil(item) {
            help.zh.push_str(&format!(
                "\n今年确实没有的，零报告：\ngongkai nil {name} {year} --reason 〔原因〕 --by 〔报告人〕"
            ));
            help.en.push_str(&format!(
                "\nwhere there was nothing this year:\ngongkai nil {name} {year} --reason 〔why〕 --by 〔who〕"
            ));
        }
        finding.help(help);
    }
    if compliance.due_passed {
        finding.mark(item.record.span_of(schema::Item::DUE), text! { zh: "最迟应在这一天公开", en: "the last day" });
    }
    context::annual_report(finding, item);
    context::name_item(finding, model, id);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe},
        compliance::builder::Builder,
    };

    fn found(change: impl FnOnce(&mut Builder, ItemId)) -> Vec<(bool, Option<Level>)> {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/one");
        change(&mut builder, item);
        probe::found(Run::Whole(check), &builder.model)
            .iter()
            .map(|finding| (finding.lesser, finding.at_most))
            .collect()
    }

    fn due(builder: &mut Builder, item: ItemId) {
        builder.item_mut(item).due = Some("2018-06-30".parse().unwrap());
    }

    #[test]
    fn an_empty_item_weighs_by_its_day_and_its_kind() {
        assert_eq!(found(|_, _| {}), [(true, None)]);
        assert_eq!(found(due), [(false, None)]);
        let event = |builder: &mut Builder, item| {
            due(builder, item);
            builder.item_mut(item).occurs = Occurs::Event;
        };
        assert_eq!(found(event), [(false, Some(Level::Note))]);
        let to_come = |builder: &mut Builder, item| builder.item_mut(item).due = Some("2018-12-31".parse().unwrap());
        assert_eq!(found(to_come), [(true, Some(Level::Note))], "coverage calls it 暂无须");
    }

    #[test]
    fn an_entry_or_a_nil_report_fulfils_it() {
        assert!(found(|builder, item| _ = builder.entry(item, "2018-05-01")).is_empty());
        assert!(found(|builder, item| builder.nil(item, "2018Q3")).is_empty());
        assert_eq!(found(|builder, item| builder.nil(item, "2016")), [(true, None)], "too long ago");
    }
}
