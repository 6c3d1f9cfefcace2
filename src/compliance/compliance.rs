//! The standing as a whole, and how it is measured: in time near-linear in entries and items.

use super::{
    Change, Coverage, DutyCompliance, ItemCompliance, ProjectCompliance, TaskCompliance, body::Bodies, change,
    coverage, duty, item, project, task,
};
use crate::model::{ItemId, Model, OrganisationId, ProjectId, TaskId};

/// How a body stands by its duties, as of `Model::today`.
#[derive(Debug)]
pub struct Compliance {
    /// Each item, in the order of `Model::items`.
    pub items: Vec<ItemCompliance>,
    /// How items and entries spread over disclosures, facets, fields and organisations.
    pub coverage: Coverage,
    /// The bodies whose whole catalogue is judged: those with the duties of an administrative organ.
    pub bodies: Vec<OrganisationId>,
    /// Each duty of the regulations in force that binds one of these bodies.
    pub duties: Vec<DutyCompliance>,
    /// Each task, in the order of `Model::tasks`.
    pub tasks: Vec<TaskCompliance>,
    /// Each project, in the order of `Model::projects`.
    pub projects: Vec<ProjectCompliance>,
    /// What will change by date alone, by day.
    pub changes: Vec<Change>,
}

impl Compliance {
    /// How the item numbered `id` stands.
    pub fn item(&self, id: ItemId) -> &ItemCompliance {
        &self.items[id.at()]
    }

    /// How the task numbered `id` stands.
    pub fn task(&self, id: TaskId) -> &TaskCompliance {
        &self.tasks[id.at()]
    }

    /// How the project numbered `id` stands.
    pub fn project(&self, id: ProjectId) -> &ProjectCompliance {
        &self.projects[id.at()]
    }
}

/// Measures `model`.
pub fn measure(model: &Model) -> Compliance {
    let bodies = Bodies::of(model);
    let items = item::items(model);
    let coverage = coverage::coverage(model, &items, &bodies);
    let duties = duty::duties(model, &bodies);
    let tasks = task::tasks(model, &items);
    let projects = project::projects(model);
    let changes = change::changes(model, &items, &tasks);
    Compliance { items, coverage, bodies: bodies.list, duties, tasks, projects, changes }
}
