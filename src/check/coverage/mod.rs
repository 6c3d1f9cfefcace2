//! GK02: does the catalogue show all that must be public, and does each item hold what it asks for?

mod channel;
mod demand;
mod draft;
mod duty;
mod element;
mod empty;
mod facet;
mod foreign;
mod hollow;
mod institution;
mod kind_evidence;
mod nil;
mod officer;
mod orphan;
mod spread;
mod target;
mod unclassed;
mod unusual;

pub use target::{Gauge, Missed, Reached};

use super::{Check, Run};

/// The rules of the family, by code, each with the function that raises it.
pub(super) const CHECKS: &[Check] = &[
    Check { rule: &unclassed::UNCLASSED_ITEM, run: Run::Whole(unclassed::check) },
    Check { rule: &spread::EMPTY_DISCLOSURE, run: Run::Whole(spread::check) },
    Check { rule: &facet::MISSING_FACET, run: Run::Whole(facet::check) },
    Check { rule: &empty::EMPTY_ITEM, run: Run::Whole(empty::check) },
    Check { rule: &element::MISSING_ELEMENT, run: Run::Whole(element::check) },
    Check { rule: &duty::UNMAPPED_DUTY, run: Run::Whole(duty::check) },
    Check { rule: &duty::UNMAPPED_LOCAL_DUTY, run: Run::Whole(duty::check_local) },
    Check { rule: &draft::DECISION_WITHOUT_DRAFT, run: Run::Whole(draft::check) },
    Check { rule: &orphan::ORPHAN_ENTRY, run: Run::Entry(orphan::check) },
    Check { rule: &channel::MISSING_CHANNEL, run: Run::Public(channel::check) },
    Check { rule: &officer::MISSING_OFFICER, run: Run::Whole(officer::check) },
    Check { rule: &target::MISSED_TARGET, run: Run::Whole(target::check) },
    Check { rule: &hollow::HOLLOW_CLASS, run: Run::Whole(hollow::check) },
    Check { rule: &nil::CONTRADICTED_NIL, run: Run::Whole(nil::check) },
    Check { rule: &foreign::FOREIGN_CLASS, run: Run::Public(foreign::check) },
    Check { rule: &unusual::UNUSUAL_CLASS, run: Run::Whole(unusual::check) },
    Check { rule: &institution::BARE_INSTITUTION, run: Run::Whole(institution::check) },
];
