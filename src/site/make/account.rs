//! The page of the accounts: who opened each, and its newest posts; who manages and reviews it stays inside.

use super::link::entry_link;
use crate::{
    model::Account as ModelAccount,
    record::schema,
    site::{
        account_facts::{followers, posts},
        page::{Account, Accounts, Label, Post},
        site::Site,
    },
};

/// How many posts an account shows.
const POSTS: usize = 5;

pub(super) fn page<'m>(site: &Site<'m>, at: &str) -> Accounts<'m> {
    let mut accounts: Vec<&'m ModelAccount> = site.model.accounts.iter().collect();
    accounts.sort_by_key(|it| it.closed.is_some());
    Accounts {
        lead: Some("按照“谁开设、谁管理”的原则，列出本机关开设的政务新媒体账号。".into()),
        accounts: accounts.into_iter().map(|it| account(site, it, at)).collect(),
    }
}

fn account<'m>(site: &Site<'m>, account: &'m ModelAccount, at: &str) -> Account<'m> {
    let record = &account.record;
    let closed = account.closed.map(|day| match record.get(schema::Account::INTO) {
        Some(into) => {
            let name = site.model.accounts.iter().find(|it| &*it.id == into).map_or(into, |it| &it.name);
            format!("已于 {day} 关停，并入“{name}”")
        }
        None => format!("已于 {day} 关停"),
    });
    Account {
        id: (*account.id).into(),
        platform: account.platform.map_or(Label { key: "other", label: "其他".into() }, Label::of),
        name: (*account.name).into(),
        owner: record.get(schema::Account::OWNER).map(Into::into),
        opened: record.get(schema::Account::OPENED).map(|day| day.to_string().into()),
        followers: followers(site, account).pop().map(|(on, value)| format!("{value}（{on}）").into()),
        closed: closed.map(Into::into),
        posts: newest(site, &account.id, at),
    }
}

fn newest<'m>(site: &Site<'m>, account: &str, at: &str) -> Vec<Post<'m>> {
    posts(site, account)
        .take(POSTS)
        .map(|id| {
            let entry = site.model.entry(id);
            let record = &entry.record;
            let mark = match (record.get(schema::Entry::REMOVED.day()), record.get(schema::Entry::CORRECTED.day())) {
                (Some(day), _) => Some(format!("已于 {day} 撤下")),
                (None, Some(day)) => Some(format!("已于 {day} 更正")),
                (None, None) => None,
            };
            let link = entry_link(site, at, id);
            let on = entry.published_day().map_or_else(String::new, |day| day.to_string());
            Post { title: link.title, href: link.href, on: on.into(), mark: mark.map(Into::into) }
        })
        .collect()
}
