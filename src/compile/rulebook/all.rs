//! All families and all rules, and the book made of them.

use std::sync::LazyLock;

use crate::{
    check,
    compile::theme,
    diagnostic::{self, Family, Rulebook},
    resolve, scan, site, syntax,
};

static FAMILIES: &[Family] = &[
    Family { prefix: "GK00", title: words! { zh: "读取", en: "Reading" } },
    Family { prefix: "GK01", title: words! { zh: "目录", en: "Catalogue" } },
    Family { prefix: "GK02", title: words! { zh: "覆盖", en: "Coverage" } },
    Family { prefix: "GK03", title: words! { zh: "条目", en: "Entries" } },
    Family { prefix: "GK04", title: words! { zh: "时限", en: "Time limits" } },
    Family { prefix: "GK05", title: words! { zh: "政策解读", en: "Interpretation" } },
    Family { prefix: "GK06", title: words! { zh: "回应互动", en: "Responses" } },
    Family { prefix: "GK07", title: words! { zh: "审查", en: "Review" } },
    Family { prefix: "GK08", title: words! { zh: "个人信息", en: "Privacy" } },
    Family { prefix: "GK09", title: words! { zh: "重大项目", en: "Projects" } },
    Family { prefix: "GK10", title: words! { zh: "清单台账", en: "Registers" } },
    Family { prefix: "GK11", title: words! { zh: "新媒体", en: "New media" } },
    Family { prefix: "GK12", title: words! { zh: "工作计划", en: "Plans" } },
    Family { prefix: "GK13", title: words! { zh: "年度报告", en: "Annual reports" } },
    Family { prefix: "GK14", title: words! { zh: "链接", en: "Links" } },
    Family { prefix: "GK15", title: words! { zh: "网站规范", en: "Website" } },
    Family { prefix: "GK16", title: words! { zh: "更新", en: "Freshness" } },
    Family { prefix: "GK17", title: words! { zh: "文字", en: "Wording" } },
    Family { prefix: "GK18", title: words! { zh: "无障碍", en: "Access" } },
    Family { prefix: "GK19", title: words! { zh: "粘贴的内容", en: "Pasted content" } },
    Family { prefix: "GK20", title: words! { zh: "新建项目", en: "New projects" } },
];

/// All rules.
pub static RULEBOOK: LazyLock<Rulebook> = LazyLock::new(|| {
    let others = [syntax::RULES, resolve::RULES, diagnostic::RULES, theme::RULES, site::RULES, scan::RULES];
    let checks = check::CHECKS.iter().map(|list| list.iter().map(|it| it.rule).collect());
    Rulebook { families: FAMILIES, lists: others.into_iter().map(<[_]>::to_vec).chain(checks).collect() }
});
