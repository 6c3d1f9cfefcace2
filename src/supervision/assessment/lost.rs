//! What points were lost to: cause by cause, finding by finding, office by office.

use std::collections::BTreeMap;

use super::{
    evidence::Evidence,
    judge::{Line, State},
    losses::{Cause, Loss},
    reason::{cause, missed},
    results::{points, row_id, some_points},
    sheet::Sheet,
};
use crate::{
    check::Missed,
    model::{OrganisationId, Points, ScoredIndicator},
    supervision::{Dossier, Figure, Grid, Row, Value, problem::Problem},
    vocabulary::Lang,
};

/// Each loss: what took points, where it begins, on what ground, what mends it.
pub fn losses(evidence: &Evidence<'_>, sheets: &[Sheet<'_>]) -> Grid {
    let of = evidence.of;
    let mut rows = Vec::new();
    for sheet in sheets {
        for line in sheet.lines.iter().filter(|it| !matches!(it.state, State::Advisory)) {
            rows.extend(line.losses.iter().map(|it| loss(evidence, sheet.body, line, it)));
        }
    }
    of.grid(
        "losses",
        words! { zh: "失分明细", en: "What points were lost to" },
        vec![
            of.column("organisation", words! { zh: "单位", en: "body" }, 1),
            of.column("indicator", words! { zh: "指标", en: "indicator" }, 2),
            of.column("cause", words! { zh: "扣分原因", en: "cause" }, 2),
            of.column("rule", words! { zh: "规则", en: "rule" }, 1),
            of.column("office", words! { zh: "责任科室", en: "office" }, 1),
            of.column("count", words! { zh: "数量", en: "count" }, 1),
            of.column("points", words! { zh: "扣分（原分值）", en: "points off, as written" }, 1),
            of.column("place", words! { zh: "位置（第一个）", en: "place of the first" }, 2),
            of.column("what", words! { zh: "问题（第一个）", en: "what the first is" }, 3),
            of.column("ground", words! { zh: "依据", en: "ground" }, 3),
            of.column("mend", words! { zh: "怎么改", en: "mend" }, 3),
        ],
        rows,
        words! { zh: "没有规则查出的失分；人工评分扣的分见各指标", en: "nothing was lost to what rules found; what people took off stands with the indicators" },
    )
}

fn loss(evidence: &Evidence<'_>, body: OrganisationId, line: &Line<'_>, loss: &Loss) -> Row {
    let of = evidence.of;
    let first = loss.problems.first().map(|&at| &evidence.problems[at]);
    let counted = matches!(line.state, State::Scored);
    let rule = match loss.cause {
        Cause::Rule(rule) => Figure::text(rule.code),
        Cause::Task(_) => first.map_or(Value::None.into(), |it| Figure::text(it.found.finding.rule.code)),
        Cause::Measure => Value::None.into(),
    };
    let list = if loss.missed.is_empty() { "findings" } else { "missed" };
    let missed = loss.missed.first().map(|&it| missed(of, it));
    Row {
        id: String::new(),
        figures: vec![
            of.short(Some(body)),
            of.quoted(Some(&line.indicator.title)).here(row_id(of, body, line.indicator)),
            of.quoted(Some(&cause(evidence, line.indicator, loss.cause))),
            rule,
            of.quoted(loss.office.as_deref()),
            Figure::count(loss.count()).here(list),
            some_points(counted.then_some(loss.points)),
            first.map_or(Value::None.into(), |it| of.place(it.found)),
            first.map(|it| Figure::text(it.words.get(of.lang))).or(missed).unwrap_or(Value::None.into()),
            first.map_or(Value::None.into(), |it| Figure::text(it.ground(of.lang))),
            Figure::text(mend(of, loss, first)),
        ],
    }
}

fn mend(of: &Dossier<'_>, loss: &Loss, first: Option<&Problem<'_>>) -> String {
    match (first, loss.missed.first()) {
        (Some(it), _) => it.mend(of.lang).to_owned(),
        (None, Some(Missed::Item(_))) => of.say(words! { zh: "补上空白的事项；本期确实没有的作零报告", en: "fill what is empty, or report that there was nothing" }),
        (None, Some(Missed::Entry(_))) => of.say(words! { zh: "日期写错的改正；属实的以后按时公开", en: "correct days that are slips; publish in time from now on" }),
        (None, None) => of.say(words! { zh: "完成任务还缺的事项、节点和指标", en: "finish what the task still lacks" }),
    }
}

/// What the shares fall short by, one by one.
pub fn missing(evidence: &Evidence<'_>, sheets: &[Sheet<'_>]) -> Grid {
    let of = evidence.of;
    let mut rows = Vec::new();
    for sheet in sheets {
        for line in &sheet.lines {
            for &it in line.losses.iter().flat_map(|it| &it.missed) {
                let charge = match it {
                    Missed::Item(id) => evidence.charges.of_item(id),
                    Missed::Entry(id) => evidence.charges.of_entry(id),
                };
                rows.push(Row {
                    id: String::new(),
                    figures: vec![
                        of.short(Some(sheet.body)),
                        of.quoted(Some(&line.indicator.title)).here(row_id(of, sheet.body, line.indicator)),
                        missed(of, it),
                        of.quoted(charge.office.as_deref()),
                    ],
                });
            }
        }
    }
    of.grid(
        "missed",
        words! { zh: "没有达到比例的事项和信息", en: "What shares fall short by" },
        vec![
            of.column("organisation", words! { zh: "单位", en: "body" }, 1),
            of.column("indicator", words! { zh: "指标", en: "indicator" }, 2),
            of.column("what", words! { zh: "事项或者信息", en: "item or entry" }, 3),
            of.column("office", words! { zh: "责任科室", en: "office" }, 1),
        ],
        rows,
        words! { zh: "没有", en: "none" },
    )
}

/// Every finding that took points or is a veto, one by one.
pub fn findings(evidence: &Evidence<'_>, sheets: &[Sheet<'_>]) -> Grid {
    let mut rows = Vec::new();
    for sheet in sheets {
        for line in &sheet.lines {
            for &at in line.losses.iter().flat_map(|it| &it.problems) {
                rows.push(finding(evidence, sheet.body, line.indicator, &evidence.problems[at]));
            }
        }
    }
    let of = evidence.of;
    of.grid(
        "findings",
        words! { zh: "问题明细", en: "Findings" },
        vec![
            of.column("organisation", words! { zh: "单位", en: "body" }, 1),
            of.column("indicator", words! { zh: "指标", en: "indicator" }, 2),
            of.column("rule", words! { zh: "规则", en: "rule" }, 1),
            of.column("label", words! { zh: "名称", en: "name" }, 1),
            of.column("office", words! { zh: "责任科室", en: "office" }, 1),
            of.column("place", words! { zh: "位置", en: "place" }, 2),
            of.column("what", words! { zh: "问题", en: "what" }, 3),
            of.column("entry", words! { zh: "涉及的信息", en: "entry" }, 2),
            of.column("ground", words! { zh: "依据", en: "ground" }, 3),
            of.column("mend", words! { zh: "怎么改", en: "mend" }, 3),
            of.column("fingerprint", words! { zh: "标记", en: "fingerprint" }, 1),
        ],
        rows,
        words! { zh: "没有扣分的问题", en: "no finding took points" },
    )
}

fn finding(evidence: &Evidence<'_>, body: OrganisationId, indicator: &ScoredIndicator, problem: &Problem<'_>) -> Row {
    let (of, rule) = (evidence.of, problem.found.finding.rule);
    Row {
        id: String::new(),
        figures: vec![
            of.short(Some(body)),
            of.quoted(Some(&indicator.title)).here(row_id(of, body, indicator)),
            Figure::text(rule.code),
            Figure::text(if of.lang == Lang::Zh { rule.label } else { rule.name }),
            of.quoted(problem.charge.office.as_deref()),
            of.place(problem.found),
            Figure::text(problem.words.get(of.lang)),
            problem.entry.map_or(Value::None.into(), |id| of.entry(id)),
            Figure::text(problem.ground(of.lang)),
            Figure::text(problem.mend(of.lang)),
            Figure::text(&*problem.found.fingerprint),
        ],
    }
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
            figures: vec![
                of.short(Some(sheet.body)),
                of.quoted(office),
                Figure::count_in(count, "losses"),
                points(lost).behind("losses"),
            ],
        }));
    }
    of.grid(
        "offices",
        words! { zh: "各科室失分", en: "What each office lost" },
        vec![
            of.column("organisation", words! { zh: "单位", en: "body" }, 1),
            of.column(
                "office",
                words! { zh: "责任科室（没有写明的为空）", en: "office (none where nothing says so)" },
                2,
            ),
            of.column("count", words! { zh: "问题", en: "findings" }, 1),
            of.column("points", words! { zh: "扣分（原分值）", en: "points off, as written" }, 1),
        ],
        rows,
        words! { zh: "没有规则查出的失分；人工评分扣的分见各指标", en: "nothing was lost to what rules found; what people took off stands with the indicators" },
    )
}
