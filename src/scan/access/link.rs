//! 1804: links that do not say where they lead.

use crate::{
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws::ACCESSIBILITY_32},
    markup::Link,
    scan::{
        places::also,
        subject::{Subject, stem},
    },
    source::Span,
};

pub static EMPTY_LINK: Rule = Rule {
    code: "GK1804",
    name: "empty-link",
    label: "链接没有文字",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[ACCESSIBILITY_32],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "链接没有文字，或者文字没有说明通向哪里", en: "a link without words, or with words that do not say where it leads" },
    why: words! {
        zh: "链接没有文字，页面上什么也看不见，附件等于没有。读屏软件可以把链接单独列出来听，一页全是“点击这里”，分不出哪个是哪个。",
        en: "A link without words cannot be seen, and its file is as good as missing. Links are read out as a list, too: here, here, here tells nobody which is which.",
    },
    mend: words! {
        zh: "把文件或者网页的名称写在 [ 和 ] 之间：[值守安排表](值守安排表.docx)；网页代码里，写在 <a …> 和 </a> 之间。",
        en: "Write the name of the file or the page between `[` and `]`, or between `<a …>` and `</a>`.",
    },
    example: Example {
        bad: "==> content/2018/值守安排.csv\n日期,带班领导\n6月21日,分管副局长\n--> catalogue/site.toml\nas_of = 2024-12-31\nrevised = 2024-07-20\n--> content/2018/通知.md\n+++\n汛期已到，值守安排见附件。\n\n[](值守安排.csv)\n",
        good: "--> content/2018/通知.md\n+++\n汛期已到，值守安排见附件。\n\n[值守安排](值守安排.csv)\n",
    },
};

/// Words that only point.
const POINTERS: [&str; 14] = [
    "这里",
    "此处",
    "这儿",
    "点这里",
    "点击",
    "点击这里",
    "点击此处",
    "点击这儿",
    "请点击",
    "请点这里",
    "请点击这里",
    "请点击此处",
    "here",
    "click here",
];

/// Looks at the links of an entry's text.
pub(super) fn entry(subject: &Subject<'_>, findings: &mut Findings) {
    let (mut empty, mut pointing) = (Vec::new(), Vec::new());
    for link in &subject.layout.links {
        let words = link.text.trim();
        // A picture without words is told as such.
        let has_picture = || {
            let inside =
                |it: &crate::markup::Image| link.range.start <= it.range.start && it.range.end <= link.range.end;
            subject.layout.images.iter().any(inside)
        };
        if words.is_empty() {
            if !has_picture() {
                empty.push(link);
            }
        } else if words.len() <= 40 && is_pointer(words) {
            pointing.push(link);
        }
    }
    let place = |it: &Link| Span { file: subject.file, range: it.range };
    if let Some(first) = empty.first() {
        let count = empty.len();
        let finding = findings.raise(
            &EMPTY_LINK,
            place(first),
            text! { zh: "正文里有 {count} 个链接没有文字，网页上看不见", en: "links without words, which are not seen on the page: {count}" },
        );
        also(finding, empty[1..].iter().map(|it| place(it)));
        let edits: Vec<Edit> = empty.iter().filter_map(|it| edit(subject, it)).collect();
        // What stands there is what is spoken of.
        let help = if subject.text.get(first.range.bytes()).is_some_and(|it| it.starts_with('<')) {
            text! { zh: "在 <a …> 和 </a> 之间写文件或者网页的名称；不要这个链接的，连同 </a> 整个删去", en: "write the name of the file or the page between `<a …>` and `</a>`, or delete both" }
        } else {
            text! { zh: "在 [ 和 ] 之间写文件或者网页的名称；不要这个链接的，整个删去", en: "write the name of the file or the page between `[` and `]`, or delete the link" }
        };
        finding.help(help).fix(if edits.len() == count { edits } else { Vec::new() }).key("empty");
    }
    if let Some(first) = pointing.first() {
        let (count, words) = (pointing.len(), first.text.trim());
        let finding = findings.raise(
            &EMPTY_LINK,
            place(first),
            text! { zh: "有 {count} 个链接的文字只是“{words}”这样的话", en: "links with no more words than {words}: {count}" },
        );
        also(finding, pointing[1..].iter().map(|it| place(it)));
        finding
            .help(text! { zh: "把链接的文字写成它通向的文件或者网页的名称", en: "let the words be the name of the file or the page it leads to" })
            .at_most(Level::Note)
            .key("pointing");
    }
}

fn is_pointer(words: &str) -> bool {
    let bare = words.trim_matches(|c: char| "【】[]（）()《》<>“”\"。，,.！!>»→：: ".contains(c));
    POINTERS.iter().any(|it| it.eq_ignore_ascii_case(bare))
}

/// The words of a link that has none: its title, the name of its file, or what the author fills in.
fn edit(subject: &Subject<'_>, link: &Link) -> Option<Edit> {
    let written = subject.text.get(link.range.bytes())?;
    let start = link.range.start as usize;
    let title = Some(link.title.trim()).filter(|it| !it.is_empty());
    let file = Some(stem(&link.destination)).filter(|it| {
        !link.destination.contains("://") && it.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count() >= 2
    });
    let words = title.or(file).filter(|it| !it.contains(['[', ']', '<', '&', '%'])).unwrap_or("〔链接的名称〕");
    if let Some(rest) = written.strip_prefix('[') {
        let end = rest.find(']').filter(|&end| rest[..end].trim().is_empty())?;
        return Some(Edit::new(Span::new(subject.file, start + 1..start + 1 + end), words, false));
    }
    // The tag alone is the place of a link in HTML, or all to its end.
    let end = written
        .len()
        .checked_sub("</a>".len())
        .filter(|&it| written.get(it..).is_some_and(is_end))
        .map(|it| start + it);
    let after = start + written.len();
    let end = end.or_else(|| is_end(subject.text.get(after..after + "</a>".len())?).then_some(after))?;
    Some(Edit::new(Span::new(subject.file, end..end), words, false))
}

fn is_end(tag: &str) -> bool {
    tag.eq_ignore_ascii_case("</a>")
}
