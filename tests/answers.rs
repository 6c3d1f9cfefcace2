//! How messages and opinion responses were answered: in the data, and on the pages that list them.

use super::support::{binary::run, project::Project};

fn entry(name: &str, keys: &str) -> String {
    format!(
        "==> content/2018/{name}.md\n+++\ntitle = \"{name}\"\nitem = \"policy/notices\"\nmade = 2018-06-20\npublished = 2018-06-22\n\
         summary = \"概述。\"\n{keys}\n[review]\nsecrecy = {{ by = \"保密员\", on = 2018-06-21 }}\n+++\n说明。\n"
    )
}

const REGISTER: &str = "==> content/2018/台账.csv
编号,类别,留言人,留言内容,受理日期,转办日期,承办单位,答复日期,答复内容,复杂事项
A,咨询,王**,问,2018-06-01,,科,2018-06-05,答,否
B,咨询,李**,问,2018-06-01,,科,2018-06-29,答,否
C,咨询,张**,问,2018-06-01,,科,已电话答复,,否
D,咨询,赵**,问,2018-06-01,,科,,,否
E,咨询,钱**,问,2018-12-28,,科,,,否
";

fn built(public: bool) -> Project {
    let table = "kind = \"register\"\ntable = { file = \"台账.csv\", register = \"messages\" }";
    let response = |noticed: &str, answered: &str| {
        format!(
            "kind = \"opinion-response\"\nseverity = \"一般\"\nnoticed = \"{noticed}\"\njudged = \"{noticed}\"\nanswered = \"{answered}\""
        )
    };
    let files = [
        REGISTER.to_owned(),
        entry("留言台账", table),
        entry("留言", "kind = \"message\"\naccepted = 2018-06-19\nanswered = 2018-06-22"),
        entry("回应一", &response("2018-06-20 09:00", "2018-06-20 14:30")),
        entry("回应二", &response("2018-06-18 09:00", "2018-06-21 09:00")),
        entry("回应三", &response("2018-06-20", "2018-06-21")),
    ];
    let project = Project::with(&files.concat());
    if public {
        project.replace("catalogue/site.toml", "profile =", "standing = \"public\"\nprofile =");
    }
    run(project.root(), ["build"]).code(0);
    project
}

fn json(project: &Project, name: &str) -> serde_json::Value {
    serde_json::from_str(&project.read(&format!("public/api/v1/{name}.json"))).unwrap()
}

#[test]
fn messages_of_entries_and_registers_are_counted_together() {
    let project = built(true);
    let messages = json(&project, "messages");
    assert_eq!(
        (messages["total"].as_u64(), messages["answered"].as_u64(), messages["in_time"].as_u64()),
        (Some(6), Some(4), Some(2))
    );
    // Of four it is known: two in time, one late, one past its day without an answer.
    assert_eq!((messages["in_time_share"].as_str(), messages["median_workdays"].as_str()), (Some("0.5000"), Some("3")));
    let page = project.read("public/facet/participation/index.html");
    for text in [
        "6 件，已答复 4 件",
        "2 件，占能够判断的 4 件的 50.0%",
        "一半在 3 个工作日以内",
        "6 件留言中，2 件按时答复",
        "逾期或者到期未答复",
    ] {
        assert!(page.contains(text), "{text}: {page}");
    }
}

#[test]
fn responses_are_counted_by_the_hour_where_it_is_known() {
    let project = built(true);
    let responses = json(&project, "responses");
    assert_eq!((responses["total"].as_u64(), responses["in_time"].as_u64()), (Some(3), Some(2)));
    assert_eq!((responses["in_time_share"].as_str(), responses["median_hours"].as_str()), (Some("0.6667"), Some("6")));
    let page = project.read("public/facet/response/index.html");
    assert!(page.contains("3 件舆情回应中，2 件按时答复") && page.contains("一半在 6 小时以内"), "{page}");
}

#[test]
fn how_they_stand_by_their_limits_stays_inside_with_the_standing() {
    let project = built(false);
    let messages = json(&project, "messages");
    assert_eq!(messages["total"].as_u64(), Some(6));
    for name in ["answered", "in_time", "in_time_share", "median_workdays"] {
        assert!(messages.get(name).is_none(), "{name}");
    }
    let page = project.read("public/facet/participation/index.html");
    assert!(
        page.contains("6 件") && !page.contains("已答复") && !page.contains("按时答复") && !page.contains("逾期或者"),
        "{page}"
    );
    assert!(!project.read("public/facet/response/index.html").contains("小时"));
}

#[test]
fn where_there_is_none_there_is_no_file() {
    let project = Project::base();
    run(project.root(), ["build"]).code(0);
    assert!(
        !project.at("public/api/v1/messages.json").exists() && !project.at("public/api/v1/responses.json").exists()
    );
}

/// A register and an entry that tell the same message, with what the entry says of it, and how many messages there are by the data.
fn told_in_two_places(title: &str, keys: &str) -> (u64, u64, Project) {
    let table = "kind = \"register\"\ntable = { file = \"台账.csv\", register = \"messages\" }";
    let register = "==> content/2018/台账.csv
编号,类别,留言人,留言内容,受理日期,转办日期,承办单位,答复日期,答复内容,复杂事项
LY01,咨询,王**,标准厂房的入驻条件有哪些,2018-06-01,2018-06-01,科,2018-06-29,已答复,否
LY02,咨询,李**,园区网络信号弱,2018-06-01,2018-06-01,科,2018-06-05,已答复,否
";
    let own = entry("答复", &format!("kind = \"message\"\n{keys}")).replace("\"答复\"", &format!("\"{title}\""));
    let project = Project::with(&[register.to_owned(), entry("留言台账", table), own].concat());
    project.replace("catalogue/site.toml", "profile =", "standing = \"public\"\nprofile =");
    project.replace("catalogue/site.toml", "catalogue-only", "full");
    run(project.root(), ["build"]).code(0);
    let messages = json(&project, "messages");
    let late = run(project.root(), ["check", "--format", "concise"]).out.matches("GK0603").count();
    (messages["total"].as_u64().unwrap(), late as u64, project)
}

#[test]
fn a_message_told_in_two_places_is_one() {
    let days = "accepted = 2018-06-01\nanswered = 2018-06-29";
    // By its number, whatever it is called; by day and wording, whatever signs and labels stand around them.
    for (title, keys) in [
        ("厂房", format!("{days}\nledger_number = \"LY01\"")),
        ("留言答复：标准厂房的入驻条件有哪些？", days.to_owned()),
        ("答复：标准厂房的入驻条件有哪些", "accepted = 2018-06-01".to_owned()),
    ] {
        let (total, late, project) = told_in_two_places(title, &keys);
        assert_eq!((total, late), (2, 1), "{title}");
        let said = run(project.root(), ["check", "--format", "concise"]).out;
        assert!(!said.contains("GK0605"), "{said}");
        let paper = run(project.root(), ["report", "site", "--format", "json"]).code(0).out.clone();
        let paper: serde_json::Value = serde_json::from_str(&paper).unwrap();
        let grids = paper["chapters"].as_array().unwrap().iter().flat_map(|it| it["grids"].as_array().unwrap());
        let list = grids.filter(|it| it["id"] == "answer-list").map(|it| it["rows"].as_array().unwrap().len());
        assert_eq!(list.collect::<Vec<_>>(), [2], "{paper:#}");
    }
    // What only looks so counts twice, and is told.
    for (title, keys, told) in [
        ("咨询标准厂房的入驻条件", days, "像是同一件"),
        ("标准厂房的入驻条件有哪些", "accepted = 2018-06-01\nanswered = 2018-06-05", "像是同一件"),
        ("标准厂房的入驻条件有哪些", "accepted = 2018-06-01", "像是同一件"),
        ("厂房", "accepted = 2018-06-01\nanswered = 2018-06-29\nledger_number = \"LY09\"", "没有编号“LY09”"),
        ("路灯不亮", days, ""),
        ("标准厂房的入驻条件有哪些", "accepted = 2018-06-04\nanswered = 2018-06-29", ""),
    ] {
        let (total, _, project) = told_in_two_places(title, keys);
        assert_eq!(total, 3, "{title}");
        let said = run(project.root(), ["check", "--format", "concise"]).out;
        assert_eq!(said.contains("GK0605"), !told.is_empty(), "{said}");
        assert!(said.contains(told), "{said}");
    }
    // A second entry of what a numbered row says, this one by its words, is that row too.
    let (_, _, project) = told_in_two_places("厂房", &format!("{days}\nledger_number = \"LY01\""));
    let own = entry("答复二", &format!("kind = \"message\"\n{days}"));
    let (_, own) = own.split_once('\n').unwrap();
    project.write("content/2018/答复二.md", own.replace("\"答复二\"", "\"标准厂房的入驻条件有哪些\""));
    run(project.root(), ["build"]).code(0);
    assert_eq!(json(&project, "messages")["total"], 2);
    // One by its number though the days differ: the register's count, and it is said.
    let keys = "accepted = 2018-06-01\nanswered = 2018-06-05\nledger_number = \"LY01\"";
    let (total, late, project) = told_in_two_places("厂房", keys);
    assert_eq!((total, late), (2, 1));
    assert!(run(project.root(), ["check", "--format", "concise"]).out.contains("按台账统计"));
}

/// The sample's register says that there were eleven, of which three are told as entries, too.
#[test]
fn the_sample_counts_as_many_as_its_register() {
    let sample = Project::empty();
    run(sample.root(), ["init", "--sample"]).code(0);
    run(sample.root(), ["build"]).code(0);
    assert_eq!(json(&sample, "messages")["total"].as_u64(), Some(11));
}

#[test]
fn what_has_no_kind_is_of_the_first_that_its_item_names() {
    for (kinds, is_message) in [
        ("[\"message\", \"register\"]", true),
        ("[\"register\", \"message\"]", false),
        ("[\"message\", \"document\"]", false),
    ] {
        let item = format!(
            "==> catalogue/more.toml\n[[item]]\nid = \"messages\"\nfield = \"policy\"\ntitle = \"留言答复\"\ndisclosure = [\"服务公开\"]\nway = \"主动\"\nkind = {kinds}\n"
        );
        let own =
            entry("答复", "accepted = 2018-06-01\nanswered = 2018-06-05").replace("policy/notices", "policy/messages");
        let project = Project::with(&[item, own].concat());
        let said = run(project.root(), ["check", "--format", "concise"]).out;
        assert_eq!(said.contains("GK0004"), !is_message, "{said}");
        assert!(!said.contains("GK0209"), "{said}");
    }
}
