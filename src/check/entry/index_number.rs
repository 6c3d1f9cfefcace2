//! 0304 and 0305: index numbers that are given twice, or changed since the lock wrote them down.

use std::collections::BTreeMap;

use super::sharing::sharing;
use crate::{
    compliance::Compliance,
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{DIRECTORY_2009, REGULATIONS_2008_19, REGULATIONS_2019_12},
    },
    model::{Entry, Model},
    record::schema,
};

pub static DUPLICATE_INDEX_NUMBER: Rule = Rule {
    code: "GK0304",
    name: "duplicate-index-number",
    label: "索引号重复",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[DIRECTORY_2009.whole(), REGULATIONS_2008_19, REGULATIONS_2019_12],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "两条信息用了同一个索引号", en: "one index number for two entries" },
    why: words! {
        zh: "索引号是一条信息的身份证号。重号时，群众引用、平台汇集、领导交办都会指到另一条上去。",
        en: "An index number names one piece of information. Given twice, citations and platforms reach the wrong one.",
    },
    mend: words! {
        zh: "后编的一条删去 index 这一行，由系统另编新号；先公开的一条不动。",
        en: "Delete `index` in the later entry and let the tool give a new number; leave the one published first alone.",
    },
    example: Example {
        bad: r#"--> content/2018/甲.md
title = "关于开展安全检查的通知"
kind = "document"
index = "000014349/2018-00110"
summary = "部署汛期安全检查的范围和时间。"
+++
请各单位于六月底前完成自查。
--> content/2018/乙.md
title = "关于报送物资清单的通知"
kind = "document"
index = "000014349/2018-00110"
made = 2018-06-21
published = 2018-06-25
summary = "要求报送防汛物资的品种和数量。"
[review]
secrecy = { by = "保密员", on = 2018-06-22 }
+++
请各科室于六月底前报送清单。
"#,
        good: r#"--> content/2018/乙.md
index = "000014349/2018-00111"
"#,
    },
};

pub static CHANGED_INDEX_NUMBER: Rule = Rule {
    code: "GK0305",
    name: "changed-index-number",
    label: "索引号被改动",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[DIRECTORY_2009.whole()],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "已经编定的索引号被改动", en: "an index number other than the one given once" },
    why: words! {
        zh: "索引号一经编定永久不变，发布机构改名、合并也不改。别处已经按旧号引用，改了就找不到。",
        en: "An index number is permanent, even when the body changes. Others cite the old one and would no longer find the entry.",
    },
    mend: words! {
        zh: "把 index 改回编号簿（catalogue/index.lock）里的号，或者删去 index 这一行。",
        en: "Write the number that catalogue/index.lock has, or delete the line `index`.",
    },
    example: Example {
        bad: "==> catalogue/index.lock\n# gongkai index.lock 1\n000014349/2018-00110\t/bureau/000014349-2018-00110.html\t2018/通知\treleased\t2018-06-22\t2018-06-22\t2018-06-20\t关于做好夏季防汛工作的通知\n--> content/2018/通知.md\nkind = \"document\"\nindex = \"000014349/2018-00111\"\n+++\n请落实二十四小时值守。\n",
        good: r#"--> content/2018/通知.md
index = "000014349/2018-00110"
"#,
    },
};

pub(super) fn duplicate_index_number(model: &Model, _: &Compliance, findings: &mut Findings) {
    let mut first: BTreeMap<&str, &Entry> = BTreeMap::new();
    let numbered = model.entries().map(|it| it.1).filter(|entry| !entry.index_number.is_empty());
    let mut entries: Vec<&Entry> = sharing(numbered.map(|entry| (&entry.index_number, entry)));
    // The number belongs to who had it first; the later entry is told.
    entries.sort_by_key(|entry| (entry.released.is_none(), entry.released, entry.published, &entry.name));
    for entry in entries {
        let number = &*entry.index_number;
        let Some(&other) = first.get(number) else {
            first.insert(number, entry);
            continue;
        };
        let name = &other.name;
        let finding = findings
            .raise(
                &DUPLICATE_INDEX_NUMBER,
                entry.at(schema::Entry::INDEX),
                text! { zh: "索引号 {number} 已经给了“{name}”", en: "index number {number} is already that of {name}" },
            )
            .label(text! { zh: "又用在此", en: "used again here" })
            .help(text! {
                zh: "先公开的一条不动；后编的一条删去 index，由系统另编新号",
                en: "leave the one published first alone; delete `index` in the other and let the tool number it",
            })
            .fix(entry.record.line_of(schema::Entry::INDEX).map(Edit::delete))
            .key(number);
        if other.record.has(schema::Entry::INDEX) {
            finding.mark(other.record.span_of(schema::Entry::INDEX), text! { zh: "先用在此", en: "used here first" });
        }
    }
}

pub(super) fn changed_index_number(_: &Model, entry: &Entry, findings: &mut Findings) {
    let Some(locked) = entry.locked_number.as_deref() else {
        return;
    };
    let now = &entry.index_number;
    findings
        .raise(
            &CHANGED_INDEX_NUMBER,
            entry.at(schema::Entry::INDEX),
            text! { zh: "索引号由 {locked} 改成了 {now}", en: "the index number was {locked} and is now {now}" },
        )
        .label(text! { zh: "编号簿里是 {locked}", en: "the lock has {locked}" })
        .help(text! { zh: "改回 index = \"{locked}\"，或删去这一行", en: "write `index = \"{locked}\"`, or delete the line" })
        .fix(entry.record.has(schema::Entry::INDEX).then(|| Edit::guess(entry.record.span_of(schema::Entry::INDEX), locked)))
        .key(locked);
}
