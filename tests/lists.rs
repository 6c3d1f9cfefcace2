//! Lists of a site: the days they span, their archives, the documents, feeds, and what tells entries of one title apart.

use std::fmt::Write as _;

use super::support::{
    binary::run,
    files::{has_ending, tree},
    project::Project,
};

/// An entry of the base project's item: its name, title, day, more keys.
fn entry(name: &str, title: &str, day: &str, more: &str) -> String {
    format!(
        "==> content/{name}.md\n+++\ntitle = \"{title}\"\nitem = \"policy/notices\"\nmade = {day}\npublished = {day}\nsummary = \"概述。\"\n{more}\
         [review]\nsecrecy = {{ by = \"保密员\", on = {day} }}\n+++\n{name}的正文。\n"
    )
}

/// Entries day after day from the first of January, `count` of them in each of `years`.
fn many(years: &[i32], count: u32) -> String {
    let mut fragments = String::new();
    for year in years {
        for nth in 0..count {
            let day = format!("{year}-{:02}-{:02}", nth / 28 % 12 + 1, nth % 28 + 1);
            fragments += &entry(&format!("{year}/e{nth:04}"), &format!("{year}年第{nth}件"), &day, "");
        }
    }
    fragments
}

fn built(fragments: &str) -> Project {
    let project = Project::with(fragments);
    run(project.root(), ["build"]).code(0);
    project
}

fn page(project: &Project, path: &str) -> String {
    project.read(&format!("public/{path}"))
}

/// What stands between `before` and `after`, each time.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    text.split(before).skip(1).filter_map(|it| it.split(after).next()).collect()
}

#[test]
fn a_page_of_a_list_says_its_days_and_the_archive_finds_them() {
    let project = built(&many(&[2016, 2017, 2018], 25));
    let front = page(&project, "disclosure/decision/index.html");
    let days =
        |html: &str| between(html, "<time datetime=\"", "\"").iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    let head = |html: &str| days(between(html, "<h2 id=\"entries\">", "</h2>")[0]);
    let rows =
        |html: &str| between(html, "<ul class=\"rows\">", "</ul>").into_iter().flat_map(days).collect::<Vec<_>>();
    let mut pages = vec![front.clone()];
    pages.extend((1..=2).map(|it| page(&project, &format!("disclosure/decision/page/{it}/index.html"))));
    for html in &pages {
        let rows = rows(html);
        assert_eq!(head(html), [rows.last().unwrap().clone(), rows[0].clone()]);
        assert!(html.contains("archive/index.html"), "no way to the archive");
    }
    let archive = page(&project, "disclosure/decision/archive/index.html");
    let section = |year: &str| between(&archive, &format!("<h2 id=\"y{year}\">"), "</section>")[0].to_owned();
    // The pages of 2016 are the first and the second, which has the first of 2017 too.
    assert_eq!(between(&section("2016"), "href=\"", "\""), ["../page/2/index.html", "../page/1/index.html"]);
    assert_eq!(days(&section("2016"))[2..], ["2016-01-01", "2016-01-20"]);
    assert!(section("2018").contains("href=\"../index.html\""), "{archive}");
    assert!(front.contains("href=\"archive/index.html#y2016\">2016年"), "{front}");
    // A year's own list is cut by month.
    let project = built(&many(&[2018], 60));
    let archive = page(&project, "year/2018/archive/index.html");
    assert!(between(&archive, "<h2 id=\"", "\"").ends_with(&["m3", "m2", "m1"]), "{archive}");
    // What stands on one page needs none.
    let project = built(&many(&[2018], 38));
    assert!(!project.at("public/year/2018/archive/index.html").exists());
}

#[test]
fn a_long_list_has_an_archive_page_for_each_year() {
    let project = built(&many(&[2016, 2017, 2018], 690));
    let archive = page(&project, "disclosure/decision/archive/index.html");
    assert_eq!(
        between(&archive, "<li><a href=\"20", "\""),
        ["18/index.html", "17/index.html", "16/index.html"],
        "{archive}"
    );
    let year = page(&project, "disclosure/decision/archive/2017/index.html");
    assert!(year.contains("../../page/35/index.html") && !year.contains("/page/34/"), "{year}");
    assert!(page(&project, "disclosure/decision/index.html").contains("href=\"archive/2017/index.html\">2017年"));
    // All months of it, and no other year's.
    let months: Vec<String> = (1..=12).rev().map(|it| format!("m{it}")).collect();
    assert_eq!(between(&year, "<h2 id=\"", "\""), months);
}

#[test]
fn an_archive_is_written_again_only_when_a_page_is_added() {
    let project = built(&many(&[2017, 2018], 28));
    let archive = || page(&project, "disclosure/decision/archive/index.html");
    let before = archive();
    let mut changed = Vec::new();
    for (nth, day) in (0..4).map(|it| (it, 20 + it)) {
        for (path, text) in super::support::project::split(&entry(
            &format!("2018/n{nth}"),
            &format!("新{nth}"),
            &format!("2018-06-{day}"),
            "",
        )) {
            project.write(&path, text);
        }
        run(project.root(), ["build"]).code(0);
        if archive() != before {
            changed.push(nth);
        }
        let fresh = Project::copy_of(project.root());
        run(fresh.root(), ["build"]).code(0);
        let site = |it: &Project| {
            let mut files = tree(&it.at("public"));
            files.retain(|it, _| !it.starts_with(".gongkai"));
            files
        };
        assert_eq!(site(&project), site(&fresh), "{nth}");
    }
    // With the one of the base project it is the sixtieth that fills a page.
    assert_eq!(changed, [2, 3]);
}

/// A project of documents: two in force, one repealed, one lapsed, one that ends in days to come; and one interpretation.
fn documents() -> String {
    let keys = |more: &str| format!("kind = \"document\"\n{more}");
    let mut all = entry(
        "2018/办法",
        "招商办法",
        "2018-06-01",
        &keys("document_class = \"行政规范性文件\"\nvalidity = \"有效\"\ngenre = \"办法\"\n"),
    );
    all += &entry(
        "2018/旧办法",
        "旧办法",
        "2018-03-01",
        &keys("document_class = \"行政规范性文件\"\nvalidity = \"废止\"\nsince = 2018-06-01\n"),
    );
    all += &entry("2018/试行", "试行规定", "2018-01-05", &keys("expires = 2018-05-31\n"));
    all += &entry("2018/来日", "来日废止", "2018-02-05", &keys("validity = \"废止\"\nsince = 2030-01-01\n"));
    all += &entry(
        "2018/解读",
        "办法的解读",
        "2018-06-02",
        "kind = \"interpretation\"\ninterprets = \"2018/办法\"\nform = \"文字\"\n",
    );
    all
}

#[test]
fn documents_are_those_in_force_and_the_others_stand_apart() {
    let project = built(&documents());
    let html = page(&project, "document/index.html");
    let rows = between(&html, "<ul class=\"rows\">", "</ul>")[0];
    for (title, stands) in [("招商办法", true), ("来日废止", true), ("旧办法", false), ("试行规定", false)]
    {
        assert_eq!(rows.contains(&format!(">{title}</a>")), stands, "{title}: {rows}");
    }
    assert!(
        rows.contains("行政规范性文件") && rows.contains("政策解读：<a href=\"") && rows.contains("办法的解读"),
        "{rows}"
    );
    assert!(html.contains("另有 2 件已经废止或者失效"), "{html}");
    let ended = page(&project, "document/ended/index.html");
    let titles: Vec<_> = between(between(&ended, "<ul class=\"rows\">", "</ul>")[0], "html\">", "</a>");
    assert_eq!(titles, ["旧办法", "试行规定"], "by the day that ended them");
    assert!(ended.contains("自2018-06-01起废止") && ended.contains("有效期至2018-05-31"), "{ended}");
    let class = page(&project, "document/normative/index.html");
    assert!(class.contains(">招商办法</a>") && class.contains("共 1 条"), "{class}");
    assert!(!project.at("public/document/other/index.html").exists());
    // Who looks for policies is led there, and the menu knows it.
    let home = page(&project, "index.html");
    assert!(home.contains("href=\"document/index.html\">找政策"), "{home}");
    assert!(page(&project, "map/index.html").contains("href=\"../document/index.html\">政策文件"));
}

/// The end of a document moves nobody to another page.
#[test]
fn what_ends_leaves_the_pages_of_others_alone() {
    let mut fragments = String::new();
    for nth in 0..60 {
        let day = format!("2018-{:02}-{:02}", nth / 28 + 1, nth % 28 + 1);
        fragments += &entry(&format!("2018/d{nth:02}"), &format!("第{nth}号办法"), &day, "kind = \"document\"\n");
    }
    let project = built(&fragments);
    let numbered = |n: u32| page(&project, &format!("document/page/{n}/index.html"));
    let (first, second) = (numbered(1), numbered(2));
    let path = "content/2018/d05.md";
    project.replace(path, "kind = \"document\"\n", "kind = \"document\"\nexpires = 2018-05-31\n");
    run(project.root(), ["build"]).code(0);
    assert_ne!(numbered(1), first);
    assert_eq!(numbered(2), second);
    assert!(numbered(1).contains("另有 1 件已经废止或者失效"), "{}", numbered(1));
    assert!(page(&project, "document/index.html").contains("共 60 条"));
}

#[test]
fn lists_that_people_follow_have_feeds() {
    let project = built(&documents());
    for (list, has) in [
        ("disclosure/decision", true),
        ("document", true),
        ("year/2018", false),
        ("document/ended", false),
        ("organisation/bureau", false),
    ] {
        let html = page(&project, &format!("{list}/index.html"));
        for feed in ["feed.xml", "feed.json"] {
            assert_eq!(project.at(&format!("public/{list}/{feed}")).exists(), has, "{list}/{feed}");
        }
        assert_eq!(html.contains("href=\"feed.xml\" type=\"application/atom+xml\">订阅"), has, "{list}");
        assert_eq!(html.matches("<link rel=\"alternate\"").count(), 1 + 2 * usize::from(has), "{list}");
    }
    let json: serde_json::Value = serde_json::from_str(&page(&project, "feed.json")).expect("JSON");
    let titles: Vec<_> =
        json["items"].as_array().unwrap().iter().map(|it| it["title"].as_str().unwrap().to_owned()).collect();
    let atom = page(&project, "feed.xml");
    let all = between(&atom, "<entry>", "</entry>");
    assert_eq!(titles, all.iter().map(|it| between(it, "<title>", "</title>")[0].to_owned()).collect::<Vec<_>>());
    assert!(
        json["feed_url"].as_str().unwrap().ends_with("/feed.json") && json["items"][0]["id"] == json["items"][0]["url"]
    );
    let feed = page(&project, "document/feed.xml");
    assert!(
        feed.contains("<title>招商办法</title>")
            && !feed.contains("旧办法")
            && feed.contains("/document/feed.xml</id>"),
        "{feed}"
    );
}

#[test]
fn entries_of_one_title_are_told_apart() {
    let mut all = entry("2018/a", "关于检查的通知", "2018-06-01", "number = \"示局发〔2018〕1号\"\n");
    all += &entry("2018/b", "关于检查的通知", "2018-06-02", "");
    all += &entry("2018/c", "公示", "2018-06-03", "");
    all += &entry("2018/d", "公示", "2018-06-03", "");
    all += &entry("2018/e", "只有一件", "2018-06-04", "number = \"示局发〔2018〕5号\"\n");
    let project = built(&all);
    let mut titles: Vec<String> = Vec::new();
    for (path, bytes) in tree(&project.at("public/bureau")) {
        if has_ending(&path, &["html"]) {
            let html = String::from_utf8(bytes).unwrap();
            titles.push(between(&html, "<title>", " - ")[0].to_owned());
        }
    }
    for wanted in ["关于检查的通知（示局发〔2018〕1号）", "关于检查的通知（2018-06-02）", "只有一件"]
    {
        assert!(titles.iter().any(|it| it == wanted), "{wanted}: {titles:?}");
    }
    assert_eq!(titles.iter().filter(|it| it.starts_with("公示（2018-06-03，")).count(), 2, "{titles:?}");
    titles.sort();
    titles.dedup();
    assert_eq!(titles.len(), tree(&project.at("public/bureau")).keys().filter(|it| has_ending(it, &["html"])).count());
    // One that comes changes the title of one that was alone; and when it goes, it is as before.
    let only = |title: &str| {
        let all = tree(&project.at("public/bureau"));
        all.values().filter(|it| String::from_utf8_lossy(it).contains(&format!("<title>{title} - "))).count()
    };
    project.write("content/2018/f.md", project.read("content/2018/e.md").replace("5号", "6号"));
    run(project.root(), ["build"]).code(0);
    assert_eq!((only("只有一件"), only("只有一件（示局发〔2018〕5号）")), (0, 1));
}

#[test]
fn machines_are_told_what_a_page_is_and_nothing_ends_the_block() {
    let mut all = entry(
        "2018/a",
        "</script><b>办法",
        "2018-06-01",
        "kind = \"document\"\nnumber = \"示局发〔2018〕1号\"\ndocument_class = \"行政规范性文件\"\nvalidity = \"有效\"\n",
    );
    all += &entry("2018/b", "办事指南", "2018-06-02", "kind = \"guide\"\n");
    all += &entry("2018/c", "工作动态", "2018-06-03", "kind = \"news\"\n");
    let project = built(&all);
    let mut types = Vec::new();
    for (path, bytes) in tree(&project.at("public")) {
        if !has_ending(&path, &["html"]) {
            continue;
        }
        let html = String::from_utf8(bytes).unwrap();
        for block in between(&html, "<script type=\"application/ld+json\">", "</script>") {
            let data: serde_json::Value =
                serde_json::from_str(block).unwrap_or_else(|error| panic!("{path}: {error}: {block}"));
            for it in data["@graph"].as_array().unwrap() {
                types.push(it["@type"].as_str().unwrap().to_owned());
                if it["@type"] == "Legislation" {
                    assert_eq!(it["name"], "</script><b>办法");
                    assert_eq!(
                        (&it["legislationIdentifier"], &it["legislationLegalForce"]),
                        (&"示局发〔2018〕1号".into(), &"InForce".into())
                    );
                }
            }
        }
        let mut told = String::new();
        for name in ["og:type", "og:title", "og:url"] {
            let count = html.matches(&format!("property=\"{name}\"")).count();
            let wanted = usize::from(!html.contains("content=\"noindex\""));
            if count != wanted {
                write!(told, "{path}: {name} {count} times; ").unwrap();
            }
        }
        assert_eq!(told, "");
        assert_eq!(html.matches("<link rel=\"icon\" href=\"").count(), 1, "{path}");
    }
    assert!(types.iter().any(|it| it == "BreadcrumbList"));
    let one = |wanted: &str| types.iter().filter(|it| *it == wanted).count();
    assert_eq!((one("Legislation"), one("GovernmentService"), one("Dataset")), (1, 1, 0));
}

#[test]
fn who_finds_nothing_is_led_on() {
    let project = Project::base();
    run(project.root(), ["build"]).code(0);
    let lost = page(&project, "404.html");
    for way in ["year/2018/", "catalogue/", "map/"] {
        assert!(lost.contains(&format!("{way}\">")), "{way}: {lost}");
    }
    assert!(lost.contains("data-map=\"/") && lost.contains("static/lost."), "{lost}");
}
