//! GK0215: is an entry classed outside what its items are classed as?

use crate::{
    check::context,
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws},
    model::{Entry, Model},
    record::schema,
    vocabulary::{Disclosure, Set, Word},
};

pub static FOREIGN_CLASS: Rule = Rule {
    code: "GK0215",
    name: "foreign-class",
    label: "分类与事项不符",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[laws::OPINION_2016_RULES.whole()],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! {
        zh: "信息的五公开分类不在所属事项的分类里",
        en: "an entry classed as none of what its items are",
    },
    why: words! {
        zh: "目录写明了每个事项归在五公开的哪几类。信息自己另归一类，目录里说有的那一类就少了它，没有说的那一类却多了它，群众按目录找不到。",
        en: "The catalogue says which of the five disclosures an item belongs to. An entry that goes elsewhere is missing where the catalogue promises it, and stands where nobody looks.",
    },
    mend: words! {
        zh: "一般不用写 disclosure，删去就随事项；确实该归那一类的，把那一类加到事项的 disclosure 里。",
        en: "Mostly `disclosure` need not be written: without it the item's holds. Where the class is meant, add it to the item.",
    },
    example: Example {
        bad: r#"--> catalogue/more.toml
title = "规划计划"
disclosure = ["决策公开"]
--> content/2018/规划.md
title = "示例局工作计划"
item = "policy/plans"
kind = "document"
disclosure = ["结果公开"]
summary = "本年度工作安排。"
+++
一、抓好防汛。
"#,
        good: "--> content/2018/规划.md
- disclosure
",
    },
};

pub(super) fn check(model: &Model, entry: &Entry, findings: &mut Findings) {
    if !entry.record.has(schema::Entry::DISCLOSURE) {
        return;
    }
    let items: Set<Disclosure> = entry.items.iter().fold(Set::EMPTY, |all, &id| all.union(model.item(id).disclosures));
    // An item that is in no class is told itself (0201).
    if items.is_empty() {
        return;
    }
    let foreign: Set<Disclosure> =
        entry.record.all(schema::Entry::DISCLOSURE).filter(|&it| !items.contains(it)).collect();
    let Some(&item) = entry.items.first().filter(|_| !foreign.is_empty()) else { return };
    let label = |all: Set<Disclosure>| all.iter().map(Word::label).collect::<Vec<_>>().join("、");
    let english = |all: Set<Disclosure>| all.iter().map(|it| it.term().en).collect::<Vec<_>>().join(", ");
    let (own, is, theirs, are) = (label(foreign), english(foreign), label(items), english(items));
    let several = entry.items.len() > 1;
    let finding = findings
        .raise(
            &FOREIGN_CLASS,
            entry.record.span_of(schema::Entry::DISCLOSURE),
            text! { zh: "归在{own}，所属事项归在{theirs}", en: "classed as {is}; its item is of {are}" },
        )
        .help(if several {
            text! {
                zh: "删去 disclosure，随事项的分类；确实该归{own}的，加到其中一个事项的 disclosure 里",
                en: "delete `disclosure` to follow the items; where {is} is meant, add it to one of them",
            }
        } else {
            text! {
                zh: "删去 disclosure，随事项的分类；确实该归{own}的，加到事项的 disclosure 里",
                en: "delete `disclosure` to follow the item; where {is} is meant, add it to the item",
            }
        });
    finding.fix(entry.record.line_of(schema::Entry::DISCLOSURE).map(Edit::delete));
    finding.on = entry.published_day();
    context::name_item(finding, model, item);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::said},
        compliance::builder::{Builder, list},
        record::Value,
    };

    #[test]
    fn a_class_of_its_own_is_one_of_its_items() {
        let mut builder = Builder::new("2018-12-31");
        let (plans, results) = (builder.item("a/plans"), builder.item("a/results"));
        builder.item_mut(plans).disclosures = [Disclosure::Decision].into_iter().collect();
        builder.item_mut(results).disclosures = [Disclosure::Result].into_iter().collect();
        let entry = builder.entry(plans, "2018-05-03");
        let word = |it: Disclosure| Value::Word(u16::try_from(it.ordinal()).unwrap());
        let classed = |builder: &mut Builder, all: &[Disclosure]| {
            builder.key(entry, schema::Entry::DISCLOSURE, list(all.iter().copied().map(word).collect()));
            said(Run::Public(check), &builder.model)
        };
        assert!(classed(&mut builder, &[Disclosure::Decision]).is_empty());
        assert_eq!(classed(&mut builder, &[Disclosure::Result]), ["归在结果公开，所属事项归在决策公开"]);
        let mixed = [Disclosure::Decision, Disclosure::Service, Disclosure::Result];
        assert_eq!(classed(&mut builder, &mixed), ["归在服务公开、结果公开，所属事项归在决策公开"]);
        builder.entry_mut(entry).items = [plans, results].into();
        assert_eq!(classed(&mut builder, &mixed), ["归在服务公开，所属事项归在决策公开、结果公开"]);
        builder.item_mut(plans).disclosures = Set::EMPTY;
        builder.item_mut(results).disclosures = Set::EMPTY;
        assert!(classed(&mut builder, &mixed).is_empty(), "0201 tells it");
    }
}
