//! The bytes of a file → its text: decoded, its dangerous characters told.

use std::ops::Range;

use crate::{
    diagnostic::{Edit, Findings},
    office::{Danger, Fault, Problem, Spot, decode, scan},
    source::{FileId, Place, Span},
    syntax::{BEYOND_LIMITS, INVISIBLE_CHARACTER, NOT_UTF8},
    vocabulary::Text,
};

/// Bytes of a text file at most; a catalogue of ten thousand items has ten million.
const LARGEST: usize = 64 << 20;

/// Bytes of one line at most.
const LONGEST: usize = 512 << 10;

/// Dangerous characters told one by one at most; the last tells how many more there are.
const MOST: usize = 50;

/// Characters at most that the edits of one finding replace.
const MOST_EDITS: usize = 200;

/// Decodes the text of a file: UTF-8 without mark, line ends LF. What is wrong with it is told (0001, 0012, 0013); what
/// can't be read stands as U+FFFD. A text too large is cut at a line end.
pub fn text(file: FileId, bytes: &[u8], findings: &mut Findings) -> String {
    let bytes = if bytes.len() > LARGEST {
        let (most, size) = (LARGEST >> 20, bytes.len() >> 20);
        findings
            .raise(
                &BEYOND_LIMITS,
                Place::File(file),
                text! { zh: "文件太大：{size} MB，最多 {most} MB，后面的没有读", en: "the file is too large: {size} MB of at most {most} MB; the rest was not read" },
            )
            .help(text! { zh: "拆成几个文件", en: "split it into several files" });
        let end = memchr::memrchr(b'\n', &bytes[..LARGEST]).map_or(LARGEST, |end| end + 1);
        &bytes[..end]
    } else {
        bytes
    };
    let decoded = decode(bytes);
    for problem in &decoded.problems {
        encoding(file, problem, findings);
    }
    if decoded.untold > 0 {
        let untold = decoded.untold;
        findings
            .raise(
                &NOT_UTF8,
                Place::File(file),
                text! { zh: "还有 {untold} 处同样的问题没有一一列出", en: "{untold} more places like these are not listed" },
            )
            .help(text! { zh: "先改正列出的，再运行一次", en: "mend those that are listed and run again" });
    }
    lines(file, &decoded.text, findings);
    // Control characters of a file in another encoding are its bytes misread, and were told as such.
    if !decoded.plain {
        characters(file, &decoded.text, findings);
    }
    decoded.text.into_owned()
}

fn encoding(file: FileId, problem: &Problem, findings: &mut Findings) {
    let (line, byte) = (problem.line, problem.byte);
    let fix = text! {
        zh: "运行 gongkai fix，由程序改写成 UTF-8（原文件留有备份）；或者用记事本打开，选“另存为”，编码选“UTF-8”",
        en: "run `gongkai fix`, which writes it as UTF-8 and keeps a copy; or save it as UTF-8 in an editor"
    };
    let again = text! { zh: "照原件重新录入这几个字", en: "type these characters again from the original" };
    let (message, help) = match problem.fault {
        Fault::Encoded(encoding) => {
            let name = encoding.name();
            (
                text! { zh: "文件是 {name} 编码，不是 UTF-8（第 {line} 行起可以看出）", en: "the file is {name}, not UTF-8 (seen at line {line})" },
                fix,
            )
        }
        Fault::ForeignBytes => (
            text! { zh: "第 {line} 行有一段 GBK 编码的文字，多半是粘贴来的", en: "line {line} holds a piece of GBK, probably pasted" },
            fix,
        ),
        Fault::Truncated => {
            (text! { zh: "文件末尾的一个字不完整", en: "the last character of the file is cut off" }, again)
        }
        Fault::Overlong | Fault::Surrogate | Fault::Stray => (
            text! { zh: "第 {line} 行有不是 UTF-8 的字节（文件第 {byte} 字节）", en: "line {line} has bytes that are not UTF-8 (byte {byte})" },
            again,
        ),
        Fault::LoneReturn => (
            text! { zh: "第 {line} 行用了单独的回车符作换行", en: "line {line} ends with a lone carriage return" },
            text! { zh: "在编辑器里把换行符改为 LF 或 CRLF，再保存", en: "save the file with LF or CRLF line ends" },
        ),
        Fault::Mojibake => (text! { zh: "第 {line} 行疑似乱码", en: "line {line} looks like spoilt text" }, again),
    };
    findings
        .raise(&NOT_UTF8, Span::new(file, problem.span.clone()), message)
        .lesser_if(problem.fault == Fault::Mojibake)
        .help(help)
        .key(key(problem.fault));
}

/// What tells one fault of an encoding from another when lines move: its message names the line.
fn key(fault: Fault) -> &'static str {
    match fault {
        Fault::Encoded(encoding) => encoding.name(),
        Fault::ForeignBytes => "foreign",
        Fault::Truncated => "truncated",
        Fault::Overlong | Fault::Surrogate | Fault::Stray => "stray",
        Fault::LoneReturn => "return",
        Fault::Mojibake => "mojibake",
    }
}

/// Lines too long.
fn lines(file: FileId, text: &str, findings: &mut Findings) {
    if text.len() <= LONGEST {
        return;
    }
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        if end - start > LONGEST {
            let (size, most) = ((end - start) >> 10, LONGEST >> 10);
            let shown = (start..=start + 30).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(start);
            findings
                .raise(
                    &BEYOND_LIMITS,
                    Span::new(file, start..shown),
                    text! { zh: "这一行太长：{size} KB，最多 {most} KB", en: "this line is too long: {size} KB of at most {most} KB" },
                )
                .help(text! { zh: "多半是粘贴了图片数据：图片另存为文件，正文里只写链接", en: "probably a pasted picture: save it as a file and link it" });
        }
        start = end + 1;
    }
}

/// Where the text behind the front matter begins; at the end where there is none, for a file of the catalogue has no text.
fn body(text: &str) -> usize {
    let rest = text.strip_prefix("+++\n").map(|rest| text.len() - rest.len());
    let end = rest.and_then(|start| Some(start + text[start..].find("\n+++\n")?));
    end.unwrap_or(text.len())
}

/// Dangerous characters, once a line and kind.
fn characters(file: FileId, text: &str, findings: &mut Findings) {
    let mut told = 0;
    let mut untold = 0;
    let mut line_end = 0;
    let mut body_start = None;
    let mut kinds: Vec<std::mem::Discriminant<Danger>> = Vec::new();
    for spot in scan(text) {
        if spot.at >= line_end {
            line_end =
                memchr::memchr(b'\n', &text.as_bytes()[spot.at..]).map_or(text.len(), |length| spot.at + length + 1);
            kinds.clear();
        }
        let kind = std::mem::discriminant(&spot.danger);
        if kinds.contains(&kind) {
            continue;
        }
        kinds.push(kind);
        if told == MOST {
            untold += 1;
            continue;
        }
        told += 1;
        // In running text what cannot be seen harms nobody: two of two hundred laws bear it as they were printed.
        let harmless = matches!(spot.danger, Danger::Invisible | Danger::ByteOrderMark | Danger::PrivateUse)
            && spot.at > *body_start.get_or_insert_with(|| body(text));
        one(file, &spot, harmless, &same_in_line(text, &spot, line_end), findings);
    }
    if untold > 0 {
        findings
            .raise(
                &INVISIBLE_CHARACTER,
                Place::File(file),
                text! { zh: "还有 {untold} 行有这样的字符，没有一一列出", en: "{untold} more lines with such characters are not listed" },
            )
            .help(text! { zh: "改好列出的，再运行一次 gongkai check", en: "mend those listed and run `gongkai check` again" });
    }
}

/// The places in the line of `spot`, which ends at `line_end`, of characters of its kind; none where there are too many.
fn same_in_line(text: &str, spot: &Spot, line_end: usize) -> Vec<Spot> {
    let start = memchr::memrchr(b'\n', &text.as_bytes()[..spot.at]).map_or(0, |end| end + 1);
    let kind = std::mem::discriminant(&spot.danger);
    let same = scan(&text[start..line_end]).filter(|it| std::mem::discriminant(&it.danger) == kind);
    let same: Vec<Spot> = same.map(|it| Spot { at: start + it.at, ..it }).take(MOST_EDITS + 1).collect();
    if same.len() > MOST_EDITS { Vec::new() } else { same }
}

/// What takes out `spot`, or puts what it only looks like in its place.
fn edit(file: FileId, spot: &Spot) -> Option<Edit> {
    let plain = spot.danger.mended()?;
    let span = Span::new(file, spot.at..spot.at + spot.char.len_utf8());
    Some(Edit::new(span, plain.map(String::from).unwrap_or_default(), true))
}

fn one(file: FileId, spot: &Spot, harmless: bool, same: &[Spot], findings: &mut Findings) {
    let fix = same.iter().filter_map(|it| edit(file, it)).collect::<Vec<_>>();
    let char = spot.char;
    let code = u32::from(char);
    let end = spot.at + char.len_utf8();
    let (message, lesser): (Text, bool) = match spot.danger {
        Danger::Control => (text! { zh: "有控制字符 U+{code:04X}", en: "a control character U+{code:04X}" }, false),
        Danger::Noncharacter => {
            (text! { zh: "有不是文字的字符 U+{code:04X}", en: "U+{code:04X} is no character" }, false)
        }
        Danger::ByteOrderMark => (
            text! { zh: "文字中间有字节顺序标记 U+FEFF，看不见", en: "an invisible byte order mark U+FEFF within the text" },
            false,
        ),
        Danger::Bidi => (
            text! { zh: "有改变书写方向的字符 U+{code:04X}，显示的顺序和实际不同", en: "U+{code:04X} turns the writing direction: what is shown is not what is written" },
            false,
        ),
        Danger::Invisible => {
            (text! { zh: "有看不见的字符 U+{code:04X}", en: "an invisible character U+{code:04X}" }, false)
        }
        Danger::PrivateUse => (
            text! { zh: "有自造字 U+{code:04X}，别的电脑上显示不出来", en: "U+{code:04X} is private: other computers show something else" },
            false,
        ),
        Danger::Radical(plain) | Danger::Compatibility(plain) => (
            text! { zh: "“{char}”（U+{code:04X}）样子像“{plain}”，其实是另一个字符，检索不到", en: "`{char}` (U+{code:04X}) only looks like `{plain}`: searches will miss it" },
            true,
        ),
        Danger::LookAlike(plain) => (
            text! { zh: "“{char}”（U+{code:04X}）不是英文字母 {plain}，只是样子一样", en: "`{char}` (U+{code:04X}) only looks like `{plain}`" },
            false,
        ),
    };
    let help = match spot.danger.mended() {
        Some(Some(plain)) => {
            text! { zh: "用键盘重新输入“{plain}”", en: "type `{plain}` anew" }
        }
        Some(None) => {
            text! { zh: "删去这个字符：把前后两个字连同它一起删去，重新输入", en: "delete it: delete the letters around it too and type them again" }
        }
        None => text! { zh: "删去后照原件重新输入", en: "delete it and type the text again" },
    };
    let range: Range<usize> = spot.at..end;
    findings
        .raise(&INVISIBLE_CHARACTER, Span::new(file, range), message)
        .lesser_if(lesser || harmless)
        .help(help)
        .fix(fix);
}
