//! Chance catalogues, edited by chance: what became of each item is named, and nothing else.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{change, json, named, path};
use crate::support::project::Project;

/// An item of a chance catalogue: what becomes of it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fate {
    Stays,
    Goes,
    Comes,
    Limit,
    Title,
    Element,
    Code,
    Field,
    FieldAndLimit,
}

/// A catalogue of `fates`, before or after; after with keys in another order and a file a field.
fn chance(project: &Project, fates: &[(usize, Fate)], after: bool) {
    let mut files = vec![String::new(); 4];
    for (field, text) in files.iter_mut().enumerate() {
        text.push_str(&format!("[[field]]\nid = \"f{field}\"\ntitle = \"类{field}\"\n"));
    }
    let mut last = vec![String::new(); 4];
    for (at, &(field, fate)) in fates.iter().enumerate() {
        if after && fate == Fate::Goes || !after && fate == Fate::Comes {
            continue;
        }
        let is = |of: &[Fate]| after && of.contains(&fate);
        let has_moved = is(&[Fate::Field, Fate::FieldAndLimit]);
        let field = if has_moved { (field + 1) % 4 } else { field };
        let title = if is(&[Fate::Title]) { format!("事项{at}新") } else { format!("事项{at}") };
        let days = if is(&[Fate::Limit, Fate::FieldAndLimit]) { 7 } else { 20 };
        let code = if is(&[Fate::Code]) { "09" } else { "01" };
        let mut keys = [
            format!("id = \"i{at}\"\n"),
            format!("field = \"f{field}\"\n"),
            format!("title = \"{title}\"\n"),
            format!("time_limit = \"{days}个工作日内\"\n"),
            format!("code = \"{code}{at:02}\"\n"),
            format!(
                "elements = [\"标题\"{}]\norganisation = \"bureau\"\n",
                if is(&[Fate::Element]) { ", \"文号\"" } else { "" }
            ),
        ];
        if after {
            keys.reverse();
        }
        let text = format!("# {at}\n[[item]]\n{}", keys.concat());
        if has_moved { &mut last[field] } else { &mut files[field] }.push_str(&text);
    }
    for (field, (text, last)) in files.iter().zip(last).enumerate() {
        let path =
            if after { format!("catalogue/chance/{field}.toml") } else { format!("catalogue/chance-{field}.toml") };
        project.write(&path, format!("{text}{last}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_diff_names_exactly_what_became_of_each_item(
        fates in prop::collection::vec((0..4_usize, prop::sample::select(vec![
            Fate::Stays, Fate::Stays, Fate::Goes, Fate::Comes, Fate::Limit, Fate::Title, Fate::Element, Fate::Code, Fate::Field, Fate::FieldAndLimit,
        ])), 0..25)
    ) {
        let (before, after) = (Project::base(), Project::base());
        chance(&before, &fates, false);
        chance(&after, &fates, true);
        let mut expected = BTreeSet::new();
        for (at, &(field, fate)) in fates.iter().enumerate() {
            let (kind, field) = match fate {
                Fate::Stays => continue,
                Fate::Goes => ("removed", field),
                Fate::Comes => ("added", field),
                Fate::Limit | Fate::Title | Fate::Element => ("changed", field),
                Fate::Code => ("moved", field),
                Fate::Field | Fate::FieldAndLimit => ("moved", (field + 1) % 4),
            };
            expected.insert((kind.to_owned(), "item".to_owned(), format!("f{field}/i{at}")));
        }
        let told = json(before.root(), &[path(&before), path(&after)]);
        prop_assert_eq!(named(&told), expected);
        for (at, &(field, fate)) in fates.iter().enumerate() {
            let keys = |id: String| change(&told, &id)["keys"].as_array().expect("a list").iter().map(|it| it["key"].as_str().expect("a text").to_owned()).collect::<Vec<_>>();
            match fate {
                Fate::Limit => prop_assert_eq!(keys(format!("f{field}/i{at}")), ["time_limit"]),
                Fate::Title => prop_assert_eq!(keys(format!("f{field}/i{at}")), ["title"]),
                Fate::Element => prop_assert_eq!(keys(format!("f{field}/i{at}")), ["elements"]),
                Fate::FieldAndLimit => prop_assert_eq!(keys(format!("f{}/i{at}", (field + 1) % 4)), ["time_limit"]),
                _ => {}
            }
        }
    }
}
