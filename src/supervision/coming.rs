//! What a day to come will bring by itself: tables for reports.

use super::{Dossier, Figure, Grid, Row};
use crate::{
    compliance::{Change, What},
    model::OrganisationId,
    record::schema,
    vocabulary::Words,
};

/// What is due and what changes by date alone, the next first: all of it where `only_due` is false.
pub fn coming(of: &Dossier<'_>, only_due: bool) -> Grid {
    let columns = vec![
        of.column("on", words! { zh: "日期", en: "On" }, 1),
        of.column("what", words! { zh: "事由", en: "What" }, 2),
        of.column("about", words! { zh: "信息、事项或任务", en: "Entry, item or task" }, 5),
        of.column("organisation", words! { zh: "单位", en: "Organisation" }, 2),
        of.column("office", words! { zh: "科室", en: "Office" }, 2),
    ];
    let is_due = |it: &&Change| matches!(it.what, What::ItemDue(_) | What::PeriodDue(..) | What::TaskDue(_));
    let all = of.compliance.changes.iter().filter(|it| !only_due || is_due(it));
    let rows = all.filter_map(|it| row(of, it)).collect();
    let empty = words! { zh: "没有。", en: "None." };
    let title = if only_due {
        words! { zh: "接下来要公开、要完成的", en: "What is due next" }
    } else {
        words! { zh: "到日子就变的", en: "What changes by date alone" }
    };
    of.grid("coming", title, columns, rows, empty)
}

fn row(of: &Dossier<'_>, change: &Change) -> Option<Row> {
    let words: Words = match change.what {
        What::Published(_) => words! { zh: "定时公开", en: "is published" },
        What::Withdrawn(_) => words! { zh: "撤下", en: "is withdrawn" },
        What::Effective(_) => words! { zh: "施行", en: "comes into force" },
        What::Expires(_) => words! { zh: "失效", en: "lapses" },
        What::Opens(_) => words! { zh: "公示、征求意见开始", en: "opens" },
        What::Closes(_) => words! { zh: "公示、征求意见结束", en: "is closed" },
        What::NamesUntil(_) => words! { zh: "不再显示姓名", en: "shows names no more" },
        What::ItemDue(_) => words! { zh: "事项到期", en: "the item is due" },
        What::PeriodDue(..) => words! { zh: "本期到期", en: "the period is due" },
        What::TaskDue(_) => words! { zh: "任务到期", en: "the task is due" },
        What::Recorded(_) => words! { zh: "登出目录变更", en: "the change of the catalogue is shown" },
    };
    let (about, organisation, office): (Figure, Option<OrganisationId>, Option<String>) = match change.what {
        What::Published(id)
        | What::Withdrawn(id)
        | What::Effective(id)
        | What::Expires(id)
        | What::Opens(id)
        | What::Closes(id)
        | What::NamesUntil(id) => {
            let entry = of.model.entry(id);
            (of.entry(id), entry.organisation, entry.office.as_deref().map(str::to_owned))
        }
        What::ItemDue(id) => {
            let item = of.model.item(id);
            (of.item(id), item.organisation, item.office.as_deref().map(str::to_owned))
        }
        What::PeriodDue(id, period) => {
            let item = of.model.item(id);
            let title = &item.title;
            let about = of.sentence(&text! { zh: "{title}（{period}）", en: "{title} ({period})" });
            (of.quoted(Some(&about)), item.organisation, item.office.as_deref().map(str::to_owned))
        }
        What::TaskDue(id) => {
            let task = of.model.task(id);
            let lead = task.lead.or(of.model.plan(task.plan).organisation);
            (of.quoted(Some(&task.title)), lead, None)
        }
        What::Recorded(at) => {
            let change = &of.model.changes[at];
            let item = change.item.map(|id| of.model.item(id));
            let title = item.map(|it| &*it.title).or(change.record.get(schema::Change::TITLE));
            let office = item.and_then(|it| it.office.as_deref()).map(str::to_owned);
            (of.quoted(title), item.and_then(|it| it.organisation), office)
        }
    };
    of.concerns(organisation).then(|| Row {
        id: String::new(),
        figures: vec![
            Figure::day(Some(change.on)),
            Figure::text(of.say(words)),
            about,
            of.short(organisation.or(of.model.site.organisation)),
            of.quoted(office.as_deref()),
        ],
    })
}
