//! 1905: links that are none, for their brackets or for a blank in the name of the file.

use super::code::is_code;

use crate::{
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded},
    scan::subject::Subject,
    source::Span,
};

pub static DROPPED_LINK: Rule = Rule {
    code: "GK1905",
    name: "dropped-link",
    label: "不是链接",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "看着像链接，实际不是", en: "text that looks like a link and is none" },
    why: words! {
        zh: "链接的括号要用英文的 [ ] 和 ( )；文件名里有空格的，要用 < > 括起来。否则网页上只有文字，点不开，附件也不会发布。",
        en: "A link wants ASCII brackets, and `<…>` around a file name with blanks. Otherwise the page has only its letters, and the file is not published.",
    },
    mend: words! {
        zh: "写成 [文字](文件名)；文件名里有空格的写成 [文字](<文件 名.docx>)。",
        en: "Write `[text](file)`, or `[text](<a file.docx>)` where its name has blanks.",
    },
    example: Example {
        bad: "==> content/2018/值守表.csv\n日期,带班领导\n6月21日,分管副局长\n--> content/2018/通知.md\n+++\n汛期已到，值守安排见【值守表】（值守表.csv）。\n",
        good: "--> content/2018/通知.md\n+++\n汛期已到，值守安排见[值守表](值守表.csv)。\n",
    },
};

/// Endings of files that texts link.
const ENDINGS: [&str; 27] = [
    "md", "doc", "docx", "pdf", "xls", "xlsx", "csv", "zip", "rar", "7z", "txt", "wps", "et", "dps", "ofd", "ppt",
    "pptx", "jpg", "jpeg", "png", "gif", "webp", "tif", "tiff", "mp4", "html", "htm",
];

/// Bytes of a text or an address at most.
const LONGEST: usize = 600;

/// Whether `to` is a file or an address.
fn is_address(to: &str) -> bool {
    let web = ["http://", "https://"].into_iter().any(|it| to.starts_with(it));
    let path = to.split('#').next().unwrap_or_default();
    let ending = path.rsplit_once('.').map(|(_, it)| it.trim()).unwrap_or_default();
    web || ENDINGS.iter().any(|it| it.eq_ignore_ascii_case(ending))
}

/// What stands between `open` and the bracket that ends `text`, and where it begins.
fn text_before(text: &str, open: char) -> Option<(usize, &str)> {
    let mut from = text.len().saturating_sub(LONGEST);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let line = text[from..].rfind('\n').map_or(from, |at| from + at + 1);
    let at = line + text[line..].rfind(open)?;
    Some((at, &text[at + open.len_utf8()..]))
}

/// The brackets between the two parts of a link, as clerks type them.
pub(super) const BRACKETS: [&str; 4] = ["](", "]（", "】(", "】（"];

/// Looks at the text of an entry, in which `brackets` stand, each at its byte of the file.
pub(super) fn entry(subject: &Subject<'_>, brackets: &[(usize, &str)], findings: &mut Findings) {
    pictures(subject, findings);
    // What Markdown took for a link is one, with blanks within `<…>` or before a title. Both are in the order of the text.
    let mut links = subject.body.links().map(|it| it.range.bytes()).peekable();
    for &(at, brackets) in brackets {
        while links.next_if(|it| it.end <= at).is_some() {}
        if links.peek().is_some_and(|it| it.contains(&at)) {
            continue;
        }
        if let Some(link) = link(subject, at, brackets) {
            tell(subject, &link, findings);
        }
    }
}

/// Looks for `！[现场](现场.jpg)`: a picture whose mark is the full-width one, and so a link.
fn pictures(subject: &Subject<'_>, findings: &mut Findings) {
    for link in subject.body.links().filter(|it| !it.image && is_picture(it.to)) {
        let start = link.range.start as usize;
        let before = subject.text.get(..start).unwrap_or_default();
        let Some(rest) = before.strip_suffix('！') else { continue };
        // A sentence may end before a link to a picture.
        let safe = rest.is_empty() || rest.ends_with(['\n', ' ', '\u{3000}', '。', '：', '；', '|']);
        let mark = Span::new(subject.file, rest.len()..start);
        let written = subject.text.get(link.range.bytes()).unwrap_or_default();
        let mended = format!("!{written}");
        findings
            .raise(
                &DROPPED_LINK,
                Span::new(subject.file, rest.len()..link.range.end as usize),
                text! { zh: "这里看着像图片，实际是链接", en: "this looks like a picture and is a link" },
            )
            .label(text! { zh: "感叹号要用半角的 !", en: "`！` is not `!`" })
            .help(text! { zh: "改为：{mended}", en: "write: {mended}" })
            .fix([Edit::new(mark, "!", safe)])
            .key(mended.clone());
    }
}

/// Whether `to` is a picture's file.
fn is_picture(to: &str) -> bool {
    let ending = to.rsplit_once('.').map(|(_, it)| it).unwrap_or_default();
    ["jpg", "jpeg", "png", "gif", "webp", "bmp"].iter().any(|it| it.eq_ignore_ascii_case(ending))
}

/// A link that is none.
struct Meant<'t> {
    place: std::ops::Range<usize>,
    text: &'t str,
    to: &'t str,
}

/// The link whose `brackets` meet at `at`, unless it is one, or none was meant.
fn link<'t>(subject: &Subject<'t>, at: usize, brackets: &str) -> Option<Meant<'t>> {
    let file = subject.text;
    let after = at + brackets.len();
    let mut end = (after + LONGEST).min(file.len());
    while !file.is_char_boundary(end) {
        end -= 1;
    }
    let rest = file[after..end].split('\n').next().unwrap_or_default();
    let (plain, wide) = (brackets.starts_with(']'), brackets.ends_with('（'));
    // The name of a file may have brackets of its own: 申请表 (1).docx.
    let (close, shut) = closing(rest, wide)?;
    let to = rest[..close].trim();
    let ascii = plain && !wide;
    if !is_address(to) || to.starts_with('<') || ascii && !to.contains([' ', '\u{3000}']) {
        return None;
    }
    // [甲](甲.docx "标题") is a link.
    if ascii && to.ends_with(['"', '\'']) {
        return None;
    }
    let (open, text) = text_before(&file[..at], if plain { '[' } else { '【' })?;
    let place = open..after + close + shut;
    let escaped = file[..open].ends_with('\\');
    (!is_code(subject, at) && !escaped && !text.trim().is_empty()).then_some(Meant { place, text, to })
}

/// Where the bracket stands in `rest` that closes an address, and its length.
fn closing(rest: &str, wide: bool) -> Option<(usize, usize)> {
    let mut depth = 0;
    let mut first = None;
    for (at, c) in rest.char_indices() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' if depth > 0 => depth -= 1,
            // The bracket of the same width closes; of the other width where none of the same follows.
            ')' | '）' if (c == '）') == wide => return Some((at, c.len_utf8())),
            ')' | '）' => first = first.or(Some((at, c.len_utf8()))),
            _ => {}
        }
    }
    first
}

fn tell(subject: &Subject<'_>, link: &Meant<'_>, findings: &mut Findings) {
    let (text, to) = (link.text.trim(), link.to);
    let blank = to.contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')'));
    let to = if blank { format!("<{to}>") } else { to.to_owned() };
    let mended = format!("[{text}]({to})");
    let sound = !text.contains(['[', ']', '【', '】']) && !to.trim_matches(['<', '>']).contains(['<', '>']);
    let span = Span::new(subject.file, link.place.clone());
    findings
        .raise(&DROPPED_LINK, span, text! { zh: "这里看着像链接，实际不是", en: "this looks like a link and is none" })
        .label(text! { zh: "网页上只有文字，点不开", en: "the page has its letters only" })
        .help(text! { zh: "改为：{mended}", en: "write: {mended}" })
        .fix(sound.then(|| Edit::new(span, mended.clone(), true)))
        .key(mended.clone());
}
