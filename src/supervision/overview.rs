//! Tables of how a catalogue stands, for the reports that need them: by disclosure and facet, item by item, tasks, answers.

use super::{Block, Dossier, Figure, Grid, Row, Value, behind::is_asked};
use crate::{
    compliance::{Fill, ItemCompliance},
    diagnostic::Completion,
    model::{Item, ItemId},
    vocabulary::{Disclosure, Facet, TaskState, Way, Word, Words},
};

const NONE: Words = words! { zh: "没有。", en: "None." };

/// The words of how an item stands.
pub fn fill_words(fill: Fill) -> Words {
    match fill {
        Fill::Filled => words! { zh: "已公开", en: "filled" },
        Fill::Nil => words! { zh: "零报告", en: "nil" },
        Fill::Event => words! { zh: "暂无须", en: "not owed" },
        Fill::Gap => words! { zh: "空白", en: "empty" },
    }
}

/// What the words of the tables mean.
pub fn fills_told(of: &Dossier<'_>) -> Block {
    Block::Text(of.say(words! {
        zh: "已公开：所判期间（长期公开的为截至当日，其余为近一年）有公开或者更新的信息；零报告：有人负责地报告本期没有；空白：应当公开而没有；暂无须：没有发生、依申请公开或者还没到时限。不予公开的事项不在其中。",
        en: "Filled: something was published or revised in the time judged (what is standing as it stands, all else the year up to the day). Nil: somebody reported that there was nothing. Empty: owed, and not there. Not owed: it has not happened, is given on request, or is not due yet. Items that are withheld are not counted."
    }))
}

/// The items of one of the five or of a facet, counted.
#[derive(Default)]
struct Part {
    completion: Completion,
}

impl Part {
    fn add(&mut self, fill: Fill) {
        let it = &mut self.completion;
        it.items += 1;
        match fill {
            Fill::Filled => it.filled += 1,
            Fill::Nil => it.nil += 1,
            Fill::Event => it.event += 1,
            Fill::Gap => it.empty += 1,
        }
    }

    fn row(&self, id: String, name: String) -> Row {
        let it = self.completion;
        let counts = [it.items, it.filled, it.nil].map(|it| Figure::count_in(it, "matrix")).into_iter();
        let counts = counts.chain([
            Figure::count_in(it.empty, "gaps"),
            Figure::count_in(it.event, "matrix"),
            Figure::count_in(it.entries, "entry-list"),
        ]);
        let owed = it.filled + it.nil + it.empty;
        let share = Figure::share(it.filled + it.nil, owed).behind("matrix");
        Row { id, figures: [Figure::text(name)].into_iter().chain(counts).chain([share]).collect() }
    }
}

fn open_items<'d>(of: &Dossier<'d>) -> impl Iterator<Item = (ItemId, &'d Item, &'d ItemCompliance)> {
    let (model, compliance, asked) = (of.model, of.compliance, *of);
    let all = model.items().map(move |(id, item)| (id, item, compliance.item(id)));
    all.filter(move |(_, item, _)| item.is_open() && asked.concerns(item.organisation))
}

/// Items and entries by the five disclosures and by the three facets, as `check` counts them; the five as a chart, too.
pub fn classes(of: &Dossier<'_>) -> Vec<Block> {
    let mut disclosures: Vec<Part> = Disclosure::ALL.iter().map(|_| Part::default()).collect();
    let mut facets: Vec<Part> = Facet::ALL.iter().map(|_| Part::default()).collect();
    for (_, item, compliance) in open_items(of) {
        let fill = compliance.stands(item, of.model.today);
        item.disclosures.iter().for_each(|it| disclosures[it.ordinal()].add(fill));
        item.facets.iter().for_each(|it| facets[it.ordinal()].add(fill));
    }
    for (_, entry) in of.model.published().filter(|it| of.concerns(it.1.organisation)) {
        entry.disclosures.iter().for_each(|it| disclosures[it.ordinal()].completion.entries += 1);
        entry.facets.iter().for_each(|it| facets[it.ordinal()].completion.entries += 1);
    }
    let columns = |key, name: Words| {
        vec![
            of.column(key, name, 2),
            of.column("items", words! { zh: "事项", en: "Items" }, 1),
            of.column("filled", words! { zh: "已公开", en: "Filled" }, 1),
            of.column("nil", words! { zh: "零报告", en: "Nil" }, 1),
            of.column("empty", words! { zh: "空白", en: "Empty" }, 1),
            of.column("event", words! { zh: "暂无须", en: "Not owed" }, 1),
            of.column("entries", words! { zh: "条目", en: "Entries" }, 1),
            of.column("share", words! { zh: "应公开事项中已公开和零报告的", en: "Filled or nil, of those owed" }, 2),
        ]
    };
    let rows = |parts: &[Part], words: &[(&'static str, String)]| {
        let rows = parts.iter().zip(words);
        rows.map(|(it, (key, name))| it.row(format!("class-{key}"), name.clone())).collect::<Vec<_>>()
    };
    let five: Vec<_> = Disclosure::ALL.iter().map(|&it| (it.key(), of.word(it))).collect();
    let three: Vec<_> = Facet::ALL.iter().map(|&it| (it.key(), of.word(it))).collect();
    let (five, three) = (rows(&disclosures, &five), rows(&facets, &three));
    let five = of.grid(
        "disclosures",
        words! { zh: "按五公开", en: "By the five disclosures" },
        columns("disclosure", words! { zh: "五公开", en: "Disclosure" }),
        five,
        NONE,
    );
    let three = of.grid(
        "facets",
        words! { zh: "按政策解读、回应关切、公众参与", en: "By facet" },
        columns("facet", words! { zh: "专项", en: "Facet" }),
        three,
        NONE,
    );
    let title = of.say(words! { zh: "五公开各有多少条信息", en: "Entries by disclosure" });
    let chart = five.bars(&["disclosure"], "entries", title).map(Block::Bars);
    [Block::Grid(five)].into_iter().chain(chart).chain([Block::Grid(three)]).collect()
}

/// The items that owe something and have nothing: the gaps, each with its classes.
pub fn gaps(of: &Dossier<'_>) -> Grid {
    let columns = vec![
        of.column("organisation", words! { zh: "单位", en: "Organisation" }, 2),
        of.column("office", words! { zh: "科室", en: "Office" }, 2),
        of.column("item", words! { zh: "公开事项", en: "Item" }, 4),
        of.column("disclosures", words! { zh: "五公开", en: "Disclosures" }, 2),
        of.column("facets", words! { zh: "专项", en: "Facets" }, 2),
        of.column("due", words! { zh: "时限", en: "Due" }, 1),
    ];
    let gap = |it: &(ItemId, &Item, &ItemCompliance)| it.2.stands(it.1, of.model.today) == Fill::Gap;
    let row = |(id, item, compliance): (ItemId, &Item, &ItemCompliance)| Row {
        id: String::new(),
        figures: vec![
            of.short(item.organisation.or(of.model.site.organisation)),
            of.quoted(item.office.as_deref()),
            of.item(id),
            of.quoted(Some(&of.words(item.disclosures))),
            of.quoted(Some(&of.words(item.facets))),
            Figure::day(item.due.or(compliance.periods.next.map(|it| it.1))),
        ],
    };
    let rows = open_items(of).filter(gap).map(row).collect();
    of.grid("gaps", words! { zh: "空白事项", en: "Empty items" }, columns, rows, NONE)
}

/// Every item in each of the five that it is classed in.
pub fn matrix(of: &Dossier<'_>) -> Grid {
    let mut columns = vec![
        of.column("organisation", words! { zh: "单位", en: "Organisation" }, 2),
        of.column("office", words! { zh: "科室", en: "Office" }, 2),
        of.column("item", words! { zh: "公开事项", en: "Item" }, 4),
    ];
    columns.extend(Disclosure::ALL.iter().map(|&it| super::Column { key: it.key(), title: of.word(it), share: 1 }));
    columns.push(of.column("facets", words! { zh: "专项", en: "Facets" }, 2));
    columns.push(of.column("stands", words! { zh: "合计", en: "As a whole" }, 1));
    let row = |(id, item, compliance): (ItemId, &Item, &ItemCompliance)| {
        let cell = |&it: &Disclosure| {
            let fill = item.disclosures.contains(it).then(|| compliance.fill(item, it, of.model.today));
            fill.map_or(Value::None.into(), |it| Figure::text(of.say(fill_words(it))))
        };
        let first = [
            of.short(item.organisation.or(of.model.site.organisation)),
            of.quoted(item.office.as_deref()),
            of.item(id),
        ];
        let whole = Figure::text(of.say(fill_words(compliance.stands(item, of.model.today))));
        let last = [of.quoted(Some(&of.words(item.facets))), whole];
        let figures = first.into_iter().chain(Disclosure::ALL.iter().map(cell)).chain(last).collect();
        Row { id: format!("item-{}", id.at() + 1), figures }
    };
    let rows = open_items(of).map(row).collect();
    of.grid("matrix", words! { zh: "事项与五公开", en: "Items by disclosure" }, columns, rows, NONE)
}

/// How many tasks are in each state, and the same as a chart.
pub fn task_states(of: &Dossier<'_>) -> Vec<Block> {
    let columns = vec![
        of.column("state", words! { zh: "状态", en: "State" }, 2),
        of.column("tasks", words! { zh: "任务", en: "Tasks" }, 1),
    ];
    let asked = |(task, _): &(&crate::model::Task, _)| is_asked(of, task);
    let states: Vec<TaskState> =
        of.model.tasks.iter().zip(&of.compliance.tasks).filter(asked).map(|it| it.1.state).collect();
    let row = |&state: &TaskState| Row {
        id: format!("state-{}", state.key()),
        figures: vec![
            Figure::text(of.word(state)),
            Figure::count_in(states.iter().filter(|it| **it == state).count(), "task-list"),
        ],
    };
    let rows = if states.is_empty() { Vec::new() } else { TaskState::ALL.iter().map(row).collect() };
    let empty = words! { zh: "没有工作计划，不涉及。", en: "There is no work plan." };
    let states = of.grid("task-states", words! { zh: "工作任务", en: "Tasks" }, columns, rows, empty);
    let chart = states.bars(&["state"], "tasks", of.say(words! { zh: "各状态的任务", en: "Tasks by state" }));
    [Block::Grid(states)].into_iter().chain(chart.map(Block::Bars)).collect()
}

/// What is not published of itself, with its ground and the day on which that was last looked at.
pub fn exceptions(of: &Dossier<'_>) -> Grid {
    let columns = vec![
        of.column("organisation", words! { zh: "单位", en: "Organisation" }, 2),
        of.column("office", words! { zh: "科室", en: "Office" }, 2),
        of.column("item", words! { zh: "公开事项", en: "Item" }, 3),
        of.column("way", words! { zh: "公开方式", en: "Way" }, 1),
        of.column("ground", words! { zh: "依据", en: "Ground" }, 4),
        of.column("reviewed", words! { zh: "上次评估", en: "Last looked at" }, 1),
    ];
    let today = of.model.today;
    let kept = of
        .model
        .items()
        .filter(|(_, it)| matches!(it.way, Some(Way::OnRequest | Way::Withheld)) && of.concerns(it.organisation));
    let row = |(id, item): (ItemId, &Item)| Row {
        id: String::new(),
        figures: vec![
            of.short(item.organisation.or(of.model.site.organisation)),
            of.quoted(item.office.as_deref()),
            of.item(id),
            item.way.map_or(Value::None.into(), |it| Figure::text(of.word(it))),
            of.quoted(item.ground()),
            Figure::day(item.reviewed().filter(|day| *day <= today)),
        ],
    };
    let rows = kept.map(row).collect();
    of.grid("exceptions", words! { zh: "依申请公开和不予公开", en: "On request and withheld" }, columns, rows, NONE)
}
