//! The front matter of an entry: keys that every kind takes.

use crate::{
    day::{Day, Moment},
    record::{
        Abbreviated, EntryRef, ItemRef, Key, Many, Map, OrganisationRef, Path, RegisterRef, Schema, Short, Table,
        TableKind, Text,
    },
    vocabulary::{Disclosure, DocumentClass, EntryKind, Facet, Origin, ReviewStep, Validity},
};

/// A revision.
pub enum Revision {}

impl Revision {
    pub const ON: Key<Self, Day> = Key::new(1, "on");
    pub const WHAT: Key<Self, Text> = Key::new(2, "what");
}

impl TableKind for Revision {
    const SCHEMA: &'static Schema = &Schema::new(
        "revised",
        "一次修改",
        "a revision",
        &[Self::ON.must("日期", "on which day"), Self::WHAT.may("改了什么", "what was changed")],
    );
}

/// A channel that an entry was published by as well.
pub enum PublishedAt {}

impl PublishedAt {
    pub const CHANNEL: Key<Self, Text> = Key::new(1, "channel");
    pub const URL: Key<Self, Text> = Key::new(2, "url");
    pub const ON: Key<Self, Day> = Key::new(3, "on");
    pub const ACCOUNT: Key<Self, Text> = Key::new(4, "account");
}

impl TableKind for PublishedAt {
    const SCHEMA: &'static Schema = &Schema::new(
        "channels",
        "同时发布的渠道",
        "another channel it was published by",
        &[
            Self::CHANNEL.must("渠道名称", "the channel"),
            Self::URL.may("网址", "address"),
            Self::ON.may("日期", "on which day"),
            Self::ACCOUNT.may("哪个账号，代号或者名称", "which account, by id or name"),
        ],
    );
}

impl Abbreviated for PublishedAt {
    const SHORT: &'static str = Self::CHANNEL.name;
}

/// Who did something, and when.
pub enum Signed {}

impl Signed {
    pub const BY: Key<Self, Text> = Key::new(1, "by");
    pub const ON: Key<Self, Day> = Key::new(2, "on");
    pub const NOTE: Key<Self, Text> = Key::new(3, "note");
}

impl TableKind for Signed {
    const SCHEMA: &'static Schema = &Schema::new(
        "review.secrecy",
        "谁、哪天办的",
        "who did it, and when",
        &[
            Self::BY.may("由谁", "by whom").internal(),
            Self::ON.may("日期", "on which day").internal(),
            Self::NOTE.may("意见", "a note").internal(),
        ],
    );
}

impl Abbreviated for Signed {
    const SHORT: &'static str = Self::BY.name;
}

/// Review before publication.
pub enum Review {}

impl Review {
    pub const SECRECY: Key<Self, Table<Signed>> = Key::new(1, "secrecy");
    pub const CONTENT: Key<Self, Table<Signed>> = Key::new(2, "content");
    pub const APPROVED: Key<Self, Table<Signed>> = Key::new(3, "approved");

    /// The key that a step is recorded under.
    pub const fn of(step: ReviewStep) -> Key<Self, Table<Signed>> {
        match step {
            ReviewStep::Secrecy => Self::SECRECY,
            ReviewStep::Content => Self::CONTENT,
            ReviewStep::Approved => Self::APPROVED,
        }
    }
}

impl TableKind for Review {
    const SCHEMA: &'static Schema = &Schema::new(
        "review",
        "公开前的审查",
        "review before publication",
        &[
            Self::SECRECY.may("保密审查", "secrecy review").internal(),
            Self::CONTENT.may("内容审核", "content review").internal(),
            Self::APPROVED.may("审批", "approval").internal(),
        ],
    );
}

/// An attachment, long or short.
pub enum Attachment {}

impl Attachment {
    pub const FILE: Key<Self, Path> = Key::new(1, "file");
    pub const TITLE: Key<Self, Text> = Key::new(2, "title");
    pub const CHECKED: Key<Self, Table<Signed>> = Key::new(3, "checked");
}

impl TableKind for Attachment {
    const SCHEMA: &'static Schema = &Schema::new(
        "attachments",
        "附件",
        "an attachment",
        &[
            Self::FILE.must("文件", "the file"),
            Self::TITLE.may("名称", "its title"),
            Self::CHECKED
                .may(
                    "谁核对过（程序读不出的、有隐藏内容的）",
                    "who looked at it (what no program reads, what is hidden)",
                )
                .internal(),
        ],
    );
}

impl Abbreviated for Attachment {
    const SHORT: &'static str = Self::FILE.name;
}

/// The typed table of an entry.
pub enum TypedTable {}

impl TypedTable {
    pub const FILE: Key<Self, Path> = Key::new(1, "file");
    pub const REGISTER: Key<Self, RegisterRef> = Key::new(2, "register");
    pub const SHEET: Key<Self, Text> = Key::new(3, "sheet");
}

impl TableKind for TypedTable {
    const SCHEMA: &'static Schema = &Schema::new(
        "table",
        "数据表",
        "a typed table",
        &[
            Self::FILE.must("表格文件（CSV 或 XLSX）", "the file, CSV or XLSX"),
            Self::REGISTER.may("按哪种清单核对", "the register it follows"),
            Self::SHEET.may("工作表名称", "the sheet"),
        ],
    );
}

/// The front matter of an entry of any kind.
pub enum Entry {}

impl Entry {
    pub const TITLE: Key<Self, Text> = Key::new(1, "title");
    pub const ITEM: Key<Self, Many<ItemRef>> = Key::new(2, "item");
    pub const KIND: Key<Self, EntryKind> = Key::new(3, "kind");
    pub const INDEX: Key<Self, Text> = Key::new(4, "index");
    pub const NUMBER: Key<Self, Text> = Key::new(5, "number");
    pub const MADE: Key<Self, Day> = Key::new(6, "made");
    pub const OBTAINED: Key<Self, Day> = Key::new(7, "obtained");
    pub const DECIDED: Key<Self, Day> = Key::new(8, "decided");
    pub const APPROVED: Key<Self, Day> = Key::new(9, "approved");
    pub const PUBLISHED: Key<Self, Moment> = Key::new(10, "published");
    pub const REVISED: Key<Self, Many<Table<Revision>>> = Key::new(11, "revised");
    pub const ORIGIN: Key<Self, Origin> = Key::new(12, "origin");
    pub const SOURCE: Key<Self, Text> = Key::new(13, "source");
    pub const SUMMARY: Key<Self, Text> = Key::new(14, "summary");
    pub const KEYWORDS: Key<Self, Many<Text>> = Key::new(15, "keywords");
    pub const THEME: Key<Self, Text> = Key::new(16, "theme");
    pub const GENRE: Key<Self, Text> = Key::new(17, "genre");
    pub const DOCUMENT_CLASS: Key<Self, DocumentClass> = Key::new(18, "document_class");
    pub const REGISTRATION: Key<Self, Text> = Key::new(19, "registration");
    pub const LEGALITY_REVIEW: Key<Self, Short<Signed>> = Key::new(20, "legality_review");
    pub const FAIR_COMPETITION_REVIEW: Key<Self, Short<Signed>> = Key::new(21, "fair_competition_review");
    pub const VALIDITY: Key<Self, Validity> = Key::new(22, "validity");
    pub const SINCE: Key<Self, Day> = Key::new(23, "since");
    pub const REPLACED_BY: Key<Self, EntryRef> = Key::new(24, "replaced_by");
    pub const EFFECTIVE: Key<Self, Day> = Key::new(25, "effective");
    pub const EXPIRES: Key<Self, Day> = Key::new(26, "expires");
    pub const DISCLOSURE: Key<Self, Many<Disclosure>> = Key::new(27, "disclosure");
    pub const FACET: Key<Self, Many<Facet>> = Key::new(28, "facet");
    pub const ORGANISATION: Key<Self, OrganisationRef> = Key::new(29, "organisation");
    pub const OFFICE: Key<Self, Text> = Key::new(30, "office");
    pub const PLACE: Key<Self, Text> = Key::new(31, "place");
    pub const CHANNELS: Key<Self, Many<Short<PublishedAt>>> = Key::new(32, "channels");
    pub const ATTACHMENTS: Key<Self, Many<Short<Attachment>>> = Key::new(33, "attachments");
    pub const EXTERNAL_INDEX: Key<Self, Text> = Key::new(34, "external_index");
    pub const EXTERNAL_ADDRESS: Key<Self, Text> = Key::new(35, "external_address");
    pub const DRAFT: Key<Self, bool> = Key::new(36, "draft");
    pub const PUBLISH_ON: Key<Self, Day> = Key::new(37, "publish_on");
    pub const WITHDRAW_ON: Key<Self, Day> = Key::new(38, "withdraw_on");
    pub const MIGRATED_FROM: Key<Self, Text> = Key::new(39, "migrated_from");
    pub const FIRST_PUBLISHED: Key<Self, Day> = Key::new(40, "first_published");
    pub const REVIEW: Key<Self, Table<Review>> = Key::new(41, "review");
    pub const ELEMENTS: Key<Self, Map<Text>> = Key::new(42, "elements");
    pub const TABLE: Key<Self, Table<TypedTable>> = Key::new(43, "table");
    pub const EXTRA: Key<Self, Map<Text>> = Key::new(44, "extra");
    pub const AI_GENERATED: Key<Self, bool> = Key::new(103, "ai_generated");
}

impl TableKind for Entry {
    const SCHEMA: &'static Schema = &Schema::new(
        "",
        "信息的文件头",
        "the front matter of an entry",
        &[
            Self::TITLE.may("标题", "title"),
            Self::ITEM.may("属于哪个公开事项，一个或几个", "the item or items it serves"),
            Self::KIND.may("内容类型", "kind"),
            Self::INDEX.may("索引号；不写则自动编号", "index number set by hand"),
            Self::NUMBER.may("文号", "document number"),
            Self::MADE.may("成文日期（生成日期）", "the day it was made"),
            Self::OBTAINED.may("获取日期", "the day it was obtained"),
            Self::DECIDED.may("决定日期", "the day of the decision"),
            Self::APPROVED.may("批准日期", "the day it was approved"),
            Self::PUBLISHED.may("发布日期，可以写到分", "the day (and time) of publication"),
            Self::REVISED.may("修改记录", "revisions"),
            Self::ORIGIN.may("信息来源：制作、获取、转载", "made, obtained or reprinted"),
            Self::SOURCE.may("转载自哪里", "where it was reprinted from"),
            Self::SUMMARY.may("内容概述", "summary"),
            Self::KEYWORDS.may("主题词", "keywords"),
            Self::THEME.may("主题分类", "theme"),
            Self::GENRE.may("体裁分类", "genre"),
            Self::DOCUMENT_CLASS.may("文件类别：规章、行政规范性文件、其他", "class of document"),
            Self::REGISTRATION.may("规范性文件登记号", "registration number of a normative document"),
            Self::LEGALITY_REVIEW.may("合法性审核", "review of legality").internal(),
            Self::FAIR_COMPETITION_REVIEW.may("公平竞争审查", "review of fair competition").internal(),
            Self::VALIDITY.may("有效性", "validity"),
            Self::SINCE.may("失效、废止或修改从哪天起", "since when it is so"),
            Self::REPLACED_BY.may("被哪条信息替代", "the entry that replaces it"),
            Self::EFFECTIVE.may("施行日期", "the day it comes into force"),
            Self::EXPIRES.may("有效期至", "the last day in force"),
            Self::DISCLOSURE
                .may("五公开分类；不写则同公开事项", "which of the five disclosures; the item's without it"),
            Self::FACET.may("政策解读、舆情回应、公众参与；不写则同公开事项", "facets; the item's without it"),
            Self::ORGANISATION.may("发布机构；不写则同公开事项", "who publishes; the item's without it"),
            Self::OFFICE.may("责任科室；不写则同公开事项", "the office responsible; the item's without it"),
            Self::PLACE.may("涉及地点", "the place it is about"),
            Self::CHANNELS.may("同时发布的渠道", "other channels it was published by"),
            Self::ATTACHMENTS.may("附件", "attachments"),
            Self::EXTERNAL_INDEX.may("门户网站索引号", "its index number on the portal"),
            Self::EXTERNAL_ADDRESS.may("门户网站网址", "its address on the portal"),
            Self::DRAFT.may("草稿，不发布", "a draft, never published").internal(),
            Self::PUBLISH_ON.may("到哪天自动发布", "the day it is published by itself").internal(),
            Self::WITHDRAW_ON.may("到哪天自动撤下", "the day it is withdrawn by itself").internal(),
            Self::MIGRATED_FROM.may("迁移来源：原来的栏目", "the old site it comes from"),
            Self::FIRST_PUBLISHED.may("首次发布日期（旧网站）", "the day it was first published there"),
            Self::REVIEW.may("公开前的审查", "review before publication").internal(),
            Self::ELEMENTS.may("要素：名称写在引号里", "elements, their names in quotes"),
            Self::TABLE.may("数据表", "typed table"),
            Self::AI_GENERATED.may(
                "含有人工智能生成合成的内容，网页上标明",
                "has content that an artificial intelligence made; the page says so",
            ),
            Self::EXTRA.may("其他要保留的内容", "other things to keep"),
        ],
    );
}
