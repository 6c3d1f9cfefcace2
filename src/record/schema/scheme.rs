//! `[[scheme]]` and `[[score]]`: a score sheet, and what no machine can judge of it.

use crate::{
    day::{Day, Period},
    record::{Id, ItemRef, Key, List, Many, Number, OrganisationRef, PlanRef, RuleRef, Schema, Table, TableKind, Text},
    vocabulary::{Disclosure, Measure},
};

/// A grade of a score sheet.
pub enum Grade {}

impl Grade {
    pub const TITLE: Key<Self, Text> = Key::new(1, "title");
    pub const AT_LEAST: Key<Self, Number> = Key::new(2, "at_least");
}

impl TableKind for Grade {
    const SCHEMA: &'static Schema = &Schema::new(
        "scheme.grades",
        "等次",
        "a grade",
        &[
            Self::TITLE.must("等次名称，例如“优秀”", "what it is called").internal(),
            Self::AT_LEAST.must("至少多少分", "at least so many points").internal(),
        ],
    );
}

/// Who is proposed for praise.
pub enum Praise {}

impl Praise {
    pub const AT_LEAST: Key<Self, Number> = Key::new(1, "at_least");
    pub const INDICATORS: Key<Self, bool> = Key::new(2, "indicators");
}

impl TableKind for Praise {
    const SCHEMA: &'static Schema = &Schema::new(
        "scheme.praise",
        "建议表扬的条件",
        "who is proposed for praise",
        &[
            Self::AT_LEAST.may("至少多少分", "at least so many points").internal(),
            Self::INDICATORS
                .may("是否也列出一分没扣的指标", "whether indicators that lost nothing are listed, too")
                .internal(),
        ],
    );
}

/// Who is proposed for criticism.
pub enum Criticism {}

impl Criticism {
    pub const BELOW: Key<Self, Number> = Key::new(1, "below");
}

impl TableKind for Criticism {
    const SCHEMA: &'static Schema = &Schema::new(
        "scheme.criticism",
        "建议通报批评的条件",
        "who is proposed for criticism",
        &[Self::BELOW.must("低于多少分", "below so many points").internal()],
    );
}

/// Who is proposed for being held accountable.
pub enum Accountability {}

impl Accountability {
    pub const VETO: Key<Self, bool> = Key::new(1, "veto");
    pub const UNRECTIFIED: Key<Self, i64> = Key::new(2, "unrectified");
}

impl TableKind for Accountability {
    const SCHEMA: &'static Schema = &Schema::new(
        "scheme.accountability",
        "建议问责的条件",
        "who is proposed for being held accountable",
        &[
            Self::VETO.may("有一票否决情形的", "where a veto stands").internal(),
            Self::UNRECTIFIED
                .may("整改台账上逾期没有整改的，至少几个问题", "so many overdue rectifications at least")
                .internal(),
        ],
    );
}

/// An indicator of a score sheet.
pub enum ScoredIndicator {}

impl ScoredIndicator {
    pub const ID: Key<Self, Id> = Key::new(1, "id");
    pub const TITLE: Key<Self, Text> = Key::new(2, "title");
    pub const SECTION: Key<Self, Text> = Key::new(3, "section");
    pub const POINTS: Key<Self, Number> = Key::new(4, "points");
    pub const STANDARD: Key<Self, Text> = Key::new(5, "standard");
    pub const RULES: Key<Self, Many<RuleRef>> = Key::new(6, "rules");
    pub const WARNINGS: Key<Self, bool> = Key::new(7, "warnings");
    pub const ITEMS: Key<Self, Many<ItemRef>> = Key::new(8, "items");
    pub const EACH: Key<Self, Number> = Key::new(9, "each");
    pub const AT_MOST: Key<Self, Number> = Key::new(10, "at_most");
    pub const MEASURE: Key<Self, Measure> = Key::new(11, "measure");
    pub const DISCLOSURE: Key<Self, Disclosure> = Key::new(12, "disclosure");
    pub const AT_LEAST: Key<Self, Number> = Key::new(13, "at_least");
    pub const TASKS: Key<Self, Many<i64>> = Key::new(14, "tasks");
    pub const VETO: Key<Self, bool> = Key::new(15, "veto");
    pub const MANUAL: Key<Self, bool> = Key::new(16, "manual");
    pub const BONUS: Key<Self, bool> = Key::new(17, "bonus");
    pub const ADVISORY: Key<Self, bool> = Key::new(18, "advisory");
    pub const NOTE: Key<Self, Text> = Key::new(19, "note");
}

impl TableKind for ScoredIndicator {
    const SCHEMA: &'static Schema = &Schema::new(
        "scheme.indicators",
        "评分指标",
        "an indicator of a score sheet",
        &[
            Self::ID.must("代号，评分时用它", "id, by which scores name it").internal(),
            Self::TITLE.must("指标名称", "title").internal(),
            Self::SECTION.may("一级指标（所在部分）", "the part of the sheet it stands in").internal(),
            Self::POINTS
                .may("分值；一票否决和仅供参考的不写", "points; none for vetoes and what is advisory")
                .internal(),
            Self::STANDARD.may("评分标准，照考核细则原文", "the standard, in the words of the sheet").internal(),
            Self::RULES.may("哪些规则的问题要扣分", "the rules whose findings deduct").internal(),
            Self::WARNINGS
                .may("警告是否也扣分；不写则只有错误扣分", "whether warnings deduct, too; errors only without it")
                .internal(),
            Self::ITEMS.may("只看哪些公开事项；不写则为全部", "of which items only; all without it").internal(),
            Self::EACH
                .may(
                    "每个问题扣几分，不写则有一个就不得分；配 measure 则为每差一个百分点扣几分",
                    "points a finding, all of them without it; with `measure`, a percentage point",
                )
                .internal(),
            Self::AT_MOST
                .may("最多扣几分；不写则扣完分值为止", "points lost at most; all of them without it")
                .internal(),
            Self::MEASURE.may("看什么：事项公开率、按时公开率", "what is measured: filled or on-time").internal(),
            Self::DISCLOSURE
                .may("只看五公开中的哪一项；不写则为全部", "of which of the five; all without it")
                .internal(),
            Self::AT_LEAST
                .may("达到多少得满分，例如 0.95；不写则为 1", "what share gets all points, e.g. 0.95; 1 without it")
                .internal(),
            Self::TASKS.may("看计划的哪几项任务完成没有", "numbers of the plan's tasks that decide").internal(),
            Self::VETO.may("是否一票否决", "whether any finding fails all").internal(),
            Self::MANUAL.may("是否只由人评分", "whether only people score it").internal(),
            Self::BONUS.may("是否加分项", "whether its points come on top").internal(),
            Self::ADVISORY.may("是否仅供参考，不计分", "whether it is told only and takes no points").internal(),
            Self::NOTE.may("说明", "a note").internal(),
        ],
    );
}

/// `[[scheme]]`.
pub enum Scheme {}

impl Scheme {
    pub const ID: Key<Self, Id> = Key::new(1, "id");
    pub const TITLE: Key<Self, Text> = Key::new(2, "title");
    pub const TOTAL: Key<Self, Number> = Key::new(3, "total");
    pub const BASIS: Key<Self, Text> = Key::new(4, "basis");
    pub const PERIOD: Key<Self, Period> = Key::new(5, "period");
    pub const PLAN: Key<Self, PlanRef> = Key::new(6, "plan");
    pub const ORGANISATIONS: Key<Self, Many<OrganisationRef>> = Key::new(7, "organisations");
    pub const GRADES: Key<Self, List<Table<Grade>>> = Key::new(8, "grades");
    pub const PRAISE: Key<Self, Table<Praise>> = Key::new(9, "praise");
    pub const CRITICISM: Key<Self, Table<Criticism>> = Key::new(10, "criticism");
    pub const ACCOUNTABILITY: Key<Self, Table<Accountability>> = Key::new(11, "accountability");
    pub const NOTE: Key<Self, Text> = Key::new(12, "note");
    pub const INDICATORS: Key<Self, List<Table<ScoredIndicator>>> = Key::new(13, "indicators");
}

impl TableKind for Scheme {
    const SCHEMA: &'static Schema = &Schema::new(
        "scheme",
        "考核评分表",
        "a score sheet",
        &[
            Self::ID
                .must(
                    "代号；内置的有 plan-2018、institution、website-2015、website-2019",
                    "id; built in are plan-2018, institution, website-2015 and website-2019",
                )
                .internal(),
            Self::TITLE.may("名称", "title").internal(),
            Self::TOTAL.may("满分；不写则为 100", "points in all; 100 without it").internal(),
            Self::BASIS.may("依据的文件", "the document it stands on").internal(),
            Self::PERIOD
                .may("考核哪一期；不写则为判断之日所在的年", "the period; the year of the day without it")
                .internal(),
            Self::PLAN.may("任务属于哪个计划", "the plan whose tasks decide").internal(),
            Self::ORGANISATIONS
                .may(
                    "考核哪些机构；不写则为有公开事项、信息或任务的各机构",
                    "whom it is about; all that publish without it",
                )
                .internal(),
            Self::GRADES.may("等次", "grades").internal(),
            Self::PRAISE.may("建议表扬的条件", "who is proposed for praise").internal(),
            Self::CRITICISM.may("建议通报批评的条件", "who is proposed for criticism").internal(),
            Self::ACCOUNTABILITY.may("建议问责的条件", "who is proposed for being held accountable").internal(),
            Self::NOTE.may("说明", "a note").internal(),
            Self::INDICATORS
                .may("评分指标；内置的评分表可以不写", "its indicators; not asked for where it is built in")
                .internal(),
        ],
    );
}

/// `[[score]]`.
pub enum Score {}

impl Score {
    pub const INDICATOR: Key<Self, Text> = Key::new(1, "indicator");
    pub const POINTS: Key<Self, Number> = Key::new(2, "points");
    pub const OF: Key<Self, Number> = Key::new(3, "of");
    pub const ORGANISATION: Key<Self, OrganisationRef> = Key::new(4, "organisation");
    pub const PERIOD: Key<Self, Period> = Key::new(5, "period");
    pub const NOTE: Key<Self, Text> = Key::new(6, "note");
    pub const BY: Key<Self, Text> = Key::new(7, "by");
    pub const ON: Key<Self, Day> = Key::new(8, "on");
    pub const SCHEME: Key<Self, Text> = Key::new(9, "scheme");
    pub const NOT_APPLICABLE: Key<Self, bool> = Key::new(10, "not_applicable");
    pub const VETO: Key<Self, bool> = Key::new(11, "veto");
}

impl TableKind for Score {
    const SCHEMA: &'static Schema = &Schema::new(
        "score",
        "人工评分",
        "a score that no machine can judge",
        &[
            Self::SCHEME
                .may("哪个评分表；只有一个的可以不写", "the score sheet; not asked for where there is one")
                .internal(),
            Self::INDICATOR.must("评分指标，写代号或者名称", "the indicator, by id or title").internal(),
            Self::POINTS.may("得分", "points").internal(),
            Self::OF
                .may("按几分制打的；不写则为指标的分值", "points at most; those of the indicator without it")
                .internal(),
            Self::NOT_APPLICABLE
                .may("是否不涉及：分值按比例分到其他指标", "whether it does not apply: its points go to the others")
                .internal(),
            Self::VETO.may("一票否决的情形有没有发生", "whether what the veto speaks of happened").internal(),
            Self::ORGANISATION.may("被评机构", "whom it is about").internal(),
            Self::PERIOD.may("评分期间", "the period").internal(),
            Self::NOTE.may("说明", "a note").internal(),
            Self::BY.may("评分人", "who gave it").internal(),
            Self::ON.may("评分日期", "on which day").internal(),
        ],
    );
}
