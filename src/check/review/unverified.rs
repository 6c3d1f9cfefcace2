//! 2004: what a new project supposes of its body, until somebody has verified it.

use crate::{
    compliance::Compliance,
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded},
    model::{Model, NotApplicable, Organisation},
    record::schema,
    vocabulary::is_left_open,
};

pub static UNVERIFIED: Rule = Rule {
    code: "GK2004",
    name: "unverified",
    label: "尚未核实",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "新建项目时替您假定的，还没有人核实", en: "what a new project supposed is not verified yet" },
    why: words! {
        zh: "新建项目时，程序不知道贵单位叫什么、不承担哪些职责，只能先照一般的写。没有人核实过，就不能算数：该公开的会漏掉。",
        en: "A new project cannot know the body's name, nor which duties are not its own. Until somebody verified them they are worth nothing, and what must be public may be left out.",
    },
    mend: words! {
        zh: "属实的，删去“（待核实）”这几个字；不属实的，删去整段，补上公开事项。单位名称写全称。",
        en: "Where it is so, delete the mark （待核实）; where not, delete the table and add the item. Write the body's full name.",
    },
    example: Example {
        bad: r#"==> catalogue/not-applicable.toml
[[not_applicable]]
duty = "2019:21.4"
reason = "（待核实）本单位不承担土地征收职责，由自然资源部门公开。"
"#,
        good: r#"==> catalogue/not-applicable.toml
[[not_applicable]]
duty = "2019:21.4"
reason = "本单位不承担土地征收职责，由自然资源部门公开。"
"#,
    },
};

pub(super) fn unverified(model: &Model, _: &Compliance, findings: &mut Findings) {
    if model.site.record.get(schema::Site::SAMPLE) != Some(true) {
        model.organisations.iter().for_each(|it| of_nobody(it, findings));
    }
    model.not_applicable.iter().for_each(|it| supposed(it, findings));
}

/// A name that `init` gave because nobody told it, 某县某局.
fn of_nobody(organisation: &Organisation, findings: &mut Findings) {
    let name = &organisation.name;
    if name.starts_with('某') {
        findings
            .raise(
                &UNVERIFIED,
                organisation.record.span_of(schema::Organisation::NAME),
                text! { zh: "单位名称“{name}”没有说是哪个单位", en: "the name {name} is nobody's" },
            )
            .help(text! {
                zh: "改成单位全称；[site] 的 title 和 content 里的页面，也有这个名称的，一起改",
                en: "write the body's full name, and in `title` of [site] and the pages below content/ as well",
            })
            .fix([Edit::new(organisation.record.span_of(schema::Organisation::NAME), "\"〔…〕\"", false)])
            .key(organisation.id.to_string());
    }
}

/// A duty that a new project's files suppose not to be the body's.
fn supposed(it: &NotApplicable, findings: &mut Findings) {
    let reason = it.record.get(schema::NotApplicable::REASON).unwrap_or_default();
    if !is_left_open(reason) {
        return;
    }
    let (duty, rest) = (&it.duty, reason.replace("（待核实）", "").replace("(待核实)", ""));
    let verified = if is_left_open(&rest) || rest.trim().is_empty() { "〔原因〕" } else { rest.trim() };
    findings
        .raise(
            &UNVERIFIED,
            it.record.span_of(schema::NotApplicable::REASON),
            text! { zh: "本单位不承担这项职责（{duty}），还没有人核实", en: "nobody has verified yet that this duty ({duty}) is not the body's" },
        )
        .help(text! {
            zh: "属实的，改为：reason = \"{verified}\"\n不属实的，删去这一段 [[not_applicable]]，在 catalogue/items 里补上公开事项",
            en: "if so, write: reason = \"{verified}\"\nif not, delete this [[not_applicable]] and add the item below catalogue/items",
        })
        // No program may say for a body that this is so: the edit has a hole, and is never made by itself.
        .fix([Edit::new(it.record.span_of(schema::NotApplicable::REASON), "\"〔…〕\"", false)])
        .key(duty.to_string());
}
