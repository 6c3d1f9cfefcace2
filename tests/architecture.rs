//! The house stands as its plan says: floors, walls, lengths, first lines. The plan is read from `src/lib.rs` itself.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use super::support::{committed::at, files::ending};

/// A file of the house.
struct File {
    /// Path below `src/`, with `/`.
    path: String,
    /// Its text.
    text: String,
    /// Its text without comments and literals, and without unit tests.
    code: String,
}

impl File {
    /// The room it stands in.
    fn room(&self) -> &str {
        self.path.split(['/', '.']).next().unwrap_or("")
    }

    /// How deep below `src/` its module stands: `print/human.rs` is `crate::print::human`, two deep.
    fn depth(&self) -> usize {
        let parts = self.path.split('/').count();
        if self.path.ends_with("/mod.rs") { parts - 1 } else { parts }
    }
}

fn house() -> Vec<File> {
    let root = at("src");
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("readable");
        let path = path.strip_prefix(&root).expect("below src").to_string_lossy().into_owned();
        let tests = text.find("#[cfg(test)]\nmod tests").unwrap_or(text.len());
        let code = bare(&text[..tests]);
        File { path, text, code }
    };
    ending(&root, "rs").into_iter().map(read).filter(|it| !it.path.contains("/tests/")).collect()
}

/// The rooms, floor by floor, as `src/lib.rs` lists them.
fn floors() -> Vec<Vec<String>> {
    let text = fs::read_to_string(at("src/lib.rs")).expect("readable");
    let mut floors = vec![Vec::new()];
    for line in text.lines() {
        let module = line.strip_prefix("pub(crate) mod ").or_else(|| line.strip_prefix("pub mod "));
        if let Some(name) = module.and_then(|it| it.strip_suffix(';')) {
            floors.last_mut().expect("at least one").push(name.to_owned());
        } else if line.is_empty() {
            floors.push(Vec::new());
        }
    }
    floors.retain(|it| !it.is_empty());
    floors
}

/// `text` without comments, strings and characters: each becomes spaces, so that lines stay.
fn bare(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text[at..];
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("r\"") || rest.starts_with("r#") && raw(rest).is_some() {
            raw(rest).unwrap_or(1)
        } else if rest.starts_with('"') {
            quoted(rest)
        } else if rest.starts_with('\'') {
            character(rest)
        } else {
            let length = rest.chars().next().map_or(1, char::len_utf8);
            out.push_str(&rest[..length]);
            at += length;
            continue;
        };
        out.extend(rest[..length].chars().map(|it| if it == '\n' { '\n' } else { ' ' }));
        at += length;
    }
    out
}

fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, it) in rest.char_indices().skip(1) {
        match it {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn raw(rest: &str) -> Option<usize> {
    let marks = rest[1..].len() - rest[1..].trim_start_matches('#').len();
    rest[1 + marks..].starts_with('"').then_some(())?;
    let end = format!("\"{}", "#".repeat(marks));
    rest[2 + marks..].find(&end).map(|at| at + 2 + marks + end.len())
}

/// A character's literal, or the one mark of a lifetime.
fn character(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), _) => rest[2..].char_indices().skip(1).find(|it| it.1 == '\'').map_or(1, |it| it.0 + 3),
        (_, Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

#[test]
fn literals_and_comments_are_told_from_code() {
    let seen = bare("a \"x // y\\\" z\" 'b' '\\'' r#\"q\" w\"# <'c> // d\n'公' e");
    assert_eq!(seen.split_whitespace().collect::<Vec<_>>(), ["a", "<", "c>", "e"]);
}

/// The rooms that `file` uses, each with a line.
fn uses(file: &File) -> Vec<(usize, String)> {
    let code = &file.code;
    let mut found = Vec::new();
    let line = |at: usize| code[..at].matches('\n').count() + 1;
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|it: char| it.is_alphanumeric() || it == '_' || it == '$') {
            continue;
        }
        let rest = &code[at + 7..];
        if let Some(group) = rest.strip_prefix('{') {
            found.extend(group_names(group).into_iter().map(|it| (line(at), it)));
        } else {
            found.push((line(at), word(rest)));
        }
    }
    // `super::super::other` leaves the room when it climbs to the crate.
    for (at, _) in code.match_indices("super::") {
        if code[..at].ends_with("super::") {
            continue;
        }
        let rest = &code[at..];
        let climbs = rest.len() - rest.trim_start_matches("super::").len();
        if climbs / "super::".len() >= file.depth() {
            found.push((line(at), word(&rest[climbs..])));
        }
    }
    found
}

fn word(text: &str) -> String {
    text.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect()
}

/// The first names in a group of uses: `a::b, c::{d, e}, f` names a, c and f.
fn group_names(group: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut depth = 0;
    let mut start = true;
    for (at, it) in group.char_indices() {
        match it {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => start = true,
            _ if start && it.is_alphanumeric() => {
                names.push(word(&group[at..]));
                start = false;
            }
            _ => {}
        }
    }
    names
}

#[test]
fn a_room_uses_only_rooms_of_floors_above_it() {
    let level: BTreeMap<String, usize> = floors()
        .into_iter()
        .enumerate()
        .flat_map(|(at, rooms)| rooms.into_iter().map(move |room| (room, at)))
        .collect();
    let mut wrong = Vec::new();
    for file in house().iter().filter(|it| !matches!(it.room(), "lib" | "main")) {
        let own = level.get(file.room());
        for (line, name) in uses(file) {
            let may = name == file.room() || level.get(&name).zip(own).is_some_and(|(used, own)| used < own);
            if !may {
                wrong.push(format!("src/{}:{line}: {} uses {name}", file.path, file.room()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_plan_names_every_room_and_no_other() {
    let planned: Vec<String> = floors().concat();
    let mut rooms: Vec<String> = house().iter().map(|it| it.room().to_owned()).collect();
    rooms.dedup();
    rooms.retain(|it| it != "lib" && it != "main");
    let mut sorted = planned;
    sorted.sort();
    assert_eq!(sorted, rooms);
}

#[test]
fn the_map_for_readers_shows_the_same_floors() {
    let map = fs::read_to_string(at("ARCHITECTURE.md")).expect("readable");
    let mut shown: Vec<Vec<String>> = Vec::new();
    for row in map.lines().filter_map(|it| it.strip_prefix("| ")) {
        let mut cells = row.split('|').map(str::trim);
        let (Some(floor), Some(room)) = (cells.next(), cells.next()) else { continue };
        let Some(room) = room.strip_prefix('`').and_then(|it| it.strip_suffix('`')) else { continue };
        if let Ok(floor) = floor.parse::<usize>() {
            assert_eq!(floor, shown.len() + 1, "the floor of `{room}`");
            shown.push(Vec::new());
        }
        // A room without a number stands beside the one above it: `| | room | … |`.
        shown.last_mut().expect("the first floor has a number").push(room.to_owned());
    }
    assert_eq!(shown, floors());
}

#[test]
fn every_file_says_what_it_is_and_is_short() {
    let mut wrong = Vec::new();
    let mut lengths = Vec::new();
    for folder in ["src", "tests"] {
        for path in ending(&at(folder), "rs") {
            let text = fs::read_to_string(&path).expect("readable");
            let shown = path.strip_prefix(at("")).expect("below the repository").display().to_string();
            if !text.starts_with("//! ") {
                wrong.push(format!("{shown}: the first line does not say what the file is"));
            }
            let length = text.lines().count();
            if length > 500 {
                wrong.push(format!("{shown}: {length} lines of at most 500"));
            }
            if folder == "src" {
                lengths.push(length);
            }
        }
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    if median >= 180 {
        wrong.push(format!("the median of all files is {median} lines"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Words that no file of the house may hold, with the files that may and the reason for all.
const FORBIDDEN: [(&[&str], &[&str], &str); 7] = [
    (&["todo!", "unimplemented!", "#[ignore", "dbg!"], &[], "what is begun is finished or not there"),
    // ammonia's own interface takes them; nothing there goes through them in order.
    (&["HashMap", "HashSet"], &["markup/repair.rs"], "their order differs from run to run, and outputs may not"),
    (
        &["std::fs", "std::net", "std::process::Command", "File::open"],
        &["driver/", "cli/"],
        "only driver and cli have a disk",
    ),
    (
        &["std::env", "env::var", "env::args"],
        &["driver/", "cli/", "main.rs"],
        "only driver and cli look at the environment",
    ),
    (&["SystemTime", "Instant::now", "Local::now", "Zoned::now"], &["driver/"], "today comes in as a value"),
    (
        &["println!", "eprintln!", "print!(", "stdout()", "stderr()"],
        &["cli/", "driver/"],
        "rules and pages make values; cli prints",
    ),
    (&["unsafe ", "static mut", "thread_local!"], &[], "the house is safe and has no hidden state"),
];

#[test]
fn what_the_world_is_stays_at_the_door() {
    let mut wrong = Vec::new();
    for file in house() {
        for (words, rooms, reason) in FORBIDDEN {
            if rooms.iter().any(|it| file.path.starts_with(it)) {
                continue;
            }
            for word in words {
                for (at, _) in file.code.match_indices(word) {
                    let line = file.code[..at].matches('\n').count() + 1;
                    wrong.push(format!("src/{}:{line}: {word}: {reason}", file.path));
                }
            }
        }
        for (line, text) in file.text.lines().enumerate() {
            if text.contains("FIXME") || text.contains("TODO") || text.contains("XXX:") {
                wrong.push(format!("src/{}:{}: {}", file.path, line + 1, text.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_face_names_its_children_and_no_more() {
    let mut wrong = Vec::new();
    for file in house().iter().filter(|it| it.path.ends_with("mod.rs")) {
        for (line, text) in file.code.lines().enumerate() {
            let text = text.trim_start().trim_start_matches("pub ").trim_start_matches("pub(crate) ");
            if ["fn ", "struct ", "enum ", "impl ", "impl<", "trait ", "static ", "macro_rules!"]
                .iter()
                .any(|it| text.starts_with(it))
            {
                wrong.push(format!("src/{}:{}: {text}", file.path, line + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_room_is_a_lumber_room() {
    let bad = ["util", "utils", "helper", "helpers", "misc", "common", "prelude"];
    for file in house() {
        for part in Path::new(&file.path).with_extension("").iter().filter_map(|it| it.to_str()) {
            assert!(!bad.contains(&part), "src/{}: name it by what it is", file.path);
        }
        let glob = file.code.contains("use super::*") || file.code.contains("use crate::*");
        assert!(!glob, "src/{}: name what is used", file.path);
    }
    let forbids = fs::read_to_string(at("Cargo.toml")).expect("readable");
    assert!(forbids.contains("unsafe_code = \"forbid\""), "unsafe code is forbidden for the whole package");
}

/// Every path in `code` that begins with `start`, as its segments; a group of uses gives a path for each of its names.
fn paths(code: &str, start: &str) -> Vec<Vec<String>> {
    let begins = |at: &usize| !code[..*at].ends_with(|it: char| it.is_alphanumeric() || matches!(it, '_' | ':' | '$'));
    let found = code.match_indices(start).map(|it| it.0).filter(begins);
    found.flat_map(|at| branches(&code[at..]).0).collect()
}

/// The paths of the tree of uses that begins `text`, and what stands behind it.
fn branches(text: &str) -> (Vec<Vec<String>>, &str) {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        let mut all = Vec::new();
        loop {
            let (some, behind) = branches(rest);
            all.extend(some);
            let next = behind.find([',', '}']).unwrap_or(behind.len());
            match behind[next..].strip_prefix(',') {
                Some(more) if !more.trim_start().starts_with('}') => rest = more,
                Some(more) => return (all, more.trim_start().trim_start_matches('}')),
                None => return (all, behind[next..].trim_start_matches('}')),
            }
        }
    }
    let name = word(text);
    let rest = &text[name.len()..];
    match rest.strip_prefix("::") {
        Some(inner) if !name.is_empty() => {
            let (mut all, behind) = branches(inner);
            for it in &mut all {
                it.insert(0, name.clone());
            }
            (all, behind)
        }
        _ => (vec![vec![name]], rest),
    }
}

/// The file that `path` leads to from the module `base`: the file of a module, or the one that a `mod.rs` names it from.
fn leads_to(files: &BTreeMap<String, File>, base: &[String], path: &[String]) -> Option<String> {
    let whole = [base, path].concat();
    let module = (base.len().max(1)..=whole.len()).rev().find_map(|length| {
        let below = whole[..length].join("/");
        let file = [format!("{below}.rs"), format!("{below}/mod.rs")].into_iter().find(|it| files.contains_key(it));
        file.map(|file| (length, file))
    });
    let (length, file) = module?;
    let Some(folder) = file.strip_suffix("/mod.rs") else { return Some(file) };
    let name = whole.get(length)?;
    let home: Vec<String> = folder.split('/').map(str::to_owned).collect();
    let statements = files[&file].code.split(';').filter_map(|it| it.rsplit_once("use ").map(|it| it.1));
    let shown = statements.flat_map(|it| branches(it).0).find(|it| it.last() == Some(name))?;
    leads_to(files, &home, &shown)
}

/// Rooms whose files still use each other in a circle.
const CIRCULAR: [&str; 4] = ["record", "site", "compliance", "syntax"];

#[test]
fn files_of_a_room_do_not_use_each_other_in_circles() {
    let files: BTreeMap<String, File> = house().into_iter().map(|it| (it.path.clone(), it)).collect();
    let mut arrows: Vec<(String, String)> = Vec::new();
    for file in files.values().filter(|it| !it.path.ends_with("mod.rs") && !CIRCULAR.contains(&it.room())) {
        let module: Vec<String> = file.path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        let climbing = paths(&file.code, "super::").into_iter().map(|path| {
            let climbs = path.iter().take_while(|it| *it == "super").count();
            (module[..module.len().saturating_sub(climbs)].to_vec(), path[climbs..].to_vec())
        });
        let rooted = paths(&file.code, "crate::").into_iter().map(|path| (Vec::new(), path[1..].to_vec()));
        let used = climbing.chain(rooted).filter_map(|(base, path)| leads_to(&files, &base, &path));
        arrows.extend(used.filter(|it| *it != file.path).map(|it| (file.path.clone(), it)));
    }
    assert!(arrows.iter().any(|it| *it == ("markup/html.rs".into(), "markup/link.rs".into())), "arrows are seen");
    // What nothing uses, and what uses nothing, is in no circle; what is left when all such is gone is.
    loop {
        let before = arrows.len();
        let ends: Vec<_> = arrows.iter().map(|it| it.1.clone()).collect();
        arrows.retain(|it| ends.contains(&it.0));
        let starts: Vec<_> = arrows.iter().map(|it| it.0.clone()).collect();
        arrows.retain(|it| starts.contains(&it.1));
        if arrows.len() == before {
            break;
        }
    }
    let shown: Vec<String> = arrows.iter().map(|(from, to)| format!("src/{from} uses src/{to}")).collect();
    assert!(shown.is_empty(), "{}", shown.join("\n"));
}
