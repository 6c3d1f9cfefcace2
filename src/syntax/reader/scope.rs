//! Which keys a table takes here, and which tables it stands in.

use crate::{
    record::{KeySpec, Schema, schema},
    vocabulary::{EntryKind, Text},
};

/// Keys besides those of the schema.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::syntax) enum Own {
    /// None.
    None,
    /// Those of a kind of entry; of any kind where it is not said.
    Kind(Option<EntryKind>),
}

/// A table being read.
#[derive(Clone, Copy, Debug)]
pub(in crate::syntax) struct Scope<'s> {
    /// Its schema.
    pub schema: &'static Schema,
    /// More keys.
    pub own: Own,
    /// The key whose value it is; empty for a table that stands in no other.
    pub name: &'s str,
    /// The table around it.
    pub outer: Option<&'s Scope<'s>>,
}

impl<'s> Scope<'s> {
    /// A table that stands in no other.
    pub fn outermost(schema: &'static Schema, own: Own) -> Self {
        Self { schema, own, name: "", outer: None }
    }

    /// A table inside this one.
    pub fn inner<'i>(&'i self, schema: &'static Schema, name: &'i str) -> Scope<'i>
    where
        's: 'i,
    {
        Scope { schema, own: Own::None, name, outer: Some(self) }
    }

    /// The key `name` of this table.
    pub fn key(&self, name: &str) -> Option<&'static KeySpec> {
        match self.own {
            Own::None => self.schema.key(name),
            Own::Kind(kind) => schema::entry_key(kind, name),
        }
    }

    /// All keys of this table.
    pub fn keys(&self) -> impl Iterator<Item = &'static KeySpec> + use<'_, 's> {
        let own: &'static [KeySpec] = match self.own {
            Own::Kind(Some(kind)) => schema::own(kind),
            _ => &[],
        };
        self.schema.keys.iter().chain(own)
    }

    /// How the table is written: `[[item]]`, `[site]`, or in words.
    pub fn title(&self) -> Text {
        let name = self.schema.name;
        match self.own {
            Own::Kind(_) => text! { zh: "文件头", en: "the front matter" },
            Own::None if schema::is_list(name) => Text::same(format!("[[{name}]]")),
            Own::None if self.outer.is_none() => Text::same(format!("[{name}]")),
            Own::None => {
                let (name, zh, en) = (self.name, self.schema.words.zh, self.schema.words.en);
                text! { zh: "{name}（{zh}）", en: "{name} ({en})" }
            }
        }
    }
}
