//! GK1505: is the site's identification code of the form that the national register gives, and the domain a domain?

use super::whole::is_whole;
use crate::{
    compliance::Compliance,
    diagnostic::{Edit, Effect, Example, Finding, Findings, Level, Rule, Ungrounded, laws::WEBSITES_2017},
    model::Model,
    number::site_id::{SiteIdFault, fault, meant},
    record::schema,
    source::Span,
};

pub static MALFORMED_SITE_ID: Rule = Rule {
    code: "GK1505",
    name: "malformed-site-id",
    label: "网站标识码不合规",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[WEBSITES_2017.whole()],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "网站标识码或者域名写得不对", en: "an identification code or a domain of the wrong form" },
    why: words! {
        zh: "网站标识码印在每个网页的标签和页脚里，检查系统按它认网站：地方的是六位行政区划代码加四位顺序号，国务院部门的以 bm 开头，其他的以 N 开头，都是十位。域名标签只写域名，不带 http://。",
        en: "The code stands in the labels and the footer of every page, and inspections know the site by it: ten characters, six digits of the area and four of the serial, or beginning with bm or N. The label of the domain has no http://.",
    },
    mend: words! {
        zh: "照网站主管单位发放的标识码改正。",
        en: "Write the code as it was given.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
scope = "site"
[site.identity]
site_id = "360700001"
host = "示例局"
contact = "0797-8000000"
icp = "示例ICP备00000001号"
police = "示例公网安备00000000000001号"
emblem = "https://www.example.gov.cn/emblem/"
report_errors = "https://www.example.gov.cn/errors/"
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
    for it in &model.websites {
        let code = it.record.get(schema::Website::SITE_ID);
        if let Some(finding) =
            code.and_then(|code| code_of(code, it.record.span_of(schema::Website::SITE_ID), findings))
        {
            finding.lesser();
        }
    }
    let Some(record) = model.site.record.get(schema::Site::IDENTITY).filter(|_| is_whole(model)) else { return };
    if let Some(code) = record.get(schema::Identity::SITE_ID).filter(|it| !it.trim().is_empty()) {
        code_of(code, record.span_of(schema::Identity::SITE_ID), findings);
    }
    let Some(domain) = record.get(schema::Identity::DOMAIN) else { return };
    let bare = domain.trim();
    let bare = bare.split_once("://").map_or(bare, |it| it.1).split('/').next().unwrap_or_default();
    if bare != domain && !bare.is_empty() {
        findings
            .raise(
                &MALFORMED_SITE_ID,
                record.span_of(schema::Identity::DOMAIN),
                text! { zh: "标签 SiteDomain 只写域名，这里写的是“{domain}”", en: "the label SiteDomain is a domain alone, not `{domain}`" },
            )
            .help(text! { zh: "改为：domain = \"{bare}\"", en: "write: domain = \"{bare}\"" })
            .fix([Edit::new(record.span_of(schema::Identity::DOMAIN), format!("\"{bare}\""), true)])
            .key(domain);
    }
}

/// Tells a code of the wrong form.
fn code_of<'f>(code: &str, span: Span, findings: &'f mut Findings) -> Option<&'f mut Finding> {
    let what = match fault(code)? {
        SiteIdFault::Form => text! { zh: "不是网站标识码的写法", en: "is not of the form of a code" },
        SiteIdFault::Length(count) => {
            text! { zh: "有 {count} 位，网站标识码是十位", en: "has {count} characters instead of ten" }
        }
        SiteIdFault::Area => text! { zh: "开头两位不是行政区划代码", en: "does not begin with the code of an area" },
    };
    let (zh, en) = (what.zh, what.en);
    let finding = findings.raise(
        &MALFORMED_SITE_ID,
        span,
        text! { zh: "网站标识码“{code}”{zh}", en: "the site's identification code `{code}` {en}" },
    );
    match meant(code) {
        Some(right) => finding
            .help(text! { zh: "改为：site_id = \"{right}\"", en: "write: site_id = \"{right}\"" })
            .fix([Edit::new(span, format!("\"{right}\""), true)]),
        None => finding.help(text! {
            zh: "照网站主管单位发放的标识码改正：六位行政区划代码加四位顺序号，例如 3607000001；国务院部门的以 bm 开头，其他的以 N 开头",
            en: "write the code as it was given: six digits of the area and four of the serial, e.g. 3607000001, or beginning with bm or N",
        }),
    };
    Some(finding.key(code))
}
