//! `[settings]`, `[levels]`, `[privacy]`, `[[allow]]`, `[[not_applicable]]`, `[[nil]]`: what is said about findings and duties.

use super::declare::{MANY, inner, may, must, table};
use crate::{
    record::{Refer, Rest, Schema, Shape},
    vocabulary::{Term, Vocabulary},
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

/// `[settings.<rule>]`: a table of free keys a rule.
pub static SETTINGS: Schema = Schema {
    name: "settings",
    words: words! { zh: "规则用到的数字和日期，按规则名分写", en: "numbers and days that rules use, a table a rule" },
    keys: &[],
    rest: Rest::Kept(&Shape::Map(&Shape::Any)),
};

/// `[levels]`: a level a rule.
pub static LEVEL: Schema = Schema {
    name: "levels",
    words: words! { zh: "规则的级别", en: "levels of rules" },
    keys: &[],
    rest: Rest::Kept(&Shape::Text),
};

static NOT_IDENTITY: Schema = table(
    "privacy.not_identity",
    "两人确认某串字符不是个人号码",
    "two people attest that a string is no one's number",
    &[
        inner(must("file", Shape::Text, "文件，从项目文件夹算起", "the file, from the project's folder")),
        inner(must("place", Shape::Text, "那串字符", "the string")),
        inner(must("by", Shape::Text, "确认人", "who attests")),
        inner(must("second", Shape::Text, "第二确认人", "the second who attests")),
        inner(must("on", Shape::Day, "确认日期", "on which day")),
        inner(may("reason", Shape::Text, "为什么不是", "why it is not")),
    ],
);

/// `[privacy]`.
pub static PRIVACY: Schema = table(
    "privacy",
    "可以公开的号码",
    "numbers that may be public",
    &[
        inner(may("phones", MANY, "办公电话", "telephone numbers of offices")),
        inner(may("accounts", MANY, "可以公开的对公账号", "public bank accounts")),
        inner(may(
            "not_identity",
            Shape::List(&Shape::Table(&NOT_IDENTITY)),
            "两人确认不是个人号码的字符",
            "attested strings",
        )),
    ],
);

/// `[[allow]]`.
pub static ALLOW: Schema = table(
    "allow",
    "对一个已知问题的说明",
    "an explained exception",
    &[
        inner(must(
            "rule",
            Shape::Refer(Refer::Rule),
            "规则的名称、编号或中文名",
            "the rule: name, code or Chinese name",
        )),
        inner(may("entry", Shape::Refer(Refer::Entry), "哪条信息", "the entry it is for")),
        inner(may("item", Shape::Refer(Refer::Item), "哪个公开事项", "the item it is for")),
        inner(may("organisation", Shape::Refer(Refer::Organisation), "哪个机构", "the organisation it is for")),
        inner(may("account", Shape::Refer(Refer::Account), "哪个新媒体账号", "the account it is for")),
        inner(may("project", Shape::Refer(Refer::Project), "哪个项目", "the project it is for")),
        inner(may("task", Shape::Text, "哪项任务：计划/序号", "the task it is for: plan/number")),
        inner(may("file", Shape::Text, "哪个文件，从项目文件夹算起", "the file it is for, from the project's folder")),
        inner(may("duty", Shape::Text, "哪项法定义务，例如 2019:20.14", "the duty it is for, e.g. 2019:20.14")),
        inner(must("reason", Shape::Text, "原因", "why")),
        inner(must("owner", Shape::Text, "负责人或科室", "who answers for it")),
        inner(may(
            "until",
            Shape::Day,
            "到哪一天为止；无法补救的过去事项可以不写",
            "the last day it holds; left out for what cannot be mended",
        )),
    ],
);

/// `[[not_applicable]]`.
pub static NOT_APPLICABLE: Schema = table(
    "not_applicable",
    "不涉及：不承担的法定义务",
    "a duty that does not apply",
    &[
        must("duty", Shape::Text, "法定义务，例如 2019:20.14", "the duty, e.g. 2019:20.14"),
        may(
            "organisation",
            Shape::Refer(Refer::Organisation),
            "机构；不写则为本站机构",
            "the organisation; the site's without it",
        ),
        must("reason", Shape::Text, "原因", "why"),
        inner(may("by", Shape::Text, "谁确认的", "who confirmed it")),
        inner(may("on", Shape::Day, "哪天确认的", "on which day")),
    ],
);

/// `[[nil]]`.
pub static NIL: Schema = table(
    "nil",
    "零报告：本期无此类信息",
    "a nil report: nothing of this kind in the period",
    &[
        must("item", Shape::Refer(Refer::Item), "公开事项", "the item"),
        must(
            "period",
            Shape::Period,
            "哪一期：2018、2018H1、2018Q3、2018-07",
            "the period: 2018, 2018H1, 2018Q3, 2018-07",
        ),
        must("reason", Shape::Text, "情况说明", "what is said of it"),
        may("by", Shape::Text, "报告的科室", "the office that reports"),
        may("on", Shape::Day, "报告日期", "on which day"),
    ],
);
