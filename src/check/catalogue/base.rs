//! GK0109: does the catalogue keep what the superior's catalogue asks for?

use std::collections::BTreeSet;

use crate::{
    compliance::Compliance,
    diagnostic::{Effect, Example, Findings, Level, Rule, Subject, Ungrounded, laws},
    model::Model,
    record::{View, schema},
};

pub static DROPPED_SUPERIOR_ITEM: Rule = Rule {
    code: "GK0109",
    name: "dropped-superior-item",
    label: "漏列上级事项",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[laws::OPINION_2016_RULES.whole(), laws::POINTS_2018.whole(), laws::STANDARDS_2019.whole()],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "上级目录里的事项在本目录中没有", en: "an item of the superior's catalogue is missing" },
    why: words! {
        zh: "上级的主动公开基本目录、标准目录是底线，本单位的目录可以更细，不能更少。",
        en: "The superior's catalogue is the least that must be there; one's own may say more, never less.",
    },
    mend: words! {
        zh: "补上这个事项；名称不同的，在 [[base]] 的这一项里用 item 指明对应的事项；不涉及的写 [[not_applicable]]。",
        en: "Add the item; where it has another title, let `item` of the [[base]] row name it; where it does not apply, declare it in [[not_applicable]].",
    },
    example: Example {
        bad: r#"==> catalogue/base.toml
[[base]]
title = "示例区主动公开基本目录"
items = ["部门文件", "规划计划"]
"#,
        good: r#"--> catalogue/base.toml
items = ["部门文件", { title = "局发文件", item = "policy/notices" }]
"#,
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    let titles: BTreeSet<(Option<&str>, &str)> = (model.items.iter())
        .flat_map(|item| [(None, &*item.title), (item.field.map(|id| &*model.field(id).title), &*item.title)])
        .collect();
    let ids: BTreeSet<&str> = model.items.iter().map(|item| &*item.id).collect();
    let excused: BTreeSet<&str> = model.not_applicable.iter().map(|it| &*it.duty).collect();
    let kept = |row: View<'_, schema::BaseItem>, title: &str| match row.get(schema::BaseItem::ITEM) {
        Some(item) => ids.contains(item),
        None => titles.contains(&(row.get(schema::BaseItem::FIELD), title)) || excused.contains(title),
    };
    for base in &model.bases {
        let name = base.get(schema::Base::TITLE).unwrap_or_default();
        for row in base.all(schema::Base::ITEMS) {
            let Some(title) = row.get(schema::BaseItem::TITLE).filter(|title| !kept(row, title)) else { continue };
            findings
                .raise(
                    &DROPPED_SUPERIOR_ITEM,
                    row.span_of(schema::BaseItem::TITLE),
                    text! { zh: "《{name}》里的“{title}”在本目录中没有", en: "`{title}` of {name} is not in this catalogue" },
                )
                .label(text! { zh: "没有同名的公开事项", en: "no item of that title" })
                .help(text! {
                    zh: "补上这个事项；已有而名称不同的，写成 {{ title = \"{title}\", item = \"一级事项/事项\" }}；不涉及的，写 [[not_applicable]]，duty = \"{title}\"",
                    en: "add the item; if it has another title write {{ title = \"{title}\", item = \"field/item\" }}; if it does not apply write [[not_applicable]] with duty = \"{title}\"",
                })
                .about(Subject::Other(title.to_owned()))
                .key(title);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::said},
        compliance::builder::{Builder, Fields, list},
        record::Value,
    };

    #[test]
    fn rows_are_kept_by_title_by_item_or_by_an_excuse() {
        let mut builder = Builder::new("2018-12-31");
        builder.item("a/部门文件");
        let row = |title| Fields::new().with(schema::BaseItem::TITLE, Value::Text(title));
        let served = |title, by| row(title).with(schema::BaseItem::ITEM, Value::Text(by));
        let rows =
            vec![row("a/部门文件"), served("文件", "a/部门文件"), served("规划", "a/规划"), row("统计"), row("招考")];
        let base = Fields::new().with(schema::Base::TITLE, Value::Text("基本目录"));
        builder.model.bases = vec![base.with(schema::Base::ITEMS, list(rows)).record()];
        builder.not_applicable("招考", None);
        assert_eq!(
            said(Run::Whole(check), &builder.model),
            ["《基本目录》里的“规划”在本目录中没有", "《基本目录》里的“统计”在本目录中没有"]
        );
    }
}
