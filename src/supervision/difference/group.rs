//! The groups in which a difference is told.

use crate::vocabulary::Words;

/// Kinds of table that speak to the public, in the order in which they are told. All others are working settings of the house.
pub const PUBLIC: [(&str, Words); 17] = [
    ("field", words! { zh: "一级事项", en: "Fields" }),
    ("item", words! { zh: "公开事项", en: "Items" }),
    ("organisation", words! { zh: "机构", en: "Organisations" }),
    ("register", words! { zh: "清单的列", en: "Columns of registers" }),
    ("rows", words! { zh: "清单和表格的行", en: "Rows of registers and tables" }),
    ("plan", words! { zh: "工作计划", en: "Plans" }),
    ("task", words! { zh: "任务", en: "Tasks" }),
    ("project", words! { zh: "重大建设项目", en: "Projects" }),
    ("account", words! { zh: "政务新媒体账号", en: "Accounts" }),
    ("website", words! { zh: "网站", en: "Websites" }),
    ("base", words! { zh: "上级目录", en: "Superiors' catalogues" }),
    ("site", words! { zh: "站点", en: "Site" }),
    ("nil", words! { zh: "零报告", en: "Nil reports" }),
    ("not_applicable", words! { zh: "不涉及的义务", en: "Duties that do not apply" }),
    ("redirect", words! { zh: "旧网址转向", en: "Redirects" }),
    ("change", words! { zh: "目录变动记录", en: "Log of changes" }),
    ("gone", words! { zh: "已撤下的网址", en: "Addresses taken down" }),
];
