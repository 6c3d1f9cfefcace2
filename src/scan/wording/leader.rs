//! The leaders that the catalogue names, as texts may name them.

use super::place::is_hanzi;
use crate::{
    day::Day,
    record::{Record, schema},
};

/// A leader whom texts may name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Leader {
    /// Each post by itself: 党组书记、局长 are two.
    pub posts: Vec<String>,
    pub name: String,
    /// Since when, where that is said.
    pub since: Option<Day>,
    /// What the organisation is called, in full and in short.
    pub houses: Vec<String>,
}

impl Leader {
    /// Those of `organisations` who have a name of two to four hanzi.
    pub(super) fn all<'r>(organisations: impl IntoIterator<Item = &'r Record<schema::Organisation>>) -> Vec<Self> {
        let mut leaders = Vec::new();
        for record in organisations {
            let names = [schema::Organisation::NAME, schema::Organisation::SHORT];
            let houses: Vec<String> =
                names.into_iter().filter_map(|it| record.get(it)).map(|it| it.trim().to_owned()).collect();
            for it in record.all(schema::Organisation::LEADERS) {
                let name: String = it.get(schema::Leader::NAME).unwrap_or_default().split_whitespace().collect();
                let posts = it.get(schema::Leader::POST).unwrap_or_default();
                let posts =
                    posts.split(['、', '，', ',', '；', '/']).map(str::trim).filter(|it| it.chars().count() > 1);
                let posts: Vec<String> = posts.map(ToOwned::to_owned).collect();
                if (2..=4).contains(&name.chars().count()) && name.chars().all(is_hanzi) && !posts.is_empty() {
                    leaders.push(Self { posts, name, since: it.get(schema::Leader::SINCE), houses: houses.clone() });
                }
            }
        }
        leaders
    }
}
