//! GK0205: do entries hold the elements that their items ask for?

use crate::{
    check::context,
    compliance::{self, Compliance, NearLabel},
    diagnostic::{Edit, Effect, Example, Finding, Findings, Level, Rule, Ungrounded, laws},
    model::{Entry, EntryId, Item, ItemId, Model},
    record::schema,
    source::Span,
    vocabulary::Text,
};

pub static MISSING_ELEMENT: Rule = Rule {
    code: "GK0205",
    name: "missing-element",
    label: "缺少要素",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[
        laws::REGULATIONS_2008_6,
        laws::OPINION_2016_RULES.whole(),
        laws::REGULATIONS_2019_6,
        laws::STANDARDS_2019.whole(),
    ],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "公开内容缺少目录要求的要素", en: "an element that the catalogue asks for is missing" },
    why: words! {
        zh: "目录写明了公开到什么程度。要素不全，信息公开了也不解决问题：批复没有文号，指南没有材料。",
        en: "The catalogue says how much is to be told. Without an element the information is of little use: an approval without a number, a guide without materials.",
    },
    mend: words! {
        zh: "补上一个同名的小标题或者表格列，或者在文件头的 [elements] 里写明。",
        en: "Add a heading or a table column of that name, or write it in [elements] of the front matter.",
    },
    example: Example {
        bad: r#"--> catalogue/more.toml
id = "results"
title = "批准结果"
disclosure = ["结果公开"]
elements = [{ name = "批复单位", each = true }]
way = "主动"

==> content/2018/批复.md
+++
title = "关于同意建设园区道路的批复"
item = "policy/results"
made = 2018-05-03
published = 2018-05-10
[review]
secrecy = { by = "保密员", on = 2018-05-08 }
+++
同意建设。
"#,
        good: r#"--> content/2018/批复.md
[elements]
"批复单位" = "示例局"
"#,
    },
};

pub(super) fn check(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    for (id, item) in model.items() {
        let lacks = &compliance.item(id).lacks;
        for (entry, missing) in &lacks.each {
            tell_entry(model, id, *entry, missing, findings);
        }
        if !lacks.together.is_empty() {
            tell_item(model, id, item, &lacks.together, findings);
        }
    }
}

fn tell_entry(model: &Model, id: ItemId, entry: EntryId, missing: &[usize], findings: &mut Findings) {
    let (item, here) = (model.item(id), model.entry(entry));
    let (zh, en) = names(item, missing);
    let finding = findings.raise(
        &MISSING_ELEMENT,
        context::key_or_title(&here.record, schema::Entry::ELEMENTS),
        text! { zh: "缺少要素：{zh}", en: "missing elements: {en}" },
    );
    finding
        .label(text! { zh: "没有写到：{zh}", en: "not in it: {en}" })
        .help(text! {
            zh: "在正文里写“{first}：〔内容〕”，或者用同名的小标题、表格列；也可以在文件头写：[elements] 下面 {sample}",
            en: "write `{first}：〔…〕` in the text, or a heading or table column of that name; or in the front matter, below [elements]: {sample}",
            first = missing.first().map_or("", |&at| &*item.elements[at].name),
            sample = sample(item, missing),
        })
        .fix(written(here, item, missing))
        .key(format!("{} {zh}", item.id));
    hints(finding, item, here, missing);
    if let Some(&first) = missing.first() {
        finding.mark(item.elements[first].span, text! { zh: "目录要求每条信息都有", en: "every entry must have it" });
    }
    if let Some(day) = here.published_day() {
        finding.on(day);
    }
    context::name_item(finding, model, id);
    context::name_entry(finding, here);
}

/// Names the lines that nearly say what is missing, and the elements that are written and say nothing.
fn hints(finding: &mut Finding, item: &Item, here: &Entry, missing: &[usize]) {
    let mut edits: Vec<Edit> = Vec::new();
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    // How many say nothing, rather than something else.
    let mut said = 0;
    let near = compliance::near_labels(here, item, missing);
    for &at in missing {
        let name = &item.elements[at].name;
        let elements = here.record.get(schema::Entry::ELEMENTS);
        let written = elements.and_then(|it| it.fields().find(|field| field.name.chosen() == Some(name)));
        if let Some(field) = written {
            let span = Span { file: here.file, range: field.range };
            finding.mark(span, text! { zh: "写了，等于没有写", en: "says nothing" });
            edits.push(Edit::new(span, format!("\"〔{name}〕\""), false));
            zh.push(format!("写明“{name}”的内容"));
            en.push(format!("say what `{name}` is"));
            said += 1;
        } else if let Some(&NearLabel { label, span, .. }) = near.iter().find(|it| it.element == at) {
            finding.mark(span, text! { zh: "是不是“{name}”？", en: "`{name}`?" });
            zh.push(format!("“{label}”改为“{name}”"));
            en.push(format!("write `{name}` for `{label}`"));
            edits.push(Edit::new(span, &**name, false));
        }
    }
    if zh.is_empty() {
        return;
    }
    finding
        .help(match (said == 0, zh.len() == missing.len()) {
            (true, true) => {
                text! { zh: "是一回事的，{zh}", en: "if it is the same, {en}", zh = zh.join("；"), en = en.join("; ") }
            }
            (false, true) => Text { zh: zh.join("；"), en: en.join("; ") },
            (_, false) => text! {
                zh: "{zh}；其余的补上同名的小标题、表格列或者“名称：内容”",
                en: "{en}; for the rest add a heading, a table column or `name: content`",
                zh = zh.join("；"), en = en.join("; "),
            },
        })
        .fix(edits);
}

/// The edit that adds what is missing to `[elements]` of the front matter, as holes.
fn written(here: &Entry, item: &Item, missing: &[usize]) -> Option<Edit> {
    let line = |&at: &usize| {
        let name = &item.elements[at].name;
        (!name.contains(['"', '\\'])).then(|| format!("\"{name}\" = \"〔{name}〕\""))
    };
    let lines: Vec<String> = missing.iter().map(line).collect::<Option<_>>()?;
    let Some(field) = here.record.field(schema::Entry::ELEMENTS) else {
        return Some(Edit::lines(here.record.room()?, &format!("elements = {{ {} }}", lines.join(", "))));
    };
    let elements = here.record.get(schema::Entry::ELEMENTS)?;
    if let Some(at) = elements.room() {
        return Some(Edit::lines(at, &lines.join("\n")));
    }
    // Within the braces of a table in a line.
    let first = elements.fields().next().map(|it| it.key).filter(|it| it.start > field.range.start)?;
    Some(Edit::new(Span { file: here.file, range: first }.start(), format!("{}, ", lines.join(", ")), false))
}

fn tell_item(model: &Model, id: ItemId, item: &Item, missing: &[usize], findings: &mut Findings) {
    let (zh, en) = names(item, missing);
    let Some(&first) = missing.first() else { return };
    let finding = findings.raise(
        &MISSING_ELEMENT,
        item.elements[first].span,
        text! { zh: "已公开的信息里都没有这些要素：{zh}", en: "no entry of the item has: {en}" },
    );
    finding
        .lesser()
        .label(text! { zh: "没有一条信息写到它", en: "no entry has it" })
        .help(text! {
            zh: "在相应信息里补上同名的小标题、表格列或者 [elements]；可有可无的，在目录里写 optional = true",
            en: "add a heading, a table column or an [elements] key of that name to an entry; what may be missing is optional = true",
        })
        .key(format!("{} {zh}", item.id));
    context::name_item(finding, model, id);
}

fn names(item: &Item, missing: &[usize]) -> (String, String) {
    let names: Vec<&str> = missing.iter().map(|&at| &*item.elements[at].name).collect();
    (names.join("、"), names.join(", "))
}

/// The first missing element as it is written below `[elements]`.
fn sample(item: &Item, missing: &[usize]) -> String {
    let name = missing.first().map_or("", |&at| &item.elements[at].name);
    format!("\"{name}\" = \"〔内容〕\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::found},
        compliance::builder::Builder,
    };

    #[test]
    fn what_each_must_have_weighs_more_than_what_they_have_together() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/one");
        builder.element(item, "批复文号", true, false);
        builder.element(item, "批复时间", true, false);
        builder.element(item, "批复单位", false, false);
        builder.entry(item, "2018-05-01");
        let told: Vec<_> =
            found(Run::Whole(check), &builder.model).into_iter().map(|it| (it.message.zh, it.lesser)).collect();
        assert_eq!(
            told,
            [
                ("缺少要素：批复文号、批复时间".to_owned(), false),
                ("已公开的信息里都没有这些要素：批复单位".to_owned(), true)
            ]
        );
    }
}
