//! Keys that a table does not have: which was meant, or where this one belongs.

use super::{Own, Reader, Scope, table::Line, word::shown};
use crate::{
    diagnostic::{Edit, Finding, Findings},
    record::{KeySpec, Record, Schema, Shape, schema},
    source::Span,
    syntax::{
        UNKNOWN_KEY,
        alias::{ALIASES, is_chinese_name, is_named, is_part, proper},
        repair::MARKER,
    },
    vocabulary::{EntryKind, Text, Word as _, nearest_of, nearness},
};

/// How near a key must be to be offered.
const NEAR: f64 = 0.6;

/// How near a key must be to be taken for the one that was meant.
const SURE: f64 = 0.75;

impl Reader<'_> {
    /// Tells a key that the table does not have (0004); answers the key that was surely meant.
    /// `written` are the keys of the table as far as they are known.
    pub(super) fn unknown_key(
        &mut self,
        line: &Line<'_, '_>,
        scope: &Scope<'_>,
        written: &[&str],
    ) -> Option<&'static KeySpec> {
        let name = shown(line.name);
        let Text { zh: table_zh, en: table_en } = scope.title();
        let place = Span { file: self.stand.file, range: line.key };
        if let Own::Kind(Some(kind)) = scope.own {
            let kinds = schema::kinds_with(line.name);
            if !kinds.is_empty() {
                other_kind(&name, kind, &kinds, self.findings.raise(&UNKNOWN_KEY, place, not_of_kind(&name, kind)));
                return None;
            }
        }
        let meant = if self.may_guess() { meant(line.name, scope) } else { None };
        let value = self.short_value(line);
        let headed = self.is_headed(line);
        let inline = meant.and_then(|key| self.whole_line(line.key, &format!("{} = ", key.name)));
        let whole = |alone: &str| inline.clone().unwrap_or_else(|| alone.to_owned());
        let finding = self.findings.raise(
            &UNKNOWN_KEY,
            place,
            text! { zh: "{table_zh}里没有“{name}”这个键", en: "{table_en} has no key `{name}`" },
        );
        finding.key(line.name);
        if let Some(key) = meant {
            let (meant, zh, en) = (key.name, key.words.zh, key.words.en);
            // What is written another way in it would be told next.
            let value = proper(&value, &key.shape);
            let whole = whole(&format!("{meant} = {value}"));
            finding
                .label(text! { zh: "是不是 {meant}（{zh}）？", en: "`{meant}` ({en})?" })
                .help(if headed {
                    let head = headed_by(scope, meant, matches!(key.shape, Shape::List(_) | Shape::Many(_)));
                    text! { zh: "改为：{head}", en: "write: {head}" }
                } else {
                    text! { zh: "改为：{whole}", en: "write: {whole}" }
                })
                .fix([Edit::new(place, meant, !headed && !written.contains(&meant) && is_same(line.name, key))]);
            return is_sure(line.name, key).then_some(key);
        }
        finding.label(text! { zh: "不认识", en: "unknown" });
        if let Some((outer, inner)) = further_in(line.name, scope) {
            let (name, zh, en) = (inner.name, inner.words.zh, inner.words.en);
            let path = format!("{}.{name}", outer.name);
            finding.label(text! { zh: "是不是 {path}（{zh}）？", en: "`{path}` ({en})?" });
            if written.contains(&outer.name) {
                let outer = outer.name;
                finding.help(text! {
                    zh: "移到 [{outer}] 这一行的下面，写成：{name} = {value}",
                    en: "move it below the line [{outer}], and write: {name} = {value}"
                });
                return None;
            }
            let right = if headed { format!("[{path}]") } else { format!("{path} = {value}") };
            finding.help(text! { zh: "改为：{right}", en: "write: {right}" }).fix([Edit::new(place, path, false)]);
            // Its lack would be told as well, if it were not known to stand here in other words.
            return Some(outer);
        }
        belongs(line.name, scope, finding);
        None
    }
}

/// Whether `typed` can only mean `key`: by its Chinese name, or by a slip of one letter or two.
fn is_sure(typed: &str, key: &KeySpec) -> bool {
    if ALIASES.contains(&(typed, key.name)) {
        return true;
    }
    // The only key of its table may be offered, but what was meant is not known.
    !typed.is_ascii() && !matches!(key.shape, Shape::Count { .. })
        || nearness(key.name, &typed.to_ascii_lowercase().replace('-', "_")) >= SURE
}

/// Whether `typed` is `key` in other words or letters: its Chinese name, capitals, full-width letters, a hyphen for `_`.
fn is_same(typed: &str, key: &KeySpec) -> bool {
    let narrow = |char: char| match char {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
        '-' => '_',
        _ => char,
    };
    let plain: String = typed.trim().chars().map(narrow).map(|char| char.to_ascii_lowercase()).collect();
    plain.replace('-', "_") == key.name || is_chinese_name(typed, key)
}

impl Reader<'_> {
    /// Whether the key stands in the head of a table of its own.
    fn is_headed(&self, line: &Line<'_, '_>) -> bool {
        self.place(line.value).start <= line.key.start
    }

    /// The value of a key as it is to be written, with what is mended in it, if it is short; `…` for a table with a head of its own.
    pub(super) fn short_value(&self, line: &Line<'_, '_>) -> String {
        let copy = self.repaired.patched.text();
        // A mark stands where nothing could be read.
        let mended = copy.get(line.value.span()).filter(|it| !it.contains(MARKER));
        let raw = self.raw(self.place(line.value));
        // A day written another way is told once its key is right; quotes would make a text of it.
        let raw = mended.filter(|_| !raw.starts_with(|char: char| char.is_ascii_digit())).unwrap_or(raw);
        if self.is_headed(line) || raw.is_empty() || raw.contains('\n') || raw.len() > 90 {
            "…".to_owned()
        } else {
            raw.to_owned()
        }
    }
}

/// The key of the table that `typed` was meant to be: its Chinese name, or near in letters.
fn meant(typed: &str, scope: &Scope<'_>) -> Option<&'static KeySpec> {
    let alias = ALIASES.iter().filter(|(alias, _)| *alias == typed).find_map(|(_, name)| scope.key(name));
    if alias.is_some() {
        return alias;
    }
    if let Some(key) = scope.keys().find(|key| is_chinese_name(typed, key)) {
        return Some(key);
    }
    if !typed.is_ascii() && typed.chars().count() > 1 {
        // 错误 for 错误写法, where no other key begins so.
        let mut begun = scope.keys().filter(|key| key.words.zh.starts_with(typed));
        if let (Some(key), None) = (begun.next(), begun.next()) {
            return Some(key);
        }
    }
    let lower = typed.to_ascii_lowercase().replace('-', "_");
    if let Some(name) = nearest_of(scope.keys().map(|key| key.name), &lower, NEAR) {
        return scope.key(name);
    }
    // A table of one key, as most settings are.
    let mut keys = scope.keys();
    keys.next().filter(|it| keys.next().is_none() && matches!(it.shape, Shape::Count { .. }))
}

/// The key that `typed` was meant to be in a table that this one holds, and that table's key: 保密审查 is one of the steps of `review`.
fn further_in(typed: &str, scope: &Scope<'_>) -> Option<(&'static KeySpec, &'static KeySpec)> {
    let outer = scope.keys().find(|outer| is_part(typed, outer))?;
    let Shape::Table(inner) = outer.shape else { return None };
    Some((outer, inner.keys.iter().find(|it| is_named(typed, it))?))
}

/// The head of the table `name` inside `scope`.
fn headed_by(scope: &Scope<'_>, name: &str, list: bool) -> String {
    let mut path = name.to_owned();
    let mut at = Some(scope);
    while let Some(scope) = at.filter(|it| !it.name.is_empty()) {
        path = format!("{}.{path}", scope.name);
        at = scope.outer;
    }
    if list { format!("[[{path}]]") } else { format!("[{path}]") }
}

/// Says where a key belongs that this table does not have.
fn belongs(typed: &str, scope: &Scope<'_>, finding: &mut Finding) {
    let mut outer = scope.outer;
    while let Some(table) = outer {
        if table.key(typed).is_some() {
            let (here, Text { zh: zh_there, en: en_there }) = (scope.name, table.title());
            finding.help(text! {
                zh: "{typed} 是{zh_there}的键：写到 {here} 的外面，也就是 [{here}] 这一行的前面",
                en: "`{typed}` belongs to {en_there}: move it out of `{here}`, above the line [{here}]"
            });
            return;
        }
        outer = table.outer;
    }
    let entry = matches!(scope.own, Own::Kind(_));
    let other = if entry { None } else { schema::TABLES.iter().find(|table| table.key(typed).is_some()) };
    if let Some(other) = other.filter(|other| other.name != scope.schema.name) {
        let (there, zh) = (bracketed(other), other.words.zh);
        finding.help(text! { zh: "{typed} 是 {there}（{zh}）的键，不写在这里", en: "`{typed}` is a key of {there}, not of this table" });
    } else if entry {
        finding.help(text! {
            zh: "删去这一行；要保留的，写在 [extra] 里；是公开内容要素的，写在 [elements] 里",
            en: "delete it; keep it in [extra]; put elements of the item into [elements]"
        });
    } else {
        let keys: Vec<&str> = scope.keys().map(|key| key.name).take(30).collect();
        let keys = keys.join(" ");
        finding.help(text! { zh: "可以写的键：{keys}", en: "its keys: {keys}" });
    }
}

/// A table as authors write its head.
pub(super) fn bracketed(table: &Schema) -> String {
    let name = table.name;
    if schema::is_list(name) { format!("[[{name}]]") } else { format!("[{name}]") }
}

fn not_of_kind(name: &str, kind: EntryKind) -> Text {
    let (zh, en) = (kind.label(), kind.key());
    text! { zh: "“{zh}”类的信息没有 {name} 这个键", en: "entries of kind `{en}` have no key `{name}`" }
}

fn other_kind(name: &str, kind: EntryKind, kinds: &[EntryKind], finding: &mut Finding) {
    let zh = kinds
        .iter()
        .map(|kind| format!("“{}”（kind = \"{}\"）", kind.label(), kind.key()))
        .collect::<Vec<_>>()
        .join("、");
    let en = kinds.iter().map(|kind| kind.key()).collect::<Vec<_>>().join(", ");
    let own = kind.key();
    finding.label(text! { zh: "是别的类型的键", en: "a key of another kind" }).key(name).help(text! {
        zh: "{name} 是{zh}的键：改正 kind = \"{own}\"，或者删去这一行",
        en: "`{name}` is a key of {en}: change `kind = \"{own}\"`, or delete the line"
    });
}

/// Tells keys of `record` that entries of `kind` do not have: for entries whose kind is only known from their item.
pub fn kind_keys(record: &Record<schema::Entry>, kind: EntryKind, findings: &mut Findings) {
    for field in record.fields() {
        let Some(name) = schema::other_kinds_key(kind, field.name) else { continue };
        let place = Span { file: record.file, range: field.key };
        other_kind(name, kind, &schema::kinds_with(name), findings.raise(&UNKNOWN_KEY, place, not_of_kind(name, kind)));
    }
}

/// The table of the catalogue that `typed` was meant to be.
pub(in crate::syntax) fn nearest_table(typed: &str) -> Option<&'static Schema> {
    let chinese =
        |table: &&&'static Schema| table.words.zh == typed || table.words.zh.split(['（', '：']).next() == Some(typed);
    if let Some(table) = schema::TABLES.iter().find(chinese) {
        return Some(table);
    }
    let lower = typed.to_ascii_lowercase().replace('-', "_");
    let singular = lower.trim_end_matches('s');
    let near = |table: &&'static Schema| nearness(table.name, &lower).max(nearness(table.name, singular));
    schema::TABLES.iter().copied().filter(|table| near(table) >= NEAR).max_by(|a, b| near(a).total_cmp(&near(b)))
}
