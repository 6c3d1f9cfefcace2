//! All families as one list, and the book made of it.

use crate::{
    check,
    diagnostic::{self, Family, Rulebook},
    emit, resolve, scan, site, syntax,
};

/// Every family. Two rooms may raise rules of one family: then it stands here twice.
static FAMILIES: std::sync::LazyLock<Vec<&'static Family>> = std::sync::LazyLock::new(|| {
    let mut families: Vec<&'static Family> =
        vec![&syntax::FAMILY, &resolve::FAMILY, &diagnostic::FINALIZE, &emit::FAMILY, &site::FAMILY];
    families.extend(check::FAMILIES);
    families.extend(scan::FAMILIES);
    families
});

/// All rules.
pub static RULEBOOK: std::sync::LazyLock<Rulebook> = std::sync::LazyLock::new(|| Rulebook { families: &FAMILIES });
