//! `report site`: all that `standing = "internal"` keeps from the public, for the body's own staff.

use std::collections::BTreeMap;

use super::{
    Block, Chapter, Dossier, Figure, Grid, Paper, Row, Value, answers, behind, charge::Charges, coming::coming,
    judged::judged, overview, problem::Problem, problem_list,
};
use crate::{
    check::{Punctuality, Timed, timed},
    day::{Day, Period},
    diagnostic::{Completeness, Level, Portion},
    model::{EntryId, Item, ItemId},
    vocabulary::{Lang, Words},
};

const NONE: Words = words! { zh: "没有。", en: "None." };
const JUDGED: Words = words! { zh: "近一年能比时限的条目", en: "Entries of the year that are judged by time" };
const EXPLAINED: Words = words! { zh: "已说明", en: "Explained" };

/// The report of the site as it stands.
pub fn site(of: &Dossier<'_>) -> Paper {
    let title = of.say(words! { zh: "目录公开情况（内部）", en: "How the catalogue stands (internal)" });
    let (body, today) = (of.body(), of.model.today);
    let subtitle = of.sentence(&text! { zh: "{body}，截至 {today}", en: "{body}, as of {today}" });
    let mut paper = of.paper("site", title, subtitle);
    if let Some(completeness) = &of.report.completeness {
        facts(of, completeness, &mut paper);
    }
    let charges = Charges::new(of.model, of.texts.sources);
    let problems = Problem::all(of, &charges);
    let replies = answers::asked(of);
    let mut classes = vec![overview::fills_told(of)];
    classes.extend(overview::classes(of));
    let chapter = |id, title: Words, blocks| Chapter { id, title: of.say(title), blocks };
    paper.chapters = vec![
        chapter("classes", words! { zh: "公开情况", en: "What is public" }, classes),
        chapter(
            "coverage",
            words! { zh: "逐项对照五公开", en: "Item by item" },
            vec![Block::Grid(overview::gaps(of)), Block::Grid(overview::matrix(of))],
        ),
        chapter(
            "time",
            words! { zh: "逾期", en: "What was late" },
            vec![late_told(of), Block::Grid(late(of, &problems)), Block::Grid(owed(of, &problems))],
        ),
        chapter(
            "stale",
            words! { zh: "不更新的栏目和账号", en: "Stale columns and accounts" },
            vec![Block::Grid(stale(of, &problems))],
        ),
        chapter(
            "work",
            words! { zh: "任务和回应", en: "Tasks and answers" },
            overview::task_states(of).into_iter().chain(answers::answers(of, &replies)).collect(),
        ),
        chapter("coming", words! { zh: "接下来", en: "What comes next" }, vec![Block::Grid(coming(of, false))]),
        chapter(
            "behind",
            words! { zh: "数字背后的明细", en: "What is behind the figures" },
            vec![
                Block::Grid(judged(of, "judged", JUDGED, year(of))),
                Block::Grid(behind::entries(of)),
                Block::Grid(behind::tasks(of)),
                Block::Grid(answers::list(of, &replies)),
                Block::Grid(behind::unread_limits(of)),
                Block::Grid(problem_list::explained(of, &problems, Level::Off)),
            ],
        ),
    ];
    paper
}

/// The year up to the day, whose entries are judged by time.
fn year(of: &Dossier<'_>) -> (Day, Day) {
    let today = of.model.today;
    (today.plus_months(-12).plus(1), today)
}

/// The same numbers that `gongkai check` tells after its findings; of one organisation its own.
fn facts(of: &Dossier<'_>, all: &Completeness, paper: &mut Paper) {
    let asked = of.organisation.map(|id| &*of.model.organisation(id).id);
    let own = asked.and_then(|id| all.organisations.iter().find(|it| it.id == id)).map(|it| it.completion);
    let part = own.unwrap_or(all.whole);
    let count = |key, words: Words, count, grid| (key, of.say(words), Figure::count_in(count, grid));
    paper.facts = vec![
        count("items", words! { zh: "公开事项", en: "items" }, part.items, "matrix"),
        count("filled", words! { zh: "已公开", en: "filled" }, part.filled, "matrix"),
        count("nil", words! { zh: "零报告", en: "nil" }, part.nil, "matrix"),
        count("empty", words! { zh: "空白", en: "empty" }, part.empty, "gaps"),
        count("event", words! { zh: "暂无须", en: "not owed" }, part.event, "matrix"),
        count("entries", words! { zh: "公开的条目", en: "entries" }, part.entries, "entry-list"),
        (
            "on_time",
            of.say(words! { zh: "近一年按时公开率", en: "in time, of the year up to the day" }),
            Figure::share(part.in_time, part.in_time + part.late).behind("judged"),
        ),
    ];
    if own.is_none() {
        let median = all.median_doubled.map_or(Value::None, |it| Value::Thousandths(i64::from(it) * 500));
        paper.facts.extend([
            ("median_workdays", of.say(words! { zh: "从形成到公开的工作日（中位数）", en: "working days from making to publication (median)" }), Figure::from(median).behind("judged")),
            count("unsure", words! { zh: "不能判断是否按时的", en: "nobody can say whether in time" }, all.unsure, "judged"),
            count("unread_limits", words! { zh: "时限读不懂的事项", en: "items whose limit is not understood" }, all.unread_limits, "unread-limits"),
            count("explained", words! { zh: "已说明的问题", en: "explained findings" }, all.explained(), "explained"),
        ]);
    }
}

fn late_told(of: &Dossier<'_>) -> Block {
    Block::Text(of.say(words! {
        zh: "近一年内首次公开、确定晚于时限的条目，以及已过最后期限、既没有公开也没有零报告的各期。",
        en: "Entries first public in the year up to the day and certainly late, and periods whose last lawful day is over without an entry or a nil report."
    }))
}

fn late(of: &Dossier<'_>, problems: &[Problem<'_>]) -> Grid {
    let columns = vec![
        of.column("organisation", words! { zh: "单位", en: "Organisation" }, 2),
        of.column("office", words! { zh: "科室", en: "Office" }, 2),
        of.column("entry", words! { zh: "信息", en: "Entry" }, 5),
        of.column("made", words! { zh: "形成日期", en: "Made" }, 1),
        of.column("published", words! { zh: "首次公开", en: "First public" }, 1),
        of.column("workdays", words! { zh: "从形成到公开的工作日", en: "Working days from making" }, 2),
        of.column("explained", EXPLAINED, 3),
    ];
    let (first, last) = year(of);
    let late = timed(of.model, first, last);
    let late = late.iter().filter(|it| it.punctuality == Punctuality::Late && of.concerns(it.entry.organisation));
    let explained: BTreeMap<EntryId, &str> =
        reasons(problems, "GK0401").filter_map(|(it, why)| Some((it.entry?, why))).collect();
    let row = |it: &Timed<'_>| Row {
        id: String::new(),
        figures: vec![
            of.short(it.entry.organisation.or(of.model.site.organisation)),
            of.quoted(it.entry.office.as_deref()),
            of.quoted(Some(it.entry.title())).at(of.address(it.entry)),
            Figure::day(it.entry.made),
            Figure::day(it.entry.first_public()),
            it.workdays.map_or(Value::None.into(), |it| Figure::count(it as usize)),
            of.quoted(of.model.named(&it.entry.name).and_then(|id| explained.get(&id).copied())),
        ],
    };
    let rows = late.map(row).collect();
    of.grid("late", words! { zh: "逾期公开的信息", en: "Late entries" }, columns, rows, NONE)
}

/// Periods that were missed: each wants an entry or a nil report.
fn owed(of: &Dossier<'_>, problems: &[Problem<'_>]) -> Grid {
    let columns = vec![
        of.column("organisation", words! { zh: "单位", en: "Organisation" }, 2),
        of.column("office", words! { zh: "科室", en: "Office" }, 2),
        of.column("item", words! { zh: "公开事项", en: "Item" }, 4),
        of.column("period", words! { zh: "哪一期", en: "Period" }, 1),
        of.column("due", words! { zh: "最后期限", en: "Due" }, 1),
        of.column("explained", EXPLAINED, 3),
    ];
    let explained: BTreeMap<(&str, Option<Portion>), &str> =
        reasons(problems, "GK0406").map(|(it, why)| ((&*it.about, it.found.finding.portion.clone()), why)).collect();
    let mut rows = Vec::new();
    for (id, item) in of.model.items().filter(|it| it.1.is_open() && of.concerns(it.1.organisation)) {
        for &(period, due) in &of.compliance.item(id).periods.missed {
            let why = explained.get(&(&*format!("item:{}", item.id), Some(Portion::Period(period)))).copied();
            let mut row = owed_row(of, id, item, period, due);
            row.figures.push(of.quoted(why));
            rows.push(row);
        }
    }
    of.grid(
        "owed",
        words! { zh: "欠着的各期：公开，或者作零报告", en: "Periods that are owed, or a nil report" },
        columns,
        rows,
        NONE,
    )
}

/// The findings of the rule `code` that are explained, each with why.
fn reasons<'p>(problems: &'p [Problem<'_>], code: &'static str) -> impl Iterator<Item = (&'p Problem<'p>, &'p str)> {
    let of_rule = problems.iter().filter(move |it| it.found.finding.rule.code == code);
    of_rule.filter_map(|it| Some((it, &*it.found.explained.as_ref()?.reason)))
}

fn owed_row(of: &Dossier<'_>, id: ItemId, item: &Item, period: Period, due: Day) -> Row {
    Row {
        id: String::new(),
        figures: vec![
            of.short(item.organisation.or(of.model.site.organisation)),
            of.quoted(item.office.as_deref()),
            of.item(id),
            Figure::text(period.to_string()),
            Figure::day(Some(due)),
        ],
    }
}

/// What the rules of freshness and of new media say, explained or not.
fn stale(of: &Dossier<'_>, problems: &[Problem<'_>]) -> Grid {
    let columns = vec![
        of.column("organisation", words! { zh: "单位", en: "Organisation" }, 2),
        of.column("office", words! { zh: "科室", en: "Office" }, 2),
        of.column("problem", words! { zh: "问题", en: "Problem" }, 5),
        of.column("rule", words! { zh: "规则", en: "Rule" }, 2),
        of.column("place", words! { zh: "位置", en: "Place" }, 2),
        of.column("explained", words! { zh: "说明", en: "Explained" }, 3),
    ];
    let is_stale = |it: &&Problem<'_>| {
        let code = it.found.finding.rule.code;
        (code.starts_with("GK16") || code == "GK1101") && it.found.level > Level::Off
    };
    let row = |it: &Problem<'_>| {
        let rule = it.found.finding.rule;
        let name = if of.lang == Lang::Zh { rule.label } else { rule.name };
        Row {
            id: String::new(),
            figures: vec![
                of.short(it.charge.organisation),
                of.quoted(it.charge.office.as_deref()),
                Figure::text(of.sentence(&it.words)),
                Figure::text(format!("{} {name}", rule.code)),
                of.place(it.found),
                of.quoted(it.found.explained.as_ref().map(|it| &*it.reason)),
            ],
        }
    };
    let rows = problems.iter().filter(is_stale).map(row).collect();
    of.grid("stale", words! { zh: "不更新的", en: "Stale" }, columns, rows, NONE)
}
