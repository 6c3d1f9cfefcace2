//! What programs leave in a text, by the sign it begins with.

use std::ops::Range;

/// Something left over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Left {
    pub range: Range<usize>,
    pub sort: Sort,
    /// What stands there instead; none where only the author knows.
    pub mended: Option<String>,
    pub safe: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Blanks and breaks of an old page: they work, and are of no use.
    Blank,
    /// A tag, or a code for a letter, shown as letters.
    Tag,
    /// `{{ title }}`: what a program was to fill in.
    Template,
    /// `[object Object]`, `undefined`: what a program printed for nothing.
    Nothing,
    /// `[b]`: marks of a forum.
    Forum,
    /// Fields and styles of Word.
    Field,
    /// `[TOC]`: what other programs take for a table of contents.
    Dialect,
}

/// ASCII signs and letters that may begin one, or that is a quotation mark.
const STOPS: [bool; 128] = table(b"\"&<[{\\$%HMPETNum");

const fn table(of: &[u8]) -> [bool; 128] {
    let (mut table, mut at) = ([false; 128], 0);
    while at < of.len() {
        table[of[at] as usize] = true;
        at += 1;
    }
    table
}

/// Whether the pass over a text stops at `byte`, which is ASCII.
#[inline]
pub(super) fn stops(byte: u8) -> bool {
    STOPS[usize::from(byte & 127)]
}

/// Whether something left over may begin with `byte`.
pub(super) fn may_begin(byte: u8) -> bool {
    byte < 0x80 && byte != b'"' && stops(byte)
}

/// What is left over at byte `at` of `text`, which is a value of the front matter: there every tag and every code is shown.
pub(super) fn left_in_value(text: &str, at: usize) -> Option<Left> {
    if let Some(inside) = text[at..].strip_prefix('<')
        && let Some(end) = inside.find('>').filter(|&it| it < 200 && is_tag(&inside[..it]))
    {
        return Some(found(at, end + 2, Sort::Tag, Some(""), false));
    }
    let it = left(text, at)?;
    let sort = if it.sort == Sort::Blank { Sort::Tag } else { it.sort };
    // A backslash is the file's own there.
    (!text[at..].starts_with('\\')).then_some(Left { sort, ..it })
}

/// What is left over at byte `at` of `text`.
pub(super) fn left(text: &str, at: usize) -> Option<Left> {
    let rest = &text[at..];
    match rest.as_bytes().first()? {
        b'&' => entity(text, at),
        b'<' => angle(text, at),
        b'[' => bracket(text, at),
        b'{' => brace(text, at),
        b'$' => rest.starts_with("${").then(|| closed(text, at, "${", "}"))?,
        b'\\' => backslash(text, at),
        b'%' => percent(text, at),
        _ => word(text, at),
    }
}

fn found(at: usize, length: usize, sort: Sort, mended: Option<&str>, safe: bool) -> Left {
    Left { range: at..at + length, sort, mended: mended.map(ToOwned::to_owned), safe }
}

fn is_wide(letter: char) -> bool {
    letter >= '\u{2e80}'
}

/// What a blank between these neighbours becomes: nothing beside hanzi.
fn blank(text: &str, range: &Range<usize>) -> &'static str {
    let (before, after) = (text[..range.start].chars().next_back(), text[range.end..].chars().next());
    let apart = |it: Option<char>| it.is_some_and(|c| c.is_ascii_alphanumeric());
    if apart(before) && apart(after) { " " } else { "" }
}

/// `&nbsp;` in any writing, `&amp;lt;`, `&lt;br&gt;`.
fn entity(text: &str, at: usize) -> Option<Left> {
    const BLANKS: [&str; 8] = ["nbsp", "ensp", "emsp", "thinsp", "#160", "#xa0", "#12288", "#8195"];
    const SIGNS: [(&str, &str); 12] = [
        ("ldquo", "“"),
        ("rdquo", "”"),
        ("lsquo", "‘"),
        ("rsquo", "’"),
        ("mdash", "—"),
        ("hellip", "…"),
        ("middot", "·"),
        ("times", "×"),
        ("quot", "\""),
        ("amp", "&"),
        ("lt", ""),
        ("gt", ""),
    ];
    let rest = &text[at..];
    // One piece of several in a row tells them all.
    let mut length = 0;
    let mut shown = false;
    while let Some(name) = rest[length..].strip_prefix('&') {
        let (name, twice) = name.strip_prefix("amp;").map_or((name, false), |it| (it, true));
        let Some(found) =
            BLANKS.iter().find(|it| name.get(..it.len()).is_some_and(|name| name.eq_ignore_ascii_case(it)))
        else {
            break;
        };
        let end = name[found.len()..].chars().next();
        if end.is_some_and(|c| c.is_ascii_alphanumeric()) {
            break;
        }
        let closed = end.filter(|it| matches!(it, ';' | '；'));
        shown |= twice || end != Some(';');
        length += 1 + if twice { 4 } else { 0 } + found.len() + closed.map_or(0, char::len_utf8);
    }
    if length > 0 {
        let range = at..at + length;
        let mut before = text[..at].trim_end();
        while let Some(rest) = ["&nbsp;", "&ensp;", "&emsp;"].iter().find_map(|it| before.strip_suffix(it)) {
            before = rest.trim_end_matches(' ');
        }
        let in_cell = before.ends_with('|');
        let sort = if shown { Sort::Tag } else { Sort::Blank };
        // A table may be set by blanks.
        return (shown || !in_cell).then(|| found(at, length, sort, Some(blank(text, &range)), true));
    }
    if let Some(name) = rest.strip_prefix("&amp;") {
        let (name_of, sign) = SIGNS.iter().find(|it| name.strip_prefix(it.0).is_some_and(|it| it.starts_with(';')))?;
        let mended = Some(*sign).filter(|it| !it.is_empty());
        return Some(found(at, "&amp;".len() + name_of.len() + 1, Sort::Tag, mended, false));
    }
    let inside = rest.strip_prefix("&lt;")?;
    let end = inside.get(..inside.len().min(200)).or(Some(inside)).and_then(|it| it.find("&gt;"))?;
    is_tag(&inside[..end]).then(|| found(at, "&lt;".len() + end + "&gt;".len(), Sort::Tag, Some(""), false))
}

/// Whether `inside`, what stands between `<` and `>`, is a tag that pages are made of.
fn is_tag(inside: &str) -> bool {
    const TAGS: [&str; 24] = [
        "br", "p", "span", "div", "font", "strong", "b", "i", "u", "em", "a", "img", "table", "tr", "td", "th",
        "tbody", "ul", "ol", "li", "h1", "h2", "center", "o:p",
    ];
    let bare = inside.trim_start_matches('/').trim_end_matches('/').trim_end();
    let name = bare.split([' ', '\t']).next().unwrap_or_default();
    !inside.contains(['<', '\n']) && TAGS.iter().any(|it| it.eq_ignore_ascii_case(name))
}

/// Breaks one after another, `<![CDATA[`, `<% … %>`.
fn angle(text: &str, at: usize) -> Option<Left> {
    let rest = &text[at..];
    if rest.starts_with("<![CDATA[") {
        return Some(found(at, "<![CDATA[".len(), Sort::Tag, Some(""), false));
    }
    if rest.starts_with("<%") {
        return closed(text, at, "<%", "%>");
    }
    let one = break_length(rest)?;
    let mut length = one;
    let mut count = 1;
    while let Some(next) = break_length(rest[length..].trim_start()) {
        length = rest.len() - rest[length..].trim_start().len() + next;
        count += 1;
    }
    let line = text[..at].rsplit('\n').next().unwrap_or_default();
    let tabled = line.trim_start().starts_with('|');
    let ends = rest[length..].trim_start_matches([' ', '\r']);
    let last = ends.is_empty() || ends.starts_with("\n\n") || ends == "\n";
    if tabled || !(count > 1 || last || line.trim().is_empty()) {
        return None;
    }
    let mended = if last || line.trim().is_empty() { "" } else { "\n\n" };
    Some(found(at, length, Sort::Blank, Some(mended), false))
}

/// The length of the `<br>` that `text` begins with.
fn break_length(text: &str) -> Option<usize> {
    let name = text.get(..3).filter(|it| it.eq_ignore_ascii_case("<br"))?;
    let rest = text[name.len()..].trim_start_matches([' ', '/']);
    rest.starts_with('>').then(|| text.len() - rest.len() + 1)
}

/// `{{ title }}`, `{% if %}`, `{:.class}`.
fn brace(text: &str, at: usize) -> Option<Left> {
    let rest = &text[at..];
    if text[..at].ends_with('#') {
        let name = |it: &Left| {
            text[at + 1..it.range.end - 1].bytes().all(|b| b.is_ascii_alphanumeric() || b"._ ".contains(&b))
        };
        return closed(text, at - 1, "#{", "}").filter(name);
    }
    if text[..at].ends_with(['{', '$']) {
        return None;
    }
    if rest.starts_with("{{") {
        closed(text, at, "{{", "}}")
    } else if rest.starts_with("{%") {
        closed(text, at, "{%", "%}")
    } else if rest.starts_with("{:") {
        closed(text, at, "{:", "}").map(|it| Left { sort: Sort::Dialect, mended: Some(String::new()), ..it })
    } else {
        None
    }
}

/// What stands from `open` to `close` in one line.
fn closed(text: &str, at: usize, open: &str, close: &str) -> Option<Left> {
    let inside = text[at + open.len()..].split('\n').next()?;
    let end = inside.find(close).filter(|&it| it > 0 && it < 300)?;
    Some(found(at, open.len() + end + close.len(), Sort::Template, None, false))
}

/// `%E6%94%BF`, the letters of an address outside of one.
fn percent(text: &str, at: usize) -> Option<Left> {
    let rest = &text.as_bytes()[at..];
    // A number mostly.
    if !rest.get(1).is_some_and(u8::is_ascii_hexdigit) {
        return None;
    }
    let hex = |it: &[u8]| u8::from_str_radix(std::str::from_utf8(it.get(1..3)?).ok()?, 16).ok();
    let coded: Vec<u8> = rest.chunks(3).take(60).map_while(|it| hex(it).filter(|_| it[0] == b'%')).collect();
    if coded.len() < 6 || text[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || "/=-_.%".contains(c)) {
        return None;
    }
    let letters = String::from_utf8(coded.clone()).ok().filter(|it| it.chars().all(is_wide))?;
    Some(found(at, coded.len() * 3, Sort::Tag, Some(&letters), false))
}

/// `\r\n` as letters, `\u4e00`.
fn backslash(text: &str, at: usize) -> Option<Left> {
    let rest = &text[at..];
    let before = text[..at].chars().next_back();
    if before.is_some_and(|c| c.is_ascii() && c != '\n' && c != ' ') {
        return None;
    }
    if rest.starts_with("\\u") && rest.get(2..6).is_some_and(|it| it.bytes().all(|b| b.is_ascii_hexdigit())) {
        let letter = u32::from_str_radix(&rest[2..6], 16).ok().and_then(char::from_u32).filter(|c| is_wide(*c));
        return Some(found(at, 6, Sort::Tag, letter.map(String::from).as_deref(), false));
    }
    if let Some(inside) = rest.strip_prefix("\\<")
        && let Some(end) = inside.find('>').filter(|&it| is_tag(&inside[..it]))
    {
        return Some(found(at, 2 + end + 1, Sort::Tag, Some(""), false));
    }
    let mut length = 0;
    while ["\\r", "\\n", "\\t"].iter().any(|it| rest[length..].starts_with(it)) {
        length += 2;
    }
    let after = rest[length..].chars().next();
    let ends = after.is_none_or(|c| !c.is_ascii_alphanumeric());
    (length > 0 && ends && (before.is_some_and(is_wide) || after.is_some_and(is_wide)))
        .then(|| found(at, length, Sort::Tag, Some("\n\n"), false))
}

/// `[object Object]`, `[b]…[/b]`, `[TOC]`.
fn bracket(text: &str, at: usize) -> Option<Left> {
    const TAGS: [&str; 27] = [
        "b",
        "i",
        "u",
        "s",
        "p",
        "color",
        "size",
        "font",
        "face",
        "align",
        "center",
        "left",
        "right",
        "indent",
        "quote",
        "url",
        "img",
        "email",
        "table",
        "tr",
        "td",
        "list",
        "code",
        "flash",
        "media",
        "attach",
        "backcolor",
    ];
    let rest = &text[at..];
    if let Some(kind) = rest.strip_prefix("[object ") {
        let length = kind.bytes().take_while(u8::is_ascii_alphabetic).count();
        return (length > 0 && kind[length..].starts_with(']'))
            .then(|| found(at, "[object ".len() + length + 1, Sort::Nothing, None, false));
    }
    for (mark, sort) in [("[TOC]", Sort::Dialect), ("[toc]", Sort::Dialect), ("[[toc]]", Sort::Dialect)] {
        if rest.starts_with(mark) {
            return Some(found(at, mark.len(), sort, (sort == Sort::Dialect).then_some(""), false));
        }
    }
    let inside = &rest[1..];
    let end = inside.find([']', '\n', '[']).filter(|&end| inside[end..].starts_with(']') && end < 80)?;
    // A link of Markdown, a footnote.
    if inside[end + 1..].starts_with(['(', '[', ':']) {
        return None;
    }
    let tag = &inside[..end];
    let name = tag.trim_start_matches('/').split('=').next().unwrap_or_default();
    let known = TAGS.iter().any(|it| it.eq_ignore_ascii_case(name));
    let valued = tag.split_once('=').is_some_and(|it| !it.1.is_empty());
    let pair = || {
        let close = format!("[/{}]", name.to_ascii_lowercase());
        rest.to_ascii_lowercase().contains(&close)
    };
    let is_forum =
        known && (tag.starts_with('/') && text[..at].contains('[') || valued || name.len() > 1 && pair() || pair());
    is_forum.then(|| found(at, 1 + end + 1, Sort::Forum, Some(""), false))
}

/// Fields and styles of Word, and what programs print for nothing.
fn word(text: &str, at: usize) -> Option<Left> {
    const FIELDS: [&str; 16] = [
        "HYPERLINK \"",
        "HYPERLINK  \"",
        "HYPERLINK \\l",
        "HYPERLINK  \\l",
        "MERGEFORMAT",
        "PAGEREF _Toc",
        "PAGEREF _Ref",
        "TOC \\o",
        "EMBED Word.",
        "EMBED Excel.",
        "EMBED Equation",
        "EMBED PowerPoint",
        "MsoNormal",
        "Error! Reference",
        "Error! Bookmark",
        "Normal 0 ",
    ];
    const NOTHING: [&str; 3] = ["undefined", "NaN", "null"];
    let rest = &text[at..];
    let before = text[..at].chars().next_back();
    if before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '/' | '-')) {
        return None;
    }
    if let Some(field) = FIELDS.iter().find(|it| rest.starts_with(**it)) {
        return Some(found(at, field.trim_end_matches(['"', ' ']).len(), Sort::Field, None, false));
    }
    if rest.starts_with("mso-") {
        let length = rest.bytes().take_while(|it| it.is_ascii_lowercase() || *it == b'-').count();
        return rest[length..].starts_with(':').then(|| found(at, length, Sort::Field, None, false));
    }
    let nothing = NOTHING.iter().find(|it| rest.starts_with(**it))?;
    let after = rest[nothing.len()..].chars().next();
    let edge = |it: Option<char>| it.is_none_or(|c| matches!(c, '\n' | '|' | '：' | '；' | '，' | '。' | '（' | '）'));
    let (left, right) = (
        text[..at].trim_end_matches(' ').chars().next_back(),
        rest[nothing.len()..].trim_start_matches(' ').chars().next(),
    );
    let alone = edge(left) && edge(right);
    let hanzi = *nothing != "null" && (left.is_some_and(is_wide) || right.is_some_and(is_wide));
    let whole = after.is_none_or(|c| !c.is_ascii_alphanumeric());
    (whole && (alone || hanzi)).then(|| found(at, nothing.len(), Sort::Nothing, None, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lefts(text: &str) -> Vec<(&str, Sort)> {
        let places = text.bytes().enumerate().filter(|it| may_begin(it.1));
        places.filter_map(|it| left(text, it.0)).map(|it| (&text[it.range], it.sort)).collect()
    }

    #[test]
    fn what_programs_leave_is_found() {
        for (text, mark, sort) in [
            ("　　&nbsp;&nbsp;汛期已到", "&nbsp;&nbsp;", Sort::Blank),
            ("汛期&nbsp已到", "&nbsp", Sort::Tag),
            ("汛期&amp;nbsp;已到", "&amp;nbsp;", Sort::Tag),
            ("&amp;ldquo;放管服", "&amp;ldquo;", Sort::Tag),
            ("汛期&lt;br/&gt;已到", "&lt;br/&gt;", Sort::Tag),
            ("汛期\\<br>已到", "\\<br>", Sort::Tag),
            ("汛期已到。<br/><br/>请落实", "<br/><br/>", Sort::Blank),
            ("标题：{{ title }}", "{{ title }}", Sort::Template),
            ("{% if a %}", "{% if a %}", Sort::Template),
            ("单位：${unit.name}", "${unit.name}", Sort::Template),
            ("附件：[object Object]", "[object Object]", Sort::Nothing),
            ("联系人：undefined", "undefined", Sort::Nothing),
            ("| 金额 | NaN |", "NaN", Sort::Nothing),
            ("[color=red]重要[/color]", "[color=red]", Sort::Forum),
            ("[b]重要[/b]", "[b]", Sort::Forum),
            ("目录\n\n[TOC]", "[TOC]", Sort::Dialect),
            ("见 HYPERLINK \"http://a.cn\" 附件", "HYPERLINK", Sort::Field),
            ("第一章 PAGEREF _Toc123 \\h 3", "PAGEREF _Toc", Sort::Field),
            ("表 SEQ 表 \\* MERGEFORMAT 1", "MERGEFORMAT", Sort::Field),
            ("mso-bidi-font-size:10.5pt", "mso-bidi-font-size", Sort::Field),
            ("第一段\\r\\n第二段", "\\r\\n", Sort::Tag),
            ("%E6%94%BF%E5%8A%A1公开", "%E6%94%BF%E5%8A%A1", Sort::Tag),
            ("共NaN件", "NaN", Sort::Nothing),
            ("#{title}", "#{title}", Sort::Template),
            ("[object HTMLDivElement]", "[object HTMLDivElement]", Sort::Nothing),
            ("\\u4e2d\\u56fd", "\\u4e2d", Sort::Tag),
        ] {
            let all = lefts(text);
            assert!(all.contains(&(mark, sort)), "{text}: {all:?}");
        }
    }

    #[test]
    fn a_value_shows_every_code() {
        for (text, mark) in [("关于&nbsp;值守", "&nbsp;"), ("关于<br/>值守", "<br/>"), ("<p>关于", "<p>")] {
            let at = text.find(['&', '<']).expect("there");
            let it = left_in_value(text, at).expect("left");
            assert_eq!((&text[it.range], it.sort), (mark, Sort::Tag));
        }
        assert_eq!(left_in_value("人数<30", 6), None);
    }

    #[test]
    fn what_authors_write_is_left() {
        for text in [
            "| 其中 | &nbsp;&nbsp;甲 |\n",
            "赣州蓉江新区产业招商局<br>2018年6月20日",
            "| 甲<br><br>乙 | 丙 |",
            "[附件](a.pdf)和[b](b.pdf)",
            "A & B，a<b，{甲}",
            "选项[b]正确",
            "路径 D:\\new\\test",
            "费用${}",
            "Normal University",
            "null 假设",
            "增长95%，占30%以上",
            "字段为 null 时",
            "[1]注",
            "PPP、Mr.、Paris",
            "见[^u]",
            "&copy; 2018",
            "第[二]项",
            "HTML 和 http://www.example.gov.cn/a?b=undefined",
        ] {
            assert_eq!(lefts(text), [], "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_looked_at(text in "[&<\\[{\\\\$/;br>}nbspuNaH甲\n|\\] =]{0,40}|.*") {
            let _ = lefts(&text);
        }
    }
}
