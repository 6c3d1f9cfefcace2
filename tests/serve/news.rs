//! What becomes of a save: news to every tab, the page as it is now; and of a project that is broken for a while.

use std::{fs, io::Write as _, net::TcpStream, thread, time::Duration};

use crate::support::{project::Project, server::Server};

const ENTRY: &str = "content/2018/通知.md";
const PAGE: &str = "/bureau/2018/00001.html";

#[test]
fn a_save_is_told_to_every_tab_and_its_page_is_the_new_one() {
    for more in [&[][..], &["--poll"]] {
        let project = Project::base();
        let server = Server::start(project.root(), more);
        let tabs = [server.news(), server.news(), server.news()];
        let mut last = tabs[0].first();
        tabs[1..].iter().for_each(|it| assert_eq!(it.first(), last));
        let before = server.state(PAGE)["page"]["hash"].clone();
        // Written in place; beside and renamed, as most editors do; in two halves.
        let text = project.read(ENTRY);
        let saves: [&dyn Fn(&str); 3] = [
            &|text| project.write(ENTRY, text),
            &|text| {
                project.write("content/2018/.通知.md.tmp", text);
                fs::rename(project.at("content/2018/.通知.md.tmp"), project.at(ENTRY)).expect("renamed");
            },
            &|text| {
                project.write(ENTRY, &text.as_bytes()[..200]);
                project.write(ENTRY, text);
            },
        ];
        for (at, save) in saves.iter().enumerate() {
            save(&text.replace("汛期已到", &format!("第{at}次改")));
            last = tabs[0].other(&last);
            server.until("the page of the save", |it| it.get(PAGE).text().contains(&format!("第{at}次改")));
        }
        for tab in &tabs[1..] {
            tab.first();
        }
        assert_ne!(server.state(PAGE)["page"]["hash"], before);
    }
}

#[test]
fn what_is_not_shown_is_no_news() {
    let project = Project::base();
    let server = Server::start(project.root(), &[]);
    let now = server.state(PAGE)["generation"].clone();
    for path in [
        ".gongkai/backup/a",
        "public/index.html",
        "content/2018/.通知.md.swp",
        "content/2018/通知.md~",
        "content/.git/index",
        "README.txt",
    ] {
        project.write(path, "x");
    }
    // It reads, too, and reading is no change.
    server.get(PAGE);
    thread::sleep(Duration::from_millis(300));
    assert_eq!(server.state(PAGE)["generation"], now);
}

#[test]
fn files_that_come_go_and_move_are_followed() {
    let project = Project::base();
    let server = Server::start(project.root(), &[]);
    let text = project.read(ENTRY).replace("夏季防汛", "秋季防火");
    project.write("content/2019/新文件夹/通知.md", &text);
    let listed = |it: &Server| it.state("/catalogue/policy/notices/")["page"]["hash"].clone();
    let number = |it: &Server| it.text("/sitemap.xml").matches("<loc>").count();
    let before = number(&server);
    server.until("a file in a new folder", |it| number(it) > before || it.text("/sitemap.xml").contains("00002"));
    let with = listed(&server);
    fs::rename(project.at("content/2019"), project.at("content/2020")).expect("renamed");
    server.until("a folder of another name", |it| {
        it.state("/bureau/2018/00002.html")["page"]["file"] == "content/2020/新文件夹/通知.md"
    });
    fs::remove_dir_all(project.at("content/2020")).expect("removed");
    server.until("a folder that is gone", |it| it.get("/bureau/2018/00002.html").status == 404);
    assert_ne!(listed(&server), with);
    // The folder of all entries, moved away and back.
    fs::rename(project.at("content"), project.at("away")).expect("renamed");
    server.until("no entries", |it| it.get(PAGE).status != 200);
    fs::rename(project.at("away"), project.at("content")).expect("renamed");
    server.until("the entries are back", |it| it.get(PAGE).status == 200);
    project.replace(ENTRY, "汛期已到", "汛期又到");
    server.until("a save after that", |it| it.get(PAGE).text().contains("汛期又到"));
}

#[test]
fn an_entry_that_cannot_be_shown_keeps_its_last_page_until_it_is_mended() {
    let project = Project::base();
    let server = Server::start(project.root(), &[]);
    let text = project.read(ENTRY);
    let good = server.get(PAGE).body;
    for broken in ["", "+++\ntitle = \"半个", "没有开头的文字\n", "+++\n[[[\n+++\n正文"] {
        project.write(ENTRY, broken);
        server.until("what is wrong is told", |it| {
            let state = it.state(PAGE);
            state["page"]["kind"] == "kept" && state["here"][0]["path"] == ENTRY
        });
        assert_eq!(server.get(PAGE).body, good, "{broken}");
        assert!(server.text(&format!("/_preview/panel{PAGE}")).contains("左边是它上一次的样子"));
        project.write(ENTRY, &text);
        server.until("it is mended", |it| it.state(PAGE)["page"]["kind"] == "public");
    }
}

#[test]
fn a_broken_catalogue_is_told_on_every_page_and_recovers_with_the_next_save() {
    let project = Project::base();
    let server = Server::start(project.root(), &[]);
    let news = server.news();
    let first = news.first();
    let site = project.read("catalogue/site.toml");
    // A day that is none: nothing can be judged at all.
    project.write("catalogue/site.toml", site.replace("as_of = 2018-12-31", "as_of = \"昨天\""));
    let second = news.other(&first);
    let failed = server.get(PAGE);
    assert_eq!(failed.status, 500);
    assert!(failed.text().contains("catalogue/site.toml:") && failed.text().contains("昨天"), "{}", failed.text());
    let shell = server.text(&format!("/_preview/page{PAGE}"));
    assert!(shell.contains("读不了这个项目") && shell.contains("昨天"), "{shell}");
    assert!(server.state(PAGE)["failure"].as_str().is_some_and(|it| it.contains("昨天")));
    project.write("catalogue/site.toml", &site);
    news.other(&second);
    assert_eq!(server.get(PAGE).status, 200);
    // TOML that cannot be read: pages as far as they can be made, and what is wrong, with its line.
    project.write("catalogue/items.toml", format!("{}\n[[item\nx = ", project.read("catalogue/items.toml")));
    server.until("the slip is told", |it| {
        let all = it.state("/")["all"].clone();
        all.as_array().is_some_and(|it| it.iter().any(|it| it["path"] == "catalogue/items.toml" && it["line"].is_u64()))
    });
    assert!(server.state("/")["counts"]["stops"].as_u64() > Some(0));
}

#[test]
fn a_broken_theme_is_told_and_recovers() {
    let project = Project::base();
    let server = Server::start(project.root(), &[]);
    assert_eq!(server.get("/").status, 200);
    project.write("themes/default/templates/body/home.html", "{% if page %}没有收尾\n");
    server.until("the theme's fault", |it| it.get("/").status == 503);
    assert!(server.get("/").text().contains("templates/body/home.html"));
    assert!(server.text("/_preview/panel/").contains("GK0016"));
    fs::remove_dir_all(project.at("themes")).expect("removed");
    server.until("the built-in theme", |it| it.get("/").status == 200);
}

#[test]
fn tabs_that_are_closed_leave_nothing_behind() {
    let project = Project::base();
    let server = Server::start(project.root(), &[]);
    server.news().first();
    let before = threads(&server);
    // More than may be there at one time.
    for _ in 0..3 {
        let tabs: Vec<TcpStream> = (0..30)
            .map(|_| {
                let mut tab = TcpStream::connect(("127.0.0.1", server.port)).expect("a connection");
                tab.write_all(b"GET /_preview/events HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("a request");
                tab
            })
            .collect();
        assert_eq!(server.get("/").status, 200);
        drop(tabs);
        server.until("their threads have ended", |it| threads(it) < before + 5);
    }
}

fn threads(server: &Server) -> usize {
    fs::read_dir(format!("/proc/{}/task", server.id())).map_or(0, Iterator::count)
}

#[test]
fn many_saves_leave_nothing_behind() {
    let project = Project::base();
    let server = Server::start(project.root(), &[]);
    let news = server.news();
    let mut last = news.first();
    let text = project.read(ENTRY);
    let count = |what: &str| {
        let folder = format!("/proc/{}/{what}", server.id());
        fs::read_dir(folder).map_or(0, Iterator::count)
    };
    let mut after = Vec::new();
    for at in 0..60 {
        project.write(ENTRY, text.replace("汛期已到", &format!("第{at}次改")));
        last = news.other(&last);
        server.get(&format!("/_preview/panel{PAGE}"));
        if at % 20 == 19 {
            after.push((count("task"), count("fd")));
        }
    }
    let (first, end) = (after[0], after[2]);
    assert!(end.0 <= first.0 + 2 && end.1 <= first.1 + 2, "threads and files after 20, 40, 60 saves: {after:?}");
}
