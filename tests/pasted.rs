//! Text as it is pasted from Word, WeChat and old sites: what is told of it, and what its edits make of it.

use gongkai::internals::diagnostic::{Diagnostic, Edit};
use proptest::prelude::*;

use super::support::{
    edits::apply,
    library::{self, Checked},
};

/// The base project's notice with `text`.
fn notice(text: &str) -> (String, Checked) {
    let world = library::base();
    let whole = String::from_utf8(world.get("content/2018/通知.md").expect("there").to_vec()).expect("UTF-8");
    let (head, _) = whole.rsplit_once("+++\n").expect("front matter");
    let whole = format!("{head}+++\n{text}");
    let mut world = library::base();
    world.write("content/2018/通知.md", whole.clone());
    (whole, library::check(world, None))
}

/// What is told of pasted text.
fn told(checked: &Checked) -> impl Iterator<Item = &Diagnostic> {
    checked.report.diagnostics.iter().filter(|it| it.finding.rule.code.starts_with("GK19"))
}

/// The codes told of `text`, the text with all edits made, and whether all of them are safe.
pub fn mended(text: &str) -> (Vec<&'static str>, String, bool) {
    let (whole, checked) = notice(text);
    let fixes: Vec<&[Edit]> = told(&checked).map(|it| &*it.finding.fix).collect();
    let safe = fixes.iter().all(|it| !it.is_empty() && it.iter().all(|it| it.safe));
    let made = apply(&whole, fixes);
    let (_, body) = made.rsplit_once("+++\n").expect("front matter");
    (told(&checked).map(|it| it.finding.rule.code).collect(), body.to_owned(), safe)
}

/// Each text becomes the other by safe edits, and nothing is told of that.
pub fn become_safely(code: &str, pairs: &[(&str, &str)]) {
    for (text, wanted) in pairs {
        let (codes, made, safe) = mended(text);
        assert!(!codes.is_empty() && codes.iter().all(|it| *it == code), "{text}: {codes:?}");
        assert_eq!(made, *wanted, "{text}");
        assert!(safe, "{text}");
        let (after, ..) = mended(&made);
        assert!(after.is_empty(), "{made}: {after:?}");
    }
}

pub fn is_left_alone(texts: &[&str]) {
    for text in texts {
        let (codes, ..) = mended(text);
        assert_eq!(codes, [""; 0], "{text}");
    }
}

#[test]
fn lines_that_run_together_are_set_apart() {
    become_safely(
        "GK1903",
        &[
            (
                "通知如下：\n一、高度重视\n（一）加强领导\n1、按时报送\n某区某局\n2026年1月5日\n",
                "通知如下：\n\n一、高度重视\n\n（一）加强领导\n\n1、按时报送\n\n某区某局\n\n2026年1月5日\n",
            ),
            ("要求如下：\n①甲项工作。\n②乙项工作。\n", "要求如下：\n\n①甲项工作。\n\n②乙项工作。\n"),
            (
                "几点要求\n⒈各村、各单位要高度重视。\n⒉各村要报送情况。\n",
                "几点要求\n\n⒈各村、各单位要高度重视。\n\n⒉各村要报送情况。\n",
            ),
            ("一、总则\n(一)甲。\n(二)乙。\n", "一、总则\n\n(一)甲。\n\n(二)乙。\n"),
            (
                "一、堅持系統集成\n1.全面實施清單管理。\n2.持續深化改革。\n",
                "一、堅持系統集成\n\n1.全面實施清單管理。\n\n2.持續深化改革。\n",
            ),
            (
                "各科室：\n为做好防汛工作，现通知如下。\n特此通知。\n",
                "各科室：\n\n为做好防汛工作，现通知如下。\n\n特此通知。\n",
            ),
            ("　　为做好工作，现通知如下。\n　　请遵照执行。\n", "　　为做好工作，现通知如下。\n\n　　请遵照执行。\n"),
            (
                "第一条 为了规范管理，制定本办法。\n第二条 本办法适用于本区。\n",
                "第一条 为了规范管理，制定本办法。\n\n第二条 本办法适用于本区。\n",
            ),
            ("地址：甲路\t邮编：1\n电话：2\t传真：3\n", "地址：甲路\t邮编：1\n\n电话：2\t传真：3\n"),
            ("甲项工作。\n　　\n乙项工作。\n\u{a0}\n丙项工作。\n", "甲项工作。\n\n乙项工作。\n\n丙项工作。\n"),
            ("请落实值守。\n某区某局\n二〇二六年一月五日\n", "请落实值守。\n\n某区某局\n\n二〇二六年一月五日\n"),
            ("要求：\n-落实值守\n-按时报送\n", "要求：\n- 落实值守\n- 按时报送\n"),
            ("条件：\n\t一、年满十八周岁。\n\t二、本区户籍。\n", "条件：\n\n一、年满十八周岁。\n\n二、本区户籍。\n"),
            ("办理时间：\n（1）上午办理。\n（2）下午办理。\n", "办理时间：\n\n（1）上午办理。\n\n（2）下午办理。\n"),
        ],
    );
    is_left_alone(&[
        "一、甲\n\n二、乙\n",
        "一、甲  \n二、乙\n",
        "- 甲\n- 乙\n",
        "1. 甲\n2. 乙\n",
        "本办法所称的各类从事生产经营活动的单位，是指依照中华人民共和国法律设立的企业，\n包括分支机构和依照\n第三条规定登记的个体户。\n",
        "本办法适用于本区行政区域内所有从事食品生产、经营活动的单位，也适用于个体工商户和\n其他组织，依照有关法律、行政法规的规定执行\n",
        "气温-5℃。\n\n-5℃以下停工。\n\n-全文完-\n",
        "> 一、甲\n> 二、乙\n",
        "```\n一、甲\n二、乙\n```\n",
        "同比增长\n3.5万元。\n",
    ]);
}

#[test]
fn a_text_broken_at_a_width_is_told_and_not_mended_unasked() {
    let text = "一、高度重视防汛工作，各单位要按照市委、市政府的统一部署，切实加强组织领导和值班\n值守，落实责任到人到岗，确保安全度汛。\n二、按时报送情况。\n";
    let (codes, made, safe) = mended(text);
    assert_eq!((codes.as_slice(), safe), (["GK1903"].as_slice(), false));
    assert!(made.contains("值班\n值守") && made.contains("\n\n二、"), "{made}");
}

#[test]
fn headings_that_are_none_become_some() {
    become_safely(
        "GK1902",
        &[
            ("##申报条件\n\n甲。\n", "## 申报条件\n\n甲。\n"),
            ("＃＃ 申报条件\n\n甲。\n", "## 申报条件\n\n甲。\n"),
            ("＃ 申报条件\n", "# 申报条件\n"),
            ("＃＃申报条件\n", "## 申报条件\n"),
            ("##　申报条件\n", "## 申报条件\n"),
            ("###（一）条件\n", "### （一）条件\n"),
            ("##一、标题\n##二、标题\n", "## 一、标题\n## 二、标题\n"),
            ("#＃ 申报条件\n", "## 申报条件\n"),
            ("##“放管服”改革\n", "## “放管服”改革\n"),
        ],
    );
    is_left_alone(&[
        "#安全生产月# 活动开始。\n",
        "#3楼大厅\n",
        "## 标题\n",
        "####### 七个\n",
        "电话按#号键。\n",
        "\\##标题\n",
    ]);
    assert_eq!(mended("#申报条件\n"), (vec!["GK1902"], "# 申报条件\n".to_owned(), false));
}

#[test]
fn indented_paragraphs_are_no_code() {
    become_safely(
        "GK1904",
        &[
            ("甲。\n\n    乙，是从Word粘贴的。\n", "甲。\n\n乙，是从Word粘贴的。\n"),
            ("\t一、甲。\n\n\t二、乙。\n", "一、甲。\n\n二、乙。\n"),
            ("甲。\n\n    乙。\n    丙。\n", "甲。\n\n乙。\n\n丙。\n"),
            ("甲。\n\n     　　乙。\n", "甲。\n\n　　乙。\n"),
            ("    2018年3月8日，镇党委召开会议。\n", "2018年3月8日，镇党委召开会议。\n"),
        ],
    );
    is_left_alone(&["    gongkai build\n", "```\n    值守\n```\n", "- 甲\n\n    乙\n"]);
    let (codes, _, safe) = mended("    [[item]]\n    title = \"值守\"\n");
    assert_eq!((codes.as_slice(), safe), (["GK1904"].as_slice(), false));
}

#[test]
fn links_that_are_none_become_some() {
    become_safely(
        "GK1905",
        &[
            ("见【值守表】（值守表.pdf）。\n", "见[值守表](值守表.pdf)。\n"),
            ("见[值守表]（值守表.pdf）。\n", "见[值守表](值守表.pdf)。\n"),
            ("见【值守表】(值守表.pdf)。\n", "见[值守表](值守表.pdf)。\n"),
            ("见[申请表](申请表 (1).docx)。\n", "见[申请表](<申请表 (1).docx>)。\n"),
            ("见[申请表](申请 表.docx)和说明（另附）。\n", "见[申请表](<申请 表.docx>)和说明（另附）。\n"),
            ("见[网页]（https://www.example.gov.cn/）。\n", "见[网页](https://www.example.gov.cn/)。\n"),
            ("见【办法】（../办法.md#总则）。\n", "见[办法](../办法.md#总则)。\n"),
            ("见【值守表】（值守表.pdf)。\n", "见[值守表](值守表.pdf)。\n"),
        ],
    );
    is_left_alone(&[
        "【解读】（图文）\n",
        "【注】（详见附件）\n",
        "`[甲]（甲.pdf）`\n",
        "[网页](https://www.example.gov.cn/a.html \"标 题\")\n",
        "```\n【甲】（甲.pdf）\n```\n",
    ]);
}

#[test]
fn pictures_with_a_full_width_mark_become_some() {
    let (codes, made, safe) = mended("现场如下：\n\n！[现场](https://www.example.gov.cn/现场.jpg)\n");
    assert_eq!((codes.as_slice(), safe), (["GK1905"].as_slice(), true));
    assert_eq!(made, "现场如下：\n\n![现场](https://www.example.gov.cn/现场.jpg)\n");
    assert!(!mended("祝贺！[现场](https://www.example.gov.cn/现场.jpg)\n").2);
    is_left_alone(&["祝贺！[名单](https://www.example.gov.cn/)\n"]);
}

#[test]
fn texts_broken_at_a_width_are_told_from_pasted_ones() {
    become_safely(
        "GK1903",
        &[
            // Lines that say what they are, and a list without full stops.
            (
                "当事人：示例有限公司\n主体资格：营业执照\n联系电话：0797-8000000\n",
                "当事人：示例有限公司\n\n主体资格：营业执照\n\n联系电话：0797-8000000\n",
            ),
            (
                "1.示例市大力推进许可制度改革，简化流程，压减时限\n2.示例区推进紧密型医联体建设\n3.示例县放宽准入\n",
                "1.示例市大力推进许可制度改革，简化流程，压减时限\n\n2.示例区推进紧密型医联体建设\n\n3.示例县放宽准入\n",
            ),
            (
                "1　总则\n1.1　编制目的\n为做好防汛工作。\n2　组织机构\n",
                "1　总则\n\n1.1　编制目的\n\n为做好防汛工作。\n\n2　组织机构\n",
            ),
            // A title in two pieces stays one; its number and whom the letter greets do not belong to it.
            (
                "示例市人民政府办公室关于做好\n夏季防汛工作的通知\n示府办发〔2018〕9号\n各县（区）人民政府：\n请落实值守。\n",
                "示例市人民政府办公室关于做好\n夏季防汛工作的通知\n\n示府办发〔2018〕9号\n\n各县（区）人民政府：\n\n请落实值守。\n",
            ),
            // Below the text: attachments, who signs, the day, remarks, copies.
            (
                "特此通知。\n附件：值守表\n示例局\n2018年6月20日\n（此件公开发布）\n抄送：市委办公室。\n",
                "特此通知。\n\n附件：值守表\n\n示例局\n\n2018年6月20日\n\n（此件公开发布）\n\n抄送：市委办公室。\n",
            ),
            // Names and posts below each other.
            ("张　某　　示例局局长\n李某某　　示例局副局长\n", "张　某　　示例局局长\n\n李某某　　示例局副局长\n"),
            // Indented by blanks that no editor writes.
            ("甲项工作\n\u{a0}\u{a0}\u{a0}\u{a0}乙项工作\n", "甲项工作\n\n\u{a0}\u{a0}\u{a0}\u{a0}乙项工作\n"),
            // More blanks at a line's end than break it in Markdown.
            ("要求：\n甲项。      \n2018年6月20日\n", "要求：\n\n甲项。      \n\n2018年6月20日\n"),
        ],
    );
    is_left_alone(&[
        "办理时间是工作日，上午九时到十二时。\n办理地点在政务服务大厅。\n",
        "本办法所称单位，是指依照法律设立的企业、事业单位和其他组织，包括它们的分支机构，不包括个体工\n商户。\n",
    ]);
}

#[test]
fn what_stands_beside_a_paragraph_does_not_swallow_it() {
    become_safely(
        "GK1903",
        &[
            (
                "| 项目 | 金额 |\n|---|---|\n| 甲 | 1 |\n合计：1万元\n特此公告。\n",
                "| 项目 | 金额 |\n|---|---|\n| 甲 | 1 |\n\n合计：1万元\n特此公告。\n",
            ),
            // What belongs to an item of a list stays in it.
            (
                "1. 要求如下：\n   （一）甲。\n   （二）乙。\n2. 其他。\n",
                "1. 要求如下：\n\n   （一）甲。\n\n   （二）乙。\n2. 其他。\n",
            ),
            ("问：什么时候办理？\n答：工作日办理。\n", "问：什么时候办理？\n\n答：工作日办理。\n"),
            ("1月5日 召开会议\n2月3日 下发通知\n", "1月5日 召开会议\n\n2月3日 下发通知\n"),
            ("收入    1200\n支出    1100\n结余    100\n", "收入    1200\n\n支出    1100\n\n结余    100\n"),
        ],
    );
    become_safely(
        "GK1902",
        &[
            ("汛期已到。\n-----\n请落实值守。\n", "汛期已到。\n\n-----\n请落实值守。\n"),
            ("汛期已到，请做好值守：\n======\n", "汛期已到，请做好值守：\n\n======\n"),
        ],
    );
    // Names of things and what they are have no head.
    let (codes, _, safe) = mended("单位名称\t示例公司\n法定代表人\t张某\n注册地址\t示例路1号\n");
    assert_eq!((codes.as_slice(), safe), (["GK1901"].as_slice(), false));
    is_left_alone(&[
        "小标题\n---\n\n正文。\n",
        "- 甲项\n  说明一句话。\n- 乙项\n",
        "| 项目 | 金额 |\n|---|---|\n| 甲 |\n\n合计：1\n",
        "示例局  \n地址：示例路1号  \n邮编：341000\n",
    ]);
}

#[test]
fn what_word_leaves_behind_is_taken_away() {
    become_safely(
        "GK1908",
        &[
            (
                "会议时间<o:p></o:p>为<st1:chsdate Year=\"2018\">2018年5月3日</st1:chsdate>。\n",
                "会议时间为2018年5月3日。\n",
            ),
            ("甲。\n\n- 3 -\n\n乙。\n", "甲。\n\n\n\n乙。\n"),
            ("甲。\n\n第3页 共5页\n\n乙。\n", "甲。\n\n\n\n乙。\n"),
            ("甲。\n\n— 3 —\n", "甲。\n\n\n"),
        ],
    );
    is_left_alone(&["`<o:p>`\n", "<https://www.example.gov.cn/>\n", "- 3\n- 4\n", "见第3页。\n", "---\n"]);
    assert!(!mended("各单位要落实\n\n- 3 -\n\n值守责任。\n").2);
}

#[test]
fn pictures_that_will_not_show_are_told() {
    for text in [
        "![现场](https://mmbiz.qpic.cn/mmbiz_jpg/abc/640?wx_fmt=jpeg)\n",
        "![现场](//img.example.cn/a.png)\n",
        "<section><img data-src=\"https://mmbiz.qpic.cn/a/640\" class=\"rich_pages\"></section>\n",
        "<img src=\"http://other.gov.cn/a.jpg\">\n",
        "![现场](data:image/png;base64,iVBORw0KGgo=)\n",
        "![]()\n",
    ] {
        let (_, checked) = notice(text);
        let codes: Vec<_> = checked.report.diagnostics.iter().map(|it| it.finding.rule.code).collect();
        assert!(codes.contains(&"GK1906") && !codes.contains(&"GK1401"), "{text}: {codes:?}");
    }
    is_left_alone(&["![现场](https://www.example.gov.cn/a.png)\n", "[网页](https://other.gov.cn/)\n"]);
}

#[test]
fn files_passed_over_for_their_names_are_told() {
    let told_of = |path: &str| {
        let mut world = library::base();
        world.write(path, "title = \"甲\"\n");
        told(&library::check(world, None)).any(|it| it.finding.rule.code == "GK1910")
    };
    for path in [
        "content/甲.md.txt",
        "content/乙.MD",
        "content/2018/丙.markdown",
        "content/丁.Md",
        "content/戊.MD.TXT",
        "content/己.md.docx",
        "catalogue/more.toml.txt",
        "catalogue/more.TOML",
    ] {
        assert!(told_of(path), "{path}");
    }
    for path in
        ["content/甲.txt", "content/甲.docx", "catalogue/README.md", "catalogue/说明.txt", "content/2018/名单.csv"]
    {
        assert!(!told_of(path), "{path}");
    }
}

#[test]
fn entries_beside_their_folder_are_told_with_the_way_there() {
    let entry = "+++\ntitle = \"甲\"\nitem = \"policy/notices\"\n+++\n正文。\n";
    let helps = |files: &[(&str, &str)]| -> Vec<String> {
        let mut world = library::base();
        for (path, text) in files {
            world.write(*path, *text);
        }
        let checked = library::check(world, None);
        told(&checked)
            .map(|it| format!("{} {}", it.finding.rule.code, it.finding.help.as_ref().expect("help").zh))
            .collect()
    };
    for (path, to) in [
        ("甲.md", "content/甲.md"),
        ("docs/2018/甲.md", "content/2018/甲.md"),
        ("catalogue/甲.md", "content/甲.md"),
        ("catalogue/items/甲.MD", "content/items/甲.MD"),
    ] {
        assert_eq!(helps(&[(path, entry)]), [format!("GK1910 移动：{path} → {to}")]);
    }
    assert_eq!(
        helps(&[("2018/通知.md", entry), ("docs/2018/通知.md", entry)]),
        [
            "GK1910 移动：2018/通知.md → content/通知.md",
            "GK1910 content 里已经有 2018/通知.md 了：看看是不是同一份，不是的改个名再移过去"
        ]
    );
    for (path, text) in [
        ("README.md", "# 说明\n"),
        ("catalogue/README.md", "目录的说明。\n"),
        ("docs/index.md", "+++\ntitle = \"甲\"\ndate = 2018-01-01\n+++\n"),
        ("甲.txt", entry),
    ] {
        assert_eq!(helps(&[(path, text)]), [""; 0], "{path}");
    }
}

/// Lines as they are pasted, in any order.
fn pasted() -> impl Strategy<Value = String> {
    let line = prop::sample::select(vec![
        "各科室：",
        "一、落实值守",
        "（一）二十四小时值班。",
        "1.按时报送",
        "1. 按时报送；",
        "①甲项工作。",
        "1.1　编制目的",
        "第一条　为了规范管理，制定本办法。",
        "汛期已到，各单位要按照市委、市政府的统一部署，切实加强组织领导和值班值守，确保安全度汛",
        "责任落实到人。特此通知。",
        "联系电话：0797-8000001",
        "附件：值守表",
        "示例局",
        "2018年6月20日",
        "（此件公开发布）",
        "##工作要求",
        "＃＃ 工作要求",
        "-甲",
        "- 乙",
        "> 丙",
        "日期\t带班领导\t电话",
        "6月21日\t分管副局长\t8000001",
        "\t办公室主任\t8000002",
        "姓  名    职务    电话",
        "张某    局长    8000001",
        "｜项目｜金额｜",
        "|甲|1|",
        "|---|---|",
        "见【值守表】（值守表.pdf）。",
        "！[现场](现场.jpg)",
        "[网页]（https://www.example.gov.cn/）",
        "```",
        "",
        "　　",
        "**甲**",
    ]);
    let before = prop::sample::select(vec!["", "", "　　", "    ", "\t", "\u{a0}\u{a0}\u{a0}\u{a0}", " "]);
    let after = prop::sample::select(vec!["\n", "\n", "\n", "\n\n", "  \n", "    \n"]);
    prop::collection::vec((before, line, after), 1..12)
        .prop_map(|lines| lines.into_iter().flat_map(|(before, line, after)| [before, line, after]).collect())
}

/// The letters of `text`, without the signs that mark what they are.
fn letters(text: &str) -> String {
    let sign = |c: char| c.is_whitespace() || "|｜-#＃\\<>[]【】()（）!！".contains(c);
    text.chars().filter(|&c| !sign(c)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_mended_keeps_all_its_letters(text in pasted()) {
        let mut text = text;
        // What is mended may be mended once more: a heading set apart, a table below a line that was none.
        for _ in 0..6 {
            let (codes, made, _) = mended(&text);
            prop_assert_eq!(letters(&made), letters(&text), "{} => {}", text, made);
            if codes.is_empty() {
                break;
            }
            text = made;
        }
    }
}
