//! Configurations of web servers, as text. What the servers make of them is tried in `tests/servers`.

use std::fs;

use super::support::{
    binary::{Done, gongkai, run},
    committed::at,
    files::{assert_same, current, has_ending, tree},
    project::Project,
};

const SERVERS: [&str; 3] = ["nginx", "caddy", "apache"];

/// The base project, whose site lies at <https://www.example.gov.cn/bureau/>, with old addresses.
fn project(more: &str) -> Project {
    let project = Project::base();
    project.write("catalogue/old.toml", more);
    project
}

fn redirect(from: &str) -> String {
    format!("[[redirect]]\nfrom = '{from}'\nto = \"2018/通知\"\n")
}

fn made(project: &Project, server: &str, more: &[&str]) -> String {
    run(project.root(), ["host", server, "--root", "/srv/www/site"].iter().chain(more)).code(0).out
}

#[test]
fn every_server_has_its_configuration_in_both_tongues_and_the_same_again() {
    let project = project(&redirect("/old/1.html"));
    for server in SERVERS {
        let zh = made(&project, server, &[]);
        assert!(zh.contains("gongkai host") && zh.contains("以点开头的文件不给看"), "{zh}");
        let en = made(&project, server, &["--lang", "en"]);
        assert!(en.contains("Dot-files are nobody's business") && !en.contains("不给看"), "{en}");
        for text in [&zh, &en] {
            assert!(!text.contains(['«', '»']) && !text.contains("#zh") && !text.contains("#en"), "{text}");
            assert!(text.contains("/srv/www/site") && text.contains("www.example.gov.cn"), "{text}");
            assert!(text.contains("default-src 'self'") && text.contains("frame-ancestors 'self'"), "{text}");
            let hsts = text.lines().find(|it| it.contains("Strict-Transport-Security")).expect("a line");
            assert!(hsts.trim_start().starts_with('#'), "{hsts}");
            assert!(text.ends_with("}\n") || text.ends_with("</VirtualHost>\n"), "{text}");
        }
        assert_eq!(zh, made(&project, server, &["--no-cache", "--jobs", "1"]), "the same again");
        project.write("other.conf", "");
        let done = run(project.root(), ["host", server, "--root", "/srv/www/site", "--output", "other.conf"]).code(0);
        assert!(done.out.is_empty() && done.err.contains("已写入 other.conf"), "{}", done.err);
        assert_eq!(zh, project.read("other.conf"));
    }
}

#[test]
fn a_file_that_is_there_is_replaced_where_this_command_made_it() {
    let project = project("");
    let write = |root: &str| run(project.root(), ["host", "nginx", "--root", root, "-o", "site.conf"]);
    assert!(write("/srv/a").code(0).err.contains("已写入 site.conf\n"));
    assert!(write("/srv/a").code(0).err.contains("已写入 site.conf，和原来的一样"));
    assert!(write("/srv/b").code(0).err.contains("已写入 site.conf，换掉了原来的文件"));
    assert!(project.read("site.conf").contains("/srv/b"));
    let own = "user www-data;\n# gongkai host\n";
    project.write("site.conf", own);
    let refused = write("/srv/b").code(2);
    assert!(refused.err.contains("site.conf 已经有了，不是 gongkai host 生成的，没有改写"), "{}", refused.err);
    assert_eq!(project.read("site.conf"), own);
}

#[test]
fn old_addresses_are_answered_where_readers_ask_for_them() {
    let project = project(
        &[
            redirect("/zcwj/42.html"),
            redirect("/list/"),
            redirect("https://www.example.gov.cn/root.jsp"),
            redirect("https://old.example.gov.cn/1.html"),
            redirect("old.example.gov.cn.jsp?a=1"),
            "[[gone]]\naddress = \"/ztzl/1.html\"\nreason = \"撤并\"\n".to_owned(),
            "[[gone]]\naddress = \"/ztzl/old/\"\nreason = \"撤并\"\n".to_owned(),
            "[[gone]]\naddress = \"/ztzl/2.jsp\"\nreason = \"撤并\"\n".to_owned(),
            "[[gone]]\naddress = \"/ztzl/3.html\"\nreason = \"撤并\"\non = 2099-01-01\n".to_owned(),
        ]
        .concat(),
    );
    let text = made(&project, "nginx", &[]);
    for from in ["/bureau/zcwj/42.html", "/bureau/list", "/bureau/list/", "/bureau/list/index.html", "/root.jsp"] {
        assert!(text.contains(&format!("\"{from}\" \"/bureau/bureau/2018/00001.html\";")), "{from}: {text}");
    }
    assert!(text.contains("\"/bureau/old.example.gov.cn.jsp?a=1\" "), "{text}");
    assert!(text.contains("\"/bureau/ztzl/1.html\" \"ztzl/1.html\";"), "{text}");
    for (address, page) in
        [("old", "404.html"), ("old/", "ztzl/old/index.html"), ("old/index.html", "ztzl/old/index.html")]
    {
        assert!(text.contains(&format!("\"/bureau/ztzl/{address}\" \"{page}\";")), "{address}: {text}");
    }
    assert!(text.contains("\"/bureau/ztzl/2.jsp\" \"404.html\";") && !text.contains("ztzl/3"), "{text}");
    let there = made(&project, "nginx", &["--old-host", "OLD.example.gov.cn"]);
    let line = "\"/1.html\" \"https://www.example.gov.cn/bureau/bureau/2018/00001.html\";";
    assert!(there.contains(line) && !there.contains("old.example.gov.cn (1)"), "{there}");
    assert!(text.contains("old.example.gov.cn (1)") && !text.contains("/1.html\" \"/bureau/bureau"), "{text}");
}

#[test]
fn what_was_withdrawn_is_gone() {
    let project = project("");
    run(project.root(), ["build"]).code(0);
    let entry = fs::read_dir(project.at("content/2018")).unwrap().count();
    assert!(entry > 0);
    project.replace("content/2018/通知.md", "kind =", "withdraw_on = 2018-12-01\nkind =");
    run(project.root(), ["build"]).code(0);
    for server in SERVERS {
        let text = made(&project, server, &[]);
        let line = text.lines().find(|it| it.contains("/bureau/bureau/2018/00001")).expect("its address");
        assert!(line.contains("bureau/2018/00001.html") && !line.contains("301"), "{line}");
    }
}

#[test]
fn no_page_of_the_site_is_hidden() {
    // Told as errors and warnings by `check`; what servers are told spares them all the same.
    let all = [
        "/index.html",
        "/a/../index.html",
        "/%69ndex.html",
        "/feed.xml",
        "/api/v1/index.json",
        "/catalogue/",
        "/disclosure/decision/feed.json",
    ];
    let project = project(&all.map(redirect).concat());
    for server in SERVERS {
        let done = run(project.root(), ["host", server]).code(0);
        assert!(!done.out.contains("2018/00001.html"), "{}", done.out);
    }
    // A page that differs in the case of its letters is told apart by nginx, which else would not.
    let project = self::project(&redirect("/Catalogue/Index.html"));
    let text = made(&project, "nginx", &[]);
    assert!(text.contains(r#""~^/bureau/Catalogue/Index\.html$""#), "{text}");
}

#[test]
fn thousands_of_old_addresses_are_quick() {
    let many: String = (0..3000).map(|it| redirect(&format!("/info/{it}.shtml"))).collect();
    let project = project(&many);
    let text = made(&project, "nginx", &[]);
    assert!(text.contains("map_hash_max_size 8192;"), "{}", &text[..600]);
    let text = made(&project, "apache", &[]);
    let skips = text.lines().filter(|it| it.contains("[S=")).count();
    assert_eq!(skips, 60, "stretches of 50 are passed over at once");
}

#[test]
fn what_no_configuration_can_say_is_refused() {
    let project = project("");
    let refused = |args: &[&str]| -> Done { run(project.root(), ["host", "nginx"].iter().chain(args)).code(2) };
    for args in [
        ["--root", "/srv/a\"b"],
        ["--root", "/srv/${x}"],
        ["--root", "/"],
        ["--server-name", "a b"],
        ["--server-name", "a;b"],
        ["--server-name", "https://a.cn/"],
        ["--listen", "http"],
        ["--listen", "0"],
        ["--listen", "80;"],
        ["--listen", "99999"],
        ["--old-host", "new.example.gov.cn"],
    ] {
        assert!(!refused(&args).err.is_empty(), "{args:?}");
    }
    let done = run(project.root(), ["host", "iis"]).code(2);
    assert!(done.err.contains("nginx"), "{}", done.err);
    run(project.root(), ["host"]).code(2);
    let done = run(project.root(), ["host", "nginx", "--output", "content/a.conf"]).code(2);
    assert!(done.err.contains("项目自己的文件"), "{}", done.err);
    for (typed, says) in
        [("8080", "listen 8080;"), ("127.0.0.1:81", "listen 127.0.0.1:81;"), ("[::]:80", "listen [::]:80;")]
    {
        assert!(made(&project, "nginx", &["--listen", typed]).contains(says), "{typed}");
    }
    let text = made(&project, "caddy", &["--listen", "127.0.0.1:81", "--server-name", "a.example.cn"]);
    assert!(text.contains("http://a.example.cn:81 {") && text.contains("bind 127.0.0.1"), "{text}");
    assert!(made(&project, "caddy", &[]).contains("\nwww.example.gov.cn {"));
    assert!(made(&project, "apache", &["--listen", "8080"]).contains("Listen 8080\n<VirtualHost *:8080>"));
}

#[test]
fn a_theme_of_ones_own_says_its_own_policy() {
    let project = project("");
    let theme = project.at("themes/own");
    fs::create_dir_all(theme.join("templates/chrome")).unwrap();
    let head = fs::read_to_string(at("themes/default/templates/chrome/head.html")).unwrap();
    fs::write(theme.join("theme.toml"), fs::read_to_string(at("themes/default/theme.toml")).unwrap()).unwrap();
    fs::write(
        theme.join("templates/chrome/head.html"),
        head.replace("img-src 'self' data:", "img-src 'self' https://img.example.gov.cn"),
    )
    .unwrap();
    let text = made(&project, "nginx", &["--theme", "themes/own"]);
    assert!(text.contains("img-src 'self' https://img.example.gov.cn;"), "{text}");
}

#[test]
fn packed_files_lie_beside_their_originals_and_go_with_them() {
    let project = Project::copy_of(&at("."));
    let build = |more: &[&str]| run(project.root(), ["build", "-q"].iter().chain(more)).code(0);
    let site = || tree(&project.at("public"));
    let is_packed = |path: &str| has_ending(path, &["gz", "br"]);
    build(&[]);
    let plain = site();
    assert!(!plain.keys().any(|it| is_packed(it)), "nobody asked");
    // Asked for later they come, and nothing else changes.
    build(&["--compress", "gzip,br"]);
    let packed = site();
    let mut bare = packed.clone();
    bare.retain(|it, _| !is_packed(it));
    let manifest = |it: &str| it.starts_with(".gongkai/");
    let only_files = |files: &std::collections::BTreeMap<String, Vec<u8>>| {
        files.iter().filter(|it| !manifest(it.0)).map(|it| (it.0.clone(), it.1.clone())).collect()
    };
    assert_same(&only_files(&plain), &only_files(&bare));
    for (path, bytes) in only_files(&plain) {
        let worth =
            [".html", ".css", ".js", ".json", ".jsonld", ".csv", ".xml", ".svg"].iter().any(|it| path.ends_with(it));
        let has = |ending: &str| packed.contains_key(&format!("{path}{ending}"));
        if !worth || bytes.len() < 1024 {
            assert!(!has(".gz") && !has(".br"), "{path}");
        } else if has(".gz") {
            assert!(packed[&format!("{path}.gz")].len() < bytes.len() && has(".br"), "{path}");
        } else {
            // What an entry publishes is left as it is.
            assert!(path.starts_with("cyzsj/") && !has_ending(&path, &["html"]), "{path}");
        }
    }
    assert!(packed.contains_key("index.html.gz") && packed.contains_key("api/v1/entries.csv.br"));
    let named = String::from_utf8_lossy(&packed[".gongkai/manifest"]).into_owned();
    assert!(named.contains(" index.html.gz\n") && named.contains(" index.html.br\n"));
    // A warm build after an edit is as a cold one, in another folder too.
    project.replace("content/2018/数据/标准厂房可用房源数据集.md", "来源为房源管理台账", "来源为园区台账");
    build(&["--compress", "gzip,br"]);
    let warm = current(&project.at("public"));
    build(&["--compress", "gzip,br", "--no-cache"]);
    assert_same(&warm, &current(&project.at("public")));
    build(&["--compress", "br", "--compress", "gzip", "--out", "fresh"]);
    let fresh = tree(&project.at("fresh"));
    assert_same(&only_files(&fresh), &only_files(&site()));
    // Another choice is another site; nothing is left behind.
    build(&["--compress", "gzip"]);
    let less = site();
    // What pages load stays for one build, as ever.
    let left = |files: &std::collections::BTreeMap<String, Vec<u8>>, ending: &str| {
        files.keys().any(|it| it.ends_with(ending) && !it.starts_with("static/"))
    };
    assert!(less.contains_key("index.html.gz") && !left(&less, ".br"));
    build(&[]);
    assert!(!left(&site(), ".gz"), "they go");
    project.replace("content/2018/数据/标准厂房可用房源数据集.md", "来源为园区台账", "来源为台账");
    build(&[]);
    assert!(!site().keys().any(|it| is_packed(it)), "all of them");
    let slip = gongkai(project.root()).args(["build", "--compress", "zip"]).output().expect("it runs");
    assert_eq!(slip.status.code(), Some(2));
}
