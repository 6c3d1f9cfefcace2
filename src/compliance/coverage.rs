//! How items and entries spread: by disclosure, facet, field and organisation.

use super::{ItemCompliance, body::Bodies};
use crate::{
    model::{Field, FieldId, Model, OrganisationId},
    vocabulary::{Disclosure, Facet, Set, Word},
};

/// How many items there are of something, how many of them have nothing public, and how many entries are public.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Items that may be public at all.
    pub items: usize,
    /// How many of them have no published entry.
    pub empty: usize,
    /// Published entries, each once.
    pub entries: usize,
}

impl Tally {
    fn item(&mut self, compliance: &ItemCompliance) {
        self.items += 1;
        self.empty += usize::from(compliance.is_empty());
    }

    fn add(&mut self, other: Self) {
        self.items += other.items;
        self.empty += other.empty;
        self.entries += other.entries;
    }
}

/// The catalogue of one body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BodyCoverage {
    pub total: Tally,
    /// By disclosure, in the official order.
    pub disclosures: [Tally; Disclosure::ALL.len()],
    /// By facet, in the official order.
    pub facets: [Tally; Facet::ALL.len()],
}

/// How items and entries spread; the matrix item × disclosure is `ItemStanding::cells`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The whole project.
    pub whole: BodyCoverage,
    /// Each judged body, in the order of `Standing::bodies`.
    pub bodies: Vec<BodyCoverage>,
    /// Each field with what is below it, in the order of `Model::fields`; an entry counts where its first item is.
    pub fields: Vec<Tally>,
    /// Each organisation, in the order of `Model::organisations`: its own items and entries.
    pub organisations: Vec<Tally>,
}

impl BodyCoverage {
    fn each(&mut self, disclosures: Set<Disclosure>, facets: Set<Facet>, add: impl Fn(&mut Tally)) {
        add(&mut self.total);
        disclosures.iter().for_each(|it| add(&mut self.disclosures[it.ordinal()]));
        facets.iter().for_each(|it| add(&mut self.facets[it.ordinal()]));
    }
}

pub(super) fn coverage(model: &Model, items: &[ItemCompliance], bodies: &Bodies) -> Coverage {
    let mut coverage = Coverage {
        whole: BodyCoverage::default(),
        bodies: vec![BodyCoverage::default(); bodies.list.len()],
        fields: vec![Tally::default(); model.fields.len()],
        organisations: vec![Tally::default(); model.organisations.len()],
    };
    let owner = model.site.organisation;
    for (item, compliance) in model.items.iter().zip(items).filter(|(item, _)| item.is_open()) {
        let count = |tally: &mut Tally| tally.item(compliance);
        coverage.whole.each(item.disclosures, item.facets, count);
        if let Some(at) = bodies.place(model, item) {
            coverage.bodies[at].each(item.disclosures, item.facets, count);
        }
        for tally in homes(&mut coverage, item.field, item.organisation.or(owner)) {
            count(tally);
        }
    }
    for (_, entry) in model.published() {
        let count = |tally: &mut Tally| tally.entries += 1;
        coverage.whole.each(entry.disclosures, entry.facets, count);
        let Some(home) = entry.items.first().map(|&id| model.item(id)) else { continue };
        if let Some(at) = bodies.place(model, home) {
            coverage.bodies[at].each(entry.disclosures, entry.facets, count);
        }
        for tally in homes(&mut coverage, home.field, entry.organisation.or(owner)) {
            count(tally);
        }
    }
    roll_up(&model.fields, &mut coverage.fields);
    coverage
}

/// The tallies of a field and an organisation, where there are such.
fn homes(
    coverage: &mut Coverage,
    field: Option<FieldId>,
    organisation: Option<OrganisationId>,
) -> impl Iterator<Item = &mut Tally> {
    let field = field.map(|id| &mut coverage.fields[id.at()]);
    let organisation = organisation.map(|id| &mut coverage.organisations[id.at()]);
    field.into_iter().chain(organisation)
}

/// Adds each field's tally to the field above it, the deepest first; parents make no circle (resolve has cut them).
fn roll_up(fields: &[Field], tallies: &mut [Tally]) {
    let mut below = vec![0usize; fields.len()];
    fields.iter().filter_map(|field| field.parent).for_each(|parent| below[parent.at()] += 1);
    let mut ready: Vec<usize> = (0..fields.len()).filter(|&at| below[at] == 0).collect();
    while let Some(at) = ready.pop() {
        let Some(parent) = fields[at].parent.map(FieldId::at) else { continue };
        let own = tallies[at];
        tallies[parent].add(own);
        below[parent] -= 1;
        if below[parent] == 0 {
            ready.push(parent);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        compliance::{builder::Builder, measure},
        vocabulary::{OrganisationKind, Scope},
    };

    #[test]
    fn fields_hold_what_is_below_them() {
        let mut builder = Builder::new("2018-12-31");
        let top = builder.field("top", None);
        let middle = builder.field("middle", Some(top));
        let low = builder.field("low", Some(middle));
        let item = builder.item("low/a");
        builder.item_mut(item).field = Some(low);
        let other = builder.item("top/b");
        builder.item_mut(other).field = Some(top);
        builder.entry(item, "2018-05-01");
        let fields = measure(&builder.model).coverage.fields;
        assert_eq!(fields[top.at()], Tally { items: 2, empty: 1, entries: 1 });
        assert_eq!(fields[middle.at()], Tally { items: 1, empty: 0, entries: 1 });
    }

    #[test]
    fn institutions_are_counted_but_not_in_the_bureaus_catalogue() {
        let mut builder = Builder::new("2018-12-31");
        let water = builder.organisation("water", OrganisationKind::Institution);
        let own = builder.item("a/own");
        let theirs = builder.item("a/theirs");
        builder.item_mut(theirs).organisation = Some(water);
        builder.item_mut(theirs).disclosures = Set::all();
        builder.item_mut(own).disclosures = [Disclosure::Service].into_iter().collect();
        let compliance = measure(&builder.model);
        assert_eq!(compliance.coverage.bodies.len(), 1);
        assert_eq!(compliance.coverage.bodies[0].total.items, 1);
        assert_eq!(compliance.coverage.bodies[0].disclosures.map(|it| it.items), [0, 0, 0, 1, 0]);
        assert_eq!(compliance.coverage.whole.disclosures.map(|it| it.items), [1, 1, 1, 2, 1]);
        assert_eq!(compliance.coverage.organisations[water.at()].items, 1);
    }

    #[test]
    fn on_a_platform_each_body_has_its_own_catalogue() {
        let mut builder = Builder::new("2018-12-31");
        builder.model.site.scope = Scope::Platform;
        let other = builder.organisation("other", OrganisationKind::Agency);
        builder.item("a/own");
        let theirs = builder.item("a/theirs");
        builder.item_mut(theirs).organisation = Some(other);
        let compliance = measure(&builder.model);
        assert_eq!(compliance.bodies.len(), 2);
        assert!(compliance.coverage.bodies.iter().all(|body| body.total.items == 1));
    }
}
