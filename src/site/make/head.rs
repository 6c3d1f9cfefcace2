//! Heads of pages: titles, the page labels of 国办发〔2017〕47号, the way from the home page.

use crate::{
    model::EntryId,
    site::{
        list::ListId,
        page::{Alternate, Article, Column, Head, Link},
        route::{PageId, canonical},
        whole::Site,
    },
};

impl<'m> Site<'m> {
    /// The head of `page`, which lies at `at`.
    pub(in crate::site) fn head(&self, page: PageId, at: &str) -> Head<'m> {
        let url = canonical(&self.model.site.url, at);
        Head {
            title: self.title(page).map(Into::into),
            description: self.description(page).map(Into::into),
            column: self.column(page),
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

    /// The column labels: all pages but home, 404 and tombstones.
    fn column(&self, page: PageId) -> Option<Column<'m>> {
        let made = |name: String, about: String, kind: &'static str| Column {
            keywords: format!("{name}，{}", self.owner_short()).into(),
            name: name.into(),
            description: about.into(),
            kind: kind.into(),
        };
        let own = |name: &str, about: &str| Some(made(name.to_owned(), about.to_owned(), "信息公开目录"));
        match page {
            PageId::Home | PageId::Lost | PageId::Tombstone(_) => None,
            PageId::Entry(id) => {
                let &item = self.model.entry(id).items.first()?;
                self.column(PageId::List(ListId::Item(item), None))
            }
            PageId::List(list, _) => Some(made(self.list_title(list), self.list_about(list), self.list_kind(list))),
            PageId::Catalogue => own(
                "政府信息主动公开目录",
                "本机关主动公开的全部事项及其内容、依据、时限、主体、渠道、对象、方式和层级。",
            ),
            PageId::Field(id) => {
                let title = &self.model.field(id).title;
                Some(made(title.to_string(), format!("{title}类公开事项。"), "信息公开目录"))
            }
            PageId::Plan(id) => {
                let title = &self.model.plan(id).title;
                Some(made(title.to_string(), format!("{title}的任务分解和完成情况。"), "规划计划"))
            }
            PageId::Project(id) => {
                let title = &self.model.project(id).title;
                Some(made(title.to_string(), format!("{title}从批准到竣工的公开信息。"), "重大建设项目"))
            }
            PageId::Register(id) => {
                let title = &self.model.register(id).schema.title;
                Some(made(title.clone(), format!("{title}全文。"), "信息公开目录"))
            }
            PageId::Accounts => own("政务新媒体账号", "本机关开设的政务微博、微信等账号。"),
            PageId::Coverage => own("公开覆盖情况", "公开事项与五公开的对应和公开数量。"),
            PageId::Map => own("站点地图", "本站全部栏目。"),
        }
    }

    fn owner_short(&self) -> &'m str {
        self.model.owner().map_or("", |it| &it.short)
    }

    fn article(&self, id: EntryId, url: &str) -> Article<'m> {
        let entry = self.model.entry(id);
        let keywords: Vec<&str> = entry.record.texts("keywords").map(|it| it.value).collect();
        let published = entry.published.map(|it| {
            let time = it.time.map_or_else(|| "00:00".to_owned(), |time| time.to_string());
            format!("{} {time}", it.day)
        });
        Article {
            title: (*entry.title).into(),
            published: published.unwrap_or_default().into(),
            source: entry.record.text("source").unwrap_or(self.organisation_name(entry.organisation)).into(),
            keywords: (!keywords.is_empty()).then(|| keywords.join("，").into()),
            author: entry.office.as_deref().map(Into::into),
            description: self.summary(id).map(Into::into),
            image: None,
            url: Some(url.to_owned().into()),
            others: Vec::new(),
        }
    }

    /// The way from the home page to `page`, without the page itself.
    pub(in crate::site) fn trail(&self, page: PageId, at: &str) -> Vec<Link<'m>> {
        let mut trail = vec![self.link(at, "首页", PageId::Home)];
        match page {
            PageId::Home | PageId::Lost | PageId::Tombstone(_) => return Vec::new(),
            PageId::Field(id) => {
                trail.push(self.link(at, "目录", PageId::Catalogue));
                self.above(id, at, &mut trail);
            }
            PageId::List(ListId::Item(id), number) => {
                self.to_item(id, at, &mut trail);
                if number.is_some() {
                    trail.push(self.item_link(at, id));
                }
            }
            PageId::List(list, Some(_)) => {
                trail.push(Link { title: self.list_title(list).into(), href: self.to(at, PageId::List(list, None)) });
            }
            PageId::Entry(id) => {
                if let Some(&item) = self.model.entry(id).items.first() {
                    self.to_item(item, at, &mut trail);
                    trail.push(self.item_link(at, item));
                }
            }
            _ => {}
        }
        trail
    }

    fn to_item(&self, id: crate::model::ItemId, at: &str, trail: &mut Vec<Link<'m>>) {
        trail.push(self.link(at, "目录", PageId::Catalogue));
        if let Some(field) = self.model.item(id).field {
            self.above(field, at, trail);
            trail.push(self.link(at, &self.model.field(field).title, PageId::Field(field)));
        }
    }

    /// The fields above `id`, from the top.
    fn above(&self, id: crate::model::FieldId, at: &str, trail: &mut Vec<Link<'m>>) {
        let mut parents = Vec::new();
        let mut next = self.model.field(id).parent;
        while let Some(field) = next {
            parents.push(field);
            next = self.model.field(field).parent;
        }
        for field in parents.into_iter().rev() {
            trail.push(self.link(at, &self.model.field(field).title, PageId::Field(field)));
        }
    }
}
