//! GK0216: does an item's class agree with what catalogues usually say of such information?

use crate::{
    check::context,
    compliance::Compliance,
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws},
    model::{Item, Model},
    record::schema,
    vocabulary::{Disclosure, EntryKind, Set, Word},
};

pub static UNUSUAL_CLASS: Rule = Rule {
    code: "GK0216",
    name: "unusual-class",
    label: "分类少见",
    effect: Effect::Verdict,
    level: Level::Note,
    lesser: Level::Note,
    grounds: &[laws::OPINION_2016_RULES.whole()],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "五公开分类与通常做法不同", en: "an item classed otherwise than catalogues usually do" },
    why: words! {
        zh: "哪类信息归到五公开的哪一类，各地目录大体一致。行政处罚归到“决策公开”，群众按习惯找不到。没有全国统一的规定，这里只提醒。",
        en: "Catalogues mostly agree on which of the five disclosures a sort of information belongs to; people look for penalties under management or results, not decisions. No rule settles it: this is a hint.",
    },
    mend: words! {
        zh: "核对 disclosure；确有理由这样分的，用 [levels] 关掉这一条。",
        en: "Check `disclosure`; where the class is meant, switch this off in [levels].",
    },
    example: Example {
        bad: r#"--> catalogue/more.toml
title = "行政处罚"
disclosure = ["决策公开"]
legal_item = ["2019:20.6"]
"#,
        good: r#"--> catalogue/more.toml
disclosure = ["管理公开", "结果公开"]
"#,
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    for (id, item) in model.items() {
        let usual = usual(item);
        if item.disclosures.is_empty() || usual.is_empty() || usual.iter().any(|it| item.disclosures.contains(it)) {
            continue;
        }
        let join = |all: Set<Disclosure>| all.iter().map(Word::label).collect::<Vec<_>>().join("、");
        let english = |all: Set<Disclosure>| all.iter().map(|it| it.term().en).collect::<Vec<_>>().join(", ");
        let (classed, is, usually, are) =
            (join(item.disclosures), english(item.disclosures), join(usual), english(usual));
        let right = usual.iter().map(|it| format!("\"{}\"", it.label())).collect::<Vec<_>>().join(", ");
        let finding = findings
            .raise(
                &UNUSUAL_CLASS,
                context::key_or_title(&item.record, schema::Item::DISCLOSURE),
                text! { zh: "归在{classed}，通常归在{usually}", en: "classed as {is}, usually as {are}" },
            )
            .help(text! {
                zh: "核对分类；是写错的，改为：disclosure = [{right}]；确有理由的不必改",
                en: "check it; for a slip write `disclosure = [{right}]`; where it is meant, leave it"
            })
            .fix([Edit::new(item.record.span_of(schema::Item::DISCLOSURE), format!("[{right}]"), false)])
            .key(&*item.id);
        context::name_item(finding, model, id);
    }
}

/// Where such information usually stands: by its item of article 20 of the regulations, else by the kind of its entries. Empty where
/// practice differs.
fn usual(item: &Item) -> Set<Disclosure> {
    use Disclosure::{Decision, Execution, Management, Result, Service};
    let by_law = |number: &str| -> &[Disclosure] {
        match number {
            "1" | "3" => &[Decision],
            "2" | "12" | "14" => &[Management],
            "4" => &[Result],
            "5" => &[Service, Result],
            "6" | "7" | "13" => &[Management, Result],
            "8" => &[Service],
            "9" => &[Execution, Result],
            // Its classes (国办发〔2017〕94号) begin with services and end with inspections.
            "10" => &[Execution, Result, Service, Management],
            "11" => &[Execution, Decision, Service],
            _ => &[],
        }
    };
    let by_kind = |kind: EntryKind| -> &[Disclosure] {
        match kind {
            EntryKind::Penalty | EntryKind::Licence => &[Management, Result, Execution],
            EntryKind::Budget | EntryKind::InspectionResult => &[Management, Result],
            EntryKind::Procurement => &[Execution, Result],
            EntryKind::Guide => &[Service],
            _ => &[],
        }
    };
    let named = item.legal_items.iter().filter_map(|it| it.strip_prefix("2019:20.")).flat_map(by_law);
    let named: Set<Disclosure> = named.copied().collect();
    // An item that takes several kinds is a mixed one.
    let kind = item.kinds.iter().next().filter(|_| item.kinds.len() == 1);
    if named.is_empty() { kind.into_iter().flat_map(by_kind).copied().collect() } else { named }
}
