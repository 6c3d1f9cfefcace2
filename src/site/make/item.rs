//! The pages of fields and items.

use super::{
    catalogue::{catalogue_item, code, told_count},
    exception,
    link::{href, link},
    row::{pager, rows},
};

use crate::{
    model::{EntryId, FieldId, ItemId},
    record::schema,
    site::{
        entry_facts::organisation_name,
        exception::has_exceptions,
        list::ListId,
        page::{Fact, Field, FieldItem, Item, Label, Link, Missing, Nil, Term},
        route::PageId,
        site::Site,
    },
    vocabulary::{AdminLevel, Word},
};

pub(super) fn page<'m>(site: &Site<'m>, id: ItemId, number: Option<u32>, at: &str) -> Item<'m> {
    let model = site.model;
    let item = model.item(id);
    let front = number.is_none();
    let list = ListId::Item(id);
    let field = match item.field {
        Some(field) => link(site, at, &model.field(field).title, PageId::Field(field)),
        None => link(site, at, "目录", PageId::Catalogue),
    };
    let register = item.register.filter(|it| site.registers.contains(it));
    let levels: Vec<AdminLevel> = item.levels.iter().collect();
    Item {
        field,
        row: catalogue_item(site, id, &levels, at),
        levels: levels
            .iter()
            .map(|it| it.label())
            .chain(item.other_levels.iter().map(|it| &**it))
            .collect::<Vec<_>>()
            .join("、")
            .into(),
        occurs: Some(item.occurs.label().into()),
        facts: if front { item_facts(site, id, at) } else { Vec::new() },
        register: register.map(|it| Link {
            title: model.register(it).schema.title.as_str().into(),
            href: href(site, at, PageId::Register(it)),
        }),
        missing: if front && model.site.shows_standing() { missing(site, id) } else { Vec::new() },
        nil: if front { nils(site, id) } else { Vec::new() },
        rows: rows(site, at, &site.lists.page(list, number), true),
        pager: pager(site, at, list, number),
    }
}

fn item_facts<'m>(site: &Site<'m>, id: ItemId, at: &str) -> Vec<Fact<'m>> {
    let item = site.model.item(id);
    let mut facts = Vec::new();
    if let Some(update) = item.update {
        facts.push(Fact::plain("更新周期", update.label()));
    }
    if let Some(due) = item.due {
        facts.push(Fact::plain("完成时限", due.to_string()));
    }
    if !item.is_shown() {
        facts.extend(item.ground().map(|ground| Fact::plain("不主动公开的依据", ground)));
        let reviewed = item.reviewed().filter(|day| *day <= site.model.today);
        facts.extend(reviewed.map(|day| Fact::plain("最近复核", day.to_string())));
    }
    let applies = site.fixed.iter().any(|it| it.0 == "依申请公开" && it.1 == id);
    if has_exceptions(site.model) && (applies || !item.is_shown()) {
        let there = Term { text: exception::TITLE.into(), href: Some(href(site, at, PageId::Exceptions)) };
        facts.push(Fact { name: "不主动公开的事项".into(), values: vec![there] });
    }
    if let Some(extra) = item.record.get(schema::Item::EXTRA) {
        facts.extend(extra.entries().map(|(name, text)| Fact::plain(name, text)));
    }
    facts
}

/// What the standing says is missing; never whose fault it is: that is for reports.
fn missing<'m>(site: &Site<'m>, id: ItemId) -> Vec<Missing<'m>> {
    let (item, compliance) = (site.model.item(id), site.compliance.item(id));
    let mut missing = Vec::new();
    if compliance.is_empty() && compliance.owes && compliance.nils.is_empty() && !is_event(item) {
        let note = item.due.map(|due| format!("应于 {due} 前公开").into());
        missing.push(Missing { what: "尚未公开任何内容".into(), note });
    }
    for (period, _) in &compliance.periods.missed {
        missing.push(Missing { what: period.official().into(), note: Some("本期应当公开而未公开".into()) });
    }
    for name in &compliance.lacks.together {
        let name = &*item.elements[*name].name;
        missing.push(Missing {
            what: name.into(), note: Some("目录要求的内容，已公开的各条均未涉及".into())
        });
    }
    missing
}

fn nils<'m>(site: &Site<'m>, id: ItemId) -> Vec<Nil<'m>> {
    site.model
        .nils
        .iter()
        .filter(|nil| nil.item == id && site.compliance.item(id).nils.contains(&nil.period))
        .map(|nil| Nil {
            period: nil.period.official().into(),
            reason: nil.record.get(schema::Nil::REASON).unwrap_or("本期无此类信息").into(),
            by: nil.record.get(schema::Nil::BY).map(Into::into),
            on: nil.record.get(schema::Nil::ON).map(|day| day.to_string().into()),
        })
        .collect()
}

fn is_event(item: &crate::model::Item) -> bool {
    item.occurs == crate::vocabulary::Occurs::Event
}

pub(super) fn field<'m>(site: &Site<'m>, id: FieldId, at: &str) -> Field<'m> {
    let model = site.model;
    let below = model.fields.iter().enumerate().filter(|(_, it)| it.parent == Some(id));
    let newest: Vec<EntryId> = site.lists.field(id).iter().rev().copied().collect();
    Field {
        title: (*model.field(id).title).into(),
        // Not told yet: `[[field]]` has no such key.
        lead: None,
        fields: below.map(|(place, it)| link(site, at, &it.title, PageId::Field(FieldId::new(place)))).collect(),
        items: site.items_of(id).map(|it| field_item(site, it, at)).collect(),
        rows: rows(site, at, &newest, false),
    }
}

fn field_item<'m>(site: &Site<'m>, id: ItemId, at: &str) -> FieldItem<'m> {
    let item = site.model.item(id);
    let list = site.lists.get(ListId::Item(id));
    let latest = list.last().and_then(|&it| site.model.entry(it).published_day());
    FieldItem {
        code: code(item),
        title: (*item.title).into(),
        href: href(site, at, PageId::List(ListId::Item(id), None)),
        time_limit: (*item.limit_text).into(),
        office: item.office.as_deref().unwrap_or(organisation_name(site.model, item.organisation)).into(),
        disclosures: item.disclosures.iter().map(Label::of).collect(),
        count: told_count(site, list.len()),
        latest: latest.map(|day| day.to_string().into()),
    }
}
