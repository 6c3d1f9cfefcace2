//! GK03: is each entry what a piece of government information must be?

mod backdated;
mod class;
mod dates;
mod empty;
mod incomplete;
mod index_form;
mod index_number;
mod normative;
mod repeated_number;
mod retroactive;
mod sharing;
mod summary;
mod twice;
mod validity;
mod withheld;

pub(super) use dates::is_slip;
pub use empty::empty_link;

use super::{Check, Run};

/// The rules of the family, by code, each with the function that raises it.
pub(super) const CHECKS: &[Check] = &[
    Check { rule: &incomplete::INCOMPLETE_ENTRY, run: Run::Entry(incomplete::incomplete_entry) },
    Check { rule: &summary::MISSING_SUMMARY, run: Run::Public(summary::missing_summary) },
    Check { rule: &index_form::MALFORMED_INDEX_NUMBER, run: Run::Whole(index_form::malformed_index_number) },
    Check { rule: &index_number::DUPLICATE_INDEX_NUMBER, run: Run::Whole(index_number::duplicate_index_number) },
    Check { rule: &index_number::CHANGED_INDEX_NUMBER, run: Run::Entry(index_number::changed_index_number) },
    Check {
        rule: &repeated_number::REPEATED_DOCUMENT_NUMBER,
        run: Run::Whole(repeated_number::repeated_document_number),
    },
    Check { rule: &dates::IMPOSSIBLE_DATES, run: Run::Entry(dates::impossible_dates) },
    Check { rule: &validity::LAPSED_STILL_VALID, run: Run::Public(validity::lapsed_still_valid) },
    Check { rule: &validity::REPEALED_WITHOUT_SUCCESSOR, run: Run::Public(validity::repealed_without_successor) },
    Check { rule: &class::UNKNOWN_THEME, run: Run::Entry(class::unknown_theme) },
    Check { rule: &class::UNKNOWN_GENRE, run: Run::Entry(class::unknown_genre) },
    Check { rule: &empty::EMPTY_ENTRY, run: Run::Entry(empty::empty_entry) },
    Check { rule: &withheld::WITHHELD_PUBLISHED, run: Run::Entry(withheld::withheld_published) },
    Check { rule: &backdated::BACKDATED_PUBLICATION, run: Run::Public(backdated::backdated_publication) },
    Check {
        rule: &normative::UNREGISTERED_NORMATIVE_DOCUMENT,
        run: Run::Public(normative::unregistered_normative_document),
    },
    Check { rule: &twice::TWICE_PUBLISHED, run: Run::Whole(twice::twice_published) },
    Check { rule: &retroactive::EFFECTIVE_BEFORE_PUBLISHED, run: Run::Public(retroactive::effective_before_published) },
];
