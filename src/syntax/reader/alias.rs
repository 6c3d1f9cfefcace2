//! What authors call a key: its English name, its Chinese one, and what other programs and documents say for it.

use crate::record::{KeySpec, Shape, TableKind as _, schema};

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

/// What authors write for a key, from documents, spreadsheets and other programs.
pub(super) const ALIASES: [(&str, &str); 34] = [
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
];
