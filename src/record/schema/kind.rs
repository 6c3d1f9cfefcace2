//! The front matter of an entry: keys that only some kinds take.

use super::entry::{Attachment, Entry};
use crate::{
    day::{Day, Moment, Period},
    record::{
        Abbreviated, AccountRef, Any, EntryRef, Key, KeySpec, Many, Map, Number, ProjectRef, Schema, Short, Table,
        TableKind, Text,
    },
    vocabulary::{
        EntryKind, InterpretationForm, Opening, ProjectClass, ReportForm, Severity, Sharing, Stage, UpdateCycle,
    },
};

/// Keys of entries that only some kinds take; kinds that share a key may say different things of it. Where a name has one
/// type in one kind and another in the next it is two keys of one number.
impl Entry {
    pub const MEETING: Key<Self, Text> = Key::new(45, "meeting");
    pub const HELD: Key<Self, Day> = Key::new(46, "held");
    pub const MATTERS: Key<Self, Many<Text>> = Key::new(47, "matters");
    pub const MAJOR: Key<Self, bool> = Key::new(48, "major");
    pub const INTERPRETS: Key<Self, Many<EntryRef>> = Key::new(49, "interprets");
    pub const FORM: Key<Self, Many<InterpretationForm>> = Key::new(50, "form");
    pub const REPORT_FORM: Key<Self, ReportForm> = Key::new(50, "form");
    pub const FIRST_INTERPRETER: Key<Self, Short<Interpreter>> = Key::new(51, "first_interpreter");
    pub const OPENS: Key<Self, Day> = Key::new(52, "opens");
    pub const CLOSES: Key<Self, Day> = Key::new(53, "closes");
    pub const ABOUT: Key<Self, Many<EntryRef>> = Key::new(54, "about");
    pub const REASON: Key<Self, Text> = Key::new(55, "reason");
    pub const CONTACT: Key<Self, Text> = Key::new(56, "contact");
    pub const OF: Key<Self, Many<EntryRef>> = Key::new(57, "of");
    pub const APPRAISED: Key<Self, Many<Text>> = Key::new(57, "of");
    pub const NAMES_UNTIL: Key<Self, Day> = Key::new(58, "names_until");
    pub const SEVERITY: Key<Self, Severity> = Key::new(59, "severity");
    pub const NOTICED: Key<Self, Moment> = Key::new(60, "noticed");
    pub const JUDGED: Key<Self, Moment> = Key::new(61, "judged");
    pub const FIRST_TOLD: Key<Self, Moment> = Key::new(62, "first_told");
    pub const BRIEFED: Key<Self, Moment> = Key::new(63, "briefed");
    pub const ANSWERED: Key<Self, Moment> = Key::new(64, "answered");
    pub const WITH: Key<Self, Many<Text>> = Key::new(65, "with");
    pub const EVALUATION: Key<Self, Text> = Key::new(66, "evaluation");
    pub const TOPIC: Key<Self, Text> = Key::new(67, "topic");
    pub const ACCEPTED: Key<Self, Moment> = Key::new(68, "accepted");
    pub const TRANSFERRED: Key<Self, Moment> = Key::new(69, "transferred");
    pub const TO: Key<Self, Text> = Key::new(70, "to");
    pub const COMPLEX: Key<Self, bool> = Key::new(71, "complex");
    pub const ASKER: Key<Self, Text> = Key::new(72, "asker");
    pub const PROJECT: Key<Self, ProjectRef> = Key::new(73, "project");
    pub const CLASS: Key<Self, ProjectClass> = Key::new(74, "class");
    pub const STAGE: Key<Self, Stage> = Key::new(75, "stage");
    pub const SHARING: Key<Self, Sharing> = Key::new(76, "sharing");
    pub const OPENING: Key<Self, Opening> = Key::new(77, "opening");
    pub const CONDITION: Key<Self, Text> = Key::new(78, "condition");
    pub const LICENCE: Key<Self, Text> = Key::new(79, "licence");
    pub const UPDATE: Key<Self, UpdateCycle> = Key::new(80, "update");
    pub const UPDATED: Key<Self, Day> = Key::new(81, "updated");
    pub const FILES: Key<Self, Many<Short<Attachment>>> = Key::new(82, "files");
    pub const AWARDED: Key<Self, Day> = Key::new(83, "awarded");
    pub const SIGNED: Key<Self, Day> = Key::new(84, "signed");
    pub const YEAR: Key<Self, i64> = Key::new(85, "year");
    pub const SESSION: Key<Self, Text> = Key::new(86, "session");
    pub const PROPOSAL: Key<Self, Text> = Key::new(87, "proposal");
    pub const INSPECTED: Key<Self, Day> = Key::new(88, "inspected");
    pub const PARTY: Key<Self, Text> = Key::new(89, "party");
    pub const REVOKED: Key<Self, Day> = Key::new(90, "revoked");
    pub const PERIOD: Key<Self, Period> = Key::new(91, "period");
    pub const FIGURES: Key<Self, Map<Any>> = Key::new(92, "figures");
    pub const ACCOUNT: Key<Self, AccountRef> = Key::new(93, "account");
    pub const POSTED: Key<Self, Moment> = Key::new(94, "posted");
    pub const URL: Key<Self, Text> = Key::new(95, "url");
    pub const CORRECTED: Key<Self, Moment> = Key::new(96, "corrected");
    pub const REMOVED: Key<Self, Moment> = Key::new(97, "removed");
    pub const SCORE: Key<Self, Number> = Key::new(98, "score");
    pub const COLUMN: Key<Self, Text> = Key::new(99, "column");
    pub const HEARD: Key<Self, Many<Text>> = Key::new(100, "heard");
    pub const FAULT: Key<Self, Table<PostFault>> = Key::new(101, "fault");
    pub const BASIS: Key<Self, Text> = Key::new(102, "basis");
    pub const LEDGER_NUMBER: Key<Self, Text> = Key::new(104, "ledger_number");
}

/// Who interprets a policy first.
pub enum Interpreter {}

impl Interpreter {
    pub const POST: Key<Self, Text> = Key::new(1, "post");
    pub const REASON: Key<Self, Text> = Key::new(2, "reason");
}

impl TableKind for Interpreter {
    const SCHEMA: &'static Schema = &Schema::new(
        "interpretation.first_interpreter",
        "第一解读人",
        "the first interpreter",
        &[
            Self::POST.must("职务，可以带姓名", "post, perhaps with the name"),
            Self::REASON.may("不由领导解读的原因，公开", "why no leader interprets, in public"),
        ],
    );
}

impl Abbreviated for Interpreter {
    const SHORT: &'static str = Self::POST.name;
}

/// A fault of a post.
pub enum PostFault {}

impl PostFault {
    pub const ON: Key<Self, Day> = Key::new(1, "on");
    pub const WHAT: Key<Self, Text> = Key::new(2, "what");
}

impl TableKind for PostFault {
    const SCHEMA: &'static Schema = &Schema::new(
        "post.fault",
        "发布后发现的差错",
        "a fault found in a post",
        &[
            Self::ON.may("哪天发现的", "when it was found").internal(),
            Self::WHAT.may("什么差错", "what is wrong").internal(),
        ],
    );
}

const DECISION: &[KeySpec] = &[
    Entry::MEETING.may("会议名称", "the meeting"),
    Entry::HELD.may("会议日期", "the day it was held"),
    Entry::MATTERS.may("议定事项", "the matters decided"),
    Entry::MAJOR.may("是否为重大行政决策", "whether it is a major decision"),
    Entry::HEARD.may(
        "听取意见的方式，例如“2018-07-20 召开座谈会，23人参加”",
        "how views were heard: a hearing, a meeting, visits, a poll, letters",
    ),
];

const INTERPRETATION: &[KeySpec] = &[
    Entry::INTERPRETS.may("解读哪个文件", "the document it interprets"),
    Entry::FORM.may("解读形式", "form"),
    Entry::FIRST_INTERPRETER.may(
        "第一解读人，职务，或者职务和不由领导解读的原因",
        "the first interpreter: a post, or a post and why it is no leader's",
    ),
];

const CONSULTATION: &[KeySpec] = &[
    Entry::OPENS.may("开始日期", "the first day"),
    Entry::CLOSES.may("截止日期", "the last day"),
    Entry::ABOUT.may("就哪个文件或事项征求意见", "what it is about"),
    Entry::REASON.may("期限较短的原因", "why it is short"),
    Entry::CONTACT.may("反馈方式", "where opinions go"),
];

const CONSULTATION_RESULT: &[KeySpec] = &[Entry::OF.may("是哪次征求意见的结果", "the consultation it concludes")];

const NOTICE: &[KeySpec] = &[
    Entry::OPENS.may("公示开始日期", "the first day"),
    Entry::CLOSES.may("公示截止日期", "the last day"),
    Entry::ABOUT
        .may("有关哪个文件或事项，例如听证公告所听证的决策", "what it is about, such as the decision of a hearing"),
    Entry::CONTACT.may("联系方式", "whom to ask"),
    Entry::NAMES_UNTIL.may("公示人名截止日期", "the last day that names are shown"),
];

const OPINION_RESPONSE: &[KeySpec] = &[
    Entry::SEVERITY.may("舆情等级", "how grave it is"),
    Entry::NOTICED.may("发现时间", "when it was noticed").internal(),
    Entry::JUDGED.may("研判时间", "when it was judged").internal(),
    Entry::FIRST_TOLD.may("首次发声时间", "when the public was first told").internal(),
    Entry::BRIEFED.may("召开发布会的时间", "when the press was briefed").internal(),
    Entry::ANSWERED.may("回应时间", "when it was answered"),
    Entry::WITH.may("会同的部门", "with whom"),
    Entry::EVALUATION.may("处置效果评估", "how well it was handled").internal(),
];

const MESSAGE: &[KeySpec] = &[
    Entry::TOPIC.may("留言类别", "topic"),
    Entry::ACCEPTED.may("受理时间", "when it was accepted"),
    Entry::TRANSFERRED.may("转办时间", "when it was passed on").internal(),
    Entry::TO.may("转给谁办理", "to whom it was passed on").internal(),
    Entry::ANSWERED.may("答复时间", "when it was answered"),
    Entry::COMPLEX.may("是否为复杂事项", "whether it is complex"),
    Entry::ASKER.may("留言人（隐去全名，例如“王**”）", "who asked, masked"),
    Entry::LEDGER_NUMBER
        .may(
            "这件留言在留言台账中的编号：两处写的是同一件，只算一件",
            "its number in the register of messages: both are one message, counted once",
        )
        .internal(),
];

const PROJECT: &[KeySpec] = &[
    Entry::PROJECT.may("哪个项目", "the project"),
    Entry::CLASS.may("项目信息类别", "class of information"),
    Entry::STAGE.may("项目阶段", "stage of the project"),
];

const DATASET: &[KeySpec] = &[
    Entry::SHARING.may("共享类型", "how it is shared"),
    Entry::OPENING.may("开放属性", "how it is opened"),
    Entry::CONDITION.may("共享或开放的条件", "on what condition"),
    Entry::BASIS.may("不予共享、不予开放的依据", "by what law it is not shared or opened"),
    Entry::LICENCE.may("使用条件", "terms of use"),
    Entry::UPDATE.may("更新周期", "how often it is updated"),
    Entry::UPDATED.may("最近更新日期", "when it was last updated"),
    Entry::FILES.may("数据文件", "files"),
];

const PROCUREMENT: &[KeySpec] = &[
    Entry::AWARDED.may("中标（成交）日期", "the day of the award"),
    Entry::SIGNED.may("合同签订日期", "the day the contract was signed"),
];

const BUDGET: &[KeySpec] = &[Entry::YEAR.may("年度", "the year")];

const PERSONNEL: &[KeySpec] = &[
    Entry::OPENS.may("公示开始日期", "the first day"),
    Entry::CLOSES.may("公示截止日期", "the last day"),
    Entry::CONTACT.may("联系方式", "whom to ask"),
    Entry::NAMES_UNTIL.may("公示人名截止日期", "the last day that names are shown"),
];

const PROPOSAL_REPLY: &[KeySpec] = &[
    Entry::SESSION.may("届次", "the session"),
    Entry::PROPOSAL.may("建议或提案的编号", "number of the proposal"),
    Entry::ANSWERED.day().may("答复日期", "the day of the reply"),
];

const INSPECTION_RESULT: &[KeySpec] = &[Entry::INSPECTED.may("抽查日期", "the day of the inspection")];

const PENALTY: &[KeySpec] = &[
    Entry::PARTY.may("行政相对人（自然人隐去全名）", "the party, masked where a person"),
    Entry::REVOKED.may("撤销日期", "the day it was revoked"),
];

const REPORT: &[KeySpec] = &[
    Entry::YEAR.may("年度", "the year"),
    Entry::PERIOD.may("期间：2018、2018H1、2018Q3、2018-07", "the period: 2018, 2018H1, 2018Q3, 2018-07"),
    Entry::REPORT_FORM
        .may("报告种类：政府信息公开年度报告、政府网站工作年度报表", "which report it is: on disclosure, of a website"),
    Entry::FIGURES.may("报表数字，每行一组，各栏的数写在里面", "figures as data: a table a row, a key a column"),
];

const POST: &[KeySpec] = &[
    Entry::ACCOUNT.may("哪个账号", "the account"),
    Entry::POSTED.may("发布时间", "when it was posted"),
    Entry::URL.may("网址", "address"),
    Entry::CORRECTED.may("更正时间", "when it was corrected"),
    Entry::REMOVED.may("删除时间", "when it was removed"),
    Entry::FAULT.may("发现的差错", "a fault that was found").internal(),
];

const EVALUATION: &[KeySpec] = &[
    Entry::APPRAISED.may("评议对象", "whom it appraises"),
    Entry::PERIOD.may("评议期间", "the period"),
    Entry::SCORE.may("得分", "score"),
];

const PAGE: &[KeySpec] = &[Entry::COLUMN.may("所属栏目", "the column whose page it is")];

/// The keys that entries of `kind` take besides the common ones.
pub fn own(kind: EntryKind) -> &'static [KeySpec] {
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
