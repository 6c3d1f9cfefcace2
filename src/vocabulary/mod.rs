//! Closed word lists: the official word, its variants, the frozen English key.

mod account;
mod disclosure;
mod document;
mod entry;
mod item;
mod list;
mod lists;
mod nearness;
mod organisation;
mod power;
mod project;
mod register;
mod response;
mod set;
mod settings;
mod task;
mod term;
mod theme;

pub use account::Platform;
pub use disclosure::{Disclosure, Facet, Way};
pub use document::{DocumentClass, Genre, InterpretationForm, InterpretationNeed, Origin, ReviewStep, Validity};
pub use entry::EntryKind;
pub use item::{Audience, Channel, Column, Occurs, UpdateCycle};
pub use lists::LISTS;
pub use nearness::{nearest_of, nearness};
pub use organisation::{AdminLevel, OrganisationKind, Sector};
pub use power::PowerType;
pub use project::{ProjectClass, Stage};
pub use register::{CellType, Opening, Sharing};
pub use response::Severity;
pub use set::Set;
pub use settings::{Profile, Scope, Visibility};
pub use task::TaskState;
pub use term::{Term, Vocabulary, Word};
pub use theme::{THEMES, Theme};
