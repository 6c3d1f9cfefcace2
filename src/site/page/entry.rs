//! The page of an entry.

use serde::Serialize;

use super::{Chart, Event, Fact, Html, Label, Link, OwnProject, QrCode, Relation, Sheet, Str, Strip};
use crate::site::Href;

/// An entry, set like an official document where it is one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Entry<'a> {
    pub title: Str<'a>,
    /// What it is: document, interpretation, notice …
    pub kind: Label<'a>,
    /// The head of an official document (版头); none for news, registers and the like.
    pub red_head: Option<RedHead<'a>>,
    /// What must be said before anything else: 废止, 失效, a withdrawn or preview state.
    pub alert: Option<Alert<'a>>,
    /// Whether it must say that an artificial intelligence made some of it.
    pub ai_generated: bool,
    pub metadata: Metadata<'a>,
    /// The project it tells of.
    pub project: Option<OwnProject<'a>>,
    /// What is said first on a page of its kind.
    pub strip: Option<Strip<'a>>,
    /// What its kind adds besides: meeting, severity of an opinion.
    pub particulars: Vec<Fact<'a>>,
    /// The elements that stand as keys, those left out that the strip shows.
    pub elements: Vec<Fact<'a>>,
    /// 内容概述.
    pub summary: Option<Str<'a>>,
    /// The headings of its text that a reader jumps to; none where there are fewer than three.
    pub contents: Vec<Anchor<'a>>,
    pub text: Option<Html<'a>>,
    pub table: Option<Sheet<'a>>,
    /// The figures of a report.
    pub figures: Vec<Sheet<'a>>,
    /// How much of a budget goes to what.
    pub chart: Option<Chart<'a>>,
    pub attachments: Vec<Attachment<'a>>,
    /// Other entries it stands in relation to, in the order they are to be shown.
    pub relations: Vec<Relation<'a>>,
    /// Where else it has appeared.
    pub channels: Vec<Elsewhere<'a>>,
    /// How it was changed, what it was replaced by and what it replaces, by day; empty where nothing has happened to it since
    /// it was published.
    pub history: Vec<Event<'a>>,
    pub contact: Option<Contact<'a>>,
    /// Where errors on this page are reported.
    pub report_errors: Option<Link<'a>>,
    /// The next newer entry of its item.
    pub newer: Option<Link<'a>>,
    /// The next older entry of its item.
    pub older: Option<Link<'a>>,
    /// A QR code of its address, where the site's setting wants one.
    pub qr: Option<QrCode<'a>>,
}

/// A heading of the text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Anchor<'a> {
    pub title: Str<'a>,
    /// Its id on the page, without `#`.
    pub id: Str<'a>,
}

/// The head of an official document (GB/T 9704 版头).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct RedHead<'a> {
    /// 发文机关.
    pub organisation: Str<'a>,
    /// 发文字号.
    pub number: Option<Str<'a>>,
}

/// A sentence at the top of the page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Alert<'a> {
    /// The frozen key: `repealed`, `lapsed`, `names-hidden`.
    pub key: &'static str,
    pub text: Str<'a>,
    /// What replaces it.
    pub link: Option<Link<'a>>,
}

/// The metadata of an entry, in the order they are shown. A date is `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Metadata<'a> {
    /// 索引号.
    pub index_number: Str<'a>,
    /// 组配分类: its items.
    pub items: Vec<Link<'a>>,
    /// 发布机构.
    pub organisation: Link<'a>,
    /// 责任科室.
    pub office: Option<Str<'a>>,
    /// 成文日期.
    pub made: Option<Str<'a>>,
    /// 发文字号.
    pub document_number: Option<Str<'a>>,
    /// 发布日期, with the time where one was given: `2018-05-10 09:30`.
    pub published: Str<'a>,
    /// 主题分类.
    pub theme: Option<Link<'a>>,
    /// 体裁分类.
    pub genre: Option<Str<'a>>,
    /// 规章, 行政规范性文件, 其他.
    pub document_class: Option<Str<'a>>,
    /// 有效性.
    pub validity: Option<Label<'a>>,
    /// 施行日期.
    pub effective: Option<Str<'a>>,
    /// 有效期至.
    pub expires: Option<Str<'a>>,
    /// 公开方式.
    pub way: Label<'a>,
    /// 五公开.
    pub disclosures: Vec<Link<'a>>,
    /// 政策解读, 舆情回应, 公众参与.
    pub facets: Vec<Link<'a>>,
    /// 信息来源, of a reprint.
    pub source: Option<Str<'a>>,
    /// 关键词, joined.
    pub keywords: Option<Str<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Attachment<'a> {
    /// Its title: the file name as the author gave it.
    pub title: Str<'a>,
    /// None where it is not offered any more.
    pub href: Option<Href<'a>>,
    /// Its format in capitals: `PDF`.
    pub format: Str<'a>,
    /// Its size in words: `1.2 MB`; empty where it is not offered.
    pub size: Str<'a>,
    /// Why it is not offered any more.
    pub note: Option<Str<'a>>,
    /// Its tables (XLSX, CSV) as HTML.
    pub tables: Vec<Sheet<'a>>,
}

/// An appearance in another channel.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Elsewhere<'a> {
    pub channel: Str<'a>,
    /// Its address there.
    pub href: Option<Href<'a>>,
    pub on: Option<Str<'a>>,
}

/// Whom to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Contact<'a> {
    pub organisation: Str<'a>,
    /// The office in charge.
    pub office: Option<Str<'a>>,
    /// The office's own where it has one, else the organisation's.
    pub phone: Option<Str<'a>>,
    pub fax: Option<Str<'a>>,
    pub email: Option<Str<'a>>,
    /// Postal address, with the post code.
    pub address: Option<Str<'a>>,
    pub hours: Option<Str<'a>>,
}
