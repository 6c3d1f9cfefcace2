//! What is said on the command line where a name, a period or an option was written another way.

use super::support::{binary::run, project::Project};

#[test]
fn what_was_meant_on_the_command_line_is_said() {
    let project = Project::base();
    let said = |args: &[&str]| {
        let done = run(project.root(), args.iter().chain(&["--lang", "zh"]));
        (done.code, done.out + &done.err)
    };
    let nil = |item: &str, period: &str| said(&["nil", item, period, "--reason", "没有", "--by", "办公室"]).1;
    for (typed, meant) in
        [("部门文件", "policy/notices"), ("政策文件/部门文件", "policy/notices"), ("other/notices", "policy/notices")]
    {
        assert!(nil(typed, "2018Q3").contains(meant), "{typed}: {}", nil(typed, "2018Q3"));
    }
    for (typed, meant) in [("2018年第三季度", "2018Q3"), ("2018年上半年", "2018H1"), ("2018年7月", "2018-07")]
    {
        assert!(nil("policy/notices", typed).contains(meant), "{typed}");
    }
    for (args, meant) in [
        (&["check", "—format", "json"][..], "check --format json"),
        (&["check", "–as-of", "2018-12-31"], "check --as-of 2018-12-31"),
        (&["init", "-name", "某局"], "init --name 某局"),
        (&["help"], "gongkai --help"),
        (&["help", "check"], "gongkai check --help"),
    ] {
        let (code, text) = said(args);
        assert!(code == Some(2) && text.contains(meant), "{args:?}: {text}");
    }
    for (list, word) in [
        ("themes", "国内贸易"),
        ("主题", "国内贸易"),
        ("genres", "通知"),
        ("channels", "两微一端"),
        ("kind", "政策文件"),
        ("update", "每季度"),
    ] {
        let (code, text) = said(&["explain", list]);
        assert!(code == Some(0) && text.contains(word), "{list}: {text}");
    }
    let (code, text) = said(&["explain", "GK9999"]);
    assert!(code == Some(2) && !text.contains("是不是"), "{text}");
}

#[test]
fn items_that_share_a_word_are_shown_and_all_are_listed() {
    let project = Project::base();
    for command in
        [&["new", "文件汇编", "标题"][..], &["nil", "部门的文件", "2018Q3", "--reason", "没有", "--by", "办公室"]]
    {
        let done = run(project.root(), command.iter().chain(&["--lang", "zh"])).code(2);
        assert!(done.err.contains("policy/notices    政策文件 / 部门文件"), "{}", done.err);
    }
    assert!(run(project.root(), ["explain", "items"]).code(0).out.contains("policy/notices    政策文件 / 部门文件"));
}

#[test]
fn a_nil_report_that_cannot_be_true_is_not_written() {
    let project = Project::base();
    let item = |id: &str, title: &str, more: &str| {
        format!(
            "[[item]]\nid = \"{id}\"\nfield = \"policy\"\ntitle = \"{title}\"\ndisclosure = [\"管理公开\"]\n{more}\n"
        )
    };
    let items = [
        item("accounts", "财政决算", "kind = [\"budget\"]"),
        item("duties", "机构职能", "kind = [\"page\"]"),
        item("standing", "领导信息", "occurs = \"standing\""),
        item("annual", "信息公开工作年度报告", ""),
        item("penalties", "行政处罚", "occurs = \"event\""),
        item("adjusted", "预算调整", "kind = [\"budget\"]\noccurs = \"event\""),
    ];
    project.write("catalogue/more.toml", items.concat());
    let nil = |item: &str, period: &str| {
        run(project.root(), ["nil", item, period, "--reason", "没有", "--by", "办公室", "--lang", "zh"])
    };
    for (typed, period, why) in [
        ("财政决算", "2017", "什么时候都应当有"),
        ("机构职能", "2018", "什么时候都应当有"),
        ("policy/standing", "2018", "什么时候都应当有"),
        ("policy/annual", "2017", "什么时候都应当有"),
        ("行政处罚", "2019Q1", "还没有开始"),
        ("policy/notices", "2018Q2", "content/2018/通知.md"),
    ] {
        let done = nil(typed, period).code(2);
        assert!(done.err.contains(why), "{typed}: {}", done.err);
    }
    assert!(!project.at("catalogue/nil.toml").exists());
    nil("行政处罚", "2018Q3").code(0);
    nil("policy/adjusted", "2018Q3").code(0);
}
