//! `institutions.json`.

use super::organisations::disclosure;
use crate::{
    model::{EntryId, ItemId},
    record::schema,
    site::{
        institution_facts,
        json::{Appraisal, Institution, InstitutionItem, Institutions},
        list::ListId,
        route::PageId,
        site::Site,
    },
    vocabulary::Word as _,
};

pub(super) fn json<'m>(site: &Site<'m>) -> Institutions<'m> {
    let supervision = institution_facts::supervision(site).into_iter();
    let supervision = supervision.map(|id| item(site, id, site.lists.get(ListId::Item(id)).len()));
    Institutions {
        as_of: site.model.today.to_string().into(),
        url: site.url(&site.address(PageId::Institutions)).into(),
        supervision: supervision.filter(|it| it.entries > 0 || site.model.site.shows_standing()).collect(),
        institutions: institution_facts::institutions(site).iter().map(|it| institution(site, it)).collect(),
    }
}

fn institution<'m>(site: &Site<'m>, of: &institution_facts::Institution) -> Institution<'m> {
    let organisation = site.model.organisation(of.id);
    let record = &organisation.record;
    let list = ListId::Organisation(of.id);
    let sector = record.get(schema::Organisation::SECTOR);
    Institution {
        organisation: (*organisation.id).into(),
        organisation_label: (*organisation.name).into(),
        sector: sector.map(|it| it.key().into()),
        sector_label: sector.map(|it| it.label().into()),
        supervisor: organisation.supervisor.map(|it| (*site.model.organisation(it).id).into()),
        url: site.url(&site.address(PageId::List(list, None))).into(),
        disclosure: record.get(schema::Organisation::DISCLOSURE).map(disclosure),
        items: of.items.iter().map(|&(id, entries)| item(site, id, entries)).collect(),
        entries: site.lists.get(list).len() as u64,
        appraisals: of.evaluations.iter().map(|&id| appraisal(site, id)).collect(),
    }
}

fn item<'m>(site: &Site<'m>, id: ItemId, entries: usize) -> InstitutionItem<'m> {
    let item = site.model.item(id);
    InstitutionItem {
        item: (*item.id).into(),
        item_label: (*item.title).into(),
        url: site.url(&site.address(PageId::List(ListId::Item(id), None))).into(),
        entries: entries as u64,
    }
}

fn appraisal<'m>(site: &Site<'m>, id: EntryId) -> Appraisal<'m> {
    let entry = site.model.entry(id);
    Appraisal {
        entry: (*entry.index_number).into(),
        title: entry.title().into(),
        period: entry.record.get(schema::Entry::PERIOD).map(|it| it.to_string().into()),
        score: entry.record.get(schema::Entry::SCORE).map(Into::into),
        published: entry.published_day().map_or_else(String::new, |day| day.to_string()).into(),
    }
}
