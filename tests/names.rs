//! After `names_until` no byte of the site holds a name, however a clerk wrote it and wherever it stood; until then it is shown.

use gongkai::internals::{
    compile::{Options, analyze, load_theme},
    day::Day,
    emit::Theme,
    publish::publish,
    resolve::Numbering,
    world::{MemoryCache, MemorySite, MemoryWorld},
};
use proptest::prelude::*;

use super::support::{
    binary::run,
    files::{assert_same, tree},
    library::base,
    project::Project,
    readable::{holding, readable},
    workbook::{docx, rows, workbook},
};

const NOTICE: &str = "content/2018/公示.md";

/// The last day for names, and the day after.
const UNTIL: &str = "2018-12-20";
const AFTER: &str = "2018-12-21";

/// The names that are planted; each test of a variant looks for all of them.
const NAMES: [&str; 2] = ["张三丰", "李四光"];

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// A notice with names until [`UNTIL`]: `keys` besides, then `body`.
fn notice(keys: &str, body: &str) -> MemoryWorld {
    let mut world = base();
    let site = String::from_utf8(world.get("catalogue/site.toml").expect("there").to_vec()).expect("UTF-8");
    world.write("catalogue/site.toml", site.replace("as_of = 2018-12-31\n", ""));
    let title = if keys.contains("title = ") { "" } else { "title = \"拟录用人员公示\"\n" };
    let kind = if keys.contains("kind = ") { "" } else { "kind = \"notice\"\n" };
    let summary = if keys.contains("summary = ") { "" } else { "summary = \"公示拟录用人员。\"\n" };
    let (keys, tables) =
        keys.split_at(keys.find('[').filter(|at| *at == 0 || keys[..*at].ends_with('\n')).unwrap_or(keys.len()));
    world.write(
        NOTICE,
        format!(
            "+++\n{title}item = \"policy/notices\"\n{kind}made = 2018-12-10\npublished = 2018-12-11\nopens = 2018-12-12\n\
             closes = 2018-12-20\nnames_until = {UNTIL}\n{summary}{keys}\n[review]\nsecrecy = {{ by = \"保密员\", on = 2018-12-10 }}\n\
             {tables}\n+++\n{body}\n"
        ),
    );
    world
}

type Told = Vec<(&'static str, String)>;

/// What is told of `world` on `on`, and its site after `before`; none where something stops it.
fn build(world: &MemoryWorld, on: &str, cache: &MemoryCache, before: MemorySite) -> (Told, Option<MemorySite>) {
    let options =
        Options { as_of: Some(day(on)), numbering: Numbering::Write, merged: false, pages: true, search: true };
    let (analysis, _) = analyze(world, &options, Some(cache), &()).expect("memory does not fail");
    let theme = load_theme(world, &analysis.model.site).expect("the built-in theme is there");
    let plan = analysis.plan(&theme);
    let report = plan.report();
    let told = report.diagnostics.iter().map(|it| (it.finding.rule.code, it.finding.message.zh.clone())).collect();
    if report.stops() {
        return (told, None);
    }
    let site = MemorySite::after(before);
    let theme: &Theme = theme.theme.as_ref().expect("the built-in theme has no fault");
    publish(&plan, theme, world, &site, &()).expect("memory does not fail");
    (told, Some(site))
}

fn fresh(world: &MemoryWorld, on: &str) -> (Told, MemorySite) {
    let (told, site) = build(world, on, &MemoryCache::default(), MemorySite::default());
    let site = site.unwrap_or_else(|| panic!("stopped: {told:?}"));
    (told, site)
}

/// The page of the notice, which is the later of two entries.
fn page(site: &MemorySite) -> String {
    String::from_utf8(site.file("/bureau/2018/00002.html").expect("a page")).expect("UTF-8")
}

/// How notices print names: keys, body.
const VARIANTS: [(&str, &str); 60] = [
    ("", "| 序号 | 姓名 | 准考证号 |\n| --- | --- | --- |\n| 1 | 张三丰 | 1001 |\n| 2 | 李四光 | 1002 |"),
    ("", "| 姓　名 | 岗位 |\n| --- | --- |\n| 张 三 丰 | 甲 |\n| 李　四　光 | 乙 |"),
    ("", "| 序号 | 姓名 | 序号 | 姓名 |\n| --- | --- | --- | --- |\n| 1 | 张三丰 | 2 | 李四光 |"),
    (
        "",
        "| 姓名 | 张三丰 | 性别 | 男 |\n| --- | --- | --- | --- |\n| 推荐人 | 李四光 | 单位 | 示例局 |\n\n联系人：李四光",
    ),
    ("", "| 申请人 | 金额 |\n| --- | --- |\n| 张三丰 | 100 |\n| 李四光 | 200 |"),
    ("", "| 序号 | 拟补助户 |\n| --- | --- |\n| 1 | 张三丰 |\n| 2 | 李四光 |"),
    (
        "",
        "<table><tr><th>姓名</th><th>村</th></tr><tr><td>张三丰</td><td>一</td></tr><tr><td>李四光</td><td>二</td></tr></table>",
    ),
    (
        "",
        "<table><tr><td><b>姓名</b></td></tr><tr><td>张<i>三</i>丰</td></tr><tr><td><span>李四</span>光</td></tr></table>",
    ),
    ("", "拟录用人员名单：张三丰、李四光"),
    ("", "拟录用人员（共2名）：张三丰　李四光"),
    ("", "现将名单公示如下：\n\n张三丰、李四光"),
    ("", "现将名单公示如下：\n\n张三丰\n\n李四光"),
    ("", "名单\n\n1. 张三丰\n2. 李四光"),
    ("", "- 张三丰（示例局）\n- 李四光（示例局）"),
    ("", "姓名：张三丰 性别：男\n\n姓名：李四光 性别：女"),
    ("", "当事人：张三丰，男，汉族。\n\n当事人：李四光，女。"),
    (
        "",
        "张三丰，男，汉族，1975年3月生，现任示例局副局长，拟任示例局局长。\n\n李四光（女，1980年生），拟任示例局副局长。",
    ),
    ("", "经研究，拟录用张三丰、李四光为示例局工作人员。"),
    ("", "经研究，拟任命张三丰同志为示例局局长，李四光同志为副局长。"),
    ("", "经研究，决定授予张三丰、李四光、王五等3人先进个人称号。"),
    ("", "拟录用人员：**张三丰**、*李四光*"),
    ("", "拟录用人员：**张**三丰、李`四光`"),
    ("", "拟录用人员：张&#19977;丰、&#26446;四光"),
    ("", "拟录用人员：张<!-- -->三丰、李<b></b>四光"),
    ("", "拟录用人员：张&#8203;三丰、李&nbsp;四光"),
    ("", "拟录用人员：张三丰、李四\n光"),
    ("", "拟录用人员：[张三丰](https://www.gov.cn/)、李四光"),
    ("", "> 拟录用人员：张三丰、李四光\n\n## 张三丰的材料\n\n李四光的材料[^1]。\n\n[^1]: 张三丰提供。"),
    ("", "姓名：张三丰\n\n姓名：李四光\n\n```\n张三丰 李四光\n```"),
    ("", "姓名：张三丰\n\n姓名：李四光\n\n![张三丰和李四光](https://www.gov.cn/a.png)"),
    ("", "姓名：张三丰\n\n姓名：李四光\n\n<abbr title=\"张三丰\">张</abbr>"),
    ("", "姓名：张三丰\n\n姓名：李四光\n\n[照片](https://www.gov.cn/%E5%BC%A0%E4%B8%89%E4%B8%B0.html)"),
    ("title = \"关于拟录用张三丰等2人的公示\"\n", "| 姓名 |\n| --- |\n| 张三丰 |\n| 李四光 |"),
    ("summary = \"公示张三丰、李四光两人。\"\n", "| 姓名 |\n| --- |\n| 张三丰 |\n| 李四光 |"),
    ("keywords = [\"张三丰\", \"李四光\"]\n", "| 姓名 |\n| --- |\n| 张三丰 |\n| 李四光 |"),
    ("contact = \"李四光 0797-8000000\"\n", "| 姓名 |\n| --- |\n| 张三丰 |\n| 李四光 |"),
    (
        "revised = [{ on = 2018-12-10, what = \"更正张三丰、李四光的单位\" }]\n",
        "| 姓名 |\n| --- |\n| 张三丰 |\n| 李四光 |",
    ),
    ("[elements]\n\"正文\" = \"张三丰、李四光\"\n\"李四光\" = \"甲\"\n", "| 姓名 |\n| --- |\n| 张三丰 |\n| 李四光 |"),
    (
        "[[channels]]\nchannel = \"两微一端\"\nurl = \"https://www.gov.cn/?q=张三丰\"\non = 2018-12-12\n",
        "姓名：张三丰\n\n姓名：李四光",
    ),
    (
        "title = \"热依汗同志任前公示\"\nsummary = \"张三丰、李四光。\"\n",
        "某单位副局长热依汗同志拟任局长。张三丰 李四光",
    ),
    ("", "本局副局长张三丰拟任局长，李四光拟任副局长。"),
    ("", "获得荣誉称号的是本局张三丰和李四光。"),
    ("", "现将名单公示如下：\n\n| 1 | 张三丰 | 2 | 李四光 |\n| --- | --- | --- | --- |\n| 3 | 王小明 | 4 | 赵大海 |"),
    ("", "一等奖：张三丰\n\n二等奖：李四光"),
    ("", "姓名：张三丰 性别：男 姓名：李四光 性别：女"),
    ("", "现将张三丰、李四光2名同志的情况公示如下。"),
    ("", "姓名 张三丰\n\n姓名 李四光"),
    ("", "### 张三丰\n\n男，1975年3月出生。\n\n### 李四光\n\n女，1980年3月出生。"),
    ("", "| 单位 | 推荐人选 |\n| --- | --- |\n| 示例局 | 张三丰、李四光 |"),
    ("", "| 岗位 | 第一名 | 第二名 |\n| --- | --- | --- |\n| 甲 | 张三丰 | 王五 |\n| 乙 | 赵六 | 李四光 |"),
    ("", "| 户主姓名 | 家庭成员 |\n| --- | --- |\n| 张三丰 | 李四光、张小明 |"),
    (
        "",
        "<table><tr><th>单位</th><th>姓名</th></tr><tr><td rowspan=\"2\">示例局</td><td>张三丰</td></tr><tr><td>李四光</td></tr></table>",
    ),
    ("", "序号 姓名 单位\n1 张三丰 示例局\n2 李四光 示例局"),
    ("", "```\n序号  姓名    单位\n1     张三丰  示例局\n2     李四光  示例局\n```"),
    ("", "| | 拟录用人员<br>（姓名） |\n| --- | --- |\n| 1 | 张三丰 |\n| 2 | 李四光 |"),
    ("", "| 项目负责人 | 参与人员 |\n| --- | --- |\n| 张三丰 | 李四光<br>王五 |"),
    ("", "被处罚人：张三丰，身份证号：3607\\*\\*\\*\\*1234。法定代表人：李四光"),
    ("", "兹有我局职工张三丰、李四光申请工伤认定。"),
    ("kind = \"personnel\"\n", "拟录用人员：张三丰、李四光"),
    ("", "1、张三丰　示例局科员\n2、李四光　示例局科员"),
];

#[test]
fn names_are_shown_until_the_day_and_gone_on_the_next() {
    let mut leaks = Vec::new();
    for (keys, body) in VARIANTS {
        let world = notice(keys, body);
        let cache = MemoryCache::default();
        let (told, before) = build(&world, UNTIL, &cache, MemorySite::default());
        let before = before.unwrap_or_else(|| panic!("{body}: {told:?}"));
        assert!(!holding(&before, &NAMES).is_empty(), "shown until the day: {body}");
        let (told, after) = build(&world, AFTER, &cache, before);
        let after = after.unwrap_or_else(|| panic!("{body}: {told:?}"));
        let held = holding(&after, &NAMES);
        if !held.is_empty() {
            leaks.push((keys, body, held));
        }
        assert!(page(&after).contains("姓名公示到 2018-12-20 为止"), "{body}");
        // Warm is cold.
        let (_, cold) = fresh(&world, AFTER);
        assert_eq!(after.paths(), cold.paths(), "{body}");
        for path in cold.paths() {
            assert!(after.file(&path) == cold.file(&path), "{path} of {body}");
        }
    }
    assert!(leaks.is_empty(), "{leaks:#?}");
}

/// A notice whose names stand in a file: its name, its bytes.
fn with_file(name: &str, bytes: impl Into<Vec<u8>>, keys: &str, body: &str) -> MemoryWorld {
    let mut world = notice(keys, body);
    world.write(format!("content/2018/{name}"), bytes.into());
    world
}

#[test]
fn files_with_names_are_not_offered_any_more() {
    let list = rows(&[&["序号", "姓名"], &["1", "张三丰"], &["2", "李四光"]]);
    let csv = "序号,姓名\n1,张三丰\n2,李四光\n";
    let listed = |name: &str| format!("attachments = [\"{name}\"]\n");
    let pdf = b"%PDF-1.4\n/Font\n%%EOF".to_vec();
    for (name, bytes) in [
        ("名单.csv", csv.as_bytes().to_vec()),
        ("list.csv", csv.as_bytes().to_vec()),
        ("名单.xlsx", workbook(&[("表", "", &list)])),
        ("名单.docx", docx(&["拟录用人员名单", "张三丰", "李四光"])),
        ("名单.txt", "拟录用人员：张三丰、李四光".into()),
        ("名单.pdf", pdf),
        ("图.png", b"\x89PNG\r\n\x1a\n0000".to_vec()),
    ] {
        for (keys, body) in [
            (listed(name), format!("名单见附件。张三丰、李四光、王五等3人。[名单]({name})")),
            (String::new(), format!("拟录用人员：张三丰、李四光。\n\n[名单]({name})")),
        ] {
            let world = with_file(name, bytes.clone(), &keys, &body);
            let (_, before) = fresh(&world, UNTIL);
            let ending = name.rsplit('.').next().expect("an ending");
            let published = |site: &MemorySite| {
                site.paths().iter().filter(|it| it.starts_with("bureau/") && it.ends_with(ending)).count()
            };
            assert_eq!(published(&before), 1, "{name} is there until the day");
            let (told, after) = fresh(&world, AFTER);
            assert_eq!(published(&after), 0, "{name}");
            assert_eq!(holding(&after, &NAMES), Vec::<String>::new(), "{name}: {told:?}");
            assert!(page(&after).contains("自 2018-12-21 起不再提供"), "{name}: {}", page(&after));
        }
    }
}

#[test]
fn names_that_stand_in_a_file_only_go_from_the_text_too() {
    let world = with_file(
        "名单.csv",
        "序号,姓名\n1,张三丰\n2,李四光\n",
        "attachments = [\"名单.csv\"]\nsummary = \"第一名是张三丰。\"\n",
        "总成绩第一的考生来自张三丰所在的示例局，名单见附件。",
    );
    let (_, after) = fresh(&world, AFTER);
    assert_eq!(holding(&after, &NAMES), Vec::<String>::new());
    assert!(
        page(&after).contains("第一名是〔姓名已隐去〕。") && page(&after).contains("来自〔姓名已隐去〕所在的示例局")
    );
}

#[test]
fn files_without_names_stay_where_they_were() {
    let mut world = with_file(
        "表.docx",
        docx(&["申请表", "姓名：", "单位：", "时间："]),
        "attachments = [\"名单.csv\", \"表.docx\"]\n",
        "名单见附件。",
    );
    world.write("content/2018/名单.csv", "序号,姓名\n1,张三丰\n");
    let find = |site: &MemorySite, ending: &str| {
        site.paths().into_iter().filter(|it| !it.contains("api/v1/")).find(|it| it.rsplit('.').next() == Some(ending))
    };
    let (_, before) = fresh(&world, UNTIL);
    let (_, after) = fresh(&world, AFTER);
    assert_eq!((find(&before, "docx").is_some(), find(&before, "docx")), (true, find(&after, "docx")));
    assert!(find(&before, "csv").is_some() && find(&after, "csv").is_none());
}

#[test]
fn the_entrys_own_table_stays_without_names() {
    let mut world = notice("[table]\nfile = \"名单.csv\"\n", "公示如下。");
    world.write("content/2018/名单.csv", "序号,姓名,成绩\n1,张三丰,90\n2,李四光,88\n3,阿依古丽,80\n");
    let (_, before) = fresh(&world, UNTIL);
    assert!(page(&before).contains("张三丰") && page(&before).contains("阿依古丽"));
    let (_, after) = fresh(&world, AFTER);
    let page = page(&after);
    assert!(page.contains("成绩") && page.contains("90") && page.matches("〔姓名已隐去〕").count() == 3, "{page}");
    assert_eq!(holding(&after, &["张三丰", "李四光", "阿依古丽"]), Vec::<String>::new());
    assert!(page.contains("因载有姓名，公示期满，自 2018-12-21 起不再提供"));
}

#[test]
fn what_cannot_be_hidden_is_told_before_and_goes_whole_after() {
    for body in
        ["本局副局长热依汗同志拟任局长。", "获奖的是本局一位职工。", "姓名：张三丰\n\n<abbr title=\"张三丰\">张</abbr>"]
    {
        let world = notice("", body);
        let (told, before) = fresh(&world, UNTIL);
        assert!(
            told.iter().any(|it| it.0 == "GK0412" && it.1.contains("2018-12-21 起正文整篇不再显示")),
            "{body}: {told:?}"
        );
        let text = body.lines().next().expect("a line");
        assert!(page(&before).contains(text));
        let (told, after) = fresh(&world, AFTER);
        assert!(told.iter().any(|it| it.0 == "GK0412" && it.1.contains("正文整篇不再显示")), "{body}: {told:?}");
        assert!(
            !page(&after).contains(text) && page(&after).contains("姓名和载有姓名的正文不再显示"),
            "{}",
            page(&after)
        );
    }
    let world =
        with_file("名单.pdf", b"%PDF-1.4\n/Font\n%%EOF".to_vec(), "attachments = [\"名单.pdf\"]\n", "姓名：张三丰");
    assert!(fresh(&world, UNTIL).0.iter().any(|it| it.0 == "GK0412" && it.1.contains("名单.pdf")));
    // What is surely hidden needs no word.
    let world = notice("", VARIANTS[0].1);
    for on in [UNTIL, AFTER] {
        assert!(fresh(&world, on).0.iter().all(|it| it.0 != "GK0412"), "{on}");
    }
}

#[test]
fn names_go_in_any_script_and_with_those_beside_them() {
    let table = "| 姓名 |\n| --- |\n| 张三丰 |\n| 李四光 |";
    for (text, left) in [
        ("經張三豐同意。", "張三豐"),
        ("见 Zhang Sanfeng 的材料。", "Sanfeng"),
        ("See Sanfeng Zhang.", "Sanfeng"),
        ("与张三丰、王小明一并办理。", "王小明"),
        ("由热依汗和李四光办理。", "热依汗"),
    ] {
        let (_, before) = fresh(&notice("", &format!("{table}\n\n{text}")), UNTIL);
        assert!(page(&before).contains(left), "{text}");
        let (told, after) = fresh(&notice("", &format!("{table}\n\n{text}")), AFTER);
        assert_eq!(holding(&after, &[left]), Vec::<String>::new(), "{text}: {told:?}");
        assert!(page(&after).contains("〔姓名已隐去〕"), "{text}");
    }
    // A file that is called by a name is not offered.
    let keys = "attachments = [\"zhangsanfeng.docx\"]\n";
    let world = with_file("zhangsanfeng.docx", docx(&["申请表", "单位：示例局"]), keys, table);
    let (_, after) = fresh(&world, AFTER);
    assert_eq!(holding(&after, &["zhangsanfeng"]), Vec::<String>::new());
}

#[test]
fn a_name_in_number_or_address_is_told() {
    let table = "| 姓名 |\n| --- |\n| 张三丰 |\n| 李四光 |";
    for index in ["示例-张三丰-1", "SL-zhangsanfeng-1", "張三豐/2018-1"] {
        let world = notice(&format!("index = \"{index}\"\n"), table);
        for on in [UNTIL, AFTER] {
            let told = build(&world, on, &MemoryCache::default(), MemorySite::default()).0;
            assert!(
                told.iter().any(|it| it.0 == "GK0412" && it.1.contains("索引号或者网址")),
                "{index} {on}: {told:?}"
            );
        }
    }
    let told =
        build(&notice("index = \"SL-2018-1\"\n", table), AFTER, &MemoryCache::default(), MemorySite::default()).0;
    assert!(told.iter().all(|it| it.0 != "GK0412"), "{told:?}");
}

#[test]
fn numbers_and_addresses_do_not_change_with_the_names() {
    let world = notice("title = \"关于拟录用张三丰等2人的公示\"\n", VARIANTS[0].1);
    let options = |on: &str| Options {
        as_of: Some(day(on)),
        numbering: Numbering::Write,
        merged: false,
        pages: true,
        search: true,
    };
    let lock = |on: &str| format!("{:?}", analyze(&world, &options(on), None, &()).expect("memory does not fail").1);
    let lines = |text: String| text.replace(UNTIL, "").replace(AFTER, "");
    assert_eq!(lines(lock(UNTIL)), lines(lock(AFTER)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_name_of_a_column_leaves_in_any_byte(
        surname in "[王李张刘陈杨黄赵吴周]",
        given in "[伟芳娜敏静丽强磊军洋]{1,2}",
        gap in proptest::sample::select(vec!["", " ", "\u{3000}", "\u{200b}", "<!-- -->", "</b>", "&#8203;", "&nbsp;", "`"]),
        tail in "[甲乙丙丁，。：、]{0,8}",
        column in proptest::sample::select(vec!["姓名", "申请人", "户主", "考生姓名", "拟录用人员", "当事人"]),
    ) {
        let name = format!("{surname}{given}");
        let before = if gap == "</b>" { "<b>" } else if gap == "`" { "`" } else { "" };
        let written = format!("{before}{surname}{gap}{given}");
        let body = format!("{tail}{written}{tail}\n\n| {column} | 备注 |\n| --- | --- |\n| {name} | {written} |\n| {written} | {tail} |");
        let (told, site) = build(&notice("", &body), AFTER, &MemoryCache::default(), MemorySite::default());
        if let Some(site) = site {
            prop_assert_eq!(holding(&site, &[&name]), Vec::<String>::new(), "{:?}: {:?}", body, told);
        }
    }
}

#[test]
fn on_disk_a_warm_build_after_the_day_is_a_cold_one_and_the_old_file_is_gone() {
    let make = || {
        let project = Project::base();
        for path in [NOTICE, "catalogue/site.toml"] {
            project.write(path, String::from_utf8(list_of_names().get(path).expect("there").to_vec()).expect("UTF-8"));
        }
        project.write("content/2018/名单.csv", "序号,姓名\n1,张三丰\n2,李四光\n");
        project
    };
    let (warm, cold) = (make(), make());
    run(warm.root(), ["build", "--as-of", UNTIL]).code(0);
    let before = tree(&warm.at("public"));
    assert!(before.keys().any(|it| it.rsplit('.').next() == Some("csv")));
    cold.write("catalogue/index.lock", warm.read("catalogue/index.lock"));
    run(warm.root(), ["build", "--as-of", AFTER]).code(0);
    run(cold.root(), ["build", "--as-of", AFTER]).code(0);
    let after = tree(&warm.at("public"));
    assert_same(&after, &tree(&cold.at("public")));
    for (path, bytes) in &after {
        let text = readable(path, bytes);
        assert!(NAMES.iter().all(|name| !text.contains(name)), "{path}");
    }
    // A name that is added to a file that is no longer offered goes from the text as well.
    warm.write("content/2018/名单.csv", "序号,姓名\n1,张三丰\n2,李四光\n3,夏侯渊明\n");
    warm.replace(NOTICE, "公示如下。", "公示如下，夏侯渊明除外。");
    run(warm.root(), ["build", "--as-of", AFTER]).code(0);
    assert!(tree(&warm.at("public")).iter().all(|(path, bytes)| !readable(path, bytes).contains("夏侯渊明")));
}

/// A notice whose list is its table and its attachment.
fn list_of_names() -> MemoryWorld {
    notice("attachments = [\"名单.csv\"]\n[table]\nfile = \"名单.csv\"\n", "公示如下。\n\n[名单](名单.csv)")
}

/// A line below a table that a tab cuts in two: the name goes, the label and the telephone stay, as where a blank cuts it.
#[test]
fn telephones_of_offices_stay() {
    let list = "| 序号 | 姓名 |\n| --- | --- |\n| 1 | 张三丰 |\n| 2 | 李四光 |";
    for (line, shown) in [
        ("联系人：张科长\t联系电话：0797-7000000", "联系电话：0797-7000000"),
        ("联系人：张科长 联系电话：0797-7000000", "联系电话：0797-7000000"),
        ("联系人：张科长　联系电话：0797-7000000", "联系电话：0797-7000000"),
        ("联系人：张三丰\t咨询电话：0797-7000000", "咨询电话：0797-7000000"),
        ("监督电话：0797-7000000\t联系人：张三丰", "监督电话：0797-7000000"),
        ("办公地址：示例路\t联系电话：0797-7000000\t联系人：李四光", "联系电话：0797-7000000"),
        ("示例局\t联系电话：0797-7000000", "联系电话：0797-7000000"),
    ] {
        for body in
            [format!("{list}\n\n{line}"), format!("{line}\n\n{list}"), format!("{list}\n\n公示完毕。\n\n{line}")]
        {
            let (_, site) = fresh(&notice("", &body), AFTER);
            let page = page(&site);
            assert!(page.contains(shown), "{body}: {page}");
            assert!(!page.contains("张科长") && holding(&site, &NAMES).is_empty(), "{body}: {page}");
        }
    }
}
