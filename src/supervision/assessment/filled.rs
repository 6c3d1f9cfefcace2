//! The sheet filled in: an indicator a line, with what was asked, what was got and why.

use super::{
    evidence::Evidence,
    judge::{Line, State},
    reason::reason,
    results::{row_id, some_points, sum_id},
    sheet::Sheet,
};
use crate::{
    model::{Points, ScoredIndicator},
    supervision::{Dossier, Figure, Grid, Row, Value},
    vocabulary::{Lang, Words},
};

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
    // To what took points, or to who gave them; where neither is there, all points stand.
    let led = |it: Figure| match (line.losses.is_empty(), line.score) {
        (false, _) => it.behind("losses"),
        (true, Some(_)) => it.behind("scores"),
        (true, None) => it,
    };
    Row {
        id: row_id(of, sheet.body, indicator),
        figures: vec![
            of.short(Some(sheet.body)),
            of.quoted(indicator.section.as_deref()),
            of.quoted(Some(&indicator.title)),
            of.quoted(
                Some(&standard(of, indicator))
                    .filter(|_| line.unread.is_empty() || indicator.standard.is_some())
                    .map(String::as_str),
            ),
            some_points(takes.then_some(indicator.points)),
            some_points((takes && !is_void).then_some(sheet.weights[at])),
            led(some_points(lost)),
            led(some_points(sheet.got[at])),
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
        id: sum_id(of, sheet.body),
        figures: vec![
            of.short(Some(sheet.body)),
            Value::None.into(),
            Figure::text(of.say(SUM)),
            Value::None.into(),
            if_counts(evidence.scheme.sum()).behind("sections"),
            if_counts(sheet.full).behind("sections"),
            if_counts(sheet.judged - sheet.reached).behind("losses"),
            if_counts(sheet.total()).behind("sections"),
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
        State::Open(_) if !line.unread.is_empty() => words! { zh: "尚无法判断", en: "cannot be judged yet" },
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
            Some(each) => text! { zh: "{name}达到 {least}% 得满分，每差一个百分点扣 {each} 分，不满一个的按一个算", en: "{name}: all points from {least} %, {each} off for each percentage point begun" },
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
