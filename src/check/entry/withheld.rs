//! 0314: what the catalogue withholds, published all the same.

use crate::{
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_14, REGULATIONS_2019_14, REGULATIONS_2019_15, REGULATIONS_2019_16},
    },
    model::{Entry, Model, State},
    record::schema,
    vocabulary::Way,
};

pub static WITHHELD_PUBLISHED: Rule = Rule {
    code: "GK0314",
    name: "withheld-published",
    label: "不予公开却发布",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_14, REGULATIONS_2019_14, REGULATIONS_2019_15, REGULATIONS_2019_16],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "目录定为不予公开的事项，发布了条目", en: "an entry of an item that the catalogue withholds" },
    why: words! {
        zh: "事项已定为不予公开，说明内容可能涉密、涉及隐私或内部管理。发出去就收不回来，所以整站停止生成。",
        en: "The item is withheld because it may touch secrets, privacy or internal matters. What is out cannot be called back, so nothing is built.",
    },
    mend: words! {
        zh: "归错事项的，改写 item；经审查可以公开的，先把该事项的 way 改为“主动”；不应公开的，撤下条目或写 draft = true。",
        en: "Correct `item`; or, if review allows disclosure, change the item's `way` first; else take the entry out or mark it `draft = true`.",
    },
    example: Example {
        bad: r#"--> catalogue/internal.toml
id = "internal"
title = "内部管理文件"
disclosure = ["管理公开"]
elements = ["标题"]
basis = ["《中华人民共和国政府信息公开条例》第十四条"]
- occurs
way = "不予公开"
ground = "内部工作流程"
reviewed = 2018-07-01
level = ["县级"]
--> content/2018/通知.md
title = "关于调整值班安排的通知"
item = "policy/internal"
summary = "调整内部值班安排。"
+++
值班安排见附表。
"#,
        good: r#"xx> catalogue/internal.toml
--> content/2018/通知.md
title = "关于做好夏季防汛工作的通知"
item = "policy/notices"
summary = "部署夏季防汛值守、巡查和物资储备。"
+++
汛期已到，请落实二十四小时值守。
"#,
    },
};

pub(super) fn withheld_published(model: &Model, entry: &Entry, findings: &mut Findings) {
    if !matches!(entry.state, State::Published | State::Scheduled) {
        return;
    }
    let of = |way| entry.items.iter().map(|&id| model.item(id)).find(|item| item.way == Some(way));
    let (item, lesser) = match (of(Way::Withheld), of(Way::OnRequest)) {
        (Some(item), _) => (item, false),
        (None, Some(item)) => (item, true),
        (None, None) => return,
    };
    let (title, id) = (&item.title, &item.id);
    let message = if lesser {
        text! { zh: "“{title}”定为依申请公开，这一条不会上网", en: "{id} is disclosed on application: the entry will not be on the site" }
    } else {
        text! { zh: "“{title}”定为不予公开，条目却要发布", en: "{id} is withheld, yet the entry is to be published" }
    };
    let finding = findings
        .raise(&WITHHELD_PUBLISHED, entry.at(schema::Entry::ITEM), message)
        .mark(item.record.span_of(schema::Item::WAY), text! { zh: "目录定在此", en: "the catalogue says so here" })
        .help(text! {
            zh: "归错的改写 item；可以公开的，先改该事项的 way；不应公开的，写 draft = true 或移出 content/",
            en: "correct `item`; change the item's `way` if it may be public; else write `draft = true` or move the file out of content/",
        })
        .lesser_if(lesser);
    finding.on = entry.published_day();
}
