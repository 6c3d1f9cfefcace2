//! 0301: an entry without title, item, organisation, day made or day published.

use crate::{
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_19, REGULATIONS_2019_12},
    },
    model::{Entry, Model, State},
    record::{Any, Key, schema},
    vocabulary::EntryKind,
};

pub static INCOMPLETE_ENTRY: Rule = Rule {
    code: "GK0301",
    name: "incomplete-entry",
    label: "条目不全",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[REGULATIONS_2008_19, REGULATIONS_2019_12],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "条目缺少必填的内容", en: "an entry without what each must have" },
    why: words! {
        zh: "政府信息公开目录要列出索引、名称、内容概述和生成日期。没有标题、事项、发布机构、成文日期、发布日期，群众查不到，是否按时公开也无从判断。",
        en: "The law's catalogue lists index, title, summary and day made. Without title, item, organisation and both days nobody can find the entry or tell whether it came in time.",
    },
    mend: words! {
        zh: "在文件开头两行 +++ 之间补上缺的内容，例如 made = 2018-06-20。还没有定稿的，写 draft = true。",
        en: "Add what is missing between the two +++ lines, such as `made = 2018-06-20`; mark what is not final with `draft = true`.",
    },
    example: Example {
        bad: "--> content/2018/通知.md\n- made\n",
        good: r#"--> content/2018/通知.md
kind = "document"
made = 2018-06-20
"#,
    },
};

/// What one entry may lack: Chinese and English name, the line that mends it.
type Lack = (&'static str, &'static str, &'static str);

pub(super) fn incomplete_entry(model: &Model, entry: &Entry, findings: &mut Findings) {
    if entry.state == State::Draft {
        return;
    }
    let lacks = lacks(entry);
    if lacks.is_empty() {
        return;
    }
    let zh = lacks.iter().map(|it| it.0).collect::<Vec<_>>().join("、");
    let en = lacks.iter().map(|it| it.1).collect::<Vec<_>>().join(", ");
    // A key that is written and says nothing is not written again.
    let empty = lacks[0].0 == "标题" && entry.record.has(schema::Entry::TITLE);
    let added = lacks.iter().skip(usize::from(empty)).map(|it| it.2).collect::<Vec<_>>().join("\n");
    let mut edits: Vec<Edit> = Vec::new();
    if empty {
        edits.push(Edit::guess(entry.record.span_of(schema::Entry::TITLE), "〔标题〕"));
    }
    if !added.is_empty() {
        edits.extend(entry.record.room().map(|at| Edit::lines(at, &added)));
    }
    let today = model.today;
    let help = match (empty, added.is_empty()) {
        (true, true) => text! { zh: "改为：title = \"〔标题〕\"", en: "write: title = \"〔title〕\"" },
        (true, false) => text! {
            zh: "改为 title = \"〔标题〕\"，并在开头两行 +++ 之间补上（日期如 {today}）：\n{added}",
            en: "write title = \"〔title〕\", and add between the two +++ lines, a day like {today}:\n{added}",
        },
        _ => text! {
            zh: "在开头两行 +++ 之间补上（按实际填写，日期如 {today}）：\n{added}",
            en: "add between the two +++ lines, with the true values, a day like {today}:\n{added}",
        },
    };
    findings
        .raise(&INCOMPLETE_ENTRY, entry.record.span(), text! { zh: "条目缺少{zh}", en: "the entry lacks {en}" })
        .help(help)
        .fix(edits);
}

fn lacks(entry: &Entry) -> Vec<Lack> {
    let written = |keys: &[Key<schema::Entry, Any>]| keys.iter().any(|&key| entry.record.has(key));
    let loose = matches!(entry.kind, EntryKind::News | EntryKind::Post);
    let made = [
        schema::Entry::MADE.any(),
        schema::Entry::OBTAINED.any(),
        schema::Entry::DECIDED.any(),
        schema::Entry::APPROVED.any(),
        schema::Entry::HELD.any(),
        schema::Entry::POSTED.any(),
        schema::Entry::ACCEPTED.any(),
    ];
    let published = [schema::Entry::PUBLISHED.any(), schema::Entry::PUBLISH_ON.any(), schema::Entry::POSTED.any()];
    [
        (
            entry.title().is_empty() && !entry.record.is_unread(schema::Entry::TITLE),
            ("标题", "a title", "title = \"〔标题〕\""),
        ),
        // News and posts may serve no item: 0209 warns.
        (
            !loose && entry.items.is_empty() && !entry.record.has(schema::Entry::ITEM),
            ("公开事项", "its item", "item = \"〔一级事项/公开事项〕\""),
        ),
        (
            entry.organisation.is_none()
                && !entry.record.has(schema::Entry::ORGANISATION)
                && (loose || !entry.items.is_empty()),
            ("发布机构", "its organisation", "organisation = \"〔发布机构的代号〕\""),
        ),
        (entry.made.is_none() && !written(&made), ("成文日期", "the day it was made", "made = 〔成文日期〕")),
        (
            entry.published.is_none() && !written(&published),
            ("发布日期", "the day of publication", "published = 〔发布日期〕"),
        ),
    ]
    .into_iter()
    .filter_map(|(lacks, lack)| lacks.then_some(lack))
    .collect()
}
