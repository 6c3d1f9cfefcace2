//! How messages and responses were answered: of all, by organisation, by office, and each of them.

use std::collections::BTreeMap;

use super::{Block, Column, Dossier, Figure, Grid, Row, Value};
use crate::{
    model::{Answers, OrganisationId, Reply, ReplySort},
    vocabulary::Words,
};

const EMPTY: Words =
    words! { zh: "没有公开的留言和舆情回应，不涉及。", en: "There are no public messages or responses." };
const SORTS: [(ReplySort, Words); 2] = [
    (ReplySort::Message, words! { zh: "留言答复", en: "Messages" }),
    (ReplySort::Response, words! { zh: "舆情回应", en: "Responses" }),
];

/// Whom a line counts: where no body of the catalogue is named, nobody of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Whose<'r> {
    is_stranger: bool,
    organisation: Option<OrganisationId>,
    office: Option<&'r str>,
}

impl<'r> Whose<'r> {
    fn of(reply: &'r Reply) -> Self {
        let is_stranger = reply.stranger.is_some();
        Self { is_stranger, organisation: reply.organisation, office: reply.office.as_deref() }
    }

    fn short(self, of: &Dossier<'_>) -> Figure {
        if self.is_stranger {
            Figure::text(of.say(words! { zh: "对不上目录里的哪个机构", en: "no one body of the catalogue" }))
        } else {
            of.short(self.organisation)
        }
    }
}

/// Those that are asked for: of one body its own; what is no body's is told where all are.
pub fn asked<'d>(of: &Dossier<'d>) -> Vec<&'d Reply> {
    let is_own = |it: &&Reply| of.organisation.is_none() || it.stranger.is_none() && of.concerns(it.organisation);
    of.model.interaction.replies.iter().filter(is_own).collect()
}

/// `replies` in numbers, of all and by organisation, then by office where any is known.
pub fn answers(of: &Dossier<'_>, replies: &[&Reply]) -> Vec<Block> {
    let (mut bodies, mut offices) = (Vec::new(), Vec::new());
    for (sort, name) in SORTS {
        let all: Vec<&Reply> = replies.iter().copied().filter(|it| it.sort == sort).collect();
        if all.is_empty() {
            continue;
        }
        let whole = Figure::text(of.say(words! { zh: "合计", en: "all" }));
        bodies.push(line(sort, vec![Figure::text(of.say(name)), whole], &all));
        for (whose, own) in parted(&all, |it| Whose { office: None, ..Whose::of(it) }) {
            bodies.push(line(sort, vec![Figure::text(of.say(name)), whose.short(of)], &own));
        }
        for (whose, own) in parted(&all, Whose::of) {
            let who = vec![Figure::text(of.say(name)), whose.short(of), of.quoted(whose.office)];
            offices.push(line(sort, who, &own));
        }
    }
    if replies.iter().all(|it| it.office.is_none()) {
        offices.clear();
    }
    let what = of.column("what", words! { zh: "类别", en: "Of" }, 2);
    let organisation = of.column("organisation", words! { zh: "单位", en: "Organisation" }, 3);
    let office = of.column("office", words! { zh: "科室", en: "Office" }, 2);
    let heads = |who: Vec<Column>| who.into_iter().chain(columns(of)).collect();
    let title = words! { zh: "互动回应", en: "Answers" };
    let by_body = of.grid("answers", title, heads(vec![what.clone(), organisation.clone()]), bodies, EMPTY);
    let by_office = (!offices.is_empty()).then(|| {
        let title = words! { zh: "各科室的互动回应", en: "Answers by office" };
        of.grid("answers-by-office", title, heads(vec![what, organisation, office]), offices, EMPTY)
    });
    [Some(by_body), by_office].into_iter().flatten().map(Block::Grid).collect()
}

fn parted<'r>(all: &[&'r Reply], by: impl Fn(&'r Reply) -> Whose<'r>) -> BTreeMap<Whose<'r>, Vec<&'r Reply>> {
    let mut parts: BTreeMap<Whose<'r>, Vec<&'r Reply>> = BTreeMap::new();
    for &it in all {
        parts.entry(by(it)).or_default().push(it);
    }
    parts
}

fn columns(of: &Dossier<'_>) -> Vec<Column> {
    vec![
        of.column("total", words! { zh: "总数", en: "All" }, 1),
        of.column("answered", words! { zh: "已答复", en: "Answered" }, 1),
        of.column(
            "in_time",
            words! { zh: "按时答复的，在能判断的当中", en: "In time, of those that can be judged" },
            2,
        ),
        of.column("median_workdays", words! { zh: "办理工作日（中位数）", en: "Working days (median)" }, 1),
        of.column("median_hours", words! { zh: "回应小时（中位数）", en: "Hours (median)" }, 1),
    ]
}

fn line(sort: ReplySort, mut figures: Vec<Figure>, own: &[&Reply]) -> Row {
    let sum = Answers::of(own.iter().copied());
    let whole = |it: u64| usize::try_from(it).unwrap_or(usize::MAX);
    let median = |wanted, thousandths: fn(i64) -> i64| {
        let median = sum.median.filter(|_| sort == wanted);
        Figure::from(median.map_or(Value::None, |it| Value::Thousandths(thousandths(i64::from(it)))))
    };
    figures.extend([
        Figure::count(whole(sum.total)),
        Figure::count(whole(sum.answered)),
        Figure::share(whole(sum.in_time), whole(sum.judged)),
        median(ReplySort::Message, |it| it * 1000),
        // Of minutes, in thousandths of an hour, half and more counted up.
        median(ReplySort::Response, |it| (it * 1000 + 30) / 60),
    ]);
    Row { id: String::new(), figures: figures.into_iter().map(|it| it.behind("answer-list")).collect() }
}

/// Each of `replies`, what was not in time first. When something was noticed stays inside, and so does how long the answer took.
pub fn list(of: &Dossier<'_>, replies: &[&Reply]) -> Grid {
    let columns = vec![
        of.column("what", words! { zh: "类别", en: "Of" }, 1),
        of.column("organisation", words! { zh: "单位", en: "Organisation" }, 2),
        of.column("office", words! { zh: "科室", en: "Office" }, 2),
        of.column("entry", words! { zh: "信息或登记", en: "Entry or register" }, 4),
        of.column("row", words! { zh: "行", en: "Row" }, 1),
        of.column("on", words! { zh: "受理（回应的公开）", en: "Accepted, or public" }, 1),
        of.column("due", words! { zh: "最后期限", en: "Due" }, 1),
        of.column("answered", words! { zh: "答复日期", en: "Answered" }, 1),
        of.column("workdays", words! { zh: "办理工作日", en: "Working days" }, 1),
        of.column("verdict", words! { zh: "是否按时", en: "Verdict" }, 2),
        of.column("by", words! { zh: "登记写的承办单位", en: "In charge by the register" }, 2),
    ];
    let mut all = replies.to_vec();
    all.sort_by_key(|it| (it.in_time != Some(false), it.sort, Whose::of(it)));
    let row = |it: &&Reply| {
        let sort = SORTS.iter().find(|own| own.0 == it.sort).map_or(Value::None, |own| Value::Text(of.say(own.1)));
        let row = it.row.and_then(|row| usize::try_from(row).ok());
        let days = it.taken.filter(|_| it.sort == ReplySort::Message);
        Row {
            id: String::new(),
            figures: vec![
                sort.into(),
                Whose::of(it).short(of),
                of.quoted(it.office.as_deref()),
                of.entry(it.entry),
                row.map_or(Value::None.into(), Figure::count),
                Figure::day(it.on),
                Figure::day(it.last),
                Figure::day(it.answered),
                days.map_or(Value::None.into(), |days| Figure::count(days as usize)),
                Figure::text(of.say(verdict(it))),
                of.quoted(it.stranger.as_deref()),
            ],
        }
    };
    let rows = all.iter().map(row).collect();
    of.grid("answer-list", words! { zh: "每件留言和回应", en: "Each message and response" }, columns, rows, EMPTY)
}

fn verdict(it: &Reply) -> Words {
    match (it.in_time, it.is_answered) {
        (Some(true), _) => words! { zh: "按时", en: "in time" },
        (Some(false), true) => words! { zh: "逾期", en: "late" },
        (Some(false), false) => words! { zh: "到期未答复", en: "past its day, not answered" },
        (None, true) => words! { zh: "已答复，不能判断", en: "answered, unsure" },
        (None, false) => words! { zh: "未到期", en: "not due yet" },
    }
}
