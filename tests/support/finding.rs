//! A finding as the JSON output tells it.

use serde_json::Value;

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Path of its file, empty for the project as a whole.
    pub path: String,
    /// Its line, 0 for a file as a whole.
    pub line: u64,
    /// `GK0401`.
    pub code: String,
    /// `late-publication`.
    pub name: String,
    /// `error`, `warn`, `note`.
    pub level: String,
    /// `stop`, `verdict`.
    pub effect: String,
    /// What is wrong, in Chinese.
    pub message: String,
    /// Whether an exception explains it.
    pub explained: bool,
}

/// The findings in the JSON document `text`.
pub fn findings(text: &str) -> Vec<Finding> {
    let document: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}:\n{text}"));
    let list = document["findings"].as_array().expect("a list of findings");
    list.iter().map(one).collect()
}

fn one(value: &Value) -> Finding {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    Finding {
        path: text(&value["place"]["path"]),
        line: value["place"]["start"]["line"].as_u64().unwrap_or(0),
        code: text(&value["code"]),
        name: text(&value["name"]),
        level: text(&value["level"]),
        effect: text(&value["effect"]),
        message: text(&value["message"]["zh"]),
        explained: value["explained"].is_object(),
    }
}
