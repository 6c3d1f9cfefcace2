//! `projects.json`: each project with its stage and the entries of each class of information.

use crate::{
    compliance::ClassCompliance,
    model::ProjectId,
    site::{
        json::{Project, ProjectClass, Projects},
        project_facts::{elsewhere, open},
        route::PageId,
        site::Site,
    },
    vocabulary::Word,
};

pub(super) fn json<'m>(site: &Site<'m>) -> Projects<'m> {
    let projects = (0..site.model.projects.len()).map(ProjectId::new);
    Projects { as_of: site.model.today.to_string().into(), projects: projects.map(|id| project(site, id)).collect() }
}

fn project<'m>(site: &Site<'m>, id: ProjectId) -> Project<'m> {
    let project = site.model.project(id);
    let public = site.model.site.shows_standing();
    let class = |it: &ClassCompliance| ProjectClass {
        class: it.class.key().into(),
        class_label: it.class.label().into(),
        entries: open(site, it).into_iter().map(|id| (*site.model.entry(id).index_number).into()).collect(),
        elsewhere: elsewhere(project, it.class).map(Into::into),
        missing: public.then_some(it.is_missing),
    };
    let classes = site.compliance.project(id).classes.iter().map(class);
    Project {
        id: (*project.id).into(),
        title: (*project.title).into(),
        url: site.url(&site.address(PageId::Project(id))).into(),
        code: project.code.as_deref().map(Into::into),
        organisation: project.organisation.map(|it| (*site.model.organisation(it).id).into()),
        stage: project.stage.map(|it| it.key().into()),
        stage_label: project.stage.map(|it| it.label().into()),
        classes: classes.filter(|it| public || !it.entries.is_empty() || it.elsewhere.is_some()).collect(),
    }
}
