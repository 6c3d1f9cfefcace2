//! What a kind of entry adds to its page: the keys of its own that may leave the house.

use crate::{
    model::{Entry, EntryId},
    record::{Record, Value},
    site::{
        page::{Fact, Str, Term},
        route::PageId,
        whole::Site,
    },
    syntax,
    vocabulary::Word,
};

/// Keys that a page shows elsewhere than among the particulars: in the metadata, as links, as alerts.
const ELSEWHERE: &[&str] = &[
    "title",
    "item",
    "kind",
    "index",
    "number",
    "made",
    "published",
    "revised",
    "origin",
    "source",
    "summary",
    "keywords",
    "theme",
    "genre",
    "document_class",
    "validity",
    "since",
    "replaced_by",
    "effective",
    "expires",
    "organisation",
    "office",
    "channels",
    "attachments",
    "elements",
    "table",
    "interprets",
    "about",
    "of",
    "project",
    "first_published",
    "account",
    "disclosure",
    "facet",
    "external_index",
];

impl<'m> Site<'m> {
    /// The public keys of an entry's kind, in the schema's order.
    pub(in crate::site) fn particulars(&self, id: EntryId, at: &str) -> Vec<Fact<'m>> {
        let entry = self.model.entry(id);
        let mut facts = Vec::new();
        if let Some(project) = entry.project {
            let text = (*self.model.project(project).title).into();
            let href = Some(self.to(at, PageId::Project(project)));
            facts.push(Fact { name: "所属项目".into(), values: vec![Term { text, href }] });
        }
        for key in syntax::schema::own(entry.kind) {
            let Some(field) = entry.record.field(key.name) else { continue };
            if !key.public || ELSEWHERE.contains(&key.name) {
                continue;
            }
            let values = terms(field.value, key.shape);
            if !values.is_empty() {
                facts.push(Fact { name: name(key.words.zh).into(), values });
            }
        }
        facts
    }
}

/// The first words of a key's description: what stands before `，`, `（` or `：`.
fn name(words: &'static str) -> &'static str {
    words.split(['，', '（', '：', '；', '。']).next().unwrap_or(words)
}

fn terms(value: Value<'_>, shape: crate::record::Shape) -> Vec<Term<'_>> {
    use crate::record::Shape;
    match (value, shape) {
        (Value::Text(text) | Value::Number(text), _) => vec![Term::plain(text)],
        (Value::Day(day), _) => vec![Term::plain(day.to_string())],
        (Value::Moment(moment), _) => vec![Term::plain(moment.to_string())],
        (Value::Period(period), _) => vec![Term::plain(period.official())],
        (Value::Integer(number), _) => vec![Term::plain(number.to_string())],
        (Value::Flag(flag), _) => vec![Term::plain(if flag { "是" } else { "否" })],
        (Value::Word(at), Shape::Word(list)) => {
            list.terms.get(usize::from(at)).map(|it| Term::plain(it.zh)).into_iter().collect()
        }
        (Value::List(items), Shape::List(inner) | Shape::Many(inner)) => {
            items.iter().flat_map(|it| terms(it.value, *inner)).collect()
        }
        _ => Vec::new(),
    }
}

/// The elements that stand as keys.
pub(in crate::site) fn elements(entry: &Entry) -> Vec<Fact<'_>> {
    let Some(elements) = entry.record.record("elements") else { return Vec::new() };
    elements.fields().filter_map(|it| Some(Fact::plain(it.name, elements.text(it.name)?))).collect()
}

/// The words of a word of a closed list.
pub(in crate::site) fn label<W: Word>(record: &Record, key: &str) -> Option<Str<'static>> {
    record.word::<W>(key).map(|it| it.label().into())
}
