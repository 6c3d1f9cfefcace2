//! GK16: is the website kept up to date, by the arithmetic of the inspections?

mod columns;
mod content;
mod home;

use super::{Check, Run};

/// The rules of the family, by code, each with the function that raises it.
pub(super) const CHECKS: &[Check] = &[
    Check { rule: &home::SILENT_HOME_PAGE, run: Run::Whole(home::check) },
    Check { rule: &columns::STALE_COLUMNS, run: Run::Whole(columns::check) },
    Check { rule: &content::STALE_CONTENT, run: Run::Public(content::check) },
];
