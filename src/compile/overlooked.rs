//! 1910: files that are not read, for how their names end or where they lie.

use super::folded::{Folded, folded};
use crate::{
    day::{Period, YearPart},
    diagnostic::{Finding, Findings},
    source::Place,
    syntax::OVERLOOKED_FILE,
    vocabulary::Text,
};

/// Tells files whose names end otherwise, each with the name that was meant. Where a file of that name is there already, which
/// of the two is right only a person knows.
pub fn misnamed(mut files: Vec<(String, String)>, all: &[Folded], findings: &mut Findings) {
    files.sort_unstable();
    for (path, meant) in files {
        let message =
            text! { zh: "没有读文件 {path}：名称的结尾不对", en: "{path} is not read: its name ends otherwise" };
        if is_taken(&meant, &path, all) {
            raise(message, &path, findings).help(text! {
                zh: "已经有 {meant} 了：看看是不是同一份，不要的删去",
                en: "there is {meant} already: see whether both are the same, and delete what is not wanted",
            });
            continue;
        }
        let finding = raise(message, &path, findings).help(text! { zh: "改名为 {meant}", en: "rename it {meant}" });
        // Other programs' files and copies kept aside are no text of ours, whatever they are called.
        if !["doc", "docx"].iter().any(|it| path.to_ascii_lowercase().ends_with(it)) && !path.contains(".bak") {
            finding.rename(path, meant);
        }
    }
}

/// Tells entries that lie elsewhere than below `content`, each with where it belongs.
pub fn elsewhere(paths: &[String], all: &[Folded], findings: &mut Findings) {
    for path in paths {
        // The folder it lies in says nothing of the entry, those below it may.
        let below = path.split_once('/').map_or(path.as_str(), |it| it.1);
        let to = format!("content/{below}");
        let message = text! {
            zh: "没有读文件 {path}：条目要放在 content 文件夹里",
            en: "{path} is not read: entries belong below content/",
        };
        let help = if is_taken(&to, path, all) {
            text! {
                zh: "content 里已经有 {below} 了：看看是不是同一份，不是的改个名再移过去",
                en: "there is {to} already: see whether both are the same, else move it there by another name",
            }
        } else {
            text! { zh: "移动：{path} → {to}", en: "move it: {path} -> {to}" }
        };
        raise(message, path, findings).help(help);
    }
}

/// Tells files among what was kept of inspections that no report reads, each with the name that was meant, where one was.
pub fn kept(beside: &[String], all: &[Folded], findings: &mut Findings) {
    const FOLDER: &str = "catalogue/history/";
    for path in beside {
        let Some(name) = path.strip_prefix(FOLDER).filter(|it| !it.starts_with('.')) else { continue };
        let is_quarter = |it: &str| {
            let quarter = it.parse::<Period>().ok().filter(|it| matches!(it.part(), YearPart::Quarter(_)));
            quarter.is_some_and(|own| own.to_string() == it)
        };
        if name.strip_suffix(".json").is_some_and(is_quarter) {
            continue;
        }
        let message = text! {
            zh: "没有读文件 {path}：检查的存档叫 2018Q3.json 这样的名称",
            en: "{path} is not read: what is kept of an inspection is called as 2018Q3.json is",
        };
        let plain: String = name.to_ascii_uppercase().chars().filter(|it| !matches!(it, '-' | '_' | ' ')).collect();
        let quarter = plain.strip_suffix(".JSON").filter(|it| is_quarter(it));
        let meant = quarter.map(|it| format!("{FOLDER}{it}.json")).filter(|it| !is_taken(it, path, all));
        let finding = raise(message, path, findings);
        if let Some(meant) = meant {
            finding.help(text! { zh: "改名为 {meant}", en: "rename it {meant}" }).rename(path.clone(), meant);
        } else {
            finding.lesser().help(text! {
                zh: "不是存档的移到别处；是存档的，改回原来的名称（哪一年哪个季度）",
                en: "move it elsewhere if it is nothing kept; else give it its name back, year and quarter",
            });
        }
    }
}

/// Whether some other file than `from` is taken for `path` by some file system.
fn is_taken(path: &str, from: &str, all: &[Folded]) -> bool {
    let name = folded(path);
    let first = all.partition_point(|it| it.0 < name);
    all[first..].iter().take_while(|it| it.0 == name).any(|it| it.1 != from)
}

fn raise<'f>(message: Text, path: &str, findings: &'f mut Findings) -> &'f mut Finding {
    findings.raise(&OVERLOOKED_FILE, Place::Project, message).at(path).key(path)
}
