//! The page of an entry.

use super::{
    budget,
    facts::contact,
    facts::{elements, particulars},
    figures,
    history::history,
    link::{entry_link, href, item_link},
    material::Material,
    qr,
    relation::relations,
    sheet::{download, format_of, sheet, size_words},
    strip::strip,
    strip_text,
    text::text,
};
use crate::{
    day::Day,
    model::{self, EntryId, State, WithheldFile},
    record::{View, schema},
    site::{
        Href,
        entry_facts::{account_name, organisation_name, validity},
        files::no_longer_offered,
        list::ListId,
        page::{Alert, Anchor, Attachment, Elsewhere, Entry, Label, Link, Metadata, OwnProject, RedHead, Str},
        route::{PageId, canonical},
        site::Site,
    },
    vocabulary::{Channel, EntryKind, Theme, Validity, Way, Word},
};

pub(super) fn page<'a>(site: &'a Site<'_>, id: EntryId, material: &'a Material, at: &str) -> Entry<'a> {
    let entry = site.model.entry(id);
    let record = &entry.record;
    let neighbours = entry.items.first().map(|&item| site.lists.neighbours(item, id));
    let (older, newer) = neighbours.unwrap_or_default();
    let table = entry.table.as_ref().and_then(|typed| {
        let rows = material.tables.get(&typed.at())?;
        let schema = typed.register.map(|it| &site.model.register(it).schema);
        Some(sheet(entry.title(), rows, schema, download(site, id, typed.file, at)))
    });
    let (mut particulars, mut elements) = (particulars(site, id), elements(entry));
    let strip = strip(site, id, at, &mut particulars, &mut elements);
    let mut values = Entry {
        chart: budget::chart(site, id, material),
        title: entry.title().into(),
        kind: Label::of(entry.kind),
        red_head: red_head(site, id),
        alert: alert(site, id, at),
        ai_generated: record.get(schema::Entry::AI_GENERATED).unwrap_or(false),
        metadata: metadata(site, id, at),
        project: project(site, id, at),
        strip,
        particulars,
        elements,
        summary: record.get(schema::Entry::SUMMARY).map(Into::into),
        contents: contents(entry),
        text: text(site, id, material),
        table,
        figures: figures::sheets(entry),
        attachments: attachments(site, id, material, at),
        relations: relations(site, id, at),
        channels: record.all(schema::Entry::CHANNELS).filter_map(|it| elsewhere(site, it)).collect(),
        history: history(site, id, at),
        contact: contact(site, entry.organisation, entry.office.as_deref()),
        report_errors: report_errors(site, at),
        newer: newer.map(|it| entry_link(site, at, it)),
        older: older.map(|it| entry_link(site, at, it)),
        qr: qr::is_wanted(site.model.site.qr, entry).then(qr::due),
    };
    strip_text::read(&mut values, entry);
    values
}

/// Adds the text to the values of a page that were made without.
pub(super) fn fill<'a>(site: &'a Site<'_>, values: &mut Entry<'a>, id: EntryId, material: &'a Material) {
    values.text = text(site, id, material);
    strip_text::read(values, site.model.entry(id));
}

/// The project that the entry tells of, and where it is.
fn project<'m>(site: &Site<'m>, id: EntryId, at: &str) -> Option<OwnProject<'m>> {
    let entry = site.model.entry(id);
    let project = entry.project?;
    let stage = entry.record.get(schema::Entry::STAGE);
    let of = site.model.project(project);
    Some(OwnProject {
        title: (*of.title).into(),
        href: href(site, at, PageId::Project(project)),
        class: entry.record.get(schema::Entry::CLASS).map(|it| it.label().into()),
        stage: stage.map(|it| it.label().into()),
        current: of.stage.filter(|it| Some(*it) != stage).map(|it| it.label().into()),
    })
}

/// Where errors of this page are reported; a letter names the page.
fn report_errors<'m>(site: &Site<'m>, at: &str) -> Option<Link<'m>> {
    let address = site.model.site.identity.report_errors.as_deref()?.trim();
    let href = Href::web(address)?;
    let is_mail = address.get(..7).is_some_and(|it| it.eq_ignore_ascii_case("mailto:"));
    let href = if is_mail {
        let page = encoded(&canonical(&site.model.site.url, at));
        let sign = if address.contains('?') { '&' } else { '?' };
        let subject =
            if address.contains("subject=") { String::new() } else { format!("subject={}&", encoded("网页纠错")) };
        Href::outside(format!("{address}{sign}{subject}body={page}"))
    } else {
        href
    };
    Some(Link { title: "网页纠错".into(), href })
}

/// `text` as it stands in the query of an address.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b':' => {
                out.push(char::from(byte));
            }
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

/// The headings that a reader jumps to: those of the first level that has three.
fn contents(entry: &model::Entry) -> Vec<Anchor<'_>> {
    let mut levels = [0; 7];
    entry.body.headings().for_each(|it| levels[usize::from(it.level).min(6)] += 1);
    let Some(level) = levels.iter().position(|&count| count >= 3) else { return Vec::new() };
    let named = entry.body.headings().filter(|it| usize::from(it.level) == level && !it.id.is_empty());
    named.map(|it| Anchor { title: it.text.into(), id: it.id.into() }).collect()
}

/// 版头: for documents with a number.
fn red_head<'m>(site: &Site<'m>, id: EntryId) -> Option<RedHead<'m>> {
    let entry = site.model.entry(id);
    let number = entry.record.get(schema::Entry::NUMBER).filter(|it| *it != "无")?;
    matches!(entry.kind, EntryKind::Document).then(|| RedHead {
        organisation: organisation_name(site.model, entry.organisation).into(),
        number: Some(number.into()),
    })
}

/// 废止, 失效 and the like, or that names are shown no more, in words at the top.
fn alert<'m>(site: &Site<'m>, id: EntryId, at: &str) -> Option<Alert<'m>> {
    if let Some(names) = site.model.entry(id).hidden_names() {
        let (until, since) = (names.until, names.until.plus(1));
        let what = if names.whole.is_some() { "姓名和载有姓名的正文" } else { "姓名" };
        let text = format!("姓名公示到 {until} 为止，自 {since} 起{what}不再显示。");
        return Some(Alert { key: "names-hidden", text: text.into(), link: None });
    }
    // Only a preview shows these.
    match site.model.entry(id).state {
        State::Draft => {
            let text = "草稿：只在预览中显示，不会发布。";
            return Some(Alert { key: "draft", text: text.into(), link: None });
        }
        State::Scheduled => {
            let on = site.model.entry(id).record.get(schema::Entry::PUBLISH_ON);
            let on = on.map(|it| format!(" {it} ")).unwrap_or_default();
            let text = format!("预览：定于{on}公开，在那以前不会发布。");
            return Some(Alert { key: "scheduled", text: text.into(), link: None });
        }
        State::Published | State::Withdrawn => {}
    }
    let validity = validity(site.model.entry(id), site.model.today)?;
    let record = &site.model.entry(id).record;
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
            let day = record.get(schema::Entry::EFFECTIVE).map(|day| format!("，自 {day} 起施行")).unwrap_or_default();
            format!("本文件尚未施行{day}。")
        }
    };
    let link = site.model.entry(id).related(schema::Entry::REPLACED_BY).find(|&it| site.is_open(it));
    Some(Alert { key: validity.key(), text: text.into(), link: link.map(|it| entry_link(site, at, it)) })
}

fn metadata<'m>(site: &Site<'m>, id: EntryId, at: &str) -> Metadata<'m> {
    let entry = site.model.entry(id);
    let record = &entry.record;
    let day = |key| record.get(key).map(|day: Day| day.to_string().into());
    let to = |title: Str<'m>, list: ListId| Link { title, href: href(site, at, PageId::List(list, None)) };
    let organisation = entry.organisation.or(site.model.site.organisation);
    let published = entry.published.map_or_else(String::new, |it| it.to_string());
    let theme = record.get(schema::Entry::THEME).map(|text| match Theme::parse(text) {
        Some(theme) => to(text.replace('\\', " › ").into(), ListId::theme(theme)),
        None => Link { title: text.replace('\\', " › ").into(), href: Href::between(at, at) },
    });
    let keywords: Vec<&str> = record.all(schema::Entry::KEYWORDS).collect();
    let way = entry.items.first().and_then(|&it| site.model.item(it).way).unwrap_or(Way::Active);
    Metadata {
        index_number: match &*entry.index_number {
            "" if entry.state == State::Draft => "（草稿，发布时编号）".into(),
            number => number.into(),
        },
        items: entry.items.iter().map(|&it| item_link(site, at, it)).collect(),
        organisation: match organisation {
            Some(it) => to((*site.model.organisation(it).name).into(), ListId::Organisation(it)),
            None => Link { title: (*site.model.site.title).into(), href: href(site, at, PageId::Home) },
        },
        office: entry.office.as_deref().map(Into::into),
        made: entry.made.map(|day| day.to_string().into()),
        document_number: record.get(schema::Entry::NUMBER).map(Into::into),
        published: published.into(),
        theme,
        genre: record.get(schema::Entry::GENRE).map(Into::into),
        document_class: record.get(schema::Entry::DOCUMENT_CLASS).map(|it| it.label().into()),
        validity: validity(entry, site.model.today).map(Label::of),
        effective: day(schema::Entry::EFFECTIVE),
        expires: day(schema::Entry::EXPIRES),
        way: Label::of(way),
        disclosures: entry.disclosures.iter().map(|it| to(it.label().into(), ListId::Disclosure(it))).collect(),
        facets: entry.facets.iter().map(|it| to(it.label().into(), ListId::Facet(it))).collect(),
        source: record.get(schema::Entry::SOURCE).map(Into::into),
        keywords: (!keywords.is_empty()).then(|| keywords.join("、").into()),
    }
}

/// Listed attachments; the entry's own table is shown as a table, not again as a file.
fn attachments<'a>(site: &'a Site<'_>, id: EntryId, material: &'a Material, at: &str) -> Vec<Attachment<'a>> {
    let entry = site.model.entry(id);
    let own = entry.table.as_ref().map(|it| it.file);
    let withheld = site.withheld_of(id).iter().filter_map(|&file| {
        let names = entry.hidden_names()?;
        let WithheldFile { why, title, .. } = names.withheld(file)?;
        Some(Attachment {
            title: (**title).into(),
            href: None,
            format: format_of(title).into(),
            size: "".into(),
            note: Some(no_longer_offered(names.until, *why).into()),
            tables: Vec::new(),
        })
    });
    let listed = site.files_of(id).iter().filter(|it| it.listed && Some(it.file) != own);
    listed
        .map(|it| {
            let title = site.sources.path(it.file).rsplit('/').next().unwrap_or_default();
            let tables = material.tables.get(&(it.file, None)).map(|table| sheet(title, table, None, Vec::new()));
            Attachment {
                title: title.into(),
                href: Some(Href::between(at, &it.address)),
                format: format_of(&it.address).into(),
                note: None,
                size: site.file_facts.get(&it.file).map_or_else(String::new, |it| size_words(it.size)).into(),
                tables: tables.into_iter().collect(),
            }
        })
        .chain(withheld)
        .collect()
}

fn elsewhere<'m>(site: &Site<'m>, record: View<'m, schema::PublishedAt>) -> Option<Elsewhere<'m>> {
    let typed = record.get(schema::PublishedAt::CHANNEL).filter(|it| !it.trim().is_empty())?;
    let (channel, other) = Channel::kept(typed);
    let channel = other.unwrap_or(channel.label());
    let channel = match record.get(schema::PublishedAt::ACCOUNT).map(str::trim).filter(|it| !it.is_empty()) {
        Some(account) => format!("{channel}：{}", account_name(site.model, account)).into(),
        None => channel.into(),
    };
    Some(Elsewhere {
        channel,
        href: record.get(schema::PublishedAt::URL).and_then(Href::web),
        on: record.get(schema::PublishedAt::ON).map(|day| day.to_string().into()),
    })
}
