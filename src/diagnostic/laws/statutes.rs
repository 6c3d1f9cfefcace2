//! 法律: acts of the National People's Congress and its Standing Committee.

use super::super::{Dated, Law, Rank};

/// 《个人信息保护法》.
pub static PRIVACY: Law = Law {
    title: words! { zh: "《中华人民共和国个人信息保护法》", en: "Personal Information Protection Law" },
    number: "",
    rank: Rank::Law,
    from: Some((2021, 11, 1)),
    dated: Dated::Exactly,
    until: None,
};

/// 《预算法》 as amended in 2014; article 14 reads the same since.
pub static BUDGET_2014: Law = Law {
    title: words! { zh: "《中华人民共和国预算法》（2014年修正）", en: "Budget Law (amended 2014)" },
    number: "",
    rank: Rank::Law,
    from: Some((2015, 1, 1)),
    dated: Dated::Exactly,
    until: Some((2018, 12, 28)),
};

/// 《行政处罚法》 as revised in 2021.
pub static PENALTIES: Law = Law {
    title: words! {
        zh: "《中华人民共和国行政处罚法》（2021年修订）",
        en: "Law on Administrative Penalties (revised 2021)",
    },
    number: "",
    rank: Rank::Law,
    from: Some((2021, 7, 15)),
    dated: Dated::Exactly,
    until: None,
};

/// 《行政许可法》; its amendment of 2019 left articles 40 and 82 as they were.
pub static LICENSING: Law = Law {
    title: words! { zh: "《中华人民共和国行政许可法》", en: "Law on Administrative Licences" },
    number: "",
    rank: Rank::Law,
    from: Some((2004, 7, 1)),
    dated: Dated::Exactly,
    until: None,
};

/// 《保守国家秘密法》 as revised in 2024.
pub static SECRECY: Law = Law {
    title: words! {
        zh: "《中华人民共和国保守国家秘密法》（2024年修订）",
        en: "Law on Guarding State Secrets (revised 2024)",
    },
    number: "",
    rank: Rank::Law,
    from: Some((2024, 5, 1)),
    dated: Dated::Exactly,
    until: None,
};

/// 《民法典》.
pub static CIVIL_CODE: Law = Law {
    title: words! { zh: "《中华人民共和国民法典》", en: "Civil Code" },
    number: "",
    rank: Rank::Law,
    from: Some((2021, 1, 1)),
    dated: Dated::Exactly,
    until: None,
};

/// 《预算法》 as amended in 2018.
pub static BUDGET_2018: Law = Law {
    title: words! { zh: "《中华人民共和国预算法》（2018年修正）", en: "Budget Law (amended 2018)" },
    number: "",
    rank: Rank::Law,
    from: Some((2018, 12, 29)),
    dated: Dated::Exactly,
    until: None,
};

/// 《行政复议法》 as revised in 2023: an application refused goes to reconsideration first.
pub static RECONSIDERATION: Law = Law {
    title: words! {
        zh: "《中华人民共和国行政复议法》（2023年修订）",
        en: "Law on Administrative Reconsideration (revised 2023)",
    },
    number: "",
    rank: Rank::Law,
    from: Some((2024, 1, 1)),
    dated: Dated::Exactly,
    until: None,
};

/// 《国家通用语言文字法》.
pub static LANGUAGE: Law = Law {
    title: words! {
        zh: "《中华人民共和国国家通用语言文字法》", en: "Law on the Standard Spoken and Written Chinese Language"
    },
    number: "",
    rank: Rank::Law,
    from: Some((2001, 1, 1)),
    dated: Dated::Exactly,
    until: None,
};

/// 《无障碍环境建设法》.
pub static ACCESSIBILITY: Law = Law {
    title: words! { zh: "《中华人民共和国无障碍环境建设法》", en: "Law on Building an Accessible Environment" },
    number: "",
    rank: Rank::Law,
    from: Some((2023, 9, 1)),
    dated: Dated::Exactly,
    until: None,
};

/// 《突发事件应对法》 as revised in 2024.
pub static EMERGENCIES: Law = Law {
    title: words! {
        zh: "《中华人民共和国突发事件应对法》（2024年修订）",
        en: "Emergency Response Law (revised 2024)",
    },
    number: "",
    rank: Rank::Law,
    from: Some((2024, 11, 1)),
    dated: Dated::Exactly,
    until: None,
};
