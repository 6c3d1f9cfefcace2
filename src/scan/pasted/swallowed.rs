//! Paragraphs that what stands beside them swallows: a line right below a table becomes its row, one right above `---` a heading.

use super::{heading::FALSE_HEADING, list::RUN_TOGETHER};
use crate::{
    diagnostic::{Edit, Findings},
    scan::subject::Subject,
    source::Span,
};

/// Characters that a heading has at most; what is longer is a paragraph.
const LONGEST: usize = 60;

/// Looks at the rows and headings of an entry.
pub(super) fn entry(subject: &Subject<'_>, findings: &mut Findings) {
    rows(subject, findings);
    headings(subject, findings);
}

/// Tells lines without a bar that are rows of the table above them. The first of them is told: once it stands apart, so do those below.
fn rows(subject: &Subject<'_>, findings: &mut Findings) {
    let text = subject.text;
    let mut last = 0;
    for &(range, _) in &subject.layout.uneven {
        let Some(row) = text.get(range.bytes()) else { continue };
        let follows = std::mem::replace(&mut last, range.end as usize);
        let words = row.trim();
        if words.is_empty() || words.contains(['|', '｜']) || words.starts_with(['<', '>']) {
            continue;
        }
        let at = range.start as usize + row.len() - row.trim_start().len();
        let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
        // One of those below the first.
        if follows > 0 && text.get(follows..start).is_some_and(|it| it.trim().is_empty()) {
            continue;
        }
        let span = Span::new(subject.file, at..at + words.len());
        findings
            .raise(
                &RUN_TOGETHER,
                span,
                text! { zh: "表格下面的这一行成了表格的一行", en: "this line below the table is a row of it" },
            )
            .help(text! { zh: "在这一行上面空一行", en: "leave a blank line above it" })
            .fix([Edit::new(Span::new(subject.file, start..start), "\n", true)])
            .key(words);
    }
}

/// Tells paragraphs that a line of `-` or `=` right below makes a heading.
fn headings(subject: &Subject<'_>, findings: &mut Findings) {
    for heading in subject.body.headings() {
        let Some(whole) = subject.text.get(heading.range.bytes()) else { continue };
        let whole = whole.trim_end();
        if whole.trim_start().starts_with(['#', '<']) {
            continue;
        }
        let Some((words, rule)) = whole.rsplit_once('\n') else { continue };
        let mark = rule.trim();
        let sentence = words.trim_end().ends_with(['。', '；', '：', '！', '，']);
        let is_rule = !mark.is_empty() && (mark.bytes().all(|it| it == b'-') || mark.bytes().all(|it| it == b'='));
        if !is_rule || !sentence && words.chars().count() <= LONGEST {
            continue;
        }
        let start = heading.range.start as usize;
        let at = start + words.len() + 1;
        let shown: String = words.trim().chars().take(20).collect();
        findings
            .raise(
                &FALSE_HEADING,
                Span::new(subject.file, start..start + words.len()),
                text! { zh: "下面一行“{mark}”把这一段变成了小标题", en: "the line `{mark}` below makes this paragraph a heading" },
            )
            .help(text! { zh: "在“{mark}”上面空一行", en: "leave a blank line above `{mark}`" })
            .fix([Edit::new(Span::new(subject.file, at..at), "\n", true)])
            .key(shown);
    }
}
