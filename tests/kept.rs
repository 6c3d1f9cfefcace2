//! The sample's kept inspection of the third quarter of 2018: made by the program of the sample as it was then.

use std::{fs, path::Path};

use regex::{Captures, Regex};
use serde_json::Value;

use super::support::{
    binary::run,
    committed::{at, same},
    files::ending,
    project::Project,
};

/// The day of that inspection.
const DAY: &str = "2018-10-12";
/// What is kept of it.
const KEPT: &str = "catalogue/history/2018Q3.json";

/// The sample as it was on [`DAY`]: without what was published, revised, reviewed or explained later, and with the fault that was
/// mended a week after.
fn third_quarter() -> Project {
    let project = Project::copy_of(&at("."));
    let published = Regex::new("(?m)^published = \"?([0-9-]{10})").expect("a pattern");
    let revised = Regex::new("(?m)^revised = .*\n").expect("a pattern");
    let on = Regex::new(r"\bon = ([0-9-]{10})").expect("a pattern");
    let mut later = Vec::new();
    for path in ending(&project.at("content"), "md") {
        let text = fs::read_to_string(&path).expect("an entry");
        let (head, body) = text[4..].split_once("\n+++").expect("front matter");
        let day = published.captures(head).map(|it| it[1].to_owned());
        if day.as_deref().is_some_and(|it| it > DAY) {
            later.push(path.file_name().expect("a name").to_string_lossy().into_owned());
            fs::remove_file(&path).expect("gone");
            continue;
        }
        let reviewed = |it: &Captures<'_>| {
            let then = if &it[1] > DAY { day.as_deref().unwrap_or(DAY) } else { &it[1] };
            format!("on = {then}")
        };
        let head = revised.replace_all(head, "");
        fs::write(&path, format!("+++\n{}\n+++{body}", on.replace_all(&head, reviewed))).expect("written");
    }
    // Nothing linked yet to what was published later.
    let link = Regex::new(r"\[([^\]]*)\]\(([^)#]*)[^)]*\)").expect("a pattern");
    for path in ending(&project.at("content"), "md") {
        let text = fs::read_to_string(&path).expect("an entry");
        let unlinked = |it: &Captures<'_>| {
            let is_later = Path::new(&it[2]).file_name().is_some_and(|name| later.iter().any(|it| **it == *name));
            if is_later { it[1].to_owned() } else { it[0].to_owned() }
        };
        fs::write(&path, link.replace_all(&text, unlinked).as_bytes()).expect("written");
    }
    let lock = project.read("catalogue/index.lock");
    let is_there = |line: &&str| {
        line.starts_with('#')
            || line.split('\t').nth(2).is_some_and(|it| project.at(&format!("content/{it}.md")).exists())
    };
    let lock: Vec<&str> = lock.lines().filter(is_there).collect();
    project.write("catalogue/index.lock", lock.join("\n") + "\n");
    for later in ["missed-task", "unanswered-message"] {
        let text = project.read("catalogue/allow.toml");
        let table = Regex::new(&format!("(?s)\\[\\[allow\\]\\]\nrule = \"{later}\".*?\n\n")).expect("a pattern");
        assert!(table.is_match(&text), "{later} is explained");
        project.write("catalogue/allow.toml", table.replace(&text, "").as_bytes());
    }
    project.replace("catalogue/projects.toml", "stage = \"竣工\"", "stage = \"施工\"");
    project.replace(
        "content/2018/动态/夏季园区开放日.md",
        "时间提前在本栏目公布。",
        "时间提前在本栏目公布，参加办法见[报名须知](报名须知.docx)。",
    );
    // The year is scored when it is over.
    for later in ["catalogue/history", "catalogue/assessment.toml"] {
        let _ = fs::remove_dir_all(project.at(later)).or_else(|_| fs::remove_file(project.at(later)));
    }
    project
}

#[test]
fn what_the_sample_keeps_of_the_third_quarter_is_what_the_program_kept() {
    let project = third_quarter();
    let typed = ["report", "inspection", "--quarter", "2018Q3", "--as-of", DAY, "--keep", "--final"];
    run(project.root(), typed).code(0);
    same(KEPT, &project.read(KEPT));
}

#[test]
fn the_fourth_quarter_of_the_sample_shows_what_was_mended() {
    let done =
        run(&at("."), ["report", "inspection", "--as-of", "2018-12-31", "--format", "json", "--no-cache"]).code(0);
    let paper: Value = serde_json::from_str(&done.out).expect("JSON");
    assert!(paper["title"].as_str().is_some_and(|it| it.contains("第四季度")), "{}", paper["title"]);
    let chapters = paper["chapters"].as_array().expect("chapters").iter();
    let grid = chapters.flat_map(|it| it["grids"].as_array().expect("grids")).find(|it| it["id"] == "rectified");
    let rows = grid.expect("the grid")["rows"].as_array().expect("rows").clone();
    let outcome = |row: &Value| row["outcome"].as_str().unwrap_or_default().to_owned();
    let mended: Vec<&Value> = rows.iter().filter(|it| outcome(it) == "已整改").collect();
    assert!(mended.len() >= 3 && mended.len() < rows.len(), "{rows:#?}");
    assert!(mended.iter().all(|it| it["on"].as_str().is_some_and(|on| on > DAY)), "each has its day: {mended:#?}");
    let link = mended.iter().find(|it| it["problem"].to_string().contains("报名须知")).expect("the link");
    assert_eq!((link["on"].as_str(), link["office"].as_str()), (Some("2018-10-19"), Some("办公室")));
}
