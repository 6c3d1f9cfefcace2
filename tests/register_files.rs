//! Registers as files for spreadsheets and programs: the same rows in each, and none that runs.

use gongkai::internals::table::read_xlsx;
use sha2::Digest as _;

use super::support::{binary::run, project::Project};

/// An entry that keeps the power list in a CSV of these rows.
fn keeper(name: &str, rows: &str) -> String {
    format!(
        "==> content/2018/{name}.csv\n职权名称,职权编码,职权类型,职权依据\n{rows}\
         ==> content/2018/{name}.md\n+++\ntitle = \"{name}\"\nitem = \"policy/notices\"\nkind = \"register\"\nmade = 2018-06-20\n\
         published = 2018-06-22\nsummary = \"概述。\"\n[review]\nsecrecy = {{ by = \"保密员\", on = 2018-06-21 }}\n\
         [table]\nfile = \"{name}.csv\"\nregister = \"power-list\"\n+++\n清单如下。\n"
    )
}

const ROWS: &str =
    "取水许可,SL-001,行政许可,\"《水法》第七条,第四十八条\"\n=1+1,SL-002,行政处罚,+86-797-1\n@甲,SL-003,行政处罚,-3\n";

fn built(fragments: &str) -> Project {
    let project = Project::with(fragments);
    run(project.root(), ["build"]).code(0);
    project
}

fn file(project: &Project, ending: &str) -> Vec<u8> {
    std::fs::read(project.at(&format!("public/api/v1/registers/power-list.{ending}"))).unwrap()
}

#[test]
fn a_register_is_the_same_in_every_format() {
    let project = built(&keeper("权责清单", ROWS));
    let csv = String::from_utf8(file(&project, "csv")).unwrap();
    assert_eq!(
        csv,
        "\u{feff}职权名称,职权编码,职权类型,职权依据\r\n取水许可,SL-001,行政许可,\"《水法》第七条,第四十八条\"\r\n\
         '=1+1,SL-002,行政处罚,'+86-797-1\r\n'@甲,SL-003,行政处罚,-3\r\n"
    );
    let table = read_xlsx(&file(&project, "xlsx"), None, gongkai::internals::table::Limits::default());
    assert!(table.problems.is_empty());
    let rows: Vec<String> =
        table.rows().map(|it| it.cells().map(|it| it.text.to_owned()).collect::<Vec<_>>().join("|")).collect();
    assert_eq!(
        rows,
        [
            "取水许可|SL-001|行政许可|《水法》第七条,第四十八条",
            "=1+1|SL-002|行政处罚|+86-797-1",
            "@甲|SL-003|行政处罚|-3"
        ]
    );
    let json: serde_json::Value = serde_json::from_slice(&file(&project, "json")).unwrap();
    assert_eq!(json["tables"][0]["rows"][1], serde_json::json!(["=1+1", "SL-002", "行政处罚", "+86-797-1"]));
    assert_eq!((json["id"].as_str(), json["title"].as_str()), (Some("power-list"), Some("权责清单")));
    let page = project.read("public/register/power-list/index.html");
    for ending in ["xlsx", "csv", "json"] {
        assert!(page.contains(&format!("api/v1/registers/power-list.{ending}\" download")), "{ending}: {page}");
    }
    let index: serde_json::Value = serde_json::from_str(&project.read("public/api/v1/index.json")).unwrap();
    let files: Vec<&str> = index["files"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["kind"] == "register")
        .map(|it| it["media_type"].as_str().unwrap())
        .collect();
    assert_eq!(
        files,
        ["text/csv", "application/json", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]
    );
}

#[test]
fn rows_of_several_entries_say_whose_they_are() {
    let project = built(
        &(keeper("甲清单", "取水许可,SL-001,行政许可,甲\n") + &keeper("乙清单", "取土许可,SL-002,行政许可,乙\n")),
    );
    let csv = String::from_utf8(file(&project, "csv")).unwrap();
    assert!(csv.starts_with("\u{feff}发布记录,职权名称,"), "{csv}");
    assert!(
        csv.contains("甲清单,取水许可,SL-001,行政许可,甲\r\n")
            && csv.contains("乙清单,取土许可,SL-002,行政许可,乙\r\n"),
        "{csv}"
    );
    let json: serde_json::Value = serde_json::from_slice(&file(&project, "json")).unwrap();
    assert_eq!(json["tables"].as_array().unwrap().len(), 2);
}

#[test]
fn an_internal_register_has_no_file() {
    let internal = keeper("权责清单", ROWS).replace("register = \"power-list\"", "register = \"own\"")
        + "==> catalogue/registers.toml\n[[register]]\nid = \"own\"\ntitle = \"内部清单\"\npublic = false\ncolumns = [{ name = \"职权名称\", type = \"文本\" }]\n";
    let project = built(&internal);
    assert!(!project.at("public/api/v1/registers").exists());
}

#[test]
fn equal_rows_are_equal_bytes() {
    let (one, two) = (built(&keeper("权责清单", ROWS)), built(&keeper("权责清单", ROWS)));
    for ending in ["xlsx", "csv", "json"] {
        assert_eq!(file(&one, ending), file(&two, ending), "{ending}");
    }
}

#[test]
fn a_table_that_citizens_open_says_that_it_is_utf8_and_its_sum_is_that_of_what_they_get() {
    let project = built(&keeper("list", ROWS));
    let entries = project.read("public/api/v1/entries/bureau/2018-0.json");
    let entries: serde_json::Value = serde_json::from_str(&entries).unwrap();
    let file = entries["entries"].as_array().unwrap().iter().find_map(|it| it["attachments"].get(0)).unwrap();
    let address = file["url"].as_str().unwrap().rsplit_once(".gov.cn/bureau/").unwrap().1;
    let bytes =
        std::fs::read(project.at(&format!("public/{address}"))).unwrap_or_else(|it| panic!("{address}: {it} {file}"));
    assert!(bytes.starts_with("\u{feff}职权名称".as_bytes()), "{address}");
    assert_eq!(bytes.len() as u64, file["bytes"].as_u64().unwrap());
    let sum: Vec<String> = sha2::Sha256::digest(&bytes).iter().map(|it| format!("{it:02x}")).collect();
    assert_eq!(sum.concat(), file["sha256"].as_str().unwrap());
    // A second build knows it again.
    run(project.root(), ["build"]).code(0);
    assert_eq!(std::fs::read(project.at(&format!("public/{address}"))).unwrap(), bytes);
}
