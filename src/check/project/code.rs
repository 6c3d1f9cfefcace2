//! GK0902: has a project's code the form of national project codes?

use crate::{
    compliance::Compliance,
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Subject, Ungrounded,
        laws::{PROJECT_STANDARDS_2019, PROJECTS_2017},
    },
    model::Model,
    number::project::{is_code, mended},
    record::schema,
    table::is_none,
};

pub static MALFORMED_PROJECT_CODE: Rule = Rule {
    code: "GK0902",
    name: "malformed-project-code",
    label: "项目代码不规范",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[PROJECTS_2017.whole(), PROJECT_STANDARDS_2019.whole()],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "项目代码不是二十位的投资项目统一代码", en: "a project code that is no national project code of twenty digits" },
    why: words! {
        zh: "统一代码是一个项目在各部门唯一的“身份证”。少一位、错一位，审批、招标、施工的信息就对不到一起。",
        en: "One code names a project in all offices. With a digit lost, its approvals, tenders and works are not found together.",
    },
    mend: words! {
        zh: "对照投资项目在线审批监管平台的赋码，写成 2018-360700-48-01-000001 这样；还没有赋码的，写“无”或者不写 code。",
        en: "Copy the code given by the approval platform, like 2018-360700-48-01-000001; where none is given yet leave `code` out.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> catalogue/projects.toml
[[project]]
id = "road"
title = "产业大道北段道路工程"
code = "２０１８－３６０７００－４８－０１－０００００１"
"#,
        good: r#"--> catalogue/projects.toml
code = "2018-360700-48-01-000001"
"#,
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    for project in &model.projects {
        let Some(code) = project.code.as_deref().map(str::trim) else { continue };
        let waits = ["待", "未赋", "办理中", "申请中"].iter().any(|it| code.contains(it));
        if is_none(code) || waits || is_code(code) {
            continue;
        }
        let (title, id) = (&project.title, &project.id);
        let span = project.record.span_of(schema::Project::CODE);
        let count = code.chars().filter(char::is_ascii_digit).count();
        let finding = findings.raise(
            &MALFORMED_PROJECT_CODE,
            span,
            text! {
                zh: "“{title}”的项目代码“{code}”不是二十位统一代码",
                en: "the code {code} of {title} is no project code of twenty digits",
            },
        );
        finding.about(Subject::Project(id.to_string())).key(&**id);
        if let Some(right) = mended(code) {
            finding.help(text! { zh: "改为：code = \"{right}\"", en: "write code = \"{right}\"" }).fix([Edit::new(
                span,
                format!("\"{right}\""),
                true,
            )]);
        } else {
            finding.help(text! {
                zh: "现有 {count} 位数字，应为二十位，写成 2018-360700-48-01-000001 这样；还没有赋码的，不写 code",
                en: "it has {count} digits of twenty; write it like 2018-360700-48-01-000001, or leave `code` out where none is given yet",
            });
        }
    }
}
