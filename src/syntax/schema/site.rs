//! `[site]`, `[publish]`: whose site it is, where it stands, how it is judged.

use super::declare::{may, must, table};
use crate::{
    record::{Refer, Schema, Shape},
    vocabulary::{Profile, Scope, Visibility, Word as _},
};

static IDENTITY: Schema = table(
    "site.identity",
    "网站标识：页脚和页面标签要写的内容",
    "what the site must say of itself in its footer and labels",
    &[
        may("site_id", Shape::Text, "网站标识码（十位）", "site identification code, ten digits"),
        may("host", Shape::Text, "主办单位", "the body that runs the site"),
        may("operator", Shape::Text, "承办单位", "the body that operates it"),
        may("contact", Shape::Text, "联系方式", "how to reach it"),
        may("icp", Shape::Text, "ICP备案编号", "ICP filing number"),
        may("police", Shape::Text, "公安机关备案号", "filing number of the public security organ"),
        may("domain", Shape::Text, "域名", "domain name"),
        may("emblem", Shape::Text, "党政机关网站标识的地址", "address of the official emblem's page"),
        may("report_errors", Shape::Text, "“我为政府网站找错”的地址", "address for reporting errors of the site"),
        may("ipv6", Shape::Text, "支持IPv6的说明", "words of IPv6 support"),
    ],
);

/// `[site]`.
pub static SITE: Schema = table(
    "site",
    "站点",
    "the site",
    &[
        must("title", Shape::Text, "站点名称", "name of the site"),
        must(
            "organisation",
            Shape::Refer(Refer::Organisation),
            "本站属于哪个机构（机构的 id）",
            "whose site it is (an organisation's id)",
        ),
        must("url", Shape::Text, "站点网址，以 / 结尾", "address of the site, ending with /"),
        may(
            "scope",
            Shape::Word(Scope::VOCABULARY),
            "站点范围：专栏、独立网站、统一平台",
            "column of a portal, site of its own, or platform",
        ),
        may("language", Shape::Text, "页面语言：zh 或 en", "language of the pages: zh or en"),
        may("theme", Shape::Text, "页面主题的名称", "name of the theme"),
        may(
            "as_of",
            Shape::Day,
            "以哪一天为准判定；不写则为运行当天",
            "the day everything is judged on; the day of the run without it",
        ),
        may("profile", Shape::Word(Profile::VOCABULARY), "检查范围", "how much is judged"),
        may(
            "standing",
            Shape::Word(Visibility::VOCABULARY),
            "缺项、逾期在网站上是否显示",
            "whether gaps and late tasks are shown on the site",
        ),
        may("revised", Shape::Day, "主动公开目录最近一次修订的日期", "when the catalogue was last revised"),
        may("licence", Shape::Text, "再利用的条件", "terms of reuse"),
        may(
            "notice",
            Shape::Text,
            "显示在每个页面上的提示，例如“本站为演示样例”",
            "a line shown on every page, e.g. that the site is a sample",
        ),
        may(
            "required_version",
            Shape::Text,
            "要求的 gongkai 版本，例如 \">=1\"",
            "version of gongkai that is required",
        ),
        may("index_pattern", Shape::Text, "索引号的编法", "how index numbers are made"),
        may("identity", Shape::Table(&IDENTITY), "网站标识", "what the site says of itself"),
    ],
);

/// `[publish]`.
pub static PUBLISH: Schema = table(
    "publish",
    "发布",
    "publishing",
    &[
        may("keep", Shape::Integer, "保留几个历史版本", "how many releases are kept"),
        may("to", Shape::Text, "发布到哪个文件夹", "the folder to publish to"),
        may("after", Shape::Text, "发布后运行的命令", "a command to run afterwards"),
    ],
);
