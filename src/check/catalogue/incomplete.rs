//! GK0101: does each item say all that a catalogue must say of it?

use crate::{
    check::context,
    compliance::Compliance,
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws},
    model::{Item, Model},
    record::{Any, Key, schema},
    vocabulary::Way,
};

pub static INCOMPLETE_ITEM: Rule = Rule {
    code: "GK0101",
    name: "incomplete-item",
    label: "事项不完整",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[
        laws::REGULATIONS_2008_19,
        laws::REGULATIONS_2019_12,
        laws::OPINION_2016_RULES.whole(),
        laws::STANDARDS_2019.whole(),
    ],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "公开事项缺少目录必备的栏目", en: "an item lacks what a catalogue must say of it" },
    why: words! {
        zh: "主动公开目录的每个事项都要写明名称、内容（要素）、依据、时限、主体、渠道、对象和方式。少一栏，公开什么、谁来公开、什么时候公开就没有着落。",
        en: "Each item states its title, elements, basis, time limit, organisation, channels, audience and way. Without one of them nobody knows what is owed, by whom and when.",
    },
    mend: words! { zh: "在这个 [[item]] 里补上缺少的栏目，照目录原文填写。", en: "Add the missing keys to this [[item]], in the words of the catalogue." },
    example: Example {
        bad: "--> catalogue/more.toml
- basis
- audience
",
        good: r#"--> catalogue/more.toml
elements = ["标题", "正文"]
basis = ["《中华人民共和国政府信息公开条例》第十条第二项"]
channels = ["政府网站"]
audience = "全社会"
"#,
    },
};

/// A part that every item has: its key, its names, how it is written.
struct Part {
    key: Key<schema::Item, Any>,
    zh: &'static str,
    en: &'static str,
    sample: &'static str,
    /// Whether it is asked of an item that is not published at all.
    withheld_too: bool,
    missing: fn(&Item) -> bool,
}

const PARTS: &[Part] = &[
    Part {
        key: schema::Item::ELEMENTS.any(),
        zh: "公开内容（要素）",
        en: "elements",
        sample: "[\"〔要素〕\"]",
        withheld_too: false,
        missing: |item| item.elements.is_empty(),
    },
    Part {
        key: schema::Item::BASIS.any(),
        zh: "公开依据",
        en: "basis",
        sample: "[\"〔依据：《文件》第几条〕\"]",
        withheld_too: true,
        missing: |item| item.basis.iter().all(|basis| basis.text.trim().is_empty()),
    },
    Part {
        key: schema::Item::TIME_LIMIT.any(),
        zh: "公开时限",
        en: "time limit",
        sample: "\"〔公开时限，例如：自信息形成或者变更之日起20个工作日内〕\"",
        withheld_too: false,
        missing: |item| item.limit_text.is_empty() && !item.unread_limit,
    },
    Part {
        key: schema::Item::CHANNELS.any(),
        zh: "公开渠道和载体",
        en: "channels",
        sample: "[\"政府网站\"]",
        withheld_too: false,
        missing: |item| item.channels.is_empty() && item.record.spanned(schema::Item::CHANNELS).next().is_none(),
    },
    Part {
        key: schema::Item::AUDIENCE.any(),
        zh: "公开对象",
        en: "audience",
        sample: "\"全社会\"",
        withheld_too: false,
        missing: |item| item.audience.is_none() && !item.record.has(schema::Item::AUDIENCE),
    },
    Part {
        key: schema::Item::WAY.any(),
        zh: "公开方式",
        en: "way",
        sample: "\"主动\"",
        withheld_too: true,
        missing: |item| item.way.is_none() && !item.record.has(schema::Item::WAY),
    },
];

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    for (id, item) in model.items() {
        let withheld = item.way == Some(Way::Withheld);
        let asked = PARTS.iter().filter(|part| !withheld || part.withheld_too);
        let missing: Vec<&Part> =
            asked.filter(|part| (part.missing)(item) && !item.record.is_unread(part.key)).collect();
        if missing.is_empty() {
            continue;
        }
        let zh = missing.iter().map(|part| part.zh).collect::<Vec<_>>().join("、");
        let en = missing.iter().map(|part| part.en).collect::<Vec<_>>().join(", ");
        let lines: Vec<String> = missing.iter().map(|part| format!("{} = {}", part.key.name, part.sample)).collect();
        let (chinese, english) = (lines.join("；"), lines.join("; "));
        let finding = findings.raise(
            &INCOMPLETE_ITEM,
            context::key_or_title(&item.record, schema::Item::TITLE),
            text! { zh: "公开事项缺少{zh}", en: "the item lacks: {en}" },
        );
        finding
            .label(text! { zh: "这个事项没有写{zh}", en: "{en} not written" })
            .help(text! { zh: "补上：{chinese}", en: "add: {english}" })
            .fix(item.record.room().map(|at| Edit::lines(at, &lines.join("\n"))))
            .key(&*item.id);
        context::name_item(finding, model, id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::said},
        compliance::builder::Builder,
    };

    #[test]
    fn all_that_is_missing_is_told_at_once() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/one");
        assert_eq!(
            said(Run::Whole(check), &builder.model),
            ["公开事项缺少公开内容（要素）、公开依据、公开时限、公开渠道和载体、公开对象"]
        );
        builder.item_mut(item).way = Some(Way::Withheld);
        assert_eq!(said(Run::Whole(check), &builder.model), ["公开事项缺少公开依据"]);
    }
}
