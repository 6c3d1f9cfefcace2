//! 1908: what only the page of a word processor had: its tags, the numbers of its pages.

use memchr::memchr_iter;

use super::{code::is_code, line::Line};
use crate::{
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded},
    scan::subject::Subject,
    source::Span,
};

pub static OFFICE_TAGS: Rule = Rule {
    code: "GK1908",
    name: "office-tags",
    label: "Word 的痕迹",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "正文里留着 Word 的标记、页码或者写法", en: "tags of Word, numbers of its pages, or what only it shows, within a text" },
    why: words! {
        zh: "从 Word 或者旧网页复制，会带来 <o:p>、<st1:…> 这样的标记，网页上当作文字显示；从 PDF 复制，会带来“- 3 -”“第3页 共5页”，把一段话拦腰截断；一行开头的“2026. 5. 6”和“>5万元”，网页会当成编号和引用，日期和“大于”就看不到了。",
        en: "Text from Word or an old site brings tags like `<o:p>`, which are printed as letters; text from a PDF brings page numbers, which cut a paragraph in two; a line that begins with `2026. 5. 6` or `>5万元` is a list or a quotation on the page, and the day or the sign is gone.",
    },
    mend: words! { zh: "删去这些标记和页码；日期写成某年某月某日，“大于”写成“＞”。", en: "Delete the tags and the page numbers; write days as 年月日, and ＞ for “more than”." },
    example: Example {
        bad: "--> content/2018/通知.md\n+++\n汛期已到<o:p></o:p>，请落实二十四小时值守。\n",
        good: "--> content/2018/通知.md\n+++\n汛期已到，请落实二十四小时值守。\n",
    },
};

/// Bytes of a tag at most.
const LONGEST: usize = 1000;

/// Looks for tags of office programs.
pub(super) fn tags(subject: &Subject<'_>, findings: &mut Findings) {
    let (start, body) = subject.body_text();
    let found = memchr_iter(b'<', body.as_bytes()).filter_map(|at| Some((start + at, tag(&body[at..])?)));
    let spans: Vec<Span> = found
        .filter(|&(at, _)| !is_code(subject, at))
        .map(|(at, length)| Span::new(subject.file, at..at + length))
        .collect();
    let Some(&first) = spans.first() else { return };
    let count = spans.len();
    findings
        .raise(
            &OFFICE_TAGS,
            first,
            text! { zh: "正文里有 {count} 个 Word 的标记", en: "{count} tags of Word within the text" },
        )
        .help(text! { zh: "删去标记，文字保留", en: "delete the tags and keep the words" })
        .fix(spans.iter().map(|&it| Edit::new(it, "", true)))
        .key("tags");
}

/// The length of the tag with a colon in its name that `text` begins with: `<o:p>`, `</st1:chsdate>`, `<v:shape …/>`; no address.
fn tag(text: &str) -> Option<usize> {
    let name = text.strip_prefix("</").or_else(|| text.strip_prefix('<'))?;
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let space = name[..length].to_ascii_lowercase();
    let known = matches!(&*space, "o" | "w" | "v" | "m" | "x" | "w10" | "wps" | "wp" | "st1" | "st2");
    let local = name[length..].strip_prefix(':').filter(|_| known)?;
    if !local.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let end = text.bytes().take(LONGEST).position(|it| it == b'>')?;
    (!text[1..end].contains('<')).then_some(end + 1)
}

/// Looks for numbers of pages among all lines.
pub(super) fn pages(subject: &Subject<'_>, findings: &mut Findings) {
    let (start, body) = subject.body_text();
    let mut found = Vec::new();
    let mut from = 0;
    for end in memchr_iter(b'\n', body.as_bytes()).chain([body.len()]) {
        let (begin, line) = (from, &body[from..end]);
        from = end + 1;
        // Most lines are longer than the number of a page ever is.
        if (3..60).contains(&line.len())
            && begins_page(line)
            && is_page(line.trim())
            && !is_code(subject, start + begin)
        {
            let before = body[..begin].trim_end();
            // Only where a sentence ends before it, the paragraph does: elsewhere both halves belong together.
            let whole = before.is_empty() || before.ends_with(['。', '；', '：', '！', '？', '”', '）']);
            let last = body[end..].trim().is_empty();
            let text = Line {
                text: line.trim(),
                start: start + begin,
                at: start + begin + line.len() - line.trim_start().len(),
                end: start + end,
                joined: false,
                broken: false,
                inner: false,
            };
            found.push((text, whole || last));
        }
    }
    let Some((first, _)) = found.first() else { return };
    let count = found.len();
    let safe = found.iter().all(|it| it.1);
    findings
        .raise(
            &OFFICE_TAGS,
            first.span(subject.file),
            text! { zh: "正文里有 {count} 处页码", en: "{count} numbers of pages within the text" },
        )
        .label(text! { zh: "网页不分页", en: "a page on the web has none" })
        .help(text! { zh: "删去页码，被它断开的两段连起来", en: "delete them and join what they cut" })
        .fix(found.iter().map(|(it, _)| Edit::new(Span::new(subject.file, it.start..it.end), "", safe)))
        .key("pages");
}

/// Whether the number of a page may stand on `line`: most lines begin with a word.
fn begins_page(line: &str) -> bool {
    line.starts_with([' ', '\t', '\u{3000}', '第']) || line.starts_with(is_dash)
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '—' | '－' | '–' | '─' | '·' | '~')
}

/// Whether `line` is the number of a page: `- 3 -`, `—3—`, `第3页 共5页`, `第 3 页`, `3 / 5`.
fn is_page(line: &str) -> bool {
    let digits = |it: &str| (1..=4).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_digit());
    let inside = line.trim_matches(|c: char| is_dash(c) || c == ' ' || c == '\u{3000}');
    if line.starts_with(is_dash) && line.ends_with(is_dash) && digits(inside) {
        return true;
    }
    if !line.contains('页') {
        return false;
    }
    let bare: String = line
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '，' | ',' | '/' | '（' | '）' | '(' | ')'))
        .collect();
    let Some(rest) = bare.strip_prefix('第') else { return false };
    let Some((number, rest)) = rest.split_once('页') else { return false };
    let all = rest.strip_prefix('共').and_then(|it| it.strip_suffix('页'));
    digits(number) && (rest.is_empty() || all.is_some_and(digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_are_seen() {
        for line in [
            "- 3 -",
            "—3—",
            "－ 12 －",
            "— 3 —",
            "-3-",
            "第3页 共5页",
            "第 3 页，共 5 页",
            "第3页",
            "第3页/共5页",
            "·3·",
        ] {
            assert!(is_page(line), "{line}");
        }
        for line in ["- 3", "3", "---", "2018-3-5", "第三页", "第3页内容", "- 甲 -", "第3条", "-30000-", "第3页第2行"]
        {
            assert!(!is_page(line), "{line}");
        }
    }

    #[test]
    fn tags_of_word_are_seen() {
        for text in ["<o:p>", "</o:p>", "<o:p/>", "<st1:chsdate Year=\"2018\">", "<v:shape id=a>", "<O:P>"] {
            assert_eq!(tag(text), Some(text.len()), "{text}");
        }
        for text in ["<https://a.cn>", "<p>", "<tel:1>", "<o:p", "< o:p>", "<a:b>", "<mailto:a@b.cn>", "<m:", "<o:<p>"]
        {
            assert_eq!(tag(text), None, "{text}");
        }
    }
}
