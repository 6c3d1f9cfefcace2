//! A table → a record.

use toml::{
    Spanned,
    de::{DeString, DeTable, DeValue},
};

use super::{Reader, Scope};
use crate::{
    record::{KeySpec, Name, Need, RecordBuilder, Rest, TableKind as _, Value, schema},
    source::{Range, Span},
    syntax::{TOML_SYNTAX, alias::is_part},
};

/// A key as written, its place, its value.
pub(super) struct Line<'t, 'i> {
    pub name: &'t str,
    pub key: Range,
    pub value: &'t Spanned<DeValue<'i>>,
}

impl Reader<'_> {
    /// The keys of `table` in the order written; the parser gives them by alphabet.
    pub(super) fn lines<'t, 'i>(&self, table: &'t DeTable<'i>) -> Vec<Line<'t, 'i>> {
        let line = |(key, value): (&'t Spanned<DeString<'i>>, &'t Spanned<DeValue<'i>>)| Line {
            name: key.get_ref(),
            key: self.place(key),
            value,
        };
        let mut lines: Vec<_> = table.iter().map(line).collect();
        lines.sort_by_key(|line| line.key.start);
        lines
    }

    /// Reads `table`, whose head stands at `head`.
    pub(in crate::syntax) fn table(&mut self, table: &DeTable<'_>, head: Range, scope: &Scope<'_>) -> RecordBuilder {
        let lines = self.lines(table);
        let mut fields = RecordBuilder::with_room(lines.len());
        let mut written: Vec<&str> = lines.iter().map(|line| line.name).collect();
        for line in &lines {
            let (name, shape, key) = match (scope.key(line.name), scope.schema.rest) {
                (Some(key), _) => (Name::Declared(key.number), &key.shape, Some(key)),
                (None, Rest::Kept(shape)) => (Name::Chosen(line.name), shape, None),
                (None, Rest::Refused) => match self.unknown_key(line, scope, &written) {
                    // It is read as the key that was surely meant, or else its lack would be told as well.
                    // A part of what it stands for: that is there, if not to be read.
                    Some(key) if is_part(line.name, key) => {
                        written.push(key.name);
                        self.loose_inside(line.value);
                        let range = self.place(line.value);
                        fields.put(Name::Declared(key.number), line.key, range, &Value::Unread.into());
                        continue;
                    }
                    Some(key) if !written.contains(&key.name) => {
                        written.push(key.name);
                        (Name::Declared(key.number), &key.shape, Some(key))
                    }
                    _ => {
                        self.loose_inside(line.value);
                        continue;
                    }
                },
            };
            if key.is_none_or(|key| key.name == line.name) {
                self.bare(line);
            }
            // What was meant by a name in Chinese, or one with a slip, is spoken of by its own.
            let line = &Line { name: key.map_or(line.name, |it| it.name), key: line.key, value: line.value };
            let read = self.field(line, shape, key, scope);
            let (value, range) = read.unwrap_or_else(|| (Value::Unread.into(), self.place(line.value)));
            fields.put(name, line.key, range, &value);
        }
        // A word that is looked for in posts has no right wording.
        let waived = |key: &KeySpec| {
            scope.schema.name == schema::Word::SCHEMA.name
                && key.name == schema::Word::RIGHT.name
                && written.contains(&schema::Word::UNRELATED.name)
        };
        let missing = scope.keys().filter(|key| key.need == Need::Must && !written.contains(&key.name));
        for key in missing.filter(|key| !waived(key)) {
            self.missing_key(key, head, scope);
        }
        fields
    }

    /// Tells a known key that stands without the quotes it wants.
    pub(super) fn bare(&mut self, line: &Line<'_, '_>) {
        let at = line.key.start as usize - self.stand.shift;
        if self.quiet || self.repaired.bare.binary_search(&at).is_err() {
            return;
        }
        let (name, value) = (line.name, self.short_value(line));
        let fix = self.as_read(line.key, !self.raw(line.key).contains(['"', '\'', '\\']));
        let message = if name.is_ascii() {
            text! { zh: "等号左边有空格或者符号的，要放在英文双引号里：{name}", en: "a key with spaces or signs must stand in double quotes: {name}" }
        } else {
            text! { zh: "等号左边的中文要放在英文双引号里：{name}", en: "a key that is not ASCII must stand in double quotes: {name}" }
        };
        self.findings
            .raise(&TOML_SYNTAX, Span { file: self.stand.file, range: line.key }, message)
            .label(text! { zh: "缺少引号", en: "no quotes" })
            .help(text! { zh: "改为：\"{name}\" = {value}", en: "write: \"{name}\" = {value}" })
            .fix(fix);
    }
}

/// Whether `value` stands for one that could not be read and was told.
pub(super) fn is_marker(value: &DeValue<'_>) -> bool {
    value.as_str() == Some("\0")
}
