//! The machine fails, for real: full disks, limits, rights, other runs. Each ends with its exit code and the old site whole.

use std::{
    collections::BTreeMap,
    fs,
    os::unix::{fs::PermissionsExt as _, process::CommandExt as _},
    path::Path,
    process::{Command, Stdio},
};

use tempfile::TempDir;

use super::made::{memory, sealed, served};
use crate::support::{
    binary::{Done, gongkai, run},
    files::assert_same,
    project::Project,
};

/// The base project, with the number of its entry written; and the site that it makes.
fn project() -> (Project, BTreeMap<String, Vec<u8>>) {
    let project = Project::base();
    run(project.root(), ["build", "--out", "old"]).code(0);
    let old = served(&project.at("old"));
    (project, old)
}

/// Changes what stands on every page; answers the site that must come out.
fn change(project: &Project) -> BTreeMap<String, Vec<u8>> {
    let site = project.read("catalogue/site.toml");
    let line = site.lines().find(|it| it.starts_with("title = ")).expect("a title").to_owned();
    project.replace("catalogue/site.toml", &line, "title = \"另一个名字的网站\"");
    run(project.root(), ["build", "--out", "new"]).code(0);
    served(&project.at("new"))
}

/// Runs a build of `project` to `out` below a shell that first does `setup`.
fn below(setup: &str, project: &Project, out: &str, more: &[&str]) -> Done {
    let program = assert_cmd::cargo::cargo_bin("gongkai");
    let mut command = assert_cmd::Command::new("sh");
    command.args(["-c", &format!("{setup}; exec \"$@\""), "sh"]).arg(program).args(["build", "--out", out]).args(more);
    command.current_dir(project.root()).env("LC_ALL", "zh_CN.UTF-8").timeout(std::time::Duration::from_secs(20));
    Done::of(&mut command)
}

/// A file system in memory of its own, gone with this; none where that takes rights we do not have.
struct Mounted(TempDir);

impl Mounted {
    fn new(options: &str) -> Option<Self> {
        let folder = memory();
        let done = Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(folder.path()).output();
        if done.is_ok_and(|it| it.status.success()) {
            return Some(Self(folder));
        }
        println!("skipped: only root may mount");
        None
    }

    fn at(&self, path: &str) -> String {
        self.0.path().join(path).to_str().expect("UTF-8").to_owned()
    }

    fn remount(&self, options: &str) {
        let done = Command::new("mount").args(["-o", &format!("remount,{options}")]).arg(self.0.path()).status();
        assert!(done.is_ok_and(|it| it.success()));
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

#[test]
fn a_disk_that_is_too_small_keeps_the_old_site() {
    let (project, old) = project();
    let new = change(&project);
    let back = project.read("catalogue/site.toml");
    let first = back.replace("另一个名字的网站", &"长".repeat(4));
    let (mut none, mut kept, mut done) = (0, 0, 0);
    for size in (64..=896).step_by(32) {
        let Some(disk) = Mounted::new(&format!("size={size}k")) else { return };
        let out = disk.at("site");
        project.write("catalogue/site.toml", &first);
        let built = run(project.root(), ["build", "--out", &out]);
        if built.code == Some(3) {
            assert!(built.err.contains("磁盘已满") && built.err.contains("不能写入"), "{}", built.err);
            assert_eq!(fs::read_dir(disk.0.path()).expect("a folder").count(), 0, "left on a full disk");
            none += 1;
            continue;
        }
        built.code(0);
        let before = served(Path::new(&out));
        project.write("catalogue/site.toml", &back);
        let built = run(project.root(), ["build", "--out", &out]);
        if built.code == Some(3) {
            assert!(built.err.contains("磁盘已满"), "{}", built.err);
            assert_same(&before, &served(Path::new(&out)));
            assert!(!Path::new(&out).join(".gongkai/stage").exists(), "a stage is left on a full disk");
            kept += 1;
        } else {
            built.code(0);
            assert_same(&new, &served(Path::new(&out)));
            done += 1;
        }
    }
    assert!(none > 0 && kept > 0 && done > 0, "none {none}, kept {kept}, done {done}; {} files", old.len());
}

#[test]
fn a_limit_on_the_size_of_files_keeps_the_old_site() {
    let (project, old) = project();
    change(&project);
    // Blocks of 512 or 1,024 bytes: less than a page takes. With the signal ignored the write fails; else it kills.
    let failed = below("trap '' XFSZ; ulimit -f 2", &project, "old", &["--locked"]).code(3);
    assert!(failed.err.contains("上限") && failed.err.contains("不能写入"), "{}", failed.err);
    assert_same(&old, &served(&project.at("old")));
    assert!(!project.at("old/.gongkai/stage").exists());
    below("trap '' XFSZ; ulimit -f 2", &project, "fresh", &["--locked"]).code(3);
    assert!(!project.at("fresh").exists());
    let status = Command::new("sh")
        .args(["-c", "ulimit -c 0; ulimit -f 2; exec \"$@\"", "sh"])
        .arg(assert_cmd::cargo::cargo_bin("gongkai"))
        .args(["build", "--locked", "--out", "old"])
        .current_dir(project.root())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    assert_eq!(status.expect("a status").code(), None, "killed by the signal");
    assert_same(&old, &served(&project.at("old")));
    run(project.root(), ["build", "--out", "old"]).code(0);
    assert_same(&served(&project.at("new")), &served(&project.at("old")));
}

#[test]
fn few_open_files_and_many_threads_make_the_same_site() {
    let (project, old) = project();
    for (limits, jobs) in
        [("ulimit -n 64", "2"), ("ulimit -n 64", "1"), ("ulimit -n 20", "1"), ("ulimit -n 4096", "256")]
    {
        below(limits, &project, "few", &["-j", jobs]).code(0);
        assert_same(&old, &served(&project.at("few")));
        fs::remove_dir_all(project.at("few")).expect("gone");
    }
    // Too few for so many: it may fail, but cleanly.
    let done = below("ulimit -n 12", &project, "few", &["-j", "64"]);
    assert!(matches!(done.code, Some(0 | 3)), "{:?} {}", done.code, done.err);
    assert!(done.code == Some(0) || !project.at("few").exists());
}

#[test]
fn rights_do_not_depend_on_the_mask_of_the_caller() {
    let (project, old) = project();
    for (mask, out) in [("077", "a"), ("000", "b"), ("027", "empty")] {
        if out == "empty" {
            fs::create_dir(project.at(out)).expect("a folder");
            fs::set_permissions(project.at(out), fs::Permissions::from_mode(0o750)).expect("rights");
        }
        below(&format!("umask {mask}"), &project, out, &[]).code(0);
        assert_same(&old, &served(&project.at(out)));
        let mut folders = vec![project.at(out)];
        while let Some(folder) = folders.pop() {
            let mode = |path: &Path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
            // The folder that was there before stays what its owner made it.
            let wanted = if folder == project.at("empty") { 0o750 } else { 0o755 };
            assert_eq!(mode(&folder), wanted, "{}", folder.display());
            for entry in fs::read_dir(&folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    assert_eq!(mode(&path), 0o644, "{}", path.display());
                }
            }
        }
    }
}

#[test]
fn a_read_only_disk_is_the_machines_failure() {
    let (project, _) = project();
    let Some(disk) = Mounted::new("size=4m") else { return };
    let out = disk.at("site");
    run(project.root(), ["build", "--out", &out]).code(0);
    let before = served(Path::new(&out));
    change(&project);
    disk.remount("ro");
    let failed = run(project.root(), ["build", "--out", &out]).code(3);
    assert!(failed.err.contains("只读") && failed.err.contains("不能写入"), "{}", failed.err);
    run(project.root(), ["build", "--out", &disk.at("other")]).code(3);
    assert_same(&before, &served(Path::new(&out)));
    disk.remount("rw");
    run(project.root(), ["build", "--out", &out]).code(0);
    assert_same(&served(&project.at("new")), &served(Path::new(&out)));
}

#[test]
fn a_folder_where_a_disk_is_mounted_is_filled() {
    let (project, old) = project();
    let Some(disk) = Mounted::new("size=4m,mode=755") else { return };
    let out = disk.0.path().to_str().expect("UTF-8");
    run(project.root(), ["build", "--out", out]).code(0);
    assert_same(&old, &served(disk.0.path()));
    let new = change(&project);
    run(project.root(), ["build", "--out", out]).code(0);
    assert_same(&new, &served(disk.0.path()));
}

#[test]
fn an_empty_folder_is_enough_where_nothing_beside_it_may_be_made() {
    let (project, old) = project();
    let folder = memory();
    let at = |path: &str| folder.path().join(path);
    let rights = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("rights");
    fs::create_dir_all(at("www/site")).expect("a folder");
    fs::create_dir_all(at("none")).expect("a folder");
    let is_root = rustix::process::geteuid().is_root();
    if is_root {
        std::os::unix::fs::chown(at("www/site"), Some(65534), Some(65534)).expect("another owner");
        for path in [folder.path(), project.root()] {
            rights(path, 0o755);
        }
    }
    for path in ["www", "none"] {
        rights(&at(path), 0o555);
    }
    let build = |out: &str| {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin("gongkai"));
        if is_root {
            // Nobody has no rights but those that everybody has.
            command.uid(65534).gid(65534);
        }
        command.current_dir(project.root()).env("LC_ALL", "zh_CN.UTF-8");
        command.args(["build", "--locked", "--out"]).arg(at(out)).output()
    };
    let Ok(done) = build("www/site") else {
        println!("skipped: nobody may not run the program");
        return;
    };
    let err = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(0), "{err}");
    assert_same(&old, &served(&at("www/site")));
    let done = build("none/site").expect("it starts");
    let err = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(3), "{err}");
    assert!(err.contains("没有权限"), "{err}");
    for path in ["www", "none"] {
        rights(&at(path), 0o755);
    }
}

#[test]
fn a_site_that_another_run_writes_is_left_to_it() {
    let (project, old) = project();
    let new = change(&project);
    let lock = fs::File::open(project.at("old/.gongkai/lock")).expect("a lock");
    lock.lock().expect("locked");
    let failed = run(project.root(), ["build", "--out", "old"]).code(3);
    assert!(failed.err.contains("另一个 gongkai 正在写"), "{}", failed.err);
    assert_same(&old, &served(&project.at("old")));
    drop(lock);
    // What a dead run left of its lock is no lock.
    project.write("old/.gongkai/lock", "12345 another-host\n");
    run(project.root(), ["build", "--out", "old"]).code(0);
    assert_same(&new, &served(&project.at("old")));
}

#[test]
fn of_many_runs_at_once_one_writes_and_the_others_are_refused() {
    let (project, _) = project();
    let new = change(&project);
    for out in ["old", "fresh/deep/site", "old"] {
        let start = |_| {
            let mut command = Command::new(assert_cmd::cargo::cargo_bin("gongkai"));
            command.current_dir(project.root()).args(["build", "--locked", "--out", out]).env("LC_ALL", "zh_CN.UTF-8");
            command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it starts")
        };
        let runs: Vec<_> = (0..5).map(start).collect();
        let mut succeeded = 0;
        for run in runs {
            let done = run.wait_with_output().expect("it ends");
            let err = String::from_utf8_lossy(&done.stderr);
            match done.status.code() {
                Some(0) => succeeded += 1,
                Some(3) => assert!(err.contains("另一个 gongkai"), "{err}"),
                other => panic!("{other:?}: {err}"),
            }
        }
        assert!(succeeded > 0, "none of five came through");
        assert_same(&new, &served(&project.at(out)));
    }
    assert_eq!(fs::read_dir(project.at("fresh/deep")).expect("a folder").count(), 1, "left beside the site");
}

#[test]
fn a_refused_run_completes_the_change_before_it() {
    let (project, _) = project();
    let new = change(&project);
    // As a run leaves it that is killed right after its change began.
    let stage = project.at("old/.gongkai/stage");
    fs::create_dir(&stage).expect("a folder");
    let title = "index.html";
    fs::write(stage.join("0"), &new[title]).expect("a file");
    fs::copy(project.at("old/.gongkai/manifest"), stage.join("manifest")).expect("a copy");
    project.write("old/.gongkai/journal", sealed("journal", 1, &format!("move 0 {title}\n")));
    project.write("catalogue/broken.toml", "[[");
    let failed = gongkai(project.root()).args(["build", "--out", "old"]).output().expect("it starts");
    assert_eq!(failed.status.code(), Some(1));
    assert_eq!(served(&project.at("old"))[title], new[title]);
    assert!(!project.at("old/.gongkai/journal").exists() && !stage.exists());
}
