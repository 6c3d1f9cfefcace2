//! GK1601: was something new put on the home page within two weeks?

use crate::{
    compliance::Compliance,
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{CENSUS_2015, INDICATORS_2019},
    },
    model::Model,
    record::schema,
    vocabulary::Scope,
};

pub static SILENT_HOME_PAGE: Rule = Rule {
    code: "GK1601",
    name: "silent-home-page",
    label: "首页久未更新",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[CENSUS_2015.whole(), INDICATORS_2019.whole()],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "网站首页两周没有更新", en: "a home page on which nothing is new for two weeks" },
    why: words! {
        zh: "检查时首页两周没有更新，单项否决：其他做得再好，也不合格。首页列的是最新公开的信息，所以看最近一次公开在哪天。",
        en: "A home page without an update in two weeks fails an inspection outright. It lists what was published last, so that day counts.",
    },
    mend: words! {
        zh: "公开新的信息。天数用 [settings.silent-home-page] days 改。",
        en: "Publish something. [settings.silent-home-page] days changes the days.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
as_of = 2020-06-30
revised = 2020-05-20
profile = "full"
scope = "site"
"#,
        good: r#"--> content/2020/通知.md
made = 2020-06-20
published = 2020-06-22
[review]
secrecy = { by = "保密员", on = 2020-06-21 }
"#,
    },
};

pub(super) fn check(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    if model.site.scope == Scope::Column {
        return;
    }
    let newest = compliance.items.iter().filter_map(|it| model.entry(*it.entries.last()?).published_day()).max();
    let days = model.settings.count(schema::Settings::SILENT_HOME_PAGE, schema::SilentHomePage::DAYS);
    let Some(last) = newest.filter(|&it| it < model.today.plus(-i32::from(days))) else { return };
    let count = model.today.days_since(last);
    findings
        .raise(
            &SILENT_HOME_PAGE,
            model.site.place(),
            text! { zh: "首页上次更新在 {last}，已有 {count} 天没有更新", en: "the home page was last updated on {last}, {count} days ago" },
        )
        .help(text! {
            zh: "公开新的信息；检查时首页 {days} 天没有更新，单项否决",
            en: "publish something: {days} days without an update fail an inspection outright",
        });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::said},
        compliance::builder::Builder,
    };

    fn told(today: &str, published: &[&str], scope: Scope) -> Vec<String> {
        let mut builder = Builder::new(today);
        let item = builder.item("a/news");
        for day in published {
            builder.entry(item, day);
        }
        builder.model.site.scope = scope;
        said(Run::Whole(check), &builder.model)
    }

    #[test]
    fn two_weeks_are_the_limit() {
        assert!(told("2020-06-30", &["2020-06-16", "2020-01-01"], Scope::Site).is_empty());
        assert_eq!(told("2020-06-30", &["2020-06-15"], Scope::Site), ["首页上次更新在 2020-06-15，已有 15 天没有更新"]);
        assert_eq!(told("2020-06-30", &["2020-06-15"], Scope::Platform).len(), 1);
        assert!(told("2020-06-30", &["2020-06-15"], Scope::Column).is_empty(), "its home page is the portal's");
        assert!(told("2020-06-30", &[], Scope::Site).is_empty(), "nothing was ever published");
    }
}
