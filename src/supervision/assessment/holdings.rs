//! What a body has that rules speak of: where it has nothing of the kind, an indicator does not apply to it.

use std::collections::BTreeMap;

use crate::{
    compliance::Compliance,
    day::Period,
    diagnostic::Rule,
    model::{EntryId, ItemId, Model, OrganisationId, TaskId},
    supervision::charge::Charges,
    vocabulary::{EntryKind, Scope},
};

/// What one body answers for.
#[derive(Debug, Default)]
pub struct Holdings {
    pub items: Vec<ItemId>,
    /// What it published up to the end of the time that is judged.
    pub entries: Vec<EntryId>,
    /// The tasks that it leads.
    pub tasks: Vec<TaskId>,
    accounts: usize,
    projects: usize,
    /// Whether the whole catalogue of it is judged, as an administrative organ's is.
    is_organ: bool,
    /// Whether it is the body whose website this is, and the website is one of its own.
    has_website: bool,
    /// Whether it keeps the register of applications.
    has_applications: bool,
}

/// The holdings of all bodies that have any.
pub fn holdings(
    model: &Model,
    compliance: &Compliance,
    charges: &Charges<'_>,
    period: Period,
) -> BTreeMap<OrganisationId, Holdings> {
    let mut all: BTreeMap<OrganisationId, Holdings> = BTreeMap::new();
    for (id, _) in model.items().filter(|it| it.1.is_open()) {
        if let Some(body) = charges.of_item(id).organisation {
            all.entry(body).or_default().items.push(id);
        }
    }
    for (id, entry) in model.published() {
        if entry.published_day().is_some_and(|day| day > period.last()) {
            continue;
        }
        if let Some(body) = entry.organisation.or(model.site.organisation) {
            all.entry(body).or_default().entries.push(id);
        }
    }
    for id in (0..model.tasks.len()).map(TaskId::new) {
        if let Some(body) = charges.of_task(id).organisation {
            all.entry(body).or_default().tasks.push(id);
        }
    }
    for account in &model.accounts {
        let owner = account.record.get(crate::record::schema::Account::OWNER);
        if let Some(body) = owner.and_then(|it| charges.organisation(it)).or(model.site.organisation) {
            all.entry(body).or_default().accounts += 1;
        }
    }
    for project in &model.projects {
        if let Some(body) = project.organisation.or(model.site.organisation) {
            all.entry(body).or_default().projects += 1;
        }
    }
    for (&body, own) in &mut all {
        own.is_organ = compliance.bodies.contains(&body);
        let is_own = model.site.organisation == Some(body);
        own.has_website = is_own && model.site.scope != Scope::Column;
        own.has_applications = is_own && !model.applications.is_empty();
    }
    all
}

impl Holdings {
    /// Whether it has anything that `rule` speaks of, of `items` only where there are any.
    pub fn has(&self, model: &Model, rule: &Rule, items: &[ItemId]) -> bool {
        let some = |kinds: &[EntryKind]| {
            self.entries.iter().map(|&id| model.entry(id)).any(|it| {
                (kinds.is_empty() || kinds.contains(&it.kind))
                    && (items.is_empty() || it.items.iter().any(|it| items.contains(it)))
            })
        };
        let holds = || self.items.iter().any(|it| items.is_empty() || items.contains(it));
        match rule.code {
            "GK0410" | "GK0411" => self.has_applications,
            "GK0406" | "GK0414" => holds(),
            code => match &code[..4] {
                "GK01" | "GK02" => holds(),
                "GK05" => some(&[EntryKind::Document, EntryKind::Interpretation]),
                "GK06" => some(&[EntryKind::OpinionResponse, EntryKind::Message]) || self.keeps_messages(model),
                "GK09" => self.projects > 0,
                "GK10" => self.entries.iter().any(|&id| model.entry(id).table.is_some()),
                "GK11" => self.accounts > 0,
                "GK12" => !self.tasks.is_empty(),
                "GK13" => self.is_organ,
                "GK15" | "GK16" => self.has_website,
                _ => some(&[]),
            },
        }
    }

    /// Whether a register of messages is among its entries.
    fn keeps_messages(&self, model: &Model) -> bool {
        let registers = self.entries.iter().filter_map(|&id| model.entry(id).table.as_ref()?.register);
        registers.into_iter().any(|it| &*model.register(it).id == "messages")
    }
}
