//! `new`: an entry with all that its item asks for, which nothing is told of but what is left open.

use std::collections::BTreeMap;

use super::support::{
    binary::{check, run},
    committed::at,
    project::Project,
};

const OPEN: [&str; 3] = ["GK2001", "GK2002", "GK2003"];

/// The ids of the items of the project, as the catalogue's JSON has them.
fn items(project: &Project) -> Vec<String> {
    let sample = Project::copy_of(project.root());
    run(sample.root(), ["build", "--quiet"]);
    let json: serde_json::Value = serde_json::from_str(&sample.read("public/api/v1/catalogue.json")).expect("JSON");
    let mut ids = Vec::new();
    collect(&json, &mut ids);
    ids.sort();
    ids.dedup();
    ids
}

fn collect(value: &serde_json::Value, ids: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                match value.as_str() {
                    Some(text) if matches!(&**key, "id" | "item") && text.matches('/').count() == 1 => {
                        ids.push(text.to_owned());
                    }
                    _ => collect(value, ids),
                }
            }
        }
        serde_json::Value::Array(all) => all.iter().for_each(|it| collect(it, ids)),
        _ => {}
    }
}

/// The path that a run printed, from the project's folder.
fn made(project: &Project, out: &str) -> String {
    let root = project.root().canonicalize().expect("a folder");
    let path = std::path::Path::new(out.trim()).canonicalize().expect("the file printed");
    path.strip_prefix(root).expect("below the project").to_str().expect("UTF-8").to_owned()
}

#[test]
fn nothing_but_what_is_open_is_told_of_a_new_entry_of_any_item_of_the_sample() {
    let project = Project::copy_of(&at("."));
    let items = items(&project);
    assert!(items.len() > 30, "{items:?}");
    let count = |project: &Project| {
        let mut told: BTreeMap<String, usize> = BTreeMap::new();
        for it in check(project.root()) {
            *told.entry(it.code).or_default() += 1;
        }
        told
    };
    let before = count(&project);
    let mut paths = Vec::new();
    for (n, item) in items.iter().enumerate() {
        let done = run(project.root(), ["new", item, &format!("新条目试写第{n}号")]).code(0);
        paths.push(made(&project, &done.out));
    }
    let after = check(project.root());
    for finding in &after {
        let here = paths.contains(&finding.path);
        assert!(!here || OPEN.contains(&&*finding.code), "{finding:?}");
    }
    for (code, n) in count(&project) {
        assert!(OPEN.contains(&&*code) || before.get(&code).is_some_and(|it| *it >= n), "{code}: {n}");
    }
    // What is only shown reads well once it is written.
    for path in &paths {
        let shown = |line: &str| match line.strip_prefix("# ") {
            Some(rest) if rest.contains(" = ") || rest == "[table]" => rest.to_owned(),
            _ => line.to_owned(),
        };
        let text = project.read(path);
        assert!(text.contains("draft = true") && text.contains("# secrecy = {"), "{text}");
        project.write(path, text.lines().map(|line| shown(line) + "\n").collect::<Vec<_>>().concat());
    }
    for finding in check(project.root()) {
        let here = paths.contains(&finding.path);
        let unread = ["GK0002", "GK0003", "GK0004", "GK0006"].contains(&&*finding.code);
        assert!(!here || !unread, "{finding:?}");
    }
}

#[test]
fn a_number_is_reserved_and_stays() {
    let project = Project::base();
    let done = run(project.root(), ["new", "policy/notices", "关于防汛的通知"]).code(0);
    let path = made(&project, &done.out);
    let lock = project.read("catalogue/index.lock");
    let line = lock.lines().find(|it| it.contains("\t关于防汛的通知")).expect("its line").to_owned();
    assert!(line.contains("\treserved\t\t\t\t关于防汛的通知"), "{line}");
    let number = line.split('\t').next().expect("a number");
    assert!(done.err.contains(number), "{}", done.err);
    // Another gets the next; what is written and published keeps its own.
    let other = run(project.root(), ["new", "policy/notices", "关于防汛的通知"]).code(0);
    assert_eq!(made(&project, &other.out), path.replace(".md", "-2.md"));
    assert!(!other.err.contains(number));
    let text = project.read(&path).replace("（待填写）", "内容。").replace("draft = true", "#");
    let text = text.replace("# made", "made").replace("# published", "published");
    project.write(&path, text.replace("# secrecy = { by = \"\"", "secrecy = { by = \"保密员\""));
    run(project.root(), ["build"]).code(0);
    let lock = project.read("catalogue/index.lock");
    assert!(lock.lines().any(|it| it.starts_with(&format!("{number}\t")) && it.contains("released")), "{lock}");
    // The number of a deleted one is retired.
    project.remove(&path);
    let third = run(project.root(), ["new", "policy/notices", "关于防汛的通知"]).code(0);
    assert!(made(&project, &third.out).ends_with("-3.md") && !third.err.contains(number), "{}", third.err);
}

#[test]
fn the_item_is_found_by_its_title() {
    let project = Project::base();
    let by_id = run(project.root(), ["new", "policy/notices", "甲"]).code(0);
    let title = project.read(&made(&project, &by_id.out));
    let title = title.lines().find_map(|it| it.split_once("# 公开事项：")).expect("the item's title").1.to_owned();
    let by_title = run(project.root(), ["new", &title, "乙"]).code(0);
    assert!(project.read(&made(&project, &by_title.out)).contains("item = \"policy/notices\""));
    project.write(
        "catalogue/more.toml",
        format!("[[item]]\nid = \"second\"\nfield = \"policy\"\ntitle = \"{title}\"\ndisclosure = [\"服务公开\"]\n"),
    );
    let both = run(project.root(), ["new", &title, "丙"]).code(2);
    assert!(both.err.contains("policy/notices") && both.err.contains("policy/second"), "{}", both.err);
    let none = run(project.root(), ["new", "policy/notice", "丙"]).code(2);
    assert!(none.err.contains("policy/notices"), "{}", none.err);
}

#[test]
fn a_title_is_taken_as_it_is_or_refused() {
    let project = Project::base();
    for title in ["", "  　", "\u{feff}", "甲\n乙"] {
        run(project.root(), ["new", "policy/notices", title]).code(2);
    }
    assert!(!project.at("catalogue/index.lock").exists());
    for title in
        ["关于\"甲\"的'通知'", "关于《乙》/丙的通知\\", "...", "+++", "draft = false", "长长".repeat(100).as_str()]
    {
        let done = run(project.root(), ["new", "policy/notices", title]).code(0);
        let path = made(&project, &done.out);
        let told: Vec<_> = check(project.root()).into_iter().filter(|it| it.path == path).collect();
        assert!(told.iter().all(|it| OPEN.contains(&&*it.code)), "{title}: {told:?}");
        let front = project.read(&path);
        let front = front.split("+++\n").nth(1).expect("front matter");
        let front: toml::Table = front.parse().expect("TOML");
        assert_eq!(front["title"].as_str(), Some(title));
    }
}

#[test]
fn every_review_that_settings_ask_for_is_shown_and_none_is_made_up() {
    let project = Project::base();
    let path = "catalogue/site.toml";
    let steps = "\n[settings.unreviewed]\nsteps = [\"保密审查\", \"内容审核\", \"审批\"]\n";
    project.write(path, project.read(path) + steps);
    let done = run(project.root(), ["new", "policy/notices", "甲"]).code(0);
    let text = project.read(&made(&project, &done.out));
    let review = text.split("[review]\n").nth(1).expect("a table");
    let lines: Vec<&str> = review.lines().take(3).collect();
    for (line, key) in lines.iter().zip(["secrecy", "content", "approved"]) {
        assert!(line.starts_with(&format!("# {key} = {{ by = \"\", on = ")), "{text}");
    }
    assert!(text.contains("# legality_review = { by = \"\""), "{text}");
}

#[test]
fn an_annual_report_has_the_form_of_its_year() {
    let sample = Project::empty();
    run(sample.root(), ["init", "--sample"]).code(0);
    let item = items(&sample).into_iter().find(|it| it.ends_with("/annual-report")).expect("an item of annual reports");
    for (title, year, part, other) in [
        ("某局2017年政府信息公开工作年度报告", 2017, "收费及减免情况", "总体情况"),
        ("某局2019年政府信息公开工作年度报告", 2019, "总体情况", "收费及减免情况"),
    ] {
        let done = run(sample.root(), ["new", &*item, title, "--as-of", "2021-01-20"]).code(0);
        let text = sample.read(&made(&sample, &done.out));
        let has = |part: &str| text.lines().any(|it| it.starts_with("## ") && it.ends_with(part));
        assert!(has(part) && !has(other), "{year}: {text}");
        assert!(text.contains(&format!("# year = {year}")), "{year}: {text}");
    }
}
