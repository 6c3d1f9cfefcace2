//! Slips in words: what was probably meant, and the line as it should be.

use super::{Repaired, SlipKind, SyntaxSlip};
use crate::{
    diagnostic::{Edit, Finding, Findings},
    source::{FileId, Span},
    syntax::{
        FULL_WIDTH_PUNCTUATION, TOML_SYNTAX, WRONG_TYPE,
        alias::{head_above, in_english},
    },
    vocabulary::Text,
};

/// Where a text stands in its file.
#[derive(Clone, Copy, Debug)]
pub(in crate::syntax) struct Stand {
    /// The file.
    pub file: FileId,
    /// What is added to places.
    pub shift: usize,
}

impl Stand {
    /// The span of `range`.
    pub fn span(self, range: &std::ops::Range<usize>) -> Span {
        Span::new(self.file, range.start + self.shift..range.end + self.shift)
    }
}

/// Slips that are told one by one: a file of more is none that anybody wrote.
const MOST_TOLD: usize = 300;

/// Tells every slip; Chinese punctuation once a line. Of very many the rest is counted.
pub(in crate::syntax) fn report(text: &str, repaired: &Repaired<'_>, stand: Stand, findings: &mut Findings) {
    let (mut at, mut told) = (0, 0);
    while let Some(slip) = repaired.slips.get(at) {
        told += 1;
        if told > MOST_TOLD {
            let count = repaired.slips.len() - at;
            findings
                .raise(
                    &TOML_SYNTAX,
                    stand.span(&slip.range),
                    text! { zh: "从这里起还有 {count} 处写法不对", en: "{count} more slips from here on" },
                )
                .help(text! { zh: "先改正前面指出的，再检查一次", en: "correct those named, then check again" })
                .key("more");
            return;
        }
        at += 1;
        if !matches!(slip.kind, SlipKind::FullWidth(_)) {
            one(text, slip, repaired, stand, findings);
            continue;
        }
        let rest = &text.as_bytes()[slip.range.start..];
        let line_end = memchr::memchr(b'\n', rest).map_or(text.len(), |length| slip.range.start + length);
        let first = at - 1;
        while repaired
            .slips
            .get(at)
            .is_some_and(|next| matches!(next.kind, SlipKind::FullWidth(_)) && next.range.start < line_end)
        {
            at += 1;
        }
        wide(text, &repaired.slips[first..at], repaired, stand, findings);
    }
}

/// Chinese punctuation in one line.
fn wide(text: &str, slips: &[SyntaxSlip], repaired: &Repaired<'_>, stand: Stand, findings: &mut Findings) {
    let mut zh: Vec<String> = Vec::new();
    for slip in slips {
        let SlipKind::FullWidth(with) = slip.kind else { continue };
        let typed = match &text[slip.range.clone()] {
            space if space.trim().is_empty() || with == " " => "全角空格",
            typed => typed,
        };
        let with = match with {
            " " => "普通空格",
            "0" => "半角数字",
            with => with,
        };
        let told = format!("{typed} 应为 {with}");
        if !zh.contains(&told) && zh.len() < 6 {
            zh.push(told);
        }
    }
    let en = zh
        .join(", ")
        .replace("全角空格", "a wide space")
        .replace("普通空格", "a space")
        .replace("半角数字", "plain digits")
        .replace(" 应为 ", " → ");
    let zh = zh.join("，");
    let place = &slips[0].range;
    let finding = findings.raise(
        &FULL_WIDTH_PUNCTUATION,
        stand.span(place),
        text! { zh: "这一行用了中文标点：{zh}", en: "Chinese punctuation in this line: {en}" },
    );
    finding.label(text! { zh: "中文标点", en: "not ASCII" }).fix(edits(slips, repaired, stand));
    correct(
        finding,
        repaired,
        (place.start, stand.shift > 0, head_above(text, place.start)),
        text! {
            zh: "切换到英文输入法，重新输入这几个标点", en: "type these marks with an English keyboard"
        },
    );
}

/// The patches of `slips` as edits of the file; all of them certain, or none.
fn edits(slips: &[SyntaxSlip], repaired: &Repaired<'_>, stand: Stand) -> Vec<Edit> {
    let certain = slips.iter().all(|slip| slip.certain);
    let patches = slips.iter().flat_map(|slip| &slip.patches);
    let replacements = patches.filter_map(|&number| repaired.patched.replacement(number));
    replacements.map(|(range, text)| Edit::new(stand.span(&range), text, certain)).collect()
}

/// Offers the corrected line, or `else` where that is too long to be read.
fn correct(finding: &mut Finding, repaired: &Repaired<'_>, (at, entry, head): (usize, bool, &str), otherwise: Text) {
    let line = in_english(repaired.patched.line(at).trim(), entry, head);
    if line.is_empty() || line.chars().count() > 120 || line.contains("\\u0000") {
        finding.help(otherwise);
    } else {
        finding.help(text! { zh: "改为：{line}", en: "write: {line}" });
    }
}

fn one(text: &str, slip: &SyntaxSlip, repaired: &Repaired<'_>, stand: Stand, findings: &mut Findings) {
    let typed = shown(&text[slip.range.clone()]);
    let (message, label, help) = words(&slip.kind, &typed);
    let rule = if matches!(slip.kind, SlipKind::HeaderKind(_)) { &WRONG_TYPE } else { &TOML_SYNTAX };
    let finding = findings.raise(rule, stand.span(&slip.range), message);
    finding.label(label).fix(edits(std::slice::from_ref(slip), repaired, stand));
    match help {
        Some(help) => {
            finding.help(help);
        }
        // The lines that follow the first one go into it.
        None if matches!(slip.kind, SlipKind::BrokenText) => {
            let line = in_english(
                repaired.patched.line(slip.range.start).trim(),
                stand.shift > 0,
                head_above(text, slip.range.start),
            );
            finding.help(text! { zh: "这几行合成一行，改为：{line}", en: "make one line of these: {line}" });
        }
        None => {
            correct(
                finding,
                repaired,
                (slip.range.start, stand.shift > 0, head_above(text, slip.range.start)),
                text! { zh: "照此改正", en: "mend it" },
            );
        }
    }
}

/// At most forty characters of `text`.
fn shown(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}……", &text[..end]),
        None => text.to_owned(),
    }
}

/// Message, label and, where the corrected line is not enough, help.
fn words(what: &SlipKind, typed: &str) -> (Text, Text, Option<Text>) {
    match what {
        SlipKind::Colon => (
            text! { zh: "键和值之间要用等号 =，这里写的是冒号", en: "key and value are joined by `=`, not by a colon" },
            text! { zh: "应为 =", en: "should be `=`" },
            None,
        ),
        SlipKind::MissingEquals => (
            text! { zh: "键和值之间缺少等号 =", en: "no `=` between key and value" },
            text! { zh: "缺少 =", en: "`=` is missing" },
            None,
        ),
        SlipKind::ExtraEquals => {
            (text! { zh: "多写了一个等号", en: "one `=` too many" }, text! { zh: "多余", en: "too many" }, None)
        }
        SlipKind::NoStatement => (
            text! { zh: "这里不是“键 = 值”的写法：{typed}", en: "this is no `key = value`: {typed}" },
            text! { zh: "读不懂", en: "not understood" },
            Some(text! {
                zh: "一行写一个“键 = 值”，例如 title = \"标题\"；写给自己看的话前面加 #；长文字写在正文里",
                en: "write one `key = value` a line, e.g. title = \"…\"; begin remarks with #; long texts go into the body"
            }),
        ),
        SlipKind::MissingValue => (
            text! { zh: "等号后面没有写值：{typed}", en: "no value after the equals sign: {typed}" },
            text! { zh: "缺少值", en: "no value" },
            Some(
                text! { zh: "补上值；还不知道的，先删去这一行", en: "add the value, or delete the line while it is unknown" },
            ),
        ),
        SlipKind::UnclosedQuote => (
            text! { zh: "引号没有写完整，只有开头的，没有结尾的", en: "this text has no closing quote" },
            text! { zh: "从这里开始的文字没有结尾的引号", en: "begins here and never ends" },
            None,
        ),
        SlipKind::UnclosedTriple => (
            text! { zh: "三个引号开头的文字没有用三个引号结尾", en: "three quotes open this text, none close it" },
            text! { zh: "从这里开始", en: "begins here" },
            Some(
                text! { zh: "只有一行的文字，两头各用一个英文双引号；有几行的，在结尾也写三个", en: "one quote each for a single line, three each for several lines" },
            ),
        ),
        SlipKind::InnerQuotes => (
            text! { zh: "文字里面又用了英文引号，程序以为文字到那里就结束了", en: "there are ASCII quotes inside the text, which end it" },
            text! { zh: "里面还有英文引号", en: "quotes inside" },
            Some(
                text! { zh: "里面的引号改成中文引号“ ”，外面的两个保持英文引号", en: "write the inner quotes as “ ” and leave the outer two" },
            ),
        ),
        SlipKind::Escape => (
            text! { zh: "英文双引号里面的反斜杠 \\ 有特殊含义，要写两个", en: "in double quotes a backslash is special and must be doubled" },
            text! { zh: "应为 \\\\", en: "should be \\\\" },
            None,
        ),
        SlipKind::Slash => (
            text! { zh: "路径的各段用 / 隔开，这里写的是 \\", en: "the parts of a path are joined by /, not by \\" },
            text! { zh: "应为 /", en: "should be /" },
            None,
        ),
        SlipKind::BrokenText => (
            text! { zh: "一段文字分成了几行，引号里的文字要写在一行里", en: "this text is broken over lines; it must stand in one" },
            text! { zh: "要写在一行里", en: "must stand in one line" },
            None,
        ),
        SlipKind::Unclosed(bracket) => (
            text! { zh: "括号没有写完整，缺少对应的 {bracket}", en: "this bracket is never closed: `{bracket}` is missing" },
            text! { zh: "这个括号没有对应的 {bracket}", en: "no `{bracket}` for this" },
            Some(text! { zh: "在这一组内容的末尾补上 {bracket}", en: "add `{bracket}` at the end" }),
        ),
        SlipKind::WrongClose("") => (
            text! { zh: "多了一个括号：{typed}", en: "a bracket too many: {typed}" },
            text! { zh: "多余", en: "too many" },
            None,
        ),
        SlipKind::WrongClose(bracket) => (
            text! { zh: "括号不配对：这里应为 {bracket}", en: "brackets do not match: this should be `{bracket}`" },
            text! { zh: "应为 {bracket}", en: "should be `{bracket}`" },
            None,
        ),
        SlipKind::MissingComma => (
            text! { zh: "两项之间缺少英文逗号", en: "no comma between two values" },
            text! { zh: "缺少 ,", en: "`,` is missing" },
            None,
        ),
        SlipKind::ExtraComma => {
            (text! { zh: "多写了标点", en: "punctuation too many" }, text! { zh: "多余", en: "too many" }, None)
        }
        SlipKind::HeaderKind(true) => (
            text! { zh: "这种表可以有许多个，要用两层方括号", en: "there may be many of this table: it wants double brackets" },
            text! { zh: "应为两层方括号", en: "double brackets" },
            None,
        ),
        SlipKind::HeaderKind(false) => (
            text! { zh: "这种表只有一个，用一层方括号", en: "there is only one of this table: it wants single brackets" },
            text! { zh: "应为一层方括号", en: "single brackets" },
            None,
        ),
        SlipKind::Header => (
            text! { zh: "表头的方括号前后不一致", en: "the brackets of this head do not match" },
            text! { zh: "方括号不配对", en: "do not match" },
            None,
        ),
        SlipKind::Nameless => (
            text! { zh: "方括号里没有写名称", en: "there is no name in the brackets" },
            text! { zh: "缺少名称", en: "no name" },
            Some(
                text! { zh: "写上表的名称，例如 [[item]]；或删去这一行", en: "write the table's name, e.g. [[item]], or delete the line" },
            ),
        ),
        SlipKind::Trailing => (
            text! { zh: "值已经写完，后面还有多余的内容：{typed}", en: "the value is complete, but more follows: {typed}" },
            text! { zh: "多余", en: "too many" },
            Some(
                text! { zh: "删去；是说明的，前面加 #；另一个键，另起一行", en: "delete it, begin remarks with #, put another key in a line of its own" },
            ),
        ),
        SlipKind::Comment => (
            text! { zh: "说明文字用 # 开头", en: "remarks begin with #" },
            text! { zh: "应为 #", en: "should be #" },
            None,
        ),
        SlipKind::FullWidth(_) => (Text::same(typed), Text::same(typed), None),
    }
}
