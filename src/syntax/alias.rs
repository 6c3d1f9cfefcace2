//! What authors call a key: its English name, its Chinese one, and what other programs and documents say for it.

use std::borrow::Cow;

use crate::{
    day::Day,
    record::{KeySpec, Shape, TableKind as _, schema},
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

/// `line`, as it is to be written but for a key in Chinese: with the key that this surely is, and a day as days are written.
/// In an entry that is one of its own keys; elsewhere one that all tables mean by it.
pub(super) fn in_english(line: &str, entry: bool) -> Cow<'_, str> {
    let key = line.strip_prefix('"').and_then(|it| it.split_once('"')).filter(|it| !it.0.is_ascii());
    let Some((typed, rest)) = key else { return line.into() };
    let tables = if entry { &[schema::Entry::SCHEMA][..] } else { schema::TABLES };
    let mut found: Vec<&KeySpec> = tables.iter().flat_map(|it| it.keys).filter(|it| is_named(typed, it)).collect();
    found.dedup_by_key(|it| it.name);
    let [one] = found[..] else { return line.into() };
    let value = rest.trim_start_matches([' ', '=']).trim_end().trim_matches('"');
    match Day::guess(value) {
        Some(day) if matches!(one.shape, Shape::Day | Shape::Moment) => format!("{} = {day}", one.name).into(),
        _ => format!("{}{rest}", one.name).into(),
    }
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
