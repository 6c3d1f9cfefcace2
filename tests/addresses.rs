//! Old addresses lead on, or say that what was there is gone; those that no page can answer are told. The body's websites have a page.

use super::support::{binary::run, project::Project};

/// The base project with an entry and more of the catalogue.
fn project(more: &str) -> Project {
    let project = Project::base();
    project.write("content/2018/办法.md", "+++\ntitle = \"办法一则\"\nitem = \"policy/notices\"\nkind = \"document\"\nmade = 2018-06-20\npublished = 2018-06-22\nsummary = \"概述。\"\n[review]\nsecrecy = { by = \"保密员\", on = 2018-06-21 }\n+++\n正文。\n");
    project.write("catalogue/old.toml", more);
    project
}

fn redirect(from: &str) -> String {
    format!("[[redirect]]\nfrom = \"{from}\"\nto = \"2018/办法\"\n")
}

#[test]
fn an_old_address_leads_on_however_it_is_written() {
    // The site lies at https://www.example.gov.cn/bureau/.
    for (from, file, up) in [
        ("/zcwj/42.html", "zcwj/42.html", "../"),
        ("zcwj/42.htm", "zcwj/42.htm", "../"),
        ("/zcwj/", "zcwj/index.html", "../"),
        ("/zcwj/42", "zcwj/42/index.html", "../../"),
        ("/zcwj/42.html#top", "zcwj/42.html", "../"),
        ("https://www.example.gov.cn/bureau/zcwj/42.html", "zcwj/42.html", "../"),
        ("HTTP://WWW.example.gov.cn/bureau/zcwj/42.html", "zcwj/42.html", "../"),
        ("www.example.gov.cn/bureau/zcwj/42.html", "zcwj/42.html", "../"),
        ("//www.example.gov.cn/bureau/zcwj/42.html", "zcwj/42.html", "../"),
        ("\\\\zcwj\\\\42.html", "zcwj/42.html", "../"),
        ("/bureau/zcwj/42.html", "zcwj/42.html", "../"),
        // An organisation is called as the folder is.
        ("/bureau/2017/00001.html", "bureau/2017/00001.html", "../../"),
        ("/bureau/bureau/2017/00001.html", "bureau/2017/00001.html", "../../"),
    ] {
        let project = project(&redirect(from));
        let out = run(project.root(), ["build"]).code(0).out;
        assert!(!out.contains("GK14"), "{from}: {out}");
        let page = project.read(&format!("public/{file}"));
        let address = "bureau/2018/";
        assert!(page.contains("http-equiv=\"refresh\"") && page.contains("办法一则"), "{from}: {page}");
        assert!(page.contains(&format!("href=\"{up}{address}")) || page.contains("href=\"../2018/"), "{from}: {page}");
        assert!(page.contains("noindex") && !project.read("public/sitemap.xml").contains("42"), "{from}");
        assert!(project.read("public/api/v1/addresses.json").contains("\"page\": true"), "{from}");
    }
}

#[test]
fn an_address_that_no_page_answers_is_told_and_listed() {
    for from in [
        "/info.jsp?id=42",
        "/zcwj/42.shtml",
        "/a.aspx",
        "https://old.example.gov.cn/42.html",
        "https://www.example.gov.cn/zcwj/42.html",
        "/政策/42.html",
        "/a/../b.html",
        "/.a/b.html",
        "/a.html/b",
        "/file.pdf",
        "/%E6%94%BF.html",
    ] {
        let project = project(&redirect(from));
        let out = run(project.root(), ["build"]).code(0).out;
        assert!(
            out.contains("警告[GK1405") && out.contains("https://www.example.gov.cn/bureau/bureau/2018/"),
            "{from}: {out}"
        );
        let json = project.read("public/api/v1/addresses.json");
        assert!(json.contains(from) && json.contains("\"page\": false"), "{from}: {json}");
    }
}

#[test]
fn an_address_that_was_never_numbered_has_a_tombstone_from_its_day_on() {
    let project = project("[[gone]]\naddress = \"/ztzl/old.html\"\nreason = \"栏目撤并\"\non = 2018-07-24\n");
    run(project.root(), ["build"]).code(0);
    let page = project.read("public/ztzl/old.html");
    assert!(page.contains("栏目撤并") && page.contains("2018-07-24") && page.contains("noindex"), "{page}");
    project.replace("catalogue/old.toml", "2018-07-24", "2019-07-24");
    run(project.root(), ["build"]).code(0);
    assert!(!project.at("public/ztzl/old.html").exists() && !project.at("public/api/v1/addresses.json").exists());
}

#[test]
fn what_a_page_of_the_site_has_is_neither_gone_nor_moved() {
    let gone = |address: &str| format!("[[gone]]\naddress = \"{address}\"\non = 2018-07-24\n");
    for address in
        ["/", "/index.html", "/catalogue/", "/catalogue/policy/notices", "/404.html", "/document/index.html", "/map/"]
    {
        for more in [gone(address), redirect(address)] {
            let out = run(project(&more).root(), ["build"]).code(1).out;
            assert!(out.contains("错误[GK1404") && out.contains("删去这一条"), "{more}: {out}");
        }
    }
    let project = project(&redirect("/bureau/2018/00001.html"));
    let out = run(project.root(), ["build"]).code(1).out;
    assert!(out.contains("错误[GK1404") && out.contains("写明已经转走"), "{out}");
    // Where it is told no more, the page stays what it is.
    project.replace("catalogue/site.toml", "profile =", "notice = \"x\"\nprofile =");
    project.write("catalogue/levels.toml", "[levels]\nliving-gone = \"note\"\n");
    run(project.root(), ["build"]).code(0);
    assert!(!project.read("public/bureau/2018/00001.html").contains("http-equiv=\"refresh\""));
}

#[test]
fn files_of_the_site_and_what_is_gone_do_not_move() {
    let codes = |more: &str| {
        let out = run(project(more).root(), ["check", "--format", "concise"]).out;
        ["GK1404", "GK1405"].map(|it| out.matches(it).count())
    };
    for own in [
        "/feed.xml",
        "https://www.example.gov.cn/bureau/feed.json",
        "/disclosure/decision/feed.json",
        "/bureau/api/v1/index.json",
        "/sitemap.xml",
    ] {
        assert_eq!(codes(&redirect(own)), [1, 0], "{own}");
    }
    // Another site may have had these.
    for other in ["/news/feed.xml", "/old/static/a.jsp", "/static/a.jsp?id=1", "https://old.example.cn/feed.xml"] {
        assert_eq!(codes(&redirect(other)), [0, 1], "{other}");
    }
    let both = format!("{}[[gone]]\naddress = \"/bureau/a/1.html\"\nreason = \"重复\"\n", redirect("/a/1.html"));
    assert_eq!(codes(&both), [1, 0], "gone and moved");
}

#[test]
fn one_address_leads_to_one_entry_that_is_public() {
    let twice = redirect("/a.html") + "[[redirect]]\nfrom = \"a.html\"\nto = \"2018/通知\"\n";
    let out = run(project(&twice).root(), ["check"]).code(1).out;
    assert!(out.contains("GK0008") && out.contains("转到了两条信息"), "{out}");
    run(project(&(redirect("/a.html") + &redirect("a.html"))).root(), ["check"]).code(0);
    let out = run(project("[[redirect]]\nfrom = \"/a.html\"\nto = \"2018/没有\"\n").root(), ["check"]).code(1).out;
    assert!(out.contains("GK0009"), "{out}");
    let draft = project(&redirect("/a.html"));
    draft.replace("content/2018/办法.md", "kind =", "draft = true\nkind =");
    let out = run(draft.root(), ["check"]).code(1).out;
    assert!(out.contains("错误[GK1401") && out.contains("现在不公开"), "{out}");
    // Taken down it leaves a tombstone, and the way there stays.
    let withdrawn = project(&redirect("/a.html"));
    run(withdrawn.root(), ["build"]).code(0);
    withdrawn.replace("content/2018/办法.md", "kind =", "withdraw_on = 2018-12-01\nkind =");
    let out = run(withdrawn.root(), ["build"]).code(0).out;
    let page = withdrawn.read("public/a.html");
    assert!(out.contains("警告[GK1401") && page.contains("已撤下的页面") && !page.contains("办法一则"), "{out}{page}");
}

#[test]
fn the_websites_of_the_body_have_a_page_and_data() {
    let none = project("");
    run(none.root(), ["build"]).code(0);
    assert!(!none.at("public/website").exists() && !none.at("public/api/v1/websites.json").exists());
    let project = project(
        "[[website]]\ndomain = \"http://old.example.gov.cn/\"\ntitle = \"旧网站\"\nstate = \"下线\"\nsite_id = \"3607000001\"\nfiling = \"赣ICP备1号\"\n\
         closed = 2018-05-20\nnotice = \"https://www.example.gov.cn/closed/\"\n[[website]]\ndomain = \"new.example.gov.cn\"\nstate = \"在建\"\n",
    );
    let out = run(project.root(), ["build"]).code(0).out;
    assert!(out.contains("警告[GK0018") && out.contains("在建"), "{out}");
    let (page, json) = (project.read("public/website/index.html"), project.read("public/api/v1/websites.json"));
    for text in [
        "old.example.gov.cn",
        "旧网站",
        "永久下线",
        "3607000001",
        "赣ICP备1号",
        "2018-05-20",
        "https://www.example.gov.cn/closed/",
        "在建",
    ] {
        assert!(page.contains(text) && json.contains(text), "{text}: {page}");
    }
    assert!(json.contains("\"state\": \"closed\"") && !json.contains("http://old"), "{json}");
    // What is closed stands below what runs, and is no link: another may have the domain now.
    assert!(page.find("new.example") < page.find("旧网站") && !page.contains("href=\"http://old"), "{page}");
    for page in ["index.html", "map/index.html", "sitemap.xml"] {
        assert!(project.read(&format!("public/{page}")).contains("website/"), "{page} leads there");
    }
}
