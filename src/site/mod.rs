//! What will be published, as plain values.

pub mod index;
pub mod json;
pub mod make;
pub mod page;

mod account_facts;
mod archive;
mod backlinks;
mod change;
mod documents;
mod entry_facts;
mod exception;
mod files;
mod host_rules;
mod href;
mod institution;
mod institution_facts;
mod link_target;
mod links;
mod list;
mod lost_address;
mod near_link;
mod old_address;
mod paging;
mod percent;
mod plan;
mod project_facts;
mod related_entries;
mod route;
mod rules;
#[allow(clippy::module_inception, reason = "the room is named after the type that all others serve")]
mod site;
mod task_facts;
mod twins;
mod withdrawal;

pub use archive::Volume;
pub use files::{FileFacts, exposed, local, no_longer_offered};
pub use host_rules::{HostRules, OldAddress, OldHost, host_rules};
pub use href::Href;
pub use link_target::LinkKey;
pub use links::{link_hrefs, link_keys};
pub use list::ListId;
pub use plan::{plan, plan_with_drafts};
pub use related_entries::{ListPage, list_page, related_entries};
pub use route::{NavItem, PageId};
pub use rules::RULES;
pub use site::Site;
