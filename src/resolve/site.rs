//! `[site]`, `[settings]`, `[[year]]`.

use std::collections::BTreeMap;

use super::names::Names;
use crate::{
    day::Year,
    diagnostic::Findings,
    model::{Identity, Site},
    number::Template,
    record::{Any, Key, Many, Map, Record, Text, ValueType as _, View, schema},
    source::FileId,
    syntax::{MISSING_KEY, UNKNOWN_VALUE, WRONG_TYPE},
    vocabulary::{Profile, Scope, Visibility},
};

/// The site, and how its index numbers are made.
pub(super) fn site(record: Option<Record<schema::Site>>, names: &Names, findings: &mut Findings) -> (Site, Template) {
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
    let mut url = record.get(schema::Site::URL).unwrap_or("https://www.example.gov.cn/").to_owned();
    if !is_address(&url) {
        findings
            .raise(
                &WRONG_TYPE,
                record.span_of(schema::Site::URL),
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
    let text = |key: Key<schema::Site, Text>| record.get(key).map(Box::<str>::from);
    let site = Site {
        title: text(schema::Site::TITLE).unwrap_or_default(),
        organisation: names.organisations.of(&record, schema::Site::ORGANISATION, findings),
        scope: record.get(schema::Site::SCOPE).unwrap_or(Scope::Site),
        url: url.into(),
        profile: record.get(schema::Site::PROFILE).unwrap_or(Profile::Full),
        standing: record.get(schema::Site::STANDING).unwrap_or(Visibility::Internal),
        revised: record.get(schema::Site::REVISED),
        licence: text(schema::Site::LICENCE),
        notice: text(schema::Site::NOTICE),
        identity: record.get(schema::Site::IDENTITY).map(identity).unwrap_or_default(),
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

fn identity(record: View<'_, schema::Identity>) -> Identity {
    let text = |key: Key<schema::Identity, Text>| record.get(key).map(Box::<str>::from);
    Identity {
        site_id: text(schema::Identity::SITE_ID),
        host: text(schema::Identity::HOST),
        operator: text(schema::Identity::OPERATOR),
        contact: text(schema::Identity::CONTACT),
        icp: text(schema::Identity::ICP),
        police: text(schema::Identity::POLICE),
        domain: text(schema::Identity::DOMAIN),
        emblem: text(schema::Identity::EMBLEM),
        report_errors: text(schema::Identity::REPORT_ERRORS),
        ipv6: text(schema::Identity::IPV6),
    }
}

fn template(record: &Record<schema::Site>, findings: &mut Findings) -> Template {
    let Some(typed) = record.get(schema::Site::INDEX_PATTERN) else { return Template::default() };
    Template::parse(typed).unwrap_or_else(|error| {
        let default = Template::DEFAULT;
        let (zh, en) = (error.words(crate::vocabulary::Lang::Zh), error.words(crate::vocabulary::Lang::En));
        findings
            .raise(
                &UNKNOWN_VALUE,
                record.span_of(schema::Site::INDEX_PATTERN),
                text! { zh: "索引号样式读不懂：{zh}", en: "this pattern of index numbers cannot be read: {en}" },
            )
            .help(text! { zh: "照这样写：{default}", en: "write it like {default}" });
        Template::default()
    })
}

/// The tables of `[settings.<rule>]`.
pub(super) fn settings(records: &[Record<schema::Settings>]) -> BTreeMap<Box<str>, Record<Map<Any>>> {
    let tables =
        records.iter().flat_map(Record::fields).filter_map(|it| Some((it.name.chosen()?, Map::read(it.value)?)));
    tables.map(|(rule, table)| (rule.into(), table.into())).collect()
}

/// `[[year]]`: years the author adds to the calendar, or changes.
pub(super) fn years(records: &[Record<schema::Year>]) -> Vec<Year> {
    let days = |record: &Record<schema::Year>, key: Key<schema::Year, Many<Text>>| {
        record.all(key).filter_map(month_day).collect()
    };
    records
        .iter()
        .filter_map(|record| {
            let year = i16::try_from(record.get(schema::Year::YEAR)?).ok()?;
            Some(Year { year, off: days(record, schema::Year::OFF), work: days(record, schema::Year::WORK) })
        })
        .collect()
}

/// `01-31` as month and day.
fn month_day(text: &str) -> Option<(i8, i8)> {
    let (month, day) = text.trim().split_once('-')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}
