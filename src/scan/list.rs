//! The rules that are raised by looking at one document, by code.

use super::{account, attachment, document_number, draft, identity, people, phone, secrecy};
use crate::diagnostic::Rule;

/// Rules of four families, which they share with `check`.
pub static RULES: &[&Rule] = &[
    &document_number::MALFORMED_DOCUMENT_NUMBER,
    &attachment::UNSAFE_ATTACHMENT,
    &secrecy::SECRECY_MARK,
    &draft::DRAFT_MARK,
    &identity::IDENTITY_NUMBER,
    &phone::MOBILE_NUMBER,
    &account::BANK_CARD,
    &people::SENSITIVE_LIST,
    &attachment::UNREADABLE_ATTACHMENT,
    &attachment::HIDDEN_CONTENT,
];
