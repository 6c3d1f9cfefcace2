//! `report assessment`: score sheets filled in, by rules, shares, tasks and people.

use serde_json::Value;

use super::support::{
    binary::{Done, run},
    committed::at,
    project::Project,
};

/// The paper in JSON, as of `day`.
pub fn assess(project: &Project, day: &str, more: &[&str]) -> Value {
    let done = asked(project, day, more).code(0);
    serde_json::from_str(&done.out).unwrap_or_else(|error| panic!("{error}: {}", done.out))
}

fn asked(project: &Project, day: &str, more: &[&str]) -> Done {
    let typed = ["report", "assessment", "--format", "json", "--quiet", "--as-of", day];
    run(project.root(), typed.iter().chain(more))
}

pub fn rows<'v>(paper: &'v Value, id: &str) -> &'v [Value] {
    let chapters = paper["chapters"].as_array().expect("chapters");
    let mut grids = chapters.iter().flat_map(|it| it["grids"].as_array().expect("grids"));
    let grid = grids.find(|it| it["id"] == id).unwrap_or_else(|| panic!("no grid {id}"));
    grid["rows"].as_array().expect("rows")
}

/// The row of the sheet of the indicator `id` of `body`.
pub fn line<'v>(paper: &'v Value, body: &str, id: &str) -> &'v Value {
    let wanted = format!("{body}-{id}");
    rows(paper, "indicators").iter().find(|it| it["@id"] == wanted).unwrap_or_else(|| panic!("no row {wanted}"))
}

/// A number in thousandths; none for a dash.
pub fn thousandths(value: &Value) -> Option<i64> {
    value.as_f64().map(|it| format!("{:.0}", it * 1000.0).parse().expect("a number"))
}

/// Lost and got of an indicator, in thousandths.
pub fn points(paper: &Value, body: &str, id: &str) -> (Option<i64>, Option<i64>) {
    let line = line(paper, body, id);
    (thousandths(&line["lost"]), thousandths(&line["got"]))
}

/// Fails unless each line and each sum of the sheet is right.
#[track_caller]
pub fn sums_are_right(paper: &Value) {
    let (mut weight, mut got, mut open) = (0, 0, 0);
    for row in rows(paper, "indicators") {
        let number = |key: &str| thousandths(&row[key]);
        let id = row["@id"].as_str().expect("an id");
        if id.ends_with("-total") {
            assert_eq!(number("weight").unwrap_or_default(), weight, "{paper:#}");
            assert_eq!(number("got").unwrap_or_default(), got, "{paper:#}");
            let body = id.trim_end_matches("-total");
            let total = rows(paper, "totals").iter().find(|it| it["@id"] == body).expect("its total");
            assert_eq!(thousandths(&total["full"]).unwrap_or_default(), weight, "{id}");
            assert_eq!(thousandths(&total["got"]).unwrap_or_default(), got, "{id}");
            assert_eq!(thousandths(&total["open"]).unwrap_or_default(), open, "{id}");
            assert_eq!(thousandths(&total["judged"]).unwrap_or_default(), weight - open, "{id}");
            (weight, got, open) = (0, 0, 0);
            continue;
        }
        // What comes on top is of no whole.
        if row["section"] == "加分项" {
            got += number("got").unwrap_or_default();
            continue;
        }
        weight += number("weight").unwrap_or_default();
        got += number("got").unwrap_or_default();
        match (number("weight"), number("lost"), number("got")) {
            (Some(weight), Some(lost), Some(got)) => assert_eq!(weight - lost, got, "{row:#}"),
            (Some(weight), None, None) => open += weight,
            (None, None, None) => {}
            other => panic!("{other:?}: {row:#}"),
        }
    }
}

pub const SITE: &str = "==> catalogue/site.toml\n[site]\ntitle = \"示例局政府信息公开\"\norganisation = \"bureau\"\n\
url = \"https://www.example.gov.cn/bureau/\"\nas_of = 2018-12-31\nprofile = \"full\"\nscope = \"column\"\nrevised = 2018-07-20\nsample = true\n";

/// An entry of the item that was public late.
pub fn late(name: &str, made: &str, published: &str) -> String {
    format!(
        "==> content/2018/{name}.md\n+++\ntitle = \"{name}\"\nitem = \"policy/notices\"\nkind = \"document\"\nmade = {made}\n\
         published = {published}\nsummary = \"概述。\"\noffice = \"办公室\"\n[review]\nsecrecy = {{ by = \"保密员\", on = {made} }}\n+++\n正文。\n"
    )
}

pub fn sheet(total: &str, indicators: &str) -> String {
    format!(
        "==> catalogue/assessment.toml\n[[scheme]]\nid = \"year\"\ntitle = \"考核评分表\"\ntotal = {total}\n{indicators}"
    )
}

pub fn indicator(id: &str, keys: &str) -> String {
    format!("[[scheme.indicators]]\nid = \"{id}\"\ntitle = \"指标{id}\"\n{keys}\n")
}

pub fn score(indicator: &str, keys: &str) -> String {
    format!("[[score]]\nscheme = \"year\"\nindicator = \"{indicator}\"\non = 2018-12-20\n{keys}\n")
}

#[test]
fn the_samples_sheets_are_filled_in() {
    let project = Project::copy_of(&at("."));
    let paper = assess(&project, "2019-01-10", &[]);
    sums_are_right(&paper);
    assert_eq!((paper["kind"].as_str(), paper["facts"]["scheme"].as_str()), (Some("assessment"), Some("rjxq-2018")));
    assert_eq!((&paper["facts"]["full"], &paper["facts"]["open"]), (&100.into(), &0.into()));
    // A task that is late loses its share, with the place of what lacks; what is explained takes nothing.
    assert_eq!(points(&paper, "cyzsj", "tasks"), (Some(6000), Some(12_000)));
    let task = rows(&paper, "losses").iter().find(|it| it["cause"].as_str().unwrap().contains("第 3 项任务")).unwrap();
    assert!(task["place"].as_str().unwrap().starts_with("catalogue/plan.toml:"), "{task:#}");
    assert_eq!(points(&paper, "cyzsj", "late"), (Some(0), Some(6000)));
    assert!(rows(&paper, "explained").iter().any(|it| it["rule"] == "GK0401"));
    // People scored eight of ten, which is 6.4 of 8.
    assert_eq!(points(&paper, "cyzsj", "interpretation-quality"), (Some(1600), Some(6400)));
    // Institutions are appraised like bureaus, by a sheet of their own.
    let institutions = assess(&project, "2019-01-10", &["--scheme", "institution"]);
    sums_are_right(&institutions);
    let names: Vec<_> = rows(&institutions, "totals").iter().map(|it| it["@id"].as_str().unwrap()).collect();
    assert_eq!(names, ["gssw", "gjfw"], "by points");
    assert_eq!(points(&institutions, "gjfw", "satisfaction"), (Some(2500), Some(12_500)));
    // On the last day of the plan two tasks may still be done.
    let plan = assess(&project, "2018-12-31", &["--scheme", "plan-2018"]);
    sums_are_right(&plan);
    assert_eq!((&plan["facts"]["judged"], &plan["facts"]["got"]), (&76.into(), &76.into()));
    assert_eq!((&plan["facts"]["open"], &plan["facts"]["waiting"]), (&24.into(), &2.into()));
    assert!(rows(&plan, "open").iter().all(|it| it["why"].as_str().unwrap().contains("时限未到")));
}

#[test]
fn equal_input_gives_equal_bytes_and_equal_figures_in_every_form() {
    let project = Project::copy_of(&at("."));
    let [one, two] = [(); 2].map(|()| asked(&project, "2019-01-10", &[]).code(0).out);
    assert_eq!(one, two);
    let paper: Value = serde_json::from_str(&one).unwrap();
    let typed = ["report", "assessment", "--format", "md", "--quiet", "--as-of", "2019-01-10"];
    let text = run(project.root(), typed).code(0).out;
    // The numbers as they are read, without where they lead.
    let text = text.replace('[', "").replace("](#", "\u{0}");
    let (first, rest) = text.split_once('\u{0}').expect("links");
    let rest = rest.split('\u{0}').filter_map(|it| Some(it.split_once(')')?.1));
    let text = std::iter::once(first).chain(rest).collect::<String>();
    for row in rows(&paper, "indicators") {
        let shown = |key: &str| if row[key].is_null() { "—".to_owned() } else { row[key].to_string() };
        let cells = ["points", "weight", "lost", "got"].map(shown).join(" | ");
        let title = row["indicator"].as_str().unwrap();
        assert!(text.lines().any(|it| it.contains(title) && it.contains(&cells)), "{title}: {cells}");
    }
}

#[test]
fn what_does_not_apply_gives_its_points_to_the_rest_exactly() {
    // Numbers that do not divide: a chance sheet each, from one seed.
    let mut seed: u32 = 7;
    let mut chance = |below: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) % below
    };
    for round in 0..6 {
        let (mut indicators, mut total) = (String::new(), 0);
        let mut voids = 0;
        for at in 0..7 {
            let points = 1 + chance(17_000);
            total += points;
            let points = format!("points = {}.{:03}", points / 1000, points % 1000);
            let keys = match chance(4) {
                // No accounts, no projects: it does not apply.
                0 => {
                    voids += 1;
                    "rules = [\"silent-account\"]\neach = 1"
                }
                1 => "rules = [\"late-publication\"]\neach = 0.333",
                2 => "manual = true",
                _ => "measure = \"on-time\"",
            };
            indicators += &indicator(&format!("n{at}"), &format!("{points}\n{keys}"));
        }
        let total_text = format!("{}.{:03}", total / 1000, total % 1000);
        let late = late("迟到的通知", "2018-03-01", "2018-06-01");
        let project = Project::with(&format!("{SITE}{}{late}", sheet(&total_text, &indicators)));
        let paper = assess(&project, "2018-12-31", &[]);
        sums_are_right(&paper);
        let full = thousandths(&rows(&paper, "totals")[0]["full"]).unwrap_or_default();
        assert_eq!(full, i64::from(total), "round {round}, {voids} do not apply");
        assert_eq!(rows(&paper, "not_applicable").len(), voids);
    }
}

#[test]
fn findings_take_what_the_sheet_says_and_no_more() {
    let entries: String = (1..=4).map(|at| late(&format!("迟到{at}"), "2018-03-01", "2018-06-01")).collect();
    let old = late("去年迟到", "2017-03-01", "2017-06-01");
    let indicators = [
        indicator("each", "points = 20\nrules = [\"逾期公开\"]\neach = 0.5"),
        indicator("down", "points = 20\nrules = [\"0401\"]\neach = 7"),
        indicator("most", "points = 20\nrules = [\"late-publication\"]\neach = 2\nat_most = 5"),
        indicator("none", "points = 10\nrules = [\"GK0401\"]"),
        indicator("other", "points = 10\nrules = [\"0401\"]\neach = 1\nitems = [\"policy/plans\"]"),
        indicator("share", "points = 10\nmeasure = \"按时公开率\""),
        indicator("step", "points = 10\nmeasure = \"on-time\"\nat_least = 0.9\neach = 0.1"),
    ];
    let item = "==> catalogue/more.toml\n[[item]]\nid = \"plans\"\nfield = \"policy\"\ntitle = \"规划\"\ndisclosure = [\"决策公开\"]\n\
                elements = [\"标题\"]\nbasis = [\"《中华人民共和国政府信息公开条例》第十条第一项\"]\ntime_limit = \"自信息形成或者变更之日起20个工作日内\"\n\
                organisation = \"bureau\"\nchannels = [\"政府网站\"]\naudience = \"全社会\"\nway = \"主动\"\nlevel = [\"县级\"]\noccurs = \"event\"\n";
    let project = Project::with(&format!("{SITE}{}{entries}{old}{item}", sheet("100", &indicators.concat())));
    let paper = assess(&project, "2018-12-31", &[]);
    sums_are_right(&paper);
    // What happened last year is not of this one; an item without an entry has nothing to be late with.
    let of = |id: &str| (points(&paper, "bureau", id), thousandths(&line(&paper, "bureau", id)["weight"]).unwrap());
    let weight = |points: i64| points * 100 / 90;
    for (id, points, lost) in
        [("each", 20_000, 2000), ("down", 20_000, 20_000), ("most", 20_000, 5000), ("none", 10_000, 10_000)]
    {
        let ((told, _), converted) = of(id);
        assert!((told.unwrap() - weight(lost)).abs() <= 1, "{id} lost {told:?}");
        assert!((converted - weight(points)).abs() <= 1, "{id} weighs {converted}");
    }
    assert_eq!(line(&paper, "bureau", "other")["state"], "不涉及");
    // One of five was in time: a fifth of the points; from 90 % down to 20 % seventy points of a hundred.
    let ((share, _), _) = of("share");
    assert!((share.unwrap() - weight(8000)).abs() <= 1, "{share:?}");
    let ((step, _), _) = of("step");
    assert!((step.unwrap() - weight(7000)).abs() <= 1, "{step:?}");
    // Each loss says its rule, its place, its ground and what mends it, and leads to all that is behind it.
    let loss = rows(&paper, "losses").iter().find(|it| it["indicator"] == "指标each").unwrap();
    assert_eq!(
        (loss["rule"].as_str(), loss["count"].as_u64(), loss["office"].as_str()),
        (Some("GK0401"), Some(4), Some("办公室"))
    );
    assert!(loss["place"].as_str().unwrap().starts_with("content/2018/迟到1.md:"), "{loss:#}");
    for key in ["what", "ground", "mend"] {
        assert!(loss[key].as_str().is_some_and(|it| it.chars().count() > 2), "{key}: {loss:#}");
    }
    assert_eq!(loss["@links"]["count"], "#findings");
    assert_eq!(rows(&paper, "findings").iter().filter(|it| it["indicator"] == "指标each").count(), 4);
    let office: Vec<_> = rows(&paper, "offices").iter().map(|it| it["office"].as_str()).collect();
    assert_eq!(office, [Some("办公室")]);
}

#[test]
fn what_is_explained_takes_nothing_and_is_listed() {
    let allow = "==> catalogue/allow.toml\n[[allow]]\nrule = \"late-publication\"\nentry = \"2018/迟到的通知\"\nreason = \"台风停电\"\nowner = \"办公室\"\n";
    let indicators = indicator("late", "points = 60\nrules = [\"late-publication\"]\neach = 5")
        + &indicator("share", "points = 40\nmeasure = \"on-time\"");
    let late = late("迟到的通知", "2018-03-01", "2018-06-01");
    let files = format!("{SITE}{}{late}", sheet("100", &indicators));
    let paper = assess(&Project::with(&files), "2018-12-31", &[]);
    assert_eq!((points(&paper, "bureau", "late").0, points(&paper, "bureau", "share").0), (Some(5000), Some(20_000)));
    let paper = assess(&Project::with(&format!("{files}{allow}")), "2018-12-31", &[]);
    assert_eq!((points(&paper, "bureau", "late").0, points(&paper, "bureau", "share").0), (Some(0), Some(0)));
    let told: Vec<_> =
        rows(&paper, "explained").iter().map(|it| (it["indicator"].as_str(), it["reason"].as_str())).collect();
    assert_eq!(told, [(Some("指标late"), Some("台风停电")), (Some("指标share"), Some("台风停电"))]);
}

#[test]
fn a_veto_fails_all_and_waits_for_people_where_only_they_know() {
    let indicators = indicator("late", "veto = true\nrules = [\"late-publication\"]")
        + &indicator("leak", "veto = true\nmanual = true")
        + &indicator("rest", "points = 100\nmeasure = \"filled\"");
    let criteria = "grades = [{ title = \"优秀\", at_least = 90 }, { title = \"合格\", at_least = 0 }]\npraise = { at_least = 90 }\n\
                    accountability = { veto = true }\n";
    let scheme = sheet("100", &format!("{criteria}{indicators}"));
    let state = |files: &str| {
        let paper = assess(&Project::with(&format!("{SITE}{scheme}{files}")), "2018-12-31", &[]);
        sums_are_right(&paper);
        let total = &rows(&paper, "totals")[0];
        let kinds: Vec<String> =
            rows(&paper, "proposals").iter().map(|it| it["kind"].as_str().unwrap().to_owned()).collect();
        (total["veto"].as_str().unwrap().to_owned(), total["grade"].as_str().unwrap().to_owned(), kinds)
    };
    let told = |veto: &str, grade: &str, kinds: &[&str]| {
        (veto.to_owned(), grade.to_owned(), kinds.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>())
    };
    // Nobody has said whether anything leaked: nothing is certain, and nobody is praised.
    assert_eq!(state(""), told("待认定", "尚无法判断", &[]));
    let no = score("leak", "veto = false\nby = \"评议组\"");
    assert_eq!(state(&no), told("没有", "优秀", &["表扬"]));
    let yes = score("leak", "veto = true\nby = \"评议组\"");
    assert_eq!(state(&yes), told("有", "不合格（一票否决）", &["问责"]));
    let late = late("迟到的通知", "2018-03-01", "2018-06-01");
    assert_eq!(state(&format!("{no}{late}")), told("有", "不合格（一票否决）", &["问责"]));
    // Nor is it praised for one indicator, whatever it has of that.
    let single = scheme.replace("praise = { at_least = 90 }", "praise = { indicators = true }");
    let kinds = |files: &str| -> Vec<String> {
        let paper = assess(&Project::with(&format!("{SITE}{single}{files}")), "2018-12-31", &[]);
        rows(&paper, "proposals").iter().map(|it| it["kind"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(kinds(&no), ["单项表扬"]);
    assert_eq!(kinds(&yes), ["问责"]);
    assert_eq!(kinds(""), Vec::<String>::new());
}

#[test]
fn people_score_what_no_machine_can_and_never_replace_its_figure() {
    let indicators = indicator("quality", "points = 30\nmanual = true")
        + &indicator("shelf", "points = 20\nmanual = true")
        + &indicator("filled", "points = 50\nmeasure = \"filled\"")
        + "[[scheme.indicators]]\nid = \"bright\"\ntitle = \"创新\"\nsection = \"加分项\"\npoints = 3\nbonus = true\nmanual = true\n";
    let scheme = sheet("100", &indicators);
    let paper = |scores: &str| {
        let paper = assess(&Project::with(&format!("{SITE}{scheme}{scores}")), "2018-12-31", &[]);
        sums_are_right(&paper);
        paper
    };
    let nothing = paper("");
    assert_eq!((&nothing["facts"]["open"], &nothing["facts"]["got"]), (&50.into(), &50.into()));
    assert_eq!(line(&nothing, "bureau", "quality")["state"], "待评");
    let some = paper(
        &[
            score("quality", "points = 7\nof = 10\nby = \"评议组\"\nnote = \"缺实例\""),
            score("指标shelf", "not_applicable = true\nby = \"评议组\"\nnote = \"没有查阅点\""),
            score("bright", "points = 2\nby = \"评议组\""),
            score("filled", "points = 0\nby = \"评议组\""),
        ]
        .concat(),
    );
    // 20 points that do not apply go to 30 and 50: 37.5 and 62.5.
    assert_eq!(points(&some, "bureau", "quality"), (Some(11_250), Some(26_250)));
    assert_eq!(points(&some, "bureau", "filled"), (Some(0), Some(62_500)));
    assert_eq!((&some["facts"]["got"], &some["facts"]["full"]), (&90.75.into(), &100.into()));
    let beside: Vec<_> = rows(&some, "scores").iter().map(|it| it["state"].as_str().unwrap()).collect();
    assert_eq!(beside, ["采用", "采用", "采用", "由程序评分，列在旁边"]);
    assert!(line(&some, "bureau", "filled")["reason"].as_str().unwrap().contains("评议组另评 0 分，只作参考"));
    // What nobody stands for, and what is beyond the points, leaves the indicator open.
    let unused = paper(
        &[score("quality", "points = 31\nby = \"评议组\""), score("shelf", "points = 20\nby = \"某某\"")].concat(),
    );
    assert_eq!((&unused["facts"]["open"], &unused["facts"]["waiting"]), (&50.into(), &3.into()));
    assert!(rows(&unused, "scores").iter().all(|it| it["state"].as_str().unwrap().starts_with("未采用")));
}

#[test]
fn several_bodies_are_sorted_by_points_and_what_is_of_nobody_is_the_sites_own() {
    let water = "==> catalogue/water.toml\n[[organisation]]\nid = \"water\"\nname = \"示例县供水公司\"\nshort = \"供水公司\"\nkind = \"公共企事业单位\"\n\
                 supervisor = \"bureau\"\nsector = \"供水\"\ndisclosure = { leader = \"副经理\", office = \"综合部\", staff = 1 }\n";
    let entry = late("停水通知", "2018-06-01", "2018-06-04").replace("kind = \"document\"", "organisation = \"water\"");
    let late = late("迟到的通知", "2018-03-01", "2018-06-01");
    let indicators = indicator("late", "points = 100\nrules = [\"late-publication\"]\neach = 5");
    let project = Project::with(&format!("{SITE}{}{water}{entry}{late}", sheet("100", &indicators)));
    let paper = assess(&project, "2018-12-31", &[]);
    sums_are_right(&paper);
    let told: Vec<_> = rows(&paper, "totals").iter().map(|it| (it["@id"].as_str().unwrap(), &it["got"])).collect();
    assert_eq!(told, [("water", &Value::from(100)), ("bureau", &Value::from(95))]);
    let own = assess(&project, "2018-12-31", &["--organisation", "供水公司"]);
    assert_eq!((&own["facts"]["organisations"], &own["facts"]["got"]), (&1.into(), &100.into()));
}

#[test]
fn a_final_sheet_says_what_is_still_open_and_what_cannot_be_asked_for_is_told() {
    let indicators = indicator("quality", "points = 100\nmanual = true")
        + "[[score]]\nindicator = \"quality\"\npoints = 80\nby = \"评议组\"\n";
    let scheme = sheet("100", &format!("organisations = [\"bureau\"]\n{indicators}"));
    let project = Project::with(&format!("{SITE}{scheme}"));
    assert_eq!(assess(&project, "2018-12-31", &[])["mark"], "征求意见稿");
    assert_eq!(assess(&project, "2018-12-31", &["--final"])["mark"], Value::Null);
    let open = Project::with(&format!("{SITE}{}", scheme.split("[[score]]").next().unwrap()));
    assert_eq!(assess(&open, "2018-12-31", &["--final"])["mark"], "还有 1 项指标待评");
    let unknown = asked(&project, "2018-12-31", &["--scheme", "plan-2O18"]).code(2);
    assert!(unknown.err.contains("是不是 plan-2018？"), "{}", unknown.err);
    let other = run(project.root(), ["report", "plan", "--scheme", "year"]).code(2);
    assert!(other.err.contains("--scheme"), "{}", other.err);
}

#[test]
fn the_sheets_that_are_built_in_add_up() {
    let project = Project::with(SITE);
    for (id, total) in [("plan-2018", 100), ("institution", 100), ("website-2015", 0), ("website-2019", 0)] {
        let paper = assess(&project, "2018-12-31", &["--scheme", id]);
        sums_are_right(&paper);
        let sum: i64 = rows(&paper, "indicators")
            .iter()
            .filter(|it| !it["@id"].as_str().unwrap().ends_with("-total"))
            .filter_map(|it| thousandths(&it["points"]))
            .sum();
        assert_eq!(sum, total * 1000, "{id}");
        // Declared by id alone, nothing is wrong with it.
        project.write("catalogue/assessment.toml", format!("[[scheme]]\nid = \"{id}\"\n"));
        let told = run(project.root(), ["check", "--format", "json"]);
        let of_plans: Vec<_> =
            told.findings().into_iter().filter(|it| it.code == "GK1206" || it.code.starts_with("GK000")).collect();
        assert!(of_plans.is_empty(), "{id}");
        project.remove("catalogue/assessment.toml");
    }
    // By day: the indicators of 2019 are no measure of 2018.
    let of = |day: &str| assess(&project, day, &["--scheme", "website"])["facts"]["scheme"].clone();
    assert_eq!((of("2019-03-31"), of("2019-04-01")), ("website-2015".into(), "website-2019".into()));
}
