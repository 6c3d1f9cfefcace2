//! Words of closed lists that are written as one of their variants: `特定群众` for 特定群体. They are read as what they mean and no
//! finding tells of them, but everybody who searches expects the official word.

use crate::{
    diagnostic::{Edit, Findings},
    record::{KeySpec, Name, Schema, Shape, TableKind as _, Value, View, schema},
    source::{FileId, Range, Role, Span},
    syntax,
    vocabulary::{EntryKind, Vocabulary},
};

/// What makes the variants in the file `file`, whose decoded text is `text`, into official words.
pub fn official_words(file: FileId, role: Role, text: &str) -> Vec<Edit> {
    let mut search = Search { file, text, edits: Vec::new() };
    match role {
        Role::Entry => {
            let document = syntax::entry(file, text, &mut Findings::new());
            let kind = document.record.get(schema::Entry::KIND).unwrap_or(EntryKind::Document);
            search.table(document.record.view(), schema::Entry::SCHEMA.keys, schema::own(kind));
        }
        Role::Catalogue => {
            for declared in syntax::catalogue(file, text, &mut Findings::new()) {
                search.table(declared.record.view(), declared.table.keys, &[]);
            }
        }
        _ => {}
    }
    search.edits
}

struct Search<'t> {
    file: FileId,
    text: &'t str,
    edits: Vec<Edit>,
}

impl Search<'_> {
    fn table<T>(&mut self, table: View<'_, T>, keys: &'static [KeySpec], own: &'static [KeySpec]) {
        for field in table.fields() {
            let Name::Declared(number) = field.name else { continue };
            let Some(spec) = keys.iter().chain(own).find(|it| it.number == number) else { continue };
            self.value(field.value, field.range, &spec.shape);
        }
    }

    fn value(&mut self, value: Value<'_>, range: Range, shape: &'static Shape) {
        match (value, shape) {
            (Value::Word(_), Shape::Word(list)) => self.word(range, list),
            (Value::List(items), Shape::List(inner) | Shape::Many(inner)) => {
                for item in items.iter() {
                    self.value(item.value, item.span.range, inner);
                }
            }
            (Value::Table(table), Shape::Table(schema) | Shape::Short(schema, _)) => self.nested(table.into(), schema),
            _ => {}
        }
    }

    fn nested(&mut self, table: View<'_>, schema: &'static Schema) {
        self.table(table, schema.keys, &[]);
    }

    /// Only what stands there plainly, in quotes, is known to be the word. Variants of Latin letters stay as keys do.
    fn word(&mut self, range: Range, list: &Vocabulary) {
        let Some(raw) = self.text.get(range.bytes()) else { return };
        let quoted = |quote: char| raw.strip_prefix(quote).and_then(|it| it.strip_suffix(quote));
        let Some(typed) = quoted('"').or_else(|| quoted('\'')).filter(|it| !it.is_ascii()) else { return };
        let Some(term) = list.terms.iter().find(|term| term.variants.contains(&typed)) else { return };
        if list.find(typed).and_then(|at| list.terms.get(at)) != Some(term) || term.zh == typed {
            return;
        }
        let inside = range.start as usize + 1..range.end as usize - 1;
        self.edits.push(Edit::new(Span::new(self.file, inside), term.zh, true));
    }
}
