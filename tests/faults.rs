//! The world misbehaves: links, pipes, devices, names that are none, folders that are not ours, readers that go away.

#![cfg(unix)]

use std::{
    ffi::OsStr,
    fs,
    io::Read as _,
    os::unix::{ffi::OsStrExt as _, fs::PermissionsExt as _, fs::symlink, net::UnixListener},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use rustix::fs::{CWD, FileType, Mode, makedev, mknodat};

use super::support::{
    binary::{Done, check, gongkai, run},
    files::{lasting, tree},
    project::Project,
};

fn pipe(path: &Path) {
    mknodat(CWD, path, FileType::Fifo, Mode::from_raw_mode(0o644), 0).expect("a pipe");
}

/// The base project refuses what `make` put there: told once, by name, with nothing written and nothing followed.
#[track_caller]
fn refused(make: impl FnOnce(&Project), name: &str) {
    let project = Project::base();
    make(&project);
    let told = check(project.root());
    let about: Vec<_> = told.iter().filter(|it| it.name == "unsafe-path").collect();
    assert_eq!(about.len(), 1, "{told:?}");
    assert!(about[0].message.contains(name) || about[0].path.contains(name), "{about:?} does not name {name}");
    assert!(!about[0].message.contains("读取时"), "{about:?} says that it is gone");
    run(project.root(), ["build"]).code(1);
    assert!(!project.at("public").exists());
}

#[test]
fn pipes_sockets_and_devices_are_refused_without_waiting() {
    refused(|it| pipe(&it.at("content/管道.md")), "管道.md");
    refused(|it| pipe(&it.at("catalogue/pipe.toml")), "pipe.toml");
    refused(|it| pipe(&it.at("content/2018/data.csv")), "data.csv");
    refused(|it| drop(UnixListener::bind(it.at("content/s.md")).expect("a socket")), "s.md");
    let probe = Project::empty();
    let device = |path: &Path| mknodat(CWD, path, FileType::CharacterDevice, Mode::from_raw_mode(0o644), makedev(1, 5));
    if device(&probe.at("zero")).is_ok() {
        refused(|it| device(&it.at("content/zero.md")).expect("a device"), "zero.md");
    } else {
        println!("skipped: devices can only be made by root");
    }
}

#[test]
fn links_are_refused_wherever_they_lead() {
    let secret = Project::empty();
    secret.write("secret.md", "+++\ntitle = \"不得外传\"\n+++\n暗号\n");
    let target = secret.at("secret.md");
    refused(|it| symlink(&target, it.at("content/link.md")).expect("a link"), "link.md");
    refused(|it| symlink("/etc/passwd", it.at("content/2018/passwd.csv")).expect("a link"), "passwd.csv");
    refused(|it| symlink("/nowhere/at/all", it.at("content/dangling.md")).expect("a link"), "dangling.md");
    refused(|it| symlink("..", it.at("content/loop")).expect("a link"), "loop");
    refused(|it| symlink(secret.root(), it.at("catalogue/elsewhere")).expect("a link"), "elsewhere");
    // The folder itself.
    let project = Project::base();
    fs::rename(project.at("content"), project.at("真正的内容")).expect("a move");
    symlink(project.at("真正的内容"), project.at("content")).expect("a link");
    run(project.root(), ["check"]).code(2);
}

#[test]
fn a_folder_named_like_an_entry_is_a_folder() {
    let project = Project::base();
    fs::create_dir(project.at("content/x.md")).expect("a folder");
    fs::create_dir(project.at("catalogue/y.toml")).expect("a folder");
    run(project.root(), ["check"]).code(0);
}

#[test]
fn names_that_are_no_text_are_told() {
    let project = Project::base();
    // 公告.md as an old archive names it, in GBK.
    let name = OsStr::from_bytes(b"\xb9\xab\xb8\xe6.md");
    if fs::write(project.at("content").join(name), "x").is_err() {
        println!("skipped: this file system takes only UTF-8 names");
        return;
    }
    let told = check(project.root());
    assert!(told.iter().any(|it| it.name == "unsafe-path" && it.message.contains("UTF-8")), "{told:?}");
    run(project.root(), ["build"]).code(1);
}

#[test]
fn names_that_other_computers_cannot_take_are_told() {
    for name in [
        "CON.md",
        "a?.md",
        "a:b.csv",
        " 附件.csv",
        "-rf.md",
        "~x.md",
        "50%.csv",
        "换\n行.md",
        "web.config",
        "e\u{301}.md",
    ] {
        refused(|it| it.write(&format!("content/2018/{name}"), "x"), "");
    }
    let project = Project::base();
    for name in ["甲A.csv", "甲a.csv"] {
        project.write(&format!("content/2018/{name}"), "序号\n1\n");
    }
    assert!(check(project.root()).iter().any(|it| it.name == "unsafe-path" && it.message.contains("甲A.csv")));
    // The longest name a file system takes is no fault of the author's, unless its page's would be longer.
    let project = Project::base();
    project.write(&format!("content/2018/{}.csv", "公".repeat(83)), "序号\n1\n");
    assert!(check(project.root()).iter().all(|it| it.name != "unsafe-path"));
}

#[test]
fn a_file_that_may_not_be_read_is_the_machines_failure() {
    let project = Project::base();
    fs::set_permissions(project.at("content/2018/通知.md"), fs::Permissions::from_mode(0o0)).expect("a right taken");
    if fs::read(project.at("content/2018/通知.md")).is_ok() {
        println!("skipped: root may read everything");
        return;
    }
    let done = run(project.root(), ["check"]).code(3);
    assert!(done.err.contains("通知.md"), "{}", done.err);
}

#[test]
fn debris_of_office_programs_is_nobodys_business() {
    let project = Project::base();
    for name in ["~$通知.docx", ".~lock.表.csv#", "Thumbs.db", ".DS_Store", "desktop.ini", "通知.md.bak"] {
        project.write(&format!("content/2018/{name}"), [0xff, 0, 1]);
    }
    run(project.root(), ["check"]).code(0);
}

#[test]
fn the_site_is_never_written_where_it_could_destroy_something() {
    let project = Project::base();
    project.write("甲/重要.txt", "不能丢");
    fs::create_dir(project.at("空")).expect("a folder");
    symlink(project.at("空"), project.at("链接")).expect("a link");
    symlink("/nowhere/at/all", project.at("断链")).expect("a link");
    project.write("文件", "x");
    let before = lasting(project.root());
    let parent = project.root().parent().expect("a parent").to_owned();
    let parent = parent.to_str().expect("UTF-8");
    let home = std::env::var("HOME").unwrap_or_else(|_| "/root".to_owned());
    for out in [
        "/",
        parent,
        &home,
        ".",
        "..",
        "catalogue",
        "content",
        "content/2018/网站",
        "catalogue/a/b",
        "甲",
        "链接",
        "断链",
        "文件",
        "themes/x",
        ".git",
        ".git/网站",
        ".gongkai/site",
        "",
    ] {
        let done = run(project.root(), ["build", "--out", out]);
        assert!(matches!(done.code, Some(2)), "--out {out}: {:?}\n{}", done.code, done.err);
        let mut now = lasting(project.root());
        now.remove("catalogue/index.lock");
        assert_eq!(before, now, "--out {out} changed something");
        assert!(!done.err.is_empty(), "--out {out}: says nothing");
    }
    // An empty folder is fine, and what was built is built again.
    run(project.root(), ["build", "--out", "空"]).code(0);
    run(project.root(), ["build", "--out", "空"]).code(0);
}

#[test]
fn only_what_was_written_before_is_taken_away() {
    let project = Project::base();
    project.write(
        "content/2018/通报.md",
        project.read("content/2018/通知.md").replace("〔2018〕1号", "〔2018〕2号").replace("防汛工作", "抗旱工作"),
    );
    run(project.root(), ["build"]).code(0);
    let first = tree(&project.at("public"));
    let page = |tree: &std::collections::BTreeMap<String, Vec<u8>>| {
        tree.keys().filter(|it| it.starts_with("bureau/2018/")).count()
    };
    assert_eq!(page(&first), 2, "{:?}", first.keys());
    let outside = Project::empty();
    outside.write("别动.html", "不能丢");
    symlink(outside.at("别动.html"), project.at("public/外面.html")).expect("a link");
    project.remove("content/2018/通报.md");
    let done = run(project.root(), ["build"]);
    assert_eq!(outside.read("别动.html"), "不能丢", "a link was followed");
    assert!(matches!(done.code, Some(0..=2)), "{}", done.err);
}

#[test]
fn a_reader_that_goes_away_is_no_fault_of_ours() {
    let project = Project::base();
    for at in 0..300 {
        project.write(&format!("content/2018/{at}.md"), "+++\ntitel = 1\n+++\n");
    }
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("gongkai"))
        .current_dir(project.root())
        .arg("check")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut first = [0; 10];
    child.stdout.take().expect("a pipe").read_exact(&mut first).expect("some output");
    let deadline = Instant::now() + Duration::from_secs(20);
    let status = loop {
        if let Some(status) = child.try_wait().expect("a child") {
            break status;
        }
        if Instant::now() > deadline {
            child.kill().expect("a child to end");
            panic!("it waits for a reader that is gone");
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    let mut err = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut err).expect("UTF-8");
    assert!(!err.contains("panicked"), "{err}");
    assert_eq!(status.code(), Some(1), "{err}");
}

#[test]
fn a_project_is_found_from_anywhere_in_it_and_wherever_it_stands() {
    let project = Project::base();
    run(&project.at("content/2018"), ["check"]).code(0);
    let elsewhere = Project::empty();
    let named = project.root().to_str().expect("UTF-8");
    run(elsewhere.root(), ["-C", named, "check"]).code(0);
    run(elsewhere.root(), ["check", "--directory", named]).code(0);
    let odd = Project::empty();
    let folder = odd.at("a b/公开 目录\n第二行");
    fs::create_dir_all(&folder).expect("a folder");
    for (path, bytes) in tree(project.root()) {
        odd.write(&format!("a b/公开 目录\n第二行/{path}"), bytes);
    }
    run(&folder, ["build"]).code(0);
}

#[test]
fn few_rights_and_a_bare_environment_do_no_harm() {
    let project = Project::base();
    let mut command = gongkai(project.root());
    command.env_clear().args(["build"]);
    Done::of(&mut command).code(0);
    let mode = fs::metadata(project.at("public/index.html")).expect("a page").permissions().mode();
    assert_eq!(mode & 0o777, 0o644, "a web server must be able to read the site");
}

#[test]
fn huge_and_deep_files_are_told_and_not_read() {
    let project = Project::base();
    project.write("content/2018/大.md", vec![b'a'; 5 << 20]);
    project.write("catalogue/deep.toml", format!("[settings.x]\na = {}1{}\n", "[".repeat(20_000), "]".repeat(20_000)));
    project.write("catalogue/dots.toml", format!("{} = 1\n", vec!["a"; 50_000].join(".")));
    project.write("catalogue/minus.toml", format!("a = {}\n", "-".repeat(1_000_000)));
    project.write("content/2018/深.md", format!("+++\ntitle = \"深\"\n+++\n{}\n", ">".repeat(50_000)));
    project.write("content/2018/链.md", format!("+++\ntitle = \"链\"\n+++\n{}\n", "[a](".repeat(20_000)));
    let told = check(project.root());
    for path in ["content/2018/大.md", "catalogue/deep.toml"] {
        let about = told.iter().any(|it| it.path == path && it.name == "beyond-limits");
        assert!(
            about,
            "{path} is not told to be beyond limits: {:?}",
            told.iter().filter(|it| it.path == path).collect::<Vec<_>>()
        );
    }
}
