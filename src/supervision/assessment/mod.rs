//! `report assessment`: bodies appraised by a score sheet, each point lost with its rule, its place and what mends it.

mod assess;
mod evidence;
mod faults;
mod filled;
mod holdings;
mod judge;
mod losses;
mod lost;
mod people;
mod proposals;
mod reason;
mod results;
mod scores;
mod sheet;

pub use assess::assessment;
