//! The catalogue's tables together: everything of the model but its entries.

use std::collections::BTreeMap;

use super::{
    declarations, names, names::Names, organisation, plan, policy, scheme, settings, site, synonym, tables::Tables,
    version, version::Unmet, website,
};
use crate::{
    day::{Calendar, Day},
    diagnostic::{Findings, Policy, Rulebook},
    model::{ByName, Model, Settings},
    number::Template,
    record::{Record, schema},
    source::Span,
    syntax::Declared,
};

/// Which day everything is judged on.
#[derive(Clone, Copy, Debug)]
pub struct AsOf {
    /// The day that was asked for on the command line: before all.
    pub given: Option<Day>,
    /// The day of the run: where neither the command line nor the site says one.
    pub today: Day,
}

/// The catalogue, and what entries are resolved against.
#[derive(Debug)]
pub struct Catalogue {
    /// The model, still without entries.
    pub model: Model,
    /// What settings say about findings.
    pub policy: Policy,
    /// What ids name.
    pub names: Names,
    /// How index numbers are made.
    pub template: Template,
    /// Whether the day was said, by the site or the command line.
    pub day_is_said: bool,
    /// Where a day stands that is to be judged on, and is none: judged on any other day nothing would be right.
    pub lost_day: Option<Span>,
    /// What the site requires of the program and is not met.
    pub unmet: Option<Unmet>,
    /// Tables that refer to entries, for when these are known.
    pub(super) later: Later,
}

/// Tables that refer to entries.
#[derive(Debug, Default)]
pub(super) struct Later {
    pub redirects: Vec<Record<schema::Redirect>>,
    pub allows: Vec<Record<schema::Allow>>,
    pub changes: Vec<Record<schema::Change>>,
}

/// Resolves what the files below `catalogue/` declare.
pub fn catalogue(declared: Vec<Declared>, rulebook: &Rulebook, as_of: AsOf, findings: &mut Findings) -> Catalogue {
    let mut tables = Tables::new(declared);
    let mut names = Names::default();

    let organisations = organisation::all(tables.take(), &mut names, findings);
    let head = tables.one::<schema::Site>(findings);
    let said = head.as_ref().and_then(|it| it.get(schema::Site::AS_OF));
    let day_is_said = as_of.given.or(said).is_some();
    let today = as_of.given.or(said).unwrap_or(as_of.today);
    let is_lost = |it: &&Record<schema::Site>| as_of.given.is_none() && said.is_none() && it.has(schema::Site::AS_OF);
    let lost_day = head.as_ref().filter(is_lost).map(|it| it.span_of(schema::Site::AS_OF));
    let unmet = head.as_ref().and_then(|it| version::unmet(it, findings));
    let (site, template) = site::site(head, &names, findings);

    let (registers, fields) = (declarations::registers(tables.take(), &mut names, findings), tables.take());
    let fields = declarations::fields(fields, &mut names, findings);
    let items = super::item::all(tables.take(), &mut names, findings);
    let projects = declarations::projects(tables.take(), &mut names, findings);
    let synonyms = tables.take();
    synonym::check(&synonyms, findings);
    let websites = website::websites(tables.take(), &names, findings);
    let accounts = declarations::accounts(tables.take(), &mut names, findings);
    let plans = plan::plans(tables.take(), &mut names, findings);
    let tasks = plan::tasks(tables.take(), &plans, &names, findings);
    let targets = declarations::targets(tables.take(), &names, findings);
    let mut schemes = scheme::schemes(&tables.take(), &names, today, rulebook, findings);
    let scores = scheme::scores(tables.take(), &mut schemes, &names, today, rulebook, findings);
    let nils = declarations::nils(tables.take(), &names, findings);
    let not_applicable = declarations::not_applicable(tables.take(), &names, findings);
    let gone = declarations::gone(tables.take(), &site, &organisations);
    let calendar = Calendar::new(&site::years(&tables.take(), findings));

    let settings = Settings::new(settings::settings(&mut tables, rulebook, findings));
    let policy = policy::policy(&mut tables, &settings, today, site.profile, rulebook, findings);
    let later = Later { redirects: tables.take(), allows: tables.take(), changes: tables.take() };
    let bases = declarations::bases(tables.take(), &names, findings);
    let laws = tables.take();
    let rectifications: Vec<Record<schema::Rectification>> = tables.take();
    let unknown_rules = unknown_rules(&rectifications, rulebook);
    shared_ids(&names, &fields, findings);
    own_ids(&organisations, &fields, findings);
    let model = Model {
        today,
        calendar,
        site,
        settings,
        organisations,
        fields,
        items,
        plans,
        tasks,
        rectifications,
        projects,
        accounts,
        websites,
        registers,
        targets,
        schemes,
        scores,
        nils,
        not_applicable,
        redirects: Vec::new(),
        gone,
        changes: Vec::new(),
        bases,
        laws,
        lost: Vec::new(),
        lock_began: None,
        synonyms,
        words: tables.take(),
        post_texts: Vec::new(),
        guide_texts: Vec::new(),
        unknown_rules,
        lost_evidence: BTreeMap::new(),
        applications: Vec::new(),
        sheets: Vec::new(),
        interaction: crate::model::Interaction::default(),
        entries: Vec::new(),
        by_name: ByName::default(),
        alike: BTreeMap::new(),
    };
    for item in &model.items {
        if let (Some(office), Some(id)) = (item.record.get(schema::Item::OFFICE), item.organisation) {
            organisation::office_of(
                model.organisation(id),
                office,
                item.record.span_of(schema::Item::OFFICE),
                findings,
            );
        }
    }
    Catalogue { model, policy, names, template, day_is_said, lost_day, unmet, later }
}

/// What lines of the ledger call a rule and is none, each with the name of the nearest.
fn unknown_rules(
    lines: &[Record<schema::Rectification>],
    rulebook: &Rulebook,
) -> BTreeMap<Box<str>, Option<&'static str>> {
    let typed = lines.iter().filter_map(|it| it.get(schema::Rectification::RULE)).map(str::trim);
    let is_known = |it: &str| rulebook.find(it).is_some() || rulebook.find(&it.to_lowercase()).is_some();
    typed.filter(|it| !is_known(it)).map(|it| (it.into(), rulebook.nearest(it).map(|it| it.name))).collect()
}

/// An organisation and a field may not share an id: both begin addresses.
fn shared_ids(names: &Names, fields: &[crate::model::Field], findings: &mut Findings) {
    for field in fields {
        let Some(first) = names.organisations.span(&field.id) else { continue };
        let what = words! { zh: "标识（机构和一级事项都以它作网址的开头）", en: "id (organisations and fields share addresses)" };
        names::twice(&field.id, what, first, field.record.span_of(schema::Field::ID), findings);
    }
}

/// Folders of the site that are its own: no organisation and no field may lie there, and no field at the page of the national table.
const OWN: [&str; 19] = [
    "account",
    "api",
    "catalogue",
    "changes",
    "coverage",
    "disclosure",
    "document",
    "exception",
    "facet",
    "institution",
    "map",
    "organisation",
    "plan",
    "project",
    "register",
    "search",
    "static",
    "theme",
    "year",
];
const FORM: &str = "full";
/// One in which pages of a field lie beside that of the websites, and in which no organisation may lie.
const WEBSITES: &str = "website";

/// An organisation or a field may not be called as a folder of the site is.
fn own_ids(organisations: &[crate::model::Organisation], fields: &[crate::model::Field], findings: &mut Findings) {
    let bodies = organisations.iter().map(|it| (&*it.id, it.record.span_of(schema::Organisation::ID), false));
    let fields = fields.iter().map(|it| (&*it.id, it.record.span_of(schema::Field::ID), true));
    for (id, span, is_field) in bodies.chain(fields) {
        if OWN.contains(&id) || id == if is_field { FORM } else { WEBSITES } {
            names::taken(id, span, findings);
        }
    }
}
