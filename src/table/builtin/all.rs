//! All lists that are built in.

use super::{contact, data, duties, form::Form, services};
use crate::table::Schema;

static FORMS: &[&Form] = &[
    &duties::POWER_LIST,
    &services::SERVICE_LIST,
    &services::SERVICE_ELEMENTS,
    &data::SHARING_LIST,
    &data::OPENING_LIST,
    &data::LICENCE_CATALOGUE,
    &duties::FEE_LIST,
    &duties::INSPECTION_ITEMS,
    &duties::DECISION_CATALOGUE,
    &contact::INSTITUTION_ITEMS,
    &contact::MESSAGES,
    &contact::POSTS,
    &contact::APPLICATIONS,
];

/// The registers that are there without being declared; an author's register of the same id takes the place of one.
pub fn builtin() -> Vec<Schema> {
    FORMS.iter().map(|form| form.schema()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::vocabulary::CellType;

    #[test]
    fn forms_are_whole() {
        let all = builtin();
        assert_eq!(all.iter().map(|schema| &schema.id).collect::<BTreeSet<_>>().len(), all.len());
        for schema in &all {
            assert!(schema.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'));
            let names: BTreeSet<_> = schema.columns.iter().map(|column| &column.name).collect();
            assert_eq!(names.len(), schema.columns.len(), "{}", schema.id);
            assert!(schema.columns[0].required, "{}", schema.id);
            for column in &schema.columns {
                let listed = matches!(column.kind, CellType::OneOf | CellType::ManyOf);
                assert_eq!(listed, !column.values.is_empty(), "{} {}", schema.id, column.name);
                assert_eq!(schema.find(&column.name), schema.columns.iter().position(|one| one == column));
            }
        }
    }

    #[test]
    fn only_applications_stay_inside() {
        let inside: Vec<_> = builtin().into_iter().filter(|schema| !schema.public).map(|schema| schema.id).collect();
        assert_eq!(inside, ["applications"]);
    }

    #[test]
    fn powers_have_ten_types() {
        let powers = duties::POWER_LIST.schema();
        let types = powers.columns.iter().find(|column| column.name == "职权类型").unwrap();
        assert_eq!((types.values.len(), types.values[0].as_str()), (10, "行政许可"));
    }
}
