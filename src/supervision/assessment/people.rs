//! What stands beside the sheet: vetoes, scores by people, what is open, does not apply or is explained.

use super::{
    evidence::Evidence,
    filled::standard,
    judge::State,
    results::{row_id, some_points},
    sheet::Sheet,
};
use crate::{
    model::ScoreFault,
    record::schema,
    supervision::{Figure, Grid, Row},
    vocabulary::{Text, Words},
};

const BODY: Words = words! { zh: "单位", en: "body" };

const INDICATOR: Words = words! { zh: "指标", en: "indicator" };

const WHY: Words = words! { zh: "原因", en: "why" };

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
                State::Open(_) if !line.unread.is_empty() => words! { zh: "尚无法判断", en: "cannot be judged yet" },
                State::Open(_) | State::Scored => words! { zh: "待人工认定", en: "waits for people" },
            };
            let count: usize = line.losses.iter().map(|it| it.problems.len()).sum();
            let by = line.score.and_then(|it| it.by.as_deref());
            rows.push(Row {
                id: String::new(),
                figures: vec![
                    of.short(Some(sheet.body)),
                    of.quoted(Some(&line.indicator.title)).here(row_id(of, sheet.body, line.indicator)),
                    of.quoted(
                        Some(&standard(of, line.indicator))
                            .filter(|_| line.unread.is_empty() || line.indicator.standard.is_some())
                            .map(String::as_str),
                    ),
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
        let became = match model.fault_of(score) {
            None if is_used && line.is_some_and(|it| !it.unread.is_empty()) => {
                text! { zh: "未采用：指标有读不出的地方", en: "not used: something of the indicator cannot be read" }
            }
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
