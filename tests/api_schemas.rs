//! The JSON Schemas that the site publishes: every file of the data is as its own says, a spoilt one is refused, and the document says the same.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use jsonschema::Validator;
use serde_json::{Value, json};

use super::{
    outputs,
    support::{binary::run, committed::at, files::ending, project::Project},
};

/// The files of the data of a built site, by path below `api/v1`, each with the schema that it names.
fn data(project: &Project) -> BTreeMap<String, (Value, Value)> {
    let root = project.at("public/api/v1");
    let read = |text: String| -> Value { serde_json::from_str(&text).expect("JSON") };
    let index = read(project.read("public/api/v1/index.json"));
    let url = index["url"].as_str().expect("the site's address");
    let mut found = BTreeMap::new();
    for path in ending(&root, "json") {
        let name = path.strip_prefix(&root).expect("below it").to_string_lossy().into_owned();
        if name.starts_with("schema/") {
            continue;
        }
        let file = read(fs::read_to_string(&path).expect("a file of data"));
        let named = file["$schema"].as_str().expect("a schema");
        let place = named.strip_prefix(url).unwrap_or_else(|| panic!("{name}: {named} is not below {url}"));
        let schema = read(project.read(&format!("public/{place}")));
        assert_eq!(schema["$id"], file["$schema"], "{name}");
        found.insert(name, (file, schema));
    }
    found
}

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::meta::validate(schema).expect("a schema of 2020-12");
    jsonschema::draft202012::new(schema).expect("a schema")
}

#[test]
fn every_file_is_as_its_schema_says() {
    let golden = Project::copy_of(&at("tests/golden"));
    for project in [outputs::more(), golden] {
        run(project.root(), ["build", "-q"]).code(0);
        let data = data(&project);
        assert!(data.len() > 5, "{:?}", data.keys());
        for (name, (file, schema)) in &data {
            let validator = validator(schema);
            let wrong: Vec<String> =
                validator.iter_errors(file).map(|it| format!("{}: {it}", it.instance_path())).collect();
            assert_eq!(wrong, Vec::<String>::new(), "{name}");
            spoilt(name, file, &validator, schema);
        }
    }
}

/// A file that lacks what it must have, or has it in another form, is refused; one that has more is not.
fn spoilt(name: &str, file: &Value, validator: &Validator, schema: &Value) {
    let with = |key: &str, value: Value| {
        let mut other = file.clone();
        other[key] = value;
        other
    };
    assert!(!validator.is_valid(&with("version", "2".into())), "{name} of another version");
    assert!(validator.is_valid(&with("added_later", json!([1, null]))), "{name} with a field more");
    let required = schema["required"].as_array().expect("what a file must have");
    assert!(required.len() > 2, "{name}: {required:?}");
    for key in required.iter().filter_map(Value::as_str) {
        let mut without = file.clone();
        without.as_object_mut().expect("an object").remove(key);
        assert!(!validator.is_valid(&without), "{name} without {key}");
        assert!(!validator.is_valid(&with(key, Value::Null)), "{name} with null for {key}");
        assert!(!validator.is_valid(&with(key, json!({}))), "{name} with an object for {key}");
    }
    // The same a floor below: the first of each list of objects.
    for (key, list) in file.as_object().expect("an object") {
        let Some(first) = list.get(0).filter(|it| it.is_object()) else { continue };
        let kind = schema["properties"][key]["items"]["$ref"].as_str().expect("a type of its own");
        let kind = &schema["$defs"][kind.trim_start_matches("#/$defs/")];
        for must in kind["required"].as_array().expect("what it must have").iter().filter_map(Value::as_str) {
            let mut first = first.clone();
            first.as_object_mut().expect("an object").remove(must);
            assert!(!validator.is_valid(&with(key, json!([first]))), "{name}: {key} without {must}");
        }
    }
}

/// What a type is called in `docs/en/outputs.md`.
fn written(schema: &Value) -> String {
    if let Some(kind) = schema["$ref"].as_str() {
        return format!("`{}`", kind.trim_start_matches("#/$defs/"));
    }
    let of = |schema: &Value| match written(schema).as_str() {
        "string" => "strings".to_owned(),
        "list of strings" => "lists of strings".to_owned(),
        // A figure is a number, a text, or more figures.
        "`Figure`" => String::new(),
        other => other.to_owned(),
    };
    match schema["type"].as_str() {
        Some("integer") => "number".to_owned(),
        Some("array") => format!("list of {}", of(&schema["items"])),
        Some("object") => match of(&schema["additionalProperties"]) {
            of if of.is_empty() => "object".to_owned(),
            of => format!("object of {of}"),
        },
        Some(other) => other.to_owned(),
        None => panic!("no type: {schema}"),
    }
}

/// A table of the document: names with their types; `?` behind a name says that it may be left out.
type Table = BTreeSet<(String, String)>;

/// The tables of a part of the document: that of the file, and those of its types.
fn tables(part: &str) -> BTreeMap<String, Table> {
    let mut tables = BTreeMap::new();
    let mut kind = String::new();
    for line in part.lines() {
        if let Some(name) = line.strip_prefix("**").and_then(|it| it.split_once("**")) {
            name.0.clone_into(&mut kind);
        } else if let Some(row) = line.strip_prefix("| `") {
            let (name, rest) = row.split_once('`').expect("a name");
            let (mark, rest) = rest.split_once(" | ").expect("a type");
            let (of, _) = rest.split_once(" | ").expect("what it is");
            tables.entry(kind.clone()).or_insert_with(Table::new).insert((format!("{name}{mark}"), of.to_owned()));
        }
    }
    tables
}

/// The same of a schema.
fn table(schema: &Value) -> Table {
    let must: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let fields = schema["properties"].as_object().into_iter().flatten();
    // Every file begins with these two.
    let own = fields.filter(|it| !["$schema", "version"].contains(&it.0.as_str()));
    let mark = |name: &str| if must.contains(&name) { "" } else { "?" };
    own.map(|(name, it)| (format!("{name}{}", mark(name)), written(it))).collect()
}

#[test]
fn the_document_says_what_the_schemas_say() {
    let project = Project::copy_of(&at("tests/golden"));
    run(project.root(), ["build", "-q"]).code(0);
    let document = fs::read_to_string(at("docs/en/outputs.md")).expect("the document");
    let mut said = 0;
    // Lines of texts have the names of entries, and one more.
    let mut schemas = ending(&project.at("public/api/v1/schema"), "json").len() - 1;
    for (file, part) in outputs::parts(&document) {
        let name = match file.split(['/', '.']).next() {
            Some("registers") => "register",
            Some(name) => name,
            None => continue,
        };
        let schema = project.read(&format!("public/api/v1/schema/{name}.schema.json"));
        let schema: Value = serde_json::from_str(&schema).expect("JSON");
        let mut own = BTreeMap::from([(String::new(), table(&schema))]);
        for (kind, it) in schema["$defs"].as_object().into_iter().flatten() {
            if kind != "Figure" {
                own.insert(kind.clone(), table(it));
            }
        }
        assert_eq!(tables(part), own, "{file}");
        said += own.values().map(BTreeSet::len).sum::<usize>();
        schemas -= 1;
    }
    assert_eq!(schemas, 0, "schemas of which the document does not speak");
    assert!(said > 300, "{said}");
}
