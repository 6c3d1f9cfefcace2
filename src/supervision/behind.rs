//! The lists behind counts that no other table of a report lists: the entries that are public, the tasks, limits that are not understood.

use super::{Dossier, Figure, Grid, Row};
use crate::{
    model::{Entry, Task, TaskId},
    vocabulary::Words,
};

/// The public entries that have an item, which are those that are counted, or a class of their own, by organisation and office.
pub fn entries(of: &Dossier<'_>) -> Grid {
    let columns = vec![
        of.column("organisation", words! { zh: "单位", en: "Organisation" }, 2),
        of.column("office", words! { zh: "科室", en: "Office" }, 2),
        of.column("entry", words! { zh: "信息", en: "Entry" }, 5),
        of.column("items", words! { zh: "公开事项", en: "Items" }, 3),
        of.column("published", words! { zh: "首次公开", en: "First public" }, 1),
        of.column("disclosures", words! { zh: "五公开", en: "Disclosures" }, 2),
        of.column("facets", words! { zh: "专项", en: "Facets" }, 2),
    ];
    let own = of.model.site.organisation;
    let is_counted = |it: &Entry| !(it.items.is_empty() && it.disclosures.is_empty() && it.facets.is_empty());
    let mut all: Vec<_> =
        of.model.published().filter(|(_, it)| is_counted(it) && of.concerns(it.organisation)).collect();
    all.sort_by_key(|(_, it)| (it.organisation.or(own), it.office.as_deref()));
    let rows = all.into_iter().map(|(id, it)| Row {
        id: String::new(),
        figures: vec![
            of.short(it.organisation.or(own)),
            of.quoted(it.office.as_deref()),
            of.entry(id),
            of.quoted(Some(&items(of, it))),
            Figure::day(it.first_public()),
            of.quoted(Some(&of.words(it.disclosures))),
            of.quoted(Some(&of.words(it.facets))),
        ],
    });
    let empty = words! { zh: "没有公开的条目。", en: "No entry is public." };
    of.grid("entry-list", words! { zh: "公开的条目", en: "Public entries" }, columns, rows.collect(), empty)
}

fn items(of: &Dossier<'_>, entry: &Entry) -> String {
    let titles = entry.items.iter().map(|&it| &*of.model.item(it).title);
    titles.collect::<Vec<_>>().join(of.comma())
}

/// The tasks that are counted by state.
pub fn tasks(of: &Dossier<'_>) -> Grid {
    let columns = vec![
        of.column("task", words! { zh: "序号", en: "No." }, 1),
        of.column("title", words! { zh: "任务", en: "Task" }, 5),
        of.column("lead", words! { zh: "牵头单位", en: "Lead" }, 2),
        of.column("due", words! { zh: "时限", en: "Due" }, 1),
        of.column("state", words! { zh: "状态", en: "State" }, 1),
        of.column("done", words! { zh: "完成日期", en: "Done on" }, 1),
    ];
    let row = |(at, task): (usize, &Task)| {
        let stands = of.compliance.task(TaskId::new(at));
        let number = &task.number;
        let name = match of.model.plans.len() {
            0 | 1 => number.to_string(),
            _ => format!("{}/{number}", of.model.plan(task.plan).id),
        };
        Row {
            id: String::new(),
            figures: vec![
                Figure::text(name),
                of.quoted(Some(&task.title)),
                of.short(task.lead.or(of.model.plan(task.plan).organisation)),
                Figure::day(task.due),
                Figure::text(of.word(stands.state)),
                Figure::day(stands.done_on),
            ],
        }
    };
    let all = of.model.tasks.iter().enumerate().filter(|it| is_asked(of, it.1));
    let empty = words! { zh: "没有工作计划，不涉及。", en: "There is no work plan." };
    of.grid("task-list", words! { zh: "各项任务", en: "Each task" }, columns, all.map(row).collect(), empty)
}

/// Whether the body asked for leads `task`, or helps with it.
pub fn is_asked(of: &Dossier<'_>, task: &Task) -> bool {
    of.concerns(task.lead.or(of.model.plan(task.plan).organisation))
        || task.with.iter().any(|&it| of.concerns(Some(it)))
}

/// The items whose time limit is not understood.
pub fn unread_limits(of: &Dossier<'_>) -> Grid {
    const TITLE: Words = words! { zh: "时限读不懂的事项", en: "Items whose limit is not understood" };
    let columns = vec![
        of.column("organisation", words! { zh: "单位", en: "Organisation" }, 2),
        of.column("office", words! { zh: "科室", en: "Office" }, 2),
        of.column("item", words! { zh: "公开事项", en: "Item" }, 5),
    ];
    let all = of.model.items().filter(|it| it.1.unread_limit && of.concerns(it.1.organisation));
    let rows = all.map(|(id, it)| Row {
        id: String::new(),
        figures: vec![
            of.short(it.organisation.or(of.model.site.organisation)),
            of.quoted(it.office.as_deref()),
            of.item(id),
        ],
    });
    of.grid("unread-limits", TITLE, columns, rows.collect(), words! { zh: "没有。", en: "None." })
}
