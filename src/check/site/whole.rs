//! Is the site a website of its own, and where does it say what it is?

use crate::{diagnostic::Edit, model::Model, record::schema, source::Place, vocabulary::Scope};

/// Whether the site has the duties of a website: those of a column are its portal's.
pub(super) fn is_whole(model: &Model) -> bool {
    model.site.scope != Scope::Column
}

/// Where what the site says of itself stands, or should.
pub(super) fn identity(model: &Model) -> Place {
    let record = &model.site.record;
    if record.has(schema::Site::IDENTITY) { record.span_of(schema::Site::IDENTITY).into() } else { model.site.place() }
}

/// The edit that adds `lines`, a key each, to what the site says of itself.
pub(super) fn add(model: &Model, lines: &str) -> Option<Edit> {
    let site = &model.site.record;
    match site.get(schema::Site::IDENTITY) {
        Some(identity) => Some(Edit::lines(identity.room()?, lines)),
        None => Some(Edit::lines(site.room()?, &format!("identity = {{ {} }}", lines.replace('\n', ", ")))),
    }
}
