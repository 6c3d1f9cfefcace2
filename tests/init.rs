//! A new project, for every kind of body and every level: nothing wrong in it, nothing of the law forgotten in it.

use super::support::{
    binary::{check, run},
    files::{assert_same, tree},
    project::Project,
};

const KINDS: [(&str, &str); 4] =
    [("行政机关", "agency"), ("授权组织", "authorised"), ("政府", "government"), ("公共企事业单位", "institution")];
const LEVELS: [(&str, &str); 3] = [("市级", "city"), ("县级", "county"), ("乡级", "township")];

#[test]
fn whatever_the_body_its_new_project_has_only_a_list_of_what_to_do() {
    for (kind, kind_key) in KINDS {
        for (level, level_key) in LEVELS {
            let folder = Project::empty();
            run(folder.root(), ["init", "--kind", kind, "--level", level]).code(0);
            let made = tree(folder.root());
            for (path, text) in &made {
                let text = str::from_utf8(text).expect("a text");
                // Braces stand only around inline tables, and those begin with a space.
                assert!(text.match_indices('{').all(|(at, _)| text[at + 1..].starts_with(' ')), "{path}:\n{text}");
            }
            let found = check(folder.root());
            for it in &found {
                let forgotten = ["GK0202", "GK0203", "GK0206", "GK0207"].contains(&&*it.code);
                assert!(!forgotten && it.level != "error", "{kind}{level}: {it:?}");
            }
            assert!(found.iter().filter(|it| it.code == "GK0204").count() >= 10, "{kind}{level}: {found:?}");
            run(folder.root(), ["build", "--quiet"]).code(0);
            assert!(folder.at("public/index.html").is_file());

            let again = Project::empty();
            run(again.root(), ["init", "--kind", kind_key, "--level", level_key]).code(0);
            assert_same(&made, &tree(again.root()));
        }
    }
}

#[test]
fn a_new_project_bears_the_name_the_id_and_the_day() {
    let folder = Project::empty();
    let args = ["init", "新局", "--name", "示例县水利局", "--id", "shuili", "--as-of", "2026-03-02"];
    let done = run(folder.root(), args).code(0);
    assert!(done.err.contains("gongkai -C 新局 check") && done.err.contains("待填写"), "{}", done.err);
    let guide = folder.read("新局/content/公开指南.md");
    assert!(
        guide.contains("title = \"示例县水利局政府信息公开指南\"") && guide.contains("made = 2026-03-02"),
        "{guide}"
    );
    assert!(folder.read("新局/catalogue/organisation.toml").contains("id = \"shuili\""));
    assert!(folder.read("新局/catalogue/items/01-政务公开工作.toml").contains("since = 2026-01-01"));
    let excused = folder.read("新局/catalogue/not-applicable.toml");
    assert_eq!(excused.matches("（待核实）本单位").count(), 6, "what a bureau may not deal with is for it to say");
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_written() {
    for (args, said) in [
        (&["--kind", "学校"][..], "公共企事业单位"),
        (&["--level", "省级"], "县级"),
        (&["--level", "村级"], "乡级"),
        (&["--id", "finance"], "一级事项"),
        (&["--id", "Mou Ju"], "小写字母"),
        (&["--name", "某县\"某局\""], "引号"),
        (&["--sample", "--kind", "政府"], "--sample"),
    ] {
        let folder = Project::empty();
        let done = run(folder.root(), [&["init"], args].concat()).code(2);
        assert!(done.err.contains(said), "{args:?}: {}", done.err);
        assert!(tree(folder.root()).is_empty(), "{args:?} wrote something");
    }
}

#[test]
fn notes_of_one_kind_do_not_bury_the_rest() {
    let folder = Project::empty();
    run(folder.root(), ["init", "--kind", "政府"]).code(0);
    let notes = |out: &str| out.matches("提示[GK0204").count();
    let human = run(folder.root(), ["check"]).code(0).out;
    assert_eq!(notes(&human), 4, "three in full and the count of the rest:\n{human}");
    assert!(human.contains("同样的提示还有") && human.contains("--format concise"), "{human}");
    let concise = run(folder.root(), ["check", "--format", "concise"]).code(0).out;
    assert!(notes(&concise) > 20, "{concise}");
    let (warned, told) =
        ("警告[GK0204", check(folder.root()).iter().filter(|it| it.level == "warn" && it.code == "GK0204").count());
    assert_eq!(human.matches(warned).count(), told, "warnings are all told");
}

#[test]
fn what_the_list_of_what_to_do_advises_can_be_typed() {
    let folder = Project::empty();
    run(folder.root(), ["init"]).code(0);
    let human = run(folder.root(), ["check"]).code(0).out;
    let advice =
        human.lines().map(|line| line.trim_matches([' ', '│', '├', '╰'])).find(|it| it.starts_with("gongkai nil"));
    let words: Vec<&str> = advice.expect("an advice").split(' ').skip(1).collect();
    let item = words[1];
    // Its holes as they stand say nothing, and are refused.
    run(folder.root(), &words).code(2);
    let filled = words.iter().map(|it| match *it {
        "〔原因〕" => "今年没有发生",
        "〔报告人〕" => "办公室",
        it => it,
    });
    run(folder.root(), filled).code(0);
    let left = run(folder.root(), ["check", "--format", "json"]).code(0).out;
    assert!(!left.contains(item), "{item} is dealt with");
}

#[test]
fn who_writes_the_title_of_an_item_is_told_its_id() {
    let folder = Project::empty();
    run(folder.root(), ["init"]).code(0);
    let guide = folder.read("content/公开指南.md").replace("item = \"openness/guide\"", "item = \"机构职能\"");
    folder.write("content/公开指南.md", guide);
    let human = run(folder.root(), ["check"]).code(1).out;
    assert!(human.contains("是不是想写“overview/functions”"), "{human}");
}

#[test]
fn a_name_comes_without_its_quotes_and_an_id_that_nobody_typed_is_said() {
    for (at, name) in ["“某县水利局”", " 某县水利局　", "《某县水利局》", "\"某县水利局\""].iter().enumerate()
    {
        let folder = Project::empty();
        let done = run(folder.root(), ["init", "p", "--name", name]).code(0);
        assert!(folder.read("p/catalogue/organisation.toml").contains("name = \"某县水利局\""), "{at}");
        assert!(done.err.contains("机构标识用了 mouju") && done.err.contains("--id"), "{}", done.err);
    }
    let folder = Project::empty();
    let done = run(folder.root(), ["init", "p", "--name", "某县水利局", "--id", "shuili"]).code(0);
    assert!(!done.err.contains("机构标识"), "{}", done.err);
}

#[test]
fn no_project_is_made_in_version_control() {
    let folder = Project::empty();
    folder.write(".git/config", "[core]\n");
    let before = tree(folder.root());
    for dir in [".git", ".git/hooks", "./.git/../.git/new", ".GIT"] {
        for sample in [&[][..], &["--sample"]] {
            let done = run(folder.root(), [&["init", dir], sample].concat()).code(2);
            assert!(done.err.contains(".git"), "{dir}: {}", done.err);
        }
    }
    run(&folder.at(".git"), ["init"]).code(2);
    run(&folder.at(".git"), ["init", "new"]).code(2);
    run(&folder.at(".git"), ["init", "new/one"]).code(2);
    assert_eq!(tree(folder.root()), before);
    run(folder.root(), ["init", "--sample"]).code(0);
}
