//! The only module with a disk and a clock: a session over a project's folders.

#![allow(clippy::disallowed_methods, reason = "the world comes in here")]

mod compared;
mod disk_cache;
mod disk_site;
mod disk_store;
mod disk_world;
mod failure;
mod git_world;
mod history;
mod project;
mod result_cache;
mod scan_dir;
mod serve;
mod session;
mod stray;
mod timings;

pub use compared::{Compared, compared};
pub use disk_site::{Disk, DiskSite, Fault, Op, Packing, Written, complete, is_kept};
pub use disk_store::{DiskStore, replace};
pub use disk_world::{DiskWorld, today};
pub use failure::{exit_code, told, why};
pub use history::{Keeping, history, keep, kept_path};
pub use project::{Folders, Project};
pub use result_cache::{Command, Request, Transcript};
pub use serve::{Browser, PORT, ServeOptions, Served, serve};
pub use session::{Outcome, Printer, Session};
pub use timings::Timings;
