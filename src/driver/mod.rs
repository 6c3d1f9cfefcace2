//! The only module with a disk and a clock: read, compile, write.

#![allow(clippy::disallowed_methods, reason = "the world comes in here")]

mod attachment;
mod build;
mod clock;
mod compile;
mod drafts;
mod failure;
mod frames;
mod indices;
mod list;
mod lockfile;
mod memo;
mod open;
mod output;
mod press;
mod project;
mod question;
mod read;
mod replace;
mod steps;
mod texts;
mod theme;
mod timings;
mod walk;

pub use build::{Built, build};
pub use clock::today;
pub use compile::{Compiled, Options, compile, judge};
pub use failure::{Told, Usage, exit_code, told, why};
pub use list::{Listed, list};
pub use lockfile::{read_lock, write_lock};
pub use memo::{Recall, Said};
pub use output::{Act, Disk, Harm, Kind, Output, Written, complete};
pub use project::{Folders, Project};
pub use replace::replace;
pub use steps::Steps;
pub use texts::texts;
pub use timings::Timings;
pub use walk::Walked;
