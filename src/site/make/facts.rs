//! What a kind of entry adds to its page: the keys of its own that may leave the house.

use super::link::href;

use crate::{
    model::{Entry, EntryId, OrganisationId},
    record::{Any, Key, Shape, Text, Value, schema},
    site::{
        page::{Contact, Fact, Str, Term},
        route::PageId,
        site::Site,
    },
};

/// Keys of kinds that a page shows elsewhere than among the particulars: as links.
const ELSEWHERE: [Key<schema::Entry, Any>; 5] = [
    schema::Entry::INTERPRETS.any(),
    schema::Entry::ABOUT.any(),
    schema::Entry::OF.any(),
    schema::Entry::PROJECT.any(),
    schema::Entry::ACCOUNT.any(),
];

/// The public keys of an entry's kind, in the schema's order.
pub(super) fn particulars<'m>(site: &Site<'m>, id: EntryId, at: &str) -> Vec<Fact<'m>> {
    let entry = site.model.entry(id);
    let mut facts = Vec::new();
    if let Some(project) = entry.project {
        let text = (*site.model.project(project).title).into();
        let href = Some(href(site, at, PageId::Project(project)));
        facts.push(Fact { name: "所属项目".into(), values: vec![Term { text, href }] });
    }
    for spec in schema::own(entry.kind) {
        let key = spec.key();
        if !spec.public || ELSEWHERE.contains(&key) {
            continue;
        }
        let Some(value) = entry.record.get(key) else { continue };
        let values = terms(value, spec.shape);
        if !values.is_empty() {
            facts.push(Fact { name: name(spec.words.zh).into(), values });
        }
    }
    facts
}

/// The first words of a key's description: what stands before `，`, `（` or `：`.
fn name(words: &'static str) -> &'static str {
    words.split(['，', '（', '：', '；', '。']).next().unwrap_or(words)
}

fn terms(value: Value<'_>, shape: Shape) -> Vec<Term<'_>> {
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
pub(super) fn elements(entry: &Entry) -> Vec<Fact<'_>> {
    let Some(elements) = entry.record.get(schema::Entry::ELEMENTS) else { return Vec::new() };
    elements.entries().map(|(name, text)| Fact::plain(name, text)).collect()
}

/// Whom to ask: an organisation and an office.
pub(super) fn contact<'m>(site: &Site<'m>, id: Option<OrganisationId>, office: Option<&'m str>) -> Option<Contact<'m>> {
    let organisation = site.model.organisation(id.or(site.model.site.organisation)?);
    let record = &organisation.record;
    let text = |key: Key<schema::Organisation, Text>| record.get(key).filter(|it| !it.is_empty()).map(Str::Borrowed);
    let known = [
        schema::Organisation::PHONE,
        schema::Organisation::FAX,
        schema::Organisation::EMAIL,
        schema::Organisation::ADDRESS,
        schema::Organisation::HOURS,
    ]
    .into_iter()
    .any(|key| text(key).is_some());
    if !known && office.is_none() {
        return None;
    }
    let address = match (text(schema::Organisation::ADDRESS), text(schema::Organisation::POSTCODE)) {
        (Some(address), Some(code)) => Some(format!("{address}（邮编 {code}）").into()),
        (address, _) => address,
    };
    Some(Contact {
        organisation: (*organisation.name).into(),
        office: office.map(Into::into),
        phone: text(schema::Organisation::PHONE),
        fax: text(schema::Organisation::FAX),
        email: text(schema::Organisation::EMAIL),
        address,
        hours: text(schema::Organisation::HOURS),
    })
}
