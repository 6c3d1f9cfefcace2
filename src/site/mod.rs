//! What will be published, as plain values.

mod href;
pub mod json;
pub mod page;

pub use href::Href;
