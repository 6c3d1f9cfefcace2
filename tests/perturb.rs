//! Whatever key of the project changes, the pages made again are those that show it, and some page does.
//!
//! Each key of the schema is written once at least in `perturb/project.txt`. One value after the other is changed alone, and
//! the site made after the old one, with its keys and the cache, must be the site that is made of nothing.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use gongkai::internals::{
    compile::{Options, analyze, load_theme},
    publish::publish,
    record::{KeySpec, Refer, Rest, Schema, Shape, TableKind as _},
    resolve::Numbering,
    schema::{self, Entry},
    vocabulary::{EntryKind, Word as _},
    world::{Cache, MemoryCache, MemorySite, MemoryWorld, Scratch},
};
use rayon::prelude::*;
use toml::{Table, Value};

use super::support::project::split;

/// Keys that pages may show and that change none of this project's, and why.
const UNSEEN: &[(&[&str], &str)] = &[
    (
        &[
            "account.organisation",
            "account.url",
            "entry.attachments.title",
            "entry.external_address",
            "entry.external_index",
            "entry.extra",
            "entry.first_published",
            "entry.migrated_from",
            "entry.place",
            "entry.registration",
            "entry.table.sheet",
            "evaluation.of",
            "field.summary",
            "item.ground",
            "item.reviewed",
            "item.summary",
            "item.waiver",
            "organisation.disclosure.address",
            "organisation.disclosure.hours",
            "organisation.disclosure.phone",
            "organisation.sector",
            "organisation.url",
            "project.classes.by",
            "report.figures",
            "site.language",
            "synonym.official",
            "synonym.word",
            "task.office",
            "website.closed",
            "website.domain",
            "website.filing",
            "website.notice",
            "website.organisation",
            "website.site_id",
            "website.state",
            "website.title",
            "year.basis",
        ],
        "pages and indices have no place for it yet",
    ),
    (
        &[
            "base.by",
            "base.items.field",
            "base.items.item",
            "base.items.title",
            "base.number",
            "base.title",
            "entry.approved",
            "entry.decided",
            "entry.obtained",
            "levels",
            "not_applicable.duty",
            "not_applicable.organisation",
            "not_applicable.reason",
            "redirect.from",
            "redirect.to",
            "register.columns.required",
            "register.columns.unique",
            "register.columns.values",
            "settings",
            "site.profile",
            "site.required_version",
            "year.off",
            "year.work",
            "year.year",
        ],
        "only findings depend on it",
    ),
    (&["dataset.files.file", "dataset.files.title"], "a data file is published where `attachments` names it"),
    (&["publish.after", "publish.keep", "publish.to"], "it says what is done with a site that is made"),
    (&["register.id"], "a register has a page where an entry names it, and then its id cannot change alone"),
    (&["item.audience.name"], "where a group is named it decides, and without one only 全社会 is whole"),
];

/// Keys that stay in the house and decide what is shown.
const DECIDES: &[&str] = &["entry.draft", "entry.publish_on", "entry.withdraw_on"];

/// Other values of keys whose texts have a form.
const OTHERS: &[(&str, &[&str])] = &[
    ("entry.number", &["示局发〔2018〕7号"]),
    ("item.audience.name", &["全社会"]),
    ("item.channels.name", &["政府公报"]),
    ("item.time_limit", &["自信息形成或者变更之日起7个工作日内"]),
    ("levels", &["warn"]),
    ("site.language", &["en"]),
    ("site.theme", &["own"]),
    ("year.off", &["01-02"]),
    ("year.work", &["09-08"]),
];

/// Entries that are not in the lock.
const UNLOCKED: &[&str] = &["content/未编号.md", "content/自编号.md"];

/// The entry that is gone: only the lock knows it.
const GONE: &str = "content/撤下.md";

/// A file of the project.
#[derive(Clone)]
enum File {
    Catalogue(Table),
    Entry(Table, String),
    Other(String),
}

type Files = BTreeMap<String, File>;

fn project() -> Files {
    let file = |(path, text): (String, &str)| {
        let table = |text: &str| text.parse::<Table>().unwrap_or_else(|fault| panic!("{path}: {fault}"));
        let file = match text.strip_prefix("+++\n").and_then(|it| it.split_once("\n+++\n")) {
            Some((front, body)) => File::Entry(table(front), body.to_owned()),
            None if path.starts_with("catalogue/") && path.ends_with(".toml") => File::Catalogue(table(text)),
            None => File::Other(text.to_owned()),
        };
        (path, file)
    };
    let text =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/perturb/project.txt")).expect("the project");
    split(&text).into_iter().map(file).collect()
}

fn world(files: &Files, lock: Option<&str>) -> MemoryWorld {
    let mut world = MemoryWorld::new("2018-12-20".parse().expect("a day"));
    for (path, file) in files {
        let text = match file {
            File::Catalogue(table) => table.to_string(),
            File::Entry(table, body) => format!("+++\n{table}+++\n{body}"),
            File::Other(text) => text.clone(),
        };
        world.write(path, text);
    }
    if let Some(lock) = lock {
        world.write("catalogue/index.lock", lock);
    }
    world
}

/// A value of the project that is no table.
struct Leaf {
    /// The key in the schema, from the table's name: `item.elements.each`.
    key: String,
    public: bool,
    shape: Shape,
    /// The file, and the way to the value in it: keys of tables, and places in lists.
    file: String,
    way: Vec<String>,
}

/// Finds the values of a project, and which keys of the schema they stand under.
#[derive(Default)]
struct Leaves {
    found: Vec<Leaf>,
    written: BTreeSet<String>,
}

impl Leaves {
    fn of(files: &Files) -> Self {
        let mut leaves = Self::default();
        for (path, file) in files {
            match file {
                File::Catalogue(tables) => {
                    for (name, value) in tables {
                        let schema = schema::TABLES.iter().find(|it| it.name == name).expect("a table");
                        let shape = Shape::Many(Box::leak(Box::new(Shape::Table(schema))));
                        leaves.value((name, true), shape, value, (path, &[name]));
                    }
                }
                File::Entry(front, _) => {
                    let kind = EntryKind::parse(front["kind"].as_str().expect("a word")).expect("a kind");
                    for (name, value) in front {
                        let own = schema::own(kind).iter().find(|it| it.name == name);
                        let prefix = own.map_or("entry", |_| kind.key());
                        let spec = own.or_else(|| Entry::SCHEMA.key(name)).expect("a key");
                        leaves.value((&format!("{prefix}.{name}"), spec.public), spec.shape, value, (path, &[name]));
                    }
                }
                File::Other(_) => {}
            }
        }
        leaves
    }

    fn value(&mut self, key: (&str, bool), shape: Shape, value: &Value, (file, way): (&str, &[&str])) {
        let (name, public) = key;
        self.written.insert(name.to_owned());
        match (shape, value) {
            (Shape::List(inner) | Shape::Many(inner), Value::Array(values)) => {
                for (at, value) in values.iter().enumerate() {
                    self.value(key, *inner, value, (file, &[way, &[&at.to_string()]].concat()));
                }
            }
            (Shape::Many(inner), value) => self.value(key, *inner, value, (file, way)),
            (Shape::Table(schema) | Shape::Short(schema, _), Value::Table(table)) => {
                for (inner, value) in table {
                    let way = &[way, &[inner]].concat()[..];
                    match (schema.key(inner), schema.rest) {
                        (Some(spec), _) => {
                            let name = format!("{name}.{inner}");
                            self.value((&name, public && spec.public), spec.shape, value, (file, way));
                        }
                        (None, Rest::Kept(shape)) => self.value(key, *shape, value, (file, way)),
                        (None, Rest::Refused) => panic!("{name} has no key {inner}"),
                    }
                }
            }
            (Shape::Short(schema, short), value) => {
                let spec = schema.key(short).expect("a key");
                self.value((&format!("{name}.{short}"), public && spec.public), spec.shape, value, (file, way));
            }
            (Shape::Map(inner), Value::Table(table)) => {
                for (inner_key, value) in table {
                    self.value(key, *inner, value, (file, &[way, &[inner_key]].concat()));
                }
            }
            _ => self.found.push(Leaf {
                key: name.to_owned(),
                public,
                shape,
                file: file.to_owned(),
                way: way.iter().map(|&it| it.to_owned()).collect(),
            }),
        }
    }
}

/// All keys of the schema, named as those of [`Leaf`] are.
fn keys() -> BTreeSet<String> {
    fn inner(name: &str, shape: &Shape, all: &mut BTreeSet<String>) {
        match shape {
            Shape::Table(schema) | Shape::Short(schema, _) => within(name, schema.keys, all),
            Shape::List(shape) | Shape::Many(shape) | Shape::Map(shape) => inner(name, shape, all),
            _ => {}
        }
    }
    fn within(prefix: &str, keys: &[KeySpec], all: &mut BTreeSet<String>) {
        for key in keys {
            let name = format!("{prefix}.{}", key.name);
            inner(&name, &key.shape, all);
            all.insert(name);
        }
    }
    let mut all = BTreeSet::new();
    for Schema { name, keys, .. } in schema::TABLES {
        all.insert((*name).to_owned());
        within(name, keys, &mut all);
    }
    within("entry", Entry::SCHEMA.keys, &mut all);
    for kind in EntryKind::ALL {
        within(kind.key(), schema::own(*kind), &mut all);
    }
    all
}

/// What stands at the leaf.
fn at<'f>(files: &'f mut Files, leaf: &Leaf) -> &'f mut Value {
    let (File::Catalogue(table) | File::Entry(table, _)) = files.get_mut(&leaf.file).expect("a file") else {
        panic!("{} is no table", leaf.file);
    };
    let mut steps = leaf.way.iter();
    let mut value = table.get_mut(steps.next().expect("a key")).expect("a value");
    for step in steps {
        value = match value {
            Value::Table(table) => table.get_mut(step).expect("a value"),
            Value::Array(values) => &mut values[step.parse::<usize>().expect("a place")],
            _ => panic!("{}: {:?} leads nowhere", leaf.key, leaf.way),
        };
    }
    value
}

/// Other valid values for `old`, as far as its shape tells.
fn others(files: &Files, leaf: &Leaf, old: &Value) -> Vec<Value> {
    if let Some((_, others)) = OTHERS.iter().find(|it| it.0 == leaf.key) {
        return others.iter().map(|&it| it.into()).collect();
    }
    let text = old.as_str().unwrap_or_default();
    let later = |text: &str| {
        let mut bytes = text.as_bytes().to_vec();
        let digit = bytes.iter_mut().take(10).rfind(|it| it.is_ascii_digit()).expect("a digit");
        *digit = if *digit == b'9' { b'8' } else { *digit + 1 };
        Value::String(String::from_utf8(bytes).expect("UTF-8"))
    };
    match (leaf.shape, old) {
        (_, &Value::Integer(number)) => vec![Value::Integer(number + 1)],
        (_, &Value::Float(number)) => vec![Value::Float(number + 1.0)],
        (_, &Value::Boolean(flag)) => vec![Value::Boolean(!flag)],
        (_, Value::Datetime(time)) => {
            let mut later = *time;
            later.date.as_mut().expect("a day").day += 1;
            vec![Value::Datetime(later)]
        }
        (Shape::Moment | Shape::Period | Shape::Day, _) => vec![later(text)],
        (Shape::Word(list), _) => {
            let at = list.find(text).expect("a word");
            let count = list.terms.len();
            (1..count).map(|it| list.terms[(at + it) % count].zh.into()).collect()
        }
        (Shape::Refer(refer), _) => things(files, refer).into_iter().filter(|it| it != text).map(Value::from).collect(),
        (Shape::Path, _) => ["物资二.csv", "签到.csv"].iter().map(|&it| it.into()).collect(),
        (Shape::Id, _) => vec![format!("{text}-x").into()],
        _ => vec![format!("{text}改").into(), format!("{text}1").into()],
    }
}

/// What a reference may name.
fn things(files: &Files, refer: Refer) -> Vec<String> {
    let list = |table: &'static str| {
        let tables = files.values().filter_map(|it| match it {
            File::Catalogue(tables) => tables.get(table)?.as_array(),
            _ => None,
        });
        tables.flatten().map(|it| it.as_table().expect("a table"))
    };
    let text = |table: &Table, key: &str| table[key].as_str().expect("a text").to_owned();
    let ids = |table| list(table).map(|it| text(it, "id")).collect();
    match refer {
        Refer::Organisation => ids("organisation"),
        Refer::Field => ids("field"),
        Refer::Item => list("item").map(|it| format!("{}/{}", text(it, "field"), text(it, "id"))).collect(),
        Refer::Entry => {
            files.keys().filter_map(|it| Some(it.strip_prefix("content/")?.strip_suffix(".md")?.to_owned())).collect()
        }
        Refer::Plan => ids("plan"),
        Refer::Project => ids("project"),
        Refer::Account => ids("account"),
        Refer::Register => ids("register"),
        Refer::Rule => ["late-publication", "missing-summary"].map(str::to_owned).to_vec(),
    }
}

/// A cache that stays as it is.
struct Kept<'a>(&'a MemoryCache);

impl Cache for Kept<'_> {
    fn load(&self, name: &str) -> Option<Vec<u8>> {
        self.0.load(name)
    }

    fn save(&self, _: &str, _: &[&[u8]]) {}

    fn scratch(&self) -> Option<Box<dyn Scratch>> {
        None
    }
}

/// The site of `world` made after `before`, and its lock; what stops it otherwise.
fn build(
    world: &MemoryWorld,
    cache: Option<&dyn Cache>,
    before: MemorySite,
) -> Result<(MemorySite, String), Vec<String>> {
    let options = Options { as_of: None, numbering: Numbering::Write, merged: false, pages: true };
    let (analysis, lock) = analyze(world, &options, cache, &()).map_err(|it| vec![it.to_string()])?;
    let theme = load_theme(world, &analysis.model.site).map_err(|it| vec![it.to_string()])?;
    let plan = analysis.plan(&theme);
    let stops = plan.report().diagnostics.into_iter().filter(gongkai::internals::diagnostic::Diagnostic::stops);
    let stops: Vec<_> = stops.map(|it| format!("{} {}", it.finding.rule.code, it.finding.message.zh)).collect();
    if !stops.is_empty() {
        return Err(stops);
    }
    let site = MemorySite::after(before);
    publish(&plan, theme.theme.as_ref().expect("a theme without fault"), world, &site, &()).expect("memory");
    Ok((site, lock.lock.text()))
}

fn bytes(site: &MemorySite) -> BTreeMap<String, Vec<u8>> {
    site.paths().into_iter().map(|it| (it.clone(), site.file(&it).expect("a file"))).collect()
}

fn different(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let paths: BTreeSet<_> = one.keys().chain(other.keys()).collect();
    paths.into_iter().filter(|&it| one.get(it) != other.get(it)).cloned().collect()
}

fn unseen(key: &str) -> bool {
    UNSEEN.iter().any(|(keys, _)| keys.contains(&key))
}

/// The project as it was built before anything changed.
struct Base {
    files: Files,
    lock: String,
    cache: MemoryCache,
    site: MemorySite,
    bytes: BTreeMap<String, Vec<u8>>,
}

impl Base {
    fn new() -> Self {
        let mut files = project();
        let mut locked = files.clone();
        locked.retain(|path, _| !UNLOCKED.contains(&path.as_str()));
        files.remove(GONE);
        let (_, lock) = build(&world(&locked, None), None, MemorySite::default()).expect("nothing stops it");
        let cache = MemoryCache::default();
        let first = build(&world(&files, Some(&lock)), Some(&cache), MemorySite::default());
        let (site, _) = first.expect("nothing stops it");
        Self { bytes: bytes(&site), files, lock, cache, site }
    }

    /// Changes the key of `leaves`, one value after the other, until a file of the site is another for it. Answers what is
    /// wrong with that.
    fn perturb(&self, key: &str, leaves: &[&Leaf]) -> Option<String> {
        let mut stops = Vec::new();
        let mut same = false;
        for leaf in leaves {
            let old = at(&mut self.files.clone(), leaf).clone();
            for new in others(&self.files, leaf, &old) {
                let mut files = self.files.clone();
                *at(&mut files, leaf) = new.clone();
                let world = world(&files, Some(&self.lock));
                let cold = match build(&world, None, MemorySite::default()) {
                    Ok((site, _)) => bytes(&site),
                    Err(why) => {
                        stops.push(format!("{new}: {}", why.join("; ")));
                        continue;
                    }
                };
                let warm = build(&world, Some(&Kept(&self.cache)), self.site.clone());
                let stale = different(&cold, &bytes(&warm.expect("what is built cold is built warm").0));
                if !stale.is_empty() {
                    return Some(format!(
                        "{key} is {new} instead of {old} in {}: {stale:?} are not made again",
                        leaf.file
                    ));
                }
                same = true;
                if cold != self.bytes {
                    let hidden = unseen(key) || !leaf.public && !DECIDES.contains(&key);
                    return hidden.then(|| {
                        let changed = different(&cold, &self.bytes);
                        format!("{key} is {new} instead of {old} in {}, and {changed:?} show it", leaf.file)
                    });
                }
            }
        }
        let shown = leaves.iter().any(|it| it.public) && !unseen(key) || DECIDES.contains(&key);
        match same {
            false => Some(format!("{key}: every other value stops the build: {stops:?}")),
            true => shown.then(|| format!("{key}: no file of the site shows it")),
        }
    }
}

#[test]
fn every_key_of_the_schema_is_written() {
    let Leaves { written, .. } = Leaves::of(&project());
    let missing: Vec<_> = keys().into_iter().filter(|it| !written.contains(it)).collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn a_changed_key_makes_again_the_pages_that_show_it() {
    let base = Base::new();
    let Leaves { found, .. } = Leaves::of(&base.files);
    let mut by_key: BTreeMap<&str, Vec<&Leaf>> = BTreeMap::new();
    for leaf in &found {
        by_key.entry(&leaf.key).or_default().push(leaf);
    }
    let faults: Vec<_> = by_key.into_par_iter().filter_map(|(key, leaves)| base.perturb(key, &leaves)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
