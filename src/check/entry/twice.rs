//! 0318: the same information published twice.

use std::collections::BTreeMap;

use crate::{
    compliance::Compliance,
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_19, REGULATIONS_2019_12},
    },
    model::{Entry, Model},
    record::schema,
};

pub static TWICE_PUBLISHED: Rule = Rule {
    code: "GK0318",
    name: "twice-published",
    label: "重复公开",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_19, REGULATIONS_2019_12],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "同一条信息公开了两次", en: "the same information published twice" },
    why: words! {
        zh: "标题、日期和正文都一样的两条，多半是文件被复制了一份。群众不知道看哪一条，数量也多算了一条。",
        en: "Two entries of one title, day and text are mostly a file copied. Readers do not know which to read, and one is counted too many.",
    },
    mend: words! {
        zh: "删去多出的一份；一条信息属于几个事项的，item 写成列表。",
        en: "Delete one; where it serves several items, write `item` as a list.",
    },
    example: Example {
        bad: r#"--> content/2018/通知 - 副本.md
title = "关于做好秋季防火工作的通知"
+++
请落实值守。
--> content/2018/通知（2）.md
title = "关于做好秋季防火工作的通知"
+++
请落实值守。
"#,
        good: "xx> content/2018/通知（2）.md
",
    },
};

pub(super) fn twice_published(model: &Model, _: &Compliance, findings: &mut Findings) {
    let texts = model.published().filter(|(_, entry)| entry.body.digest != 0);
    let mut texts: Vec<_> = texts.map(|(id, entry)| (entry.body.digest, id)).collect();
    texts.sort_unstable();
    // Few texts are equal, and all else is looked at for those alone.
    for same in texts.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() > 1) {
        copies(same.iter().map(|(_, id)| model.entry(*id)), findings);
    }
}

/// Tells those among entries of one text that are one publication.
fn copies<'m>(entries: impl Iterator<Item = &'m Entry>, findings: &mut Findings) {
    let mut seen: BTreeMap<Key<'_>, &Entry> = BTreeMap::new();
    for entry in entries {
        let Some(first) = seen.get(&key(entry)) else {
            seen.insert(key(entry), entry);
            continue;
        };
        // Of files without front matter nothing is known: that was told.
        if entry.title().is_empty() {
            continue;
        }
        let (name, title) = (&first.name, entry.title());
        findings
            .raise(
                &TWICE_PUBLISHED,
                entry.at(schema::Entry::TITLE),
                text! { zh: "《{title}》公开了两次：标题、日期、正文都与 {name} 相同", en: "“{title}” is published twice: title, day and text are those of {name}" },
            )
            .mark(first.record.span_of(schema::Entry::TITLE), text! { zh: "另一条", en: "the other" })
            .help(text! {
                zh: "删去多出的一份；一条信息属于几个事项的，item 写成列表",
                en: "delete one; where it serves several items, write `item` as a list",
            })
            .key(&**name);
    }
}

/// What makes two entries of one text the same: title, day, document number, and what is published with them.
type Key<'a> = (&'a str, Option<crate::day::Day>, Option<&'a str>, Vec<(&'a str, &'a str)>, Vec<u64>);

fn key(entry: &Entry) -> Key<'_> {
    let elements = entry.record.get(schema::Entry::ELEMENTS);
    let elements = elements.map(|it| it.entries().collect()).unwrap_or_default();
    let files = entry.attachments.iter().map(|it| it.size).collect();
    let number = entry.record.get(schema::Entry::NUMBER);
    (entry.title(), entry.published_day(), number, elements, files)
}
