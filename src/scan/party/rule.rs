//! The rule, and how its findings are raised.

use crate::{
    day::Day,
    diagnostic::{
        Effect, Example, Finding, Findings, Level, Rule, Ungrounded,
        laws::{PRIVACY_25, REGULATIONS_2008_14, REGULATIONS_2019_15},
    },
    source::Span,
    vocabulary::Text,
};

pub static UNMASKED_PARTY: Rule = Rule {
    code: "GK0807",
    name: "unmasked-party",
    label: "当事人未遮盖",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_14, REGULATIONS_2019_15, PRIVACY_25],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "当事人的姓名、住址、生日或者证件号没有遮盖", en: "a party's name, address, birthday or number that is not masked" },
    why: words! {
        zh: "行政相对人、来信人是自然人的，公开姓名、住址、证件号要有法律依据。遮去一部分，群众仍能监督，本人不致受扰。",
        en: "Names, addresses and numbers of private persons need a legal ground. Partly masked the public can still follow the matter.",
    },
    mend: words! {
        zh: "姓名写成“张*”的样子，住址只写到乡镇、街道，出生日期只写到年，证件号遮去中间；法律规定公开全名的，保留。",
        en: "Write 张*, an address down to the township, the year of birth, a masked number; keep a full name where the law demands it.",
    },
    example: Example {
        bad: "--> content/2018/通知.md
+++
当事人：张三丰，住址：示例镇第一村3组12号。
",
        good: "--> content/2018/通知.md
+++
当事人：张*，住址：示例镇第一村。
",
    },
};

/// Whether a finding of this rule, or of a rule of numbers, lies at `span` already.
pub(super) fn is_told(span: Span, findings: &Findings) -> bool {
    findings.iter().any(|it| {
        matches!(it.rule.code, "GK0801" | "GK0803" | "GK0807")
            && it.place.span().is_some_and(|it| it.range.start < span.range.end && span.range.start < it.range.end)
    })
}

pub(super) fn raise(span: Span, message: Text, help: Text, day: Option<Day>, findings: &mut Findings) -> &mut Finding {
    let key = format!("{} {}", message.zh, span.range.start);
    let finding = findings.raise(&UNMASKED_PARTY, span, message).help(help).key(key);
    finding.on = day;
    finding
}
