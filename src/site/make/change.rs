//! The page of changes.

use super::link::{entry_link, href, link};
use crate::{
    model,
    record::schema,
    site::{
        Href, change,
        list::ListId,
        page::{Change, ChangeGroup, Changes, Download, Label, Withdrawal},
        route::PageId,
        site::Site,
        withdrawal,
    },
};

/// What the page is called, wherever it is named.
pub(super) const TITLE: &str = "目录变更记录";

pub(super) fn page<'m>(site: &Site<'m>, at: &str) -> Changes<'m> {
    let all = change::changes(site.model);
    let together = |a: &&model::Change, b: &&model::Change| a.on == b.on && a.notice == b.notice;
    let groups = all.chunk_by(together).map(|group| ChangeGroup {
        on: group[0].on.to_string().into(),
        notice: group[0].notice.filter(|&it| site.is_open(it)).map(|it| entry_link(site, at, it)),
        changes: group.iter().map(|it| one(site, it, at)).collect(),
    });
    let down = |it: withdrawal::Withdrawal<'m>| {
        let address = site.address(it.page);
        Withdrawal {
            name: it.index_number.map_or_else(|| address, Into::into),
            href: href(site, at, it.page),
            on: it.on.map_or_else(String::new, |day| day.to_string()).into(),
            reason: it.reason.map(Into::into),
        }
    };
    Changes {
        title: TITLE.into(),
        lead: "主动公开目录新增、取消、移动、修改了哪些公开事项，以及撤下了哪些信息。".into(),
        catalogue: link(site, at, "主动公开目录", PageId::Catalogue),
        groups: groups.collect(),
        withdrawals: withdrawal::withdrawals(site).into_iter().map(down).collect(),
        downloads: vec![Download {
            href: Href::between(at, "/api/v1/changes.json"),
            format: "JSON".into(),
            size: None,
        }],
    }
}

fn one<'m>(site: &Site<'m>, it: &'m model::Change, at: &str) -> Change<'m> {
    let record = &it.record;
    let open = it.item.filter(|&id| site.model.item(id).is_open());
    Change {
        kind: Label::of(it.kind),
        title: record.get(schema::Change::TITLE).unwrap_or_default().into(),
        href: open.map(|id| href(site, at, PageId::List(ListId::Item(id), None))),
        field: record.get(schema::Change::FIELD).unwrap_or_default().into(),
        what: record.all(schema::Change::WHAT).map(Into::into).collect(),
        reason: record.get(schema::Change::REASON).map(Into::into),
        basis: record.all(schema::Change::BASIS).map(Into::into).collect(),
    }
}
