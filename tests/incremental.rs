//! Warm equals cold: whatever was changed since the last run, remembering it gives the same site, lock and words, to the byte.

use std::{
    fs,
    sync::atomic::{AtomicUsize, Ordering},
    thread::sleep,
    time::Duration,
};

use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};

use super::support::{
    binary::run,
    files::{assert_same, current, tree},
    project::Project,
};

/// A change that somebody may make between two runs. Numbers choose among what is there.
#[derive(Clone, Debug)]
enum Edit {
    Add(u8),
    Body(u8, u8),
    Title(u8, u8),
    Rename(u8, u8),
    Delete(u8),
    Move(u8, u8),
    Date(u8, u8),
    Draft(u8),
    Interpret(u8, u8),
    Link(u8, u8),
    Attach(u8, u8),
    Rows(u8, u8),
    Allow(u8),
    Level(u8),
    /// What all texts are looked through for.
    Words(u8),
    Calendar(u8),
    AsOf(u8),
    Site(u8),
    Item(u8),
    Theme(u8),
    Touch(u8),
    /// The same number of bytes, with the old time put back.
    Sly(u8, u8),
    /// A page of the site is changed by hand.
    Meddle(u8),
    /// A page of the site is taken away.
    Lose(u8),
    /// A file of the cache is damaged.
    Rot(u8),
}

fn edit() -> impl Strategy<Value = Edit> {
    use Edit::{
        Add, AsOf, Attach, Body, Calendar, Date, Delete, Draft, Interpret, Item, Level, Link, Lose, Meddle, Move,
        Rename, Rot, Rows, Site, Sly, Theme, Title, Touch, Words,
    };
    let one = any::<u8>;
    let two = any::<(u8, u8)>;
    prop_oneof![
        3 => one().prop_map(Add),
        3 => two().prop_map(|(a, b)| Body(a, b)),
        3 => two().prop_map(|(a, b)| Title(a, b)),
        2 => two().prop_map(|(a, b)| Rename(a, b)),
        2 => one().prop_map(Delete),
        2 => two().prop_map(|(a, b)| Move(a, b)),
        2 => two().prop_map(|(a, b)| Date(a, b)),
        1 => one().prop_map(Draft),
        2 => two().prop_map(|(a, b)| Interpret(a, b)),
        2 => two().prop_map(|(a, b)| Link(a, b)),
        2 => two().prop_map(|(a, b)| Attach(a, b)),
        1 => two().prop_map(|(a, b)| Rows(a, b)),
        1 => one().prop_map(Edit::Allow),
        1 => one().prop_map(Level),
        1 => one().prop_map(Words),
        1 => one().prop_map(Calendar),
        2 => one().prop_map(AsOf),
        1 => one().prop_map(Site),
        1 => one().prop_map(Item),
        1 => one().prop_map(Theme),
        1 => one().prop_map(Touch),
        2 => two().prop_map(|(a, b)| Sly(a, b)),
        1 => one().prop_map(Meddle),
        1 => one().prop_map(Lose),
        1 => one().prop_map(Rot),
    ]
}

const ITEMS: [&str; 2] = ["policy/notices", "policy/news"];

fn project() -> Project {
    let project = Project::base();
    let items = project.read("catalogue/items.toml");
    let table = &items[items.find("[[item]]").expect("an item")..];
    let other = table.replace("\"notices\"", "\"news\"").replace("部门文件", "工作动态");
    project.write("catalogue/items.toml", format!("{items}\n{other}"));
    for n in 0..6 {
        add(&project, n);
    }
    project
}

fn add(project: &Project, n: u8) {
    let (item, day) = (ITEMS[usize::from(n) % 2], 1 + n % 28);
    // Of two years, for what is told of entries lies in a file a year.
    let year = 2017 + u16::from(!n.is_multiple_of(3));
    project.write(
        &format!("content/2018/事项{n}.md"),
        format!(
            "+++\ntitle = \"关于第{n}号事项的通知\"\nitem = \"{item}\"\nkind = \"document\"\nnumber = \"示局发〔{year}〕{}号\"\n\
             made = {year}-06-{day:02}\npublished = {year}-06-{day:02}\nsummary = \"第{n}号事项。\"\n[review]\nsecrecy = {{ by = \"保密员\", on = {year}-06-{day:02} }}\n+++\n\
             各科室：\n\n## 要求\n\n请落实第{n}号事项。电话0797-8123{n:03}。\n",
            10 + u32::from(n)
        ),
    );
}

/// The paths of the files below `folder` that end with `ending`, sorted.
fn files(project: &Project, folder: &str, ending: &str) -> Vec<String> {
    let folder = format!("{folder}/");
    let all = tree(project.root());
    all.keys().filter(|it| it.starts_with(&folder) && it.ends_with(ending)).cloned().collect()
}

fn chosen(project: &Project, folder: &str, ending: &str, n: u8) -> Option<String> {
    let files = files(project, folder, ending);
    (!files.is_empty()).then(|| files[usize::from(n) % files.len()].clone())
}

/// Replaces the line of an entry that begins with `key`.
fn line(project: &Project, path: &str, key: &str, value: &str) {
    let text = project.read(path);
    let lines: Vec<String> = text
        .lines()
        .map(|line| if line.starts_with(key) { format!("{key}{value}") } else { line.to_owned() })
        .collect();
    project.write(path, lines.join("\n") + "\n");
}

/// Writes `text` after the line that begins with `key`.
fn after(project: &Project, path: &str, key: &str, text: &str) {
    let old = project.read(path);
    let Some(at) = old.find(key) else { return };
    let end = old[at..].find('\n').map_or(old.len(), |it| at + it + 1);
    project.write(path, format!("{}{text}\n{}", &old[..end], &old[end..]));
}

impl Edit {
    fn make(&self, project: &Project) {
        let entry = |n: u8| chosen(project, "content", ".md", n);
        let on = |n: u8, change: &dyn Fn(&str)| {
            if let Some(path) = entry(n) {
                change(&path);
            }
        };
        match *self {
            Self::Add(n) => add(project, n),
            Self::Body(n, m) => {
                if let Some(path) = entry(n) {
                    let text = project.read(&path);
                    project.write(&path, format!("{text}\n补充第{m}点，**务必**办好。\n"));
                }
            }
            Self::Title(n, m) => {
                on(n, &|it| line(project, it, "title = ", &format!("\"第{m}版通知\"")));
            }
            Self::Rename(n, m) => {
                if let Some(path) = entry(n) {
                    let text = project.read(&path);
                    project.remove(&path);
                    project.write(&format!("content/201{}/改名{m}.md", m % 3 + 6), text);
                }
            }
            Self::Delete(n) => on(n, &|it| project.remove(it)),
            Self::Move(n, m) => {
                let item = ITEMS[usize::from(m) % 2];
                on(n, &|it| line(project, it, "item = ", &format!("\"{item}\"")));
            }
            Self::Date(n, m) => {
                let day = format!("2018-{:02}-{:02}", 5 + m % 8, 1 + m % 28);
                on(n, &|it| line(project, it, "published = ", &day));
            }
            Self::Draft(n) => on(n, &|it| after(project, it, "item = ", "draft = true")),
            Self::Interpret(n, m) => {
                if let (Some(one), Some(other)) = (entry(n), entry(m)) {
                    let name = other.trim_start_matches("content/").trim_end_matches(".md");
                    after(project, &one, "item = ", &format!("interprets = [\"{name}\"]"));
                }
            }
            Self::Link(n, m) => {
                if let (Some(one), Some(other)) = (entry(n), entry(m)) {
                    let text = project.read(&one);
                    let to = other.trim_start_matches("content/");
                    project.write(&one, format!("{text}\n见[该文](../{to}#要求)。\n"));
                }
            }
            Self::Attach(n, m) => {
                if let Some(path) = entry(n) {
                    let folder = &path[..path.rfind('/').expect("a folder")];
                    project.write(&format!("{folder}/表{}.csv", m % 4), format!("名称,数量\n沙袋,{m}\n"));
                    after(project, &path, "item = ", &format!("attachments = [\"表{}.csv\"]", m % 4));
                }
            }
            Self::Rows(n, m) => {
                if let Some(path) = chosen(project, "content", ".csv", n) {
                    project.write(&path, format!("名称,数量\n水泵,{m}\n绳索,{m}\n"));
                }
            }
            Self::Allow(n) => {
                let reason = format!(
                    "[[allow]]\nrule = \"late-publication\"\nentry = \"2018/事项{}\"\nreason = \"补发\"\nowner = \"办公室\"\n",
                    n % 8
                );
                project.write("catalogue/allow.toml", if n % 3 == 0 { String::new() } else { reason });
            }
            Self::Level(n) => {
                let level = ["off", "note", "warn", "error"][usize::from(n) % 4];
                project.write(
                    "catalogue/levels.toml",
                    format!("[levels]\nmissing-summary = \"{level}\"\nlate-publication = \"{level}\"\n"),
                );
            }
            Self::Words(n) => {
                let word = ["务必", "请落实", "号事项"][usize::from(n) % 3];
                let level = ["off", "note", "warn"][usize::from(n / 3) % 3];
                project.write(
                    "catalogue/words.toml",
                    format!("[[word]]\nwrong = \"{word}\"\nright = \"某某\"\nlevel = \"{level}\"\n"),
                );
            }
            Self::Calendar(n) => {
                let day = 1 + n % 28;
                project.write("catalogue/year.toml", format!("[[year]]\nyear = 2018\nholidays = [\"06-{day:02}\"]\n"));
            }
            Self::AsOf(n) => {
                line(project, "catalogue/site.toml", "as_of = ", &format!("2018-{:02}-{:02}", 6 + n % 7, 1 + n % 28));
            }
            Self::Site(n) => line(project, "catalogue/site.toml", "title = ", &format!("\"示例局第{n}站\"")),
            Self::Item(n) => {
                let items = project.read("catalogue/items.toml");
                let old = if items.contains("工作动态") { "工作动态" } else { "动态" };
                let new = if n % 2 == 0 { "工作动态" } else { "动态" };
                project.write(
                    "catalogue/items.toml",
                    items.replace(&format!("title = \"{old}\""), &format!("title = \"{new}\"")),
                );
            }
            Self::Theme(n) => {
                project.write("themes/default/strings.toml", format!("[zh.page]\nskip = \"跳到正文{n}\"\n"));
            }
            Self::Touch(n) => on(n, &|it| project.write(it, project.read(it))),
            Self::Sly(n, m) => {
                if let Some(path) = entry(n) {
                    let about = fs::metadata(project.at(&path)).expect("a file");
                    let text = project.read(&path);
                    project.write(&path, text.replace("请落实", ["请办好", "请落实", "请抓紧"][usize::from(m) % 3]));
                    let file = fs::File::options().write(true).open(project.at(&path)).expect("a file");
                    file.set_modified(about.modified().expect("a time")).expect("a time set");
                }
            }
            Self::Meddle(n) => {
                if let Some(path) = chosen(project, "public", ".html", n) {
                    let text = project.read(&path);
                    project.write(&path, text.replace("示例", "篡改"));
                }
            }
            Self::Lose(n) => {
                if let Some(path) = chosen(project, "public", ".html", n) {
                    project.remove(&path);
                }
            }
            Self::Rot(n) => {
                if let Some(path) = chosen(project, ".gongkai/cache", "", n) {
                    let mut bytes = fs::read(project.at(&path)).expect("a file");
                    let at = usize::from(n) % bytes.len().max(1);
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte ^= 1;
                    }
                    project.write(&path, bytes);
                }
            }
        }
    }
}

/// What a run says, and its exit code.
fn said(project: &Project, args: &[&str]) -> (String, Option<i32>) {
    let done = run(project.root(), args);
    (done.out, done.code)
}

const BUILD: [&str; 4] = ["build", "-q", "--format", "json"];
const CHECK: [&str; 4] = ["check", "-q", "--format", "concise"];

/// The same project with nothing remembered and no site, but the lock as it was.
fn fresh(project: &Project) -> Project {
    let other = Project::copy_of(project.root());
    if project.at("themes").is_dir() {
        other.write("themes/default/strings.toml", project.read("themes/default/strings.toml"));
    }
    other
}

fn site(project: &Project) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut site = if project.at("public").is_dir() {
        current(&project.at("public"))
    } else {
        std::collections::BTreeMap::default()
    };
    site.remove(".gongkai/lock");
    site
}

#[test]
fn warm_equals_cold() {
    let made = AtomicUsize::new(0);
    let same = |rounds: Vec<(Vec<Edit>, bool)>| {
        let project = project();
        run(project.root(), BUILD);
        for (edits, wait) in rounds {
            for edit in &edits {
                edit.make(&project);
            }
            made.fetch_add(edits.len(), Ordering::Relaxed);
            if wait {
                // Long enough for stamps to be believed.
                sleep(Duration::from_millis(25));
            }
            let cold = fresh(&project);
            let warm_check = said(&project, &CHECK);
            let warm = said(&project, &BUILD);
            prop_assert_eq!(&warm_check, &said(&cold, &[&CHECK[..], &["--no-cache"]].concat()));
            let expected = said(&cold, &[&BUILD[..], &["--no-cache"]].concat());
            prop_assert_eq!(&warm, &expected);
            if warm.1 == Some(0) {
                assert_same(&site(&cold), &site(&project));
            }
            prop_assert_eq!(project.at("catalogue/index.lock").exists(), cold.at("catalogue/index.lock").exists());
            if cold.at("catalogue/index.lock").exists() {
                prop_assert_eq!(project.read("catalogue/index.lock"), cold.read("catalogue/index.lock"));
            }
            prop_assert!(!cold.at(".gongkai").exists(), "--no-cache leaves nothing");
        }
        Ok(())
    };
    let config = Config { cases: 44, max_shrink_iters: 200, failure_persistence: None, ..Config::default() };
    let rounds = proptest::collection::vec((proptest::collection::vec(edit(), 1..5), any::<bool>()), 8..14);
    TestRunner::new(config).run(&rounds, same).unwrap_or_else(|failure| panic!("{failure}"));
    let made = made.into_inner();
    assert!(made >= 1_000, "{made} edits were made, and a thousand promised");
}

/// The phases that a build went through.
fn phases(project: &Project, args: &[&str]) -> Vec<String> {
    let timings =
        project.at("../").join(format!("{}.json", project.root().file_name().expect("a name").to_string_lossy()));
    let path = timings.to_str().expect("UTF-8");
    run(project.root(), [args, &["--timings", path]].concat()).code(0);
    let text = fs::read_to_string(&timings).expect("timings");
    fs::remove_file(&timings).expect("timings");
    let rows: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    rows.as_array().expect("a list").iter().map(|it| it["phase"].as_str().expect("a name").to_owned()).collect()
}

/// Builds until nothing is left to find out: stamps of files written just now are not believed yet.
fn settle(project: &Project, args: &[&str]) {
    for _ in 0..4 {
        sleep(Duration::from_millis(30));
        if phases(project, args) == ["walk", "recall"] {
            return;
        }
    }
    panic!("a run that changes nothing is not told from memory");
}

#[test]
fn where_nothing_changed_the_last_result_is_said_again_and_nothing_is_read() {
    let project = project();
    project.write("themes/default/strings.toml", "[zh.page]\nskip = \"跳到正文\"\n");
    let first = run(project.root(), BUILD).code(0);
    settle(&project, &BUILD);
    assert_eq!(run(project.root(), BUILD).out, first.out);
    let said = |args: &[&str]| run(project.root(), args).err;
    settle(&project, &["build"]);
    assert!(said(&["build"]).contains("改动 0 个"), "{}", said(&["build"]));
    // Whatever the result depends on, a change of it is seen.
    let changes: [(&str, &dyn Fn()); 8] = [
        ("an entry", &|| Edit::Body(1, 1).make(&project)),
        ("an entry touched", &|| Edit::Touch(1).make(&project)),
        ("the catalogue", &|| Edit::Site(3).make(&project)),
        ("the theme", &|| Edit::Theme(4).make(&project)),
        ("the lock", &|| project.write("catalogue/index.lock", project.read("catalogue/index.lock"))),
        ("a new file", &|| add(&project, 40)),
        ("a page by hand", &|| Edit::Meddle(0).make(&project)),
        ("a page gone", &|| Edit::Lose(0).make(&project)),
    ];
    for (what, change) in changes {
        settle(&project, &BUILD);
        change();
        assert!(phases(&project, &BUILD).len() > 2, "{what} was not seen");
    }
    for other in [&["--as-of", "2018-11-30"][..], &["--strict"], &["--lang", "en"], &["--no-cache"]] {
        settle(&project, &BUILD);
        assert!(phases(&project, &[&BUILD[..], other].concat()).len() > 2, "{other:?} was taken for the same");
    }
}

#[test]
fn a_check_is_remembered_too_and_leaves_nothing_else_behind() {
    let project = project();
    let first = run(project.root(), CHECK);
    settle(&project, &CHECK);
    assert_eq!(run(project.root(), CHECK).out, first.out);
    let mut left: Vec<_> = fs::read_dir(project.root()).expect("a folder").flatten().map(|it| it.file_name()).collect();
    left.sort();
    assert_eq!(left, [".gongkai", "catalogue", "content"]);
    // Version control passes the cache by, and nobody else on the machine may look into it.
    assert_eq!(project.read(".gongkai/cache/.gitignore"), "*\n");
    let mode =
        std::os::unix::fs::PermissionsExt::mode(&fs::metadata(project.at(".gongkai")).expect("a folder").permissions());
    assert_eq!(mode & 0o077, 0);
}

#[test]
fn texts_are_looked_through_again_for_another_word_or_leader_and_for_nothing_else() {
    let project = project();
    project
        .write("content/2018/通报.md", project.read("content/2018/事项0.md").replace("各科室：", "局长李小明要求："));
    let told = |code: &str| said(&project, &["check"]).0.contains(code);
    assert!(!told("GK1704") && !told("GK1702"));
    project.write("catalogue/words.toml", "[[word]]\nwrong = \"请落实\"\nright = \"请办理\"\n");
    assert!(told("GK1704"));
    project.write("catalogue/words.toml", "[[word]]\nwrong = \"请落实\"\nright = \"请办理\"\nlevel = \"off\"\n");
    assert!(!told("GK1704"));
    let organisation = project.read("catalogue/organisation.toml");
    let leaders = |since: &str| format!("{organisation}leaders = [{{ post = \"局长\", name = \"李晓明\"{since} }}]\n");
    project.write("catalogue/organisation.toml", leaders(""));
    assert!(told("GK1702"));
    project.write("catalogue/organisation.toml", leaders(", since = 2018-09-01"));
    assert!(!told("GK1702"), "the entry names who came before");
}

#[test]
fn what_cannot_be_remembered_is_found_out_again() {
    let project = project();
    // A file, and a link to somebody else's folder, in the cache's place.
    project.write(".gongkai", "a file");
    let first = run(project.root(), BUILD).code(0);
    assert_eq!(project.read(".gongkai"), "a file");
    project.remove(".gongkai");
    let other = Project::empty();
    std::os::unix::fs::symlink(other.root(), project.at(".gongkai")).expect("a link");
    assert_eq!(run(project.root(), BUILD).code(0).out, first.out);
    assert!(tree(other.root()).is_empty(), "written through a link");
}

#[test]
fn one_entry_more_rewrites_a_handful_of_files() {
    let project = project();
    for n in 0..120 {
        add(&project, n);
    }
    run(project.root(), ["build"]).code(0);
    // What comes new is the newest, as a rule: lists are numbered from the oldest.
    let changed = |edit: Edit| {
        edit.make(&project);
        let said = run(project.root(), ["build"]).code(0).err;
        let (_, after) = said.split_once("改动 ").expect("a summary");
        after.split(' ').next().expect("a number").parse::<usize>().expect("a number")
    };
    let (body, title, more) = (changed(Edit::Body(60, 1)), changed(Edit::Title(60, 2)), changed(Edit::Add(139)));
    // The table of all entries and the JSON feed of each list that has one are among them; of the search, its manifest, the records beside it
    // and for a text the packs of the keys that came or went.
    assert!(
        body <= 7 && title <= 24 && more <= 48,
        "{body} files for a text, {title} for a title, {more} for one more"
    );
}
