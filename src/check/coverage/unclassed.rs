//! GK0201: is each item classed in the five disclosures?

use crate::{
    check::context,
    compliance::Compliance,
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws},
    model::Model,
    record::schema,
};

pub static UNCLASSED_ITEM: Rule = Rule {
    code: "GK0201",
    name: "unclassed-item",
    label: "未归入五公开",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[laws::OPINION_2016.whole(), laws::OPINION_2016_RULES.whole(), laws::BUSINESS_3],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "公开事项没有归入“五公开”", en: "an item is in none of the five disclosures" },
    why: words! {
        zh: "决策、执行、管理、服务、结果都要公开。事项不归类，首页的五个入口里就没有它，也看不出哪一方面缺了内容。",
        en: "Decisions, execution, management, services and results are all open. An item in none of them is behind none of the site's five entrances, and no gap can be seen.",
    },
    mend: words! {
        zh: "在 disclosure 里写上一项或者几项：决策公开、执行公开、管理公开、服务公开、结果公开。",
        en: "Write one or more into `disclosure`: 决策公开, 执行公开, 管理公开, 服务公开, 结果公开.",
    },
    example: Example {
        bad: "--> catalogue/more.toml\n- disclosure\n",
        good: r#"--> catalogue/more.toml
title = "规划计划"
disclosure = ["决策公开"]
"#,
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    for (id, item) in model
        .items()
        .filter(|(_, item)| item.disclosures.is_empty() && !item.record.is_unread(schema::Item::DISCLOSURE))
    {
        // A word that is none of the five was told already (0007).
        if item.record.spanned(schema::Item::DISCLOSURE).next().is_some() {
            continue;
        }
        let finding = findings.raise(
            &UNCLASSED_ITEM,
            context::key_or_title(&item.record, schema::Item::DISCLOSURE),
            text! { zh: "公开事项没有归入“五公开”", en: "the item is in none of the five disclosures" },
        );
        finding
            .label(text! { zh: "这个事项没有写 disclosure", en: "`disclosure` is not written" })
            .help(text! {
                zh: "写上 disclosure = [\"〔五公开中的哪一项〕\"]：决策公开、执行公开、管理公开、服务公开、结果公开，可以多选",
                en: "write disclosure = [\"〔which of the five〕\"]: one or more of 决策公开, 执行公开, 管理公开, 服务公开, 结果公开",
            })
            .fix(if item.record.has(schema::Item::DISCLOSURE) {
                Some(Edit::new(item.record.span_of(schema::Item::DISCLOSURE), "[\"〔五公开中的哪一项〕\"]", false))
            } else {
                item.record.room().map(|at| Edit::lines(at, "disclosure = [\"〔五公开中的哪一项〕\"]"))
            })
            .key(&*item.id);
        context::name_item(finding, model, id);
    }
}
