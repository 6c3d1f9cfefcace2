//! GK1301: an annual report on disclosure that is past its day.

use std::collections::BTreeSet;

use super::{
    due::{Due, due, last_owed},
    report,
};
use crate::{
    check::context,
    compliance::Compliance,
    day::{Day, Period, YearPart},
    diagnostic::{
        Effect, Example, Findings, Level, Portion, Rule, Subject, Ungrounded,
        laws::{REGULATIONS_2008_31, REGULATIONS_2019_49},
    },
    model::{Item, ItemId, Model, OrganisationId},
    record::schema,
    vocabulary::{Profile, Text},
};

pub static MISSING_ANNUAL_REPORT: Rule = Rule {
    code: "GK1301",
    name: "missing-annual-report",
    label: "缺年度报告",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_31, REGULATIONS_2019_49],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "政府信息公开工作年度报告过了法定期限还没有公布", en: "an annual report on disclosure that is past its day and not public" },
    why: words! {
        zh: "年度报告是法定的，每年都要有，没有零报告。2019年修订的条例施行以后，部门最迟1月31日、政府最迟3月31日公布上一年度的；以前都是3月31日。",
        en: "The law owes the public an annual report, each year and without a nil report. Since the regulations of 2019 departments publish it by 31 January and governments by 31 March of the next year; before, all by 31 March.",
    },
    mend: words! {
        zh: "照实补发年度报告：kind = \"report\"，写 year = 报告的年度。在别处公开或者当年还没有成立的，用 gongkai allow missing-annual-report 说明，或者在事项里写 since。",
        en: "Publish the report as an entry of kind report with its `year`. Where it stands elsewhere, or the body did not exist yet, explain that with `gongkai allow missing-annual-report`, or give the item its `since`.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
as_of = 2019-04-10
"#,
        good: r#"==> catalogue/report.toml
[[item]]
id = "annual-report"
field = "policy"
title = "政府信息公开年度报告"
disclosure = ["结果公开"]
elements = ["标题", "正文"]
basis = ["《中华人民共和国政府信息公开条例》第三十一条"]
time_limit = "每年3月31日前"
occurs = "periodic"
update = "每年"
since = 2018-01-01
organisation = "bureau"
channels = ["政府网站"]
audience = "全社会"
way = "主动"
level = ["县级"]
kind = ["report"]
==> content/2019/年报.md
+++
title = "示例局2018年政府信息公开工作年度报告"
item = "policy/annual-report"
kind = "report"
made = 2019-03-18
published = 2019-03-25
summary = "报告2018年政府信息公开工作。"
year = 2018
[review]
secrecy = { by = "保密员", on = 2019-03-22 }
+++
## 主动公开情况

全年主动公开信息86条。

## 依申请公开情况

全年收到申请3件，均已答复。

## 收费及减免情况

没有收费。

## 复议、诉讼情况

没有发生。

## 存在问题和改进情况

解读偏少，今后与文件同步发布。

## 其他需要报告的事项

无。
"#,
    },
};

/// A report that a body owes and that is not there.
struct Missing {
    body: OrganisationId,
    item: Option<ItemId>,
    year: i32,
    due: Due,
}

pub(super) fn check(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    for it in missing(model, compliance) {
        tell(model, &it, findings);
    }
}

/// Whether this rule tells that the report of `item` on `period` is missing: then no other rule says so again.
pub(in crate::check) fn is_told(model: &Model, compliance: &Compliance, id: ItemId, period: Option<Period>) -> bool {
    if model.site.profile != Profile::Full || !model.item(id).is_annual_report() {
        return false;
    }
    missing(model, compliance)
        .iter()
        .any(|it| it.item == Some(id) && period.is_none_or(|period| period.first().year() == it.year))
}

/// The reports that are missing, body by body. A body that the catalogue says nothing of owes the last one, if its site was there to
/// publish it.
fn missing(model: &Model, compliance: &Compliance) -> Vec<Missing> {
    let mut all = Vec::new();
    let reports = reports(model);
    let platform = model.site.scope == crate::vocabulary::Scope::Platform;
    let mut begun: Option<Option<Day>> = None;
    for &body in &compliance.bodies {
        let Some((last, _)) = last_owed(model.organisation(body), model.today) else { continue };
        let items: Vec<(ItemId, &Item)> =
            model.items().filter(|it| it.1.is_annual_report() && it.1.is_open() && is_of(model, it.1, body)).collect();
        let item = items.first().map(|it| it.0);
        let since = items.iter().filter_map(|it| it.1.since).min();
        let own = reports.iter().filter(|it| !platform || it.0 == Some(body));
        let shown: BTreeSet<i32> = own.map(|it| it.1).collect();
        for year in since.map_or(last, Day::year)..=last {
            let Some(due) = due(model.organisation(body), year).filter(|_| !shown.contains(&year)) else { continue };
            // The tool can't know that the body published elsewhere before it had a site.
            let begun = || *begun.get_or_insert_with(|| model.published().filter_map(|it| it.1.first_public()).min());
            if since.is_some() || { begun }().is_some_and(|it| it <= due.last) {
                all.push(Missing { body, item, year, due });
            }
        }
    }
    all
}

fn is_of(model: &Model, item: &Item, body: OrganisationId) -> bool {
    let own = item.organisation.or(model.site.organisation);
    // On the site of one body all is its own but what institutions publish.
    own == Some(body)
        || model.site.scope != crate::vocabulary::Scope::Platform
            && own.is_some_and(|it| crate::compliance::judged(model.organisation(it)))
}

/// The reports that are public, wherever they stand, each with whose it is: there may be many bodies, and one look is enough.
fn reports(model: &Model) -> Vec<(Option<OrganisationId>, i32)> {
    let annual = model.published().map(|it| it.1).filter(|it| report::is_annual(model, it));
    let owner = model.site.organisation;
    annual.filter_map(|it| Some((it.organisation.or(owner), report::year(it)?))).collect()
}

fn tell(model: &Model, it: &Missing, findings: &mut Findings) {
    let body = model.organisation(it.body);
    let (year, last, name) = (it.year, it.due.last, &body.short);
    let item = it.item.map(|id| model.item(id));
    let place = item.map_or_else(
        || body.record.span_of(schema::Organisation::NAME),
        |item| item.record.span_of(schema::Item::TITLE),
    );
    let finding = findings
        .raise(
            &MISSING_ANNUAL_REPORT,
            place,
            text! {
                zh: "{name}还没有公布{year}年的政府信息公开工作年度报告",
                en: "{name} has not published its annual report on disclosure for {year}",
            },
        )
        .label(text! { zh: "最迟应在 {last} 公布", en: "due by {last}" })
        .on(last)
        .key(format!("{} {year}", body.id));
    finding.portion = Period::new(year, YearPart::Year).map(Portion::Period);
    let subject = item.map_or(&*body.id, |it| &*it.id);
    let how = context::explain(&MISSING_ANNUAL_REPORT, subject);
    let title = context::shell_word(&format!("{}{year}年政府信息公开工作年度报告", body.short));
    let new = item.map_or_else(
        || {
            text! {
                zh: "在目录里登记“政府信息公开年度报告”这个事项，再发布报告",
                en: "add an item for the annual report to the catalogue and publish it there",
            }
        },
        |item| {
            let id = &item.id;
            text! {
                zh: "建一个草稿，照实写好，写上 year = {year}：\ngongkai new {id} {title}",
                en: "make a draft, fill it in, and write year = {year}:\ngongkai new {id} {title}",
            }
        },
    );
    let Text { zh, en } = new;
    finding.help(text! {
        zh: "{zh}\n在别处公开、当年还没有成立的，说明原因：\n{how_zh}",
        en: "{en}\nwhere it stands elsewhere, or the body did not exist yet:\n{how_en}",
        how_zh = how.zh,
        how_en = how.en,
    });
    if !it.due.sure {
        finding.lesser().note(
            words! { zh: "说明", en: "note" },
            text! {
                zh: "条例没有写明乡镇、街道的期限，按政府的期限提醒",
                en: "the regulations name no day for governments below the county; that of governments is taken",
            },
        );
    }
    match it.item {
        Some(id) => context::name_item(finding, model, id),
        None => _ = finding.about(Subject::Organisation(body.id.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe},
        compliance::builder::Builder,
        record::Value,
        vocabulary::{EntryKind, OrganisationKind},
    };

    fn told(builder: &Builder) -> Vec<String> {
        probe::said(Run::Whole(check), &builder.model)
    }

    fn project(today: &str, since: Option<&str>) -> (Builder, ItemId) {
        let mut builder = Builder::new(today);
        let item = builder.item("open/annual-report");
        builder.item_mut(item).title = "政府信息公开年度报告".into();
        builder.item_mut(item).since = since.map(|it| it.parse().unwrap());
        (builder, item)
    }

    #[test]
    fn each_year_since_the_item_is_owed_once_its_day_has_passed() {
        assert!(told(&project("2018-03-31", Some("2017-01-01")).0).is_empty());
        assert_eq!(told(&project("2018-04-01", Some("2017-01-01")).0).len(), 1);
        assert_eq!(told(&project("2020-02-01", Some("2017-01-01")).0).len(), 3);
        assert!(told(&project("2020-02-01", Some("2020-01-01")).0).is_empty(), "the first report is still to come");
    }

    #[test]
    fn a_report_is_known_by_its_year_its_title_or_its_day() {
        let (mut builder, item) = project("2019-04-10", Some("2018-01-01"));
        let late = builder.entry(item, "2019-03-20");
        assert_eq!(told(&builder).len(), 1, "no report");
        builder.model.entries[late.at()].kind = EntryKind::Report;
        assert!(told(&builder).is_empty(), "by its day");
        builder.key(late, schema::Entry::TITLE, Value::Text("2017年政府信息公开工作年度报告"));
        assert_eq!(told(&builder).len(), 1, "by its title");
        builder.key(late, schema::Entry::YEAR, Value::Integer(2018));
        assert!(told(&builder).is_empty(), "as it says");
    }

    #[test]
    fn without_a_first_year_only_a_site_that_was_there_owes_one() {
        let (mut builder, _) = project("2019-04-10", None);
        assert!(told(&builder).is_empty());
        let other = builder.item("a/one");
        builder.entry(other, "2018-06-01");
        assert_eq!(told(&builder).len(), 1);
        builder.model.organisations[0].kind = OrganisationKind::Institution;
        assert!(told(&builder).is_empty(), "institutions owe none");
    }

    #[test]
    fn a_body_without_an_item_is_told_itself() {
        let mut builder = Builder::new("2019-04-10");
        let item = builder.item("a/one");
        builder.entry(item, "2018-06-01");
        assert_eq!(told(&builder), ["bureau还没有公布2018年的政府信息公开工作年度报告"]);
    }
}
