//! `[settings.<rule>]` of the rules on registers, accounts and messages.

use crate::{
    record::{Count, Key, Many, Schema, TableKind},
    vocabulary::ReviewStep,
};

/// `[settings.stale-data]`.
pub enum StaleData {}

impl StaleData {
    pub const DAYS: Key<Self, Count<0, 366, 15>> = Key::new(1, "days");
}

impl TableKind for StaleData {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.stale-data",
        "数据久未更新",
        "settings of GK1006",
        &[Self::DAYS.may("过了更新周期几天以后才提示", "how many days after the cycle is over it is told").internal()],
    );
}

/// `[settings.silent-account]`.
pub enum SilentAccount {}

impl SilentAccount {
    pub const DAYS: Key<Self, Count<1, 366, 14>> = Key::new(1, "days");
}

impl TableKind for SilentAccount {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.silent-account",
        "账号久未更新",
        "settings of GK1101",
        &[Self::DAYS.may("账号至少每多少天更新一次", "within how many days an account posts something").internal()],
    );
}

/// `[settings.unreviewed-post]`.
pub enum UnreviewedPost {}

impl UnreviewedPost {
    pub const STEPS: Key<Self, Many<ReviewStep>> = Key::new(1, "steps");
}

impl TableKind for UnreviewedPost {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.unreviewed-post",
        "发布未经内容审核",
        "settings of GK1103",
        &[Self::STEPS.may("发布要有哪些环节的记录，有一个就行", "steps of which one must be recorded").internal()],
    );
}

/// `[settings.weak-account]`.
pub enum WeakAccount {}

impl WeakAccount {
    pub const FOLLOWERS: Key<Self, Count<1, 65535, 100>> = Key::new(1, "followers");
    pub const MONTHS: Key<Self, Count<0, 999, 12>> = Key::new(2, "months");
}

impl TableKind for WeakAccount {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.weak-account",
        "账号关注少",
        "settings of GK1104",
        &[
            Self::FOLLOWERS.may("少于多少人关注才提示", "below how many followers it is told").internal(),
            Self::MONTHS.may("开设不满几个月的不提示", "younger than how many months it is left alone").internal(),
        ],
    );
}

/// `[settings.uncorrected-post]`.
pub enum UncorrectedPost {}

impl UncorrectedPost {
    pub const DAYS: Key<Self, Count<0, 366, 3>> = Key::new(1, "days");
}

impl TableKind for UncorrectedPost {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.uncorrected-post",
        "失当发布未更正",
        "settings of GK1105",
        &[Self::DAYS.may("发现差错后几天内更正或者删除", "within how many days a fault is put right").internal()],
    );
}

/// `[settings.unanswered-message]`.
pub enum UnansweredMessage {}

impl UnansweredMessage {
    pub const WORKDAYS: Key<Self, Count<1, 366, 7>> = Key::new(1, "workdays");
    pub const COMPLEX: Key<Self, Count<1, 366, 15>> = Key::new(2, "complex");
}

impl TableKind for UnansweredMessage {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.unanswered-message",
        "留言答复逾期",
        "settings of GK0603",
        &[
            Self::WORKDAYS.may("一般留言几个工作日内答复", "working days for an answer").internal(),
            Self::COMPLEX.may("复杂留言几个工作日内答复", "working days for a complex one").internal(),
        ],
    );
}

/// `[settings.message-not-passed-on]`.
pub enum MessageNotPassedOn {}

impl MessageNotPassedOn {
    pub const WORKDAYS: Key<Self, Count<0, 366, 3>> = Key::new(1, "workdays");
}

impl TableKind for MessageNotPassedOn {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.message-not-passed-on",
        "留言未及时转办",
        "settings of GK0604",
        &[Self::WORKDAYS.may("几个工作日内转办", "working days for passing it on").internal()],
    );
}
