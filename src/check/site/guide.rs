//! GK1504: does the disclosure guide say what it must?

use super::whole::is_whole;
use crate::{
    compliance::Compliance,
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Subject, Ungrounded,
        laws::{REGULATIONS_2008_19, REGULATIONS_2019_12},
    },
    model::{EntryId, Model, Organisation},
    record::{Key, Text, schema},
    source::{Range, Span},
    vocabulary::Words,
};

pub static INCOMPLETE_GUIDE: Rule = Rule {
    code: "GK1504",
    name: "incomplete-guide",
    label: "指南不完整",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_19, REGULATIONS_2019_12],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "政府信息公开指南缺少规定的内容", en: "a disclosure guide without what it must say" },
    why: words! {
        zh: "指南要写明信息的分类、编排体系、获取方式，公开工作机构的名称、办公地址、办公时间、联系电话、传真号码和互联网联系方式，群众照着它找信息、找人。",
        en: "A guide says how information is classed, arranged and obtained, and the name, address, hours, telephone, fax and internet contact of the office: people find information and whom to ask by it.",
    },
    mend: words! {
        zh: "在指南中补写；办公地址、时间、电话、传真、邮箱也可以写在 [[organisation]] 中，显示在指南页上。",
        en: "Add it to the guide; address, hours, telephone, fax and mail may also stand in [[organisation]], whose contact the page shows.",
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
--> content/2018/指南.md
title = "政府信息公开指南"
kind = "page"
column = "政府信息公开指南"
+++
本局主动公开的信息按公开事项分类，索引号由代码、年份和流水号组成，可以在本站查阅。

公开工作机构：示例局办公室，地址：示例大道1号，电话：0797-8000000，传真：0797-8000001。
"#,
        good: "--> content/2018/指南.md
+++
本局主动公开的信息按公开事项分类，索引号由代码、年份和流水号组成，可以在本站查阅。

公开工作机构：示例局办公室，地址：示例大道1号，办公时间：工作日8:30—17:30，电话：0797-8000000，传真：0797-8000001，电子邮箱：gk@example.gov.cn。
",
    },
};

/// Something that a guide must say: what it is called, the words by one of which it is known, the key of the body that the page
/// shows as well. What has no key is a matter of wording.
struct Part {
    name: Words,
    words: &'static [&'static str],
    key: Option<Key<schema::Organisation, Text>>,
}

const PARTS: [Part; 8] = [
    Part {
        name: words! { zh: "信息的分类", en: "how information is classed" },
        words: &["分类", "类别", "公开范围"],
        key: None,
    },
    Part {
        name: words! { zh: "编排体系", en: "how it is arranged" },
        words: &["编排", "索引号", "索取号", "编码", "目录"],
        key: None,
    },
    Part {
        name: words! { zh: "获取方式", en: "how it is obtained" },
        words: &["获取", "查阅", "查询", "公开形式", "公开方式", "公开渠道", "公开途径"],
        key: None,
    },
    Part {
        name: words! { zh: "办公地址", en: "the office's address" },
        words: &["地址", "地点", "路号", "大道"],
        key: Some(schema::Organisation::ADDRESS),
    },
    Part {
        name: words! { zh: "办公时间", en: "its hours" },
        words: &[
            "办公时间",
            "工作时间",
            "受理时间",
            "接待时间",
            "服务时间",
            "上班时间",
            "上午",
            "周一至周五",
            "星期一至星期五",
        ],
        key: Some(schema::Organisation::HOURS),
    },
    Part {
        name: words! { zh: "联系电话", en: "its telephone" },
        words: &["电话", "热线"],
        key: Some(schema::Organisation::PHONE),
    },
    Part {
        name: words! { zh: "传真号码", en: "its fax" }, words: &["传真"], key: Some(schema::Organisation::FAX)
    },
    Part {
        name: words! { zh: "互联网联系方式", en: "its contact on the internet" },
        words: &["邮箱", "邮件", "@", "＠", "互联网", "网址", "http", "www.", "mail", "在线申请", "网上申请"],
        key: Some(schema::Organisation::EMAIL),
    },
];

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    if !is_whole(model) || model.guide_texts.is_empty() {
        return;
    }
    let words = |(id, text): &(EntryId, String)| {
        let body = text.get(model.entry(*id).body.start as usize..).unwrap_or_default();
        // An address of the web is none where somebody sits.
        body.to_lowercase().replace("网站地址", "网址")
    };
    let texts: Vec<String> = model.guide_texts.iter().map(words).collect();
    let (first, text) = &model.guide_texts[0];
    let entry = model.entry(*first);
    // What stands in a file beside a text that says next to nothing nobody here can read.
    let attached = model.guide_texts.iter().map(|it| model.entry(it.0)).filter(|it| !it.attachments.is_empty());
    if attached.map(|it| it.body.characters).min().is_some_and(|it| it < 300) {
        return;
    }
    let body = entry.organisation.or(model.site.organisation).map(|it| model.organisation(it));
    let has = |part: &Part, body: Option<&Organisation>| {
        let shown = part.key.and_then(|key| body?.record.get(key)).is_some_and(|it| !it.trim().is_empty());
        shown || part.words.iter().any(|word| texts.iter().any(|text| text.contains(word)))
    };
    let lacks: Vec<&Part> = PARTS.iter().filter(|it| !has(it, body)).collect();
    if lacks.is_empty() {
        return;
    }
    let names =
        |tongue: fn(&Words) -> &'static str, gap| lacks.iter().map(|it| tongue(&it.name)).collect::<Vec<_>>().join(gap);
    let (zh, en) = (names(|it| it.zh, "、"), names(|it| it.en, ", "));
    let line = |it: &&Part| ["\n", it.name.zh, "：〔", it.name.zh, "〕\n"].concat();
    let lines: Vec<String> = lacks.iter().map(line).collect();
    let end = Range::new(text.len(), text.len());
    findings
        .raise(
            &INCOMPLETE_GUIDE,
            entry.record.span_of(schema::Entry::TITLE),
            text! { zh: "指南没有写{zh}", en: "the guide does not say {en}" },
        )
        .help(text! { zh: "在指南正文中补写：{zh}", en: "add to the guide: {en}" })
        .fix([Edit::lines(Span { file: entry.file, range: end }, &lines.concat())])
        // In what words a guide says how things are classed and arranged is its own affair.
        .lesser_if(lacks.iter().all(|it| it.key.is_none()))
        .about(Subject::Entry(entry.name.to_string()))
        .key(zh);
}
