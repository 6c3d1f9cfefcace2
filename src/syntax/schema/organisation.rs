//! `[[organisation]]`: who publishes, and who answers for it.

use super::declare::{MANY, inner, may, must, table};
use crate::{
    record::{Refer, Schema, Shape},
    vocabulary::{AdminLevel, OrganisationKind, Sector, Word as _},
};

static DISCLOSURE: Schema = table(
    "organisation.disclosure",
    "政府信息公开工作机构",
    "who does the work of disclosure",
    &[
        may("leader", Shape::Text, "分管领导的职务", "the leader in charge, by post"),
        may("office", Shape::Text, "工作机构", "the office"),
        may("staff", Shape::Integer, "工作人员数", "how many people"),
        may("phone", Shape::Text, "电话", "telephone"),
        may("address", Shape::Text, "办公地址", "address"),
        may("hours", Shape::Text, "办公时间", "office hours"),
    ],
);

static OFFICER: Schema = table(
    "organisation.officers",
    "“五员”",
    "one of the five officers",
    &[
        must("role", Shape::Text, "哪一员：管理员、信息员、审核员、联络员、监督员等", "the role"),
        may("post", Shape::Text, "由谁担任（职务）", "who fills it, by post"),
        inner(may("name", Shape::Text, "姓名", "name")),
    ],
);

static LEADER: Schema = table(
    "organisation.leaders",
    "领导",
    "a leader",
    &[
        must("post", Shape::Text, "职务", "post"),
        may("name", Shape::Text, "姓名", "name"),
        may("duties", Shape::Text, "分工", "duties"),
    ],
);

/// `[[organisation]]`.
pub static ORGANISATION: Schema = table(
    "organisation",
    "机构",
    "an organisation",
    &[
        must("id", Shape::Id, "代号，永远不变", "permanent id"),
        must("name", Shape::Text, "全称", "full name"),
        may("short", Shape::Text, "简称", "short name"),
        may("code", Shape::Text, "统一社会信用代码，或本地的机构代码", "unified social credit code, or a local code"),
        may("kind", Shape::Word(OrganisationKind::VOCABULARY), "机构类型", "kind of body"),
        may("parent", Shape::Refer(Refer::Organisation), "上级机构", "the organisation above it"),
        may(
            "supervisor",
            Shape::Refer(Refer::Organisation),
            "主管部门（公共企事业单位）",
            "who supervises it (public institutions)",
        ),
        may("sector", Shape::Word(Sector::VOCABULARY), "行业（公共企事业单位）", "sector (public institutions)"),
        may("level", Shape::Word(AdminLevel::VOCABULARY), "层级", "administrative level"),
        may("address", Shape::Text, "地址", "address"),
        may("hours", Shape::Text, "办公时间", "office hours"),
        may("phone", Shape::Text, "电话", "telephone"),
        may("fax", Shape::Text, "传真", "fax"),
        may("email", Shape::Text, "电子邮箱", "e-mail"),
        may("postcode", Shape::Text, "邮政编码", "postcode"),
        may("url", Shape::Text, "网址", "web address"),
        may("disclosure", Shape::Table(&DISCLOSURE), "政府信息公开工作机构", "who does the work of disclosure"),
        may("officers", Shape::List(&Shape::Table(&OFFICER)), "“五员”", "the five officers"),
        may("leaders", Shape::List(&Shape::Table(&LEADER)), "领导", "leaders"),
        may("offices", MANY, "内设机构", "offices"),
    ],
);
