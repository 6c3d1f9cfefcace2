//! `--max-findings`: people are shown as many as they ask for, programs always all.

use super::support::{
    binary::{Done, run},
    project::Project,
};

/// An entry made in January and published in June, and one of an item that does not exist.
const FAULTS: &str = "==> content/2018/通知.md\n+++\ntitle = \"关于做好夏季防汛工作的通知\"\nitem = \"policy/notices\"\nkind = \"document\"\nmade = 2018-01-10\npublished = 2018-06-22\nsummary = \"部署夏季防汛值守、巡查和物资储备。\"\n[review]\nsecrecy = { by = \"保密员\", on = 2018-01-11 }\n+++\n各科室请落实值守。\n==> content/2018/通报.md\n+++\ntitle = \"关于值守情况的通报\"\nitem = \"policy/nothing\"\nkind = \"document\"\nmade = 2018-07-02\npublished = 2018-07-03\nsummary = \"通报汛期值守情况。\"\n[review]\nsecrecy = { by = \"保密员\", on = 2018-07-02 }\n+++\n各科室值守到位。\n";

#[test]
fn people_are_shown_as_many_as_they_ask_for_and_told_how_many_are_left() {
    let project = Project::with(FAULTS);
    let of = |args: &[&str]| run(project.root(), [&["check"], args].concat()).code(1);
    let all = of(&[]);
    let count = |done: &Done| done.out.matches("[GK").count();
    assert!(count(&all) >= 2 && !all.err.contains("没有列出"), "{}{}", all.out, all.err);
    let one = of(&["--max-findings", "1"]);
    assert_eq!(count(&one), 1);
    assert!(one.out.contains("不改正不能发布"), "the gravest first: {}", one.out);
    assert!(one.err.contains(&format!("还有 {} 条没有列出", count(&all) - 1)), "{}", one.err);
    assert_eq!(count(&of(&["--max-findings", "1000"])), count(&all));
    for format in ["concise", "json", "sarif", "github", "gitlab", "junit"] {
        let cut = of(&["--max-findings", "1", "--format", format]);
        assert_eq!(cut.out, of(&["--format", format]).out, "{format} is never cut");
        assert!(!cut.err.contains("没有列出"));
    }
    run(project.root(), ["check", "--max-findings", "many"]).code(2);
}
