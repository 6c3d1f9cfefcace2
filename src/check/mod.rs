//! Whole rules: what can be judged only with everything in sight. Each family is a folder with its `FAMILY` and `CHECKS`.

mod run;

pub use run::{Check, FAMILIES, run};
