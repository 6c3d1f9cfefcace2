//! GK0210: did an entry appear in all the channels that its item requires?

use crate::{
    check::context,
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws},
    model::{Entry, ItemId, Model, RequiredChannel},
    record::schema,
    vocabulary::{Channel, Origin, Word},
};

pub static MISSING_CHANNEL: Rule = Rule {
    code: "GK0210",
    name: "missing-channel",
    label: "渠道未到位",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[laws::REGULATIONS_2008_15, laws::REGULATIONS_2019_23],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "没有在目录要求的渠道公开", en: "not published by every required channel" },
    why: words! {
        zh: "目录写明了通过哪些渠道公开。只在网站发了，公示栏、公众号没有发，离不开这些渠道的群众就看不到。",
        en: "The catalogue says by which channels an item is published. Those who rely on a notice board or an account don't see the website.",
    },
    mend: words! {
        zh: "在要求的渠道公开后，用 channels 记下渠道、日期和网址；不是每条都要发的渠道，在目录里写成可选。",
        en: "Publish it there and record channel, day and address in `channels`; a channel not meant for every entry is `optional` in the catalogue.",
    },
    example: Example {
        bad: r#"--> catalogue/more.toml
id = "relief"
title = "困难企业帮扶"
disclosure = ["服务公开"]
channels = ["政府网站", "两微一端"]
way = "主动"

==> content/2018/帮扶.md
+++
title = "第二季度帮扶名单公示"
item = "policy/relief"
kind = "notice"
made = 2018-05-03
published = 2018-05-10
[review]
secrecy = { by = "保密员", on = 2018-05-08 }
+++
共帮扶企业3家。
"#,
        good: r#"--> content/2018/帮扶.md
channels = [{ channel = "两微一端", on = 2018-05-10 }]
"#,
    },
};

pub(super) fn check(model: &Model, entry: &Entry, findings: &mut Findings) {
    if entry.record.get(schema::Entry::ORIGIN) == Some(Origin::Reprint) {
        return;
    }
    let used: Vec<(Channel, Option<&str>)> = used(entry);
    for &item in &entry.items {
        let required = model.item(item).channels.iter().filter(|it| !it.optional);
        let missing: Vec<&RequiredChannel> = required.filter(|it| !is_used(it, &used)).collect();
        if !missing.is_empty() {
            tell(model, entry, item, &missing, findings);
        }
    }
}

/// The channels that an entry appeared in: this website, and those it records.
fn used(entry: &Entry) -> Vec<(Channel, Option<&str>)> {
    let recorded = entry
        .record
        .all(schema::Entry::CHANNELS)
        .filter_map(|it| it.get(schema::PublishedAt::CHANNEL))
        .map(Channel::kept);
    std::iter::once((Channel::Website, None)).chain(recorded).collect()
}

fn is_used(required: &RequiredChannel, used: &[(Channel, Option<&str>)]) -> bool {
    used.iter().any(|(channel, other)| *channel == required.channel && required.other.as_deref() == *other)
}

/// The edit that records publication by the channels `names`, their days as holes.
fn recorded(entry: &Entry, names: &[String]) -> Option<Edit> {
    if names.iter().any(|it| it.contains(['"', '\\'])) {
        return None;
    }
    let each: Vec<String> = names.iter().map(|name| format!("{{ channel = \"{name}\", on = 〔公开日期〕 }}")).collect();
    let each = each.join(", ");
    if !entry.record.has(schema::Entry::CHANNELS) {
        return Some(Edit::lines(entry.record.room()?, &format!("channels = [{each}]")));
    }
    let whole = entry.record.span_of(schema::Entry::CHANNELS);
    let first = entry.record.spanned(schema::Entry::CHANNELS).next().map(|it| it.span).filter(|it| *it != whole)?;
    Some(Edit::new(first.start(), format!("{each}, "), false))
}

fn tell(model: &Model, entry: &Entry, item: ItemId, missing: &[&RequiredChannel], findings: &mut Findings) {
    let name = |it: &&RequiredChannel| it.other.as_deref().unwrap_or(it.channel.label()).to_owned();
    let names: Vec<String> = missing.iter().map(name).collect();
    let (zh, en, first) = (names.join("、"), names.join(", "), &names[0]);
    let finding = findings.raise(
        &MISSING_CHANNEL,
        context::key_or_title(&entry.record, schema::Entry::CHANNELS),
        text! { zh: "没有在目录要求的渠道公开：{zh}", en: "not published by required channels: {en}" },
    );
    finding
        .label(text! { zh: "没有在{zh}公开的记录", en: "no record of {en}" })
        .mark(missing[0].span, text! { zh: "目录要求的渠道", en: "required here" })
        .help(text! {
            zh: "公开后记下来：channels = [{{ channel = \"{first}\", on = 〔公开日期〕 }}]，日期如 {today}；不是每条都要发的，在目录里写 optional = true",
            en: "publish it there and record it: channels = [{{ channel = \"{first}\", on = 〔day〕 }}], a day like {today}; or make it optional = true in the catalogue",
            today = model.today,
        })
        .fix(recorded(entry, &names))
        .key(format!("{} {zh}", model.item(item).id));
    if let Some(day) = entry.published_day() {
        finding.on(day);
    }
    context::name_item(finding, model, item);
    context::name_entry(finding, entry);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::said},
        compliance::builder::{Builder, Fields, list},
        model::ItemId,
        record::Value,
        source::{FileId, Range, Span},
    };

    fn require(builder: &mut Builder, item: ItemId, channel: Channel, other: Option<&str>, optional: bool) {
        let span = Span { file: FileId(0), range: Range::default() };
        let other = other.map(Into::into);
        builder.item_mut(item).channels.push(RequiredChannel { channel, other, optional, span });
    }

    #[test]
    fn required_channels_are_compared_with_those_recorded() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/one");
        let entry = builder.entry(item, "2018-05-01");
        require(&mut builder, item, Channel::Website, None, false);
        require(&mut builder, item, Channel::Broadcast, None, true);
        assert!(said(Run::Public(check), &builder.model).is_empty(), "being published here meets the website");
        require(&mut builder, item, Channel::WechatWeiboApp, None, false);
        require(&mut builder, item, Channel::Other, Some("信用中国网站"), false);
        assert_eq!(said(Run::Public(check), &builder.model), ["没有在目录要求的渠道公开：两微一端、信用中国网站"]);
        let used =
            ["政务新媒体", "信用中国网站"].map(|it| Fields::new().with(schema::PublishedAt::CHANNEL, Value::Text(it)));
        builder.key(entry, schema::Entry::CHANNELS, list(used.into()));
        assert!(said(Run::Public(check), &builder.model).is_empty());
    }
}
