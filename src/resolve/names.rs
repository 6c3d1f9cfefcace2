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
    /// What people call things, and the ids of all that are called so.
    titles: BTreeMap<Box<str>, Vec<Box<str>>>,
}

impl<T: Copy> Index<T> {
    /// An empty index of things called `what`.
    pub fn new(what: Words) -> Self {
        Self { what, map: BTreeMap::new(), titles: BTreeMap::new() }
    }

    /// Enters `id`; one that stands already is told (0008), and the first stays.
    pub fn enter(&mut self, id: &str, thing: T, span: Span, findings: &mut Findings) {
        if let Some((_, first)) = self.map.get(id) {
            twice(id, self.what, *first, span, findings)
                .help(text! { zh: "给其中一个另起标识，例如这里改为：\"〔另一个代号〕\"", en: "give one of them another id, here for instance: \"〔another-id〕\"" })
                .fix([Edit::new(span, "\"〔另一个代号〕\"", false)]);
        } else {
            self.map.insert(id.into(), (thing, span));
        }
    }

    /// Notes that people call the thing `title`.
    pub fn call(&mut self, title: &str, id: &str) {
        if !title.is_empty() {
            let ids = self.titles.entry(plain(title).into()).or_default();
            if ids.iter().all(|it| **it != *id) {
                ids.push(id.into());
            }
        }
    }

    /// The ids of what `typed` may mean: what is written with other signs or in other letters, what is called so, what the last
    /// part of `typed` is called or named by.
    pub fn meant(&self, typed: &str) -> Vec<&str> {
        let typed = typed.trim();
        let proper = typed.replace(['\\', '／', '＼', '>', '＞', '》', '〉'], "/").to_ascii_lowercase();
        let proper: String = proper.split('/').map(str::trim).filter(|it| !it.is_empty()).collect::<Vec<_>>().join("/");
        if let Some((id, _)) = self.map.get_key_value(proper.as_str()) {
            return vec![id];
        }
        let called =
            |title: &str| self.titles.get(plain(title).as_str()).into_iter().flatten().map(|it| &**it).collect();
        let by_title: Vec<&str> = called(&proper);
        if !by_title.is_empty() || self.map.len() > MANY {
            return by_title;
        }
        // Under another roof, or none: `enforcement/penalties` for `service/penalties`.
        let last = proper.rsplit('/').next().unwrap_or_default();
        let ends = |id: &&str| !last.is_empty() && id.rsplit_once('/').is_some_and(|(_, it)| it == last);
        let by_id: Vec<&str> = self.map.keys().map(|it| &**it).filter(ends).collect();
        if by_id.is_empty() && proper.contains('/') { called(last) } else { by_id }
    }

    /// What people call `id`, of several names the first by letters.
    pub fn title(&self, id: &str) -> Option<&str> {
        self.titles.iter().find(|it| it.1.iter().any(|it| **it == *id)).map(|it| &**it.0)
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
            self.lost(id, reference.span, None, findings);
        }
        found
    }

    /// Tells that `id` names nothing, with what was probably meant.
    /// `list` is what it stands in or may be made; none where a list is not taken.
    fn lost(&self, id: &str, span: Span, list: Option<List<'_>>, findings: &mut Findings) {
        let parts: Vec<&str> = id.split(['、', '，', ',', '；', ';', ' ']).filter(|it| !it.is_empty()).collect();
        // One of them that is known tells that several were meant.
        let known = |it: &&str| self.map.contains_key(*it) || self.titles.contains_key(plain(it).as_str());
        if parts.len() > 1 && !self.titles.contains_key(plain(id).as_str()) && parts.iter().any(known) {
            return several(&parts, self.what, span, list, findings);
        }
        // Who writes the name where the id belongs means exactly that thing.
        match self.meant(id)[..] {
            [one] => _ = dangling(id, self.what, Some(one), span, findings),
            [] => {
                let few = self.map.len() <= MANY;
                let near = few.then(|| nearest_of(self.map.keys().map(|it| &**it), id, 0.5)).flatten();
                let called = if few && near.is_none() { self.nearest_called(id) } else { None };
                let finding = dangling(id, self.what, near.or(called), span, findings);
                if let Some((called, title)) = called.and_then(|it| Some((it, self.title(it)?))) {
                    finding.help(
                        text! { zh: "是不是想写“{called}”（{title}）？", en: "did you mean `{called}` ({title})?" },
                    );
                }
            }
            ref many => {
                let all = many.iter().take(6).copied().collect::<Vec<_>>().join("、");
                dangling(id, self.what, None, span, findings)
                    .help(text! { zh: "有几个都叫这个名称，写其中一个：{all}", en: "several are called so; write one of: {all}" });
            }
        }
    }

    /// The id of the one thing whose title is near `typed`, or ends with it: people leave out what all begin with.
    fn nearest_called(&self, typed: &str) -> Option<&str> {
        let last = plain(typed.rsplit(['/', '\\', '>']).next().unwrap_or(typed));
        let near = nearest_of(self.titles.keys().map(|it| &**it), &last, 0.6);
        let title = near.or_else(|| {
            let mut ending = self.titles.keys().filter(|it| last.chars().count() > 2 && it.ends_with(last.as_str()));
            ending.next().filter(|_| ending.next().is_none()).map(|it| &**it)
        });
        let title = title.or_else(|| self.nearest_worded(&last))?;
        let [one] = self.titles.get(title)?.as_slice() else { return None };
        Some(one)
    }

    /// The title that alone shares at least half of `typed`, in words of two letters: `会议议定事项` for `常务会（局务会）议定事项`.
    fn nearest_worded(&self, typed: &str) -> Option<&str> {
        let pairs = |text: &str| -> Vec<(char, char)> {
            let letters: Vec<char> = text.chars().filter(|it| it.is_alphanumeric()).collect();
            letters.windows(2).map(|it| (it[0], it[1])).collect()
        };
        let wanted = pairs(typed);
        let mut best: Option<(usize, &str)> = None;
        let mut tied = false;
        for (title, ids) in &self.titles {
            let there = pairs(title);
            let shared = wanted.iter().filter(|it| there.contains(it)).count();
            if shared >= 2 && shared * 2 >= wanted.len() && best.is_none_or(|it| shared >= it.0) {
                // An item is called by its title, and by that behind the title of its field.
                let other = |title: &str| self.titles.get(title) != Some(ids);
                tied = best.is_some_and(|it| it.0 == shared && (tied || other(it.1)));
                best = Some((shared, title));
            }
        }
        best.filter(|_| !tied).map(|it| it.1)
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
        let whole = record.span_of(key);
        let find = |it: Spanned<&str>| {
            let found = self.get(it.value.trim());
            if found.is_none() {
                let all: Vec<&str> = record.all(key).collect();
                let list = List { key: key.name, all: &all, inside: it.span != whole };
                self.lost(it.value.trim(), it.span, Some(list), findings);
            }
            found
        };
        record.spanned(key).filter_map(find).collect()
    }
}

/// A title without the signs that people put around or into it.
pub(super) fn plain(title: &str) -> String {
    title.chars().filter(|it| !it.is_whitespace() && !"《》〈〉“”\"‘’".contains(*it)).collect()
}

/// The list in which something stands that should be several.
#[derive(Clone, Copy)]
pub(super) struct List<'a> {
    pub key: &'a str,
    /// All that is written for the key.
    pub all: &'a [&'a str],
    /// Whether it is a list already.
    pub inside: bool,
}

/// Tells ids that were written as one text where each is one of a list.
pub(super) fn several(parts: &[&str], what: Words, span: Span, list: Option<List<'_>>, findings: &mut Findings) {
    let right = parts.iter().map(|it| format!("\"{it}\"")).collect::<Vec<_>>().join(", ");
    let typed = parts.join("、");
    let (zh, en) = (what.zh, what.en);
    let finding = findings.raise(
        &DANGLING_REFERENCE,
        span,
        text! { zh: "几个{zh}写在了一对引号里：{typed}", en: "one text names several of {en}: {typed}" },
    );
    match list {
        None => {
            finding.label(text! { zh: "这里只能写一个", en: "takes one only" });
            finding.help(text! { zh: "只留下一个", en: "keep one of them" });
        }
        Some(List { key, all, inside }) => {
            let is_it = |it: &&str| parts.iter().all(|part| it.contains(part));
            let one = |it: &&str| if is_it(it) { right.clone() } else { format!("\"{it}\"") };
            let whole = all.iter().map(one).collect::<Vec<_>>().join(", ");
            let edit = if inside { right.clone() } else { format!("[{right}]") };
            finding
                .label(text! { zh: "要分开写成列表", en: "should be a list" })
                .help(text! { zh: "改为：{key} = [{whole}]", en: "write: {key} = [{whole}]" })
                .fix([Edit::new(span, edit, false)]);
        }
    }
}

/// Tells that `id` stands twice.
pub fn twice<'f>(id: &str, what: Words, first: Span, second: Span, findings: &'f mut Findings) -> &'f mut Finding {
    let (zh, en) = (what.zh, what.en);
    findings
        .raise(&DUPLICATE_ID, second, text! { zh: "{zh}“{id}”重复", en: "the {en} `{id}` is declared twice" })
        .label(text! { zh: "这里又用了一次", en: "declared again here" })
        .mark(first, text! { zh: "先在这里用过", en: "first declared here" })
        .help(text! { zh: "给其中一个另起标识", en: "give one of them another id" })
}

/// Tells that `id` is the name of a folder that the site has already.
pub fn taken(id: &str, span: Span, findings: &mut Findings) {
    findings
        .raise(
            &DUPLICATE_ID,
            span,
            text! { zh: "标识“{id}”是网站自己的网址", en: "the id `{id}` is an address of the site's own" },
        )
        .label(text! { zh: "网站已有这个文件夹", en: "the site has a folder of this name" })
        .help(text! { zh: "另起一个标识，如“{id}-1”", en: "choose another id, such as `{id}-1`" });
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
