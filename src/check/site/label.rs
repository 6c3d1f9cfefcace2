//! GK1501: have the pages the labels that they must have?

use super::whole::{add, identity, is_whole};
use crate::{
    compliance::Compliance,
    diagnostic::{Effect, Example, Findings, Level, Rule, Ungrounded, laws::WEBSITES_2017},
    model::Model,
};

pub static MISSING_PAGE_LABEL: Rule = Rule {
    code: "GK1501",
    name: "missing-page-label",
    label: "缺页面标签",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[WEBSITES_2017.whole()],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "网页缺少规定的标签", en: "a page without a label that it must have" },
    why: words! {
        zh: "政府网站的每个网页都要有网站名称、域名、网站标识码三个标签，栏目页另有四个，文章页再有三个。检查时抽查首页、栏目页和文章页。",
        en: "Every page of a government website has the labels SiteName, SiteDomain and SiteIDCode, lists four more, articles another three. Inspections sample them.",
    },
    mend: words! {
        zh: "在 [site.identity] 中写 site_id = 十位网站标识码，域名取自 url；自己的主题漏掉了的，照内置主题补上。",
        en: "Write the ten characters of `site_id` in [site.identity]; the domain comes from `url`. In a theme of your own print what the built-in one prints.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
scope = "site"
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

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    let said = model.site.identity.site_id.as_deref().is_some_and(|it| !it.trim().is_empty());
    if !is_whole(model) || said {
        return;
    }
    findings
        .raise(
            &MISSING_PAGE_LABEL,
            identity(model),
            text! {
                zh: "没有写网站标识码，每个网页都缺标签 SiteIDCode",
                en: "without the site's identification code every page lacks the label SiteIDCode",
            },
        )
        .help(text! {
            zh: "在 [site.identity] 中写：\nsite_id = \"〔十位网站标识码〕\"",
            en: "write in [site.identity]:\nsite_id = \"〔ten characters〕\"",
        })
        .fix(add(model, "site_id = \"〔十位网站标识码〕\""))
        .key("SiteIDCode");
}
