//! GK1506: does the site say what it does with what it learns of its users?

use super::whole::is_whole;
use crate::{
    compliance::Compliance,
    diagnostic::{Effect, Example, Findings, Level, Rule, Ungrounded, laws::PRIVACY_17},
    model::{Entry, Model},
    record::schema,
    vocabulary::{EntryKind, PageColumn, Word as _},
};

pub static MISSING_PRIVACY_STATEMENT: Rule = Rule {
    code: "GK1506",
    name: "missing-privacy-statement",
    label: "缺隐私声明",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[PRIVACY_17],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "网站没有隐私声明", en: "a site without a privacy statement" },
    why: words! {
        zh: "网上留言、申请公开、意见征集都会收到个人信息。网站要说明收集什么、用来做什么、怎样保护，以及本站不用 Cookie、不跟踪访问者。",
        en: "Messages, applications and consultations bring personal information. The site says what it takes, what for, and how it is kept, and that it sets no cookies and tracks nobody.",
    },
    mend: words! {
        zh: "写一个网页（kind = \"page\"，column = \"隐私声明\"）。",
        en: "Write a page with kind = \"page\" and column = \"隐私声明\".",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
scope = "site"
[site.identity]
site_id = "3607000001"
host = "示例局"
contact = "0797-8000000"
icp = "示例ICP备00000001号"
police = "示例公网安备00000000000001号"
emblem = "https://www.example.gov.cn/emblem/"
report_errors = "https://www.example.gov.cn/errors/"
"#,
        good: r#"--> content/2018/隐私.md
title = "隐私声明"
kind = "page"
column = "隐私声明"
+++
本站不使用 Cookie，不跟踪访问者。
"#,
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    if !is_whole(model) || model.published().any(|(_, it)| is_statement(it)) {
        return;
    }
    findings
        .raise(
            &MISSING_PRIVACY_STATEMENT,
            model.site.place(),
            text! { zh: "网站没有隐私声明", en: "the site has no privacy statement" },
        )
        .help(text! {
            zh: "写一条公开的信息，文件头写 kind = \"page\" 和 column = \"隐私声明\"",
            en: "publish an entry with kind = \"page\" and column = \"隐私声明\"",
        });
}

/// Whether the entry is a page that says so, by its column or its title.
fn is_statement(entry: &Entry) -> bool {
    const SAYS: [&str; 6] = ["声明", "政策", "保护", "条款", "须知", "说明"];
    let titled = |title: &str| {
        (title.contains("隐私") || title.contains("个人信息保护")) && SAYS.iter().any(|it| title.contains(it))
    };
    entry.kind == EntryKind::Page
        && (entry.record.get(schema::Entry::COLUMN).and_then(PageColumn::parse) == Some(PageColumn::Privacy)
            || titled(entry.title()))
}
