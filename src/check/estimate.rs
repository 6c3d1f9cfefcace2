//! What is counted in a year whose days off nobody announced: it is said to be an estimate, and never convicts.

use crate::{
    day::Day,
    diagnostic::Finding,
    model::Model,
    vocabulary::{Text, Words},
};

/// The line that says what a finding rests on.
pub(super) const NOTE: Words = words! { zh: "说明", en: "note" };

/// Why working days of `year` are not certain.
pub(super) fn why(year: i32) -> Text {
    text! {
        zh: "没有 {year} 年的放假安排，工作日是估算的",
        en: "there is no arrangement of days off for {year}: working days are estimated",
    }
}

/// Lowers a finding whose last lawful day was counted in a year without an arrangement, and says so.
pub(super) fn lower(finding: &mut Finding, year: Option<i32>) {
    if let Some(year) = year {
        finding.lesser().note(NOTE, why(year));
    }
}

/// So many working days after `start` up to `end`, in words; 约 where some of them lie in a year without an arrangement. In Chinese a
/// space stands before a number.
pub(super) fn workdays(model: &Model, start: Day, end: Day) -> Text {
    let days = model.calendar.working_between(start, end);
    let (zh, en) = match model.calendar.estimated(start, end) {
        Some(_) => ("约 ", "about "),
        None => (" ", ""),
    };
    let s = if days == 1 { "" } else { "s" };
    text! { zh: "{zh}{days} 个工作日", en: "{en}{days} working day{s}" }
}
