//! The report as a paper, part by part. What no data says is left open: no figure is made up, and no nought that nobody counted.

use super::{
    behind,
    made::{self, is_own, made},
    sheet::{HOLE, Sheet},
    statistics::{self, statistics},
    tally::Tally,
};
use crate::{
    model::{Entry, OrganisationId},
    scan::report_parts,
    supervision::{Block, Chapter, Dossier, Figure, Paper, Value, answers},
    vocabulary::{EntryKind, Text, Words},
};

/// What a part of the report says.
pub struct Part {
    /// Its key.
    pub id: &'static str,
    /// Its heading, as the form calls it.
    pub title: &'static str,
    /// What who drafts it is told, and no reader.
    pub notes: Vec<String>,
    /// What it says in words.
    pub texts: Vec<String>,
    /// Its tables.
    pub sheets: Vec<Sheet>,
}

/// Ids of the parts, by the form: the second has 收费及减免情况 and no 总体情况.
const IDS: [&str; 6] = ["overview", "published", "requests", "lawsuits", "problems", "others"];
const IDS_OF_2008: [&str; 6] = ["published", "requests", "fees", "lawsuits", "problems", "others"];

/// The report on `year`.
pub fn annual(of: &Dossier<'_>, year: i32) -> Paper {
    let parts = parts(of, year);
    let tally = Tally::of(of, body(of), year);
    let (title, period) = (title(of, year), period(of, year));
    let mut paper = of.paper("annual", title, period);
    let sheets = || parts.iter().flat_map(|it| &it.sheets);
    let open: usize = sheets().map(Sheet::open).sum();
    let first = sheets().find(|it| it.open() > 0).map_or("", |it| it.id);
    paper.facts.push(("year", of.say(words! { zh: "年度", en: "year" }), Figure::text(year.to_string())));
    paper.facts.push((
        "open",
        of.say(words! { zh: "待填的数", en: "numbers to fill in" }),
        Figure::count_in(open, first),
    ));
    if year >= 2019 {
        paper.facts.push(("sums", of.say(words! { zh: "新收＋结转＝办结＋结转下年", en: "sums" }), sums(of, &tally)));
    }
    for part in parts {
        let mut blocks: Vec<Block> = part.notes.into_iter().chain(part.texts).map(Block::Text).collect();
        blocks.extend(part.sheets.iter().map(|it| Block::Grid(it.grid(of))));
        if part.id == "requests" && !tally.unclear.is_empty() {
            blocks.push(Block::Grid(tally.doubts(of)));
        }
        paper.chapters.push(Chapter { id: part.id, title: part.title.to_owned(), blocks });
    }
    let title =
        of.say(words! { zh: "数字从哪里来（不是报告正文）", en: "What the numbers count (no part of the report)" });
    paper.chapters.push(Chapter { id: "behind", title, blocks: lists(of, &tally, year) });
    paper
}

/// What the numbers were counted from.
fn lists(of: &Dossier<'_>, tally: &Tally<'_>, year: i32) -> Vec<Block> {
    let own = own(of, year).0;
    let (entries, applications) = if year < 2019 {
        (statistics::counted(&own, year), statistics::applied(tally))
    } else {
        (made::counted(&own, year), tally.applied())
    };
    let mut replies = answers::asked(of);
    replies.retain(|it| it.on.is_some_and(|day| day.year() == year));
    let mut blocks =
        vec![Block::Grid(behind::entries(of, &entries)), Block::Grid(behind::applications(of, tally, &applications))];
    blocks.extend(answers::answers(of, &replies));
    blocks.push(Block::Grid(answers::list(of, &replies)));
    blocks
}

/// Its title.
pub fn title(of: &Dossier<'_>, year: i32) -> String {
    let body = of.body();
    format!("{body}{year}年政府信息公开工作年度报告")
}

/// What its figures are of.
fn period(of: &Dossier<'_>, year: i32) -> String {
    let today = of.model.today;
    let is_over = today.year() > year || (today.month(), today.day()) == (12, 31);
    let text = if is_over {
        text! { zh: "{year}年1月1日至12月31日", en: "1 January to 31 December {year}" }
    } else {
        text! {
            zh: "{year}年1月1日至12月31日（数据只到 {today}，年度还没有结束）",
            en: "1 January to 31 December {year} (as of {today}: the year is not over)",
        }
    };
    of.sentence(&text)
}

/// The body that it is of; none where the catalogue names none, and all is of one.
pub fn body(of: &Dossier<'_>) -> Option<OrganisationId> {
    of.organisation.or(of.model.site.organisation)
}

fn sums(of: &Dossier<'_>, tally: &Tally<'_>) -> Figure {
    const AGREE: Words = words! { zh: "相等", en: "they agree" };
    const DIFFER: Words = words! { zh: "不相等，请核对登记", en: "they differ: check the register" };
    match tally.balances() {
        Some(true) => Figure::text(of.say(AGREE)),
        Some(false) => Figure::text(of.say(DIFFER)),
        None => Value::Open.into(),
    }
}

/// The entries that are the body's own and public, and how many of other bodies became public on the site in the year: those are no
/// part of its report, whosever site it is.
fn own<'a>(of: &Dossier<'a>, year: i32) -> (Vec<&'a Entry>, usize) {
    let (body, site) = (body(of), of.model.site.organisation);
    let all = of.model.entries().map(|it| it.1).filter(|it| is_own(it));
    let (own, others): (Vec<&Entry>, Vec<&Entry>) =
        all.partition(|it| body.is_none() || it.organisation.or(site) == body);
    let is_of_year = |it: &&&Entry| it.first_public().is_some_and(|it| it.year() == year);
    (own, others.iter().filter(is_of_year).count())
}

/// What is said of information of other bodies; none where there is none.
pub fn foreign(of: &Dossier<'_>, year: i32) -> Option<String> {
    let others = Some(own(of, year).1).filter(|it| *it > 0)?;
    Some(of.sentence(&text! {
        zh: "本网站这一年还公开了其他机构的信息{others}条，没有计入；要编制其他机构的报告，用 --organisation 写明机构。",
        en: "Information of other bodies that this site made public in the year ({others}) is not counted; for a report of another body name it with --organisation.",
    }))
}

/// What the report says, part by part.
pub fn parts(of: &Dossier<'_>, year: i32) -> Vec<Part> {
    let own = own(of, year).0;
    let tally = Tally::of(of, body(of), year);
    let ids = if year < 2019 { IDS_OF_2008 } else { IDS };
    report_parts(year)
        .zip(ids)
        .map(|(title, id)| {
            let (texts, sheets) = match id {
                "overview" => (overview(of, &own, &tally, year), Vec::new()),
                "published" => (vec![published(of, &own, year)], made(of, &own, year)),
                "requests" => requests(of, &tally, year),
                "lawsuits" if year >= 2019 => (Vec::new(), vec![tally.lawsuits(of)]),
                "others" if year < 2019 => (vec![HOLE.to_owned()], vec![statistics(of, &own, &tally, year)]),
                "others" if year >= 2021 => (vec![fees(of), HOLE.to_owned()], Vec::new()),
                _ => (vec![HOLE.to_owned()], Vec::new()),
            };
            let notes = match id {
                "requests" if !tally.is_kept => vec![uncounted(of, year)],
                "published" => foreign(of, year).into_iter().collect(),
                _ => Vec::new(),
            };
            Part { id, title, notes, texts, sheets }
        })
        .collect()
}

/// The five sides of the work that the form names.
fn overview(of: &Dossier<'_>, own: &[&Entry], tally: &Tally<'_>, year: i32) -> Vec<String> {
    let (published, told) = (published(of, own, year), tally.told(of));
    [
        text! { zh: "主动公开。{published}", en: "Publishing. {published}" },
        text! { zh: "依申请公开。{told}", en: "Applications. {told}" },
        text! { zh: "政府信息管理。{HOLE}", en: "Management of information. {HOLE}" },
        text! { zh: "平台建设。{HOLE}", en: "Platforms. {HOLE}" },
        text! { zh: "监督保障。{HOLE}", en: "Supervision. {HOLE}" },
    ]
    .iter()
    .map(|it| of.sentence(it))
    .collect()
}

/// How many reprints became public in the year: they are the duty of who made them, and no figure counts them.
fn reprints(of: &Dossier<'_>, year: i32) -> usize {
    let (body, site) = (body(of), of.model.site.organisation);
    let all = of.model.published().map(|it| it.1).filter(|it| !is_own(it));
    let own = all.filter(|it| body.is_none() || it.organisation.or(site) == body);
    own.filter(|it| it.first_public().or(it.published_day()).is_some_and(|it| it.year() == year)).count()
}

/// How much was made public.
fn published(of: &Dossier<'_>, own: &[&Entry], year: i32) -> String {
    let public = |it: &&&Entry| it.first_public().is_some_and(|it| it.year() == year);
    let all = own.iter().filter(public).count();
    let left_out = match reprints(of, year) {
        0 => Text::same(""),
        count => text! { zh: "（另有转载的{count}条，没有计入）", en: " (reprints, {count}, are not counted)" },
    };
    let Text { zh: no_zh, en: no_en } = left_out;
    if all == 0 {
        return of.sentence(&text! {
            zh: "全年主动公开政府信息{HOLE}条{no_zh}。",
            en: "Published in the year: {HOLE}{no_en}.",
        });
    }
    let of_kind = |kind| own.iter().filter(public).filter(|it| it.kind == kind).count();
    let (explained, answered) = (of_kind(EntryKind::Interpretation), of_kind(EntryKind::OpinionResponse));
    of.sentence(&text! {
        zh: "全年在本网站主动公开政府信息{all}条{no_zh}，其中政策解读{explained}条，舆情回应{answered}条。其他渠道公开{HOLE}条。",
        en: "Published on this site in the year: {all}{no_en}, of which interpretations {explained}, responses {answered}; elsewhere {HOLE}.",
    })
}

fn requests(of: &Dossier<'_>, tally: &Tally<'_>, year: i32) -> (Vec<String>, Vec<Sheet>) {
    if year < 2019 {
        return (vec![tally.told(of)], Vec::new());
    }
    (Vec::new(), vec![tally.sheet(of)])
}

fn uncounted(of: &Dossier<'_>, year: i32) -> String {
    of.sentence(&text! {
        zh: "依申请公开登记（register = \"applications\"）里没有{year}年的记录，数字没有统计，请照实填写。",
        en: "No register of applications (register = \"applications\") has anything of {year}: the numbers were not counted and are to be filled in.",
    })
}

fn fees(of: &Dossier<'_>) -> String {
    of.sentence(&text! {
        zh: "本年度收取信息处理费{HOLE}元。",
        en: "Fees for processing information in the year: {HOLE} yuan.",
    })
}
