//! What is typed and what is answered: commands, exit codes, formats, tongues, colours.

use std::{fs, process::Stdio};

use gongkai::internals::rulebook::RULEBOOK;

use super::support::{
    binary::{Done, check, gongkai, run},
    committed::at,
    files::{lasting, tree},
    project::Project,
};

/// An entry made in January and published in June: months late.
const LATE: &str = "==> content/2018/通知.md\n+++\ntitle = \"关于做好夏季防汛工作的通知\"\nitem = \"policy/notices\"\nkind = \"document\"\nmade = 2018-01-10\npublished = 2018-06-22\nsummary = \"部署夏季防汛值守、巡查和物资储备。\"\n[review]\nsecrecy = { by = \"保密员\", on = 2018-01-11 }\n+++\n各科室请落实值守。\n";

/// An entry of an item that does not exist.
const BROKEN: &str = "==> content/2018/通报.md\n+++\ntitle = \"关于值守情况的通报\"\nitem = \"policy/nothing\"\nkind = \"document\"\nmade = 2018-07-02\npublished = 2018-07-03\nsummary = \"通报汛期值守情况。\"\n[review]\nsecrecy = { by = \"保密员\", on = 2018-07-02 }\n+++\n各科室值守到位。\n";

#[test]
fn nothing_wrong_is_0_findings_1_slips_2() {
    run(Project::base().root(), ["check"]).code(0);
    run(Project::with(BROKEN).root(), ["check"]).code(1);
    run(Project::with(LATE).root(), ["check"]).code(1);
    run(Project::empty().root(), ["check"]).code(2);
    run(Project::base().root(), ["chek"]).code(2);
    run(Project::base().root(), ["check", "--format", "pdf"]).code(2);
    run(Project::base().root(), ["check", "--as-of", "2018-02-30"]).code(2);
}

#[cfg(target_os = "linux")]
#[test]
fn a_machine_that_fails_is_3() {
    let project = Project::with(LATE);
    let full = fs::File::options().write(true).open("/dev/full").expect("Linux has it");
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("gongkai"));
    let status = command.current_dir(project.root()).arg("check").stdout(full).stderr(Stdio::null()).status();
    assert_eq!(status.expect("the program starts").code(), Some(3));
    let done = run(Project::base().root(), ["build", "--out", "/proc/gongkai"]).code(3);
    assert!(done.err.contains("/proc"), "{}", done.err);
}

#[test]
fn slips_are_told_in_chinese_with_what_was_probably_meant() {
    let project = Project::base();
    let done = run(project.root(), ["chek"]).code(2);
    assert!(done.err.contains("没有“chek”这个命令") && done.err.contains("check"), "{}", done.err);
    assert!(!done.err.to_lowercase().contains("error"), "{}", done.err);
    let done = run(project.root(), ["check", "--fromat", "json"]).code(2);
    assert!(done.err.contains("--fromat") && done.err.contains("不认识"), "{}", done.err);
    let done = run(project.root(), ["check", "--as-of", "2018年12月31日"]).code(2);
    assert!(done.err.contains("2018-12-31"), "{}", done.err);
    let done = run(project.root(), ["explain", "late-publicaton"]).code(2);
    assert!(done.err.contains("late-publication"), "{}", done.err);
    let done = run(project.root(), ["--lang", "en", "chek"]).code(2);
    assert!(done.err.is_ascii() && done.err.contains("check"), "{}", done.err);
    let done = run(project.root(), ["explain"]).code(2);
    assert!(done.err.contains("还缺少"), "{}", done.err);
}

#[test]
fn every_command_has_help_with_an_example_in_both_tongues() {
    let folder = Project::empty();
    for command in ["check", "build", "explain", "rules", "init", "allow", "nil", "lock", "serve", "diff", "host"] {
        let zh = run(folder.root(), [command, "--help"]).code(0).out;
        let en = run(folder.root(), [command, "--help", "--lang", "en"]).code(0).out;
        assert!(zh.contains("用法") && zh.contains(&format!("gongkai {command}")), "{zh}");
        assert!(en.contains("Usage") && en.contains(&format!("gongkai {command}")), "{en}");
        assert!(!zh.contains("Usage:") && !zh.contains("Options:"), "{zh}");
    }
    assert!(run(folder.root(), ["--help"]).code(0).out.contains("退出码"));
    assert!(run(folder.root(), ["--version"]).code(0).out.contains(env!("CARGO_PKG_VERSION")));
    assert!(run(folder.root(), [] as [&str; 0]).code(2).out.is_empty());
}

#[test]
fn the_three_formats_tell_the_same() {
    let project = Project::with(&format!("{LATE}{BROKEN}"));
    let told = check(project.root());
    assert!(
        told.iter().any(|it| it.name == "late-publication") && told.iter().any(|it| it.name == "dangling-reference")
    );
    let concise = run(project.root(), ["check", "--format", "concise", "-q"]).code(1).out;
    let human = run(project.root(), ["check", "-q"]).code(1).out;
    assert_eq!(concise.lines().count(), told.len(), "{concise}");
    for finding in &told {
        let head = format!("[{} ", finding.code);
        let line = concise.lines().find(|line| line.contains(&head) && line.contains(&finding.message));
        let place =
            if finding.path.is_empty() { String::new() } else { format!("{}:{}:", finding.path, finding.line.max(1)) };
        assert!(line.is_some_and(|line| line.starts_with(&place)), "{finding:?} in\n{concise}");
        assert!(human.contains(&head) && human.contains(&finding.message), "{finding:?} in\n{human}");
    }
    assert_eq!(human.matches("错误[").count(), told.iter().filter(|it| it.level == "error").count());
    let levels: Vec<&str> = told.iter().map(|it| it.level.as_str()).collect();
    assert!(levels.is_sorted_by_key(|it| ["error", "warn", "note"].iter().position(|level| level == it)), "{levels:?}");
}

#[test]
fn results_go_to_standard_output_and_the_summary_beside_them() {
    let done = run(Project::with(LATE).root(), ["check"]).code(1);
    assert!(done.err.contains("1 个错误") && done.err.contains("以 2018-12-31 为准"), "{}", done.err);
    assert!(!done.out.contains("个错误"), "{}", done.out);
    assert!(run(Project::with(LATE).root(), ["check", "-q"]).code(1).err.is_empty());
    let stop_only = run(Project::with(LATE).root(), ["check", "--stop-only"]).code(0);
    assert!(!stop_only.out.contains("GK0401"), "{}", stop_only.out);
}

#[test]
fn the_day_judged_on_can_be_given() {
    let project = Project::with(LATE);
    assert!(check(project.root()).iter().any(|it| it.name == "late-publication"));
    let done = run(project.root(), ["check", "--as-of", "2018-06-30"]).code(1);
    assert!(done.err.contains("以 2018-06-30 为准"), "{}", done.err);
    // On a day before it was published, the entry says that it was published in the future.
    let early = run(project.root(), ["check", "--as-of", "2018-03-01", "--format", "json"]).code(1);
    assert!(early.findings().iter().any(|it| it.name == "impossible-dates"), "{}", early.out);
}

#[test]
fn it_speaks_the_tongue_asked_for_and_chinese_where_none_is_set() {
    let project = Project::with(LATE);
    let said = |change: fn(&mut assert_cmd::Command)| {
        let mut command = gongkai(project.root());
        command.arg("check");
        change(&mut command);
        Done::of(&mut command).code(1).out
    };
    assert!(said(|_| {}).contains("错误[GK0401 逾期公开]："));
    assert!(said(|it| _ = it.args(["--lang", "en"])).contains("error[GK0401 late-publication]: "));
    assert!(said(|it| _ = it.arg("--lang=en").env("LC_ALL", "zh_CN.UTF-8")).contains("error["));
    assert!(said(|it| _ = it.env("LC_ALL", "en_US.UTF-8").env("LANG", "en_US.UTF-8")).contains("error["));
    assert!(said(|it| _ = it.env("LC_ALL", "C").env("LANG", "C")).contains("错误["));
    let bare = |it: &mut assert_cmd::Command| {
        it.env_remove("LC_ALL").env_remove("LANG").env_remove("LC_MESSAGES").env_remove("LANGUAGE");
    };
    assert!(said(bare).contains("错误["));
}

#[test]
fn colours_are_only_where_they_are_wanted() {
    let project = Project::with(LATE);
    let coloured = |no: Option<&str>, force: Option<&str>| {
        let mut command = gongkai(project.root());
        command.arg("check").env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env("TERM", "xterm");
        command.envs(no.map(|it| ("NO_COLOR", it))).envs(force.map(|it| ("CLICOLOR_FORCE", it)));
        Done::of(&mut command).code(1).out.contains('\u{1b}')
    };
    assert!(!coloured(None, None), "a file is no terminal");
    assert!(coloured(None, Some("1")));
    assert!(!coloured(Some("1"), Some("1")));
}

#[test]
fn a_rule_is_explained_by_code_name_and_label() {
    let folder = Project::empty();
    let by_code = run(folder.root(), ["explain", "GK0401"]).code(0).out;
    assert!(by_code.contains("逾期公开") && by_code.contains("为什么") && by_code.contains("怎么改"), "{by_code}");
    assert!(by_code.contains("《中华人民共和国政府信息公开条例》"), "{by_code}");
    assert_eq!(by_code, run(folder.root(), ["explain", "late-publication"]).code(0).out);
    assert_eq!(by_code, run(folder.root(), ["explain", "逾期公开"]).code(0).out);
    let english = run(folder.root(), ["explain", "0401", "--lang", "en"]).code(0).out;
    assert!(english.contains("why") && english != by_code);
}

/// What the rules stand on is printed with its source and how long it is valid: for people, for documents, for programs.
#[test]
fn the_data_of_the_rules_is_listed_in_each_format() {
    let folder = Project::empty();
    let human = run(folder.root(), ["rules", "--data"]).code(0).out;
    for part in ["法规：", "法定节日：", "放假安排：有效到 2026-12-31", "法定主动公开义务："] {
        assert!(human.contains(part), "{part}: {human}");
    }
    assert!(human.contains("2008-05-01…2019-05-14") && human.contains("国务院令第492号"), "{human}");
    assert!(human.contains("≤2015-12-31…2019-03-31"), "a day that is known roughly says so: {human}");
    let english = run(folder.root(), ["rules", "--data", "--lang", "en"]).code(0).out;
    assert!(english.contains("Calendars: valid through 2026-12-31") && !english.contains("有效到"), "{english}");
    let markdown = run(folder.root(), ["rules", "--data", "--format", "markdown"]).code(0).out;
    assert_eq!(markdown.matches("\n| --- |").count() + markdown.matches("\n|  --- |").count(), 4, "{markdown}");

    let json = run(folder.root(), ["rules", "--data", "--format", "json"]).code(0).out;
    let data: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(data["version"], 1);
    assert_eq!(data["calendars_valid_through"], "2026-12-31");
    let list = |name: &str| data[name].as_array().unwrap_or_else(|| panic!("{name} is a list")).clone();
    let law = list("laws").into_iter().find(|it| it["number"] == "国务院令第492号").expect("the regulations");
    assert_eq!(
        law,
        serde_json::json!({
            "title": ["《中华人民共和国政府信息公开条例》（2008年施行）", "Regulations on Open Government Information (2008)"],
            "number": "国务院令第492号", "rank": "regulation",
            "from": "2008-05-01", "from_is": "exact", "until": "2019-05-14",
        })
    );
    let year = list("calendars").into_iter().find(|it| it["year"] == 2019).expect("2019");
    assert_eq!(year["sources"], serde_json::json!(["国办发明电〔2018〕15号", "国办发明电〔2019〕3号"]));
    assert!(year["off"].as_array().expect("days").contains(&"10-01".into()) && year["valid_through"] == "2019-12-31");
    let duty = list("duties").into_iter().find(|it| it["code"] == "2019:20.10").expect("the duty");
    assert_eq!((duty["binds"].as_str(), duty["from"].as_str()), (Some("all"), Some("2019-05-15")));
    assert!(
        list("festivals").iter().any(|it| it["from"] == 2025 && it["source"].as_str().expect("words").contains("795"))
    );
    // Every name of the data is told where integrators look it up.
    let document = fs::read_to_string(at("docs/en/outputs.md")).expect("the document");
    for name in data.as_object().expect("an object").keys().chain(
        [law, year, duty]
            .iter()
            .flat_map(|it| it.as_object().expect("an object").keys().cloned().collect::<Vec<_>>())
            .collect::<Vec<_>>()
            .iter(),
    ) {
        assert!(document.contains(&format!("`{name}`")), "{name} is not told in docs/en/outputs.md");
    }
}

#[test]
fn all_rules_are_listed_in_each_format() {
    let folder = Project::empty();
    let rules = RULEBOOK.rules();
    let human = run(folder.root(), ["rules"]).code(0).out;
    assert_eq!(human.lines().count(), rules.len());
    let json = run(folder.root(), ["rules", "--format", "json"]).code(0).out;
    let list: Vec<serde_json::Value> = serde_json::from_str(&json).expect("JSON");
    let codes: Vec<&str> = list.iter().map(|it| it["code"].as_str().expect("a code")).collect();
    assert_eq!(codes, rules.iter().map(|it| it.code).collect::<Vec<_>>());
    let markdown = run(folder.root(), ["rules", "--format", "markdown"]).code(0).out;
    for rule in rules {
        assert!(markdown.contains(&format!("## {} {}", rule.code, rule.label)), "{}", rule.code);
    }
}

#[test]
fn a_new_project_is_sound_and_is_made_once() {
    let folder = Project::empty();
    run(folder.root(), ["init", "--name", "某区某局", "--id", "mouju"]).code(0);
    let before = tree(folder.root());
    let wrong = check(folder.root()).into_iter().filter(|it| it.level == "error");
    assert_eq!(wrong.collect::<Vec<_>>(), []);
    run(folder.root(), ["check", "--stop-only"]).code(0);
    run(folder.root(), ["build"]).code(0);
    assert!(folder.at("public/index.html").is_file());
    let after = tree(folder.root());
    assert!(before.iter().all(|(path, bytes)| after.get(path) == Some(bytes)), "the author's files were changed");
    run(folder.root(), ["init"]).code(2);
    let elsewhere = Project::empty();
    run(elsewhere.root(), ["init", "新局", "--id", "Mou Ju"]).code(2);
    assert!(!elsewhere.at("新局").exists());
    run(elsewhere.root(), ["init", "新局"]).code(0);
    assert!(elsewhere.at("新局/catalogue/site.toml").is_file());
}

#[test]
fn the_built_in_sample_is_the_repositorys_and_builds() {
    let folder = Project::empty();
    run(folder.root(), ["init", "--sample"]).code(0);
    let kept = tree(&at("catalogue"));
    assert_eq!(tree(&folder.at("catalogue")).keys().collect::<Vec<_>>(), kept.keys().collect::<Vec<_>>());
    assert_eq!(tree(&folder.at("catalogue")), kept);
    assert_eq!(tree(&folder.at("content")), tree(&at("content")));
    let done = run(folder.root(), ["check", "--stop-only", "--as-of", "2018-12-31"]);
    assert_eq!(done.code, Some(0), "{}{}", done.out, done.err);
    run(folder.root(), ["build", "--as-of", "2018-12-31"]).code(0);
    assert!(folder.at("public/api/v1/index.json").is_file());
}

#[test]
fn a_finding_is_explained_and_still_told() {
    let project = Project::with(LATE);
    let args = ["allow", "逾期公开", "2018/通知", "--reason", "平台故障", "--owner", "办公室"];
    run(project.root(), args).code(0);
    let written = project.read("catalogue/allow.toml");
    assert!(written.contains("rule = \"late-publication\"") && written.contains("entry = \"2018/通知\""), "{written}");
    let done = run(project.root(), ["check"]).code(0);
    assert!(done.out.contains("（已说明）") && done.out.contains("平台故障"), "{}", done.out);
    assert!(done.err.contains("1 个已说明"), "{}", done.err);
    // It held until the end of June: in December the finding counts again, and the exception is told to be past its day.
    project.write("catalogue/allow.toml", format!("# 说明\n{written}until = 2018-06-30\n"));
    let told = check(project.root());
    assert!(told.iter().any(|it| it.name == "expired-allow") && told.iter().any(|it| it.name == "late-publication"));
    // What protects people and secrets cannot be explained away.
    for rule in ["unreviewed", "secrecy-mark", "identity-number", "bank-card"] {
        let args = ["allow", rule, "2018/通知", "--reason", "无", "--owner", "办公室"];
        run(project.root(), args).code(2);
    }
    run(project.root(), ["allow", "late-publication", "2018/没有", "--reason", "无", "--owner", "办公室"]).code(2);
    run(project.root(), ["allow", "late-publication", "2018/通知", "--owner", "办公室"]).code(2);
}

#[test]
fn a_nil_report_is_written_where_it_is_read() {
    let project = Project::base();
    let nil = |item: &str, period: &str| {
        run(project.root(), ["nil", item, period, "--reason", "本季度没有发文", "--by", "办公室", "--on", "2018-10-10"])
    };
    nil("policy/notices", "2018Q3").code(0);
    assert!(project.read("catalogue/nil.toml").contains("period = \"2018Q3\""));
    run(project.root(), ["check"]).code(0);
    nil("policy/none", "2018Q3").code(2);
    nil("policy/notices", "第三季度").code(2);
}

#[test]
fn numbers_are_given_once_and_locked_builds_give_none() {
    let project = Project::base();
    run(project.root(), ["check", "--locked"]).code(1);
    run(project.root(), ["build", "--locked"]).code(1);
    assert!(!project.at("public").exists() && !project.at("catalogue/index.lock").exists());
    run(project.root(), ["lock"]).code(0);
    let lock = project.read("catalogue/index.lock");
    assert!(lock.starts_with("# gongkai index.lock 1\n") && lock.contains("\t2018/通知\t"), "{lock}");
    run(project.root(), ["lock"]).code(0);
    assert_eq!(project.read("catalogue/index.lock"), lock);
    run(project.root(), ["check", "--locked"]).code(0);
    run(project.root(), ["build", "--locked"]).code(0);
    assert_eq!(project.read("catalogue/index.lock"), lock);
    // A locked build wants to know the day.
    project.replace("catalogue/site.toml", "as_of = 2018-12-31\n", "");
    run(project.root(), ["build", "--locked"]).code(2);
    run(project.root(), ["build", "--locked", "--as-of", "2018-12-31"]).code(0);
    // An entry that moves keeps its number and address.
    fs::rename(project.at("content/2018/通知.md"), project.at("content/2018/防汛通知.md")).expect("a move");
    run(project.root(), ["lock", "--as-of", "2018-12-31"]).code(0);
    assert_eq!(project.read("catalogue/index.lock"), lock.replace("\t2018/通知\t", "\t2018/防汛通知\t"));
}

#[test]
fn a_damaged_lock_is_never_overwritten() {
    for bad in ["", "# gongkai index.lock 2\n", "# gongkai index.lock 1\nbroken line\n", "\u{0}\u{1}\n"] {
        let project = Project::base();
        project.write("catalogue/index.lock", bad);
        for command in ["lock", "check", "build"] {
            let done = run(project.root(), [command]).code(2);
            assert!(done.err.contains("index.lock"), "{}", done.err);
        }
        assert_eq!(project.read("catalogue/index.lock"), bad);
        assert!(!project.at("public").exists());
    }
}

#[test]
fn verdicts_are_told_and_the_site_is_written() {
    let project = Project::with(LATE);
    let done = run(project.root(), ["build"]).code(0);
    assert!(done.out.contains("GK0401"), "{}", done.out);
    assert!(project.at("public/index.html").is_file());
    let strict = Project::with(LATE);
    run(strict.root(), ["build", "--strict"]).code(1);
    assert!(!strict.at("public").exists() && !strict.at("catalogue/index.lock").exists());
}

#[test]
fn a_day_that_cannot_be_read_is_told_once_and_not_at_every_link() {
    let entry = |published: &str, text: &str| {
        format!(
            "+++\ntitle = \"关于值班的通知\"\nitem = \"policy/notices\"\nkind = \"document\"\nmade = 2018-07-02\npublished = {published}\nsummary = \"排定值班次序。\"\n[review]\nsecrecy = {{ by = \"保密员\", on = 2018-07-02 }}\n+++\n{text}\n"
        )
    };
    let project = Project::base();
    project.write("content/2018/指路.md", entry("2018-07-03", "见[值班](值班.md)、[轮班](值班.md#轮班)。"));
    let broken =
        |project: &Project| run(project.root(), ["build", "--format", "concise"]).code(1).out.matches("GK1401").count();
    project.write("content/2018/值班.md", entry("2018-13-45", "请照办。"));
    assert_eq!(broken(&project), 0);
    // What is held back on purpose, and what is not there, is told.
    project.write("content/2018/值班.md", entry("2018-07-03\ndraft = true", "请照办。"));
    assert_eq!(broken(&project), 2);
    project.write("content/2018/值班.md", entry("2018-07-03", "请照办。"));
    assert_eq!(broken(&project), 1, "there is no such heading");
}

#[test]
fn stops_are_all_told_and_nothing_is_written() {
    let project = Project::with(BROKEN);
    project.write(
        "content/2018/公示.md",
        "+++\ntitle = \"关于补助对象的公示\"\nitem = \"policy/notices\"\nkind = \"document\"\nmade = 2018-07-02\npublished = 2018-07-03\nsummary = \"公示补助对象。\"\n[review]\nsecrecy = { by = \"保密员\", on = 2018-07-02 }\n+++\n张三，身份证号 11010519491231002X，拟补助五百元。见[名单](名单.xlsx)。\n",
    );
    for (file, title) in [("甲", "关于值班的通知"), ("乙", "关于轮班的通知")] {
        project.write(
            &format!("content/2018/{file}.md"),
            format!("+++\ntitle = \"{title}\"\nitem = \"policy/notices\"\nkind = \"document\"\nindex = \"bureau/2018-09999\"\nmade = 2018-07-02\npublished = 2018-07-03\nsummary = \"排定值班次序。\"\n[review]\nsecrecy = {{ by = \"保密员\", on = 2018-07-02 }}\n+++\n请照办。\n"),
        );
    }
    let done = run(project.root(), ["build"]).code(1);
    for code in ["GK0009", "GK0801", "GK1401", "GK0304"] {
        assert!(done.out.contains(code), "{code} is not told:\n{}", done.out);
    }
    assert!(
        !done.out.contains("11010519491231002X") && !done.err.contains("11010519491231002X"),
        "the number itself was printed"
    );
    assert!(!project.at("public").exists() && !project.at("catalogue/index.lock").exists());
    // A site that stands stays as it is.
    let compliance = Project::base();
    run(compliance.root(), ["build"]).code(0);
    let before = lasting(compliance.root());
    compliance.write("content/2018/坏.md", "+++\ntitle = \"坏\"\nitem = \"policy/none\"\n+++\n");
    run(compliance.root(), ["build"]).code(1);
    let mut after = lasting(compliance.root());
    after.remove("content/2018/坏.md");
    assert_eq!(before, after);
}

#[test]
fn exceptions_and_nil_reports_say_something() {
    let project = Project::with(LATE);
    let allow = |reason: &str, owner: &str, until: &str| {
        let args = ["allow", "late-publication", "2018/通知", "--reason", reason, "--owner", owner, "--until", until];
        run(project.root(), args)
    };
    for (reason, owner, until) in [
        ("", "办公室", "2019-01-31"),
        ("补发", " ", "2019-01-31"),
        ("补发", "办公室", "2018-12-30"),
        ("\u{1b}[31m", "x", "2019-01-31"),
    ] {
        allow(reason, owner, until).code(2);
    }
    run(project.root(), ["nil", "policy/notices", "2018Q3", "--reason", "", "--by", "办公室"]).code(2);
    assert!(!project.at("catalogue/allow.toml").exists() && !project.at("catalogue/nil.toml").exists());
    allow("补\"发\\\n第二行", "办'''公室", "2019-01-31").code(0);
    // What a message leaves to be filled in, who is nobody, and the same once more.
    let told = |reason: &str, owner: &str| allow(reason, owner, "2019-01-31").code(2).err;
    for reason in ["……", "...", "〔原因〕", "待定"] {
        assert!(told(reason, "办公室").contains(reason), "{reason}");
    }
    assert!(told("补发", "〔谁〕").contains("〔谁〕") && told("补发", "待定").contains("待定"));
    assert!(told("补发", "办公室").contains("[[allow]]"));
    run(project.root(), ["check"]).code(0);
    // When it has ended, no exception is written for the exception.
    let all = ["allow", "--all", "--as-of", "2019-02-01", "--owner", "办公室", "--until", "2019-03-01"];
    run(project.root(), all).code(1);
    assert!(!project.read("catalogue/allow.toml").contains("expired-allow"));
}

/// Lines counted anew for every finding took half a minute here, and four times as long for twice as many.
#[test]
fn ten_thousand_findings_in_one_file_are_told_at_once() {
    let project = Project::base();
    let mut many = String::new();
    for n in 0..16_000 {
        many.push_str(&format!("[[field]]\nid = \"f{n}\"\ntitle = \"t{n}\"\nnope = 1\n"));
    }
    project.write("catalogue/many.toml", many);
    for format in ["concise", "json"] {
        run(project.root(), ["check", "--quiet", "--format", format]).code(1);
    }
}

#[test]
fn an_exception_for_two_things_at_once_is_refused_and_excuses_neither() {
    let project = Project::base();
    project.replace("content/2018/通知.md", "made = 2018-06-20", "made = 2018-01-10");
    let allow = "[[allow]]\nrule = \"late-publication\"\nentry = \"2018/通知\"\nitem = \"policy/notices\"\nreason = \"补发\"\nowner = \"办公室\"\n";
    project.write("catalogue/allow.toml", allow);
    let told = run(project.root(), ["check", "--format", "concise", "--lang", "zh"]).code(1).out;
    assert!(told.contains("catalogue/allow.toml:4:1: 错误[GK0004 "), "{told}");
    assert!(told.contains("错误[GK0401 逾期公开]：") && !told.contains("（已说明）"), "{told}");
}

#[test]
fn shells_are_given_what_they_complete_with() {
    let folder = Project::empty();
    for (shell, begins) in [
        ("bash", "_gongkai()"),
        ("zsh", "#compdef gongkai"),
        ("fish", "gongkai"),
        ("powershell", "using"),
        ("elvish", "use"),
    ] {
        let script = run(folder.root(), ["completions", shell]).code(0).out;
        assert!(script.contains(begins), "{shell}: {script}");
        for word in ["check", "withdraw", "--report-to", "completions"] {
            assert!(script.contains(word.trim_start_matches('-')), "{shell} knows no {word}");
        }
    }
    let wrong = run(folder.root(), ["completions", "bsh"]).code(2).err;
    assert!(wrong.contains("bash"), "{wrong}");
}

#[test]
fn no_name_or_text_moves_the_cursor() {
    let project = Project::base();
    project.write("content/2018/a\u{1b}[31m\u{202e}.md", "+++\ntitle = \"标题\u{9b}31m\u{1b}[2J\"\n+++\n正文\n");
    project.write("content/2018/b.md", "+++\ntitle = \"标题\u{9b}31m\u{1b}[2J\"\nmade = 3\n+++\n正文\n");
    for args in [
        &["check"][..],
        &["check", "--format", "concise"],
        &["check", "-C", "\u{1b}[31m无"],
        &["explain", "\u{1b}]0;x\u{7}"],
        &["nil", "\u{1b}[31m", "2018", "--reason", "无", "--by", "办公室"],
    ] {
        let done = run(project.root(), args);
        let told = done.out + &done.err;
        let at = told.find(['\u{1b}', '\u{9b}', '\u{7}', '\u{202e}']);
        let near = at.map(|at| told[..at].lines().next_back().unwrap_or_default());
        assert_eq!(near, None, "{args:?}");
    }
}
