//! `[[change]]`: what became of the catalogue, for the public log.

use crate::{
    day::Day,
    record::{EntryRef, Key, Many, Schema, TableKind, Text},
    vocabulary::CatalogueChange,
};

/// `[[change]]`.
pub enum Change {}

impl Change {
    pub const ON: Key<Self, Day> = Key::new(1, "on");
    pub const KIND: Key<Self, CatalogueChange> = Key::new(2, "kind");
    pub const TITLE: Key<Self, Text> = Key::new(3, "title");
    pub const ITEM: Key<Self, Text> = Key::new(4, "item");
    pub const FIELD: Key<Self, Text> = Key::new(5, "field");
    pub const WHAT: Key<Self, Many<Text>> = Key::new(6, "what");
    pub const REASON: Key<Self, Text> = Key::new(7, "reason");
    pub const BASIS: Key<Self, Many<Text>> = Key::new(8, "basis");
    pub const NOTICE: Key<Self, EntryRef> = Key::new(9, "notice");
}

impl TableKind for Change {
    const SCHEMA: &'static Schema = &Schema::new(
        "change",
        "目录的一处变动，列在网站上；由 gongkai diff --record 写入",
        "a change of the catalogue, listed on the site; written by `gongkai diff --record`",
        &[
            Self::ON.must("调整的日期", "the day of the change"),
            Self::KIND.must("新增、取消、移动、修改", "what became of the item"),
            Self::TITLE.must("公开事项名称，照当时的写", "the item's title, as it was then"),
            Self::ITEM.may(
                "公开事项的全称 一级事项/公开事项；已经取消的也可以写",
                "the item's full id field/item; it need not be there any more",
            ),
            Self::FIELD.may("一级事项名称", "the title of its field"),
            Self::WHAT.may("改了什么，一处一条", "what was changed, one text for each"),
            Self::REASON.may("原因", "why"),
            Self::BASIS.may("依据的文件", "the documents it stands on"),
            Self::NOTICE.may("调整公告是哪条信息", "the entry that announced it"),
        ],
    );
}
