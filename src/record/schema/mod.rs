//! Which tables and keys there are, table by table: each table is a type, and each key of it a constant with the type of its
//! value.

mod change;
mod declarations;
mod entry;
mod item;
mod kind;
mod lookup;
mod organisation;
mod plan;
mod policy;
mod scheme;
mod settings;
mod settings_of_registers;
mod settings_of_websites;
mod site;

pub use change::Change;
pub use declarations::{
    Account, ClassElsewhere, Followers, Gone, Law, Project, Redirect, Register, RegisterColumn, Synonym, Website, Word,
    Year,
};
pub use entry::{Attachment, Entry, PublishedAt, Review, Revision, Signed, TypedTable};
pub use item::{Audience, Channel, Element, Field, Item, TimeLimit};
pub use kind::{Interpreter, PostFault, own};
pub use lookup::{TABLES, catalogue, entry_key, is_list, kinds_with, other_kinds_key};
pub use organisation::{DisclosureOffice, Leader, Office, Officer, Organisation};
pub use plan::{
    Base, BaseItem, Evidence, Indicator, Milestone, Plan, PublishPlace, Reading, Rectification, RectificationEvidence,
    Task,
};
pub use policy::{Allow, LEVELS, Levels, Nil, NotApplicable, NotIdentity, Privacy, Target};
pub use scheme::{Accountability, Criticism, Grade, Praise, Scheme, Score, ScoredIndicator};
pub use settings::{
    BackdatedPublication, DecisionWithoutDraft, DueSoon, ExpiredAllow, LateBudget, LateInterpretation,
    LateLicenceOrPenalty, LateProcurement, MissingOfficer, MissingSummary, RevokedStillPublished, Settings,
    ShortConsultation, StaleCatalogue, ThinInterpretation, UngroundedException, Unreviewed,
};
pub use settings_of_registers::{
    MessageNotPassedOn, SilentAccount, StaleData, UnansweredMessage, UncorrectedPost, UnreviewedPost, WeakAccount,
};
pub use settings_of_websites::{PenaltyPublicity, SilentHomePage, StaleColumns, StaleContent};
pub use site::{Identity, Site};
