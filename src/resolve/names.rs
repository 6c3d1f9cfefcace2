//! What ids name: one index for every kind of thing, built once, asked by every reference.

use std::collections::BTreeMap;

use super::rules::{DANGLING_REFERENCE, DUPLICATE_ID};
use crate::{
    diagnostic::{Edit, Finding, Findings},
    model::{AccountId, FieldId, ItemId, OrganisationId, PlanId, ProjectId, RegisterId},
    record::{Key, Many, Record, Spanned, ValueType},
    source::Span,
    vocabulary::{Words, nearest_of},
};

/// Above so many ids no nearest one is looked for: where every reference is wrong the search would be quadratic.
pub(super) const MANY: usize = 1000;

/// The ids of one kind of thing.
#[derive(Debug)]
pub struct Index<T> {
    what: Words,
    map: BTreeMap<Box<str>, (T, Span)>,
    titles: BTreeMap<Box<str>, Box<str>>,
}

impl<T: Copy> Index<T> {
    /// An empty index of things called `what`.
    fn new(what: Words) -> Self {
        Self { what, map: BTreeMap::new(), titles: BTreeMap::new() }
    }

    /// Enters `id`; one that stands already is told (0008), and the first stays.
    pub fn enter(&mut self, id: &str, thing: T, span: Span, findings: &mut Findings) {
        if let Some((_, first)) = self.map.get(id) {
            twice(id, self.what, *first, span, findings);
        } else {
            self.map.insert(id.into(), (thing, span));
        }
    }

    /// Notes that people call the thing `title`; of several the first.
    pub fn call(&mut self, title: &str, id: &str) {
        if !title.is_empty() {
            self.titles.entry(title.into()).or_insert_with(|| id.into());
        }
    }

    /// The thing called `id`.
    pub fn get(&self, id: &str) -> Option<T> {
        self.map.get(id).map(|it| it.0)
    }

    /// Where `id` is declared.
    pub fn span(&self, id: &str) -> Option<Span> {
        self.map.get(id).map(|it| it.1)
    }

    /// The thing that `reference` names; nothing is told (0009) with the nearest id.
    pub fn find(&self, reference: Spanned<&str>, findings: &mut Findings) -> Option<T> {
        let id = reference.value.trim();
        let found = self.get(id);
        if found.is_none() {
            let few = self.map.len() <= MANY;
            // Who writes the name where the id belongs means exactly that thing.
            let titled = self.titles.get(id).map(|it| &**it);
            let near = || few.then(|| nearest_of(self.map.keys().map(|it| &**it), id, 0.5)).flatten();
            let near = titled.or_else(near);
            dangling(id, self.what, near, reference.span, findings);
        }
        found
    }

    /// The thing that `key` of `record` names.
    pub fn of<K, V>(&self, record: &Record<K>, key: Key<K, V>, findings: &mut Findings) -> Option<T>
    where
        V: for<'r> ValueType<Value<'r> = &'r str>,
    {
        let value = record.get(key)?;
        self.find(Spanned { value, span: record.span_of(key) }, findings)
    }

    /// All things that the list `key` of `record` names.
    pub fn all<K, V>(&self, record: &Record<K>, key: Key<K, Many<V>>, findings: &mut Findings) -> Vec<T>
    where
        V: for<'r> ValueType<Value<'r> = &'r str>,
    {
        record.spanned(key).filter_map(|it| self.find(it, findings)).collect()
    }
}

/// Tells that `id` stands twice.
pub fn twice(id: &str, what: Words, first: Span, second: Span, findings: &mut Findings) {
    let (zh, en) = (what.zh, what.en);
    findings
        .raise(&DUPLICATE_ID, second, text! { zh: "{zh}“{id}”重复", en: "the {en} `{id}` is declared twice" })
        .label(text! { zh: "这里又用了一次", en: "declared again here" })
        .mark(first, text! { zh: "先在这里用过", en: "first declared here" })
        .help(text! { zh: "给其中一个另起标识", en: "give one of them another id" });
}

/// Tells that `id` names nothing.
pub fn dangling<'f>(
    id: &str,
    what: Words,
    near: Option<&str>,
    span: Span,
    findings: &'f mut Findings,
) -> &'f mut Finding {
    let (zh, en) = (what.zh, what.en);
    let finding = findings.raise(
        &DANGLING_REFERENCE,
        span,
        text! { zh: "没有名为“{id}”的{zh}", en: "there is no {en} called `{id}`" },
    );
    finding.label(text! { zh: "引用落空", en: "names nothing" });
    match near {
        Some(near) => finding
            .help(text! { zh: "是不是想写“{near}”？", en: "did you mean `{near}`?" })
            .fix([Edit::guess(span, near)]),
        None => finding.help(text! { zh: "先在目录中登记这个{zh}，或改成已有的", en: "declare this {en} first, or name one that exists" }),
    }
}

/// All indices.
#[derive(Debug)]
pub struct Names {
    pub organisations: Index<OrganisationId>,
    pub fields: Index<FieldId>,
    /// Items by full id.
    pub items: Index<ItemId>,
    pub plans: Index<PlanId>,
    pub projects: Index<ProjectId>,
    pub accounts: Index<AccountId>,
    /// Registers by id, those built in included.
    pub registers: Index<RegisterId>,
}

impl Default for Names {
    fn default() -> Self {
        Self {
            organisations: Index::new(words! { zh: "机构", en: "organisation" }),
            fields: Index::new(words! { zh: "一级事项", en: "field" }),
            items: Index::new(words! { zh: "公开事项", en: "item" }),
            plans: Index::new(words! { zh: "工作计划", en: "plan" }),
            projects: Index::new(words! { zh: "重大项目", en: "project" }),
            accounts: Index::new(words! { zh: "新媒体账号", en: "account" }),
            registers: Index::new(words! { zh: "清单样式", en: "register" }),
        }
    }
}
