//! An entry as JSON: only what may leave the house.

use crate::{
    model::EntryId,
    record::{Record, View},
    site::{
        Href,
        json::{Appearance, Attachment, Entry, Revision, Str},
        publish::media_type,
        whole::Site,
    },
    vocabulary::{Channel, DocumentClass, Genre, Origin, ProjectClass, Theme, Way, Word},
};

impl<'m> Site<'m> {
    pub(super) fn entry_json(&self, id: EntryId) -> Entry<'m> {
        let model = self.model;
        let entry = model.entry(id);
        let record = &entry.record;
        let way = entry.items.first().and_then(|&it| model.item(it).way).unwrap_or(Way::Active);
        let validity = self.validity(id);
        let day = |key: &str| record.day(key).map(|day| Str::from(day.to_string()));
        let one = |key: &'static str| entry.related(key).find(|&it| self.is_open(it)).map(|it| self.number_of(it));
        let back = |key: &'static str| self.referring(id, key).into_iter().map(|it| self.number_of(it)).collect();
        let origin = record.word("origin").unwrap_or(Origin::Own);
        let genre = record.word::<Genre>("genre");
        let class = record.word::<DocumentClass>("document_class");
        let project_class = record.word::<ProjectClass>("class");
        Entry {
            index_number: self.number_of(id),
            url: self.url(&entry.address).into(),
            title: (*entry.title).into(),
            kind: entry.kind.key().into(),
            kind_label: entry.kind.label().into(),
            items: entry.items.iter().map(|&it| (*model.item(it).id).into()).collect(),
            items_label: entry.items.iter().map(|&it| (*model.item(it).title).into()).collect(),
            disclosure: entry.disclosures.iter().map(|it| it.key().into()).collect(),
            disclosure_label: entry.disclosures.iter().map(|it| it.label().into()).collect(),
            facet: entry.facets.iter().map(|it| it.key().into()).collect(),
            facet_label: entry.facets.iter().map(|it| it.label().into()).collect(),
            document_number: record.text("number").map(Into::into),
            organisation: self.organisation_id(entry.organisation).into(),
            organisation_label: self.organisation_name(entry.organisation).into(),
            office: entry.office.as_deref().map(Into::into),
            made: entry.made.map(|day| day.to_string().into()),
            published: entry.published_day().map_or_else(String::new, |day| day.to_string()).into(),
            published_time: entry.published.and_then(|it| it.time).map(|time| time.to_string().into()),
            theme: record.text("theme").and_then(Theme::parse).map(|it| it.to_string().into()),
            genre: genre.map(|it| it.key().into()),
            genre_label: genre.map(|it| it.label().into()),
            document_class: class.map(|it| it.key().into()),
            document_class_label: class.map(|it| it.label().into()),
            validity: validity.map(|it| it.key().into()),
            validity_label: validity.map(|it| it.label().into()),
            effective: day("effective"),
            expires: day("expires"),
            way: way.key().into(),
            way_label: way.label().into(),
            origin: origin.key().into(),
            origin_label: origin.label().into(),
            source: record.text("source").map(Into::into),
            summary: self.summary(id).map(Into::into),
            keywords: record.texts("keywords").map(|it| it.value.into()).collect(),
            elements: elements(record),
            interprets: entry
                .related("interprets")
                .filter(|&it| self.is_open(it))
                .map(|it| self.number_of(it))
                .collect(),
            interpreted_by: back("interprets"),
            of: one("of"),
            results: back("of"),
            replaced_by: one("replaced_by"),
            project: entry.project.map(|it| (*model.project(it).id).into()),
            class: project_class.map(|it| it.key().into()),
            class_label: project_class.map(|it| it.label().into()),
            attachments: self.attachments_json(id),
            channels: record.records("channels").filter_map(appearance).collect(),
            revised: record.records("revised").filter_map(revision).collect(),
        }
    }

    fn number_of(&self, id: EntryId) -> Str<'m> {
        (*self.model.entry(id).index_number).into()
    }

    fn attachments_json(&self, id: EntryId) -> Vec<Attachment<'m>> {
        let make = |it: &crate::site::Published| {
            let facts = self.facts.get(&it.file)?;
            Some(Attachment {
                title: self.sources.path(it.file).rsplit('/').next().unwrap_or_default().into(),
                url: self.url(&it.address).into(),
                media_type: media_type(&it.address).into(),
                bytes: facts.size,
                sha256: facts.sha256.clone().into(),
            })
        };
        self.files_of(id).iter().filter_map(make).collect()
    }
}

fn elements(record: &Record) -> std::collections::BTreeMap<Str<'_>, Str<'_>> {
    let Some(elements) = record.record("elements") else { return std::collections::BTreeMap::new() };
    elements.fields().filter_map(|it| Some((it.name.into(), elements.text(it.name)?.into()))).collect()
}

fn appearance(record: View<'_>) -> Option<Appearance<'_>> {
    let (channel, other) = Channel::read(record.text("channel")?)?;
    Some(Appearance {
        channel: channel.key().into(),
        channel_label: other.unwrap_or(channel.label()).into(),
        // Whoever reads this will link it: what no page of ours links is left out here too.
        url: record.text("url").filter(|it| Href::web(it).is_some()).map(Into::into),
        on: record.day("on").map(|day| day.to_string().into()),
    })
}

fn revision(record: View<'_>) -> Option<Revision<'_>> {
    Some(Revision { on: record.day("on")?.to_string().into(), what: record.text("what").unwrap_or_default().into() })
}
