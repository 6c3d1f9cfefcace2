//! Every rule, whoever raises it; handed to resolve and site as a value.

pub mod example;

mod all;

pub use all::RULEBOOK;
