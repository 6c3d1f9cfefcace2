//! Text rules: one document at a time, looked at once when it is parsed, and remembered.

mod access;
mod account;
mod attachment;
mod coded;
mod contradiction;
mod document_number;
mod draft;
mod identity;
mod look;
mod marks;
mod names;
mod party;
mod pasted;
mod people;
mod person;
mod phone;
mod places;
mod report_part;
mod rows;
mod seams;
mod secrecy;
mod section;
mod shown;
mod slip;
mod subject;
mod surplus;
mod theme;
mod title;
mod values;
mod wording;

pub use access::{LONGEST_HINT, is_hint, scan_only};
pub use look::{attachment, catalogue, entry};
pub use names::{Hiding, Known, add_beside, decoded, hidden_body, hidden_rows, lines_of, told, told_of};
pub use report_part::{part_named as report_part_named, parts as report_parts};
use subject::Subject;
pub use theme::theme;
pub use wording::Lexicon;

use crate::diagnostic::Rule;

/// The rules that are raised by looking at one document, by code. Their families they share with `check`.
pub const RULES: &[&Rule] = &[
    &document_number::MALFORMED_DOCUMENT_NUMBER,
    &attachment::UNSAFE_ATTACHMENT,
    &section::EMPTY_SECTION,
    &contradiction::CONTRADICTED_BY_TEXT,
    &secrecy::SECRECY_MARK,
    &draft::DRAFT_MARK,
    &identity::IDENTITY_NUMBER,
    &phone::MOBILE_NUMBER,
    &account::BANK_CARD,
    &people::SENSITIVE_LIST,
    &attachment::UNREADABLE_ATTACHMENT,
    &attachment::HIDDEN_CONTENT,
    &party::UNMASKED_PARTY,
    &report_part::MISSING_REPORT_PART,
    &wording::STRAY_TRADITIONAL,
    &wording::WRONG_NAME,
    &wording::LEFT_OVER_MARKUP,
    &wording::WRONG_WORD,
    &access::PICTURE_WITHOUT_TEXT,
    &access::TABLE_WITHOUT_HEAD,
    &access::SKIPPED_HEADING,
    &access::EMPTY_LINK,
    &access::SCAN_ONLY_ENTRY,
    &pasted::FALSE_TABLE,
    &pasted::FALSE_HEADING,
    &pasted::RUN_TOGETHER,
    &pasted::INDENTED_AS_CODE,
    &pasted::DROPPED_LINK,
    &surplus::SURPLUS_CELLS,
    &pasted::OFFICE_TAGS,
    &title::SPOILT_TITLE,
];
