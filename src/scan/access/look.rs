//! The door of the room: what parsing found in an entry's text.

use super::{heading, link, picture, table};
use crate::{diagnostic::Findings, scan::subject::Subject};

/// Looks at the text of an entry: at lists that parsing has made, most of which are empty.
pub fn entry(subject: &Subject<'_>, findings: &mut Findings) {
    picture::entry(subject, findings);
    table::entry(subject, findings);
    heading::entry(subject, findings);
    link::entry(subject, findings);
}
