//! Numbers and addresses that readers saw never change hands, and never vanish without a word.

use std::fs;

use super::support::{binary::run, project::Project};

/// An entry called `name`.
fn entry(name: &str, keys: &str) -> String {
    format!(
        "+++\ntitle = \"{name}\"\nitem = \"policy/notices\"\nkind = \"notice\"\nmade = 2018-06-20\npublished = 2018-06-22\n\
         summary = \"概述。\"\n{keys}[review]\nsecrecy = {{ by = \"保密员\", on = 2018-06-21 }}\n+++\n{name}的正文。\n"
    )
}

/// The base project with another entry, 公示一则.
fn with_notice() -> Project {
    let project = Project::base();
    project.write("content/2018/公示.md", entry("公示一则", ""));
    project
}

/// What a run says, which ends with `code`.
fn said(project: &Project, code: i32, args: &[&str]) -> String {
    run(project.root(), args).code(code).out
}

#[test]
fn what_vanished_is_told_at_its_line() {
    let project = with_notice();
    project.write("content/2018/另一.md", entry("另一则", ""));
    said(&project, 0, &["build"]);
    project.remove("content/2018/公示.md");
    project.remove("content/2018/另一.md");
    for text in [project.read("catalogue/index.lock"), project.read("catalogue/index.lock").replace('\n', "\r\n")] {
        project.write("catalogue/index.lock", &text);
        let out = said(&project, 1, &["check", "--as-of", "2019-01-01", "--format", "concise"]);
        for path in ["2018/公示", "2018/另一"] {
            let line = text.lines().position(|it| it.contains(path)).expect("a line of the lock") + 1;
            assert!(out.contains(&format!("catalogue/index.lock:{line}:1: 错误[GK1402")), "{path} {line}: {out}");
        }
    }
    let found = |project: &Project| -> Vec<String> {
        let done = run(project.root(), ["check", "--as-of", "2019-01-01", "--format", "gitlab"]).code(1);
        let issues: Vec<serde_json::Value> = serde_json::from_str(&done.out).expect("a list");
        let lost = issues.iter().filter(|it| it["check_name"] == "lost-address");
        lost.map(|it| it["fingerprint"].to_string()).collect()
    };
    let fingerprints = found(&project);
    assert!(fingerprints.len() == 2 && fingerprints[0] != fingerprints[1], "{fingerprints:?}");
    // Lines move: a number before them is given.
    project.replace(
        "catalogue/index.lock",
        "# gongkai index.lock 1\r\n",
        "# gongkai index.lock 1\r\n000/2010-1\t/bureau/2010/00001.html\tx\twithdrawn\t2010-01-01\t\t\t旧\r\n",
    );
    assert_eq!(found(&project), fingerprints);
}

#[test]
fn what_vanishes_on_the_day_of_its_release_is_a_warning_and_from_then_on_a_stop() {
    for first in [true, false] {
        let project = if first { with_notice() } else { Project::base() };
        said(&project, 0, &["build"]);
        if !first {
            project.write("content/2018/公示.md", entry("公示一则", ""));
            said(&project, 0, &["build"]);
        }
        project.remove("content/2018/公示.md");
        let out = said(&project, 0, &["build"]);
        let address = if first { "/bureau/2018/00001.html" } else { "/bureau/2018/00002.html" };
        assert!(out.contains("警告[GK1402") && out.contains(address), "{out}");
        let next = ["--as-of", "2019-01-01"];
        let out = said(&project, 1, &["check", next[0], next[1]]);
        assert!(out.contains("错误[GK1402"), "{out}");
        said(&project, 1, &["build", next[0], next[1]]);
        // The command that the message gives mends it.
        let (_, command) = out.split_once("gongkai withdraw ").expect("a command");
        let number = command.split(' ').next().expect("a number");
        said(&project, 0, &["withdraw", number, "--reason", "公示期满", next[0], next[1]]);
        assert!(project.read("catalogue/gone.toml").contains(&format!("address = \"{address}\"")));
        let out = said(&project, 0, &["build", next[0], next[1]]);
        assert!(!out.contains("GK1402"), "{out}");
        let tombstone = project.read(&format!("public{address}"));
        assert!(tombstone.contains("2019-01-01") && !tombstone.contains("公示一则"), "{tombstone}");
        // Its number is spent.
        project.write("content/2018/另一.md", entry("另一则", ""));
        said(&project, 0, &["build", next[0], next[1]]);
        assert!(project.read("catalogue/index.lock").contains("00003\t/bureau/2018/00003.html\t2018/另一\t"));
    }
}

#[test]
fn what_nobody_saw_vanishes_without_a_finding() {
    let project = Project::base();
    said(&project, 0, &["build"]);
    project.write("content/2018/公示.md", entry("公示一则", ""));
    said(&project, 0, &["lock"]);
    let lock = project.read("catalogue/index.lock");
    assert!(lock.contains("\t2018/公示\treserved\t\t2018-06-22\t"), "{lock}");
    project.remove("content/2018/公示.md");
    for day in ["2018-12-31", "2019-03-01"] {
        let out = said(&project, 0, &["check", "--as-of", day]);
        assert!(!out.contains("GK1402"), "{out}");
    }
    // The number is spent all the same.
    project.write("content/2018/另一.md", entry("另一则", ""));
    said(&project, 0, &["build"]);
    assert!(project.read("catalogue/index.lock").contains("00003\t"));
}

#[test]
fn where_builds_never_tell_the_lock_readers_are_presumed_to_have_seen_what_was_due() {
    let project = with_notice();
    let locked = |day: &str, code| said(&project, code, &["build", "--locked", "--as-of", day]);
    said(&project, 0, &["lock", "--as-of", "2018-06-22"]);
    locked("2018-06-22", 0);
    let text = project.read("content/2018/公示.md");
    project.remove("content/2018/公示.md");
    let out = locked("2018-06-22", 0);
    assert!(!out.contains("GK1402"), "on the day itself nobody is presumed to have seen it: {out}");
    let out = locked("2018-06-23", 1);
    assert!(out.contains("错误[GK1402"), "{out}");
    // Another run cannot know whether there was ever a build.
    let out = said(&project, 0, &["check", "--as-of", "2018-06-23"]);
    assert!(out.contains("警告[GK1402"), "{out}");
    // What is withdrawn on its day leaves a tombstone there too.
    project.write("content/2018/公示.md", text.replace("kind = ", "withdraw_on = 2018-07-01\nkind = "));
    locked("2018-07-02", 0);
    assert!(project.read("public/bureau/2018/00001.html").contains("撤下"));
    assert!(!project.read("catalogue/index.lock").contains("released"));
}

#[test]
fn a_number_is_set_by_hand_while_nobody_has_seen_the_other() {
    let project = Project::base();
    said(&project, 0, &["build"]);
    project.write("content/2018/公示.md", entry("公示一则", ""));
    said(&project, 0, &["lock"]);
    project.write("content/2018/公示.md", entry("公示一则", "index = \"K/7\"\n"));
    let out = said(&project, 0, &["build"]);
    assert!(!out.contains("GK0305"), "{out}");
    let lock = project.read("catalogue/index.lock");
    assert!(lock.contains("K/7\t/bureau/k-7.html\t2018/公示\treleased\t2018-12-31"), "{lock}");
    said(&project, 0, &["build"]);
    assert_eq!(project.read("catalogue/index.lock"), lock);
    // Seen, it stays.
    project.write("content/2018/公示.md", entry("公示一则", "index = \"K/8\"\n"));
    assert!(said(&project, 1, &["check"]).contains("GK0305"));
}

#[test]
fn papers_published_before_the_lock_was_made_are_not_back_dated_and_later_ones_are() {
    let project = with_notice();
    let out = said(&project, 0, &["build"]);
    assert!(!out.contains("GK0316"), "{out}");
    project.write("content/2018/另一.md", entry("另一则", ""));
    said(&project, 0, &["build", "--as-of", "2019-02-01"]);
    let out = said(&project, 0, &["check", "--as-of", "2019-02-01"]);
    assert_eq!(out.matches("GK0316").count(), 1, "{out}");
    let moved = project.read("content/2018/公示.md").replace("published = 2018-06-22", "published = 2018-06-21");
    fs::write(project.at("content/2018/公示.md"), moved).expect("a file");
    assert!(said(&project, 0, &["check"]).contains("改早"));
}

#[test]
fn of_two_branches_the_number_that_readers_saw_stays() {
    let project = Project::base();
    said(&project, 0, &["build"]);
    let base = project.read("catalogue/index.lock");
    // Branch b, from the base.
    project.write("content/2018/乙.md", entry("乙", ""));
    said(&project, 0, &["lock"]);
    let theirs = project.read("catalogue/index.lock").replace(&base, "");
    project.remove("content/2018/乙.md");
    // Branch a, merged and built.
    project.write("catalogue/index.lock", &base);
    project.write("content/2018/甲.md", entry("甲", ""));
    said(&project, 0, &["build"]);
    let ours = project.read("catalogue/index.lock");
    // Merged by union.
    project.write("catalogue/index.lock", format!("{ours}{theirs}"));
    project.write("content/2018/乙.md", entry("乙", ""));
    said(&project, 2, &["build"]);
    said(&project, 0, &["lock"]);
    said(&project, 0, &["build"]);
    let lock = project.read("catalogue/index.lock");
    let number = |path: &str| {
        let line = lock.lines().find(|it| it.contains(&format!("\t{path}\t"))).expect("a line");
        line.split('\t').next().expect("a number").to_owned()
    };
    assert!(number("2018/甲").ends_with("00002") && number("2018/乙").ends_with("00003"), "{lock}");
}
