//! Whether a place of a text is code, which is left as it is.

use crate::{
    scan::subject::{Subject, before},
    source::Range,
};

/// Bytes of a line that are looked at for the mark that begins code within it.
const LONGEST: usize = 600;

/// Whether the place `at` of the file is code: within a block, or behind an odd number of backticks of its line.
pub(in crate::scan) fn is_code(subject: &Subject<'_>, at: usize) -> bool {
    let within = |blocks: &[Range]| {
        let next = blocks.partition_point(|it| it.start as usize <= at);
        next.checked_sub(1).is_some_and(|it| at < blocks[it].end as usize)
    };
    let near = before(subject.text, at, LONGEST);
    let line = near.rsplit('\n').next().unwrap_or_default();
    within(&subject.layout.fenced) || within(&subject.layout.indented) || !line.matches('`').count().is_multiple_of(2)
}
