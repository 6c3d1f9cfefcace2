//! 行政法规: the regulations on government information in both versions, and the State Council's other regulations.

use super::super::{Dated, Law, Rank};

/// 《政府信息公开条例》 of 2008: in force until the revision of 2019.
pub static REGULATIONS_2008: Law = Law {
    title: words! {
        zh: "《中华人民共和国政府信息公开条例》（2008年施行）",
        en: "Regulations on Open Government Information (2008)",
    },
    number: "国务院令第492号",
    rank: Rank::Regulation,
    from: Some((2008, 5, 1)),
    dated: Dated::Exactly,
    until: Some((2019, 5, 14)),
};

/// 《政府信息公开条例》 as revised in 2019.
pub static REGULATIONS_2019: Law = Law {
    title: words! {
        zh: "《中华人民共和国政府信息公开条例》（2019年修订）",
        en: "Regulations on Open Government Information (revised 2019)",
    },
    number: "国务院令第711号",
    rank: Rank::Regulation,
    from: Some((2019, 5, 15)),
    dated: Dated::Exactly,
    until: None,
};

/// 《重大行政决策程序暂行条例》.
pub static DECISIONS: Law = Law {
    title: words! {
        zh: "《重大行政决策程序暂行条例》",
        en: "Interim Regulations on Procedures for Major Administrative Decisions",
    },
    number: "国务院令第713号",
    rank: Rank::Regulation,
    from: Some((2019, 9, 1)),
    dated: Dated::Exactly,
    until: None,
};

/// 《规章制定程序条例》 as revised in 2017.
pub static RULE_MAKING: Law = Law {
    title: words! {
        zh: "《规章制定程序条例》（2017年修订）",
        en: "Regulations on the Making of Rules (revised 2017)",
    },
    number: "国务院令第695号",
    rank: Rank::Regulation,
    from: Some((2018, 5, 1)),
    dated: Dated::Exactly,
    until: None,
};

/// 《优化营商环境条例》: the first regulation to say 五公开 in law.
pub static BUSINESS: Law = Law {
    title: words! { zh: "《优化营商环境条例》", en: "Regulations on Optimising the Business Environment" },
    number: "国务院令第722号",
    rank: Rank::Regulation,
    from: Some((2020, 1, 1)),
    dated: Dated::Exactly,
    until: None,
};

/// 《政府采购法实施条例》.
pub static PROCUREMENT: Law = Law {
    title: words! {
        zh: "《中华人民共和国政府采购法实施条例》",
        en: "Regulations for Implementing the Government Procurement Law",
    },
    number: "国务院令第658号",
    rank: Rank::Regulation,
    from: Some((2015, 3, 1)),
    dated: Dated::Exactly,
    until: None,
};

/// 《保守国家秘密法实施条例》 as revised in 2024.
pub static SECRECY_REGULATIONS: Law = Law {
    title: words! {
        zh: "《中华人民共和国保守国家秘密法实施条例》（2024年修订）",
        en: "Regulations for Implementing the Law on Guarding State Secrets (revised 2024)",
    },
    number: "国务院令第786号",
    rank: Rank::Regulation,
    from: Some((2024, 9, 1)),
    dated: Dated::Exactly,
    until: None,
};

/// 《公平竞争审查条例》.
pub static COMPETITION: Law = Law {
    title: words! { zh: "《公平竞争审查条例》", en: "Regulations on Fair Competition Review" },
    number: "国务院令第783号",
    rank: Rank::Regulation,
    from: Some((2024, 8, 1)),
    dated: Dated::Exactly,
    until: None,
};

/// 《政务数据共享条例》.
pub static DATA_SHARING: Law = Law {
    title: words! { zh: "《政务数据共享条例》", en: "Regulations on Sharing Government Data" },
    number: "国务院令第809号",
    rank: Rank::Regulation,
    from: Some((2025, 8, 1)),
    dated: Dated::Exactly,
    until: None,
};
