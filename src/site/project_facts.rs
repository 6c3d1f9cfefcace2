//! What pages and indices say alike of a project.

use crate::{model::Project, record::schema, vocabulary::ProjectClass};

/// Where another body publishes the project's information of `class` (谁审批、谁公开).
pub fn elsewhere(project: &Project, class: ProjectClass) -> Option<&str> {
    let mut classes = project.record.all(schema::Project::CLASSES);
    let of = classes.find(|it| it.get(schema::ClassElsewhere::CLASS) == Some(class))?;
    of.get(schema::ClassElsewhere::URL)
}
