//! Revisions of git: whatever its settings say, and whatever is typed.

use std::{fs, path::Path, process::Command};

use super::{OTHER_ROWS, ROWS, diff, json, named, new, old};
use crate::support::{
    binary::{Done, gongkai},
    project::Project,
};

/// Runs git in `folder`, with settings of nobody.
fn git(folder: &Path, args: &[&str]) {
    let done = Command::new("git")
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .env("GIT_AUTHOR_DATE", "2018-07-20T10:00:00+08:00")
        .env("GIT_COMMITTER_DATE", "2018-07-20T10:00:00+08:00")
        .args(["-c", "user.name=a", "-c", "user.email=a@example.gov.cn", "-c", "init.defaultBranch=main"])
        .args(args)
        .output()
        .expect("git is there");
    assert!(done.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// A repository whose project lies in a folder of it with a Chinese name; its first commit, tagged `v2017`, has the old catalogue, and the
/// working tree the new one.
fn repository() -> Project {
    let project = Project::empty();
    let base = Project::base();
    copy(base.root(), &project.at("政务 公开"));
    project.write("政务 公开/catalogue/更多.toml", old());
    project.write("政务 公开/content/2018/收费.csv", ROWS);
    std::os::unix::fs::symlink("更多.toml", project.at("政务 公开/catalogue/link.toml")).expect("a link");
    git(project.root(), &["init", "-q"]);
    git(project.root(), &["add", "-A"]);
    let submodule = "160000,0123456789012345678901234567890123456789,政务 公开/catalogue/子模块.toml";
    git(project.root(), &["update-index", "--add", "--cacheinfo", submodule]);
    git(project.root(), &["commit", "-qm", "old"]);
    git(project.root(), &["tag", "v2017"]);
    fs::remove_file(project.at("政务 公开/catalogue/link.toml")).expect("gone");
    project.write("政务 公开/catalogue/更多.toml", new());
    project.write("政务 公开/content/2018/收费.csv", OTHER_ROWS);
    project
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    let all: Vec<_> =
        fs::read_dir(from).expect("a folder").map(|it| it.expect("an entry")).filter(|it| it.path() != *to).collect();
    for it in all {
        let target = to.join(it.file_name());
        if it.path().is_dir() {
            copy(&it.path(), &target);
        } else {
            fs::copy(it.path(), target).expect("copied");
        }
    }
}

#[test]
fn revisions_are_read_from_git_whatever_its_settings_say() {
    let project = repository();
    let folder = project.at("政务 公开");
    let first = json(&folder, &[]);
    assert_eq!(first["counts"]["item"]["added"], 2, "{first}");
    assert_eq!(named(&first), named(&json(&folder, &["v2017"])));
    assert!(named(&first).contains(&("changed".to_owned(), "rows".to_owned(), "content/2018/收费.csv".to_owned())));
    // From elsewhere in the project, and from above it.
    assert_eq!(named(&first), named(&json(&folder.join("content"), &["HEAD"])));
    assert_eq!(named(&first), named(&json(project.root(), &["-C", "政务 公开", "HEAD"])));
    // A committed state: two revisions, the same from a worktree of its own.
    git(project.root(), &["commit", "-qam", "new"]);
    let between = json(&folder, &["HEAD~1", "HEAD"]);
    assert_eq!(named(&first), named(&between));
    diff(&folder, &[]).code(0);
    git(project.root(), &["worktree", "add", "-q", "../other-tree-of-diff", "v2017"]);
    let tree = project.root().parent().expect("a parent").join("other-tree-of-diff");
    assert_eq!(named(&json(&tree.join("政务 公开"), &["v2017", "main"])), named(&between));
    git(project.root(), &["worktree", "remove", "--force", "../other-tree-of-diff"]);
    // Settings and variables of a user, or of a hook, change nothing.
    fs::write(project.at("config"), "[core]\nquotePath = true\nautocrlf = true\nfsmonitor = /bin/false\n[alias]\nls-tree = !false\n[color]\nui = always\n").expect("written");
    let strange = Done::of(
        gongkai(&folder)
            .env("GIT_CONFIG_GLOBAL", project.at("config"))
            .env("GIT_DIR", "/nonexistent")
            .env("GIT_INDEX_FILE", "/nonexistent")
            .args(["diff", "v2017", "main", "--format", "json"]),
    )
    .code(1);
    let plain = Done::of(gongkai(&folder).args(["diff", "v2017", "main", "--format", "json"])).code(1);
    assert_eq!(strange.out, plain.out);
}

#[test]
fn what_is_no_revision_is_told() {
    let project = repository();
    let folder = project.at("政务 公开");
    for (typed, words) in [
        ("v2016", "没有这个版本"),
        ("HEAD~99", "没有这个版本"),
        ("HEAD..v2017", "没有这个版本"),
        ("", "不是版本"),
        ("a\nb", "不是版本"),
        ("content", "没有 catalogue"),
    ] {
        let done = diff(&folder, &["--", typed]).code(2);
        assert!(done.err.contains(words), "{typed:?}: {}", done.err);
    }
    // What looks like an option is none of git's.
    let done = diff(&folder, &["--", "--output=x"]).code(2);
    assert!(done.err.contains("不是版本") && !folder.join("x").exists(), "{}", done.err);
    // A folder comes before a revision of its name, and that is said.
    git(project.root(), &["branch", "比较"]);
    copy(&folder, &folder.join("比较"));
    let done = diff(&folder, &["比较"]).code(0);
    assert!(done.err.contains("既是文件夹") && done.err.contains("refs/heads/比较"), "{}", done.err);
    diff(&folder, &["refs/heads/比较"]).code(1);
    // What a shallow clone left behind is no slip of the hand.
    let shallow = project.at("浅");
    let url = format!("file://{}", project.root().display());
    git(project.root(), &["clone", "-q", "--depth", "1", &url, shallow.to_str().expect("text")]);
    let done = diff(&shallow.join("政务 公开"), &["HEAD~1"]).code(2);
    assert!(done.err.contains("浅克隆") && done.err.contains("git fetch --unshallow"), "{}", done.err);
    // No repository, no git.
    let alone = Project::base();
    assert!(diff(alone.root(), &[]).code(2).err.contains("不在 git 版本库里"));
    let done = Done::of(gongkai(&folder).env("PATH", "/nonexistent").arg("diff")).code(3);
    assert!(done.err.contains("没有 git"), "{}", done.err);
    // A commit before there was a catalogue.
    git(project.root(), &["checkout", "-q", "--orphan", "empty"]);
    git(project.root(), &["rm", "-rfq", "--cached", "."]);
    git(project.root(), &["commit", "-qm", "empty", "--allow-empty"]);
    assert!(diff(&folder, &["empty"]).code(2).err.contains("还没有 catalogue"));
}
