//! 2001 and 2002: what a new project's files left open, and reviews that are none.

use crate::{
    compliance::Compliance,
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded},
    model::{Entry, Model, State},
    record::{Value, View, schema},
    source::Span,
    vocabulary::{ReviewStep, Word, is_hole, is_left_open, names_nobody},
};

pub static PLACEHOLDER_LEFT: Rule = Rule {
    code: "GK2001",
    name: "placeholder-left",
    label: "留有待填写",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "还有“待填写”“待核实”的地方", en: "a place still marked 待填写 or 待核实" },
    why: words! {
        zh: "新建项目时留的空没有补上，发布出去，群众看到的就是“待填写”。",
        en: "What a new project left open is not filled in, and readers would see it so.",
    },
    mend: words! {
        zh: "按实际情况填写，并删去“待填写”“待核实”字样；还没写好的，写 draft = true。",
        en: "Fill it in and delete the mark; write `draft = true` while it is not ready.",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
place = "（待填写）"
"#,
        good: r#"--> content/2018/通知.md
place = "示例区"
"#,
    },
};

pub static PLACEHOLDER_REVIEW: Rule = Rule {
    code: "GK2002",
    name: "placeholder-review",
    label: "审查未实际进行",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: true,
    title: words! { zh: "审查记录不算数", en: "a record of a review that was none" },
    why: words! {
        zh: "审查人写着“待定”“……”，或者审查日期还没有到、早于最后一次修改，说明这份内容没有人审查过。本条不能降级，也不能用说明放过。",
        en: "With nobody named, a day to come, or a day before the last revision, nobody has reviewed this text. This rule can be neither lowered nor excused.",
    },
    mend: words! {
        zh: "请保密审查人员审查后，如实写 by（审查人）和 on（审查日期）；修改以后重新审查。",
        en: "Have it reviewed and write truly by whom and when; review it again after a revision.",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
[review]
secrecy = { by = "待定", on = 2018-06-21 }
"#,
        good: r#"--> content/2018/通知.md
[review]
secrecy = { by = "保密员", on = 2018-06-21 }
"#,
    },
};

pub(super) fn placeholder_review(model: &Model, entry: &Entry, findings: &mut Findings) {
    if !matches!(entry.state, State::Published | State::Scheduled) {
        return;
    }
    let in_time = entry.reviews.last.is_none_or(|on| on <= model.today);
    if !entry.reviews.nobody && in_time && !entry.record.has(schema::Entry::REVISED) {
        return;
    }
    let Some(review) = entry.record.get(schema::Entry::REVIEW) else { return };
    let mut named = "";
    let revised = entry.record.all(schema::Entry::REVISED).filter_map(|it| it.get(schema::Revision::ON)).max();
    for &step in ReviewStep::ALL {
        let Some(signed) = review.get(schema::Review::of(step)) else { continue };
        let (label, word) = (step.label(), step.term().en);
        let mut tell = |span: Span, message, zh_en, hole: &str| {
            let edit = Edit::new(span, hole, false);
            findings.raise(&PLACEHOLDER_REVIEW, span, message).help(zh_en).fix([edit]).key(step.key());
        };
        let by = signed.get(schema::Signed::BY).unwrap_or_default();
        // One person mostly takes all steps.
        if by != named && !by.trim().is_empty() && names_nobody(by) {
            tell(
                signed.span_of(schema::Signed::BY),
                text! { zh: "{label}写着“{by}”，没有说由谁审查", en: "the {word} names nobody: {by}" },
                text! { zh: "审查以后写审查人的姓名或职务：by = \"〔审查人〕\"，例如 by = \"保密员\"", en: "after the review write who did it: `by = \"〔who〕\"`, e.g. `by = \"保密员\"`" },
                "\"〔审查人〕\"",
            );
        } else {
            named = by;
        }
        let Some(on) = signed.get(schema::Signed::ON) else { continue };
        let today = model.today;
        if on <= today && revised.is_none() {
            continue;
        }
        let span = signed.span_of(schema::Signed::ON);
        let last = revised.filter(|&day| on < day && day <= today && step == ReviewStep::Secrecy);
        if on > today {
            tell(
                span,
                text! { zh: "{label}的日期 {on} 还没有到", en: "the day of the {word}, {on}, is still to come" },
                text! { zh: "写实际审查的日期：on = 〔审查日期〕", en: "write the day on which it was reviewed: `on = 〔day〕`" },
                "〔审查日期〕",
            );
        } else if let Some(day) = last {
            tell(
                span,
                text! { zh: "{day} 修改过，{label}还是 {on} 的", en: "revised on {day}, but the {word} is of {on}" },
                text! { zh: "修改后的内容重新审查，写新的日期：on = 〔审查日期〕", en: "review the revised text and write the new day: `on = 〔day〕`" },
                "〔审查日期〕",
            );
        }
    }
}

fn tell(span: Span, hole: bool, findings: &mut Findings) {
    findings
        .raise(
            &PLACEHOLDER_LEFT,
            span,
            text! { zh: "这里还没有填写或核实", en: "this is not filled in, or not verified, yet" },
        )
        .help(if hole {
            text! { zh: "把〔〕连同里面的字换成实际内容", en: "write what it asks for in place of the brackets" }
        } else {
            text! {
                zh: "按实际情况填写，删去“待填写”“待核实”字样",
                en: "fill it in and delete the mark 待填写 or 待核实",
            }
        })
        .key(span.range.start.to_string());
}

fn values<T>(table: View<'_, T>, findings: &mut Findings) {
    for field in table.fields() {
        value(field.value, Span { file: table.file, range: field.range }, findings);
    }
}

fn value(it: Value<'_>, span: Span, findings: &mut Findings) {
    match it {
        Value::Text(text) if is_left_open(text) => tell(span, is_hole(text), findings),
        Value::List(list) => list.iter().for_each(|it| value(it.value, it.span, findings)),
        Value::Table(table) => values(View::<crate::record::Any>::from(table), findings),
        _ => {}
    }
}

/// What is left open in entries that are, or will be, public.
pub(super) fn left_in_entry(_: &Model, entry: &Entry, findings: &mut Findings) {
    if !matches!(entry.state, State::Published | State::Scheduled) {
        return;
    }
    // Nearly all entries are filled in: their values need not be decoded to see it.
    if entry.record.may_be_left_open() {
        values(entry.record.view(), findings);
    }
    for range in entry.body.left_open() {
        tell(Span { file: entry.file, range }, false, findings);
    }
}

/// What is left open in the catalogue's published tables.
pub(super) fn left_in_catalogue(model: &Model, _: &Compliance, findings: &mut Findings) {
    values(model.site.record.view(), findings);
    model.organisations.iter().for_each(|it| values(it.record.view(), findings));
    model.fields.iter().for_each(|it| values(it.record.view(), findings));
    model.items.iter().for_each(|it| values(it.record.view(), findings));
    model.changes.iter().for_each(|it| values(it.record.view(), findings));
}
