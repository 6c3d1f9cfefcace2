//! Heads of pages: titles, the content labels of 国办发〔2017〕47号.

use crate::{
    model::EntryId,
    schema,
    site::{
        page::{Alternate, Article, Head},
        route::{PageId, canonical},
        site::Site,
    },
};

impl<'m> Site<'m> {
    /// The head of `page`, which lies at `at`.
    pub(in crate::site) fn head(&self, page: PageId, at: &str) -> Head<'m> {
        let url = canonical(&self.model.site.url, at);
        Head {
            title: self.title(page).map(Into::into),
            description: self.description(page).map(Into::into),
            article: match page {
                PageId::Entry(id) => Some(self.article(id, &url)),
                _ => None,
            },
            alternates: Vec::<Alternate<'m>>::new(),
            noindex: matches!(page, PageId::Lost | PageId::Tombstone(_)),
            canonical: url.into(),
        }
    }

    fn title(&self, page: PageId) -> Option<String> {
        Some(match page {
            PageId::Home => return None,
            PageId::Catalogue => "政府信息主动公开目录".to_owned(),
            PageId::Field(id) => self.model.field(id).title.to_string(),
            PageId::List(list, None) => self.list_title(list),
            PageId::List(list, Some(number)) => format!("{}（第{number}页）", self.list_title(list)),
            PageId::Entry(id) => self.model.entry(id).title.to_string(),
            PageId::Plan(id) => self.model.plan(id).title.to_string(),
            PageId::Project(id) => self.model.project(id).title.to_string(),
            PageId::Register(id) => self.model.register(id).schema.title.clone(),
            PageId::Accounts => "政务新媒体账号".to_owned(),
            PageId::Coverage => "公开覆盖情况".to_owned(),
            PageId::Map => "站点地图".to_owned(),
            PageId::Lost => "页面不存在".to_owned(),
            PageId::Tombstone(_) => "内容已撤下".to_owned(),
        })
    }

    fn description(&self, page: PageId) -> Option<String> {
        match page {
            PageId::Home => {
                Some(format!("{}：政府信息主动公开目录、五公开、政策解读和工作任务。", self.model.site.title))
            }
            PageId::List(list, _) => Some(self.list_about(list)),
            PageId::Entry(id) => self.summary(id).map(str::to_owned),
            _ => None,
        }
    }

    fn article(&self, id: EntryId, url: &str) -> Article<'m> {
        let entry = self.model.entry(id);
        let keywords: Vec<&str> = entry.record.all(schema::Entry::KEYWORDS).collect();
        let published = entry.published.map(|it| {
            let time = it.time.map_or_else(|| "00:00".to_owned(), |time| time.to_string());
            format!("{} {time}", it.day)
        });
        Article {
            title: (*entry.title).into(),
            published: published.unwrap_or_default().into(),
            source: entry
                .record
                .get(schema::Entry::SOURCE)
                .unwrap_or(self.organisation_name(entry.organisation))
                .into(),
            keywords: (!keywords.is_empty()).then(|| keywords.join("，").into()),
            author: entry.office.as_deref().map(Into::into),
            description: self.summary(id).map(Into::into),
            image: None,
            url: Some(url.to_owned().into()),
            others: Vec::new(),
        }
    }
}
