//! GK0102: does what everyone may know reach the website?

use crate::{
    check::context,
    compliance::Compliance,
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws},
    model::{Audience, Model},
    record::schema,
    vocabulary::{Channel, Way, Word},
};

pub static NO_WEBSITE_CHANNEL: Rule = Rule {
    code: "GK0102",
    name: "no-website-channel",
    label: "渠道无网站",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[laws::REGULATIONS_2008_15, laws::REGULATIONS_2019_23, laws::REGULATIONS_2019_24],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "主动向全社会公开的事项没有列政府网站", en: "an item open to everyone does not list the government website" },
    why: words! {
        zh: "主动公开的信息要通过政府网站等便于公众知晓的方式公开。只贴在公示栏或者只发公众号，群众事后查不到。",
        en: "What is published to everyone goes on the government website, where it can still be found later; a notice board or an account alone is not enough.",
    },
    mend: words! { zh: "在 channels 里加上“政府网站”。", en: "Add 政府网站 to `channels`." },
    example: Example {
        bad: r#"--> catalogue/more.toml
channels = ["两微一端"]
"#,
        good: r#"--> catalogue/more.toml
channels = ["政府网站", "两微一端"]
"#,
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    for (id, item) in model.items() {
        let open = item.way == Some(Way::Active) && item.audience == Some(Audience::All);
        let listed = item.channels.is_empty() || item.channels.iter().any(|it| it.channel == Channel::Website);
        if !open || listed {
            continue;
        }
        let finding = findings.raise(
            &NO_WEBSITE_CHANNEL,
            item.record.span_of(schema::Item::CHANNELS),
            text! { zh: "主动向全社会公开，公开渠道里却没有政府网站", en: "open to everyone, but the website is none of its channels" },
        );
        finding
            .label(text! { zh: "没有“政府网站”", en: "no 政府网站" })
            .help(text! { zh: "在 channels 里加上 \"政府网站\"", en: "add \"政府网站\" to `channels`" })
            .fix(item.channels.first().map(|it| {
                let whole = item.record.span_of(schema::Item::CHANNELS);
                // One channel may stand without the brackets of a list.
                if it.span != whole {
                    return Edit::new(it.span.start(), "\"政府网站\", ", false);
                }
                let label =
                    it.other.as_deref().map_or_else(|| it.channel.label().to_owned(), |it| format!("其他：{it}"));
                Edit::new(whole, format!("[\"政府网站\", \"{label}\"]"), false)
            }))
            .key(&*item.id);
        context::name_item(finding, model, id);
    }
}
