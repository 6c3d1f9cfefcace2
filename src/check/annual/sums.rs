//! GK1302: figures of an annual report that do not add up, or that its form does not know.

use super::{
    figures::{Written, rows},
    form::{APPLICANTS, Column, Form, Group, Row, SUMS_OF_2008, bare},
    report,
    tables::HEADS,
};
use crate::{
    check::context,
    compliance::Compliance,
    diagnostic::{
        Effect, Example, Finding, Findings, Level, Rule, Ungrounded,
        laws::{ANNUAL_REPORT_2019, ANNUAL_REPORT_2021, REGULATIONS_2008_32, REGULATIONS_2019_50},
    },
    model::{Entry, Model, OrganisationId},
    record::schema,
    source::Span,
    vocabulary::Text,
};

pub static SUMS_THAT_DIFFER: Rule = Rule {
    code: "GK1302",
    name: "sums-that-differ",
    label: "年报数字不符",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_32, REGULATIONS_2019_50, ANNUAL_REPORT_2019.whole(), ANNUAL_REPORT_2021.whole()],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "年度报告的数字加起来不对", en: "figures of an annual report that do not add up" },
    why: words! {
        zh: "年度报告的表有勾稽关系：各栏相加等于总计，新收加结转等于办理结果加结转下年，今年的“上年结转”等于去年的“结转下年”。对不上，说明填错了。",
        en: "The tables of the report check themselves: columns add up to the total, new and carried applications to those decided and carried on, and what was carried over to what last year's report carried on. Where they do not, something was filled in wrongly.",
    },
    mend: words! {
        zh: "对照原始登记核对，改正写错的数。已经公布的报告数字有误的，先按程序更正报告，再改这里；属实的，用 gongkai allow sums-that-differ 说明。",
        en: "Check them against the register and correct what is wrong, in the published report first; explain what is right as it stands with `gongkai allow sums-that-differ`.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
as_of = 2022-03-01
==> content/2022/年报.md
+++
title = "示例局2021年政府信息公开工作年度报告"
item = "policy/notices"
kind = "report"
made = 2022-01-12
published = 2022-01-20
summary = "报告2021年政府信息公开工作。"
year = 2021
[review]
secrecy = { by = "保密员", on = 2022-01-18 }
[figures."本年新收政府信息公开申请数量"]
"自然人" = 3
"商业企业" = 1
"总计" = 4
[figures."予以公开"]
"自然人" = 3
"商业企业" = 1
"总计" = 4
[figures."总计"]
"自然人" = 3
"商业企业" = 1
"总计" = 5
+++
一、总体情况：见下。
"#,
        good: r#"--> content/2022/年报.md
[figures."总计"]
"自然人" = 3
"商业企业" = 1
"总计" = 4
"#,
    },
};

/// A row that the form knows.
struct Known<'r> {
    row: Row,
    name: &'r str,
    at: Span,
    /// Who applied, column by column; none where only the total is said.
    applicants: Option<[i64; APPLICANTS]>,
    /// 总计 as written.
    total: Option<i64>,
    /// The sum of the other columns.
    sum: Option<i64>,
}

impl Known<'_> {
    /// Its value in a column, the last of which is the total.
    fn get(&self, column: usize) -> Option<i64> {
        if column < APPLICANTS {
            return self.applicants.map(|it| it[column]);
        }
        // A total that is told of by itself says nothing of others.
        self.total.filter(|it| self.sum.is_none_or(|sum| sum == *it))
    }
}

pub(super) fn check(model: &Model, entry: &Entry, findings: &mut Findings) {
    if !entry.is_published() || !entry.record.has(schema::Entry::FIGURES) || !report::is_annual(model, entry) {
        return;
    }
    let Some(year) = report::year(entry) else { return };
    let written = rows(&entry.record);
    match Form::of(year) {
        Form::Free => of_2008(entry, &written, findings),
        Form::Closed => closed(entry, &written, findings),
    }
}

/// Tells where this year's 上年结转 is another than 结转下年度继续办理 of the report before.
pub(super) fn carried(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    let items = model.items().filter(|it| it.1.is_annual_report());
    let mut reports: Vec<(i32, &Entry)> = items
        .flat_map(|it| &compliance.item(it.0).entries)
        .map(|&id| model.entry(id))
        .filter(|it| it.record.has(schema::Entry::FIGURES) && report::is_annual(model, it))
        .filter_map(|it| Some((report::year(it)?, it)))
        .collect();
    reports.sort_by_key(|it| (it.0, it.1.file));
    reports.dedup_by_key(|it| it.1.file);
    for (at, (year, entry)) in reports.iter().enumerate() {
        let mut before = reports[..at].iter().filter(|it| it.0 == year - 1 && it.1.organisation == entry.organisation);
        let (Some((_, before)), None) = (before.next(), before.next()) else { continue };
        let (last, this) = (rows(&before.record), rows(&entry.record));
        let (last, this) = (known(&last), known(&this));
        let one = |rows: &[Known<'_>], row| rows.iter().position(|it| it.row == row);
        let (Some(next), Some(carried)) = (one(&last, Row::Next), one(&this, Row::Carried)) else { continue };
        let differ = differ(|column| Some((this[carried].get(column)?, last[next].get(column)?)));
        if differ.is_empty() {
            continue;
        }
        let list = list(&differ);
        let said = text! {
            zh: "“上年结转”与{last}年报告的“结转下年度继续办理”不同：{list}",
            en: "carried over is another than last year's report ({last}) carried on: {list}",
            last = year - 1,
        };
        raise(entry, this[carried].at, "carried", said, findings).lesser();
    }
}

/// What the report of `organisation` on `year` carried on into the next, column by column; none where it does not say, or says it twice.
pub fn carried_on(
    model: &Model,
    organisation: Option<OrganisationId>,
    year: i32,
) -> Option<[Option<i64>; HEADS.len()]> {
    let of = |entry: &Entry| report::is_annual(model, entry) && report::year(entry) == Some(year);
    let same = |entry: &Entry| entry.organisation.or(model.site.organisation) == organisation;
    let mut reports = model.published().map(|it| it.1).filter(|it| of(it) && same(it));
    let (report, None) = (reports.next()?, reports.next()) else { return None };
    let written = rows(&report.record);
    let rows = known(&written);
    let next = rows.iter().find(|it| it.row == Row::Next)?;
    Some(std::array::from_fn(|column| next.get(column)))
}

/// The rows that the form knows, without those of other tables.
fn known<'r>(written: &[Written<'r>]) -> Vec<Known<'r>> {
    written.iter().filter_map(|it| Some(read(it, Row::named(it.name)?))).collect()
}

fn read<'r>(written: &Written<'r>, row: Row) -> Known<'r> {
    let mut applicants = [0; APPLICANTS];
    let (mut total, mut bodies, mut outcomes, mut named) = (None, None, None, false);
    // What is no count adds up to nothing that could be told.
    let all_counts = written.cells.iter().all(|it| it.1.is_some());
    if !all_counts {
        return Known { row, name: written.name, at: written.at, applicants: None, total: None, sum: None };
    }
    for &(name, count) in &written.cells {
        match Column::named(name, row) {
            Some(Column::Applicant(at)) => {
                applicants[at] += count.unwrap_or(0);
                named = true;
            }
            Some(Column::Bodies) => bodies = count,
            Some(Column::Total) => total = count,
            Some(Column::Outcome) => outcomes = Some(outcomes.unwrap_or(0) + count.unwrap_or(0)),
            Some(Column::Made) | None => {}
        }
    }
    // Where only the sum of the organisations was written, their columns say nothing.
    let whole = bodies.filter(|it| *it != 0 && applicants[1..].iter().all(|it| *it == 0));
    let sum = if row.is_of_applications() {
        (named || whole.is_some()).then(|| applicants.iter().sum::<i64>() + whole.unwrap_or(0))
    } else {
        outcomes
    };
    let applicants = (named && whole.is_none()).then_some(applicants);
    Known { row, name: written.name, at: written.at, applicants, total, sum }
}

fn closed(entry: &Entry, written: &[Written<'_>], findings: &mut Findings) {
    for it in written {
        match Row::named(it.name) {
            None => unknown(entry, it.at, it.name, None, findings),
            Some(row) => {
                for (name, _) in it.cells.iter().filter(|cell| Column::named(cell.0, row).is_none()) {
                    unknown(entry, it.at, it.name, Some(name), findings);
                }
            }
        }
    }
    let rows = known(written);
    for it in &rows {
        if let (Some(sum), Some(total)) = (it.sum, it.total)
            && sum != total
        {
            let name = it.name;
            let said = text! {
                zh: "“{name}”各栏相加是 {sum}，总计写的是 {total}",
                en: "the columns of {name} add up to {sum}, and its total is {total}",
            };
            raise(entry, it.at, &format!("row {name}"), said, findings);
        }
    }
    results(entry, &rows, findings);
    balance(entry, &rows, findings);
}

/// 三（七） is the sum of （一） to （六）, and a group that of its rows.
fn results(entry: &Entry, rows: &[Known<'_>], findings: &mut Findings) {
    for group in Group::ALL {
        let head = rows.iter().find(|it| it.row == Row::Sum(group));
        let inner = || rows.iter().filter(move |it| it.row == Row::Result(Some(group)));
        let Some(head) = head.filter(|_| inner().next().is_some()) else { continue };
        let differ = differ(|column| Some((head.get(column)?, sum(inner(), column)?)));
        if !differ.is_empty() {
            let (name, list) = (head.name, list(&differ));
            let said = text! {
                zh: "“{name}”与下面各项之和不符：{list}",
                en: "{name} is not the sum of its rows: {list}",
            };
            raise(entry, head.at, &format!("group {name}"), said, findings);
        }
    }
    let Some(total) = rows.iter().find(|it| it.row == Row::Total) else { return };
    let parts = parts(rows);
    if parts.is_empty() {
        return;
    }
    let differ = differ(|column| Some((total.get(column)?, sum(parts.iter().copied(), column)?)));
    if !differ.is_empty() {
        let (name, list) = (total.name, list(&differ));
        let said = text! {
            zh: "“{name}”与（一）至（六）各项之和不符：{list}",
            en: "{name} is not the sum of its parts one to six: {list}",
        };
        raise(entry, total.at, "results", said, findings);
    }
}

/// The rows that 三（七） is the sum of: of a group its rows, else its sum.
fn parts<'k, 'r>(rows: &'k [Known<'r>]) -> Vec<&'k Known<'r>> {
    let split = |group| rows.iter().any(|it| it.row == Row::Result(Some(group)));
    let is_part = |it: &&Known<'_>| match it.row {
        Row::Result(_) => true,
        Row::Sum(group) => !split(group),
        _ => false,
    };
    rows.iter().filter(is_part).collect()
}

/// 一 and 二 are as much as 三（七） and 四.
fn balance(entry: &Entry, rows: &[Known<'_>], findings: &mut Findings) {
    let find = |row| rows.iter().find(|it| it.row == row);
    let (new, carried, total, next) = (find(Row::New), find(Row::Carried), find(Row::Total), find(Row::Next));
    let parts = parts(rows);
    let Some(first) = new.filter(|_| total.is_some() || !parts.is_empty()) else { return };
    // What is not written is nought.
    let or_nought = |row: Option<&Known<'_>>, column| row.map_or(Some(0), |it| it.get(column));
    let done = |column| match total {
        Some(total) => total.get(column),
        None => sum(parts.iter().copied(), column),
    };
    let differ = differ(|column| {
        Some((first.get(column)? + or_nought(carried, column)?, done(column)? + or_nought(next, column)?))
    });
    if differ.is_empty() {
        return;
    }
    let list = list(&differ);
    let said = text! {
        zh: "本年新收加上年结转，不等于办理结果加结转下年：{list}",
        en: "new and carried over are not as many as decided and carried on: {list}",
    };
    let finding = raise(entry, first.at, "balance", said, findings);
    if carried.is_none() || next.is_none() {
        finding.lesser().note(
            words! { zh: "说明", en: "note" },
            text! {
                zh: "没有写的“上年结转”“结转下年度继续办理”按 0 算",
                en: "what is not written of carried over and carried on counts as nought",
            },
        );
    }
}

fn sum<'k>(rows: impl Iterator<Item = &'k Known<'k>>, column: usize) -> Option<i64> {
    rows.map(|it| it.get(column)).sum()
}

/// The columns in which two figures differ.
fn differ(pair: impl Fn(usize) -> Option<(i64, i64)>) -> Vec<(&'static str, i64, i64)> {
    let columns = HEADS.iter().enumerate();
    let both = columns.filter_map(|(at, head)| pair(at).map(|(one, other)| (*head, one, other)));
    both.filter(|it| it.1 != it.2).collect()
}

fn list(differ: &[(&str, i64, i64)]) -> String {
    let one = |(head, one, other): &(&str, i64, i64)| format!("{head} {one} ≠ {other}");
    differ.iter().map(one).collect::<Vec<_>>().join("，")
}

/// The tables before 2019, each office's own: the sums that all of them have.
fn of_2008(entry: &Entry, written: &[Written<'_>], findings: &mut Findings) {
    let plain: Vec<(String, &Written<'_>, Option<i64>)> =
        written.iter().filter_map(|it| Some((bare(it.name), it, alone(it)?))).collect();
    for (heads, parts) in SUMS_OF_2008 {
        let is_head = |name: &str| heads.iter().any(|it| name.contains(it));
        let is_part = |name: &str| {
            parts
                .iter()
                .any(|(words, but)| words.iter().any(|it| name.contains(it)) && !but.iter().any(|it| name.contains(it)))
        };
        let found: Vec<i64> = plain.iter().filter(|it| is_part(&it.0)).filter_map(|it| it.2).collect();
        let head = plain.iter().find(|it| is_head(&it.0) && !is_part(&it.0));
        let Some((name, row, Some(total))) = head.map(|it| (it.1.name, it.1, it.2)) else { continue };
        let sum: i64 = found.iter().sum();
        // One of several ways of counting is no sum.
        if found.len() > 1 && sum != total {
            let said = text! {
                zh: "“{name}”写的是 {total}，各项相加是 {sum}",
                en: "{name} is {total}, and its parts add up to {sum}",
            };
            raise(entry, row.at, &format!("sum {name}"), said, findings);
        }
    }
    for it in written.iter().filter(|it| Row::named(it.name) == Some(Row::Case) && it.cells.len() > 2) {
        let known = read(it, Row::Case);
        if let (Some(sum), Some(total)) = (known.sum, known.total)
            && sum != total
        {
            let name = it.name;
            let said = text! {
                zh: "“{name}”各栏相加是 {sum}，总计写的是 {total}",
                en: "the columns of {name} add up to {sum}, and its total is {total}",
            };
            raise(entry, it.at, &format!("row {name}"), said, findings);
        }
    }
}

/// The number of a row that is one, or its total.
fn alone(row: &Written<'_>) -> Option<Option<i64>> {
    match &row.cells[..] {
        [(_, count)] => Some(*count),
        cells => cells.iter().find(|it| Column::named(it.0, Row::New) == Some(Column::Total)).map(|it| it.1),
    }
}

fn unknown(entry: &Entry, at: Span, row: &str, column: Option<&str>, findings: &mut Findings) {
    let said = match column {
        None => text! {
            zh: "“{row}”不是年度报告格式里的一行，没有核对",
            en: "{row} is no row of the form of annual reports, and was not checked",
        },
        Some(column) => text! {
            zh: "“{row}”没有“{column}”这一栏，没有核对",
            en: "{row} has no column {column} in the form, and it was not checked",
        },
    };
    let finding = findings
        .raise(&SUMS_THAT_DIFFER, at, said)
        .lesser()
        .help(text! {
            zh: "行和栏照国办公开办函〔2021〕30号的格式写，序号可以省略，例如 [figures.\"本年新收政府信息公开申请数量\"] 下面写 \"自然人\" = 3；不是这张表的数字写在正文里",
            en: "name rows and columns as the form does, ordinals may be left out; figures of no such table stand in the text",
        })
        .key(format!("unknown {row} {}", column.unwrap_or_default()));
    finding.on = entry.published_day();
    context::name_entry(finding, entry);
}

fn raise<'f>(entry: &Entry, at: Span, key: &str, said: Text, findings: &'f mut Findings) -> &'f mut Finding {
    let how = context::explain(&SUMS_THAT_DIFFER, &entry.name);
    let finding = findings.raise(&SUMS_THAT_DIFFER, at, said).key(key).help(text! {
        zh: "对照登记核对，改正写错的数；属实的，说明原因：\n{how_zh}",
        en: "check the register and correct what is wrong, or explain:\n{how_en}",
        how_zh = how.zh,
        how_en = how.en,
    });
    finding.on = entry.published_day();
    context::name_entry(finding, entry);
    finding
}
