//! GK0106: was the catalogue looked at within the year?

use crate::{
    compliance::Compliance,
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws},
    model::Model,
    record::schema,
};

pub static STALE_CATALOGUE: Rule = Rule {
    code: "GK0106",
    name: "stale-catalogue",
    label: "目录久未调整",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[
        laws::REGULATIONS_2008_19,
        laws::REGULATIONS_2019_12,
        laws::REGULATIONS_2019_53,
        laws::OPINION_2016_RULES.whole(),
    ],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "主动公开目录超过一年没有调整更新", en: "the catalogue was not revised for a year" },
    why: words! {
        zh: "目录要及时更新，并且每年自查哪些应公开的还没有公开。职责变了、文件废了而目录不变，就会漏公开。",
        en: "The catalogue is kept up to date and checked each year against what is undisclosed. Duties change; a catalogue that doesn't will miss some.",
    },
    mend: words! {
        zh: "对照职责调整目录，然后把 [site] 里的 revised 改成调整的日期；核对后无需调整的，也改成核对的日期。",
        en: "Revise the catalogue, then set `revised` in [site] to that day; also if it was checked and nothing had to change.",
    },
    example: Example {
        bad: "--> catalogue/site.toml\nrevised = 2017-11-02\n",
        good: "--> catalogue/site.toml\nrevised = 2018-11-02\n",
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    let most = i64::from(model.settings.count(schema::Settings::STALE_CATALOGUE, schema::StaleCatalogue::DAYS));
    let site = &model.site.record;
    let Some(revised) = model.site.revised else {
        findings
            .raise(
                &STALE_CATALOGUE,
                model.site.place(),
                text! { zh: "没有写主动公开目录最近一次调整的日期", en: "it is not said when the catalogue was last revised" },
            )
            .label(text! { zh: "缺少 revised", en: "`revised` is missing" })
            .help(text! {
                zh: "在 [site] 里写上：revised = 〔最近一次调整的日期〕，例如 revised = {today}",
                en: "write it in [site]: revised = 〔the day〕, for instance revised = {today}",
                today = model.today,
            })
            .fix(site.room().map(|at| Edit::lines(at, "revised = 〔最近一次调整的日期〕")));
        return;
    };
    let days = i64::from(model.today.days_since(revised));
    if days > most {
        findings
            .raise(
                &STALE_CATALOGUE,
                site.span_of(schema::Site::REVISED),
                text! { zh: "主动公开目录已有 {days} 天没有调整更新", en: "the catalogue was not revised for {days} days" },
            )
            .label(text! { zh: "最近一次调整", en: "last revised" })
            .help(text! {
                zh: "对照现行职责核对目录，再改为：revised = 〔核对或者调整的日期〕",
                en: "check the catalogue against present duties, then write: revised = 〔that day〕",
            })
            .fix([Edit::new(site.span_of(schema::Site::REVISED), "〔核对或者调整的日期〕", false)])
            .key("revised");
    }
}
