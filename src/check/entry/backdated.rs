//! 0316: a day of publication earlier than the day the tool first saw the entry public.

use crate::{
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{CENSUS_2015, INDICATORS_2019},
    },
    model::{Entry, Model},
    record::schema,
};

pub static BACKDATED_PUBLICATION: Rule = Rule {
    code: "GK0316",
    name: "backdated-publication",
    label: "发布日期倒填",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[CENSUS_2015.whole(), INDICATORS_2019.whole()],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "发布日期早于实际发布", en: "a day of publication before the entry was public" },
    why: words! {
        zh: "编号簿记着每条信息首次发布的日子。页面写的发布日期比它早得多，看上去像是倒填；伪造发布日期在网站检查中单项否决。",
        en: "The lock remembers when each entry was first public. A much earlier day looks back-dated; forged days fail an inspection outright.",
    },
    mend: words! {
        zh: "写真实的发布日期。从旧网站搬来的，加 migrated_from = \"旧网址\"；确有原因的，用 gongkai allow backdated-publication 说明。",
        en: "Write the true day. Mark what came from an old site with `migrated_from`; explain the rest with `gongkai allow backdated-publication`.",
    },
    example: Example {
        bad: "==> catalogue/index.lock\n# gongkai index.lock 1\nbureau/2018-00001\t/bureau/2018/00001.html\t2018/通知\treleased\t2018-09-20\t2018-09-20\t2018-06-20\t关于做好夏季防汛工作的通知\n",
        good: "==> catalogue/index.lock\n# gongkai index.lock 1\nbureau/2018-00001\t/bureau/2018/00001.html\t2018/通知\treleased\t2018-06-23\t2018-06-22\t2018-06-20\t关于做好夏季防汛工作的通知\n",
    },
};

pub(super) fn backdated_publication(model: &Model, entry: &Entry, findings: &mut Findings) {
    let Some(published) = entry.published_day() else { return };
    if entry.record.has(schema::Entry::MIGRATED_FROM) {
        return;
    }
    let place = entry.at(schema::Entry::PUBLISHED);
    let typed = entry.record.has(schema::Entry::PUBLISHED).then(|| entry.record.span_of(schema::Entry::PUBLISHED));
    if let Some(first) = entry.first_published.filter(|&first| published < first) {
        findings
            .raise(
                &BACKDATED_PUBLICATION,
                place,
                text! { zh: "发布日期由 {first} 改早为 {published}", en: "the day of publication went back from {first} to {published}" },
            )
            .label(text! { zh: "首次发布时写的是 {first}", en: "first published as {first}" })
            .help(text! { zh: "改回 published = {first}", en: "write `published = {first}`" })
            .fix(typed.map(|at| Edit::new(at, first.to_string(), false)))
            .on(first)
            .key("first");
    } else if let Some(released) = entry.released
        // The run that made the lock found papers published long before.
        && model.lock_began.is_some_and(|began| began < released)
        && i64::from(released.days_since(published)) > i64::from(model.settings.count(schema::Settings::BACKDATED_PUBLICATION, schema::BackdatedPublication::DAYS))
    {
        let days = released.days_since(published);
        findings
            .raise(
                &BACKDATED_PUBLICATION,
                place,
                text! {
                    zh: "发布日期比实际发布早 {days} 天",
                    en: "the day of publication is {days} days before the entry was public",
                },
            )
            .label(text! { zh: "{released} 才首次发布", en: "first public on {released}" })
            .help(text! {
                zh: "照实写 published = {released}；从旧网站搬来的，加 migrated_from = \"旧网址\"",
                en: "write `published = {released}`; for what came from an old site add `migrated_from`",
            })
            .fix(typed.map(|at| Edit::new(at, released.to_string(), false)))
            .on(released)
            .key("released");
    }
}
