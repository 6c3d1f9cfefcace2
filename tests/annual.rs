//! Annual reports: figures that add up or do not, whatever they are called and however they are nested, and what pages and JSON show of them.

use super::support::{binary::run, project::Project};

/// The base project with an item for annual reports, and `reports`: years with their figures.
fn project(reports: &[(i32, &str)]) -> Project {
    let mut files = r#"==> catalogue/report.toml
[[item]]
id = "annual-report"
field = "policy"
title = "政府信息公开年度报告"
disclosure = ["结果公开"]
elements = ["标题"]
basis = ["《中华人民共和国政府信息公开条例》第四十九条"]
time_limit = "每年1月31日前"
organisation = "bureau"
channels = ["政府网站"]
audience = "全社会"
way = "主动"
level = ["县级"]
kind = ["report"]
since = 2021-01-01
"#
    .to_owned();
    for (year, figures) in reports {
        let next = year + 1;
        files += &format!(
            "==> content/{next}/年报.md\n+++\ntitle = \"示例局{year}年政府信息公开工作年度报告\"\nitem = \"policy/annual-report\"\n\
             kind = \"report\"\nmade = {next}-01-12\npublished = {next}-01-20\nsummary = \"报告。\"\nyear = {year}\n\
             [review]\nsecrecy = {{ by = \"保密员\", on = {next}-01-18 }}\n[figures]\n{figures}\n+++\n见表。\n"
        );
    }
    let project = Project::with(&files);
    project.replace("catalogue/site.toml", "as_of = 2018-12-31", "as_of = 2024-01-25");
    project.replace("catalogue/site.toml", "catalogue-only", "full");
    project
}

/// What 1302 says of the figures of a report on 2021, each with its level.
fn told(figures: &str) -> Vec<String> {
    told_of(&[(2021, figures)])
}

fn told_of(reports: &[(i32, &str)]) -> Vec<String> {
    let said = run(project(reports).root(), ["check", "--format", "concise"]).out;
    said.lines().filter(|it| it.contains("GK1302")).map(ToOwned::to_owned).collect()
}

/// The row with figures for 自然人 and 商业企业, and their sum.
fn row(name: &str, persons: i64, firms: i64) -> String {
    let total = persons + firms;
    format!("[figures.\"{name}\"]\n\"自然人\" = {persons}\n\"商业企业\" = {firms}\n\"总计\" = {total}\n")
}

#[test]
fn a_whole_form_that_adds_up_is_not_told() {
    let rows = [
        row("一、本年新收政府信息公开申请数量", 5, 2),
        row("二、上年结转政府信息公开申请数量", 1, 0),
        row("（一）予以公开", 2, 1),
        row("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 1, 0),
        row("1.属于国家秘密", 0, 0),
        row("3.危及“三安全一稳定”", 1, 0),
        row("2.没有现成信息需要另行制作", 0, 1),
        row("1.信访举报投诉类申请", 1, 0),
        row("3.其他", 0, 0),
        row("（七）总计", 5, 2),
        row("四、结转下年度继续办理", 1, 0),
        "[figures.\"规章\"]\n\"本年制发件数\" = 0\n\"本年废止件数\" = 0\n\"现行有效件数\" = 1\n".to_owned(),
        "[figures.\"行政事业性收费\"]\n\"本年收费金额（单位：万元）\" = 3.25\n".to_owned(),
        "[figures.\"行政复议\"]\n\"结果维持\" = 1\n\"结果纠正\" = 0\n\"其他结果\" = 0\n\"尚未审结\" = 1\n\"总计\" = 2\n".to_owned(),
        "[figures.\"行政诉讼\".\"未经复议直接起诉\"]\n\"结果维持\" = 1\n\"总计\" = 1\n".to_owned(),
    ];
    assert_eq!(told(&rows.concat()), Vec::<String>::new());
}

#[test]
fn columns_that_are_not_their_total_are_told() {
    for figures in [
        "[figures.\"本年新收政府信息公开申请数量\"]\n\"自然人\" = 3\n\"商业企业\" = 1\n\"总计\" = 5\n",
        "[figures.\"一、本年新收政府信息公开申请数量\"]\n\"自然人\" = 3\n\"法人或其他组织\" = 1\n\"总计\" = 5\n",
        "\"本年新收政府信息公开申请数量\" = { \"自然人\" = \"3\", \"合 计\" = 4 }\n",
        "[figures.\"行政复议\"]\n\"结果维持\" = 1\n\"总计\" = 2\n",
        "[figures.\"行政诉讼\".\"复议后起诉\"]\n\"结果维持\" = 1\n\"尚未审结\" = 1\n\"总计\" = 3\n",
        "[figures.\"三、本年度办理结果\".\"（一）予以公开\"]\n\"自然人\" = 1\n\"其他\" = 1\n\"总计\" = 1\n",
    ] {
        let told = told(figures);
        assert!(told.len() == 1 && told[0].contains("各栏相加"), "{figures}: {told:?}");
    }
}

#[test]
fn rows_that_do_not_add_up_are_told_once_for_all_columns() {
    let whole = |new, carried, open, total, next| {
        [
            row("本年新收政府信息公开申请数量", new, 1),
            row("上年结转政府信息公开申请数量", carried, 0),
            row("予以公开", open, 1),
            row("总计", total, 1),
            row("结转下年度继续办理", next, 0),
        ]
        .concat()
    };
    assert_eq!(told(&whole(4, 1, 3, 3, 2)), Vec::<String>::new());
    let wrong = told(&whole(4, 1, 3, 3, 1));
    assert!(
        wrong.len() == 1 && wrong[0].contains("错误") && wrong[0].contains("自然人 5 ≠ 4，总计 6 ≠ 5"),
        "{wrong:?}"
    );
    let wrong = told(&whole(4, 1, 2, 3, 2));
    assert!(wrong.len() == 1 && wrong[0].contains("（一）至（六）"), "{wrong:?}");
    // What is not written counts as nought, which is only a warning.
    let short = [row("本年新收政府信息公开申请数量", 4, 1), row("总计", 3, 1)].concat();
    let wrong = told(&short);
    assert!(wrong.len() == 1 && wrong[0].contains("警告"), "{wrong:?}");
    let group = [row("不予公开", 2, 0), row("属于国家秘密", 1, 0), row("属于行政执法案卷", 0, 0)].concat();
    let wrong = told(&group);
    assert!(wrong.len() == 1 && wrong[0].contains("“不予公开”与下面各项之和不符"), "{wrong:?}");
    // The sum of a group stands for its rows where they are not written.
    assert!(told(&[row("不予公开", 2, 0), row("总计", 2, 0)].concat()).is_empty());
}

#[test]
fn what_last_year_carried_on_is_what_this_year_took_over() {
    let (last, this) = (row("结转下年度继续办理", 2, 0), row("上年结转政府信息公开申请数量", 2, 0));
    assert!(told_of(&[(2021, &last), (2022, &this)]).is_empty());
    let other = row("上年结转政府信息公开申请数量", 1, 0);
    let wrong = told_of(&[(2021, &last), (2022, &other)]);
    assert!(wrong.len() == 1 && wrong[0].contains("警告") && wrong[0].contains("2021年报告"), "{wrong:?}");
    assert!(told_of(&[(2020, &last), (2022, &other)]).is_empty(), "the report between is not there");
}

#[test]
fn rows_and_columns_outside_the_form_are_warned_of() {
    let told = told("\"主动公开信息数\" = 86\n[figures.\"予以公开\"]\n\"自然人\" = 1\n\"外国人\" = 1\n\"总计\" = 1\n");
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.iter().all(|it| it.contains("警告")), "{told:?}");
}

#[test]
fn before_2019_the_sums_that_all_tables_had_are_checked() {
    let of_2018 = |figures: &str| told_of(&[(2018, figures)]);
    for right in [
        "\"主动公开信息数\" = 86\n\"收到申请数\" = 3\n\"答复申请数\" = 3\n",
        "\"（一）收到申请数\" = 3\n\"1.当面申请数\" = 1\n\"2.网络申请数\" = 2\n",
        "\"申请答复数\" = 4\n\"同意公开答复数\" = 2\n\"同意部分公开答复数\" = 1\n\"不同意公开答复数\" = 1\n",
        "\"收到申请数\" = 3\n\"网络申请数\" = 2\n",
    ] {
        assert_eq!(of_2018(right), Vec::<String>::new(), "{right}");
    }
    for wrong in [
        "\"收到申请数\" = 3\n\"当面申请数\" = 1\n\"网络申请数\" = 1\n",
        "\"申请办结数\" = 3\n\"按时办结数\" = 3\n\"延期办结数\" = 1\n",
        "\"申请答复数\" = 4\n\"同意公开答复数\" = 2\n\"申请信息不存在数\" = 1\n",
        "[figures.\"行政复议\"]\n\"维持具体行政行为数\" = 1\n\"被依法纠错数\" = 0\n\"其他情形数\" = 0\n\"数量\" = 2\n",
    ] {
        assert_eq!(of_2018(wrong).len(), 1, "{wrong}");
    }
}

#[test]
fn odd_figures_break_nothing() {
    for odd in [
        "\"本年新收\" = 9223372036854775807\n\"总计\" = -9223372036854775808\n",
        "\"予以公开\" = \"/\"\n\"总计\" = []\n",
        "[figures.\"予以公开\".\"自然人\".\"甲\"]\n\"总计\" = 1.5\n",
        "[figures.\"\"]\n\"\" = 1\n",
        "\"总计\" = true\n\"其他\" = 2018-01-01\n",
    ] {
        let project = project(&[(2021, odd)]);
        let done = run(project.root(), ["check"]);
        assert!(matches!(done.code, Some(0 | 1)), "{odd}: {}", done.out);
        run(project.root(), ["build"]).code(0);
    }
}

#[test]
fn a_report_that_is_there_or_explained_is_not_missing() {
    let project = project(&[(2021, "\"总计\" = 0")]);
    let missing =
        |project: &Project| run(project.root(), ["check", "--format", "concise"]).out.matches("GK1301").count();
    assert_eq!(missing(&project), 1, "2021 is there, 2022 is not, 2023 is not due");
    run(
        project.root(),
        ["allow", "missing-annual-report", "policy/annual-report", "--reason", "在旧网站公开。", "--owner", "办公室"],
    )
    .code(0);
    let said = run(project.root(), ["check"]).out;
    assert!(
        said.contains("GK1301 缺年度报告]（已说明）") && !said.contains("GK0406") && !said.contains("GK0204"),
        "{said}"
    );
}

#[test]
fn figures_stand_on_the_page_and_in_the_data() {
    let figures = [
        row("本年新收政府信息公开申请数量", 3, 1),
        row("总计", 3, 1),
        "[figures.\"行政复议\"]\n\"结果维持\" = 1\n\"总计\" = 1\n[figures.\"行政事业性收费\"]\n\"本年收费金额\" = 3.25\n".to_owned(),
    ];
    let project = project(&[(2021, &figures.concat())]);
    run(project.root(), ["build"]).code(0);
    let json: serde_json::Value =
        serde_json::from_str(&project.read("public/api/v1/entries/bureau/2022-0.json")).unwrap();
    let entry = &json["entries"][0];
    assert_eq!(entry["figures"]["本年新收政府信息公开申请数量"]["自然人"], 3);
    assert_eq!(entry["figures"]["行政事业性收费"]["本年收费金额"], "3.25");
    let page = project.read("public/bureau/2022/00001.html");
    for text in ["报表数字", "本年新收政府信息公开申请数量", "商业企业", "结果维持", "3.25"] {
        assert!(page.contains(text), "{text}: {page}");
    }
    let table = page.split("<table").nth(1).unwrap();
    assert!(table.contains("自然人") && !table.contains("结果维持"), "tables of other columns stand apart: {table}");
}

/// A register of applications, kept as a draft.
fn register(rows: &str) -> String {
    format!(
        "==> content/2022/依申请.csv\n编号,收到日期,申请人类型,延期告知日期,答复日期,处理结果,行政复议\n{rows}\
         ==> content/2022/依申请台账.md\n+++\ntitle = \"依申请公开登记\"\nitem = \"policy/notices\"\nkind = \"register\"\n\
         made = 2022-12-20\ndraft = true\nsummary = \"内部登记。\"\n[table]\nfile = \"依申请.csv\"\nregister = \"applications\"\n\
         +++\n内部登记。\n"
    )
}

const ROWS: &str = "A-1,2021-12-20,自然人,,2022-01-05,予以公开,\n\
                    A-2,2022-03-01,自然人,,2022-03-10,予以公开,\n\
                    A-3,2022-04-01,商业企业,2022-04-20,2022-05-20,国家秘密,结果维持\n\
                    A-4,2022-05-01,自然人,,2022-05-09,重复申请,\n\
                    A-5,2022-12-20,法律服务机构,,,,\n\
                    A-6,2023-01-05,自然人,,2023-01-10,部分公开,\n";

fn drafted(project: &Project, year: i32, form: &str) -> String {
    let year = year.to_string();
    run(project.root(), ["report", "annual", "--year", &year, "--format", form]).code(0).out.clone()
}

fn with_register(rows: &str) -> Project {
    let project = project(&[]);
    for file in register(rows).split("==> ").skip(1) {
        let (path, text) = file.split_once('\n').unwrap();
        project.write(path, text);
    }
    project
}

/// A body that people applied to, in 2021 and 2022.
pub fn applied_for() -> Project {
    with_register(ROWS)
}

/// What a clerk makes of a draft: holes filled, reviewed, no draft any more.
fn filled(draft: &str, year: i32) -> String {
    let next = year + 1;
    let text = draft.replace("= \"〔…〕\"", "= 0").replace("draft = true\n", "");
    let text = text.replace(&format!("# made = {next}-01-01"), &format!("made = {next}-01-12"));
    let text = text.replace(&format!("# published = {next}-01-01"), &format!("published = {next}-01-20"));
    let review = format!("# [review]\n# secrecy = {{ by = \"〔…〕\", on = {next}-01-01 }}");
    text.replace(&review, &format!("[review]\nsecrecy = {{ by = \"保密员\", on = {next}-01-18 }}"))
        .replace("〔…〕", "按规定办理")
}

#[test]
fn a_draft_is_counted_from_the_register_and_its_sums_agree() {
    let project = with_register(ROWS);
    let json: serde_json::Value = serde_json::from_str(&drafted(&project, 2022, "json")).unwrap();
    assert_eq!(json["facts"]["sums"], "相等");
    let grids = json["chapters"][2]["grids"].as_array().unwrap();
    let line = |name: &str| {
        let rows = grids[0]["rows"].as_array().unwrap();
        let row = rows.iter().find(|it| it["line"].as_str().unwrap().contains(name)).unwrap();
        ["persons", "firms", "legal", "total"].map(|key| row[key].as_i64())
    };
    let some = |it: [i64; 4]| it.map(Some);
    assert_eq!(line("本年新收"), some([2, 1, 1, 4]));
    assert_eq!(line("上年结转"), some([1, 0, 0, 1]));
    assert_eq!(line("予以公开"), some([2, 0, 0, 2]));
    assert_eq!(line("国家秘密"), some([0, 1, 0, 1]));
    assert_eq!(line("重复申请"), some([1, 0, 0, 1]));
    assert_eq!(line("（七）总计"), some([3, 1, 0, 4]));
    assert_eq!(line("结转下年度"), some([0, 0, 1, 1]));
    assert_eq!(line("（三）不予公开"), [None; 4], "its parts stand below");
    // The register says that a review ended so, and of the others nothing: no nought that nobody counted.
    let lawsuits = &json["chapters"][3]["grids"][0]["rows"][0];
    assert_eq!((lawsuits["upheld"].as_i64(), lawsuits["corrected"].as_i64()), (Some(1), None));
    let draft = drafted(&project, 2022, "md");
    assert!(
        draft.contains(
            "[figures.\"一、本年新收政府信息公开申请数量\"] # 《依申请公开登记》第3、4、5、6行\n\"自然人\" = 2\n"
        ),
        "{draft}"
    );
}

#[test]
fn a_draft_whose_holes_are_filled_is_a_report() {
    for year in [2018, 2019, 2021, 2022] {
        let project = with_register(&ROWS.replace("结果维持", ""));
        project.replace("catalogue/report.toml", "since = 2021-01-01", &format!("since = {year}-01-01"));
        project.replace("catalogue/site.toml", "as_of = 2024-01-25", &format!("as_of = {}-04-25", year + 1));
        let told = |project: &Project| {
            let said = run(project.root(), ["check", "--format", "concise"]).out;
            said.lines()
                .filter(|it| it.contains("GK13") && !it.contains("GK1304"))
                .map(ToOwned::to_owned)
                .collect::<Vec<_>>()
        };
        assert!(told(&project)[0].contains("GK1301"), "{year} is owed");
        let path = format!("content/{}/年报.md", year + 1);
        let draft = drafted(&project, year, "md");
        project.write(&path, &draft);
        assert!(told(&project)[0].contains("GK1301"), "a draft is no report");
        project.write(&path, filled(&draft, year));
        assert_eq!(told(&project), Vec::<String>::new(), "{year}\n{}", project.read(&path));
        let wrong = filled(&draft, year)
            .replace("\"总计\" = 4", "\"总计\" = 5")
            .replace("\"申请办结数\" = 0", "\"申请办结数\" = 9");
        project.write(&path, &wrong);
        let has_sums = year == 2022 || year == 2018;
        assert_eq!(told(&project).iter().any(|it| it.contains("GK1302")), has_sums, "{year}: {:?}", told(&project));
    }
}

/// A row that does not say what it came to makes no number: what it might belong to stays open, and it is named.
#[test]
fn what_the_register_does_not_say_stays_open() {
    let rows = ROWS
        .replace("2022-05-09,重复申请", "2022-05-09,")
        .replace("A-5,2022-12-20,法律服务机构", "A-5,2022-12-20,外国人");
    let project = with_register(&rows);
    let json: serde_json::Value = serde_json::from_str(&drafted(&project, 2022, "json")).unwrap();
    assert_eq!(json["facts"]["sums"], serde_json::Value::Null);
    let grids = json["chapters"][2]["grids"].as_array().unwrap();
    let line = |name: &str| {
        let rows = grids[0]["rows"].as_array().unwrap();
        let row = rows.iter().find(|it| it["line"].as_str().unwrap().contains(name)).unwrap();
        ["persons", "firms", "total"].map(|key| row[key].as_i64())
    };
    assert_eq!(line("本年新收"), [None, None, Some(4)], "whose one of them was is not said");
    assert_eq!(line("（七）总计"), [None, None, None]);
    assert_eq!(line("结转下年度"), [None, None, Some(1)]);
    let unclear = grids[1]["rows"].as_array().unwrap();
    let told: Vec<_> = unclear.iter().map(|it| (it["row"].as_i64().unwrap(), it["lacks"].as_str().unwrap())).collect();
    assert_eq!(told, [(5, "已经答复，没有写处理结果"), (6, "申请人类型“外国人”不是表里的一栏")]);
    // Without a register nothing is counted, and nothing is nought.
    let draft = drafted(&self::project(&[]), 2022, "md");
    assert!(
        draft.contains("[figures.\"一、本年新收政府信息公开申请数量\"]\n\"自然人\" = \"〔…〕\"\n")
            && !draft.contains("= 0\n"),
        "{draft}"
    );
}

#[test]
fn what_last_year_carried_on_stands_in_the_draft() {
    let project = project(&[(2021, &row("结转下年度继续办理", 2, 0))]);
    let draft = drafted(&project, 2022, "md");
    assert!(
        draft.contains(
            "[figures.\"二、上年结转政府信息公开申请数量\"] # 2021年报告的“结转下年度继续办理”\n\"自然人\" = 2\n"
        ),
        "{draft}"
    );
    assert!(run(project.root(), ["report", "annual", "--year", "2030"]).code(2).err.contains("2030 年还没有开始"));
    assert!(run(project.root(), ["report", "plan", "--year", "2022"]).code(2).err.contains("--year 只用于"));
}

/// The sample, judged on a day of 2019.
fn sample() -> Project {
    let sample = Project::empty();
    run(sample.root(), ["init", "--sample"]).code(0);
    sample.replace("catalogue/site.toml", "as_of = 2018-12-31", "as_of = 2019-03-25");
    sample
}

/// On a site where others publish too, a report is of one body: its figures are no others'.
#[test]
fn a_report_counts_what_is_its_bodys_own() {
    let sample = sample();
    let of = |asked: &[&str]| {
        let mut words = vec!["report", "annual", "--year", "2018", "--format", "md"];
        words.extend(asked);
        let said = run(sample.root(), words).code(0).out.clone();
        let figure = said.split("主动公开政府信息").skip(1).find_map(|it| it.split_once('条')?.0.parse::<usize>().ok());
        (figure.expect("a figure"), said)
    };
    let ((own, draft), (asked, _), (other, _)) =
        (of(&[]), of(&["--organisation", "cyzsj"]), of(&["--organisation", "gssw"]));
    assert_eq!(own, asked);
    assert!(other > 0 && draft.contains("其他机构的信息"), "{other}: {draft}");
    let papers = run(sample.root(), ["report", "annual", "--year", "2018", "--format", "json"]).code(0).out.clone();
    assert!(papers.contains("没有计入") && papers.contains(&format!("{own}条")), "{papers}");
}

/// Reprints are the duty of who made them: no figure counts them, and where the figure stands it is said.
#[test]
fn what_is_reprinted_is_said_not_to_be_counted() {
    let sample = sample();
    let said = || run(sample.root(), ["report", "annual", "--year", "2018", "--format", "md"]).code(0).out.clone();
    let of = |said: &str| {
        said.split("主动公开政府信息")
            .skip(1)
            .find_map(|it| it.split_once('条')?.0.parse::<usize>().ok())
            .expect("a figure")
    };
    let reprints = |said: &str| {
        said.split("另有转载的").nth(1).and_then(|it| it.split_once('条')?.0.parse::<usize>().ok()).unwrap_or_default()
    };
    let reprint = |name: &str| {
        sample.write(
            &format!("content/2018/{name}.md"),
            format!(
                "+++\ntitle = \"{name}\"\nitem = \"interaction/messages\"\nkind = \"news\"\nmade = 2018-06-20\npublished = 2018-06-22\n\
                 origin = \"转载\"\nsource = \"某市人民政府网站\"\nsummary = \"概述。\"\n[review]\nsecrecy = {{ by = \"保密员\", on = 2018-06-21 }}\n+++\n内容。\n"
            ),
        );
    };
    let before = said();
    reprint("转载一");
    let one = said();
    assert_eq!(reprints(&one), reprints(&before) + 1, "{one}");
    assert_eq!(of(&before), of(&one), "a reprint counts nowhere");
    assert!(one.contains("不含转载"), "{one}");
}

/// The guide's way, word for word: the draft is written into `content/`, filled, and the catalogue's own elements are found in it.
#[test]
fn a_draft_has_the_elements_that_its_item_asks_for() {
    let sample = sample();
    let path = "content/2019/年报.md";
    sample.write("content/2019/.keep", "");
    let write = ["report", "annual", "--year", "2018", "--output", path];
    let before = run(sample.root(), ["check", "--format", "concise"]).out;
    run(sample.root(), write).code(0);
    let draft = sample.read(path);
    assert!(draft.contains("## 一、概述") && draft.contains("## 二、主动公开情况"), "{draft}");
    let after = run(sample.root(), ["check", "--format", "concise"]).out;
    let is_told = |said: &str, code: &str| said.lines().filter(|it| it.contains(code)).count();
    for code in ["GK1910", "GK0205", "GK01"] {
        assert_eq!(is_told(&after, code), is_told(&before, code), "{code}: {after}");
    }
    // What is there is not written over.
    assert!(run(sample.root(), write).code(2).err.contains("已经有了"));
    assert_eq!(sample.read(path), draft);
    run(sample.root(), ["report", "annual", "--format", "docx", "--output", "content/2019/年报.docx"]).code(2);
    run(sample.root(), ["report", "plan", "--format", "md", "--output", "content/2019/任务.md"]).code(2);
    sample.write(path, filled(&draft, 2018));
    let said = run(sample.root(), ["check", "--format", "concise"]).out;
    let told: Vec<&str> = said
        .lines()
        .filter(|it| it.contains(path) && ["GK0205", "GK13"].iter().any(|code| it.contains(code)))
        .collect();
    assert_eq!(told, Vec::<&str>::new(), "{}\n{said}", sample.read(path));
    assert!(!said.contains("GK1301") && !said.contains("GK0205"), "{said}");
}

/// Whatever the item calls the parts, and however many it makes of one, the draft has them and what the form of the year asks for.
#[test]
fn elements_of_any_words_are_headings() {
    for (year, elements, wanted) in [
        (2018, r#"["概述", "主动公开情况", "依申请公开情况", "工作机构"]"#, &["## 一、概述", "### 工作机构"][..]),
        (2018, r#"["存在的问题", "改进措施"]"#, &["## 五、存在的主要问题及改进情况", "### 存在的问题", "### 改进措施"]),
        (2021, r#"["概述", "主动公开情况", "复议诉讼情况"]"#, &["## 一、概述", "## 二、主动公开情况"]),
        (
            2021,
            r#"["主动公开", "收费及减免情况"]"#,
            &["## 二、主动公开", "## 六、其他需要报告的事项", "### 收费及减免情况"],
        ),
        (2021, r#"["一、总体情况", "标题", "发布日期"]"#, &["## 一、总体情况"]),
        (2021, r#"[{ name = "概况", optional = true }, "人员情况"]"#, &["## 一、人员情况", "## 二、总体情况"]),
        (2021, "[]", &["## 一、总体情况"]),
    ] {
        let project = project(&[]);
        project.replace("catalogue/report.toml", "elements = [\"标题\"]", &format!("elements = {elements}"));
        project.replace("catalogue/report.toml", "since = 2021-01-01", &format!("since = {year}-01-01"));
        project.replace("catalogue/site.toml", "as_of = 2024-01-25", &format!("as_of = {}-04-25", year + 1));
        let draft = drafted(&project, year, "md");
        for heading in wanted {
            assert!(draft.lines().any(|it| it == *heading), "{heading}: {draft}");
        }
        project.write(&format!("content/{}/年报.md", year + 1), filled(&draft, year));
        let said = run(project.root(), ["check", "--format", "concise"]).out;
        let told = |it: &&str| it.contains("GK0205") || it.contains("GK13") && !it.contains("GK1304");
        assert_eq!(said.lines().filter(told).collect::<Vec<_>>(), Vec::<&str>::new(), "{year} {elements}: {draft}");
    }
}
