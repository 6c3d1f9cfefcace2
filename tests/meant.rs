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
