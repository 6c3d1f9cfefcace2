//! `[[field]]` and `[[item]]`: the national table, column for column.

use super::declare::{MANY, inner, may, must, table};
use crate::{
    record::{Refer, Schema, Shape},
    vocabulary::{
        AdminLevel, Column, Disclosure, EntryKind, Facet, InterpretationNeed, Occurs, UpdateCycle, Way, Word as _,
    },
};

/// `[[field]]`.
pub static FIELD: Schema = table(
    "field",
    "一级事项",
    "a first-level matter",
    &[
        must("id", Shape::Id, "代号，在整个目录中不重复，永远不变", "permanent id, unique in the whole catalogue"),
        must("title", Shape::Text, "一级事项名称", "title"),
        may("parent", Shape::Refer(Refer::Field), "上一级", "the field above it"),
        may("summary", Shape::Text, "说明", "a few words"),
    ],
);

/// An element of an item, long or short.
pub static ELEMENT: Schema = table(
    "item.elements",
    "公开内容的一个要素",
    "an element",
    &[
        must("name", Shape::Text, "要素名称", "its name"),
        may("each", Shape::Flag, "是否每条信息都要有", "whether every entry must have it"),
        may("optional", Shape::Flag, "是否可以没有", "whether it may be missing"),
    ],
);

/// A time limit of an item: its words, or a table that says what they mean.
pub static LIMIT: Schema = table(
    "item.time_limit",
    "公开时限",
    "a time limit",
    &[
        may("text", Shape::Text, "目录原文", "the official words"),
        may("workdays", Shape::Integer, "多少个工作日内", "within how many working days"),
        may("days", Shape::Integer, "多少日内", "within how many calendar days"),
        may("months", Shape::Integer, "多少个月内", "within how many months"),
        may("hours", Shape::Integer, "多少小时内", "within how many hours"),
        may("by", Shape::Text, "每年哪一天前，例如“01-31”", "by what day of each year, e.g. 01-31"),
        may("from", Shape::Text, "从哪一天起算，例如“作出决定”", "what it counts from, e.g. decided"),
        may("for", Shape::Text, "用于哪一类信息，例如“行政处罚”", "for which class of information"),
    ],
);

/// A channel of an item, long or short.
pub static CHANNEL: Schema = table(
    "item.channels",
    "公开渠道和载体",
    "a channel",
    &[
        must("name", Shape::Text, "渠道名称；清单以外的写“其他：……”", "its name; what is not in the list as 其他：…"),
        may("optional", Shape::Flag, "是否为可选（□）", "whether it may be left out"),
    ],
);

/// To whom an item is open, long or short.
pub static AUDIENCE: Schema = table(
    "item.audience",
    "公开对象",
    "to whom",
    &[
        may("name", Shape::Text, "全社会或特定群体", "everyone, or a certain group"),
        may("group", Shape::Text, "是哪个特定群体", "which group"),
    ],
);

/// `[[item]]`.
pub static ITEM: Schema = table(
    "item",
    "公开事项（二级事项）",
    "an item: a row of the national table",
    &[
        must("id", Shape::Id, "代号，在本一级事项中不重复，永远不变", "permanent id, unique in its field"),
        must("field", Shape::Refer(Refer::Field), "属于哪个一级事项", "its field"),
        may("title", Shape::Text, "公开事项名称", "title"),
        may(
            "disclosure",
            Shape::Many(&Shape::Word(Disclosure::VOCABULARY)),
            "属于“五公开”中的哪一项或几项",
            "which of the five disclosures",
        ),
        may(
            "facet",
            Shape::Many(&Shape::Word(Facet::VOCABULARY)),
            "政策解读、舆情回应、公众参与",
            "interpretation, response, participation",
        ),
        may("elements", Shape::Many(&Shape::Short(&ELEMENT, "name")), "公开内容（要素）", "elements"),
        may("basis", MANY, "公开依据", "legal basis"),
        may(
            "time_limit",
            Shape::Many(&Shape::Short(&LIMIT, "text")),
            "公开时限，照目录原文写；几类信息时限不同的写成列表",
            "time limit, in the official words; a list where classes of information have different ones",
        ),
        may(
            "occurs",
            Shape::Word(Occurs::VOCABULARY),
            "常年、定期、发生时",
            "standing, periodic, or only when it happens",
        ),
        may(
            "update",
            Shape::Word(UpdateCycle::VOCABULARY),
            "更新周期（定期公开的事项）",
            "how often, for periodic items",
        ),
        may("since", Shape::Day, "从哪一天起要公开", "the first day it is owed"),
        may(
            "column",
            Shape::Word(Column::VOCABULARY),
            "栏目类别，用于计算更新是否及时",
            "kind of column, for freshness",
        ),
        may("organisation", Shape::Refer(Refer::Organisation), "公开主体", "who publishes"),
        may("office", Shape::Text, "责任科室", "the office responsible"),
        may("channels", Shape::Many(&Shape::Short(&CHANNEL, "name")), "公开渠道和载体", "channels"),
        may("audience", Shape::Short(&AUDIENCE, "name"), "公开对象", "to whom"),
        may("way", Shape::Word(Way::VOCABULARY), "公开方式：主动、依申请、不予公开", "active, on request, withheld"),
        may("ground", Shape::Text, "依申请或不予公开的依据", "why it is on request or withheld"),
        may("reviewed", Shape::Day, "最近一次复核的日期", "when that was last re-assessed"),
        may("level", Shape::Many(&Shape::Word(AdminLevel::VOCABULARY)), "公开层级", "levels"),
        may("legal_item", MANY, "对应的法定义务，例如 2019:20.10", "duties of law it serves, e.g. 2019:20.10"),
        may("kind", Shape::Many(&Shape::Word(EntryKind::VOCABULARY)), "收哪几种内容类型", "kinds of entry it takes"),
        may("due", Shape::Day, "最迟应公开的日期", "the day it is due"),
        may(
            "interpretation",
            Shape::Word(InterpretationNeed::VOCABULARY),
            "是否需要解读",
            "whether its entries need an interpretation",
        ),
        may("waiver", Shape::Text, "免予解读的原因", "why no interpretation is needed"),
        may("register", Shape::Refer(Refer::Register), "使用哪种清单", "its typed table"),
        may("code", Shape::Text, "序号，照目录原样", "number as printed"),
        may("summary", Shape::Text, "说明", "a few words"),
        may("extra", Shape::Map(&Shape::Text), "目录里的其他列，照样保留", "local columns, kept"),
        inner(may("note", Shape::Text, "内部备注", "a note of the house")),
    ],
);
