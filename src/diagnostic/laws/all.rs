//! The register of all legal texts: citations that authors write are looked up here.

use super::super::Law;
use super::{
    ACCESSIBILITY, AI_LABELS, ANNUAL_REPORT_2019, ANNUAL_REPORT_2021, BUDGET_2014, BUDGET_2018, BUSINESS, CENSUS_2015,
    CIVIL_CODE, COMPETITION, COMPETITION_2016, CREDIT_CODE, DATA_2017, DATA_SHARING, DECISIONS, DIRECTORY_2009,
    DOCUMENT_FORM, DOUBLE_2015, EMERGENCIES, ENFORCEMENT_2018, FEES_2021, IDENTITY_NUMBER, INDICATORS_2019,
    INSTITUTIONS_2020, LANGUAGE, LICENSING, NEW_MEDIA_2018, NORMATIVE_2018, OPINION_2016, OPINION_2016_RULES,
    ORGANISATION_CODE, PENALTIES, PILOTS_2017, PLATFORM_2019, POINTS_2016, POINTS_2018, POWER_LIST_2015, PRIVACY,
    PROCUREMENT, PROJECT_STANDARDS_2019, PROJECTS_2017, RECONSIDERATION, REGULATIONS_2008, REGULATIONS_2019,
    RESPONSES_2016, RULE_MAKING, RULES_2021, SECRECY, SECRECY_REGULATIONS, SHARING_2016, STANDARDS_2019,
    WEBSITE_REPORT_2018, WEBSITES_2017,
};

/// Every legal text that the rules know.
pub static ALL: &[&Law] = &[
    &REGULATIONS_2008,
    &REGULATIONS_2019,
    &DECISIONS,
    &RULE_MAKING,
    &BUSINESS,
    &PROCUREMENT,
    &SECRECY_REGULATIONS,
    &COMPETITION,
    &DATA_SHARING,
    &PRIVACY,
    &BUDGET_2014,
    &BUDGET_2018,
    &PENALTIES,
    &LICENSING,
    &SECRECY,
    &CIVIL_CODE,
    &RECONSIDERATION,
    &LANGUAGE,
    &ACCESSIBILITY,
    &EMERGENCIES,
    &OPINION_2016,
    &OPINION_2016_RULES,
    &RESPONSES_2016,
    &POINTS_2016,
    &POINTS_2018,
    &PILOTS_2017,
    &WEBSITES_2017,
    &PROJECTS_2017,
    &NORMATIVE_2018,
    &NEW_MEDIA_2018,
    &DOUBLE_2015,
    &ENFORCEMENT_2018,
    &COMPETITION_2016,
    &FEES_2021,
    &AI_LABELS,
    &CENSUS_2015,
    &INDICATORS_2019,
    &STANDARDS_2019,
    &PLATFORM_2019,
    &WEBSITE_REPORT_2018,
    &ANNUAL_REPORT_2019,
    &ANNUAL_REPORT_2021,
    &RULES_2021,
    &INSTITUTIONS_2020,
    &POWER_LIST_2015,
    &SHARING_2016,
    &DATA_2017,
    &PROJECT_STANDARDS_2019,
    &DIRECTORY_2009,
    &DOCUMENT_FORM,
    &CREDIT_CODE,
    &ORGANISATION_CODE,
    &IDENTITY_NUMBER,
];

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn no_two_texts_share_title_or_number() {
        for (at, law) in ALL.iter().enumerate() {
            for other in &ALL[at + 1..] {
                assert_ne!(law.title.zh, other.title.zh);
                assert!(law.number.is_empty() || law.number != other.number, "{}", law.number);
            }
        }
    }

    #[test]
    fn a_text_ends_after_it_begins() {
        for law in ALL {
            assert!(law.until.is_none_or(|until| law.from.is_some_and(|from| from < until)), "{}", law.title.en);
        }
    }

    #[test]
    fn titles_stand_in_book_marks_and_numbers_in_full() {
        for law in ALL {
            assert!(law.title.zh.starts_with('《'), "{}", law.title.zh);
            assert!(!law.title.en.is_empty());
            let number = law.number;
            let full = number.is_empty() || number.ends_with('号') || number.starts_with("GB");
            assert!(full && !number.contains(['[', '【', '(', '（']), "{number}");
        }
    }
}
