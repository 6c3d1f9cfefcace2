//! The only module with a disk and a clock: read, compile, write.

pub mod attachment;
mod clock;
mod compile;
mod failure;
mod lockfile;
mod open;
mod project;
mod read;
mod replace;
mod texts;
mod walk;

pub use clock::today;
pub use compile::{Compiled, Options, compile};
pub use failure::{Usage, exit_code};
pub use lockfile::{read_lock, write_lock};
pub use project::{Folders, Project};
pub use replace::replace;
pub use texts::texts;
