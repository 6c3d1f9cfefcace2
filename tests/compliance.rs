//! A fact of the past stops no future: what is late, missed or empty is told, the site is written, and says so itself.

use serde_json::Value;

use super::support::{binary::run, project::Project};

/// A paper published late, an item without anything though its day has passed, a task whose day has passed.
fn behind() -> Project {
    let project = Project::base();
    project.replace("catalogue/site.toml", "profile =", "standing = \"public\"\nprofile =");
    project.replace("content/2018/通知.md", "made = 2018-06-20", "made = 2018-01-10");
    let items = project.read("catalogue/items.toml");
    let second = items.split("[[item]]").nth(1).expect("an item");
    let second =
        second.replace("id = \"notices\"", "id = \"plans\"").replace("title = \"部门文件\"", "title = \"规划计划\"");
    project.write("catalogue/more.toml", format!("[[item]]{second}due = 2018-10-31\n"));
    project.write(
        "catalogue/plan.toml",
        "[[plan]]\nid = \"2018\"\ntitle = \"2018年政务公开工作任务\"\norganisation = \"bureau\"\nfrom = 2018-01-01\nto = 2018-12-31\n\n\
         [[task]]\nplan = \"2018\"\nnumber = 1\ntitle = \"公开部门文件\"\nitems = [\"policy/notices\"]\nlead = \"bureau\"\ndue = 2018-12-31\n\n\
         [[task]]\nplan = \"2018\"\nnumber = 2\ntitle = \"公开规划计划\"\nitems = [\"policy/plans\"]\nlead = \"bureau\"\ndue = 2018-10-31\n",
    );
    project
}

fn api(project: &Project, name: &str) -> Value {
    serde_json::from_str(&project.read(&format!("public/api/v1/{name}.json"))).expect("JSON")
}

#[test]
fn what_is_late_missed_or_empty_is_told_and_the_site_is_written() {
    let project = behind();
    let done = run(project.root(), ["build"]).code(0);
    for (code, word) in [("GK0401", "逾期"), ("GK0204", "2018-10-31")] {
        let line = done.out.lines().find(|line| line.contains(code)).unwrap_or_else(|| panic!("{code}:\n{}", done.out));
        assert!(line.starts_with("错误[") && line.contains(word), "{line}");
    }
    let entry = project.read("public/bureau/2018/00001.html");
    assert!(entry.contains("2018-06-22"), "the true day of publication is shown");
}

#[test]
fn the_page_of_the_plan_tells_each_task_as_it_stands() {
    let project = behind();
    run(project.root(), ["build"]).code(0);
    let plans = api(&project, "plans");
    let states: Vec<&str> = plans["plans"][0]["tasks"]
        .as_array()
        .expect("tasks")
        .iter()
        .map(|it| it["state"].as_str().expect("a state"))
        .collect();
    assert_eq!(states, ["done", "late"]);
    let page = project.read("public/plan/2018/index.html");
    assert!(page.contains("已完成") && page.contains("逾期"), "{page}");
    // The day before the task was due it is not late yet.
    let early = behind();
    run(early.root(), ["build", "--as-of", "2018-10-31"]).code(0);
    assert_eq!(api(&early, "plans")["plans"][0]["tasks"][1]["state"], "not-due");
    let late = behind();
    run(late.root(), ["build", "--as-of", "2018-11-01"]).code(0);
    assert_eq!(api(&late, "plans")["plans"][0]["tasks"][1]["state"], "late");
}

#[test]
fn an_empty_item_is_shown_as_empty() {
    let project = behind();
    run(project.root(), ["build"]).code(0);
    let coverage = api(&project, "coverage");
    let decision = &coverage["disclosures"][0];
    assert_eq!((&decision["items"], &decision["filled"]), (&2.into(), &1.into()), "{decision}");
    assert!(project.read("public/coverage/index.html").contains("缺"));
    assert!(project.at("public/catalogue/policy/plans/index.html").is_file(), "an empty item has its page");
}

#[test]
fn what_is_internal_does_not_say_what_is_missing() {
    let project = behind();
    project.replace("catalogue/site.toml", "standing = \"public\"", "standing = \"internal\"");
    run(project.root(), ["build"]).code(0);
    let page = project.read("public/plan/2018/index.html");
    let main = page.split("<main").nth(1).expect("a main part");
    for said in ["逾期", "尚未公开", "class=\"state", "class=\"chart", "<td class=\"n\" data-label=\"已公开\">0<"]
    {
        assert!(!main.contains(said), "{said}: {main}");
    }
    let empty = |page: &str, said: &str| {
        let page = project.read(&format!("public/{page}index.html"));
        assert!(!page.contains(said), "{said}: {page}");
    };
    empty("catalogue/", "\">0<");
    empty("catalogue/policy/", "\">0<");
    empty("catalogue/policy/", "尚无");
    empty("organisation/bureau/", "<span class=\"small\">0<");
    empty("coverage/", "项中");
    for said in ["<span>0 条", ">0<"] {
        empty("", said);
        empty("disclosure/decision/", said);
    }
}
