//! The page of a major project: from approval to completion, class by class.

use super::row::rows;
use crate::{
    model::{EntryId, ProjectId},
    record::schema,
    site::{
        Href,
        entry_facts::organisation_name,
        page::{Fact, Label, Link, Project, ProjectClass, Stage},
        site::Site,
    },
    vocabulary::{ProjectClass as Class, Stage as StageWord, Word},
};

pub(super) fn page<'m>(site: &Site<'m>, id: ProjectId, at: &str) -> Project<'m> {
    let project = site.model.project(id);
    let mut facts = Vec::new();
    if let Some(code) = &project.code {
        facts.push(Fact::plain("项目代码", &**code));
    }
    if project.organisation.is_some() {
        facts.push(Fact::plain("责任单位", organisation_name(site.model, project.organisation)));
    }
    let here = project.stage;
    let stage = |&it: &StageWord| Stage {
        title: it.label().into(),
        reached: here.is_some_and(|here| it <= here),
        current: here == Some(it),
    };
    let public = site.model.site.shows_standing();
    let classes = Class::ALL.iter().map(|&it| project_class(site, id, it, at));
    Project {
        title: (*project.title).into(),
        facts,
        stages: StageWord::ALL.iter().map(stage).collect(),
        classes: classes.filter(|it| public || !it.rows.is_empty() || it.elsewhere.is_some()).collect(),
    }
}

fn project_class<'m>(site: &Site<'m>, id: ProjectId, class: Class, at: &str) -> ProjectClass<'m> {
    let project = site.model.project(id);
    let mut entries: Vec<EntryId> = site
        .entries()
        .filter(|&it| {
            let entry = site.model.entry(it);
            entry.project == Some(id) && entry.record.get(schema::Entry::CLASS) == Some(class)
        })
        .collect();
    entries.sort_by_key(|&it| (site.model.entry(it).published, it));
    let other =
        project.record.all(schema::Project::CLASSES).find(|it| it.get(schema::ClassElsewhere::CLASS) == Some(class));
    let elsewhere = other
        .and_then(|it| it.get(schema::ClassElsewhere::URL))
        .and_then(|url| Some(Link { title: class.label().into(), href: Href::web(url)? }));
    let due = project.stage.is_some_and(|stage| due_at(class) <= stage);
    ProjectClass {
        class: Label::of(class),
        missing: site.model.site.shows_standing() && entries.is_empty() && elsewhere.is_none() && due,
        rows: rows(site, at, &entries, false),
        elsewhere,
    }
}

/// The stage from which a class is owed (国办发〔2017〕94号). Design changes are owed only when there is one: never missing
/// before completion.
fn due_at(class: Class) -> StageWord {
    match class {
        Class::ApprovalService | Class::ApprovalResult => StageWord::Approval,
        Class::Tender => StageWord::Tender,
        Class::Land => StageWord::Land,
        Class::Construction | Class::QualitySafety => StageWord::Works,
        Class::DesignChange | Class::Completion => StageWord::Completion,
    }
}
