//! One finding a document for each sort of fault: what stands where is listed in its words and marked.

use std::ops::Range;

use crate::{
    diagnostic::{Edit, Finding, Findings, Rule},
    scan::{places::also, subject::Subject},
    source::Span,
    vocabulary::Text,
};

/// What stands wrong at a place, and what mends it.
#[derive(Clone, Debug)]
pub(super) struct Slip {
    pub range: Range<usize>,
    /// What stands there instead; none where only the author knows.
    pub mended: Option<String>,
    /// Whether nothing else can have been meant.
    pub safe: bool,
}

/// Examples quoted in the words of a finding.
const QUOTED: usize = 5;

/// Raises `rule` at the first of `slips`, which are not empty, and marks the others.
pub(super) fn tell<'f>(
    rule: &'static Rule,
    subject: &Subject<'_>,
    slips: &[Slip],
    message: Text,
    findings: &'f mut Findings,
) -> &'f mut Finding {
    let span = |it: &Slip| Span::new(subject.file, it.range.clone());
    let finding = findings.raise(rule, span(&slips[0]), message);
    also(finding, slips[1..].iter().map(span));
    let edits: Option<Vec<Edit>> = slips
        .iter()
        .map(|it| {
            let old = subject.text.get(it.range.clone())?;
            Some(Edit::between(span(it), old, it.mended.as_deref()?, it.safe))
        })
        .collect();
    finding.fix(edits.unwrap_or_default());
    finding.on = subject.day;
    finding
}

/// The pairs of wrong and right in `slips`, each once: `“與”改为“与”、…`.
pub(super) fn pairs(subject: &Subject<'_>, slips: &[Slip]) -> Text {
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for slip in slips {
        let pair =
            (subject.text.get(slip.range.clone()).unwrap_or_default(), slip.mended.as_deref().unwrap_or_default());
        if !seen.contains(&pair) {
            seen.push(pair);
        }
    }
    let more = seen.len() > QUOTED;
    let join = |one: &dyn Fn(&(&str, &str)) -> String, sep: &str| {
        let parts: Vec<String> = seen.iter().take(QUOTED).map(one).collect();
        parts.join(sep)
    };
    let zh = join(&|it| format!("“{}”改为“{}”", it.0, it.1), "，") + if more { "……" } else { "" };
    let en = join(&|it| format!("{} for {}", it.1, it.0), ", ") + if more { " …" } else { "" };
    Text { zh, en }
}
