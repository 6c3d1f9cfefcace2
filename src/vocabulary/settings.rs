//! Words of the site's settings.

use super::term::closed_list;

closed_list! {
    /// What the site is: a column of a portal, a site of its own, or the platform of many bodies.
    Scope "站点范围" {
        Column: "column", "专栏", "column of a portal", ["栏目"];
        Site: "site", "独立网站", "site", ["网站", "站点"];
        Platform: "platform", "统一平台", "platform", ["平台"];
    }
}

closed_list! {
    /// Which rules judge the project.
    Profile "检查范围" {
        Full: "full", "全面检查", "full", ["全部"];
        CatalogueOnly: "catalogue-only", "仅检查目录", "catalogue only", ["仅目录"];
    }
}

closed_list! {
    /// What a target is measured by.
    Measure "目标的指标" {
        Filled: "filled", "事项公开率", "filled items", ["公开率", "覆盖率"];
        OnTime: "on-time", "按时公开率", "publication in time", ["按时率", "及时公开率", "及时率"];
    }
}

closed_list! {
    /// Who sees gaps and late tasks.
    Visibility "履职情况可见范围" {
        Public: "public", "公开", "public", ["对外公开"];
        Internal: "internal", "内部", "internal", ["仅内部"];
    }
}

closed_list! {
    /// Which entries' pages have a QR code of their address.
    QrUse "带二维码的页面" {
        Posted: "posted", "张贴", "what is printed and posted up", ["打印张贴"];
        All: "all", "全部", "all", ["所有"];
        None: "none", "不用", "none", ["不要", "没有"];
    }
}
