//! Which form the page of an entry has, by its kind.

use crate::{
    model::Entry,
    record::schema,
    vocabulary::{EntryKind, ProjectClass},
};

/// Kinds of entries whose pages begin with what is asked of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// How long a matter takes, what it costs, where to go.
    Guide,
    /// Until when opinions are taken, and where.
    Notice,
    /// What was decided for whom: penalty, licence, approval.
    Decision,
    /// A question and its answer.
    Message,
}

impl Form {
    pub(super) fn of(entry: &Entry) -> Option<Self> {
        Some(match entry.kind {
            EntryKind::Guide => Self::Guide,
            EntryKind::Consultation | EntryKind::Notice | EntryKind::Personnel => Self::Notice,
            EntryKind::Penalty | EntryKind::Licence => Self::Decision,
            EntryKind::Project => match entry.record.get(schema::Entry::CLASS)? {
                ProjectClass::ApprovalResult => Self::Decision,
                _ => return None,
            },
            EntryKind::Message | EntryKind::ProposalReply => Self::Message,
            _ => return None,
        })
    }
}
