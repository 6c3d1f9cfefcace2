//! 0409: results and contracts of procurement published after two working days.

use super::due::{Due, Judge, judge, tell};
use crate::{
    day::Day,
    diagnostic::{
        Effect, Example, Findings, Ground, Level, Rule, Ungrounded,
        laws::{PROCUREMENT, PROCUREMENT_50},
    },
    model::{Entry, Model},
    record::{Key, schema},
};

const PROCUREMENT_43: Ground = PROCUREMENT.at(words! { zh: "第四十三条", en: "article 43" });

/// What results of procurement stand on.
pub(super) static RESULTS: &[Ground] = &[PROCUREMENT_43];

/// What contracts stand on.
pub(super) static CONTRACTS: &[Ground] = &[PROCUREMENT_50];

pub static LATE_PROCUREMENT: Rule = Rule {
    code: "GK0409",
    name: "late-procurement",
    label: "采购信息逾期",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[PROCUREMENT_43, PROCUREMENT_50],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! {
        zh: "采购结果、采购合同没有在2个工作日内公告",
        en: "a procurement result or contract published after two working days",
    },
    why: words! {
        zh: "中标、成交供应商确定后2个工作日内公告结果，合同签订后2个工作日内公告合同。晚了，其他供应商的质疑期就被压缩。",
        en: "The result is announced within two working days of the award, the contract within two of its signing; other bidders' time to object depends on it.",
    },
    mend: words! {
        zh: "核对 awarded（确定日期）、signed（签订日期）是否写对；确实晚了的，照实保留，用 gongkai allow late-procurement 说明原因。",
        en: "Check `awarded` and `signed`; if it was late keep the true day and explain it with `gongkai allow late-procurement`.",
    },
    example: Example {
        bad: r#"--> content/2018/采购.md
title = "办公设备采购合同公告"
kind = "procurement"
signed = 2018-05-03
made = 2018-05-03
published = 2018-05-10
summary = "公告办公设备采购合同的主要内容。"
[review]
secrecy = { by = "保密员", on = 2018-05-09 }
+++
合同金额10万元。
"#,
        good: r#"--> content/2018/采购.md
published = 2018-05-07
[review]
secrecy = { by = "保密员", on = 2018-05-04 }
"#,
    },
};

/// The last lawful day of a result or contract.
pub(super) fn due(model: &Model, entry: &Entry) -> Option<Due> {
    // An entry with a contract is the contract's announcement; the award was announced before it.
    let day = |key: Key<schema::Entry, Day>| entry.record.get(key).map(|day| (day, key.any()));
    let (start, key) = day(schema::Entry::SIGNED).or_else(|| day(schema::Entry::AWARDED))?;
    let last = model.calendar.add_working(start, days(model));
    let estimated = model.calendar.estimated(start, last);
    Some(Due { start, key, last, item: None, doubt: None, estimated })
}

fn days(model: &Model) -> u32 {
    model.settings.count(schema::Settings::LATE_PROCUREMENT, schema::LateProcurement::DAYS).into()
}

pub(super) fn late_procurement(model: &Model, entry: &Entry, findings: &mut Findings) {
    if judge(entry) != Judge::Procurement {
        return;
    }
    let (Some(due), Some(published)) = (due(model, entry), entry.first_public()) else { return };
    if published > due.last {
        let (days, contract) = (days(model), due.key == schema::Entry::SIGNED.any());
        let limit = if contract {
            text! { zh: "自合同签订之日起{days}个工作日内", en: "within {days} working days of signing" }
        } else {
            text! { zh: "自中标、成交确定之日起{days}个工作日内", en: "within {days} working days of the award" }
        };
        tell(&LATE_PROCUREMENT, model, entry, &due, published, findings)
            .under(if contract { CONTRACTS } else { RESULTS })
            .note(words! { zh: "时限", en: "limit" }, limit);
    }
}
