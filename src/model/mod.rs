//! A catalogue whole and well-formed: plain values, no text, no files.

mod base;
mod by_name;
mod change;
mod entry;
mod exception;
mod id;
mod interaction;
mod item;
mod limit;
#[allow(clippy::module_inception, reason = "the room is named after the type that all others serve")]
mod model;
mod names;
mod organisation;
mod plan;
mod platform;
mod points;
mod register;
mod reviews;
mod scheme;
mod site;
mod target;
mod website;

pub use base::Base;
pub use by_name::ByName;
pub use change::Change;
pub use organisation::Account;
pub use register::{Application, Dated};

pub use entry::{Attachment, Entry, Relation, State};
pub use exception::{Gone, Lost, Nil, NotApplicable, OldPlace, Redirect};
pub use id::{AccountId, EntryId, FieldId, ItemId, OrganisationId, PlanId, ProjectId, RegisterId, TaskId};
pub use interaction::{Answers, Interaction, Reply, ReplySort};
pub use item::{Audience, Basis, Element, Field, Item, RequiredChannel};
pub use limit::{Stated, StatedError, stated};
pub use model::Model;
pub use names::{Names, Whole, Withheld, WithheldFile};
pub use organisation::Organisation;
pub use plan::Project;
pub use plan::{Plan, Task};
pub use platform::platform_parts;
pub use points::Points;
pub use register::{Register, Sheet, TableAt, Typed};
pub use reviews::Reviews;
pub use scheme::{Role, Scheme, Score, ScoreFault, ScoredIndicator};
pub use site::Settings;
pub use site::{Identity, Site};
pub use target::{Millionths, Target};
pub use website::Website;
