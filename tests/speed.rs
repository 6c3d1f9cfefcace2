//! The measure of speed measures: every row is told, and nothing is left behind. How fast it is, is not judged here.

use std::{fs, process::Command};

use serde_json::Value;

use super::support::{committed::at, files::list, project::Project};

#[test]
fn every_goal_is_measured_and_nothing_is_left_behind() {
    if Command::new("python3").arg("--version").output().is_err() {
        println!("skipped: no Python");
        return;
    }
    let (folder, told) = (Project::empty(), Project::empty());
    let json = told.at("runs.json");
    let before = list(&at("tests/bench"));
    let done = Command::new("python3")
        .arg(at("tests/bench/run.py"))
        .args(["--documents", "20", "--runs", "1", "--no-peers", "--pause", "0"])
        .args(["--gongkai", env!("CARGO_BIN_EXE_gongkai"), "--folder"])
        .args([folder.root(), "--json".as_ref(), &json])
        .output()
        .expect("python3 starts");
    let table = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{table}{}", String::from_utf8_lossy(&done.stderr));
    let runs: Value = serde_json::from_slice(&fs::read(&json).expect("the runs")).expect("JSON");
    let round = runs["rounds"][0].as_object().expect("a round");
    for run in ["cold", "unchanged", "edited", "added", "check cold", "check edited", "jobs 1", "small"] {
        assert!(round[run]["wall"].as_f64().is_some_and(|it| it > 0.0), "{run}");
    }
    // The program still says how many files it changed, and how long its phases took, in the words that are looked for.
    assert!(["edited", "added"].iter().all(|it| round[*it]["changed"].as_u64().is_some_and(|it| it > 0)), "{round:?}");
    for phase in ["standing", "rules", "commit"] {
        assert!(round["cold"]["phases"][phase].is_number(), "{phase}");
    }
    for row in runs["rows"].as_array().expect("rows") {
        let measure = row["measure"].as_str().expect("a name");
        assert!(table.contains(&format!("\n| {measure} |")), "{measure} is not in the table:\n{table}");
    }
    assert!(list(folder.root()).is_empty() && list(&at("tests/bench")) == before, "something was left behind");
}
