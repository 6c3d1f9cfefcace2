//! New-media platforms.

use super::list::closed_list;

closed_list! {
    /// Where a government account lives.
    Platform "新媒体平台" {
        Wechat: "wechat", "微信", "WeChat", ["政务微信", "微信公众号", "公众号"];
        Weibo: "weibo", "微博", "Weibo", ["政务微博", "新浪微博"];
        App: "app", "客户端", "app", ["移动客户端", "政务客户端"];
        Other: "other", "其他", "other", ["其它"];
    }
}
