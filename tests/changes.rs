//! The public log of changes: what became of the catalogue as its keepers wrote it down, and what was taken down, without a word of it.

use serde_json::Value;

use super::support::{binary::run, project::Project};

const PAGE: &str = "public/changes/index.html";
const JSON: &str = "public/api/v1/changes.json";

fn built(project: &Project) -> (String, Value) {
    run(project.root(), ["build"]).code(0);
    (project.read(PAGE), serde_json::from_str(&project.read(JSON)).expect("JSON"))
}

const WITHHELD: &str = "[[item]]\nid = \"inside\"\nfield = \"policy\"\ntitle = \"底线条件\"\ndisclosure = [\"管理公开\"]\n\
    organisation = \"bureau\"\nway = \"不予公开\"\nground = \"第十四条\"\nreviewed = 2018-07-02\n";

#[test]
fn changes_stand_on_the_page_and_in_the_data_by_day() {
    let project = Project::base();
    project.write(
        "catalogue/change.toml",
        "[[change]]\non = 2018-03-01\nkind = \"删除\"\ntitle = \"旧事项\"\nreason = \"职能划转\"\nbasis = \"示府办发〔2018〕3号\"\n\
         [[change]]\non = 2018-07-20\nkind = \"修改\"\ntitle = \"通知公告\"\nitem = \"policy/notices\"\nfield = \"政策文件\"\n\
         what = [\"公开时限：20个工作日 → 7个工作日（缩短）\"]\nnotice = \"2018/通知\"\n",
    );
    let (page, json) = built(&project);
    let (late, early) = (page.find("通知公告").expect("a change"), page.find("旧事项").expect("another"));
    assert!(late < early, "the latest first");
    for text in ["取消", "职能划转", "示府办发〔2018〕3号", "缩短", "catalogue/policy/notices/index.html", "调整公告"]
    {
        assert!(page.contains(text), "{text}: {page}");
    }
    assert_eq!(json["changes"][0]["kind"], "changed");
    assert_eq!(json["changes"][0]["item"], "policy/notices");
    assert!(json["changes"][0]["notice"].as_str().is_some_and(|it| it.contains("2018")), "{json}");
    assert_eq!(json["changes"][1]["kind_label"], "取消");
    for page in ["catalogue/index.html", "map/index.html", "sitemap.xml", "api/v1/index.json"] {
        assert!(project.read(&format!("public/{page}")).contains("changes"), "{page} leads there");
    }
}

#[test]
fn what_is_to_come_is_not_told_before_its_day() {
    let project = Project::base();
    let change = |day: &str| {
        format!("[[change]]\non = {day}\nkind = \"新增\"\nitem = \"policy/notices\"\ntitle = \"通知公告\"\n")
    };
    project.write("catalogue/change.toml", change("2018-07-01") + &change("2019-06-01"));
    let (page, json) = built(&project);
    assert!(page.contains("2018-07-01") && !page.contains("2019-06-01"), "{page}");
    assert!(!json.to_string().contains("2019-06-01"), "{json}");
}

#[test]
fn where_nothing_changed_there_is_no_page() {
    let project = Project::base();
    run(project.root(), ["build"]).code(0);
    assert!(!project.at("public/changes").exists() && !project.at(JSON).exists());
    assert!(!project.read("public/index.html").contains("changes/"));
}

#[test]
fn of_what_is_withheld_nothing_is_told() {
    let project = Project::base();
    project.write("catalogue/inside.toml", WITHHELD);
    project.write(
        "catalogue/change.toml",
        "[[change]]\non = 2018-07-20\nkind = \"修改\"\ntitle = \"底线条件\"\nitem = \"policy/inside\"\nwhat = [\"价格底线\"]\n\
         [[change]]\non = 2018-07-20\nkind = \"新增\"\ntitle = \"通知公告\"\nitem = \"policy/notices\"\n",
    );
    let (page, json) = built(&project);
    assert!(!page.contains("底线") && !json.to_string().contains("底线"), "{page}");
    assert!(page.contains("通知公告"));
}

#[test]
fn what_is_left_open_is_not_published() {
    let project = Project::base();
    project.write(
        "catalogue/change.toml",
        "[[change]]\non = 2018-07-20\nkind = \"新增\"\ntitle = \"通知公告\"\nreason = \"〔原因〕\"\n",
    );
    let told = run(project.root(), ["check", "--format", "json", "-q"]).findings();
    assert!(told.iter().any(|it| it.name == "placeholder-left" && it.path.ends_with("change.toml")), "{told:?}");
}

#[test]
fn what_was_taken_down_is_told_by_number_day_and_reason() {
    let project = Project::base();
    run(project.root(), ["build"]).code(0);
    let title = "关于做好汛期值守工作的通知";
    let text = project.read("content/2018/通知.md");
    let title =
        text.lines().find_map(|it| it.strip_prefix("title = \"")?.strip_suffix('"')).unwrap_or(title).to_owned();
    run(project.root(), ["withdraw", "2018/通知", "--reason", "内容有误", "--on", "2018-12-01"]).code(0);
    let (page, json) = built(&project);
    assert!(page.contains("内容有误") && page.contains("2018-12-01") && !page.contains(&title), "{page}");
    let gone = &json["withdrawals"][0];
    assert_eq!((&gone["reason"], &gone["on"]), (&"内容有误".into(), &"2018-12-01".into()));
    assert!(gone["index_number"].is_string() && !json.to_string().contains(&title), "{json}");
}
