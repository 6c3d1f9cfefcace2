//! How complete the catalogue is: what a run tells after its findings, to people and to programs.

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::support::{binary::run, committed::at, project::Project};

/// Items by the ways they can stand, an entry in time and a late one, a task, an exception with an end and one without.
fn project() -> Project {
    let project = Project::base();
    let items = project.read("catalogue/items.toml");
    let second = items.split("[[item]]").nth(1).expect("an item");
    let item = |id: &str, more: &str| {
        let text = second.replace("id = \"notices\"", &format!("id = \"{id}\"")).replace("部门文件", id);
        format!("[[item]]{text}{more}\n")
    };
    let events = ["events", "reported"].map(|id| item(id, "occurs = \"event\"")).concat();
    project.write("catalogue/more.toml", format!("{}{events}", item("plans", "due = 2018-10-31")));
    project.write(
        "catalogue/nil.toml",
        "[[nil]]\nitem = \"policy/reported\"\nperiod = \"2018\"\nreason = \"没有\"\nby = \"办公室\"\non = 2018-12-30\n",
    );
    let entry = project.read("content/2018/通知.md");
    let late = entry.replace("made = 2018-06-20", "made = 2018-01-10").replace("夏季", "汛期");
    project.write("content/2018/迟到.md", late);
    project.write(
        "catalogue/plan.toml",
        "[[plan]]\nid = \"2018\"\ntitle = \"2018年工作任务\"\norganisation = \"bureau\"\nfrom = 2018-01-01\nto = 2018-12-31\n\
         [[task]]\nplan = \"2018\"\nnumber = 1\ntitle = \"公开部门文件\"\nitems = [\"policy/notices\"]\nlead = \"bureau\"\n\
         [[task]]\nplan = \"2018\"\nnumber = 2\ntitle = \"公开规划\"\nitems = [\"policy/plans\"]\nlead = \"bureau\"\ndue = 2018-10-31\n",
    );
    project.write(
        "catalogue/allow.toml",
        "[[allow]]\nrule = \"late-publication\"\nentry = \"2018/迟到\"\nreason = \"补发\"\nowner = \"办公室\"\n\
         [[allow]]\nrule = \"empty-item\"\nitem = \"policy/plans\"\nreason = \"编制中\"\nowner = \"办公室\"\nuntil = 2019-03-31\n",
    );
    project
}

fn completeness(project: &Project) -> Value {
    let out = run(project.root(), ["check", "--format", "json"]).out;
    let document: Value = serde_json::from_str(&out).expect("JSON");
    document["completeness"].clone()
}

#[test]
fn people_read_it_before_the_summary() {
    let project = project();
    let err = run(project.root(), ["check"]).code(0).err;
    let shown = "\
公开情况（以 2018-12-31 为准）
            事项  已公开  零报告  空白  暂无须  条目
  全部         4       1       1     1       1     2
";
    assert!(err.starts_with(shown), "{err}");
    let after = "\
工作任务 2 项：已完成 1，逾期未完成 1
按时公开：2018-01-01 以来 2 条，1 条按时，1 条逾期，按时的占 50.0%
从成文到公开：一半在 56.5 个工作日以内（中位数）
";
    assert!(err.contains(after), "{err}");
    let lines: Vec<&str> = err.lines().rev().take(2).collect();
    assert!(lines[0].contains("个已说明（以 2018-12-31 为准）"), "{err}");
    assert_eq!(lines[1], "已说明的问题 2 个：1 个到 2019-03-31 为止，1 个没有写期限");
    let english = run(project.root(), ["check", "--lang", "en"]).code(0).err;
    for line in [
        "How complete the catalogue is (as of 2018-12-31)",
        "2 tasks: 1 done, 1 late",
        "In time: 1 of 2 entries since 2018-01-01, 50.0 %; 1 late",
        "From making to publication: 56.5 working days (median)",
        "2 explained findings: 1 until 2019-03-31, 1 without an end",
    ] {
        assert!(english.lines().any(|it| it == line), "{line}\n{english}");
    }
    let build = run(project.root(), ["build"]).code(0).err;
    assert!(build.starts_with(shown) && build.contains("网站已生成"), "{build}");
}

#[test]
fn it_is_told_again_where_nothing_has_changed_and_not_where_it_is_not_wanted() {
    let project = project();
    run(project.root(), ["lock"]).code(0);
    let first = run(project.root(), ["check"]);
    std::thread::sleep(std::time::Duration::from_millis(50));
    let cold = run(project.root(), ["check", "--no-cache"]);
    for _ in 0..2 {
        let again = run(project.root(), ["check"]);
        assert_eq!((&again.err, &again.out), (&cold.err, &cold.out));
    }
    assert_eq!(first.err, cold.err);
    // One file is another: the rest is taken over from the run before.
    project.replace("content/2018/迟到.md", "made = 2018-01-10", "made = 2018-06-19");
    let warm = run(project.root(), ["check"]);
    let cold = run(project.root(), ["check", "--no-cache"]);
    assert_eq!((&warm.err, &warm.out), (&cold.err, &cold.out));
    assert!(warm.err.contains("2 条按时，0 条逾期"), "{}", warm.err);
    assert_eq!(run(project.root(), ["check", "-q"]).err, "");
    for format in ["concise", "github", "junit", "gitlab", "sarif", "json"] {
        let done = run(project.root(), ["check", "--format", format]);
        assert!(!done.err.contains("公开情况") && done.err.lines().count() == 1, "{format}: {}", done.err);
        assert!(format == "json" || !done.out.contains("completeness"), "{format}");
    }
    let gate = run(project.root(), ["check", "--stop-only"]);
    assert!(!gate.err.contains("公开情况"), "{}", gate.err);
}

#[test]
fn programs_read_the_same_numbers() {
    let told = completeness(&project());
    let numbers = ["items", "filled", "nil", "empty", "event", "entries", "in_time", "late", "unsure"];
    assert_eq!(numbers.map(|it| told[it].as_u64().expect("a number")), [4, 1, 1, 1, 1, 2, 1, 1, 0]);
    assert_eq!((&told["on_time_share"], &told["median_workdays"]), (&json!("0.5000"), &json!("56.5")));
    let tasks = json!({ "total": 2, "done": 1, "partly": 0, "late": 1, "done_late": 0, "not_due": 0 });
    assert_eq!(told["tasks"], tasks);
    let explained = json!({ "total": 2, "until": [{ "on": "2019-03-31", "findings": 1 }], "without_end": 1 });
    assert_eq!(told["explained"], explained);
    assert_eq!(told["organisations"], json!([]), "one body needs no list of bodies");
    let disclosures = told["disclosures"].as_array().expect("a list");
    assert_eq!(
        disclosures.iter().map(|it| &it["disclosure"]).collect::<Vec<_>>(),
        ["decision", "execution", "management", "service", "result"]
    );
}

#[test]
fn a_nil_report_counts_only_where_somebody_made_it_and_for_its_time() {
    let project = project();
    project.remove("catalogue/nil.toml");
    let told = completeness(&project);
    assert_eq!((&told["nil"], &told["event"]), (&json!(0), &json!(2)), "nobody said that there was nothing");
    // What was reported for the first quarter says nothing of the third, which was missed.
    project.replace("catalogue/more.toml", "due = 2018-10-31", "occurs = \"periodic\"\nupdate = \"每季度\"");
    let nil = |period: &str| {
        format!(
            "[[nil]]\nitem = \"policy/plans\"\nperiod = \"{period}\"\nreason = \"没有\"\nby = \"办公室\"\non = 2018-12-30\n"
        )
    };
    project.write("catalogue/nil.toml", nil("2018Q1"));
    assert_eq!(completeness(&project)["nil"], 0);
    project.write("catalogue/nil.toml", ["2018Q1", "2018Q2", "2018Q3"].map(nil).concat());
    assert_eq!(completeness(&project)["nil"], 1);
}

#[test]
fn what_is_not_certain_is_neither_in_time_nor_late() {
    let project = project();
    project.replace("catalogue/items.toml", "time_limit = ", "time_limit = \"批复后20日内\" # ");
    let told = completeness(&project);
    assert_eq!((&told["in_time"], &told["late"], &told["unsure"]), (&json!(0), &json!(0), &json!(2)));
    assert!(told["on_time_share"].is_null() && told["median_workdays"].is_null(), "{told}");
    let err = run(project.root(), ["check"]).err;
    let entries = ["2018/年度计划", "2018/通知"];
    assert!(err.contains("另有 2 条最后一天不确定") && !err.contains("按时公开"), "{err}");
    assert!(entries.iter().any(|it| err.contains(it)), "it says which: {err}");
    project.replace("catalogue/items.toml", "批复后20日内", "月亮圆了以后");
    assert_eq!(completeness(&project)["unread_limits"], 1);
    assert!(run(project.root(), ["check"]).err.contains("公开时限看不懂的事项 1 个"));
}

#[test]
fn numbers_are_provisional_while_something_cannot_be_read() {
    let project = project();
    assert_eq!(completeness(&project)["provisional"], false);
    project.write("content/2018/坏.md", "+++\ntitle = \"坏\n+++\n文字\n");
    assert_eq!(completeness(&project)["provisional"], true);
    let err = run(project.root(), ["check"]).code(1).err;
    assert!(err.contains("读不懂的没有算进来"), "{err}");
}

#[test]
fn it_fits_eighty_columns() {
    let sample = Project::copy_of(&at("."));
    let bodies = |count: usize| {
        let project = Project::base();
        let body = |n: usize| {
            let name = "某省某市某区某镇人民政府便民服务和综合行政执法队".repeat(2);
            format!("[[organisation]]\nid = \"body-{n}\"\nname = \"{name}{n}\"\nkind = \"行政机关\"\n")
        };
        let items = project.read("catalogue/items.toml");
        let second = items.split("[[item]]").nth(1).expect("an item");
        let item = |n: usize| {
            let text = second.replace("id = \"notices\"", &format!("id = \"i{n}\""));
            format!("[[item]]{text}organisation = \"body-{n}\"\n")
        };
        let own = "organisation = ";
        let item = |n: usize| {
            let text = item(n);
            let twice = text.matches(own).count() > 1;
            if twice { text.replacen(own, "# ", 1) } else { text }
        };
        project.write("catalogue/bodies.toml", (0..count).map(|n| body(n) + &item(n)).collect::<String>());
        project
    };
    for project in [&sample, &project(), &bodies(3), &bodies(40)] {
        for lang in ["zh", "en"] {
            let err = run(project.root(), ["check", "--lang", lang]).err;
            for line in err.lines() {
                assert!(line.width() <= 80, "{} columns: {line}", line.width());
            }
            assert!(err.lines().count() < 45, "{err}");
        }
    }
    let told = completeness(&bodies(40));
    assert_eq!(told["organisations"].as_array().map(Vec::len), Some(41), "programs get all of them");
    assert!(run(bodies(40).root(), ["check"]).err.contains("另有 21 个机构"));
}

/// Every object says only what the schema knows.
fn close(schema: &mut Value) {
    if let Some(object) = schema.as_object_mut() {
        if object.contains_key("properties") && object.get("type") == Some(&json!("object")) {
            object.insert("additionalProperties".to_owned(), json!(false));
        }
        object.values_mut().for_each(close);
    } else if let Some(list) = schema.as_array_mut() {
        list.iter_mut().for_each(close);
    }
}

#[test]
fn the_document_is_as_its_schema_says() {
    let mut schema: Value =
        serde_json::from_str(&std::fs::read_to_string(at("docs/en/check.schema.json")).expect("readable"))
            .expect("JSON");
    close(&mut schema);
    let validator = jsonschema::options().build(&schema).expect("a schema");
    let init = Project::empty();
    run(init.root(), ["init", "--name", "某区某局", "--id", "mouju"]).code(0);
    let projects =
        [project(), init, Project::copy_of(&at(".")), Project::copy_of(&at("tests/mistakes")), Project::empty()];
    for project in &projects {
        for args in [&["check"][..], &["check", "--stop-only"], &["build"]] {
            let done = run(project.root(), args.iter().chain(&["--format", "json"]));
            let document: Value = serde_json::from_str(&done.out).expect("JSON");
            let errors: Vec<String> =
                validator.iter_errors(&document).map(|it| format!("{}: {it}", it.instance_path())).collect();
            assert!(errors.is_empty(), "{args:?} {errors:#?}");
        }
    }
    let mut spoilt: Value =
        serde_json::from_str(&run(projects[0].root(), ["check", "--format", "json"]).out).expect("JSON");
    spoilt["completeness"]["filled"] = json!("one");
    assert!(!validator.is_valid(&spoilt), "the schema takes anything");
}
