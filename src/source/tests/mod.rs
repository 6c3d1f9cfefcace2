//! What tests above this floor need too.

pub mod patience;
