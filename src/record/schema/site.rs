//! `[site]`, `[publish]`: whose site it is, where it stands, how it is judged.

use crate::{
    day::Day,
    record::{Key, OrganisationRef, Schema, Table, TableKind, Text},
    vocabulary::{Profile, QrUse, Scope, Visibility},
};

/// What the site says of itself.
pub enum Identity {}

impl Identity {
    pub const SITE_ID: Key<Self, Text> = Key::new(1, "site_id");
    pub const HOST: Key<Self, Text> = Key::new(2, "host");
    pub const OPERATOR: Key<Self, Text> = Key::new(3, "operator");
    pub const CONTACT: Key<Self, Text> = Key::new(4, "contact");
    pub const ICP: Key<Self, Text> = Key::new(5, "icp");
    pub const POLICE: Key<Self, Text> = Key::new(6, "police");
    pub const DOMAIN: Key<Self, Text> = Key::new(7, "domain");
    pub const EMBLEM: Key<Self, Text> = Key::new(8, "emblem");
    pub const REPORT_ERRORS: Key<Self, Text> = Key::new(9, "report_errors");
    pub const IPV6: Key<Self, Text> = Key::new(10, "ipv6");
}

impl TableKind for Identity {
    const SCHEMA: &'static Schema = &Schema::new(
        "site.identity",
        "网站标识：页脚和页面标签要写的内容",
        "what the site must say of itself in its footer and labels",
        &[
            Self::SITE_ID.may("网站标识码（十位）", "site identification code, ten digits"),
            Self::HOST.may("主办单位", "the body that runs the site"),
            Self::OPERATOR.may("承办单位", "the body that operates it"),
            Self::CONTACT.may("联系方式", "how to reach it"),
            Self::ICP.may("ICP备案编号", "ICP filing number"),
            Self::POLICE.may("公安机关备案号", "filing number of the public security organ"),
            Self::DOMAIN.may("域名", "domain name"),
            Self::EMBLEM.may("党政机关网站标识的地址", "address of the official emblem's page"),
            Self::REPORT_ERRORS.may("“我为政府网站找错”的地址", "address for reporting errors of the site"),
            Self::IPV6.may("支持IPv6的说明", "words of IPv6 support"),
        ],
    );
}

/// `[site]`.
pub enum Site {}

impl Site {
    pub const TITLE: Key<Self, Text> = Key::new(1, "title");
    pub const ORGANISATION: Key<Self, OrganisationRef> = Key::new(2, "organisation");
    pub const URL: Key<Self, Text> = Key::new(3, "url");
    pub const SCOPE: Key<Self, Scope> = Key::new(4, "scope");
    pub const LANGUAGE: Key<Self, Text> = Key::new(5, "language");
    pub const THEME: Key<Self, Text> = Key::new(6, "theme");
    pub const AS_OF: Key<Self, Day> = Key::new(7, "as_of");
    pub const PROFILE: Key<Self, Profile> = Key::new(8, "profile");
    pub const STANDING: Key<Self, Visibility> = Key::new(9, "standing");
    pub const REVISED: Key<Self, Day> = Key::new(10, "revised");
    pub const LICENCE: Key<Self, Text> = Key::new(11, "licence");
    pub const NOTICE: Key<Self, Text> = Key::new(12, "notice");
    pub const REQUIRED_VERSION: Key<Self, Text> = Key::new(13, "required_version");
    pub const INDEX_PATTERN: Key<Self, Text> = Key::new(14, "index_pattern");
    pub const IDENTITY: Key<Self, Table<Identity>> = Key::new(15, "identity");
    pub const SAMPLE: Key<Self, bool> = Key::new(16, "sample");
    pub const QR: Key<Self, QrUse> = Key::new(17, "qr");
    pub const NDJSON: Key<Self, bool> = Key::new(18, "ndjson");
}

impl TableKind for Site {
    const SCHEMA: &'static Schema = &Schema::new(
        "site",
        "站点",
        "the site",
        &[
            Self::TITLE.must("站点名称", "name of the site"),
            Self::ORGANISATION.must("本站属于哪个机构（机构的 id）", "whose site it is (an organisation's id)"),
            Self::URL.must("站点网址，以 / 结尾", "address of the site, ending with /"),
            Self::SCOPE.may("站点范围：专栏、独立网站、统一平台", "column of a portal, site of its own, or platform"),
            Self::LANGUAGE.may("页面语言：zh 或 en", "language of the pages: zh or en"),
            Self::THEME.may("页面主题的名称", "name of the theme"),
            Self::AS_OF.may(
                "以哪一天为准判定；不写则为运行当天",
                "the day everything is judged on; the day of the run without it",
            ),
            Self::PROFILE.may("检查范围", "how much is judged"),
            Self::STANDING.may("缺项、逾期在网站上是否显示", "whether gaps and late tasks are shown on the site"),
            Self::QR.may(
                "哪些信息的页面带有本页网址的二维码；不写则为要打印张贴的几种：公告公示、意见征集、办事指南、双公示、人事、采购",
                "which entries' pages have a QR code of their address; without it the kinds that are printed and posted up",
            ),
            Self::NDJSON.may(
                "是否另写带正文的数据文件（entries/*.ndjson），供检索、分析使用；不写则不写出",
                "whether the data of entries are also written with their texts (entries/*.ndjson), for searching and analysis; not written without it",
            ),
            Self::REVISED.may("主动公开目录最近一次修订的日期", "when the catalogue was last revised"),
            Self::LICENCE.may("再利用的条件", "terms of reuse"),
            Self::NOTICE.may(
                "显示在每个页面上的提示，例如“本站为演示样例”",
                "a line shown on every page, e.g. that the site is a sample",
            ),
            Self::REQUIRED_VERSION.may("要求的 gongkai 版本，例如 \">=0.1\"", "version of gongkai that is required"),
            Self::INDEX_PATTERN.may("索引号的编法", "how index numbers are made"),
            Self::IDENTITY.may("网站标识", "what the site says of itself"),
            Self::SAMPLE.may("本站是演示样例，用示例网址", "the site is a sample, at an example address"),
        ],
    );
}

/// `[publish]`.
pub enum Publish {}

impl Publish {
    pub const KEEP: Key<Self, i64> = Key::new(1, "keep");
    pub const TO: Key<Self, Text> = Key::new(2, "to");
    pub const AFTER: Key<Self, Text> = Key::new(3, "after");
}

impl TableKind for Publish {
    const SCHEMA: &'static Schema = &Schema::new(
        "publish",
        "发布",
        "publishing",
        &[
            Self::KEEP.may("保留几个历史版本", "how many releases are kept"),
            Self::TO.may("发布到哪个文件夹", "the folder to publish to"),
            Self::AFTER.may("发布后运行的命令", "a command to run afterwards"),
        ],
    );
}
