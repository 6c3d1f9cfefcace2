//! A catalogue whole and well-formed: plain values, no text, no files.

mod account;
mod by_name;
mod entry;
mod exception;
mod field;
mod id;
mod item;
mod limit;
mod organisation;
mod plan;
mod project;
mod register;
mod settings;
mod site;
mod whole;

pub use account::Account;
pub use by_name::ByName;

pub use entry::{Attachment, Entry, Relation, State};
pub use exception::{Gone, Lost, Nil, NotApplicable, Redirect};
pub use field::Field;
pub use id::{AccountId, EntryId, FieldId, ItemId, OrganisationId, PlanId, ProjectId, RegisterId, TaskId};
pub use item::{Audience, Basis, Element, Item, RequiredChannel};
pub use limit::{Stated, StatedError, stated};
pub use organisation::Organisation;
pub use plan::{Plan, Task};
pub use project::Project;
pub use register::{Register, Typed};
pub use settings::Settings;
pub use site::{Identity, Site};
pub use whole::Model;
