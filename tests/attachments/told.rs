//! What is told of a file that an entry offers.

use gongkai::internals::{diagnostic::Diagnostic, world::MemoryWorld};

use crate::support::library::{base, check};

pub const IDENTITY: &str = "11010519491231002X";
pub const PHONE: &str = "13812345678";
pub const MARK: &str = "机密★10年";

/// The base project with a file that its entry offers.
pub fn world(name: &str, bytes: Vec<u8>) -> MemoryWorld {
    let mut world = base();
    let entry = String::from_utf8(world.get("content/2018/通知.md").expect("an entry").to_vec()).expect("UTF-8");
    world.write("content/2018/通知.md", format!("{entry}\n见[附件](<{name}>)。\n"));
    world.write(format!("content/2018/{name}"), bytes);
    world
}

/// What is told of privacy and secrecy in a file: codes and messages.
pub fn told(name: &str, bytes: Vec<u8>) -> Vec<(&'static str, String)> {
    let told = |it: &Diagnostic| (it.finding.rule.code, it.finding.message.zh.clone());
    let all = check(world(name, bytes), None).report.diagnostics;
    all.iter().map(told).filter(|it| ["GK07", "GK08", "GK03"].iter().any(|code| it.0.starts_with(code))).collect()
}

pub fn has(told: &[(&str, String)], code: &str) -> bool {
    told.iter().any(|it| it.0 == code)
}
