//! `gongkai diff`: what became of a catalogue is named, all of it and nothing else, whatever it is compared with.

mod base;
mod chance;
mod record;
mod revisions;

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;

use super::support::{
    binary::{Done, run},
    committed::at,
    project::Project,
};

/// An item of the field `field`.
fn item(field: &str, id: &str, title: &str, more: &str) -> String {
    format!(
        "[[item]]\nid = \"{id}\"\nfield = \"{field}\"\ntitle = \"{title}\"\ndisclosure = [\"执行公开\"]\nelements = [\"标题\", \"正文\"]\n\
         basis = [\"《中华人民共和国政府信息公开条例》第九条\"]\norganisation = \"bureau\"\nchannels = [\"政府网站\"]\naudience = \"全社会\"\n\
         level = [\"县级\"]\n{more}\n"
    )
}

const LIMIT: &str = "time_limit = \"自信息形成或者变更之日起20个工作日内\"\n";

/// A catalogue with one of each.
fn old() -> String {
    [
        "[[field]]\nid = \"a\"\ntitle = \"甲类\"\n[[field]]\nid = \"b\"\ntitle = \"乙类\"\n",
        &item("a", "stays", "不动的事项", LIMIT),
        &item("a", "goes", "取消的事项", LIMIT),
        &item("a", "moves", "移走的事项", LIMIT),
        &item("a", "shorter", "时限缩短的事项", LIMIT),
        &item("a", "renamed", "旧名称", LIMIT),
        &item("a", "number", "改序号的事项", "code = \"0101\"\n"),
        &item("b", "recoded", "改代号的事项", LIMIT),
        &item("b", "hidden", "不公开的底线", "way = \"不予公开\"\nground = \"第十四条\"\n"),
        &item("b", "opened", "转为公开的事项", "way = \"依申请\"\nground = \"第十四条\"\n"),
        "[[plan]]\nid = \"2018\"\ntitle = \"二〇一八年计划\"\n\
         [[task]]\nplan = \"2018\"\nnumber = 1\ntitle = \"第一项任务\"\ndue = 2018-06-30\n\
         [[task]]\nplan = \"2018\"\nnumber = 2\ntitle = \"第二项任务\"\n",
        "[[account]]\nid = \"wb\"\nplatform = \"微博\"\nname = \"发布\"\n",
        "[[website]]\ndomain = \"old.example.gov.cn\"\n",
        "[[register]]\nid = \"fees\"\ntitle = \"收费清单（本地）\"\ncolumns = [{ name = \"项目\", required = true }, { name = \"金额\", type = \"金额\", required = true }]\n",
        "[[allow]]\nrule = \"late-publication\"\nentry = \"2018/通知\"\nreason = \"系统故障\"\nowner = \"办公室\"\n",
    ]
    .concat()
}

/// The same after a year, in another order of keys, with comments.
fn new() -> String {
    let moved = item("b", "moves", "移走的事项", LIMIT);
    [
        "# 调整后\n[[field]]\ntitle = \"甲类\"  # 名称\nid = \"a\"\n[[field]]\nid = \"b\"\ntitle = \"乙类\"\n[[field]]\nid = \"c\"\ntitle = \"丙类\"\n",
        &item("a", "stays", "不动的事项", LIMIT),
        &item("a", "shorter", "时限缩短的事项", "time_limit = \"自信息形成或者变更之日起7个工作日内\"\n"),
        &item("a", "renamed", "新名称", LIMIT),
        &item("a", "number", "改序号的事项", "code = \"0199\"\n"),
        &item("b", "another-id", "改代号的事项", LIMIT),
        &item("b", "hidden", "不公开的底线", "way = \"不予公开\"\nground = \"第十五条\"\n"),
        &item("b", "opened", "转为公开的事项", "way = \"主动\"\n"),
        &moved,
        &item("c", "comes", "新增的事项", LIMIT).replace("[\"标题\", \"正文\"]", "[\"标题\", { name = \"文号\", each = true }]"),
        "[[plan]]\nid = \"2018\"\ntitle = \"二〇一八年计划\"\n\
         [[task]]\nplan = \"2018\"\nnumber = 1\ntitle = \"插进来的任务\"\n\
         [[task]]\nplan = \"2018\"\nnumber = 2\ntitle = \"第一项任务\"\ndue = 2018-09-30\n\
         [[task]]\nplan = \"2018\"\nnumber = 3\ntitle = \"第二项任务\"\n",
        "[[account]]\nid = \"wb\"\nplatform = \"微博\"\nname = \"发布\"\nclosed = 2018-11-01\n",
        "[[website]]\ndomain = \"new.example.gov.cn\"\n",
        "[[register]]\nid = \"fees\"\ntitle = \"收费清单（本地）\"\ncolumns = [{ name = \"项目\", required = true }, { name = \"金额\", type = \"金额\", required = true }, \"依据\"]\n",
        "[[allow]]\nrule = \"late-publication\"\nentry = \"2018/通知\"\nreason = \"系统故障，已修复\"\nowner = \"办公室\"\n",
    ]
    .concat()
}

const ROWS: &str = "项目,金额\n停车费,5\n场租,100\n工本费,3\n";
const OTHER_ROWS: &str = "金额,项目\n100,场租\n6,停车费\n20,查询费\n";

/// Two projects, before and after.
fn both() -> (Project, Project) {
    let (before, after) = (Project::base(), Project::base());
    before.write("catalogue/more.toml", old());
    after.write("catalogue/more.toml", new());
    before.write("content/2018/收费.csv", ROWS);
    after.write("content/2018/收费.csv", OTHER_ROWS);
    after.replace("catalogue/organisation.toml", "[[organisation]]", "[[organisation]]\nfax = \"0797-8000009\"");
    (before, after)
}

fn path(project: &Project) -> &str {
    project.root().to_str().expect("a path of ours")
}

fn diff(folder: &Path, args: &[&str]) -> Done {
    run(folder, ["diff"].iter().chain(args))
}

fn json(folder: &Path, args: &[&str]) -> Value {
    let done = diff(folder, &[args, &["--format", "json"]].concat());
    assert!(matches!(done.code, Some(0 | 1)), "{}", done.err);
    serde_json::from_str(&done.out).expect("JSON")
}

/// Kind, table and id of each change; of what is removed the old id.
fn named(difference: &Value) -> BTreeSet<(String, String, String)> {
    let text = |it: &Value| it.as_str().expect("a text").to_owned();
    let one = |it: &Value| {
        let side = if it["new"].is_null() { &it["old"] } else { &it["new"] };
        (text(&it["kind"]), text(&it["table"]), text(&side["id"]))
    };
    difference["changes"].as_array().expect("a list").iter().map(one).collect()
}

/// The change of the id `id`.
fn change<'d>(difference: &'d Value, id: &str) -> &'d Value {
    let is = |it: &&Value| it["new"]["id"] == id || it["old"]["id"] == id;
    difference["changes"].as_array().expect("a list").iter().find(is).unwrap_or_else(|| panic!("{id}: {difference}"))
}

fn key<'d>(change: &'d Value, name: &str) -> &'d Value {
    let keys = change["keys"].as_array().expect("a list");
    keys.iter().find(|it| it["key"] == name).unwrap_or_else(|| panic!("{name}: {change}"))
}

#[test]
fn every_kind_of_change_is_named_and_nothing_else() {
    let (before, after) = both();
    let all = json(before.root(), &[path(&before), path(&after)]);
    let expected = [
        ("added", "field", "c"),
        ("removed", "item", "a/goes"),
        ("moved", "item", "b/moves"),
        ("changed", "item", "a/shorter"),
        ("changed", "item", "a/renamed"),
        ("moved", "item", "a/number"),
        ("removed", "item", "b/recoded"),
        ("added", "item", "b/another-id"),
        ("changed", "item", "b/hidden"),
        ("changed", "item", "b/opened"),
        ("added", "item", "c/comes"),
        ("added", "task", "2018/1"),
        ("moved", "task", "2018/2"),
        ("moved", "task", "2018/3"),
        ("changed", "account", "wb"),
        ("removed", "website", "old.example.gov.cn"),
        ("added", "website", "new.example.gov.cn"),
        ("changed", "register", "fees"),
        ("changed", "organisation", "bureau"),
        ("changed", "rows", "content/2018/收费.csv"),
    ];
    let expected: BTreeSet<_> = expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned())).into();
    assert_eq!(named(&all), expected);
    assert_eq!((&all["equal"], &all["working_settings"]), (&false.into(), &1.into()));

    assert_eq!(key(change(&all, "a/shorter"), "time_limit")["limit"], "shorter");
    assert_eq!(key(change(&all, "a/renamed"), "title")["old"], "旧名称");
    assert_eq!(change(&all, "b/moves")["moves"][0]["old"], "甲类");
    assert_eq!(change(&all, "a/number")["moves"][0]["new"], "0199");
    // An equal title under another id is offered, not taken for the same.
    assert_eq!(change(&all, "b/recoded")["perhaps"][0], "b/another-id");
    assert_eq!(change(&all, "b/another-id")["perhaps"][0], "b/recoded");
    assert_eq!(change(&all, "b/hidden")["public"], false);
    assert_eq!(key(change(&all, "2018/2"), "due")["new"], "2018-09-30");
    assert_eq!(key(change(&all, "fees"), "columns")["added"][0]["name"], "依据");
    let rows = &change(&all, "content/2018/收费.csv")["rows"];
    assert_eq!(rows["key"], "项目");
    assert_eq!((&rows["added"][0], &rows["removed"][0]), (&"查询费".into(), &"工本费".into()));
    assert_eq!((&rows["changed"][0]["row"], &rows["changed"][0]["cells"][0]["new"]), (&"停车费".into(), &"6".into()));

    let zh = diff(before.root(), &[path(&before), path(&after)]).code(1).out;
    for words in [
        "（缩短）",
        "旧名称 → 新名称",
        "甲类 → 乙类",
        "可能就是",
        "0101 → 0199",
        "不予公开",
        "停车费：金额：5 → 6",
        "另有 1 处内部设置",
    ] {
        assert!(zh.contains(words), "{words}: {zh}");
    }
    assert!(!zh.contains("系统故障"), "{zh}");
    assert!(diff(before.root(), &[path(&before), path(&after), "--all"]).code(1).out.contains("系统故障，已修复"));
    let en = diff(before.root(), &[path(&before), path(&after), "--lang", "en"]).code(1).out;
    assert!(en.contains("(shorter)") && en.contains("Items: "), "{en}");
    // Equal input, equal bytes.
    assert_eq!(zh, diff(before.root(), &[path(&before), path(&after)]).out);
    assert_eq!(diff(before.root(), &[path(&before), path(&before)]).code(0).out.lines().last(), Some("没有变动"));
}

#[test]
fn how_it_is_written_is_no_change() {
    let (before, after) = (Project::base(), Project::base());
    before.write("catalogue/more.toml", old());
    // Other files, another order of keys and lists, variants of official words, long forms for short ones, CRLF, another encoding.
    let again = old()
        .replace(
            "elements = [\"标题\", \"正文\"]",
            "elements = [{ name = \"正文\" }, { name = \"标题\", each = false }]",
        )
        .replace("channels = [\"政府网站\"]", "channels = \"门户网站\"")
        .replace("[\"执行公开\"]", "\"execution\"");
    let (fields, rest) = again.split_once("[[item]]").expect("items");
    let (items, plans) = rest.split_once("[[plan]]").expect("plans");
    after.write("catalogue/x/1.toml", fields);
    after.write("catalogue/x/2.toml", format!("# 事项\n[[item]]{items}").replace('\n', "\r\n"));
    let utf16: Vec<u8> = "\u{feff}[[plan]]"
        .chars()
        .chain(plans.chars())
        .collect::<String>()
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    after.write("catalogue/z/3.toml", utf16);
    before.write("content/2018/收费.csv", ROWS);
    after.write("content/2018/收费.csv", "金额,项目\r\n100,场租\r\n3,工本费\r\n5,停车费\r\n");
    let done = diff(before.root(), &[path(&before), path(&after), "--all"]);
    assert!(done.code == Some(0), "{}", done.out);
}

#[test]
fn a_notice_tells_what_readers_see_and_is_an_entry() {
    let (before, after) = both();
    let done = diff(before.root(), &[path(&before), path(&after), "--format", "md"]).code(1);
    let notice = &done.out;
    for words in [
        "新增的公开事项",
        "转为公开的事项",
        "新增的事项",
        "取消的事项",
        "（缩短）",
        "旧名称",
        "甲类 → 乙类",
        "〔调整的原因〕",
        "draft = true",
    ] {
        assert!(notice.contains(words), "{words}: {notice}");
    }
    for words in ["不公开的底线", "第十五条", "系统故障", "第一项任务"] {
        assert!(!notice.contains(words), "{words}: {notice}");
    }
    // Saved below content it is a draft that is read without a fault of its form.
    let target = after.at("content/2018/调整.md");
    diff(after.root(), &[path(&before), path(&after), "--format", "md", "--output", target.to_str().expect("ours")])
        .code(1);
    let told = run(after.root(), ["check", "--format", "json", "-q"]);
    let own: Vec<_> =
        told.findings().into_iter().filter(|it| it.path.ends_with("调整.md") && it.code.starts_with("GK00")).collect();
    assert!(own.is_empty(), "{own:?}");
    // What only people know is not published as it stands.
    after.replace("content/2018/调整.md", "draft = true", "published = 2018-07-24\nmade = 2018-07-20");
    let told = run(after.root(), ["check", "--format", "json", "-q"]).findings();
    let left = told.iter().filter(|it| it.path.ends_with("调整.md") && it.name == "placeholder-left").count();
    assert!(left >= 3, "{told:?}");
    // What is there is not written over.
    diff(after.root(), &[path(&before), path(&after), "--output", target.to_str().expect("ours")]).code(2);
    // Nothing that readers see: no notice.
    after.write("catalogue/more.toml", old().replace("第十四条", "第十四条第一款"));
    let nothing = diff(before.root(), &[path(&before), path(&after), "--format", "md"]);
    assert!(
        nothing.out.contains("关于调整") || nothing.err.contains("没有公告可写"),
        "{} {}",
        nothing.out,
        nothing.err
    );
}

#[test]
fn hostile_names_mean_nothing_in_a_notice() {
    let (before, after) = (Project::base(), Project::base());
    before.write("catalogue/more.toml", "[[field]]\nid = \"a\"\ntitle = \"甲\"\n");
    let title = "|</td><script>alert(1)</script>[x](javascript:y) `*_\\\\ \\n+++\\n# 标题 \\u202e 11010519491231002X";
    after.write(
        "catalogue/more.toml",
        format!("[[field]]\nid = \"a\"\ntitle = \"甲\"\n{}", item("a", "x", title, LIMIT)),
    );
    for format in ["human", "json", "md"] {
        let done = diff(before.root(), &[path(&before), path(&after), "--format", format]).code(1);
        assert!(!done.out.contains("19491231002X"), "{}", done.out);
        if format == "md" {
            assert!(!done.out.contains("<script>") && done.out.contains("\\<script\\>"), "{}", done.out);
            assert_eq!(done.out.matches("\n+++\n").count(), 1, "{}", done.out);
        }
    }
}

#[test]
fn a_catalogue_alone_is_compared_and_what_cannot_be_read_is_told() {
    let (before, after) = both();
    let bare = before.at("catalogue");
    let done = diff(before.root(), &[bare.to_str().expect("ours"), path(&after)]).code(1);
    assert!(done.out.contains("没有比较") && !done.out.contains("停车费"), "{}", done.out);
    after.write("catalogue/broken.toml", "[[item]\nid = = \"x\"\n[[nothing]]\na = 1\n");
    let done = diff(before.root(), &[path(&before), path(&after)]).code(1);
    assert!(done.out.contains("catalogue/broken.toml:") && done.out.contains("读不懂，没有比较"), "{}", done.out);
    let told = json(before.root(), &[path(&before), path(&after)]);
    assert!(!told["new"]["unread"].as_array().expect("a list").is_empty(), "{told}");
}

#[test]
fn rows_of_registers_of_the_house_are_only_counted() {
    let (before, after) = (Project::base(), Project::base());
    let register = "[[register]]\nid = \"own\"\ntitle = \"内部台账\"\npublic = false\ncolumns = [{ name = \"申请人\", required = true }, { name = \"结果\", required = true }]\n";
    for (project, rows) in [(&before, "申请人,结果\n张三,公开\n"), (&after, "申请人,结果\n张三,不予公开\n李四,公开\n")]
    {
        project.write("catalogue/own.toml", register);
        project.write("content/2018/台账.csv", rows);
    }
    for format in ["human", "json"] {
        let done = diff(before.root(), &[path(&before), path(&after), "--format", format]).code(1);
        assert!(done.out.contains("台账") && !done.out.contains("张三") && !done.out.contains("李四"), "{}", done.out);
    }
    let told = json(before.root(), &[path(&before), path(&after)]);
    assert_eq!(told["changes"][0]["rows"]["added_count"], 1);
}

#[test]
fn json_is_what_its_schema_says() {
    let schema: Value =
        serde_json::from_str(&fs::read_to_string(at("docs/en/diff.schema.json")).expect("the schema")).expect("JSON");
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    let (before, after) = both();
    for args in [&[path(&before), path(&after), "--all"][..], &[path(&before), path(&before)]] {
        let told = json(before.root(), args);
        let faults: Vec<String> = schema.iter_errors(&told).map(|it| format!("{} {it}", it.instance_path())).collect();
        assert!(faults.is_empty(), "{faults:#?}");
    }
}
