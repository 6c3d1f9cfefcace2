//! GK1206: can what people scored be used?

use std::collections::BTreeMap;

use crate::{
    compliance::Compliance,
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Subject, Ungrounded},
    model::{Model, Score, ScoreFault},
    record::schema,
    resolve::BUILT_IN_SCHEMES,
    source::Span,
    vocabulary::{Text, nearest_of},
};

pub static UNUSED_SCORE: Rule = Rule {
    code: "GK1206",
    name: "unused-score",
    label: "人工评分未采用",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Note,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "人工评分不能采用：没有评分人、超过分值，或者不知道是哪个评分表的", en: "a score that cannot be used: nobody gave it, it is beyond the points, or of no known sheet" },
    why: words! {
        zh: "人工评分要有人负责、在分值之内。不能采用的，评分表里这一项仍是“待评”，不会悄悄算成零分或满分。",
        en: "Somebody must stand for a score, and it must be within the points. Where it is not, the indicator stays open: it never silently becomes nought or full.",
    },
    mend: words! {
        zh: "写明 by（评分人）和不超过分值的 points；按十分制打分的写 of = 10；不涉及的写 not_applicable = true 和 note。",
        en: "Write `by` and `points` within those of the indicator; `of = 10` where it was scored out of ten; `not_applicable = true` and a `note` where it does not apply.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> catalogue/assessment.toml
[[scheme]]
id = "year"
title = "政务公开考核评分表"
total = 30

[[scheme.indicators]]
id = "satisfaction"
title = "群众评议"
points = 30
manual = true

[[score]]
indicator = "satisfaction"
points = 35
by = "评议组"
on = 2018-08-20
"#,
        good: "--> catalogue/assessment.toml\n[[score]]\npoints = 25\n",
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    let mut seen: BTreeMap<_, Span> = BTreeMap::new();
    for score in &model.scores {
        let place = score.record.span_of(schema::Score::INDICATOR);
        let fault = model.fault_of(score);
        if let Some(fault) = fault {
            tell(model, score, fault, findings);
            continue;
        }
        let body = score.organisation.or(model.site.organisation);
        let period = score.period.map(|it| it.to_string());
        if let Some(first) = seen.insert((score.scheme, score.indicator, body, period), place) {
            let name = score.record.get(schema::Score::INDICATOR).unwrap_or_default();
            findings
                .raise(&UNUSED_SCORE, place, text! { zh: "“{name}”评了两次，采用日期晚的", en: "{name} is scored twice: the later one is used" })
                .mark(first, text! { zh: "先在这里评过", en: "scored here before" })
                .help(text! { zh: "留下一条，另一条的意见写进 note", en: "keep one of them and write what the other says into its `note`" })
                .key(format!("{name} twice {}", body.map_or("", |it| &model.organisation(it).id)));
        }
    }
}

/// What it may have meant: sheets where none is known, else what the sheet has.
fn known<'m>(score: &Score, model: &'m Model) -> Vec<&'m str> {
    match score.scheme {
        Some(at) => model.schemes[at].indicators.iter().flat_map(|it| [&*it.id, &*it.title]).collect(),
        None => model.schemes.iter().map(|it| &*it.id).chain(BUILT_IN_SCHEMES).collect(),
    }
}

fn tell(model: &Model, score: &Score, fault: ScoreFault, findings: &mut Findings) {
    let record = &score.record;
    let name = record.get(schema::Score::INDICATOR).unwrap_or_default();
    let points = model.scored(score).map(|it| it.points).unwrap_or_default();
    let most = score.of.unwrap_or(points);
    let whole = record.span_of(schema::Score::INDICATOR);
    let typed = if fault == ScoreFault::UnknownScheme { record.get(schema::Score::SCHEME) } else { Some(name) };
    let near = typed.and_then(|typed| nearest_of(known(score, model), typed.trim(), 0.5)).map(str::to_owned);
    let at = |has: bool, span: Span| if has { span } else { whole };
    let line = |line: &str| record.room().map(|it| Edit::lines(it, line));
    let (span, message, help): (Span, Text, Text) = match fault {
        ScoreFault::NoScheme => (
            whole,
            text! { zh: "人工评分“{name}”不知道属于哪个评分表", en: "the score of {name} is of no known score sheet" },
            text! { zh: "写上 scheme = 〔评分表的代号〕；还没有评分表的，先写 [[scheme]]，内置的写 scheme = \"plan-2018\"", en: "write scheme = 〔id of the sheet〕; where there is none yet, write a [[scheme]] first" },
        ),
        ScoreFault::UnknownScheme => (
            record.span_of(schema::Score::SCHEME),
            text! { zh: "没有名为“{sheet}”的评分表，人工评分“{name}”未采用", en: "there is no score sheet called `{sheet}`: the score of {name} is not used", sheet = record.get(schema::Score::SCHEME).unwrap_or_default() },
            near.as_ref().map_or_else(
                || text! { zh: "改成已有的评分表：{all}", en: "name one that there is: {all}", all = known(score, model).join("、") },
                |near| text! { zh: "是不是想写“{near}”？", en: "did you mean `{near}`?" },
            ),
        ),
        ScoreFault::UnknownIndicator => (
            whole,
            text! { zh: "评分表里没有指标“{name}”，人工评分未采用", en: "the score sheet has no indicator {name}: the score is not used" },
            near.as_ref().map_or_else(
                || text! { zh: "改成评分表里的指标：{all}", en: "name one of its indicators: {all}", all = known(score, model).join("、") },
                |near| text! { zh: "是不是想写“{near}”？", en: "did you mean `{near}`?" },
            ),
        ),
        ScoreFault::Nobody => (
            at(record.has(schema::Score::BY), record.span_of(schema::Score::BY)),
            text! { zh: "人工评分“{name}”没有写明评分人，未采用", en: "nobody stands for the score of {name}: it is not used" },
            text! { zh: "写上 by = 〔评分人或者评分的科室〕", en: "write by = 〔who gave it〕" },
        ),
        ScoreFault::ToCome => (
            record.span_of(schema::Score::ON),
            text! { zh: "人工评分“{name}”的日期还没有到，未采用", en: "the day of the score of {name} is still to come: it is not used" },
            text! { zh: "改成评分那天的日期", en: "write the day on which it was given" },
        ),
        ScoreFault::Empty => (
            whole,
            text! { zh: "人工评分“{name}”没有写得分", en: "the score of {name} says no points" },
            text! { zh: "写上 points = 〔得分〕；不涉及的写 not_applicable = true；一票否决的写 veto = true 或者 false", en: "write points = 〔points〕; `not_applicable = true` where it does not apply; `veto` for a veto" },
        ),
        ScoreFault::TooMuch => (
            record.span_of(schema::Score::POINTS),
            text! { zh: "人工评分“{name}”超过了 {most} 分，未采用", en: "the score of {name} is beyond its {most} points: it is not used" },
            text! { zh: "改成不超过 {most} 的得分；按另一种分制打的，用 of 写明满分", en: "write no more than {most} points, or say in `of` out of how many" },
        ),
        ScoreFault::WrongKind => (
            whole,
            text! { zh: "“{name}”写的得分和指标对不上：一票否决的写 veto，其他的写 points", en: "the score of {name} does not fit: a veto takes `veto`, all else `points`" },
            text! { zh: "一票否决的指标写 veto = true（发生了）或者 false（没有发生），其他的写 points", en: "write `veto = true` or `false` for a veto, `points` for all else" },
        ),
        ScoreFault::Beside => (
            whole,
            text! { zh: "“{name}”由程序评分，人工评分只列在旁边，不改变得分", en: "a machine scores {name}: this score is told beside it and changes nothing" },
            text! { zh: "应当由人评分的，在评分表的这个指标下写 manual = true，删去 rules、measure、tasks", en: "where people should score it, write `manual = true` at the indicator and delete its rules, measure and tasks" },
        ),
    };
    let body = score.organisation.or(model.site.organisation);
    let finding = findings.raise(&UNUSED_SCORE, span, message).help(help);
    finding.lesser_if(fault == ScoreFault::Beside);
    finding.fix(match fault {
        ScoreFault::UnknownScheme | ScoreFault::UnknownIndicator => near.map(|near| Edit::guess(span, &near)),
        ScoreFault::NoScheme => line("scheme = \"〔评分表的代号〕\""),
        ScoreFault::Nobody if !record.has(schema::Score::BY) => line("by = \"〔评分人或者评分的科室〕\""),
        ScoreFault::Empty => line("points = 〔得分〕"),
        _ => None,
    });
    finding.key(format!("{name} {fault:?} {}", body.map_or("", |it| &model.organisation(it).id)));
    if let Some(id) = body {
        finding.about(Subject::Organisation(model.organisation(id).id.to_string()));
    }
}
