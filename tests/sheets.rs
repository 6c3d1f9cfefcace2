//! Spreadsheets on pages: the sheet that is named, what its reader sees of it, and nothing that is hidden.

use std::fs;

use super::support::{
    binary::{Done, run},
    files::{has_ending, tree},
    project::Project,
    workbook::{rows, workbook},
};

/// The base project whose entry shows `bytes` as its table, with `keys` in `[table]` and `more` before it.
fn project(bytes: &[u8], keys: &str, more: &str) -> Project {
    let project = Project::base();
    let entry = project.read("content/2018/通知.md");
    let (head, body) = entry.rsplit_once("+++\n").expect("front matter");
    let (top, review) = head.split_once("[review]").unwrap_or((head, ""));
    let review = if review.is_empty() { String::new() } else { format!("[review]{review}") };
    let text = format!("{top}{more}{review}\n[table]\nfile = \"清单.xlsx\"\n{keys}+++\n{body}");
    project.write("content/2018/通知.md", text);
    project.write("content/2018/清单.xlsx", bytes);
    project
}

fn check(project: &Project) -> Done {
    run(project.root(), ["check", "--format", "json"])
}

fn codes(project: &Project) -> Vec<String> {
    check(project).findings().into_iter().map(|it| it.code).collect()
}

/// The page of the entry.
fn page(project: &Project) -> String {
    run(project.root(), ["build"]).code(0);
    let page = project.at("public/bureau/2018/00001.html");
    fs::read_to_string(page).expect("the entry's page")
}

const HEADS: &[&str] = &["序号", "公开事项"];

#[test]
fn the_sheet_that_is_named_is_shown() {
    let open = rows(&[HEADS, &["0:1", "公开的一行"]]);
    let second = rows(&[HEADS, &["0:1", "另一张表"]]);
    let book = workbook(&[("首页", "", &open), ("清单", "", &second)]);
    let first = page(&project(&book, "", ""));
    assert!(first.contains("公开的一行") && !first.contains("另一张表"));
    let named = page(&project(&book, "sheet = \"清单\"\n", ""));
    assert!(named.contains("另一张表") && !named.contains("公开的一行"));
}

#[test]
fn an_unknown_sheet_is_told_with_those_there_are() {
    let open = rows(&[HEADS, &["0:1", "公开的一行"]]);
    let book = workbook(&[("清单", "", &open), ("内部", "state='hidden'", &open), ("说明", "", &open)]);
    for name in ["没有", "内部", "清单2"] {
        let project = project(&book, &format!("sheet = \"{name}\"\n"), "");
        let told = check(&project).out;
        assert!(told.contains("GK0009") && told.contains("清单、说明"), "{told}");
    }
    let fine = project(&book, "sheet = \" 说明 \"\n", "");
    assert!(!codes(&fine).contains(&"GK0009".to_owned()));
}

#[test]
fn what_is_hidden_reaches_no_page_and_stops_unless_checked() {
    let data = "<sheetData><row r='1'><c r='A1' t='str'><v>序号</v></c><c r='B1' t='str'><v>公开事项</v></c><c r='C1' t='str'><v>内部意见</v></c></row>\
                <row r='2'><c r='A2'><v>1</v></c><c r='B2' t='str'><v>公开行</v></c><c r='C2' t='str'><v>不宜</v></c></row>\
                <row r='3' hidden='1'><c r='A3'><v>2</v></c><c r='B3' t='str'><v>隐藏的行</v></c></row></sheetData>";
    let open = rows(&[HEADS, &["0:1", "公开行"]]);
    let secret = rows(&[HEADS, &["0:1", "内部核对"]]);
    let column = format!("<cols><col min='3' max='3' hidden='1'/></cols>{data}");
    let thin = data.replace("hidden='1'", "ht='0'");
    for (book, words) in [
        (workbook(&[("清单", "", &column)]), &["隐藏的行", "内部意见", "不宜"][..]),
        (workbook(&[("内部", "state='hidden'", &secret), ("清单", "", &open)]), &["内部核对"]),
        (workbook(&[("清单", "", &open), ("内部", "state='veryHidden'", &secret)]), &["内部核对"]),
        (workbook(&[("清单", "", &thin)]), &["隐藏的行"]),
    ] {
        let stopped = project(&book, "", "");
        run(stopped.root(), ["build"]).code(1);
        assert!(codes(&stopped).contains(&"GK0806".to_owned()));
        let checked = "attachments = [{ file = \"清单.xlsx\", checked = { by = \"保密员\", on = 2018-06-20 } }]\n";
        let shown = page(&project(&book, "", checked));
        assert!(shown.contains("公开行") && words.iter().all(|word| !shown.contains(word)), "{words:?}");
    }
    // Nothing stands in what is hidden.
    let empty = format!("<cols><col min='9' max='16384' hidden='1'/></cols>{open}");
    assert!(
        !codes(&project(&workbook(&[("清单", "", &empty), ("Sheet2", "state='hidden'", "<sheetData/>")]), "", ""))
            .contains(&"GK0806".to_owned())
    );
}

#[test]
fn heads_in_two_rows_are_set_in_two_rows() {
    let national = "<sheetData><row r='1'><c r='A1' t='str'><v>某局公开标准目录</v></c></row>\
        <row r='2'><c r='A2' t='str'><v>序号</v></c><c r='B2' t='str'><v>公开事项</v></c><c r='D2' t='str'><v>公开\n时限</v></c><c r='E2' t='str'><v>公开对象</v></c></row>\
        <row r='3'><c r='B3' t='str'><v>一级事项</v></c><c r='C3' t='str'><v>二级事项</v></c><c r='E3' t='str'><v>全社会</v></c><c r='F3' t='str'><v>特定群众</v></c></row>\
        <row r='4'><c r='A4'><v>1</v></c><c r='B4' t='str'><v>政策文件</v></c><c r='C4' t='str'><v>法律法规</v></c><c r='D4' t='str'><v>20个工作日内</v></c><c r='E4' t='str'><v>√</v></c></row></sheetData>";
    let merges = "<mergeCells><mergeCell ref='A1:F1'/><mergeCell ref='A2:A3'/><mergeCell ref='B2:C2'/><mergeCell ref='D2:D3'/><mergeCell ref='E2:F2'/></mergeCells>";
    for sheet in [format!("{national}{merges}"), national.to_owned()] {
        let shown = page(&project(&workbook(&[("清单", "", &sheet)]), "", ""));
        for head in ["序号", "公开时限"] {
            assert!(shown.contains(&format!("<th scope=\"col\" rowspan=\"2\">{head}</th>")), "{head}: {shown}");
        }
        for head in ["公开事项", "公开对象"] {
            assert!(shown.contains(&format!("<th scope=\"colgroup\" colspan=\"2\">{head}</th>")), "{head}: {shown}");
        }
        for head in ["一级事项", "二级事项", "全社会", "特定群众"] {
            assert!(shown.contains(&format!("<th scope=\"col\">{head}</th>")), "{head}: {shown}");
        }
        assert_eq!(shown.matches("<th scope=\"row\"").count(), 1, "one row of values");
    }
    // A row of values below a head with blanks is none of heads.
    let plain = rows(&[&["项目", "金额", ""], &["甲", "0:1", "备注一"], &["乙", "0:2", "备注二"]]);
    assert_eq!(page(&project(&workbook(&[("清单", "", &plain)]), "", "")).matches("<th scope=\"row\"").count(), 2);
}

#[test]
fn values_are_as_their_formats_show_them_and_keep_their_lines() {
    let sheet = rows(&[
        &["序号", "事项", "完成率", "金额", "编码", "日期"],
        &["0:1", "1.机构职能：长期公开\n2.处罚决定：20个工作日内", "1:0.25", "2:1234567.5", "3:6", "4:43223"],
    ]);
    let shown = page(&project(&workbook(&[("清单", "", &sheet)]), "", ""));
    for value in ["25%", "1,234,567.50", "000006", "2018年5月3日", "1.机构职能：长期公开<br>2.处罚决定：20个工作日内"]
    {
        assert!(shown.contains(&format!(">{value}<")), "{value}: {shown}");
    }
}

#[test]
fn surplus_cells_of_a_csv_are_told() {
    for (csv, surplus) in [
        ("名称,地址\n甲,示例路1号,东侧\n", true),
        ("名称,地址\n甲,示例路1号\n乙,二,三,四\n", true),
        ("名称\t地址\n甲\t一\t二\n", true),
        ("名称,地址\n甲,\"示例路1号,东侧\"\n", false),
        ("名称,地址\n甲,示例路1号,\n", false),
    ] {
        let project = Project::base();
        project.replace(
            "content/2018/通知.md",
            "kind = \"document\"",
            "kind = \"document\"\nattachments = [\"清单.csv\"]",
        );
        project.write("content/2018/清单.csv", csv);
        assert_eq!(codes(&project).contains(&"GK1907".to_owned()), surplus, "{csv}");
    }
}

#[test]
fn masks_stand_as_written_wherever_a_table_is_shown() {
    let project = Project::base();
    let notice = "content/2018/通知.md";
    let text = project.read(notice).replace(
        "+++\n各科室：",
        "[table]\nfile = \"名单.csv\"\n[elements]\n\"姓名\" = \"王*五、赵*六\"\n+++\n张*三、李**，电话138****2345、139****1111。\n\n| 姓名 | 证件号码 |\n| --- | --- |\n| 张*三 | 110105********002X |\n| 李** | 110105********0038 |\n\n各科室：",
    );
    assert!(text.contains("名单.csv"), "{text}");
    project.write(notice, text);
    let rows = "姓名,证件号码,电话,备注\n张*三,110105********002X,138****2345,*\n李*,110105********0038,139****1111,**\n王＊五,1101**********1234,_甲_*乙*,a*b*c\n";
    project.write("content/2018/名单.csv", rows);
    run(project.root(), ["build"]).code(0);
    let files = tree(&project.at("public"));
    let of = |ending: &str| -> String {
        let found = files.iter().filter(|it| it.0.starts_with("bureau/2018/") && it.0.ends_with(ending));
        found.map(|it| String::from_utf8_lossy(it.1).into_owned()).collect()
    };
    let page = of(".html");
    for cell in rows.lines().skip(1).flat_map(|it| it.split(',')) {
        assert!(page.contains(&format!(">{cell}<")), "{cell}: {page}");
    }
    for words in ["张*三、李**，电话138****2345、139****1111。", ">110105********0038<", "王*五、赵*六"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(of(".csv").trim_start_matches('\u{feff}').replace("\r\n", "\n"), rows);
    let json = files.iter().filter(|it| it.0.starts_with("api/") && has_ending(it.0, &["json"]));
    assert!(json.map(|it| String::from_utf8_lossy(it.1).into_owned()).any(|it| it.contains("王*五、赵*六")));
}
