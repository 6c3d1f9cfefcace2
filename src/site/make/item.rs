//! The page of an item: its row of the national table, what is missing, nil reports, its entries.

use crate::{
    model::ItemId,
    schema,
    site::{
        list::ListId,
        page::{Fact, Item, Link, Missing, Nil},
        route::PageId,
        site::Site,
    },
    vocabulary::{AdminLevel, Word},
};

impl<'m> Site<'m> {
    pub(in crate::site) fn item(&self, id: ItemId, number: Option<u32>, at: &str) -> Item<'m> {
        let model = self.model;
        let item = model.item(id);
        let front = number.is_none();
        let list = ListId::Item(id);
        let field = match item.field {
            Some(field) => self.link(at, &model.field(field).title, PageId::Field(field)),
            None => self.link(at, "目录", PageId::Catalogue),
        };
        let register = item.register.filter(|it| self.registers.contains(it));
        let levels: Vec<AdminLevel> = item.levels.iter().collect();
        Item {
            field,
            row: self.catalogue_item(id, &levels, at),
            levels: levels
                .iter()
                .map(|it| it.label())
                .chain(item.other_levels.iter().map(|it| &**it))
                .collect::<Vec<_>>()
                .join("、")
                .into(),
            occurs: Some(item.occurs.label().into()),
            facts: if front { self.item_facts(id) } else { Vec::new() },
            register: register.map(|it| Link {
                title: model.register(it).schema.title.as_str().into(),
                href: self.to(at, PageId::Register(it)),
            }),
            missing: if front && model.site.shows_standing() { self.missing(id) } else { Vec::new() },
            nil: if front { self.nils(id) } else { Vec::new() },
            rows: self.rows(at, &self.lists.page(list, number.map(|it| it as usize)), true),
            pager: self.pager(at, list, number),
        }
    }

    fn item_facts(&self, id: ItemId) -> Vec<Fact<'m>> {
        let item = self.model.item(id);
        let mut facts = Vec::new();
        if let Some(update) = item.update {
            facts.push(Fact::plain("更新周期", update.label()));
        }
        if let Some(due) = item.due {
            facts.push(Fact::plain("完成时限", due.to_string()));
        }
        if let Some(extra) = item.record.get(schema::Item::EXTRA) {
            facts.extend(extra.entries().map(|(name, text)| Fact::plain(name, text)));
        }
        facts
    }

    /// What the standing says is missing; never whose fault it is: that is for reports.
    fn missing(&self, id: ItemId) -> Vec<Missing<'m>> {
        let (item, compliance) = (self.model.item(id), self.compliance.item(id));
        let mut missing = Vec::new();
        if compliance.is_empty() && compliance.owes && compliance.nils.is_empty() && !is_event(item) {
            let note = item.due.map(|due| format!("应于 {due} 前公开").into());
            missing.push(Missing { what: "尚未公开任何内容".into(), note });
        }
        for (period, _) in &compliance.periods.missed {
            missing
                .push(Missing { what: period.official().into(), note: Some("本期应当公开而未公开".into()) });
        }
        for name in &compliance.lacks.together {
            let name = &*item.elements[*name].name;
            missing.push(Missing {
                what: name.into(), note: Some("目录要求的内容，已公开的各条均未涉及".into())
            });
        }
        missing
    }

    fn nils(&self, id: ItemId) -> Vec<Nil<'m>> {
        self.model
            .nils
            .iter()
            .filter(|nil| nil.item == id && self.compliance.item(id).nils.contains(&nil.period))
            .map(|nil| Nil {
                period: nil.period.official().into(),
                reason: nil.record.get(schema::Nil::REASON).unwrap_or("本期无此类信息").into(),
                by: nil.record.get(schema::Nil::BY).map(Into::into),
                on: nil.record.get(schema::Nil::ON).map(|day| day.to_string().into()),
            })
            .collect()
    }
}

fn is_event(item: &crate::model::Item) -> bool {
    item.occurs == crate::vocabulary::Occurs::Event
}
