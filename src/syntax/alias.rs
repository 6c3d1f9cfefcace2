//! What authors call a key: its English name, its Chinese one, and what other programs and documents say for it.

use std::borrow::Cow;

use crate::{
    day::Day,
    record::{KeySpec, Schema, Shape, TableKind as _, schema},
};

/// Whether `typed` is a key of the table that `key` holds, rather than `key` itself.
pub(super) fn is_part(typed: &str, key: &KeySpec) -> bool {
    let Shape::Table(inner) = key.shape else { return false };
    // A name that other tables have as well says nothing of where it belongs.
    inner.name == schema::Review::SCHEMA.name && inner.keys.iter().any(|it| is_named(typed, it))
}

pub(super) fn is_named(typed: &str, key: &KeySpec) -> bool {
    let alias = || ALIASES.iter().any(|(alias, name)| *alias == typed && *name == key.name);
    key.name == typed || is_chinese_name(typed, key) || alias()
}

/// Whether `typed` is the Chinese name of `key`, with or without what explains it.
pub(super) fn is_chinese_name(typed: &str, key: &KeySpec) -> bool {
    let term = key.words.zh.split(['（', '；', '，', '：']).next().unwrap_or("");
    term == typed || key.words.zh == typed
}

/// `line`, as it is to be written but for keys in Chinese and days: with the keys that these surely are in the table that `head` opens,
/// and days as days are written. In an entry that is one of its own keys; elsewhere one that all tables mean by it.
pub(super) fn in_english<'l>(line: &'l str, entry: bool, head: &str) -> Cow<'l, str> {
    let Some((typed, value)) = line.split_once('=') else { return line.into() };
    let typed = typed.trim().trim_matches('"');
    let tables = match (entry, head) {
        (true, "") => vec![schema::Entry::SCHEMA],
        (true, head) => vec![match below(head) {
            Some(schema) => schema,
            None => return line.into(),
        }],
        (false, _) => schema::TABLES.to_vec(),
    };
    let mut found: Vec<&KeySpec> = tables.iter().flat_map(|it| it.keys).filter(|it| is_named(typed, it)).collect();
    found.dedup_by_key(|it| it.name);
    let [one] = found[..] else { return line.into() };
    let proper = proper(value.trim(), &one.shape);
    if typed == one.name && proper == value.trim() { line.into() } else { format!("{} = {proper}", one.name).into() }
}

/// The table of an entry that the head `[…]` opens: by its English name, by its Chinese one, or as one of the steps of review.
fn below(head: &str) -> Option<&'static Schema> {
    let mut schema = schema::Entry::SCHEMA;
    for part in head.split('.') {
        let part = part.trim().trim_matches('"');
        let inner = |it: &KeySpec| match it.shape {
            Shape::Table(inner)
            | Shape::Short(inner, _)
            | Shape::List(&(Shape::Table(inner) | Shape::Short(inner, _)))
            | Shape::Many(&(Shape::Table(inner) | Shape::Short(inner, _))) => Some(inner),
            _ => None,
        };
        let named = schema.keys.iter().find(|it| is_named(part, it));
        let step = || {
            let outer = schema.keys.iter().find(|it| is_part(part, it))?;
            inner(outer)?.keys.iter().find(|it| is_named(part, it))
        };
        schema = inner(named.or_else(step)?)?;
    }
    Some(schema)
}

/// `value` of a key of `shape` as it is to be written: days, and in a table within the line its keys.
pub(super) fn proper(value: &str, shape: &Shape) -> String {
    match shape {
        Shape::Day | Shape::Moment => Day::guess(value.trim_matches('"')).map_or(value.to_owned(), |it| it.to_string()),
        Shape::Table(schema) | Shape::Short(schema, _) => {
            let Some(inner) = value.strip_prefix('{').and_then(|it| it.strip_suffix('}')) else {
                return value.to_owned();
            };
            // A comma within a text parts nothing.
            let mut quoted = false;
            let parts = inner.split(|it: char| {
                quoted ^= it == '"';
                it == ',' && !quoted
            });
            let one = |part: &str| -> Option<String> {
                let (typed, value) = part.split_once('=')?;
                let key = schema.keys.iter().find(|it| is_named(typed.trim().trim_matches('"'), it))?;
                Some(format!("{} = {}", key.name, proper(value.trim(), &key.shape)))
            };
            let parts: Option<Vec<String>> = parts.filter(|it| !it.trim().is_empty()).map(one).collect();
            parts.map_or(value.to_owned(), |it| format!("{{ {} }}", it.join(", ")))
        }
        _ => value.to_owned(),
    }
}

/// So many bytes before a line its table is looked for.
const ABOVE: usize = 8192;

/// What stands in the brackets of the last head above `at`; nothing where none does.
pub(super) fn head_above(text: &str, at: usize) -> &str {
    let from = (at.saturating_sub(ABOVE)..at).find(|&it| text.is_char_boundary(it)).unwrap_or(at);
    let head = text[from..at].rsplit('\n').skip(1).map(str::trim).find(|it| it.starts_with(['[', '【', '［']));
    head.map_or("", |it| it.trim_matches(['[', ']', '【', '】', '［', '］', ' ']))
}

/// What authors write for a key, from documents, spreadsheets and other programs.
pub(super) const ALIASES: [(&str, &str); 84] = [
    ("审查", "review"),
    ("审核", "review"),
    ("公开审查", "review"),
    ("信息审查", "review"),
    ("保密", "secrecy"),
    ("保密审核", "secrecy"),
    ("定密审查", "secrecy"),
    ("审批", "approved"),
    ("标题", "title"),
    ("名称", "title"),
    ("名称", "name"),
    ("name", "title"),
    ("title", "name"),
    ("代号", "id"),
    ("编号", "id"),
    ("发文字号", "number"),
    ("document_number", "number"),
    ("index_number", "index"),
    ("生成日期", "made"),
    ("印发日期", "made"),
    ("发文日期", "made"),
    ("date", "published"),
    ("date", "on"),
    ("发布时间", "published"),
    ("摘要", "summary"),
    ("description", "summary"),
    ("关键词", "keywords"),
    ("tags", "keywords"),
    ("公开事项", "item"),
    ("公开内容", "elements"),
    ("公开渠道", "channels"),
    ("公开期限", "time_limit"),
    ("department", "organisation"),
    ("type", "kind"),
    ("事项", "item"),
    ("所属事项", "item"),
    ("发布", "published"),
    ("日期", "published"),
    ("时间", "on"),
    ("审查人", "by"),
    ("审查日期", "on"),
    ("角色", "role"),
    ("职务", "post"),
    ("姓名", "name"),
    ("发布机构", "organisation"),
    ("单位", "organisation"),
    ("部门", "organisation"),
    ("科室", "office"),
    ("类型", "kind"),
    ("类别", "kind"),
    ("文号", "number"),
    ("附件", "attachments"),
    ("概述", "summary"),
    ("简介", "summary"),
    ("网址", "url"),
    ("原因", "reason"),
    ("理由", "reason"),
    ("负责人", "owner"),
    ("截止日期", "closes"),
    ("开始日期", "opens"),
    ("期限", "until"),
    ("规则", "rule"),
    ("条目", "entry"),
    ("期间", "period"),
    ("主题", "theme"),
    ("体裁", "genre"),
    ("渠道", "channels"),
    ("依据", "basis"),
    ("时限", "time_limit"),
    ("方式", "way"),
    ("对象", "audience"),
    ("层级", "level"),
    ("要素", "elements"),
    ("错误", "wrong"),
    ("正确", "right"),
    ("规范", "right"),
    ("天数", "days"),
    ("日数", "days"),
    ("工作日", "days"),
    ("字数", "characters"),
    ("人数", "officers"),
    ("比例", "percent"),
    ("起始日期", "since"),
    ("环节", "steps"),
];
