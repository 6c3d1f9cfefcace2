//! How a major construction project stands: which of the eight classes of information it has shown, and which it owes at its stage.

use std::collections::BTreeMap;

use crate::{
    model::{Entry, EntryId, Model, Project},
    record::schema,
    vocabulary::{EntryKind, ProjectClass, Stage, Word},
};

/// How a project stands: each of the eight classes, in the official order.
#[derive(Debug)]
pub struct ProjectCompliance {
    pub classes: Vec<ClassCompliance>,
}

/// How one class of information of a project stands.
#[derive(Debug)]
pub struct ClassCompliance {
    pub class: ProjectClass,
    /// The published entries of it, by day.
    pub entries: Vec<EntryId>,
    /// Whether another body publishes it (谁审批、谁公开).
    pub is_elsewhere: bool,
    /// Whether it is owed at the project's stage, shown neither here nor elsewhere, and nobody reported that there was nothing.
    pub is_missing: bool,
}

impl ProjectCompliance {
    /// The classes that are missing.
    pub fn missing(&self) -> impl Iterator<Item = ProjectClass> {
        self.classes.iter().filter(|it| it.is_missing).map(|it| it.class)
    }
}

/// Each project, in the order of `Model::projects`.
pub(super) fn projects(model: &Model) -> Vec<ProjectCompliance> {
    if model.projects.is_empty() {
        return Vec::new();
    }
    let mut shown: BTreeMap<(usize, ProjectClass), Vec<EntryId>> = BTreeMap::new();
    for (id, entry) in model.published() {
        let Some(project) = entry.project else { continue };
        // What its items keep back is not shown.
        if entry.items.iter().any(|&it| !model.item(it).is_shown()) {
            continue;
        }
        for class in classes(model, entry) {
            shown.entry((project.at(), class)).or_default().push(id);
        }
    }
    for entries in shown.values_mut() {
        entries.sort_by_key(|&id| (model.entry(id).published, id));
        entries.dedup();
    }
    let of = |(at, project): (usize, &Project)| {
        let due = project.stage.map_or(&[][..], due);
        let classes = ProjectClass::ALL.iter().map(|&class| {
            let entries = shown.remove(&(at, class)).unwrap_or_default();
            let elsewhere = project.record.all(schema::Project::CLASSES);
            let is_elsewhere = elsewhere.into_iter().any(|it| it.get(schema::ClassElsewhere::CLASS) == Some(class));
            let is_missing = due.contains(&class) && entries.is_empty() && !is_elsewhere && !is_nil(model, class);
            ClassCompliance { class, entries, is_elsewhere, is_missing }
        });
        ProjectCompliance { classes: classes.collect() }
    };
    model.projects.iter().enumerate().map(of).collect()
}

/// The classes that are due at a stage: what belongs to the steps up to it (国办发〔2017〕94号). Design changes are made public when
/// there are any.
fn due(stage: Stage) -> &'static [ProjectClass] {
    const ALL: [ProjectClass; 7] = [
        ProjectClass::ApprovalService,
        ProjectClass::ApprovalResult,
        ProjectClass::Tender,
        ProjectClass::Land,
        ProjectClass::Construction,
        ProjectClass::QualitySafety,
        ProjectClass::Completion,
    ];
    match stage {
        Stage::Approval => &ALL[..2],
        Stage::Tender => &ALL[..3],
        Stage::Land => &ALL[..4],
        Stage::Works => &ALL[..6],
        Stage::Completion => &ALL,
    }
}

/// The classes that an entry is of: its own, else those that its items are called by.
fn classes(model: &Model, entry: &Entry) -> Vec<ProjectClass> {
    let own = entry.record.get(schema::Entry::CLASS).filter(|_| entry.kind == EntryKind::Project);
    match own {
        Some(class) => vec![class],
        None => entry.items.iter().filter_map(|&it| ProjectClass::parse(&model.item(it).title)).collect(),
    }
}

/// Whether it was reported that there was nothing of `class`.
fn is_nil(model: &Model, class: ProjectClass) -> bool {
    model.nils.iter().any(|it| ProjectClass::parse(&model.item(it.item).title) == Some(class))
}
