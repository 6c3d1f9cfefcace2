//! 国家标准: forms of documents and of identifying numbers.

use super::super::{Dated, Law, Rank};

/// GB/T 9704-2012: the form of official documents.
pub static DOCUMENT_FORM: Law = Law {
    title: words! { zh: "《党政机关公文格式》", en: "Layout key for official documents" },
    number: "GB/T 9704-2012",
    rank: Rank::Standard,
    from: Some((2012, 12, 31)),
    dated: Dated::Roughly,
    until: None,
};

/// GB 32100: unified social credit codes.
pub static CREDIT_CODE: Law = Law {
    title: words! {
        zh: "《法人和其他组织统一社会信用代码编码规则》",
        en: "Unified social credit codes of legal entities and other organisations",
    },
    number: "GB 32100",
    rank: Rank::Standard,
    from: None,
    dated: Dated::Roughly,
    until: None,
};

/// GB 11714: organisation codes.
pub static ORGANISATION_CODE: Law = Law {
    title: words! { zh: "《全国组织机构代码编制规则》", en: "National organisation codes" },
    number: "GB 11714",
    rank: Rank::Standard,
    from: None,
    dated: Dated::Roughly,
    until: None,
};

/// GB 11643: citizens' identity numbers.
pub static IDENTITY_NUMBER: Law = Law {
    title: words! { zh: "《公民身份号码》", en: "Citizen identification numbers" },
    number: "GB 11643",
    rank: Rank::Standard,
    from: None,
    dated: Dated::Roughly,
    until: None,
};
