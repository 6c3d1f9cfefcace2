//! The front matter of an entry: keys that every kind takes.

use super::declare::{MANY, inner, may, must, table};
use crate::{
    record::{Refer, Schema, Shape},
    vocabulary::{Disclosure, DocumentClass, EntryKind, Facet, Origin, Validity, Word as _},
};

static REVISION: Schema = table(
    "revised",
    "一次修改",
    "a revision",
    &[must("on", Shape::Day, "日期", "on which day"), may("what", Shape::Text, "改了什么", "what was changed")],
);

static PUBLISHED_AT: Schema = table(
    "channels",
    "同时发布的渠道",
    "another channel it was published by",
    &[
        must("channel", Shape::Text, "渠道名称", "the channel"),
        may("url", Shape::Text, "网址", "address"),
        may("on", Shape::Day, "日期", "on which day"),
    ],
);

/// Who did something, and when.
pub(super) static SIGNED: Schema = table(
    "review.secrecy",
    "谁、哪天办的",
    "who did it, and when",
    &[
        inner(may("by", Shape::Text, "由谁", "by whom")),
        inner(may("on", Shape::Day, "日期", "on which day")),
        inner(may("note", Shape::Text, "意见", "a note")),
    ],
);

static REVIEW: Schema = table(
    "review",
    "公开前的审查",
    "review before publication",
    &[
        inner(may("secrecy", Shape::Table(&SIGNED), "保密审查", "secrecy review")),
        inner(may("content", Shape::Table(&SIGNED), "内容审核", "content review")),
        inner(may("approved", Shape::Table(&SIGNED), "审批", "approval")),
    ],
);

/// An attachment, long or short.
pub(super) static ATTACHMENT: Schema = table(
    "attachments",
    "附件",
    "an attachment",
    &[
        must("file", Shape::Path, "文件", "the file"),
        may("title", Shape::Text, "名称", "its title"),
        inner(may("checked", Shape::Table(&SIGNED), "谁核对过（扫描件）", "who checked it (scans)")),
    ],
);

static TYPED: Schema = table(
    "table",
    "数据表",
    "a typed table",
    &[
        must("file", Shape::Path, "表格文件（CSV 或 XLSX）", "the file, CSV or XLSX"),
        may("register", Shape::Refer(Refer::Register), "按哪种清单核对", "the register it follows"),
        may("sheet", Shape::Text, "工作表名称", "the sheet"),
    ],
);

/// The front matter of an entry of any kind.
pub static ENTRY: Schema = table(
    "",
    "信息的文件头",
    "the front matter of an entry",
    &[
        may("title", Shape::Text, "标题", "title"),
        may(
            "item",
            Shape::Many(&Shape::Refer(Refer::Item)),
            "属于哪个公开事项，一个或几个",
            "the item or items it serves",
        ),
        may("kind", Shape::Word(EntryKind::VOCABULARY), "内容类型", "kind"),
        may("index", Shape::Text, "索引号；不写则自动编号", "index number set by hand"),
        may("number", Shape::Text, "文号", "document number"),
        may("made", Shape::Day, "成文日期（生成日期）", "the day it was made"),
        may("obtained", Shape::Day, "获取日期", "the day it was obtained"),
        may("decided", Shape::Day, "决定日期", "the day of the decision"),
        may("approved", Shape::Day, "批准日期", "the day it was approved"),
        may("published", Shape::Moment, "发布日期，可以写到分", "the day (and time) of publication"),
        may("revised", Shape::Many(&Shape::Table(&REVISION)), "修改记录", "revisions"),
        may("origin", Shape::Word(Origin::VOCABULARY), "信息来源：制作、获取、转载", "made, obtained or reprinted"),
        may("source", Shape::Text, "转载自哪里", "where it was reprinted from"),
        may("summary", Shape::Text, "内容概述", "summary"),
        may("keywords", MANY, "主题词", "keywords"),
        may("theme", Shape::Text, "主题分类", "theme"),
        may("genre", Shape::Text, "体裁分类", "genre"),
        may(
            "document_class",
            Shape::Word(DocumentClass::VOCABULARY),
            "文件类别：规章、行政规范性文件、其他",
            "class of document",
        ),
        may("registration", Shape::Text, "规范性文件登记号", "registration number of a normative document"),
        inner(may("legality_review", Shape::Short(&SIGNED, "by"), "合法性审核", "review of legality")),
        inner(may(
            "fair_competition_review",
            Shape::Short(&SIGNED, "by"),
            "公平竞争审查",
            "review of fair competition",
        )),
        may("validity", Shape::Word(Validity::VOCABULARY), "有效性", "validity"),
        may("since", Shape::Day, "失效、废止或修改从哪天起", "since when it is so"),
        may("replaced_by", Shape::Refer(Refer::Entry), "被哪条信息替代", "the entry that replaces it"),
        may("effective", Shape::Day, "施行日期", "the day it comes into force"),
        may("expires", Shape::Day, "有效期至", "the last day in force"),
        may(
            "disclosure",
            Shape::Many(&Shape::Word(Disclosure::VOCABULARY)),
            "五公开分类；不写则同公开事项",
            "which of the five disclosures; the item's without it",
        ),
        may(
            "facet",
            Shape::Many(&Shape::Word(Facet::VOCABULARY)),
            "政策解读、舆情回应、公众参与；不写则同公开事项",
            "facets; the item's without it",
        ),
        may(
            "organisation",
            Shape::Refer(Refer::Organisation),
            "发布机构；不写则同公开事项",
            "who publishes; the item's without it",
        ),
        may("office", Shape::Text, "责任科室；不写则同公开事项", "the office responsible; the item's without it"),
        may("place", Shape::Text, "涉及地点", "the place it is about"),
        may(
            "channels",
            Shape::Many(&Shape::Short(&PUBLISHED_AT, "channel")),
            "同时发布的渠道",
            "other channels it was published by",
        ),
        may("attachments", Shape::Many(&Shape::Short(&ATTACHMENT, "file")), "附件", "attachments"),
        may("external_index", Shape::Text, "门户网站索引号", "its index number on the portal"),
        may("external_address", Shape::Text, "门户网站网址", "its address on the portal"),
        inner(may("draft", Shape::Flag, "草稿，不发布", "a draft, never published")),
        inner(may("publish_on", Shape::Day, "到哪天自动发布", "the day it is published by itself")),
        inner(may("withdraw_on", Shape::Day, "到哪天自动撤下", "the day it is withdrawn by itself")),
        may("migrated_from", Shape::Text, "迁移来源：原来的栏目", "the old site it comes from"),
        may("first_published", Shape::Day, "首次发布日期（旧网站）", "the day it was first published there"),
        inner(may("review", Shape::Table(&REVIEW), "公开前的审查", "review before publication")),
        may("elements", Shape::Map(&Shape::Text), "要素：名称写在引号里", "elements, their names in quotes"),
        may("table", Shape::Table(&TYPED), "数据表", "typed table"),
        may("extra", Shape::Map(&Shape::Text), "其他要保留的内容", "other things to keep"),
    ],
);
