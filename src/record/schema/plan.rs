//! `[[plan]]`, `[[task]]`, `[[rectification]]`, `[[base]]`: what was promised and what was found.

use crate::{
    day::{Day, Period},
    record::{
        Abbreviated, Id, ItemRef, Key, List, Many, Number, OrganisationRef, Path, PlanRef, Schema, Short, Table,
        TableKind, Text,
    },
    vocabulary::EvidenceKind,
};

/// `[[plan]]`.
pub enum Plan {}

impl Plan {
    pub const ID: Key<Self, Id> = Key::new(1, "id");
    pub const TITLE: Key<Self, Text> = Key::new(2, "title");
    pub const ORGANISATION: Key<Self, OrganisationRef> = Key::new(3, "organisation");
    pub const BASIS: Key<Self, Text> = Key::new(4, "basis");
    pub const FROM: Key<Self, Day> = Key::new(5, "from");
    pub const TO: Key<Self, Day> = Key::new(6, "to");
}

impl TableKind for Plan {
    const SCHEMA: &'static Schema = &Schema::new(
        "plan",
        "工作计划",
        "a work plan",
        &[
            Self::ID.must("代号，永远不变", "permanent id"),
            Self::TITLE.must("名称", "title"),
            Self::ORGANISATION.may("哪个机构的计划", "whose plan"),
            Self::BASIS.may("依据的文件", "the document it stands on"),
            Self::FROM.may("起始日期", "first day"),
            Self::TO.may("截止日期", "last day"),
        ],
    );
}

/// Evidence for a task.
pub enum Evidence {}

impl Evidence {
    pub const WHAT: Key<Self, Text> = Key::new(1, "what");
    pub const ON: Key<Self, Day> = Key::new(2, "on");
    pub const BY: Key<Self, Text> = Key::new(3, "by");
    pub const FILE: Key<Self, Path> = Key::new(4, "file");
    pub const KIND: Key<Self, EvidenceKind> = Key::new(5, "kind");
}

impl TableKind for Evidence {
    const SCHEMA: &'static Schema = &Schema::new(
        "task.evidence",
        "佐证材料",
        "evidence for what publishes nothing",
        &[
            Self::WHAT.must("做了什么", "what was done"),
            Self::KIND
                .may("哪一类：会议、培训、人员、制度、其他", "what it is of: a meeting, training, staff, rules, other"),
            Self::ON.may("日期", "on which day"),
            Self::BY.may("由谁", "by whom"),
            Self::FILE.may("材料文件", "the file").internal(),
        ],
    );
}

/// A milestone of a task.
pub enum Milestone {}

impl Milestone {
    pub const TITLE: Key<Self, Text> = Key::new(1, "title");
    pub const DUE: Key<Self, Day> = Key::new(2, "due");
    pub const DONE: Key<Self, Day> = Key::new(3, "done");
}

impl TableKind for Milestone {
    const SCHEMA: &'static Schema = &Schema::new(
        "task.milestones",
        "节点",
        "a milestone",
        &[
            Self::TITLE.must("节点名称", "title"),
            Self::DUE.may("应完成的日期", "the last day"),
            Self::DONE.may("完成的日期", "the day it was done"),
        ],
    );
}

/// The value of an indicator on a day.
pub enum Reading {}

impl Reading {
    pub const ON: Key<Self, Day> = Key::new(1, "on");
    pub const VALUE: Key<Self, Number> = Key::new(2, "value");
}

impl TableKind for Reading {
    const SCHEMA: &'static Schema = &Schema::new(
        "task.indicators.values",
        "某一天的数值",
        "the value on a day",
        &[Self::ON.must("日期", "on which day"), Self::VALUE.must("数值", "the value")],
    );
}

/// An indicator of a task.
pub enum Indicator {}

impl Indicator {
    pub const NAME: Key<Self, Text> = Key::new(1, "name");
    pub const UNIT: Key<Self, Text> = Key::new(2, "unit");
    pub const TARGET: Key<Self, Number> = Key::new(3, "target");
    pub const VALUES: Key<Self, List<Table<Reading>>> = Key::new(4, "values");
}

impl TableKind for Indicator {
    const SCHEMA: &'static Schema = &Schema::new(
        "task.indicators",
        "指标",
        "an indicator",
        &[
            Self::NAME.must("指标名称", "its name"),
            Self::UNIT.may("单位", "unit"),
            Self::TARGET.may("目标值", "target"),
            Self::VALUES.may("各时点的数值", "values by day"),
        ],
    );
}

/// Where a task is to be published.
pub enum PublishPlace {}

impl PublishPlace {
    pub const TEXT: Key<Self, Text> = Key::new(1, "text");
    pub const ORGANISATION: Key<Self, OrganisationRef> = Key::new(2, "organisation");
    pub const CHANNEL: Key<Self, Text> = Key::new(3, "channel");
}

impl TableKind for PublishPlace {
    const SCHEMA: &'static Schema = &Schema::new(
        "task.publish",
        "在哪里公开",
        "where a task is to be published",
        &[
            Self::TEXT.may("计划原话", "in the plan's words"),
            Self::ORGANISATION.may("在哪个机构名下；写了就比较", "under which body; compared with its entries"),
            Self::CHANNEL.may("在哪个渠道；写了就比较", "on which channel; compared with its entries"),
        ],
    );
}

impl Abbreviated for PublishPlace {
    const SHORT: &'static str = Self::TEXT.name;
}

/// `[[task]]`.
pub enum Task {}

impl Task {
    pub const PLAN: Key<Self, PlanRef> = Key::new(1, "plan");
    pub const NUMBER: Key<Self, i64> = Key::new(2, "number");
    pub const SECTION: Key<Self, Text> = Key::new(3, "section");
    pub const TITLE: Key<Self, Text> = Key::new(4, "title");
    pub const ITEMS: Key<Self, Many<ItemRef>> = Key::new(5, "items");
    pub const PUBLISH: Key<Self, Short<PublishPlace>> = Key::new(6, "publish");
    pub const REQUIREMENT: Key<Self, Text> = Key::new(7, "requirement");
    pub const LEAD: Key<Self, OrganisationRef> = Key::new(8, "lead");
    pub const WITH: Key<Self, Many<OrganisationRef>> = Key::new(9, "with");
    pub const OFFICE: Key<Self, Text> = Key::new(10, "office");
    pub const DUE: Key<Self, Day> = Key::new(11, "due");
    pub const EVIDENCE: Key<Self, List<Table<Evidence>>> = Key::new(12, "evidence");
    pub const MILESTONES: Key<Self, List<Table<Milestone>>> = Key::new(13, "milestones");
    pub const INDICATORS: Key<Self, List<Table<Indicator>>> = Key::new(14, "indicators");
    pub const ACCOUNTS: Key<Self, Many<Text>> = Key::new(15, "accounts");
}

impl TableKind for Task {
    const SCHEMA: &'static Schema = &Schema::new(
        "task",
        "任务",
        "a task of a plan",
        &[
            Self::PLAN.must("属于哪个计划", "its plan"),
            Self::NUMBER.must("序号", "its number"),
            Self::SECTION.may("所在部分", "the part of the plan it stands in"),
            Self::TITLE.must("任务名称", "title"),
            Self::ITEMS.may("由哪些公开事项落实", "the items that fulfil it"),
            Self::PUBLISH.may("在哪里公开", "where it is to be published"),
            Self::ACCOUNTS
                .may("指定在哪些新媒体账号发布，代号或者名称", "the accounts it is to be published on, by id or name"),
            Self::REQUIREMENT.may("要求", "what is asked"),
            Self::LEAD.may("牵头单位", "who leads"),
            Self::WITH.may("配合单位", "who helps"),
            Self::OFFICE.may("责任科室", "the office responsible"),
            Self::DUE.may("完成时限", "the last day"),
            Self::EVIDENCE.may("佐证材料", "evidence"),
            Self::MILESTONES.may("节点", "milestones"),
            Self::INDICATORS.may("指标", "indicators"),
        ],
    );
}

/// What shows that something was put right.
pub enum RectificationEvidence {}

impl RectificationEvidence {
    pub const WHAT: Key<Self, Text> = Key::new(1, "what");
    pub const FILE: Key<Self, Path> = Key::new(2, "file");
}

impl TableKind for RectificationEvidence {
    const SCHEMA: &'static Schema = &Schema::new(
        "rectification.evidence",
        "整改佐证",
        "what shows that it was put right",
        &[
            Self::WHAT.may("做了什么，有什么为证", "what was done").internal(),
            Self::FILE.may("材料文件", "the file").internal(),
        ],
    );
}

impl Abbreviated for RectificationEvidence {
    const SHORT: &'static str = Self::WHAT.name;
}

/// `[[rectification]]`.
pub enum Rectification {}

impl Rectification {
    pub const FINDING: Key<Self, Text> = Key::new(1, "finding");
    pub const ORGANISATION: Key<Self, OrganisationRef> = Key::new(2, "organisation");
    pub const BY: Key<Self, Text> = Key::new(3, "by");
    pub const DUE: Key<Self, Day> = Key::new(4, "due");
    pub const DONE: Key<Self, Day> = Key::new(5, "done");
    pub const EVIDENCE: Key<Self, Short<RectificationEvidence>> = Key::new(6, "evidence");
    pub const RULE: Key<Self, Text> = Key::new(7, "rule");
    pub const ENTRY: Key<Self, Text> = Key::new(8, "entry");
    pub const PLAN: Key<Self, PlanRef> = Key::new(9, "plan");
    pub const TASK: Key<Self, i64> = Key::new(10, "task");
    pub const QUARTER: Key<Self, Period> = Key::new(11, "quarter");
    pub const FINGERPRINT: Key<Self, Text> = Key::new(12, "fingerprint");
    pub const ITEM: Key<Self, ItemRef> = Key::new(13, "item");
}

impl TableKind for Rectification {
    const SCHEMA: &'static Schema = &Schema::new(
        "rectification",
        "整改台账的一项",
        "something to be put right",
        &[
            Self::FINDING.must("发现的问题", "what was found").internal(),
            Self::ORGANISATION.may("责任机构", "who must mend it").internal(),
            Self::BY.may("责任科室", "the office responsible").internal(),
            Self::DUE.may("整改时限", "the last day").internal(),
            Self::DONE.may("完成整改的日期", "the day it was mended").internal(),
            Self::EVIDENCE.may("整改佐证", "evidence").internal(),
            Self::RULE.may("对应的规则", "the rule it is about").internal(),
            Self::ENTRY.may("涉及的信息", "the entry it is about").internal(),
            Self::ITEM.may("涉及的公开事项", "the item it is about").internal(),
            Self::FINGERPRINT
                .may(
                    "问题清单里的编号，前十二位即可",
                    "the number that the problem list gives it; twelve digits are enough",
                )
                .internal(),
            Self::PLAN.may("属于哪个计划", "the plan its task is of").internal(),
            Self::TASK.may("属于计划的第几项任务", "the number of the task it holds open").internal(),
            Self::QUARTER.may("发现于哪个季度", "the quarter it was found in").internal(),
        ],
    );
}

/// An item of a superior's catalogue.
pub enum BaseItem {}

impl BaseItem {
    pub const TITLE: Key<Self, Text> = Key::new(1, "title");
    pub const ITEM: Key<Self, ItemRef> = Key::new(2, "item");
    pub const FIELD: Key<Self, Text> = Key::new(3, "field");
    pub const CODE: Key<Self, Text> = Key::new(4, "code");
}

impl TableKind for BaseItem {
    const SCHEMA: &'static Schema = &Schema::new(
        "base.items",
        "上级目录的一个事项",
        "an item of a superior's catalogue",
        &[
            Self::TITLE.must("事项名称", "its title"),
            Self::ITEM.may("本目录中对应的公开事项", "the own item that serves it"),
            Self::FIELD.may("一级事项", "its field"),
            Self::CODE.may("序号，照上级目录", "its number, as the superior's catalogue has it"),
        ],
    );
}

impl Abbreviated for BaseItem {
    const SHORT: &'static str = Self::TITLE.name;
}

/// `[[base]]`.
pub enum Base {}

impl Base {
    pub const TITLE: Key<Self, Text> = Key::new(1, "title");
    pub const BY: Key<Self, Text> = Key::new(2, "by");
    pub const NUMBER: Key<Self, Text> = Key::new(3, "number");
    pub const ITEMS: Key<Self, Many<Short<BaseItem>>> = Key::new(4, "items");
    pub const ORGANISATION: Key<Self, OrganisationRef> = Key::new(5, "organisation");
}

impl TableKind for Base {
    const SCHEMA: &'static Schema = &Schema::new(
        "base",
        "上级目录：其中的事项本目录都要有",
        "a superior's catalogue that this one must keep",
        &[
            Self::TITLE.must("上级目录的名称", "its title"),
            Self::BY.may("发布机关", "who issued it"),
            Self::NUMBER.may("文号", "document number"),
            Self::ORGANISATION.may(
                "哪个机构的目录要有这些事项；不写则为整个目录",
                "whose items must keep it; without it the whole catalogue",
            ),
            Self::ITEMS.may("其中的事项", "its items"),
        ],
    );
}
