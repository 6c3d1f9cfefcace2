//! GK1101: has an account posted something within two weeks?

use super::post::{Posts, is_open};
use crate::{
    check::context,
    compliance::Compliance,
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Subject, Ungrounded,
        laws::{INDICATORS_2019, NEW_MEDIA_2018},
    },
    model::Model,
    record::schema,
    vocabulary::Channel,
};

pub static SILENT_ACCOUNT: Rule = Rule {
    code: "GK1101",
    name: "silent-account",
    label: "账号久未更新",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[NEW_MEDIA_2018.whole(), INDICATORS_2019.whole()],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "政务新媒体账号两周没有更新", en: "an account that has posted nothing for two weeks" },
    why: words! {
        zh: "检查前两周没有更新的政务新媒体，单项否决。没有力量维护的，应当关停整合，不当“僵尸”“睡眠”账号。",
        en: "An account that was silent in the two weeks before an inspection fails it outright. One that nobody can keep is closed or merged.",
    },
    mend: words! {
        zh: "发布信息并登记（kind = \"post\" 的条目，或“新媒体发布”清单里的一行）；不再维护的，按程序关停，写 closed = 关停日期 和 into = 并入的账号。天数用 [settings.silent-account] days 改。",
        en: "Post, and record it as an entry of kind post or in the register of posts; close what is not kept and write `closed` and `into`. [settings.silent-account] days changes the days.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
as_of = 2020-12-31
revised = 2020-07-20
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
--> content/2020/微信.md
title = "微信：冬季取暖防火提示"
kind = "post"
made = 2020-11-20
published = 2020-11-20
account = "office"
[review]
secrecy = { by = "保密员", on = 2020-11-20 }
approved = { by = "分管副局长", on = 2020-11-20 }
"#,
        good: r#"--> content/2020/微信.md
made = 2020-12-24
published = 2020-12-24
[review]
secrecy = { by = "保密员", on = 2020-12-24 }
approved = { by = "分管副局长", on = 2020-12-24 }
"#,
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    if model.accounts.is_empty() {
        return;
    }
    let posts = Posts::of(model);
    // Where no post of any account is recorded nobody can tell when the last one was.
    if posts.is_empty() {
        return;
    }
    let days = i32::from(model.settings.count(schema::Settings::SILENT_ACCOUNT, schema::SilentAccount::DAYS));
    let since = model.today.plus(-days);
    for account in model.accounts.iter().filter(|it| is_open(model, it)) {
        if account.record.get(schema::Account::OPENED).is_some_and(|it| it > since) {
            continue;
        }
        let last = posts.last(account);
        if last.is_some_and(|it| it >= since) {
            continue;
        }
        let name = &account.name;
        let message = match last {
            Some(day) => {
                let count = model.today.days_since(day);
                text! {
                    zh: "账号“{name}”上次更新在 {day}，已有 {count} 天没有更新",
                    en: "{name} posted last on {day}, {count} days ago",
                }
            }
            None => text! { zh: "账号“{name}”没有登记过发布的信息", en: "no post of {name} is recorded" },
        };
        let how = context::explain(&SILENT_ACCOUNT, &account.id);
        let finding = findings.raise(&SILENT_ACCOUNT, account.record.span_of(schema::Account::NAME), message);
        finding
            .help(text! {
                zh: "发布后登记；不再维护的，写 closed = 〔关停日期〕 和 into = \"〔并入的账号〕\"；另有原因的，说明：\n{how_zh}",
                en: "post and record it; write closed = 〔day〕 and `into` for one that is not kept; explain what else it is:\n{how_en}",
                how_zh = how.zh,
                how_en = how.en,
            })
            // What was never recorded may have been posted; what entries say of their channels may have been here.
            .lesser_if(last.is_none() || posted_elsewhere(model, since))
            .about(Subject::Account(account.id.to_string()))
            .key(&*account.id);
    }
}

/// Whether an entry says that it was posted on some account since `since`.
fn posted_elsewhere(model: &Model, since: crate::day::Day) -> bool {
    let recent = |it: &crate::record::View<'_, schema::PublishedAt>| {
        it.get(schema::PublishedAt::ON).is_some_and(|on| (since..=model.today).contains(&on))
            && it.get(schema::PublishedAt::CHANNEL).map(Channel::kept).is_some_and(|it| it.0 == Channel::WechatWeiboApp)
    };
    model
        .published()
        .filter(|(_, entry)| entry.kind != crate::vocabulary::EntryKind::Post)
        .any(|(_, entry)| entry.record.all(schema::Entry::CHANNELS).any(|it| recent(&it)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::found},
        compliance::builder::{Builder, Fields},
        model::Account,
        record::Value,
        vocabulary::EntryKind,
    };

    fn told(today: &str, opened: &str, closed: Option<&str>, posts: &[(&str, &str)]) -> Vec<bool> {
        let mut builder = Builder::new(today);
        let item = builder.item("a/posts");
        for id in ["wx", "wb"] {
            let record = Fields::new().with(schema::Account::OPENED, Value::Day(opened.parse().unwrap())).record();
            let closed = closed.map(|it| it.parse().unwrap());
            builder.model.accounts.push(Account { id: id.into(), name: id.into(), platform: None, closed, record });
        }
        for (account, day) in posts {
            let entry = builder.entry(item, day);
            builder.entry_mut(entry).kind = EntryKind::Post;
            builder.key(entry, schema::Entry::ACCOUNT, Value::Text(account));
        }
        found(Run::Whole(check), &builder.model).iter().map(|it| it.lesser).collect()
    }

    #[test]
    fn two_weeks_of_silence_are_told() {
        let both = |day| [("wx", day), ("wb", day)];
        assert!(told("2020-12-31", "2018-01-01", None, &both("2020-12-17")).is_empty());
        assert_eq!(told("2020-12-31", "2018-01-01", None, &both("2020-12-16")), [false, false]);
        assert_eq!(told("2020-12-31", "2018-01-01", None, &[("wx", "2020-12-30")]), [true], "never recorded");
        assert!(told("2020-12-31", "2018-01-01", None, &[]).is_empty(), "posts are kept elsewhere");
        assert!(told("2020-12-31", "2020-12-20", None, &[("wx", "2020-12-30")]).is_empty(), "just opened");
        assert!(told("2020-12-31", "2018-01-01", Some("2020-06-30"), &both("2019-12-16")).is_empty(), "closed");
    }
}
