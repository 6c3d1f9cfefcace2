//! A superior's catalogue beside one's own, told both ways: what it has that is lacking here, and what is here besides.

use serde_json::{Value, json};

use crate::{
    compliance::{BaseCompliance, BaseRow, additions, bases},
    model::{ItemId, Model, OrganisationId},
    record::schema,
    vocabulary::Lang,
};

/// Items told of a list at most; the rest is counted. JSON has them all.
const MOST: usize = 300;

/// The comparison of one body, or of the whole catalogue.
pub struct BaseDifference<'m> {
    model: &'m Model,
    /// Whose; none for the whole catalogue.
    organisation: Option<OrganisationId>,
    bases: Vec<BaseCompliance<'m>>,
    /// What no superior's catalogue has.
    additions: Vec<ItemId>,
}

/// Each body of `model` that a superior's catalogue binds; only `asked`, where it is given.
pub fn base_differences(model: &Model, asked: Option<OrganisationId>) -> Vec<BaseDifference<'_>> {
    let all = bases(model);
    let mut whose: Vec<Option<OrganisationId>> = all.iter().map(|it| it.organisation).collect();
    whose.sort();
    whose.dedup();
    whose.retain(|it| asked.is_none() || *it == asked);
    // One that is not named is bound by what binds all.
    if let Some(asked) = asked.filter(|_| whose.is_empty() && !all.is_empty()) {
        whose.push(Some(asked));
    }
    let one = |organisation: Option<OrganisationId>| {
        let additions = additions(model, &all, organisation);
        let is_its = |it: &BaseCompliance<'_>| it.organisation.is_none() || it.organisation == organisation;
        BaseDifference { model, organisation, bases: bases(model).into_iter().filter(is_its).collect(), additions }
    };
    whose.into_iter().map(one).collect()
}

impl<'m> BaseDifference<'m> {
    /// Whether anything that a superior's catalogue has is lacking.
    pub fn lacks(&self) -> bool {
        self.bases.iter().flat_map(|it| &it.rows).any(BaseRow::is_lacking)
    }

    fn name(&self, lang: Lang) -> String {
        match self.organisation {
            Some(id) => self.model.organisation(id).name.to_string(),
            None => words! { zh: "整个目录", en: "the whole catalogue" }.get(lang).to_owned(),
        }
    }

    fn item(&self, id: ItemId) -> String {
        format!("{}（{}）", self.model.item_title(id), self.model.item(id).id)
    }

    /// For people.
    pub fn human(&self, lang: Lang) -> String {
        let mut out = format!("{}\n", self.name(lang));
        for base in &self.bases {
            let title = base.base.get(schema::Base::TITLE).unwrap_or_default();
            let lacking: Vec<&BaseRow<'m>> = base.rows.iter().filter(|it| it.is_lacking()).collect();
            let excused = base.rows.iter().filter(|it| it.kept.is_empty() && it.excused).count();
            let (count, kept, lacks) = (base.rows.len(), base.rows.len() - lacking.len() - excused, lacking.len());
            out.push_str(&match lang {
                Lang::Zh => format!("  《{title}》{count} 项：本目录有 {kept}，缺少 {lacks}，不涉及 {excused}\n"),
                Lang::En => format!("  {title}, {count} items: {kept} here, {lacks} lacking, {excused} do not apply\n"),
            });
            for row in lacking.iter().take(MOST) {
                out.push_str(&format!("    - {}\n", row_words(row)));
                if !row.near.is_empty() {
                    let near: Vec<String> = row.near.iter().map(|&id| self.item(id)).collect();
                    let near = near.join(words! { zh: "、", en: ", " }.get(lang));
                    out.push_str(&match lang {
                        Lang::Zh => format!("        可能是 {near}：是的话，在 [[base]] 的这一项里用 item 指明\n"),
                        Lang::En => {
                            format!("        perhaps {near}: if so, let `item` of this row of [[base]] name it\n")
                        }
                    });
                }
            }
            more(lacking.len(), lang, &mut out);
        }
        let count = self.additions.len();
        out.push_str(&match lang {
            Lang::Zh => format!("  上级目录没有、本目录有的：{count} 项\n"),
            Lang::En => format!("  here and in no superior's catalogue: {count}\n"),
        });
        for &id in self.additions.iter().take(MOST) {
            out.push_str(&format!("    + {}\n", self.item(id)));
        }
        more(count, lang, &mut out);
        out
    }

    /// For programs.
    pub fn json(&self) -> Value {
        let id = |id: &ItemId| self.model.item(*id).id.to_string();
        let row = |it: &BaseRow<'_>| {
            json!({
                "title": it.title,
                "code": it.record.get(schema::BaseItem::CODE),
                "field": it.record.get(schema::BaseItem::FIELD),
                "state": if !it.kept.is_empty() { "kept" } else if it.excused { "not-applicable" } else { "lacking" },
                "items": it.kept.iter().map(id).collect::<Vec<_>>(),
                "near": it.near.iter().map(id).collect::<Vec<_>>(),
            })
        };
        let base = |it: &BaseCompliance<'_>| {
            json!({
                "title": it.base.get(schema::Base::TITLE),
                "by": it.base.get(schema::Base::BY),
                "number": it.base.get(schema::Base::NUMBER),
                "rows": it.rows.iter().map(row).collect::<Vec<_>>(),
            })
        };
        json!({
            "organisation": self.organisation.map(|id| self.model.organisation(id).id.to_string()),
            "bases": self.bases.iter().map(base).collect::<Vec<_>>(),
            "additions": self.additions.iter().map(id).collect::<Vec<_>>(),
        })
    }
}

/// What a row is called.
fn row_words(row: &BaseRow<'_>) -> String {
    let title = row.title;
    match (row.record.get(schema::BaseItem::CODE), row.record.get(schema::BaseItem::FIELD)) {
        (Some(code), Some(field)) => format!("{code} {field} / {title}"),
        (Some(code), None) => format!("{code} {title}"),
        (None, Some(field)) => format!("{field} / {title}"),
        (None, None) => title.to_owned(),
    }
}

fn more(count: usize, lang: Lang, out: &mut String) {
    if let Some(left) = count.checked_sub(MOST).filter(|&it| it > 0) {
        out.push_str(&match lang {
            Lang::Zh => format!("    ……还有 {left} 项，用 --format json 看全部\n"),
            Lang::En => format!("    … and {left} more: --format json has all\n"),
        });
    }
}
