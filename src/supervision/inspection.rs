//! `report inspection`: what a supervision office asks each quarter – figures, the problem list, what became of the last one.

use super::{
    Block, Chapter, Dossier, Figure, Grid, Paper, Row, answers, behind,
    charge::Charges,
    coming::coming,
    compare::{Comparison, Standing, is_whole},
    figures::{Figures, Standings},
    history::{AGAIN, EXPLAINED, Kept, KeptFigures, KeptProblem, NEW, STANDING},
    judged::judged,
    ledger::{Ledger, Matter},
    overview,
    problem::Problem,
    problem_list, rectified,
};
use crate::{
    day::Period,
    diagnostic::{Completion, Level},
    model::Reply,
    vocabulary::Words,
};

/// A report, and what of it is worth keeping.
#[derive(Debug)]
pub struct Inspection {
    pub paper: Paper,
    /// None where some of the catalogue cannot be read: nobody knows what was not found.
    pub kept: Option<Kept>,
}

/// The report of `quarter`, beside what was kept of it and of earlier quarters, the latest first.
pub fn inspection(of: &Dossier<'_>, quarter: Period, history: &[Kept]) -> Inspection {
    let charges = Charges::new(of.model, of.texts.sources);
    let problems = Problem::all(of, &charges);
    let mut comparison = Comparison::of(of, quarter, &problems, history);
    let found = problems.iter().map(|it| Matter::found(of.model, it));
    let matters: Vec<Matter<'_>> = found.chain(comparison.past.iter().map(|it| Matter::kept(it.0))).collect();
    let ledger = Ledger::of(of.model, &charges, &matters);
    comparison.hear(problems.len(), &ledger);
    let standings = Standings::of(of, quarter, &problems);
    let kept = is_whole(of).then(|| keep(of, quarter, &problems, &comparison, &standings));
    let older = history.iter().filter(|it| it.quarter < quarter).flat_map(|it| &it.problems);
    let older: Vec<Matter<'_>> = older.map(Matter::kept).collect();
    let older = Ledger::of(of.model, &charges, &older);
    let paper = paper(of, quarter, &Found { charges, problems, comparison, ledger, older, standings });
    Inspection { paper, kept }
}

/// What the chapters are made of.
struct Found<'a> {
    charges: Charges<'a>,
    problems: Vec<Problem<'a>>,
    comparison: Comparison<'a>,
    ledger: Ledger<'a>,
    /// Its lines again, tied to what was found in any earlier quarter.
    older: Ledger<'a>,
    standings: Standings,
}

fn paper(of: &Dossier<'_>, quarter: Period, found: &Found<'_>) -> Paper {
    let (body, official, today) = (of.body(), quarter.official(), of.model.today);
    let title = of.sentence(&text! { zh: "{official}政务公开检查情况", en: "Open government inspection, {quarter}" });
    let running = if quarter.last() > today {
        text! { zh: "，本季度尚未结束", en: "; the quarter is not over" }
    } else {
        text! { zh: "", en: "" }
    };
    let subtitle = of.sentence(&text! {
        zh: "{body}，截至 {today}{zh}",
        en: "{body}, as of {today}{en}",
        zh = running.zh,
        en = running.en,
    });
    let mut paper = of.paper("inspection", title, subtitle);
    facts(of, found, &mut paper);
    let chapter = |id, title: Words, blocks| Chapter { id, title: of.say(title), blocks };
    let Found { charges, problems, comparison, ledger, older, standings } = found;
    let replies = answers::asked(of);
    let mut classes: Vec<Block> = vec![overview::fills_told(of)];
    classes.extend(overview::classes(of));
    classes.push(Block::Grid(overview::gaps(of)));
    let by_office = offices(of, standings);
    let chart = by_office.bars(
        &["organisation", "office"],
        "problems",
        of.say(words! { zh: "各科室的问题", en: "Problems by office" }),
    );
    let by_office = [Block::Grid(by_office)].into_iter().chain(chart.map(Block::Bars));
    paper.chapters = vec![
        chapter(
            "figures",
            words! { zh: "总体情况", en: "Figures" },
            vec![figures_told(of, quarter), Block::Grid(organisations(of, standings))]
                .into_iter()
                .chain(by_office)
                .collect(),
        ),
        chapter(
            "problems",
            words! { zh: "问题清单", en: "Problem list" },
            vec![
                problem_list::told(of),
                Block::Grid(problem_list::problem_list(of, problems, &comparison.standings, ledger, charges)),
            ],
        ),
        chapter(
            "rectification",
            words! { zh: "上次问题的整改情况", en: "What became of the last problems" },
            vec![
                rectified::told(of, comparison, problems),
                Block::Grid(rectified::past(of, comparison, charges)),
                Block::Grid(rectified::ledger(of, (ledger, older), charges, problems, comparison)),
            ],
        ),
        chapter("classes", words! { zh: "公开情况", en: "What is public" }, classes),
        chapter(
            "work",
            words! { zh: "任务和回应", en: "Tasks and answers" },
            overview::task_states(of).into_iter().chain(answers::answers(of, &replies)).collect(),
        ),
        chapter(
            "exceptions",
            words! { zh: "例外和说明", en: "Exceptions and explanations" },
            vec![
                Block::Grid(overview::exceptions(of)),
                Block::Grid(problem_list::explained(of, problems, Level::Warn)),
            ],
        ),
        chapter("coming", words! { zh: "接下来", en: "What comes next" }, vec![Block::Grid(coming(of, true))]),
        chapter(
            "behind",
            words! { zh: "数字背后的明细", en: "What is behind the figures" },
            lists(of, quarter, &replies),
        ),
    ];
    paper
}

/// What the figures were counted from, one by one.
fn lists(of: &Dossier<'_>, quarter: Period, replies: &[&Reply]) -> Vec<Block> {
    let time = |it: Period| (it.first(), it.last());
    let now = words! { zh: "本季度能比时限的条目", en: "Entries of the quarter that are judged by time" };
    let before = words! { zh: "上季度能比时限的条目", en: "Entries of the quarter before" };
    let before = quarter.previous().map(|it| judged(of, "judged-before", before, time(it)));
    let lists = [judged(of, "judged", now, time(quarter))].into_iter().chain(before);
    let others = [overview::matrix(of), behind::entries(of), behind::tasks(of), answers::list(of, replies)];
    lists.chain(others).map(Block::Grid).collect()
}

fn facts(of: &Dossier<'_>, found: &Found<'_>, paper: &mut Paper) {
    let mut sum = Figures::default();
    for it in found.standings.organisations.values() {
        let (all, own) = (&mut sum.completion, it.completion);
        all.items += own.items;
        all.filled += own.filled;
        all.nil += own.nil;
        all.empty += own.empty;
        all.event += own.event;
        all.entries += own.entries;
        sum.problems += it.problems;
        sum.errors += it.errors;
    }
    let Completion { items, filled, nil, empty, event, entries, .. } = sum.completion;
    let listed = |key, words: Words, count, grid| (key, of.say(words), Figure::count_in(count, grid));
    paper.facts = vec![
        listed("problems", words! { zh: "要整改的问题", en: "problems" }, sum.problems, "problems"),
        listed("errors", words! { zh: "其中错误", en: "of them errors" }, sum.errors, "problems"),
        listed("items", words! { zh: "公开事项", en: "items" }, items, "matrix"),
        listed("filled", words! { zh: "已公开", en: "filled" }, filled, "matrix"),
        listed("nil", words! { zh: "零报告", en: "nil" }, nil, "matrix"),
        listed("empty", words! { zh: "空白", en: "empty" }, empty, "gaps"),
        listed("event", words! { zh: "暂无须", en: "not owed" }, event, "matrix"),
        listed("entries", words! { zh: "公开的条目", en: "entries" }, entries, "entry-list"),
    ];
    if of.report.stops() {
        paper.facts.push((
            "provisional",
            of.say(words! { zh: "注意", en: "note" }),
            Figure::text(of.say(words! {
                zh: "有不改正就不能发布的问题，读不出的内容没有算在内",
                en: "something keeps all from being published: what could not be read is not in the numbers"
            })),
        ));
    }
}

/// Over which time what is counted.
fn figures_told(of: &Dossier<'_>, quarter: Period) -> Block {
    let before = quarter.previous().map_or_else(String::new, |it| it.to_string());
    Block::Text(of.sentence(&text! {
        zh: "按时公开率：本季度（{quarter}）内首次公开、能判断是否按时的条目中按时的；中位数：这些条目从形成到公开的工作日。上季度为 {before}。不能判断的（时限以估计为准等）单列，不计入；事项没有时限的、转载的，没有时限可比，两边都不算。各单位按目录中的顺序排列。",
        en: "On time: of the entries first public in the quarter ({quarter}) that can be judged, those that were in time; median: their working days from making to publication. The quarter before is {before}. What nobody can say for certain stands by itself and is not counted; what has no limit, or is reprinted, is in neither. Organisations are in the catalogue's order.",
    }))
}

const ITEMS: Words = words! { zh: "事项", en: "Items" };
const FILLED: Words = words! { zh: "已公开", en: "Filled" };
const NIL: Words = words! { zh: "零报告", en: "Nil" };
const EMPTY: Words = words! { zh: "空白", en: "Empty" };
const EVENT: Words = words! { zh: "暂无须", en: "Not owed" };
const ENTRIES: Words = words! { zh: "条目", en: "Entries" };
const NONE: Words = words! { zh: "没有。", en: "None." };

fn organisations(of: &Dossier<'_>, standings: &Standings) -> Grid {
    let columns = vec![
        of.column("organisation", words! { zh: "单位", en: "Organisation" }, 3),
        of.column("items", ITEMS, 1),
        of.column("filled", FILLED, 1),
        of.column("nil", NIL, 1),
        of.column("empty", EMPTY, 1),
        of.column("event", EVENT, 1),
        of.column("entries", ENTRIES, 1),
        of.column("problems", words! { zh: "问题", en: "Problems" }, 1),
        of.column("on_time", words! { zh: "本季度按时公开率", en: "On time" }, 2),
        of.column("median_workdays", words! { zh: "工作日中位数", en: "Median" }, 1),
        of.column("unsure", words! { zh: "不能判断", en: "Unsure" }, 1),
        of.column("on_time_before", words! { zh: "上季度按时公开率", en: "On time before" }, 2),
        of.column("median_workdays_before", words! { zh: "上季度中位数", en: "Median before" }, 1),
    ];
    let row = |(id, it): (&Option<_>, &Figures)| {
        let part = it.completion;
        let mut figures = vec![of.short(*id)];
        figures.extend([part.items, part.filled, part.nil].map(|it| Figure::count_in(it, "matrix")));
        figures.push(Figure::count_in(part.empty, "gaps"));
        figures.push(Figure::count_in(part.event, "matrix"));
        figures.push(Figure::count_in(part.entries, "entry-list"));
        figures.push(Figure::count_in(it.problems, "problems"));
        figures.extend([it.quarter.share("judged"), it.quarter.median("judged")]);
        figures.push(Figure::count_in(it.quarter.unsure, "judged"));
        figures.extend([it.before.share("judged-before"), it.before.median("judged-before")]);
        Row { id: String::new(), figures }
    };
    let rows = standings.organisations.iter().map(row).collect();
    of.grid("organisations", words! { zh: "各单位", en: "By organisation" }, columns, rows, NONE)
}

fn offices(of: &Dossier<'_>, standings: &Standings) -> Grid {
    let columns = vec![
        of.column("organisation", words! { zh: "单位", en: "Organisation" }, 2),
        of.column("office", words! { zh: "科室", en: "Office" }, 2),
        of.column("items", ITEMS, 1),
        of.column("filled", FILLED, 1),
        of.column("nil", NIL, 1),
        of.column("empty", EMPTY, 1),
        of.column("event", EVENT, 1),
        of.column("entries", ENTRIES, 1),
        of.column("problems", words! { zh: "问题", en: "Problems" }, 1),
        of.column("on_time", words! { zh: "本季度按时公开率", en: "On time" }, 2),
        of.column("median_workdays", words! { zh: "工作日中位数", en: "Median" }, 1),
    ];
    let row = |(charge, it): (&super::charge::Charge, &Figures)| {
        let part = it.completion;
        let mut figures = vec![of.short(charge.organisation), of.quoted(charge.office.as_deref())];
        figures.extend([part.items, part.filled, part.nil].map(|it| Figure::count_in(it, "matrix")));
        figures.push(Figure::count_in(part.empty, "gaps"));
        figures.push(Figure::count_in(part.event, "matrix"));
        figures.push(Figure::count_in(part.entries, "entry-list"));
        figures.push(Figure::count_in(it.problems, "problems"));
        figures.extend([it.quarter.share("judged"), it.quarter.median("judged")]);
        Row { id: String::new(), figures }
    };
    let rows = standings.offices.iter().map(row).collect();
    of.grid("offices", words! { zh: "各科室", en: "By office" }, columns, rows, NONE)
}

fn keep(
    of: &Dossier<'_>,
    quarter: Period,
    problems: &[Problem<'_>],
    comparison: &Comparison<'_>,
    standings: &Standings,
) -> Kept {
    let id = |it: Option<crate::model::OrganisationId>| {
        it.map_or_else(String::new, |id| of.model.organisation(id).id.to_string())
    };
    let organisations = standings.organisations.iter().map(|(&organisation, it)| KeptFigures {
        organisation: id(organisation),
        items: it.completion.items,
        filled: it.completion.filled,
        nil: it.completion.nil,
        empty: it.completion.empty,
        event: it.completion.event,
        entries: it.completion.entries,
        in_time: it.quarter.in_time,
        late: it.quarter.late,
        unsure: it.quarter.unsure,
        median_doubled: it.quarter.median_doubled(),
        problems: it.problems,
    });
    let told = problems.iter().zip(&comparison.standings).filter(|it| it.0.found.level >= Level::Warn);
    let mut kept: Vec<KeptProblem> = told
        .map(|(it, &(standing, since))| {
            let rule = it.found.finding.rule;
            let state = match standing {
                _ if it.found.explained.is_some() => EXPLAINED,
                Standing::First | Standing::New => NEW,
                Standing::Still | Standing::SaidDone => STANDING,
                Standing::Again => AGAIN,
            };
            KeptProblem {
                organisation: id(it.charge.organisation),
                office: it.charge.office.as_deref().unwrap_or_default().to_owned(),
                rule: rule.code.to_owned(),
                name: rule.name.to_owned(),
                label: rule.label.to_owned(),
                file: it.file.clone(),
                about: it.about.clone(),
                zh: it.words.zh.clone(),
                en: it.words.en.clone(),
                fingerprint: it.found.fingerprint.clone(),
                matter: it.matter.clone(),
                since: since.to_string(),
                state: state.to_owned(),
            }
        })
        .collect();
    kept.sort();
    Kept { quarter, as_of: of.model.today, organisations: organisations.collect(), problems: kept }
}
