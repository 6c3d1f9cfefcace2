//! The machine-readable files, made when they are due: from the plan to the shapes of [`json`](super::json).

mod api;
mod catalogue;
mod coverage;
mod entry;
mod feed;
mod limit;
mod organisation;
mod plan;

pub use api::{ApiFile, Shape};
pub use feed::News;
