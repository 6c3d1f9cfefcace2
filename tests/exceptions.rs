//! What is on request or withheld: its class, its ground and its last re-assessment are public, and nothing else of it.

use super::support::{binary::run, project::Project};

/// An item of a way, with more keys.
fn item(id: &str, title: &str, way: &str, keys: &str) -> String {
    format!(
        "[[item]]\nid = \"{id}\"\nfield = \"policy\"\ntitle = \"{title}\"\ndisclosure = [\"管理公开\"]\nelements = [\"标题\"]\n\
         basis = [\"《中华人民共和国政府信息公开条例》第十四条\"]\ntime_limit = \"自信息形成或者变更之日起20个工作日内\"\n\
         occurs = \"发生时\"\norganisation = \"bureau\"\nchannels = [\"政府网站\"]\naudience = \"全社会\"\nway = \"{way}\"\nlevel = [\"县级\"]\n{keys}\n"
    )
}

/// The base project with `items`, built: standing public or internal.
fn built(items: &str, public: bool) -> Project {
    let project = Project::with(&format!("==> catalogue/more.toml\n{items}"));
    if public {
        project.replace("catalogue/site.toml", "profile =", "standing = \"public\"\nprofile =");
    }
    run(project.root(), ["build"]).code(0);
    project
}

const PAGE: &str = "public/exception/index.html";
const JSON: &str = "public/api/v1/exceptions.json";

#[test]
fn an_exception_stands_with_ground_and_last_review() {
    let request =
        item("request", "协议文本", "依申请", "ground = \"第十四条第四款：涉及商业秘密\"\nreviewed = 2018-07-01");
    let withheld = item("inside", "底线条件", "不予公开", "ground = \"第十四条：内部事务\"\nreviewed = 2018-07-02");
    let project = built(&(request + &withheld), false);
    let (page, json) = (project.read(PAGE), project.read(JSON));
    for text in ["协议文本", "涉及商业秘密", "2018-07-01", "底线条件", "内部事务", "2018-07-02"] {
        assert!(page.contains(text) && json.contains(text), "{text}: {page}");
    }
    assert!(page.contains("/policy/request/index.html") && !page.contains("/policy/inside/"), "{page}");
    assert!(!project.at("public/catalogue/policy/inside").exists());
    let of_request = project.read("public/catalogue/policy/request/index.html");
    assert!(of_request.contains("涉及商业秘密") && of_request.contains("exception/index.html"), "{of_request}");
    for page in ["catalogue/index.html", "map/index.html", "sitemap.xml"] {
        let text = project.read(&format!("public/{page}"));
        assert!(text.contains("exception/"), "{page} leads there");
        assert!(!text.contains("底线条件"), "{page}");
    }
    assert!(project.read("public/api/v1/index.json").contains("exceptions.json"));
}

#[test]
fn where_nothing_is_kept_back_there_is_no_page() {
    let project = built("", true);
    assert!(!project.at("public/exception").exists() && !project.at(JSON).exists());
    assert!(!project.read("public/index.html").contains("exception"));
}

#[test]
fn a_gap_of_an_exception_is_told_only_where_the_standing_is_public() {
    let items = item("request", "协议文本", "依申请", "reviewed = 2099-07-01")
        + &item("inside", "底线条件", "不予公开", "ground = \"……\"");
    let project = built(&items, false);
    let page = project.read(PAGE);
    assert!(page.contains("协议文本") && !page.contains("底线条件") && !page.contains("尚未"), "{page}");
    assert!(!project.read(JSON).contains("底线条件"));
    let page = built(&items, true).read(PAGE);
    assert!(page.contains("底线条件") && page.contains("尚未写明") && page.contains("尚未复核"), "{page}");
    assert!(!page.contains("2099") && !page.contains("……"), "a day to come is no review: {page}");
}

#[test]
fn a_ground_is_judged_as_what_stands_on_the_site() {
    let told = |ground: &str, day: &str| {
        let items = item("inside", "底线条件", "不予公开", &format!("ground = \"{ground}\"\nreviewed = {day}"));
        let project = Project::with(&format!("==> catalogue/more.toml\n{items}"));
        run(project.root(), ["check"]).out
    };
    let right = told("第十四条：内部事务", "2018-07-02");
    assert!(right.matches("GK").count() == 1 && right.contains("GK0017"), "{right}");
    assert!(told("涉及本人 11010519491231002X", "2018-07-02").contains("GK0801"));
    assert!(told("……", "2018-07-02").contains("GK0107"));
    assert!(told("第十四条：内部事务", "2099-07-02").contains("还没有到"));
}
