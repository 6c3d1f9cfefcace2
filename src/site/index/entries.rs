//! An entry as JSON: only what may leave the house.

use std::collections::BTreeMap;

use crate::{
    day::Day,
    model::EntryId,
    record::{Any, EntryRef, Field, Key, Many, Record, Text, Value, View, schema},
    site::{
        Href,
        entry_facts::{account_name, organisation_id, organisation_name, summary, validity},
        files::{PublishedFile, media_type},
        json::{Appearance, Attachment, Entry, Figure, Revision, Str},
        make::written,
        site::Site,
    },
    vocabulary::{Channel, EntryKind, Genre, Origin, Theme, Way, Word},
};

pub(super) fn entry<'m>(site: &Site<'m>, id: EntryId) -> Entry<'m> {
    let model = site.model;
    let entry = model.entry(id);
    let record = &entry.record;
    let way = entry.items.first().and_then(|&it| model.item(it).way).unwrap_or(Way::Active);
    let validity = validity(entry, site.model.today);
    let day = |key: Key<schema::Entry, Day>| record.get(key).map(|day| Str::from(day.to_string()));
    let one =
        |key: Key<schema::Entry, Any>| entry.related(key).find(|&it| site.is_open(it)).map(|it| number_of(site, it));
    let back =
        |key: Key<schema::Entry, Many<EntryRef>>| site.referring(id, key).map(|it| number_of(site, it)).collect();
    let interpreter = |key: Key<schema::Interpreter, Text>| {
        let text = record.get(schema::Entry::FIRST_INTERPRETER)?.get(key)?.trim();
        (entry.kind == EntryKind::Interpretation && !text.is_empty()).then(|| Str::from(text))
    };
    let origin = record.get(schema::Entry::ORIGIN).unwrap_or(Origin::Own);
    // What is no word of the list was told (0312).
    let genre = record.get(schema::Entry::GENRE).and_then(Genre::parse);
    let class = record.get(schema::Entry::DOCUMENT_CLASS);
    let project_class = record.get(schema::Entry::CLASS);
    Entry {
        index_number: number_of(site, id),
        url: site.url(&entry.address).into(),
        title: entry.title().into(),
        kind: entry.kind.key().into(),
        kind_label: entry.kind.label().into(),
        items: entry.items.iter().map(|&it| (*model.item(it).id).into()).collect(),
        items_label: entry.items.iter().map(|&it| (*model.item(it).title).into()).collect(),
        disclosure: entry.disclosures.iter().map(|it| it.key().into()).collect(),
        disclosure_label: entry.disclosures.iter().map(|it| it.label().into()).collect(),
        facet: entry.facets.iter().map(|it| it.key().into()).collect(),
        facet_label: entry.facets.iter().map(|it| it.label().into()).collect(),
        document_number: record.get(schema::Entry::NUMBER).map(Into::into),
        organisation: organisation_id(site.model, entry.organisation).into(),
        organisation_label: organisation_name(site.model, entry.organisation).into(),
        office: entry.office.as_deref().map(Into::into),
        made: entry.made.map(|day| day.to_string().into()),
        published: entry.published_day().map_or_else(String::new, |day| day.to_string()).into(),
        published_time: entry.published.and_then(|it| it.time).map(|time| time.to_string().into()),
        theme: record.get(schema::Entry::THEME).and_then(Theme::parse).map(|it| it.to_string().into()),
        genre: genre.map(|it| it.key().into()),
        genre_label: genre.map(|it| it.label().into()),
        ai_generated: record.get(schema::Entry::AI_GENERATED).unwrap_or(false),
        document_class: class.map(|it| it.key().into()),
        document_class_label: class.map(|it| it.label().into()),
        validity: validity.map(|it| it.key().into()),
        validity_label: validity.map(|it| it.label().into()),
        effective: day(schema::Entry::EFFECTIVE),
        expires: day(schema::Entry::EXPIRES),
        way: way.key().into(),
        way_label: way.label().into(),
        origin: origin.key().into(),
        origin_label: origin.label().into(),
        source: record.get(schema::Entry::SOURCE).map(Into::into),
        summary: summary(entry).map(Into::into),
        keywords: record.all(schema::Entry::KEYWORDS).map(Into::into).collect(),
        elements: elements(record),
        figures: record.get(schema::Entry::FIGURES).map(|it| figures(it.fields(), 0)).unwrap_or_default(),
        interprets: entry
            .related(schema::Entry::INTERPRETS)
            .filter(|&it| site.is_open(it))
            .map(|it| number_of(site, it))
            .collect(),
        interpreted_by: back(schema::Entry::INTERPRETS),
        first_interpreter: interpreter(schema::Interpreter::POST),
        first_interpreter_reason: interpreter(schema::Interpreter::REASON),
        of: one(schema::Entry::OF.any()),
        results: back(schema::Entry::OF),
        replaced_by: one(schema::Entry::REPLACED_BY.any()),
        project: entry.project.map(|it| (*model.project(it).id).into()),
        class: project_class.map(|it| it.key().into()),
        class_label: project_class.map(|it| it.label().into()),
        attachments: attachments(site, id),
        channels: record.all(schema::Entry::CHANNELS).filter_map(|it| appearance(site, it)).collect(),
        revised: record.all(schema::Entry::REVISED).filter_map(revision).collect(),
    }
}

fn number_of<'m>(site: &Site<'m>, id: EntryId) -> Str<'m> {
    (*site.model.entry(id).index_number).into()
}

pub(super) fn attachments<'m>(site: &Site<'m>, id: EntryId) -> Vec<Attachment<'m>> {
    let make = |it: &PublishedFile| {
        let facts = site.file_facts.get(&it.file)?;
        Some(Attachment {
            title: site.sources.path(it.file).rsplit('/').next().unwrap_or_default().into(),
            url: site.url(&it.address).into(),
            media_type: media_type(&it.address).into(),
            bytes: facts.size,
            sha256: facts.sha256.clone().into(),
        })
    };
    site.files_of(id).iter().filter_map(make).collect()
}

fn elements(record: &Record<schema::Entry>) -> BTreeMap<Str<'_>, Str<'_>> {
    let Some(elements) = record.get(schema::Entry::ELEMENTS) else { return BTreeMap::new() };
    elements.entries().map(|(name, text)| (name.into(), text.into())).collect()
}

/// Figures below figures, as deep as pages show them.
fn figures<'m>(fields: impl Iterator<Item = Field<'m>>, depth: usize) -> BTreeMap<Str<'m>, Figure<'m>> {
    let figure = |it: Field<'m>| {
        let figure = match it.value {
            Value::Integer(count) => Figure::Count(count),
            Value::Table(table) if depth < 5 => {
                let fields: Vec<Field<'m>> = View::<'m, Any>::from(table).fields().collect();
                Figure::Row(figures(fields.into_iter(), depth + 1))
            }
            value => Figure::Text(written(value)?.into()),
        };
        Some((Str::from(it.name.chosen()?), figure))
    };
    fields.filter_map(figure).collect()
}

fn appearance<'m>(site: &Site<'m>, record: View<'m, schema::PublishedAt>) -> Option<Appearance<'m>> {
    let typed = record.get(schema::PublishedAt::CHANNEL).filter(|it| !it.trim().is_empty())?;
    let (channel, other) = Channel::kept(typed);
    let account = record.get(schema::PublishedAt::ACCOUNT).map(str::trim).filter(|it| !it.is_empty());
    Some(Appearance {
        channel: channel.key().into(),
        channel_label: other.unwrap_or(channel.label()).into(),
        account: account.map(|it| account_name(site.model, it).into()),
        // Whoever reads this will link it: what no page of ours links is left out here too.
        url: record.get(schema::PublishedAt::URL).filter(|it| Href::web(it).is_some()).map(Into::into),
        on: record.get(schema::PublishedAt::ON).map(|day| day.to_string().into()),
    })
}

fn revision(record: View<'_, schema::Revision>) -> Option<Revision<'_>> {
    Some(Revision {
        on: record.get(schema::Revision::ON)?.to_string().into(),
        what: record.get(schema::Revision::WHAT).unwrap_or_default().into(),
    })
}
