//! Whatever stands in a value stays a value: in pages, JSON, feeds and site maps.

use std::{fs, io::Read as _};

use super::support::{
    binary::run,
    files::{has_ending, list},
    project::Project,
};

/// Breaks out of text, attributes, scripts, templates, if anything lets it.
const HOSTILE: &str = r#"<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;{{ page }}{% raw %}${x}]]>"#;

/// Addresses that must never be links.
const SCRIPT: &str = "JaVaScript:alert(3)";

fn hostile() -> Project {
    let catalogue = format!(
        r#"==> catalogue/hostile.toml
[[field]]
id = "works"
title = "项目{HOSTILE}"
[[item]]
id = "approval"
field = "works"
title = "批准{HOSTILE}"
disclosure = ["结果公开"]
elements = ["标题", "要素{HOSTILE}"]
basis = ["《中华人民共和国政府信息公开条例》第十条第一项"]
time_limit = "自信息形成或者变更之日起20个工作日内"
organisation = "bureau"
office = "科室{HOSTILE}"
channels = ["政府网站"]
audience = {{ group = "群体{HOSTILE}" }}
way = "主动"
level = ["县级"]
extra = {{ "列" = "值{HOSTILE}" }}
[[project]]
id = "road"
title = "路{HOSTILE}"
stage = "竣工"
classes = [{{ class = "招标投标信息", url = "{SCRIPT}" }}]
[[account]]
id = "fb"
platform = "微信"
name = "账号{HOSTILE}"
owner = "单位{HOSTILE}"
[[plan]]
id = "2018"
title = "计划{HOSTILE}"
organisation = "bureau"
from = 2018-01-01
to = 2018-12-31
[[task]]
plan = "2018"
number = 1
title = "任务{HOSTILE}"
section = "部分{HOSTILE}"
items = ["works/approval"]
evidence = [{{ what = "佐证{HOSTILE}", by = "人{HOSTILE}" }}]
==> content/2018/敌.md
+++
title = "标题{HOSTILE}"
item = "works/approval"
kind = "project"
project = "road"
class = "竣工有关信息"
made = 2018-06-20
published = 2018-06-22
summary = "概述{HOSTILE}"
keywords = ["词{HOSTILE}"]
source = "来源{HOSTILE}"
origin = "转载"
channels = [{{ channel = "两微一端", url = "{SCRIPT}", on = 2018-06-22 }}]
attachments = ["表.csv"]
[review]
secrecy = {{ by = "保密员", on = 2018-06-21 }}
[elements]
"要素" = "内容{HOSTILE}"
[table]
file = "表.csv"
+++
正文。
==> content/2018/表.csv
头<script>,"b""onerror="
"<img src=x onerror=alert(4)>",{SCRIPT}
https://a.cn/<b>,"=cmd|' /C calc'!A0"
"#
    );
    let project = Project::with(&catalogue);
    let site = project.read("catalogue/site.toml");
    project.write(
        "catalogue/site.toml",
        format!("{site}notice = \"公告{HOSTILE}\"\nlicence = \"许可{HOSTILE}\"\n[site.identity]\nemblem = \"{SCRIPT}\"\nreport_errors = \"{SCRIPT}\"\ncontact = \"电话{HOSTILE}\"\n"),
    );
    project
}

#[test]
fn values_stay_values_in_every_file() {
    let project = hostile();
    run(project.root(), ["build"]).code(0);
    let public = project.at("public");
    let mut shown = 0;
    for path in list(&public) {
        let name = path.to_string_lossy().into_owned();
        let bytes = fs::read(public.join(&path)).expect("a file");
        if name.ends_with("xlsx") {
            // Strings in a workbook never run: nothing in it is a formula.
            let mut workbook = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook");
            for at in 0..workbook.len() {
                let mut part = String::new();
                workbook.by_index(at).expect("a part").read_to_string(&mut part).expect("text");
                assert!(!part.contains("<f>"), "{name}: {part}");
            }
            continue;
        }
        if name.starts_with("search/") && has_ending(&name, &["bin"]) {
            continue;
        }
        let text = String::from_utf8(bytes).expect("text");
        shown += usize::from(text.contains("alert(1)"));
        match name.rsplit('.').next() {
            Some("json") => {
                serde_json::from_str::<serde_json::Value>(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
                assert!(!text.contains("\"JaVaScript"), "{name} hands on an address that runs");
            }
            Some("html" | "xml") => {
                for broken in ["<script>alert", "<img src=x", "=\"JaVaScript", "=JaVaScript", "<b>\""] {
                    assert!(!text.contains(broken), "{name} has {broken}:\n{text}");
                }
                assert!(!text.contains("alert(1)") || text.contains("${x}"), "{name} lost words");
            }
            _ => {}
        }
        if name.ends_with("xml") {
            let mut reader = quick_xml::Reader::from_str(&text);
            while !matches!(
                reader.read_event().unwrap_or_else(|e| panic!("{name}: {e}")),
                quick_xml::events::Event::Eof
            ) {}
        }
    }
    assert!(shown > 15, "only {shown} files show the words");
}

#[test]
fn characters_written_by_their_numbers_are_seen() {
    for escape in ["\\u202E", "\\u0007", "\\u200B", "\\uFEFF", "\\b"] {
        let project = Project::base();
        project.replace("content/2018/通知.md", "title = \"关于", &format!("title = \"{escape}关于"));
        run(project.root(), ["build"]).code(1);
        assert!(!project.at("public").exists());
    }
    let project = Project::base();
    project.replace("content/2018/通知.md", "title = \"关于", "title = \"\\u516C\\t关于");
    run(project.root(), ["build"]).code(0);
}

#[test]
fn a_site_stands_at_an_address_of_the_web() {
    for url in
        ["javascript:alert(1)//", "www.example.gov.cn", "https://", "https:///x", "https://a.cn/?b", "https://a.cn/<b>"]
    {
        let project = Project::base();
        project.replace("catalogue/site.toml", "https://www.example.gov.cn/bureau/", url);
        run(project.root(), ["build"]).code(1);
    }
}

#[test]
fn what_is_repealed_from_a_day_to_come_is_in_force_until_then() {
    let project = Project::base();
    project.replace("content/2018/通知.md", "made =", "validity = \"废止\"\nsince = 2019-06-01\nmade =");
    let page = |day: &str| {
        run(project.root(), ["build", "--as-of", day]).code(0);
        project.read("public/bureau/2018/00001.html")
    };
    assert!(!page("2019-05-31").contains("已经废止"));
    assert!(page("2019-06-01").contains("自 2019-06-01 起已经废止"));
}
