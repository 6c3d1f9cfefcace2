//! What the site states of a body is what somebody attested: coverage, tasks, nil reports agree with the data and with each other.

use std::fs;

use super::support::{binary::run, project::Project};

/// The codes that are told of the base project with `fragments`, each with its level.
fn told(fragments: &str) -> Vec<(String, String)> {
    let project = Project::with(fragments);
    let out = run(project.root(), ["check", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let findings = json["findings"].as_array().expect("findings").iter();
    findings.map(|it| (it["code"].as_str().unwrap().to_owned(), it["level"].as_str().unwrap().to_owned())).collect()
}

fn has(fragments: &str, code: &str, level: &str) -> bool {
    told(fragments).contains(&(code.to_owned(), level.to_owned()))
}

/// A file of the site of the base project with `fragments`, its standing public.
fn built(fragments: &str, path: &str) -> String {
    let project = Project::with(fragments);
    project.replace("catalogue/site.toml", "profile =", "standing = \"public\"\nprofile =");
    run(project.root(), ["build"]).code(0);
    fs::read_to_string(project.at("public").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Another item of the catalogue, and entries of it: each its name, the day it was made and published, more keys.
fn item(keys: &str, entries: &[(&str, &str, &str)]) -> String {
    let mut fragments = format!(
        "==> catalogue/more.toml\n[[item]]\nid = \"more\"\nfield = \"policy\"\ntitle = \"统计信息\"\nelements = [\"标题\"]\n\
         basis = [\"《中华人民共和国政府信息公开条例》第十条第一项\"]\ntime_limit = \"自信息形成或者变更之日起20个工作日内\"\n\
         organisation = \"bureau\"\nchannels = [\"政府网站\"]\naudience = \"全社会\"\nway = \"主动\"\nlevel = [\"县级\"]\n{keys}"
    );
    for (name, day, more) in entries {
        fragments += &format!(
            "==> content/2018/{name}.md\n+++\ntitle = \"{name}\"\nitem = \"policy/more\"\nmade = {day}\npublished = {day}\nsummary = \"概述。\"\n{more}\
             [review]\nsecrecy = {{ by = \"保密员\", on = {day} }}\n+++\n{name}的正文。\n"
        );
    }
    fragments
}

/// The cells of the item in `coverage.json`: disclosure, entries, state.
fn cells(fragments: &str) -> Vec<(String, u64, String)> {
    let json: serde_json::Value = serde_json::from_str(&built(fragments, "api/v1/coverage.json")).expect("JSON");
    let items = json["items"].as_array().expect("items");
    let item = items.iter().find(|it| it["item"] == "policy/more").expect("the item");
    let text = |it: &serde_json::Value| it.as_str().unwrap_or("?").to_owned();
    let cells = item["cells"].as_array().expect("cells").iter();
    cells.map(|it| (text(&it["disclosure"]), it["entries"].as_u64().unwrap(), text(&it["state"]))).collect()
}

const MANAGEMENT: &str = "disclosure = [\"管理公开\"]\n";

#[test]
fn only_a_nil_report_is_a_nil_report() {
    let event = format!("{MANAGEMENT}occurs = \"发生时\"\n");
    let nil = "\n[[nil]]\nitem = \"policy/more\"\nperiod = \"2018Q3\"\nreason = \"没有发生。\"\nby = \"办公室\"\non = 2018-10-09\n";
    let state = |keys: &str| cells(&item(keys, &[])).remove(0).2;
    assert_eq!(state(&event), "event");
    assert_eq!(state(&format!("{event}{nil}")), "nil");
    assert_eq!(state(MANAGEMENT), "gap");
    assert_eq!(state(&format!("{event}{}", nil.replace("2018Q3", "2016Q3"))), "event", "too long ago");
    assert!(!built(&item(&event, &[]), "coverage/index.html").contains("<td class=\"c\">零报告</td>"));
}

#[test]
fn a_contradicted_nil_report_is_told_and_not_published() {
    let nil = |period: &str| {
        format!(
            "{MANAGEMENT}occurs = \"发生时\"\n\n[[nil]]\nitem = \"policy/more\"\nperiod = \"{period}\"\nreason = \"没有发生。\"\nby = \"办公室\"\non = 2018-10-09\n"
        )
    };
    let entry = [("五月的信息", "2018-05-03", "")];
    for (period, wrong) in [("2018Q2", true), ("2018", true), ("2019", true), ("2018Q3", false)] {
        let fragments = item(&nil(period), &entry);
        assert_eq!(has(&fragments, "GK0214", "error"), wrong, "{period}");
        assert_eq!(built(&fragments, "catalogue/policy/more/index.html").contains("没有发生。"), !wrong, "{period}");
    }
}

#[test]
fn filled_means_filled_for_the_time_that_is_judged() {
    let yearly = format!("{MANAGEMENT}occurs = \"定期\"\nupdate = \"每年\"\n");
    let old = [("旧信息", "2016-05-03", "")];
    assert_eq!(cells(&item(&yearly, &old)), [("management".to_owned(), 0, "gap".to_owned())]);
    let new = [("旧信息", "2016-05-03", ""), ("新信息", "2018-05-03", "")];
    assert_eq!(cells(&item(&yearly, &new)), [("management".to_owned(), 1, "filled".to_owned())]);
    assert_eq!(
        cells(&item(MANAGEMENT, &old)),
        [("management".to_owned(), 1, "filled".to_owned())],
        "what is standing stands"
    );
    let quarterly = format!("{MANAGEMENT}occurs = \"定期\"\nupdate = \"每季度\"\n");
    let first = [("一季度", "2018-03-20", "")];
    assert_eq!(cells(&item(&quarterly, &first)).remove(0).2, "gap", "the last quarter is not there");
}

#[test]
fn page_and_data_count_what_is_classed_there() {
    let foreign = [("某信息", "2018-05-03", "disclosure = [\"决策公开\"]\n")];
    let fragments = item("disclosure = [\"执行公开\"]\n", &foreign);
    assert_eq!(cells(&fragments), [("execution".to_owned(), 0, "gap".to_owned())]);
    let json: serde_json::Value = serde_json::from_str(&built(&fragments, "api/v1/coverage.json")).expect("JSON");
    let execution = json["disclosures"].as_array().unwrap().iter().find(|it| it["disclosure"] == "execution").unwrap();
    assert_eq!((execution["items"].as_u64(), execution["filled"].as_u64()), (Some(2), Some(1)));
}

#[test]
fn news_and_posts_are_no_response_of_their_item() {
    let of = |kind: &str| {
        let kinds = item("disclosure = [\"管理公开\"]\nfacet = [\"舆情回应\"]\n", &[("某信息", "2018-05-03", kind)]);
        built(&kinds, "facet/response/index.html").contains("某信息")
    };
    assert!(of("kind = \"notice\"\n"), "what the item is for");
    assert!(!of("kind = \"news\"\n"), "news of it");
    assert!(of("kind = \"news\"\nfacet = [\"舆情回应\"]\n"), "said by its author");
}

#[test]
fn what_is_to_be_published_on_a_day_is_published_on_it() {
    let project = Project::with(&item("disclosure = [\"管理公开\"]\n", &[]));
    let entry = project.read("content/2018/通知.md");
    let coming =
        entry.replace("published = 2018-06-22", "publish_on = 2018-12-20").replace("〔2018〕1号", "〔2018〕2号");
    project.write("content/2018/定时.md", coming.replace("title = \"关于", "title = \"定时：关于"));
    let shown = |day: &str| {
        run(project.root(), ["build", "--as-of", day]).code(0);
        let page = fs::read_to_string(project.at("public/year/2018/index.html")).expect("the year");
        let lock = project.read("catalogue/index.lock");
        (page.contains("定时：关于"), lock.contains("2018/定时\treleased\t2018-12-20\t2018-12-20"))
    };
    assert_eq!(shown("2018-12-19"), (false, false));
    assert_eq!(shown("2018-12-20"), (true, true), "{}", project.read("catalogue/index.lock"));
}

#[test]
fn an_internal_standing_says_only_what_is_published() {
    let project = Project::with(&item(MANAGEMENT, &[]));
    run(project.root(), ["build"]).code(0);
    let json = fs::read_to_string(project.at("public/api/v1/coverage.json")).expect("the file");
    assert!(!json.contains("filled") && !json.contains("\"state\"") && !json.contains("\"entries\":0"), "{json}");
    let page = fs::read_to_string(project.at("public/coverage/index.html")).expect("the page");
    assert!(!page.contains('%') && !page.contains(">缺<") && !page.contains(">0<"), "{page}");
}

#[test]
fn a_task_waits_for_its_milestones_indicators_and_rectifications() {
    let plan = |more: &str| {
        format!(
            "==> catalogue/plan.toml\n[[plan]]\nid = \"2018\"\ntitle = \"任务\"\norganisation = \"bureau\"\nfrom = 2018-01-01\nto = 2018-12-31\n\
             [[task]]\nplan = \"2018\"\nnumber = 1\ntitle = \"公开文件\"\nitems = [\"policy/notices\"]\nlead = \"bureau\"\n{more}"
        )
    };
    let state = |more: &str| {
        let json: serde_json::Value = serde_json::from_str(&built(&plan(more), "api/v1/plans.json")).expect("JSON");
        json["plans"][0]["tasks"][0]["state"].as_str().expect("a state").to_owned()
    };
    assert_eq!(state(""), "done");
    assert_eq!(state("milestones = [{ title = \"初稿\", due = 2018-09-30 }]\n"), "partly");
    assert_eq!(state("milestones = [{ title = \"初稿\", due = 2018-09-30, done = 2018-09-12 }]\n"), "done");
    let indicator = |value: u32| {
        format!(
            "indicators = [{{ name = \"数据集\", target = 120, values = [{{ on = 2018-09-30, value = {value} }}] }}]\n"
        )
    };
    assert_eq!((state(&indicator(96)), state(&indicator(120))), ("partly".to_owned(), "done".to_owned()));
    let open = "[[rectification]]\nfinding = \"漏发\"\nby = \"办公室\"\nentry = \"2018/通知\"\ndue = 2018-10-31\n";
    assert_eq!(state(open), "partly");
    assert_eq!(state(&format!("{open}done = 2018-10-20\n")), "done");
}

#[test]
fn what_was_public_elsewhere_is_judged_by_that_day() {
    let entry = |more: &str| {
        format!(
            "==> content/2018/旧信息.md\n+++\ntitle = \"旧信息\"\nitem = \"policy/notices\"\nkind = \"document\"\nmade = 2018-03-20\npublished = 2018-11-20\nsummary = \"概述。\"\n{more}[review]\nsecrecy = {{ by = \"保密员\", on = 2018-03-21 }}\n+++\n旧信息的正文。\n"
        )
    };
    for (more, late) in [
        ("", true),
        ("first_published = 2018-03-25\n", false),
        ("first_published = 2018-09-25\n", true),
        ("migrated_from = \"旧网站\"\n", false),
        ("migrated_from = \"旧网站\"\nfirst_published = 2018-09-25\n", true),
    ] {
        assert_eq!(has(&entry(more), "GK0401", "error"), late, "{more}");
    }
}

#[test]
fn an_overdue_draft_weighs_as_much_as_a_late_publication() {
    let draft = |day: &str| {
        format!(
            "==> content/2018/草稿.md\n+++\ntitle = \"草稿\"\nitem = \"policy/notices\"\nkind = \"document\"\nmade = {day}\ndraft = true\nsummary = \"概述。\"\n+++\n正文。\n"
        )
    };
    assert!(has(&draft("2018-07-10"), "GK0414", "error"));
    assert!(!has(&draft("2018-12-20"), "GK0414", "error"));
    assert!(
        has(&draft("2026-01-10").replace("2026", "2016"), "GK0414", "warn"),
        "a year that nobody announced convicts nobody"
    );
}

#[test]
fn a_level_that_is_raised_is_raised() {
    let raised = "==> catalogue/levels.toml\n[levels]\nempty-item = \"error\"\n";
    assert!(has(&item(MANAGEMENT, &[]), "GK0204", "warn"));
    assert!(has(&format!("{raised}{}", item(MANAGEMENT, &[])), "GK0204", "error"));
}

#[test]
fn copies_are_told_and_forms_of_one_title_are_not() {
    let copy = |name: &str, body: &str| {
        format!(
            "==> content/2018/{name}.md\n+++\ntitle = \"规划许可证\"\nitem = \"policy/notices\"\nkind = \"document\"\nmade = 2018-06-20\npublished = 2018-06-22\nsummary = \"概述。\"\n[review]\nsecrecy = {{ by = \"保密员\", on = 2018-06-21 }}\n+++\n{body}\n"
        )
    };
    let twice = |one: &str, other: &str| has(&format!("{}{}", copy("甲", one), copy("乙", other)), "GK0318", "warn");
    assert!(twice("项目一：示例一路。", "项目一：示例一路。"));
    assert!(!twice("项目一：示例一路。", "项目二：示例二路。"));
    assert!(twice("项目一：示例一路。\n", "\n项目一：示例一路。"));
}

#[test]
fn words_beyond_the_lists_are_kept_and_told() {
    let with = |key: &str, value: &str| {
        let project = Project::base();
        let text = project.read("catalogue/items.toml");
        let lines: Vec<String> = text
            .lines()
            .map(|it| if it.starts_with(key) { format!("{key} = {value}") } else { it.to_owned() })
            .collect();
        project.write("catalogue/items.toml", lines.join("\n") + "\n");
        run(project.root(), ["check", "--format", "json"]).out
    };
    for (key, value, told) in [
        ("channels", "[\"政府网站\", \"征地信息公开平台\"]", false),
        ("channels", "[\"政府网站\", \"政府服务中心\"]", false),
        ("channels", "[\"政府网站\", \"入户/现场宣传\"]", false),
        ("channels", "[\"政府网站\", \"社区/企事业单位、村公示栏（电子屏）\"]", false),
        ("channels", "[\"政府网站\", \"微信公众号\"]", false),
        ("channels", "[\"政府网站\", \"村民议事厅\"]", true),
        ("audience", "\"申请人\"", true),
        ("level", "[\"乡、村级\"]", false),
        ("level", "[\"州级\"]", false),
        ("level", "[\"省级\"]", true),
    ] {
        let out = with(key, value);
        assert!(!out.contains("GK0007"), "{value}: {out}");
        assert_eq!(out.contains("GK0018"), told, "{value}: {out}");
    }
}

#[test]
fn a_channel_of_an_entry_that_no_list_has_is_kept_as_another() {
    let channels =
        "channels = [\"村民议事厅\", { channel = \"微信群\", on = 2018-06-23 }, \"其他：院坝会\", \"村务公开栏\"]\n";
    let fragments =
        item(MANAGEMENT, &[("通知", "2018-06-20", channels)]).replace("\"政府网站\"", "\"政府网站\", \"村民议事厅\"");
    let found = told(&fragments);
    assert_eq!(found.iter().filter(|it| it.0 == "GK0018").count(), 3, "the item's, and two of the entry: {found:?}");
    assert!(!found.iter().any(|it| it.0 == "GK0007" || it.0 == "GK0210"), "what the item wants is met: {found:?}");
    let page = built(&fragments, "bureau/2018/00001.html");
    let json = built(&fragments, "api/v1/entries/bureau/2018-0.json").split_whitespace().collect::<String>();
    for name in ["村民议事厅", "微信群", "院坝会"] {
        assert!(page.contains(name), "{name}: {page}");
        assert!(json.contains(&format!("\"channel\":\"other\",\"channel_label\":\"{name}\"")), "{name}: {json}");
    }
    assert!(json.contains("\"channel\":\"bulletin-board\"") && json.contains("2018-06-23"), "{json}");
}

#[test]
fn a_level_of_a_body_that_no_list_has_is_kept() {
    let project = Project::base();
    let site = project.read("catalogue/organisation.toml");
    project.write("catalogue/organisation.toml", site.replacen("name =", "level = \"省级\"\nname =", 1));
    let out = run(project.root(), ["build"]).code(0).out;
    assert!(out.contains("GK0018"), "{out}");
    let json = project.read("public/api/v1/organisations.json").split_whitespace().collect::<String>();
    assert!(json.contains("\"level\":\"other\",\"level_label\":\"省级\""), "{json}");
}

#[test]
fn years_that_disagree_are_checked_before_delay_is_spoken_of() {
    let entry = "==> content/2018/年份.md\n+++\ntitle = \"年份\"\nitem = \"policy/notices\"\nkind = \"document\"\nnumber = \"示局发〔2018〕7号\"\nmade = 2017-06-20\npublished = 2018-06-22\nsummary = \"概述。\"\n[review]\nsecrecy = { by = \"保密员\", on = 2018-06-21 }\n+++\n正文。\n";
    let project = Project::with(entry);
    let out = run(project.root(), ["check"]).out;
    assert!(out.contains("先核对年份"), "{out}");
}

#[test]
fn a_title_that_several_have_makes_no_rename() {
    let permit = |name: &str| {
        format!(
            "+++\ntitle = \"规划许可证\"\nitem = \"policy/notices\"\nkind = \"document\"\nmade = 2018-06-20\npublished = 2018-06-22\nsummary = \"概述。\"\n[review]\nsecrecy = {{ by = \"保密员\", on = 2018-06-21 }}\n+++\n项目{name}：示例{name}路。\n"
        )
    };
    for (names, lost) in [(&["一", "二", "三"][..], true), (&["一", "二"], true), (&["二"], false)] {
        let project = Project::base();
        for name in names {
            project.write(&format!("content/2018/许可{name}.md"), permit(name));
        }
        run(project.root(), ["build"]).code(0);
        project.remove("content/2018/许可二.md");
        project.write("content/2018/许可四.md", permit("四"));
        let out = run(project.root(), ["check", "--format", "json"]).out;
        assert_eq!(out.contains("GK1402"), lost, "{names:?}: {out}");
    }
}

#[test]
fn a_document_in_force_from_its_making_is_no_slip_unless_it_binds_the_public() {
    let told = |keys: &str| {
        let fragments = item(MANAGEMENT, &[("通知", "2018-06-20", keys)]);
        has(&fragments.replace("published = 2018-06-20", "published = 2018-06-22"), "GK0319", "warn")
    };
    assert!(!told("effective = 2018-06-20\n"), "自印发之日起施行");
    assert!(told("effective = 2018-06-21\n"));
    assert!(told("effective = 2018-06-20\ndocument_class = \"行政规范性文件\"\n"));
    assert!(!told("effective = 2018-06-22\ndocument_class = \"行政规范性文件\"\n"));
    assert!(!told("effective = 2018-06-21\nfirst_published = 2018-06-21\n"));
}
