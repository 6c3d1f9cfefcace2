//! `[site]`, `[settings]`, `[[year]]`.

use std::collections::BTreeMap;

use super::names::Names;
use crate::{
    day::Year,
    diagnostic::Findings,
    model::{Identity, Site},
    number::Template,
    record::{Field, Record, Value, View},
    source::FileId,
    syntax::{MISSING_KEY, UNKNOWN_VALUE, WRONG_TYPE},
    vocabulary::{Profile, Scope, Visibility},
};

/// The site, and how its index numbers are made.
pub(super) fn site(record: Option<Record>, names: &Names, findings: &mut Findings) -> (Site, Template) {
    let record = record.unwrap_or_else(|| {
        findings
            .raise(
                &MISSING_KEY,
                crate::source::Place::Project,
                text! { zh: "目录中没有 [site] 一节，不知道是谁的网站", en: "the catalogue has no [site] table: whose site is it?" },
            )
            .help(text! {
                zh: "在 catalogue/site.toml 中写 [site]，至少有 title（站点名称）、organisation（机构标识）、url（网址）",
                en: "write [site] in catalogue/site.toml with at least `title`, `organisation` and `url`"
            });
        Record::empty(FileId(0))
    });
    let template = template(&record, findings);
    let mut url = record.text("url").unwrap_or("https://www.example.gov.cn/").to_owned();
    if !is_address(&url) {
        findings
            .raise(
                &WRONG_TYPE,
                record.at("url"),
                text! { zh: "“{url}”不是网站的网址", en: "`{url}` is no address of a site" },
            )
            .help(text! {
                zh: "写网站首页的完整网址，以 https:// 或 http:// 开头，没有空格、? 和 #，例如 https://www.example.gov.cn/cyzsj/",
                en: "write the whole address of the home page, beginning with https:// or http://, without spaces, `?` and `#`"
            });
    }
    if !url.ends_with('/') {
        url.push('/');
    }
    let text = |key: &str| record.text(key).map(Box::<str>::from);
    let site = Site {
        title: text("title").unwrap_or_default(),
        organisation: names.organisations.of(&record, "organisation", findings),
        scope: record.word("scope").unwrap_or(Scope::Site),
        url: url.into(),
        profile: record.word("profile").unwrap_or(Profile::Full),
        standing: record.word("standing").unwrap_or(Visibility::Internal),
        revised: record.day("revised"),
        licence: text("licence"),
        notice: text("notice"),
        identity: record.record("identity").map(identity).unwrap_or_default(),
        record,
    };
    (site, template)
}

/// Whether `url` may begin every address of the site.
fn is_address(url: &str) -> bool {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    host.is_some_and(|it| !it.starts_with('/') && !it.is_empty())
        && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "\"'<>\\^`{}|?#".contains(c))
}

fn identity(record: View<'_>) -> Identity {
    let text = |key: &str| record.text(key).map(Box::<str>::from);
    Identity {
        site_id: text("site_id"),
        host: text("host"),
        operator: text("operator"),
        contact: text("contact"),
        icp: text("icp"),
        police: text("police"),
        domain: text("domain"),
        emblem: text("emblem"),
        report_errors: text("report_errors"),
        ipv6: text("ipv6"),
    }
}

fn template(record: &Record, findings: &mut Findings) -> Template {
    let Some(typed) = record.text("index_pattern") else { return Template::default() };
    Template::parse(typed).unwrap_or_else(|error| {
        let default = Template::DEFAULT;
        let (zh, en) = (error.words(crate::text::Lang::Zh), error.words(crate::text::Lang::En));
        findings
            .raise(
                &UNKNOWN_VALUE,
                record.at("index_pattern"),
                text! { zh: "索引号样式读不懂：{zh}", en: "this pattern of index numbers cannot be read: {en}" },
            )
            .help(text! { zh: "照这样写：{default}", en: "write it like {default}" });
        Template::default()
    })
}

/// The tables of `[settings.<rule>]`.
pub(super) fn settings(record: Option<Record>) -> BTreeMap<Box<str>, Record> {
    let Some(record) = record else { return BTreeMap::new() };
    let table = |field: Field<'_>| match field.value {
        Value::Record(inner) => Some((Box::from(field.name), inner.into())),
        _ => None,
    };
    record.fields().filter_map(table).collect()
}

/// `[[year]]`: years the author adds to the calendar, or changes.
pub(super) fn years(records: &[Record]) -> Vec<Year> {
    let days = |record: &Record, key: &str| record.texts(key).filter_map(|it| month_day(it.value)).collect();
    records
        .iter()
        .filter_map(|record| {
            let year = i16::try_from(record.integer("year")?).ok()?;
            Some(Year { year, off: days(record, "off"), work: days(record, "work") })
        })
        .collect()
}

/// `01-31` as month and day.
fn month_day(text: &str) -> Option<(i8, i8)> {
    let (month, day) = text.trim().split_once('-')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}
