//! Heads of pages: titles, the content labels of 国办发〔2017〕47号.

use super::{
    about::{list_about, list_title},
    archive, catalogue, change, exception, institution, linked_data, search, website,
};
use crate::{
    model::EntryId,
    record::schema,
    site::{
        Href,
        entry_facts::{organisation_name, summary},
        files::media_type,
        index::{OPEN_DATA, OPEN_DATA_TITLE, has_open_data},
        list::ListId,
        page::{Alternate, Article, Head, Html},
        route::{self, PageId, canonical},
        site::Site,
        twins::distinct,
    },
};

/// The media type of feeds as JSON.
const JSON_FEED: &str = "application/feed+json";

/// The head of `page`, which lies at `at`.
pub(super) fn head<'m>(site: &Site<'m>, page: PageId, at: &str) -> Head<'m> {
    let url = canonical(&site.model.site.url, at);
    Head {
        title: title(site, page).map(Into::into),
        description: description(site, page).map(Into::into),
        article: match page {
            PageId::Entry(id) => Some(article(site, id, &url)),
            _ => None,
        },
        alternates: feeds(site, page, at),
        scripts: Vec::new(),
        data: match page {
            PageId::Entry(id) => linked_data::entry(site, id).map(|it| Html(it.into())),
            _ => None,
        },
        noindex: page.stands_for_another(),
        refresh: None,
        canonical: url.into(),
    }
}

/// The feeds of a list, on its front page; every page names the Atom feed of the site, the home page its JSON and what data is open too.
fn feeds<'m>(site: &Site<'m>, page: PageId, at: &str) -> Vec<Alternate<'m>> {
    let feed = |address: String, media: &'static str, title: String| Alternate {
        href: Href::between(at, &address),
        media: media.into(),
        title: title.into(),
    };
    match page {
        PageId::Home => {
            let mut all = vec![feed("/feed.json".to_owned(), JSON_FEED, "最新公开".to_owned())];
            if has_open_data(site) {
                all.push(feed(OPEN_DATA.to_owned(), media_type(OPEN_DATA), OPEN_DATA_TITLE.to_owned()));
            }
            all
        }
        PageId::List(list, None) if site.has_feed(list) => {
            vec![
                feed(route::feed(site.model, list), "application/atom+xml", list_title(site, list)),
                feed(route::feed_json(site.model, list), JSON_FEED, list_title(site, list)),
            ]
        }
        _ => Vec::new(),
    }
}

fn title(site: &Site<'_>, page: PageId) -> Option<String> {
    Some(match page {
        PageId::Home => return None,
        PageId::Catalogue => "政府信息主动公开目录".to_owned(),
        PageId::NationalForm => catalogue::FORM.to_owned(),
        PageId::Field(id) => site.model.field(id).title.to_string(),
        PageId::List(list, number) => {
            let title = match list {
                // Its field, or a register, may be called the same.
                ListId::Item(id) => match site.model.item(id).field {
                    Some(field) => format!("{} - {}", site.model.item(id).title, site.model.field(field).title),
                    None => list_title(site, list),
                },
                _ => list_title(site, list),
            };
            number.map_or_else(|| title.clone(), |number| format!("{title}（第{number}页）"))
        }
        PageId::Archive(list, year) => archive::title(site, list, year),
        PageId::Entry(id) => distinct(site.model.entry(id), site.alike(id)),
        PageId::Plan(id) => site.model.plan(id).title.to_string(),
        PageId::Project(id) => site.model.project(id).title.to_string(),
        PageId::Register(id) => site.model.register(id).schema.title.clone(),
        PageId::Accounts => "政务新媒体账号".to_owned(),
        PageId::Institutions => institution::TITLE.to_owned(),
        PageId::Coverage => "公开覆盖情况".to_owned(),
        PageId::Changes => change::TITLE.to_owned(),
        PageId::Exceptions => exception::TITLE.to_owned(),
        PageId::Search => search::TITLE.to_owned(),
        PageId::Map => "站点地图".to_owned(),
        PageId::NotFound => "页面不存在".to_owned(),
        PageId::Tombstone(_) | PageId::Gone(_) => "内容已撤下".to_owned(),
        PageId::Redirect(_) => "页面已移动".to_owned(),
        PageId::Websites => website::TITLE.to_owned(),
    })
}

fn description(site: &Site<'_>, page: PageId) -> Option<String> {
    match page {
        PageId::Home => Some(format!("{}：政府信息主动公开目录、五公开、政策解读和工作任务。", site.model.site.title)),
        PageId::List(list, _) => Some(list_about(site, list)),
        PageId::Entry(id) => summary(site.model.entry(id)).map(str::to_owned),
        _ => None,
    }
}

/// The first picture that the entry publishes, by its whole address.
fn picture(site: &Site<'_>, id: EntryId) -> Option<String> {
    let mut files = site.files_of(id).iter();
    files.find(|it| media_type(&it.address).starts_with("image/")).map(|it| site.url(&it.address))
}

fn article<'m>(site: &Site<'m>, id: EntryId, url: &str) -> Article<'m> {
    let entry = site.model.entry(id);
    let keywords: Vec<&str> = entry.record.all(schema::Entry::KEYWORDS).collect();
    let published = entry.published.map(|it| {
        let time = it.time.map_or_else(|| "00:00".to_owned(), |time| time.to_string());
        format!("{} {time}", it.day)
    });
    Article {
        title: entry.title().into(),
        published: published.unwrap_or_default().into(),
        source: entry
            .record
            .get(schema::Entry::SOURCE)
            .unwrap_or(organisation_name(site.model, entry.organisation))
            .into(),
        keywords: (!keywords.is_empty()).then(|| keywords.join("，").into()),
        author: entry.office.as_deref().map(Into::into),
        description: summary(entry).map(Into::into),
        image: picture(site, id).map(Into::into),
        url: Some(url.to_owned().into()),
        others: Vec::new(),
    }
}
