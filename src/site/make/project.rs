//! The page of a major project: from approval to completion, class by class.

use super::row::rows;
use crate::{
    compliance::ClassCompliance,
    model::ProjectId,
    site::{
        Href,
        entry_facts::organisation_name,
        page::{Fact, Label, Link, Project, ProjectClass, Stage},
        project_facts::{elsewhere, open},
        site::Site,
    },
    vocabulary::{Stage as StageWord, Word},
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
    let classes = site.compliance.project(id).classes.iter().map(|it| project_class(site, id, it, at));
    Project {
        title: (*project.title).into(),
        facts,
        stages: StageWord::ALL.iter().map(stage).collect(),
        classes: classes.filter(|it| public || !it.rows.is_empty() || it.elsewhere.is_some()).collect(),
    }
}

fn project_class<'m>(site: &Site<'m>, id: ProjectId, it: &ClassCompliance, at: &str) -> ProjectClass<'m> {
    let link = |url| Some(Link { title: it.class.label().into(), href: Href::web(url)? });
    ProjectClass {
        class: Label::of(it.class),
        missing: site.model.site.shows_standing() && it.is_missing,
        rows: rows(site, at, &open(site, it), false),
        elsewhere: elsewhere(site.model.project(id), it.class).and_then(link),
    }
}
