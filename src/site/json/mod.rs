//! The machine-readable files below `api/v1/`, as plain values. Names are frozen: a field is added, never renamed.
//! `way` holds the English key of a closed list, `way_label` the same in Chinese.

mod catalogue;
mod changes;
mod entries;
mod exceptions;
mod index;
mod institutions;
mod interaction;
mod organisations;
mod plans;
mod projects;
mod registers;
mod schema;
mod websites;

pub use catalogue::{Audience, Catalogue, CatalogueField, CatalogueItem, Channel, Element, TimeLimit};
pub use changes::{Change, Changes, Withdrawal};
pub use entries::{Appearance, Attachment, Entries, Entry, EntryText, Figure, Revision};
pub use exceptions::{Exception, Exceptions};
pub use index::{File, Str};
pub use index::{Index, IndexFile};
pub use institutions::{Appraisal, Institution, InstitutionItem, Institutions};
pub use interaction::{Messages, Responses};
pub use organisations::{Disclosure, Leader, Office, Officer, Organisation, Organisations};
pub use plans::{Coverage, CoverageCell, CoverageDisclosure, CoverageItem};
pub use plans::{Evidence, Indicator, Milestone, Plan, Plans, Task, TaskItem, Value};
pub use projects::{
    Account, Accounts, Followers, Interpretation, Interpretations, Policy, Project, ProjectClass, Projects,
};
pub use registers::{Register, RegisterColumn, RegisterTable};
pub use schema::{schema, schema_names};
pub use websites::{Addresses, Gone, Redirect, Website, Websites};
