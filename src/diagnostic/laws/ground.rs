//! The places in those texts that rules stand on most.

use super::super::Ground;
use super::{
    ACCESSIBILITY, BUDGET_2014, BUDGET_2018, BUSINESS, COMPETITION, DECISIONS, DOCUMENT_FORM, EMERGENCIES, LICENSING,
    PENALTIES, PRIVACY, PROCUREMENT, REGULATIONS_2008, REGULATIONS_2019, SECRECY, SECRECY_REGULATIONS,
};

pub const REGULATIONS_2008_4: Ground = REGULATIONS_2008.at(words! { zh: "第四条", en: "article 4" });
pub const REGULATIONS_2008_6: Ground = REGULATIONS_2008.at(words! { zh: "第六条", en: "article 6" });
pub const REGULATIONS_2008_8: Ground = REGULATIONS_2008.at(words! { zh: "第八条", en: "article 8" });
pub const REGULATIONS_2008_9: Ground = REGULATIONS_2008.at(words! { zh: "第九条", en: "article 9" });
pub const REGULATIONS_2008_10: Ground = REGULATIONS_2008.at(words! { zh: "第十条", en: "article 10" });
pub const REGULATIONS_2008_11: Ground = REGULATIONS_2008.at(words! { zh: "第十一条", en: "article 11" });
pub const REGULATIONS_2008_12: Ground = REGULATIONS_2008.at(words! { zh: "第十二条", en: "article 12" });
pub const REGULATIONS_2008_14: Ground = REGULATIONS_2008.at(words! { zh: "第十四条", en: "article 14" });
pub const REGULATIONS_2008_15: Ground = REGULATIONS_2008.at(words! { zh: "第十五条", en: "article 15" });
pub const REGULATIONS_2008_18: Ground = REGULATIONS_2008.at(words! { zh: "第十八条", en: "article 18" });
pub const REGULATIONS_2008_19: Ground = REGULATIONS_2008.at(words! { zh: "第十九条", en: "article 19" });
pub const REGULATIONS_2008_24: Ground = REGULATIONS_2008.at(words! { zh: "第二十四条", en: "article 24" });

pub const REGULATIONS_2008_29: Ground = REGULATIONS_2008.at(words! { zh: "第二十九条", en: "article 29" });
pub const REGULATIONS_2008_31: Ground = REGULATIONS_2008.at(words! { zh: "第三十一条", en: "article 31" });
pub const REGULATIONS_2008_32: Ground = REGULATIONS_2008.at(words! { zh: "第三十二条", en: "article 32" });

pub const REGULATIONS_2019_4: Ground = REGULATIONS_2019.at(words! { zh: "第四条", en: "article 4" });
pub const REGULATIONS_2019_6: Ground = REGULATIONS_2019.at(words! { zh: "第六条", en: "article 6" });
pub const REGULATIONS_2019_12: Ground = REGULATIONS_2019.at(words! { zh: "第十二条", en: "article 12" });
pub const REGULATIONS_2019_13: Ground = REGULATIONS_2019.at(words! { zh: "第十三条", en: "article 13" });
pub const REGULATIONS_2019_14: Ground = REGULATIONS_2019.at(words! { zh: "第十四条", en: "article 14" });
pub const REGULATIONS_2019_15: Ground = REGULATIONS_2019.at(words! { zh: "第十五条", en: "article 15" });
pub const REGULATIONS_2019_16: Ground = REGULATIONS_2019.at(words! { zh: "第十六条", en: "article 16" });
pub const REGULATIONS_2019_17: Ground = REGULATIONS_2019.at(words! { zh: "第十七条", en: "article 17" });
pub const REGULATIONS_2019_18: Ground = REGULATIONS_2019.at(words! { zh: "第十八条", en: "article 18" });
pub const REGULATIONS_2019_19: Ground = REGULATIONS_2019.at(words! { zh: "第十九条", en: "article 19" });
pub const REGULATIONS_2019_20: Ground = REGULATIONS_2019.at(words! { zh: "第二十条", en: "article 20" });
pub const REGULATIONS_2019_21: Ground = REGULATIONS_2019.at(words! { zh: "第二十一条", en: "article 21" });
pub const REGULATIONS_2019_23: Ground = REGULATIONS_2019.at(words! { zh: "第二十三条", en: "article 23" });
pub const REGULATIONS_2019_24: Ground = REGULATIONS_2019.at(words! { zh: "第二十四条", en: "article 24" });
pub const REGULATIONS_2019_26: Ground = REGULATIONS_2019.at(words! { zh: "第二十六条", en: "article 26" });
pub const REGULATIONS_2019_30: Ground = REGULATIONS_2019.at(words! { zh: "第三十条", en: "article 30" });
pub const REGULATIONS_2019_33: Ground = REGULATIONS_2019.at(words! { zh: "第三十三条", en: "article 33" });
pub const REGULATIONS_2019_46: Ground = REGULATIONS_2019.at(words! { zh: "第四十六条", en: "article 46" });
pub const REGULATIONS_2019_47: Ground = REGULATIONS_2019.at(words! { zh: "第四十七条", en: "article 47" });
pub const REGULATIONS_2019_49: Ground = REGULATIONS_2019.at(words! { zh: "第四十九条", en: "article 49" });
pub const REGULATIONS_2019_50: Ground = REGULATIONS_2019.at(words! { zh: "第五十条", en: "article 50" });
pub const REGULATIONS_2019_53: Ground = REGULATIONS_2019.at(words! { zh: "第五十三条", en: "article 53" });

pub const PRIVACY_17: Ground = PRIVACY.at(words! { zh: "第十七条", en: "article 17" });
pub const PRIVACY_25: Ground = PRIVACY.at(words! { zh: "第二十五条", en: "article 25" });
pub const PRIVACY_28: Ground = PRIVACY.at(words! { zh: "第二十八条", en: "article 28" });

pub const BUDGET_2014_14: Ground = BUDGET_2014.at(words! { zh: "第十四条", en: "article 14" });
pub const BUDGET_2018_14: Ground = BUDGET_2018.at(words! { zh: "第十四条", en: "article 14" });

pub const COMPETITION_18: Ground = COMPETITION.at(words! { zh: "第十八条", en: "article 18" });

pub const PENALTIES_48: Ground = PENALTIES.at(words! { zh: "第四十八条", en: "article 48" });
pub const PENALTIES_85: Ground = PENALTIES.at(words! { zh: "第八十五条", en: "article 85" });

pub const LICENSING_42: Ground = LICENSING.at(words! { zh: "第四十二条", en: "article 42" });
pub const LICENSING_40: Ground = LICENSING.at(words! { zh: "第四十条", en: "article 40" });

pub const SECRECY_22: Ground = SECRECY.at(words! { zh: "第二十二条", en: "article 22" });
pub const SECRECY_35: Ground = SECRECY.at(words! { zh: "第三十五条", en: "article 35" });

pub const SECRECY_REGULATIONS_42: Ground = SECRECY_REGULATIONS.at(words! { zh: "第四十二条", en: "article 42" });

pub const DECISIONS_14: Ground = DECISIONS.at(words! { zh: "第十四条", en: "article 14" });
pub const DECISIONS_15: Ground = DECISIONS.at(words! { zh: "第十五条", en: "article 15" });
pub const DECISIONS_32: Ground = DECISIONS.at(words! { zh: "第三十二条", en: "article 32" });

pub const BUSINESS_3: Ground = BUSINESS.at(words! { zh: "第三条", en: "article 3" });
pub const BUSINESS_62: Ground = BUSINESS.at(words! { zh: "第六十二条", en: "article 62" });

pub const ACCESSIBILITY_32: Ground = ACCESSIBILITY.at(words! { zh: "第三十二条", en: "article 32" });

pub const EMERGENCIES_7: Ground = EMERGENCIES.at(words! { zh: "第七条", en: "article 7" });

pub const PROCUREMENT_50: Ground = PROCUREMENT.at(words! { zh: "第五十条", en: "article 50" });

/// 7.2.5: agency code, year in hexagonal brackets, serial.
pub const DOCUMENT_FORM_NUMBER: Ground = DOCUMENT_FORM.at(words! { zh: "第7.2.5条", en: "7.2.5" });
