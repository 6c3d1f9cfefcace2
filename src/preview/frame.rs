//! The page around a page: it shows one of the site in a frame, as it is, and beside it what is to be said of it.
//!
//! The site's own pages get not a byte more than a build gives them, and its policy of scripts stays as it is: what reloads them is
//! outside.

use super::{
    address::encode,
    html::{escape, tongue},
    panel::{panel, status},
    response::Response,
    state::State,
};
use crate::vocabulary::{Lang, Words};

/// Where a browser waits for news: a stream that does not end.
pub const EVENTS: &str = "/_preview/events";

/// Behind `?` where a page is opened without what stands around it.
pub const OPENED_ALONE: &str = "alone";

/// The frame may run its own script and style and nothing that stands in a page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; \
                      img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What an address asks for.
pub enum Asked<'a> {
    /// The frame, with the page at this path in it.
    Shell(&'a str),
    /// What stands beside the page at this path, to be put into the frame.
    Panel(&'a str),
    /// The same as JSON.
    State(&'a str),
    /// A page or another file of the site.
    Page,
    /// Something that is the same in every state.
    Answered(Response),
}

/// What `path` asks for.
pub fn asked(path: &str) -> Asked<'_> {
    if let Some(response) = fixed(path) {
        return Asked::Answered(response);
    }
    let below = |name: &str| path.strip_prefix(name).filter(|it| it.starts_with('/'));
    if let Some(page) = below("/_preview/page") {
        Asked::Shell(page)
    } else if let Some(page) = below("/_preview/panel") {
        Asked::Panel(page)
    } else if let Some(page) = below("/_preview/state") {
        Asked::State(page)
    } else {
        Asked::Page
    }
}

/// What is answered at `path` whatever the project is like.
fn fixed(path: &str) -> Option<Response> {
    Some(match path {
        "/_preview" | "/_preview/" | "/_preview/page" => Response::redirect("/_preview/page/"),
        "/_preview/shell.css" => Response::new(200, "text/css; charset=utf-8", include_str!("shell/shell.css")),
        "/_preview/shell.js" => Response::new(200, "text/javascript; charset=utf-8", include_str!("shell/shell.js")),
        _ => return None,
    })
}

/// The frame around the page of `state`.
pub fn shell(state: &State, lang: Lang) -> Response {
    let say = |words: Words| words.get(lang);
    let (tongue, preview) = (tongue(lang), say(words! { zh: "预览", en: "Preview" }));
    let title =
        if state.site.is_empty() { preview.to_owned() } else { format!("{preview} · {}", escape(&state.site)) };
    // The address as the frame asks for it: the site's home is `/`.
    let page = encode(state.page.address.strip_suffix("index.html").unwrap_or(&state.page.address));
    let skip = say(words! { zh: "跳到检查结果", en: "Skip to the findings" });
    let home = say(words! { zh: "首页", en: "Home" });
    let alone = say(words! { zh: "单独打开", en: "Open alone" });
    let note = say(words! { zh: "只有本机能看到，没有发布", en: "Only this computer sees it; nothing is published" });
    let frame = say(words! { zh: "网页", en: "The page" });
    let results = say(words! { zh: "检查结果", en: "Findings" });
    let working = say(words! { zh: "正在检查……", en: "Checking …" });
    let fresh = say(words! { zh: "已更新", en: "Updated" });
    let lost = say(
        words! { zh: "预览程序已经停止，再打开一次 gongkai 即可", en: "The preview has ended: start gongkai again" },
    );
    let (status, panel) = (escape(&status(state, lang)), panel(state, lang));
    Response::html(
        200,
        format!(
            "<!DOCTYPE html>
<html lang=\"{tongue}\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">
<title>{title}</title>
<link rel=\"icon\" href=\"data:,\">
<link rel=\"stylesheet\" href=\"/_preview/shell.css\">
<script src=\"/_preview/shell.js\" defer></script>
</head>
<body data-preview=\"{preview}\" data-working=\"{working}\" data-fresh=\"{fresh}\" data-lost=\"{lost}\">
<a class=\"skip\" href=\"#panel\">{skip}</a>
<header>
<h1 title=\"{note}\">{preview}</h1>
<p class=\"note\">{note}</p>
<p id=\"status\" role=\"status\">{status}</p>
<nav aria-label=\"{preview}\"><a href=\"/_preview/page/\">{home}</a> <a id=\"alone\" href=\"{page}?{OPENED_ALONE}\" target=\"_blank\" rel=\"noopener\">{alone}</a>
<button type=\"button\" id=\"fold\" aria-controls=\"panel\" aria-expanded=\"true\" hidden>{results}</button></nav>
</header>
<main><iframe id=\"page\" title=\"{frame}\" src=\"{page}\"></iframe></main>
<aside id=\"panel\" aria-label=\"{results}\" tabindex=\"-1\">
{panel}</aside>
</body>
</html>
"
        ),
    )
    .with("Content-Security-Policy", POLICY)
}
