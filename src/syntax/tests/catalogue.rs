//! Catalogue files.

use super::{of_catalogue, told};
use crate::{
    day::Day,
    diagnostic::Findings,
    record::schema::{Element, Item},
    source::FileId,
    syntax::{Declared, catalogue},
};

const ITEM: &str = "[[item]]\nid = \"x\"\nfield = \"a\"\n";

/// What is told of one line in an item, and of the line behind it, which must stay readable.
fn line(line: &str) -> Vec<&'static str> {
    let text = format!("{ITEM}{line}\ntittle = \"后\"\n");
    let after = 4 + line.matches('\n').count() + 1;
    let mut codes = of_catalogue(&text);
    assert_eq!(codes.pop(), Some((after, "GK0004")), "{line}: the next line is read");
    codes
        .iter()
        // The keys that the item lacks.
        .filter(|it| **it != (1, "GK0006"))
        .map(|(at, code)| {
            assert!((4..after).contains(at), "{line}: told at line {at}");
            *code
        })
        .collect()
}

#[test]
fn each_mistake_is_told_once() {
    for (written, codes) in [
        // 0002
        ("title＝\"好\"", &["GK0002"][..]),
        ("title = “好”", &["GK0002"]),
        ("title = \"好”", &["GK0002"]),
        ("title = “好\"", &["GK0002"]),
        ("title = ‘好’", &["GK0002"]),
        ("title = “关于“放管服”、“双随机”的通知”", &["GK0002"]),
        ("level = [\"县级\"，\"乡级\"]", &["GK0002"]),
        ("level = [“县级”，“乡级”]", &["GK0002"]),
        ("level = 【\"县级\"】", &["GK0002"]),
        ("audience = ｛ group = \"企业\" ｝", &["GK0002"]),
        ("　　title = \"好\"", &["GK0002"]),
        ("title = \"好\"　＃ 说明", &["GK0002"]),
        ("due = ２０１８-０１-０１", &["GK0002"]),
        // 0003
        ("title: \"好\"", &["GK0003"]),
        ("title \"好\"", &["GK0003"]),
        ("title == \"好\"", &["GK0003"]),
        ("title =", &["GK0003"]),
        ("title = 好", &["GK0003"]),
        ("title = \"好", &["GK0003"]),
        ("title = '好", &["GK0003"]),
        ("title = \"\"\"好", &["GK0003"]),
        ("title = \"好\" 的", &["GK0003"]),
        ("title = \"好\",", &["GK0003"]),
        ("title = \"关于\"放管服\"的通知\"", &["GK0003"]),
        ("title = \"商贸\\国内贸易\"", &["GK0003"]),
        ("level = [县级, 乡级]", &["GK0003", "GK0003"]),
        ("level = [\"县级\" \"乡级\"]", &["GK0003"]),
        ("level = [\"县级\",, \"乡级\"]", &["GK0003"]),
        ("level = [\"县级\", \"乡级\"", &["GK0003"]),
        ("level = [\"县级\",\n  \"乡级\",", &["GK0003"]),
        ("level = [\"县级\"}", &["GK0003"]),
        ("level = [\"县级\"]]", &["GK0003"]),
        ("audience = { group = \"企业\"", &["GK0003"]),
        ("audience = { group \"企业\" }", &["GK0003"]),
        ("title = \"甲\"\ntitle = \"乙\"", &["GK0003"]),
        ("随手写的一句话", &["GK0003"]),
        ("- 甲", &["GK0003"]),
        ("// 说明", &["GK0003"]),
        ("extra = { 栏目 = \"好\" }", &["GK0003"]),
        ("code = 0505", &["GK0003"]),
        // 0004
        ("标题 = \"好\"", &["GK0004"]),
        ("\"标题\" = \"好\"", &["GK0004"]),
        ("meeting = \"好\"", &["GK0004"]),
        ("audience = { grop = \"企业\" }", &["GK0004"]),
        // 0005
        ("due = 2018年5月3日", &["GK0005"]),
        ("due = \"2018-05-03\"", &["GK0005"]),
        ("due = 2018/5/3", &["GK0005"]),
        ("due = 2018.5.3", &["GK0005"]),
        ("due = 20180503", &["GK0005"]),
        ("due = 2018-5-3", &["GK0005"]),
        ("due = 2018-02-30", &["GK0005"]),
        ("due = 2018-13-01", &["GK0005"]),
        ("due = \"2018-02-30\"", &["GK0005"]),
        ("due = 0001-01-01", &["GK0005"]),
        ("due = 9999-01-01", &["GK0005"]),
        ("due = 2018-05-03T09:30:00+08:00", &["GK0005"]),
        ("due = 09:30:00", &["GK0005"]),
        ("due = 明天", &["GK0005"]),
        ("title = 12", &["GK0005"]),
        ("title = [\"好\"]", &["GK0005"]),
        ("title = { a = 1 }", &["GK0005"]),
        ("title = 2018-05-03", &["GK0005"]),
        ("elements = [{ name = \"甲\", each = \"是\" }]", &["GK0005"]),
        ("elements = [{ name = \"甲\", each = 是 }]", &["GK0005"]),
        ("disclosure = \"决策公开、结果公开\"", &["GK0005"]),
        ("extra = \"好\"", &["GK0005"]),
        ("way = true", &["GK0005"]),
        // 0006
        ("elements = [{ each = true }]", &["GK0006"]),
        // 0007
        ("way = \"主动公布\"", &["GK0007"]),
        ("facet = [\"政策解读\", \"区县\"]", &["GK0007"]),
        // 0013
        ("code = \"1136070М\"", &["GK0013"]),
        // Fine.
        ("title = \"关于“放管服”、“双随机”的通知\"", &[]),
        ("title = '商贸\\国内贸易'", &[]),
        ("title = \"\"\"\n好\n\"\"\"", &[]),
        ("level = [ # 说明\n  \"县级\", # [[item]]\n  \"乡级\",\n]", &[]),
        ("audience = \"全社会\"", &[]),
        ("extra = { \"网站 栏目\" = \"好\", a = \"b\" }", &[]),
        ("level = \"县级\"", &[]),
    ] {
        assert_eq!(line(written), codes, "{written}");
    }
}

#[test]
fn heads_are_mended() {
    for (head, codes) in [
        ("[item]", &["GK0005"][..]),
        ("[[item]", &["GK0003"]),
        ("[item]]", &["GK0003"]),
        ("[[item", &["GK0003"]),
        ("【【item】】", &["GK0002"]),
        ("[[item]] 说明", &["GK0003"]),
        ("[[ item ]] # 说明", &[]),
        ("[[itme]]", &["GK0004"]),
        ("[[公开事项]]", &["GK0004"]),
    ] {
        let text = format!(
            "{head}\nid = \"x\"\nfield = \"a\"\ntitle = \"好\"\norganisation = \"b\"\n\n[[field]]\nid = \"a\"\n"
        );
        let mut expected: Vec<_> = codes.iter().map(|code| (1, *code)).collect();
        expected.push((7, "GK0006"));
        assert_eq!(of_catalogue(&text), expected, "{head}");
    }
    let site = "title = \"a\"\norganisation = \"b\"\nurl = \"https://a/\"\n";
    assert_eq!(of_catalogue(&format!("[[site]]\n{site}")), [(1, "GK0005")]);
    assert_eq!(of_catalogue(&format!("[site]\n{site}[site]\n{site}")), [(5, "GK0003")]);
    assert_eq!(of_catalogue(&format!("title = \"x\"\n[site]\n{site}")), [(1, "GK0004")]);
    assert_eq!(of_catalogue("item = 1\n"), [(1, "GK0005")]);
}

#[test]
fn settings_are_numbers_and_days() {
    let text = "[settings.due-soon]\ndays = \"5\"\n[settings.unreviewed]\nsince = \"2018-01-01\"\nsteps = [\"secrecy\"]\nname = \"好\"\n";
    assert_eq!(of_catalogue(text), [(2, "GK0005"), (4, "GK0005"), (6, "GK0004")]);
}

#[test]
fn many_mistakes_in_one_file_are_all_told() {
    let text = "\
[[item]]
id = \"A b\"
field = “a”
标题 = \"x\"
way = 主动公布
due = 2018年5月3日
elements = [\"甲\", \"乙\"
channels = [\"政府网站\" \"两微一端\"]
随手写的一句话

[[task]]
plan = 2018
number = \"3\"

[site
title: \"x\"
";
    let expected = [
        (1, "GK0006"),
        (2, "GK0005"),
        (3, "GK0002"),
        (4, "GK0004"),
        (5, "GK0003"),
        (5, "GK0007"),
        (6, "GK0005"),
        (7, "GK0003"),
        (8, "GK0003"),
        (9, "GK0003"),
        (11, "GK0006"),
        (12, "GK0005"),
        (13, "GK0005"),
        (15, "GK0003"),
        (15, "GK0006"),
        (15, "GK0006"),
        (16, "GK0003"),
    ];
    assert_eq!(of_catalogue(text), expected);
}

fn declared(text: &str) -> (Vec<Declared>, Findings) {
    let mut findings = Findings::new();
    let declared = catalogue(FileId(7), text, &mut findings);
    (declared, findings)
}

#[test]
fn what_is_clear_is_read_all_the_same() {
    let (declared, _) = declared(
        "[item]\nid＝“x”\nfield = a\ntitle = \"好\ndue = 2018年5月3日\ndisclosure = \"决策公开、结果公开\"\nelements = [\"甲\", { name = \"乙\", each = 是 }\nway = 主动\n",
    );
    let record = declared[0].record.clone().of::<Item>();
    assert_eq!(record.get(Item::ID), Some("x"));
    assert_eq!(record.get(Item::FIELD), Some("a"));
    assert_eq!(record.get(Item::TITLE), Some("好"));
    assert_eq!(record.get(Item::DUE), "2018-05-03".parse::<Day>().ok());
    assert_eq!(record.all(Item::DISCLOSURE).count(), 2);
    let elements: Vec<_> =
        record.all(Item::ELEMENTS).map(|it| (it.get(Element::NAME), it.get(Element::EACH))).collect();
    assert_eq!(elements, [(Some("甲"), None), (Some("乙"), Some(true))]);
    assert_eq!(record.get(Item::WAY), Some(crate::vocabulary::Way::Active));
}

#[test]
fn what_cannot_be_read_is_there_all_the_same() {
    let (declared, _) = declared(
        "[[item]]\nid = \"x\"\nfield = \"a\"\ntitel = \"好\"\nway = \"主动公布\"\ndue = 2018-02-30\nelements = 5\noffice =\n",
    );
    let record = declared[0].record.clone().of::<Item>();
    assert_eq!(record.get(Item::TITLE), Some("好"), "a slip of a letter is read as what it was meant to be");
    for key in [Item::WAY.any(), Item::DUE.any(), Item::OFFICE.any()] {
        assert!(record.is_unread(key), "{key:?}");
    }
    assert_eq!((record.get(Item::WAY), record.get(Item::DUE), record.get(Item::OFFICE)), (None, None, None));
    assert!(!record.is_unread(Item::ID) && !record.is_unread(Item::BASIS));
}

#[test]
fn places_are_those_of_the_file() {
    let text = "[[item]]\nid＝“x”，\nfield = \"好\"\n[[item]]\nid = \"y\"\nfield = \"b\"\n";
    let (declared, findings) = declared(text);
    assert!(!told(text, &findings).is_empty());
    let at = |range: crate::source::Range| &text[range.bytes()];
    assert_eq!(declared.len(), 2);
    let item = |at: usize| declared[at].record.clone().of::<Item>();
    assert_eq!(at(item(0).range), "[[item]]");
    assert_eq!(at(item(0).span_of(Item::ID).range), "“x”");
    assert_eq!(at(item(0).key_span_of(Item::ID).range), "id");
    assert_eq!(at(item(0).span_of(Item::FIELD).range), "\"好\"");
    assert_eq!(at(item(1).span_of(Item::FIELD).range), "\"b\"");
    let first = item(0);
    let order: Vec<_> = first.fields().map(|field| field.name).collect();
    assert_eq!(order, [Item::ID.into(), Item::FIELD.into()]);
}
