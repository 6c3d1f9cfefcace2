//! 2003: a site that still has the address of an example.

use crate::{
    compliance::Compliance,
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded},
    model::Model,
    record::schema,
};

pub static EXAMPLE_ADDRESS: Rule = Rule {
    code: "GK2003",
    name: "example-address",
    label: "网址是示例",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "网址还是示例网址", en: "the address of an example" },
    why: words! {
        zh: "网站地图、订阅和引用都用这个网址。发布以后再改，先前传出去的网址全部打不开。",
        en: "Site map, feeds and citations bear this address. Changed after publication, all that went out lead nowhere.",
    },
    mend: words! {
        zh: "把 [site] 的 url 换成正式网址；本站只作演示的，写 sample = true。",
        en: "Write the real address as `url` in [site]; for a mere sample write `sample = true`.",
    },
    example: Example {
        bad: "--> catalogue/site.toml\n- sample\n",
        good: "--> catalogue/site.toml\nurl = \"https://www.zhengfu.gov.cn/bureau/\"\n",
    },
};

/// Hosts that belong to no body: RFC 2606, and their like below gov.cn.
const EXAMPLES: [&str; 5] = ["example.gov.cn", "example.com", "example.org", "example.net", "example.cn"];

pub(super) fn example_address(model: &Model, _: &Compliance, findings: &mut Findings) {
    let site = &model.site;
    if site.record.get(schema::Site::SAMPLE) == Some(true) || !site.record.has(schema::Site::URL) {
        return;
    }
    let host = site.url.split("://").nth(1).and_then(|rest| rest.split(['/', ':']).next()).unwrap_or_default();
    if EXAMPLES.iter().any(|example| host == *example || host.ends_with(&format!(".{example}"))) {
        let url = &site.url;
        findings
            .raise(
                &EXAMPLE_ADDRESS,
                site.record.span_of(schema::Site::URL),
                text! { zh: "网址 {url} 是示例，不是本站的正式网址", en: "{url} is the address of an example, not of this site" },
            )
            .help(text! {
                zh: "改为：url = \"〔本站的正式网址〕\"；本站只作演示的，在 [site] 中写 sample = true",
                en: "write `url = \"〔the real address〕\"`, or `sample = true` in [site] for a mere sample",
            })
            .fix([Edit::guess(site.record.span_of(schema::Site::URL), "〔本站的正式网址〕")]);
    }
}
