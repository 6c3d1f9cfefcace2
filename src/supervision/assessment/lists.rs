//! What stands beside the sheet: vetoes, scores by people, what is open or does not apply, explanations, offices, proposals.

use std::collections::BTreeMap;

use super::{
    evidence::Evidence,
    judge::State,
    sheet::Sheet,
    tables::{points, row_id, some_points, standard},
};
use crate::{
    model::{Points, ScoreFault},
    record::schema,
    supervision::{Figure, Grid, Row},
    vocabulary::{Text, Words},
};

const BODY: Words = words! { zh: "单位", en: "body" };
const INDICATOR: Words = words! { zh: "指标", en: "indicator" };
const WHY: Words = words! { zh: "原因", en: "why" };
const PRAISE: Words = words! { zh: "表扬", en: "praise" };
const CRITICISM: Words = words! { zh: "通报批评", en: "criticism" };
const ACCOUNTABILITY: Words = words! { zh: "问责", en: "accountability" };
const NOTHING: Words = words! { zh: "没有", en: "none" };

/// The vetoes, each with whether it happened.
pub fn vetoes(evidence: &Evidence<'_>, sheets: &[Sheet<'_>]) -> Grid {
    let of = evidence.of;
    let mut rows = Vec::new();
    for sheet in sheets {
        for line in sheet.lines.iter().filter(|it| it.indicator.is_veto()) {
            let state = match &line.state {
                State::Vetoed => words! { zh: "发生", en: "happened" },
                State::Clear => words! { zh: "没有发生", en: "did not happen" },
                State::Void(_) => words! { zh: "不涉及", en: "does not apply" },
                State::Advisory => words! { zh: "仅供参考，不作认定", en: "told only" },
                State::Open(_) | State::Scored => words! { zh: "待人工认定", en: "waits for people" },
            };
            let count: usize = line.losses.iter().map(|it| it.problems.len()).sum();
            let by = line.score.and_then(|it| it.by.as_deref());
            rows.push(Row {
                id: String::new(),
                figures: vec![
                    of.short(Some(sheet.body)),
                    of.quoted(Some(&line.indicator.title)).here(row_id(of, sheet.body, line.indicator)),
                    of.quoted(Some(&standard(of, line.indicator))),
                    Figure::text(of.say(state)),
                    Figure::count(count).here("findings"),
                    of.quoted(by),
                    Figure::day(line.score.and_then(|it| it.on)),
                ],
            });
        }
    }
    of.grid(
        "vetoes",
        words! { zh: "一票否决情形", en: "Vetoes" },
        vec![
            of.column("organisation", BODY, 1),
            of.column("indicator", INDICATOR, 2),
            of.column("standard", words! { zh: "情形", en: "what it is" }, 3),
            of.column("state", words! { zh: "认定", en: "state" }, 1),
            of.column("count", words! { zh: "问题", en: "findings" }, 1),
            of.column("by", words! { zh: "认定人", en: "by" }, 1),
            of.column("on", words! { zh: "日期", en: "on" }, 1),
        ],
        rows,
        words! { zh: "评分表没有一票否决的指标", en: "the sheet has no vetoes" },
    )
}

/// All that people scored by this sheet, with what became of it.
pub fn scores(evidence: &Evidence<'_>, sheets: &[Sheet<'_>]) -> Grid {
    let (of, model) = (evidence.of, evidence.of.model);
    let mut rows = Vec::new();
    for score in model.scores.iter().filter(|it| it.scheme.is_some() && it.scheme == evidence.at) {
        let body = score.organisation.or(model.site.organisation);
        let Some(sheet) = sheets.iter().find(|it| Some(it.body) == body) else { continue };
        let line = score.indicator.map(|at| &sheet.lines[at]);
        let is_used = line.and_then(|it| it.score).is_some_and(|it| std::ptr::eq(it, score));
        let became = match score.fault(model) {
            None if is_used => text! { zh: "采用", en: "used" },
            None => {
                text! { zh: "未采用：另有更晚的评分，或者不是本期", en: "not used: there is a later one, or it is of another time" }
            }
            Some(ScoreFault::Beside) => text! { zh: "由程序评分，列在旁边", en: "a machine scores it: told beside" },
            Some(fault) => unused(fault),
        };
        rows.push(Row {
            id: String::new(),
            figures: vec![
                of.short(body),
                match line {
                    Some(it) => of.quoted(Some(&it.indicator.title)).here(row_id(of, sheet.body, it.indicator)),
                    None => of.quoted(score.record.get(schema::Score::INDICATOR)),
                },
                some_points(score.points),
                some_points(score.of.or_else(|| score.points.and(line.map(|it| it.indicator.points)))),
                some_points(line.and_then(|it| score.worth(it.indicator)).filter(|_| is_used)),
                of.quoted(score.record.get(schema::Score::BY)),
                Figure::day(score.on),
                of.quoted(score.record.get(schema::Score::NOTE)),
                Figure::text(of.sentence(&became)),
            ],
        });
    }
    of.grid(
        "scores",
        words! { zh: "人工评分", en: "Scores by people" },
        vec![
            of.column("organisation", BODY, 1),
            of.column("indicator", INDICATOR, 2),
            of.column("points", words! { zh: "打分", en: "scored" }, 1),
            of.column("of", words! { zh: "分制", en: "out of" }, 1),
            of.column("worth", words! { zh: "折合得分", en: "worth" }, 1),
            of.column("by", words! { zh: "评分人", en: "by" }, 2),
            of.column("on", words! { zh: "日期", en: "on" }, 1),
            of.column("note", words! { zh: "说明", en: "note" }, 3),
            of.column("state", words! { zh: "采用情况", en: "what became of it" }, 2),
        ],
        rows,
        NOTHING,
    )
}

fn unused(fault: ScoreFault) -> Text {
    match fault {
        ScoreFault::Nobody => text! { zh: "未采用：没有评分人", en: "not used: nobody stands for it" },
        ScoreFault::ToCome => text! { zh: "未采用：日期还没有到", en: "not used: its day is to come" },
        ScoreFault::Empty => text! { zh: "未采用：没有得分", en: "not used: it says no points" },
        ScoreFault::TooMuch => text! { zh: "未采用：超过分值", en: "not used: beyond the points" },
        _ => text! { zh: "未采用：和指标对不上", en: "not used: it does not fit" },
    }
}

/// What is not judged yet.
pub fn open(evidence: &Evidence<'_>, sheets: &[Sheet<'_>]) -> Grid {
    waiting(evidence, sheets, "open", words! { zh: "待评指标", en: "Indicators still open" }, |it| match it {
        State::Open(why) => Some(why),
        _ => None,
    })
}

/// What does not apply.
pub fn void(evidence: &Evidence<'_>, sheets: &[Sheet<'_>]) -> Grid {
    let title = words! { zh: "不涉及的指标（分值按比例分到其他指标）", en: "What does not apply (its points are spread over the rest)" };
    waiting(evidence, sheets, "not_applicable", title, |it| match it {
        State::Void(why) => Some(why),
        _ => None,
    })
}

fn waiting(
    evidence: &Evidence<'_>,
    sheets: &[Sheet<'_>],
    id: &'static str,
    title: Words,
    why: impl Fn(&State) -> Option<&Text>,
) -> Grid {
    let of = evidence.of;
    let mut rows = Vec::new();
    for sheet in sheets {
        for (at, line) in sheet.lines.iter().enumerate() {
            let Some(why) = why(&line.state) else { continue };
            let own = line.indicator.points;
            let weight = if id == "open" && !line.indicator.is_bonus() { sheet.weights[at] } else { own };
            rows.push(Row {
                id: String::new(),
                figures: vec![
                    of.short(Some(sheet.body)),
                    of.quoted(Some(&line.indicator.title)).here(row_id(of, sheet.body, line.indicator)),
                    some_points((!line.indicator.is_veto()).then_some(weight)),
                    Figure::text(of.sentence(why)),
                ],
            });
        }
    }
    let columns = vec![
        of.column("organisation", BODY, 1),
        of.column("indicator", INDICATOR, 3),
        of.column("points", words! { zh: "分值", en: "points" }, 1),
        of.column("why", WHY, 3),
    ];
    of.grid(id, title, columns, rows, NOTHING)
}

/// Findings that an `[[allow]]` explains, which took nothing.
pub fn explained(evidence: &Evidence<'_>, sheets: &[Sheet<'_>]) -> Grid {
    let of = evidence.of;
    let mut rows = Vec::new();
    for sheet in sheets {
        for line in &sheet.lines {
            for problem in line.explained.iter().map(|&at| &evidence.problems[at]) {
                let Some(explanation) = &problem.found.explained else { continue };
                rows.push(Row {
                    id: String::new(),
                    figures: vec![
                        of.short(Some(sheet.body)),
                        of.quoted(Some(&line.indicator.title)).here(row_id(of, sheet.body, line.indicator)),
                        Figure::text(problem.found.finding.rule.code),
                        of.place(problem.found),
                        Figure::text(problem.words.get(of.lang)),
                        of.quoted(Some(&explanation.reason)),
                        of.quoted(Some(&explanation.owner)),
                        Figure::day(explanation.until),
                    ],
                });
            }
        }
    }
    of.grid(
        "explained",
        words! { zh: "已说明、不扣分的问题", en: "Explained, nothing off" },
        vec![
            of.column("organisation", BODY, 1),
            of.column("indicator", INDICATOR, 2),
            of.column("rule", words! { zh: "规则", en: "rule" }, 1),
            of.column("place", words! { zh: "位置", en: "place" }, 2),
            of.column("what", words! { zh: "问题", en: "what" }, 3),
            of.column("reason", words! { zh: "说明", en: "explanation" }, 3),
            of.column("owner", words! { zh: "负责", en: "who answers" }, 1),
            of.column("until", words! { zh: "到何时", en: "until" }, 1),
        ],
        rows,
        NOTHING,
    )
}

/// What each office lost, where findings say whose it is.
pub fn offices(evidence: &Evidence<'_>, sheets: &[Sheet<'_>]) -> Grid {
    let of = evidence.of;
    let mut rows = Vec::new();
    for sheet in sheets {
        let mut offices: BTreeMap<Option<&str>, (usize, Points)> = BTreeMap::new();
        for line in sheet.lines.iter().filter(|it| it.state == State::Scored) {
            for loss in &line.losses {
                let (count, lost) = offices.entry(loss.office.as_deref()).or_default();
                *count += loss.count();
                *lost = *lost + loss.points;
            }
        }
        rows.extend(offices.into_iter().map(|(office, (count, lost))| Row {
            id: String::new(),
            figures: vec![of.short(Some(sheet.body)), of.quoted(office), Figure::count(count), points(lost)],
        }));
    }
    of.grid(
        "offices",
        words! { zh: "各科室失分", en: "What each office lost" },
        vec![
            of.column("organisation", BODY, 1),
            of.column(
                "office",
                words! { zh: "责任科室（没有写明的为空）", en: "office (none where nothing says so)" },
                2,
            ),
            of.column("count", words! { zh: "问题", en: "findings" }, 1),
            of.column("points", words! { zh: "扣分（原分值）", en: "points off, as written" }, 1),
        ],
        rows,
        words! { zh: "没有失分", en: "no points were lost" },
    )
}

/// Who is proposed for what, by the criteria that stand in the sheet.
pub fn proposals(evidence: &Evidence<'_>, sheets: &[Sheet<'_>]) -> Grid {
    let (of, scheme) = (evidence.of, evidence.scheme);
    let mut rows = Vec::new();
    let mut propose = |kind: Words, sheet: &Sheet<'_>, why: Text| {
        rows.push(Row {
            id: String::new(),
            figures: vec![
                Figure::text(of.say(kind)),
                of.short(Some(sheet.body)),
                some_points((sheet.full.0 > 0).then(|| sheet.total())),
                Figure::text(of.sentence(&why)),
            ],
        });
    };
    for sheet in sheets {
        let is_clear = !sheet.is_vetoed() && !sheet.veto_is_open();
        if let Some(least) = scheme.praise.filter(|&it| is_clear && sheet.reaches(it) == Some(true)) {
            propose(PRAISE, sheet, text! { zh: "得分不低于 {least} 分", en: "no less than {least} points" });
        }
        let clean = sheet.lines.iter().filter(|it| {
            it.state == State::Scored && it.lost.0 == 0 && it.explained.is_empty() && !it.indicator.is_bonus()
        });
        for line in clean.filter(|_| scheme.praises_indicators) {
            let title = &line.indicator.title;
            propose(PRAISE, sheet, text! { zh: "“{title}”没有失分", en: "{title}: nothing lost" });
        }
        if let Some(below) = scheme.criticism.filter(|&it| sheet.reaches(it) == Some(false)) {
            propose(CRITICISM, sheet, text! { zh: "得分低于 {below} 分", en: "below {below} points" });
        }
        for line in sheet.lines.iter().filter(|it| scheme.accounts_for_veto && it.state == State::Vetoed) {
            let title = &line.indicator.title;
            propose(ACCOUNTABILITY, sheet, text! { zh: "一票否决：{title}", en: "veto: {title}" });
        }
        let overdue = overdue(evidence, sheet);
        if scheme.unrectified.is_some_and(|least| overdue >= least) {
            let why = text! { zh: "整改台账上有 {overdue} 个问题逾期没有整改", en: "rectifications past their day: {overdue}" };
            propose(ACCOUNTABILITY, sheet, why);
        }
    }
    of.grid(
        "proposals",
        words! { zh: "建议名单（由考核机关决定）", en: "Proposals, for the appraising office to decide" },
        vec![
            of.column("kind", words! { zh: "建议", en: "proposal" }, 1),
            of.column("organisation", BODY, 1),
            of.column("got", words! { zh: "得分", en: "got" }, 1),
            of.column("why", words! { zh: "符合的条件", en: "criterion met" }, 4),
        ],
        rows,
        words! { zh: "按评分表写明的条件，没有可以建议的", en: "by the criteria of the sheet there is nobody to propose" },
    )
}

/// How many lines of the ledger of the body are past their day and not put right.
fn overdue(evidence: &Evidence<'_>, sheet: &Sheet<'_>) -> usize {
    let model = evidence.of.model;
    let open = |it: &&crate::record::Record<schema::Rectification>| {
        it.get(schema::Rectification::DUE).is_some_and(|due| due < model.today)
            && it.get(schema::Rectification::DONE).is_none_or(|done| done > model.today)
    };
    let own = |it: &&crate::record::Record<schema::Rectification>| {
        let named = it.get(schema::Rectification::ORGANISATION).and_then(|it| evidence.charges.organisation(it));
        named.or(model.site.organisation) == Some(sheet.body)
    };
    model.rectifications.iter().filter(open).filter(own).count()
}
