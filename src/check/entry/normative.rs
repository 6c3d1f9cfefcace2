//! 0317: a normative document without registration, legality review or fair competition review.

use crate::{
    diagnostic::{
        Edit, Effect, Example, Findings, Ground, Level, Rule, Ungrounded,
        laws::{COMPETITION_18, COMPETITION_2016, NORMATIVE_2018},
    },
    model::{Entry, Model},
    record::{Any, Key, schema},
    vocabulary::{DocumentClass, Origin},
};

/// What registration and the legality review stand on.
static REGISTRATION: &[Ground] = &[NORMATIVE_2018.whole()];

/// What the fair competition review stands on.
static COMPETITION: &[Ground] = &[COMPETITION_2016.whole(), COMPETITION_18];

pub static UNREGISTERED_NORMATIVE_DOCUMENT: Rule = Rule {
    code: "GK0317",
    name: "unregistered-normative-document",
    label: "规范性文件未登记",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Note,
    grounds: &[NORMATIVE_2018.whole(), COMPETITION_2016.whole(), COMPETITION_18],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! {
        zh: "行政规范性文件没有写明登记和审核",
        en: "a normative document without its registration and reviews",
    },
    why: words! {
        zh: "行政规范性文件要经合法性审核，统一登记、统一编号、统一印发；没有登记和审核的，不得作为行政管理的依据。",
        en: "A normative document must pass legality review and be registered, numbered and issued together; without them it may not be acted on.",
    },
    mend: words! {
        zh: "补写 registration（统一登记号）、legality_review（合法性审核）、fair_competition_review（公平竞争审查）；不是规范性文件的，把 document_class 改为“其他”。",
        en: "Add `registration`, `legality_review` and `fair_competition_review`; if it is none, set `document_class = \"其他\"`.",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
title = "招商引资奖励办法"
kind = "document"
document_class = "行政规范性文件"
summary = "规定招商引资奖励的对象、标准和程序。"
+++
第一条 为鼓励招商引资，制定本办法。
"#,
        good: r#"--> content/2018/通知.md
document_class = "行政规范性文件"
registration = "示规备〔2018〕3号"
legality_review = "区法制办合法性审核意见〔2018〕5号"
fair_competition_review = "已经公平竞争审查"
"#,
    },
};

pub(super) fn unregistered_normative_document(_: &Model, entry: &Entry, findings: &mut Findings) {
    let normative = entry.record.get(schema::Entry::DOCUMENT_CLASS) == Some(DocumentClass::Normative);
    if !normative || entry.record.get(schema::Entry::ORIGIN) == Some(Origin::Reprint) {
        return;
    }
    tell(
        entry,
        &[
            (schema::Entry::REGISTRATION.any(), "统一登记", "registration"),
            (schema::Entry::LEGALITY_REVIEW.any(), "合法性审核", "legality review"),
        ],
        REGISTRATION,
        findings,
    );
    tell(
        entry,
        &[(schema::Entry::FAIR_COMPETITION_REVIEW.any(), "公平竞争审查", "fair competition review")],
        COMPETITION,
        findings,
    );
}

/// Tells which of the keys `asked` for by `grounds` is not there.
fn tell(
    entry: &Entry,
    asked: &[(Key<schema::Entry, Any>, &str, &str)],
    grounds: &'static [Ground],
    findings: &mut Findings,
) {
    let lacks: Vec<_> = asked.iter().filter(|(key, ..)| !entry.record.has(*key)).collect();
    let Some(first) = lacks.first() else { return };
    let zh = lacks.iter().map(|it| it.1).collect::<Vec<_>>().join("、");
    let en = lacks.iter().map(|it| it.2).collect::<Vec<_>>().join(", ");
    let lines = lacks.iter().map(|it| format!("{} = \"〔{}〕\"", it.0.name, it.1)).collect::<Vec<_>>().join("\n");
    let competition = first.0 == schema::Entry::FAIR_COMPETITION_REVIEW.any();
    let finding = findings
        .raise(
            &UNREGISTERED_NORMATIVE_DOCUMENT,
            entry.at(schema::Entry::DOCUMENT_CLASS),
            text! { zh: "规范性文件没有写明{zh}", en: "the normative document does not state its {en}" },
        )
        .help(if competition {
            text! {
                zh: "涉及经营者经济活动的，在开头两行 +++ 之间补上：\n{lines}",
                en: "where it touches what businesses do, add between the two +++ lines:\n{lines}",
            }
        } else {
            text! { zh: "在开头两行 +++ 之间补上：\n{lines}", en: "add between the two +++ lines:\n{lines}" }
        })
        .fix(entry.record.room().map(|at| Edit::lines(at, &lines)))
        // Documents that do not touch market activity need no fair competition review: that one is a note.
        .lesser_if(competition)
        .under(grounds)
        .key(first.0.name);
    finding.on = entry.made;
}
