//! Nothing that is not public leaves: tokens are planted wherever a clerk may write, and the whole site is searched for them.

use std::{collections::BTreeMap, fs};

use super::support::{
    binary::run,
    files::{list, tree},
    project::Project,
};

/// Items that are open, on application, and withheld; a plan, a project, accounts, exceptions, points.
const CATALOGUE: &str = r#"==> catalogue/more.toml
# LEAKcomment
[[item]]
id = "request"
field = "policy"
title = "依申请的事项"
disclosure = ["管理公开"]
elements = ["标题"]
basis = ["《中华人民共和国政府信息公开条例》第十条第一项"]
time_limit = "自信息形成或者变更之日起20个工作日内"
organisation = "bureau"
channels = ["政府网站"]
audience = "全社会"
way = "依申请"
ground = "内容较专"
reviewed = 2018-07-01
level = ["县级"]
note = "LEAKitemnote"
[[item]]
id = "internal"
field = "policy"
title = "不予公开的事项"
disclosure = ["管理公开"]
elements = ["LEAKelement"]
basis = ["《中华人民共和国政府信息公开条例》第十四条"]
time_limit = "自信息形成或者变更之日起20个工作日内"
organisation = "bureau"
channels = ["政府网站"]
audience = "全社会"
way = "不予公开"
ground = "属于内部事务"
reviewed = 2018-07-03
level = ["县级"]
note = "LEAKwithheld"
[[plan]]
id = "2018"
title = "2018年任务"
organisation = "bureau"
from = 2018-01-01
to = 2018-12-31
[[task]]
plan = "2018"
number = 1
title = "做好公开"
items = ["policy/notices", "policy/request", "policy/internal"]
lead = "bureau"
evidence = [{ what = "会议", on = 2018-06-01, by = "办公室", file = "LEAKfile.pdf" }]
[[project]]
id = "road"
title = "公园路"
stage = "竣工"
[[account]]
id = "fb"
platform = "微信"
name = "示例发布"
owner = "示例局"
manager = "LEAKmanager"
reviewer = "LEAKreviewer"
filing = "LEAKfiling"
[[rectification]]
finding = "LEAKfinding"
by = "LEAKoffice"
evidence = "LEAKevidence"
[[scheme]]
id = "year"
title = "LEAKscheme"
total = 3
note = "LEAKremark"
[[scheme.indicators]]
id = "one"
title = "LEAKindicator"
standard = "LEAKstandard"
points = 3
manual = true
[[score]]
indicator = "LEAKindicator"
points = 3
note = "LEAKnote"
by = "LEAKjudge"
[[allow]]
rule = "withheld-published"
reason = "LEAKreason"
owner = "LEAKowner"
[[word]]
wrong = "LEAKwrong"
right = "LEAKright"
[[register]]
id = "inside"
title = "LEAKregister"
public = false
columns = [{ name = "名称" }]
"#;

/// An entry's front matter between `+++`; `keys` before the tables.
fn entry(title: &str, item: &str, keys: &str, tables: &str, body: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\nitem = \"policy/{item}\"\nmade = 2018-06-20\npublished = 2018-06-22\n{keys}\n\
         [review]\nsecrecy = {{ by = \"LEAKsecrecy\", on = 2018-06-21, note = \"LEAKopinion\" }}\n\
         approved = {{ by = \"LEAKapproved\", on = 2018-06-21 }}\n{tables}\n+++\n{body}\n"
    )
}

/// Everything planted, in one project.
fn planted() -> Project {
    let project = Project::with(CATALOGUE);
    let of = "of = \"2018/通知\"\n";
    let hidden = [
        ("草稿", "notices", "draft = true"),
        ("预定", "notices", "publish_on = 2019-02-01"),
        ("撤下", "notices", "withdraw_on = 2018-12-01"),
        ("申请", "request", ""),
        ("不予", "internal", ""),
    ];
    for (at, (name, item, key)) in hidden.into_iter().enumerate() {
        let n = at + 2;
        let keys = format!(
            "{key}\nkind = \"project\"\nproject = \"road\"\nclass = \"竣工\"\nsummary = \"LEAKsummary{at}\"\n\
             number = \"泄漏发〔2018〕{n}号\"\nkeywords = [\"LEAKword{at}\"]\nattachments = [\"LEAK{at}.csv\"]\n\
             theme = \"商贸、海关、旅游\\\\旅游\""
        );
        project.write(
            &format!("content/2018/{name}.md"),
            entry(
                &format!("LEAKtitle{at}"),
                item,
                &keys,
                "",
                &format!("LEAKbody{at}\n\n[LEAKlink{at}](LEAKlinked{at}.csv)"),
            ),
        );
        project.write(&format!("content/2018/LEAK{at}.csv"), format!("LEAKrow{at}\n1\n"));
        project.write(&format!("content/2018/LEAKlinked{at}.csv"), format!("LEAKlinkedrow{at}\n1\n"));
        let back = format!("kind = \"interpretation\"\n{key}\ninterprets = \"2018/通知\"\n");
        project
            .write(&format!("content/2018/解读{name}.md"), entry(&format!("LEAKback{at}"), item, &back, "", "正文。"));
        let table = "[table]\nfile = \"清单.csv\"\nregister = \"power-list\"\n";
        let keeper = format!("kind = \"register\"\n{key}\n");
        project.write(
            &format!("content/2018/清单{name}.md"),
            entry(&format!("LEAKkeeper{at}"), item, &keeper, table, "正文。"),
        );
        let post = format!("kind = \"post\"\n{key}\naccount = \"fb\"\n");
        project
            .write(&format!("content/2018/推文{name}.md"), entry(&format!("LEAKpost{at}"), item, &post, "", "正文。"));
        let result = format!("kind = \"consultation-result\"\n{key}\n{of}");
        project.write(
            &format!("content/2018/采纳{name}.md"),
            entry(&format!("LEAKresult{at}"), item, &result, "", "正文。"),
        );
        let notice = format!(
            "kind = \"notice\"\n{key}\nopens = 2018-12-01\ncloses = 2019-03-01\ncontact = \"LEAKcontact{at}\"\n"
        );
        project.write(
            &format!("content/2018/公示{name}.md"),
            entry(&format!("LEAKnotice{at}"), item, &notice, "", "正文。"),
        );
    }
    project.write("content/2018/清单.csv", "职权名称,职权类型\nLEAKright,行政许可\n");
    project.write("content/2018/LEAK无人引用.csv", "LEAKalone\n1\n");
    let response = "kind = \"opinion-response\"\nseverity = \"一般\"\nnoticed = \"2018-06-20 01:23\"\njudged = \"2018-06-20 02:34\"\n\
                    first_told = \"2018-06-20 03:45\"\nbriefed = \"2018-06-20 04:56\"\nanswered = \"2018-06-21 09:00\"\nevaluation = \"LEAKevaluation\"\n";
    project.write("content/2018/回应.md", entry("回应一则", "notices", response, "", "已经核实。<!-- LEAKremark -->"));
    let message = "kind = \"message\"\naccepted = \"2018-06-20 08:00\"\ntransferred = \"2018-06-20 05:17\"\nto = \"LEAKto\"\nanswered = \"2018-06-21 09:00\"\n";
    project.write("content/2018/留言.md", entry("留言一则", "notices", message, "", "答复如下。"));
    let post = "kind = \"post\"\naccount = \"fb\"\n";
    project.write("content/2018/推文.md", entry("公开的推文", "notices", post, "", "正文。"));
    let inside = "[table]\nfile = \"LEAK内部.csv\"\nregister = \"inside\"\n";
    project.write(
        "content/2018/内部.md",
        entry("带内部台账的条目", "notices", "kind = \"register\"\nattachments = [\"LEAK内部.csv\"]", inside, "正文。"),
    );
    project.write("content/2018/LEAK内部.csv", "名称\nLEAKinside\n");
    project
}

/// Tokens of `tree` by the files they stand in; file names count.
fn leaks(project: &Project) -> BTreeMap<String, Vec<String>> {
    let public = project.at("public");
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let times = ["01:23", "02:34", "03:45", "04:56", "05:17"];
    for path in list(&public) {
        let name = path.to_string_lossy().into_owned();
        let text = String::from_utf8_lossy(&fs::read(public.join(&path)).expect("a file of the site")).into_owned();
        let all = format!("{name}\n{text}");
        for (at, _) in all.match_indices("LEAK") {
            let token: String = all[at..].chars().take_while(|c| c.is_alphanumeric()).collect();
            found.entry(token).or_default().push(name.clone());
        }
        if all.contains("泄漏发") {
            found.entry("文号".to_owned()).or_default().push(name.clone());
        }
        for time in times.iter().filter(|it| all.contains(**it)) {
            found.entry((*time).to_owned()).or_default().push(name.clone());
        }
    }
    found
}

#[test]
fn what_is_not_public_stands_nowhere_on_the_site() {
    for scope in ["", "standing = \"public\"\n"] {
        let project = planted();
        let site = project.read("catalogue/site.toml");
        project.write("catalogue/site.toml", format!("{site}{scope}"));
        let done = run(project.root(), ["build"]).code(0);
        assert_eq!(leaks(&project), BTreeMap::new(), "{}", done.out);
        let year = project.read("public/year/2018/index.html");
        assert!(year.contains("公开的推文"), "the test shows nothing where nothing is shown");
        // The class of what is withheld stands among the exceptions and nowhere else.
        let named = |text: &str| {
            let mut files = list(&project.at("public"));
            files.retain(|it| fs::read_to_string(project.at("public").join(it)).is_ok_and(|all| all.contains(text)));
            files.iter().map(|it| it.to_string_lossy().into_owned()).collect::<Vec<_>>()
        };
        for text in ["不予公开的事项", "属于内部事务"] {
            assert_eq!(named(text), ["api/v1/exceptions.json", "exception/index.html"], "{text}");
        }
        assert!(project.read("public/exception/index.html").contains("2018-07-03"));
    }
}

#[test]
fn what_is_withdrawn_on_its_day_leaves_a_tombstone_and_nothing_else() {
    let project = Project::base();
    let keys = "kind = \"notice\"\nsummary = \"LEAKsummary\"\nattachments = [\"LEAK.csv\"]";
    project.write("content/2018/公示.md", entry("LEAKtitle", "notices", keys, "", "LEAKbody"));
    project.write("content/2018/LEAK.csv", "名称\nLEAKrow\n");
    run(project.root(), ["build"]).code(0);
    let shown = leaks(&project);
    let address = shown["LEAKbody"][0].clone();
    assert!(shown.contains_key("LEAKrow") && shown["LEAKtitle"].len() > 5, "{shown:?}");
    project.replace("content/2018/公示.md", "kind = ", "withdraw_on = 2019-01-15\nkind = ");
    run(project.root(), ["build", "--as-of", "2019-01-14"]).code(0);
    assert_eq!(leaks(&project)["LEAKbody"], [&*address]);
    run(project.root(), ["build", "--as-of", "2019-01-15"]).code(0);
    assert_eq!(leaks(&project), BTreeMap::new());
    let tombstone = project.read(&format!("public/{address}"));
    assert!(
        tombstone.contains("撤下") && tombstone.contains("2019-01-15") && tombstone.contains("noindex"),
        "{tombstone}"
    );
    // Put up again by moving its day, it has its number and address back.
    project.replace("content/2018/公示.md", "2019-01-15", "2019-03-01");
    run(project.root(), ["build", "--as-of", "2019-01-16"]).code(0);
    assert_eq!(leaks(&project)["LEAKbody"], [&*address]);
}

#[cfg(unix)]
#[test]
fn a_theme_that_lies_elsewhere_is_not_followed_and_its_hidden_files_stay() {
    let project = Project::base();
    project.write("elsewhere/static/secret.txt", "TOPSECRET");
    project.write("themes/own/static/.hidden.txt", "TOPSECRET");
    project.write("themes/own/static/shown.txt", "一般");
    let site = project.read("catalogue/site.toml");
    let with = |name: &str| {
        project.write("catalogue/site.toml", site.replacen("[site]\n", &format!("[site]\ntheme = \"{name}\"\n"), 1));
    };
    with("own");
    run(project.root(), ["build"]).code(0);
    let built = tree(&project.at("public"));
    assert!(!built.values().any(|bytes| bytes.windows(9).any(|it| it == b"TOPSECRET")));
    std::os::unix::fs::symlink(project.at("elsewhere"), project.at("themes/t")).expect("a link");
    with("t");
    let done = run(project.root(), ["build"]).code(2);
    assert!(done.err.contains("链接"), "{}", done.err);
    assert_eq!(tree(&project.at("public")), built);
}
