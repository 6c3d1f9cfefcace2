//! What `docs/en/outputs.md` says of the data is there, file by file: every name occurs, and no name occurs that it does not say.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use serde_json::Value;

use super::support::{
    binary::run,
    committed::at,
    files::{ending, has_ending},
    project::Project,
};

/// What the sample has none of: a field below another, a time limit for a class of information, a change that stands on a document.
const MORE: &str = r#"[[field]]
id = "below"
title = "下级事项"
parent = "restricted"

[[item]]
id = "classed"
field = "below"
title = "分类公开的信息"
disclosure = ["结果公开"]
elements = ["标题"]
basis = ["《中华人民共和国政府信息公开条例》第二十条"]
time_limit = [{ text = "20个工作日内" }, { text = "7个工作日内", for = "行政处罚" }]
occurs = "event"
organisation = "cyzsj"
channels = ["政府网站"]
audience = "全社会"
way = "主动"
level = ["县级"]

[[change]]
on = 2018-12-01
kind = "新增"
title = "分类公开的信息"
item = "below/classed"
field = "下级事项"
basis = ["《中华人民共和国政府信息公开条例》"]
"#;

/// Nor an entry that an artificial intelligence made.
const AI: &str = "+++\ntitle = \"园区招商图解\"\nitem = \"dynamics/news\"\nkind = \"news\"\nmade = 2018-12-20\npublished = 2018-12-20\n\
    summary = \"概述。\"\nai_generated = true\n[review]\nsecrecy = { by = \"保密员\", on = 2018-12-20 }\n+++\n正文。\n";

/// The parts of `document` below `## The data`, each with the file that it is about, which is JSON.
pub fn parts(document: &str) -> impl Iterator<Item = (&str, &str)> {
    let data = document.split_once("\n## The data").expect("a part about the data").1;
    let data = data.split("\n## ").next().unwrap_or(data);
    let parts = data.split("\n### `").skip(1).filter_map(|part| part.split_once('`'));
    parts.filter(|it| has_ending(it.0, &["json"]))
}

/// The names in the tables below `## The data`, by the file whose part they stand in.
fn names(document: &str) -> BTreeMap<String, BTreeSet<String>> {
    let cells = |part: &str| {
        part.lines().filter_map(|it| Some(it.strip_prefix("| `")?.split_once('`')?.0.to_owned())).collect()
    };
    parts(document).map(|(file, part)| (file.to_owned(), cells(part))).collect()
}

/// The keys of `value`, at any depth; those of `elements` and `figures` are the authors' own.
fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|it| keys(it, found)),
        Value::Object(map) => {
            for (key, value) in map {
                found.insert(key.clone());
                if !["elements", "figures"].contains(&key.as_str()) || value.is_array() {
                    keys(value, found);
                }
            }
        }
        _ => {}
    }
}

/// The sample with what it has none of.
pub fn more() -> Project {
    let project = Project::copy_of(&at("."));
    project.write("catalogue/items/more.toml", MORE);
    // A third response: of fewer there is no median.
    let response = project.read("content/2018/舆情回应/标准厂房优惠政策传言回应.md");
    project.write("content/2018/舆情回应/又一次回应.md", response.replace("title = \"", "title = \"再次"));
    project.write("content/2018/ai.md", AI);
    // Something that was public and is taken down.
    project.write("content/2018/down.md", AI.replace("title = \"", "title = \"又"));
    run(project.root(), ["build", "-q"]).code(0);
    run(project.root(), ["withdraw", "2018/down", "--reason", "重复发布"]).code(0);
    project
}

#[test]
fn every_name_of_the_data_occurs_in_the_sample_and_no_other() {
    let project = more();
    run(project.root(), ["build", "-q"]).code(0);
    let documented = names(&fs::read_to_string(at("docs/en/outputs.md")).expect("the document"));
    assert!(documented.len() >= 7 && documented.values().map(BTreeSet::len).sum::<usize>() > 100, "{documented:?}");
    let mut occurring: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in ending(&project.at("public/api/v1"), "json") {
        let name = path.strip_prefix(project.at("public/api/v1")).expect("below it").to_string_lossy().into_owned();
        let part = match name.split('/').next() {
            // They stand in `api_schemas`.
            Some("schema") => continue,
            Some("entries") => "entries/{organisation}/{year}-{n}.json",
            Some("registers") => "registers/{id}.json",
            _ => &name,
        };
        let json: Value = serde_json::from_str(&fs::read_to_string(&path).expect("a file of data")).expect("JSON");
        keys(&json, occurring.entry(part.to_owned()).or_default());
    }
    let (mut missing, mut unsaid) = (Vec::new(), Vec::new());
    for file in documented.keys().chain(occurring.keys()).collect::<BTreeSet<_>>() {
        let none = BTreeSet::new();
        let (said, has) = (documented.get(file).unwrap_or(&none), occurring.get(file).unwrap_or(&none));
        missing.extend(said.difference(has).map(|it| format!("{file}: {it}")));
        // Every file begins with these two.
        let other = has.difference(said).filter(|it| !matches!(it.as_str(), "$schema" | "version"));
        unsaid.extend(other.map(|it| format!("{file}: {it}")));
    }
    assert_eq!(unsaid, Vec::<String>::new(), "in a file and not in docs/en/outputs.md");
    assert_eq!(missing, Vec::<String>::new(), "in docs/en/outputs.md and in no file");
    let entries = &occurring["entries/{organisation}/{year}-{n}.json"];
    assert!(entries.contains("genre") && entries.contains("genre_label"));
}
