//! `[[item]]`: a row of the national table.

use super::{
    names::Names,
    unlisted::{unlisted, unlisted_channel, unlisted_level},
};
use crate::{
    day::{LimitError, TimeLimit},
    diagnostic::Findings,
    model::{Audience, Basis, Element, Item, ItemId, RequiredChannel, StatedError, stated},
    record::{Key, Many, Record, View, schema},
    syntax::MISSING_KEY,
    vocabulary::{AdminLevel, Channel, Column, InterpretationNeed, Occurs, Set, Word},
};

/// All items. An item's full id is `field/item`.
pub(super) fn all(records: Vec<Record<schema::Item>>, names: &mut Names, findings: &mut Findings) -> Vec<Item> {
    records.into_iter().enumerate().map(|(at, record)| item(record, ItemId::new(at), names, findings)).collect()
}

fn item(record: Record<schema::Item>, number: ItemId, names: &mut Names, findings: &mut Findings) -> Item {
    let id =
        format!("{}/{}", record.get(schema::Item::FIELD).unwrap_or("?"), record.get(schema::Item::ID).unwrap_or("?"));
    if record.has(schema::Item::ID) {
        names.items.enter(&id, number, record.span_of(schema::Item::ID), findings);
        let title = record.get(schema::Item::TITLE).unwrap_or_default();
        names.items.call(title, &id);
        if let Some(field) = record.get(schema::Item::FIELD).and_then(|it| names.fields.title(it)) {
            names.items.call(&[field, "/", title].concat(), &id);
        }
    }
    if record.get(schema::Item::TITLE).is_some_and(|it| it.trim().is_empty()) {
        findings
            .raise(
                &MISSING_KEY,
                record.span_of(schema::Item::TITLE),
                text! { zh: "公开事项的名称是空的", en: "the title of the item is empty" },
            )
            .help(text! { zh: "写上名称，照目录原文", en: "write its title, in the words of the catalogue" });
    }
    let (levels, other_levels) = levels(&record, findings);
    let limit = time_limit(&record);
    Item {
        id: id.into(),
        field: names.fields.of(&record, schema::Item::FIELD, findings),
        title: record.get(schema::Item::TITLE).unwrap_or_default().into(),
        disclosures: set(&record, schema::Item::DISCLOSURE),
        facets: set(&record, schema::Item::FACET),
        elements: record.all(schema::Item::ELEMENTS).map(element).collect(),
        basis: record.spanned(schema::Item::BASIS).map(|it| Basis { text: it.value.into(), span: it.span }).collect(),
        limit_text: limit.0.into(),
        time_limit: limit.1,
        unread_limit: limit.2,
        occurs: record.get(schema::Item::OCCURS).unwrap_or(Occurs::Standing),
        update: record.get(schema::Item::UPDATE),
        since: record.get(schema::Item::SINCE),
        column: record.get(schema::Item::COLUMN).unwrap_or(Column::Other),
        organisation: names.organisations.of(&record, schema::Item::ORGANISATION, findings),
        office: record.get(schema::Item::OFFICE).map(Into::into),
        channels: record.all(schema::Item::CHANNELS).filter_map(|it| channel(it, findings)).collect(),
        audience: audience(&record, findings),
        way: record.get(schema::Item::WAY),
        levels,
        other_levels,
        legal_items: record.all(schema::Item::LEGAL_ITEM).map(Into::into).collect(),
        kinds: set(&record, schema::Item::KIND),
        due: record.get(schema::Item::DUE),
        interpretation: record.get(schema::Item::INTERPRETATION).unwrap_or(InterpretationNeed::None),
        register: names.registers.of(&record, schema::Item::REGISTER, findings),
        record,
    }
}

/// Its time limit: the words, what they mean, and whether some of them are not understood.
fn time_limit(record: &Record<schema::Item>) -> (String, Option<TimeLimit>, bool) {
    let (mut words, mut parts, mut unread) = (Vec::new(), Vec::new(), false);
    for stated in stated(record) {
        let text = match &stated.parts {
            Ok(parts) if stated.text.is_empty() => TimeLimit::of("", parts.clone()).map(|limit| limit.official()),
            _ => None,
        };
        let text = text.unwrap_or_else(|| match stated.class {
            Some(class) if !stated.text.is_empty() => format!("{class}：{}", stated.text),
            _ => stated.text.to_owned(),
        });
        match stated.parts {
            Ok(found) => parts.extend(found),
            Err(StatedError::Words(LimitError::Empty)) => {}
            Err(_) => unread = true,
        }
        words.push(text);
    }
    let words = words.join("；");
    (words.trim().to_owned(), TimeLimit::of(words.trim(), parts), unread)
}

/// The words of the list `key` as a set.
pub(super) fn set<T, W: Word>(record: &Record<T>, key: Key<T, Many<W>>) -> Set<W> {
    record.all(key).collect()
}

fn element(record: View<'_, schema::Element>) -> Element {
    Element {
        name: record.get(schema::Element::NAME).unwrap_or_default().into(),
        each: record.get(schema::Element::EACH).unwrap_or(false),
        optional: record.get(schema::Element::OPTIONAL).unwrap_or(false),
        span: record.span_of(schema::Element::NAME),
    }
}

fn channel(record: View<'_, schema::Channel>, findings: &mut Findings) -> Option<RequiredChannel> {
    let typed = record.get(schema::Channel::NAME)?;
    let span = record.span_of(schema::Channel::NAME);
    unlisted_channel(typed, span, findings);
    let (channel, other) = Channel::kept(typed);
    let other = other.map(Into::into);
    Some(RequiredChannel { channel, other, optional: record.get(schema::Channel::OPTIONAL).unwrap_or(false), span })
}

fn audience(record: &Record<schema::Item>, findings: &mut Findings) -> Option<Audience> {
    let inner = record.get(schema::Item::AUDIENCE)?;
    if let Some(group) = inner.get(schema::Audience::GROUP) {
        return Some(Audience::Group(group.into()));
    }
    let typed = inner.get(schema::Audience::NAME)?;
    match crate::vocabulary::Audience::parse(typed) {
        Some(crate::vocabulary::Audience::All) => Some(Audience::All),
        Some(crate::vocabulary::Audience::Group) => Some(Audience::Group("".into())),
        None => {
            let list = crate::vocabulary::Audience::VOCABULARY;
            let kept = text! { zh: "按特定群体“{typed}”公开", en: "taken for a group of that name" };
            let span = inner.span_of(schema::Audience::NAME);
            let group = format!("group = \"{typed}\"");
            // Where the word is written alone, braces make a table of it.
            let (at, right) = match inner.line_of(schema::Audience::NAME) {
                Some(line) => (line, group),
                None => (span, format!("{{ {group} }}")),
            };
            unlisted(typed, list, list.nearest(typed).map(|it| it.zh), kept, Some((at, &right)), span, findings);
            Some(Audience::Group(typed.trim().into()))
        }
    }
}

/// The levels, and those that no list has. Columns of printed tables join two: `乡、村级`.
fn levels(record: &Record<schema::Item>, findings: &mut Findings) -> (Set<AdminLevel>, Box<[Box<str>]>) {
    let (mut listed, mut others) = (Vec::new(), Vec::new());
    for it in record.spanned(schema::Item::LEVEL) {
        let typed = it.value.trim();
        let part = |part: &str| {
            let part = part.trim();
            AdminLevel::parse(part).or_else(|| AdminLevel::parse(&format!("{part}级")))
        };
        let parts: Option<Vec<AdminLevel>> = typed.split(['、', '/', '，', ',']).map(part).collect();
        if let Some(found) = AdminLevel::parse(typed).map(|it| vec![it]).or(parts) {
            listed.extend(found);
        } else {
            unlisted_level(typed, it.span, findings);
            others.push(typed.into());
        }
    }
    (listed.into_iter().collect(), others.into())
}
