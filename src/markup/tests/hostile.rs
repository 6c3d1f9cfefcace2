//! Whatever the input: no panic, no hang, no unsafe output (faults F-44 to F-48, F-53).

use std::time::Duration;

use proptest::prelude::*;

use super::html;
use crate::{
    markup::{EventKind, LimitExceeded, facts, parse, plain, repair},
    source::tests::patience,
};

/// Are tags of `html` balanced, attributes quoted, and both of the kinds we write?
fn sound(html: &str) -> Result<(), String> {
    let mut open: Vec<String> = Vec::new();
    let mut fault = None;
    crate::markup::html_tokenizer::tokens(html, |token, _| match token {
        crate::markup::html_tokenizer::Token::StartTag(name, attributes) => {
            for (key, value) in &attributes {
                let known = [
                    "href",
                    "rel",
                    "title",
                    "id",
                    "class",
                    "src",
                    "alt",
                    "loading",
                    "width",
                    "height",
                    "type",
                    "checked",
                    "disabled",
                    "aria-label",
                    "role",
                    "tabindex",
                    "scope",
                    "start",
                    "value",
                    "colspan",
                    "rowspan",
                    "span",
                    "lang",
                    "open",
                ];
                if !known.contains(&key.as_str()) {
                    fault = Some(format!("attribute {key}"));
                }
                if ["href", "src"].contains(&key.as_str())
                    && matches!(crate::markup::scheme(value), crate::markup::Scheme::Forbidden(_))
                {
                    fault = Some(format!("address {value}"));
                }
            }
            if ["script", "style", "iframe", "form", "svg", "base", "meta", "object"].contains(&name.as_str()) {
                fault = Some(format!("element {name}"));
            }
            if !["br", "hr", "img", "input", "wbr", "col"].contains(&name.as_str()) {
                open.push(name);
            }
        }
        crate::markup::html_tokenizer::Token::EndTag(name) => {
            if open.pop().as_ref() != Some(&name) {
                fault = Some(format!("</{name}>"));
            }
        }
        crate::markup::html_tokenizer::Token::Comment(_) => fault = Some("comment".to_owned()),
        crate::markup::html_tokenizer::Token::Swallowed(text) => fault = Some(format!("raw {text}")),
        crate::markup::html_tokenizer::Token::Text(text) => {
            if text.contains('<') {
                fault = Some(format!("text {text}"));
            }
        }
    });
    match fault {
        Some(fault) => Err(fault),
        None if open.is_empty() => Ok(()),
        None => Err(format!("open {open:?}")),
    }
}

fn check(body: &str) -> Result<(), TestCaseError> {
    let document = parse(body);
    for event in &document.events {
        prop_assert!(body.get(event.range.bytes()).is_some(), "{:?} in {:?}", event, body);
    }
    let mut open = Vec::new();
    for event in &document.events {
        match event.kind {
            EventKind::Start(tag) => open.push(tag),
            EventKind::End(tag) => prop_assert_eq!(open.pop(), Some(tag)),
            _ => {}
        }
    }
    prop_assert!(open.is_empty());
    prop_assert_eq!(&facts(body), &document.facts);
    let f = &document.facts;
    let ranges = f
        .headings
        .iter()
        .map(|x| x.range)
        .chain(f.links.iter().map(|x| x.range))
        .chain(f.images.iter().map(|x| x.range));
    let ranges = ranges.chain(f.removed.iter().map(|x| x.range)).chain(f.leftovers.iter().map(|x| x.range));
    for range in ranges {
        prop_assert!(body.get(range.bytes()).is_some(), "{:?} in {:?}", range, body);
    }
    let made = html(body);
    prop_assert_eq!(sound(&made), Ok(()), "{:?} -> {}", body, made);
    let plain = plain(body);
    prop_assert_eq!(&plain, &document.plain());
    for (at, c) in plain.text.char_indices() {
        let origin = plain.origin(at..at + c.len_utf8());
        prop_assert!(body.get(origin.bytes()).is_some(), "{:?} of {:?}", origin, body);
    }
    Ok(())
}

const PIECES: [&str; 64] = [
    "<script>",
    "</script>",
    "<b>",
    "</b>",
    "<p align=center>",
    "</p>",
    "<div hidden>",
    "</div>",
    "<a href=\"javascript:x\">",
    "<a href=y>",
    "</a>",
    "<img src=x onerror=y>",
    "<!--",
    "-->",
    "<td>",
    "<table>",
    "</table>",
    "<svg/onload=x>",
    "<h1>",
    "</h1>",
    "<style>",
    "\"'>",
    "[a](b)",
    "![c](d \"e\")",
    "![",
    "](",
    "[^1]",
    "[^1]: ",
    "**",
    "*",
    "~~",
    "_",
    "`",
    "注意：",
    "请",
    "“",
    "\n",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "- [ ] ",
    "- [x] ",
    "# ",
    "|a|b|\n|-|-|\n",
    "|",
    "    ",
    "&amp;",
    "&#106;",
    "https://a.cn",
    "a@b.cn",
    "\\",
    " ",
    "\r\n",
    "\0",
    "\t",
    "字",
    "[a]",
    "[a]: x\n",
    "<x",
    "=",
    "***",
    "\u{E0100}",
];

fn mixture() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES.as_slice()), 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_taken(body in any::<String>()) {
        check(&body)?;
    }

    #[test]
    fn any_mixture_is_taken(body in mixture()) {
        check(&body)?;
    }

    #[test]
    fn our_own_html_needs_no_cleaning(body in mixture()) {
        let document = parse(&body);
        // What is no address at all (`https://[`), ammonia drops.
        if !document.needs_repair && !document.facts.links.iter().any(|link| link.destination.contains(['[', '<'])) {
            let made = html(&body);
            // Serialised again by ammonia both ways, what is equal in meaning is equal in bytes.
            let once = repair::repaired(&made);
            let strip = |html: &str| html.replace("&nbsp;", "\u{A0}").replace("\"\"", "").replace(" disabled=", " disabled").replace(" checked=", " checked");
            prop_assert_eq!(strip(&once).len(), strip(&repair::repaired(&once)).len());
            let text = |html: &str| html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.replace("&nbsp;", "\u{A0}")).collect::<String>();
            prop_assert_eq!(text(&once), text(&made), "{:?}", body);
            prop_assert_eq!(once.matches('<').count(), made.matches('<').count(), "{:?}: {} {}", body, made, once);
            prop_assert_eq!(once.matches("=\"").count(), made.matches("=\"").count() + made.matches(" disabled").count() + made.matches(" checked").count());
        }
    }
}

#[test]
fn nothing_hostile_gets_through() {
    for body in [
        "<script>alert(1)</script>",
        "a <script>TOKEN</script> b",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "[a](JaVa&Tab;Script:alert(1))",
        "[a](&#106;avascript:x) <a href=\"&#106;ava&#9;script:x\">b</a>",
        "<data:text/html,x> ![a](data:text/html,x) [a](vbscript:x)",
        "<base href=//x><meta http-equiv=refresh content=0><form action=x><input name=y></form>",
        "<svg><a xlink:href=\"javascript:x\">TOKEN</a></svg><math><mi>TOKEN</mi></math>",
        "![\" onerror=\"x](y \"t\\\" onload=\\\"z\") [a](<b\" onclick=\"c>)",
        "```\"><script>\nx\n```",
        "# \"><script>alert(1)</script>",
        "[^\"><script>]\n\n[^\"><script>]: x",
        "|\"><script>|\n|-|",
        "<https://a.cn/\"onclick=x>",
        "a<!-- TOKEN -->b\n\n<!--\nTOKEN\n-->\n\n<div style=\"display: none\">TOKEN\n\n**TOKEN**\n\n</div>\n\n<span hidden>TOKEN</span>",
        "<details ontoggle=x open><summary>s</summary>\n\nt\n\n</details>",
        "<p><!-- TOKEN",
        "<template>TOKEN</template><noscript>TOKEN</noscript><title>TOKEN</title>",
    ] {
        let made = html(body);
        assert_eq!(sound(&made), Ok(()), "{body} -> {made}");
        assert!(!made.contains("TOKEN"), "{body} -> {made}");
        assert!(!plain(body).text.contains("TOKEN"), "{body}");
    }
    assert_eq!(html("{{ x }} {% y %} ${z}"), "<p>{{ x }} {% y %} ${z}</p>\n");
}

#[test]
fn what_was_removed_is_told() {
    let body = "a<!-- x -->\n\n<p onclick=\"x\" style='y'>b<blink>c</blink></p>\n\n[d](javascript:e)";
    let told: Vec<_> =
        facts(body).removed.into_iter().map(|removed| (removed.what, &body[removed.range.bytes()])).collect();
    let tag = "<p onclick=\"x\" style='y'>";
    let wanted = [
        ("<!-- -->", "<!-- x -->"),
        ("onclick=", tag),
        ("style=", tag),
        ("<blink>", "<blink>"),
        ("javascript:", "[d](javascript:e)"),
    ];
    assert_eq!(told, wanted.map(|(what, place)| (what.to_owned(), place)));
}

#[test]
fn what_readers_lose_is_told() {
    let lost = |body: &str| -> Vec<String> {
        facts(body).removed.into_iter().filter(|it| it.is_loss).map(|it| it.what).collect()
    };
    for (body, what) in [
        ("第一条。\n\n<div hidden>\n\n第二条。\n", "<div hidden>"),
        ("第一条 甲<select>乙。\n第二条 丙。", "<select>"),
        ("<div style=\"display:none\">第二条。</div>", "<div style>"),
        ("第一条。\n\n<!-- 第二条。\n\n第三条。\n", "<!-- -->"),
        ("<table hidden><tr><td>甲</td></tr>\n\n第二条。\n", "<table hidden>"),
        ("<textarea>第二条。</textarea>", "<textarea>"),
        ("<style>\n\n第二条。\n", "<style>"),
        ("甲<style>p{color:red}乙", "<style>"),
        ("<iframe src=\"https://a.cn/map\"></iframe>", "<iframe>"),
        ("<video src=\"a.mp4\"></video>", "<video>"),
        ("甲<embed src=\"a.mp4\">", "<embed>"),
        ("甲<template>`乙`</template>", "<template>"),
    ] {
        assert_eq!(lost(body), [what], "{body}");
    }
    for body in [
        "甲<!-- 备注 -->乙",
        "<!-- 备注\n\n两行 -->\n\n乙",
        "<style>p{font-family:宋体}</style>\n\n甲",
        "甲<style>p{color:red}</style>乙",
        "<script>var a = \"甲\"</script>\n\n乙",
        "<font color=red>甲</font><center>乙</center>",
        "<p onclick=\"x\">甲</p>",
        "<select></select>甲",
        "<?xml:namespace prefix = o ns = \"urn:schemas-microsoft-com:office:office\" />甲",
    ] {
        assert_eq!(lost(body), Vec::<String>::new(), "{body}");
    }
}

#[test]
fn pathological_bodies_stay_linear() {
    let n = 50_000;
    let fan = format!("[a]: {}\n\n{}", "x".repeat(20_000), "[a]\n".repeat(4_000));
    let bodies = [
        ("strong", "**a ".repeat(n)),
        ("both", "*a **a ".repeat(n / 2)),
        ("closers", "a** ".repeat(n)),
        ("mixed", "*a_ ".repeat(n)),
        ("alternate", format!("{}{}", "_*".repeat(n), "a*_".repeat(n))),
        ("nested", format!("{}b{}", "*a **a ".repeat(n / 2), " a** a*".repeat(n / 2))),
        ("long run", format!("a{}b{}", "*".repeat(n), "*".repeat(n))),
        ("long runs", "**********a".repeat(n / 5)),
        ("tildes", "~a ~~b ".repeat(n / 2)),
        ("brackets", "[".repeat(n)),
        ("pictures", "![".repeat(n)),
        ("pictures closed", format!("{}{}", "![".repeat(n), "](x)".repeat(n))),
        ("quotes", ">".repeat(n)),
        ("lists", "- ".repeat(n)),
        ("deep", format!("{}a", "> - ".repeat(n / 2))),
        ("entities", "&#42;&amp;".repeat(n)),
        ("backslashes", "\\".repeat(n)),
        ("escapes", "\\*".repeat(n)),
        ("ticks", "`a``".repeat(n)),
        ("html", "<b>".repeat(n)),
        ("html closed", format!("x{}{}", "<b>".repeat(n), "</i>".repeat(n))),
        ("comments", "<!-- ".repeat(n)),
        ("angles", "<".repeat(n)),
        ("attributes", format!("<p {}>", "a=b ".repeat(n))),
        ("spans", format!("<p>{}", "<span><div>".repeat(n / 2))),
        ("headings", "# a\n".repeat(n)),
        ("anchors", format!("{}{}", "# a\n".repeat(n / 4), "[b](#a) ".repeat(n / 4))),
        ("notes", format!("{}\n\n[^a]: b\n", "[^a]".repeat(n))),
        ("labels", "[^\n".repeat(n)),
        ("cells", format!("{}\n{}\n{}", "|a".repeat(1000), "|-".repeat(1000), "|a\n".repeat(n))),
        ("fan", fan),
        ("addresses", "http://a.b/".repeat(n)),
        ("mails", "a@".repeat(n)),
        ("breaks", "字\n".repeat(n)),
        ("marked breaks", "**字\n".repeat(n)),
    ];
    for (name, body) in bodies {
        // Two seconds are promised of the release; tests run unoptimised.
        let (made, plain) = patience::within(Duration::from_secs(10), name, || (html(&body), plain(&body)));
        assert!(made.len() <= body.len() * 17 + (80 << 10), "{name}: {} of {}", made.len(), body.len());
        assert!(plain.text.len() <= body.len() * 17 + (80 << 10), "{name}");
    }
}

#[test]
fn limits_are_told() {
    assert_eq!(facts(&format!("{}a", "> ".repeat(150))).beyond, Some(LimitExceeded::Depth(200)));
    assert!(facts(&format!("{}a", "> ".repeat(90))).beyond.is_none());
    let cells = format!("{}\n{}\n{}", "|a".repeat(1000), "|-".repeat(1000), "|a\n".repeat(5000));
    assert!(matches!(facts(&cells).beyond, Some(LimitExceeded::Size(_))));
}
