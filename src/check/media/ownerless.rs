//! GK1102: who opens an account keeps it: is it said who does?

use super::post::is_open;
use crate::{
    compliance::Compliance,
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Subject, Ungrounded,
        laws::{NEW_MEDIA_2018, POINTS_2018},
    },
    model::Model,
    record::{Key, Text as WrittenText, schema},
    vocabulary::names_nobody,
};

pub static OWNERLESS_ACCOUNT: Rule = Rule {
    code: "GK1102",
    name: "ownerless-account",
    label: "账号无人负责",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[POINTS_2018.whole(), NEW_MEDIA_2018.whole()],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "政务新媒体账号没有写明谁主办、谁管理、谁审核", en: "an account of which it is not said who owns, manages and reviews it" },
    why: words! {
        zh: "谁开设、谁管理。没有人负责的账号，发错了没人改，没人更新，也没人关。",
        en: "Who opens an account keeps it. Nobody corrects, renews or closes one that nobody answers for.",
    },
    mend: words! {
        zh: "写明 owner（主办单位）、manager（管理人）、reviewer（审核人）、filing（备案号）；没人管的，关停并写 closed。",
        en: "Write `owner`, `manager`, `reviewer` and `filing`; close one that nobody keeps and write `closed`.",
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
reviewer = "分管副局长"
filing = "示例备案1号"
"#,
        good: r#"--> catalogue/accounts.toml
manager = "办公室主任"
"#,
    },
};

/// What must be said of an account: who keeps it, then what else.
const PARTS: [(Key<schema::Account, WrittenText>, &str, &str, bool); 4] = [
    (schema::Account::OWNER, "主办单位", "owner", true),
    (schema::Account::MANAGER, "管理人", "manager", true),
    (schema::Account::REVIEWER, "审核人", "reviewer", false),
    (schema::Account::FILING, "备案号", "filing", false),
];

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    for account in model.accounts.iter().filter(|it| is_open(model, it)) {
        let record = &account.record;
        let said = |key: Key<schema::Account, WrittenText>| {
            let written = record.get(key).is_some_and(|it| !it.trim().is_empty());
            written && (key.name == schema::Account::FILING.name || !record.get(key).is_some_and(names_nobody))
                // An account of a body is that body's.
                || key.name == schema::Account::OWNER.name && record.has(schema::Account::ORGANISATION)
        };
        let missing: Vec<_> = PARTS.into_iter().filter(|it| !said(it.0)).collect();
        let Some(first) = missing.first() else { continue };
        let names: Vec<String> = missing.iter().map(|it| format!("{}（{}）", it.1, it.2)).collect();
        let keys: Vec<&str> = missing.iter().map(|it| it.2).collect();
        let (name, zh, en, key) = (&account.name, names.join("、"), keys.join(", "), first.2);
        let lines: Vec<String> = missing.iter().map(|it| format!("{} = \"〔{}〕\"", it.2, it.1)).collect();
        let is_new = missing.iter().all(|it| !record.has(it.0));
        let edit = record.room().filter(|_| is_new).map(|it| Edit::lines(it, &lines.join("\n")));
        let finding = findings.raise(
            &OWNERLESS_ACCOUNT,
            record.span_of(schema::Account::NAME),
            text! { zh: "账号“{name}”没有写明{zh}", en: "{name} does not say {en}" },
        );
        finding
            .help(text! {
                zh: "在这个 [[account]] 里写 {key} = \"……\" 等，写明是谁；没人管的，关停后写 closed = 〔关停日期〕",
                en: "write {key} = \"…\" and the like in this [[account]]; close one that nobody keeps and write closed = 〔day〕",
            })
            .fix(edit)
            .lesser_if(missing.iter().all(|it| !it.3))
            .about(Subject::Account(account.id.to_string()))
            .key(&*account.id);
    }
}
