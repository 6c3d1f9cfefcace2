//! Score sheets with faults, days to come and doubts: what is not certain costs nothing, and a row says why.

use serde_json::Value;

use super::{
    assessment::{SITE, assess, indicator, late, line, points, rows, score, sheet, sums_are_right, thousandths},
    support::{binary::run, project::Project},
};

#[test]
fn what_cannot_be_read_of_an_indicator_leaves_it_open_with_its_points() {
    // Each way to write a key wrongly, and what the reason names.
    let faults = [
        ("rules = [\"不存在的规则\"]\neach = 1", "rules"),
        ("rules = [\"late-publication\", \"不存在的规则\"]\neach = 1", "rules"),
        ("rules = [\n  \"late-publication\",\n  \"不存在的规则\",\n]\neach = 1", "rules"),
        ("rules = [5]\neach = 1", "rules"),
        ("rules = [\"late-publication\"]\neach = -1", "each"),
        ("rules = [\"late-publication\"]\neach = \"两分\"", "each"),
        ("rules = [\"late-publication\"]\neach = 1\nat_most = -5", "at_most"),
        ("rules = [\"late-publication\"]\neach = 1\nitems = [\"policy/nothing\"]", "items"),
        ("rules = [\"late-publication\"]\neach = 1\nwarnings = 5", "warnings"),
        ("rules = [\"late-publication\"]\nqqqqqq = 1", "qqqqqq"),
        ("measure = \"on-time\"\nat_least = 95", "at_least"),
        ("measure = \"on-time\"\nat_least = 0", "at_least"),
        ("measure = \"满意度得分率\"", "measure"),
        ("measure = \"on-time\"\ndisclosure = \"第六公开\"", "disclosure"),
        ("tasks = [99]", "tasks"),
        ("tasks = [\"第一项\"]", "tasks"),
    ];
    let late = late("迟到的通知", "2018-03-01", "2018-06-01");
    for (keys, key) in faults {
        let indicators = indicator("bad", &format!("points = 30\n{keys}"))
            + &indicator("good", "points = 70\nrules = [\"late-publication\"]\neach = 2");
        // A score by people does not take the place of what cannot be read.
        let score = score("bad", "points = 30\nby = \"评议组\"");
        let paper =
            assess(&Project::with(&format!("{SITE}{}{score}{late}", sheet("100", &indicators))), "2018-12-31", &[]);
        sums_are_right(&paper);
        let bad = line(&paper, "bureau", "bad");
        assert_eq!((bad["state"].as_str(), thousandths(&bad["weight"])), (Some("尚无法判断"), Some(30_000)), "{keys}");
        assert_eq!((&bad["got"], &bad["standard"]), (&Value::Null, &Value::Null), "{keys}");
        assert!(bad["reason"].as_str().unwrap().contains(&format!("{key} 写得不对（")), "{keys}: {bad:#}");
        assert_eq!(points(&paper, "bureau", "good"), (Some(2000), Some(68_000)), "{keys}");
        assert_eq!((&paper["facts"]["open"], &paper["facts"]["waiting"]), (&30.into(), &1.into()), "{keys}");
        assert!(paper["facts"]["provisional"].as_str().is_some_and(|it| it.contains("gongkai check")), "{keys}");
        let told = rows(&paper, "scores")[0]["state"].as_str().unwrap();
        assert!(!told.starts_with("采用"), "{keys}: {told}");
    }
}

#[test]
fn a_fault_of_the_sheet_itself_is_told_and_changes_no_meaning() {
    let indicators = indicator("good", "points = 100\nrules = [\"late-publication\"]\neach = 2");
    let late = late("迟到的通知", "2018-03-01", "2018-06-01");
    let paper = |keys: &str| {
        assess(
            &Project::with(&format!("{SITE}{}{late}", sheet("100", &format!("{keys}\n{indicators}")))),
            "2018-12-31",
            &[],
        )
    };
    let note = |paper: &Value| paper["facts"]["provisional"].as_str().map(str::to_owned);
    let right = paper("period = \"2018\"\ngrades = [{ title = \"合格\", at_least = 60 }]");
    assert_eq!((note(&right), rows(&right, "totals")[0]["grade"].as_str()), (None, Some("合格")));
    // Of which time nobody knows: nothing is judged.
    let time = paper("period = \"二〇一八\"");
    assert_eq!(line(&time, "bureau", "good")["state"], "尚无法判断");
    assert!(line(&time, "bureau", "good")["reason"].as_str().unwrap().starts_with("period 写得不对"));
    assert!(note(&time).is_some());
    // Whom it is about is not everybody.
    let whom = paper("organisations = [\"nobody\"]");
    assert_eq!((rows(&whom, "totals").len(), note(&whom).is_some()), (0, true));
    for grades in ["[{ title = \"优秀\", at_least = -90 }, { title = \"合格\", at_least = 60 }]", "\"优秀\""] {
        let graded = paper(&format!("grades = {grades}"));
        assert_eq!(rows(&graded, "totals")[0]["grade"], "尚无法判断");
        assert!(note(&graded).is_some());
    }
    // Points that do not add up, and a file that cannot be read.
    let uneven = assess(&Project::with(&format!("{SITE}{}", sheet("90", &indicators))), "2018-12-31", &[]);
    assert!(note(&uneven).is_some_and(|it| it.starts_with("评分表")));
    let lost = Project::with(&format!("{SITE}{}", sheet("100", &format!("period = \n{indicators}"))));
    assert!(note(&assess(&lost, "2018-12-31", &[])).is_some());
}

#[test]
fn what_is_not_due_yet_costs_nothing_and_all_reports_agree() {
    let item = "==> catalogue/more.toml\n[[item]]\nid = \"plans\"\nfield = \"policy\"\ntitle = \"规划\"\ndisclosure = [\"决策公开\"]\n\
                elements = [\"标题\"]\nbasis = [\"《中华人民共和国政府信息公开条例》第十条第一项\"]\ntime_limit = \"自信息形成或者变更之日起20个工作日内\"\n\
                organisation = \"bureau\"\nchannels = [\"政府网站\"]\naudience = \"全社会\"\nway = \"主动\"\nlevel = [\"县级\"]\ndue = 2018-11-30\n";
    let indicators = indicator("filled", "points = 100\nmeasure = \"filled\"");
    // The other item of the catalogue is filled.
    let notice = late("通知", "2018-03-01", "2018-03-05");
    let project = Project::with(&format!("{SITE}{}{item}{notice}", sheet("100", &indicators)));
    let told = |day: &str| {
        let lost = points(&assess(&project, day, &[]), "bureau", "filled").0;
        let typed = ["report", "inspection", "--format", "json", "--quiet", "--as-of", day];
        let inspected: Value = serde_json::from_str(&run(project.root(), typed).code(0).out).unwrap();
        let gaps = rows(&inspected, "gaps").iter().filter(|it| it["item"] == "规划").count();
        let checked: Value =
            serde_json::from_str(&run(project.root(), ["check", "--format", "json", "--as-of", day]).out).unwrap();
        (lost > Some(0), gaps, checked["completeness"]["empty"].as_u64(), inspected["facts"]["empty"].as_u64())
    };
    for day in ["2018-10-31", "2018-11-29", "2018-11-30"] {
        assert_eq!(told(day), (false, 0, Some(0), Some(0)), "{day}");
    }
    for day in ["2018-12-01", "2018-12-31", "2019-01-10"] {
        assert_eq!(told(day), (true, 1, Some(1), Some(1)), "{day}");
    }
}

#[test]
fn a_row_says_what_was_reached_what_is_spared_and_what_it_is_about() {
    let item = "==> catalogue/more.toml\n[[item]]\nid = \"plans\"\nfield = \"policy\"\ntitle = \"规划\"\ndisclosure = [\"决策公开\"]\n\
                elements = [\"标题\"]\nbasis = [\"《中华人民共和国政府信息公开条例》第十条第一项\"]\ntime_limit = \"自信息形成或者变更之日起20个工作日内\"\n\
                organisation = \"bureau\"\nchannels = [\"政府网站\"]\naudience = \"全社会\"\nway = \"主动\"\nlevel = [\"县级\"]\n";
    let indicators = [
        indicator("spared", "points = 20\nsection = \"公开\"\nrules = [\"事项空白\"]\neach = 0.5"),
        indicator("counted", "points = 20\nsection = \"公开\"\nrules = [\"事项空白\"]\neach = 0.5\nwarnings = true"),
        indicator("late", "points = 20\nrules = [\"逾期公开\"]\neach = 0.5"),
        indicator("share", "points = 20\nmeasure = \"按时公开率\"\nat_least = 0.9\neach = 0.5"),
        indicator("people", "points = 20\nmanual = true"),
    ];
    let entries: String = (1..=2).map(|at| late(&format!("迟到{at}"), "2018-03-01", "2018-06-01")).collect();
    let entries = entries + &late("及时", "2018-03-01", "2018-03-05");
    let files = format!("{SITE}{}{item}{entries}", sheet("100", &indicators.concat()));
    let paper = assess(&Project::with(&files), "2018-12-31", &[]);
    sums_are_right(&paper);
    let reason = |id: &str| line(&paper, "bureau", id)["reason"].as_str().unwrap_or_default().to_owned();
    assert_eq!(points(&paper, "bureau", "spared").0, Some(0));
    assert_eq!(reason("spared"), "另有警告 1 个，按评分表不扣分（要扣的写 warnings = true）");
    assert_eq!(points(&paper, "bureau", "counted").0, Some(500));
    assert_eq!(reason("counted"), "事项空白 1 个（政策文件 / 规划）");
    assert_eq!(reason("late"), "逾期公开 2 个（迟到1、迟到2）");
    let told = reason("share");
    assert!(
        told.starts_with("4 个中 2 个，即 50.00%，得满分要 90%，不满一个百分点的按一个算；按时公开率差 2 个（"),
        "{told}"
    );
    // One body has a chart of its parts.
    let parts: Vec<_> =
        rows(&paper, "sections").iter().map(|it| (it["section"].as_str(), it["percent"].as_u64())).collect();
    let wanted = [("公开", Some(99)), ("指标late", Some(95)), ("指标share", Some(0)), ("指标people", None)];
    assert_eq!(parts, wanted.map(|it| (Some(it.0), it.1)));
    let page = run(
        Project::with(&files).root(),
        ["report", "assessment", "--format", "html", "--quiet", "--as-of", "2018-12-31"],
    );
    assert!(page.code(0).out.contains("各部分得分占已评分值的百分比"));
}

#[test]
fn praise_for_one_indicator_names_it_without_a_sum_and_no_grade_is_failed_where_there_is_none() {
    let indicators = indicator("filled", "points = 50\nmeasure = \"filled\"")
        + &indicator("people", "points = 50\nmanual = true")
        + &indicator("veto", "veto = true\nrules = [\"late-publication\"]");
    let scheme = sheet("100", &format!("praise = {{ at_least = 60, indicators = true }}\n{indicators}"));
    let notice = late("通知", "2018-03-01", "2018-03-05");
    let paper = assess(&Project::with(&format!("{SITE}{scheme}{notice}")), "2018-12-31", &[]);
    let told: Vec<_> = rows(&paper, "proposals")
        .iter()
        .map(|it| (it["kind"].as_str().unwrap(), it["indicator"].as_str().unwrap(), &it["got"]))
        .collect();
    assert_eq!(told, [("单项表扬", "指标filled", &Value::Null)]);
    let vetoed = late("迟到", "2018-03-01", "2018-06-01");
    let paper = assess(&Project::with(&format!("{SITE}{scheme}{notice}{vetoed}")), "2018-12-31", &[]);
    let total = &rows(&paper, "totals")[0];
    assert_eq!((&total["veto"], &total["grade"]), (&"有".into(), &Value::Null));
}
