//! Findings: what rules say, and how levels, grounds and exceptions are decided at the end.

pub mod laws;

mod edit;
mod finalize;
mod finding;
mod law;
mod natural;
mod packed;
mod policy;
mod report;
mod rule;
mod rulebook;
mod subject;

pub use edit::Edit;
pub use finalize::{EXPIRED_ALLOW, RULES, UNUSED_ALLOW, finalize};
pub use finding::{Candidate, Finding, Findings, Note, Placed};
pub use law::{Dated, Ground, Law, Rank, Ymd};
pub use policy::{Allow, Attestation, Policy};
pub use report::{Basis, Counts, Diagnostic, Report};
pub use rule::{Effect, Example, Family, Level, Rule, Ungrounded};
pub use rulebook::Rulebook;
pub use subject::Subject;
