//! Reports for supervisors: the loop from a fault that is found to the proof that it is mended, and what is kept of each quarter.

use serde_json::Value;

use super::support::{
    binary::{Done, run},
    committed::{at, same},
    project::Project,
};

/// The entry into which a fault is planted, and the sentence that it is planted behind.
const ENTRY: &str = "content/2018/通知.md";
/// A link to nothing.
const FAULT: &str = "\n\n见[附件](没有这个.pdf)。\n";

/// The report of inspection as JSON, as of `day`, with `more` typed.
fn inspect(project: &Project, day: &str, more: &[&str]) -> Value {
    let typed = ["report", "inspection", "--format", "json", "--quiet", "--as-of", day];
    let done = run(project.root(), typed.iter().chain(more)).code(0);
    serde_json::from_str(&done.out).unwrap_or_else(|error| panic!("{error}: {}", done.out))
}

/// The rows of the grid `id`.
fn rows<'v>(paper: &'v Value, id: &str) -> &'v [Value] {
    let chapters = paper["chapters"].as_array().expect("chapters");
    let grids = chapters.iter().flat_map(|it| it["grids"].as_array().expect("grids"));
    let grid = grids.into_iter().find(|it| it["id"] == id).unwrap_or_else(|| panic!("no grid {id}"));
    grid["rows"].as_array().expect("rows")
}

/// A value of a row as text, links aside.
fn text(row: &Value, key: &str) -> String {
    let value = if row[key].is_object() && !row[key]["text"].is_null() { &row[key]["text"] } else { &row[key] };
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The only row of the grid `id` whose `key` holds `words`.
fn row<'v>(paper: &'v Value, id: &str, key: &str, words: &str) -> &'v Value {
    let found: Vec<&Value> = rows(paper, id).iter().filter(|it| text(it, key).contains(words)).collect();
    assert_eq!(found.len(), 1, "{words} in {id}: {:#?}", rows(paper, id));
    found[0]
}

fn plant(project: &Project) {
    let entry = project.read(ENTRY);
    project.write(ENTRY, format!("{}{FAULT}", entry.trim_end()));
}

fn mend(project: &Project) {
    project.replace(ENTRY, FAULT, "\n");
}

#[test]
fn a_fault_is_followed_from_the_list_to_its_dated_proof_and_back() {
    let project = Project::base();
    plant(&project);
    let line = 1 + project.read(ENTRY).lines().position(|it| it.contains("没有这个")).expect("the fault");

    // Found: the list names rule, file, line, ground and mend, and leaves the last day to the supervisor.
    let third = inspect(&project, "2018-10-10", &["--keep"]);
    assert_eq!(third["kind"], "inspection");
    let found = row(&third, "problems", "place", ENTRY);
    assert_eq!(text(found, "place"), format!("{ENTRY}:{line}"));
    let code = text(found, "rule");
    assert!(code.starts_with("GK14"), "{found:#}");
    assert!(text(found, "problem").contains("没有这个.pdf"), "{found:#}");
    for key in ["ground", "mend", "organisation"] {
        assert!(text(found, key).chars().count() > 2, "{key}: {found:#}");
    }
    assert_eq!((text(found, "due").as_str(), text(found, "standing").as_str()), ("〔整改时限〕", "首次检查"));
    let number = text(found, "fingerprint");
    let kept = project.read("catalogue/history/2018Q3.json");
    assert!(kept.contains(ENTRY) && kept.contains(&number) && !kept.contains(&format!(":{line}")), "{kept}");

    // Handed out with a last day; then mended, with a line above it so that places move.
    let ledger = format!(
        "[[rectification]]\nfinding = \"通知里有打不开的链接\"\nfingerprint = \"{number}\"\nquarter = \"2018Q3\"\ndue = 2018-10-31\n"
    );
    project.write("catalogue/ledger.toml", &ledger);
    let again = inspect(&project, "2018-10-11", &["--quarter", "2018Q3"]);
    assert_eq!(text(row(&again, "problems", "place", ENTRY), "due"), "2018-10-31");
    mend(&project);
    let rest = run(project.root(), ["check", "--as-of", "2018-10-20", "--format", "concise"]).out;
    assert!(!rest.contains("没有这个"), "checked again: {rest}");
    project.write("catalogue/ledger.toml", format!("{ledger}done = 2018-10-19\nevidence = \"链接已删去，截图存档\"\n"));

    // The next quarter's report: mended, with its dated proof.
    let fourth = inspect(&project, "2018-12-31", &["--keep"]);
    assert!(rows(&fourth, "problems").iter().all(|it| !text(it, "place").contains(ENTRY)));
    let mended = row(&fourth, "rectified", "problem", "没有这个.pdf");
    let told = ["outcome", "on", "proof", "since"].map(|key| text(mended, key));
    assert_eq!(told, ["已整改", "2018-10-19", "链接已删去，截图存档", "2018Q3"]);
    assert_eq!(text(row(&fourth, "ledger", "finding", "打不开"), "checked"), "复查已不存在");

    // Two quarters later the ledger's line still says what it is about.
    let later = inspect(&project, "2019-04-08", &[]);
    assert_eq!(text(row(&later, "ledger", "finding", "打不开"), "checked"), "以前的季度查出过，现在已不存在");

    // Planted again: it has come back, whether the same quarter is inspected again or the next.
    plant(&project);
    for day in ["2019-01-05", "2019-04-08"] {
        let quarter = if day < "2019-03" { "2018Q4" } else { "2019Q1" };
        let back = inspect(&project, day, &["--quarter", quarter]);
        let found = row(&back, "problems", "place", ENTRY);
        assert_eq!((text(found, "standing").as_str(), text(found, "since").as_str()), ("反复", "2018Q3"), "{day}");
        assert_eq!(text(row(&back, "ledger", "finding", "打不开"), "checked"), "整改以后又出现", "{day}");
    }
}

#[test]
fn what_the_ledger_calls_done_and_still_stands_is_told_so() {
    let project = Project::base();
    plant(&project);
    inspect(&project, "2018-10-10", &["--keep"]);
    let entry =
        "[[rectification]]\nfinding = \"错链\"\nrule = \"broken-link\"\nentry = \"2018/通知\"\ndone = 2018-10-15\n";
    project.write("catalogue/ledger.toml", entry);
    let paper = inspect(&project, "2018-12-31", &[]);
    assert_eq!(text(row(&paper, "problems", "place", ENTRY), "standing"), "台账称已整改，复查仍在");
    assert_eq!(text(row(&paper, "rectified", "problem", "没有这个"), "outcome"), "未整改");
    assert_eq!(text(row(&paper, "ledger", "finding", "错链"), "checked"), "称已整改，复查仍在");
}

#[test]
fn what_is_explained_switched_off_or_unread_is_not_called_mended() {
    let outcome = |change: &dyn Fn(&Project)| {
        let project = Project::base();
        plant(&project);
        inspect(&project, "2018-10-10", &["--keep"]);
        change(&project);
        let paper = inspect(&project, "2018-12-31", &[]);
        text(row(&paper, "rectified", "problem", "没有这个"), "outcome")
    };
    let allow = "[[allow]]\nrule = \"broken-link\"\nentry = \"2018/通知\"\nreason = \"原件待补\"\nowner = \"办公室\"\n";
    assert_eq!(outcome(&|it| it.write("catalogue/allow.toml", allow)), "已说明");
    assert_eq!(
        outcome(&|it| it.write("catalogue/levels.toml", "[levels]\nbroken-link = \"off\"\n")),
        "规则已关闭，没有复查"
    );
    assert_eq!(
        outcome(&|it| it.write("catalogue/levels.toml", "[levels]\nbroken-link = \"note\"\n")),
        "仍在，现为提示"
    );
    assert_eq!(
        outcome(&|it| it.write(ENTRY, "+++\ntitle = \"通知\"\n")),
        "目录或者所在文件有要先改正的错误，尚无法判断"
    );
    // Where the catalogue itself cannot be read nobody knows what is not judged.
    let lost = |it: &Project| {
        mend(it);
        it.write("catalogue/more.toml", "[[item]\n");
    };
    assert_eq!(outcome(&lost), "目录或者所在文件有要先改正的错误，尚无法判断");
    assert_eq!(outcome(&|_| ()), "未整改");
    assert_eq!(outcome(&mend), "已整改");
}

#[test]
fn a_problem_is_known_again_where_its_file_is_renamed_or_its_entry_retitled() {
    for change in [0, 1, 2] {
        let project = Project::base();
        run(project.root(), ["lock"]).code(0);
        plant(&project);
        inspect(&project, "2018-10-10", &["--keep"]);
        match change {
            0 => {
                project.write("content/2018/改名.md", project.read(ENTRY));
                project.remove(ENTRY);
                run(project.root(), ["lock"]).code(0);
            }
            1 => project.replace(ENTRY, "title = \"", "title = \"改后的"),
            _ => project.replace(ENTRY, "+++\ntitle", "+++\n\n\n\ntitle"),
        }
        let paper = inspect(&project, "2018-12-31", &[]);
        let found = row(&paper, "problems", "problem", "没有这个");
        assert_eq!((text(found, "standing").as_str(), text(found, "since").as_str()), ("未整改", "2018Q3"), "{change}");
        assert_eq!(text(row(&paper, "rectified", "problem", "没有这个"), "outcome"), "未整改", "{change}");
    }
}

#[test]
fn a_number_that_grows_in_the_words_makes_no_new_problem() {
    let project = Project::copy_of(&at("."));
    project.replace("catalogue/site.toml", "as_of = 2018-12-31", "as_of = 2019-03-20");
    inspect(&project, "2019-03-20", &["--quarter", "2018Q4", "--keep"]);
    let kept = project.read("catalogue/history/2018Q4.json");
    let before: Vec<&str> =
        kept.lines().filter(|it| it.contains("\"fingerprint\"") && !it.contains("explained")).collect();
    assert!(before.len() > 5, "{kept}");
    let paper = inspect(&project, "2019-04-02", &["--quarter", "2019Q1"]);
    // Nothing was done meanwhile but that days passed: what is gone needs an end of its own.
    let gone: Vec<String> = rows(&paper, "rectified")
        .iter()
        .filter(|it| text(it, "outcome") == "已整改")
        .map(|it| format!("{} {}", text(it, "rule"), text(it, "problem")))
        .collect();
    assert_eq!(gone, Vec::<String>::new());
}

#[test]
fn the_figures_are_those_of_check() {
    for project in [Project::base(), Project::copy_of(&at("."))] {
        let check: Value = serde_json::from_str(&run(project.root(), ["check", "--format", "json"]).out).expect("JSON");
        let own = &check["completeness"];
        let paper = inspect(&project, "2018-12-31", &[]);
        for key in ["items", "filled", "nil", "empty", "event", "entries"] {
            assert_eq!(paper["facts"][key], own[key], "{key}");
        }
        assert_eq!(paper["facts"]["problems"], {
            let counts = &check["counts"];
            Value::from(counts["errors"].as_u64().unwrap_or(0) + counts["warnings"].as_u64().unwrap_or(0))
        });
        for (grid, list) in [("disclosures", "disclosures"), ("facets", "facets")] {
            for (row, part) in rows(&paper, grid).iter().zip(own[list].as_array().expect("a list")) {
                for key in ["items", "filled", "nil", "empty", "event", "entries"] {
                    assert_eq!(row[key], part[key], "{grid} {key}: {row}");
                }
            }
        }
        for (row, part) in rows(&paper, "organisations").iter().zip(own["organisations"].as_array().expect("a list")) {
            for key in ["items", "filled", "nil", "empty", "event", "entries"] {
                assert_eq!(row[key], part[key], "{key}: {row}");
            }
        }
        let states = own["tasks"].as_object().expect("states");
        for row in rows(&paper, "task-states") {
            assert_eq!(row["tasks"], states[&text(row, "@id").trim_start_matches("state-").replace('-', "_")], "{row}");
        }
    }
}

#[test]
fn equal_input_is_equal_bytes_with_a_cache_and_without() {
    let project = Project::copy_of(&at("."));
    for kind in ["inspection", "plan", "site"] {
        for form in ["md", "json"] {
            let made = |more: &[&str]| {
                let typed = ["report", kind, "--format", form, "--as-of", "2018-12-31"];
                run(project.root(), typed.iter().chain(more)).code(0).out
            };
            let first = made(&["--no-cache"]);
            assert!(first.len() > 500, "{first}");
            assert_eq!((made(&[]), made(&[])), (first.clone(), first.clone()), "{kind} {form}");
            assert_eq!(made(&["-j", "1", "--no-cache"]), first, "{kind} {form}");
        }
    }
}

#[test]
fn what_is_not_whole_is_not_kept() {
    let project = Project::base();
    project.write("catalogue/broken.toml", "[[item]\nid = \n\"\"\"");
    let done = run(project.root(), ["report", "inspection", "--keep", "--as-of", "2018-10-10"]).code(2);
    assert!(done.err.contains("没有存档") && done.out.is_empty(), "{}", done.err);
    assert!(!project.at("catalogue/history").exists());
    run(project.root(), ["report", "inspection", "--as-of", "2018-10-10"]).code(0);
}

#[test]
fn a_last_day_of_an_item_is_none_for_what_else_is_wrong_with_it() {
    let project = Project::base();
    project.write(
        "catalogue/extra.toml",
        "[[item]]\nid = \"extra\"\nfield = \"policy\"\ntitle = \"专项规划\"\ndisclosure = [\"决策公开\"]\nelements = [\"标题\"]\n\
         basis = [\"《2016年政务公开工作要点》（国办发〔2016〕19号）\"]\ntime_limit = \"自信息形成或者变更之日起20个工作日内\"\ndue = 2018-12-31\n\
         organisation = \"bureau\"\nchannels = [\"政府网站\"]\naudience = \"全社会\"\nway = \"主动\"\n",
    );
    let paper = inspect(&project, "2018-10-10", &[]);
    let due = |rule: &str| {
        let of_rule = rows(&paper, "problems").iter().filter(|it| text(it, "rule").starts_with(rule));
        of_rule.map(|it| text(it, "due")).collect::<Vec<_>>()
    };
    assert!(due("GK01").iter().all(|it| it == "〔整改时限〕") && !due("GK01").is_empty(), "{paper:#}");
    // What the matrix calls 暂无须 is no problem.
    assert!(due("GK0204").is_empty(), "{paper:#}");
    let stands = rows(&paper, "matrix").iter().find(|it| text(it, "item").contains("专项规划"));
    assert_eq!(stands.map(|it| text(it, "stands")).as_deref(), Some("暂无须"), "{paper:#}");
}

#[test]
fn nothing_kept_is_lost_and_nothing_is_written_without_need() {
    let keep = |project: &Project, day: &str, quarter: &str| -> Done {
        run(project.root(), ["report", "inspection", "--keep", "--as-of", day, "--quarter", quarter])
    };
    let path = "catalogue/history/2018Q3.json";
    let project = Project::base();
    assert!(keep(&project, "2018-10-10", "2018Q3").code(0).err.contains("已存档 catalogue/history/2018Q3.json"));
    let first = project.read(path);
    assert!(keep(&project, "2018-10-12", "2018Q3").code(0).err.contains("没有改动"));
    assert_eq!(project.read(path), first, "the same values are not written again");
    plant(&project);
    let earlier = keep(&project, "2018-10-09", "2018Q3").code(2);
    assert!(earlier.err.contains("没有覆盖") && earlier.out.is_empty(), "{}", earlier.err);
    assert_eq!(project.read(path), first);
    // What was handed out is replaced only by who says so.
    let other = keep(&project, "2018-10-12", "2018Q3").code(2);
    assert!(other.err.contains("--replace") && other.out.is_empty(), "{}", other.err);
    assert_eq!(project.read(path), first);
    let typed = ["report", "inspection", "--keep", "--replace", "--as-of", "2018-10-12", "--quarter", "2018Q3"];
    assert!(run(project.root(), typed).code(0).err.contains("已换成这一次的"));
    let second = project.read(path);
    assert!(second.contains("\"as_of\": \"2018-10-12\"") && second.contains("没有这个"), "{second}");
    for damaged in [second[..second.len() / 2].to_owned(), "{}".to_owned(), second.replace("inspection", "x")] {
        project.write(path, &damaged);
        for quarter in ["2018Q3", "2018Q4"] {
            let done = keep(&project, "2018-12-31", quarter).code(2);
            assert!(done.err.contains("不能读取存档") && done.err.contains(path), "{}", done.err);
        }
        assert_eq!(project.read(path), damaged, "it is not written over");
    }
    project.remove(path);
    std::os::unix::fs::symlink(project.at("catalogue/site.toml"), project.at(path)).expect("a link");
    keep(&project, "2018-10-12", "2018Q3").code(2);
    project.remove(path);
    // What is kept is no catalogue, and no finding; what no report reads is noted, and hidden files are other programs'.
    project.write("catalogue/history/2018Q2.json", "{}");
    project.write("catalogue/history/.gitkeep", "");
    let before = run(Project::base().root(), ["check", "--format", "concise", "-q"]).out;
    mend(&project);
    assert_eq!(run(project.root(), ["check", "--format", "concise", "-q"]).out, before);
    project.write("catalogue/history/README.txt", "x");
    let told = run(project.root(), ["check", "--format", "concise", "-q"]).out;
    assert!(told.contains("提示[GK1910") && told.contains("catalogue/history/README.txt"), "{told}");
}

#[test]
fn slips_are_told_with_what_was_meant() {
    let project = Project::base();
    for (typed, told) in [
        (&["inspectoin"][..], "inspection"),
        (&["inspection", "--quarter", "2018年第四季度"], "是不是 2018Q4"),
        (&["inspection", "--quarter", "2018"], "2018Q4 这样"),
        (&["inspection", "--quarter", "2019Q3"], "还没有开始"),
        (&["plan", "--quarter", "2018Q3"], "只用于"),
        (&["plan", "--keep"], "只用于"),
        (&["inspection", "--keep", "--organisation", "bureau"], "不能与"),
        (&["plan", "--organisation", "buraeu"], "是不是“bureau”"),
        (&["plan", "--output", "报告.pdf"], ".docx"),
        (&["plan", "--output", "catalogue/a.md"], "项目自己的文件"),
        (&["plan", "--format", "pdf"], "html"),
    ] {
        let done = run(project.root(), ["report"].iter().chain(typed)).code(2);
        assert!(done.err.contains(told), "{typed:?}: {}", done.err);
    }
    run(project.root(), ["report", "问题清单"]).code(0);
    let file = project.at("../报告.json");
    run(project.root(), ["report", "plan", "-o", file.to_str().expect("a path")]).code(0);
    assert!(std::fs::read_to_string(&file).expect("written").contains("\"kind\": \"plan\""));
    std::fs::remove_file(file).expect("gone");
}

#[test]
fn the_words_of_each_report_are_read_aloud() {
    let project = Project::base();
    let first = project.read("catalogue/items.toml").split("[[item]]").nth(1).expect("an item").to_owned();
    let item = first.replace("id = \"notices\"", "id = \"plans\"").replace("部门文件", "规划计划");
    project.write("catalogue/more.toml", format!("[[item]]{item}office = \"业务科\"\ndue = 2018-11-30\n"));
    let plan = "[[plan]]\nid = \"2018\"\ntitle = \"2018年工作任务\"\norganisation = \"bureau\"\nfrom = 2018-01-01\nto = 2018-12-31\n";
    let task = "[[task]]\nplan = \"2018\"\nnumber = 1\ntitle = \"公开部门文件\"\nitems = [\"policy/notices\"]\nlead = \"bureau\"\n\
                requirement = \"部门文件印发后及时公开。\"\nevidence = [{ what = \"部署会\", kind = \"会议\", on = 2018-03-02, by = \"办公室\" }]\n\
                milestones = [{ title = \"完成清理\", due = 2018-10-31, done = 2018-10-26 }]\n\
                indicators = [{ name = \"公开件数\", unit = \"件\", target = 1, values = [{ on = 2018-12-01, value = 1.5 }] }]\n\
                [[task]]\nplan = \"2018\"\nnumber = 2\ntitle = \"公开规划\"\nitems = [\"policy/plans\"]\nlead = \"bureau\"\ndue = 2018-11-30\n";
    project.write("catalogue/plan.toml", format!("{plan}{task}"));
    project.write("content/2018/通报.md", project.read(ENTRY).replace("夏季", "冬季"));
    plant(&project);
    project.replace(ENTRY, "示局发〔2018〕1号", "示局发[2018]5号");
    inspect(&project, "2018-10-10", &["--keep"]);
    mend(&project);
    let ledger = |rule: &str, entry: &str| {
        format!(
            "[[rectification]]\nfinding = \"{rule}\"\nrule = \"{rule}\"\nentry = \"2018/{entry}\"\nquarter = \"2018Q3\"\nby = \"办公室\"\ndue = 2018-10-31\ndone = 2018-10-20\n"
        )
    };
    let allow = "[[allow]]\nrule = \"empty-item\"\nitem = \"policy/plans\"\nreason = \"编制中\"\nowner = \"业务科\"\nuntil = 2019-03-31\n";
    project.write("catalogue/ledger.toml", ledger("broken-link", "通知") + &ledger("GK0306", "通知"));
    project.write("catalogue/allow.toml", allow);
    project.write("content/2018/通报.md", project.read("content/2018/通报.md").trim_end().to_owned() + FAULT);
    for kind in ["inspection", "plan", "site"] {
        for lang in ["zh", "en"] {
            let typed = ["report", kind, "--lang", lang, "--as-of", "2018-12-31"];
            let out = run(project.root(), typed).code(0).out;
            same(&format!("tests/reports/{kind}.{lang}.md"), &out);
        }
    }
}

#[test]
fn a_problem_in_a_file_belongs_to_the_office_of_the_entry_that_offers_it() {
    let project = Project::base();
    project.replace(ENTRY, "[review]", "office = \"业务科\"\nattachments = [\"名单.csv\"]\n\n[review]");
    project.write("content/2018/名单.csv", "姓名,身份证号\n某甲,11010519491231002X\n");
    let paper = inspect(&project, "2018-10-10", &["--keep"]);
    let found = row(&paper, "problems", "rule", "GK0801");
    assert_eq!((text(found, "office").as_str(), text(found, "place").as_str()), ("业务科", "content/2018/名单.csv:2"));
    for text in [paper.to_string(), project.read("catalogue/history/2018Q3.json")] {
        assert!(!text.contains("11010519491231002X"), "a number is nobody's to spread");
    }
    // The same fault under another name is the same problem.
    std::fs::rename(project.at("content/2018/名单.csv"), project.at("content/2018/人员.csv")).expect("renamed");
    project.replace(ENTRY, "名单.csv", "人员.csv");
    let paper = inspect(&project, "2018-12-31", &[]);
    assert_eq!(text(row(&paper, "problems", "rule", "GK0801"), "standing"), "未整改");
}

#[test]
fn several_organisations_have_the_same_figures_in_the_catalogues_order() {
    let project = Project::copy_of(&at("."));
    let whole = inspect(&project, "2018-12-31", &[]);
    let names: Vec<String> = rows(&whole, "organisations").iter().map(|it| text(it, "organisation")).collect();
    let check: Value = serde_json::from_str(&run(project.root(), ["check", "--format", "json"]).out).expect("JSON");
    let listed = check["completeness"]["organisations"].as_array().expect("a list").clone();
    assert_eq!(names.len(), listed.len());
    let mut problems = 0;
    for (row, it) in rows(&whole, "organisations").iter().zip(&listed) {
        let id = it["organisation"].as_str().expect("an id");
        let own = inspect(&project, "2018-12-31", &["--organisation", id]);
        for key in ["items", "filled", "nil", "empty", "event", "entries", "problems"] {
            assert_eq!(own["facts"][key], row[key], "{id} {key}");
        }
        assert_eq!(rows(&own, "organisations"), std::slice::from_ref(row), "{id}");
        assert_eq!(Value::from(rows(&own, "problems").len()), row["problems"], "{id}");
        problems += rows(&own, "problems").len();
    }
    assert_eq!(problems, rows(&whole, "problems").len(), "each problem is somebody's");
    // Offices of an organisation are its sum.
    let sum = |grid: &str| rows(&whole, grid).iter().filter_map(|it| it["items"].as_u64()).sum::<u64>();
    assert_eq!(sum("offices"), sum("organisations"));
}
