//! What is shown: the pages of a build, byte by byte, and drafts, which no build has.

use crate::support::{
    binary::run,
    committed::at,
    files::{assert_same, has_ending, tree},
    project::Project,
    server::Server,
};

fn golden() -> Project {
    Project::copy_of(&at("tests/golden"))
}

#[test]
fn every_file_of_the_site_has_the_bytes_that_a_build_writes_and_nothing_is_written() {
    let (built, shown) = (golden(), golden());
    run(built.root(), ["build", "--no-cache"]).code(0);
    let before = tree(shown.root());
    let server = Server::start(shown.root(), &[]);
    let files = tree(&built.at("public"));
    // A preview has no index to search in, and its page says so.
    let is_index = |path: &str| path.starts_with("search/") && has_ending(path, &["bin"]);
    let site: Vec<_> = files.iter().filter(|it| !it.0.starts_with(".gongkai/") && !is_index(it.0)).collect();
    assert!(site.len() > 35, "{}", site.len());
    for (path, bytes) in site {
        let answer = server.get(&format!("/{path}"));
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.body == *bytes, "{path} is not what a build writes");
        let kind = answer.header("Content-Type").expect("a type");
        let texts = [".html", ".css", ".js", ".json", ".xml", ".csv"];
        assert_eq!(texts.iter().any(|it| path.ends_with(it)), kind.ends_with("charset=utf-8"), "{path}: {kind}");
        assert_eq!(answer.header("Cache-Control"), Some("no-store"));
    }
    // No site, no lock, no cache: not even a folder of our own.
    assert_same(&before, &tree(shown.root()));
}

#[test]
fn drafts_are_shown_and_marked_and_are_nowhere_else() {
    let project = golden();
    let server = Server::start(project.root(), &[]);
    let state = server.state("/");
    let drafts = state["drafts"].as_array().expect("drafts");
    let draft = drafts.iter().find(|it| it["scheduled"] == false).expect("a draft");
    let page = draft["page"].as_str().expect("an address");
    assert_eq!(draft["file"], "content/2018/草稿.md");
    let text = server.text(page);
    assert!(text.contains("草稿：只在预览中显示，不会发布") && text.contains("（草稿，发布时编号）"), "{text}");
    let beside = server.state(page);
    assert_eq!((&beside["page"]["kind"], &beside["page"]["file"]), (&"draft".into(), &"content/2018/草稿.md".into()));
    assert!(server.text(&format!("/_preview/panel{page}")).contains("草稿：不会发布；编号和网址是暂定的"));
    // One whose day is to come has its number already, and its page says from when.
    let later = drafts.iter().find(|it| it["scheduled"] == true).expect("a scheduled one");
    assert!(server.text(later["page"].as_str().expect("an address")).contains("在那以前不会发布"));
    // Lists and the data for programs are those that will be published.
    for path in ["/index.html", "/catalogue/policy/notices/", "/feed.xml", "/sitemap.xml", "/year/2018/"] {
        assert!(!server.text(path).contains("草稿暗号"), "{path}");
    }
    let api = server.text("/api/v1/index.json");
    assert!(!api.contains("草稿暗号") && !api.contains("_preview"), "{api}");
}

#[test]
fn a_draft_that_has_a_number_is_shown_at_its_address_even_where_it_was_public_before() {
    let project = Project::base();
    run(project.root(), ["lock", "-q"]).code(0);
    let entry = "content/2018/通知.md";
    let text = project.read(entry);
    project.write(entry, text.replace("+++\ntitle", "+++\ndraft = true\ntitle"));
    let page = "/bureau/2018/00001.html";
    let server = Server::start(project.root(), &[]);
    assert!(server.text(page).contains("草稿：只在预览中显示") && server.text(page).contains("汛期已到"));
    assert_eq!(server.state(page)["page"]["kind"], "draft");
    // Published, and then a draft again: a build has a tombstone there.
    project.write(entry, &text);
    run(project.root(), ["build", "-q"]).code(0);
    server.until("it is public", |it| it.state(page)["page"]["kind"] == "public");
    project.write(entry, text.replace("+++\ntitle", "+++\ndraft = true\ntitle"));
    server.until("it is a draft again", |it| it.state(page)["page"]["kind"] == "draft");
    assert!(server.text(page).contains("汛期已到"));
}

#[test]
fn a_draft_that_is_made_public_is_followed_to_its_address() {
    let project = Project::base();
    let entry = "content/2018/通知.md";
    let text = project.read(entry);
    project.write(entry, text.replace("+++\ntitle", "+++\ndraft = true\ntitle"));
    let server = Server::start(project.root(), &[]);
    let draft = server.state("/")["drafts"][0]["page"].as_str().expect("a draft").to_owned();
    assert!(server.text(&draft).contains("汛期已到"));
    // With an error of its own, which does not make it a page that cannot be shown.
    project.write(entry, text.replace("2018-06-22", "2018-08-22"));
    server.until("it is public", |it| it.get(&draft).header("Location") == Some("/bureau/2018/00001.html"));
    assert_eq!(server.state(&draft)["page"]["kind"], "missing");
    assert!(server.text("/bureau/2018/00001.html").contains("汛期已到"));
}

#[test]
fn a_number_that_no_lock_holds_is_called_provisional() {
    let project = Project::base();
    let server = Server::start(project.root(), &[]);
    let page = "/bureau/2018/00001.html";
    assert_eq!(server.state(page)["page"]["provisional"], true);
    assert!(server.text(&format!("/_preview/panel{page}")).contains("暂定，生成网站时才登记"));
    run(project.root(), ["lock", "-q"]).code(0);
    server.until("the lock is seen", |it| it.state(page)["page"]["provisional"] == false);
}

#[test]
fn folders_are_led_to_their_page_and_what_is_not_there_to_the_sites_own() {
    let project = golden();
    let server = Server::start(project.root(), &[]);
    let moved = server.get("/catalogue");
    assert_eq!((moved.status, moved.header("Location")), (302, Some("/catalogue/")));
    assert!(server.text("/catalogue/").contains("政府信息主动公开目录"));
    let lost = server.get("/nowhere.html");
    assert_eq!(lost.status, 404);
    assert_eq!(lost.body, server.get("/404.html").body, "the site's own page");
    let head = server.send(&format!("HEAD / HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", server.port));
    let length = server.get("/").body.len().to_string();
    assert_eq!((head.status, head.body.len(), head.header("Content-Length")), (200, 0, Some(&*length)));
}

#[test]
fn a_site_below_a_folder_of_its_host_is_shown_with_and_without_it() {
    // The folder may be called like a body of the site: `/bureau/2018/00001.html` is the page of an entry.
    for folder in ["bureau", "bureau-site"] {
        let project = Project::base();
        let site = project.read("catalogue/site.toml");
        let line = site.lines().find(|it| it.starts_with("url = ")).expect("an address");
        project.replace("catalogue/site.toml", line, &format!("url = \"https://www.example.gov.cn/{folder}/\""));
        let server = Server::start(project.root(), &[]);
        assert_eq!(server.get(&format!("/{folder}/index.html")).body, server.get("/index.html").body);
        let page = server.text("/bureau/2018/00001.html");
        assert_eq!(server.text(&format!("/{folder}/bureau/2018/00001.html")), page);
        // The page for lost addresses links from the root of the host.
        let lost = server.get("/404.html").text();
        let style = lost.split(&format!("href=\"/{folder}/static/")).nth(1).and_then(|it| it.split('"').next());
        assert_eq!(server.get(&format!("/{folder}/static/{}", style.expect("a style"))).status, 200);
    }
}
