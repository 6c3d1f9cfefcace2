//! Who answers for a message by the words of its register: a body of the catalogue, an office of one, or somebody else.

use std::collections::BTreeMap;

use crate::{
    model::{Model, OrganisationId, Reply},
    record::schema,
    table::{is_none, plain},
};

/// What a body calls itself in its own register.
const OWN: [&str; 8] = ["本单位", "我单位", "本机关", "本局", "我局", "本办", "本中心", "本委"];

/// The bodies and offices of a catalogue, by what they are called.
pub(super) struct Handlers<'m> {
    organisations: BTreeMap<String, OrganisationId>,
    /// Each office with the first name it was written by.
    offices: BTreeMap<(Option<OrganisationId>, String), &'m str>,
}

impl<'m> Handlers<'m> {
    pub(super) fn of(model: &'m Model) -> Self {
        let (mut organisations, mut offices) = (BTreeMap::new(), BTreeMap::new());
        for (at, it) in model.organisations.iter().enumerate() {
            let id = OrganisationId::new(at);
            for name in [&it.name, &it.short, &it.id] {
                organisations.entry(plain(name).into_owned()).or_insert(id);
            }
            for office in it.offices().filter_map(|it| it.get(schema::Office::NAME)) {
                offices.entry((Some(id), plain(office).into_owned())).or_insert(office);
            }
        }
        let own = model.site.organisation;
        let items = model.items.iter().map(|it| (it.organisation, it.office.as_deref()));
        for (organisation, office) in
            items.chain(model.entries.iter().map(|it| (it.organisation, it.office.as_deref())))
        {
            if let Some(office) = office {
                offices.entry((organisation.or(own), plain(office).into_owned())).or_insert(office);
            }
        }
        Self { organisations, offices }
    }

    /// `reply`, which is its register's keeper's, as that of whom `written` names.
    pub(super) fn hand(&self, reply: Reply, written: &str) -> Reply {
        if is_none(written) {
            return reply;
        }
        let words = plain(written);
        if OWN.contains(&&*words) {
            return reply;
        }
        if let Some(&organisation) = self.organisations.get(&*words) {
            // Whether it is the same office nobody says: the keeper's is that only of its own.
            let office = reply.office.filter(|_| reply.organisation == Some(organisation));
            return Reply { organisation: Some(organisation), office, ..reply };
        }
        let office = |organisation, words: &str| self.offices.get(&(organisation, words.to_owned()));
        if let Some(&office) = office(reply.organisation, &words) {
            return Reply { office: Some(office.into()), ..reply };
        }
        // 区民政局办公室: the body, and its office. The longest name that fits is the body's.
        let parts = self.organisations.iter().filter_map(|(name, &id)| {
            let rest = words.strip_prefix(&**name).filter(|_| !name.is_empty())?;
            Some((name.len(), id, *office(Some(id), rest)?))
        });
        if let Some((_, id, office)) = parts.max_by_key(|it| it.0) {
            return Reply { organisation: Some(id), office: Some(office.into()), ..reply };
        }
        Reply { organisation: None, office: None, stranger: Some(written.trim().into()), ..reply }
    }
}
