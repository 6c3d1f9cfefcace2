//! All rules as one value, for those who must know them without importing those who raise them.

use super::{Family, Rule};
use crate::vocabulary::nearest_of;

/// Every rule, and the families they belong to by their codes.
#[derive(Debug)]
pub struct Rulebook {
    /// The families, by prefix.
    pub families: &'static [Family],
    /// The rules, in lists by code. Two rooms may raise rules of one family, each with a list of its own.
    pub lists: Vec<Vec<&'static Rule>>,
}

impl Rulebook {
    /// Every rule, by code.
    pub fn rules(&self) -> Vec<&'static Rule> {
        let mut rules = self.lists.concat();
        rules.sort_by_key(|rule| rule.code);
        rules
    }

    /// The rule that `typed` names: by code (with or without `GK`), name or Chinese label.
    pub fn find(&self, typed: &str) -> Option<&'static Rule> {
        let typed = typed.trim();
        self.lists.iter().flatten().copied().find(|rule| {
            rule.name == typed
                || rule.label == typed
                || rule.code.eq_ignore_ascii_case(typed)
                || rule.code.strip_prefix("GK") == Some(typed)
        })
    }

    /// The name of the rule nearest to `typed`.
    pub fn nearest(&self, typed: &str) -> Option<&'static Rule> {
        let names = self.rules().into_iter().flat_map(|rule| [rule.name, rule.label]);
        nearest_of(names, typed, 0.4).and_then(|name| self.find(name))
    }

    /// The family of `rule`.
    pub fn family(&self, rule: &Rule) -> Option<&'static Family> {
        self.families.iter().find(|family| rule.code.starts_with(family.prefix))
    }
}
