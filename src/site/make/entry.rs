//! The page of an entry.

use super::{
    facts::elements,
    page::Material,
    row::word,
    sheet::{format_of, sheet, size_words},
};
use crate::{
    day::Day,
    markup::{self, HtmlTemplate, LinkUse, Resolved},
    model::EntryId,
    record::View,
    schema,
    site::{
        Href,
        list::ListId,
        page::{Alert, Attachment, Elsewhere, Entry, Html, Link, Metadata, RedHead, Revision, Str},
        route::PageId,
        site::Site,
    },
    text::Lang,
    vocabulary::{Channel, EntryKind, Theme, Validity, Way, Word},
};

/// What the site's own words in a text are in.
pub const TONGUE: Lang = Lang::Zh;

impl<'m> Site<'m> {
    pub(in crate::site) fn entry<'a>(&'a self, id: EntryId, material: &'a Material, at: &str) -> Entry<'a> {
        let entry = self.model.entry(id);
        let record = &entry.record;
        let day = |key| record.get(key).map(|day: Day| day.to_string());
        let neighbours = entry.items.first().map(|&item| self.lists.neighbours(item, id));
        let (older, newer) = neighbours.unwrap_or_default();
        let table = entry.table.as_ref().and_then(|typed| {
            let rows = material.tables.get(&typed.at())?;
            let schema = typed.register.map(|it| &self.model.register(it).schema);
            Some(sheet(&entry.title, rows, schema, self.download(id, typed.file, at)))
        });
        Entry {
            title: (*entry.title).into(),
            kind: word(entry.kind),
            red_head: self.red_head(id),
            alert: self.alert(id, at),
            metadata: self.metadata(id, at),
            particulars: self.particulars(id, at),
            elements: elements(entry),
            summary: record.get(schema::Entry::SUMMARY).map(Into::into),
            text: self.text(id, material),
            table,
            attachments: self.attachments(id, material, at),
            relations: self.relations(id, at),
            channels: record.all(schema::Entry::CHANNELS).filter_map(elsewhere).collect(),
            revisions: record
                .all(schema::Entry::REVISED)
                .filter_map(|it| {
                    Some(Revision {
                        on: it.get(schema::Revision::ON)?.to_string().into(),
                        what: it.get(schema::Revision::WHAT).unwrap_or_default().into(),
                    })
                })
                .collect(),
            contact: self.contact(entry.organisation, entry.office.as_deref()),
            newer: newer.map(|it| self.entry_link(at, it)),
            older: older.map(|it| self.entry_link(at, it)),
        }
        .with_days(day(schema::Entry::EFFECTIVE), day(schema::Entry::EXPIRES))
    }

    pub(super) fn text<'a>(&self, id: EntryId, material: &'a Material) -> Option<Html<'a>> {
        let html: Str<'a> = if let Some(html) = &material.html {
            html.as_str().into()
        } else {
            let body = material.text.get(self.model.entry(id).body.start as usize..)?;
            let mut html = String::new();
            markup::render(&markup::parse(body), TONGUE, &mut self.resolver(id), &mut html);
            html.into()
        };
        (!html.trim().is_empty()).then_some(Html(html))
    }

    /// The HTML of the entry's text out of its draft, if that can be filled.
    pub fn filled(&self, id: EntryId, draft: &HtmlTemplate) -> Option<String> {
        draft.fill(&mut self.resolver(id))
    }

    /// Leads the links of the entry's text where the plan says.
    fn resolver(&self, id: EntryId) -> impl FnMut(LinkUse<'_>) -> Resolved {
        let entry = self.model.entry(id);
        // Links are met in the order in which the plan has followed them; any other is followed now.
        let mut followed = entry.body.links().zip(&self.targets[id.at()]);
        move |it| {
            let known = if it.image { None } else { followed.find(|(link, _)| *link.to == *it.destination) };
            let target = known.map_or_else(|| self.target(id, it.destination), |(_, target)| *target);
            match self.href(id, it.destination, target) {
                Some(href) if href.as_str() == it.destination => Resolved::Unchanged,
                Some(href) => Resolved::To(href.into_text()),
                None => Resolved::Omitted,
            }
        }
    }

    /// 版头: for documents with a number.
    fn red_head(&self, id: EntryId) -> Option<RedHead<'m>> {
        let entry = self.model.entry(id);
        let number = entry.record.get(schema::Entry::NUMBER).filter(|it| *it != "无")?;
        matches!(entry.kind, EntryKind::Document).then(|| RedHead {
            organisation: self.organisation_name(entry.organisation).into(),
            number: Some(number.into()),
        })
    }

    /// 废止, 失效 and the like, in words at the top.
    fn alert(&self, id: EntryId, at: &str) -> Option<Alert<'m>> {
        let validity = self.validity(id)?;
        let record = &self.model.entry(id).record;
        let since = record
            .get(schema::Entry::SINCE)
            .or(record.get(schema::Entry::EXPIRES).filter(|_| validity == Validity::Lapsed));
        let since = since.map(|day| format!("自 {day} 起")).unwrap_or_default();
        let text = match validity {
            Validity::Valid => return None,
            Validity::Repealed => format!("本文件{since}已经废止。"),
            Validity::Lapsed => format!("本文件{since}已经失效。"),
            Validity::Amended => format!("本文件{since}已经修改，请以修改后的文本为准。"),
            Validity::PartlyLapsed => format!("本文件{since}部分内容已经失效。"),
            Validity::NotYet => {
                let day =
                    record.get(schema::Entry::EFFECTIVE).map(|day| format!("，自 {day} 起施行")).unwrap_or_default();
                format!("本文件尚未施行{day}。")
            }
        };
        let link = self.model.entry(id).related(schema::Entry::REPLACED_BY).find(|&it| self.is_open(it));
        Some(Alert { key: validity.key(), text: text.into(), link: link.map(|it| self.entry_link(at, it)) })
    }

    fn metadata(&self, id: EntryId, at: &str) -> Metadata<'m> {
        let entry = self.model.entry(id);
        let record = &entry.record;
        let to = |title: Str<'m>, list: ListId| Link { title, href: self.to(at, PageId::List(list, None)) };
        let organisation = entry.organisation.or(self.model.site.organisation);
        let published = entry.published.map_or_else(String::new, |it| it.to_string());
        let theme = record.get(schema::Entry::THEME).map(|text| match Theme::parse(text) {
            Some(theme) => to(text.into(), ListId::theme(theme)),
            None => Link { title: text.into(), href: Href::between(at, at) },
        });
        let keywords: Vec<&str> = record.all(schema::Entry::KEYWORDS).collect();
        let way = entry.items.first().and_then(|&it| self.model.item(it).way).unwrap_or(Way::Active);
        Metadata {
            index_number: (*entry.index_number).into(),
            items: entry.items.iter().map(|&it| self.item_link(at, it)).collect(),
            organisation: match organisation {
                Some(it) => to((*self.model.organisation(it).name).into(), ListId::Organisation(it)),
                None => Link { title: (*self.model.site.title).into(), href: self.to(at, PageId::Home) },
            },
            office: entry.office.as_deref().map(Into::into),
            made: entry.made.map(|day| day.to_string().into()),
            document_number: record.get(schema::Entry::NUMBER).map(Into::into),
            published: published.into(),
            theme,
            genre: record.get(schema::Entry::GENRE).map(Into::into),
            document_class: record.get(schema::Entry::DOCUMENT_CLASS).map(|it| it.label().into()),
            validity: self.validity(id).map(word),
            effective: None,
            expires: None,
            way: word(way),
            disclosures: entry.disclosures.iter().map(|it| to(it.label().into(), ListId::Disclosure(it))).collect(),
            facets: entry.facets.iter().map(|it| to(it.label().into(), ListId::Facet(it))).collect(),
            source: record.get(schema::Entry::SOURCE).map(Into::into),
            keywords: (!keywords.is_empty()).then(|| keywords.join("、").into()),
        }
    }

    /// Listed attachments; the entry's own table is shown as a table, not again as a file.
    fn attachments<'a>(&'a self, id: EntryId, material: &'a Material, at: &str) -> Vec<Attachment<'a>> {
        let own = self.model.entry(id).table.as_ref().map(|it| it.file);
        let listed = self.files_of(id).iter().filter(|it| it.listed && Some(it.file) != own);
        listed
            .map(|it| {
                let title = self.sources.path(it.file).rsplit('/').next().unwrap_or_default();
                let tables = material.tables.get(&(it.file, None)).map(|table| sheet(title, table, None, Vec::new()));
                Attachment {
                    title: title.into(),
                    href: Href::between(at, &it.address),
                    format: format_of(&it.address).into(),
                    size: self.facts.get(&it.file).map_or_else(String::new, |it| size_words(it.size)).into(),
                    tables: tables.into_iter().collect(),
                }
            })
            .collect()
    }
}

impl Entry<'_> {
    fn with_days(mut self, effective: Option<String>, expires: Option<String>) -> Self {
        self.metadata.effective = effective.map(Into::into);
        self.metadata.expires = expires.map(Into::into);
        self
    }
}

fn elsewhere(record: View<'_, schema::PublishedAt>) -> Option<Elsewhere<'_>> {
    let typed = record.get(schema::PublishedAt::CHANNEL)?;
    let channel = match Channel::read(typed) {
        Some((_, Some(other))) => other.into(),
        Some((channel, None)) => channel.label().into(),
        None => typed.into(),
    };
    Some(Elsewhere {
        channel,
        href: record.get(schema::PublishedAt::URL).and_then(Href::web),
        on: record.get(schema::PublishedAt::ON).map(|day| day.to_string().into()),
    })
}
