//! `[levels]`, `[privacy]`, `[[allow]]`, `[[not_applicable]]`, `[[nil]]`: what is said about findings and duties.

use crate::{
    day::{Day, Period},
    diagnostic::Level,
    record::{
        AccountRef, EntryRef, ItemRef, Key, List, Many, Number, OrganisationRef, ProjectRef, Rest, RuleRef, Schema,
        Table, TableKind, Text, ValueType,
    },
    vocabulary::{Disclosure, Measure, Term, Vocabulary, Word},
};

/// Levels of a finding, in the order of `diagnostic::Level`.
pub static LEVELS: Vocabulary = Vocabulary {
    name: "级别",
    terms: &[
        Term { key: "off", zh: "关闭", en: "off", variants: &["不提示"] },
        Term { key: "note", zh: "提示", en: "note", variants: &[] },
        Term { key: "warn", zh: "警告", en: "warning", variants: &["warning"] },
        Term { key: "error", zh: "错误", en: "error", variants: &[] },
    ],
};

impl Word for Level {
    const VOCABULARY: &'static Vocabulary = &LEVELS;
    const ALL: &'static [Self] = &[Self::Off, Self::Note, Self::Warn, Self::Error];

    fn ordinal(self) -> usize {
        self as usize
    }
}

/// `[levels]`: a level a rule.
pub enum Levels {}

impl TableKind for Levels {
    const SCHEMA: &'static Schema = &Schema {
        name: "levels",
        words: words! { zh: "规则的级别", en: "levels of rules" },
        keys: &[],
        rest: Rest::Kept(&Level::SHAPE),
    };
}

/// A string that is attested to be no one's number.
pub enum NotIdentity {}

impl NotIdentity {
    pub const FILE: Key<Self, Text> = Key::new(1, "file");
    pub const PLACE: Key<Self, Text> = Key::new(2, "place");
    pub const BY: Key<Self, Text> = Key::new(3, "by");
    pub const SECOND: Key<Self, Text> = Key::new(4, "second");
    pub const ON: Key<Self, Day> = Key::new(5, "on");
    pub const REASON: Key<Self, Text> = Key::new(6, "reason");
}

impl TableKind for NotIdentity {
    const SCHEMA: &'static Schema = &Schema::new(
        "privacy.not_identity",
        "两人确认某串字符不是个人号码",
        "two people attest that a string is no one's number",
        &[
            Self::FILE.must("文件，从项目文件夹算起", "the file, from the project's folder").internal(),
            Self::PLACE.must("那串字符", "the string").internal(),
            Self::BY.must("确认人", "who attests").internal(),
            Self::SECOND.must("第二确认人", "the second who attests").internal(),
            Self::ON.must("确认日期", "on which day").internal(),
            Self::REASON.may("为什么不是", "why it is not").internal(),
        ],
    );
}

/// `[privacy]`.
pub enum Privacy {}

impl Privacy {
    pub const PHONES: Key<Self, Many<Text>> = Key::new(1, "phones");
    pub const ACCOUNTS: Key<Self, Many<Text>> = Key::new(2, "accounts");
    pub const NOT_IDENTITY: Key<Self, List<Table<NotIdentity>>> = Key::new(3, "not_identity");
}

impl TableKind for Privacy {
    const SCHEMA: &'static Schema = &Schema::new(
        "privacy",
        "可以公开的号码",
        "numbers that may be public",
        &[
            Self::PHONES.may("办公电话", "telephone numbers of offices").internal(),
            Self::ACCOUNTS.may("可以公开的对公账号", "public bank accounts").internal(),
            Self::NOT_IDENTITY.may("两人确认不是个人号码的字符", "attested strings").internal(),
        ],
    );
}

/// `[[target]]`.
pub enum Target {}

impl Target {
    pub const MEASURE: Key<Self, Measure> = Key::new(1, "measure");
    pub const DISCLOSURE: Key<Self, Disclosure> = Key::new(2, "disclosure");
    pub const ORGANISATION: Key<Self, OrganisationRef> = Key::new(3, "organisation");
    pub const PERIOD: Key<Self, Period> = Key::new(4, "period");
    pub const AT_LEAST: Key<Self, Number> = Key::new(5, "at_least");
}

impl TableKind for Target {
    const SCHEMA: &'static Schema = &Schema::new(
        "target",
        "目标：要达到的比例",
        "a share to be reached",
        &[
            Self::MEASURE.must("看什么：事项公开率、按时公开率", "what is measured: filled or on-time").internal(),
            Self::DISCLOSURE
                .may("只看五公开中的哪一项；不写则为全部", "of which of the five; all without it")
                .internal(),
            Self::ORGANISATION.may("只看哪个机构；不写则为全部", "of which organisation; all without it").internal(),
            Self::PERIOD
                .may(
                    "哪一期；不写则为截至判断之日的一年",
                    "of which period; the year up to the day judged on without it",
                )
                .internal(),
            Self::AT_LEAST.must("至少达到多少，例如 0.95（即 95%）", "at least how much, e.g. 0.95").internal(),
        ],
    );
}

/// `[[allow]]`.
pub enum Allow {}

impl Allow {
    pub const RULE: Key<Self, RuleRef> = Key::new(1, "rule");
    pub const ENTRY: Key<Self, EntryRef> = Key::new(2, "entry");
    pub const ITEM: Key<Self, ItemRef> = Key::new(3, "item");
    pub const ORGANISATION: Key<Self, OrganisationRef> = Key::new(4, "organisation");
    pub const ACCOUNT: Key<Self, AccountRef> = Key::new(5, "account");
    pub const PROJECT: Key<Self, ProjectRef> = Key::new(6, "project");
    pub const TASK: Key<Self, Text> = Key::new(7, "task");
    pub const FILE: Key<Self, Text> = Key::new(8, "file");
    pub const DUTY: Key<Self, Text> = Key::new(9, "duty");
    pub const REASON: Key<Self, Text> = Key::new(10, "reason");
    pub const OWNER: Key<Self, Text> = Key::new(11, "owner");
    pub const UNTIL: Key<Self, Day> = Key::new(12, "until");
    pub const PERIOD: Key<Self, Many<Period>> = Key::new(13, "period");
    pub const ROW: Key<Self, Many<Text>> = Key::new(14, "row");
}

impl TableKind for Allow {
    const SCHEMA: &'static Schema = &Schema::new(
        "allow",
        "对一个已知问题的说明",
        "an explained exception",
        &[
            Self::RULE.must("规则的名称、编号或中文名", "the rule: name, code or Chinese name").internal(),
            Self::ENTRY.may("哪条信息", "the entry it is for").internal(),
            Self::ITEM.may("哪个公开事项", "the item it is for").internal(),
            Self::ORGANISATION.may("哪个机构", "the organisation it is for").internal(),
            Self::ACCOUNT.may("哪个新媒体账号", "the account it is for").internal(),
            Self::PROJECT.may("哪个项目", "the project it is for").internal(),
            Self::TASK.may("哪项任务：计划/序号", "the task it is for: plan/number").internal(),
            Self::FILE.may("哪个文件，从项目文件夹算起", "the file it is for, from the project's folder").internal(),
            Self::DUTY.may("哪项法定义务，例如 2019:20.14", "the duty it is for, e.g. 2019:20.14").internal(),
            Self::PERIOD
                .may(
                    "只对哪几期，例如 [\"2018Q3\"]；不写则每一期，以后的也在内",
                    "for which periods only; without it for every one, those to come as well",
                )
                .internal(),
            Self::ROW
                .may(
                    "只对清单、台账的哪几行，写编号或名称，例如 [\"LY2018008\"]；不写则每一行，以后的也在内",
                    "for which rows of a register only, by code or name; without it for every one, those to come as well",
                )
                .internal(),
            Self::REASON.must("原因", "why").internal(),
            Self::OWNER.must("负责人或科室", "who answers for it").internal(),
            Self::UNTIL
                .may(
                    "到哪一天为止；无法补救的过去事项可以不写",
                    "the last day it holds; left out for what cannot be mended",
                )
                .internal(),
        ],
    );
}

/// `[[not_applicable]]`.
pub enum NotApplicable {}

impl NotApplicable {
    pub const DUTY: Key<Self, Text> = Key::new(1, "duty");
    pub const ORGANISATION: Key<Self, OrganisationRef> = Key::new(2, "organisation");
    pub const REASON: Key<Self, Text> = Key::new(3, "reason");
    pub const BY: Key<Self, Text> = Key::new(4, "by");
    pub const ON: Key<Self, Day> = Key::new(5, "on");
}

impl TableKind for NotApplicable {
    const SCHEMA: &'static Schema = &Schema::new(
        "not_applicable",
        "不涉及：不承担的法定义务",
        "a duty that does not apply",
        &[
            Self::DUTY.must("法定义务，例如 2019:20.14", "the duty, e.g. 2019:20.14"),
            Self::ORGANISATION.may("机构；不写则为本站机构", "the organisation; the site's without it"),
            Self::REASON.must("原因", "why"),
            Self::BY.may("谁确认的", "who confirmed it").internal(),
            Self::ON.may("哪天确认的", "on which day").internal(),
        ],
    );
}

/// `[[nil]]`.
pub enum Nil {}

impl Nil {
    pub const ITEM: Key<Self, ItemRef> = Key::new(1, "item");
    pub const PERIOD: Key<Self, Period> = Key::new(2, "period");
    pub const REASON: Key<Self, Text> = Key::new(3, "reason");
    pub const BY: Key<Self, Text> = Key::new(4, "by");
    pub const ON: Key<Self, Day> = Key::new(5, "on");
}

impl TableKind for Nil {
    const SCHEMA: &'static Schema = &Schema::new(
        "nil",
        "零报告：本期无此类信息",
        "a nil report: nothing of this kind in the period",
        &[
            Self::ITEM.must("公开事项", "the item"),
            Self::PERIOD.must("哪一期：2018、2018H1、2018Q3、2018-07", "the period: 2018, 2018H1, 2018Q3, 2018-07"),
            Self::REASON.must("情况说明", "what is said of it"),
            Self::BY.may("报告的科室", "the office that reports"),
            Self::ON.may("报告日期", "on which day"),
        ],
    );
}
