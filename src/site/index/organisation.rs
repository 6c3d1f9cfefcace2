//! `organisations.json`.

use crate::{
    model::{Organisation as ModelOrganisation, OrganisationId},
    record::View,
    site::{
        json::{Disclosure, Leader, Officer, Organisation, Organisations, Str},
        list::ListId,
        route::PageId,
        whole::Site,
    },
    vocabulary::Word,
};

impl<'m> Site<'m> {
    pub(super) fn organisations_json(&self) -> Organisations<'m> {
        let all = self.model.organisations.iter().enumerate();
        Organisations {
            organisations: all.map(|(at, it)| self.organisation_json(OrganisationId::new(at), it)).collect(),
        }
    }

    fn organisation_json(&self, id: OrganisationId, it: &'m ModelOrganisation) -> Organisation<'m> {
        let record = &it.record;
        let text = |key: &str| record.text(key).filter(|it| !it.is_empty()).map(Str::Borrowed);
        let list = ListId::Organisation(id);
        let other = |id: Option<OrganisationId>| id.map(|id| Str::Borrowed(&*self.model.organisation(id).id));
        Organisation {
            id: (*it.id).into(),
            name: (*it.name).into(),
            short: text("short"),
            code: it.code.as_deref().map(Into::into),
            kind: it.kind.key().into(),
            kind_label: it.kind.label().into(),
            parent: other(it.parent),
            supervisor: other(it.supervisor),
            sector: text("sector"),
            level: it.level.map(|it| it.key().into()),
            level_label: it.level.map(|it| it.label().into()),
            url: self.url(&self.address(PageId::List(list, None))).into(),
            address: text("address"),
            postcode: text("postcode"),
            hours: text("hours"),
            phone: text("phone"),
            fax: text("fax"),
            email: text("email"),
            disclosure: record.record("disclosure").map(disclosure),
            officers: record
                .records("officers")
                .map(|it| Officer {
                    role: field(it, "role").unwrap_or_default(),
                    post: field(it, "post").unwrap_or_default(),
                })
                .collect(),
            leaders: record
                .records("leaders")
                .map(|it| Leader {
                    post: field(it, "post").unwrap_or_default(),
                    name: field(it, "name"),
                    duties: field(it, "duties"),
                })
                .collect(),
            offices: record.texts("offices").map(|it| it.value.into()).collect(),
            entries: self.lists.get(list).len() as u64,
        }
    }
}

fn field<'m>(record: View<'m>, key: &str) -> Option<Str<'m>> {
    record.text(key).map(Str::Borrowed)
}

fn disclosure(record: View<'_>) -> Disclosure<'_> {
    Disclosure {
        leader: field(record, "leader"),
        office: field(record, "office"),
        staff: record.integer("staff").and_then(|it| u32::try_from(it).ok()),
    }
}
