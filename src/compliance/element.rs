//! Which elements (要素) are missing: an element is met by a key, a heading, a table column of its name or a synonym of it.

use std::{cell::LazyCell, collections::BTreeMap};

use crate::{
    model::{Entry, EntryId, Item, Model},
    record::{Any, Key, KeySpec, TableKind as _, Value, View, schema},
    vocabulary::says_nothing,
};

use super::label::bare;

/// The elements of an item that are missing, by their places in `Item::elements`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Lacks {
    /// Entries without an element that every entry must have.
    pub each: Vec<(EntryId, Vec<usize>)>,
    /// Elements that none of the item's entries has; empty while it has no entry at all.
    pub together: Vec<usize>,
}

/// Names of one element, as offices write them.
const SAME: [&[&str]; 5] = [
    &["办理条件", "受理条件", "申请条件", "申报条件", "申办条件"],
    &["办理程序", "办理流程", "办事程序", "办事流程", "申请程序", "申报程序", "办理步骤"],
    &["办理依据", "设定依据", "法律依据", "政策依据", "实施依据"],
    &["办理时限", "办结时限", "承诺时限", "办理期限", "承诺办结时限", "法定办结时限"],
    &["申请材料", "申报材料", "所需材料", "办理材料", "申请材料目录", "应提交的材料"],
];

/// Words that mean the same, as registered in the catalogue, and by [`SAME`].
pub(super) struct Synonyms<'a>(BTreeMap<&'a str, Vec<&'a str>>);

impl<'a> Synonyms<'a> {
    /// The synonyms of `model`, each word with its official words and the other way round.
    pub fn of(model: &'a Model) -> Self {
        let mut map: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for record in &model.synonyms {
            let Some(word) = record.get(schema::Synonym::WORD) else { continue };
            for official in record.all(schema::Synonym::OFFICIAL) {
                map.entry(word).or_default().push(official);
                map.entry(official).or_default().push(word);
            }
        }
        for names in SAME {
            for &name in names {
                map.entry(name).or_default().extend(names.iter().filter(|it| **it != name));
            }
        }
        Self(map)
    }

    /// `name` and what means the same.
    fn names(&self, name: &'a str) -> Vec<&'a str> {
        let others = self.0.get(name).map(Vec::as_slice).unwrap_or_default();
        std::iter::once(name).chain(others.iter().copied()).collect()
    }
}

pub(super) fn lacks(model: &Model, item: &Item, entries: &[EntryId], synonyms: &Synonyms<'_>) -> Lacks {
    let mut lacks = Lacks::default();
    let wanted: Vec<(usize, Vec<&str>)> = (item.elements.iter().enumerate())
        .filter(|(_, element)| !element.optional && !element.name.is_empty())
        .map(|(at, element)| (at, synonyms.names(bare(&element.name))))
        .collect();
    if entries.is_empty() || wanted.is_empty() {
        return lacks;
    }
    let mut met = vec![false; item.elements.len()];
    for &id in entries {
        let entry = model.entry(id);
        // Most elements are keys.
        let said = LazyCell::new(|| said(entry));
        let mut missing = Vec::new();
        for (at, names) in &wanted {
            let each = item.elements[*at].each;
            if !each && met[*at] {
                continue;
            }
            let is_met = |name: &&str| by_key(entry, name) || said.iter().any(|it| it == name || is_state_of(name, it));
            if names.iter().any(is_met) {
                met[*at] = true;
            } else if each {
                missing.push(*at);
            }
        }
        if !missing.is_empty() {
            lacks.each.push((id, missing));
        }
    }
    lacks.together = wanted.iter().map(|(at, _)| *at).filter(|&at| !item.elements[at].each && !met[at]).collect();
    lacks
}

/// What the entry's headings, `[elements]`, table columns and labels are called, with and without the unit behind them.
fn said(entry: &Entry) -> Vec<&str> {
    let body = &entry.body;
    let headings = body.headings().map(|heading| heading.text);
    // 办理流程：申请—受理—决定
    let led = body.headings().filter_map(|it| it.text.split_once('：').map(|it| it.0));
    let columns = body.columns().chain(entry.table.iter().flat_map(|table| &table.columns).map(|column| &**column));
    let elements = entry.record.get(schema::Entry::ELEMENTS).into_iter().flat_map(View::entries);
    let elements = elements.filter(|(_, text)| !is_empty(entry, text)).map(|(name, _)| name);
    let all = headings.chain(led).chain(columns).chain(body.labels().map(|it| it.0)).chain(elements).map(bare);
    all.flat_map(|it| std::iter::once(it).chain(without_unit(it))).collect()
}

/// Whether `text`, given for an element, says nothing of it: a placeholder, or a hint at a file where there is none.
fn is_empty(entry: &Entry, text: &str) -> bool {
    let elsewhere = matches!(text.trim(), "见附件" | "详见附件" | "附后" | "见附表" | "详见附表");
    says_nothing(text) || elsewhere && entry.attachments.is_empty() && entry.body.links().next().is_none()
}

/// Whether a part called `said` tells the state that the element `name` asks for: 部门收支总表 tells 收支情况.
fn is_state_of(name: &str, said: &str) -> bool {
    let core = name.strip_suffix("情况").filter(|it| it.chars().count() >= 2);
    core.is_some_and(|core| said.contains(core) && ["情况", "说明", "表"].iter().any(|it| said.ends_with(it)))
}

/// `金额（万元）` without what stands in brackets at its end.
fn without_unit(text: &str) -> Option<&str> {
    let open = if text.ends_with('）') { '（' } else { text.ends_with(')').then_some('(')? };
    text.rfind(open).map(|at| text[..at].trim_end()).filter(|it| !it.is_empty())
}

/// Whether one of the entry's own keys is the element `name`.
fn by_key(entry: &Entry, name: &str) -> bool {
    let has = |key: Key<schema::Entry, Any>| entry.record.get(key).is_some_and(|value| !is_blank(value));
    match name {
        "标题" => !entry.title().is_empty(),
        "正文" => entry.body.characters > 0 || !entry.attachments.is_empty(),
        "文号" | "发文字号" => has(schema::Entry::NUMBER.any()),
        "发布机构" => entry.organisation.is_some(),
        "成文日期" | "生成日期" => entry.made.is_some(),
        "发布日期" => entry.published.is_some(),
        "附件" => !entry.attachments.is_empty(),
        "内容概述" => has(schema::Entry::SUMMARY.any()) || !entry.body.summary.is_empty(),
        "征求意见期限" | "征求意见时间" | "公示期限" | "公示时间" | "公示期" | "起止日期" | "起止时间" =>
        {
            let own = schema::own(entry.kind).iter().filter(|it| matches!(it.name, "opens" | "closes"));
            own.filter(|it| has(it.key())).count() == 2
        }
        _ => {
            let keys = schema::own(entry.kind).iter().chain(schema::Entry::SCHEMA.keys);
            keys.filter(|key| key.public && is_called(key, name)).any(|key| has(key.key()))
        }
    }
}

/// What else than by their words keys are called as elements; a day may be called a time too.
const CALLED: &[(&str, &[&str])] = &[
    ("held", &["会议日期", "召开日期"]),
    ("matters", &["决定事项", "审议事项", "会议议定事项"]),
    ("opens", &["开始日期", "起始日期", "征求意见开始日期", "公示开始日期"]),
    ("closes", &["截止日期", "反馈截止日期", "意见反馈截止日期", "征求意见截止日期", "公示截止日期"]),
    ("contact", &["反馈方式", "反馈途径", "反馈渠道", "意见反馈方式", "联系方式"]),
    ("decided", &["作出决定的日期", "处罚决定日期", "许可决定日期", "决定作出日期"]),
    ("approved", &["批复日期"]),
    ("effective", &["生效日期", "实施日期"]),
    ("expires", &["有效期", "有效期限", "失效日期"]),
    ("party", &["行政相对人名称", "被处罚人", "被许可人", "当事人"]),
    ("awarded", &["中标日期", "成交日期", "中标成交日期"]),
    ("inspected", &["检查日期"]),
    ("updated", &["更新日期"]),
    ("answered", &["答复日期", "回复日期", "回应日期"]),
    ("summary", &["内容摘要", "摘要"]),
];

/// Whether the key is what the element `name` asks for.
fn is_called(key: &KeySpec, name: &str) -> bool {
    let words = key.words.zh.split(['（', '；', '，', '：']).next().unwrap_or_default();
    let others = CALLED.iter().filter(|it| it.0 == key.name).flat_map(|it| it.1);
    std::iter::once(&words).chain(others).any(|word| {
        let stem = |text| str::strip_suffix(text, "日期").or_else(|| str::strip_suffix(text, "时间"));
        *word == name || stem(word).is_some_and(|it| stem(name) == Some(it))
    })
}

fn is_blank(value: Value<'_>) -> bool {
    match value {
        Value::Text(text) => text.trim().is_empty(),
        Value::List(items) => items.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        compliance::{builder::Builder, measure},
        vocabulary::EntryKind,
    };

    #[test]
    fn each_and_together_are_told_apart() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("policy/notices");
        builder.element(item, "批复文号", true, false);
        builder.element(item, "批复时间", false, false);
        builder.element(item, "备注", false, true);
        let first = builder.entry(item, "2018-05-01");
        let second = builder.entry(item, "2018-06-01");
        builder.headings(first, &["一、批复文号：", "批复时间"]);
        let compliance = measure(&builder.model);
        let lacks = &compliance.item(item).lacks;
        assert_eq!(lacks.each, [(second, vec![0])]);
        assert!(lacks.together.is_empty());
    }

    #[test]
    fn an_empty_item_lacks_nothing_yet() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("policy/notices");
        builder.element(item, "批复文号", false, false);
        assert_eq!(measure(&builder.model).item(item).lacks, Lacks::default());
    }

    #[test]
    fn own_keys_meet_what_they_are() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("policy/notices");
        for name in ["标题", "成文日期", "发布日期", "文号"] {
            builder.element(item, name, true, false);
        }
        let entry = builder.entry(item, "2018-05-01");
        assert_eq!(measure(&builder.model).item(item).lacks.each, [(entry, vec![3])]);
    }

    #[test]
    fn a_key_is_an_element_by_its_other_names_too() {
        let called = |key: &str, name: &str| {
            let keys = schema::own(EntryKind::Decision).iter().chain(schema::own(EntryKind::Consultation));
            keys.chain(schema::Entry::SCHEMA.keys).any(|it| it.name == key && is_called(it, name))
        };
        for (key, name) in [
            ("held", "会议时间"),
            ("held", "会议日期"),
            ("matters", "议定事项"),
            ("opens", "开始时间"),
            ("closes", "截止时间"),
            ("contact", "反馈方式"),
            ("decided", "决定时间"),
            ("made", "成文时间"),
            ("effective", "生效日期"),
            ("expires", "有效期至"),
        ] {
            assert!(called(key, name), "{key} {name}");
        }
        for (key, name) in [("held", "计划时间"), ("held", "时间"), ("opens", "截止日期"), ("meeting", "会议时间")]
        {
            assert!(!called(key, name), "{key} {name}");
        }
    }

    #[test]
    fn a_registered_synonym_meets_an_element() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("policy/notices");
        builder.element(item, "监督举报", true, false);
        builder.synonym("投诉", &["监督举报", "留言答复"]);
        let entry = builder.entry(item, "2018-05-01");
        builder.headings(entry, &["投诉"]);
        assert!(measure(&builder.model).item(item).lacks.each.is_empty());
    }

    #[test]
    fn other_names_of_offices_meet_an_element() {
        for (name, heading, is_met) in [
            ("办理条件", "二、受理条件", true),
            ("办理程序", "十、办理流程：申请—受理—决定", true),
            ("办理时限", "承诺时限", true),
            ("收支情况", "部门收支总体情况", true),
            ("收支情况", "表1 部门收支总表", true),
            ("收支情况", "部门职责情况", false),
            ("收支情况", "收支两条线", false),
            ("办理条件", "办理材料", false),
        ] {
            let mut builder = Builder::new("2018-12-31");
            let item = builder.item("policy/notices");
            builder.element(item, name, true, false);
            let entry = builder.entry(item, "2018-05-01");
            builder.headings(entry, &[heading]);
            assert_eq!(measure(&builder.model).item(item).lacks.each.is_empty(), is_met, "{heading}");
        }
    }
}
