//! The guide, done as it says: each page is worked through on the project of the first hour, command by command and file by file.
//!
//! A block of TOML, Markdown or CSV is saved where the text before it says (`` `catalogue/…` ``, `` `content/…` ``), and is told
//! of by no error or warning but those whose codes its fence names. A block `sh` is typed, and ends well unless its fence says
//! `exit=1`; the lines of a block `text` after it are lines of what it says. Commands within sentences are typed as well, aside.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use toml_edit::{DocumentMut, Item, Table};

use super::support::{
    binary::gongkai,
    committed::at,
    files::{ending, tree},
    hour::{Hour, settle, typed, words},
    project::Project,
    server::Server,
};

/// A part of a page.
#[derive(Debug)]
enum Part {
    /// A piece of code within a sentence.
    Code(String),
    /// A block: its line, its language, what else its fence says, its lines.
    Block(usize, String, String, Vec<String>),
}

fn parts(text: &str) -> Vec<Part> {
    let mut out = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        if let Some((indent, fence)) = line.split_once("```").filter(|it| it.0.trim().is_empty()) {
            let (language, rest) = fence.split_once(' ').unwrap_or((fence, ""));
            let inside = lines.by_ref().map(|it| it.1).take_while(|it| it.trim() != "```");
            let inside = inside.map(|it| it.strip_prefix(indent).unwrap_or(it).to_owned()).collect();
            out.push(Part::Block(at + 1, language.to_owned(), rest.to_owned(), inside));
            continue;
        }
        let codes = line.split('`').skip(1).step_by(2).filter(|it| !it.is_empty());
        out.extend(codes.map(|it| Part::Code(it.to_owned())));
    }
    out
}

/// Where the reader of a page stands.
struct Reader {
    page: String,
    /// Its folders; the first is where the page begins.
    home: Project,
    cwd: PathBuf,
    /// The file that was named last.
    named: String,
    /// What the last command said.
    said: String,
}

impl Reader {
    fn here(&self) -> PathBuf {
        self.home.root().join(&self.cwd)
    }

    fn is_project(&self) -> bool {
        self.here().join("catalogue").is_dir()
    }

    /// Codes and paths of errors and warnings.
    fn told(&self) -> BTreeSet<(String, String, usize)> {
        if !self.is_project() {
            return BTreeSet::new();
        }
        let found = run(&self.here(), "gongkai check -q --format json").findings();
        let mut seen = BTreeSet::new();
        for it in found.into_iter().filter(|it| it.level != "note" && !it.explained) {
            let count = seen.iter().filter(|(code, path, _)| *code == it.code && *path == it.path).count();
            seen.insert((it.code, it.path, count));
        }
        seen
    }

    fn save(&mut self, at: usize, info: &str, lines: &[String]) {
        let page = &self.page;
        let path = std::mem::take(&mut self.named);
        assert!(!path.is_empty(), "{page}:{at}: where does this file go?");
        let before = self.told();
        let file = self.here().join(&path);
        let text = lines.join("\n") + "\n";
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        let whole = match fs::read_to_string(&file) {
            Ok(old) if file.extension().is_some_and(|it| it == "toml") => merged(&old, &text),
            // A head by itself is put over the text that is there.
            Ok(old) if text.ends_with("\n+++\n") => text.clone() + old.splitn(3, "+++\n").nth(2).unwrap_or_default(),
            _ => text.clone(),
        };
        fs::write(&file, whole).expect("a file");
        beside(&file, &text);
        let allowed: Vec<&str> = info.split(' ').collect();
        let after = self.told();
        let new: Vec<_> = after.difference(&before).filter(|it| !allowed.contains(&&*it.0)).collect();
        if !new.is_empty() {
            let said = run(&self.here(), "gongkai check");
            panic!("{page}:{at}: {path} is told of: {new:?}\n{}", said.out);
        }
        for code in allowed.iter().filter(|it| it.starts_with("GK")) {
            assert!(after.difference(&before).any(|it| it.0 == *code), "{page}:{at}: {path} is not told of by {code}");
        }
        self.named = path;
    }

    fn type_in(&mut self, at: usize, info: &str, line: &str) {
        let page = &self.page;
        let line = line.split("  #").next().unwrap_or_default().trim();
        if line.starts_with("gongkai serve") {
            return previewed(&self.here(), line);
        }
        if let Some(folder) = line.strip_prefix("cd ") {
            self.cwd.push(folder);
            assert!(self.here().is_dir(), "{page}:{at}: there is no folder {folder}");
            return;
        }
        assert!(line.starts_with("gongkai "), "{page}:{at}: who runs `{line}`?");
        let done = run(&self.here(), line);
        let code = i32::from(info == "exit=1");
        assert_eq!(done.code, Some(code), "{page}:{at}: {line}\n{}\n{}", done.out, done.err);
        self.said = format!("{}\n{}", done.out, done.err);
        // What a command writes for the reader counts as said.
        let file = words(line).get(1).map(|it| self.here().join(format!("catalogue/{it}.toml")));
        self.said.push_str(&file.and_then(|it| fs::read_to_string(it).ok()).unwrap_or_default());
    }

    fn compare(&self, at: usize, lines: &[String]) {
        let mut said = self.said.lines();
        for line in lines.iter().filter(|it| !matches!(it.trim(), "…" | "│ …" | "")) {
            let is_there = said.any(|it| it.trim_end() == line.trim_end());
            assert!(is_there, "{}:{at}: it does not say, or not in this order:\n{line}\n---\n{}", self.page, self.said);
        }
    }

    /// Types what stands in a sentence, in a copy: what it does is no part of the way.
    fn try_out(&self, line: &str) {
        let copy = Project::empty();
        for (path, bytes) in tree(&self.here()) {
            if !path.starts_with("public/") && !path.starts_with(".gongkai/") {
                copy.write(&path, bytes);
            }
        }
        if line.starts_with("gongkai serve") {
            return previewed(copy.root(), line);
        }
        let holes = [("〔原因〕", "材料移交不及时，已补充公开"), ("〔负责科室〕", "办公室")];
        let line = holes.iter().fold(line.to_owned(), |line, (hole, with)| line.replace(hole, with));
        // A command's name alone is no command where it wants more.
        let named = words(&line).len() == 2;
        let done = run(copy.root(), &line);
        if named && done.code == Some(2) {
            let help = gongkai(copy.root()).args([&words(&line)[1], "--help"]).output().expect("it runs");
            assert!(help.status.success(), "{}: there is no {line}", self.page);
            return;
        }
        assert!(matches!(done.code, Some(0 | 1)), "{}: {line}\n{}\n{}", self.page, done.out, done.err);
    }

    fn read(&mut self, text: &str) {
        for part in parts(text) {
            match part {
                Part::Code(code) if code.starts_with("gongkai ") => self.try_out(&code),
                Part::Code(code) => {
                    let is_file = ["catalogue/", "content/"].iter().any(|it| code.starts_with(it));
                    if is_file && [".toml", ".md", ".csv"].iter().any(|it| code.ends_with(it)) {
                        self.named = code;
                    }
                }
                Part::Block(at, language, info, lines) => match &*language {
                    "toml" | "markdown" | "csv" => self.save(at, &info, &lines),
                    "sh" => lines.iter().for_each(|it| self.type_in(at, &info, it)),
                    "text" => self.compare(at, &lines),
                    other => panic!("{}:{at}: what is a block `{other}`?", self.page),
                },
            }
        }
    }
}

/// Types `line`, which does not end by itself, in `folder`, looks at the home page, and ends it. Where the port is not the one in the line,
/// and no browser is found: tests run beside each other.
fn previewed(folder: &Path, line: &str) {
    let mut args: Vec<String> = words(line).into_iter().skip(1).collect();
    if let Some(at) = args.iter().position(|it| it == "--port") {
        args.drain(at..at + 2);
    }
    args.extend(["--port", "0"].map(str::to_owned));
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("gongkai"));
    command.current_dir(folder).args(args).env("PATH", "");
    let server = Server::of(command);
    assert!(server.text("/").contains("<!DOCTYPE html>"), "{line}");
    assert_eq!(server.end().code(), Some(0), "{line}");
}

/// Types `line` in `folder`, on the day of the first hour where the project there names none.
fn run(folder: &Path, line: &str) -> super::support::binary::Done {
    let site = fs::read_to_string(folder.join("catalogue/site.toml")).unwrap_or_default();
    let day = site.lines().find_map(|it| it.strip_prefix("as_of = "));
    match day.filter(|_| !line.contains("--as-of")) {
        Some(day) => typed(folder, &format!("{line} --as-of {}", day.split(' ').next().unwrap_or_default())),
        None => typed(folder, line),
    }
}

/// `old`, a file of the catalogue, with what `new` says: tables of the same id, or of one of a kind, take its keys.
fn merged(old: &str, new: &str) -> String {
    let mut doc: DocumentMut = old.parse().expect("the project's own TOML");
    let new: DocumentMut = new.parse().expect("the guide's TOML");
    take(doc.as_table_mut(), new.as_table());
    doc.to_string()
}

/// Lets `into` have what `from` says.
fn take(into: &mut Table, from: &Table) {
    for (key, item) in from {
        match (into.get_mut(key), item) {
            (Some(Item::Table(old)), Item::Table(new)) => take(old, new),
            (Some(Item::ArrayOfTables(old)), Item::ArrayOfTables(new)) => {
                for table in new {
                    let id =
                        |it: &Table| ["id", "duty"].iter().find_map(|key| it.get(key)?.as_str().map(str::to_owned));
                    let same = old.iter().position(|it| id(it).is_some() && id(it) == id(table));
                    match same.and_then(|at| old.get_mut(at)) {
                        Some(same) => take(same, table),
                        None => old.push(table.clone()),
                    }
                }
            }
            _ => _ = into.insert(key, item.clone()),
        }
    }
}

/// Puts the pictures and papers that an entry names beside it, where there are none.
fn beside(file: &Path, text: &str) {
    let folder = file.parent().expect("a folder");
    for name in text.split(['"', '(', ')']) {
        let bytes: &[u8] = match name.rsplit('.').next() {
            Some("pdf") => b"%PDF-1.4\n%%EOF\n",
            Some("png") => &at_bytes(),
            _ => continue,
        };
        if name.contains(['/', '\n', ' ']) || folder.join(name).exists() {
            continue;
        }
        fs::write(folder.join(name), bytes).expect("a file");
    }
}

/// A picture of one dot.
const fn at_bytes() -> [u8; 67] {
    *b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\nIDATx\x9cc\0\x01\0\0\x05\0\x01\r\n-\xb4\0\0\0\0IEND\xaeB`\x82"
}

/// The folder `我局公开` as the first hour leaves it.
fn home() -> Project {
    let mut hour = Hour::start();
    hour.first_pages();
    for path in hour.run("gongkai new --all").out.lines().map(str::to_owned).collect::<Vec<_>>() {
        let path = hour.relative(&path);
        hour.edit(&path, settle);
    }
    hour.run("gongkai build");
    let home = Project::empty();
    for (path, bytes) in tree(hour.project.root()) {
        home.write(&format!("我局公开/{path}"), bytes);
    }
    home
}

fn work_through(name: &str) {
    let text = fs::read_to_string(at(&format!("docs/guide/{name}.md"))).expect("readable");
    let first = name == "快速上手";
    let (home, cwd) = if first { (Project::empty(), "") } else { (home(), "我局公开") };
    let mut reader = Reader { page: name.to_owned(), home, cwd: cwd.into(), named: String::new(), said: String::new() };
    reader.read(&text);
    if first {
        let site = reader.here().join("public/index.html");
        assert!(site.is_file(), "{name} ends without a site");
    }
}

macro_rules! pages {
    ($($test:ident $page:literal)*) => {
        $(#[test] fn $test() { work_through($page); })*
        const PAGES: &[&str] = &[$($page),*];
    };
}

pages! {
    the_first_hour "快速上手"
    how_a_catalogue_is_written "目录怎么写"
    what_became_of_a_catalogue "目录变动"
    plans_projects_accounts_and_registers "计划和台账"
    how_an_entry_is_written "条目怎么写"
    notices_and_names "公示和征求意见"
    how_a_limit_is_written "时限怎么写"
    how_findings_are_read "看懂提示"
    how_findings_are_mended "改正和说明"
    inspections_and_what_became_of_them "检查和整改"
    score_sheets "考核评分"
    the_lock "编号簿"
    what_a_preview_shows "预览"
    how_a_server_is_set_up "放到网站上"
    what_the_site_has "网站里有什么"
    questions "常见问题"
    privacy "隐私与保密"
}

#[test]
fn every_page_is_worked_through_and_short_and_found() {
    let index = fs::read_to_string(at("docs/guide/README.md")).expect("readable");
    for path in ending(&at("docs/guide"), "md") {
        let name = path.file_stem().and_then(|it| it.to_str()).expect("a name").to_owned();
        let text = fs::read_to_string(&path).expect("readable");
        assert!(text.lines().count() < 200, "{name} is long");
        assert!(name == "README" || PAGES.contains(&&*name), "{name} is not worked through");
        assert!(name == "README" || index.contains(&format!("({name}.md)")), "{name} is not in the index");
        for link in links(&text) {
            let (file, heading) = link.split_once('#').unwrap_or((&link, ""));
            let target = path.parent().expect("a folder").join(file);
            assert!(target.is_file(), "{name}: there is no {file}");
            let there = fs::read_to_string(&target).expect("readable");
            let has = |it: &str| it.starts_with('#') && it.trim_start_matches(['#', ' ']) == heading;
            assert!(heading.is_empty() || there.lines().any(has), "{name}: no heading {heading} in {file}");
        }
    }
}

/// Where the sentences of a page link within the repository: what stands in blocks and in pieces of code is shown only.
fn links(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut within = false;
    for line in text.lines() {
        within ^= line.trim_start().starts_with("```");
        if within {
            continue;
        }
        let said: String = line.split('`').step_by(2).collect();
        let links = said.split("](").skip(1).filter_map(|it| it.split(')').next());
        out.extend(links.filter(|it| !it.contains("://")).map(str::to_owned));
    }
    out
}
