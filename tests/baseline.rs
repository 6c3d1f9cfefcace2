//! An old site adopts the tool: all that stands is explained at once, what may not be is listed, and the end is told in good time.

use super::support::{
    binary::{check, run},
    committed::at,
    files::tree,
    project::Project,
};

/// A late entry, an empty item, an entry without a review (0701) and one of an item that is none (0009).
fn old_site() -> Project {
    let project = Project::base();
    let items = project.read("catalogue/items.toml");
    let second = items.split("[[item]]").nth(1).expect("an item");
    project.write("catalogue/more.toml", format!("[[item]]{}", second.replace("\"notices\"", "\"plans\"")));
    let entry = project.read("content/2018/通知.md");
    project.replace("content/2018/通知.md", "made = 2018-06-20", "made = 2018-01-10");
    let other = |title: &str, number: &str| entry.replace("夏季", title).replace("〔2018〕1号", number);
    let bare = other("秋季", "〔2018〕2号").replace("[review]\nsecrecy = { by = \"保密员\", on = 2018-06-21 }\n", "");
    project.write("content/2018/未审查.md", bare);
    project.write("content/2018/没有事项.md", other("冬季", "〔2018〕3号").replace("policy/notices", "policy/nothing"));
    run(project.root(), ["lock"]).code(0);
    project
}

const ALL: [&str; 6] = ["allow", "--all", "--owner", "办公室", "--until", "2019-12-31"];

#[test]
fn all_that_stands_is_explained_and_what_may_not_be_is_listed() {
    let project = old_site();
    let done = run(project.root(), ALL).code(1);
    assert!(done.err.contains("其中 2 个是错误") && done.err.contains("退出码 1"), "{}", done.err);
    let written = project.read("catalogue/allow.toml");
    assert!(written.contains("rule = \"late-publication\"") && written.contains("rule = \"empty-item\""), "{written}");
    let count = written.matches("[[allow]]").count();
    for line in ["owner = \"办公室\"", "until = 2019-12-31", "reason = \"开始使用本工具前的遗留问题\""]
    {
        assert_eq!(written.matches(line).count(), count, "{line} in\n{written}");
    }
    assert!(!written.contains("unreviewed") && !written.contains("dangling"), "{written}");
    assert!(done.err.contains(&format!("已写入 {count} 条说明")) && done.err.contains("还有 2 个问题"), "{}", done.err);
    let left: Vec<&str> = done.out.lines().collect();
    assert!(left.len() == 2 && done.out.contains("GK0701") && done.out.contains("GK0009"), "{}", done.out);
    let stands = |it: &super::support::finding::Finding| it.level != "note" && !it.explained;
    let still: Vec<String> = check(project.root()).into_iter().filter(stands).map(|it| it.code).collect();
    assert_eq!(still, ["GK0701", "GK0009"], "nothing else, and no exception of no use");
}

#[test]
fn a_second_time_adds_nothing_and_new_faults_are_added() {
    for project in [old_site(), Project::copy_of(&at(".")), Project::copy_of(&at("tests/mistakes"))] {
        let useless = || check(project.root()).into_iter().filter(|it| it.code == "GK0014").count();
        let planted = useless();
        let code = run(project.root(), ALL).code;
        assert_eq!(code, run(project.root(), ["check"]).code, "it fails where `check` does now");
        let before = tree(project.root());
        let again = run(project.root(), ALL);
        assert_eq!(again.code, code);
        assert!(again.err.contains("没有新的问题"), "{}", again.err);
        assert_eq!(tree(project.root()), before);
        assert_eq!(useless(), planted);
    }
    let project = old_site();
    run(project.root(), ALL).code(1);
    let entry = project.read("content/2018/通知.md");
    project.write("content/2018/又一个.md", entry.replace("夏季", "防火").replace("〔2018〕1号", "〔2018〕9号"));
    let args = ["allow", "--all", "--owner", "项目科", "--until", "2019-06-30", "--reason", "材料移交不及时"];
    let done = run(project.root(), args).code(1);
    assert!(done.err.contains("已写入 1 条说明"), "{}", done.err);
    let written = project.read("catalogue/allow.toml");
    assert!(written.ends_with("reason = \"材料移交不及时\"\nowner = \"项目科\"\nuntil = 2019-06-30\n"), "{written}");
    assert!(run(project.root(), [&ALL[..], &["-q"]].concat()).code(1).err.is_empty());
}

#[test]
fn a_sound_project_needs_no_baseline() {
    let project = Project::base();
    run(project.root(), ["lock"]).code(0);
    let done = run(project.root(), ALL).code(0);
    assert!(done.err.contains("没有新的问题") && done.out.is_empty(), "{}{}", done.err, done.out);
    assert!(!project.at("catalogue/allow.toml").exists());
}

#[test]
fn it_wants_an_owner_and_an_end_to_come() {
    let project = old_site();
    for wrong in [
        &["allow", "--all", "--owner", "办公室"][..],
        &["allow", "--all", "--until", "2019-12-31"],
        &["allow", "--all", "--owner", " ", "--until", "2019-12-31"],
        &["allow", "--all", "--owner", "办公室", "--until", "2018-12-30"],
        &["allow", "--all", "late-publication", "--owner", "办公室", "--until", "2019-12-31"],
    ] {
        run(project.root(), wrong).code(2);
    }
    assert!(!project.at("catalogue/allow.toml").exists());
}

#[test]
fn its_end_is_told_once_in_good_time_and_past_it_the_faults_count_again() {
    let project = old_site();
    run(project.root(), ALL).code(1);
    project.remove("content/2018/未审查.md");
    project.remove("content/2018/没有事项.md");
    project.remove("catalogue/index.lock");
    let told = |day: &str| -> Vec<(String, String)> {
        let done = run(project.root(), ["check", "--as-of", day, "--format", "json"]);
        let all = done.findings().into_iter().filter(|it| it.code == "GK0015");
        all.map(|it| (it.level, it.message)).collect()
    };
    let note = |words: &str| [("note".to_owned(), format!("2 条说明到 2019-12-31 为止（{words}）"))];
    assert!(told("2019-11-30").is_empty());
    assert_eq!(told("2019-12-01"), note("还有 30 天"));
    assert_eq!(told("2019-12-30"), note("还有 1 天"));
    assert_eq!(told("2019-12-31"), note("今天"));
    assert!(told("2020-01-01").iter().all(|it| it.0 == "error" && it.1.contains("已于 2019-12-31 到期")));
    run(project.root(), ["check", "--as-of", "2019-12-31", "--stop-only"]).code(0);
    let english = run(project.root(), ["check", "--as-of", "2019-12-21", "--lang", "en"]).out;
    assert!(english.contains("2 exceptions end on 2019-12-31 (in 10 days)"), "{english}");
    project.write("catalogue/settings.toml", "[settings.expired-allow]\ndays = 60\n");
    assert_eq!(told("2019-11-30"), note("还有 31 天"));
    // What ended is not explained once more: somebody has to confirm it.
    let done =
        run(project.root(), ["allow", "--all", "--owner", "办公室", "--until", "2020-12-31", "--as-of", "2020-01-01"])
            .code(1);
    assert!(done.out.contains("GK0015"), "{}", done.out);
}

/// An item that owes something each quarter since July 2018, and has nothing.
fn quarterly() -> Project {
    let project = Project::base();
    let items = project.read("catalogue/items.toml");
    let second = items.split("[[item]]").nth(1).expect("an item");
    let lines = second
        .lines()
        .filter(|it| !["time_limit", "occurs", "update", "since", "title"].iter().any(|key| it.starts_with(key)));
    let rest = lines.collect::<Vec<_>>().join("\n").replace("notices", "statistics");
    let own = "title = \"季度统计\"\ntime_limit = \"每季度结束后20日内\"\noccurs = \"periodic\"\nupdate = \"每季度\"\nsince = 2018-07-01\n";
    project.write("catalogue/statistics.toml", format!("[[item]]{rest}\n{own}"));
    project
}

/// What was missed before is explained; what is missed afterwards is a new fault, whoever explained the old ones.
#[test]
fn a_baseline_does_not_excuse_a_period_that_is_missed_later() {
    let project = quarterly();
    project.write(
        "catalogue/two.toml",
        project
            .read("catalogue/statistics.toml")
            .replace("statistics", "monthly")
            .replace("季度统计", "又一项")
            .replace("每季度", "每月"),
    );
    let told = |day: &str| -> Vec<(bool, String)> {
        let done = run(project.root(), ["check", "--as-of", day, "--format", "json"]);
        let all = done.findings().into_iter().filter(|it| it.code == "GK0406");
        all.map(|it| (it.explained, it.message)).collect()
    };
    let open = |day: &str| told(day).into_iter().filter(|it| !it.0).count();
    assert!(open("2018-12-31") >= 4, "{:?}", told("2018-12-31"));
    let all = ["allow", "--all", "--owner", "办公室", "--until", "2020-12-31", "--as-of"];
    run(project.root(), [&all[..], &["2018-12-31"]].concat()).code(0);
    let written = project.read("catalogue/allow.toml");
    assert!(written.contains("period = [\"2018Q3\"]"), "{written}");
    assert_eq!(written.matches("missed-period").count(), 2, "one a rule and item: {written}");
    assert_eq!(open("2018-12-31"), 0);
    let later = told("2019-03-31").into_iter().filter(|it| !it.0).map(|it| it.1).collect::<Vec<_>>();
    assert!(later.iter().any(|it| it.contains("2018年第四季度")), "{later:?}");
    assert!(!later.iter().any(|it| it.contains("2018年第三季度")), "{later:?}");
    // A later baseline adds those alone.
    run(project.root(), [&all[..], &["2019-03-31"]].concat()).code(0);
    assert_eq!(open("2019-03-31"), 0);
    assert_eq!(project.read("catalogue/allow.toml").matches("\"2018Q3\"").count(), 1);
    let useless = |day: &str| {
        let done = run(project.root(), ["check", "--as-of", day, "--format", "json"]);
        done.findings().into_iter().filter(|it| it.code == "GK0014").map(|it| it.message).collect::<Vec<_>>()
    };
    assert!(useless("2019-03-31").is_empty(), "{:?}", useless("2019-03-31"));
    // A period that was made up for is told, and the others stay explained.
    project.write("catalogue/nil.toml", "[[nil]]\nitem = \"policy/monthly\"\nperiod = \"2018-08\"\nreason = \"没有\"\nby = \"办公室\"\non = 2018-10-10\n");
    let told = useless("2019-03-31");
    assert!(told.iter().any(|it| it.contains("2018-08 这一期")), "{told:?}");
    assert!(!told.iter().any(|it| it.contains("2018-07") || it.contains("缺期”的说明没有用上")), "{told:?}");
    assert_eq!(open("2019-03-31"), 0);
}

#[test]
fn one_item_is_explained_for_the_periods_that_it_missed() {
    let project = quarterly();
    let by_hand = ["allow", "missed-period", "policy/statistics", "--reason", "系统迁移", "--owner", "办公室"];
    run(project.root(), by_hand).code(0);
    let written = project.read("catalogue/allow.toml");
    assert!(written.contains("period = [\"2018Q3\"]"), "{written}");
    run(project.root(), by_hand).code(2);
    let open = |day: &str| {
        let done = run(project.root(), ["check", "--as-of", day, "--format", "json"]);
        done.findings().into_iter().filter(|it| it.code == "GK0406" && !it.explained).count()
    };
    assert_eq!((open("2018-12-31"), open("2019-03-31")), (0, 1));
    // One period may stand without brackets; one that is none is told and covers nothing.
    project.replace("catalogue/allow.toml", "[\"2018Q3\"]", "\"2018Q3\"");
    assert_eq!(open("2018-12-31"), 0);
    project.replace("catalogue/allow.toml", "\"2018Q3\"", "\"去年\"");
    assert_eq!(open("2018-12-31"), 1);
    // Written by hand without periods it is for all of them, as before.
    project.write(
        "catalogue/allow.toml",
        "[[allow]]\nrule = \"missed-period\"\nitem = \"policy/statistics\"\nreason = \"停办\"\nowner = \"办公室\"\n",
    );
    assert_eq!((open("2018-12-31"), open("2019-03-31")), (0, 0));
}

/// An exception that names what is no entry would be an error of its own.
#[test]
fn files_that_cannot_be_read_are_left_as_they_are() {
    let project = old_site();
    project.write("content/2018/坏.md", "+++\ntitle = \"送审稿\nitem = 1\n+++\n征求意见（送审稿）\n");
    project.write("content/2018/附件.txt", "没有人引用");
    run(project.root(), ALL).code(1);
    let dangling = |it: &super::support::finding::Finding| it.path == "catalogue/allow.toml";
    assert_eq!(
        check(project.root()).into_iter().filter(dangling).map(|it| it.message).collect::<Vec<_>>(),
        Vec::<String>::new()
    );
}

#[test]
fn thousands_are_explained_in_no_time() {
    let project = Project::base();
    let entry = project.read("content/2018/通知.md").replace("made = 2018-06-20", "made = 2018-01-10");
    for n in 0..3000 {
        let text = entry.replace("夏季", &format!("第{n}次")).replace("〔2018〕1号", &format!("〔2018〕{}号", n + 2));
        project.write(&format!("content/2018/{n}.md"), text);
    }
    run(project.root(), ["lock"]).code(0);
    let done = run(project.root(), ALL).code(0);
    assert!(done.err.contains("条说明"), "{}", done.err);
    assert!(run(project.root(), ["check"]).code(0).err.contains("30"), "all of them are explained");
}

#[test]
fn a_row_is_explained_by_itself() {
    let project = Project::base();
    let site = project.read("catalogue/site.toml");
    project.write("catalogue/site.toml", site.replace("profile = \"catalogue-only\"", "profile = \"full\""));
    project.write(
        "content/2018/留言.csv",
        "编号,类别,留言人,留言内容,受理日期,转办日期,承办单位,答复日期,答复内容,复杂事项\n\
         LY01,咨询,某居民,何时开工,2018-11-05,2018-11-06,办公室,2018-11-23,已开工,否\n\
         LY02,咨询,某企业,如何申请,2018-11-05,2018-11-06,办公室,2018-11-26,见指南,否\n",
    );
    let entry = "+++\ntitle = \"留言办理情况\"\nitem = \"policy/notices\"\nkind = \"register\"\nmade = 2018-12-03\npublished = 2018-12-04\nsummary = \"示例。\"\n[review]\nsecrecy = { by = \"保密员\", on = 2018-12-03 }\n[table]\nfile = \"留言.csv\"\nregister = \"messages\"\n+++\n留言办理情况。\n";
    project.write("content/2018/留言台账.md", entry);
    let late = || {
        let mut found: Vec<bool> = Vec::new();
        found.extend(check(project.root()).into_iter().filter(|it| it.code == "GK0603").map(|it| it.explained));
        found
    };
    assert_eq!(late(), [false, false]);
    let allow = |row: &'static str| {
        let owner = ["--reason", "转办不畅", "--owner", "办公室", "--row", row];
        run(project.root(), ["allow", "留言答复逾期", "2018/留言台账"].into_iter().chain(owner))
    };
    let done = allow("LY09").code(2);
    assert!(done.err.contains("LY01、LY02"), "{}", done.err);
    allow("LY02").code(0);
    assert_eq!(late(), [false, true], "{}", project.read("catalogue/allow.toml"));
    // What is left then, and only that, is explained for all.
    run(project.root(), ["allow", "留言答复逾期", "2018/留言台账", "--reason", "同上", "--owner", "办公室"]).code(0);
    assert!(project.read("catalogue/allow.toml").contains("row = [\"LY01\"]"));
    assert_eq!(late(), [true, true]);
}

#[test]
fn a_year_without_a_report_is_explained_by_itself() {
    let project = Project::base();
    let site = project.read("catalogue/site.toml");
    project.write("catalogue/site.toml", site.replace("profile = \"catalogue-only\"", "profile = \"full\""));
    let missing = |day: &str| {
        let out = run(project.root(), ["check", "--as-of", day, "--format", "json"]).out;
        let json: serde_json::Value = serde_json::from_str(&out).expect("JSON");
        let all = json["findings"].as_array().expect("findings").iter().filter(|it| it["code"] == "GK1301");
        all.map(|it| !it["explained"].is_null()).collect::<Vec<_>>()
    };
    assert_eq!(missing("2019-12-31"), [false]);
    let allow = ["allow", "缺年度报告", "bureau", "--reason", "当年成立", "--owner", "办公室", "--as-of", "2019-12-31"];
    run(project.root(), allow).code(0);
    assert!(project.read("catalogue/allow.toml").contains("period = [\"2018\"]"));
    assert_eq!(missing("2019-12-31"), [true]);
    assert!(missing("2020-12-31").contains(&false), "the next year is explained by nobody");
}
