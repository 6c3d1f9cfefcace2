//! What stands on a page, as plain values that the templates consume.
//!
//! Every field is what is shown, ready to print: words, days, sizes, addresses. What grows with the site (totals, counts,
//! newest lists) stands on front pages only, so that a new entry changes a handful of pages.

mod catalogue;
mod change;
mod chart;
mod chrome;
mod coverage;
mod entry;
mod entry_part;
mod exception;
mod home;
mod institution;
mod item;
mod kind;
mod listing;
mod organisation;
mod part;
mod plan;
mod project;
mod search;
mod sheet;
mod website;

pub use super::json::{Evidence, Milestone};
pub use catalogue::{Catalogue, CatalogueField, CatalogueItem, Channel, Element};
pub use change::{Change, ChangeGroup, Changes, Withdrawal};
pub use chart::{Bar, Chart};
pub use chrome::{Alternate, Article, Head};
pub use chrome::{Chrome, FeedLink, Footer, NavLink, NavPart};
pub use chrome::{Column, Section};
pub use coverage::{Coverage, CoverageCell, CoverageField, CoverageRow, CoverageShare, CoverageState};
pub use entry::{Alert, Anchor, Attachment, Contact, Elsewhere, Entry, Metadata, RedHead};
pub use entry_part::{Event, OwnProject, QrCode, Related, Relation, RelationKind, Strip};
pub use exception::{Exception, ExceptionGroup, Exceptions};
pub use home::{CoverageNote, Home, OpenNotice};
pub use institution::{Appraisal, Institution, Institutions};
pub use item::{Field, FieldItem, Item, Missing, Nil};
pub use kind::{Body, Page};
pub use listing::NotFound;
pub use listing::Tombstone;
pub use listing::{Archive, Volume, VolumePage};
pub use listing::{Group, Listing};
pub use listing::{MapPart, SiteMap};
pub use organisation::{Office, Organisation};
pub use part::{Counted, Download, EntryRow, Fact, Html, Label, Link, Pager, Str, Tab, Term};
pub use plan::{Indicator, Plan, PlanSection, Tally, Task, TaskItem};
pub use project::{Account, Accounts, Post};
pub use project::{Project, ProjectClass, Stage};
pub use search::Search;
pub use sheet::Register;
pub use sheet::{Cell, Sheet, SheetColumn};
pub use website::{Moved, Website, Websites};
