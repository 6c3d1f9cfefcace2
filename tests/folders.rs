//! Folders that are missing, empty, misspelt or shared: said in plain words, and nothing is judged that was not meant.

use std::{fs, thread};

use super::support::{binary::run, project::Project};

#[test]
fn an_empty_catalogue_is_told_and_no_panic() {
    for made in [&["catalogue"][..], &["catalogue", "content"]] {
        let project = Project::empty();
        for it in made {
            fs::create_dir(project.at(it)).expect("a folder");
        }
        project.write("catalogue/说明.txt", "不是目录");
        fs::create_dir_all(project.at("content")).expect("a folder");
        for command in ["check", "build", "lock"] {
            let done = run(project.root(), [command]).code(2);
            assert!(done.err.contains("没有目录文件"), "{}", done.err);
        }
        assert!(!project.at("public").exists());
    }
}

#[test]
fn a_folder_of_entries_that_is_not_there_is_no_empty_site() {
    let project = Project::base();
    let done = run(project.root(), ["build", "--content", "没有"]).code(2);
    assert!(done.err.contains("没有文件夹") && done.err.contains("--content"), "{}", done.err);
    fs::rename(project.at("content"), project.at("contents")).expect("a move");
    run(project.root(), ["check"]).code(2);
    assert!(!project.at("public").exists());
    run(project.root(), ["check", "--content", "contents"]).code(0);
    // A catalogue that has no entries yet needs no folder for them.
    fs::remove_dir_all(project.at("contents")).expect("a folder");
    let done = run(project.root(), ["check"]);
    assert!(matches!(done.code, Some(0 | 1)), "{}", done.err);
    // Nor after it was built, beside other texts.
    project.write("docs/README.md", "# 说明\n");
    for _ in 0..2 {
        run(project.root(), ["build", "-q"]).code(0);
        assert_eq!(project.read("catalogue/index.lock").lines().count(), 1);
    }
}

#[test]
fn from_a_folder_named_with_c_it_walks_up_as_from_the_current_one() {
    let project = Project::base();
    for command in ["check", "build"] {
        // A slip of the pen judges no project above it.
        for typed in ["typo", "content/typo", "catalogue/site.toml"] {
            let done = run(project.root(), ["-C", typed, command]).code(2);
            assert!(done.err.contains("-C"), "{}", done.err);
        }
    }
    for typed in ["content", "content/2018", "catalogue", ".", "content/../content"] {
        run(project.root(), ["-C", typed, "check"]).code(0);
    }
    let nothing = Project::empty();
    let done = run(nothing.root(), ["-C", ".", "check"]).code(2);
    assert!(done.err.contains("catalogue"), "{}", done.err);
    run(&project.at("content/2018"), ["check"]).code(0);
    run(&project.at("content"), ["-C", "..", "check"]).code(0);
    let folder = Project::empty();
    run(folder.root(), ["-C", "甲", "init", "乙"]).code(0);
    assert!(folder.at("甲/乙/catalogue").is_dir() && !folder.at("乙").exists());
    run(folder.root(), ["-C", "甲/乙", "check", "-q"]);
}

#[test]
fn timings_that_cannot_be_written_are_the_machines_failure() {
    let project = Project::base();
    let done = run(project.root(), ["check", "--timings", "none/x.json"]).code(3);
    assert!(done.err.contains("--timings"), "{}", done.err);
    assert!(!project.at("none").exists());
    run(project.root(), ["check", "--timings", "x.json"]).code(0);
    assert!(project.read("x.json").contains("\"recall\""));
}

#[test]
fn reports_written_at_once_are_all_kept() {
    let project = Project::base();
    let nil = |period: &str| {
        let args = ["nil", "policy/notices", period, "--reason", "本期没有", "--by", "办公室"];
        run(project.root(), args).code(0);
    };
    let periods = ["2017Q1", "2017Q2", "2017Q3", "2017Q4", "2016Q4"];
    thread::scope(|scope| periods.iter().for_each(|period| drop(scope.spawn(|| nil(period)))));
    let text = project.read("catalogue/nil.toml");
    assert!(periods.iter().all(|it| text.contains(it)), "{text}");
}

#[test]
fn a_merge_that_was_not_finished_is_settled_by_lock() {
    let project = Project::base();
    run(project.root(), ["lock"]).code(0);
    let lock = project.read("catalogue/index.lock");
    let entry = project.read("content/2018/通知.md").replace("夏季防汛", "秋季防火").replace("1号", "2号");
    project.write("content/2018/甲.md", entry.replace("published = 2018-06-22", "published = 2018-06-25"));
    run(project.root(), ["lock"]).code(0);
    let ours = project.read("catalogue/index.lock").replace(&lock, "");
    project.remove("content/2018/甲.md");
    project.write("catalogue/index.lock", &lock);
    project.write("content/2018/乙.md", entry.replace("秋季防火", "冬季防冻").replace("2号", "3号"));
    run(project.root(), ["lock"]).code(0);
    let theirs = project.read("catalogue/index.lock").replace(&lock, "");
    project.write("content/2018/甲.md", entry.replace("published = 2018-06-22", "published = 2018-06-25"));
    project.write("catalogue/index.lock", format!("{lock}<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> b\n"));
    let done = run(project.root(), ["check"]).code(2);
    assert!(done.err.contains("gongkai lock"), "{}", done.err);
    run(project.root(), ["lock"]).code(0);
    let settled = project.read("catalogue/index.lock");
    let number = |path: &str| {
        let line = settled.lines().find(|it| it.contains(&format!("\t{path}\t"))).expect("a line of the entry");
        line.split('\t').next().expect("a number").to_owned()
    };
    assert!(number("2018/乙").ends_with("00002"), "published first: {settled}");
    assert!(number("2018/甲").ends_with("00003"), "{settled}");
    run(project.root(), ["check", "--locked"]).code(0);
}

#[test]
fn git_keeps_neither_site_nor_cache_of_a_new_project() {
    let folder = Project::empty();
    folder.write("p/.gitignore", "own\n");
    run(folder.root(), ["init", "p"]).code(0);
    assert_eq!(folder.read("p/.gitignore"), "own\n", "what is there stays");
    assert!(folder.read("p/.gitattributes").contains("catalogue/index.lock"));
    run(folder.root(), ["init", "q", "--sample"]).code(0);
    assert!(folder.read("q/.gitignore").contains("/public/"));
}
