//! The house stands as its plan says: floors, walls, lengths, first lines. The plan is read from `src/lib.rs` itself.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use super::support::{code::bare, committed::at, files::ending};

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
const CIRCULAR: [&str; 2] = ["compliance", "syntax"];

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

/// Rooms with a type whose methods still stand in several files.
const SPREAD: [&str; 8] = ["day", "diagnostic", "office", "publish", "record", "schema", "syntax", "vocabulary"];

#[test]
fn a_type_stands_whole_in_the_file_that_declares_it() {
    let mut wrong = Vec::new();
    for file in house().iter().filter(|it| !SPREAD.contains(&it.room())) {
        for (at, line) in file.code.lines().enumerate() {
            let Some(head) = line.strip_prefix("impl").and_then(|it| it.strip_suffix(" {")) else { continue };
            // `impl<'a, T> Name<'a> {`: no trait, and what stands in `<…>` first are the parameters.
            let name = word(head.strip_prefix('<').map_or(head, |it| it.split_once("> ").map_or("", |it| it.1)).trim());
            let declares =
                |it: &str| file.code.match_indices(it).any(|(at, _)| word(&file.code[at + it.len()..]) == name);
            let declared = declares("struct ") || declares("enum ");
            if !head.contains(" for ") && !declared {
                wrong.push(format!("src/{}:{}: methods of `{name}`, which another file declares", file.path, at + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Rooms that never use another, though it stands on a floor above them, each with the reason.
const WALLS: [(&str, &str, &str); 3] = [
    ("emit", "model", "bytes are made from the values of `site`, so a page's key covers all that is printed"),
    ("emit", "compliance", "bytes are made from the values of `site`, so a page's key covers all that is printed"),
    ("check", "syntax", "rules that look at everything see what is meant, not what was typed"),
];

#[test]
fn walls_between_rooms_have_no_door() {
    for file in house() {
        for (line, used) in uses(&file) {
            let wall = WALLS.iter().find(|it| it.0 == file.room() && it.1 == used);
            assert!(wall.is_none(), "src/{}:{line}: {wall:?}", file.path);
        }
        let through = file.room() == "emit" && file.code.contains("model::");
        assert!(!through, "src/{}: the model by another way", file.path);
    }
}

/// The types that a `static` may have, each with the reason: all are values that are the same in every run.
const STATICS: [(&str, &str); 21] = [
    ("Rule", "a rule"),
    ("&[&Rule]", "the rules that a room raises"),
    ("&[&[Check]]", "the checks of all families"),
    ("&[Family]", "the families of rules, for readers"),
    ("LazyLock<Rulebook>", "all rules by code: sorted when first asked for"),
    ("Law", "a law and the days it is in force"),
    ("&[&Law]", "all laws"),
    ("&[Ground]", "the grounds that several rules share"),
    ("&[Duty]", "duties that the law names"),
    ("Words", "fixed words in both tongues"),
    ("Vocabulary", "a closed list of words"),
    ("LazyLock<Regex>", "fixed words made ready to be searched for together"),
    ("LazyLock<Needles>", "fixed words made ready to be searched for in one pass"),
    ("LazyLock<Scripts>", "characters of the two scripts, made ready to be looked up"),
    ("LazyLock<Finder>", "the labels of parties by such words"),
    ("&[&Schema]", "the tables and keys there are"),
    ("Form", "the columns of a register that every office keeps"),
    ("&[&Form]", "all such registers"),
    ("LazyLock<Option<Schema>>", "the schema of such a register, made from its form"),
    ("[(u32,u32);N]", "ranges of characters, from Unicode"),
    ("&[(&str,&str)]", "the project that examples of rules differ from"),
];

#[test]
fn statics_are_rules_laws_and_words() {
    let mut wrong = Vec::new();
    let mut seen = Vec::new();
    for file in house().iter().filter(|it| it.path != "main.rs") {
        for (at, it) in file.code.match_indices("static ") {
            let name = file.code[at + it.len()..].trim_start_matches("mut ");
            let Some((name, rest)) = name.split_once(':') else { continue };
            // The lifetime in a type has no name behind it.
            if name.is_empty() || !name.bytes().all(|it| matches!(it, b'A'..=b'Z' | b'0'..=b'9' | b'_')) {
                continue;
            }
            let mut kind: String = rest.chars().take_while(|it| *it != '=').filter(|it| !it.is_whitespace()).collect();
            if let Some((before, after)) = kind.split_once(';') {
                kind = format!("{before};N{}", after.trim_start_matches(|it: char| it.is_ascii_digit()));
            }
            match STATICS.iter().position(|it| it.0 == kind) {
                Some(place) => seen.push(place),
                None => wrong.push(format!("src/{}: `{name}` is a {kind}", file.path)),
            }
        }
    }
    let unused = STATICS.iter().enumerate().filter(|(place, _)| !seen.contains(place));
    wrong.extend(unused.map(|(_, (kind, reason))| format!("no static is a {kind} any more: {reason}")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
