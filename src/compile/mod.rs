//! A project's files to a judged catalogue, without a disk: everything comes through a [`World`](crate::world::World).

pub mod rulebook;

mod analysis;
mod analyze;
mod as_published;
mod attachment;
mod catalogue;
mod completeness;
mod declared;
mod entries;
mod evidence;
mod files;
mod folded;
mod html_templates;
mod lock;
mod names;
mod overlooked;
mod parse_cache;
mod probe;
mod read;
mod rule_texts;
mod scans;
mod sheets;
mod theme;
mod wordings;

pub use analysis::{Analysis, SitePlan};
pub use analyze::{Options, analyze};
pub use attachment::seen_text;
pub use declared::{declarations, model_of, rows_pairs};
pub use lock::LockUpdate;
pub use read::texts;
pub use theme::{LoadedTheme, load_theme};
