//! The machine-readable files below `api/v1/`, as plain values. Names are frozen: a field is added, never renamed.
//! `way` holds the English key of a closed list, `way_label` the same in Chinese.

mod catalogue;
mod coverage;
mod entry;
mod file;
mod index;
mod organisation;
mod plan;

pub use catalogue::{Audience, Catalogue, CatalogueField, CatalogueItem, Channel, Element, TimeLimit};
pub use coverage::{Coverage, CoverageCell, CoverageDisclosure, CoverageItem};
pub use entry::{Appearance, Attachment, Entries, Entry, Revision};
pub use file::{File, Str};
pub use index::{Index, IndexFile};
pub use organisation::{Disclosure, Leader, Officer, Organisation, Organisations};
pub use plan::{Evidence, Indicator, Milestone, Plan, Plans, Task, TaskItem, Value};
