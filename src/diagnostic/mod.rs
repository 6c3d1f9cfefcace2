//! Findings: what rules say, and how levels, grounds and exceptions are decided at the end.

pub mod laws;

mod completeness;
mod deny;
mod edit;
mod exceptions;
mod finalize;
mod finding;
mod law;
mod natural;
mod packed;
mod policy;
mod portion;
mod rename;
mod report;
mod rule;
mod rulebook;
mod subject;

pub use completeness::{Completeness, Completion, OfOrganisation};
pub use deny::Deny;
pub use edit::Edit;
pub use exceptions::{EXPIRED_ALLOW, RULES, UNUSED_ALLOW};
pub use finalize::finalize;
pub use finding::{Candidate, Finding, Findings, Note, Placed};
pub use law::{Dated, Ground, Law, Rank, Ymd};
pub use policy::{Allow, Attestation, Policy};
pub use portion::Portion;
pub use rename::Rename;
pub use report::{Basis, Counts, Diagnostic, Explanation, Report};
pub use rule::{Effect, Example, Family, Level, Rule, Ungrounded};
pub use rulebook::Rulebook;
pub use subject::Subject;
