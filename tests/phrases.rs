//! What officials print: time limits and numbers, each with its meaning, a line each, in `phrases/`.

use serde_json::Value;

use super::support::{
    binary::{Done, run},
    finding::Finding,
    project::Project,
};

/// The lines of a file of phrases: what is printed, and what it means.
fn lines(text: &'static str) -> Vec<(&'static str, &'static str)> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split_once(" => ").unwrap_or_else(|| panic!("no meaning: {line}")))
        .collect()
}

/// An item of that time limit, written as TOML.
fn item(at: usize, limit: &str, kind: &str) -> String {
    format!(
        "[[item]]\nid = \"i{at}\"\nfield = \"policy\"\ntitle = \"事项{at}\"\ndisclosure = [\"结果公开\"]\nelements = [\"标题\"]\n\
         basis = [\"《中华人民共和国政府信息公开条例》第九条\"]\ntime_limit = {limit}\noccurs = \"event\"\norganisation = \"bureau\"\n\
         channels = [\"政府网站\"]\naudience = \"全社会\"\nway = \"主动\"\nkind = [\"{kind}\"]\n"
    )
}

/// An entry with these keys besides the usual ones.
fn entry(item: usize, title: &str, keys: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\nitem = \"policy/i{item}\"\nsummary = \"内容概述。\"\n{keys}\n[review]\n\
         secrecy = {{ by = \"保密员\", on = 2018-01-05 }}\n+++\n正文。\n"
    )
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The base project with items of those limits.
fn with_limits(limits: &[String]) -> Project {
    let project = Project::base();
    let items: Vec<String> = limits.iter().enumerate().map(|(at, limit)| item(at, limit, "document")).collect();
    project.write("catalogue/more.toml", items.join("\n"));
    project
}

/// The items of `catalogue.json` that [`with_limits`] added, in order.
fn published(project: &Project) -> Vec<Value> {
    run(project.root(), ["build", "-q"]).code(0);
    let catalogue: Value = serde_json::from_str(&project.read("public/api/v1/catalogue.json")).expect("JSON");
    let items = catalogue["items"].as_array().expect("items").iter();
    items.filter(|item| item["id"].as_str().is_some_and(|id| id.starts_with("policy/i"))).cloned().collect()
}

/// A part of the normal form in a few words.
fn short(part: &Value) -> String {
    let text = |key: &str| part[key].as_str().map(str::to_owned);
    let Some(kind) = text("kind") else { return "?".into() };
    let number = part["n"].as_u64().map(|n| n.to_string());
    let unit = text("unit").filter(|_| kind != "workdays");
    let day = part["day"].as_u64().map(|day| format!("{:02}-{day:02}", part["month"].as_u64().expect("a month")));
    let from = text("from").filter(|_| kind != "simultaneous");
    let class = text("for").map(|class| format!("@{class}"));
    [Some(kind), text("cadence"), number, unit, from, text("year"), day, text("subject"), class]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Holds that the limits of `text` are read, as `catalogue.json` has them.
fn limits_are_read(text: &'static str) {
    let lines = lines(text);
    let project = with_limits(&lines.iter().map(|(printed, _)| quoted(printed)).collect::<Vec<_>>());
    let items = published(&project);
    assert_eq!(items.len(), lines.len());
    let mut wrong = Vec::new();
    for ((printed, meant), item) in lines.iter().zip(&items) {
        let parts: Vec<String> = item["time_limits"].as_array().expect("a list").iter().map(short).collect();
        let read = parts.join(" + ");
        if read != *meant {
            wrong.push(format!("{printed}\n    meant {meant}\n    read  {read}"));
        }
        assert_eq!(item["time_limit"]["text"].as_str(), Some(printed.trim()), "the words stay");
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), lines.len(), wrong.join("\n"));
}

#[test]
fn limits_as_printed_are_read() {
    limits_are_read(include_str!("phrases/limits.txt"));
}

#[test]
fn limits_set_aside_are_read() {
    limits_are_read(include_str!("phrases/limits-aside.txt"));
}

#[test]
fn limits_looked_up_later_are_read() {
    limits_are_read(include_str!("phrases/limits-fresh.txt"));
}

#[test]
fn limits_of_every_kind_are_read() {
    limits_are_read(include_str!("phrases/limits-kinds.txt"));
}

#[test]
fn a_limit_that_is_not_understood_is_a_warning_and_the_law_judges() {
    let project = with_limits(&["\"视情况而定\"".into(), "\"若干个工作日内\"".into()]);
    project.write("content/2018/晚.md", entry(0, "晚到的通知", "made = 2018-01-05\npublished = 2018-11-05"));
    let done = run(project.root(), ["check", "--format", "json"]);
    let told = of(&done, "GK0103");
    assert_eq!(told.len(), 2);
    assert!(told.iter().all(|it| it.level == "warn" && it.effect == "verdict"));
    let late = of(&done, "GK0401");
    assert_eq!((late.len(), late[0].level.as_str()), (1, "warn"), "what is not understood convicts nobody");
}

#[test]
fn a_table_says_what_the_words_mean() {
    let limits = [
        "{ text = \"按有关要求\", workdays = 20, from = \"decided\" }",
        "{ text = \"三个月\", months = 3, from = \"批准\" }",
        "{ by = \"01-31\" }",
        "{ hours = 48 }",
        "[{ for = \"行政处罚\", workdays = 7, from = \"decided\" }, { text = \"20个工作日内\" }]",
        "[\"信息形成之日起20个工作日内\", \"公示期不少于7日\"]",
    ];
    let project = with_limits(&limits.map(str::to_owned));
    let read: Vec<String> = published(&project)
        .iter()
        .map(|item| item["time_limits"].as_array().expect("a list").iter().map(short).collect::<Vec<_>>().join(" + "))
        .collect();
    assert_eq!(
        read,
        [
            "workdays 20 decided",
            "days 3 month approved",
            "before every 01-31",
            "days 48 hour",
            "workdays 7 decided @行政处罚 + workdays 20",
            "workdays 20 formed + notice 7 day notice",
        ]
    );
    assert!(of(&run(project.root(), ["check", "--format", "json"]), "GK0103").is_empty());
    let wrong = [
        "{ workdays = 0 }",
        "{ workdays = 5, days = 5 }",
        "{ by = \"02-30\" }",
        "{ workdays = 5, from = \"月亮升起\" }",
        "\"0个工作日内\"",
    ];
    let project = with_limits(&wrong.map(str::to_owned));
    assert_eq!(of(&run(project.root(), ["check", "--format", "json"]), "GK0103").len(), wrong.len());
}

/// The findings of that code.
fn of(done: &Done, code: &str) -> Vec<Finding> {
    done.findings().into_iter().filter(|finding| finding.code == code).collect()
}

/// Whether an entry of those keys under an item of that limit is told late, and how gravely.
fn late(limit: &str, keys: &str) -> Option<String> {
    let project = Project::base();
    project.write("catalogue/more.toml", item(0, &quoted(limit), "document"));
    project.write("content/2018/通告.md", entry(0, "关于某事的通告", keys));
    let done = run(project.root(), ["check", "--format", "json"]);
    of(&done, "GK0401").into_iter().next().map(|finding| finding.level)
}

#[test]
fn nothing_but_another_deadline_sets_the_law_aside() {
    let keys = "made = 2018-01-05\npublished = 2018-11-05";
    for limit in [
        "长期公开",
        "1年",
        "同步公开",
        "公示期不少于7日",
        "长期公开（动态更新）",
        "永久公开",
        "保留5年",
        "信息公开之日起20个工作日内",
        "双公示信息7个工作日内",
        "文件公布后3个工作日内",
    ] {
        assert_eq!(late(limit, keys).as_deref(), Some("error"), "{limit}");
    }
    for limit in
        ["公示无异议后5个工作日内", "分配结果确定后20个工作日内", "备案之日起20个工作日内", "名单报送后5个工作日内"]
    {
        assert_eq!(late(limit, keys).as_deref(), Some("warn"), "the day of the event is not given: {limit}");
    }
    let lawful = "made = 2018-01-05\npublished = 2018-01-31";
    for limit in ["长期公开", "1年", "同步公开", "信息公开之日起20个工作日内"] {
        assert_eq!(late(limit, lawful), None, "{limit}");
    }
}

#[test]
fn the_event_that_the_words_name_is_day_0() {
    let keys = "made = 2018-01-05\napproved = 2018-01-05\naccepted = 2018-02-10\npublished = 2018-02-27";
    let document = |keys: &str| keys.replace("accepted", "obtained");
    for limit in ["收到征地批准文件之日起10个工作日内公开", "接到上级批复后10个工作日内"]
    {
        assert_eq!(late(limit, &document(keys)), None, "{limit}");
    }
    assert_eq!(late("征地批准后10个工作日内", &document(keys)).as_deref(), Some("error"));
}

#[test]
fn a_report_is_due_on_the_day_that_is_meant() {
    let told = |limit: &str, published: &str| {
        let project = Project::base();
        let yearly =
            item(0, &quoted(limit), "report").replace("occurs = \"event\"", "occurs = \"periodic\"\nupdate = \"每年\"");
        project.write("catalogue/more.toml", yearly);
        let keys = format!("kind = \"report\"\nperiod = \"2017\"\nmade = 2018-01-05\npublished = {published}");
        project.write("content/2018/年报.md", entry(0, "年度报告", &keys));
        of(&run(project.root(), ["check", "--format", "json"]), "GK0401").len()
    };
    for (limit, lawful, tardy) in [
        ("一月底前", "2018-01-31", "2018-02-27"),
        ("一季度", "2018-03-31", "2018-04-02"),
        ("每年1月31日前公布上一年度报告", "2018-01-31", "2018-02-01"),
        ("次年3月31日前", "2018-03-31", "2018-04-02"),
    ] {
        assert_eq!(told(limit, lawful), 0, "{limit}");
        assert_eq!(told(limit, tardy), 1, "{limit}");
    }
}

#[test]
fn a_notice_runs_as_long_as_its_item_says_and_is_published_before_its_end() {
    let told = |limit: &str, opens: &str, closes: &str, published: &str| {
        let project = Project::base();
        project.write("catalogue/more.toml", item(0, &quoted(limit), "notice"));
        let keys = format!(
            "kind = \"notice\"\nmade = {opens}\nopens = {opens}\ncloses = {closes}\npublished = {published}\ncontact = \"办公室\""
        );
        project.write("content/2018/公示.md", entry(0, "关于补贴对象的公示", &keys));
        let findings = run(project.root(), ["check", "--format", "json"]).findings();
        findings.into_iter().map(|it| it.code).filter(|it| it == "GK0413" || it == "GK0415").collect::<Vec<_>>()
    };
    assert_eq!(told("公示期不少于7个工作日", "2018-06-20", "2018-06-28", "2018-06-20"), ["GK0413"]);
    assert!(told("公示期不少于7个工作日", "2018-06-20", "2018-06-29", "2018-06-20").is_empty());
    assert_eq!(told("20个工作日内公开，公示期不少于10日", "2018-06-20", "2018-06-29", "2018-06-20"), ["GK0413"]);
    assert!(told("20个工作日内公开，公示期不少于10日", "2018-06-20", "2018-06-30", "2018-06-20").is_empty());
    assert_eq!(told("20个工作日内", "2018-06-20", "2018-06-25", "2018-06-28"), ["GK0415"]);
    assert!(told("20个工作日内", "2018-06-20", "2018-06-25", "2018-06-25").is_empty());
}

/// The findings about the numbers of `entries`: keys of each, by the entry's place.
fn numbered(entries: &[String]) -> Vec<Vec<Value>> {
    let project = Project::base();
    project.write("catalogue/more.toml", item(0, "\"20个工作日内\"", "document"));
    for (at, keys) in entries.iter().enumerate() {
        let keys = format!("made = 2018-06-20\npublished = 2018-06-22\n{keys}");
        project.write(&format!("content/2018/n{at:03}.md"), entry(0, &format!("第{at}份文件"), &keys));
    }
    let done = run(project.root(), ["check", "--format", "json"]);
    let document: Value = serde_json::from_str(&done.out).expect("JSON");
    let list = document["findings"].as_array().expect("findings");
    let of = |at: usize| {
        let path = format!("content/2018/n{at:03}.md");
        let told = |it: &&Value| {
            it["place"]["path"] == path.as_str() && matches!(it["code"].as_str(), Some("GK0303" | "GK0306"))
        };
        list.iter().filter(told).cloned().collect()
    };
    (0..entries.len()).map(of).collect()
}

/// Holds that numbers are kept as `text` says.
fn numbers_are_kept(text: &'static str) {
    let lines = lines(text);
    let entries: Vec<String> = lines.iter().map(|(printed, _)| format!("number = {}", quoted(printed))).collect();
    let mut wrong = Vec::new();
    for ((printed, meant), told) in lines.iter().zip(numbered(&entries)) {
        let help = told.first().map(|it| it["help"].to_string()).unwrap_or_default();
        let kept = match (*meant, told.as_slice()) {
            ("ok", told) => told.is_empty(),
            ("warn", [one]) => one["level"] == "warn" && !help.contains("改成"),
            (meant, [one]) => one["level"] == "warn" && help.contains(&format!("改成“{}”", &meant["mend ".len()..])),
            _ => false,
        };
        if !kept {
            wrong.push(format!("{printed}: meant {meant}, told {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), lines.len(), wrong.join("\n"));
}

#[test]
fn numbers_as_printed_are_kept() {
    numbers_are_kept(include_str!("phrases/numbers.txt"));
}

#[test]
fn numbers_set_aside_are_kept() {
    numbers_are_kept(include_str!("phrases/numbers-aside.txt"));
}

#[test]
fn numbers_looked_up_later_are_kept() {
    numbers_are_kept(include_str!("phrases/numbers-fresh.txt"));
}

#[test]
fn numbers_of_every_kind_are_kept() {
    numbers_are_kept(include_str!("phrases/numbers-kinds.txt"));
}

#[test]
fn index_numbers_given_elsewhere_stay_as_they_are() {
    let lines = lines(include_str!("phrases/index-numbers.txt"));
    let entries: Vec<String> = lines.iter().map(|(printed, _)| format!("index = {}", quoted(printed))).collect();
    for ((printed, meant), told) in lines.iter().zip(numbered(&entries)) {
        let level = told.first().map_or("ok", |it| it["level"].as_str().unwrap_or_default());
        assert_eq!((level, told.len() < 2), (*meant, true), "{printed}: {told:?}");
    }
    // Numbers of this site itself are held to its pattern.
    let own = ["index = \"bureau/2018-9\"", "index = \"bureau/1970-00001\"", "index = \"bureau/2018-00099\""];
    let levels: Vec<Vec<String>> = numbered(&own.map(str::to_owned))
        .iter()
        .map(|told| told.iter().map(|it| it["level"].as_str().unwrap_or_default().to_owned()).collect())
        .collect();
    assert_eq!(levels, [vec!["error".to_owned()], vec!["error".to_owned()], vec![]]);
}

#[test]
fn a_slip_in_a_bodys_code_is_told_where_it_is_written() {
    let project = Project::base();
    let code = |code: &str| {
        project.write(
            "catalogue/more.toml",
            format!("[[organisation]]\nid = \"other\"\nname = \"另一局\"\ncode = \"{code}\"\n"),
        );
    };
    let told = || of(&run(project.root(), ["check", "--format", "json"]), "GK0303");
    code("11441700007280421Y");
    let wrong = told();
    assert_eq!((wrong.len(), wrong[0].level.as_str(), wrong[0].path.as_str()), (1, "error", "catalogue/more.toml"));
    for right in ["11441700007280420Y", "000014349", "B00010", "3607"] {
        code(right);
        assert!(told().is_empty(), "{right}");
    }
}
