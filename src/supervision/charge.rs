//! Whose a finding is: the organisation and the office that answer for what it is about.

use std::collections::BTreeMap;

use crate::{
    diagnostic::{Diagnostic, Finding, Subject},
    model::{EntryId, ItemId, Model, OrganisationId, TaskId},
    record::schema,
    source::{FileId, Sources},
};

/// Who answers for something.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Charge {
    /// The organisation; the site's own where nothing names another.
    pub organisation: Option<OrganisationId>,
    /// 责任科室; none where nothing says so: nobody is charged by guess.
    pub office: Option<Box<str>>,
}

/// What findings are about, found by name.
pub struct Charges<'a> {
    model: &'a Model,
    sources: &'a Sources,
    items: BTreeMap<&'a str, ItemId>,
    tasks: BTreeMap<String, TaskId>,
    /// The first entry that offers each file beside the entries.
    files: BTreeMap<FileId, EntryId>,
}

impl<'a> Charges<'a> {
    /// Of the things of `model`, whose files are `sources`.
    pub fn new(model: &'a Model, sources: &'a Sources) -> Self {
        let items = model.items().map(|(id, item)| (&*item.id, id)).collect();
        let named = |(at, task): (usize, &crate::model::Task)| {
            (format!("{}/{}", model.plan(task.plan).id, task.number), TaskId::new(at))
        };
        let mut files = BTreeMap::new();
        for (id, entry) in model.entries() {
            let attached = entry.attachments.iter().filter_map(|it| it.file);
            for file in attached.chain(entry.table.as_ref().map(|it| it.file)) {
                files.entry(file).or_insert(id);
            }
        }
        Self { model, sources, items, tasks: model.tasks.iter().enumerate().map(named).collect(), files }
    }

    /// Who answers for the entry numbered `id`.
    pub fn of_entry(&self, id: EntryId) -> Charge {
        let entry = self.model.entry(id);
        Charge { organisation: entry.organisation.or(self.model.site.organisation), office: entry.office.clone() }
    }

    /// Who answers for the item numbered `id`.
    pub fn of_item(&self, id: ItemId) -> Charge {
        let item = self.model.item(id);
        Charge { organisation: item.organisation.or(self.model.site.organisation), office: item.office.clone() }
    }

    /// Who answers for the task numbered `id`: its own office, else that of its items, where all have the same.
    pub fn of_task(&self, id: TaskId) -> Charge {
        let task = self.model.task(id);
        let lead = task.lead.or(self.model.plan(task.plan).organisation).or(self.model.site.organisation);
        let own = task.record.get(schema::Task::OFFICE).map(Into::into);
        let mut offices = task.items.iter().map(|&it| self.model.item(it).office.clone());
        let shared = offices.next().flatten().filter(|first| offices.all(|it| it.as_ref() == Some(first)));
        Charge { organisation: lead, office: own.or(shared) }
    }

    /// Who answers for what `diagnostic` is about: its entry, item, task, account, project or organisation, in this order.
    pub fn of(&self, diagnostic: &Diagnostic) -> Charge {
        let finding = &diagnostic.finding;
        if let Some(id) = self.entry(finding) {
            return self.of_entry(id);
        }
        let mut found = Charge { organisation: self.model.site.organisation, office: None };
        for subject in &finding.subjects {
            match subject {
                Subject::Item(id) => {
                    if let Some(id) = self.item(id) {
                        return self.of_item(id);
                    }
                }
                Subject::Task(name) => {
                    if let Some(id) = self.task(name) {
                        return self.of_task(id);
                    }
                }
                Subject::Project(id) => {
                    let project = self.model.projects.iter().find(|it| *it.id == **id);
                    found.organisation = project.and_then(|it| it.organisation).or(found.organisation);
                }
                Subject::Account(id) => {
                    let account = self.model.accounts.iter().find(|it| *it.id == **id);
                    let owner = account.and_then(|it| it.record.get(schema::Account::OWNER));
                    found.organisation = owner.and_then(|it| self.organisation(it)).or(found.organisation);
                }
                Subject::Organisation(id) => found.organisation = self.organisation(id).or(found.organisation),
                Subject::Entry(_) | Subject::File(_) | Subject::Other(_) => {}
            }
        }
        found
    }

    /// The entry that `finding` is about: the one it stands in, else the one it names, else the one that offers the file it stands in.
    pub fn entry(&self, finding: &Finding) -> Option<EntryId> {
        let file = finding.place.file();
        let own = file.and_then(|file| self.sources.entry_name(file));
        let named = finding.subjects.iter().find_map(|it| match it {
            Subject::Entry(name) => Some(name.as_str()),
            _ => None,
        });
        let offers = || self.files.get(&file?).copied();
        own.or(named).and_then(|it| self.model.named(it)).or_else(offers)
    }

    /// The item of that id.
    pub fn item(&self, id: &str) -> Option<ItemId> {
        self.items.get(id).copied()
    }

    /// The task that findings call `name`, `2018/6`.
    pub fn task(&self, name: &str) -> Option<TaskId> {
        self.tasks.get(name).copied()
    }

    /// The organisation of that id or name.
    pub fn organisation(&self, name: &str) -> Option<OrganisationId> {
        let all = &self.model.organisations;
        let at = all.iter().position(|it| *it.id == *name || *it.name == *name || *it.short == *name);
        at.map(OrganisationId::new)
    }
}
