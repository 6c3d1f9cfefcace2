//! `accounts.json`: the new-media accounts, with their followers and posts; who manages and reviews them stays inside.

use crate::{
    model,
    record::schema,
    site::{
        account_facts::{followers, posts},
        json::{Account, Accounts, Followers},
        route::PageId,
        site::Site,
    },
    vocabulary::Word,
};

pub(super) fn json<'m>(site: &Site<'m>) -> Accounts<'m> {
    Accounts {
        as_of: site.model.today.to_string().into(),
        url: site.url(&site.address(PageId::Accounts)).into(),
        accounts: site.model.accounts.iter().map(|it| account(site, it)).collect(),
    }
}

fn account<'m>(site: &Site<'m>, account: &'m model::Account) -> Account<'m> {
    let record = &account.record;
    let mut posts: Vec<_> = posts(site, &account.id).collect();
    posts.reverse();
    let counted = |(on, value): (String, i64)| Some(Followers { on: on.into(), value: value.try_into().ok()? });
    Account {
        id: (*account.id).into(),
        platform: account.platform.map_or("other", Word::key).into(),
        platform_label: account.platform.map_or("其他", Word::label).into(),
        name: (*account.name).into(),
        owner: record.get(schema::Account::OWNER).map(Into::into),
        opened: record.get(schema::Account::OPENED).map(|day| day.to_string().into()),
        closed: account.closed.filter(|&day| day <= site.model.today).map(|day| day.to_string().into()),
        into: record.get(schema::Account::INTO).map(Into::into),
        followers: followers(site, account).into_iter().filter_map(counted).collect(),
        posts: posts.into_iter().map(|id| (*site.model.entry(id).index_number).into()).collect(),
    }
}
