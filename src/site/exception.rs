//! What is not published of itself: items on request and items withheld, each with its ground and its last re-assessment.
//!
//! Of what is withheld the catalogue's own words for the class stand here and nothing else: no page, no elements, no entry.

use crate::{
    day::Day,
    model::{Item, ItemId, Model},
    vocabulary::Way,
};

/// An item that is not published of itself.
#[derive(Clone, Copy, Debug)]
pub struct Exception<'m> {
    pub id: ItemId,
    pub item: &'m Item,
    pub way: Way,
    /// Which article, which circumstance.
    pub ground: Option<&'m str>,
    /// The day of the last re-assessment.
    pub reviewed: Option<Day>,
}

/// The exceptions in the catalogue's order. An item that is withheld without a ground is a gap, and named only where the
/// standing is public.
pub(super) fn exceptions(model: &Model) -> impl Iterator<Item = Exception<'_>> {
    let public = model.site.shows_standing();
    model.items().filter_map(move |(id, item)| {
        let way = item.way.filter(|way| *way != Way::Active)?;
        let ground = item.ground();
        let named = public || way == Way::OnRequest || ground.is_some();
        let reviewed = item.reviewed().filter(|day| *day <= model.today);
        named.then_some(Exception { id, item, way, ground, reviewed })
    })
}

/// Whether there is a page of exceptions.
pub(super) fn has_exceptions(model: &Model) -> bool {
    exceptions(model).next().is_some()
}
