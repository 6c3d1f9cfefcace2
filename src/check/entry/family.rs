//! The family's name and its checks, by code.

use super::{
    backdated, class, dates, empty, incomplete, index_number, normative, repeated_number, summary, validity, withheld,
};
use crate::{
    check::{Check, Run},
    diagnostic::Family,
};

/// The rules that need the whole model; those that need one text are in `scan`.
pub static FAMILY: Family = Family {
    prefix: "GK03",
    title: words! { zh: "条目", en: "Entries" },
    rules: &[
        &incomplete::INCOMPLETE_ENTRY,
        &summary::MISSING_SUMMARY,
        &index_number::MALFORMED_INDEX_NUMBER,
        &index_number::DUPLICATE_INDEX_NUMBER,
        &index_number::CHANGED_INDEX_NUMBER,
        &repeated_number::REPEATED_DOCUMENT_NUMBER,
        &dates::IMPOSSIBLE_DATES,
        &validity::LAPSED_STILL_VALID,
        &validity::REPEALED_WITHOUT_SUCCESSOR,
        &class::UNKNOWN_THEME,
        &class::UNKNOWN_GENRE,
        &empty::EMPTY_ENTRY,
        &withheld::WITHHELD_PUBLISHED,
        &backdated::BACKDATED_PUBLICATION,
        &normative::UNREGISTERED_NORMATIVE_DOCUMENT,
    ],
};

/// Its checks.
pub static CHECKS: &[Check] = &[
    Check { rule: &incomplete::INCOMPLETE_ENTRY, run: Run::Entry(incomplete::incomplete_entry) },
    Check { rule: &summary::MISSING_SUMMARY, run: Run::Public(summary::missing_summary) },
    Check { rule: &index_number::MALFORMED_INDEX_NUMBER, run: Run::Whole(index_number::malformed_index_number) },
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
];
