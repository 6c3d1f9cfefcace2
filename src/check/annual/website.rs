//! GK1304: the annual report of a government website that is past its day.

use super::report;
use crate::{
    check::context,
    compliance::{Compliance, judged},
    day::{Day, Period, YearPart},
    diagnostic::{
        Effect, Example, Findings, Level, Portion, Rule, Subject, Ungrounded,
        laws::{WEBSITE_REPORT_2018, WEBSITES_2017},
    },
    model::Model,
    record::schema,
    vocabulary::Scope,
};

pub static MISSING_WEBSITE_REPORT: Rule = Rule {
    code: "GK1304",
    name: "missing-website-report",
    label: "缺网站年报",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[WEBSITES_2017.whole(), WEBSITE_REPORT_2018.whole()],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "政府网站工作年度报表过了期限还没有发布", en: "a website's annual report that is past its day and not public" },
    why: words! {
        zh: "各级各类政府网站每年1月31日前在本网站发布上一年度的《政府网站工作年度报表》；门户里的一个栏目不用单独发布。",
        en: "Every government website publishes a report of its work in the year before by 31 January; a column of a portal owes none.",
    },
    mend: words! {
        zh: "发布报表：kind = \"report\"，form = \"网站年报\"，写 year = 报表的年度。本站是门户里的栏目的，[site] 里写 scope = \"column\"。",
        en: "Publish it as an entry of kind report with form = \"website\" and its `year`. Where this site is a column of a portal write scope = \"column\" in [site].",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
as_of = 2019-02-10
"#,
        good: r#"==> content/2019/网站年报.md
+++
title = "示例局政府网站工作年度报表（2018年度）"
item = "policy/notices"
kind = "report"
made = 2019-01-18
published = 2019-01-25
summary = "报告本网站2018年的工作。"
form = "website"
year = 2018
[review]
secrecy = { by = "保密员", on = 2019-01-22 }
[figures]
"信息发布总数" = 420
+++
全年发布信息420条。
"#,
    },
};

/// The first year that was reported on.
const FIRST: i32 = 2017;

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    let owner = model.owner().filter(|it| judged(it) && model.site.scope != Scope::Column);
    let Some(body) = owner else { return };
    let last = |year: i32| Day::new(year + 1, 1, 31).ok();
    let years = [model.today.year() - 1, model.today.year() - 2];
    let owed = years.into_iter().find_map(|year| Some((year, last(year).filter(|it| *it < model.today)?)));
    let Some((year, last)) = owed.filter(|it| it.0 >= FIRST) else { return };
    let mut begun = None;
    for (_, entry) in model.published() {
        if report::is_of_website(entry) && report::year(entry) == Some(year) {
            return;
        }
        begun = begun.into_iter().chain(entry.first_public()).min();
    }
    // A site that was not there in that year had nothing to report.
    if begun.is_none_or(|it: Day| it.year() > year) {
        return;
    }
    let how = context::explain(&MISSING_WEBSITE_REPORT, &body.id);
    findings
        .raise(
            &MISSING_WEBSITE_REPORT,
            model.site.record.span_of(schema::Site::TITLE),
            text! {
                zh: "还没有发布{year}年的政府网站工作年度报表",
                en: "the website's annual report for {year} is not public",
            },
        )
        .label(text! { zh: "最迟应在 {last} 发布", en: "due by {last}" })
        .help(text! {
            zh: "发布报表，条目里写 kind = \"report\"、form = \"网站年报\"、year = {year}；本站是门户里的栏目的，[site] 里写 scope = \"column\"；在别处发布的，说明原因：\n{how_zh}",
            en: "publish it as an entry with kind = \"report\", form = \"website\" and year = {year}; where this is a column of a portal write scope = \"column\" in [site]; where it stands elsewhere:\n{how_en}",
            how_zh = how.zh,
            how_en = how.en,
        })
        .about(Subject::Organisation(body.id.to_string()))
        .on(last)
        .key(format!("website {year}"))
        .portion = Period::new(year, YearPart::Year).map(Portion::Period);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::said},
        compliance::builder::Builder,
        record::Value,
        vocabulary::{EntryKind, OrganisationKind},
    };

    fn site(today: &str, scope: Scope) -> Builder {
        let mut builder = Builder::new(today);
        builder.model.site.scope = scope;
        let item = builder.item("a/one");
        builder.entry(item, "2018-06-01");
        builder
    }

    fn told(builder: &Builder) -> usize {
        said(Run::Whole(check), &builder.model).len()
    }

    #[test]
    fn a_site_owes_its_report_by_the_end_of_january() {
        assert_eq!(told(&site("2019-01-31", Scope::Site)), 0);
        assert_eq!(told(&site("2019-02-01", Scope::Site)), 1);
        assert_eq!(told(&site("2019-02-01", Scope::Platform)), 1);
        assert_eq!(told(&site("2019-02-01", Scope::Column)), 0, "the portal's duty");
        let mut institution = site("2019-02-01", Scope::Site);
        institution.model.organisations[0].kind = OrganisationKind::Institution;
        assert_eq!(told(&institution), 0);
    }

    #[test]
    fn a_report_of_that_year_is_found_by_its_title() {
        let mut builder = site("2019-02-10", Scope::Site);
        let entry = builder.entry(crate::model::ItemId(0), "2019-01-20");
        builder.model.entries[entry.at()].kind = EntryKind::Report;
        builder.key(entry, schema::Entry::TITLE, Value::Text("政府网站工作年度报表（2018年度）"));
        assert_eq!(told(&builder), 0);
        builder.key(entry, schema::Entry::TITLE, Value::Text("2018年政府网站监管年度报表"));
        assert_eq!(told(&builder), 1, "that is the government's on all websites");
    }
}
