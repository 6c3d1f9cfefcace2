//! The gates see what readers see: however a private number is written, it is told before it leaves; masks stay as they are.

use gongkai::internals::{
    compile::{Options, analyze, load_theme},
    emit::Theme,
    publish::publish,
    resolve::Numbering,
    world::{MemoryCache, MemorySite, MemoryWorld},
};
use proptest::prelude::*;

use super::support::library::base;

const ENTRY: &str = "content/2018/通知.md";

/// What was told of `world`, and its site; none where something stops it.
fn build(world: &MemoryWorld) -> (Vec<(&'static str, String)>, Option<MemorySite>) {
    let cache = MemoryCache::default();
    let options = Options { as_of: None, numbering: Numbering::Write, merged: false, pages: true, search: true };
    let (analysis, _) = analyze(world, &options, Some(&cache), &()).expect("memory does not fail");
    let theme = load_theme(world, &analysis.model.site).expect("the built-in theme is there");
    let plan = analysis.plan(&theme);
    let report = plan.report();
    let told = report.diagnostics.iter().map(|it| (it.finding.rule.code, it.finding.message.zh.clone())).collect();
    if report.stops() {
        return (told, None);
    }
    let site = MemorySite::default();
    let theme: &Theme = theme.theme.as_ref().expect("the built-in theme has no fault");
    publish(&plan, theme, world, &site, &()).expect("memory does not fail");
    (told, Some(site))
}

fn codes(world: &MemoryWorld) -> Vec<&'static str> {
    build(world).0.into_iter().map(|it| it.0).collect()
}

/// The base project with `body` for its entry's text, and `changes` made to its front matter.
fn project(body: &str, changes: &[(&str, &str)]) -> MemoryWorld {
    let mut world = base();
    let text = String::from_utf8(world.get(ENTRY).expect("there").to_vec()).expect("UTF-8");
    let end = text.rfind("+++\n").expect("front matter") + 4;
    let mut text = format!("{}{body}\n", &text[..end]);
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    world.write(ENTRY, text);
    world
}

/// The letters of `number`, `between` each two.
fn spread(number: &str, between: &str) -> String {
    number.chars().map(String::from).collect::<Vec<_>>().join(between)
}

/// `number`, `what` put in after `at` letters.
fn split(number: &str, at: usize, what: &str) -> String {
    format!("{}{what}{}", &number[..at], &number[at..])
}

/// Ways to write `number` in Markdown, cut after `at` letters where they cut it once.
fn spellings(number: &str, at: usize) -> Vec<String> {
    let cut = |what: &str| split(number, at, what);
    let codes = |form: &dyn Fn(u32) -> String| number.chars().map(|char| form(char.into())).collect::<String>();
    let wide: String = number.chars().map(|char| char::from_u32(u32::from(char) + 0xfee0).unwrap_or(char)).collect();
    let (head, tail) = number.split_at(at);
    let row = spread(number, " | ");
    let rule = spread(&"-".repeat(number.len()), " | ");
    vec![
        number.to_owned(),
        wide,
        codes(&|code| format!("&#{code};")),
        codes(&|code| format!("&#x{code:X};")),
        format!("{head}&#{};{}", u32::from(tail.as_bytes()[0]), &tail[1..]),
        cut("<!-- -->"),
        cut("<!-- 1 -->"),
        cut("<b></b>"),
        format!("{head}<b>{tail}</b>"),
        format!("<span>{head}</span><span>{tail}</span>"),
        format!("{head}<span style=\"color:red\">{tail}</span>"),
        format!("<font>{head}</font>{tail}"),
        format!("**{head}**{tail}"),
        format!("{head}**{tail}**"),
        format!("`{head}`{tail}"),
        format!("`{number}`"),
        format!("[{head}](a.md){tail}").replace("a.md", "https://www.gov.cn/"),
        format!("[{number}](https://www.gov.cn/)"),
        format!("~~{head}~~{tail}"),
        format!("<u>{head}</u>{tail}"),
        format!("<code>{head}</code><code>{tail}</code>"),
        cut("\\\n"),
        cut("  \n"),
        cut("<br>"),
        cut("\u{a0}"),
        cut("&nbsp;"),
        cut("&ensp;"),
        cut("&#8203;"),
        cut("&shy;"),
        cut("\n"),
        cut("\n> ").replacen(head, &format!("> {head}"), 1),
        format!(
            "<table><tr>{}</tr></table>",
            number.chars().fold(String::new(), |all, c| all + &format!("<td>{c}</td>"))
        ),
        format!("| {row} |\n| {rule} |\n| 甲 |"),
        format!("| 号 |\n| --- |\n| {number} |"),
        format!("| **{}** |\n| {rule} |", spread(number, "** | **")),
        format!("- {number}"),
        format!("# 一\n\n## {number}"),
        format!("见注[^1]。\n\n[^1]: {number}"),
        format!("![{number}](https://www.gov.cn/a.png)"),
        format!("<abbr title=\"{number}\">甲</abbr>"),
        format!("<details><summary>{head}<i>{tail}</i></summary></details>"),
        format!("```\n{number}\n```"),
        format!("{head}<sup>{tail}</sup>"),
        format!("{head}<mark>{tail}</mark>"),
        cut("\t"),
        cut("<wbr>"),
        cut("&#9;"),
        cut("&#10;"),
        cut("&zwnj;"),
        cut("&NoBreak;"),
        cut("\\-"),
        cut("\u{2011}"),
        cut("\u{2013}"),
        cut("\u{2003}"),
        cut("<ins></ins>"),
        cut("<!--\n-->"),
        cut("[](https://www.gov.cn/)"),
        format!("*{head}*{tail}"),
        format!("<del>{head}</del><ins>{tail}</ins>"),
        format!("<{number}>"),
        format!("[甲](mailto:{number}@gov.cn)"),
        format!("[甲](https://www.gov.cn/?id={number})"),
        format!("[甲](https://www.gov.cn/ \"{number}\")"),
        format!("[甲][一]\n\n[一]: https://www.gov.cn/{number}"),
        format!("<a href=\"https://www.gov.cn/#{number}\">甲</a>"),
        format!("<img src=\"https://www.gov.cn/a.png\" alt=\"{number}\">"),
        format!("<p id=\"n{number}\">甲</p>"),
        format!("    {number}"),
        format!("~~~\n{head}\n{tail}\n~~~"),
        format!("1. {number}"),
        format!("- [x] {number}"),
        format!("> {number}"),
        format!("甲\n: {number}"),
        format!("{number}\n==="),
        number.to_lowercase(),
        format!("*{number}*"),
        format!("**{number}**"),
        format!("***{number}***"),
        format!("_{number}_"),
        format!("__{number}__"),
        format!("~~{number}~~"),
        format!("证_{number}_号"),
        format!("\\*{number}\\*"),
        format!("“{number}”"),
        format!("$={number}$"),
        format!("证件号={number}"),
    ]
}

/// Does a byte of `site` hold `number`, as it stands or between tags?
fn holds(site: &MemorySite, number: &str) -> Option<String> {
    site.paths().into_iter().find(|path| {
        let text = String::from_utf8_lossy(&site.file(path).unwrap_or_default()).into_owned();
        let mut bare = String::new();
        let mut inside = false;
        for char in text.chars() {
            match char {
                '<' => inside = true,
                '>' => inside = false,
                char if !inside && char.is_alphanumeric() => bare.push(char),
                _ => {}
            }
        }
        text.contains(number) || bare.contains(number)
    })
}

const IDENTITY: &str = "11010519491231002X";
const MOBILE: &str = "13800000000";
const CARD: &str = "6222000000000000004";

#[test]
fn however_a_private_number_is_written_it_is_told() {
    let mut missed = Vec::new();
    for (number, code, label, at) in
        [(IDENTITY, "GK0801", "证件", 6), (MOBILE, "GK0802", "电话", 5), (CARD, "GK0803", "张三的银行卡号", 7)]
    {
        for (place, spelling) in spellings(number, at).into_iter().enumerate() {
            let world = project(&format!("{label}\n{spelling}"), &[]);
            let (told, site) = build(&world);
            let same_line = project(&format!("{label}：{spelling}\n\n结尾。"), &[]);
            let told_there = build(&same_line).0;
            let block = spelling.starts_with(['|', '#', '>', '`', '-', '<', '!']);
            // An address may hold any digits, and other groups are no telephone's: only what has a check character is known there.
            let is_judged = code == "GK0801" || place < 44;
            if is_judged && !told.iter().any(|it| it.0 == code) && (block || !told_there.iter().any(|it| it.0 == code))
            {
                missed.push(format!("{code} {spelling:?}: {told:?}"));
            }
            if code == "GK0801" && site.is_some() {
                missed.push(format!("{spelling:?} does not stop"));
            }
            let said = told.iter().any(|it| it.1.contains(number));
            assert!(!said, "no finding repeats it: {told:?}");
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn numbers_in_values_names_and_files_are_told() {
    let escaped = "\\u0031\\u0031010519491231002X";
    let title = ("关于做好夏季防汛工作的通知", format!("对{escaped}的通知"));
    let summary = ("部署夏季防汛值守", format!("发给{escaped}"));
    for (from, to) in [title, summary] {
        assert!(codes(&project("正文。", &[(from, &to)])).contains(&"GK0801"), "{to}");
    }
    for csv in [
        "张三,11010519491231002X\n",
        "11010519491231002X",
        "名单（11010519491231002X）,,\n姓名,村\n张*,一\n",
        "姓名,学籍编码\n张*,11010519491231002X\n",
        "1,1,0,1,0,5,1,9,4,9,1,2,3,1,0,0,2,X\n",
    ] {
        for gbk in [false, true] {
            let bytes = if gbk { encoding_rs::GBK.encode(csv).0.into_owned() } else { csv.as_bytes().to_vec() };
            let mut world = project("见[名单](名单.csv)。", &[]);
            world.write("content/2018/名单.csv", bytes.clone());
            assert!(codes(&world).contains(&"GK0801"), "{csv}");
            let mut world = project("正文。", &[("[review]", "[table]\nfile = \"名单.csv\"\n[review]")]);
            world.write("content/2018/名单.csv", bytes);
            assert!(codes(&world).contains(&"GK0801"), "{csv}");
        }
    }
    let mut world = project("见[表](表11010519491231002X.txt)。", &[]);
    world.write("content/2018/表11010519491231002X.txt", "表");
    assert!(codes(&world).contains(&"GK0801"));
    let mut world = base();
    world.write("catalogue/a.toml", "[[synonym]]\nwords = [\"\\u0031\\u0031010519491231002X\"]\n");
    assert!(codes(&world).contains(&"GK0801"), "{:?}", codes(&world));
}

#[test]
fn only_the_type_of_a_column_exempts_it() {
    let register = |kind: &str| {
        format!(
            "[[register]]\nid = \"own\"\ntitle = \"名单\"\ncolumns = [{{ name = \"名称\" }}, {{ name = \"登记\", type = \"{kind}\" }}]\n"
        )
    };
    for (kind, told) in [("编码", false), ("统一社会信用代码", false), ("文本", true), ("电话", true)] {
        let mut world =
            project("正文。", &[("[review]", "[table]\nfile = \"名单.csv\"\nregister = \"own\"\n[review]")]);
        world.write("catalogue/own.toml", register(kind));
        world.write("content/2018/名单.csv", "名称,登记\n甲,11010519491231002X\n");
        assert_eq!(codes(&world).contains(&"GK0801"), told, "{kind}");
    }
}

#[test]
fn marks_of_secrecy_are_told_wherever_they_would_be_published() {
    for (from, to) in [
        ("部署夏季防汛值守、巡查和物资储备。", "机密★10年"),
        ("部署夏季防汛值守、巡查和物资储备。", "秘密　关于防汛的通知"),
        ("关于做好夏季防汛工作的通知", "绝密"),
        ("关于做好夏季防汛工作的通知", "内部资料 注意保存"),
    ] {
        assert!(codes(&project("正文。", &[(from, to)])).contains(&"GK0702"), "{to}");
    }
    for body in ["<p>绝密</p>", "<div><b>机密</b>★10年</div>", "[秘密](https://www.gov.cn/)\n\n正文", "绝<b></b>密"]
    {
        assert!(codes(&project(body, &[])).contains(&"GK0702"), "{body}");
    }
    for csv in ["\"绝密\",1\n甲,乙\n", "机密★10年\n", "名称,密级\n甲,\"机密★10年\"\n"] {
        let mut world = project("见[表](表.csv)。", &[]);
        world.write("content/2018/表.csv", csv);
        assert!(codes(&world).contains(&"GK0702"), "{csv}");
    }
    let mut world = base();
    let items = String::from_utf8(world.get("catalogue/items.toml").expect("there").to_vec()).expect("UTF-8");
    world.write("catalogue/items.toml", items.replace("title = \"部门文件\"", "title = \"机密★10年\""));
    assert!(codes(&world).contains(&"GK0702"));
    for body in ["保守国家秘密，人人有责。", "<p>属于国家秘密的，不予公开。</p>", "标注<b>“机密★10年”</b>字样。"]
    {
        assert_eq!(codes(&project(body, &[])), Vec::<&str>::new(), "{body}");
    }
}

#[test]
fn masks_stand_in_every_output_as_they_are_written() {
    let masks = ["张*、李*", "138****2345、139****1111", "1101**********002X和3607**********1234", "李**、王**"];
    for mask in masks {
        let text = format!(
            "电话：{mask}。\n\n## 名单{mask}\n\n| 名单 | {mask} |\n| --- | --- |\n| {mask} | 甲 |\n\n[{mask}](https://www.gov.cn/)"
        );
        let world = project(
            &text,
            &[
                ("关于做好夏季防汛工作的通知", &format!("关于{mask}的通知")),
                ("部署夏季防汛值守、巡查和物资储备。", &format!("公布{mask}。")),
            ],
        );
        let (told, site) = build(&world);
        let site = site.unwrap_or_else(|| panic!("{mask}: {told:?}"));
        let page = String::from_utf8(site.file("/bureau/2018/00001.html").expect("a page")).expect("UTF-8");
        assert!(page.matches(mask).count() > 6 && !page.contains("<em>"), "{mask}: {page}");
        let with = |ending: &str| {
            site.paths()
                .into_iter()
                .filter(|it| it.ends_with(ending))
                .filter(|path| String::from_utf8_lossy(&site.file(path).expect("a file")).contains(mask))
                .count()
        };
        assert!(with(".json") > 0 && with(".xml") > 0, "{mask}");
    }
}

#[test]
fn reviews_that_were_none_stop() {
    for (by, on, stops) in [
        ("保密员", "2018-06-21", false),
        ("某局保密办", "2018-06-21", false),
        ("……", "2018-06-21", true),
        ("待定", "2018-06-21", true),
        ("未审查", "2018-06-21", true),
        ("某某", "2018-06-21", true),
        ("保密员", "2019-06-21", true),
    ] {
        let world = project("正文。", &[("by = \"保密员\", on = 2018-06-21", &format!("by = \"{by}\", on = {on}"))]);
        let (told, site) = build(&world);
        assert_eq!(told.iter().any(|it| it.0 == "GK2002"), stops, "{by} {on}: {told:?}");
        assert_eq!(site.is_none(), stops, "{by} {on}: {told:?}");
    }
    let revised = "revised = [{ on = 2018-07-01, what = \"改正\" }]\n[review]";
    assert!(codes(&project("正文。", &[("[review]", revised)])).contains(&"GK2002"));
    for text in ["地址：（待填写）", "| 电话 | （待填写） |\n| --- | --- |", "投诉电话：待填写"]
    {
        assert!(codes(&project(text, &[])).contains(&"GK2001"), "{text}");
    }
    assert_eq!(codes(&project("有关情况待核实后公布。", &[])), Vec::<&str>::new());
}

#[test]
fn a_wrong_check_character_is_told_at_the_organisation() {
    for (code, told) in [
        ("11360700MB00000002", false),
        ("11360700MB00000003", true),
        ("000014349", false),
        ("000014348", true),
        ("B00010", false),
    ] {
        let mut world = base();
        let text = String::from_utf8(world.get("catalogue/organisation.toml").expect("there").to_vec()).expect("UTF-8");
        world.write("catalogue/organisation.toml", text.replacen("id = ", &format!("code = \"{code}\"\nid = "), 1));
        let found = codes(&world);
        assert_eq!(found.contains(&"GK0303"), told, "{code}: {found:?}");
    }
}

#[test]
fn links_that_nobody_can_open_are_told() {
    for body in [
        "[申请表](C:\\Users\\x\\申请表.docx)",
        "[名单](D:/名单.xlsx)",
        "![流程图](file:///C:/流程图.png)",
        "<p><a href=\"file:///C:/a.docx\">本地</a></p>",
        "<p><img src=\"file:///C:/clip_image002.jpg\" alt=\"图\"></p>",
        "<a href=\"\\\\server\\a.docx\">本地</a>",
        "见[第三条](#第三条)。\n\n## 总则",
        "见<a href=\"#附则\">附则</a>。\n\n## 总则",
        "见[甲](#%E7%94%B2)。\n\n## 总则",
    ] {
        assert_eq!(codes(&project(body, &[])), ["GK1401"], "{body}");
    }
    for body in [
        "见[总则](#总则)。\n\n## 总则",
        "见[总则](#%E6%80%BB%E5%88%99)。\n\n## 总则",
        "见[总则](#一总则)、[总则](#一、总则)、[总则](通知.md#一总则)、[总则](通知.md#一、总则)。\n\n## 一、总则",
        "见<a href=\"#附则\">附则</a>。\n\n<p id=\"附则\">附则</p>",
        "回到[页首](#)。",
        "见[^1]。\n\n[^1]: 注。",
    ] {
        assert_eq!(codes(&project(body, &[])), Vec::<&str>::new(), "{body}");
    }
}

#[test]
fn what_says_nothing_is_told() {
    for body in ["", "   ", "\u{3000}\u{3000}", "\u{a0}\n\n&nbsp;", "&#8203;"] {
        assert!(codes(&project(body, &[])).contains(&"GK0313"), "{body:?}");
    }
    let elements = "[elements]\n\"标题\" = \" \"\n\"正文\" = \"\u{3000}\"\n[review]";
    assert!(codes(&project(" ", &[("[review]", elements)])).contains(&"GK0313"));
    let mut world = project("见[附件](附件.txt)。", &[]);
    world.write("content/2018/附件.txt", "");
    assert!(codes(&world).contains(&"GK0313"), "{:?}", codes(&world));
}

#[test]
fn what_readers_will_not_find_is_no_reference() {
    let mut world = project(
        "正文。",
        &[("[review]", "replaced_by = \"2018/新\"\nvalidity = \"废止\"\nsince = 2018-07-01\n[review]")],
    );
    let text = String::from_utf8(world.get(ENTRY).expect("there").to_vec()).expect("UTF-8");
    let draft = text
        .replace("replaced_by = \"2018/新\"\nvalidity = \"废止\"\nsince = 2018-07-01\n", "draft = true\n")
        .replace("1号", "2号");
    world.write("content/2018/新.md", draft);
    assert!(codes(&world).contains(&"GK0009"), "{:?}", codes(&world));
}

#[test]
fn names_alike_under_full_case_folding_collide() {
    for (one, other) in [("straße.txt", "STRASSE.txt"), ("ﬁn.txt", "FIN.txt"), ("A.txt", "a.txt")] {
        let mut world = base();
        world.write(format!("content/{one}"), "a");
        world.write(format!("content/{other}"), "b");
        assert!(codes(&world).contains(&"GK0011"), "{one}");
    }
}

#[test]
fn old_quotations_keep_their_brackets() {
    for (number, told) in [
        ("国办发(1985)49号", false),
        ("国办发[2004]10号", false),
        ("国办发（2019）14号", true),
        ("赣府发【2018】9号", true),
    ] {
        assert_eq!(
            codes(&project(&format!("根据《办法》（{number}）执行。"), &[])).contains(&"GK0306"),
            told,
            "{number}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_planted_identity_number_leaves_in_any_byte(
        spelling in 0_usize..spellings(IDENTITY, 1).len(),
        at in 1_usize..17,
        before in "[甲乙丙丁，。 ]{0,6}",
        after in "[甲乙丙丁，。 ]{0,6}",
    ) {
        let written = spellings(IDENTITY, at).swap_remove(spelling);
        let block = written.starts_with(['|', '#', '>', '`', '-']);
        let body = if block { format!("{before}\n\n{written}\n\n{after}") } else { format!("{before}{written}{after}") };
        let (told, site) = build(&project(&format!("正文。{body}"), &[]));
        if let Some(site) = site {
            prop_assert_eq!(holds(&site, IDENTITY), None, "{:?}: {:?}", body, told);
        }
    }
}

#[test]
fn two_people_attest_what_is_no_number_and_not_one_twice_or_tomorrow() {
    let attested = |by: &str, second: &str, on: &str| {
        let mut world = project("编号 11010519491231002X 是设备编号。", &[]);
        let table = format!(
            "[[privacy.not_identity]]\nfile = \"{ENTRY}\"\nplace = \"11010519491231002X\"\nby = \"{by}\"\nsecond = \"{second}\"\non = {on}\n"
        );
        world.write("catalogue/privacy.toml", table);
        codes(&world)
    };
    assert!(!attested("办公室主任", "保密员", "2018-06-21").contains(&"GK0801"));
    for (by, second, on) in [
        ("张三", "张三", "2018-06-21"),
        ("张三", "张三 ", "2018-06-21"),
        ("张三", "张　三", "2018-06-21"),
        ("张三", "某某", "2018-06-21"),
        ("待定", "张三", "2018-06-21"),
        ("张三", "李四", "2027-05-01"),
    ] {
        let told = attested(by, second, on);
        assert!(told.contains(&"GK0801") && told.contains(&"GK0007"), "{by} {second} {on}: {told:?}");
    }
}
