//! GK0108: who is the group that an item is for?

use crate::{
    check::context,
    compliance::Compliance,
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws},
    model::{Audience, Model},
    record::schema,
};

pub static AUDIENCE_WITHOUT_GROUP: Rule = Rule {
    code: "GK0108",
    name: "audience-without-group",
    label: "未写明群体",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[laws::STANDARDS_2019.whole()],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "公开对象是特定群体，没有写是哪个群体", en: "a certain group, but which?" },
    why: words! {
        zh: "只写“特定群体”，谁也不知道应当向谁公开、谁有权知道。",
        en: "\"A certain group\" alone tells nobody to whom the information is owed.",
    },
    mend: words! {
        zh: "写明是哪些人，例如 audience = { group = \"被征地农户\" }。",
        en: "Say who they are: audience = { group = \"被征地农户\" }.",
    },
    example: Example {
        bad: r#"--> catalogue/more.toml
id = "relief"
title = "困难企业帮扶"
disclosure = ["服务公开"]
audience = "特定群体"
"#,
        good: r#"--> catalogue/more.toml
audience = { group = "申请帮扶的困难企业" }
"#,
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    for (id, item) in model.items() {
        if !matches!(&item.audience, Some(Audience::Group(group)) if group.trim().is_empty()) {
            continue;
        }
        let finding = findings.raise(
            &AUDIENCE_WITHOUT_GROUP,
            item.record.span_of(schema::Item::AUDIENCE),
            text! { zh: "公开对象是“特定群体”，没有写明是哪个群体", en: "the audience is a certain group, which is not named" },
        );
        finding
            .label(text! { zh: "是哪些人？", en: "who are they?" })
            .help(text! {
                zh: "写成 audience = {{ group = \"〔哪个群体〕\" }}，例如 audience = {{ group = \"被征地农户\" }}",
                en: "write audience = {{ group = \"〔which group〕\" }}, for instance audience = {{ group = \"被征地农户\" }}",
            })
            .fix([Edit::new(item.record.span_of(schema::Item::AUDIENCE), "{ group = \"〔哪个群体〕\" }", false)])
            .key(&*item.id);
        context::name_item(finding, model, id);
    }
}
