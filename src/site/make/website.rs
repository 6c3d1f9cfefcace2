//! The page of the body's websites: name, domain, how each stands, and when and why it was closed.

use crate::{
    model::Website as ModelWebsite,
    record::{Key, Text, schema},
    site::{
        Href,
        entry_facts::organisation_name,
        page::{Fact, Label, Term, Website, Websites},
        site::Site,
    },
    vocabulary::WebsiteState,
};

/// What the page is called, wherever it is named.
pub(super) const TITLE: &str = "政府网站";

pub(super) fn page<'m>(site: &Site<'m>) -> Websites<'m> {
    let mut websites: Vec<&'m ModelWebsite> = site.model.websites.iter().collect();
    websites.sort_by_key(|it| it.state == Some(WebsiteState::Closed) || it.closed.is_some());
    Websites {
        title: TITLE.into(),
        lead: "本机关开办、整合和关停的网站。".into(),
        websites: websites.into_iter().map(|it| website(site, it)).collect(),
    }
}

fn website<'m>(site: &Site<'m>, it: &'m ModelWebsite) -> Website<'m> {
    let text = |key: Key<schema::Website, Text>| it.record.get(key).map(str::trim).filter(|it| !it.is_empty());
    let plain = |name: &'static str, value: Option<&'m str>| value.map(|it| Fact::plain(name, it));
    let other = |word: &'m str| Label { key: "other", label: word.into() };
    let notice = text(schema::Website::NOTICE).map(|notice| Fact {
        name: "关停公告".into(),
        values: vec![Term { text: notice.into(), href: Href::web(notice).filter(|_| notice.contains("://")) }],
    });
    let facts = [
        plain("域名", Some(&*it.domain)),
        plain("主办单位", Some(organisation_name(site.model, it.organisation)).filter(|it| !it.is_empty())),
        plain("网站标识码", text(schema::Website::SITE_ID)),
        plain("备案号", text(schema::Website::FILING)),
        it.closed.map(|day| Fact::plain("关停日期", day.to_string())),
        notice,
    ];
    Website {
        title: text(schema::Website::TITLE).unwrap_or(&it.domain).into(),
        state: it.state.map(Label::of).or_else(|| text(schema::Website::STATE).map(other)),
        facts: facts.into_iter().flatten().collect(),
    }
}
