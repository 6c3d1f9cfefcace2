//! `[[item]]`: a row of the national table.

use super::names::Names;
use crate::{
    day::{LimitError, TimeLimit},
    diagnostic::Findings,
    model::{Audience, Basis, Element, Item, ItemId, RequiredChannel, StatedError, stated},
    record::{Record, View},
    source::Span,
    syntax::UNKNOWN_VALUE,
    vocabulary::{Channel, Column, InterpretationNeed, Occurs, Set, Vocabulary, Word},
};

/// All items. An item's full id is `field/item`.
pub(super) fn all(records: Vec<Record>, names: &mut Names, findings: &mut Findings) -> Vec<Item> {
    records.into_iter().enumerate().map(|(at, record)| item(record, ItemId::new(at), names, findings)).collect()
}

fn item(record: Record, number: ItemId, names: &mut Names, findings: &mut Findings) -> Item {
    let id = format!("{}/{}", record.text("field").unwrap_or("?"), record.text("id").unwrap_or("?"));
    if record.has("id") {
        names.items.enter(&id, number, record.at("id"), findings);
        names.items.call(record.text("title").unwrap_or_default(), &id);
    }
    let limit = time_limit(&record);
    Item {
        id: id.into(),
        field: names.fields.of(&record, "field", findings),
        title: record.text("title").unwrap_or_default().into(),
        disclosures: set(&record, "disclosure"),
        facets: set(&record, "facet"),
        elements: record.records("elements").map(element).collect(),
        basis: record.texts("basis").map(|it| Basis { text: it.value.into(), span: it.span }).collect(),
        limit_text: limit.0.into(),
        time_limit: limit.1,
        unread_limit: limit.2,
        occurs: record.word("occurs").unwrap_or(Occurs::Standing),
        update: record.word("update"),
        since: record.day("since"),
        column: record.word("column").unwrap_or(Column::Other),
        organisation: names.organisations.of(&record, "organisation", findings),
        office: record.text("office").map(Into::into),
        channels: record.records("channels").filter_map(|it| channel(it, findings)).collect(),
        audience: audience(&record, findings),
        way: record.word("way"),
        levels: set(&record, "level"),
        legal_items: record.texts("legal_item").map(|it| it.value.into()).collect(),
        kinds: set(&record, "kind"),
        due: record.day("due"),
        interpretation: record.word("interpretation").unwrap_or(InterpretationNeed::None),
        register: names.registers.of(&record, "register", findings),
        record,
    }
}

/// Its time limit: the words, what they mean, and whether some of them are not understood.
fn time_limit(record: &Record) -> (String, Option<TimeLimit>, bool) {
    let (mut words, mut parts, mut unread) = (Vec::new(), Vec::new(), false);
    for stated in stated(record.view(), "time_limit") {
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
pub(super) fn set<W: Word>(record: &Record, key: &str) -> Set<W> {
    record.words::<W>(key).into_iter().map(|it| it.value).collect()
}

fn element(record: View<'_>) -> Element {
    Element {
        name: record.text("name").unwrap_or_default().into(),
        each: record.flag("each").unwrap_or(false),
        optional: record.flag("optional").unwrap_or(false),
        span: record.at("name"),
    }
}

fn channel(record: View<'_>, findings: &mut Findings) -> Option<RequiredChannel> {
    let typed = record.text("name")?;
    let span = record.at("name");
    let Some((channel, other)) = Channel::read(typed) else {
        unknown(typed, Channel::VOCABULARY, Channel::nearest(typed), span, findings);
        return None;
    };
    let other = other.map(Into::into);
    Some(RequiredChannel { channel, other, optional: record.flag("optional").unwrap_or(false), span })
}

fn audience(record: &Record, findings: &mut Findings) -> Option<Audience> {
    let inner = record.record("audience")?;
    if let Some(group) = inner.text("group") {
        return Some(Audience::Group(group.into()));
    }
    let typed = inner.text("name")?;
    match crate::vocabulary::Audience::parse(typed) {
        Some(crate::vocabulary::Audience::All) => Some(Audience::All),
        Some(crate::vocabulary::Audience::Group) => Some(Audience::Group("".into())),
        None => {
            let list = crate::vocabulary::Audience::VOCABULARY;
            unknown(typed, list, list.nearest(typed).map(|it| it.zh), inner.at("name"), findings);
            None
        }
    }
}

/// Tells a word that its closed list does not have (0007).
pub(super) fn unknown(typed: &str, list: &Vocabulary, near: Option<&str>, span: Span, findings: &mut Findings) {
    let name = list.name;
    let finding = findings.raise(
        &UNKNOWN_VALUE,
        span,
        text! { zh: "“{typed}”不是{name}的规定用语", en: "`{typed}` is none of the words of {name}" },
    );
    let words: Vec<&str> = list.terms.iter().map(|term| term.zh).collect();
    let words = words.join("、");
    finding.note(crate::words! { zh: "可用", en: "allowed" }, crate::text::Text::same(words));
    if let Some(near) = near {
        finding.help(text! { zh: "是不是想写“{near}”？", en: "did you mean `{near}`?" });
    }
}
