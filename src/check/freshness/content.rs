//! GK1603: guides that nobody has looked at for a year, and old rules that do not say whether they are still in force.

use crate::{
    check::context,
    day::Day,
    diagnostic::{
        Edit, Effect, Example, Findings, Ground, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_19, REGULATIONS_2019_12, WEBSITES_2017},
    },
    model::{Entry, Model},
    record::schema,
    vocabulary::{DocumentClass, EntryKind, Origin, PageColumn, Word as _},
};

pub static STALE_CONTENT: Rule = Rule {
    code: "GK1603",
    name: "stale-content",
    label: "内容陈旧",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[WEBSITES_2017.whole(), REGULATIONS_2008_19, REGULATIONS_2019_12],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! {
        zh: "指南一年没有核对，或者多年前的文件没有注明有效性",
        en: "a guide not looked at for a year, or an old document without a mark of validity",
    },
    why: words! {
        zh: "群众照着几年前的指南跑一趟，材料、地点、电话可能都变了；多年前的规范性文件不注明是否有效，群众不知道还能不能用。",
        en: "Who follows a guide of years ago may find other papers, another place, another number; an old document without a mark leaves open whether it still holds.",
    },
    mend: words! {
        zh: "指南核对、重新审查以后写 revised = [{ on = 日期, what = \"核对\" }]；文件写 validity = \"有效\"、\"失效\" 或者 \"废止\"。天数和年数用 [settings.stale-content] 改。",
        en: "Look at the guide, have it reviewed and write revised = [{ on = …, what = \"核对\" }]; write `validity` in the document. [settings.stale-content] changes days and years.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
as_of = 2020-12-31
revised = 2020-07-20
profile = "full"
--> content/2018/指南.md
title = "招商项目代办指南"
kind = "guide"
+++
申请人到政务服务大厅提交材料，当场受理。
"#,
        good: r#"--> content/2018/指南.md
revised = [{ on = 2020-06-30, what = "核对" }]
[review]
secrecy = { by = "保密员", on = 2020-06-30 }
"#,
    },
};

pub(super) fn check(model: &Model, entry: &Entry, findings: &mut Findings) {
    match entry.kind {
        EntryKind::Guide => guide(model, entry, findings),
        EntryKind::Page if column(entry) == Some(PageColumn::Guide) => guide(model, entry, findings),
        EntryKind::Document => unmarked(model, entry, findings),
        EntryKind::Penalty => shown(model, entry, findings),
        _ => {}
    }
}

fn column(entry: &Entry) -> Option<PageColumn> {
    entry.record.get(schema::Entry::COLUMN).and_then(PageColumn::parse)
}

/// What asks that a website's content be kept true; the guide on disclosure is asked for by the regulations as well.
static WEBSITES: &[Ground] = &[WEBSITES_2017.whole()];

/// Tells a guide whose last publication or revision is too long ago.
fn guide(model: &Model, entry: &Entry, findings: &mut Findings) {
    let revised = entry.record.all(schema::Entry::REVISED).filter_map(|it| it.get(schema::Revision::ON));
    let Some(last) = entry.published_day().into_iter().chain(revised.filter(|it| *it <= model.today)).max() else {
        return;
    };
    let days = model.settings.count(schema::Settings::STALE_CONTENT, schema::StaleContent::GUIDE_DAYS);
    if last >= model.today.plus(-i32::from(days)) {
        return;
    }
    let count = model.today.days_since(last);
    let finding = findings.raise(
        &STALE_CONTENT,
        entry.record.span_of(schema::Entry::TITLE),
        text! { zh: "这份指南上次更新在 {last}，已有 {count} 天没有核对", en: "this guide was last updated on {last}, {count} days ago" },
    );
    let how = context::explain(&STALE_CONTENT, &entry.name);
    finding.help(text! {
        zh: "逐项核对、重新审查，在文件头写 revised = [{{ on = {today}, what = \"核对\" }}]，[review] 的 secrecy 也写这一次的；确实不用核对的，说明：\n{how_zh}",
        en: "look at it point by point and have it reviewed, write revised = [{{ on = {today}, what = \"核对\" }}] and that review; explain what needs none:\n{how_en}",
        today = model.today,
        how_zh = how.zh,
        how_en = how.en,
    });
    if entry.kind == EntryKind::Guide {
        finding.under(WEBSITES);
    }
    context::name_entry(finding, entry);
}

/// Tells a rule or a normative document of its own that is old and says nothing of its validity.
fn unmarked(model: &Model, entry: &Entry, findings: &mut Findings) {
    let record = &entry.record;
    let class = record.get(schema::Entry::DOCUMENT_CLASS);
    let is_reprint = record.get(schema::Entry::ORIGIN).is_some_and(|it| it == Origin::Reprint);
    let says = record.has(schema::Entry::VALIDITY) || record.has(schema::Entry::EXPIRES);
    if says || is_reprint || !matches!(class, Some(DocumentClass::Rule | DocumentClass::Normative)) {
        return;
    }
    let years = model.settings.count(schema::Settings::STALE_CONTENT, schema::StaleContent::UNMARKED_YEARS);
    let made: Option<Day> = entry.made.or(entry.first_public());
    let Some(made) = made.filter(|&it| it < model.today.plus_months(-12 * i32::from(years))) else { return };
    let label = class.map_or("", |it| it.label());
    let finding = findings.raise(
        &STALE_CONTENT,
        record.span_of(schema::Entry::TITLE),
        text! {
            zh: "这份{label}成文于 {made}，已满 {years} 年，没有注明是否有效",
            en: "this document of {made} is older than {years} years and does not say whether it is in force",
        },
    );
    finding
        .help(text! {
            zh: "清理以后在文件头写 validity = \"〔有效、失效或废止〕\"",
            en: "write validity = \"〔有效, 失效 or 废止〕\" once that is settled",
        })
        .fix(record.room().map(|it| Edit::lines(it, "validity = \"〔有效、失效或废止〕\"")));
    finding.under(WEBSITES);
    context::name_entry(finding, entry);
}

/// Tells a penalty that was shown for as long as the settings say, and that does not go by itself.
fn shown(model: &Model, entry: &Entry, findings: &mut Findings) {
    if model.settings.of(schema::Settings::PENALTY_PUBLICITY).is_none() {
        return;
    }
    let months = model.settings.count(schema::Settings::PENALTY_PUBLICITY, schema::PenaltyPublicity::MONTHS);
    let Some(first) = entry.first_public() else { return };
    if entry.record.has(schema::Entry::WITHDRAW_ON) || first.plus_months(i32::from(months)) > model.today {
        return;
    }
    let finding = findings.raise(
        &STALE_CONTENT,
        entry.record.span_of(schema::Entry::TITLE),
        text! {
            zh: "这条行政处罚从 {first} 起公示，已满 {months} 个月",
            en: "this penalty has been shown since {first}, for {months} months and more",
        },
    );
    finding
        .help(text! {
            zh: "公示期满的撤下，在文件头写 withdraw_on = {today}；还要公示的，不用改",
            en: "take it down with withdraw_on = {today} if its time is over; else leave it",
            today = model.today,
        })
        .fix(entry.record.room().map(|it| Edit::lines(it, &format!("withdraw_on = {}", model.today))))
        // How long is a matter of local rules: a reminder that the body has asked for.
        .under(&[]);
    context::name_entry(finding, entry);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::said},
        compliance::builder::Builder,
        record::Value,
    };

    fn told(today: &str, kind: EntryKind, made: &str, change: impl Fn(&mut Builder, crate::model::EntryId)) -> usize {
        let mut builder = Builder::new(today);
        let item = builder.item("a/i");
        let entry = builder.entry(item, made);
        builder.entry_mut(entry).kind = kind;
        change(&mut builder, entry);
        said(Run::Public(check), &builder.model).len()
    }

    #[test]
    fn a_guide_is_looked_at_each_year() {
        let nothing = |_: &mut Builder, _| ();
        assert_eq!(told("2020-12-31", EntryKind::Guide, "2020-01-01", nothing), 0);
        assert_eq!(told("2020-12-31", EntryKind::Guide, "2019-12-30", nothing), 1);
        assert_eq!(told("2020-12-31", EntryKind::Guide, "2018-01-01", |it, id| it.revised(id, "2020-06-01")), 0);
        assert_eq!(told("2020-12-31", EntryKind::Guide, "2018-01-01", |it, id| it.revised(id, "2021-06-01")), 1);
        assert_eq!(told("2020-12-31", EntryKind::Page, "2018-01-01", nothing), 0, "no guide");
        let column = |it: &mut Builder, id| it.key(id, schema::Entry::COLUMN, Value::Text("公开指南"));
        assert_eq!(told("2020-12-31", EntryKind::Page, "2018-01-01", column), 1);
    }

    #[test]
    fn an_old_normative_document_says_whether_it_holds() {
        let class = |it: &mut Builder, id| it.key(id, schema::Entry::DOCUMENT_CLASS, Value::Word(1));
        assert_eq!(told("2020-12-31", EntryKind::Document, "2015-12-30", class), 1);
        assert_eq!(told("2020-12-31", EntryKind::Document, "2016-01-01", class), 0);
        assert_eq!(told("2020-12-31", EntryKind::Document, "2010-01-01", |_, _| ()), 0, "of no class");
    }
}
