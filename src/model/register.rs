//! Typed tables: registers, and the rows of the register of applications.

use super::{EntryId, RegisterId};

use crate::{
    day::Day,
    source::{FileId, Range},
    table::{Schema, Table},
};

/// A register: the author's own, or one of those built in.
#[derive(Debug)]
pub struct Register {
    pub id: Box<str>,
    /// Its columns.
    pub schema: Schema,
}

/// An entry's typed table.
#[derive(Clone, Debug, PartialEq)]
pub struct Typed {
    /// The file with the rows.
    pub file: FileId,
    /// The sheet it names; none for the first.
    pub sheet: Option<Box<str>>,
    /// What its columns mean; none for a plain table.
    pub register: Option<RegisterId>,
    /// The heads of its columns, as found.
    pub columns: Box<[Box<str>]>,
    /// How many rows it has.
    pub rows: u32,
}

/// The rows of an entry's register, while it is judged.
#[derive(Debug)]
pub struct Sheet {
    pub entry: EntryId,
    pub register: RegisterId,
    /// The file with the rows.
    pub file: FileId,
    /// As read.
    pub table: Table,
}

/// A table in a file: the whole of a CSV; of a workbook the sheet of that name, the first where there is none.
pub type TableAt = (FileId, Option<Box<str>>);

impl Typed {
    pub fn at(&self) -> TableAt {
        (self.file, self.sheet.clone())
    }
}

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
    /// 申请人类型, as written.
    pub applicant: Box<str>,
    /// 处理结果, as written; may be empty.
    pub result: Box<str>,
    /// How the review, the suit without one and the suit after one ended, as written; each may be empty.
    pub cases: [Box<str>; 3],
}
