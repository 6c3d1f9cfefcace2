//! 0309 and 0310: documents that lapsed or were repealed, and do not say so, or not since when and by what.

use crate::{
    day::Day,
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{NORMATIVE_2018, REGULATIONS_2019_6, WEBSITES_2017},
    },
    model::{Entry, Model},
    record::schema,
    vocabulary::{DocumentClass, Validity, Word},
};

pub static LAPSED_STILL_VALID: Rule = Rule {
    code: "GK0309",
    name: "lapsed-still-valid",
    label: "失效仍标有效",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[WEBSITES_2017.whole(), NORMATIVE_2018.whole(), REGULATIONS_2019_6],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "有效期已过，仍标为有效", en: "past its last day, yet shown as in force" },
    why: words! {
        zh: "群众和企业照着页面办事。文件过了有效期还显示“有效”，会误导办事，也可能被当作依据引发争议。",
        en: "People act on what the page says. A document past its term that is shown as in force misleads them.",
    },
    mend: words! {
        zh: "到期的写 validity = \"失效\"、since = 失效日期；已经延期的，改写 expires 并说明依据。",
        en: "Write `validity = \"失效\"` and `since`; if its term was extended, correct `expires`.",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
title = "招商引资奖励办法"
kind = "document"
document_class = "行政规范性文件"
made = 2015-06-01
published = 2015-06-10
effective = 2015-07-01
expires = 2018-06-30
validity = "有效"
summary = "规定招商引资奖励的对象、标准和程序。"
[review]
secrecy = { by = "保密员", on = 2015-06-08 }
+++
第一条 为鼓励招商引资，制定本办法。
"#,
        good: r#"--> content/2018/通知.md
validity = "失效"
since = 2018-07-01
"#,
    },
};

pub static REPEALED_WITHOUT_SUCCESSOR: Rule = Rule {
    code: "GK0310",
    name: "repealed-without-successor",
    label: "废止未注明",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[WEBSITES_2017.whole(), NORMATIVE_2018.whole()],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! {
        zh: "废止、失效、修改没有注明日期或依据",
        en: "repealed, lapsed or amended, without the day or the text that did it",
    },
    why: words! {
        zh: "只写“废止”而不写从哪天起、被哪个文件代替，群众不知道该按哪个文件办，过去的事按哪个文件算也说不清。",
        en: "A bare 'repealed' tells nobody since when, nor which text to follow now.",
    },
    mend: words! {
        zh: "补写 since = 日期；被新文件代替或修改的，再写 replaced_by = \"新文件的条目\"。",
        en: "Add `since`, and `replaced_by` with the entry of the text that replaced or amended it.",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
title = "招商引资奖励办法"
kind = "document"
document_class = "行政规范性文件"
made = 2015-06-01
published = 2015-06-10
validity = "废止"
summary = "规定招商引资奖励的对象、标准和程序。"
[review]
secrecy = { by = "保密员", on = 2015-06-08 }
+++
第一条 为鼓励招商引资，制定本办法。
"#,
        good: r#"--> content/2018/通知.md
validity = "废止"
since = 2018-06-30
replaced_by = "2018/新办法"
--> content/2018/新办法.md
title = "招商引资奖励办法（2018年修订）"
summary = "修订招商引资奖励的对象、标准和程序。"
+++
第一条 为鼓励招商引资，制定本办法。
"#,
    },
};

pub(super) fn lapsed_still_valid(model: &Model, entry: &Entry, findings: &mut Findings) {
    let Some(expires) = entry.record.get(schema::Entry::EXPIRES) else { return };
    let validity = entry.record.get(schema::Entry::VALIDITY).unwrap_or(Validity::Valid);
    if expires >= model.today || !matches!(validity, Validity::Valid | Validity::NotYet) {
        return;
    }
    let since = expires.plus(1);
    let (label, word) = (validity.label(), validity.term().en);
    let finding = findings
        .raise(
            &LAPSED_STILL_VALID,
            entry.at(schema::Entry::EXPIRES),
            text! { zh: "有效期已于 {expires} 届满，仍标为{label}", en: "expired on {expires}, yet shown as {word}" },
        )
        .help(text! {
            zh: "改写 validity = \"失效\"，加一行 since = {since}；已延长有效期的，改写 expires",
            en: "write `validity = \"失效\"` and `since = {since}`, or correct `expires` if its term was extended",
        })
        .fix(lapsed(entry, since))
        .on(since)
        .lesser_if(class(entry) == DocumentClass::Other);
    if entry.record.has(schema::Entry::VALIDITY) {
        finding.mark(entry.record.span_of(schema::Entry::VALIDITY), text! { zh: "标注在此", en: "said here" });
    }
}

pub(super) fn repealed_without_successor(_: &Model, entry: &Entry, findings: &mut Findings) {
    let Some(validity) = entry.record.get(schema::Entry::VALIDITY) else { return };
    if class(entry) == DocumentClass::Other || matches!(validity, Validity::Valid | Validity::NotYet) {
        return;
    }
    let label = validity.label();
    let word = validity.term().en;
    let lapsed = matches!(validity, Validity::Lapsed | Validity::PartlyLapsed);
    let dated = entry.record.has(schema::Entry::SINCE) || (lapsed && entry.record.has(schema::Entry::EXPIRES));
    let succeeded = lapsed || entry.record.has(schema::Entry::REPLACED_BY);
    let message = match (dated, succeeded) {
        (true, true) => return,
        (false, true) => text! { zh: "标为{label}，没有写从哪天起", en: "{word}, but not since when" },
        (true, false) => text! { zh: "标为{label}，没有写由哪个文件{label}", en: "{word}, but not by what" },
        (false, false) => {
            text! { zh: "标为{label}，没有写从哪天起、由哪个文件{label}", en: "{word}, but not since when nor by what" }
        }
    };
    let finding = findings
        .raise(&REPEALED_WITHOUT_SUCCESSOR, entry.at(schema::Entry::VALIDITY), message)
        .help(text! {
            zh: "补写 since = 〔从哪天起的日期〕；有新文件代替或修改的，写 replaced_by = \"〔新文件的路径或索引号〕\"",
            en: "add `since = 〔the day〕`, and `replaced_by = \"〔its entry〕\"` with the text that replaced or amended it",
        })
        .fix(if dated { None } else { entry.record.room().map(|at| Edit::lines(at, "since = 〔从哪天起的日期〕")) })
        // A text may be repealed without another in its place: only the missing day is surely wrong.
        .lesser_if(dated);
    finding.on = entry.record.get(schema::Entry::SINCE);
}

/// The edits that say that it lapsed on `since`.
fn lapsed(entry: &Entry, since: Day) -> Vec<Edit> {
    let record = &entry.record;
    let mut edits = Vec::new();
    if record.has(schema::Entry::VALIDITY) {
        edits.push(Edit::guess(record.span_of(schema::Entry::VALIDITY), Validity::Lapsed.label()));
    }
    let mut lines = Vec::new();
    if edits.is_empty() {
        lines.push(format!("validity = \"{}\"", Validity::Lapsed.label()));
    }
    if !record.has(schema::Entry::SINCE) {
        lines.push(format!("since = {since}"));
    }
    if let Some(at) = record.room().filter(|_| !lines.is_empty()) {
        edits.push(Edit::lines(at, &lines.join("\n")));
    }
    edits
}

fn class(entry: &Entry) -> DocumentClass {
    entry.record.get(schema::Entry::DOCUMENT_CLASS).unwrap_or(DocumentClass::Other)
}
