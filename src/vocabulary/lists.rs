//! All closed lists together, for the reference and for the test that polices them.

use super::{
    AdminLevel, Audience, CatalogueChange, CellType, Channel, Column, Disclosure, DocumentClass, EntryKind,
    EvidenceKind, Facet, Genre, InterpretationForm, InterpretationNeed, Measure, Occurs, Opening, OrganisationKind,
    Origin, PageColumn, Platform, PowerType, Profile, ProjectClass, QrUse, ReportForm, ReviewStep, Scope, Sector,
    Severity, Sharing, Stage, TaskState, UpdateCycle, Validity, Visibility, Vocabulary, Way, WebsiteState, Word,
};

/// Every closed list, in the order of the reference.
pub const LISTS: &[&Vocabulary] = &[
    Disclosure::VOCABULARY,
    Facet::VOCABULARY,
    Way::VOCABULARY,
    Audience::VOCABULARY,
    Channel::VOCABULARY,
    AdminLevel::VOCABULARY,
    OrganisationKind::VOCABULARY,
    Sector::VOCABULARY,
    Column::VOCABULARY,
    PageColumn::VOCABULARY,
    Occurs::VOCABULARY,
    UpdateCycle::VOCABULARY,
    EntryKind::VOCABULARY,
    InterpretationNeed::VOCABULARY,
    InterpretationForm::VOCABULARY,
    ReportForm::VOCABULARY,
    Validity::VOCABULARY,
    DocumentClass::VOCABULARY,
    Genre::VOCABULARY,
    Origin::VOCABULARY,
    ReviewStep::VOCABULARY,
    ProjectClass::VOCABULARY,
    Stage::VOCABULARY,
    PowerType::VOCABULARY,
    Sharing::VOCABULARY,
    Opening::VOCABULARY,
    CellType::VOCABULARY,
    Platform::VOCABULARY,
    Severity::VOCABULARY,
    TaskState::VOCABULARY,
    WebsiteState::VOCABULARY,
    EvidenceKind::VOCABULARY,
    Scope::VOCABULARY,
    Profile::VOCABULARY,
    Measure::VOCABULARY,
    Visibility::VOCABULARY,
    QrUse::VOCABULARY,
    CatalogueChange::VOCABULARY,
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn keys_are_plain_and_no_word_means_two_things() {
        for list in LISTS {
            let mut meant: BTreeMap<&str, usize> = BTreeMap::new();
            for (place, term) in list.terms.iter().enumerate() {
                assert!(!term.key.is_empty() && !term.zh.is_empty() && !term.en.is_empty(), "{}: {term:?}", list.name);
                assert!(
                    term.key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'),
                    "{}: {}",
                    list.name,
                    term.key
                );
                for word in [term.key, term.zh].iter().chain(term.variants) {
                    assert_eq!(word.trim(), *word, "{}", list.name);
                    let other = meant.insert(word, place);
                    assert_eq!(other, None, "{}: {word} is said twice", list.name);
                    assert_eq!(list.find(word), Some(place), "{}: {word}", list.name);
                }
            }
        }
    }

    #[test]
    fn lists_are_named_once() {
        let mut names: Vec<_> = LISTS.iter().map(|list| list.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), LISTS.len());
    }

    fn places<W: Word + PartialEq + std::fmt::Debug>() {
        assert_eq!(W::ALL.len(), W::VOCABULARY.terms.len());
        assert!(W::ALL.len() <= 32, "a Set holds 32 words");
        for (place, word) in W::ALL.iter().enumerate() {
            assert_eq!(word.ordinal(), place);
            assert_eq!(W::parse(word.key()), Some(*word));
            assert_eq!(W::parse(word.label()), Some(*word));
        }
    }

    #[test]
    fn ordinals_and_terms_agree() {
        places::<Disclosure>();
        places::<Facet>();
        places::<Channel>();
        places::<EntryKind>();
        places::<Genre>();
        places::<CellType>();
        places::<PowerType>();
        places::<Sector>();
        places::<UpdateCycle>();
    }

    #[test]
    fn frozen_keys_stay() {
        let keys = |list: &Vocabulary| list.terms.iter().map(|term| term.key).collect::<Vec<_>>().join(" ");
        assert_eq!(keys(Disclosure::VOCABULARY), "decision execution management service result");
        assert_eq!(keys(Facet::VOCABULARY), "interpretation response participation");
        assert_eq!(keys(Way::VOCABULARY), "active on-request withheld");
        assert_eq!(keys(Audience::VOCABULARY), "all group");
        assert_eq!(keys(OrganisationKind::VOCABULARY), "agency authorised institution government");
        assert_eq!(keys(AdminLevel::VOCABULARY), "city county township village");
        assert_eq!(keys(Validity::VOCABULARY), "valid lapsed repealed amended partly-lapsed not-yet");
        assert_eq!(keys(DocumentClass::VOCABULARY), "rule normative other");
        assert_eq!(keys(TaskState::VOCABULARY), "done partly late done-late not-due");
        assert_eq!(keys(WebsiteState::VOCABULARY), "running maintained suspended closed");
        assert_eq!(keys(Stage::VOCABULARY), "approval tender land works completion");
        assert_eq!(keys(Platform::VOCABULARY), "wechat weibo app other");
        assert_eq!(
            keys(Genre::VOCABULARY),
            "resolution decision order communique proclamation announcement opinion notice circular report request reply \
             proposal letter minutes other"
        );
        assert_eq!(
            keys(ProjectClass::VOCABULARY),
            "approval-service approval-result tender land design-change construction quality-safety completion"
        );
        assert_eq!(
            keys(Channel::VOCABULARY),
            "website gazette wechat-weibo-app press-hearing broadcast print-media reading-point service-center \
             convenience-station on-site bulletin-board targeted-push other"
        );
    }
}
