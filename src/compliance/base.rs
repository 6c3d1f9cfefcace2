//! A superior's catalogue beside one's own: what of it is kept, by which item, what is lacking, and what is there besides.
//!
//! A row is kept by the item that it names, by one of its title – width, blanks, brackets and punctuation set aside – or by one of its
//! number *and* a title that is much like it. Whatever else is near is offered, never taken for it.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization as _;

use crate::{
    model::{Base, ItemId, Model, OrganisationId},
    record::{Record, View, schema},
    vocabulary::nearness,
};

/// How near a title must be to be offered, and to be believed where the number is the same as well.
const NEAR: f64 = 0.5;

/// Items offered for a row at most.
const MOST: usize = 3;

/// A superior's catalogue and what became of its items.
pub struct BaseCompliance<'m> {
    pub base: &'m Record<schema::Base>,
    /// Whose catalogue must keep it; none for the whole catalogue.
    pub organisation: Option<OrganisationId>,
    pub rows: Vec<BaseRow<'m>>,
}

/// An item of a superior's catalogue.
pub struct BaseRow<'m> {
    pub record: View<'m, schema::BaseItem>,
    pub title: &'m str,
    /// The items that keep it.
    pub kept: Vec<ItemId>,
    /// Whether it is declared that it does not apply.
    pub excused: bool,
    /// Where it is not kept, items that may be meant, the nearest first.
    pub near: Vec<ItemId>,
}

impl BaseRow<'_> {
    /// Whether it is lacking.
    pub fn is_lacking(&self) -> bool {
        self.kept.is_empty() && !self.excused
    }
}

/// A title as it is compared: letters and digits, whatever stands between them.
pub fn bare_title(title: &str) -> String {
    title.nfkc().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Which letters a title has, 128 bits of them: a catalogue of thousands is not gone through letter by letter for each row.
#[derive(Clone, Copy)]
struct Letters(u128);

impl Letters {
    fn of(title: &str) -> Self {
        Self(title.chars().fold(0, |all, it| all | 1 << (u32::from(it) % 128)))
    }

    /// Whether a title may be near: what has less than a third of its letters is not.
    fn may_be_near(self, other: &Self) -> bool {
        let most = self.0.count_ones().max(other.0.count_ones());
        (self.0 & other.0).count_ones() * 3 >= most
    }
}

/// What the items of a catalogue are known by.
struct Known<'m> {
    ids: BTreeMap<&'m str, ItemId>,
    /// Each item's title as it is compared, and its letters.
    all: Vec<(ItemId, String, Letters)>,
    titles: BTreeMap<String, Vec<ItemId>>,
}

/// Each superior's catalogue of `model`, with what became of its items.
pub fn bases(model: &Model) -> Vec<BaseCompliance<'_>> {
    if model.bases.is_empty() {
        return Vec::new();
    }
    let mut titles: BTreeMap<String, Vec<ItemId>> = BTreeMap::new();
    for (id, item) in model.items() {
        titles.entry(bare_title(&item.title)).or_default().push(id);
    }
    let all = model.items().map(|(id, item)| {
        let title = bare_title(&item.title);
        let letters = Letters::of(&title);
        (id, title, letters)
    });
    let known = Known { all: all.collect(), ids: model.items().map(|(id, item)| (&*item.id, id)).collect(), titles };
    let excused: BTreeSet<String> = model.not_applicable.iter().map(|it| bare_title(&it.duty)).collect();
    let mut bases = Vec::with_capacity(model.bases.len());
    for Base { organisation, record } in &model.bases {
        let is_own = |id: &ItemId| organisation.is_none_or(|it| model.item(*id).organisation == Some(it));
        let rows = record.all(schema::Base::ITEMS).filter_map(|row| {
            let title = row.get(schema::BaseItem::TITLE).filter(|it| !it.trim().is_empty())?;
            let (kept, near) = found(model, &known, row, title, &is_own);
            Some(BaseRow { record: row, title, kept, excused: excused.contains(&bare_title(title)), near })
        });
        bases.push(BaseCompliance { base: record, organisation: *organisation, rows: rows.collect() });
    }
    bases
}

/// The items that keep `row`, and where there is none those that may be meant.
fn found(
    model: &Model,
    known: &Known<'_>,
    row: View<'_, schema::BaseItem>,
    title: &str,
    is_own: &dyn Fn(&ItemId) -> bool,
) -> (Vec<ItemId>, Vec<ItemId>) {
    // What is named is kept by that item, whoever publishes it, or by none.
    if let Some(id) = row.get(schema::BaseItem::ITEM) {
        return (known.ids.get(id.trim()).copied().into_iter().collect(), Vec::new());
    }
    let field = row.get(schema::BaseItem::FIELD).map(bare_title);
    let in_field = |id: &ItemId| {
        let own = model.item(*id).field.map(|it| bare_title(&model.field(it).title));
        field.is_none() || own == field
    };
    let titled = known.titles.get(&bare_title(title)).into_iter().flatten().copied();
    let kept: Vec<ItemId> = titled.filter(is_own).filter(in_field).collect();
    if !kept.is_empty() {
        return (kept, Vec::new());
    }
    let own = bare_title(title);
    let code = row.get(schema::BaseItem::CODE).map(str::trim).filter(|it| !it.is_empty());
    let mut near: Vec<(f64, ItemId)> = Vec::new();
    let letters = Letters::of(&own);
    for (id, theirs, of_theirs) in known.all.iter().filter(|it| is_own(&it.0)) {
        let id = *id;
        let same_code = code.is_some() && model.item(id).record.get(schema::Item::CODE).map(str::trim) == code;
        let likeness = if letters.may_be_near(of_theirs) { nearness(theirs, &own) } else { 0.0 };
        if same_code && likeness >= NEAR {
            return (vec![id], Vec::new());
        }
        if same_code || likeness >= NEAR {
            near.push((if same_code { 1.0 } else { likeness }, id));
        }
    }
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    (Vec::new(), near.into_iter().take(MOST).map(|it| it.1).collect())
}

/// The items of `organisation` – of all, where none is named – that no superior's catalogue of theirs has: local additions.
pub fn additions(model: &Model, bases: &[BaseCompliance<'_>], organisation: Option<OrganisationId>) -> Vec<ItemId> {
    let of: Vec<&BaseCompliance<'_>> =
        bases.iter().filter(|it| it.organisation.is_none() || it.organisation == organisation).collect();
    let kept: BTreeSet<ItemId> = of.iter().flat_map(|it| &it.rows).flat_map(|it| it.kept.iter().copied()).collect();
    let is_own = |id: ItemId| organisation.is_none_or(|it| model.item(id).organisation == Some(it));
    model.items().map(|it| it.0).filter(|&id| is_own(id) && !kept.contains(&id)).collect()
}
