//! GK0213: does each class of an item hold something?

use crate::{
    check::context,
    compliance::Compliance,
    diagnostic::{Effect, Example, Findings, Level, Rule, Ungrounded, laws},
    model::Model,
    record::schema,
    vocabulary::{Disclosure, Occurs, Set, Word},
};

pub static HOLLOW_CLASS: Rule = Rule {
    code: "GK0213",
    name: "hollow-class",
    label: "分类落空",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Note,
    grounds: &[laws::OPINION_2016_RULES.whole()],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "事项归在某一项公开，那里却没有它的信息", en: "a class of an item that holds none of its entries" },
    why: words! {
        zh: "事项同时归在“执行公开”和“结果公开”，信息却都只归“执行公开”，群众从“结果公开”进来什么也看不到，统计也对不上。",
        en: "Where an item is classed under results as well, and all its entries are of execution only, whoever comes by results finds nothing.",
    },
    mend: words! {
        zh: "信息确实也属于这一项的，删去它的 disclosure（随事项归类）或者补上；事项不属于这一项的，从事项的 disclosure 里去掉。",
        en: "Drop the entry's own `disclosure`, or add the class to it; where the item is not of that class, take it out of the item's.",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
disclosure = ["决策公开", "执行公开"]
"#,
        good: "--> content/2018/通知.md
- disclosure
",
    },
};

pub(super) fn check(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    for (id, item) in model.items() {
        let here = compliance.item(id);
        let hollow = |it: &Disclosure| here.cells[it.ordinal()] == 0;
        let hollow: Set<Disclosure> = item.disclosures.iter().filter(hollow).collect();
        // An item without anything of the time judged is told as a whole (0204, 0406).
        if !here.owes || here.judged == 0 || hollow.is_empty() {
            continue;
        }
        let zh = hollow.iter().map(Word::label).collect::<Vec<_>>().join("、");
        let en = hollow.iter().map(Word::key).collect::<Vec<_>>().join(", ");
        let time = if item.occurs == Occurs::Standing { ("", "") } else { ("近一年", " of the last year") };
        let finding = findings.raise(
            &HOLLOW_CLASS,
            context::key_or_title(&item.record, schema::Item::DISCLOSURE),
            text! {
                zh: "归在{zh}，{when}却没有一条信息归在那里",
                en: "classed as {en}, and no entry{then} is",
                when = time.0,
                then = time.1,
            },
        );
        // What is published only when it happens may not have happened.
        finding.lesser_if(item.occurs == Occurs::Event).help(text! {
            zh: "信息也属于{zh}的，删去信息里的 disclosure（随事项归类）或者补上；事项不属于的，从事项的 disclosure 里去掉",
            en: "drop the entries' own `disclosure` or add {en} to it; where the item is not of that class, take it out of the item's",
        });
        finding.key(&*item.id);
        let narrow = here.entries.iter().map(|&it| model.entry(it));
        if let Some(entry) = narrow.rev().find(|it| it.record.has(schema::Entry::DISCLOSURE)) {
            let span = entry.record.span_of(schema::Entry::DISCLOSURE);
            finding.mark(span, text! { zh: "信息自己另写了分类", en: "an entry with a class of its own" });
        }
        context::name_item(finding, model, id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe},
        compliance::builder::Builder,
    };

    #[test]
    fn a_class_without_an_entry_is_told_but_not_an_item_without_any() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/one");
        let found = |builder: &Builder| -> Vec<(String, bool)> {
            let all = probe::found(Run::Whole(check), &builder.model);
            all.into_iter().map(|it| (it.message.zh, it.lesser)).collect()
        };
        assert!(found(&builder).is_empty());
        let entry = builder.entry(item, "2018-05-03");
        assert!(found(&builder).is_empty());
        builder.entry_mut(entry).disclosures =
            Disclosure::ALL.iter().copied().filter(|it| *it != Disclosure::Result).collect();
        assert_eq!(found(&builder), [("归在结果公开，却没有一条信息归在那里".to_owned(), false)]);
        builder.item_mut(item).occurs = Occurs::Event;
        assert_eq!(found(&builder), [("归在结果公开，近一年却没有一条信息归在那里".to_owned(), true)]);
        builder.entry(item, "2018-06-03");
        assert!(found(&builder).is_empty(), "another entry holds it");
    }
}
