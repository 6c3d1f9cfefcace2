//! What will be published, as plain values.

mod href;
pub mod json;
pub mod page;
mod paging;

pub use href::Href;
pub use paging::Paging;
