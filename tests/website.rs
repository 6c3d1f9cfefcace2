//! A website of its own: labels, footer, the parts of its platform, the guide, the code, the privacy statement; those of a column are its portal's.

use super::support::{binary::run, project::Project};

const IDENTITY: &str = "[site.identity]\nsite_id = \"3607000001\"\nhost = \"示例局\"\ncontact = \"0797-8000000\"\nicp = \"赣ICP备00000001号\"\n\
    police = \"赣公网安备00000000000001号\"\nemblem = \"https://www.example.gov.cn/emblem/\"\nreport_errors = \"https://www.example.gov.cn/errors/\"\n";

/// The base project as a website of `scope` that is judged on `day`, with `identity` and more files.
fn project(scope: &str, day: &str, identity: &str, more: &str) -> Project {
    let project = if more.is_empty() { Project::base() } else { Project::with(more) };
    project.replace(
        "catalogue/site.toml",
        "profile = \"catalogue-only\"",
        &format!("profile = \"full\"\nscope = \"{scope}\""),
    );
    project.replace("catalogue/site.toml", "as_of = 2018-12-31", &format!("as_of = {day}"));
    project.write("catalogue/identity.toml", "");
    let site = project.read("catalogue/site.toml");
    project.write("catalogue/site.toml", site + identity);
    project
}

fn said(project: &Project) -> Vec<String> {
    let out = run(project.root(), ["check", "--format", "concise"]).out;
    out.lines().filter(|it| it.contains("[GK15")).map(str::to_owned).collect()
}

fn codes(project: &Project) -> Vec<String> {
    said(project).iter().map(|it| it.split('[').nth(1).unwrap_or_default()[..6].to_owned()).collect()
}

/// A page that is an entry.
fn page(name: &str, column: &str, text: &str) -> String {
    format!(
        "==> content/2018/{name}.md\n+++\ntitle = \"{name}\"\nitem = \"policy/notices\"\nkind = \"page\"\n{column}made = 2018-06-20\n\
         published = 2018-06-22\nsummary = \"概述。\"\n[review]\nsecrecy = {{ by = \"保密员\", on = 2018-06-21 }}\n+++\n{text}\n"
    )
}

#[test]
fn a_column_of_a_portal_is_not_judged_as_a_website() {
    assert_eq!(codes(&project("专栏", "2022-12-31", "", "")), [""; 0]);
    let told = codes(&project("独立网站", "2022-12-31", "", ""));
    assert_eq!(told, ["GK1501", "GK1502", "GK1503", "GK1506"]);
    assert_eq!(codes(&project("统一平台", "2022-12-31", "", "")), told);
}

#[test]
fn the_law_of_the_day_decides() {
    // The guidelines are of May 2017, the notice on platforms of the end of 2019.
    assert_eq!(codes(&project("site", "2018-12-31", "", "")), ["GK1501", "GK1502", "GK1506"]);
    let early = said(&project("site", "2017-01-31", "", ""));
    assert!(early.iter().all(|it| it.contains("提示")), "{early:?}");
}

#[test]
fn what_settings_give_is_printed_and_what_is_printed_is_not_told() {
    let project = project("site", "2018-12-31", IDENTITY, &page("隐私声明", "", "本站不使用 Cookie。"));
    assert_eq!(codes(&project), [""; 0]);
    run(project.root(), ["build"]).code(0);
    let entry = project.read("public/bureau/2018/00001.html");
    for label in [
        "SiteName",
        "SiteDomain",
        "SiteIDCode",
        "ColumnName",
        "ColumnDescription",
        "ColumnKeywords",
        "ColumnType",
        "ArticleTitle",
        "PubDate",
        "ContentSource",
    ] {
        let label = format!("<meta name=\"{label}\" content=\"");
        assert!(entry.contains(&label) && !entry.contains(&format!("{label}\"")), "{label}");
    }
    let footer = entry.split("<footer").nth(1).expect("a footer");
    for part in [
        "党政机关网站标识",
        "我为政府网站找错",
        "3607000001",
        "主办单位",
        "0797-8000000",
        "赣ICP备00000001号",
        "赣公网安备00000000000001号",
        "站点地图",
    ] {
        assert!(footer.contains(part), "{part}: {footer}");
    }
}

#[test]
fn each_part_of_the_footer_is_asked_for() {
    let statement = page("隐私声明", "", "本站不使用 Cookie。");
    for (key, name) in [
        ("emblem", "党政机关网站标识"),
        ("report_errors", "找错"),
        ("contact", "联系方式"),
        ("icp", "ICP备案编号"),
        ("police", "公安机关备案号"),
    ] {
        let identity: Vec<&str> = IDENTITY.split_inclusive('\n').filter(|it| !it.starts_with(key)).collect();
        let identity = identity.concat();
        let told = said(&project("site", "2018-12-31", &identity, &statement));
        assert!(told.len() == 1 && told[0].contains(name) && told[0].contains("GK1502"), "{key}: {told:?}");
    }
    // What is no address is not printed.
    let identity = IDENTITY.replace("https://www.example.gov.cn/emblem/", "见首页");
    assert!(said(&project("site", "2018-12-31", &identity, &statement))[0].contains("党政机关网站标识"));
}

#[test]
fn parts_of_the_platform_are_known_by_title_or_by_column() {
    let all = ["政府信息公开指南", "政府信息公开制度", "政府信息公开年报", "依申请公开"];
    let pages: String = all.iter().map(|it| page(it, &format!("column = \"{it}\"\n"), "正文。")).collect();
    let told = said(&project("site", "2022-12-31", IDENTITY, &pages));
    assert!(told.iter().any(|it| it.contains("缺少栏目：法定主动公开内容")), "{told:?}");
    let two = page("指南", "column = \"信息公开指南\"\n", "正文。");
    let told = said(&project("site", "2022-12-31", IDENTITY, &two));
    let missing = "缺少栏目：政府信息公开制度、法定主动公开内容、政府信息公开年报、依申请公开";
    assert!(told.iter().any(|it| it.contains(missing)), "{told:?}");
}

/// Guides as offices write them, in short, and what each lacks.
const GUIDES: [(&str, &str); 12] = [
    (
        "一、公开范围。（一）受理机构：办公室；办公地址：番禺路128号二楼；办公时间：周一至周五上午8:30--12:00；联系电话：0763-3178800；传真号码：0763-3178800。目录见网站，可以查阅，网址：http://www.lianzhou.gov.cn",
        "",
    ),
    (
        "一、政府信息的分类 二、编排体系 按年度编排 三、获取方式 门户网站。受理机构综合处，地址：示例路，工作时间：8:30，热线：12345，传真：无，电子邮件：a@b.gov.cn",
        "",
    ),
    (
        "按类别公开，索引号见目录，公民可以查询。通信地址：示例路1号。接待时间：上午。电话、传真：0797-1。互联网申请：在线申请。",
        "",
    ),
    ("分类、编排体系、获取方式如下。地址、办公时间、电话、传真、网站地址如下。", ""),
    ("分类、编排体系、获取方式。办公地址、办公时间、联系电话、电子邮箱。", "传真号码"),
    ("分类、编排体系、获取方式。办公地址、联系电话、传真、电子邮箱。信息形成之日起20个工作日内公开。", "办公时间"),
    ("分类、编排体系、获取方式。办公时间、联系电话、传真、网站地址：www.a.gov.cn。", "办公地址"),
    ("分类、编排体系、获取方式。办公地址、办公时间、传真、电子邮箱。", "联系电话"),
    ("分类、编排体系、获取方式。办公地址、办公时间、电话、传真。", "互联网联系方式"),
    ("编排体系、获取方式。办公地址、办公时间、电话、传真、邮箱。", "信息的分类"),
    ("分类、获取方式。办公地址、办公时间、电话、传真、邮箱。", "编排体系"),
    ("分类、编排。办公地址、办公时间、电话、传真、邮箱。", "获取方式"),
];

#[test]
fn a_guide_says_what_the_law_asks() {
    let statement = page("隐私声明", "", "本站不使用 Cookie。");
    for (text, lacks) in GUIDES {
        let guide = page("指南", "column = \"政府信息公开指南\"\n", text) + &statement;
        let told = said(&project("site", "2018-12-31", IDENTITY, &guide));
        match lacks {
            "" => assert!(told.is_empty(), "{text}: {told:?}"),
            lacks => {
                assert!(told.len() == 1 && told[0].contains(&format!("指南没有写{lacks}")), "{text}: {told:?}");
                // The words are the guide's own; what people call and visit is not.
                let worded = ["信息的分类", "编排体系", "获取方式"].contains(&lacks);
                assert_eq!(told[0].contains("警告"), worded, "{told:?}");
            }
        }
    }
    // The page shows the contact of the body.
    let guide = page("指南", "column = \"政府信息公开指南\"\n", "分类、编排体系、获取方式见目录。") + &statement;
    let project = project("site", "2018-12-31", IDENTITY, &guide);
    let keys = "address = \"示例大道1号\"\nhours = \"工作日\"\nphone = \"0797-8000000\"\nfax = \"0797-8000001\"\nemail = \"gk@example.gov.cn\"\n";
    project.replace("catalogue/organisation.toml", "kind = \"行政机关\"\n", &format!("kind = \"行政机关\"\n{keys}"));
    assert_eq!(codes(&project), [""; 0]);
}

#[test]
fn codes_and_domains_are_told_with_what_was_meant() {
    let statement = page("隐私声明", "", "本站不使用 Cookie。");
    for (code, right) in
        [("３６０７０００００１", "3607000001"), ("BM55000001", "bm55000001"), ("网站标识码：3607000001", "3607000001")]
    {
        let project = project("site", "2018-12-31", &IDENTITY.replace("3607000001", code), &statement);
        assert_eq!(codes(&project), ["GK1505"], "{code}");
        run(project.root(), ["fix"]);
        assert_eq!(codes(&project), [""; 0], "{code}");
        assert!(project.read("catalogue/site.toml").contains(&format!("site_id = \"{right}\"")), "{code}");
    }
    for code in ["360700001", "0000000000", "null", "36070000011"] {
        assert_eq!(
            codes(&project("site", "2018-12-31", &IDENTITY.replace("3607000001", code), &statement)),
            ["GK1505"],
            "{code}"
        );
    }
    let identity = format!("{IDENTITY}domain = \"https://www.example.gov.cn/bureau/\"\n");
    let project = project("site", "2018-12-31", &identity, &statement);
    assert_eq!(codes(&project), ["GK1505"]);
    run(project.root(), ["fix"]);
    assert!(project.read("catalogue/site.toml").contains("domain = \"www.example.gov.cn\""));
}

#[test]
fn a_theme_that_drops_labels_or_footer_is_told() {
    let statement = page("隐私声明", "", "本站不使用 Cookie。");
    let project = project("site", "2022-12-31", IDENTITY, &statement);
    project.write(
        "catalogue/site.toml",
        project.read("catalogue/site.toml").replace("profile =", "theme = \"own\"\nprofile ="),
    );
    project.write("themes/own/theme.toml", "name = \"own\"\nversion = \"1\"\nstyles = [\"style.css\"]\n");
    // Its own footer and head, with less.
    project.write("themes/own/templates/chrome/footer.html", "</div>\n<footer>{{ chrome.footer.host }}</footer>\n");
    project.write(
        "themes/own/templates/chrome/head.html",
        "<meta name=\"SiteName\" content=\"{{ chrome.site_name }}\">\n",
    );
    let told = said(&project).join("\n");
    assert!(told.contains("没有印出标签：SiteDomain、SiteIDCode"), "{told}");
    assert!(told.contains("没有印出页脚的内容：3607000001、0797-8000000") && !told.contains("示例局、"), "{told}");
    // One that prints all of it is told of nothing.
    project.remove("themes/own/templates/chrome/footer.html");
    project.remove("themes/own/templates/chrome/head.html");
    project.write("themes/own/templates/body/home.html", "{% extends \"default/body/home.html\" %}\n");
    let told = said(&project).join("\n");
    assert!(!told.contains("没有印出"), "{told}");
}

#[test]
fn penalties_are_told_after_their_time_where_settings_say_how_long_that_is() {
    let penalty = page("处罚", "", "正文。")
        .replace("kind = \"page\"", "kind = \"penalty\"\ndecided = 2018-06-20\nparty = \"某公司\"");
    let told = |setting: &str, day: &str| {
        let project = project("column", day, "", &penalty);
        project.write("catalogue/settings.toml", setting);
        let out = run(project.root(), ["check", "--format", "concise"]).out;
        out.lines().filter(|it| it.contains("GK1603")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(told("", "2022-12-31"), [""; 0], "off without the setting");
    assert_eq!(told("[settings.penalty-publicity]\nmonths = 12\n", "2019-06-21"), [""; 0]);
    let due = told("[settings.penalty-publicity]\nmonths = 12\n", "2019-06-22");
    assert!(due.len() == 1 && due[0].contains("提示") && due[0].contains("已满 12 个月"), "{due:?}");
}
