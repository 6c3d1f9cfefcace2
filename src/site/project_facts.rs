//! What pages and indices say alike of a project.

use super::{Href, site::Site};
use crate::{
    compliance::ClassCompliance,
    model::{EntryId, Project},
    record::schema,
    vocabulary::ProjectClass,
};

/// Where another body publishes the project's information of `class` (谁审批、谁公开); none where that is no address of the web.
pub fn elsewhere(project: &Project, class: ProjectClass) -> Option<&str> {
    let mut classes = project.record.all(schema::Project::CLASSES);
    let of = classes.find(|it| it.get(schema::ClassElsewhere::CLASS) == Some(class))?;
    of.get(schema::ClassElsewhere::URL).filter(|it| Href::web(it).is_some())
}

/// The entries of a class that stand on the site.
pub fn open(site: &Site<'_>, class: &ClassCompliance) -> Vec<EntryId> {
    class.entries.iter().copied().filter(|&id| site.is_open(id)).collect()
}
