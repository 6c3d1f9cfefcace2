//! The page of a register: the rows that entries publish of it, newest version first.

use super::sheet;
use crate::{
    model::{EntryId, RegisterId, Typed},
    site::{
        page::{Fact, Register},
        site::Site,
    },
};

impl Site<'_> {
    /// The entries on the site that keep the register, newest first, each with its rows.
    pub(in crate::site) fn keepers(&self, id: RegisterId) -> impl Iterator<Item = (EntryId, &Typed)> {
        let mut keepers: Vec<(EntryId, &Typed)> = self
            .entries()
            .filter_map(|it| {
                let table = self.model.entry(it).table.as_ref()?;
                let published = self.files_of(it).iter().any(|file| file.file == table.file);
                (table.register == Some(id) && published).then_some((it, &**table))
            })
            .collect();
        keepers.sort_by_key(|&(it, _)| (std::cmp::Reverse(self.model.entry(it).published), it));
        keepers.into_iter()
    }

    pub(in crate::site) fn register<'a>(
        &'a self,
        id: RegisterId,
        material: &'a super::Material,
        at: &str,
    ) -> Register<'a> {
        let register = self.model.register(id);
        let mut sheets = Vec::new();
        let mut rows = 0;
        for (entry, typed) in self.keepers(id) {
            let Some(table) = material.tables.get(&typed.at()) else { continue };
            rows += table.len();
            let caption = &*self.model.entry(entry).title;
            let downloads = self.download(entry, typed.file, at);
            sheets.push(sheet::sheet(caption, table, Some(&register.schema), downloads));
        }
        let sources: Vec<_> = self.keepers(id).map(|(entry, _)| self.entry_link(at, entry)).collect();
        Register {
            title: register.schema.title.as_str().into(),
            lead: None,
            facts: vec![Fact::plain("条数", format!("{rows}"))],
            counts: Vec::new(),
            sheets,
            sources,
        }
    }
}
