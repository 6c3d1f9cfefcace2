//! Where a finding is said to stand: by the file's real path, from where the reader looks for it, and of what it is.

use std::fs;

use serde_json::Value;

use super::support::{
    binary::{gongkai, run},
    project::Project,
};

/// A project with a late entry, an empty item and a file of an unsafe name, in the folders named.
fn project(root: &str, content: &str) -> Project {
    let project = Project::empty();
    let base = Project::base();
    let entry = base.read("content/2018/通知.md").replace("made = 2018-06-20", "made = 2018-01-10");
    let items = base.read("catalogue/items.toml");
    let second = items.split("[[item]]").nth(1).expect("an item");
    for (path, text) in super::support::files::tree(&base.at("catalogue")) {
        project.write(&format!("{root}catalogue/{path}"), text);
    }
    let title = second.lines().find(|it| it.starts_with("title")).expect("a title");
    let empty = second.replace("\"notices\"", "\"plans\"").replace(title, "title = \"应急预案\"");
    project.write(&format!("{root}catalogue/more.toml"), format!("[[item]]{empty}"));
    project.write(&format!("{root}{content}/2018/通知.md"), entry);
    project.write(&format!("{root}{content}/2018/a?.csv"), "甲\n");
    project
}

/// The places that each format tells, in the order it tells them.
fn places(project: &Project, args: &[&str], format: &str) -> Vec<String> {
    let done = run(project.root(), args.iter().copied().chain(["check", "-q", "--format", format]));
    let json = || serde_json::from_str::<Value>(&done.out).unwrap_or_else(|error| panic!("{error}: {}", done.out));
    let texts = |all: Vec<&Value>| all.into_iter().filter_map(|it| it.as_str().map(str::to_owned)).collect();
    let mut all: Vec<String> = match format {
        "concise" => done
            .out
            .lines()
            .filter_map(|it| it.split_once(": ").map(|it| it.0.split(':').next().unwrap_or("").to_owned()))
            .collect(),
        "github" => {
            done.out.lines().filter_map(|it| Some(it.split_once("file=")?.1.split(',').next()?.to_owned())).collect()
        }
        "gitlab" => texts(json().as_array().expect("a list").iter().map(|it| &it["location"]["path"]).collect()),
        "json" => texts(json()["findings"].as_array().expect("a list").iter().map(|it| &it["place"]["path"]).collect()),
        "sarif" => texts(
            json()["runs"][0]["results"]
                .as_array()
                .expect("a list")
                .iter()
                .map(|it| &it["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
                .collect(),
        ),
        "junit" => done
            .out
            .lines()
            .filter_map(|it| Some(it.split_once("classname=\"")?.1.split('"').next()?.to_owned()))
            .collect(),
        other => panic!("{other}"),
    };
    all.sort();
    all.dedup();
    assert!(!all.is_empty(), "{}{}", done.out, done.err);
    all
}

const FORMATS: [&str; 6] = ["concise", "github", "gitlab", "sarif", "junit", "json"];

/// `path` as `format` writes it.
fn written(format: &str, path: &str) -> String {
    if format != "sarif" {
        return path.to_owned();
    }
    let plain = |it: u8| it.is_ascii_alphanumeric() || b"-._~/".contains(&it);
    path.bytes().map(|it| if plain(it) { char::from(it).to_string() } else { format!("%{it:02X}") }).collect()
}

#[test]
fn folders_of_other_names_are_called_by_them() {
    let project = project("", "docs/公开");
    fs::rename(project.at("catalogue"), project.at("目录")).expect("a move");
    let args = ["--content", "docs/公开", "--catalogue", "目录"];
    for format in FORMATS {
        let told = run(project.root(), ["check", "-q", "--format", format].iter().chain(&args)).out;
        for path in ["docs/公开/2018/通知.md", "docs/公开/2018/a?.csv", "目录/more.toml"] {
            assert!(told.contains(&written(format, path)), "{format} {path}:\n{told}");
        }
        assert!(!told.contains("content/2018") && !told.contains("catalogue/more"), "{format}:\n{told}");
    }
    let human = run(project.root(), ["check"].iter().chain(&args)).out;
    assert!(human.contains("docs/公开/2018/通知.md:") && !human.contains("content/2018"), "{human}");
    // The edits as well, and git takes them.
    let text = project.read("docs/公开/2018/通知.md");
    project.write("docs/公开/2018/通知.md", text.replace("〔2018〕", "[2018]"));
    let fix = |more: &str| run(project.root(), ["fix", more].iter().chain(&args)).out;
    let diff = fix("--diff");
    assert!(diff.contains("+++ b/docs/公开/2018/通知.md") || diff.contains("docs/"), "{diff}");
    assert!(!diff.contains("content/"), "{diff}");
    assert!(fix("--check").starts_with("docs/公开/2018/通知.md："), "{}", fix("--check"));
}

#[test]
fn a_project_below_the_current_folder_is_told_from_there_and_warm_as_cold() {
    let project = project("a/site/", "content");
    fs::create_dir_all(project.at("else")).expect("a folder");
    let paths = ["content/2018/通知.md", "content/2018/a?.csv", "catalogue/more.toml"];
    for (args, below) in [
        (&["-C", "a/site"][..], "a/site/"),
        (&["-C", "./a/../a/site/."], "a/site/"),
        (&["-C", "a/site/content/2018"], "a/site/"),
    ] {
        for _ in 0..2 {
            for format in FORMATS {
                let told = run(project.root(), ["check", "-q", "--format", format].iter().chain(args)).out;
                for path in paths {
                    let path = if format == "json" { path.to_owned() } else { format!("{below}{path}") };
                    assert!(told.contains(&written(format, &path)), "{format} {path}:\n{told}");
                }
                assert!(told.contains("a/site"), "{format}");
            }
        }
    }
    let root = |folder: &str, args: &[&str]| {
        let done = run(&project.at(folder), ["check", "-q", "--format", "json"].iter().chain(args));
        serde_json::from_str::<Value>(&done.out).expect("JSON")["root"].clone()
    };
    assert_eq!(root("", &["-C", "a/site"]), "a/site");
    assert_eq!(root("a/site", &[]), Value::Null);
    // From its own folder, from within and from beside it paths are the project's.
    for (folder, args) in [("a/site", &[][..]), ("a/site/content", &[]), ("else", &["-C", "../a/site"])] {
        let told = run(&project.at(folder), ["check", "-q", "--format", "github"].iter().chain(args)).out;
        assert!(told.contains("file=content/2018/通知.md"), "{folder}: {told}");
    }
    // The same report to a file.
    run(project.root(), ["check", "-C", "a/site", "--report-to", "github=r.txt"]);
    assert!(project.read("r.txt").contains("file=a/site/content/2018/通知.md"));
}

#[test]
fn a_file_that_is_not_read_has_a_place_all_the_same() {
    let project = project("", "content");
    project.write("草稿.md", "+++\ntitle = \"甲\"\nitem = \"policy/notices\"\n+++\n");
    std::os::unix::fs::symlink("通知.md", project.at("content/2018/链接.md")).expect("a link");
    for format in FORMATS {
        let all = places(&project, &[], format);
        for path in ["content/2018/a?.csv", "草稿.md", "content/2018/链接.md"] {
            assert!(all.contains(&written(format, path)), "{format} {path}: {all:?}");
        }
    }
    let told = run(project.root(), ["check", "-q", "--format", "concise"]).out;
    assert!(told.lines().any(|it| it.starts_with("content/2018/链接.md: ") && it.contains("GK0011")), "{told}");
}

#[test]
fn a_finding_in_a_list_of_items_says_which() {
    let project = project("", "content");
    for format in ["concise", "github", "gitlab", "sarif", "junit"] {
        let told = run(project.root(), ["check", "-q", "--format", format]).out;
        assert!(told.contains("（事项：政策文件 / 应急预案）"), "{format}: {told}");
        let english = Done::english(&project, format);
        assert!(english.contains("(item: 政策文件 / 应急预案)"), "{format}: {english}");
    }
    // What stands in its entry's file is known by it.
    let concise = run(project.root(), ["check", "-q", "--format", "concise"]).out;
    let late = concise.lines().find(|it| it.contains("GK0401")).expect("a late entry");
    assert!(!late.contains("事项："), "{late}");
}

struct Done;

impl Done {
    fn english(project: &Project, format: &str) -> String {
        let output = gongkai(project.root()).args(["check", "-q", "--lang", "en", "--format", format]).output();
        String::from_utf8(output.expect("it runs").stdout).expect("UTF-8")
    }
}
