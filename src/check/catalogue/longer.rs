//! GK0104: does the catalogue give the body more time than the law does?

use super::citation;
use crate::{
    check::context,
    compliance::Compliance,
    day::{Limit, limit::Unit},
    diagnostic::{Edit, Effect, Example, Findings, Ground, Level, Rule, Ungrounded, laws},
    model::{Item, Model},
    record::schema,
    vocabulary::EntryKind,
};

pub static LIMIT_LONGER_THAN_LAW: Rule = Rule {
    code: "GK0104",
    name: "limit-longer-than-law",
    label: "时限长于法定",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[laws::REGULATIONS_2008_18, laws::REGULATIONS_2019_26, laws::BUDGET_2014_14, laws::BUDGET_2018_14],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "目录里的公开时限比法定时限长", en: "the catalogue gives more time than the law" },
    why: words! {
        zh: "主动公开的法定时限是20个工作日，预决算是批准或批复后20日；法律、法规另有规定的，应当在公开依据里写明。目录不能自行放宽。",
        en: "The law gives 20 working days, for budgets and final accounts 20 days after approval. Where another law gives more, the catalogue cites it; it can't extend the period by itself.",
    },
    mend: words! {
        zh: "改成法定时限；确有法律、法规另行规定的，把它写进 basis。",
        en: "Use the period of the law; where another law gives more, add it to `basis`.",
    },
    example: Example {
        bad: r#"--> catalogue/more.toml
basis = ["《中华人民共和国政府信息公开条例》第十条第二项"]
time_limit = "自信息形成或者变更之日起40个工作日内"
"#,
        good: r#"--> catalogue/more.toml
time_limit = "自信息形成或者变更之日起20个工作日内"
"#,
    },
};

static IN_GENERAL: &[Ground] = &[laws::REGULATIONS_2008_18, laws::REGULATIONS_2019_26];
static OF_BUDGETS: &[Ground] = &[laws::BUDGET_2014_14, laws::BUDGET_2018_14];

/// 20 working days at most are never more than so many calendar days, the longest holidays included.
const TWENTY_WORKDAYS_IN_DAYS: u32 = 31;
/// 20 calendar days never hold more working days than this.
const TWENTY_DAYS_IN_WORKDAYS: u32 = 16;

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    for (id, item) in model.items() {
        let budget = is_budget(item);
        let most = |unit: Unit| match (budget, unit) {
            (false, Unit::Workday) => 20,
            (false, _) => TWENTY_WORKDAYS_IN_DAYS,
            (true, Unit::Workday) => TWENTY_DAYS_IN_WORKDAYS,
            (true, _) => 20,
        };
        let mut lengths = item.time_limit.iter().flat_map(|limit| &limit.parts).filter_map(|part| length(part.limit));
        if lengths.all(|(n, unit)| n <= most(unit))
            || item.basis.iter().any(|basis| citation::is_special_law(&basis.text))
        {
            continue;
        }
        let (zh, en, grounds) = if budget {
            ("批准或者批复后20日（预决算）", "20 days after approval (budgets and accounts)", OF_BUDGETS)
        } else {
            ("20个工作日", "20 working days", IN_GENERAL)
        };
        let finding = findings.raise(
            &LIMIT_LONGER_THAN_LAW,
            item.record.span_of(schema::Item::TIME_LIMIT),
            text! { zh: "公开时限比法定的{zh}长", en: "a longer time limit than the {en} of the law" },
        );
        finding
            .under(grounds)
            .label(text! { zh: "法定最长{zh}", en: "the law gives {en}" })
            .help(if budget {
                text! { zh: "改成“自批准（批复）之日起20日内”", en: "write 自批准（批复）之日起20日内" }
            } else {
                text! {
                    zh: "改成“自信息形成或者变更之日起20个工作日内”；法律、法规另有规定的，在 basis 里写明是哪一部哪一条",
                    en: "write 自信息形成或者变更之日起20个工作日内, or cite the law that gives more in `basis`",
                }
            })
            .fix([Edit::guess(
                item.record.span_of(schema::Item::TIME_LIMIT),
                if budget { "自批准（批复）之日起20日内" } else { "自信息形成或者变更之日起20个工作日内" },
            )])
            .key(&*item.id);
        context::name_item(finding, model, id);
    }
}

/// How long a deadline is, counted in days or working days; none for what sets no such deadline.
fn length(limit: Limit) -> Option<(u32, Unit)> {
    match limit {
        Limit::Within { n, unit, .. } | Limit::Period { after: Some((n, unit)), .. } => Some(match unit {
            Unit::Month => (n.saturating_mul(31), Unit::Day),
            Unit::Hour => (n / 24, Unit::Day),
            Unit::Day | Unit::Workday => (n, unit),
        }),
        _ => None,
    }
}

/// Whether the item is of budgets or final accounts: by what it takes, or because it serves no other duty.
fn is_budget(item: &Item) -> bool {
    let duties = &item.legal_items;
    item.kinds.contains(EntryKind::Budget)
        || (!duties.is_empty() && duties.iter().all(|it| matches!(&**it, "2008:10.4" | "2019:20.7")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe},
        compliance::builder::Builder,
        day::TimeLimit,
    };

    fn told(words: &str, budget: bool) -> bool {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/one");
        builder.item_mut(item).time_limit = TimeLimit::parse(words).ok();
        assert!(builder.model.item(item).time_limit.is_some(), "{words}");
        if budget {
            builder.item_mut(item).legal_items = vec!["2008:10.4".into()];
        }
        !probe::found(Run::Whole(check), &builder.model).is_empty()
    }

    #[test]
    fn only_what_is_surely_longer_is_told() {
        for (words, budget, longer) in [
            ("20个工作日内", false, false),
            ("21个工作日内", false, true),
            ("20日内", false, false),
            ("1个月内", false, false),
            ("2个月内", false, true),
            ("长期公开", false, false),
            ("实时公开", false, false),
            ("批复后二十日内", true, false),
            ("批复后三十日内", true, true),
            ("20个工作日内", true, true),
            ("每季度结束后20日内", false, false),
        ] {
            assert_eq!(told(words, budget), longer, "{words} {budget}");
        }
    }
}
