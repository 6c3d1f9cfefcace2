//! A value → a value of its shape.

use toml::{Spanned, de::DeValue};

use super::{
    Reader, Scope,
    table::{Line, is_marker},
    word::shown,
};
use crate::{
    day::{Day, Moment, Time},
    office::scan,
    record::{EncodedValue, KeySpec, Name, RecordBuilder, Schema, Shape, Value},
    source::{Range, Span},
    syntax::{
        INVISIBLE_CHARACTER, TOML_SYNTAX,
        alias::{head_above, in_english},
        repair::MARKER,
    },
};

/// Who and which day a text says, `保密员 2026-11-20`, that stands for a table of the two; and the numbers of these keys.
fn signed<'t>(schema: &Schema, text: &'t str) -> Option<(&'t str, Day, [u8; 2])> {
    let (by_key, on_key) = (schema.key("by")?, schema.key("on")?);
    let is_between = |it: char| it.is_whitespace() || "，,、；;：:（）()/".contains(it);
    let day = text.find(|it: char| it.is_ascii_digit() || it == '二')?;
    let (by, on) = (text[..day].trim_matches(is_between), text[day..].trim_end_matches(is_between));
    let plain = !by.is_empty() && !by.contains(['"', '\\', '\n', '=', '{', '[']);
    let on = on.parse().ok().or_else(|| Day::guess(on))?;
    plain.then_some((by, on, [by_key.number, on_key.number]))
}

/// Whether a text is right for `shape`; lists and tables ask for each value they hold.
fn takes_text(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::Text | Shape::Path | Shape::Refer(_) | Shape::Id | Shape::Period | Shape::Word(_) | Shape::Any
    )
}

impl Reader<'_> {
    /// The value of one key, of the shape it asks for, and its place; none where it can't be read, which is told.
    pub(super) fn field(
        &mut self,
        line: &Line<'_, '_>,
        shape: &'static Shape,
        key: Option<&'static KeySpec>,
        scope: &Scope<'_>,
    ) -> Option<(EncodedValue, Range)> {
        let range = self.place(line.value);
        let value = self.value(line, line.value, shape, scope)?;
        if let (Some(key), Some(text)) = (key, value.text()) {
            self.numbered(key, text, range);
        }
        Some((value, range))
    }

    /// `value` as `shape`.
    pub(super) fn value(
        &mut self,
        line: &Line<'_, '_>,
        value: &Spanned<DeValue<'_>>,
        shape: &'static Shape,
        scope: &Scope<'_>,
    ) -> Option<EncodedValue> {
        let range = self.place(value);
        let it = value.get_ref();
        if is_marker(it) {
            return None;
        }
        if takes_text(shape) {
            self.loose(range);
        }
        if let DeValue::String(text) = it {
            self.escaped(text, range);
        }
        match shape {
            Shape::Text | Shape::Path | Shape::Refer(_) => self.text(line, it, shape, range),
            Shape::Id => {
                let value = self.text(line, it, shape, range)?;
                if let Some(id) = value.text()
                    && (id.is_empty() || !id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-')))
                {
                    let meant = self.wrong_id(line, id, range);
                    // What refers to it is judged by the id that it will have, or one slip would be told at every reference.
                    if !meant.is_empty() {
                        return Some(Value::Text(&meant).into());
                    }
                }
                Some(value)
            }
            Shape::Day => self.day(line, it, range),
            Shape::Moment => self.moment(line, it, range),
            Shape::Period => self.period(line, it, range),
            Shape::Integer | Shape::Count { .. } | Shape::Number => self.number(line, it, shape, range),
            Shape::Flag => self.flag(line, it, range),
            Shape::Word(list) => {
                let DeValue::String(typed) = it else {
                    self.wrong(line.name, shape, it, range, None);
                    return None;
                };
                self.word(typed, list, range)
            }
            Shape::List(inner) | Shape::Many(inner) => self.list(line, value, shape, inner, scope),
            Shape::Table(schema) => self.inner(line, it, shape, schema, range, scope),
            Shape::Short(schema, short) => match it {
                DeValue::String(_) => self.short(line, value, schema, short, scope),
                _ => self.inner(line, it, shape, schema, range, scope),
            },
            Shape::Map(inner) => self.map(line, it, shape, inner, range, scope),
            // A number in quotes would be no number to the rule that asks for it, and nobody would be told.
            Shape::Any => match it {
                DeValue::String(text) if text.trim().parse::<f64>().is_ok() => {
                    self.number(line, it, &Shape::Number, range)
                }
                DeValue::String(text) if text.trim().parse::<Day>().is_ok() => self.day(line, it, range),
                _ => Some(self.any(it, range)),
            },
        }
    }

    /// Tells characters that look like nothing and were written by their numbers: `"\u202E"`. Those that stand in the file as
    /// they are were told when it was decoded.
    fn escaped(&mut self, text: &str, range: Range) {
        if self.quiet {
            return;
        }
        let raw = self.raw(range);
        let spot = raw.contains('\\').then(|| scan(text).find(|it| !raw.contains(it.char))).flatten();
        let Some(code) = spot.map(|it| u32::from(it.char)) else { return };
        self.findings
            .raise(
                &INVISIBLE_CHARACTER,
                Span { file: self.stand.file, range },
                text! { zh: "用转义写了看不见或不是文字的字符 U+{code:04X}", en: "an escape writes U+{code:04X}, which is invisible or no letter" },
            )
            .help(text! { zh: "删去这个转义", en: "delete the escape" });
    }

    /// Tells texts without quotes in the value of a key that the table does not have: who mends the key would meet them next.
    pub(super) fn loose_inside(&mut self, value: &Spanned<DeValue<'_>>) {
        match value.get_ref() {
            DeValue::Array(items) => items.iter().for_each(|it| self.loose_inside(it)),
            DeValue::Table(table) => table.iter().for_each(|(_, it)| self.loose_inside(it)),
            it if !is_marker(it) => self.loose(self.place(value)),
            _ => {}
        }
    }

    /// Tells a text without quotes, where a text is right.
    fn loose(&mut self, range: Range) {
        if self.quiet || !self.is_loose(range) {
            return;
        }
        let raw = self.raw(range);
        // Quotes and backslashes inside leave it open where the text was meant to begin and end.
        let fix = self.as_read(range, !raw.contains(['"', '\'', '\\', '“', '”', '‘', '’']));
        let typed = shown(raw);
        let at = range.start as usize - self.stand.shift;
        let line = in_english(self.repaired.patched.line(at).trim(), self.stand.shift > 0, head_above(self.text, at));
        let right =
            if line.is_empty() || line.chars().count() > 120 { format!("\"{typed}\"") } else { line.into_owned() };
        self.findings
            .raise(
                &TOML_SYNTAX,
                Span { file: self.stand.file, range },
                text! { zh: "文字要放在英文双引号里：{typed}", en: "a text must stand in double quotes: {typed}" },
            )
            .label(text! { zh: "缺少引号", en: "no quotes" })
            .help(text! { zh: "改为：{right}", en: "write: {right}" })
            .fix(fix);
    }

    /// The whole line of `range` as it is to be written, where that stands in a table within its line: one mend for what is wrong
    /// in it, and not another for each of its keys. `right` must come of it.
    pub(super) fn whole_line(&self, range: Range, right: &str) -> Option<String> {
        let at = range.start as usize - self.stand.shift;
        let start = self.text[..at].rfind('\n').map_or(0, |it| it + 1);
        if !self.text[start..at].contains(['{', '｛']) {
            return None;
        }
        let patched = self.repaired.patched.line(at);
        let line = in_english(patched.trim(), self.stand.shift > 0, head_above(self.text, at));
        let fits = line.contains(right) && line.chars().count() <= 160 && !line.contains(MARKER);
        fits.then(|| line.into_owned())
    }

    /// The line of `range` with `right` in its place, where it stands in one line.
    pub(super) fn line_with(&self, range: Range, right: &str) -> String {
        let (from, to) = (range.start as usize - self.stand.shift, range.end as usize - self.stand.shift);
        let start = self.text[..from].rfind('\n').map_or(0, |it| it + 1);
        let end = self.text[to..].find('\n').map_or(self.text.len(), |it| to + it);
        let line = [self.text[start..from].trim_start(), right, self.text[to..end].trim_end()].concat();
        if line.chars().count() > 160 { right.to_owned() } else { line }
    }

    /// Whether the value at `range` stands without the quotes it wants.
    pub(super) fn is_loose(&self, range: Range) -> bool {
        self.repaired.loose.binary_search(&(range.start as usize - self.stand.shift)).is_ok()
    }

    fn text(&mut self, line: &Line<'_, '_>, it: &DeValue<'_>, shape: &Shape, range: Range) -> Option<EncodedValue> {
        match it {
            DeValue::String(text) => Some(Value::Text(text).into()),
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
                let raw = self.raw(range).to_owned();
                self.wrong(line.name, shape, it, range, Some(&format!("\"{raw}\"")));
                Some(Value::Text(&raw).into())
            }
            DeValue::Array(items) => {
                self.wrong(line.name, shape, it, range, None);
                let first = items.iter().find_map(|item| item.get_ref().as_str())?;
                Some(Value::Text(first).into())
            }
            DeValue::Table(_) => {
                self.wrong(line.name, shape, it, range, None);
                None
            }
        }
    }

    fn flag(&mut self, line: &Line<'_, '_>, it: &DeValue<'_>, range: Range) -> Option<EncodedValue> {
        let flag = match it {
            DeValue::Boolean(flag) => return Some(Value::Flag(*flag).into()),
            DeValue::String(text) => match text.trim() {
                "true" | "是" | "yes" | "1" => Some(true),
                "false" | "否" | "no" | "0" => Some(false),
                _ => None,
            },
            DeValue::Integer(number) => match number.as_str() {
                "1" => Some(true),
                "0" => Some(false),
                _ => None,
            },
            _ => None,
        };
        let right = flag.map(|flag| flag.to_string());
        self.wrong(line.name, &Shape::Flag, it, range, right.as_deref());
        flag.map(|flag| Value::Flag(flag).into())
    }

    /// A table inside a table.
    pub(super) fn inner(
        &mut self,
        line: &Line<'_, '_>,
        it: &DeValue<'_>,
        shape: &Shape,
        schema: &'static Schema,
        range: Range,
        scope: &Scope<'_>,
    ) -> Option<EncodedValue> {
        let table = match it {
            DeValue::Table(table) => table,
            DeValue::Array(items) => {
                self.wrong(line.name, shape, it, range, None);
                items.iter().find_map(|item| item.get_ref().as_table())?
            }
            _ => {
                let signed = it.as_str().and_then(|text| signed(schema, text));
                let right = signed.as_ref().map(|(by, on, _)| format!("{{ by = \"{by}\", on = {on} }}"));
                self.wrong(line.name, shape, it, range, right.as_deref());
                let (by, on, [by_key, on_key]) = signed?;
                let mut fields = RecordBuilder::default();
                fields.put(Name::Declared(by_key), range, range, &Value::Text(by).into());
                fields.put(Name::Declared(on_key), range, range, &Value::Day(on).into());
                return Some(fields.into());
            }
        };
        Some(self.table(table, range, &scope.inner(schema, line.name)).into())
    }

    /// A text that stands for a table with one key.
    fn short(
        &mut self,
        line: &Line<'_, '_>,
        value: &Spanned<DeValue<'_>>,
        schema: &'static Schema,
        short: &'static str,
        scope: &Scope<'_>,
    ) -> Option<EncodedValue> {
        let range = self.place(value);
        let key = schema.key(short)?;
        let inner = self.value(line, value, &key.shape, scope)?;
        let mut fields = RecordBuilder::default();
        fields.put(Name::Declared(key.number), range, range, &inner);
        Some(fields.into())
    }

    /// A table of free keys.
    fn map(
        &mut self,
        line: &Line<'_, '_>,
        it: &DeValue<'_>,
        shape: &Shape,
        inner: &'static Shape,
        range: Range,
        scope: &Scope<'_>,
    ) -> Option<EncodedValue> {
        let DeValue::Table(table) = it else {
            self.wrong(line.name, shape, it, range, None);
            return None;
        };
        let mut fields = RecordBuilder::default();
        for line in self.lines(table) {
            self.bare(&line);
            self.escaped(line.name, line.key);
            if let Some((value, range)) = self.field(&line, inner, None, scope) {
                fields.put(Name::Chosen(line.name), line.key, range, &value);
            }
        }
        Some(fields.into())
    }

    /// A value as it is written.
    fn any(&self, it: &DeValue<'_>, range: Range) -> EncodedValue {
        let value = match it {
            DeValue::String(text) => Value::Text(text),
            DeValue::Integer(number) => {
                number.as_str().parse().map_or_else(|_| Value::Number(number.as_str()), Value::Integer)
            }
            DeValue::Float(number) => Value::Number(number.as_str()),
            DeValue::Boolean(flag) => Value::Flag(*flag),
            DeValue::Datetime(it) => match (it.date, it.time) {
                (Some(date), time) => match Day::new(i32::from(date.year), date.month, date.day) {
                    Ok(day) => match time.and_then(|time| Time::new(time.hour, time.minute)) {
                        Some(time) => Value::Moment(Moment { day, time: Some(time) }),
                        None => Value::Day(day),
                    },
                    Err(_) => Value::Text(self.raw(range)),
                },
                _ => Value::Text(self.raw(range)),
            },
            DeValue::Array(items) => {
                return EncodedValue::list(items.iter().map(|item| {
                    let range = self.place(item);
                    (range, self.any(item.get_ref(), range))
                }));
            }
            DeValue::Table(table) => {
                let mut fields = RecordBuilder::default();
                for line in self.lines(table) {
                    let range = self.place(line.value);
                    fields.put(Name::Chosen(line.name), line.key, range, &self.any(line.value.get_ref(), range));
                }
                return fields.into();
            }
        };
        value.into()
    }
}
