//! `report assessment`: bodies appraised by a score sheet, each point lost with its rule, its place and what mends it.

mod assess;
mod evidence;
mod holdings;
mod judge;
mod lists;
mod losses;
mod scores;
mod sheet;
mod tables;

pub use assess::assessment;
