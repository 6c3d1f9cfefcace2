//! `changes.json`.

use crate::{
    model,
    record::schema,
    site::{
        change,
        json::{Change, Changes, Withdrawal},
        route::PageId,
        site::Site,
        withdrawal,
    },
    vocabulary::Word,
};

pub(super) fn json<'m>(site: &Site<'m>) -> Changes<'m> {
    let down = |it: withdrawal::Withdrawal<'m>| Withdrawal {
        url: site.url(&site.address(it.page)).into(),
        index_number: it.index_number.map(Into::into),
        on: it.on.map(|day| day.to_string().into()),
        reason: it.reason.map(Into::into),
    };
    Changes {
        as_of: site.model.today.to_string().into(),
        url: site.url(&site.address(PageId::Changes)).into(),
        changes: change::changes(site.model).into_iter().map(|it| one(site, it)).collect(),
        withdrawals: withdrawal::withdrawals(site).into_iter().map(down).collect(),
    }
}

fn one<'m>(site: &Site<'m>, it: &'m model::Change) -> Change<'m> {
    let record = &it.record;
    let notice = it.notice.filter(|&it| site.is_open(it)).map(|it| &*site.model.entry(it).index_number);
    Change {
        on: it.on.to_string().into(),
        kind: it.kind.key().into(),
        kind_label: it.kind.label().into(),
        item: record.get(schema::Change::ITEM).map(Into::into),
        item_label: record.get(schema::Change::TITLE).unwrap_or_default().into(),
        field_label: record.get(schema::Change::FIELD).map(Into::into),
        what: record.all(schema::Change::WHAT).map(Into::into).collect(),
        reason: record.get(schema::Change::REASON).map(Into::into),
        basis: record.all(schema::Change::BASIS).map(Into::into).collect(),
        notice: notice.map(Into::into),
    }
}
