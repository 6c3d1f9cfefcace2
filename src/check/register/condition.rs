//! GK1004 and GK1005: is it said on what condition data are shared or opened, and by what law they are refused?

use crate::{
    check::{
        context,
        sheet::{Rows, quoted, registers},
    },
    compliance::Compliance,
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{DATA_2017, DATA_SHARING, SHARING_2016},
    },
    model::{Entry, Model},
    record::schema,
    table::{Row, is_none, plain},
    vocabulary::{EntryKind, Opening, Sharing, Word, says_nothing},
};

pub static SHARING_WITHOUT_CONDITION: Rule = Rule {
    code: "GK1004",
    name: "sharing-without-condition",
    label: "有条件而无条件说明",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[SHARING_2016.whole(), DATA_2017.whole(), DATA_SHARING.whole()],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "写明有条件共享、有条件开放，却没写什么条件", en: "shared or opened on condition, and no condition is said" },
    why: words! {
        zh: "不说条件，别的部门和群众就不知道够不够得上，“有条件”就成了不给。",
        en: "Where no condition is said nobody knows whether it is met, and “on condition” becomes a refusal.",
    },
    mend: words! {
        zh: "在“共享条件”（“开放条件”）里写明给谁用、用来做什么、怎么申请；没有条件的，改为无条件。",
        en: "Say in 共享条件 (开放条件) who may use them, for what, and how to ask; make it unconditional where there is none.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> content/2018/共享清单.csv
信息资源名称,信息资源代码,提供方,格式,信息项,共享类型,共享条件,不予共享依据,更新周期
扶持资金拨付信息,ZS001,示例局,表格,用途；金额,有条件共享,,,不定期
--> content/2018/清单.md
title = "示例局政务信息资源共享责任清单"
kind = "register"
[table]
file = "共享清单.csv"
register = "sharing-list"
"#,
        good: r"==> content/2018/共享清单.csv
信息资源名称,信息资源代码,提供方,格式,信息项,共享类型,共享条件,不予共享依据,更新周期
扶持资金拨付信息,ZS001,示例局,表格,用途；金额,有条件共享,仅限财政、审计部门履行职责使用,,不定期
",
    },
};

pub static REFUSAL_WITHOUT_BASIS: Rule = Rule {
    code: "GK1005",
    name: "refusal-without-basis",
    label: "不予共享无依据",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[SHARING_2016.whole(), DATA_2017.whole(), DATA_SHARING.whole()],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "不予共享、不予开放，却没有写依据", en: "data that are not shared or not opened, without a legal basis" },
    why: words! {
        zh: "共享是原则，不共享是例外。列为不予共享的，必须有法律、行政法规或者党中央、国务院政策依据。",
        en: "Sharing is the rule. What is refused needs a law, a regulation, or a policy of the central authorities.",
    },
    mend: words! {
        zh: "在“不予共享依据”里写明法律、行政法规的名称和条款；没有依据的，改为有条件共享或者无条件共享。数据资源的条目写 basis。",
        en: "Name the law and the article in 不予共享依据, in an entry of kind dataset as `basis`; without one, share them.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> content/2018/共享清单.csv
信息资源名称,信息资源代码,提供方,格式,信息项,共享类型,共享条件,不予共享依据,更新周期
企业生产经营明细,ZS002,示例局,表格,企业；产值,不予共享,,,不定期
--> content/2018/清单.md
title = "示例局政务信息资源共享责任清单"
kind = "register"
[table]
file = "共享清单.csv"
register = "sharing-list"
"#,
        good: r"==> content/2018/共享清单.csv
信息资源名称,信息资源代码,提供方,格式,信息项,共享类型,共享条件,不予共享依据,更新周期
企业生产经营明细,ZS002,示例局,表格,企业；产值,不予共享,,《中华人民共和国统计法》第二十五条,不定期
",
    },
};

pub(super) fn without_condition(model: &Model, _: &Compliance, findings: &mut Findings) {
    for rows in registers(model) {
        for (kind, condition) in [("共享类型", "共享条件"), ("开放类型", "开放条件")] {
            let Some(at) = rows.column(kind) else { continue };
            let conditional = |row: &Row<'_>| is_conditional(row.text(at)) && !has_words(row.text(at));
            for row in rows
                .rows()
                .filter(conditional)
                .filter(|it| !is_said(&rows, *it, &["条件", "方式", "要求", "备注", "说明"], condition))
            {
                let edit = hole(&rows, row, condition);
                let finding = tell(&rows, row, at, &SHARING_WITHOUT_CONDITION, findings).fix(edit);
                finding.help(text! {
                    zh: "在这一行的“{condition}”里写明给谁用、怎么申请；没有条件的，把“{kind}”改为无条件",
                    en: "say in {condition} of this row who may use them and how to ask; make {kind} unconditional where there is none",
                });
            }
        }
    }
}

pub(super) fn without_basis(model: &Model, _: &Compliance, findings: &mut Findings) {
    for rows in registers(model) {
        let Some(at) = rows.column("共享类型") else { continue };
        let refused = |row: &Row<'_>| meant(row.text(at)) == Some(Sharing::Refused) && !has_words(row.text(at));
        for row in rows
            .rows()
            .filter(refused)
            .filter(|it| !is_said(&rows, *it, &["依据", "条件", "理由", "原因", "备注", "说明"], "不予共享依据"))
        {
            let edit = hole(&rows, row, "不予共享依据");
            let finding = tell(&rows, row, at, &REFUSAL_WITHOUT_BASIS, findings).fix(edit);
            finding.help(text! {
                zh: "在这一行的“不予共享依据”里写明法律、行政法规的名称和条款；没有依据的应当共享",
                en: "name the law and the article in 不予共享依据 of this row; without one they are shared",
            });
        }
    }
}

/// A data resource that is an entry of its own.
pub(super) fn dataset_without_condition(_: &Model, entry: &Entry, findings: &mut Findings) {
    if entry.kind != EntryKind::Dataset || !entry.is_published() {
        return;
    }
    let record = &entry.record;
    let (sharing, opening) = (record.get(schema::Entry::SHARING), record.get(schema::Entry::OPENING));
    let said = record.get(schema::Entry::CONDITION).is_some_and(|it| !is_none(it));
    let key = if sharing == Some(Sharing::Conditional) {
        schema::Entry::SHARING.any()
    } else if opening == Some(Opening::Conditional) {
        schema::Entry::OPENING.any()
    } else {
        return;
    };
    if said {
        return;
    }
    let title = entry.title();
    let finding = findings.raise(
        &SHARING_WITHOUT_CONDITION,
        record.span_of(key),
        text! { zh: "“{title}”有条件提供，没有写什么条件", en: "{title} is given on condition, and no condition is said" },
    );
    finding.help(text! {
        zh: "写上 condition = \"给谁用、怎么申请\"；没有条件的，改为无条件",
        en: "write condition = \"who may use it and how to ask\", or make it unconditional",
    });
    if let Some(day) = entry.published_day() {
        finding.on(day);
    }
    context::name_entry(finding, entry);
}

/// A data resource that is an entry of its own, and neither shared nor opened. That it is not opened needs no law, but a reason.
pub(super) fn dataset_without_basis(_: &Model, entry: &Entry, findings: &mut Findings) {
    if entry.kind != EntryKind::Dataset || !entry.is_published() {
        return;
    }
    let record = &entry.record;
    let unshared = record.get(schema::Entry::SHARING) == Some(Sharing::Refused);
    let unopened = record.get(schema::Entry::OPENING) == Some(Opening::Refused);
    let said = |key| record.get(key).is_some_and(|it: &str| !is_none(it) && !says_nothing(it));
    let named = record.get(schema::Entry::CONDITION).is_some_and(|it| it.contains(['《', '法']));
    if !(unshared || unopened) || said(schema::Entry::BASIS) || named {
        return;
    }
    let key = if unshared { schema::Entry::SHARING.any() } else { schema::Entry::OPENING.any() };
    let title = entry.title();
    let message = if unshared {
        text! { zh: "“{title}”不予共享，没有写依据", en: "{title} is not shared, without a basis" }
    } else {
        text! { zh: "“{title}”不予开放，没有写依据", en: "{title} is not opened, without a basis" }
    };
    let finding = findings.raise(&REFUSAL_WITHOUT_BASIS, record.span_of(key), message);
    finding.lesser_if(!unshared).help(text! {
        zh: "写上 basis = \"〔法律、行政法规的名称和条款〕\"；没有依据的应当共享",
        en: "write basis = \"〔the law and the article〕\"; without one it is shared",
    });
    finding.fix(record.room().map(|it| Edit::lines(it, "basis = \"〔法律、行政法规的名称和条款〕\"")));
    if let Some(day) = entry.published_day() {
        finding.on(day);
    }
    context::name_entry(finding, entry);
}

/// What is to be written in the cell of the column `name`, in a text.
fn hole(rows: &Rows<'_>, row: Row<'_>, name: &str) -> Option<Edit> {
    let span = rows.place(row.cell(rows.column(name)?)).span()?;
    Some(Edit::new(span, format!("〔{name}〕"), false))
}

fn tell<'f>(
    rows: &Rows<'_>,
    row: Row<'_>,
    at: usize,
    rule: &'static Rule,
    findings: &'f mut Findings,
) -> &'f mut crate::diagnostic::Finding {
    let (number, name, said) = (row.number(), quoted(rows.name(row)), quoted(row.text(at)));
    let message = if std::ptr::eq(rule, &raw const REFUSAL_WITHOUT_BASIS) {
        text! { zh: "第 {number} 行“{name}”是{said}，没有写依据", en: "row {number}, {name}: {said}, without a basis" }
    } else {
        text! { zh: "第 {number} 行“{name}”是{said}，没有写条件", en: "row {number}, {name}: {said}, without a condition" }
    };
    let finding = findings.raise(rule, rows.place(row.cell(at)), message);
    finding.key(format!("{name} {said}"));
    rows.finish_row(row, finding);
    finding
}

/// Whether the row says it: in the column called `name`, else in one that may hold it.
fn is_said(rows: &Rows<'_>, row: Row<'_>, words: &[&str], name: &str) -> bool {
    let filled = |at: usize| !is_none(row.text(at));
    if rows.column(name).is_some_and(filled) {
        return true;
    }
    // Other offices have 共享条件及方式, 使用要求, 理由: where the column itself is there, only what names a law counts.
    let own = rows.column(name).is_some();
    rows.head().cells().enumerate().any(|(at, head)| {
        let law = row.text(at).contains(['《', '法']);
        words.iter().any(|it| head.text.contains(it)) && !head.text.contains("共享方式") && filled(at) && (!own || law)
    })
}

/// Whether a cell says more than the type: `有条件共享（经提供方同意）`.
fn has_words(text: &str) -> bool {
    let plain = plain(text);
    plain.chars().count() > 8 && !plain.contains(['■', '☑', '√'])
}

fn meant(text: &str) -> Option<Sharing> {
    Sharing::parse(&plain(text))
}

fn is_conditional(text: &str) -> bool {
    let plain = plain(text);
    meant(text) == Some(Sharing::Conditional) || matches!(&*plain, "有条件开放" | "依申请开放")
}
