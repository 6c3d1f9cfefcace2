//! Which tables and keys there are, table by table.

mod declare;
mod entry;
mod item;
mod kind;
mod lookup;
mod organisation;
mod plan;
mod policy;
mod site;
mod things;

pub use entry::ENTRY;
pub use item::{AUDIENCE, CHANNEL, ELEMENT, FIELD, ITEM, LIMIT};
pub use kind::own;
pub use lookup::{TABLES, catalogue, entry_key, entry_keys, is_list, kinds_with};
pub use organisation::ORGANISATION;
pub use plan::{BASE, PLAN, RECTIFICATION, SCORE, TASK};
pub use policy::{ALLOW, LEVEL, LEVELS, NIL, NOT_APPLICABLE, PRIVACY, SETTINGS};
pub use site::{PUBLISH, SITE};
pub use things::{ACCOUNT, GONE, PROJECT, REDIRECT, REGISTER, SYNONYM, WEBSITE, WORD, YEAR};
