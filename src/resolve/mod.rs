//! All files together: syntax to model, settings, levels, allowances, the lock.

pub mod lock;

mod application;
mod catalogue;
mod circle;
mod declarations;
mod entry;
mod item;
mod link;
mod names;
mod numbering;
mod old_address;
mod organisation;
mod plan;
mod policy;
mod references;
mod rules;
mod scheme;
mod settings;
mod site;
mod synonym;
mod tables;
mod unlisted;
mod version;
mod website;

pub use application::applications;
pub use catalogue::{AsOf, Catalogue, catalogue};
pub use declarations::register_schema;
pub use entry::{Attachments, TableHead, entry};
pub use link::link;
pub use numbering::Numbering;
pub use old_address::{Spot, spot};
pub use rules::{RULES, UNLOCKED_ENTRY};
pub use scheme::{BUILT_IN_SCHEMES, built_in_scheme};
