//! One slip is told once, and what mends it leaves nothing else to be told of it.

use super::support::{binary::run, project::Project};

const ENTRY: &str = "content/2018/值守.md";

/// The codes of the errors told of an entry with that text.
fn errors(text: &str) -> Vec<String> {
    let project = Project::base();
    project.write(ENTRY, text);
    let done = run(project.root(), ["check", "--format", "json"]);
    done.findings().into_iter().filter(|it| it.level == "error" && it.path == ENTRY).map(|it| it.code).collect()
}

#[test]
fn front_matter_with_colons_is_one_error() {
    for text in [
        "标题：关于做好汛期值守工作的通知\n发文字号：示局发〔2018〕6号\n成文日期：2018年6月20日\n\n各科室：\n\n请落实值守。\n",
        "标题: 关于做好汛期值守工作的通知\n文号: 示局发〔2018〕6号\n\n请落实值守。\n",
        "---\n标题：关于做好汛期值守工作的通知\n事项：policy/notices\n---\n请落实值守。\n",
    ] {
        assert_eq!(errors(text), ["GK0003"], "{text}");
    }
}

#[test]
fn a_review_in_one_sentence_is_one_error() {
    for secrecy in
        ["保密员 2018-06-21", "\"保密员 2018-06-21\"", "保密员，2018年6月21日", "保密员（2018-06-21）", "保密员"]
    {
        let text = format!(
            "+++\ntitle = \"关于做好汛期值守工作的通知\"\nitem = \"policy/notices\"\nkind = \"document\"\nmade = 2018-06-20\npublished = 2018-06-22\nsummary = \"部署值守。\"\n[review]\nsecrecy = {secrecy}\n+++\n请落实值守。\n"
        );
        assert_eq!(errors(&text), ["GK0005"], "{secrecy}");
    }
}

#[test]
fn brackets_of_a_year_are_told_in_every_kind() {
    let told = |kind: &str, number: &str| {
        let text = format!(
            "+++\ntitle = \"某某决定书\"\nitem = \"policy/notices\"\nkind = \"{kind}\"\nnumber = \"{number}\"\nmade = 2018-06-20\ndecided = 2018-06-20\npublished = 2018-06-22\nsummary = \"公布决定。\"\n[review]\nsecrecy = {{ by = \"保密员\", on = 2018-06-21 }}\n+++\n处以警告。\n"
        );
        let project = Project::base();
        project.write(ENTRY, text);
        let done = run(project.root(), ["check", "--format", "json"]);
        done.findings().into_iter().filter(|it| it.code == "GK0306").count()
    };
    for kind in ["penalty", "project", "licence", "document"] {
        for number in ["示市监罚[2018]12号", "示市监罚【2018】12号", "示市监罚（2018）12号"] {
            assert_eq!(told(kind, number), 1, "{kind} {number}");
        }
        assert_eq!(told(kind, "示市监罚〔2018〕12号"), 0, "{kind}");
    }
    // Courts, and systems of their own.
    assert_eq!(told("penalty", "（2018）赣07行初1号") + told("project", "2018-360700-00-01-000000"), 0);
}

#[test]
fn a_word_of_the_field_leads_to_what_speaks_of_it() {
    let folder = Project::empty();
    let out = |word: &str| run(folder.root(), ["explain", word]).code(0).out;
    let told = out("零报告");
    for line in ["GK0214", "gongkai nil", "[[nil]]"] {
        assert!(told.contains(line), "{line}: {told}");
    }
    assert!(out("五公开").contains("决策公开"));
    assert!(
        out("依申请公开").contains("GK0107") && out("保密审查").contains("GK0701") && out("逾期").contains("GK0403")
    );
    assert!(out("年报").contains("GK0320"));
    run(folder.root(), ["explain", "号"]).code(2);
    run(folder.root(), ["explain", "月亮"]).code(2);
}
