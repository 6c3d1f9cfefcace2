//! Every number of every report leads to what is behind it, and is as many as there are.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{
    papers::parts,
    support::{binary::run, committed::repository, project::Project},
};

/// Numbers that nothing was counted for: they are said of the very thing that their row is about. By report, grid and column.
const OWN: &[(&str, &str, &str, &str)] = &[
    ("inspection", "problems", "number", "the place of the row"),
    ("inspection", "judged", "workdays", "of the row's own entry"),
    ("inspection", "judged-before", "workdays", "of the row's own entry"),
    ("inspection", "answer-list", "row", "names a row of a register"),
    ("inspection", "answer-list", "workdays", "of the row's own message"),
    ("site", "late", "workdays", "of the row's own entry"),
    ("site", "judged", "workdays", "of the row's own entry"),
    ("site", "answer-list", "row", "names a row of a register"),
    ("site", "answer-list", "workdays", "of the row's own message"),
    ("plan", "indicators", "target", "as the plan writes it"),
    ("plan", "indicators", "value", "as somebody read it, on the day beside it"),
    ("assessment", "indicators", "points", "as the sheet writes it"),
    ("assessment", "indicators", "weight", "the same, converted"),
    ("assessment", "indicators", "got", "nothing took points"),
    ("assessment", "scores", "points", "as somebody wrote it"),
    ("assessment", "scores", "of", "as somebody wrote it"),
    ("assessment", "scores", "worth", "what was written, converted"),
    ("assessment", "open", "points", "of the row's own indicator"),
    ("assessment", "not_applicable", "points", "of the row's own indicator"),
    ("assessment", "losses", "points", "of the row's own loss"),
    ("annual", "answer-list", "row", "names a row of a register"),
    ("annual", "answer-list", "workdays", "of the row's own message"),
    ("annual", "counted-applications", "row", "names a row of a register"),
];

/// Medians of hours are of days that stay inside, so what they lead to does not say them.
const HIDDEN: &str = "median_hours";

fn report(project: &Project, typed: &[&str]) -> Value {
    let out =
        run(project.root(), ["report"].iter().chain(typed).chain(&["--format", "json", "--lang", "en"])).code(0).out;
    serde_json::from_str(&out).expect("JSON")
}

fn grids(paper: &Value) -> impl Iterator<Item = &Value> {
    let chapters = paper["chapters"].as_array().expect("chapters").iter();
    chapters.flat_map(|it| it["grids"].as_array().expect("grids"))
}

fn rows<'v>(paper: &'v Value, id: &str) -> Vec<&'v Value> {
    let grid = grids(paper).find(|it| it["id"] == id).unwrap_or_else(|| panic!("{} has no grid {id}", paper["kind"]));
    grid["rows"].as_array().expect("rows").iter().collect()
}

/// What a figure must be by the rows that it leads to, as it stands in JSON; none where it is no count of rows.
struct Behind<'v> {
    paper: &'v Value,
    /// The row of the figure; a fact has none.
    row: &'v Value,
}

impl Behind<'_> {
    /// The rows of `id` of the same organisation and office, as far as the row names them, of which `is` holds.
    fn count(&self, id: &str, is: impl Fn(&Value) -> bool) -> usize {
        self.of(id).into_iter().filter(|it| is(it)).count()
    }

    fn of(&self, id: &str) -> Vec<&Value> {
        let same = |it: &&Value| {
            ["organisation", "office"].iter().all(|key| match self.row.get(key) {
                Some(own) if own != "all" && it.get(key).is_some() => it[key] == *own,
                _ => true,
            })
        };
        rows(self.paper, id).into_iter().filter(same).collect()
    }

    fn on_time(&self, id: &str) -> Value {
        let told = |words: &str| self.count(id, |it| it["verdict"] == words);
        share(told("in time"), told("in time") + told("late"))
    }

    fn median(&self, id: &str) -> Value {
        let mut days: Vec<u64> = self.of(id).into_iter().filter_map(|it| it["workdays"].as_u64()).collect();
        days.sort_unstable();
        let (half, even) = (days.len() / 2, days.len().is_multiple_of(2));
        let doubled = days[half] + if even { days[half - 1] } else { days[half] };
        number(u64_to(doubled) / 2.0)
    }

    fn answers(&self, key: &str) -> Value {
        let own: Vec<&Value> = self.of("answer-list").into_iter().filter(|it| it["what"] == self.row["what"]).collect();
        let told = |words: &[&str]| own.iter().filter(|it| words.iter().any(|word| it["verdict"] == *word)).count();
        let answered = ["in time", "late", "answered, unsure"];
        match key {
            "total" => own.len().into(),
            "answered" => told(&answered).into(),
            "in_time" => share(told(&["in time"]), told(&["in time", "late", "past its day, not answered"])),
            "median_workdays" => {
                let mut days: Vec<u64> = own.iter().filter_map(|it| it["workdays"].as_u64()).collect();
                days.sort_unstable();
                number(u64_to(days[(days.len() - 1) / 2]))
            }
            _ => panic!("answers.{key}"),
        }
    }

    fn sum(&self, id: &str, key: &str, is: impl Fn(&Value) -> bool) -> Value {
        let all = self.of(id);
        number(all.into_iter().filter(|it| is(it)).filter_map(|it| it[key].as_f64()).sum())
    }

    fn must_be(&self, grid: &str, key: &str) -> Option<Value> {
        let kind = self.paper["kind"].as_str().expect("a kind");
        let stands = |words: &'static str| move |it: &Value| it["stands"] == words;
        let body = |it: &Value| it["organisation"] == self.row["organisation"];
        Some(match (kind, grid, key) {
            ("inspection" | "site", "disclosures" | "facets", _) => return Some(self.class(grid, key)),
            ("inspection" | "site", "task-states", "tasks") => {
                self.count("task-list", |it| it["state"] == self.row["state"]).into()
            }
            ("inspection" | "site", "", "items") | ("inspection", "organisations" | "offices", "items") => {
                self.count("matrix", |_| true).into()
            }
            ("inspection" | "site", _, "filled") => self.count("matrix", stands("filled")).into(),
            ("inspection" | "site", _, "nil") => self.count("matrix", stands("nil")).into(),
            ("inspection" | "site", _, "event") => self.count("matrix", stands("not owed")).into(),
            ("inspection" | "site", _, "empty") => self.count("gaps", |_| true).into(),
            ("inspection" | "site", _, "entries") => self.count("entry-list", |it| !it["items"].is_null()).into(),
            ("inspection", _, "problems") => self.count("problems", |_| true).into(),
            ("inspection", _, "errors") => self.count("problems", |it| it["level"] == "error").into(),
            ("inspection" | "site", _, "on_time") => self.on_time("judged"),
            ("inspection" | "site", _, "unsure") => self.count("judged", |it| it["verdict"] == "unsure").into(),
            ("inspection", _, "on_time_before") => self.on_time("judged-before"),
            ("inspection" | "site", "" | "organisations" | "offices", "median_workdays") => self.median("judged"),
            ("inspection", _, "median_workdays_before") => self.median("judged-before"),
            ("site", "", "unread_limits") => self.count("unread-limits", |_| true).into(),
            ("site", "", "explained") => self.count("explained", |_| true).into(),
            (_, "answers" | "answers-by-office", HIDDEN) => return None,
            (_, "answers" | "answers-by-office", _) => self.answers(key),
            ("plan", "", "tasks") => self.count("task-list", |_| true).into(),
            ("plan", "", _) => {
                let words = match key {
                    "partly" => "partly done",
                    "done_late" => "done late",
                    "not_due" => "not due yet",
                    _ => key,
                };
                self.count("task-list", |it| it["state"] == words).into()
            }
            ("plan", "task-list", "served") => {
                let part = self.count("proofs", |it| it["task"] == self.row["task"]);
                share(part, usize::try_from(self.row[key]["whole"].as_u64()?).ok()?)
            }
            ("plan", "proofs", "acts") => {
                self.count("acts", |it| it["task"] == self.row["task"] && it["item"] == self.row["item"]).into()
            }
            ("assessment", "", "organisations") => self.count("totals", |_| true).into(),
            ("assessment", "" | "totals", "waiting") => self.count("open", |_| true).into(),
            ("assessment", "" | "totals", "full") => self.sum("indicators", "weight", |it| it["indicator"] == "sum"),
            ("assessment", "" | "totals", "got") => self.sum("indicators", "got", |it| it["indicator"] == "sum"),
            ("assessment", "indicators", "weight") => self.sum("sections", "full", body),
            ("assessment", "indicators", "got") if self.row["indicator"] == "sum" => self.sum("sections", "got", body),
            ("assessment", "sections", "full") => {
                let own = |it: &Value| it["section"] == self.row["section"] || it["indicator"] == self.row["section"];
                self.sum("indicators", "weight", own)
            }
            ("assessment", "offices", "count" | "points") => self.sum("losses", key, |_| true),
            ("assessment", "losses", "count") => {
                let is_own = |it: &Value| it["indicator"] == self.row["indicator"];
                let of_rule = |it: &Value| is_own(it) && it["rule"] == self.row["rule"];
                (self.count("findings", of_rule) + self.count("missed", is_own)).into()
            }
            // Of which a part is judged: the sheet says which.
            ("assessment", "" | "totals" | "sections" | "indicators" | "vetoes" | "proposals", _) => return None,
            // After 2019 they stand in many tables.
            ("annual", "", "open") if grids(self.paper).all(|it| it["id"] != "statistics") => return None,
            ("annual", "", "open") => {
                let open = |it: &&Value| it["count"].is_null();
                rows(self.paper, "statistics").iter().filter(|it| open(it)).count().into()
            }
            ("annual", _, _) => self.counted(grid, key),
            _ => panic!("{kind}: nobody says what {grid}.{key} counts"),
        })
    }

    fn class(&self, grid: &str, key: &str) -> Value {
        let id = self.row["@id"].as_str().expect("a class").trim_start_matches("class-").replace('-', "_");
        let name = self.row[grid.trim_end_matches('s')].as_str().expect("a name");
        let named = |it: &Value| it[grid].as_str().is_some_and(|it| it.split(", ").any(|it| it == name));
        let own = |it: &Value| if grid == "facets" { named(it) } else { !it[&*id].is_null() };
        let stand = |words: &str| self.count("matrix", |it| own(it) && it["stands"] == words);
        match key {
            "items" => self.count("matrix", own).into(),
            "filled" | "nil" | "empty" => stand(key).into(),
            "event" => stand("not owed").into(),
            "entries" => self.count("entry-list", named).into(),
            _ => share(stand("filled") + stand("nil"), stand("filled") + stand("nil") + stand("empty")),
        }
    }

    fn counted(&self, grid: &str, key: &str) -> Value {
        let heads =
            grids(self.paper).find(|it| it["id"] == grid).expect("the grid")["columns"].as_array().expect("heads");
        let head = &heads.iter().find(|it| it["key"] == key).expect("the column")["title"];
        let own = |it: &Value| it["line"] == self.row["line"] && (key == "total" || it["head"] == *head);
        (self.count("counted-entries", own) + self.count("counted-applications", own)).into()
    }
}

fn u64_to(it: u64) -> f64 {
    f64::from(u32::try_from(it).expect("few"))
}

fn number(it: f64) -> Value {
    let thousandths = (it * 1000.0).round();
    Value::from(thousandths / 1000.0)
}

fn share(part: usize, whole: usize) -> Value {
    serde_json::json!({ "part": part, "whole": whole })
}

fn same(a: &Value, b: &Value) -> bool {
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => (a - b).abs() < 0.0005,
        _ => a == b,
    }
}

/// Looks at each number of `paper`; those of [`OWN`] that it met are added to `met`. How many numbers lead somewhere, by grid.
fn walk(paper: &Value, met: &mut BTreeSet<usize>) -> BTreeMap<String, usize> {
    let kind = paper["kind"].as_str().expect("a kind");
    let mut ids: BTreeSet<&str> = grids(paper).filter_map(|it| it["id"].as_str()).collect();
    ids.extend(grids(paper).flat_map(|it| it["rows"].as_array().expect("rows")).filter_map(|it| it["@id"].as_str()));
    let mut led = BTreeMap::new();
    let mut look = |grid: &str, row: &Value, key: &str, value: &Value, link: &Value| {
        let is_number = value.is_number() || value.is_object();
        if let Some(id) = link.as_str().and_then(|it| it.strip_prefix('#')) {
            assert!(ids.contains(id), "{kind} {grid}.{key}: there is no {id}");
            *led.entry(grid.to_owned()).or_default() += usize::from(!value.is_null());
        }
        // Where there is nothing nothing is behind it.
        if !is_number || value.as_f64() == Some(0.0) {
            return;
        }
        if link.is_null() {
            let own = OWN.iter().position(|it| (it.0, it.1, it.2) == (kind, grid, key));
            met.insert(own.unwrap_or_else(|| panic!("{kind} {grid}.{key} leads nowhere: {row:#}")));
            return;
        }
        if link.as_str().is_some_and(|it| it.starts_with('#')) {
            let must_be = Behind { paper, row }.must_be(grid, key);
            assert!(must_be.as_ref().is_none_or(|it| same(it, value)), "{kind} {grid}.{key}: {must_be:?}: {row:#}");
        }
    };
    for (key, value) in paper["facts"].as_object().expect("facts") {
        look("", &Value::Null, key, value, &paper["fact_links"][key]);
    }
    for grid in grids(paper) {
        for row in grid["rows"].as_array().expect("rows") {
            for (key, value) in row.as_object().expect("a row").iter().filter(|it| !it.0.starts_with('@')) {
                look(grid["id"].as_str().expect("an id"), row, key, value, &row["@links"][key]);
            }
        }
    }
    led
}

/// The sample, beside it one whose score sheets take points, whose registers name strangers and whose catalogue has gaps.
fn projects() -> [Project; 2] {
    let sample = Project::copy_of(repository());
    let other = Project::copy_of(repository());
    other.replace("content/2018/留言/留言办理台账.csv", "2018-03-05,项目科,", "2018-03-05,某区城市管理局,");
    other.remove("content/2018/留言/咨询项目备案材料.md");
    let penalty = "[[scheme]]\nid = \"all\"\ntitle = \"全部扣分\"\ntotal = 100\n\
        [[scheme.indicators]]\nid = \"a\"\ntitle = \"目录\"\nsection = \"一\"\npoints = 60\nrules = [\"weak-basis\", \"empty-item\"]\neach = 2\nwarnings = true\n\
        [[scheme.indicators]]\nid = \"b\"\ntitle = \"按时\"\nsection = \"二\"\npoints = 40\nmeasure = \"on-time\"\nat_least = 1.0\n";
    other.write("catalogue/scheme-all.toml", penalty);
    [sample, other]
}

#[test]
fn every_number_leads_to_what_is_behind_it_and_is_as_many() {
    let mut met = BTreeSet::new();
    let [sample, other] = projects();
    for project in [&sample, &other] {
        for typed in [
            &["inspection", "--quarter", "2018Q3"][..],
            &["inspection", "--quarter", "2018Q4"],
            &["inspection", "--organisation", "cyzsj"],
            &["site"],
            &["site", "--organisation", "cyzsj"],
            &["plan"],
            &["assessment"],
            &["assessment", "--scheme", "plan-2018"],
            &["assessment", "--scheme", "institution"],
            &["annual", "--year", "2018"],
        ] {
            walk(&report(project, typed), &mut met);
        }
    }
    walk(&report(&other, &["assessment", "--scheme", "all"]), &mut met);
    walk(&report(&super::annual::applied_for(), &["annual", "--year", "2022"]), &mut met);
    let idle: Vec<_> = (0..OWN.len()).filter(|it| !met.contains(it)).map(|it| OWN[it]).collect();
    assert!(idle.is_empty(), "no report has these, or they lead somewhere now: {idle:?}");
}

#[test]
fn what_belongs_to_no_body_is_told_and_not_lost() {
    let [_, other] = projects();
    let paper = report(&other, &["inspection", "--quarter", "2018Q4"]);
    let by = |it: &Value, what: &str| it["what"] == what && it["organisation"] != "all";
    let answers = rows(&paper, "answers");
    let whole = answers.iter().find(|it| it["organisation"] == "all").expect("all");
    let parts: u64 = answers.iter().filter(|it| by(it, "Messages")).filter_map(|it| it["total"].as_u64()).sum();
    assert_eq!(whole["total"].as_u64(), Some(parts));
    let stranger = answers.iter().find(|it| it["organisation"] == "no one body of the catalogue").expect("a stranger");
    assert_eq!(stranger["total"], 1);
    let told: Vec<&Value> = rows(&paper, "answer-list").into_iter().filter(|it| it["by"] == "某区城市管理局").collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0]["organisation"] == "no one body of the catalogue" && told[0]["office"].is_null(), "{told:?}");
    // Of one body its own alone.
    let own = report(&other, &["inspection", "--organisation", "cyzsj"]);
    assert!(
        rows(&own, "answer-list").iter().all(|it| it["organisation"] == stranger["organisation"] || it["by"].is_null())
    );
    assert!(rows(&own, "answers").iter().all(|it| it["organisation"] != "no one body of the catalogue"));
}

/// The column 承办单位 names a body, an office of the keeper's, both, or the keeper itself.
#[test]
fn a_message_is_whose_the_register_says() {
    let project = Project::copy_of(repository());
    let register = "content/2018/留言/留言办理台账.csv";
    for (from, to) in [
        ("2018-03-05,项目科,", "2018-03-05,公共交通服务站,"),
        ("2018-04-11,项目科,", "2018-04-11,产业招商局 项目科,"),
        ("2018-05-07,项目科,", "2018-05-07,本局,"),
        ("2018-06-12,办公室,", "2018-06-12,—,"),
        ("2018-07-10,招商服务科,", "2018-07-10,项目科、办公室,"),
        ("2018-08-07,公共交通服务站,", "2018-08-07,项目科、供水服务中心,"),
    ] {
        project.replace(register, from, to);
    }
    let paper = report(&project, &["inspection", "--quarter", "2018Q4"]);
    let whose = |row: u64| {
        let it = rows(&paper, "answer-list").into_iter().find(|it| it["row"] == row).expect("the row");
        ["organisation", "office", "by"].map(|key| it[key].as_str().unwrap_or_default().to_owned())
    };
    assert_eq!(whose(2), ["公共交通服务站", "", ""], "the keeper's office is not another body's");
    assert_eq!(whose(3), ["产业招商局", "项目科", ""]);
    assert_eq!(whose(4), ["产业招商局", "招商服务科", ""], "the keeper's");
    assert_eq!(whose(5), ["产业招商局", "招商服务科", ""], "the keeper's");
    assert_eq!(whose(6), ["产业招商局", "", ""], "two offices of one body");
    assert_eq!(
        whose(7),
        ["no one body of the catalogue", "", "项目科、供水服务中心"],
        "of two bodies nobody is charged by guess"
    );
}

/// So many links within the paper has each form.
#[test]
fn all_forms_carry_the_links() {
    let sample = Project::copy_of(repository());
    for kind in ["inspection", "site", "plan", "assessment", "annual"] {
        let mut typed = vec![kind];
        if kind == "annual" {
            typed.extend(["--year", "2018"]);
        }
        let paper = report(&sample, &typed);
        let led = walk(&paper, &mut BTreeSet::new());
        let whole: usize = led.values().sum();
        assert!(whole > 3, "{kind}: {led:?}");
        let bytes = |form: &str| {
            let path = format!("report.{form}");
            run(sample.root(), ["report"].iter().chain(&typed).chain(&["--output", &path])).code(0);
            std::fs::read(sample.at(&path)).expect("the report")
        };
        let text = |form: &str| String::from_utf8(bytes(form)).expect("text");
        // What stands before the first part leads to the parts.
        let html = text("html");
        let rest = html
            .split_once("<nav")
            .map_or(0, |it| it.1.split_once("</nav>").expect("a list").0.matches("href").count());
        assert_eq!(html.matches("href=\"#").count() - rest, whole, "{kind}: html");
        // Of an annual report it is a draft to be filled in, which counts nothing.
        let links = text("md").matches("](#").count();
        assert_eq!(links, if kind == "annual" { 0 } else { whole }, "{kind}: md");
        let docx = parts(&bytes("docx"));
        let document = &docx.iter().find(|it| it.0 == "word/document.xml").expect("a document").1;
        assert_eq!(document.matches("w:anchor=\"").count(), whole, "{kind}: docx");
        // Who copies a path from it gets the path.
        assert!(!document.contains('\u{200B}') && !document.contains('\u{AD}'), "{kind}: docx");
        let xlsx = parts(&bytes("xlsx"));
        let links = |it: &&(String, String)| it.1.matches(" location=\"").count();
        let sheets = || xlsx.iter().filter(|it| it.0.starts_with("xl/worksheets/sheet"));
        let is_first = |it: &&(String, String)| it.0 == "xl/worksheets/sheet1.xml";
        let facts = led.get("").copied().unwrap_or_default();
        let tables: usize = sheets().filter(|it| !is_first(it)).map(|it| links(&it)).sum();
        assert_eq!(tables, whole - facts, "{kind}: xlsx");
        // The first sheet also leads to each of the others.
        let others = sheets().count() - 1;
        assert_eq!(sheets().filter(is_first).map(|it| links(&it)).sum::<usize>(), facts + others, "{kind}: xlsx");
    }
}
