//! The bytes of the search: what a browser asks for, a few kilobytes a query, to find any substring of any text without a server.
//!
//! Documents stand in the order of their days, cut into *tiers* ([`tier`]), so that a new document changes few files. For each key –
//! one unit, two neighbours, or three where two of them are figures and the like ([`key`]) – a tier says in which documents it is,
//! best field first ([`bucket`]). A key's bucket is found by its hash; the manifest says where it lies. What the keys leave as
//! candidates is looked at in the *records* ([`record`]): the texts themselves, each compressed alone. `docs/en/search.md` has
//! every byte.
//!
//! A tier is a function of its documents alone. So a build may take an old one and [change](pack) only the buckets whose keys a
//! document gained or lost: the bytes are those that a clean build makes.

mod bits;
mod bucket;
mod columns;
mod fold;
mod key;
mod list;
mod manifest;
mod pack;
mod postings;
mod record;
mod stream;
mod tables;
mod tier;
mod varint;

pub use columns::columns;
pub use key::{Keys, Posting, Zone};
pub use manifest::{Manifest, SearchLabels, TierFiles};
pub use pack::{Pack, PackPlace, changed_pack, packs};
pub use postings::Postings;
pub use record::{Records, SearchText};
pub use tables::{SearchTables, TABLES};
pub use tier::{Hashing, TierShape, tiers};
