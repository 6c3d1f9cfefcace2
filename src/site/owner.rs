//! The organisation that an item, an entry or a plan is of: the one it names, else the body whose site it is.

use crate::model::{Model, Organisation, OrganisationId};

fn owner(model: &Model, named: Option<OrganisationId>) -> Option<&Organisation> {
    named.or(model.site.organisation).map(|id| model.organisation(id))
}

/// Its name; empty where none is known.
pub fn organisation_name(model: &Model, named: Option<OrganisationId>) -> &str {
    owner(model, named).map_or("", |it| &it.name)
}

/// Its id; `site` where none is known.
pub fn organisation_id(model: &Model, named: Option<OrganisationId>) -> &str {
    owner(model, named).map_or("site", |it| &it.id)
}
