//! How each duty of the regulations stands: served by items, declared 不涉及, or forgotten.

use std::collections::BTreeMap;

use super::{
    body::Bodies,
    duties::{self, Duty},
};
use crate::model::{ItemId, Model, OrganisationId};

/// How a duty of one body stands.
#[derive(Debug)]
pub struct DutyCompliance {
    pub organisation: OrganisationId,
    pub duty: &'static Duty,
    /// The items that serve it.
    pub items: Vec<ItemId>,
    /// Its place in `Model::not_applicable` where it is declared 不涉及.
    pub excused: Option<usize>,
}

impl DutyCompliance {
    /// Whether it is neither served nor declared 不涉及.
    pub fn is_unmapped(&self) -> bool {
        self.items.is_empty() && self.excused.is_none()
    }
}

pub(super) fn duties(model: &Model, bodies: &Bodies) -> Vec<DutyCompliance> {
    let mut serving: BTreeMap<(usize, &str), Vec<ItemId>> = BTreeMap::new();
    for (id, item) in model.items() {
        let Some(body) = bodies.place(model, item) else { continue };
        for code in &item.legal_items {
            let items = serving.entry((body, &**code)).or_default();
            if items.last() != Some(&id) {
                items.push(id);
            }
        }
    }
    let owner = model.site.organisation;
    let excuses: BTreeMap<(Option<OrganisationId>, &str), usize> = (model.not_applicable.iter().enumerate().rev())
        .map(|(at, it)| ((it.organisation.or(owner), &*it.duty), at))
        .collect();
    let mut all = Vec::new();
    for (body, &organisation) in bodies.list.iter().enumerate() {
        let level = model.organisation(organisation).level;
        for duty in duties::in_force(model.today).filter(|duty| duty.binds.holds(level)) {
            let items = serving.remove(&(body, duty.code)).unwrap_or_default();
            let excused = excuses.get(&(Some(organisation), duty.code)).copied();
            all.push(DutyCompliance { organisation, duty, items, excused });
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use crate::{
        compliance::{builder::Builder, measure},
        vocabulary::{AdminLevel, OrganisationKind},
    };

    #[test]
    fn the_day_decides_which_duties_there_are() {
        let count = |day| measure(&Builder::new(day).model).duties.len();
        assert_eq!((count("2018-12-31"), count("2020-01-31")), (11, 15));
    }

    #[test]
    fn a_duty_is_served_excused_or_unmapped() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/plans");
        builder.item_mut(item).legal_items = vec!["2008:10.2".into(), "2008:10.2".into(), "2019:20.3".into()];
        builder.not_applicable("2008:10.11", None);
        builder.model.organisations[0].level = Some(AdminLevel::County);
        let compliance = measure(&builder.model);
        assert_eq!(compliance.duties.len(), 11 + 4);
        let find = |code| compliance.duties.iter().find(|it| it.duty.code == code).unwrap();
        assert_eq!(find("2008:10.2").items, [item]);
        assert_eq!(find("2008:10.11").excused, Some(0));
        assert_eq!(compliance.duties.iter().filter(|it| it.is_unmapped()).count(), 13);
    }

    #[test]
    fn an_institution_is_not_bound() {
        let mut builder = Builder::new("2018-12-31");
        builder.model.organisations[0].kind = OrganisationKind::Institution;
        assert!(measure(&builder.model).duties.is_empty());
    }
}
