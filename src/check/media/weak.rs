//! GK1104: do enough people follow an account for it to be worth keeping?

use super::post::is_open;
use crate::{
    check::context,
    compliance::Compliance,
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Subject, Ungrounded,
        laws::{NEW_MEDIA_2018, POINTS_2018},
    },
    model::Model,
    record::schema,
};

pub static WEAK_ACCOUNT: Rule = Rule {
    code: "GK1104",
    name: "weak-account",
    label: "账号关注少",
    effect: Effect::Verdict,
    level: Level::Note,
    lesser: Level::Note,
    grounds: &[POINTS_2018.whole(), NEW_MEDIA_2018.whole()],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "开了一年以上的账号，关注的人还很少", en: "an account of more than a year that few people follow" },
    why: words! { zh: "维护能力差、关注用户少的账号，应当关停整合，把力量放在有人看的地方。", en: "Accounts that are badly kept and followed by few are closed or merged, for the work to go where people look." },
    mend: words! {
        zh: "研究是否关停整合；继续办的，登记新的关注数。人数、月数用 [settings.weak-account] followers、months 改。",
        en: "Consider closing or merging it; record new numbers where it goes on. [settings.weak-account] followers and months change the measure.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> catalogue/accounts.toml
[[account]]
id = "office"
platform = "微信"
name = "示例发布"
owner = "示例局办公室"
manager = "办公室主任"
reviewer = "分管副局长"
filing = "示例备案1号"
opened = 2017-05-01
followers = [{ on = 2018-12-01, value = 46 }]
"#,
        good: r"--> catalogue/accounts.toml
followers = [{ on = 2018-12-01, value = 1260 }]
",
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    let least = model.settings.count(schema::Settings::WEAK_ACCOUNT, schema::WeakAccount::FOLLOWERS);
    let months = model.settings.count(schema::Settings::WEAK_ACCOUNT, schema::WeakAccount::MONTHS);
    for account in model.accounts.iter().filter(|it| is_open(model, it)) {
        let record = &account.record;
        let Some(opened) = record.get(schema::Account::OPENED) else { continue };
        let newest = record
            .all(schema::Account::FOLLOWERS)
            .filter_map(|it| Some((it.get(schema::Followers::ON)?, it.get(schema::Followers::VALUE)?)))
            .filter(|it| it.0 <= model.today)
            .max_by_key(|it| it.0);
        let Some((on, value)) = newest.filter(|it| it.1 < i64::from(least)) else { continue };
        if opened.plus_months(months.into()) > model.today {
            continue;
        }
        let (name, how) = (&account.name, context::explain(&WEAK_ACCOUNT, &account.id));
        findings
            .raise(
                &WEAK_ACCOUNT,
                record.span_of(schema::Account::FOLLOWERS),
                text! {
                    zh: "账号“{name}”开设于 {opened}，{on} 只有 {value} 人关注",
                    en: "{name}, opened on {opened}, was followed by {value} on {on}",
                },
            )
            .help(text! {
                zh: "研究是否关停、并入别的账号，写 closed、into；继续办的，说明原因：\n{how_zh}",
                en: "consider closing it or merging it into another, with `closed` and `into`; explain why it goes on:\n{how_en}",
                how_zh = how.zh,
                how_en = how.en,
            })
            .about(Subject::Account(account.id.to_string()))
            .key(&*account.id);
    }
}
