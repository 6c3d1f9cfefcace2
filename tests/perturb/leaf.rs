//! The values of the project one by one, under the keys of the schema, and what else could stand there.

use std::collections::BTreeSet;

use gongkai::internals::{
    record::{KeySpec, Rest, Schema, Shape, TableKind as _},
    schema::{self, Entry},
    vocabulary::{EntryKind, Word as _},
};
use toml::Value;

use super::project::{File, Files, things};

/// Other values of keys whose texts have a form.
const OTHERS: &[(&str, &[&str])] = &[
    ("site.required_version", &[">=0.0.1"]),
    ("entry.number", &["示局发〔2018〕7号"]),
    ("entry.table.sheet", &["二"]),
    ("item.audience.name", &["全社会"]),
    ("item.channels.name", &["政府公报"]),
    ("item.time_limit.by", &["03-31"]),
    ("item.time_limit.from", &["批准"]),
    ("item.time_limit.text", &["自信息形成或者变更之日起7个工作日内"]),
    ("levels", &["warn"]),
    // Numbers that entries have of it must stay of the pattern.
    ("site.index_pattern", &["{organisation.code}/{year}-{serial:04}"]),
    ("site.language", &["en"]),
    ("site.theme", &["own"]),
    ("year.off", &["01-02"]),
    ("year.work", &["09-08"]),
];
/// A value of the project that is no table.
pub struct Leaf {
    /// The key in the schema, from the table's name: `item.elements.each`.
    pub key: String,
    /// Whether it may leave the house.
    pub public: bool,
    shape: Shape,
    /// The file, and the way to the value in it: keys of tables, and places in lists.
    pub file: String,
    way: Vec<String>,
}

/// Finds the values of a project, and which keys of the schema they stand under.
#[derive(Default)]
pub struct Leaves {
    pub found: Vec<Leaf>,
    pub written: BTreeSet<String>,
}

impl Leaves {
    pub fn of(files: &Files) -> Self {
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
pub fn keys() -> BTreeSet<String> {
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
pub fn at<'f>(files: &'f mut Files, leaf: &Leaf) -> &'f mut Value {
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
pub fn others(files: &Files, leaf: &Leaf, old: &Value) -> Vec<Value> {
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
        (_, &Value::Float(number)) => vec![Value::Float(number + 1.0), Value::Float(number / 2.0)],
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
