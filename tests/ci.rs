//! What CI asks of the program: which findings fail a run, and reports for every reader in one.

use std::fs;

use gongkai::internals::print::Format;
use serde_json::Value;

use super::support::{
    binary::{Done, check, run},
    files::tree,
    project::Project,
};

/// A notice without a summary of its own (0302), one made in January and published in June (0401).
fn project() -> Project {
    let project = Project::base();
    let entry = project.read("content/2018/通知.md");
    let bare = entry.lines().filter(|it| !it.starts_with("summary")).collect::<Vec<_>>().join("\n");
    project.write("content/2018/无概述.md", bare.replace("夏季", "秋季").replace("〔2018〕1号", "〔2018〕2号"));
    run(project.root(), ["lock"]).code(0);
    project
}

fn level(done: &Done, rule: &str) -> Vec<String> {
    done.findings().into_iter().filter(|it| it.name == rule).map(|it| it.level).collect()
}

fn json(project: &Project, args: &[&str]) -> Done {
    run(project.root(), ["check", "--format", "json"].iter().chain(args))
}

#[test]
fn what_a_run_denies_is_an_error() {
    let project = project();
    let plain = json(&project, &[]).code(0);
    assert_eq!(level(&plain, "missing-summary"), ["warn"], "{}", plain.out);
    for typed in
        ["warn", "警告", "warning", "WARN", "note", "GK0302", "gk0302", "0302", "missing-summary", "缺内容概述"]
    {
        let Some(denied) = Some(json(&project, &["--deny", typed])).filter(|it| it.code != Some(2)) else {
            panic!("{typed} is not known");
        };
        let denied = denied.code(1);
        assert_eq!(level(&denied, "missing-summary"), ["error"], "{typed}");
        let prints = |done: &Done| {
            let document: Value = serde_json::from_str(&done.out).expect("JSON");
            let all = document["findings"].as_array().expect("a list").iter().map(|it| it["fingerprint"].to_string());
            let mut all: Vec<String> = all.collect();
            all.sort();
            all
        };
        assert_eq!(prints(&plain), prints(&denied), "who is denied keeps its name");
    }
    for args in
        [&["--deny", "error"][..], &["--deny", "late-publication"], &["--deny", "late-publication", "--deny", "error"]]
    {
        assert_eq!(level(&json(&project, args).code(0), "missing-summary"), ["warn"], "{args:?}");
    }
    json(&project, &["--deny", "late-publication", "--deny", "missing-summary"]).code(1);
    for typed in ["off", "关闭", "GK9999", "missing-sumary", ""] {
        let done = run(project.root(), ["check", "--deny", typed]).code(2);
        assert!(done.err.contains("--deny"), "{}", done.err);
    }
    assert!(run(project.root(), ["check", "--deny", "missing-sumary"]).err.contains("missing-summary"));
}

#[test]
fn a_run_is_not_taken_for_another_with_other_denials() {
    let project = project();
    std::thread::sleep(std::time::Duration::from_millis(50));
    for _ in 0..2 {
        run(project.root(), ["check"]).code(0);
        run(project.root(), ["check", "--deny", "warn"]).code(1);
    }
}

#[test]
fn what_is_explained_is_left_alone() {
    let project = project();
    let args = ["allow", "missing-summary", "2018/无概述", "--reason", "短文", "--owner", "办公室"];
    run(project.root(), args).code(0);
    for typed in ["warn", "note", "missing-summary"] {
        let done = json(&project, &["--deny", typed]).code(0);
        assert_eq!(level(&done, "missing-summary"), ["warn"], "{typed}");
    }
}

#[test]
fn a_build_that_denies_is_refused_where_any_error_refuses() {
    let project = project();
    let done = run(project.root(), ["build", "--deny", "warn"]).code(0);
    assert!(done.out.contains("错误[GK0302"), "{}", done.out);
    run(project.root(), ["build", "--deny", "warn", "--strict"]).code(1);
    run(project.root(), ["build", "--strict"]).code(0);
    // What would be wrong to publish is no verdict: raised to an error, it stops.
    project.replace("content/2018/无概述.md", "各科室：", "各科室：联系电话 13800138000。");
    assert_eq!(level(&json(&project, &[]), "mobile-number"), ["warn"]);
    run(project.root(), ["build"]).code(0);
    run(project.root(), ["build", "--deny", "mobile-number"]).code(1);
}

/// An event item that is empty owes nothing: no setting makes a fault of it, only who wants no notes at all does.
#[test]
fn settings_raise_every_form_of_a_verdict_but_none_that_is_no_fault() {
    let project = Project::base();
    let items = project.read("catalogue/items.toml");
    let second = items.split("[[item]]").nth(1).expect("an item");
    let item =
        |id: &str, more: &str| format!("[[item]]{}{more}\n", second.replace("\"notices\"", &format!("\"{id}\"")));
    project.write("catalogue/more.toml", item("plans", "") + &item("events", "occurs = \"event\""));
    let told = || {
        let mut all: Vec<_> = check(project.root()).into_iter().filter(|it| it.name == "empty-item").collect();
        all.sort_by(|a, b| a.message.cmp(&b.message));
        all.into_iter().map(|it| it.level).collect::<Vec<_>>()
    };
    assert_eq!(told(), ["warn", "note"]);
    assert_eq!(level(&json(&project, &["--deny", "empty-item"]).code(1), "empty-item"), ["error", "note"]);
    assert_eq!(level(&json(&project, &["--deny", "note"]).code(1), "empty-item"), ["error", "error"]);
    project.write("catalogue/levels.toml", "[levels]\nempty-item = \"error\"\n");
    assert_eq!(told(), ["error", "note"]);
    // No text in force in 2005 asks for it: advice, unless the body makes an error of it.
    project.write("catalogue/levels.toml", "# 没有\n");
    let early = || level(&json(&project, &["--as-of", "2005-12-31"]), "empty-item");
    assert!(early().iter().all(|it| it == "note"), "{:?}", early());
    project.write("catalogue/levels.toml", "[levels]\nempty-item = \"error\"\n");
    assert!(early().contains(&"error".to_owned()), "{:?}", early());
}

#[test]
fn every_report_is_what_its_format_prints() {
    let project = project();
    let reports = Project::empty();
    let name = |format: Format| reports.at(format.name()).to_string_lossy().into_owned();
    let wanted: Vec<String> =
        Format::ALL.iter().flat_map(|&it| ["--report-to".to_owned(), format!("{}={}", it.name(), name(it))]).collect();
    for command in ["check", "build"] {
        // Cold, warm, and warm once more with the files gone.
        for turn in 0..3 {
            std::thread::sleep(std::time::Duration::from_millis(30));
            run(project.root(), [command, "--lang", "en"].map(str::to_owned).iter().chain(&wanted)).code(0);
            for format in Format::ALL {
                let printed = run(project.root(), [command, "--lang", "en", "--format", format.name()]).code(0).out;
                assert_eq!(fs::read_to_string(name(format)).expect("written"), printed, "{command} {turn}");
                fs::remove_file(name(format)).expect("there");
            }
        }
    }
    assert_eq!(tree(reports.root()).len(), 0, "nothing else is left there");
}

#[test]
fn reports_say_what_is_denied_and_only_stops_where_these_are_asked_for() {
    let project = project();
    let report = |args: &[&str]| {
        run(project.root(), ["check", "--report-to", "json=r.json"].iter().chain(args));
        project.read("r.json")
    };
    assert!(report(&["--deny", "warn"]).contains("\"level\": \"error\""));
    assert!(!report(&[]).contains("\"level\": \"error\""));
    assert!(!report(&["--stop-only"]).contains("GK0302"));
}

#[test]
fn a_report_that_cannot_be_written_is_3_before_anything_is_done() {
    let project = project();
    for path in ["none/r.json", "catalogue", "/dev/null", "catalogue/site.toml/r.json"] {
        let done = run(project.root(), ["build", "--report-to", &format!("json={path}")]);
        assert!(matches!(done.code, Some(2 | 3)), "{path}: {:?}", done.code);
        assert!(done.err.starts_with("错误："), "{}", done.err);
        assert!(!project.at("public").exists() && done.out.is_empty(), "{path}");
    }
    for path in ["catalogue/site.toml", "content/2018/通知.md", "catalogue/index.lock", "public/t.json"] {
        let before = tree(project.root());
        let done =
            run(project.root(), ["check", "--timings", path]).code(if path.starts_with("public") { 3 } else { 2 });
        assert!(done.err.contains("--timings"), "{path}: {}", done.err);
        assert_eq!(tree(project.root()), before, "{path}");
    }
    run(project.root(), ["check", "--report-to", "json=none/r.json"]).code(3);
    run(project.root(), ["check", "--report-to", "json=/dev/null"]).code(3);
    let before = tree(project.root());
    for typed in
        ["json", "json=", "json=-", "pdf=r.pdf", "=r.json", "", "json=catalogue/site.toml", "sarif=content/r.md"]
    {
        let done = run(project.root(), ["check", "--report-to", typed]).code(2);
        assert!(done.err.contains("--report-to"), "{typed}: {}", done.err);
    }
    for other in ["sarif=a", "sarif=./a"] {
        run(project.root(), ["check", "--report-to", "json=a", "--report-to", other]).code(2);
    }
    let done = run(project.root(), ["check", "--report-to", "json=/proc/r.json"]).code(3);
    assert!(done.err.contains("/proc/r.json"), "{}", done.err);
    run(project.root(), ["check", "--as-of", "2018-02-30", "--report-to", "json=catalogue/site.toml"]).code(2);
    run(project.root(), ["check", "-C", "nowhere", "--report-to", "json=catalogue/site.toml"]).code(2);
    assert_eq!(tree(&project.at("catalogue")), {
        let prefix = "catalogue/";
        before.iter().filter_map(|(path, it)| Some((path.strip_prefix(prefix)?.to_owned(), it.clone()))).collect()
    });
}

/// Who uploads the file after a run that failed must not send that of an earlier run.
#[test]
fn a_run_that_fails_says_so_in_its_reports() {
    let project = project();
    run(project.root(), ["check", "--report-to", "json=r.json"]).code(0);
    assert!(project.read("r.json").contains("\"counts\""));
    run(project.root(), ["check", "--as-of", "2018-02-30", "--report-to", "json=r.json"]).code(2);
    let told: Value = serde_json::from_str(&project.read("r.json")).expect("JSON");
    assert_eq!(told["error"]["exit"], 2, "{told}");
    project.write("catalogue/index.lock", "damaged");
    run(project.root(), ["check", "--report-to", "junit=r.xml"]).code(2);
    assert!(project.read("r.xml").contains("<error"), "{}", project.read("r.xml"));
}

#[test]
fn nothing_is_written_through_a_link_or_into_version_control() {
    let project = project();
    project.write("there/r.json", "mine");
    project.write(".git/config", "[core]\n");
    std::os::unix::fs::symlink("there/r.json", project.at("r.json")).expect("a link");
    std::os::unix::fs::symlink("nowhere", project.at("n.json")).expect("a link");
    std::os::unix::fs::symlink(".git", project.at("g")).expect("a link");
    let before = tree(project.root());
    for path in ["r.json", "n.json", ".git/r.json", "g/config", ".gongkai/r.json"] {
        let report = format!("json={path}");
        for args in [["check", "--report-to", &report], ["check", "--timings", path]] {
            let done = run(project.root(), args);
            assert!(matches!(done.code, Some(2 | 3)), "{args:?}: {:?}", done.code);
            assert!(done.err.starts_with("错误：") && done.err.contains(args[1]), "{args:?}: {}", done.err);
        }
    }
    assert_eq!(tree(project.root()), before);
}

#[test]
fn a_target_is_a_share_and_of_what_there_is() {
    let project = Project::base();
    let told = |target: &str| {
        project.write("catalogue/target.toml", format!("[[target]]\n{target}\n"));
        let all = check(project.root()).into_iter().filter(|it| it.path == "catalogue/target.toml");
        all.map(|it| (it.code, it.message)).collect::<Vec<_>>()
    };
    let codes = |target: &str| told(target).into_iter().map(|it| it.0).collect::<Vec<_>>();
    for right in ["0.95", "1", "1.0", "0.005"] {
        for measure in ["filled", "事项公开率", "on-time", "按时公开率"] {
            assert!(codes(&format!("measure = \"{measure}\"\nat_least = {right}")).is_empty(), "{measure} {right}");
        }
    }
    for wrong in ["95", "0", "-0.5", "101", "\"95%\"", "nan", "inf"] {
        let said = codes(&format!("measure = \"filled\"\nat_least = {wrong}"));
        assert!(matches!(said.as_slice(), [code] if code == "GK0007" || code == "GK0005"), "{wrong}: {said:?}");
    }
    project.write("catalogue/target.toml", "[[target]]\nmeasure = \"filled\"\nat_least = 95\n");
    let out = run(project.root(), ["check"]).out;
    assert!(out.contains("at_least = 0.95"), "{out}");
    // What a target is for and nobody knows is told; all is not judged in its stead.
    let empty = project.read("catalogue/items.toml").split("[[item]]").nth(1).expect("an item").to_owned();
    project.write("catalogue/more.toml", format!("[[item]]{}", empty.replace("\"notices\"", "\"plans\"")));
    assert_eq!(codes("measure = \"filled\"\nat_least = 1"), ["GK0212"]);
    for (wrong, code) in [
        ("organisation = \"nobody\"", "GK0009"),
        ("disclosure = \"好公开\"", "GK0007"),
        ("period = \"去年\"", "GK0005"),
    ] {
        assert_eq!(codes(&format!("measure = \"filled\"\n{wrong}\nat_least = 1")), [code], "{wrong}");
    }
    project.remove("catalogue/more.toml");
    assert_eq!(codes("measure = \"好\"\nat_least = 0.5"), ["GK0007"]);
    assert_eq!(codes("measure = \"filled\""), ["GK0006"]);
    // An entry half a year late: nothing is in time.
    project.replace("content/2018/通知.md", "made = 2018-06-20", "made = 2018-01-10");
    let late = "measure = \"on-time\"\ndisclosure = \"结果公开\"\norganisation = \"bureau\"\nperiod = \"2018Q2\"\nat_least = 0.9";
    assert_eq!(
        told(late),
        [(
            "GK0212".to_owned(),
            "“示例局”2018年第二季度“结果公开”的按时公开率 0.0%（1 条中 0 条按时），目标是 90%".to_owned()
        )]
    );
    assert!(told(&late.replace("2018Q2", "2018Q3")).is_empty(), "nothing was published then");
    // Explained by whose it is, or by its file.
    run(project.root(), ["allow", "目标未达到", "bureau", "--reason", "补发", "--owner", "办公室"]).code(0);
    run(project.root(), ["check"]).code(1);
    told(late);
    let explained = run(project.root(), ["check"]).out;
    assert!(explained.contains("错误[GK0212 目标未达到]（已说明）"), "{explained}");
}
