//! 1903: lines that Markdown joins to the one before, and were meant to stand by themselves.

use super::{line::Line, run::Run};
use crate::{
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded},
    scan::subject::Subject,
    source::Span,
};

pub static RUN_TOGETHER: Rule = Rule {
    code: "GK1903",
    name: "run-together",
    label: "各行连成一段",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "没有空行隔开，几行连成了一段", en: "lines without a blank line between them, which become one paragraph" },
    why: words! {
        zh: "从 Word 复制的正文，一段一行，中间没有空行。Markdown 要空一行才另起一段，不空行的各行在网页上连成一大段，“一、”“（一）”都挤在一起。",
        en: "Text from Word has a paragraph a line and no blank lines. In Markdown only a blank line begins a paragraph: all else runs on, and 一、（一）1. stand in the middle of it.",
    },
    mend: words! {
        zh: "在另起一段的每一行上面空一行；列表的“-”后面空一格。",
        en: "Leave a blank line above each line that begins a paragraph, and a blank behind the `-` of a list.",
    },
    example: Example {
        bad: "--> content/2018/通知.md\n+++\n汛期已到，现将有关事项通知如下：\n一、落实值守\n（一）二十四小时值班。\n（二）领导带班。\n二、按时报送\n",
        good: "--> content/2018/通知.md\n+++\n汛期已到，现将有关事项通知如下：\n\n一、落实值守\n\n（一）二十四小时值班。\n\n（二）领导带班。\n\n二、按时报送\n",
    },
};

/// Looks at the lines of an entry.
pub(super) fn entry(subject: &Subject<'_>, lines: &[Line<'_>], findings: &mut Findings) {
    let mut from = 0;
    let (mut sure, mut unsure) = (Vec::new(), Vec::new());
    while from < lines.len() {
        let length = 1 + lines[from + 1..].iter().take_while(|it| it.joined).count();
        if length > 1 {
            let run = Run::new(subject.text, &lines[from..from + length]);
            // What its own mark sets apart once that is right needs no blank line.
            let marked = |it: &Line<'_>| it.text.starts_with(['#', '＃', '-', '+']);
            // What belongs to an item stays indented as that is.
            let within = lines[from].inner;
            let begun = run.paragraphs().into_iter().filter(|it| !marked(it)).map(|it| (it, within));
            if run.is_wrapped() { unsure.extend(begun) } else { sure.extend(begun) }
        }
        from += length;
    }
    for (split, key, safe) in [(sure, "lines", true), (unsure, "wrapped", false)] {
        let Some((first, _)) = split.first() else { continue };
        let count = split.len();
        let edits: Vec<Edit> = split.iter().map(|(it, within)| apart(subject, it, *within, safe)).collect();
        findings
            .raise(
                &RUN_TOGETHER,
                first.span(subject.file),
                text! { zh: "有 {count} 行与上一行连成一段", en: "{count} of the lines run on from the line before" },
            )
            .label(text! { zh: "网页上不另起一行", en: "begins no line on the page" })
            .help(text! { zh: "在这样的每一行上面空一行", en: "leave a blank line above each of them" })
            .fix(edits)
            .key(key);
    }
    dashes(subject, lines, findings);
}

/// The edit that sets `line` apart from the line before. Four blanks before it, or a tab, would make it code, unless it stands
/// `within` an item.
fn apart(subject: &Subject<'_>, line: &Line<'_>, within: bool, safe: bool) -> Edit {
    if line.text.is_empty() {
        return Edit::new(Span::new(subject.file, line.start..line.end), "", safe);
    }
    let blanks = &subject.text[line.start..line.at];
    let blanks = blanks.len() - blanks.trim_start_matches([' ', '\t']).len();
    let blanks = if within { 0 } else { blanks };
    Edit::new(Span::new(subject.file, line.start..line.start + blanks), "\n", safe)
}

/// Tells lines that begin with `-` and no blank behind it.
fn dashes(subject: &Subject<'_>, lines: &[Line<'_>], findings: &mut Findings) {
    let is_dash = |it: &&Line<'_>| {
        let rest = it.text.strip_prefix(['-', '+']).filter(|_| !it.inner);
        rest.is_some_and(|rest| {
            rest.starts_with(|c: char| c >= '\u{3400}' && c.is_alphabetic()) && !rest.ends_with('-')
        })
    };
    let dashed: Vec<&Line<'_>> = lines.iter().filter(is_dash).collect();
    let Some(first) = dashed.first() else { return };
    let count = dashed.len();
    let edits = dashed.iter().map(|it| Edit::new(Span::new(subject.file, it.at + 1..it.at + 1), " ", count > 1));
    findings
        .raise(
            &RUN_TOGETHER,
            first.span(subject.file),
            text! { zh: "有 {count} 行的“-”后面没有空格，不会成为列表", en: "{count} of the lines have no blank behind the `-`, and become no list" },
        )
        .help(text! { zh: "在“-”后面空一格", en: "write a blank behind the `-`" })
        .fix(edits)
        .key("dash");
}
