//! The project: each key of the schema is written in it once at least.

use std::{collections::BTreeMap, fs};

use gongkai::internals::{record::Refer, world::MemoryWorld};
use toml::Table;

use super::super::support::{
    project::split,
    workbook::{rows, workbook},
};

/// Entries that are not in the lock.
pub const UNLOCKED: &[&str] = &["content/未编号.md", "content/自编号.md"];

/// The entry that is gone: only the lock knows it.
pub const GONE: &str = "content/撤下.md";
/// A file of the project.
#[derive(Clone)]
pub enum File {
    Catalogue(Table),
    Entry(Table, String),
    Other(String),
}

pub type Files = BTreeMap<String, File>;

pub fn project() -> Files {
    let file = |(path, text): (String, &str)| {
        let table = |text: &str| text.parse::<Table>().unwrap_or_else(|fault| panic!("{path}: {fault}"));
        let file = match text.strip_prefix("+++\n").and_then(|it| it.split_once("\n+++\n")) {
            Some((front, body)) => File::Entry(table(front), body.to_owned()),
            None if path.starts_with("catalogue/") && path.strip_suffix(".toml").is_some() => {
                File::Catalogue(table(text))
            }
            None => File::Other(text.to_owned()),
        };
        (path, file)
    };
    let text =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/perturb/project.txt")).expect("the project");
    split(&text).into_iter().map(file).collect()
}

pub fn world(files: &Files, lock: Option<&str>) -> MemoryWorld {
    let mut world = MemoryWorld::new("2018-12-20".parse().expect("a day"));
    for (path, file) in files {
        let text = match file {
            File::Catalogue(table) => table.to_string(),
            File::Entry(table, body) => format!("+++\n{table}+++\n{body}"),
            File::Other(text) => text.clone(),
        };
        world.write(path, text);
    }
    let (one, two) = (rows(&[&["名称"], &["沙袋"]]), rows(&[&["名称"], &["绳索"]]));
    world.write("content/台账.xlsx", workbook(&[("一", "", &one), ("二", "", &two)]));
    if let Some(lock) = lock {
        world.write("catalogue/index.lock", lock);
    }
    world
}
/// What a reference may name.
pub fn things(files: &Files, refer: Refer) -> Vec<String> {
    let list = |table: &'static str| {
        let tables = files.values().filter_map(|it| match it {
            File::Catalogue(tables) => tables.get(table)?.as_array(),
            _ => None,
        });
        tables.flatten().map(|it| it.as_table().expect("a table"))
    };
    let text = |table: &Table, key: &str| table[key].as_str().expect("a text").to_owned();
    let ids = |table| list(table).map(|it| text(it, "id")).collect();
    match refer {
        Refer::Organisation => ids("organisation"),
        Refer::Field => ids("field"),
        Refer::Item => list("item").map(|it| format!("{}/{}", text(it, "field"), text(it, "id"))).collect(),
        Refer::Entry => {
            files.keys().filter_map(|it| Some(it.strip_prefix("content/")?.strip_suffix(".md")?.to_owned())).collect()
        }
        Refer::Plan => ids("plan"),
        Refer::Project => ids("project"),
        Refer::Account => ids("account"),
        Refer::Register => ids("register"),
        Refer::Rule => ["late-publication", "missing-summary"].map(str::to_owned).to_vec(),
    }
}
