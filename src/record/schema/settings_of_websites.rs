//! `[settings.<rule>]` of rules about a website of its own.

use crate::record::{Count, Key, Schema, TableKind};

/// `[settings.silent-home-page]`.
pub enum SilentHomePage {}

impl SilentHomePage {
    pub const DAYS: Key<Self, Count<1, 366, 14>> = Key::new(1, "days");
}

impl TableKind for SilentHomePage {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.silent-home-page",
        "首页久未更新",
        "settings of GK1601",
        &[Self::DAYS.may("首页至少每多少天更新一次", "within how many days the home page is updated").internal()],
    );
}

/// `[settings.stale-columns]`.
pub enum StaleColumns {}

impl StaleColumns {
    pub const NEWS_DAYS: Key<Self, Count<1, 366, 14>> = Key::new(1, "news_days");
    pub const NOTICE_MONTHS: Key<Self, Count<1, 60, 6>> = Key::new(2, "notice_months");
    pub const STALE: Key<Self, Count<1, 999, 5>> = Key::new(3, "stale");
    pub const OTHER: Key<Self, Count<1, 999, 10>> = Key::new(4, "other");
    pub const EMPTY: Key<Self, Count<1, 999, 5>> = Key::new(5, "empty");
}

impl TableKind for StaleColumns {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.stale-columns",
        "栏目久未更新",
        "settings of GK1602",
        &[
            Self::NEWS_DAYS
                .may("动态要闻类栏目至少每多少天更新一次", "within how many days news are updated")
                .internal(),
            Self::NOTICE_MONTHS
                .may(
                    "通知公告、政策文件类栏目至少每几个月更新一次",
                    "within how many months notices and policies are updated",
                )
                .internal(),
            Self::STALE
                .may("上面两类有几个没有更新就否决", "so many stale ones of these fail an inspection")
                .internal(),
            Self::OTHER
                .may("其他栏目有几个应更新而没有更新就否决", "so many others that are overdue fail it")
                .internal(),
            Self::EMPTY.may("有几个空白栏目就否决", "so many empty ones fail it").internal(),
        ],
    );
}

/// `[settings.stale-content]`.
pub enum StaleContent {}

impl StaleContent {
    pub const GUIDE_DAYS: Key<Self, Count<1, 3660, 365>> = Key::new(1, "guide_days");
    pub const UNMARKED_YEARS: Key<Self, Count<1, 99, 5>> = Key::new(2, "unmarked_years");
}

impl TableKind for StaleContent {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.stale-content",
        "内容陈旧",
        "settings of GK1603",
        &[
            Self::GUIDE_DAYS.may("指南至少每多少天核对一次", "within how many days a guide is looked at").internal(),
            Self::UNMARKED_YEARS
                .may(
                    "规章、规范性文件公开满几年要注明有效性",
                    "after how many years a rule or a normative document says whether it is in force",
                )
                .internal(),
        ],
    );
}

/// `[settings.penalty-publicity]`: off without it.
pub enum PenaltyPublicity {}

impl PenaltyPublicity {
    pub const MONTHS: Key<Self, Count<1, 360, 12>> = Key::new(1, "months");
}

impl TableKind for PenaltyPublicity {
    const SCHEMA: &'static Schema = &Schema::new(
        "settings.penalty-publicity",
        "行政处罚公示期；不写则不提示",
        "how long penalties are shown; never told without it",
        &[Self::MONTHS
            .may("行政处罚公示满几个月提示撤下", "after how many months a penalty is to be taken down")
            .internal()],
    );
}
