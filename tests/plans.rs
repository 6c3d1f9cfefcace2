//! Plans: accounts that a task names, steps past their day, kinds of evidence; who interprets first; data that are refused.

use super::support::{binary::run, project::Project};

/// What rule `code` says of the base project, in full, with `fragments` laid over it on `day`.
fn told(code: &str, fragments: &str, day: &str) -> Vec<String> {
    let project = project(fragments, day);
    let said = run(project.root(), ["check", "--format", "concise"]).out;
    said.lines().filter(|it| it.contains(code)).map(ToOwned::to_owned).collect()
}

fn project(fragments: &str, day: &str) -> Project {
    let project = Project::with(fragments);
    project.replace("catalogue/site.toml", "as_of = 2018-12-31", &format!("as_of = {day}"));
    project.replace("catalogue/site.toml", "catalogue-only", "full");
    project
}

fn plan(task: &str) -> String {
    format!(
        "==> catalogue/plan.toml\n[[plan]]\nid = \"2018\"\ntitle = \"2018年工作任务\"\nfrom = 2018-01-01\nto = 2018-12-31\n\
         [[task]]\nplan = \"2018\"\nnumber = 1\ntitle = \"部门文件公开\"\n{task}\n\
         [[account]]\nid = \"weixin\"\nplatform = \"微信\"\nname = \"示例发布\"\norganisation = \"bureau\"\nowner = \"办公室\"\nmanager = \"主任\"\n"
    )
}

/// The entry of the base project with `keys` more.
fn notice(keys: &str) -> String {
    format!(
        "==> content/2018/通知.md\n+++\ntitle = \"通知\"\nitem = \"policy/notices\"\nmade = 2018-06-20\npublished = 2018-06-22\n\
         summary = \"概述。\"\n{keys}\n[review]\nsecrecy = {{ by = \"保密员\", on = 2018-06-21 }}\n+++\n请落实。\n"
    )
}

#[test]
fn an_account_that_a_task_names_is_where_its_entries_appeared() {
    let task = |account: &str| plan(&format!("items = [\"policy/notices\"]\naccounts = [\"{account}\"]\n"));
    let on = |account: &str| {
        notice(&format!("channels = [{{ channel = \"两微一端\", account = \"{account}\", on = 2018-06-22 }}]"))
    };
    for (wanted, used) in
        [("weixin", "weixin"), ("weixin", "示例发布"), ("示例发布", "weixin"), ("某区发布", " 某区发布 ")]
    {
        assert_eq!(told("GK1202", &(task(wanted) + &on(used)), "2018-12-31"), Vec::<String>::new(), "{wanted} {used}");
    }
    for (wanted, used) in [("weixin", "某区发布"), ("某区发布", "weixin")] {
        assert_eq!(told("GK1202", &(task(wanted) + &on(used)), "2018-12-31").len(), 1, "{wanted} {used}");
    }
    let none = told("GK1202", &(task("weixin") + &notice("channels = [\"两微一端\"]")), "2018-12-31");
    assert!(none.len() == 1 && none[0].contains("在账号“示例发布”发布"), "{none:?}");
}

#[test]
fn a_step_past_its_day_is_told_before_its_task_is_due() {
    let task =
        |step: &str| plan(&format!("items = [\"policy/notices\"]\nmilestones = [{{ title = \"初稿\", {step} }}]\n"));
    let step = |step: &str| told("GK1201", &task(step), "2018-10-31");
    let late = step("due = 2018-10-30");
    assert!(late.len() == 1 && late[0].contains("警告") && late[0].contains("节点“初稿”过了时限"), "{late:?}");
    for right in ["due = 2018-10-31", "due = 2018-10-30, done = 2018-10-31", ""] {
        assert!(step(right.trim_end_matches(", ")).is_empty(), "{right}");
    }
    let after = told("GK1201", &task("due = 2018-10-30"), "2019-01-02");
    assert!(after.len() == 1 && after[0].contains("错误"), "once the task is due it is told with it: {after:?}");
}

#[test]
fn what_was_done_before_the_plan_proves_nothing() {
    let task = |on: &str| {
        plan(&format!(
            "due = 2018-06-30\nevidence = [{{ what = \"培训\", kind = \"培训\", on = {on}, by = \"办公室\" }}]\n"
        ))
    };
    assert!(told("GK1202", &task("2018-03-01"), "2018-12-31").is_empty());
    assert_eq!(told("GK1202", &task("2017-12-31"), "2018-12-31").len(), 1);
}

#[test]
fn evidence_and_accounts_stand_on_the_page_and_in_the_data() {
    let files = plan(
        "items = [\"policy/notices\"]\naccounts = [\"weixin\", \"某区发布\"]\n\
         evidence = [{ what = \"部署会一次\", kind = \"会议\", on = 2018-03-01, by = \"办公室\" }]\n",
    ) + &notice("channels = [{ channel = \"两微一端\", account = \"weixin\", on = 2018-06-22 }]");
    let project = project(&files, "2018-12-31");
    project.replace("catalogue/site.toml", "profile =", "standing = \"public\"\nprofile =");
    run(project.root(), ["build"]).code(0);
    let page = project.read("public/plan/2018/index.html");
    for text in ["指定账号", "示例发布、某区发布", "<span class=\"word\">会议</span> 部署会一次"] {
        assert!(page.contains(text), "{text}: {page}");
    }
    let json: serde_json::Value = serde_json::from_str(&project.read("public/api/v1/plans.json")).unwrap();
    let task = &json["plans"][0]["tasks"][0];
    assert_eq!(task["accounts"], serde_json::json!(["示例发布", "某区发布"]));
    assert_eq!(
        (task["evidence"][0]["kind"].as_str(), task["evidence"][0]["kind_label"].as_str()),
        (Some("meeting"), Some("会议"))
    );
    let entries: serde_json::Value =
        serde_json::from_str(&project.read("public/api/v1/entries/bureau/2018-0.json")).unwrap();
    assert_eq!(entries["entries"][0]["channels"][0]["account"], "示例发布");
}

/// The base project with an interpretation by `by`, and a bureau with leaders or without.
fn interpretation(by: &str, leaders: &str) -> String {
    format!(
        "==> catalogue/organisation.toml\n[[organisation]]\nid = \"bureau\"\nname = \"示例区示例局\"\nshort = \"示例局\"\nkind = \"行政机关\"\n\
         disclosure = {{ leader = \"副局长\", office = \"办公室\", staff = 1 }}\n{leaders}\n\
         [[organisation]]\nid = \"above\"\nname = \"示例区管委会\"\nshort = \"管委会\"\nkind = \"政府\"\n\
         ==> content/2018/解读.md\n+++\ntitle = \"《通知》解读\"\nitem = \"policy/notices\"\nkind = \"interpretation\"\nmade = 2018-06-22\n\
         published = 2018-06-22\nsummary = \"概述。\"\ninterprets = \"2018/通知\"\n{by}\n[review]\nsecrecy = {{ by = \"保密员\", on = 2018-06-21 }}\n+++\n说明。\n"
    )
}

const LEADERS: &str = "leaders = [{ post = \"局长\", name = \"张某某\" }, { post = \"分管副局长\" }]";

#[test]
fn who_interprets_first_is_a_leader_or_it_is_said_why_not() {
    let told = |by: &str, leaders: &str| told("GK0503", &interpretation(by, leaders), "2018-12-31").len();
    for right in [
        "first_interpreter = \"局长\"",
        "first_interpreter = \"示例局局长\"",
        "first_interpreter = \"示例区示例局局长张某某\"",
        "first_interpreter = \"张某某\"",
        "first_interpreter = \"示例局分管副局长\"",
        "first_interpreter = \"局主要负责人\"",
        "first_interpreter = { post = \"局长\" }",
        "first_interpreter = { post = \"项目科科长\", reason = \"局长出差\" }",
        "first_interpreter = \"管委会主任\"",
    ] {
        assert_eq!(told(right, LEADERS), 0, "{right}");
    }
    for wrong in [
        "",
        "first_interpreter = \"项目科科长\"",
        "first_interpreter = \"示例局副局长\"",
        "first_interpreter = { post = \"项目科科长\" }",
        "first_interpreter = { post = \"项目科科长\", reason = \"\" }",
        "first_interpreter = { post = \"项目科科长\", reason = \"……\" }",
    ] {
        assert_eq!(told(wrong, LEADERS), 1, "{wrong}");
    }
    assert_eq!(told("first_interpreter = \"项目科科长\"", ""), 0, "nobody said who leads");
}

#[test]
fn who_interprets_and_why_stands_on_the_page_and_in_the_data() {
    let by = "first_interpreter = { post = \"项目科科长\", reason = \"局长出差\" }";
    let project = project(&interpretation(by, LEADERS), "2018-12-31");
    run(project.root(), ["build"]).code(0);
    let json: serde_json::Value =
        serde_json::from_str(&project.read("public/api/v1/entries/bureau/2018-0.json")).unwrap();
    let entry = json["entries"].as_array().unwrap().iter().find(|it| it["kind"] == "interpretation").unwrap();
    assert_eq!(entry["first_interpreter"], "项目科科长");
    assert_eq!(entry["first_interpreter_reason"], "局长出差");
    let address = entry["url"].as_str().unwrap().rsplit_once("/bureau/bureau/").unwrap().1;
    let page = project.read(&format!("public/bureau/{address}"));
    assert!(page.contains("项目科科长（局长出差）"), "{page}");
}

#[test]
fn data_that_are_not_shared_or_opened_say_by_what_law() {
    let told = |keys: &str| told("GK1005", &notice(&format!("kind = \"dataset\"\n{keys}")), "2018-12-31");
    for right in [
        "sharing = \"无条件共享\"",
        "sharing = \"不予共享\"\nbasis = \"《中华人民共和国统计法》第二十五条\"",
        "sharing = \"不予共享\"\ncondition = \"依据《统计法》不予共享\"",
        "opening = \"不予开放\"\nbasis = \"《中华人民共和国统计法》第二十五条\"",
        "",
    ] {
        assert_eq!(told(right), Vec::<String>::new(), "{right}");
    }
    for (wrong, level) in [
        ("sharing = \"不予共享\"", "错误"),
        ("sharing = \"不共享\"\nbasis = \"无\"", "错误"),
        ("sharing = \"不予共享\"\nbasis = \"……\"", "错误"),
        ("opening = \"不予开放\"", "警告"),
    ] {
        let told = told(wrong);
        assert!(told.len() == 1 && told[0].contains(level), "{wrong}: {told:?}");
    }
}

#[test]
fn an_account_that_nobody_registered_is_told_as_such() {
    let task = plan("items = [\"policy/notices\"]\ndue = 2018-11-30\naccounts = [\"weixn\"]\n");
    let said = told("GK1202", &(task + &notice("channels = [\"两微一端\"]")), "2018-12-31");
    assert!(said.len() == 1 && said[0].contains("“weixn”不在新媒体账号登记里"), "{said:?}");
    let project =
        project(&(plan("items = [\"policy/notices\"]\naccounts = [\"weixn\"]\n") + &notice("")), "2018-12-31");
    let said = run(project.root(), ["check"]).out;
    assert!(said.contains("weixin（示例发布）"), "the known ones are named: {said}");
}

#[test]
fn an_item_of_a_task_with_nothing_public_stands_where_the_standing_is() {
    let built = |standing: &str| {
        let files = "==> catalogue/more.toml\n[[item]]\nid = \"plans\"\nfield = \"policy\"\ntitle = \"专项规划\"\n"
            .to_owned()
            + "disclosure = [\"决策公开\"]\norganisation = \"bureau\"\nelements = [\"标题\"]\nway = \"主动\"\nchannels = [\"政府网站\"]\n"
            + "basis = [\"《2016年政务公开工作要点》（国办发〔2016〕19号）\"]\naudience = \"全社会\"\ntime_limit = \"自信息形成或者变更之日起20个工作日内\"\n"
            + &plan("items = [\"policy/notices\", \"policy/plans\"]\n")
            + &notice("");
        let project = project(&files, "2018-12-31");
        project.replace("catalogue/site.toml", "profile =", &format!("standing = \"{standing}\"\nprofile ="));
        run(project.root(), ["build"]).code(0);
        let json: serde_json::Value = serde_json::from_str(&project.read("public/api/v1/plans.json")).unwrap();
        let items = json["plans"][0]["tasks"][0]["items"].as_array().unwrap().len();
        (project.read("public/plan/2018/index.html").contains("专项规划"), items)
    };
    assert_eq!(built("public"), (true, 2));
    assert_eq!(built("internal"), (false, 1));
}
