//! Projects, accounts, websites, old addresses, calendar years, registers, wordings.

use super::{
    declare::{MANY, inner, may, must, table},
    policy::LEVELS,
};
use crate::{
    record::{Refer, Schema, Shape},
    vocabulary::{CellType, Platform, ProjectClass, Stage, Word as _},
};

static CLASS: Schema = table(
    "project.classes",
    "由其他机关公开的一类信息",
    "a class of information that another body publishes",
    &[
        must("class", Shape::Word(ProjectClass::VOCABULARY), "项目信息类别", "the class"),
        may("url", Shape::Text, "网址", "where"),
        may("by", Shape::Text, "由哪个机关公开", "by whom"),
    ],
);

/// `[[project]]`.
pub static PROJECT: Schema = table(
    "project",
    "重大建设项目",
    "a major project",
    &[
        must("id", Shape::Id, "代号，永远不变", "permanent id"),
        must("title", Shape::Text, "项目名称", "title"),
        may("code", Shape::Text, "项目代码", "national project code"),
        may("stage", Shape::Word(Stage::VOCABULARY), "进展到哪个阶段", "how far it is"),
        may("organisation", Shape::Refer(Refer::Organisation), "责任机构", "who answers for it"),
        may("classes", Shape::Many(&Shape::Table(&CLASS)), "由其他机关公开的类别", "classes that others publish"),
    ],
);

static FOLLOWERS: Schema = table(
    "account.followers",
    "某一天的关注数",
    "followers on a day",
    &[must("on", Shape::Day, "日期", "on which day"), must("value", Shape::Integer, "关注数", "how many")],
);

/// `[[account]]`.
pub static ACCOUNT: Schema = table(
    "account",
    "政务新媒体账号",
    "an account",
    &[
        must("id", Shape::Id, "代号，永远不变", "permanent id"),
        may("platform", Shape::Word(Platform::VOCABULARY), "平台", "platform"),
        must("name", Shape::Text, "账号名称", "name on the platform"),
        may("organisation", Shape::Refer(Refer::Organisation), "开设机构", "whose account"),
        may("owner", Shape::Text, "主办单位", "who owns it"),
        inner(may("manager", Shape::Text, "管理人", "who manages it")),
        inner(may("reviewer", Shape::Text, "审核人", "who reviews")),
        inner(may("filing", Shape::Text, "备案号", "filing number")),
        may("url", Shape::Text, "网址", "address"),
        may("opened", Shape::Day, "开设日期", "when it was opened"),
        may("followers", Shape::List(&Shape::Table(&FOLLOWERS)), "关注数", "followers by day"),
        may("closed", Shape::Day, "关停日期", "when it was closed"),
        may("into", Shape::Refer(Refer::Account), "并入哪个账号", "the account it was merged into"),
    ],
);

/// `[[website]]`.
pub static WEBSITE: Schema = table(
    "website",
    "开办的网站",
    "a website of the body",
    &[
        must("domain", Shape::Text, "域名", "domain name"),
        may("title", Shape::Text, "网站名称", "title"),
        may("organisation", Shape::Refer(Refer::Organisation), "主办机构", "who runs it"),
        may(
            "state",
            Shape::Text,
            "状态：正常运行、例行维护、关停整改、永久下线",
            "running, maintained, closed for repair, gone",
        ),
        may("site_id", Shape::Text, "网站标识码", "site identification code"),
        may("filing", Shape::Text, "备案号", "filing number"),
        may("closed", Shape::Day, "关停日期", "when it was closed"),
        may("notice", Shape::Text, "关停公告的地址", "where the closing was announced"),
    ],
);

/// `[[redirect]]`.
pub static REDIRECT: Schema = table(
    "redirect",
    "旧网址转向",
    "an old address that leads to an entry",
    &[
        must("from", Shape::Text, "旧网址，以 / 开头", "the old address, beginning with /"),
        must("to", Shape::Refer(Refer::Entry), "转到哪条信息", "the entry"),
    ],
);

/// `[[gone]]`.
pub static GONE: Schema = table(
    "gone",
    "已撤下的网址",
    "an address taken down",
    &[
        must("address", Shape::Text, "网址，以 / 开头", "the address, beginning with /"),
        may("reason", Shape::Text, "原因", "why"),
        may("on", Shape::Day, "撤下日期", "since when"),
    ],
);

/// `[[year]]`.
pub static YEAR: Schema = table(
    "year",
    "一年的放假和调休安排",
    "holidays and working weekends of a year",
    &[
        must("year", Shape::Integer, "年份", "the year"),
        may("off", MANY, "放假的日期，例如 \"01-01\"", "days off, e.g. \"01-01\""),
        may("work", MANY, "调休上班的日期", "weekend days that are worked"),
        may("basis", Shape::Text, "依据的通知", "the notice it stands on"),
    ],
);

static COLUMN: Schema = table(
    "register.columns",
    "清单的一列",
    "a column of a register",
    &[
        must("name", Shape::Text, "列名", "its name"),
        may("type", Shape::Word(CellType::VOCABULARY), "填什么；不写则为文本", "what a cell holds; text without it"),
        may("required", Shape::Flag, "是否必填", "whether a cell must be filled"),
        may("unique", Shape::Flag, "是否不得重复", "whether no two rows may be equal"),
        may("values", MANY, "可以填的词（单选、多选）", "the words to choose from"),
    ],
);

/// `[[register]]`.
pub static REGISTER: Schema = table(
    "register",
    "清单（逐列规定填什么）",
    "a typed table",
    &[
        must("id", Shape::Id, "代号，永远不变", "permanent id"),
        must("title", Shape::Text, "清单名称", "title"),
        must("columns", Shape::List(&Shape::Short(&COLUMN, "name")), "各列", "columns"),
        may("public", Shape::Flag, "是否公开", "whether it is public"),
    ],
);

/// `[[word]]`.
pub static WORD: Schema = table(
    "word",
    "规范用语",
    "a wording to be put right",
    &[
        inner(must("wrong", Shape::Text, "错误写法", "wrong")),
        inner(must("right", Shape::Text, "规范写法", "right")),
        inner(may("level", Shape::Word(&LEVELS), "级别", "level")),
    ],
);

/// `[[synonym]]`.
pub static SYNONYM: Schema = table(
    "synonym",
    "群众常用的说法",
    "a word that citizens use",
    &[
        must("word", Shape::Text, "群众的说法", "the citizens' word"),
        must("official", MANY, "公文里的说法", "official words"),
    ],
);
