//! A value of a catalogue as two states of it are compared and told: what it says, not how it is written.

use serde_json::{Map, Value as Json, json};
use unicode_normalization::UnicodeNormalization as _;

use crate::{
    record::{Any, EncodedList, Refer, Schema, Shape, Value, View},
    vocabulary::{AdminLevel, Audience, Channel, Lang, Term, Word, Words, is_unseen},
};

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// A text, a number, a day.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// What names something else of the catalogue: its id, and what that is called where it is known.
    Named(Refer, String, Option<String>),
    /// A word of a closed list: its variants are one word.
    Word(&'static Term),
    /// Values, in the order written.
    List(Vec<Self>),
    /// A table: of each key its name, its words, and its value.
    Table(Vec<(String, Words, Self)>),
    /// What is written could not be read.
    Unread,
}

/// Keys that stand for a whole sentence where they are told within a value.
const BRIEF: [(&str, &str, Words); 3] = [
    ("item.elements", "each", words! { zh: "每条都要有", en: "in each entry" }),
    ("item.elements", "optional", words! { zh: "可以没有", en: "may be missing" }),
    ("item.channels", "optional", words! { zh: "可选", en: "optional" }),
];

impl Shown {
    /// `value`, which has the shape `shape`.
    pub fn of(value: Value<'_>, shape: &Shape) -> Self {
        match (value, shape) {
            (Value::Word(at), Shape::Word(list)) => list.terms.get(usize::from(at)).map_or(Self::Unread, Self::Word),
            (Value::List(list), Shape::List(inner) | Shape::Many(inner)) => Self::list(list, inner),
            (Value::List(list), _) => Self::list(list, &Shape::Any),
            (value, Shape::Many(inner)) => Self::List(vec![Self::of(value, inner)]),
            (Value::Table(table), Shape::Table(schema) | Shape::Short(schema, _)) => {
                Self::Table(fields(table.into(), schema))
            }
            (Value::Table(table), Shape::Map(inner)) => Self::Table(chosen(table.into(), inner)),
            (Value::Table(table), _) => Self::Table(chosen(table.into(), &Shape::Any)),
            (Value::Text(id), Shape::Refer(refer)) => Self::Named(*refer, id.trim().nfc().collect(), None),
            (Value::Text(text) | Value::Number(text), _) => Self::Text(text.trim().nfc().collect()),
            (Value::Day(day), _) => Self::Text(day.to_string()),
            (Value::Moment(moment), _) => Self::Text(match moment.time {
                Some(time) => format!("{} {time}", moment.day),
                None => moment.day.to_string(),
            }),
            (Value::Period(period), _) => Self::Text(period.to_string()),
            (Value::Integer(number), _) => Self::Text(number.to_string()),
            (Value::Flag(flag), _) => Self::Flag(flag),
            (Value::Word(_) | Value::Unread, _) => Self::Unread,
        }
    }

    fn list(list: EncodedList<'_>, inner: &Shape) -> Self {
        Self::List(list.iter().map(|it| Self::of(it.value, inner)).collect())
    }

    /// What two values have in common that say the same: lists in any order, tables with their keys in any order.
    pub fn canonical(&self) -> String {
        match self {
            Self::Text(text) => format!("{text:?}"),
            Self::Flag(flag) => flag.to_string(),
            Self::Named(_, id, _) => format!("{id:?}"),
            Self::Word(term) => format!("'{}", term.key),
            Self::Unread => "?".to_owned(),
            Self::List(values) => {
                let mut values: Vec<String> = values.iter().map(Self::canonical).collect();
                values.sort();
                format!("[{}]", values.join(","))
            }
            Self::Table(fields) => {
                // What is not the case need not be written.
                let said = fields.iter().filter(|it| it.2 != Self::Flag(false));
                let mut fields: Vec<String> = said.map(|(key, _, it)| format!("{key:?}:{}", it.canonical())).collect();
                fields.sort();
                format!("{{{}}}", fields.join(","))
            }
        }
    }

    /// The same as a list of values.
    pub fn values(&self) -> &[Self] {
        match self {
            Self::List(values) => values,
            other => std::slice::from_ref(other),
        }
    }

    /// By what a value of a list is known where it says something else now: of a table its name, title, post or first key.
    pub fn handle(&self) -> Option<String> {
        let Self::Table(fields) = self else { return None };
        let named = ["name", "title", "id", "post", "role", "for", "on", "class", "what"];
        let key = named.iter().find_map(|name| fields.iter().find(|it| it.0 == *name));
        key.or(fields.first()).map(|it| it.2.canonical())
    }

    /// In words.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Named(_, id, name) => name.as_ref().unwrap_or(id).clone(),
            Self::Flag(true) => words! { zh: "是", en: "yes" }.get(lang).to_owned(),
            Self::Flag(false) => words! { zh: "否", en: "no" }.get(lang).to_owned(),
            Self::Word(term) => if lang == Lang::Zh { term.zh } else { term.en }.to_owned(),
            Self::Unread => words! { zh: "（读不懂）", en: "(not readable)" }.get(lang).to_owned(),
            Self::List(values) => {
                let values: Vec<String> = values.iter().map(|it| it.words(lang)).collect();
                values.join(words! { zh: "；", en: "; " }.get(lang))
            }
            Self::Table(fields) => table_words(fields, lang),
        }
    }

    /// The same, what it names called by `name`.
    #[must_use]
    pub fn named(self, name: &dyn Fn(Refer, &str) -> Option<String>) -> Self {
        match self {
            Self::Named(refer, id, _) => {
                let called = name(refer, &id);
                Self::Named(refer, id, called)
            }
            Self::List(values) => Self::List(values.into_iter().map(|it| it.named(name)).collect()),
            Self::Table(fields) => {
                Self::Table(fields.into_iter().map(|(key, label, it)| (key, label, it.named(name))).collect())
            }
            other => other,
        }
    }

    /// For programs: words by their key and label.
    pub fn json(&self) -> Json {
        match self {
            Self::Text(text) => masked(text).into(),
            Self::Flag(flag) => (*flag).into(),
            Self::Named(_, id, _) => masked(id).into(),
            Self::Word(term) => json!({ "key": term.key, "label": term.zh }),
            Self::Unread => Json::Null,
            Self::List(values) => values.iter().map(Self::json).collect(),
            Self::Table(fields) => {
                let pairs = fields.iter().map(|(key, _, value)| (key.clone(), value.json()));
                Json::Object(pairs.collect::<Map<String, Json>>())
            }
        }
    }
}

/// `text` in one line, without signs that no reader sees, its personal numbers blotted out: nothing in it can pass for another line.
pub fn line(text: &str) -> String {
    let one = text.split_whitespace().collect::<Vec<_>>().join(" ");
    masked(&one.chars().filter(|&it| !it.is_control() && !is_unseen(it)).collect::<String>())
}

/// `text` as it may be told: personal numbers blotted out.
pub fn masked(text: &str) -> String {
    crate::print::veil(text).unwrap_or_else(|| text.to_owned())
}

fn table_words(fields: &[(String, Words, Shown)], lang: Lang) -> String {
    let Some((first, rest)) = fields.split_first() else { return String::new() };
    let mut more = Vec::new();
    for (_, label, value) in rest {
        match value {
            Shown::Flag(false) => {}
            Shown::Flag(true) => more.push(label.get(lang).to_owned()),
            other => {
                let (label, value) = (label.get(lang), other.words(lang));
                more.push(if lang == Lang::Zh { format!("{label}：{value}") } else { format!("{label}: {value}") });
            }
        }
    }
    let head = first.2.words(lang);
    match (more.is_empty(), lang) {
        (true, _) => head,
        (false, Lang::Zh) => format!("{head}（{}）", more.join("，")),
        (false, Lang::En) => format!("{head} ({})", more.join(", ")),
    }
}

/// The keys of a table that its schema lists, then those of the author's own.
fn fields(table: View<'_, Any>, schema: &'static Schema) -> Vec<(String, Words, Shown)> {
    let mut fields = Vec::new();
    for key in schema.keys {
        let Some(value) = table.get(key.key::<Any>()) else { continue };
        let brief = BRIEF.iter().find(|it| it.0 == schema.name && it.1 == key.name);
        let value = listed(schema.name, key.name, Shown::of(value, &key.shape));
        fields.push((key.name.to_owned(), brief.map_or_else(|| label(key.words), |it| it.2), value));
    }
    fields.extend(chosen(table, &Shape::Any));
    fields
}

/// A text of a key that takes other words than those of its closed list, too, as the word where it is one.
pub fn listed(table: &str, key: &str, value: Shown) -> Shown {
    let term = |text: &str| match (table, key) {
        ("item.channels", "name") => Channel::read(text).filter(|it| it.1.is_none()).map(|it| it.0.term()),
        ("item.audience", "name") => Audience::parse(text).map(Word::term),
        ("item", "level") => AdminLevel::parse(text).map(Word::term),
        _ => None,
    };
    match value {
        Shown::Text(text) => term(&text).map_or(Shown::Text(text), Shown::Word),
        Shown::List(values) => Shown::List(values.into_iter().map(|it| listed(table, key, it)).collect()),
        other => other,
    }
}

/// The keys that the author chose.
fn chosen(table: View<'_, Any>, shape: &Shape) -> Vec<(String, Words, Shown)> {
    let own = |it: crate::record::Field<'_>| {
        let name = it.name.chosen()?;
        Some((name.to_owned(), Words { zh: "", en: "" }, Shown::of(it.value, shape)))
    };
    table.fields().filter_map(own).collect()
}

/// What a key is called: the head of its words, which go on to say how it is written.
pub fn label(words: Words) -> Words {
    let head = |text: &'static str, ends: &[char]| text.split(ends).next().unwrap_or(text).trim();
    Words { zh: head(words.zh, &['，', '；', '：', '（', '、']), en: head(words.en, &[',', ';', ':', '(']) }
}
