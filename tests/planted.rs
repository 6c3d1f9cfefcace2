//! No planted private number leaves in any byte: wherever in a project it stands, and however it is written there, either the build
//! stops or the site does not hold it.

use gongkai::internals::{
    compile::{Options, analyze, load_theme},
    emit::Theme,
    publish::publish,
    resolve::Numbering,
    world::{MemoryCache, MemorySite, MemoryWorld},
};
use proptest::prelude::*;

use super::support::{
    library::base,
    readable::holding,
    workbook::{document, package, rows, workbook},
};

const ENTRY: &str = "content/2018/通知.md";
const IDENTITY: &str = "11010519491231002X";

/// The codes of what is told of `world`; and its site, where nothing stops it.
fn build(world: &MemoryWorld) -> (Vec<&'static str>, Option<MemorySite>) {
    let options = Options { as_of: None, numbering: Numbering::Write, merged: false, pages: true, search: true };
    let (analysis, _) = analyze(world, &options, Some(&MemoryCache::default()), &()).expect("memory does not fail");
    let theme = load_theme(world, &analysis.model.site).expect("the built-in theme is there");
    let plan = analysis.plan(&theme);
    let report = plan.report();
    let told = report.diagnostics.iter().map(|it| it.finding.rule.code).collect();
    if report.stops() {
        return (told, None);
    }
    let site = MemorySite::default();
    let theme: &Theme = theme.theme.as_ref().expect("the built-in theme has no fault");
    publish(&plan, theme, world, &site, &()).expect("memory does not fail");
    (told, Some(site))
}

fn text(world: &MemoryWorld, path: &str) -> String {
    String::from_utf8(world.get(path).expect("there").to_vec()).expect("UTF-8")
}

/// The base project with `to` instead of `from` in the file at `path`.
fn changed(path: &str, from: &str, to: &str) -> MemoryWorld {
    let mut world = base();
    let old = text(&world, path);
    assert!(old.contains(from), "{from} in {path}");
    world.write(path, old.replacen(from, to, 1));
    world
}

/// The base project whose entry has `keys` besides and this body.
fn entry(keys: &str, body: &str) -> MemoryWorld {
    let mut world = changed(ENTRY, "[review]", &format!("{keys}\n[review]"));
    let old = text(&world, ENTRY);
    let end = old.rfind("+++\n").expect("front matter") + 4;
    world.write(ENTRY, format!("{}{body}\n", &old[..end]));
    world
}

/// The base project with a file that its entry links.
fn file(name: &str, bytes: impl Into<Vec<u8>>) -> MemoryWorld {
    let mut world = entry("", &format!("见[附件](<{name}>)。"));
    world.write(format!("content/2018/{name}"), bytes.into());
    world
}

/// The base project with a file of rows that its entry shows as its table.
fn table(name: &str, bytes: impl Into<Vec<u8>>) -> MemoryWorld {
    let mut world = changed(ENTRY, "[review]", &format!("[table]\nfile = \"{name}\"\n[review]"));
    world.write(format!("content/2018/{name}"), bytes.into());
    world
}

/// The base project with a file of the catalogue besides.
fn catalogue(toml: &str) -> MemoryWorld {
    let mut world = base();
    world.write("catalogue/more.toml", toml);
    world
}

fn sheet(cells: &[&[&str]]) -> Vec<u8> {
    workbook(&[("表", "", &rows(cells))])
}

/// `number` written in ways that TOML has.
fn toml_spellings(number: &str) -> Vec<String> {
    let (head, tail) = number.split_at(6);
    let coded: String = number.chars().fold(String::new(), |all, char| all + &format!("\\u{:04x}", u32::from(char)));
    let wide: String = number.chars().map(|char| char::from_u32(u32::from(char) + 0xfee0).unwrap_or(char)).collect();
    vec![
        format!("\"{number}\""),
        format!("'{number}'"),
        format!("\"甲{number}乙\""),
        format!("\"{coded}\""),
        format!("\"{head}\\u0031{}\"", &tail[1..]),
        format!("\"{head}\\U0000200b{tail}\""),
        format!("\"{wide}\""),
        format!("\"{head} {tail}\""),
        format!("\"{head}-{}-{}\"", &tail[..8], &tail[8..]),
        format!("\"\"\"{head}\\\n  {tail}\"\"\""),
        format!("\"\"\"\n{number}\"\"\""),
        format!("'''\n{number}'''"),
        format!("\"{head}\\n{tail}\""),
        format!("\"{head}\\t{tail}\""),
        format!("\"{head}\u{a0}{tail}\""),
        format!("\"{head}\u{3000}{tail}\""),
    ]
}

/// Keys of an entry that leave the house, each with `value` for its own.
fn keys(value: &str) -> Vec<MemoryWorld> {
    let bare = |key: &str| entry(&format!("{key} = {value}\n"), "正文。");
    let table = |head: &str, before: &str, after: &str| entry(&format!("[{head}]\n{before}{value}{after}\n"), "正文。");
    vec![
        changed(ENTRY, "\"关于做好夏季防汛工作的通知\"", value),
        changed(ENTRY, "\"部署夏季防汛值守、巡查和物资储备。\"", value),
        bare("source"),
        bare("genre"),
        bare("theme"),
        bare("office"),
        entry(&format!("keywords = [\"防汛\", {value}]\n"), "正文。"),
        entry(&format!("revised = [{{ on = 2018-06-20, what = {value} }}]\n"), "正文。"),
        entry(&format!("channels = [{{ channel = \"两微一端\", url = {value} }}]\n"), "正文。"),
        table("elements", "\"标题\" = ", ""),
        changed(ENTRY, "\"示局发〔2018〕1号\"", value),
        changed(ENTRY, "kind = \"document\"", &format!("kind = \"notice\"\ncontact = {value}")),
    ]
}

/// Values of the catalogue that leave the house.
fn values(value: &str) -> Vec<MemoryWorld> {
    let site = |key: &str| changed("catalogue/site.toml", "profile =", &format!("{key} = {value}\nprofile ="));
    vec![
        changed("catalogue/site.toml", "\"示例局政府信息公开\"", value),
        site("notice"),
        site("licence"),
        changed("catalogue/organisation.toml", "\"示例区示例局\"", value),
        changed("catalogue/organisation.toml", "kind =", &format!("phone = {value}\nkind =")),
        changed("catalogue/organisation.toml", "kind =", &format!("address = {value}\nkind =")),
        changed(
            "catalogue/organisation.toml",
            "kind =",
            &format!("leaders = [{{ post = \"局长\", duties = {value} }}]\nkind ="),
        ),
        changed("catalogue/items.toml", "\"部门文件\"", value),
        changed("catalogue/items.toml", "\"政策文件\"", value),
        changed("catalogue/items.toml", "[\"标题\", \"正文\"]", &format!("[\"标题\", {value}]")),
        changed("catalogue/items.toml", "\"《中华人民共和国政府信息公开条例》第十条第一项\"", value),
        catalogue(&format!("[[plan]]\nid = \"p\"\ntitle = {value}\n")),
        catalogue(&format!("[[project]]\nid = \"p\"\ntitle = {value}\n")),
        catalogue(&format!("[[account]]\nid = \"a\"\nplatform = \"微信\"\nname = {value}\n")),
        catalogue(&format!("[[gone]]\naddress = \"/bureau/2018/00009.html\"\nreason = {value}\non = 2018-08-01\n")),
    ]
}

/// Files with `number` in them.
fn files(number: &str) -> Vec<(&'static str, MemoryWorld)> {
    let spread = |between: &str| number.chars().map(String::from).collect::<Vec<_>>().join(between);
    let (head, tail) = number.split_at(6);
    let gbk = |text: &str| encoding_rs::GBK.encode(text).0.into_owned();
    let utf16 = |text: &str| [vec![0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat();
    let paragraph = |inner: &str| document(&format!("<w:p>{inner}</w:p>"));
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let types = ("[Content_Types].xml", "<Types/>");
    let plain = "<w:document><w:body><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:body></w:document>";
    let part = |name: &str, text: &str| package(&[types, ("word/document.xml", plain), (name, text)]);
    let csv = format!("名称,证件\n甲,{number}\n");
    let shared = package(&[
        types,
        ("xl/workbook.xml", "<workbook><sheets><sheet name='表' r:id='r'/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<R><Relationship Id='r' Target='worksheets/sheet1.xml'/></R>"),
        ("xl/sharedStrings.xml", &format!("<sst><si><r><t>{head}</t></r><r><t>{tail}</t></r></si></sst>")),
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c t='s'><v>0</v></c></row></sheetData></worksheet>"),
    ]);
    let formula = rows(&[&["名称"]])
        .replace("</sheetData>", &format!("<row><c t='str'><f>A1</f><v>{number}</v></c></row></sheetData>"));
    let made = rows(&[&["名称"]]).replace(
        "</sheetData>",
        &format!("<row><c t='str'><f>\"{head}\"&amp;\"{tail}\"</f><v>甲</v></c></row></sheetData>"),
    );
    vec![
        ("csv", file("表.csv", csv.clone())),
        ("csv gbk", file("表.csv", gbk(&csv))),
        ("csv utf-16", file("表.csv", utf16(&csv))),
        ("csv one line", file("表.csv", number)),
        ("csv quoted", file("表.csv", format!("名称,证件\n\"甲\",\"'{number}\"\n"))),
        ("csv a digit a cell", file("表.csv", format!("{}\n", spread(",")))),
        ("csv semicolons", file("表.csv", format!("名称;证件\n甲;{number}\n"))),
        ("csv broken in a cell", file("表.csv", format!("名称,证件\n甲,\"{head}\n{tail}\"\n"))),
        ("csv excel text", file("表.csv", format!("名称,证件\n甲,\"=\"\"{number}\"\"\"\n"))),
        ("table csv", table("表.csv", csv.clone())),
        ("table csv gbk", table("表.csv", gbk(&csv))),
        ("table csv cells", table("表.csv", format!("{}\n{}\n", spread(","), spread(",")))),
        ("table head", table("表.csv", format!("名称,{number}\n甲,乙\n"))),
        ("table xlsx", table("表.xlsx", sheet(&[&["名称", "证件"], &["甲", number]]))),
        ("xlsx", file("表.xlsx", sheet(&[&["名称", "证件"], &["甲", number]]))),
        (
            "xlsx a digit a cell",
            file(
                "表.xlsx",
                sheet(&[&number
                    .chars()
                    .map(String::from)
                    .collect::<Vec<_>>()
                    .iter()
                    .map(String::as_str)
                    .collect::<Vec<_>>()]),
            ),
        ),
        ("xlsx shared string", file("表.xlsx", shared)),
        (
            "xlsx second sheet",
            file("表.xlsx", workbook(&[("表", "", &rows(&[&["甲"]])), ("二", "", &rows(&[&[number]]))])),
        ),
        (
            "xlsx hidden sheet",
            file("表.xlsx", workbook(&[("表", "", &rows(&[&["甲"]])), ("二", "state='hidden'", &rows(&[&[number]]))])),
        ),
        ("xlsx sheet name", file("表.xlsx", workbook(&[(number, "", &rows(&[&["甲", "乙"]]))]))),
        ("xlsx formula result", file("表.xlsx", workbook(&[("表", "", &formula)]))),
        ("xlsx formula", file("表.xlsx", workbook(&[("表", "", &made)]))),
        ("xlsx comment", file("表.xlsx", workbook(&[("表", "", &format!("{}<legacyDrawing/>", rows(&[&["甲"]])))]))),
        ("docx", file("文.docx", paragraph(&run(number)))),
        ("docx runs", file("文.docx", paragraph(&format!("{}{}", run(head), run(tail))))),
        ("docx bold in between", file("文.docx", paragraph(&format!("{}<w:bookmarkStart/>{}", run(head), run(tail))))),
        (
            "docx no-break hyphen",
            file("文.docx", paragraph(&format!("<w:r><w:t>{head}</w:t><w:noBreakHyphen/><w:t>{tail}</w:t></w:r>"))),
        ),
        (
            "docx table",
            file("文.docx", document(&format!("<w:tbl><w:tr><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>", run(number)))),
        ),
        (
            "docx boxes",
            file(
                "文.docx",
                document(&format!(
                    "<w:tbl><w:tr>{}</w:tr></w:tbl>",
                    number.chars().fold(String::new(), |all, char| all
                        + "<w:tc><w:p>"
                        + &run(&char.to_string())
                        + "</w:p></w:tc>")
                )),
            ),
        ),
        (
            "docx text box",
            file(
                "文.docx",
                paragraph(&format!(
                    "<w:r><w:pict><v:textbox><w:txbxContent><w:p>{}</w:p></w:txbxContent></v:textbox></w:pict></w:r>",
                    run(number)
                )),
            ),
        ),
        (
            "docx deleted",
            file(
                "文.docx",
                paragraph(&format!("<w:del w:author='甲'><w:r><w:delText>{number}</w:delText></w:r></w:del>")),
            ),
        ),
        (
            "docx hidden",
            file("文.docx", paragraph(&format!("<w:r><w:rPr><w:vanish/></w:rPr><w:t>{number}</w:t></w:r>"))),
        ),
        (
            "docx field",
            file("文.docx", paragraph(&format!("<w:r><w:instrText>QUOTE {number}</w:instrText></w:r>{}", run("甲")))),
        ),
        (
            "docx header",
            file("文.docx", part("word/header1.xml", &format!("<w:hdr><w:p>{}</w:p></w:hdr>", run(number)))),
        ),
        (
            "docx footnote",
            file(
                "文.docx",
                part(
                    "word/footnotes.xml",
                    &format!("<w:footnotes><w:footnote><w:p>{}</w:p></w:footnote></w:footnotes>", run(number)),
                ),
            ),
        ),
        (
            "docx comment",
            file(
                "文.docx",
                part(
                    "word/comments.xml",
                    &format!(
                        "<w:comments><w:comment w:author='甲'><w:p>{}</w:p></w:comment></w:comments>",
                        run(number)
                    ),
                ),
            ),
        ),
        (
            "docx author",
            file(
                "文.docx",
                part(
                    "docProps/core.xml",
                    &format!("<cp:coreProperties><dc:creator>{number}</dc:creator></cp:coreProperties>"),
                ),
            ),
        ),
        (
            "docx title",
            file(
                "文.docx",
                part(
                    "docProps/core.xml",
                    &format!("<cp:coreProperties><dc:title>{number}</dc:title></cp:coreProperties>"),
                ),
            ),
        ),
        (
            "docx keywords",
            file(
                "文.docx",
                part(
                    "docProps/core.xml",
                    &format!("<cp:coreProperties><cp:keywords>{number}</cp:keywords></cp:coreProperties>"),
                ),
            ),
        ),
        (
            "docx custom",
            file(
                "文.docx",
                part(
                    "docProps/custom.xml",
                    &format!(
                        "<Properties><property name='证件'><vt:lpwstr>{number}</vt:lpwstr></property></Properties>"
                    ),
                ),
            ),
        ),
        (
            "pptx",
            file(
                "片.pptx",
                package(&[
                    types,
                    ("ppt/presentation.xml", "<p/>"),
                    ("ppt/slides/slide1.xml", &format!("<p:sld><a:p><a:r><a:t>{number}</a:t></a:r></a:p></p:sld>")),
                ]),
            ),
        ),
        ("txt", file("文.txt", number)),
        ("txt gbk", file("文.txt", gbk(&format!("证件：{number}")))),
        ("txt broken", file("文.txt", format!("{head}\n{tail}"))),
        ("json", file("数.json", format!("{{\"a\":\"{number}\"}}"))),
        ("xml", file("数.xml", format!("<a>{head}<b/>{tail}</a>"))),
        ("svg", file("图.svg", format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><text>{number}</text></svg>"))),
        ("html", file("页.html", format!("<!doctype html><p>{number}</p>"))),
        ("md.txt", file("稿.md.txt", format!("# {number}"))),
        ("file name", file(&format!("表{number}.txt"), "表")),
        ("ascii file name", file(&format!("{number}.txt"), "表")),
        ("spread file name", file(&format!("{head}-{tail}.txt"), "表")),
        ("ending", file(&format!("表.{number}"), "表")),
    ]
}

fn leaks(worlds: impl IntoIterator<Item = (String, MemoryWorld)>) -> Vec<String> {
    let mut leaks = Vec::new();
    for (name, world) in worlds {
        let (told, site) = build(&world);
        if let Some(site) = site {
            let held = holding(&site, &[IDENTITY, &IDENTITY.to_lowercase()]);
            if !held.is_empty() {
                leaks.push(format!("{name}: {held:?}, told {told:?}"));
            }
        }
    }
    leaks
}

#[test]
fn no_number_in_a_value_leaves_in_any_byte() {
    let worlds = toml_spellings(IDENTITY).into_iter().flat_map(|value| {
        let all = keys(&value).into_iter().chain(values(&value)).enumerate();
        all.map(|(at, world)| (format!("{at} {value}"), world)).collect::<Vec<_>>()
    });
    let leaks = leaks(worlds);
    assert!(leaks.is_empty(), "{leaks:#?}");
}

#[test]
fn no_number_in_a_file_leaves_in_any_byte() {
    let leaks = leaks(files(IDENTITY).into_iter().map(|(name, world)| (name.to_owned(), world)));
    assert!(leaks.is_empty(), "{leaks:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_number_leaves_wherever_it_stands(place in 0_usize..27, spelling in 0_usize..16, before in "[甲乙：， ]{0,3}") {
        let value = toml_spellings(IDENTITY).swap_remove(spelling).replacen(IDENTITY, &format!("{before}{IDENTITY}"), 1);
        let world = keys(&value).into_iter().chain(values(&value)).nth(place).expect("a place");
        let found = leaks([(value, world)]);
        prop_assert!(found.is_empty(), "{:#?}", found);
    }
}
