//! `[settings.<rule>]`: what rules may be told, a table a rule.

use super::settings_of_registers::{
    MessageNotPassedOn, SilentAccount, StaleData, UnansweredMessage, UncorrectedPost, UnreviewedPost, WeakAccount,
};
use super::settings_of_websites::{PenaltyPublicity, SilentHomePage, StaleColumns, StaleContent};
use crate::{
    day::Day,
    record::{Any, Count, Key, Many, Map, Rest, Schema, Table, TableKind, ValueType},
    vocabulary::ReviewStep,
};

/// `[settings]`: a table for each rule that may be told something, by the rule's name.
pub enum Settings {}

impl Settings {
    pub const EXPIRED_ALLOW: Key<Self, Table<ExpiredAllow>> = Key::new(1, "expired-allow");
    pub const STALE_CATALOGUE: Key<Self, Table<StaleCatalogue>> = Key::new(2, "stale-catalogue");
    pub const UNGROUNDED_EXCEPTION: Key<Self, Table<UngroundedException>> = Key::new(3, "ungrounded-exception");
    pub const DECISION_WITHOUT_DRAFT: Key<Self, Table<DecisionWithoutDraft>> = Key::new(4, "decision-without-draft");
    pub const MISSING_OFFICER: Key<Self, Table<MissingOfficer>> = Key::new(5, "missing-officer");
    pub const MISSING_SUMMARY: Key<Self, Table<MissingSummary>> = Key::new(6, "missing-summary");
    pub const BACKDATED_PUBLICATION: Key<Self, Table<BackdatedPublication>> = Key::new(7, "backdated-publication");
    pub const LATE_LICENCE_OR_PENALTY: Key<Self, Table<LateLicenceOrPenalty>> = Key::new(8, "late-licence-or-penalty");
    pub const LATE_BUDGET: Key<Self, Table<LateBudget>> = Key::new(9, "late-budget");
    pub const REVOKED_STILL_PUBLISHED: Key<Self, Table<RevokedStillPublished>> =
        Key::new(10, "revoked-still-published");
    pub const SHORT_CONSULTATION: Key<Self, Table<ShortConsultation>> = Key::new(11, "short-consultation");
    pub const DUE_SOON: Key<Self, Table<DueSoon>> = Key::new(12, "due-soon");
    pub const LATE_PROCUREMENT: Key<Self, Table<LateProcurement>> = Key::new(13, "late-procurement");
    pub const LATE_INTERPRETATION: Key<Self, Table<LateInterpretation>> = Key::new(14, "late-interpretation");
    pub const THIN_INTERPRETATION: Key<Self, Table<ThinInterpretation>> = Key::new(15, "thin-interpretation");
    pub const UNREVIEWED: Key<Self, Table<Unreviewed>> = Key::new(16, "unreviewed");
    pub const STALE_DATA: Key<Self, Table<StaleData>> = Key::new(17, "stale-data");
    pub const SILENT_ACCOUNT: Key<Self, Table<SilentAccount>> = Key::new(18, "silent-account");
    pub const UNREVIEWED_POST: Key<Self, Table<UnreviewedPost>> = Key::new(19, "unreviewed-post");
    pub const WEAK_ACCOUNT: Key<Self, Table<WeakAccount>> = Key::new(20, "weak-account");
    pub const UNCORRECTED_POST: Key<Self, Table<UncorrectedPost>> = Key::new(21, "uncorrected-post");
    pub const UNANSWERED_MESSAGE: Key<Self, Table<UnansweredMessage>> = Key::new(22, "unanswered-message");
    pub const MESSAGE_NOT_PASSED_ON: Key<Self, Table<MessageNotPassedOn>> = Key::new(23, "message-not-passed-on");
    pub const SILENT_HOME_PAGE: Key<Self, Table<SilentHomePage>> = Key::new(24, "silent-home-page");
    pub const STALE_COLUMNS: Key<Self, Table<StaleColumns>> = Key::new(25, "stale-columns");
    pub const STALE_CONTENT: Key<Self, Table<StaleContent>> = Key::new(26, "stale-content");
    pub const PENALTY_PUBLICITY: Key<Self, Table<PenaltyPublicity>> = Key::new(27, "penalty-publicity");
}

impl TableKind for Settings {
    const SCHEMA: &'static Schema = &Schema {
        name: "settings",
        words: words! { zh: "规则用到的数字和日期，按规则名分写", en: "numbers and days that rules use, a table a rule" },
        keys: &[
            Self::EXPIRED_ALLOW.may("说明到期（GK0015）", "GK0015").internal(),
            Self::STALE_CATALOGUE.may("目录久未调整（GK0106）", "GK0106").internal(),
            Self::UNGROUNDED_EXCEPTION.may("不公开无依据（GK0107）", "GK0107").internal(),
            Self::DECISION_WITHOUT_DRAFT.may("决策未预公开（GK0208）", "GK0208").internal(),
            Self::MISSING_OFFICER.may("人员机构未落实（GK0211）", "GK0211").internal(),
            Self::MISSING_SUMMARY.may("缺内容概述（GK0302）", "GK0302").internal(),
            Self::BACKDATED_PUBLICATION.may("发布日期倒填（GK0316）", "GK0316").internal(),
            Self::LATE_LICENCE_OR_PENALTY.may("双公示逾期（GK0402）", "GK0402").internal(),
            Self::LATE_BUDGET.may("预决算逾期（GK0403）", "GK0403").internal(),
            Self::REVOKED_STILL_PUBLISHED.may("撤销后未撤下（GK0404）", "GK0404").internal(),
            Self::SHORT_CONSULTATION.may("征求意见期短（GK0407）", "GK0407").internal(),
            Self::DUE_SOON.may("即将到期（GK0408）", "GK0408").internal(),
            Self::LATE_PROCUREMENT.may("采购信息逾期（GK0409）", "GK0409").internal(),
            Self::LATE_INTERPRETATION.may("解读滞后（GK0502）", "GK0502").internal(),
            Self::THIN_INTERPRETATION.may("解读空泛（GK0504）", "GK0504").internal(),
            Self::UNREVIEWED.may("未经审查（GK0701）", "GK0701").internal(),
            Self::STALE_DATA.may("数据久未更新（GK1006）", "GK1006").internal(),
            Self::SILENT_ACCOUNT.may("账号久未更新（GK1101）", "GK1101").internal(),
            Self::UNREVIEWED_POST.may("发布未经内容审核（GK1103）", "GK1103").internal(),
            Self::WEAK_ACCOUNT.may("账号关注少（GK1104）", "GK1104").internal(),
            Self::UNCORRECTED_POST.may("失当发布未更正（GK1105）", "GK1105").internal(),
            Self::UNANSWERED_MESSAGE.may("留言答复逾期（GK0603）", "GK0603").internal(),
            Self::MESSAGE_NOT_PASSED_ON.may("留言未及时转办（GK0604）", "GK0604").internal(),
            Self::SILENT_HOME_PAGE.may("首页久未更新（GK1601）", "GK1601").internal(),
            Self::STALE_COLUMNS.may("栏目久未更新（GK1602）", "GK1602").internal(),
            Self::STALE_CONTENT.may("内容陈旧（GK1603）", "GK1603").internal(),
            Self::PENALTY_PUBLICITY.may("行政处罚公示期（GK1603）", "how long penalties are shown (GK1603)").internal(),
        ],
        // Who names a rule by its code or Chinese name, or one that takes none, is told where rules are known.
        rest: Rest::Kept(&<Map<Any>>::SHAPE),
    };
}

/// `[settings.expired-allow]`.
pub enum ExpiredAllow {}

impl ExpiredAllow {
    pub const DAYS: Key<Self, Count<0, 366, 30>> = Key::new(1, "days");
}

impl TableKind for ExpiredAllow {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.expired-allow",
        "说明到期",
        "settings of GK0015",
        &[Self::DAYS.may("说明到期前多少天起提示", "how many days ahead the end of an exception is told").internal()],
    );
}

/// `[settings.stale-catalogue]`.
pub enum StaleCatalogue {}

impl StaleCatalogue {
    pub const DAYS: Key<Self, Count<1, 3660, 366>> = Key::new(1, "days");
}

impl TableKind for StaleCatalogue {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.stale-catalogue",
        "目录久未调整",
        "settings of GK0106",
        &[Self::DAYS.may("目录至少每多少天调整一次", "within how many days a catalogue is revised").internal()],
    );
}

/// `[settings.ungrounded-exception]`.
pub enum UngroundedException {}

impl UngroundedException {
    pub const DAYS: Key<Self, Count<1, 3660, 366>> = Key::new(1, "days");
}

impl TableKind for UngroundedException {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.ungrounded-exception",
        "不公开无依据",
        "settings of GK0107",
        &[Self::DAYS
            .may("不公开的事项至少每多少天复核一次", "within how many days what is withheld is reviewed")
            .internal()],
    );
}

/// `[settings.decision-without-draft]`.
pub enum DecisionWithoutDraft {}

impl DecisionWithoutDraft {
    pub const DAYS: Key<Self, Count<1, 366, 30>> = Key::new(1, "days");
}

impl TableKind for DecisionWithoutDraft {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.decision-without-draft",
        "决策未预公开",
        "settings of GK0208",
        &[Self::DAYS.may("征求意见至少多少天", "how many days a draft is open at least").internal()],
    );
}

/// `[settings.missing-officer]`.
pub enum MissingOfficer {}

impl MissingOfficer {
    pub const OFFICERS: Key<Self, Count<1, 99, 5>> = Key::new(1, "officers");
}

impl TableKind for MissingOfficer {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.missing-officer",
        "人员机构未落实",
        "settings of GK0211",
        &[Self::OFFICERS.may("要求几员", "how many officers a body names").internal()],
    );
}

/// `[settings.missing-summary]`.
pub enum MissingSummary {}

impl MissingSummary {
    pub const CHARACTERS: Key<Self, Count<10, 9999, 300>> = Key::new(1, "characters");
}

impl TableKind for MissingSummary {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.missing-summary",
        "缺内容概述",
        "settings of GK0302",
        &[Self::CHARACTERS.may("内容概述最多多少字", "how many characters a summary has at most").internal()],
    );
}

/// `[settings.backdated-publication]`.
pub enum BackdatedPublication {}

impl BackdatedPublication {
    pub const DAYS: Key<Self, Count<0, 366, 3>> = Key::new(1, "days");
}

impl TableKind for BackdatedPublication {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.backdated-publication",
        "发布日期倒填",
        "settings of GK0316",
        &[Self::DAYS
            .may(
                "上网晚于所写的公开日期多少天以内不算倒填",
                "by how many days a release may follow the day that is written",
            )
            .internal()],
    );
}

/// `[settings.late-licence-or-penalty]`.
pub enum LateLicenceOrPenalty {}

impl LateLicenceOrPenalty {
    pub const DAYS: Key<Self, Count<1, 366, 7>> = Key::new(1, "days");
}

impl TableKind for LateLicenceOrPenalty {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.late-licence-or-penalty",
        "双公示逾期",
        "settings of GK0402",
        &[Self::DAYS.may("作出决定后几个工作日内公示", "working days from the decision").internal()],
    );
}

/// `[settings.late-budget]`.
pub enum LateBudget {}

impl LateBudget {
    pub const DAYS: Key<Self, Count<1, 366, 20>> = Key::new(1, "days");
}

impl TableKind for LateBudget {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.late-budget",
        "预决算逾期",
        "settings of GK0403",
        &[Self::DAYS.may("批复或者批准后多少天内公开", "days from approval").internal()],
    );
}

/// `[settings.revoked-still-published]`.
pub enum RevokedStillPublished {}

impl RevokedStillPublished {
    pub const DAYS: Key<Self, Count<1, 366, 3>> = Key::new(1, "days");
}

impl TableKind for RevokedStillPublished {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.revoked-still-published",
        "撤销后未撤下",
        "settings of GK0404",
        &[Self::DAYS.may("撤销后几个工作日内撤下", "working days from the revocation").internal()],
    );
}

/// `[settings.short-consultation]`.
pub enum ShortConsultation {}

impl ShortConsultation {
    pub const DAYS: Key<Self, Count<1, 366, 30>> = Key::new(1, "days");
}

impl TableKind for ShortConsultation {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.short-consultation",
        "征求意见期短",
        "settings of GK0407",
        &[Self::DAYS.may("征求意见至少多少天", "how many days a consultation is open at least").internal()],
    );
}

/// `[settings.due-soon]`.
pub enum DueSoon {}

impl DueSoon {
    pub const DAYS: Key<Self, Count<0, 366, 5>> = Key::new(1, "days");
}

impl TableKind for DueSoon {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.due-soon",
        "即将到期",
        "settings of GK0408",
        &[Self::DAYS.may("到期前几个工作日起提醒", "working days ahead").internal()],
    );
}

/// `[settings.late-procurement]`.
pub enum LateProcurement {}

impl LateProcurement {
    pub const DAYS: Key<Self, Count<1, 366, 2>> = Key::new(1, "days");
}

impl TableKind for LateProcurement {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.late-procurement",
        "采购信息逾期",
        "settings of GK0409",
        &[Self::DAYS.may("几个工作日内公告", "working days").internal()],
    );
}

/// `[settings.late-interpretation]`.
pub enum LateInterpretation {}

impl LateInterpretation {
    pub const DAYS: Key<Self, Count<0, 366, 3>> = Key::new(1, "days");
}

impl TableKind for LateInterpretation {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.late-interpretation",
        "解读滞后",
        "settings of GK0502",
        &[Self::DAYS.may("文件公开后几个工作日内解读", "working days after the policy").internal()],
    );
}

/// `[settings.thin-interpretation]`.
pub enum ThinInterpretation {}

impl ThinInterpretation {
    pub const PERCENT: Key<Self, Count<1, 100, 70>> = Key::new(1, "percent");
    pub const CHARACTERS: Key<Self, Count<0, 9999, 100>> = Key::new(2, "characters");
}

impl TableKind for ThinInterpretation {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.thin-interpretation",
        "解读空泛",
        "settings of GK0504",
        &[
            Self::PERCENT
                .may("与原文相同达到百分之几算照抄", "from how many per cent of the policy's own words it is a copy")
                .internal(),
            Self::CHARACTERS.may("至少多少字", "how many characters at least").internal(),
        ],
    );
}

/// `[settings.unreviewed]`.
pub enum Unreviewed {}

impl Unreviewed {
    pub const SINCE: Key<Self, Day> = Key::new(1, "since");
    pub const STEPS: Key<Self, Many<ReviewStep>> = Key::new(2, "steps");
}

impl TableKind for Unreviewed {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.unreviewed",
        "未经审查",
        "settings of GK0701",
        &[
            Self::SINCE
                .may(
                    "从哪天公开的信息起要求审查记录；不写则全部要求",
                    "from which day of publication a record is asked for; always without it",
                )
                .internal(),
            Self::STEPS.may("除保密审查外还要求哪些环节", "which steps besides secrecy").internal(),
        ],
    );
}
