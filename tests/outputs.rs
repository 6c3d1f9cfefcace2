//! What `docs/en/outputs.md` says of the data is there: every name occurs in some file of the sample.

use std::fs;

use super::support::{binary::run, committed::at, files::ending, project::Project};

/// Names that no file of the sample has: no item of it has a time limit for each class of information.
const ABSENT: &[&str] = &["for"];

/// The names in the tables below `## The data`.
fn names(document: &str) -> Vec<String> {
    let data = document.split_once("\n## The data").expect("a part about the data").1;
    let data = data.split("\n## ").next().unwrap_or(data);
    let cells = data.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`')).map(|it| it.0.to_owned());
    cells.collect()
}

#[test]
fn every_name_of_the_data_occurs_in_the_sample() {
    let project = Project::copy_of(&at("."));
    run(project.root(), ["build", "-q"]).code(0);
    let files = ending(&project.at("public/api/v1"), "json");
    let all: String = files.iter().map(|path| fs::read_to_string(path).expect("a file of data")).collect();
    let names = names(&fs::read_to_string(at("docs/en/outputs.md")).expect("the document"));
    assert!(names.len() > 60 && names.iter().any(|it| it == "genre"), "the tables are read: {}", names.len());
    let missing: Vec<_> = names.iter().filter(|name| !all.contains(&format!("\"{name}\":"))).collect();
    assert_eq!(missing, ABSENT, "named in docs/en/outputs.md and in no file");
    assert!(all.contains("\"genre\":\"notice\",\"genre_label\":\"通知\"") || all.contains("\"genre_label\": \"通知\""));
}
