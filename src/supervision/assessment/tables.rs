//! The tables of an assessment: results, the sheet filled in, losses with what stands behind each.

use super::{
    evidence::Evidence,
    judge::{Line, State},
    losses::{Cause, Loss},
    sheet::Sheet,
};
use crate::{
    check::Missed,
    model::{OrganisationId, Points, ScoredIndicator},
    supervision::{Dossier, Figure, Grid, Row, Value, problem::Problem},
    vocabulary::{Lang, Text, Words},
};

/// Points as a figure.
pub fn points(points: Points) -> Figure {
    Value::Thousandths(points.0).into()
}

/// Points, or a dash.
pub fn some_points(of: Option<Points>) -> Figure {
    of.map_or(Value::None.into(), points)
}

/// The id of the row of an indicator of a body.
pub fn row_id(of: &Dossier<'_>, body: OrganisationId, indicator: &ScoredIndicator) -> String {
    format!("{}-{}", of.model.organisation(body).id, indicator.id)
}

/// What each body has: by points, then by name.
pub fn totals(evidence: &Evidence<'_>, sheets: &[Sheet<'_>]) -> Grid {
    const VETOED: Words = words! { zh: "不合格（一票否决）", en: "failed (veto)" };
    const UNCERTAIN: Words = words! { zh: "尚无法判断", en: "not certain yet" };
    const NONE: Words = words! { zh: "没有", en: "none" };
    const OPEN: Words = words! { zh: "待认定", en: "open" };
    const STANDS: Words = words! { zh: "有", en: "yes" };
    let of = evidence.of;
    let mut order: Vec<&Sheet<'_>> = sheets.iter().collect();
    order.sort_by_key(|it| (std::cmp::Reverse(it.total()), &*of.model.organisation(it.body).name));
    let row = |it: &&Sheet<'_>| {
        let counts = it.full.0 > 0;
        let grade = if it.is_vetoed() {
            Figure::text(of.say(VETOED))
        } else if evidence.scheme.grades.is_empty() || !counts {
            Value::None.into()
        } else {
            Figure::text(it.grade(evidence.scheme).map_or_else(|| of.say(UNCERTAIN), str::to_owned))
        };
        let veto = match (it.is_vetoed(), it.veto_is_open()) {
            (true, _) => of.say(STANDS),
            (false, true) => of.say(OPEN),
            (false, false) => of.say(NONE),
        };
        let if_counts = |it: Points| some_points(counts.then_some(it));
        Row {
            id: of.model.organisation(it.body).id.to_string(),
            figures: vec![
                of.short(Some(it.body)),
                if_counts(it.full),
                if_counts(it.judged),
                if_counts(it.total()),
                if_counts(it.bonus),
                if_counts(it.open),
                Figure::count(it.waiting()),
                grade,
                Figure::text(veto),
            ],
        }
    };
    of.grid(
        "totals",
        words! { zh: "各单位得分", en: "Points of each body" },
        vec![
            of.column("organisation", words! { zh: "单位", en: "body" }, 2),
            of.column("full", words! { zh: "满分", en: "points in all" }, 1),
            of.column("judged", words! { zh: "已评的满分", en: "of these judged" }, 1),
            of.column("got", words! { zh: "得分", en: "got" }, 1),
            of.column("bonus", words! { zh: "其中加分", en: "of these bonus" }, 1),
            of.column("open", words! { zh: "待评分值", en: "open" }, 1),
            of.column("waiting", words! { zh: "待评指标", en: "indicators open" }, 1),
            of.column("grade", words! { zh: "等次", en: "grade" }, 1),
            of.column("veto", words! { zh: "一票否决情形", en: "veto" }, 1),
        ],
        order.iter().map(row).collect(),
        words! { zh: "没有被考核的单位", en: "no body is appraised" },
    )
}

/// The sheet, filled in, an indicator a line and a sum for each body.
pub fn indicators(evidence: &Evidence<'_>, sheets: &[Sheet<'_>]) -> Grid {
    let of = evidence.of;
    let mut rows = Vec::new();
    for sheet in sheets {
        rows.extend((0..sheet.lines.len()).map(|at| indicator(evidence, sheet, at)));
        rows.push(sum(evidence, sheet));
    }
    of.grid(
        "indicators",
        words! { zh: "评分表", en: "Score sheet" },
        vec![
            of.column("organisation", words! { zh: "单位", en: "body" }, 1),
            of.column("section", words! { zh: "一级指标", en: "section" }, 1),
            of.column("indicator", words! { zh: "指标", en: "indicator" }, 2),
            of.column("standard", words! { zh: "评分标准", en: "standard" }, 3),
            of.column("points", words! { zh: "分值", en: "points" }, 1),
            of.column("weight", words! { zh: "折算分值", en: "as converted" }, 1),
            of.column("lost", words! { zh: "扣分", en: "lost" }, 1),
            of.column("got", words! { zh: "得分", en: "got" }, 1),
            of.column("state", words! { zh: "评分情况", en: "state" }, 1),
            of.column("reason", words! { zh: "说明和失分原因", en: "why" }, 3),
        ],
        rows,
        words! { zh: "评分表没有指标", en: "the sheet has no indicators" },
    )
}

fn indicator(evidence: &Evidence<'_>, sheet: &Sheet<'_>, at: usize) -> Row {
    let (of, line) = (evidence.of, &sheet.lines[at]);
    let indicator = line.indicator;
    let takes = !indicator.is_veto() && !indicator.is_advisory();
    let is_void = matches!(line.state, State::Void(_));
    let state = Figure::text(state(of, line));
    let lost = sheet.lost(at);
    Row {
        id: row_id(of, sheet.body, indicator),
        figures: vec![
            of.short(Some(sheet.body)),
            of.quoted(indicator.section.as_deref()),
            of.quoted(Some(&indicator.title)),
            of.quoted(Some(&standard(of, indicator))),
            some_points(takes.then_some(indicator.points)),
            some_points((takes && !is_void).then_some(sheet.weights[at])),
            some_points(lost),
            some_points(sheet.got[at]),
            if line.losses.is_empty() { state } else { state.here("losses") },
            reason(evidence, line),
        ],
    }
}

fn sum(evidence: &Evidence<'_>, sheet: &Sheet<'_>) -> Row {
    const SUM: Words = words! { zh: "合计", en: "sum" };
    let of = evidence.of;
    let counts = sheet.full.0 > 0;
    let if_counts = |it: Points| some_points(counts.then_some(it));
    let open = sheet.open;
    let state = match (counts, open.0) {
        (false, _) => of.sentence(&text! { zh: "不计分", en: "takes no points" }),
        (true, 0) => of.sentence(&text! { zh: "已评", en: "judged" }),
        _ => of.sentence(&text! { zh: "{open} 分待评", en: "{open} points open" }),
    };
    Row {
        id: format!("{}-total", of.model.organisation(sheet.body).id),
        figures: vec![
            of.short(Some(sheet.body)),
            Value::None.into(),
            Figure::text(of.say(SUM)),
            Value::None.into(),
            if_counts(evidence.scheme.sum()),
            if_counts(sheet.full),
            if_counts(sheet.judged - sheet.reached),
            if_counts(sheet.total()),
            Figure::text(state),
            Value::None.into(),
        ],
    }
}

/// How an indicator stands, in a word.
pub fn state(of: &Dossier<'_>, line: &Line<'_>) -> String {
    let words = match &line.state {
        State::Scored if line.indicator.is_manual() => words! { zh: "人工评分", en: "scored by people" },
        State::Scored => words! { zh: "程序评分", en: "scored by machine" },
        State::Open(_) => words! { zh: "待评", en: "open" },
        State::Void(_) => words! { zh: "不涉及", en: "does not apply" },
        State::Advisory => words! { zh: "仅供参考", en: "told only" },
        State::Clear => words! { zh: "没有发生", en: "did not happen" },
        State::Vetoed => words! { zh: "一票否决", en: "veto" },
    };
    of.say(words)
}

/// What is asked: in the words of the sheet, else in ours.
pub fn standard(of: &Dossier<'_>, indicator: &ScoredIndicator) -> String {
    if let Some(own) = &indicator.standard {
        return own.to_string();
    }
    let mut parts = Vec::new();
    let least = indicator.at_least.percent();
    if let Some(measure) = indicator.measure {
        let (name, each) = (of.word(measure), indicator.each);
        parts.push(of.sentence(&match each {
            Some(each) => text! { zh: "{name}达到 {least}% 得满分，每差一个百分点扣 {each} 分", en: "{name}: all points from {least} %, {each} off for each percentage point short" },
            None => text! { zh: "{name}达到 {least}% 得满分，不足的按比例扣分", en: "{name}: all points from {least} %, less in proportion" },
        }));
    }
    if !indicator.tasks.is_empty() {
        parts.push(
            of.sentence(&text! { zh: "任务逾期未完成的不得分", en: "nothing for a task that is not done in time" }),
        );
    }
    if !indicator.rules.is_empty() {
        let labels: Vec<&str> =
            indicator.rules.iter().map(|it| if of.lang == Lang::Zh { it.label } else { it.name }).collect();
        let names = labels.join(if of.lang == Lang::Zh { "、" } else { ", " });
        parts.push(of.sentence(&match (indicator.is_veto() || indicator.is_advisory(), indicator.each) {
            (true, _) => text! { zh: "{names}", en: "{names}" },
            (false, Some(each)) => {
                text! { zh: "{names}，每个扣 {each} 分，扣完为止", en: "{names}: {each} off for each, down to nought" }
            }
            (false, None) => text! { zh: "{names}，有一个就不得分", en: "{names}: nothing where there is one" },
        }));
    }
    if parts.is_empty() && !indicator.is_advisory() {
        parts.push(of.say(if indicator.is_veto() {
            words! { zh: "由人认定", en: "people say whether it happened" }
        } else {
            words! { zh: "由人评分", en: "people score it" }
        }));
    }
    parts.join(if of.lang == Lang::Zh { "；" } else { "; " })
}

/// Why it stands so: what took points, what people said, what is waited for.
fn reason(evidence: &Evidence<'_>, line: &Line<'_>) -> Figure {
    let of = evidence.of;
    let mut parts: Vec<String> = Vec::new();
    if let State::Open(why) | State::Void(why) = &line.state {
        parts.push(of.sentence(why));
    }
    if let Some((met, whole)) = line.measured {
        parts.push(of.sentence(&text! { zh: "{whole} 个中 {met} 个", en: "{met} of {whole}" }));
    }
    parts.extend(line.losses.iter().map(|it| {
        let (name, count) = (cause(evidence, line.indicator, it.cause), it.count());
        of.sentence(&match it.cause {
            Cause::Rule(_) => text! { zh: "{name} {count} 个", en: "{name}: {count}" },
            Cause::Measure => text! { zh: "{name}差 {count} 个", en: "{name}: {count} short" },
            Cause::Task(_) => text! { zh: "{name}没有按时完成", en: "{name}: not done in time" },
        })
    }));
    if !line.explained.is_empty() {
        let count = line.explained.len();
        parts
            .push(of.sentence(&text! { zh: "另有已说明的 {count} 个，不扣分", en: "explained, nothing off: {count}" }));
    }
    if let Some(score) = line.score {
        let by = score.by.as_deref().unwrap_or_default();
        let worth = score.worth(line.indicator).unwrap_or_default();
        if line.beside {
            parts.push(of.sentence(&text! { zh: "{by}另评 {worth} 分，只作参考", en: "{by} gave {worth}, told only" }));
        } else if let Some(note) = score.record.get(crate::record::schema::Score::NOTE) {
            parts.push(of.sentence(&text! { zh: "{by}：{note}", en: "{by}: {note}" }));
        } else {
            parts.push(by.to_owned());
        }
    }
    parts.extend(line.indicator.note.as_deref().map(str::to_owned));
    of.quoted(Some(&parts.join(if of.lang == Lang::Zh { "；" } else { "; " })))
}

/// What took points, by name.
pub fn cause(evidence: &Evidence<'_>, indicator: &ScoredIndicator, cause: Cause) -> String {
    let of = evidence.of;
    match cause {
        Cause::Rule(rule) => of.sentence(&Text { zh: rule.label.to_owned(), en: rule.name.to_owned() }),
        Cause::Measure => indicator.measure.map_or_else(String::new, |it| of.word(it)),
        Cause::Task(id) => {
            let task = of.model.task(id);
            let (number, title) = (task.number, &task.title);
            of.sentence(&text! { zh: "第 {number} 项任务“{title}”", en: "task {number}, {title}" })
        }
    }
}

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
        words! { zh: "没有失分", en: "no points were lost" },
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

fn missed(of: &Dossier<'_>, missed: Missed) -> Figure {
    match missed {
        Missed::Item(id) => of.item(id),
        Missed::Entry(id) => of.entry(id),
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
