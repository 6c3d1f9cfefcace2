//! Emphasis and line breaks beside Chinese characters and marks (faults F-49).

use proptest::prelude::*;

use super::html;
use crate::markup::{facts, parse};

const MARKS: &str = "，。、；：？！“”‘’（）《》【】…—·～%)\"";

#[test]
fn emphasis_stands_beside_every_mark() {
    for mark in MARKS.chars() {
        for (delimiter, tag) in [("**", "strong"), ("*", "em"), ("~~", "del")] {
            // Asterisks are letters for opening before a mark that closes, and single ones between letters.
            let single = delimiter == "*";
            let closes = delimiter != "~~" && "，。、；：？！）》】)".contains(mark);
            for (text, before, after) in [
                (format!("真{mark}"), "", "她"),
                (format!("{mark}真"), "她", "她"),
                ("真".to_owned(), "她", "她"),
                (format!("真{mark}"), "她", "她"),
                ("真".to_owned(), "她", mark.to_string().as_str()),
                ("真".to_owned(), mark.to_string().as_str(), "她"),
                (format!("{mark}真{mark}"), "她", "她"),
            ] {
                let body = format!("{before}{delimiter}{text}{delimiter}{after}");
                let mask = closes && text.starts_with(mark) || single && (before == "她" || after == "她");
                let shown = if mask { body.clone() } else { format!("{before}<{tag}>{text}</{tag}>{after}") };
                assert_eq!(html(&body), format!("<p>{shown}</p>\n"), "{body}");
            }
        }
        let body = format!("***真{mark}***她");
        assert_eq!(html(&body), format!("<p><em><strong>真{mark}</strong></em>她</p>\n"));
    }
}

#[test]
fn usual_phrases() {
    for (body, shown) in [
        ("**注意：**请", "<strong>注意：</strong>请"),
        ("根据**《条例》**第三条", "根据<strong>《条例》</strong>第三条"),
        ("**95%**以上", "<strong>95%</strong>以上"),
        ("太郎は**\"Hello\"**といった", "太郎は<strong>\"Hello\"</strong>といった"),
        ("葛󠄀**(こ)**城", "葛󠄀<strong>(こ)</strong>城"),
        ("大塚︀**(U+585A)**", "大塚︀<strong>(U+585A)</strong>"),
        ("我可以强调**这个`code`**吗", "我可以强调<strong>这个<code>code</code></strong>吗"),
        ("**[链接](a)**也", "<strong><a href=\"a\">链接</a></strong>也"),
        ("[**注意：**请](a)", "<a href=\"a\"><strong>注意：</strong>请</a>"),
        ("注意：__注意事项__", "注意：<strong>注意事项</strong>"),
        ("__注意：__请", "__注意：__请"),
        ("正體字。\u{FE01}_T._", "正體字。\u{FE01}<em>T.</em>"),
        ("a**“真”**b", "a**“真”**b"),
        ("10~20个，30~40个", "10~20个，30~40个"),
        (r"\**不是\**", "*<em>不是*</em>"),
        ("**甲：**乙，**丙：**丁", "<strong>甲：</strong>乙，<strong>丙：</strong>丁"),
        ("**甲**、**乙**", "<strong>甲</strong>、<strong>乙</strong>"),
        ("共**12**项", "共<strong>12</strong>项"),
        ("第*一*项，（*注*）", "第*一*项，（<em>注</em>）"),
    ] {
        assert_eq!(html(body), format!("<p>{shown}</p>\n"), "{body}");
    }
    assert_eq!(html("# **总则：**一"), "<h2 id=\"h-总则一\"><strong>总则：</strong>一</h2>\n");
}

#[test]
fn lines_join_without_a_space() {
    assert_eq!(html("第一行，\n第二行"), "<p>第一行，第二行</p>\n");
    assert_eq!(html("第一行**好，**\n第二行"), "<p>第一行<strong>好，</strong>第二行</p>\n");
    assert_eq!(html("他说\n“好”\n> 引\n> 用"), "<p>他说“好”</p>\n<blockquote>\n<p>引用</p>\n</blockquote>\n");
    assert_eq!(html("第一行\nabc\n第二行`x`\n字"), "<p>第一行\nabc\n第二行<code>x</code>\n字</p>\n");
}

#[test]
fn marks_left_over_are_told_and_masks_are_not() {
    let left =
        |body: &str| facts(body).leftovers.iter().map(|left| &body[left.range.bytes()]).collect::<Vec<_>>().len();
    assert_eq!(left("**注意：请"), 1);
    assert_eq!(left("**注意： **请"), 2);
    assert_eq!(left("a**“真”**b"), 2);
    assert_eq!(left("**（一）****（二）**"), 1);
    for body in [
        "**真**",
        "2 ** 3",
        "3607**********1234",
        "138****1234",
        "李**",
        "江西****公司",
        "填写____。",
        "a * b",
        "snake__case",
        "`**`",
    ] {
        assert_eq!(left(body), 0, "{body}");
    }
}

#[test]
fn masks_stand_as_they_are_written() {
    for body in [
        "电话：138****2345、139****1111。",
        "张*、李*",
        "张*，李*。",
        "李**、王**；赵**，孙**。",
        "1101**********002X和3607**********1234",
        "１３８****２３４５和１３９****１１１１",
        "6222***********0004、6222***********0012",
        "张*与李*签订，王*和赵*见证",
        "赣A***12和赣B***34",
        "（张**）与（李**）",
        "姓名李**：男，姓名王**：女",
        "李**,王**",
        "某县**镇**村",
        "某县**乡**村**组",
        "**省**市**县",
        "****年**月**日",
        "户主1101****，共同申请人3607****",
        "欧阳**》、司马**》",
        "A*B*C公司",
    ] {
        assert_eq!(html(body), format!("<p>{body}</p>\n"));
        assert_eq!(crate::markup::plain(body).text, format!("{body}\n"));
        assert_eq!(facts(body).opening, body);
        let cells = format!("| {body} | {body} |\n| --- | --- |\n| {body} | {body} |\n");
        assert_eq!(html(&cells).matches(body).count(), 4, "{cells}");
        assert_eq!(html(&format!("[{body}](a)")), format!("<p><a href=\"a\">{body}</a></p>\n"));
        assert!(html(&format!("# {body}")).ends_with(&format!(">{body}</h2>\n")));
        assert_eq!(facts(&format!("# {body}")).headings[0].text, body);
    }
}

proptest! {
    #[test]
    fn masks_and_emphasis_live_side_by_side(
        parts in proptest::collection::vec(
            ("[、，。；]", "(138|１３９)[*]{3,8}[0-9]{2,4}|[0-9]{4}[*]{3,12}[0-9]{3}X|[张李王]([*]{1,2})|欧阳[*]", "[甲乙丙一二]{1,4}|[0-9]{1,3}%?|《[甲乙]{2}》", any::<bool>()),
            1..8,
        ),
    ) {
        let (mut body, mut shown) = (String::new(), String::new());
        for (mark, mask, word, stressed) in parts {
            if stressed {
                body += &format!("**{word}**项{mark}");
                shown += &format!("<strong>{word}</strong>项{mark}");
            } else {
                body += &format!("{mask}{mark}");
                shown += &format!("{mask}{mark}");
            }
        }
        prop_assert_eq!(html(&body), format!("<p>{shown}</p>\n"));
    }
}

#[test]
fn spans_point_at_the_source() {
    let body = "字**真：**她\n";
    let document = parse(body);
    let strong = document
        .events
        .iter()
        .find(|event| matches!(event.kind, crate::markup::EventKind::Start(crate::markup::Tag::Strong)));
    assert_eq!(strong.map(|event| &body[event.range.bytes()]), Some("**真：**"));
}
