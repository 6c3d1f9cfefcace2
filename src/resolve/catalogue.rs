//! The catalogue's tables together: everything of the model but its entries.

use std::collections::BTreeMap;

use super::{names, names::Names, organisation, plan, policy, site, thing};
use crate::{
    day::{Calendar, Day},
    diagnostic::{Findings, Policy, Rulebook},
    model::{FieldId, Model, Settings},
    number::Template,
    record::{Record, Spanned},
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
    /// Tables that refer to entries, for when these are known.
    pub(super) later: Later,
}

/// Tables that refer to entries.
#[derive(Debug, Default)]
pub(super) struct Later {
    pub redirects: Vec<Record>,
    pub allows: Vec<Record>,
}

/// All tables, by kind.
pub(super) struct Tables(BTreeMap<&'static str, Vec<Record>>);

impl Tables {
    /// The tables called `name`, in the order of files and lines.
    pub fn take(&mut self, name: &str) -> Vec<Record> {
        self.0.remove(name).unwrap_or_default()
    }

    /// The one table called `name`; a second one is told.
    pub fn one(&mut self, name: &'static str, findings: &mut Findings) -> Option<Record> {
        let mut all = self.take(name).into_iter();
        let first = all.next()?;
        for other in all {
            let what = words! { zh: "表", en: "table" };
            names::twice(name, what, first.span(), other.span(), findings);
        }
        Some(first)
    }
}

/// Resolves what the files below `catalogue/` declare.
pub fn catalogue(declared: Vec<Declared>, rulebook: &Rulebook, as_of: AsOf, findings: &mut Findings) -> Catalogue {
    let mut by_name: BTreeMap<&'static str, Vec<Record>> = BTreeMap::new();
    for it in declared {
        by_name.entry(it.table.name).or_default().push(it.record);
    }
    let mut tables = Tables(by_name);
    let mut names = Names::default();

    let organisations = organisation::all(tables.take("organisation"), &mut names, findings);
    let head = tables.one("site", findings);
    let said = head.as_ref().and_then(|it| it.day("as_of"));
    let day_is_said = as_of.given.or(said).is_some();
    let today = as_of.given.or(said).unwrap_or(as_of.today);
    let (site, template) = site::site(head, &names, findings);

    let (registers, fields) = (thing::registers(tables.take("register"), &mut names, findings), tables.take("field"));
    let fields = thing::fields(fields, &mut names, findings);
    let items = super::item::all(tables.take("item"), &mut names, findings);
    let projects = thing::projects(tables.take("project"), &mut names, findings);
    let accounts = thing::accounts(tables.take("account"), &mut names, findings);
    let plans = plan::plans(tables.take("plan"), &mut names, findings);
    let tasks = plan::tasks(tables.take("task"), &plans, &names, findings);
    let nils = thing::nils(tables.take("nil"), &names, findings);
    let not_applicable = thing::not_applicable(tables.take("not_applicable"), &names, findings);
    let gone = thing::gone(tables.take("gone"));
    let calendar = Calendar::new(&site::years(tables.take("year")));

    let settings = Settings::new(site::settings(tables.one("settings", findings)));
    let policy = policy::policy(&mut tables, site.profile, rulebook, findings);
    let later = Later { redirects: tables.take("redirect"), allows: tables.take("allow") };
    let bases = tables.take("base");
    shared_ids(&names, &fields, findings);
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
        projects,
        accounts,
        registers,
        nils,
        not_applicable,
        redirects: Vec::new(),
        gone,
        bases,
        lost: Vec::new(),
        websites: tables.take("website"),
        rectifications: tables.take("rectification"),
        scores: tables.take("score"),
        synonyms: tables.take("synonym"),
        words: tables.take("word"),
        entries: Vec::new(),
    };
    Catalogue { model, policy, names, template, day_is_said, later }
}

/// An organisation and a field may not share an id: both begin addresses.
fn shared_ids(names: &Names, fields: &[crate::model::Field], findings: &mut Findings) {
    for field in fields {
        let Some(first) = names.organisations.span(&field.id) else { continue };
        let what = words! { zh: "标识（机构和一级事项都以它作网址的开头）", en: "id (organisations and fields share addresses)" };
        names::twice(&field.id, what, first, field.record.at("id"), findings);
    }
}

/// Tells circles among things that each have at most one parent, once a circle; the links of a circle are cut.
pub(super) fn cut_circles(
    parents: &mut [Option<usize>],
    record: &dyn Fn(usize) -> (String, crate::source::Span),
    findings: &mut Findings,
) {
    // 0 = not seen, otherwise the walk that saw it: a walk that meets itself has found a circle.
    let mut seen = vec![0usize; parents.len()];
    for start in 0..parents.len() {
        let mut at = start;
        while seen[at] == 0 {
            seen[at] = start + 1;
            match parents[at] {
                Some(next) => at = next,
                None => break,
            }
        }
        if parents[at].is_none() || seen[at] != start + 1 {
            continue;
        }
        let mut circle = vec![at];
        let mut next = parents[at].expect("it was walked through");
        while next != at {
            circle.push(next);
            next = parents[next].expect("it was walked through");
        }
        circle.push(at);
        let path: Vec<String> = circle.iter().map(|&it| record(it).0).collect();
        let (zh, en) = (path.join(" → "), path.join(" → "));
        let finding = findings.raise(
            &super::rules::CYCLE,
            record(at).1,
            text! { zh: "上下级关系绕成了圈：{zh}", en: "a circle: {en}" },
        );
        finding.help(text! { zh: "改正其中写错的一处", en: "mend the link that is wrong" });
        for &it in &circle[1..circle.len() - 1] {
            finding.mark(record(it).1, text! { zh: "又指向下一个", en: "points on" });
        }
        for &it in &circle {
            parents[it] = None;
        }
    }
}

/// The fields above each field, cut free of circles.
pub(super) fn parents(
    records: &[Record],
    key: &str,
    find: &dyn Fn(Spanned<&str>, &mut Findings) -> Option<usize>,
    findings: &mut Findings,
) -> Vec<Option<usize>> {
    let mut parents: Vec<Option<usize>> = records
        .iter()
        .map(|record| record.text(key).and_then(|value| find(Spanned { value, span: record.at(key) }, findings)))
        .collect();
    let place = |at: usize| (records[at].text("id").unwrap_or("?").to_owned(), records[at].at(key));
    cut_circles(&mut parents, &place, findings);
    parents
}

/// The number of a parent as a field's.
pub(super) fn field_id(parent: Option<usize>) -> Option<FieldId> {
    parent.map(FieldId::new)
}
