//! GK0901: which of the eight classes of information a project lacks at its stage.

use crate::{
    check::context,
    compliance::Compliance,
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Subject, Ungrounded,
        laws::{PROJECT_STANDARDS_2019, PROJECTS_2017, REGULATIONS_2008_10, REGULATIONS_2019_20},
    },
    model::Model,
    record::schema,
    vocabulary::Word,
};

pub static MISSING_PROJECT_CLASS: Rule = Rule {
    code: "GK0901",
    name: "missing-project-class",
    label: "项目信息缺类",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_10, PROJECTS_2017.whole(), PROJECT_STANDARDS_2019.whole(), REGULATIONS_2019_20],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "重大建设项目到了这个阶段，应公开的信息还缺一类", en: "a project that lacks a class of information due at its stage" },
    why: words! {
        zh: "重大建设项目从批准到竣工有八类信息要公开，进展到哪一步，前面各步的信息就应当都有。",
        en: "From approval to completion eight classes of information on a major project are public; at each stage those before it are all there.",
    },
    mend: words! {
        zh: "公开缺的一类：kind = \"project\"，写 project 和 class。由别的机关公开的，在 [[project]] 里写 classes = [{ class = \"……\", url = \"……\" }]；没有这一类的（如不征地），用 gongkai allow missing-project-class 项目 说明。",
        en: "Publish the class as an entry of kind project with `project` and `class`. Where another body does, write `classes` in [[project]]; where there is none of it, as without land taken, explain with `gongkai allow missing-project-class project`.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> catalogue/projects.toml
[[project]]
id = "road"
title = "产业大道北段道路工程"
stage = "批准"
--> content/2018/批复.md
title = "产业大道北段可行性研究报告批复"
kind = "project"
project = "road"
class = "批准结果信息"
stage = "批准"
"#,
        good: r#"--> catalogue/projects.toml
classes = [{ class = "批准服务信息", url = "https://www.example.gov.cn/fgw/" }]
"#,
    },
};

pub(super) fn check(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    for (project, compliance) in model.projects.iter().zip(&compliance.projects) {
        let Some(stage) = project.stage else { continue };
        let missing: Vec<&str> = compliance.missing().map(Word::label).collect();
        let Some(first) = missing.first() else { continue };
        let (title, id, zh, en, at_stage) =
            (&project.title, &project.id, missing.join("、"), missing.join(", "), stage.label());
        let finding = findings.raise(
            &MISSING_PROJECT_CLASS,
            project.record.span_of(schema::Project::STAGE),
            text! {
                zh: "“{title}”已到{at_stage}阶段，缺{zh}",
                en: "{title} is at the stage {at_stage} and lacks {en}",
            },
        );
        let how = context::explain(&MISSING_PROJECT_CLASS, id);
        finding
            .help(text! {
                zh: "公开“{first}”等；由别的机关公开的，在这个 [[project]] 的 classes 里写上 {{ class = \"{first}\", url = \"〔网址〕\" }}；没有这一类的，说明原因：\n{how_zh}",
                en: "publish them; where another body does, add {{ class = \"{first}\", url = \"〔address〕\" }} to `classes` of this [[project]]; where there is none, explain:\n{how_en}",
                how_zh = how.zh,
                how_en = how.en,
            })
            .about(Subject::Project(id.to_string()))
            .key(format!("{id} {zh}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::said},
        compliance::builder::{Builder, Fields, list},
        model::{Project, ProjectId},
        record::Value,
        vocabulary::{EntryKind, ProjectClass, Stage},
    };

    fn word(class: &str) -> Value<'static> {
        Value::Word(u16::try_from(ProjectClass::parse(class).unwrap().ordinal()).unwrap())
    }

    fn told(stage: Option<Stage>, shown: &[&str], elsewhere: &[&str]) -> Vec<String> {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/projects");
        let classes = elsewhere.iter().map(|it| Fields::new().with(schema::ClassElsewhere::CLASS, word(it)));
        let record = Fields::new().with(schema::Project::CLASSES, list(classes.collect())).record();
        builder.model.projects.push(Project {
            id: "road".into(),
            record,
            title: "路".into(),
            code: None,
            stage,
            organisation: None,
        });
        for class in shown {
            let entry = builder.entry(item, "2018-05-01");
            let entry = builder.entry_mut(entry);
            (entry.kind, entry.project) = (EntryKind::Project, Some(ProjectId(0)));
            let id = crate::model::EntryId::new(builder.model.entries.len() - 1);
            builder.key(id, schema::Entry::CLASS, word(class));
        }
        said(Run::Whole(check), &builder.model)
    }

    #[test]
    fn classes_fall_due_with_the_stage() {
        let first = ["批准服务信息", "批准结果信息"];
        assert!(told(Some(Stage::Approval), &first, &[]).is_empty());
        assert!(told(None, &[], &[]).is_empty(), "no stage, no class is due");
        assert_eq!(told(Some(Stage::Tender), &first, &[]), ["“路”已到招标阶段，缺招标投标信息"]);
        assert!(told(Some(Stage::Tender), &first, &["招标投标信息"]).is_empty(), "another body publishes it");
        let all = told(Some(Stage::Completion), &first, &["征收土地信息"]);
        assert_eq!(all, ["“路”已到竣工阶段，缺招标投标信息、施工有关信息、质量安全监督信息、竣工有关信息"]);
    }
}
