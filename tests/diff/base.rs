//! A superior's catalogue, both ways and body by body.

use serde_json::Value;

use crate::support::{binary::run, project::Project};

/// Two bodies and what binds them.
fn project() -> Project {
    let project = Project::base();
    project.write(
        "catalogue/z.toml",
        "[[organisation]]\nid = \"other\"\nname = \"示例区另一局\"\nkind = \"行政机关\"\n\
         [[item]]\nid = \"fees\"\nfield = \"policy\"\ntitle = \"行政事业性收费（目录）\"\norganisation = \"bureau\"\ncode = \"0701\"\n\
         [[item]]\nid = \"plans\"\nfield = \"policy\"\ntitle = \"发展规划和计划\"\norganisation = \"bureau\"\ncode = \"0801\"\n\
         [[item]]\nid = \"own\"\nfield = \"policy\"\ntitle = \"本地特色\"\norganisation = \"bureau\"\n\
         [[item]]\nid = \"theirs\"\nfield = \"policy\"\ntitle = \"抽查结果\"\norganisation = \"other\"\n\
         [[base]]\ntitle = \"局的上级目录\"\norganisation = \"bureau\"\nitems = [\"行政事业性收费 (目录)\", { title = \"发展规划与计划\", code = \"0801\" }, \"本地特色事\", \"抽查结果\", \"不涉及的\"]\n\
         [[base]]\ntitle = \"另一局的上级目录\"\norganisation = \"other\"\nitems = [\"抽查结果\"]\n\
         [[not_applicable]]\nduty = \"不涉及的\"\nreason = \"无此职能\"\n",
    );
    project
}

#[test]
fn both_directions_are_told_by_organisation() {
    let project = project();
    let done = run(project.root(), ["diff", "--base", "--format", "json"]).code(1);
    let told: Value = serde_json::from_str(&done.out).expect("JSON");
    let [one, other] = &told["organisations"].as_array().expect("a list")[..] else { panic!("two bodies: {told}") };
    assert_eq!((&one["organisation"], &other["organisation"]), (&"bureau".into(), &"other".into()));
    let rows = one["bases"][0]["rows"].as_array().expect("a list");
    let states: Vec<&str> = rows.iter().map(|it| it["state"].as_str().expect("a text")).collect();
    // Width and brackets aside; number and a title much like it; only near; another body's; declared.
    assert_eq!(states, ["kept", "kept", "lacking", "lacking", "not-applicable"], "{one:#}");
    assert_eq!(rows[1]["items"][0], "policy/plans");
    assert_eq!(rows[2]["near"][0], "policy/own");
    let additions = one["additions"].as_array().expect("a list");
    assert!(additions.contains(&"policy/own".into()) && !additions.contains(&"policy/fees".into()), "{one:#}");
    assert!(!additions.contains(&"policy/theirs".into()), "{one:#}");
    assert_eq!((&other["bases"][0]["rows"][0]["state"], &other["additions"]), (&"kept".into(), &serde_json::json!([])));

    let zh = run(project.root(), ["diff", "--base"]).code(1).out;
    assert!(zh.contains("缺少 2") && zh.contains("可能是") && zh.contains("本地特色"), "{zh}");
    run(project.root(), ["diff", "--base", "other"]).code(0);
    assert!(run(project.root(), ["diff", "--base", "nobody"]).code(2).err.contains("bureau"));
    assert!(run(Project::base().root(), ["diff", "--base"]).code(2).err.contains("[[base]]"));
    run(project.root(), ["diff", "--base", "--format", "md"]).code(2);
    // The check says the same of what is lacking.
    let told = run(project.root(), ["check", "--format", "json", "-q"]).findings();
    let dropped: Vec<_> = told.iter().filter(|it| it.code == "GK0109").map(|it| &*it.message).collect();
    assert_eq!(dropped.len(), 2, "{dropped:?}");
    assert!(dropped.iter().any(|it| it.contains("抽查结果") && it.contains("示例区示例局")), "{dropped:?}");
}
