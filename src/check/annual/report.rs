//! Which entries are annual reports, and on which year.

use crate::{
    compliance,
    model::{Entry, Model},
    record::schema,
    vocabulary::{EntryKind, Origin, ReportForm, names_annual_report, names_website_report, year_of_title},
};

/// Whether `entry` is an annual report on disclosure: as it says, by its title, or as an entry of the item that is for them.
pub(super) fn is_annual(model: &Model, entry: &Entry) -> bool {
    if entry.kind != EntryKind::Report || entry.record.get(schema::Entry::ORIGIN) == Some(Origin::Reprint) {
        return false;
    }
    match entry.record.get(schema::Entry::REPORT_FORM) {
        Some(form) => form == ReportForm::Annual,
        None => {
            names_annual_report(entry.title())
                || entry.items.iter().any(|&it| model.item(it).is_annual_report())
                    && !names_website_report(entry.title())
        }
    }
}

/// Whether `entry` is the annual report of a website.
pub(super) fn is_of_website(entry: &Entry) -> bool {
    entry.kind == EntryKind::Report
        && entry.record.get(schema::Entry::ORIGIN) != Some(Origin::Reprint)
        && match entry.record.get(schema::Entry::REPORT_FORM) {
            Some(form) => form == ReportForm::Website,
            None => names_website_report(entry.title()),
        }
}

/// The year that a report is on: as it says, else by its title, else the one before it was published.
pub(super) fn year(entry: &Entry) -> Option<i32> {
    let said = compliance::period_of(entry).map(|it| it.first().year());
    let before = || Some(entry.published_day()?.year() - 1);
    said.or_else(|| year_of_title(entry.title())).or_else(before)
}
