//! Numbers and days that rules use: each has a setting of its rule's name, and a default beside the rule.

use std::collections::BTreeMap;

use crate::record::{Any, Map, Record, Value, View};

/// What `[settings.<rule>]` says.
#[derive(Debug, Default)]
pub struct Settings {
    tables: BTreeMap<Box<str>, Record<Map<Any>>>,
}

impl Settings {
    /// The settings as written: a table a rule.
    pub fn new(tables: BTreeMap<Box<str>, Record<Map<Any>>>) -> Self {
        Self { tables }
    }

    /// The table of `rule`, as written.
    pub fn of(&self, rule: &str) -> Option<View<'_, Map<Any>>> {
        self.tables.get(rule).map(Record::view)
    }

    /// The whole number `key` of `rule`, else `default`.
    pub fn number(&self, rule: &str, key: &str, default: i64) -> i64 {
        match self.of(rule).and_then(|table| table.named(key)) {
            Some(Value::Integer(number)) => number,
            Some(Value::Number(text)) => text.parse().unwrap_or(default),
            _ => default,
        }
    }
}
