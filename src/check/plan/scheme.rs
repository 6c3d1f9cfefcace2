//! GK1205: does a score sheet add up, and can each indicator be judged?

use crate::{
    compliance::Compliance,
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded},
    model::{Model, Scheme, ScoredIndicator},
    vocabulary::Text,
};

pub static UNEVEN_SCHEME: Rule = Rule {
    code: "GK1205",
    name: "uneven-scheme",
    label: "评分表不平",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Note,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "评分表的分值加起来不是满分，或者有指标评不出来", en: "a score sheet that does not add up, or an indicator that cannot be judged" },
    why: words! {
        zh: "分值加不平，各单位的得分就没有可比的满分；不知道凭什么扣分的指标，谁也评不出来。",
        en: "Where points do not add up, scores have no common whole; an indicator without a measure cannot be judged by anyone.",
    },
    mend: words! {
        zh: "核对各指标的 points 和评分表的 total；加分项写 bonus = true，不计分的写 advisory = true，由人评的写 manual = true。",
        en: "Compare the `points` of the indicators with `total`; write `bonus = true` for what comes on top, `advisory = true` for what takes no points, `manual = true` for what people score.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> catalogue/assessment.toml
[[scheme]]
id = "year"
title = "政务公开考核评分表"
total = 100

[[scheme.indicators]]
id = "on-time"
title = "按时公开"
points = 60
rules = ["late-publication"]
each = 2

[[scheme.indicators]]
id = "satisfaction"
title = "群众评议"
points = 30
manual = true
"#,
        good: r#"==> catalogue/assessment.toml
[[scheme]]
id = "year"
title = "政务公开考核评分表"
total = 100

[[scheme.indicators]]
id = "on-time"
title = "按时公开"
points = 70
rules = ["late-publication"]
each = 2

[[scheme.indicators]]
id = "satisfaction"
title = "群众评议"
points = 30
manual = true
"#,
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    for scheme in model.schemes.iter().filter(|it| it.declared.is_some()) {
        sum(scheme, findings);
        for indicator in &scheme.indicators {
            judged(model, scheme, indicator, findings);
        }
    }
}

/// Tells a sheet whose indicators do not come to its total.
fn sum(scheme: &Scheme, findings: &mut Findings) {
    let (sum, total, title) = (scheme.sum(), scheme.total, &scheme.title);
    if sum == total || scheme.indicators.is_empty() {
        return;
    }
    let message = text! {
        zh: "评分表“{title}”的分值加起来是 {sum} 分，满分写的是 {total} 分",
        en: "the points of the score sheet {title} come to {sum}, but its total is {total}",
    };
    let finding = findings.raise(&UNEVEN_SCHEME, scheme.total_span, message);
    finding.help(text! {
        zh: "核对各指标的 points；满分确实是 {sum} 分的，写 total = {sum}",
        en: "compare the `points` of the indicators; where the whole is {sum}, write total = {sum}",
    });
    if scheme.declared.is_some_and(|it| it != scheme.total_span) {
        finding.fix([Edit::new(scheme.total_span, sum.to_string(), false)]);
    }
    finding.key(format!("{} total", scheme.id));
}

/// Tells an indicator that nothing can be made of, or that says two things.
fn judged(model: &Model, scheme: &Scheme, indicator: &ScoredIndicator, findings: &mut Findings) {
    let title = &indicator.title;
    let mut raise = |what: &str, is_lesser: bool, message: Text, help: Text| {
        let finding = findings.raise(&UNEVEN_SCHEME, indicator.span, message).help(help).lesser_if(is_lesser);
        finding.key(format!("{} {} {what}", scheme.id, indicator.id));
    };
    if indicator.points.0 == 0 && !indicator.is_veto() && !indicator.is_advisory() {
        raise(
            "points",
            false,
            text! { zh: "指标“{title}”没有分值", en: "the indicator {title} has no points" },
            text! { zh: "写上 points = 〔分值〕；不计分的写 advisory = true", en: "write points = 〔points〕, or `advisory = true` where it takes none" },
        );
    }
    if indicator.manual && indicator.is_measured() {
        raise(
            "manual",
            false,
            text! { zh: "指标“{title}”写了 manual，规则、比例和任务都不会用", en: "the indicator {title} is `manual`: its rules, measure and tasks are not used" },
            text! { zh: "由人评分的删去 rules、measure、tasks；由程序评分的删去 manual", en: "delete `rules`, `measure` and `tasks` where people score it, `manual` where a machine does" },
        );
    }
    if !indicator.manual && !indicator.is_measured() && !indicator.is_advisory() {
        raise(
            "nothing",
            true,
            text! { zh: "指标“{title}”没有写凭什么评分，按人工评分处理", en: "nothing decides the indicator {title}: people score it" },
            text! { zh: "由人评分的写 manual = true；由程序评分的写 rules、measure 或者 tasks", en: "write `manual = true` where people score it, else `rules`, `measure` or `tasks`" },
        );
    }
    let known = model.tasks_of(scheme, indicator);
    for number in indicator.tasks.iter().filter(|number| known.iter().all(|it| it.1.number != **number)) {
        let message = text! { zh: "指标“{title}”看的第 {number} 项任务，计划里没有", en: "the indicator {title} asks for task {number}, which the plan does not have" };
        findings
            .raise(&UNEVEN_SCHEME, indicator.span, message)
            .help(text! { zh: "tasks 写计划里任务的序号；有几个计划的，在评分表里写 plan", en: "`tasks` are numbers of the plan's tasks; of several plans name one in `plan` of the sheet" })
            .key(format!("{} {} task {number}", scheme.id, indicator.id));
    }
}
