//! The files for CI that `docs/en/ci.md` offers: each is read, and its commands are run on projects that are sound and on such that are not.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    process::{Command, Output},
};

use yaml_rust2::{Yaml, YamlLoader};

use super::support::{binary::run, committed::at, project::Project};

/// The files of the document, by path.
fn files() -> BTreeMap<String, String> {
    let text = fs::read_to_string(at("docs/en/ci.md")).expect("readable");
    let mut files = BTreeMap::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some((_, path)) = line.strip_prefix("```").and_then(|it| it.split_once(' ')) else { continue };
        let inside: Vec<&str> = lines.by_ref().take_while(|it| *it != "```").collect();
        files.insert(path.to_owned(), inside.join("\n") + "\n");
    }
    assert_eq!(files.len(), 5, "{:?}", files.keys());
    files
}

fn yaml(path: &str) -> Yaml {
    let mut all = YamlLoader::load_from_str(&files()[path]).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn texts(list: &Yaml) -> Vec<String> {
    let list = list.as_vec().unwrap_or_else(|| panic!("{list:?} is no list"));
    list.iter().map(|it| it.as_str().unwrap_or_else(|| panic!("{it:?} is no text")).to_owned()).collect()
}

/// What a host does: scripts, one shell each, and the files that it reads afterwards, whatever came of them.
struct Host {
    name: &'static str,
    scripts: Vec<String>,
    reports: Vec<String>,
    site: &'static str,
}

fn github() -> Host {
    let file = yaml(".github/workflows/gongkai.yml");
    let steps = file["jobs"]["gongkai"]["steps"].as_vec().expect("steps");
    let scripts = steps.iter().filter_map(|it| it["run"].as_str()).map(|it| format!("set -eo pipefail\n{it}"));
    let upload = |name: &str| {
        let step = steps.iter().find(|it| it["uses"].as_str().is_some_and(|it| it.starts_with(name)));
        let step = step.unwrap_or_else(|| panic!("no {name}"));
        assert_eq!(step["if"].as_str(), Some("always()"), "reports are wanted most where a step failed");
        step["with"].clone()
    };
    let sarif = upload("github/codeql-action/upload-sarif")["sarif_file"].as_str().expect("a file").to_owned();
    let paths = upload("actions/upload-artifact")["path"].as_str().expect("paths").to_owned();
    let paths: Vec<&str> = paths.lines().collect();
    assert_eq!(paths, ["gongkai.xml", "public"]);
    assert_eq!(file["permissions"]["security-events"].as_str(), Some("write"), "for the upload of SARIF");
    Host { name: "github", scripts: scripts.collect(), reports: vec![sarif, "gongkai.xml".to_owned()], site: "public" }
}

fn gitlab() -> Host {
    let file = yaml(".gitlab-ci.yml");
    let before = texts(&file["default"]["before_script"]);
    let stages = texts(&file["stages"]);
    let script = |job: &str| {
        assert!(stages.contains(&file[job]["stage"].as_str().expect("a stage").to_owned()));
        let lines = [before.clone(), texts(&file[job]["script"])].concat();
        format!("set -eo pipefail\n{}", lines.join("\n"))
    };
    let artifacts = &file["check"]["artifacts"];
    assert_eq!(artifacts["when"].as_str(), Some("always"));
    let reports = ["codequality", "junit"].map(|it| artifacts["reports"][it].as_str().expect("a file").to_owned());
    assert_eq!(texts(&file["site"]["artifacts"]["paths"]), ["public"]);
    Host { name: "gitlab", scripts: vec![script("check"), script("site")], reports: reports.to_vec(), site: "public" }
}

fn gitee() -> Host {
    let file = yaml(".workflow/gongkai.yml");
    assert_eq!(file["version"].as_str(), Some("1.0"), "a text, not a number");
    let step = &file["stages"][0]["steps"][0];
    let paths = texts(&step["artifacts"][0]["path"]);
    let (site, reports): (Vec<String>, Vec<String>) = paths.into_iter().partition(|it| it == "./public");
    assert_eq!(site.len(), 1);
    Host { name: "gitee", scripts: vec![texts(&step["commands"]).join("\n")], reports, site: "public" }
}

/// A shell in `folder` that finds the program on its path, or not.
fn shell(folder: &Path, home: &Path, program: bool) -> Command {
    let bin = home.join("path");
    fs::create_dir_all(&bin).expect("a folder");
    if program && !bin.join("gongkai").exists() {
        std::os::unix::fs::symlink(assert_cmd::cargo::cargo_bin("gongkai"), bin.join("gongkai")).expect("a link");
    }
    let mut command = Command::new("bash");
    let path = std::env::var("PATH").unwrap_or_default();
    command
        .current_dir(folder)
        .env("PATH", format!("{}:{path}", bin.display()))
        .env("HOME", home)
        .env("GITHUB_PATH", home.join("github-path"))
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .envs([("GIT_AUTHOR_NAME", "t"), ("GIT_AUTHOR_EMAIL", "t@x"), ("GIT_COMMITTER_NAME", "t")])
        .env("GIT_COMMITTER_EMAIL", "t@x")
        .env_remove("GIT_DIR")
        .env_remove("GIT_INDEX_FILE")
        .env_remove("GONGKAI_AS_OF");
    command
}

fn said(output: &Output) -> String {
    format!("{}\n{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A project, and the day it is judged on: today where it names none.
fn projects() -> [(Project, Option<&'static str>); 2] {
    let fresh = Project::empty();
    run(fresh.root(), ["init", "--name", "某区某局", "--id", "mouju"]).code(0);
    run(fresh.root(), ["lock"]).code(0);
    [(Project::copy_of(&at(".")), Some("2018-12-31")), (fresh, None)]
}

/// An entry that nobody reviewed, and its number.
fn spoil(project: &Project) {
    let entry = "+++\ntitle = \"关于值守的通知\"\nitem = \"nothing/there\"\nkind = \"document\"\nmade = 2018-05-03\npublished = 2018-05-04\n+++\n请落实。\n";
    project.write("content/未审查.md", entry);
    run(project.root(), ["lock"]);
}

#[test]
fn every_host_checks_gates_and_builds_the_sample_and_a_fresh_project() {
    for host in [github(), gitlab(), gitee()] {
        assert!(!host.scripts.is_empty());
        for (project, day) in projects() {
            let home = Project::empty();
            let name = host.name;
            let go = || -> Vec<Output> {
                let mut outputs = Vec::new();
                for script in &host.scripts {
                    let mut command = shell(project.root(), home.root(), true);
                    command.args(["-c", script]).envs(day.map(|it| ("GONGKAI_AS_OF", it)));
                    outputs.push(command.output().expect("a shell"));
                    // The next step runs only after one that did well.
                    if !outputs.last().is_some_and(|it| it.status.success()) {
                        break;
                    }
                }
                outputs
            };
            let outputs = go();
            assert_eq!(outputs.len(), host.scripts.len(), "{name}: {}", said(outputs.last().expect("one")));
            assert!(outputs.iter().all(|it| it.status.success()), "{name}: {}", said(outputs.last().expect("one")));
            for report in &host.reports {
                let text = project.read(report);
                assert!(!text.is_empty(), "{name}: {report}");
                if !report.contains(".xml") {
                    serde_json::from_str::<serde_json::Value>(&text).expect("JSON");
                }
            }
            assert!(project.at(host.site).join("index.html").is_file(), "{name}");
            // What must not be published shuts the gate, is in the reports, and leaves the site alone.
            fs::remove_dir_all(project.at("public")).expect("the site");
            spoil(&project);
            let outputs = go();
            let last = outputs.last().expect("one");
            assert!(!last.status.success(), "{name}: {}", said(last));
            assert!(said(last).contains("GK0009"), "{name}: {}", said(last));
            for report in &host.reports {
                assert!(
                    project.read(report).contains("GK0009") || project.read(report).contains("引用落空"),
                    "{report}"
                );
            }
            assert!(!project.at("public").exists(), "{name}");
        }
    }
}

#[test]
fn verdicts_do_not_shut_the_gate_and_a_failing_run_does() {
    let project = Project::base();
    project.replace("content/2018/通知.md", "made = 2018-06-20", "made = 2018-01-10");
    run(project.root(), ["lock"]).code(0);
    run(project.root(), ["check"]).code(1);
    for host in [github(), gitlab(), gitee()] {
        let home = Project::empty();
        let go = |script: &String| {
            let mut command = shell(project.root(), home.root(), true);
            command.args(["-c", script]).env("GONGKAI_AS_OF", "2018-12-31").output().expect("a shell")
        };
        for output in host.scripts.iter().map(go) {
            assert!(output.status.success(), "{}: {}", host.name, said(&output));
        }
        let lock = project.read("catalogue/index.lock");
        project.write("catalogue/index.lock", "damaged");
        let failed = host.scripts.iter().map(go).find(|it| !it.status.success());
        assert!(failed.is_some_and(|it| said(&it).contains("编号簿")), "{}", host.name);
        project.write("catalogue/index.lock", lock);
    }
}

/// The program is fetched where it is not on the path, and refused where it is another.
#[test]
fn the_program_is_fetched_and_checked() {
    let tools = Command::new("bash").args(["-c", "command -v curl sha256sum"]).output().expect("a shell");
    if !tools.status.success() {
        println!("skipped: no curl or no sha256sum");
        return;
    }
    let binary = assert_cmd::cargo::cargo_bin("gongkai");
    let sum = Command::new("sha256sum").arg(&binary).output().expect("it is there");
    let sum = String::from_utf8_lossy(&sum.stdout).split(' ').next().unwrap_or_default().to_owned();
    let url = format!("file://{}", binary.display());
    // GitLab's image runs as root and writes beside the system's programs: that one is not tried here.
    for host in [github(), gitee()] {
        for (sum, works) in [(sum.as_str(), true), ("0".repeat(64).as_str(), false)] {
            let (project, home) = (Project::base(), Project::empty());
            run(project.root(), ["lock"]).code(0);
            let mut path = String::new();
            let mut done = true;
            for script in &host.scripts {
                let mut command = shell(project.root(), home.root(), false);
                let system = std::env::var("PATH").unwrap_or_default();
                command.env("PATH", format!("{path}{system}"));
                command.env("GONGKAI_URL", &url).env("GONGKAI_SHA256", sum).env("GONGKAI_AS_OF", "2018-12-31");
                let output = command.args(["-c", script]).output().expect("a shell");
                done &= output.status.success();
                if !done {
                    assert!(!works, "{}: {}", host.name, said(&output));
                    break;
                }
                let added = fs::read_to_string(home.at("github-path")).unwrap_or_default();
                path = added.replace('\n', ":");
            }
            assert_eq!(done, works, "{}", host.name);
            assert_eq!(project.at("public/index.html").is_file(), works, "{}", host.name);
        }
    }
}

fn git(project: &Project, home: &Project, args: &[&str]) -> Output {
    let mut command = shell(project.root(), home.root(), true);
    let quoted: Vec<String> = args.iter().map(|it| format!("'{it}'")).collect();
    command.args(["-c", &format!("git {}", quoted.join(" "))]).env("GONGKAI_AS_OF", "2018-12-31");
    command.output().expect("git")
}

#[test]
fn the_hook_looks_at_what_is_committed() {
    let (project, home) = (Project::base(), Project::empty());
    run(project.root(), ["lock"]).code(0);
    let ok = |args: &[&str]| {
        let output = git(&project, &home, args);
        assert!(output.status.success(), "{args:?}: {}", said(&output));
    };
    let refused = |args: &[&str]| {
        let output = git(&project, &home, args);
        assert!(!output.status.success(), "{args:?}: {}", said(&output));
        said(&output)
    };
    ok(&["init", "-q"]);
    project.write(".git/hooks/pre-commit", &files()[".git/hooks/pre-commit"]);
    fs::set_permissions(project.at(".git/hooks/pre-commit"), std::os::unix::fs::PermissionsExt::from_mode(0o755))
        .expect("ours");
    ok(&["add", "-A"]);
    ok(&["commit", "-qm", "first"]);
    // An entry without a review is refused, and so it is where only the working tree was mended.
    let good = project.read("content/2018/通知.md");
    let bare = good.replace("[review]\nsecrecy = { by = \"保密员\", on = 2018-06-21 }\n", "");
    project.write("content/2018/通知.md", &bare);
    ok(&["add", "-A"]);
    let told = refused(&["commit", "-qm", "bare"]);
    assert!(told.contains("GK0701") && told.contains("没有提交"), "{told}");
    project.write("content/2018/通知.md", &good);
    refused(&["commit", "-qm", "bare"]);
    // What lies in the working tree alone is not committed, and not judged.
    project.write("content/2018/通知.md", good.replace("汛期已到", "汛期已经到了"));
    ok(&["add", "-A"]);
    project.write("content/2018/通知.md", &bare);
    ok(&["commit", "-qm", "good"]);
    project.write("content/2018/通知.md", &good);
    // A new entry wants its number.
    project.write("content/2018/又一个.md", good.replace("夏季", "秋季").replace("〔2018〕1号", "〔2018〕2号"));
    ok(&["add", "-A"]);
    let told = refused(&["commit", "-qm", "new"]);
    assert!(told.contains("GK0017") && told.contains("gongkai lock"), "{told}");
    run(project.root(), ["lock"]).code(0);
    ok(&["add", "-A"]);
    ok(&["commit", "-qm", "new"]);
    // A late one may be committed; what has nothing to do with the project is not looked at.
    project.write("content/2018/又一个.md", good.replace("made = 2018-06-20", "made = 2018-01-10"));
    project.write("notes.txt", "x");
    ok(&["add", "-A"]);
    ok(&["commit", "-qm", "late"]);
    project.write("notes.txt", "y");
    ok(&["add", "-A"]);
    ok(&["commit", "-qm", "notes"]);
    let left = fs::read_dir(home.root()).expect("ours").count();
    assert!(left <= 2, "the hook leaves nothing behind");
}

/// What lies beside the project is not looked at.
#[test]
fn the_hook_looks_at_a_project_in_a_subfolder() {
    let (project, home) = (Project::empty(), Project::empty());
    for (path, bytes) in super::support::files::tree(Project::base().root()) {
        project.write(&format!("网站/site/{path}"), bytes);
    }
    run(project.root(), ["-C", "网站/site", "lock"]).code(0);
    git(&project, &home, &["init", "-q"]);
    let hook = files()[".git/hooks/pre-commit"].replace("project=.", "project=网站/site");
    project.write(".git/hooks/pre-commit", hook);
    fs::set_permissions(project.at(".git/hooks/pre-commit"), std::os::unix::fs::PermissionsExt::from_mode(0o755))
        .expect("ours");
    let commit = || {
        git(&project, &home, &["add", "-A"]);
        git(&project, &home, &["commit", "-qm", "x"])
    };
    assert!(commit().status.success());
    let path = "网站/site/content/2018/通知.md";
    let good = project.read(path);
    project.write(path, good.replace("[review]\nsecrecy = { by = \"保密员\", on = 2018-06-21 }\n", ""));
    let output = commit();
    assert!(!output.status.success() && said(&output).contains("content/2018/通知.md"), "{}", said(&output));
    project.write(path, good);
    project.write("README.md", "x");
    assert!(commit().status.success());
}

#[test]
fn the_hook_takes_the_sample_and_a_fresh_project() {
    for (project, _) in projects() {
        let home = Project::empty();
        git(&project, &home, &["init", "-q"]);
        project.write(".git/hooks/pre-commit", &files()[".git/hooks/pre-commit"]);
        fs::set_permissions(project.at(".git/hooks/pre-commit"), std::os::unix::fs::PermissionsExt::from_mode(0o755))
            .expect("ours");
        git(&project, &home, &["add", "-A"]);
        let fresh = project.read("catalogue/site.toml").contains("mouju");
        // A fresh project was made today.
        let commit = "git commit -qm first";
        let mut command = shell(project.root(), home.root(), true);
        command.args(["-c", commit]).envs((!fresh).then_some(("GONGKAI_AS_OF", "2018-12-31")));
        let output = command.output().expect("git");
        assert!(output.status.success(), "{}", said(&output));
    }
}

#[test]
fn the_hook_of_pre_commit_is_a_command_that_works() {
    let file = yaml(".pre-commit-config.yaml");
    let hook = &file["repos"][0]["hooks"][0];
    assert_eq!((hook["language"].as_str(), hook["pass_filenames"].as_bool()), (Some("system"), Some(false)));
    let pattern = hook["files"].as_str().expect("a pattern");
    assert_eq!(pattern, "^(catalogue|content|themes)/");
    let project = Project::base();
    let home = Project::empty();
    let go = || {
        let mut command = shell(project.root(), home.root(), true);
        command.args(["-c", hook["entry"].as_str().expect("a command")]).output().expect("a shell")
    };
    assert!(go().status.success(), "{}", said(&go()));
    spoil(&project);
    assert!(!go().status.success());
}
