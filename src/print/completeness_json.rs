//! How complete the catalogue is, for programs: numbers by part, shares and medians as decimals in strings.

use serde::Serialize;

use crate::{
    diagnostic::{self, Completion},
    vocabulary::{Disclosure, Facet, Word},
};

#[derive(Serialize)]
pub(super) struct Completeness<'a> {
    #[serde(flatten)]
    whole: Part,
    provisional: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    judged_from: Option<String>,
    unsure: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    on_time_share: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    median_workdays: Option<String>,
    disclosures: Vec<OfDisclosure>,
    facets: Vec<OfFacet>,
    organisations: Vec<OfOrganisation<'a>>,
    tasks: Tasks,
    unread_limits: usize,
    explained: Explained,
}

#[derive(Serialize)]
struct Part {
    items: usize,
    filled: usize,
    nil: usize,
    empty: usize,
    event: usize,
    entries: usize,
    in_time: usize,
    late: usize,
}

#[derive(Serialize)]
struct OfDisclosure {
    disclosure: &'static str,
    disclosure_label: &'static str,
    #[serde(flatten)]
    part: Part,
}

#[derive(Serialize)]
struct OfFacet {
    facet: &'static str,
    facet_label: &'static str,
    #[serde(flatten)]
    part: Part,
}

#[derive(Serialize)]
struct OfOrganisation<'a> {
    organisation: &'a str,
    organisation_label: &'a str,
    #[serde(flatten)]
    part: Part,
}

#[derive(Serialize)]
struct Tasks {
    total: usize,
    done: usize,
    partly: usize,
    late: usize,
    done_late: usize,
    not_due: usize,
}

#[derive(Serialize)]
struct Explained {
    total: usize,
    until: Vec<Until>,
    without_end: usize,
}

#[derive(Serialize)]
struct Until {
    on: String,
    findings: usize,
}

pub(super) fn completeness(of: &diagnostic::Completeness) -> Completeness<'_> {
    let [done, partly, late, done_late, not_due] = of.tasks;
    let until = of.explained.iter().filter_map(|&(on, findings)| Some(Until { on: on?.to_string(), findings }));
    let by_disclosure = |(it, &part): (&Disclosure, _)| OfDisclosure {
        disclosure: it.key(),
        disclosure_label: it.label(),
        part: Part::of(part),
    };
    let by_facet =
        |(it, &part): (&Facet, _)| OfFacet { facet: it.key(), facet_label: it.label(), part: Part::of(part) };
    let organisations = of.organisations.iter().map(|it| OfOrganisation {
        organisation: &it.id,
        organisation_label: &it.name,
        part: Part::of(it.completion),
    });
    Completeness {
        whole: Part::of(of.whole),
        provisional: of.provisional,
        judged_from: of.since.map(|day| day.to_string()),
        unsure: of.unsure,
        on_time_share: of.whole.on_time().map(|it| format!("{}.{:04}", it / 10_000, it % 10_000)),
        median_workdays: of.median(),
        disclosures: Disclosure::ALL.iter().zip(&of.disclosures).map(by_disclosure).collect(),
        facets: Facet::ALL.iter().zip(&of.facets).map(by_facet).collect(),
        organisations: organisations.collect(),
        tasks: Tasks { total: of.tasks.iter().sum(), done, partly, late, done_late, not_due },
        unread_limits: of.unread_limits,
        explained: Explained {
            total: of.explained(),
            until: until.collect(),
            without_end: of.explained.iter().filter(|it| it.0.is_none()).map(|it| it.1).sum(),
        },
    }
}

impl Part {
    fn of(it: Completion) -> Self {
        let Completion { items, filled, nil, empty, event, entries, in_time, late } = it;
        Self { items, filled, nil, empty, event, entries, in_time, late }
    }
}
