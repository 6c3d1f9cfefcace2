//! Everything a body must and did publish, as of a day.

use std::collections::BTreeMap;

use super::{
    Account, AccountId, Application, Base, ByName, Change, Entry, EntryId, Field, FieldId, Gone, Interaction, Item,
    ItemId, Lost, Nil, NotApplicable, Organisation, OrganisationId, Plan, PlanId, Project, ProjectId, Redirect,
    Register, RegisterId, Scheme, Score, ScoreFault, ScoredIndicator, Settings, Sheet, Site, State, Target, Task,
    TaskId, Website,
};
use crate::{
    day::{Calendar, Day},
    record::{Record, schema},
};

/// A catalogue and its entries. Lists are in the order authors wrote them (files by path), entries by path.
#[derive(Debug)]
pub struct Model {
    /// The day everything is judged on: the only clock of the house.
    pub today: Day,
    /// The State Council's working days, with the years the author added.
    pub calendar: Calendar,
    pub site: Site,
    /// Numbers that rules use.
    pub settings: Settings,
    pub organisations: Vec<Organisation>,
    /// First-level matters and what is below them.
    pub fields: Vec<Field>,
    pub items: Vec<Item>,
    pub plans: Vec<Plan>,
    /// Tasks of all plans.
    pub tasks: Vec<Task>,
    /// 整改台账: what was found and must be put right.
    pub rectifications: Vec<Record<schema::Rectification>>,
    /// Major projects.
    pub projects: Vec<Project>,
    /// Weibo, WeChat and other accounts.
    pub accounts: Vec<Account>,
    /// Websites that the body runs or ran.
    pub websites: Vec<Website>,
    /// Typed tables: the author's own and those built in that are used.
    pub registers: Vec<Register>,
    /// Shares to be reached, `[[target]]`.
    pub targets: Vec<Target>,
    /// Score sheets that the catalogue declares or names.
    pub schemes: Vec<Scheme>,
    /// What people scored.
    pub scores: Vec<Score>,
    /// Nil reports.
    pub nils: Vec<Nil>,
    /// Duties declared 不涉及.
    pub not_applicable: Vec<NotApplicable>,
    /// Old addresses that lead to entries.
    pub redirects: Vec<Redirect>,
    /// Addresses taken down.
    pub gone: Vec<Gone>,
    /// What became of the catalogue, `[[change]]`.
    pub changes: Vec<Change>,
    /// Superiors' catalogues that this one must keep, `[[base]]`.
    pub bases: Vec<Base>,
    /// Local texts that bases cite, `[[law]]`: they tell what a citation means, and no rule stands on them.
    pub laws: Vec<Record<schema::Law>>,
    /// Addresses of the lock without an entry.
    pub lost: Vec<Lost>,
    /// The day of the run that made the lock: what was public then may have been so long before.
    pub lock_began: Option<Day>,
    /// Words that citizens use, `[[synonym]]`.
    pub synonyms: Vec<Record<schema::Synonym>>,
    /// Wordings, `[[word]]`.
    pub words: Vec<Record<schema::Word>>,
    /// The files of posts as texts, while rules look at them; none where no word is looked for, and none afterwards.
    pub post_texts: Vec<(EntryId, String)>,
    /// The files of the public pages that are the disclosure guide as texts, while rules look at them.
    pub guide_texts: Vec<(EntryId, String)>,
    /// What lines of the ledger call a rule and is none, each with the name of the nearest.
    pub unknown_rules: BTreeMap<Box<str>, Option<&'static str>>,
    /// Files named as evidence that are nowhere in the project, each with one that may be meant.
    pub lost_evidence: BTreeMap<Box<str>, Option<Box<str>>>,
    /// Applications for information, of all registers.
    pub applications: Vec<Application>,
    /// The rows of all registers that entries keep, while rules look at them; none afterwards, for no page may show them from here.
    pub sheets: Vec<Sheet>,
    /// How messages and responses were answered, counted while those rows were at hand.
    pub interaction: Interaction,
    /// Entries, drafts included: who publishes must ask [`Entry::is_published`]. Each stays where it was made: a million are
    /// read by many cores, and putting them in order moves their addresses only.
    pub entries: Vec<Box<Entry>>,
    pub by_name: ByName,
    /// How alike the wordings of an interpretation and of what it interprets are, 0 to 1.
    pub alike: BTreeMap<(EntryId, EntryId), f64>,
}

impl Model {
    pub fn organisation(&self, id: OrganisationId) -> &Organisation {
        &self.organisations[id.at()]
    }

    pub fn field(&self, id: FieldId) -> &Field {
        &self.fields[id.at()]
    }

    pub fn item(&self, id: ItemId) -> &Item {
        &self.items[id.at()]
    }

    pub fn plan(&self, id: PlanId) -> &Plan {
        &self.plans[id.at()]
    }

    pub fn task(&self, id: TaskId) -> &Task {
        &self.tasks[id.at()]
    }

    pub fn project(&self, id: ProjectId) -> &Project {
        &self.projects[id.at()]
    }

    pub fn account(&self, id: AccountId) -> &Account {
        &self.accounts[id.at()]
    }

    pub fn register(&self, id: RegisterId) -> &Register {
        &self.registers[id.at()]
    }

    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.at()]
    }

    /// The entry called `name`: its path below `content/` without `.md`.
    pub fn named(&self, name: &str) -> Option<EntryId> {
        self.by_name.find(&self.entries, name)
    }

    /// All items with their numbers.
    pub fn items(&self) -> impl Iterator<Item = (ItemId, &Item)> {
        self.items.iter().enumerate().map(|(at, item)| (ItemId::new(at), item))
    }

    /// All entries with their numbers.
    pub fn entries(&self) -> impl Iterator<Item = (EntryId, &Entry)> {
        self.entries.iter().enumerate().map(|(at, entry)| (EntryId::new(at), &**entry))
    }

    /// The entries that are public as of today, with their numbers.
    pub fn published(&self) -> impl Iterator<Item = (EntryId, &Entry)> {
        self.entries().filter(|(_, entry)| entry.state == State::Published)
    }

    /// The organisation whose site this is.
    pub fn owner(&self) -> Option<&Organisation> {
        self.site.organisation.map(|id| self.organisation(id))
    }

    /// The plan whose tasks decide a sheet: its own, else the only one, else the last that is of its time.
    pub fn plan_of(&self, scheme: &Scheme) -> Option<PlanId> {
        let time = scheme.time(self.today);
        let runs = |id: &PlanId| {
            let plan = self.plan(*id);
            time.is_some_and(|it| {
                plan.from.is_none_or(|from| from <= it.last()) && plan.to.is_none_or(|to| it.first() <= to)
            })
        };
        let mut all = (0..self.plans.len()).map(PlanId::new);
        scheme.plan.or_else(|| if self.plans.len() == 1 { all.next() } else { all.rfind(runs) })
    }

    /// The tasks that decide `indicator` of a sheet.
    pub fn tasks_of(&self, scheme: &Scheme, indicator: &ScoredIndicator) -> Vec<(TaskId, &Task)> {
        if indicator.tasks.is_empty() {
            return Vec::new();
        }
        let plan = self.plan_of(scheme);
        let tasks = self.tasks.iter().enumerate().map(|(at, task)| (TaskId::new(at), task));
        tasks.filter(|(_, it)| Some(it.plan) == plan && indicator.tasks.contains(&it.number)).collect()
    }

    /// The indicator that people scored; none where there is none of that name.
    pub fn scored(&self, score: &Score) -> Option<&ScoredIndicator> {
        Some(&self.schemes[score.scheme?].indicators[score.indicator?])
    }

    /// Why a score cannot be used, if so.
    pub fn fault_of(&self, score: &Score) -> Option<ScoreFault> {
        score.fault(self.scored(score), self.today)
    }

    /// The item's official name: `一级事项 / 二级事项`.
    pub fn item_title(&self, id: ItemId) -> String {
        let item = self.item(id);
        match item.field {
            Some(field) => format!("{} / {}", self.field(field).title, item.title),
            None => item.title.to_string(),
        }
    }

    /// The title that an entry of the item, its only one, mostly has: the body's name and the item's.
    pub fn usual_title(&self, id: ItemId) -> String {
        let item = self.item(id);
        let name = item.organisation.map_or("", |it| &*self.organisation(it).name);
        if item.title.starts_with(name) { item.title.to_string() } else { format!("{name}{}", item.title) }
    }
}
