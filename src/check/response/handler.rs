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
        if let Some((organisation, office)) = self.find(&reply, &plain(written)) {
            return Reply { organisation, office, ..reply };
        }
        // Several offices of one body are that body's.
        let parts = written.split(['、', '，', ',', '；', ';', '/']).map(plain).filter(|it| !it.is_empty());
        let found: Option<Vec<_>> = parts.map(|it| Some(self.find(&reply, &it)?.0)).collect();
        match found.as_deref() {
            Some([first, others @ ..]) if others.iter().all(|it| it == first) => {
                Reply { organisation: *first, office: None, ..reply }
            }
            _ => Reply { organisation: None, office: None, stranger: Some(written.trim().into()), ..reply },
        }
    }

    /// The body and the office that `words` name.
    fn find(&self, reply: &Reply, words: &str) -> Option<(Option<OrganisationId>, Option<Box<str>>)> {
        if OWN.contains(&words) {
            return Some((reply.organisation, reply.office.clone()));
        }
        if let Some(&organisation) = self.organisations.get(words) {
            // Whether it is the same office nobody says: the keeper's is that only of its own.
            let office = reply.office.clone().filter(|_| reply.organisation == Some(organisation));
            return Some((Some(organisation), office));
        }
        let office = |organisation, words: &str| self.offices.get(&(organisation, words.to_owned()));
        if let Some(&office) = office(reply.organisation, words) {
            return Some((reply.organisation, Some(office.into())));
        }
        // 区民政局办公室: the body, and its office. The longest name that fits is the body's.
        let parts = self.organisations.iter().filter_map(|(name, &id)| {
            let rest = words.strip_prefix(&**name).filter(|_| !name.is_empty())?;
            Some((name.len(), id, *office(Some(id), rest)?))
        });
        parts.max_by_key(|it| it.0).map(|(_, id, office)| (Some(id), Some(office.into())))
    }
}
