//! What readers get: headings, tables, tasks, footnotes, links, pictures (faults F-50 to F-52).

use super::html;
use crate::markup::{LinkUse, Resolved, facts, parse, plain, render};
use crate::vocabulary::Lang;

#[test]
fn headings_begin_at_two_with_unique_ids() {
    let made = html("# 一、目标\n\n## 目标 A\n\n## 目标 A\n\n#\n\n# 😀\n");
    assert_eq!(
        made,
        "<h2 id=\"h-一目标\">一、目标</h2>\n<h3 id=\"h-目标-a\">目标 A</h3>\n<h3 id=\"h-目标-a-2\">目标 A</h3>\n<h2 id=\"h-section\">😀</h2>\n"
    );
    assert_eq!(html("### 丙"), "<h2 id=\"h-丙\">丙</h2>\n");
    let known = facts("# 一\n\n### 二");
    assert_eq!(known.headings.iter().map(|heading| heading.level).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(known.anchor("%E4%BA%8C"), Some("h-二"));
    assert_eq!(known.anchor("h-一"), Some("h-一"));
    assert_eq!(known.anchor("三"), None);
}

#[test]
fn tables_scroll_and_name_their_columns() {
    let body = "|序号|名称||\n|:-:|-:|-|\n|1|**甲：**乙\n";
    let made = "<div class=\"table\" role=\"region\" aria-label=\"表格1\"><table>\n<thead>\n<tr>\
        <th scope=\"col\" class=\"center\">序号</th><th scope=\"col\" class=\"right\">名称</th><td></td></tr>\n</thead>\n<tbody>\n<tr>\
        <td class=\"center\">1</td><td class=\"right\"><strong>甲：</strong>乙</td><td></td></tr>\n</tbody>\n</table></div>\n";
    assert_eq!(html(body), made);
    assert!(
        html("|甲|乙|丙|丁|戊|\n|-|-|-|-|-|\n").starts_with("<div class=\"table\" tabindex=\"0\" role"),
        "too wide for a phone"
    );
    let table = &facts(body).tables[0];
    assert_eq!(
        (table.header.as_slice(), table.rows),
        (["序号".to_owned(), "名称".to_owned(), String::new()].as_slice(), 1)
    );
    assert_eq!(plain(body).text, "序号\t名称\n1\t甲：乙\n");
    let body = "|甲|乙|\n|-|-|\n|1|2|3|\n|1\\|1|2|\n1\n|1|2\n";
    let uneven: Vec<_> = facts(body).tables[0].uneven.iter().map(|row| body[row.bytes()].trim()).collect();
    assert_eq!(uneven, ["|1|2|3|", "1"]);
}

#[test]
fn tasks_are_told_to_everyone() {
    assert_eq!(
        html("- [ ] 甲\n- [x] 乙"),
        "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"未完成\"> 甲</li>\n\
         <li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"已完成\"> 乙</li>\n</ul>\n"
    );
}

#[test]
fn footnotes_lead_there_and_back() {
    let made = html("甲[^b]乙[^a]丙[^b]。\n\n[^a]: 注甲\n\n[^b]: 注乙\n\n[^c]: 无人提及\n");
    assert!(made.starts_with("<p>甲<sup class=\"note\"><a id=\"fnref-1\" href=\"#fn-1\" role=\"doc-noteref\" aria-label=\"脚注1\">1</a></sup>乙"));
    let order: Vec<_> = ["fnref-1-2", "注乙", "href=\"#fnref-1\"", "href=\"#fnref-1-2\"", "注甲", "无人提及"]
        .iter()
        .map(|part| made.find(part).expect(part))
        .collect();
    assert!(order.is_sorted(), "{made}");
    let linked = html("<a href=b>甲[^1]</a>\n\n[^1]: 注");
    assert!(linked.starts_with("<p><a href=\"b\">甲<sup class=\"note\" id=\"fnref-1\">1</sup></a></p>"), "{linked}");
    assert_eq!(facts("[^1]").footnotes.len(), 0);
}

#[test]
fn links_go_through_the_resolver() {
    let body = "[a](b.md \"t\\\"\") ![c](d.png) [e](gone) ![f](gone) <https://x.cn/?a=1&b=2> 见http://y.cn，a@b.cn。[标题](#标题)\n\n# 标题";
    let mut seen = Vec::new();
    let mut out = String::new();
    let mut resolve = |link: LinkUse<'_>| {
        seen.push((link.destination.to_owned(), link.image));
        match link.destination {
            "gone" => Resolved::Omitted,
            "b.md" => Resolved::To("/b.html".to_owned()),
            _ => Resolved::Unchanged,
        }
    };
    render(&parse(body), Lang::Zh, &mut resolve, &mut out);
    assert_eq!(
        out,
        "<p><a href=\"/b.html\" title=\"t&quot;\">a</a> <img src=\"d.png\" alt=\"c\" loading=\"lazy\"> e f \
         <a href=\"https://x.cn/?a=1&amp;b=2\" rel=\"noopener noreferrer\">https://x.cn/?a=1&amp;b=2</a> 见\
         <a href=\"http://y.cn\" rel=\"noopener noreferrer\">http://y.cn</a>，<a href=\"mailto:a@b.cn\">a@b.cn</a>。\
         <a href=\"#h-标题\">标题</a></p>\n<h2 id=\"h-标题\">标题</h2>\n"
    );
    assert_eq!(seen.len(), 7);
    assert_eq!(
        html("`http://a.cn` [http://b.cn](c)"),
        "<p><code>http://a.cn</code> <a href=\"c\">http://b.cn</a></p>\n"
    );
    let links = facts("[](a) [点击这里](b) http://c.cn").links;
    assert_eq!(
        links.iter().map(|link| (link.text.as_str(), link.bare)).collect::<Vec<_>>(),
        [("", false), ("点击这里", false), ("http://c.cn", true)]
    );
}

#[test]
fn an_authors_html_is_kept_where_it_is_harmless() {
    assert_eq!(
        html("水H<sub>2</sub>O<br>**注：**<u>下**划**线</u>"),
        "<p>水H<sub>2</sub>O<br><strong>注：</strong><u>下<strong>划</strong>线</u></p>\n"
    );
    let table = "<table><tr><td colspan=\"2\" style=\"x\">合并</td></tr></table>\n";
    assert_eq!(html(table).replace('\n', ""), "<table><tbody><tr><td colspan=\"2\">合并</td></tr></tbody></table>");
    assert_eq!(html("<p align=center>居中</p>").trim(), "<p class=\"center\">居中</p>");
    assert_eq!(html("<h1>甲</h1>\n\n# 乙").trim(), "<h2 id=\"h-甲\">甲</h2>\n\n<h2 id=\"h-乙\">乙</h2>");
    assert_eq!(
        html("[见](#附件1)<a name=\"附件1\"></a>"),
        "<p><a href=\"#h-附件1\">见</a><span id=\"h-附件1\"></span></p>\n"
    );
    assert_eq!(html("<p id=\"chrome\">x</p>").trim(), "<p id=\"h-chrome\">x</p>");
    assert_eq!(
        plain("<table><tr><td>张三</td><td>1380</td></tr><tr><td>李</td></tr></table>").text,
        "张三\t1380\n李\n"
    );
    assert_eq!(html("- <u>甲\n  - 乙</u>\n"), "<ul>\n<li><u>甲</u><ul>\n<li>乙</li>\n</ul>\n</li>\n</ul>\n");
    assert_eq!(html("**a <u>b** c</u>"), "<p><strong>a <u>b</u></strong> c</p>\n");
    let folded = html("<details open>\n<summary>多</summary>\n\n- 甲\n\n</details>\n");
    assert!(folded.contains("<details open=\"\">") && folded.contains("<li>甲</li>"), "{folded}");
}

#[test]
fn plain_text_leads_back_to_its_source() {
    let body = "# 标题\n\n**注意：**请\n看[这里](x)&amp;`c`\n\n- 甲\n  - 乙\n\n> 引\n";
    let plain = plain(body);
    assert_eq!(plain.text, "标题\n注意：请看这里&c\n甲\n乙\n引\n");
    assert_eq!(plain.lines.len(), 5);
    for word in ["标题", "意：", "请", "这里", "乙", "引"] {
        let at = plain.text.find(word).expect(word);
        assert_eq!(&body[plain.origin(at..at + word.len()).bytes()], word);
    }
    let at = plain.text.find('&').unwrap_or_default();
    assert_eq!(&body[plain.origin(at..at + 1).bytes()], "&amp;");
}

#[test]
fn openings_and_counts() {
    let known = facts("# 题\n\n![图](a)\n\n第一段，**要点**。\n\n第二段");
    assert_eq!(known.opening, "第一段，要点。");
    assert_eq!(facts("# 题\n\n第一段，**要点**。\n\n第二段").opening, "第一段，要点。");
    assert_eq!(facts("    第一段\n\n```\nx\n```\n").indented.len(), 1);
    assert_eq!(facts("甲　乙 丙\n丁").characters, 4);
}

#[test]
fn a_letter_greets_at_the_left_and_is_signed_at_the_right() {
    let body = "各科室：\n\n　　为做好工作，现通知如下。\n\n　　　　　　　　某区某局\n\n　　　　　　2026年1月5日\n\n> 　　引文\n";
    let wanted = "<p class=\"left\">各科室：</p>\n<p>为做好工作，现通知如下。</p>\n<p class=\"right\">某区某局</p>\n\
                  <p class=\"right\">2026年1月5日</p>\n<blockquote>\n<p>　　引文</p>\n</blockquote>\n";
    assert_eq!(html(body), wanted);
    assert_eq!(html("截止日期为\n\n2026年1月5日前\n"), "<p>截止日期为</p>\n<p>2026年1月5日前</p>\n");
    assert_eq!(html("- 各科室：\n\n- 2026年1月5日\n").matches("class").count(), 0);
}

#[test]
fn who_is_greeted_and_who_signs_is_known_however_it_is_written() {
    let text = "区属各单位，驻区各派出机构：\n\n现通知如下。\n\n　　\n\n\u{a0}\u{a0}\n\n示例区行政审批局　2018年6月20日\n\n（此件公开发布）\n\n抄送：市委办公室。\n";
    let wanted = "<p class=\"left\">区属各单位，驻区各派出机构：</p>\n<p>现通知如下。</p>\n<p class=\"right\">示例区行政审批局　2018年6月20日</p>\n\
                  <p>（此件公开发布）</p>\n<p>抄送：市委办公室。</p>\n";
    assert_eq!(html(text), wanted);
}
