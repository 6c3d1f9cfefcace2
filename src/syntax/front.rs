//! Where front matter ends and the text begins.

use std::ops::Range;

use memchr::memchr;

use super::{
    FULL_WIDTH_PUNCTUATION, TOML_SYNTAX,
    assignment::{is_assignment, is_front},
    colon::{self, Colons},
};
use crate::{
    diagnostic::{Edit, Findings},
    source::{FileId, Span},
};

/// The parts of an entry's file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Front {
    /// The opening line.
    pub head: Range<usize>,
    /// The TOML.
    pub toml: Range<usize>,
    /// Where the text begins.
    pub body: usize,
    /// Whether its form was wrong, so that small slips in it need not be told too.
    pub quiet: bool,
    /// Whether there is text and no front matter, which was told: what stands in one need not be missed too.
    pub missing: bool,
}

impl Front {
    fn none() -> Self {
        Self { head: 0..0, toml: 0..0, body: 0, quiet: false, missing: false }
    }
}

/// What a line at an end of the front matter is.
#[derive(Clone, Copy, PartialEq)]
enum Fence {
    /// `+++`.
    Plus,
    /// `＋＋＋`, `++`, `++++`.
    Nearly,
    /// `---`, of another program.
    Dash,
}

fn fence(line: &str) -> Option<Fence> {
    let line = line.trim_start();
    if !line.starts_with(['+', '＋', '-']) {
        return None;
    }
    let line = line.trim_end();
    let all = |mark: &[char]| line.chars().all(|char| mark.contains(&char));
    match line {
        "+++" => Some(Fence::Plus),
        "---" => Some(Fence::Dash),
        _ if (2..=6).contains(&line.chars().count()) && all(&['+', '＋']) => Some(Fence::Nearly),
        _ => None,
    }
}

/// Cuts an entry's text; what is wrong with the form is told (0003).
pub(super) fn cut(file: FileId, text: &str, findings: &mut Findings) -> Front {
    let start = text.len() - text.trim_start_matches(['\n', ' ', '\t']).len();
    let line_end = |at: usize| text[at..].find('\n').map_or(text.len(), |length| at + length);
    let first = start..line_end(start);
    if text[start..].is_empty() {
        return Front::none();
    }
    let Some(opening) = fence(&text[first.clone()]) else {
        return unopened(file, text, first, findings);
    };
    let begin = (first.end + 1).min(text.len());
    let closing = lines(text, begin).find(|line| match fence(&text[line.clone()]) {
        Some(Fence::Dash) => opening == Fence::Dash,
        Some(_) => opening != Fence::Dash,
        None => false,
    });
    let mut quiet = false;
    if opening == Fence::Dash {
        let end = closing.as_ref().map_or(text.len(), |line| line.start);
        let own = !text[begin..end].is_ascii() && text[begin..end].contains('：');
        if let Some(colons) = colon::read(text, begin, end).filter(|it| own && it.end == end) {
            let body = closing.map_or(end, |line| (line.end + 1).min(text.len()));
            return with_colons(file, (first.start..body, first), &colons, findings);
        }
        quiet = true;
        dashes(file, first.clone(), closing.is_some(), findings);
    } else {
        for line in [Some(&first), closing.as_ref()].into_iter().flatten() {
            if fence(&text[line.clone()]) == Some(Fence::Nearly) {
                nearly(file, line.clone(), &text[line.clone()], findings);
            }
        }
    }
    let Some(closing) = closing else {
        let end = guessed_end(text, begin);
        if opening != Fence::Dash {
            unclosed(file, text, (first.clone(), begin..end), findings);
        }
        return Front { head: first, toml: begin..end, body: end, quiet, missing: false };
    };
    let body = (closing.end + 1).min(text.len());
    second(file, text, body, findings);
    Front { head: first, toml: begin..closing.start, body, quiet, missing: false }
}

/// The lines of `text` from `at` on, without their ends.
pub(super) fn lines(text: &str, at: usize) -> impl Iterator<Item = Range<usize>> {
    let mut next = Some(at);
    std::iter::from_fn(move || {
        let start = next?;
        let end = memchr(b'\n', &text.as_bytes()[start..]).map(|length| start + length);
        next = end.map(|end| end + 1);
        Some(start..end.unwrap_or(text.len()))
    })
}

/// Tells that the front matter that begins at `first` and of which `toml` was taken for the rest never ends.
fn unclosed(file: FileId, text: &str, (first, toml): (Range<usize>, Range<usize>), findings: &mut Findings) {
    let head = &text[toml.clone()];
    let last_end = toml.start + head.trim_end().len();
    let last_start = text[..last_end].rfind('\n').map_or(0, |at| at + 1);
    let missing = if head.is_empty() || head.ends_with('\n') { "+++\n" } else { "\n+++\n" };
    let finding = findings.raise(
        &TOML_SYNTAX,
        Span::new(file, if last_end > toml.start { last_start..last_end } else { first.clone() }),
        text! { zh: "文件头没有结束：缺少第二行 +++", en: "the front matter never ends: the second +++ is missing" },
    );
    if last_end > toml.start {
        finding
            .label(text! { zh: "这是文件头的最后一行", en: "its last line" })
            .mark(Span::new(file, first), text! { zh: "文件头从这里开始", en: "it begins here" });
    }
    finding
        .help(text! { zh: "在这一行后面另起一行，写 +++", en: "write +++ in a line of its own behind this one" })
        .fix([Edit::new(Span::new(file, toml.end..toml.end), missing, false)]);
}

/// How many lines behind one that is no TOML may still be followed by some.
const NEAR: usize = 8;

/// Where front matter without an end most likely ends: behind the last line that surely belongs to it. Text begins with the first
/// line that cannot, and with which none of the next few can either; a text broken over lines is no such place.
fn guessed_end(text: &str, begin: usize) -> usize {
    let mut end = begin;
    let mut since = 0;
    let mut blank = false;
    for line in lines(text, begin) {
        let words = text[line.clone()].trim();
        let belongs =
            words.starts_with(['[', '#', '"', '\'', ']', '}', '{']) && !is_text(words) || is_assignment(words);
        if words.is_empty() {
            blank = true;
        } else if belongs {
            end = (line.end + 1).min(text.len());
            since = 0;
        } else {
            since += 1;
            if blank || since > NEAR {
                break;
            }
        }
    }
    end
}

/// Whether a line that begins like TOML is Markdown: a heading, a link, a task.
fn is_text(words: &str) -> bool {
    let hashes = words.trim_start_matches('#');
    (hashes.len() < words.len() && hashes.starts_with(' ') && words.starts_with("##"))
        || words.starts_with('[') && words.contains("](")
}

/// The front matter that every entry has, to be filled in.
const HEAD: &str = "+++\ntitle = \"〔标题〕\"\nitem = \"〔一级事项/公开事项〕\"\nmade = 〔成文日期〕\npublished = 〔发布日期〕\nsummary = \"〔内容概述〕\"\n[review]\nsecrecy = { by = \"〔审查人〕\", on = 〔审查日期〕 }\n+++";

/// A file whose first line opens no front matter: the opening may only have been forgotten.
fn unopened(file: FileId, text: &str, first: Range<usize>, findings: &mut Findings) -> Front {
    if let Some(front) = preceded(file, text, first.clone(), findings) {
        return front;
    }
    if let Some(colons) = colon::read(text, first.start, text.len()) {
        return with_colons(file, (first.start..colons.end, first), &colons, findings);
    }
    let all = lines(text, first.end);
    if is_front(&text[first.clone()]) && !all.into_iter().any(|line| fence(&text[line]) == Some(Fence::Plus)) {
        return bare(file, text, first, findings);
    }
    let opening = text[first.clone()].contains(['=', '＝']);
    let closing = lines(text, first.end).find(|line| opening && fence(&text[line.clone()]) == Some(Fence::Plus));
    let message = match closing {
        Some(_) => text! { zh: "文件头缺少第一行 +++", en: "the front matter lacks its first line, +++" },
        None => {
            text! { zh: "文件没有文件头：第一行应当是 +++", en: "there is no front matter: the first line should be +++" }
        }
    };
    let help = match closing {
        Some(_) => text! { zh: "在文件开头加一行 +++", en: "begin the file with a line +++" },
        None => text! {
            zh: "在文件开头加上下面几行，按实际填写，然后是正文：\n{HEAD}",
            en: "begin the file with these lines, filled in, and then the text:\n{HEAD}"
        },
    };
    // Where the closing line stands, all before it was read as front matter already.
    let whole = closing.is_some();
    let fix = Edit::new(
        Span::new(file, first.start..first.start),
        if whole { "+++\n".to_owned() } else { format!("{HEAD}\n") },
        whole,
    );
    findings
        .raise(&TOML_SYNTAX, Span::new(file, first.clone()), message)
        .label(text! { zh: "应为 +++", en: "should be +++" })
        .help(help)
        .fix([fix]);
    match closing {
        Some(closing) => Front {
            toml: first.start..closing.start,
            head: first,
            body: (closing.end + 1).min(text.len()),
            quiet: false,
            missing: false,
        },
        None => Front { missing: true, ..Front::none() },
    }
}

/// What a letter or a form says of itself above its text, at `whole`: told once, with the front matter that says the same.
fn with_colons(
    file: FileId,
    (whole, first): (Range<usize>, Range<usize>),
    colons: &Colons,
    findings: &mut Findings,
) -> Front {
    let (count, proper) = (colons.count, &colons.proper);
    let lines = proper.trim_end();
    let body = whole.end;
    findings
        .raise(
            &TOML_SYNTAX,
            Span::new(file, first),
            text! {
                zh: "文件头的写法不对：开头 {count} 行“名称：内容”应当写在两行 +++ 之间，冒号改为等号",
                en: "front matter stands between two lines +++, with = for the colons of its {count} lines"
            },
        )
        .label(text! { zh: "应为 +++", en: "should be +++" })
        .help(text! { zh: "改为下面几行，〔〕里的按实际填写：\n{lines}", en: "write these lines, the brackets filled in:\n{lines}" })
        .fix([Edit::new(Span::new(file, whole), proper, false)]);
    Front { body, missing: true, ..Front::none() }
}

/// Keys at the beginning of a file without either line `+++`: both are told at once.
fn bare(file: FileId, text: &str, first: Range<usize>, findings: &mut Findings) -> Front {
    let end = guessed_end(text, first.start);
    let toml = text[first.start..end].trim_end();
    let last = toml.rsplit('\n').next().unwrap_or_default().trim();
    let number = text[..first.start + toml.len()].matches('\n').count() + 1;
    let shown: String = last.chars().take(30).collect();
    let missing = if text[..end].ends_with('\n') { "+++\n" } else { "\n+++\n" };
    findings
        .raise(
            &TOML_SYNTAX,
            Span::new(file, first.clone()),
            text! { zh: "文件头前后的两行 +++ 都没有写", en: "both lines +++ around the front matter are missing" },
        )
        .label(text! { zh: "文件头从这里开始", en: "it begins here" })
        .help(text! {
            zh: "这一行的前面加一行 +++，第 {number} 行（{shown}）的后面再加一行 +++",
            en: "write a line +++ above this one, and another below line {number} ({shown})"
        })
        .fix([
            Edit::new(Span::new(file, first.start..first.start), "+++\n", false),
            Edit::new(Span::new(file, end..end), missing, false),
        ]);
    Front { head: first.clone(), toml: first.start..end, body: end, quiet: false, missing: false }
}

/// Front matter that is whole, but does not begin the file: what stands above it, mostly the title, is told.
fn preceded(file: FileId, text: &str, first: Range<usize>, findings: &mut Findings) -> Option<Front> {
    if is_assignment(text[first.clone()].trim()) {
        return None;
    }
    let plus = |line: &Range<usize>| fence(&text[line.clone()]) == Some(Fence::Plus);
    let opening = lines(text, first.end).find(plus)?;
    let mut inside = lines(text, (opening.end + 1).min(text.len()));
    let begins = inside.find(|line| !text[line.clone()].trim().is_empty())?;
    if !is_assignment(text[begins].trim()) {
        return None;
    }
    let closing = inside.find(plus)?;
    let above = first.start..first.start + text[first.start..opening.start].trim_end().len();
    let shown: String = text[first].trim().chars().take(20).collect();
    findings
        .raise(
            &TOML_SYNTAX,
            Span::new(file, above),
            text! { zh: "第一行 +++ 的前面还有内容：{shown}", en: "something stands above the first +++: {shown}" },
        )
        .label(text! { zh: "文件要从 +++ 开始", en: "a file begins with +++" })
        .help(text! {
            zh: "删去 +++ 前面的内容；是正文的，移到第二行 +++ 的后面",
            en: "delete what stands above +++; move it below the second +++ if it belongs to the text"
        })
        .fix([Edit::new(Span::new(file, 0..opening.start), "", false)]);
    let body = (closing.end + 1).min(text.len());
    Some(Front {
        head: opening.clone(),
        toml: (opening.end + 1).min(text.len())..closing.start,
        body,
        quiet: false,
        missing: false,
    })
}

fn dashes(file: FileId, first: Range<usize>, closed: bool, findings: &mut Findings) {
    let finding = findings.raise(
        &TOML_SYNTAX,
        Span::new(file, first),
        text! { zh: "文件头应当用 +++ 括起来，这里用的是 ---（另一种格式）", en: "front matter stands between +++, not --- (which is YAML)" },
    );
    finding.label(text! { zh: "应为 +++", en: "should be +++" });
    finding.help(if closed {
        text! { zh: "两行 --- 都改为 +++，里面“键: 值”改为“键 = \"值\"”，日期不加引号", en: "write +++ twice, and `key = \"value\"` instead of `key: value`; days have no quotes" }
    } else {
        text! { zh: "改为 +++，文件头写完以后再写一行 +++", en: "write +++, and +++ again after the last key" }
    });
}

fn nearly(file: FileId, line: Range<usize>, typed: &str, findings: &mut Findings) {
    let rule = if typed.contains('＋') { &FULL_WIDTH_PUNCTUATION } else { &TOML_SYNTAX };
    let typed = typed.trim();
    let fix = Edit::new(Span::new(file, line.clone()), "+++", true);
    findings
        .raise(
            rule,
            Span::new(file, line),
            text! { zh: "文件头的开头和结尾是三个英文加号 +++，这里写的是 {typed}", en: "front matter stands between +++, not {typed}" },
        )
        .label(text! { zh: "应为 +++", en: "should be +++" })
        .help(text! { zh: "改为：+++", en: "write: +++" })
        .fix([fix]);
}

/// A second front matter right behind the first: two entries were put into one file.
fn second(file: FileId, text: &str, body: usize, findings: &mut Findings) {
    let rest = text[body..].trim_start();
    let at = text.len() - rest.len();
    if !rest.starts_with("+++\n") {
        return;
    }
    let mut inner = lines(text, at + 4);
    let key = inner.next().is_some_and(|line| text[line].contains('='));
    if key && inner.any(|line| text[line].trim() == "+++") {
        findings
            .raise(
                &TOML_SYNTAX,
                Span::new(file, at..at + 3),
                text! { zh: "一个文件里有两个文件头", en: "there are two front matters in this file" },
            )
            .label(text! { zh: "第二个从这里开始", en: "the second begins here" })
            .help(text! { zh: "一条信息一个文件：把第二条另存为一个文件", en: "keep one entry a file: move the second into a file of its own" });
    }
}
