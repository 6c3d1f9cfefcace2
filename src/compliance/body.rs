//! Whose catalogue is judged as a whole, and which items are in it.

use std::collections::BTreeMap;

use crate::{
    model::{Item, Model, Organisation, OrganisationId},
    vocabulary::{OrganisationKind, Scope},
};

/// The bodies that have the duties of an administrative organ, and each item's body.
pub(super) struct Bodies {
    /// The bodies, in the order of `Model::organisations`.
    pub list: Vec<OrganisationId>,
    at: BTreeMap<OrganisationId, usize>,
    platform: bool,
    owner: Option<OrganisationId>,
}

/// Whether an organisation has the duties of an administrative organ: public enterprises and institutions follow rules of
/// their own (条例 art. 55; 2008: art. 37).
pub fn judged(organisation: &Organisation) -> bool {
    organisation.kind != OrganisationKind::Institution
}

impl Bodies {
    /// On a platform every body with items of its own; elsewhere the one whose site it is, for everything on it that is not
    /// an institution's: a government's site holds what its departments answer for.
    pub fn of(model: &Model) -> Self {
        let owner = model.site.organisation;
        let platform = model.site.scope == Scope::Platform;
        let mut list: Vec<OrganisationId> = owner.into_iter().collect();
        if platform {
            list.extend(model.items.iter().filter_map(|item| item.organisation));
        }
        list.retain(|&id| judged(model.organisation(id)));
        list.sort_unstable();
        list.dedup();
        let at = list.iter().enumerate().map(|(at, &id)| (id, at)).collect();
        Self { list, at, platform, owner }
    }

    /// The place in [`Self::list`] of the body whose catalogue holds `item`; none for an institution's item.
    pub fn place(&self, model: &Model, item: &Item) -> Option<usize> {
        let own = item.organisation.or(self.owner)?;
        if !judged(model.organisation(own)) {
            return None;
        }
        self.at.get(if self.platform { &own } else { self.owner.as_ref()? }).copied()
    }
}
