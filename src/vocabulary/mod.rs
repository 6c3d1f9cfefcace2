//! Closed word lists: the official word, its variants, the frozen English key.

#[macro_use]
mod text;

mod change;
mod column;
mod document;
mod entry;
mod item;
mod lists;
mod nearness;
mod numeral;
mod organisation;
mod placeholder;
mod project;
mod register;
mod report;
mod set;
mod settings;
mod term;
mod theme;
mod unseen;

pub use change::CatalogueChange;
pub use column::PageColumn;
pub use document::{DocumentClass, Genre, InterpretationForm, InterpretationNeed, Origin, ReviewStep, Validity};
pub use entry::{EntryKind, Severity};
pub use item::{Audience, Channel, Column, Disclosure, Facet, Occurs, UpdateCycle, Way};
pub use lists::LISTS;
pub use nearness::{nearest_of, nearness};
pub use numeral::is_numeral;
pub use organisation::{AdminLevel, OrganisationKind, Platform, PowerType, Sector};
pub use placeholder::{LEFT_OPEN, is_hole, is_left_open, names_nobody, says_nothing};
pub use project::{EvidenceKind, ProjectClass, Stage, TaskState, WebsiteState};
pub use register::{CellType, Opening, Sharing};
pub use report::{ReportForm, names_annual_report, names_website_report, year_of_title};
pub use set::Set;
pub use settings::{Measure, Profile, QrUse, Scope, Visibility};
pub use term::{Term, Vocabulary, Word};
pub use text::{Lang, Text, Words};
pub use theme::{THEMES, Theme};
pub use unseen::is_unseen;
