//! The catalogue for spreadsheets: the national table, column for column, the same in both formats and on the page, and nothing that runs.

use gongkai::internals::table::{Limits, read_xlsx};
use serde_json::Value;

use super::support::{binary::run, committed::at, project::Project};

/// An item whose cells a spreadsheet would run.
const EVIL: &str = r#"[[field]]
id = "below"
title = "+下级事项"

[[item]]
id = "evil"
code = "0505"
field = "below"
title = "=1+1"
disclosure = ["结果公开"]
elements = ["@标题", { name = "备注", optional = true }]
basis = ["《中华人民共和国政府信息公开条例》第二十条", "《中华人民共和国政府信息公开条例》第二十一条"]
time_limit = "20个工作日内"
occurs = "event"
organisation = "cyzsj"
office = "-办公室"
channels = ["政府网站", { name = "公开查阅点", optional = true }]
audience = { group = "申请人" }
way = "依申请"
level = ["县级", "乡级"]
"#;

fn without_space(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn the_catalogue_is_the_national_table_in_both_formats() {
    let project = Project::copy_of(&at("."));
    project.write("catalogue/items/evil.toml", EVIL);
    run(project.root(), ["build", "-q"]).code(0);
    let file = |ending: &str| std::fs::read(project.at(&format!("public/api/v1/catalogue.{ending}"))).unwrap();
    let csv = String::from_utf8(file("csv")).unwrap();
    assert!(csv.starts_with("\u{feff}序号,公开事项：一级事项,公开事项：二级事项,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象：全社会,"), "{csv}");
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<Vec<String>> = reader.records().map(|it| it.unwrap().iter().map(str::to_owned).collect()).collect();
    let evil = rows.iter().find(|it| it[0] == "0505").expect("its row");
    let cell =
        |name: &str| &*evil[heads.iter().position(|it| it == name).unwrap_or_else(|| panic!("{name}: {heads:?}"))];
    assert_eq!((cell("公开事项：一级事项"), cell("公开事项：二级事项")), ("'+下级事项", "'=1+1"));
    assert_eq!((cell("公开内容（要素）"), cell("责任科室")), ("'@标题、备注（可选）", "'-办公室"));
    assert_eq!(cell("公开依据").lines().count(), 2);
    assert_eq!(cell("公开渠道和载体"), "■政府网站\n□公开查阅点");
    assert_eq!((cell("公开对象：全社会"), cell("公开对象：特定群体")), ("", "√\n申请人"));
    assert_eq!((cell("公开方式：主动"), cell("公开方式：依申请")), ("", "√"));
    assert_eq!((cell("公开层级：县级"), cell("公开层级：乡级"), cell("五公开")), ("√", "√", "结果公开"));
    // The workbook has the same cells, as they stand.
    let xlsx = file("xlsx");
    let table = read_xlsx(&xlsx, None, Limits::default());
    assert!(table.problems.is_empty(), "{:?}", table.problems);
    let read: Vec<Vec<String>> =
        table.rows().map(|row| (0..heads.len()).map(|at| without_space(row.text(at))).collect()).collect();
    let plain = |it: &String| without_space(it.strip_prefix('\'').unwrap_or(it));
    let written: Vec<Vec<String>> = rows.iter().map(|it| it.iter().map(plain).collect()).collect();
    assert_eq!(read, written);
    // So has the page, and both pages lead to them.
    let page = project.read("public/catalogue/full/index.html");
    let json: Value = serde_json::from_slice(&file("json")).unwrap();
    assert_eq!(rows.len(), json["items"].as_array().unwrap().len());
    assert_eq!(rows.len(), page.matches("<th scope=\"row\">").count());
    for page in [page, project.read("public/catalogue/index.html")] {
        for ending in ["xlsx", "csv", "json"] {
            assert!(page.contains(&format!("api/v1/catalogue.{ending}\" download")), "{ending}");
        }
    }
    // A reader of the first version finds the one file called `catalogue`.
    let index: Value = serde_json::from_str(&project.read("public/api/v1/index.json")).unwrap();
    let of = |kind: &str| index["files"].as_array().unwrap().iter().filter(|it| it["kind"] == kind).count();
    assert_eq!((of("catalogue"), of("catalogue-table")), (1, 2));
    // Equal catalogues are equal bytes, whatever the day.
    run(project.root(), ["build", "-q", "--no-cache", "--as-of", "2019-01-31"]).code(0);
    assert!(xlsx == file("xlsx"), "the workbook of another day");
}
