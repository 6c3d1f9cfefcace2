//! What the parser still finds wrong after the mending, in words.

use std::ops::Range;

use toml::de::Error;

use crate::{
    diagnostic::Findings,
    syntax::{
        TOML_SYNTAX,
        repair::{Repaired, Stand},
    },
};

/// Duplicates whose first place is looked for at most: each look goes through the file.
const LOOKED_FOR: usize = 20;

/// Tells the parser's errors: one a line, none where a slip was told already.
pub(super) fn tell(text: &str, repaired: &Repaired<'_>, errors: &[Error], stand: Stand, findings: &mut Findings) {
    if errors.is_empty() {
        return;
    }
    let starts: Vec<usize> =
        std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1)).collect();
    let line_of = |at: usize| starts[starts.partition_point(|&start| start <= at) - 1];
    let told: Vec<usize> = repaired.slips.iter().map(|slip| line_of(slip.range.start)).collect();
    let mut last = None;
    // How far it is known that no other head follows one that is written twice.
    let mut double: Option<usize> = None;
    let mut looked_for = 0;
    let mut errors: Vec<(Range<usize>, &Error)> = errors.iter().map(|error| (place(repaired, error), error)).collect();
    errors.sort_by_key(|(range, _)| range.start);
    for (range, error) in errors {
        let message = error.message();
        let line = line_of(range.start);
        // Characters that are not allowed are told by 0013.
        let invisible = message.contains("visible characters") || message.contains("invalid comment character");
        if invisible || told.binary_search(&line).is_ok() || last == Some(line) {
            continue;
        }
        if message.starts_with("duplicate key") || message.starts_with("cannot extend") {
            let header = text[line..].trim_start_matches([' ', '\t']).starts_with('[');
            if let (false, Some(known)) = (header, double) {
                // Keys of a table that is written twice are double because the table is.
                double = (!has_header(&text[known..line])).then_some(line);
                if double.is_some() {
                    continue;
                }
            }
            if header {
                double = Some(text[line..].find('\n').map_or(text.len(), |length| line + length));
            }
            looked_for += 1;
            twice(text, &range, header, looked_for <= LOOKED_FOR, stand, findings);
        } else {
            other(&text[range.clone()], &range, message, stand, findings);
        }
        last = Some(line);
    }
}

fn place(repaired: &Repaired<'_>, error: &Error) -> Range<usize> {
    let span = error.span().unwrap_or(0..0);
    let start = repaired.patched.origin(span.start);
    start..repaired.patched.end(span.end).max(start)
}

fn has_header(text: &str) -> bool {
    text.lines().any(|line| line.trim_start().starts_with('['))
}

/// A key or a table that is written twice: both places.
fn twice(text: &str, range: &Range<usize>, header: bool, look: bool, stand: Stand, findings: &mut Findings) {
    let name = &text[range.clone()];
    let finding = findings.raise(
        &TOML_SYNTAX,
        stand.span(range),
        text! { zh: "{name} 写了两次", en: "`{name}` is written twice" },
    );
    finding.label(text! { zh: "又写了一次", en: "again" });
    finding.help(if header {
        text! { zh: "把两处合成一处", en: "make one table of the two" }
    } else {
        text! { zh: "留下一处，删去另一处；有几个值的，写成列表 [\"甲\", \"乙\"]", en: "keep one; several values make a list" }
    });
    if let Some(first) = look.then(|| first_place(text, range, header)).flatten() {
        finding.mark(stand.span(&first), text! { zh: "第一次写在这里", en: "first here" });
    }
}

/// Where the name at `range` was written before.
fn first_place(text: &str, range: &Range<usize>, header: bool) -> Option<Range<usize>> {
    let name = &text[range.clone()];
    let mut from = 0;
    let mut found = None;
    for line in text[..range.end].split_inclusive('\n') {
        let start = from;
        from += line.len();
        let indent = line.len() - line.trim_start().len();
        let words = line.trim();
        if header {
            let same =
                words.trim_matches(['[', ']']).trim() == text_of_header(text, range).trim_matches(['[', ']']).trim();
            if words.starts_with('[') && same && start + line.len() <= range.start {
                return Some(start + indent..start + indent + words.len());
            }
            continue;
        }
        if words.starts_with('[') {
            found = None;
        }
        let rest = words.strip_prefix(name).map(str::trim_start);
        if found.is_none() && start + indent < range.start && rest.is_some_and(|rest| rest.starts_with('=')) {
            found = Some(start + indent..start + indent + name.len());
        }
    }
    found.or_else(|| {
        let line = text[..range.start].rfind('\n').map_or(0, |end| end + 1);
        let at = text[line..range.start].find(name)?;
        Some(line + at..line + at + name.len())
    })
}

fn text_of_header<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    let start = text[..range.start].rfind('\n').map_or(0, |end| end + 1);
    text[start..].split('\n').next().unwrap_or("").trim()
}

fn other(typed: &str, range: &Range<usize>, message: &str, stand: Stand, findings: &mut Findings) {
    let typed = super::word::shown(typed);
    let (zh, en) = if message.contains("date") || message.contains("time") {
        (
            "日期或时间写得不对，应当像 2018-05-03 或 \"2018-05-03 09:30\"",
            "a malformed day or time: write 2018-05-03 or \"2018-05-03 09:30\"",
        )
    } else if ["integer", "float", "digit", "zero", "sign", "number"].iter().any(|word| message.contains(word)) {
        (
            "数字写得不对；是编号、电话的，放在英文双引号里",
            "a malformed number; codes and telephone numbers stand in double quotes",
        )
    } else {
        ("这里不符合书写格式", "this is not well-formed")
    };
    findings
        .raise(&TOML_SYNTAX, stand.span(range), text! { zh: "{zh}：{typed}", en: "{en}: {typed}" })
        .label(text! { zh: "读不懂", en: "not understood" })
        .help(text! { zh: "一行写一个“键 = 值”，文字放在英文双引号里", en: "a line is `key = value`, texts stand in double quotes ({message})" });
}
