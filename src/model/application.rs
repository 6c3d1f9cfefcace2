//! Applications for information: what a row of the register says of its days.

use crate::{
    day::Day,
    source::{FileId, Range},
};

/// A day, and where it stands in the register's file; XLSX cells have no place of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    pub day: Day,
    pub range: Option<Range>,
}

/// One application. Days that cannot be read are absent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// The register.
    pub file: FileId,
    /// The row, as people count in a spreadsheet.
    pub row: u32,
    /// 编号; may be empty.
    pub id: Box<str>,
    pub received: Dated,
    /// When the applicant was told to correct it.
    pub notified: Option<Dated>,
    /// When the applicant did.
    pub corrected: Option<Dated>,
    /// When third parties were asked.
    pub asked: Option<Dated>,
    /// When they answered.
    pub heard: Option<Dated>,
    /// When the applicant was told of an extension.
    pub extended: Option<Dated>,
    pub answered: Option<Dated>,
}
