//! Small models made by hand, for tests: one bureau, whatever items and entries a test asks for.

use std::marker::PhantomData;

use crate::{
    day::{Calendar, Day, Moment},
    model::{
        ByName, Element, Entry, EntryId, Field, FieldId, Identity, Item, ItemId, Model, Nil, NotApplicable,
        Organisation, OrganisationId, Plan, PlanId, Reviews, Settings, Site, State, Task,
    },
    record::{Body, EncodedValue, Heading, Key, Marks, Name, Record, RecordBuilder, Value, schema},
    source::{FileId, Range, Span},
    vocabulary::{
        Column, EntryKind, InterpretationNeed, Occurs, OrganisationKind, Profile, QrUse, Scope, Set, Visibility, Way,
    },
};

/// A model in the making.
pub(crate) struct Builder {
    /// The model so far.
    pub model: Model,
}

const FILE: FileId = FileId(0);

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn text(text: &str) -> EncodedValue {
    Value::Text(text).into()
}

/// A record in the making.
pub(crate) struct Fields<T>(RecordBuilder, PhantomData<fn() -> T>);

impl<T> Fields<T> {
    /// One with no keys.
    pub fn new() -> Self {
        Self(RecordBuilder::default(), PhantomData)
    }

    /// One key more.
    pub fn with<V>(mut self, key: Key<T, V>, value: impl Into<EncodedValue>) -> Self {
        self.0.put(key, Range::default(), Range::default(), &value.into());
        self
    }

    /// The record.
    pub fn record(self) -> Record<T> {
        self.0.record(FILE, Range::default())
    }
}

impl<T> From<Fields<T>> for EncodedValue {
    fn from(fields: Fields<T>) -> Self {
        fields.0.into()
    }
}

/// Writes `key` in `record`, in place of what stood there.
pub(crate) fn write<T, V>(record: &mut Record<T>, key: Key<T, V>, value: impl Into<EncodedValue>) {
    let mut fields = RecordBuilder::default();
    for field in record.fields().filter(|field| field.name != Name::from(key)) {
        fields.put(field.name, field.key, field.range, &field.value.into());
    }
    fields.put(key, Range::default(), Range::default(), &value.into());
    *record = fields.record(record.file, record.range);
}

pub(crate) fn list<V: Into<EncodedValue>>(values: Vec<V>) -> EncodedValue {
    EncodedValue::list(values.into_iter().map(|value| (Range::default(), value.into())))
}

impl Builder {
    /// A bureau and its site, judged on `today`.
    pub fn new(today: &str) -> Self {
        let site = Site {
            record: Record::empty(FILE),
            title: "示例局".into(),
            organisation: Some(OrganisationId(0)),
            scope: Scope::Column,
            url: "https://www.example.gov.cn/".into(),
            profile: Profile::Full,
            standing: Visibility::Internal,
            qr: QrUse::Posted,
            revised: None,
            licence: None,
            notice: None,
            identity: Identity::default(),
        };
        let model = Model {
            today: day(today),
            calendar: Calendar::default(),
            site,
            settings: Settings::default(),
            organisations: Vec::new(),
            fields: Vec::new(),
            items: Vec::new(),
            plans: Vec::new(),
            tasks: Vec::new(),
            rectifications: Vec::new(),
            projects: Vec::new(),
            accounts: Vec::new(),
            registers: Vec::new(),
            targets: Vec::new(),
            schemes: Vec::new(),
            scores: Vec::new(),
            nils: Vec::new(),
            not_applicable: Vec::new(),
            redirects: Vec::new(),
            gone: Vec::new(),
            changes: Vec::new(),
            bases: Vec::new(),
            laws: Vec::new(),
            lost: Vec::new(),
            lock_began: None,
            synonyms: Vec::new(),
            words: Vec::new(),
            post_texts: Vec::new(),
            guide_texts: Vec::new(),
            websites: Vec::new(),
            unknown_rules: std::collections::BTreeMap::new(),
            lost_evidence: std::collections::BTreeMap::new(),
            applications: Vec::new(),
            sheets: Vec::new(),
            interaction: crate::model::Interaction::default(),
            entries: Vec::new(),
            by_name: ByName::default(),
            alike: std::collections::BTreeMap::new(),
        };
        let mut builder = Self { model };
        builder.organisation("bureau", OrganisationKind::Agency);
        builder
    }

    /// An organisation more.
    pub fn organisation(&mut self, id: &str, kind: OrganisationKind) -> OrganisationId {
        self.model.organisations.push(Organisation {
            id: id.into(),
            record: Record::empty(FILE),
            name: id.into(),
            short: id.into(),
            code: None,
            kind,
            parent: None,
            supervisor: None,
            level: None,
        });
        OrganisationId::new(self.model.organisations.len() - 1)
    }

    /// A field more.
    pub fn field(&mut self, id: &str, parent: Option<FieldId>) -> FieldId {
        self.model.fields.push(Field { id: id.into(), record: Record::empty(FILE), title: id.into(), parent });
        FieldId::new(self.model.fields.len() - 1)
    }

    /// An item more: standing, active, the bureau's, in all five disclosures.
    pub fn item(&mut self, id: &str) -> ItemId {
        self.model.items.push(Item {
            id: id.into(),
            record: Record::empty(FILE),
            field: None,
            title: id.into(),
            disclosures: Set::all(),
            facets: Set::EMPTY,
            elements: Vec::new(),
            basis: Vec::new(),
            limit_text: "".into(),
            time_limit: None,
            unread_limit: false,
            occurs: Occurs::Standing,
            update: None,
            since: None,
            column: Column::Other,
            organisation: Some(OrganisationId(0)),
            office: None,
            channels: Vec::new(),
            audience: None,
            way: Some(Way::Active),
            levels: Set::EMPTY,
            other_levels: [].into(),
            legal_items: Vec::new(),
            kinds: Set::EMPTY,
            due: None,
            interpretation: InterpretationNeed::None,
            register: None,
        });
        ItemId::new(self.model.items.len() - 1)
    }

    /// The item `id`, to be changed.
    pub fn item_mut(&mut self, id: ItemId) -> &mut Item {
        &mut self.model.items[id.at()]
    }

    /// An element more for `item`.
    pub fn element(&mut self, item: ItemId, name: &str, each: bool, optional: bool) {
        let span = Span { file: FILE, range: Range::default() };
        self.item_mut(item).elements.push(Element { name: name.into(), each, optional, span });
    }

    /// A document of `item`, made and published on that day.
    pub fn entry(&mut self, item: ItemId, on: &str) -> EntryId {
        let home = self.model.item(item);
        let entry = Entry {
            file: FILE,
            name: format!("{}", self.model.entries.len()).into(),
            record: Fields::new()
                .with(schema::Entry::TITLE, text("通知"))
                .with(schema::Entry::MADE, Value::Day(day(on)))
                .record(),
            kind: EntryKind::Document,
            items: [item].into(),
            organisation: home.organisation,
            office: None,
            disclosures: home.disclosures,
            facets: home.facets,
            made: Some(day(on)),
            published: Some(Moment { day: day(on), time: None }),
            state: State::Published,
            index_number: "".into(),
            locked_number: None,
            kept: false,
            series: None,
            address: "".into(),
            released: None,
            first_published: None,
            relations: [].into(),
            project: None,
            table: None,
            attachments: [].into(),
            body: Body::default(),
            reviews: Reviews::default(),
            names: None,
        };
        self.model.entries.push(Box::new(entry));
        self.model.by_name = ByName::new(&self.model.entries);
        EntryId::new(self.model.entries.len() - 1)
    }

    /// The entry `id`, to be changed.
    pub fn entry_mut(&mut self, id: EntryId) -> &mut Entry {
        &mut self.model.entries[id.at()]
    }

    /// Headings of an entry's text.
    pub fn headings(&mut self, id: EntryId, texts: &[&str]) {
        let headings = texts.iter().map(|text| Heading { level: 2, text, id: "", range: Range::default() });
        self.entry_mut(id).body.marks = Marks::new(headings, [], []);
    }

    /// A day in the front matter.
    pub fn day<V>(&mut self, id: EntryId, key: Key<schema::Entry, V>, on: &str) {
        write(&mut self.entry_mut(id).record, key, Value::Day(day(on)));
    }

    /// Any key in the front matter.
    pub fn key<V>(&mut self, id: EntryId, key: Key<schema::Entry, V>, value: impl Into<EncodedValue>) {
        write(&mut self.entry_mut(id).record, key, value);
    }

    /// A revision of an entry.
    pub fn revised(&mut self, id: EntryId, on: &str) {
        let revision = Fields::new().with(schema::Revision::ON, Value::Day(day(on)));
        self.key(id, schema::Entry::REVISED, list(vec![revision]));
    }

    pub fn nil(&mut self, item: ItemId, period: &str) {
        let period = period.parse().expect("a period");
        self.model.nils.push(Nil { item, period, record: Record::empty(FILE) });
    }

    /// Says of the last nil report why, who reports it, and when.
    pub fn attest(&mut self, reason: &str, by: &str, on: &str) {
        let on = Value::Day(on.parse().expect("a day"));
        let fields = Fields::new().with(schema::Nil::REASON, text(reason)).with(schema::Nil::BY, text(by));
        let record = fields.with(schema::Nil::ON, on).record();
        self.model.nils.last_mut().expect("a nil report").record = record;
    }

    /// A duty declared 不涉及.
    pub fn not_applicable(&mut self, duty: &str, organisation: Option<OrganisationId>) {
        self.model.not_applicable.push(NotApplicable { duty: duty.into(), organisation, record: Record::empty(FILE) });
    }

    pub fn synonym(&mut self, word: &str, official: &[&str]) {
        let official = list(official.iter().map(|it| text(it)).collect());
        let fields = Fields::new().with(schema::Synonym::WORD, text(word));
        self.model.synonyms.push(fields.with(schema::Synonym::OFFICIAL, official).record());
    }

    /// A task of the plan of 2018.
    pub fn task(&mut self, items: &[ItemId], due: &str) {
        if self.model.plans.is_empty() {
            self.model.plans.push(Plan {
                id: "2018".into(),
                record: Record::empty(FILE),
                title: "2018年政务公开工作任务".into(),
                organisation: Some(OrganisationId(0)),
                from: Some(day("2018-01-01")),
                to: Some(day("2018-12-31")),
            });
        }
        self.model.tasks.push(Task {
            plan: PlanId(0),
            number: i64::try_from(self.model.tasks.len()).unwrap_or_default() + 1,
            record: Record::empty(FILE),
            title: "任务".into(),
            items: items.to_vec(),
            lead: Some(OrganisationId(0)),
            with: Vec::new(),
            publisher: None,
            due: Some(day(due)),
        });
    }

    /// Evidence for the task at place `at`.
    pub fn evidence(&mut self, at: usize, on: &str) {
        let evidence = Fields::new().with(schema::Evidence::WHAT, text("会议纪要"));
        let evidence = evidence.with(schema::Evidence::ON, Value::Day(day(on)));
        write(&mut self.model.tasks[at].record, schema::Task::EVIDENCE, list(vec![evidence]));
    }
}
