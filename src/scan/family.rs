//! The families of the text rules, as far as they are raised here.

use super::{account, application, attachment, document_number, draft, identity, people, phone, secrecy};
use crate::diagnostic::Family;

/// GK03, the half that needs one text.
pub static ENTRIES: Family = Family {
    prefix: "GK03",
    title: words! { zh: "条目", en: "Entries" },
    rules: &[&document_number::MALFORMED_DOCUMENT_NUMBER, &attachment::UNSAFE_ATTACHMENT],
};

/// GK04, the half that needs the rows of a table.
pub static DEADLINES: Family = Family {
    prefix: "GK04",
    title: words! { zh: "时限", en: "Time limits" },
    rules: &[&application::LATE_APPLICATION_ANSWER, &application::LATE_CORRECTION_NOTICE],
};

/// GK07, the half that needs one text.
pub static REVIEW: Family = Family {
    prefix: "GK07",
    title: words! { zh: "审查", en: "Review" },
    rules: &[&secrecy::SECRECY_MARK, &draft::DRAFT_MARK],
};

/// GK08.
pub static PRIVACY: Family = Family {
    prefix: "GK08",
    title: words! { zh: "个人信息", en: "Privacy" },
    rules: &[
        &identity::IDENTITY_NUMBER,
        &phone::MOBILE_NUMBER,
        &account::BANK_CARD,
        &people::SENSITIVE_LIST,
        &attachment::UNREADABLE_ATTACHMENT,
        &attachment::HIDDEN_CONTENT,
    ],
};

/// All of them.
pub static FAMILIES: &[&Family] = &[&ENTRIES, &DEADLINES, &REVIEW, &PRIVACY];
