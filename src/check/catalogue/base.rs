//! GK0109: does the catalogue keep what the superior's catalogue asks for?

use crate::{
    compliance::{Compliance, bases},
    diagnostic::{Effect, Example, Findings, Level, Rule, Subject, Ungrounded, laws},
    model::Model,
    record::schema,
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
    for base in bases(model) {
        let name = base.base.get(schema::Base::TITLE).unwrap_or_default();
        let body = base.organisation.map(|id| &*model.organisation(id).name);
        for row in base.rows.iter().filter(|it| it.is_lacking()) {
            let title = row.title;
            let message = match body {
                None => {
                    text! { zh: "《{name}》里的“{title}”在本目录中没有", en: "`{title}` of {name} is not in this catalogue" }
                }
                Some(body) => {
                    text! { zh: "《{name}》里的“{title}”在{body}的目录中没有", en: "`{title}` of {name} is not among the items of {body}" }
                }
            };
            let finding = findings.raise(&DROPPED_SUPERIOR_ITEM, row.record.span_of(schema::BaseItem::TITLE), message);
            finding
                .label(text! { zh: "没有同名的公开事项", en: "no item of that title" })
                .help(text! {
                    zh: "补上这个事项；已有而名称不同的，写成 {{ title = \"{title}\", item = \"一级事项/事项\" }}；不涉及的，写 [[not_applicable]]，duty = \"{title}\"",
                    en: "add the item; if it has another title write {{ title = \"{title}\", item = \"field/item\" }}; if it does not apply write [[not_applicable]] with duty = \"{title}\"",
                })
                .about(Subject::Other(title.to_owned()))
                .key(title);
            if !row.near.is_empty() {
                let near: Vec<String> =
                    row.near.iter().map(|&id| format!("“{}”（{}）", model.item(id).title, model.item(id).id)).collect();
                let (zh, en) = (near.join("、"), near.join(", "));
                finding.help(text! { zh: "是不是本目录的{zh}？", en: "is it {en} of this catalogue?" });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::said},
        compliance::builder::{Builder, Fields, list},
        model::Base,
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
        builder.model.bases =
            vec![Base { organisation: None, record: base.with(schema::Base::ITEMS, list(rows)).record() }];
        builder.not_applicable("招考", None);
        assert_eq!(
            said(Run::Whole(check), &builder.model),
            ["《基本目录》里的“规划”在本目录中没有", "《基本目录》里的“统计”在本目录中没有"]
        );
    }
}
