//! Killed, doubled, tampered with: the site that stands is an old one or a new one, whole, and the next run mends the rest.

use std::{
    collections::BTreeMap,
    fs,
    process::{Command, Stdio},
    thread::sleep,
    time::Duration,
};

use super::support::{
    binary::run,
    committed::repository,
    files::{assert_same, ending, tree},
    project::Project,
};

fn spawn(project: &Project, args: &[&str]) -> std::process::Child {
    Command::new(assert_cmd::cargo::cargo_bin("gongkai"))
        .current_dir(project.root())
        .args(args)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts")
}

fn sample() -> Project {
    Project::copy_of(repository())
}

const BUILD: [&str; 4] = ["build", "-q", "--as-of", "2018-12-31"];

#[test]
fn a_build_that_is_killed_leaves_a_whole_site_and_the_next_one_finishes() {
    let whole = {
        let project = sample();
        run(project.root(), BUILD).code(0);
        tree(&project.at("public"))
    };
    for delay in [20, 120, 220, 320, 420, 600] {
        let project = sample();
        // An older site stands already, and every page of it is to change.
        let settings = project.read("catalogue/site.toml");
        project.write("catalogue/site.toml", settings.replacen("title = \"", "title = \"旧站：", 1));
        run(project.root(), BUILD).code(0);
        project.write("catalogue/site.toml", &settings);
        let mut child = spawn(&project, &BUILD);
        sleep(Duration::from_millis(delay));
        child.kill().expect("a child to kill");
        child.wait().expect("a child");
        for page in ending(&project.at("public"), "html") {
            let text = fs::read_to_string(&page).expect("readable");
            assert!(text.trim_end().ends_with("</html>"), "killed after {delay} ms: {} is cut short", page.display());
        }
        assert!(project.at("public/index.html").is_file(), "killed after {delay} ms: a site without a home page");
        run(project.root(), BUILD).code(0);
        assert_same(&site(&whole), &site(&tree(&project.at("public"))));
        let left: Vec<_> = fs::read_dir(project.root()).expect("a folder").flatten().map(|it| it.file_name()).collect();
        // The catalogue, the entries, the site and the cache.
        assert_eq!(left.len(), 4, "something is left behind: {left:?}");
    }
}

/// What a web server shows of a site.
fn site(tree: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    tree.iter()
        .filter(|(path, _)| !path.starts_with(".gongkai/"))
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect()
}

#[test]
fn two_builds_at_once_do_not_spoil_the_site() {
    let project = sample();
    let mut children = [spawn(&project, &BUILD), spawn(&project, &BUILD)];
    for child in &mut children {
        let status = child.wait().expect("a child");
        let mut said = String::new();
        std::io::Read::read_to_string(&mut child.stderr.take().expect("a pipe"), &mut said).expect("UTF-8");
        assert!(matches!(status.code(), Some(0 | 3)), "{status:?} {said}");
        assert!(!said.contains("panicked"), "{said}");
    }
    let clean = sample();
    run(clean.root(), BUILD).code(0);
    run(project.root(), BUILD).code(0);
    assert_same(&site(&tree(&clean.at("public"))), &site(&tree(&project.at("public"))));
}

#[test]
fn a_second_build_changes_nothing_and_a_changed_page_is_mended() {
    let project = sample();
    run(project.root(), BUILD).code(0);
    let first = tree(&project.at("public"));
    let age = |path: &str| fs::metadata(project.at(path)).expect("a file").modified().expect("a time");
    let before = age("public/index.html");
    run(project.root(), BUILD).code(0);
    assert_same(&first, &tree(&project.at("public")));
    assert_eq!(before, age("public/index.html"), "a page that did not change was written again");
    project.write("public/index.html", "篡改");
    project.remove("public/feed.xml");
    run(project.root(), BUILD).code(0);
    assert_same(&first, &tree(&project.at("public")));
}

#[test]
fn a_manifest_that_lies_deletes_nothing_outside() {
    let project = Project::base();
    run(project.root(), ["build"]).code(0);
    let outside = Project::empty();
    outside.write("别动.txt", "不能丢");
    project.write("旁边.txt", "不能丢");
    let own: Vec<String> = tree(&project.at("public/.gongkai")).into_keys().collect();
    assert!(!own.is_empty(), "the site is marked as ours");
    for name in &own {
        let path = format!("public/.gongkai/{name}");
        let text = project.read(&path);
        let Some(line) = text.lines().find(|line| line.contains("index.html")) else { continue };
        let foreign = outside.at("别动.txt");
        let targets = ["../旁边.txt", "../catalogue/site.toml", foreign.to_str().expect("UTF-8"), "a/../../旁边.txt"];
        let more = targets.map(|target| line.replace("index.html", target)).join("\n");
        project.write(&path, format!("{text}{more}\n"));
    }
    let done = run(project.root(), ["build"]);
    assert!(matches!(done.code, Some(0..=3)), "{}", done.err);
    assert_eq!(outside.read("别动.txt"), "不能丢");
    assert_eq!(project.read("旁边.txt"), "不能丢");
    assert!(project.at("catalogue/site.toml").is_file());
    // Broken or cut short, it is not trusted either.
    for text in ["", "x", "\u{0}\u{0}"] {
        for name in &own {
            project.write(&format!("public/.gongkai/{name}"), text);
        }
        let done = run(project.root(), ["build"]);
        assert!(matches!(done.code, Some(0 | 2)), "{:?} {}", done.code, done.err);
        assert_eq!(project.read("旁边.txt"), "不能丢");
    }
}

#[cfg(unix)]
#[test]
fn little_to_live_on_is_enough_or_said() {
    let project = sample();
    let program = assert_cmd::cargo::cargo_bin("gongkai");
    for limit in ["ulimit -n 40", "ulimit -s 512", "export RAYON_NUM_THREADS=1", "export RAYON_NUM_THREADS=64"] {
        let mut command = assert_cmd::Command::new("sh");
        command
            .args(["-c", &format!("{limit}; exec \"$0\" build -q --as-of 2018-12-31")])
            .arg(&program)
            .current_dir(project.root());
        let out = command.timeout(Duration::from_secs(120)).output().expect("a run");
        let said = String::from_utf8_lossy(&out.stderr);
        assert!(matches!(out.status.code(), Some(0 | 3)), "{limit}: {:?} {said}", out.status);
        assert!(!said.contains("panicked"), "{limit}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_gone_is_said_to_be_gone() {
    let folder = Project::empty();
    let program = assert_cmd::cargo::cargo_bin("gongkai");
    let gone = folder.at("gone");
    fs::create_dir(&gone).expect("a folder");
    let script = "rmdir \"$PWD\"; exec \"$0\" check";
    let out =
        assert_cmd::Command::new("sh").args(["-c", script]).arg(program).current_dir(&gone).output().expect("a run");
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(matches!(out.status.code(), Some(2 | 3)) && !said.contains("panicked"), "{:?} {said}", out.status);
}
