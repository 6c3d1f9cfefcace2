//! The first hour of a clerk: every command typed and every file saved, from `init` to a site that `check` calls clean.

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Output, Stdio},
};

use super::support::{
    binary::{gongkai, run},
    files::{assert_same, tree},
    hour::{AS_OF, Hour, INIT, settle, typed, words},
    project::Project,
};

/// Steps to the first site: what is public is whole, and what is still to come is on record with a day (43 when the project began,
/// for a site of which everything was filled in).
const FIRST: usize = 7;

/// Steps until every item that owes something has it.
const WHOLE: usize = 19;

#[test]
fn the_first_site_takes_a_few_steps() {
    let mut hour = Hour::start();
    hour.first_pages();
    hour.run("gongkai allow --all --reason 目录刚开始编，正在逐项补齐 --owner 办公室 --until 2026-12-31");
    let checked = hour.run("gongkai check");
    assert!(checked.err.contains("0 个错误，0 个警告"), "{}", checked.err);
    hour.run("gongkai build");
    assert_eq!(hour.steps.len(), FIRST, "{:#?}", hour.steps);
    hour.is_published(&["临溪县水利局政府信息公开指南", "临溪县水利局依申请公开说明"]);
}

#[test]
fn the_whole_catalogue_takes_a_step_an_item() {
    let mut hour = Hour::start();
    hour.first_pages();
    let made = hour.run("gongkai new --all");
    let drafts: Vec<String> = made.out.lines().map(|it| hour.relative(it)).collect();
    assert_eq!(drafts.len(), 12, "{drafts:?}");
    for path in &drafts {
        hour.edit(path, settle);
    }
    let checked = hour.run("gongkai check");
    assert!(checked.err.contains("0 个错误，0 个警告"), "{}{}", checked.out, checked.err);
    assert!(
        checked.err.lines().any(|it| it.starts_with("  全部") && it.contains("37      14       0     0")),
        "{}",
        checked.err
    );
    hour.run("gongkai build");
    assert_eq!(hour.steps.len(), WHOLE, "{:#?}", hour.steps);
    hour.is_published(&["临溪县水利局机构职能", "临溪县水利局权责清单"]);
}

#[test]
fn the_guide_tells_the_numbers() {
    let text = std::fs::read_to_string(super::support::committed::at("docs/guide/快速上手.md")).expect("readable");
    for number in [FIRST, WHOLE] {
        assert!(text.contains(&format!("{number} 步")), "快速上手 does not tell {number} 步");
    }
}

/// What is told of a file, by code, but what is only for information.
fn told(project: &Project) -> Vec<String> {
    let all = typed(project.root(), "gongkai check -q --format json").findings();
    all.into_iter().filter(|it| it.level != "note").map(|it| format!("{} {}", it.code, it.path)).collect()
}

#[test]
fn a_project_of_which_nothing_was_told_says_what_stands_in_it_for_that() {
    let folder = Project::empty();
    let done = run(folder.root(), ["init", "p", "--as-of", AS_OF]).code(0);
    for words in ["某县某局", "--name", "mouju", "--id", "--url", "--address", "待填写"] {
        assert!(done.err.contains(words), "{words}: {}", done.err);
    }
    let project = Project::copy_of(&folder.at("p"));
    let told = told(&project);
    assert!(told.contains(&"GK2004 catalogue/organisation.toml".to_owned()), "{told:?}");
    assert_eq!(told.iter().filter(|it| *it == "GK2004 catalogue/not-applicable.toml").count(), 6, "{told:?}");
    assert!(told.contains(&"GK2003 catalogue/site.toml".to_owned()), "{told:?}");
    // Nothing is said in public that nobody told.
    run(project.root(), ["build", "-q"]).code(0);
    for (path, bytes) in tree(&project.at("public")) {
        let text = String::from_utf8_lossy(&bytes);
        for words in ["8:30", "分管副局长", "办公室主任", "待填写", "待核实", "〔分管", "〔办公"]
        {
            assert!(!text.contains(words), "{path} says {words}");
        }
    }
}

#[test]
fn what_init_was_told_stands_wherever_it_belongs() {
    let hour = Hour::start();
    let project = &hour.project;
    let left: Vec<_> = told(project).into_iter().filter(|it| !it.starts_with("GK0204")).collect();
    assert!(left.is_empty(), "{left:?}");
    for path in ["content/公开指南.md", "content/依申请公开.md"] {
        let text = project.read(path);
        assert!(text.contains("临溪县滨河路1号") && text.contains("0797-8000000"), "{text}");
        assert!(!text.contains("（待填写）"), "{text}");
    }
    assert!(project.read("catalogue/site.toml").contains("url = \"https://www.linxi.gov.cn/shuili/\"\n"));
}

/// What `line`, typed at a terminal in `folder`, and `answers`, a line a question, come to; nothing where no terminal can be made.
fn on_a_terminal(folder: &Path, line: &str, answers: &[&str]) -> Option<Output> {
    let exe = assert_cmd::cargo::cargo_bin("gongkai");
    let line = line.replacen("gongkai", &exe.display().to_string(), 1);
    let mut script = Command::new("script");
    script.args(["-qefc", &line, "/dev/null"]).current_dir(folder).env("NO_COLOR", "1").env("LC_ALL", "zh_CN.UTF-8");
    let made = script.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let Ok(mut made) = made else {
        println!("skipped: there is no `script` to make a terminal with");
        return None;
    };
    let mut input = made.stdin.take().expect("a pipe");
    for answer in answers {
        input.write_all(answer.as_bytes()).and_then(|()| input.write_all(b"\n")).expect("an answer");
    }
    // The end of what is typed, Ctrl-D at the begin of a line; where the program has ended already nobody reads it.
    let _ = input.write_all(b"\x04");
    let done = made.wait_with_output().expect("it ends");
    Some(done)
}

#[test]
fn on_a_terminal_it_asks_for_the_same() {
    let flags = words(INIT);
    let value = |flag: &str| flags[flags.iter().position(|it| it == flag).expect("a flag") + 1].as_str();
    let folder = Project::empty();
    let mut answers = vec![
        "",
        "2",
        "消防",
        "0",
        value("--name"),
        "",
        "Shui Li",
        "finance",
        value("--id"),
        "www.linxi.gov.cn",
        value("--url"),
    ];
    let rest = [
        "--short",
        "--leader",
        "--office",
        "--staff",
        "--address",
        "--postcode",
        "--hours",
        "--phone",
        "--fax",
        "--email",
    ];
    answers.extend(rest.map(value));
    let line = format!("gongkai init 我局公开 --as-of {AS_OF}");
    let Some(done) = on_a_terminal(folder.root(), &line, &answers) else { return };
    let shown = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{shown}");
    for words in
        ["机构类型", "没有“消防”这一项", "单位全称", "这一项一定要写", "小写字母", "一级事项同名", "https://", "接下来"]
    {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let typed = Hour::start();
    assert_same(&tree(&folder.at("我局公开")), &tree(typed.project.root()));

    // Who leaves in the middle leaves nothing behind; who told the two that matter is not asked.
    let folder = Project::empty();
    let done = on_a_terminal(folder.root(), &line, &["", "", "", "临溪县水利局"]).expect("as before");
    assert_eq!(done.status.code(), Some(2), "{}", String::from_utf8_lossy(&done.stdout));
    assert!(tree(folder.root()).is_empty());
    let done =
        on_a_terminal(folder.root(), &format!("{line} --name 临溪县水利局 --id shuili"), &[]).expect("as before");
    assert!(done.status.success() && !String::from_utf8_lossy(&done.stdout).contains("请回答"));
}

#[test]
fn a_department_says_which_duties_are_its_own() {
    let folder = Project::empty();
    let line = format!("{INIT} --as-of {AS_OF}").replace("--duties 0", "--duties 土地征收、6");
    typed(folder.root(), &line).code(0);
    let project = Project::copy_of(&folder.at("我局公开"));
    let excused = project.read("catalogue/not-applicable.toml");
    assert!(!excused.contains("待核实") && excused.matches("[[not_applicable]]").count() == 4, "{excused}");
    let items = project.read("catalogue/items/10-地方公开内容.toml");
    for (title, clause) in [("土地征收", "2019:21.4"), ("社会救助", "2019:21.7")] {
        assert!(items.contains(&format!("title = \"{title}\"")) && items.contains(clause), "{items}");
        assert!(!excused.contains(clause), "{excused}");
    }
    let left: Vec<_> = told(&project).into_iter().filter(|it| !it.starts_with("GK0204")).collect();
    assert!(left.is_empty(), "{left:?}");

    for (duties, with) in [("0", 6), ("1 2 3 4 5 6", 0), ("市政建设，治安管理", 4)] {
        let folder = Project::empty();
        let done = gongkai(folder.root()).args(["init", "p", "--duties", duties]).output().expect("it runs");
        assert!(done.status.success());
        let project = Project::copy_of(&folder.at("p"));
        let text = project.read("catalogue/not-applicable.toml");
        assert_eq!(text.lines().filter(|it| *it == "[[not_applicable]]").count(), with, "{duties}: {text}");
        assert!(
            !told(&project)
                .iter()
                .any(|it| it.starts_with("GK02") && !it.starts_with("GK0204 ") && !it.starts_with("GK0211")),
            "{:?}",
            told(&project)
        );
    }
    for wrong in [&["--duties", "消防"][..], &["--duties", "0", "--kind", "政府"], &["--duties", "7"]] {
        let folder = Project::empty();
        let done = run(folder.root(), [&["init", "p"], wrong].concat()).code(2);
        assert!(done.err.contains("duties") || done.err.contains("市政建设"), "{}", done.err);
        assert!(tree(folder.root()).is_empty());
    }
}

#[test]
fn fix_verifies_nothing_by_itself() {
    let folder = Project::empty();
    run(folder.root(), ["init", "p", "--as-of", AS_OF]).code(0);
    let project = Project::copy_of(&folder.at("p"));
    let before = project.read("catalogue/not-applicable.toml");
    typed(project.root(), "gongkai fix --unsafe").code(0);
    assert_eq!(before, project.read("catalogue/not-applicable.toml"));
}
