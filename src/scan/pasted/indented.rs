//! 1904: paragraphs that four spaces or a tab before them make code.

use super::{line::Line, run::Run};
use crate::{
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded},
    scan::subject::Subject,
    source::{Range, Span},
};

pub static INDENTED_AS_CODE: Rule = Rule {
    code: "GK1904",
    name: "indented-as-code",
    label: "缩进成了代码",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "行首空了四格，正文成了程序代码", en: "paragraphs indented by four spaces or a tab, which become code" },
    why: words! {
        zh: "行首有四个空格或者一个制表符，Markdown 就当作程序代码：字体变了，长行不换行，手机上要左右拖动才能看完。",
        en: "Four spaces or a tab before a line make it code: another font, and lines that do not wrap.",
    },
    mend: words! {
        zh: "删去行首的空格，段落之间空一行；首行缩进由网页自己加。",
        en: "Take the spaces away and leave a blank line between paragraphs; the page indents by itself.",
    },
    example: Example {
        bad: "--> content/2018/通知.md\n+++\n汛期已到。\n\n    请落实二十四小时值守。\n",
        good: "--> content/2018/通知.md\n+++\n汛期已到。\n\n请落实二十四小时值守。\n",
    },
};

/// Looks at the blocks of an entry that are code by their indent only.
pub(super) fn entry(subject: &Subject<'_>, findings: &mut Findings) {
    let mut edits = Vec::new();
    let mut first = None;
    for block in &subject.layout.indented {
        let Some((span, mended)) = block_of(subject, *block) else { continue };
        first.get_or_insert(span);
        edits.extend(mended);
    }
    let Some(first) = first else { return };
    let count = edits.len();
    findings
        .raise(
            &INDENTED_AS_CODE,
            first,
            text! { zh: "有 {count} 行行首空了四格，成了程序代码", en: "{count} indented lines are taken for code" },
        )
        .help(text! { zh: "删去行首的空格，段落之间空一行", en: "take the blanks before them away, with a blank line between paragraphs" })
        .fix(edits)
        .key("indented");
}

/// Whether `text` has signs that programs have. Prose has `<办法>`, too.
fn is_like_code(text: &str) -> bool {
    let tag =
        |(at, _): (usize, &str)| text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!".contains(c));
    text.contains(['{', '}', '=', '|', '$']) || text.match_indices('<').any(tag)
}

/// The first line of a block of prose, and what makes it paragraphs; none for what may be code.
fn block_of(subject: &Subject<'_>, block: Range) -> Option<(Span, Vec<Edit>)> {
    let text = subject.text;
    let start = text.get(..block.start as usize)?.rfind('\n').map_or(0, |at| at + 1);
    let whole = text.get(start..block.end as usize)?;
    // No Chinese sentence, no prose.
    if !whole.contains(|c: char| c >= '\u{3400}' && c.is_alphabetic()) {
        return None;
    }
    let safe = !is_like_code(whole);
    let (mut at, mut above) = (start, true);
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut blanks = Vec::new();
    for line in whole.split_inclusive('\n') {
        let words = line.trim();
        let from = at;
        at += line.len();
        if words.is_empty() {
            above = true;
            continue;
        }
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if indent == 0 {
            return None;
        }
        let begin = from + line.len() - line.trim_start().len();
        // All of them are indented, so that it says nothing.
        let end = begin + words.len();
        lines.push(Line { text: words, start: begin, at: begin, end, joined: !above, broken: false, inner: false });
        blanks.push(from..from + indent);
        above = false;
    }
    let first = lines.first()?.span(subject.file);
    let mut apart = Vec::new();
    let mut sure = true;
    let mut from = 0;
    while from < lines.len() {
        let length = 1 + lines[from + 1..].iter().take_while(|it| it.joined).count();
        let run = Run::new(text, &lines[from..from + length]);
        let begun = run.apart();
        sure &= !run.is_wrapped() || begun.is_empty();
        apart.extend(begun.iter().map(|it| it.start));
        from += length;
    }
    let edit = |(line, blanks): (&Line<'_>, std::ops::Range<usize>)| {
        let begins = apart.binary_search(&line.start).is_ok();
        Edit::new(Span::new(subject.file, blanks), if begins { "\n" } else { "" }, safe && sure)
    };
    Some((first, lines.iter().zip(blanks).map(edit).collect()))
}
