//! What stands beside a page: findings where they belong, with file and line, and how full the catalogue is.

use crate::support::{binary::check, project::Project, server::Server};

const ENTRY: &str = "content/2018/通知.md";
const PAGE: &str = "/bureau/2018/00001.html";

#[test]
fn findings_stand_beside_the_page_they_belong_to_with_file_and_line() {
    let project = Project::base();
    project.replace(ENTRY, "2018-06-22", "2018-08-22");
    let server = Server::start(project.root(), &[]);
    let here = server.state(PAGE)["here"].clone();
    let found = &here[0];
    assert_eq!((&found["code"], &found["path"], &found["level"]), (&"GK0401".into(), &ENTRY.into(), &"error".into()));
    let line = check(project.root()).into_iter().find(|it| it.code == "GK0401").expect("the same finding").line;
    assert_eq!(found["line"], line, "{here}");
    let panel = server.text(&format!("/_preview/panel{PAGE}"));
    assert!(panel.contains(&format!("<code>{ENTRY}:{line}</code>")) && panel.contains("逾期公开"), "{panel}");
    // Another page has none of it, but a way to it.
    let home = server.state("/");
    assert_eq!(home["here"].as_array().map(Vec::len), Some(0));
    assert!(home["all"].as_array().expect("all").iter().any(|it| it["code"] == "GK0401"));
    assert!(server.text("/_preview/panel/").contains(&format!("href=\"/_preview/page{PAGE}\"")));
    assert_eq!(home["counts"]["errors"], check(project.root()).iter().filter(|it| it.level == "error").count());
}

#[test]
fn what_is_wrong_with_an_attachment_stands_beside_the_page_that_offers_it() {
    let project = Project::base();
    project.replace(ENTRY, "summary =", "attachments = [\"名单.csv\"]\nsummary =");
    project.write("content/2018/名单.csv", "姓名,身份证号\n张三,11010519491231002X\n");
    let server = Server::start(project.root(), &[]);
    let state = server.state(PAGE);
    let here = state["here"].as_array().expect("findings");
    let found = here.iter().find(|it| it["path"] == "content/2018/名单.csv").unwrap_or_else(|| panic!("{state}"));
    assert_eq!(found["stops"], true, "{found}");
    let panel = server.text(&format!("/_preview/panel{PAGE}"));
    assert!(panel.contains("不改正就不能发布"), "{panel}");
    // What must not be published is not spread by the panel either.
    assert!(!panel.contains("11010519491231002X"), "{panel}");
}

#[test]
fn findings_about_an_item_stand_beside_its_page_and_coverage_is_told() {
    let project = Project::base();
    project.remove(ENTRY);
    let server = Server::start(project.root(), &[]);
    let state = server.state("/catalogue/policy/notices/");
    let standing = &state["standing"];
    let number = |key: &str| standing[key].as_u64().unwrap_or_default();
    let gaps = standing["gaps"].as_array().expect("gaps");
    assert_eq!(number("items"), number("filled") + number("nil") + number("event") + gaps.len() as u64, "{standing}");
    assert!(gaps.iter().any(|it| it["page"] == "/catalogue/policy/notices/index.html"), "{standing}");
    let panel = server.text("/_preview/panel/catalogue/policy/notices/");
    assert!(panel.contains("空缺的公开事项") && panel.contains("<rect class=\"gap\""), "{panel}");
    let here = state["here"].as_array().expect("findings");
    assert!(here.iter().any(|it| it["code"] == "GK0204"), "{state}");
}

#[test]
fn it_speaks_english_too_and_quotes_are_only_text() {
    let project = Project::base();
    project.replace("catalogue/site.toml", "title = \"", "title = \"<b>&");
    let server = Server::start(project.root(), &["--lang", "en"]);
    let shell = server.text("/_preview/page/");
    assert!(
        shell.contains("<html lang=\"en\">") && shell.contains("On this page (") && shell.contains("Coverage: "),
        "{shell}"
    );
    assert!(!shell.contains("<b>") && shell.contains("&lt;b&gt;&amp;"), "{shell}");
    assert!(!shell.contains("本页"), "{shell}");
}
