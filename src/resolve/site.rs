//! `[site]`, `[[year]]`.

use super::names::Names;
use crate::{
    day::{Day, Year, numeral},
    diagnostic::{Edit, Findings},
    model::{Identity, Site},
    number::Template,
    record::{Key, Many, Record, Spanned, Text, View, schema},
    source::FileId,
    syntax::{MISSING_KEY, UNKNOWN_VALUE, WRONG_TYPE},
    vocabulary::{Profile, QrUse, Scope, Visibility},
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
        let right = format!("https://{}", url.trim().trim_start_matches('/'));
        let near = (!url.contains("://") && is_address(&right)).then_some(right);
        let finding = findings
            .raise(
                &WRONG_TYPE,
                record.span_of(schema::Site::URL),
                text! { zh: "“{url}”不是网站的网址", en: "`{url}` is no address of a site" },
            )
            .help(text! {
                zh: "写网站首页的完整网址，以 https:// 或 http:// 开头，没有空格、? 和 #，例如 https://www.example.gov.cn/cyzsj/",
                en: "write the whole address of the home page, beginning with https:// or http://, without spaces, `?` and `#`"
            });
        if let Some(near) = near {
            finding
                .help(text! { zh: "改为：url = \"{near}\"", en: "write: url = \"{near}\"" })
                .fix([Edit::guess(record.span_of(schema::Site::URL), &near)]);
        }
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
        qr: record.get(schema::Site::QR).unwrap_or(QrUse::Posted),
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

/// `[[year]]`: years the author adds to the calendar, or changes. A day that is none is told (0005): it would not count.
pub(super) fn years(records: &[Record<schema::Year>], findings: &mut Findings) -> Vec<Year> {
    let mut years = Vec::new();
    for record in records {
        let Some(year) = record.get(schema::Year::YEAR).and_then(|it| i16::try_from(it).ok()) else { continue };
        let mut days = |key: Key<schema::Year, Many<Text>>| -> Vec<(i8, i8)> {
            record.spanned(key).filter_map(|it| month_day(it.value).or_else(|| no_day(it, findings))).collect()
        };
        let (off, work) = (days(schema::Year::OFF), days(schema::Year::WORK));
        years.push(Year { year, off, work });
    }
    years
}

/// Tells a text that is no day of a year, and answers the one that it means.
fn no_day(typed: Spanned<&str>, findings: &mut Findings) -> Option<(i8, i8)> {
    let text = typed.value.trim();
    let last = text.rsplit('年').next().unwrap_or(text);
    let numbers: Vec<i8> = last
        .split(|it| !numeral::numeric(it))
        .filter(|it| !it.is_empty())
        .filter_map(|it| numeral::number(it).and_then(|it| i8::try_from(it).ok()))
        .collect();
    let meant = match numbers[..] {
        [month @ 1..=12, day @ 1..=31] => Some((month, day)),
        _ => text
            .parse::<Day>()
            .ok()
            .map(Day::ymd)
            .and_then(|(_, month, day)| Some((i8::try_from(month).ok()?, i8::try_from(day).ok()?))),
    };
    let finding = findings.raise(
        &WRONG_TYPE,
        typed.span,
        text! { zh: "日子要写成“月-日”，这里写的是“{text}”", en: "a day of a year is written month-day, not `{text}`" },
    );
    match meant {
        Some((month, day)) => finding
            .help(text! { zh: "改为：\"{month:02}-{day:02}\"", en: "write: \"{month:02}-{day:02}\"" })
            .fix([Edit::guess(typed.span, &format!("{month:02}-{day:02}"))]),
        None => finding
            .help(text! { zh: "改为：\"〔月-日〕\"，例如 \"01-31\"", en: "write: \"〔month-day〕\", e.g. \"01-31\"" })
            .fix([Edit::guess(typed.span, "〔月-日〕")]),
    };
    meant
}

/// `01-31` as month and day.
fn month_day(text: &str) -> Option<(i8, i8)> {
    let (month, day) = text.trim().split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((month, day))
}
