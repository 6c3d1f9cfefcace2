//! `[[field]]` and `[[item]]`: the national table, column for column.

use crate::{
    day::Day,
    record::{Abbreviated, FieldRef, Id, Key, Many, Map, OrganisationRef, RegisterRef, Schema, Short, TableKind, Text},
    vocabulary::{Column, Disclosure, EntryKind, Facet, InterpretationNeed, Occurs, UpdateCycle, Way},
};

/// `[[field]]`.
pub enum Field {}

impl Field {
    pub const ID: Key<Self, Id> = Key::new(1, "id");
    pub const TITLE: Key<Self, Text> = Key::new(2, "title");
    pub const PARENT: Key<Self, FieldRef> = Key::new(3, "parent");
    pub const SUMMARY: Key<Self, Text> = Key::new(4, "summary");
}

impl TableKind for Field {
    const SCHEMA: &'static Schema = &Schema::new(
        "field",
        "一级事项",
        "a first-level matter",
        &[
            Self::ID.must("代号，在整个目录中不重复，永远不变", "permanent id, unique in the whole catalogue"),
            Self::TITLE.must("一级事项名称", "title"),
            Self::PARENT.may("上一级", "the field above it"),
            Self::SUMMARY.may("说明", "a few words"),
        ],
    );
}

/// An element of an item, long or short.
pub enum Element {}

impl Element {
    pub const NAME: Key<Self, Text> = Key::new(1, "name");
    pub const EACH: Key<Self, bool> = Key::new(2, "each");
    pub const OPTIONAL: Key<Self, bool> = Key::new(3, "optional");
}

impl TableKind for Element {
    const SCHEMA: &'static Schema = &Schema::new(
        "item.elements",
        "公开内容的一个要素",
        "an element",
        &[
            Self::NAME.must("要素名称", "its name"),
            Self::EACH.may("是否每条信息都要有", "whether every entry must have it"),
            Self::OPTIONAL.may("是否可以没有", "whether it may be missing"),
        ],
    );
}

impl Abbreviated for Element {
    const SHORT: &'static str = Self::NAME.name;
}

/// A time limit of an item: its words, or a table that says what they mean.
pub enum TimeLimit {}

impl TimeLimit {
    pub const TEXT: Key<Self, Text> = Key::new(1, "text");
    pub const WORKDAYS: Key<Self, i64> = Key::new(2, "workdays");
    pub const DAYS: Key<Self, i64> = Key::new(3, "days");
    pub const MONTHS: Key<Self, i64> = Key::new(4, "months");
    pub const HOURS: Key<Self, i64> = Key::new(5, "hours");
    pub const BY: Key<Self, Text> = Key::new(6, "by");
    pub const FROM: Key<Self, Text> = Key::new(7, "from");
    pub const FOR: Key<Self, Text> = Key::new(8, "for");
}

impl TableKind for TimeLimit {
    const SCHEMA: &'static Schema = &Schema::new(
        "item.time_limit",
        "公开时限",
        "a time limit",
        &[
            Self::TEXT.may("目录原文", "the official words"),
            Self::WORKDAYS.may("多少个工作日内", "within how many working days"),
            Self::DAYS.may("多少日内", "within how many calendar days"),
            Self::MONTHS.may("多少个月内", "within how many months"),
            Self::HOURS.may("多少小时内", "within how many hours"),
            Self::BY.may("每年哪一天前，例如“01-31”", "by what day of each year, e.g. 01-31"),
            Self::FROM.may("从哪一天起算，例如“作出决定”", "what it counts from, e.g. decided"),
            Self::FOR.may("用于哪一类信息，例如“行政处罚”", "for which class of information"),
        ],
    );
}

impl Abbreviated for TimeLimit {
    const SHORT: &'static str = Self::TEXT.name;
}

/// A channel of an item, long or short.
pub enum Channel {}

impl Channel {
    pub const NAME: Key<Self, Text> = Key::new(1, "name");
    pub const OPTIONAL: Key<Self, bool> = Key::new(2, "optional");
}

impl TableKind for Channel {
    const SCHEMA: &'static Schema = &Schema::new(
        "item.channels",
        "公开渠道和载体",
        "a channel",
        &[
            Self::NAME.must("渠道名称；清单以外的写“其他：……”", "its name; what is not in the list as 其他：…"),
            Self::OPTIONAL.may("是否为可选（□）", "whether it may be left out"),
        ],
    );
}

impl Abbreviated for Channel {
    const SHORT: &'static str = Self::NAME.name;
}

/// To whom an item is open, long or short.
pub enum Audience {}

impl Audience {
    pub const NAME: Key<Self, Text> = Key::new(1, "name");
    pub const GROUP: Key<Self, Text> = Key::new(2, "group");
}

impl TableKind for Audience {
    const SCHEMA: &'static Schema = &Schema::new(
        "item.audience",
        "公开对象",
        "to whom",
        &[
            Self::NAME.may("全社会或特定群体", "everyone, or a certain group"),
            Self::GROUP.may("是哪个特定群体", "which group"),
        ],
    );
}

impl Abbreviated for Audience {
    const SHORT: &'static str = Self::NAME.name;
}

/// `[[item]]`.
pub enum Item {}

impl Item {
    pub const ID: Key<Self, Id> = Key::new(1, "id");
    pub const FIELD: Key<Self, FieldRef> = Key::new(2, "field");
    pub const TITLE: Key<Self, Text> = Key::new(3, "title");
    pub const DISCLOSURE: Key<Self, Many<Disclosure>> = Key::new(4, "disclosure");
    pub const FACET: Key<Self, Many<Facet>> = Key::new(5, "facet");
    pub const ELEMENTS: Key<Self, Many<Short<Element>>> = Key::new(6, "elements");
    pub const BASIS: Key<Self, Many<Text>> = Key::new(7, "basis");
    pub const TIME_LIMIT: Key<Self, Many<Short<TimeLimit>>> = Key::new(8, "time_limit");
    pub const OCCURS: Key<Self, Occurs> = Key::new(9, "occurs");
    pub const UPDATE: Key<Self, UpdateCycle> = Key::new(10, "update");
    pub const SINCE: Key<Self, Day> = Key::new(11, "since");
    pub const COLUMN: Key<Self, Column> = Key::new(12, "column");
    pub const ORGANISATION: Key<Self, OrganisationRef> = Key::new(13, "organisation");
    pub const OFFICE: Key<Self, Text> = Key::new(14, "office");
    pub const CHANNELS: Key<Self, Many<Short<Channel>>> = Key::new(15, "channels");
    pub const AUDIENCE: Key<Self, Short<Audience>> = Key::new(16, "audience");
    pub const WAY: Key<Self, Way> = Key::new(17, "way");
    pub const GROUND: Key<Self, Text> = Key::new(18, "ground");
    pub const REVIEWED: Key<Self, Day> = Key::new(19, "reviewed");
    pub const LEVEL: Key<Self, Many<Text>> = Key::new(20, "level");
    pub const LEGAL_ITEM: Key<Self, Many<Text>> = Key::new(21, "legal_item");
    pub const KIND: Key<Self, Many<EntryKind>> = Key::new(22, "kind");
    pub const DUE: Key<Self, Day> = Key::new(23, "due");
    pub const INTERPRETATION: Key<Self, InterpretationNeed> = Key::new(24, "interpretation");
    pub const WAIVER: Key<Self, Text> = Key::new(25, "waiver");
    pub const REGISTER: Key<Self, RegisterRef> = Key::new(26, "register");
    pub const CODE: Key<Self, Text> = Key::new(27, "code");
    pub const SUMMARY: Key<Self, Text> = Key::new(28, "summary");
    pub const EXTRA: Key<Self, Map<Text>> = Key::new(29, "extra");
    pub const NOTE: Key<Self, Text> = Key::new(30, "note");
}

impl TableKind for Item {
    const SCHEMA: &'static Schema = &Schema::new(
        "item",
        "公开事项（二级事项）",
        "an item: a row of the national table",
        &[
            Self::ID.must("代号，在本一级事项中不重复，永远不变", "permanent id, unique in its field"),
            Self::FIELD.must("属于哪个一级事项", "its field"),
            Self::TITLE.must("公开事项名称", "title"),
            Self::DISCLOSURE.may("属于“五公开”中的哪一项或几项", "which of the five disclosures"),
            Self::FACET.may("政策解读、舆情回应、公众参与", "interpretation, response, participation"),
            Self::ELEMENTS.may("公开内容（要素）", "elements"),
            Self::BASIS.may("公开依据", "legal basis"),
            Self::TIME_LIMIT.may(
                "公开时限，照目录原文写；几类信息时限不同的写成列表",
                "time limit, in the official words; a list where classes of information have different ones",
            ),
            Self::OCCURS.may("常年、定期、发生时", "standing, periodic, or only when it happens"),
            Self::UPDATE.may("更新周期（定期公开的事项）", "how often, for periodic items"),
            Self::SINCE.may("从哪一天起要公开", "the first day it is owed"),
            Self::COLUMN.may("栏目类别，用于计算更新是否及时", "kind of column, for freshness"),
            Self::ORGANISATION.must("公开主体", "who publishes"),
            Self::OFFICE.may("责任科室", "the office responsible"),
            Self::CHANNELS.may("公开渠道和载体", "channels"),
            Self::AUDIENCE.may("公开对象", "to whom"),
            Self::WAY.may("公开方式：主动、依申请、不予公开", "active, on request, withheld"),
            Self::GROUND
                .may("依申请或不予公开的依据，列在网站上", "why it is on request or withheld; stands on the site"),
            Self::REVIEWED.may("最近一次复核的日期", "when that was last re-assessed"),
            Self::LEVEL.may("公开层级：市级、县级、乡级、村级", "levels: 市级, 县级, 乡级, 村级"),
            Self::LEGAL_ITEM.may("对应的法定义务，例如 2019:20.10", "duties of law it serves, e.g. 2019:20.10"),
            Self::KIND.may("收哪几种内容类型", "kinds of entry it takes"),
            Self::DUE.may("最迟应公开的日期", "the day it is due"),
            Self::INTERPRETATION.may("是否需要解读", "whether its entries need an interpretation"),
            Self::WAIVER.may("免予解读的原因", "why no interpretation is needed"),
            Self::REGISTER.may("使用哪种清单", "its typed table"),
            Self::CODE.may("序号，照目录原样", "number as printed"),
            Self::SUMMARY.may("说明", "a few words"),
            Self::EXTRA.may("目录里的其他列，照样保留", "local columns, kept"),
            Self::NOTE.may("内部备注", "a note of the house").internal(),
        ],
    );
}
