//! Whole rules: what can be judged only with everything in sight, or of an entry with catalogue, calendar and day in sight. Each
//! family is a folder with its `CHECKS`.

mod annual;
mod catalogue;
mod context;
mod coverage;
mod deadline;
mod entry;
mod estimate;
mod freshness;
mod interpretation;
mod media;
mod plan;
#[cfg(test)]
mod probe;
mod project;
mod register;
mod response;
mod review;
mod run;
mod sheet;
mod site;

pub use annual::{carried_on, tables as annual_tables};
pub use coverage::{Gauge, Missed, Reached};
pub use deadline::{Punctuality, Timed, doubled_median, timed};
pub use entry::empty_link;
pub use response::tally;
pub use review::review_steps;
pub use run::{CHECKS, Check, Run, run};
pub use site::{MISSING_FOOTER_PART, MISSING_PAGE_LABEL, MISSING_PLATFORM_PART};
