//! GK1502: has the footer the seven parts that it must have?

use super::whole::{add, identity, is_whole};
use crate::{
    compliance::Compliance,
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws::WEBSITES_2017},
    markup::{Scheme, scheme, whole_address},
    model::Model,
    record::schema,
    vocabulary::Words,
};

pub static MISSING_FOOTER_PART: Rule = Rule {
    code: "GK1502",
    name: "missing-footer-part",
    label: "页脚缺内容",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[WEBSITES_2017.whole()],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "网站页脚缺少规定的内容", en: "a footer without a part that it must have" },
    why: words! {
        zh: "页脚至少要有党政机关网站标识、“我为政府网站找错”入口、网站标识码、主办单位及联系方式、ICP备案编号、公安机关备案标识和站点地图。站点地图自动生成，其余来自 [site.identity]。",
        en: "A footer has at least the official emblem, the entrance for reporting errors, the identification code, the body and how to reach it, the ICP number, the number of the public security filing, and the site map. The map is made; the rest comes from [site.identity].",
    },
    mend: words! {
        zh: "在 [site.identity] 中补上缺少的各项。",
        en: "Write what is missing in [site.identity].",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
scope = "site"
[site.identity]
site_id = "3607000001"
icp = "示例ICP备00000001号"
"#,
        good: r#"--> catalogue/site.toml
[site.identity]
site_id = "3607000001"
host = "示例局"
contact = "0797-8000000"
icp = "示例ICP备00000001号"
police = "示例公网安备00000000000001号"
emblem = "https://www.example.gov.cn/emblem/"
report_errors = "https://www.example.gov.cn/errors/"
"#,
    },
};

/// A part of the footer: how it is called, the key it comes from, what is written there, whether it is an address.
type Part<'m> = (Words, &'static str, Option<&'m str>, bool);

/// The parts that come from settings. Without its code the site is told of as 1501.
fn parts(model: &Model) -> [Part<'_>; 6] {
    let it = &model.site.identity;
    let owner = model.owner().map(|it| &*it.name);
    [
        (words! { zh: "党政机关网站标识", en: "the official emblem" }, "emblem", it.emblem.as_deref(), true),
        (
            words! { zh: "“我为政府网站找错”入口", en: "the entrance for reporting errors" },
            "report_errors",
            it.report_errors.as_deref(),
            true,
        ),
        (words! { zh: "主办单位", en: "the body that runs it" }, "host", it.host.as_deref().or(owner), false),
        (words! { zh: "联系方式", en: "how to reach it" }, "contact", it.contact.as_deref(), false),
        (words! { zh: "ICP备案编号", en: "the ICP number" }, "icp", it.icp.as_deref(), false),
        (
            words! { zh: "公安机关备案号", en: "the number of the public security filing" },
            "police",
            it.police.as_deref(),
            false,
        ),
    ]
}

/// Whether a footer can lead to `address`.
fn leads(address: &str) -> bool {
    matches!(scheme(address), Scheme::Web | Scheme::Contact)
        && !address.contains(|it: char| it.is_whitespace() || it.is_control())
}

/// Tells `text`, written as `key`, which no link of the footer can lead to.
fn no_address(model: &Model, part: Words, key: &'static str, text: &str, findings: &mut Findings) {
    let view = model.site.record.get(schema::Site::IDENTITY);
    let value = view.map(|it| match key {
        "emblem" => it.span_of(schema::Identity::EMBLEM),
        _ => it.span_of(schema::Identity::REPORT_ERRORS),
    });
    let finding = findings.raise(
        &MISSING_FOOTER_PART,
        value.map_or_else(|| identity(model), Into::into),
        text! {
            zh: "{zh}写的“{text}”不是网址，页脚上的链接做不出来",
            en: "{en}: `{text}` is no address, and the footer can have no link to it",
            zh = part.zh,
            en = part.en,
        },
    );
    match whole_address(text) {
        Some(meant) => finding
            .help(text! { zh: "改为：{key} = \"{meant}\"", en: "write: {key} = \"{meant}\"" })
            .fix(value.map(|it| Edit::guess(it, &meant))),
        None => finding.help(text! {
            zh: "写以 https:// 开头的网址，没有空格：{key} = \"〔网址〕\"",
            en: "write an address that begins with https://, without spaces: {key} = \"〔address〕\"",
        }),
    };
    finding.key(format!("{key} address"));
}

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    if !is_whole(model) {
        return;
    }
    let is_said = |it: &Part<'_>| it.2.is_some_and(|it| !it.trim().is_empty());
    let (said, lacks): (Vec<Part<'_>>, Vec<Part<'_>>) = parts(model).into_iter().partition(is_said);
    for (part, key, text, _) in said.iter().filter(|it| it.3) {
        if let Some(text) = text.map(str::trim).filter(|it| !leads(it)) {
            no_address(model, *part, key, text, findings);
        }
    }
    if lacks.is_empty() {
        return;
    }
    let names =
        |tongue: fn(&Words) -> &'static str, gap| lacks.iter().map(|it| tongue(&it.0)).collect::<Vec<_>>().join(gap);
    let (zh, en) = (names(|it| it.zh, "、"), names(|it| it.en, ", "));
    let line = |tongue: fn(&Words) -> &'static str, address: &'static str| -> String {
        let hole = |it: &Part<'_>| if it.3 { address } else { tongue(&it.0).trim_start_matches("the ") };
        let lines: Vec<String> = lacks.iter().map(|it| ["\n", it.1, " = \"〔", hole(it), "〕\""].concat()).collect();
        lines.concat()
    };
    let (lines_zh, lines_en) =
        (line(|it| it.zh, "以 https:// 开头的网址"), line(|it| it.en, "an address with https://"));
    // What is written as nothing is not written again.
    let edit = lacks.iter().all(|it| it.2.is_none()).then(|| add(model, lines_zh.trim_start())).flatten();
    findings
        .raise(&MISSING_FOOTER_PART, identity(model), text! { zh: "页脚缺少{zh}", en: "the footer lacks {en}" })
        .help(text! {
            zh: "在 [site.identity] 中写：{lines_zh}",
            en: "write in [site.identity]:{lines_en}",
        })
        .fix(edit)
        .key(lacks.iter().map(|it| it.1).collect::<Vec<_>>().join(" "));
}
