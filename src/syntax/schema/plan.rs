//! `[[plan]]`, `[[task]]`, `[[rectification]]`, `[[score]]`, `[[base]]`: what was promised and what was found.

use super::declare::{inner, may, must, table};
use crate::record::{Refer, Schema, Shape};

/// `[[plan]]`.
pub static PLAN: Schema = table(
    "plan",
    "工作计划",
    "a work plan",
    &[
        must("id", Shape::Id, "代号，永远不变", "permanent id"),
        must("title", Shape::Text, "名称", "title"),
        may("organisation", Shape::Refer(Refer::Organisation), "哪个机构的计划", "whose plan"),
        may("basis", Shape::Text, "依据的文件", "the document it stands on"),
        may("from", Shape::Day, "起始日期", "first day"),
        may("to", Shape::Day, "截止日期", "last day"),
    ],
);

static EVIDENCE: Schema = table(
    "task.evidence",
    "佐证材料",
    "evidence for what publishes nothing",
    &[
        must("what", Shape::Text, "做了什么", "what was done"),
        may("on", Shape::Day, "日期", "on which day"),
        may("by", Shape::Text, "由谁", "by whom"),
        inner(may("file", Shape::Path, "材料文件", "the file")),
    ],
);

static MILESTONE: Schema = table(
    "task.milestones",
    "节点",
    "a milestone",
    &[
        must("title", Shape::Text, "节点名称", "title"),
        may("due", Shape::Day, "应完成的日期", "the last day"),
        may("done", Shape::Day, "完成的日期", "the day it was done"),
    ],
);

static READING: Schema = table(
    "task.indicators.values",
    "某一天的数值",
    "the value on a day",
    &[must("on", Shape::Day, "日期", "on which day"), must("value", Shape::Number, "数值", "the value")],
);

static INDICATOR: Schema = table(
    "task.indicators",
    "指标",
    "an indicator",
    &[
        must("name", Shape::Text, "指标名称", "its name"),
        may("unit", Shape::Text, "单位", "unit"),
        may("target", Shape::Number, "目标值", "target"),
        may("values", Shape::List(&Shape::Table(&READING)), "各时点的数值", "values by day"),
    ],
);

/// `[[task]]`.
pub static TASK: Schema = table(
    "task",
    "任务",
    "a task of a plan",
    &[
        must("plan", Shape::Refer(Refer::Plan), "属于哪个计划", "its plan"),
        must("number", Shape::Integer, "序号", "its number"),
        may("section", Shape::Text, "所在部分", "the part of the plan it stands in"),
        must("title", Shape::Text, "任务名称", "title"),
        may("items", Shape::Many(&Shape::Refer(Refer::Item)), "由哪些公开事项落实", "the items that fulfil it"),
        may("publish", Shape::Text, "在哪里公开", "where it is to be published"),
        may("requirement", Shape::Text, "要求", "what is asked"),
        may("lead", Shape::Refer(Refer::Organisation), "牵头单位", "who leads"),
        may("with", Shape::Many(&Shape::Refer(Refer::Organisation)), "配合单位", "who helps"),
        may("office", Shape::Text, "责任科室", "the office responsible"),
        may("due", Shape::Day, "完成时限", "the last day"),
        may("evidence", Shape::List(&Shape::Table(&EVIDENCE)), "佐证材料", "evidence"),
        may("milestones", Shape::List(&Shape::Table(&MILESTONE)), "节点", "milestones"),
        may("indicators", Shape::List(&Shape::Table(&INDICATOR)), "指标", "indicators"),
    ],
);

/// `[[rectification]]`.
pub static RECTIFICATION: Schema = table(
    "rectification",
    "整改台账的一项",
    "something to be put right",
    &[
        inner(must("finding", Shape::Text, "发现的问题", "what was found")),
        inner(may("organisation", Shape::Refer(Refer::Organisation), "责任机构", "who must mend it")),
        inner(may("by", Shape::Text, "责任科室", "the office responsible")),
        inner(may("due", Shape::Day, "整改时限", "the last day")),
        inner(may("done", Shape::Day, "完成整改的日期", "the day it was mended")),
        inner(may("evidence", Shape::Text, "整改佐证", "evidence")),
    ],
);

/// `[[score]]`.
pub static SCORE: Schema = table(
    "score",
    "人工评分",
    "a score that no machine can judge",
    &[
        inner(must("indicator", Shape::Text, "评分指标", "the indicator")),
        inner(must("points", Shape::Number, "得分", "points")),
        inner(may("of", Shape::Number, "满分", "points at most")),
        inner(may("organisation", Shape::Refer(Refer::Organisation), "被评机构", "whom it is about")),
        inner(may("period", Shape::Period, "评分期间", "the period")),
        inner(may("note", Shape::Text, "说明", "a note")),
        inner(may("by", Shape::Text, "评分人", "who gave it")),
        inner(may("on", Shape::Day, "评分日期", "on which day")),
    ],
);

static BASE_ITEM: Schema = table(
    "base.items",
    "上级目录的一个事项",
    "an item of a superior's catalogue",
    &[
        must("title", Shape::Text, "事项名称", "its title"),
        may("item", Shape::Refer(Refer::Item), "本目录中对应的公开事项", "the own item that serves it"),
        may("field", Shape::Text, "一级事项", "its field"),
    ],
);

/// `[[base]]`.
pub static BASE: Schema = table(
    "base",
    "上级目录：其中的事项本目录都要有",
    "a superior's catalogue that this one must keep",
    &[
        must("title", Shape::Text, "上级目录的名称", "its title"),
        may("by", Shape::Text, "发布机关", "who issued it"),
        may("number", Shape::Text, "文号", "document number"),
        may("items", Shape::Many(&Shape::Short(&BASE_ITEM, "title")), "其中的事项", "its items"),
    ],
);
