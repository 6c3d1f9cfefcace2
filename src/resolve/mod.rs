//! All files together: syntax to model, settings, levels, allowances, the lock.

pub mod lock;

mod application;
mod catalogue;
mod circle;
mod entry;
mod item;
mod names;
mod organisation;
mod plan;
mod policy;
mod rules;
mod site;
mod tables;
mod thing;
mod whole;

pub use application::applications;
pub use catalogue::{AsOf, Catalogue, catalogue};
pub use entry::{Attachments, TableHead, entry, join};
pub use rules::RULES;
pub use whole::{Numbering, whole};
