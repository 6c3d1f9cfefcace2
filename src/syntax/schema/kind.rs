//! The front matter of an entry: keys that only some kinds take.

use super::{
    declare::{MANY, inner, may},
    entry::ATTACHMENT,
};
use crate::{
    record::{Key, Refer, Shape},
    vocabulary::{
        EntryKind, InterpretationForm, Opening, ProjectClass, Severity, Sharing, Stage, UpdateCycle, Word as _,
    },
};

const ENTRIES: Shape = Shape::Many(&Shape::Refer(Refer::Entry));

static DECISION: &[Key] = &[
    may("meeting", Shape::Text, "会议名称", "the meeting"),
    may("held", Shape::Day, "会议日期", "the day it was held"),
    may("matters", MANY, "议定事项", "the matters decided"),
    may("major", Shape::Flag, "是否为重大行政决策", "whether it is a major decision"),
];

static INTERPRETATION: &[Key] = &[
    may("interprets", ENTRIES, "解读哪个文件", "the document it interprets"),
    may("form", Shape::Many(&Shape::Word(InterpretationForm::VOCABULARY)), "解读形式", "form"),
    may("first_interpreter", Shape::Text, "第一解读人", "the first interpreter"),
];

static CONSULTATION: &[Key] = &[
    may("opens", Shape::Day, "开始日期", "the first day"),
    may("closes", Shape::Day, "截止日期", "the last day"),
    may("about", ENTRIES, "就哪个文件或事项征求意见", "what it is about"),
    may("reason", Shape::Text, "期限较短的原因", "why it is short"),
    may("contact", Shape::Text, "反馈方式", "where opinions go"),
];

static CONSULTATION_RESULT: &[Key] = &[may("of", ENTRIES, "是哪次征求意见的结果", "the consultation it concludes")];

static NOTICE: &[Key] = &[
    may("opens", Shape::Day, "公示开始日期", "the first day"),
    may("closes", Shape::Day, "公示截止日期", "the last day"),
    may("contact", Shape::Text, "联系方式", "whom to ask"),
    may("names_until", Shape::Day, "公示人名截止日期", "the last day that names are shown"),
];

static OPINION_RESPONSE: &[Key] = &[
    may("severity", Shape::Word(Severity::VOCABULARY), "舆情等级", "how grave it is"),
    inner(may("noticed", Shape::Moment, "发现时间", "when it was noticed")),
    inner(may("judged", Shape::Moment, "研判时间", "when it was judged")),
    inner(may("first_told", Shape::Moment, "首次发声时间", "when the public was first told")),
    inner(may("briefed", Shape::Moment, "召开发布会的时间", "when the press was briefed")),
    may("answered", Shape::Moment, "回应时间", "when it was answered"),
    may("with", MANY, "会同的部门", "with whom"),
    inner(may("evaluation", Shape::Text, "处置效果评估", "how well it was handled")),
];

static MESSAGE: &[Key] = &[
    may("topic", Shape::Text, "留言类别", "topic"),
    may("accepted", Shape::Moment, "受理时间", "when it was accepted"),
    inner(may("transferred", Shape::Moment, "转办时间", "when it was passed on")),
    inner(may("to", Shape::Text, "转给谁办理", "to whom it was passed on")),
    may("answered", Shape::Moment, "答复时间", "when it was answered"),
    may("complex", Shape::Flag, "是否为复杂事项", "whether it is complex"),
    may("asker", Shape::Text, "留言人（隐去全名，例如“王**”）", "who asked, masked"),
];

static PROJECT: &[Key] = &[
    may("project", Shape::Refer(Refer::Project), "哪个项目", "the project"),
    may("class", Shape::Word(ProjectClass::VOCABULARY), "项目信息类别", "class of information"),
    may("stage", Shape::Word(Stage::VOCABULARY), "项目阶段", "stage of the project"),
];

static DATASET: &[Key] = &[
    may("sharing", Shape::Word(Sharing::VOCABULARY), "共享类型", "how it is shared"),
    may("opening", Shape::Word(Opening::VOCABULARY), "开放属性", "how it is opened"),
    may("condition", Shape::Text, "共享或开放的条件", "on what condition"),
    may("licence", Shape::Text, "使用条件", "terms of use"),
    may("update", Shape::Word(UpdateCycle::VOCABULARY), "更新周期", "how often it is updated"),
    may("updated", Shape::Day, "最近更新日期", "when it was last updated"),
    may("files", Shape::Many(&Shape::Short(&ATTACHMENT, "file")), "数据文件", "files"),
];

static PROCUREMENT: &[Key] = &[
    may("awarded", Shape::Day, "中标（成交）日期", "the day of the award"),
    may("signed", Shape::Day, "合同签订日期", "the day the contract was signed"),
];

static BUDGET: &[Key] = &[may("year", Shape::Integer, "年度", "the year")];

static PERSONNEL: &[Key] = &[
    may("opens", Shape::Day, "公示开始日期", "the first day"),
    may("closes", Shape::Day, "公示截止日期", "the last day"),
    may("contact", Shape::Text, "联系方式", "whom to ask"),
    may("names_until", Shape::Day, "公示人名截止日期", "the last day that names are shown"),
];

static PROPOSAL_REPLY: &[Key] = &[
    may("session", Shape::Text, "届次", "the session"),
    may("proposal", Shape::Text, "建议或提案的编号", "number of the proposal"),
    may("answered", Shape::Day, "答复日期", "the day of the reply"),
];

static INSPECTION_RESULT: &[Key] = &[may("inspected", Shape::Day, "抽查日期", "the day of the inspection")];

static PENALTY: &[Key] = &[
    may("party", Shape::Text, "行政相对人（自然人隐去全名）", "the party, masked where a person"),
    may("revoked", Shape::Day, "撤销日期", "the day it was revoked"),
];

static REPORT: &[Key] = &[
    may("year", Shape::Integer, "年度", "the year"),
    may("period", Shape::Period, "期间：2018、2018H1、2018Q3、2018-07", "the period: 2018, 2018H1, 2018Q3, 2018-07"),
    may("figures", Shape::Map(&Shape::Any), "报表数字", "figures as data"),
];

static POST: &[Key] = &[
    may("account", Shape::Refer(Refer::Account), "哪个账号", "the account"),
    may("posted", Shape::Moment, "发布时间", "when it was posted"),
    may("url", Shape::Text, "网址", "address"),
    may("corrected", Shape::Moment, "更正时间", "when it was corrected"),
    may("removed", Shape::Moment, "删除时间", "when it was removed"),
];

static EVALUATION: &[Key] = &[
    may("of", MANY, "评议对象", "whom it appraises"),
    may("period", Shape::Period, "评议期间", "the period"),
    may("score", Shape::Number, "得分", "score"),
];

static PAGE: &[Key] = &[may("column", Shape::Text, "所属栏目", "the column whose page it is")];

/// The keys that entries of `kind` take besides the common ones.
pub fn own(kind: EntryKind) -> &'static [Key] {
    match kind {
        EntryKind::Document | EntryKind::News | EntryKind::Register | EntryKind::Guide => &[],
        EntryKind::Decision => DECISION,
        EntryKind::Interpretation => INTERPRETATION,
        EntryKind::Consultation => CONSULTATION,
        EntryKind::ConsultationResult => CONSULTATION_RESULT,
        EntryKind::Notice => NOTICE,
        EntryKind::OpinionResponse => OPINION_RESPONSE,
        EntryKind::Message => MESSAGE,
        EntryKind::Project => PROJECT,
        EntryKind::Dataset => DATASET,
        EntryKind::Budget => BUDGET,
        EntryKind::Procurement => PROCUREMENT,
        EntryKind::Personnel => PERSONNEL,
        EntryKind::ProposalReply => PROPOSAL_REPLY,
        EntryKind::InspectionResult => INSPECTION_RESULT,
        EntryKind::Penalty | EntryKind::Licence => PENALTY,
        EntryKind::Report => REPORT,
        EntryKind::Post => POST,
        EntryKind::Evaluation => EVALUATION,
        EntryKind::Page => PAGE,
    }
}
