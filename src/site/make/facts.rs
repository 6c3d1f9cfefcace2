//! What a kind of entry adds to its page: the keys of its own that may leave the house.

use crate::{
    model::{Entry, EntryId, Organisation, OrganisationId},
    record::{Any, Key, Shape, Text, Value, View, schema},
    site::{
        page::{Contact, Fact, Str, Term},
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

/// Those that stand beside the project, where there is one.
const OF_PROJECT: [Key<schema::Entry, Any>; 2] = [schema::Entry::CLASS.any(), schema::Entry::STAGE.any()];

/// The public keys of an entry's kind, in the schema's order.
pub(super) fn particulars<'m>(site: &Site<'m>, id: EntryId) -> Vec<Fact<'m>> {
    let entry = site.model.entry(id);
    let mut facts = Vec::new();
    for spec in schema::own(entry.kind) {
        let key = spec.key();
        if !spec.public || ELSEWHERE.contains(&key) || entry.project.is_some() && OF_PROJECT.contains(&key) {
            continue;
        }
        let Some(value) = entry.record.get(key) else { continue };
        let values = match interpreter(value, key) {
            Some(text) => vec![Term::plain(text)],
            None => terms(value, spec.shape),
        };
        if !values.is_empty() {
            facts.push(Fact { name: name(spec.words.zh).into(), values });
        }
    }
    facts
}

/// Who interprets a policy first, and why that is no leader.
fn interpreter(value: Value<'_>, key: Key<schema::Entry, Any>) -> Option<String> {
    let Value::Table(table) = value else { return None };
    if key != schema::Entry::FIRST_INTERPRETER.any() {
        return None;
    }
    let table: View<'_, schema::Interpreter> = table.into();
    let text = |key| table.get(key).map(str::trim).filter(|it| !it.is_empty());
    let post = text(schema::Interpreter::POST)?;
    Some(text(schema::Interpreter::REASON).map_or_else(|| post.to_owned(), |reason| format!("{post}（{reason}）")))
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

/// Those of the offices named in `typed`, one or several, that have a telephone of their own.
fn offices<'m>(organisation: &'m Organisation, typed: &str) -> Vec<View<'m, schema::Office>> {
    let has_phone =
        |it: &View<'_, schema::Office>| it.get(schema::Office::PHONE).is_some_and(|it| !it.trim().is_empty());
    let named = |it: &View<'_, schema::Office>| {
        let name = it.get(schema::Office::NAME).map(str::trim);
        typed.split(['、', '，', ',', '；']).any(|one| Some(one.trim()) == name)
    };
    organisation.offices().filter(|it| has_phone(it) && named(it)).collect()
}

fn named_phone(it: &View<'_, schema::Office>) -> Option<String> {
    Some(format!("{} {}", it.get(schema::Office::NAME)?, it.get(schema::Office::PHONE)?))
}

/// Whom to ask: an organisation and an office, with the office's own telephone where it has one.
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
    let own = office.map(|it| offices(organisation, it)).unwrap_or_default();
    let phone = match &own[..] {
        [] => None,
        [only] if only.get(schema::Office::NAME).map(str::trim) == office.map(str::trim) => {
            only.get(schema::Office::PHONE).map(Str::Borrowed)
        }
        several => Some(several.iter().filter_map(named_phone).collect::<Vec<_>>().join("；").into()),
    };
    Some(Contact {
        organisation: (*organisation.name).into(),
        office: office.map(Into::into),
        phone: phone.or(text(schema::Organisation::PHONE)),
        fax: text(schema::Organisation::FAX),
        email: text(schema::Organisation::EMAIL),
        address,
        hours: text(schema::Organisation::HOURS),
    })
}
