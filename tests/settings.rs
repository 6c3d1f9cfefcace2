//! What a project says of its own judging – version, day – and what is no part of it: enforced, or told, never passed over.

use super::support::{
    binary::{check, run},
    files::tree,
    project::Project,
};

fn with_site(line: &str) -> Project {
    let project = Project::base();
    project.replace("catalogue/site.toml", "[site]\n", &format!("[site]\n{line}\n"));
    project
}

#[test]
fn a_version_that_is_required_is_enforced() {
    for met in [">=0", ">=0.1", ">=0.1.0, <99", "<99"] {
        run(with_site(&format!("required_version = \"{met}\"")).root(), ["check"]).code(0);
    }
    for wanted in [">=99", "<0.1", ">=0.1, >=99", "=99.1.2"] {
        let project = with_site(&format!("required_version = \"{wanted}\""));
        for command in ["check", "build", "lock", "fix"] {
            let done = run(project.root(), [command]).code(2);
            assert!(done.err.contains(&format!("catalogue/site.toml:2: 本项目要求 gongkai {wanted}")), "{}", done.err);
        }
        let json = run(project.root(), ["check", "--format", "json", "--lang", "en"]).code(2).out;
        assert!(json.contains(&format!("this project wants gongkai {wanted}; this is 0.1.0")), "{json}");
        assert!(!project.at("public").exists());
    }
    for none in ["最新", "latest", "0.1", "^1", ">=", ""] {
        let project = with_site(&format!("required_version = \"{none}\""));
        let told = check(project.root());
        let at: Vec<_> = told.iter().filter(|it| it.code == "GK0005").map(|it| (&*it.path, it.line)).collect();
        assert!(at == [("catalogue/site.toml", 2)] || none.is_empty(), "{none}: {told:?}");
    }
    // What the sample and a new project say is true.
    let folder = Project::empty();
    for (name, args) in [("p", &["init", "p"][..]), ("q", &["init", "q", "--sample"])] {
        run(folder.root(), args).code(0);
        assert!(folder.read(&format!("{name}/catalogue/site.toml")).contains("required_version = \">=0.1\""), "{name}");
        let code = run(folder.root(), ["-C", name, "check", "-q"]).code;
        assert!(matches!(code, Some(0 | 1)), "{name}: {code:?}");
    }
}

#[test]
fn a_day_that_is_none_is_told_and_no_other_is_judged_by() {
    for wrong in ["\"去年底\"", "true", "[1]", "\"十二月\"", "\"2018-02-30\""] {
        let project = Project::base();
        project.replace("catalogue/site.toml", "as_of = 2018-12-31", &format!("as_of = {wrong}"));
        let line = project.read("catalogue/site.toml").lines().position(|it| it.starts_with("as_of")).expect("it") + 1;
        let before = tree(project.root());
        for command in ["check", "build", "lock"] {
            let done = run(project.root(), [command, "-q"]);
            assert_eq!(done.code, Some(2), "{wrong}: {}{}", done.out, done.err);
            assert!(done.err.contains(&format!("catalogue/site.toml:{line}: as_of")), "{wrong}: {}", done.err);
        }
        assert_eq!(tree(project.root()), before, "{wrong}");
        // The day that is typed goes before it, and then it is a finding like any other.
        let done = run(project.root(), ["check", "--as-of", "2018-12-31", "--format", "json"]);
        assert!(done.findings().iter().any(|it| it.path == "catalogue/site.toml"), "{wrong}: {}", done.out);
    }
}

#[test]
fn hidden_files_and_droppings_are_neither_entries_nor_attachments() {
    let project = Project::base();
    let entry = project.read("content/2018/通知.md");
    run(project.root(), ["build", "-q"]).code(0);
    let (site, told) = (tree(&project.at("public")), check(project.root()));
    for path in [
        ".hidden.md",
        "2018/._通知.md",
        "2018/.#通知.md",
        "2018/~$通知.docx",
        "2018/通知.md~",
        ".obsidian/a.md",
        ".git/x/y.md",
        "2018/node_modules/p/README.md",
        "__MACOSX/2018/._通知.md",
        "2018/.DS_Store",
        "2018/.通知.md.swp",
        "thumbs.db",
    ] {
        project.write(&format!("content/{path}"), &entry);
    }
    project.write("catalogue/.#site.toml", "[site]\n");
    project.write("catalogue/._items.toml", [0_u8, 5, 22, 7]);
    assert_eq!(check(project.root()), told);
    let done = run(project.root(), ["build", "--no-cache"]).code(0);
    assert!(!done.err.contains("没有条目引用"), "{}", done.err);
    assert_eq!(tree(&project.at("public")), site);
    // A name with a dot within is an entry as before.
    project.write("content/2018/v1.2.md", &entry);
    assert_ne!(check(project.root()), told);
}

#[test]
fn what_is_denied_is_denied_with_stops_alone_as_well() {
    let project = Project::base();
    let text = project.read("content/2018/通知.md").replace("made = 2018-06-20", "made = 2018-01-10");
    project.write("content/2018/通知.md", text);
    let told = |args: &[&str]| run(project.root(), ["check", "--stop-only", "--format", "concise"].iter().chain(args));
    assert!(told(&[]).code(0).out.is_empty());
    for deny in [&["--deny", "GK0401"][..], &["--deny", "warn"], &["--deny", "GK0017", "--deny", "late-publication"]] {
        let done = told(deny).code(1);
        assert!(done.out.contains("GK0401"), "{deny:?}: {}", done.out);
    }
    assert!(told(&["--deny", "GK0302"]).code(0).out.is_empty());
}

#[test]
fn a_new_project_is_of_somebody_or_of_nobody() {
    let folder = Project::empty();
    for args in [
        &["--name", "", "--id", ""][..],
        &["--name", ""],
        &["--id", ""],
        &["--name", " "],
        &["--id", "\u{3000}", "--name", "甲局"],
    ] {
        let done = run(folder.root(), ["init", "p"].iter().chain(args)).code(2);
        assert!(done.err.contains("不能是空的"), "{}", done.err);
        assert!(!folder.at("p").exists());
    }
    run(folder.root(), ["init", "p"]).code(0);
}

#[test]
fn a_number_that_two_branches_gave_is_a_finding_at_its_line() {
    let project = Project::base();
    run(project.root(), ["lock"]).code(0);
    let lock = project.read("catalogue/index.lock");
    let entry = project.read("content/2018/通知.md");
    let other = |title: &str, number: &str| entry.replace("夏季防汛", title).replace("1号", number);
    let branch = |name: &str, text: &str| {
        project.write(&format!("content/2018/{name}.md"), text);
        project.write("catalogue/index.lock", &lock);
        run(project.root(), ["lock"]).code(0);
        project.remove(&format!("content/2018/{name}.md"));
        project.read("catalogue/index.lock").replace(&lock, "")
    };
    let (ours, theirs) = (other("秋季防火", "2号"), other("冬季防冻", "3号"));
    let lines = branch("甲", &ours) + &branch("乙", &theirs);
    project.write("content/2018/甲.md", &ours);
    project.write("content/2018/乙.md", &theirs);
    for text in [format!("{lock}{lines}"), format!("{lock}<<<<<<< a\n{lines}>>>>>>> b\n")] {
        project.write("catalogue/index.lock", &text);
        let line = text.lines().count() - usize::from(text.contains(">>>>>>>"));
        let done = run(project.root(), ["check", "--locked", "--format", "json"]).code(1);
        let at =
            done.findings().into_iter().find(|it| it.path == "catalogue/index.lock" && it.message.contains("重复"));
        let at = at.unwrap_or_else(|| panic!("{}", done.out));
        assert_eq!((&*at.code, &*at.level, at.line), ("GK0017", "error", line as u64));
        let github = run(project.root(), ["check", "--locked", "--format", "github"]).code(1).out;
        assert!(github.contains(&format!("::error file=catalogue/index.lock,line={line}")), "{github}");
        run(project.root(), ["build", "--locked"]).code(1);
        assert!(!project.at("public").exists() && project.read("catalogue/index.lock") == text);
    }
    run(project.root(), ["lock"]).code(0);
    run(project.root(), ["check", "--locked"]).code(0);
}
