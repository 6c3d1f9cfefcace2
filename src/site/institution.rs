//! Which bodies are public enterprises and institutions (公共企事业单位).

use crate::{
    model::{Model, OrganisationId},
    vocabulary::OrganisationKind,
};

/// The institutions beside the body whose site it is.
pub(super) fn ids(model: &Model) -> impl Iterator<Item = OrganisationId> {
    let all = model.organisations.iter().enumerate();
    let ids = all.filter(|it| it.1.kind == OrganisationKind::Institution).map(|it| OrganisationId::new(it.0));
    ids.filter(|&id| model.site.organisation != Some(id))
}

/// Whether there is a page of institutions.
pub(super) fn has_institutions(model: &Model) -> bool {
    ids(model).next().is_some()
}
