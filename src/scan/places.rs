//! One finding for all places of a text where the same fault stands: the first is pointed at, a few others are named beside it.

use crate::{diagnostic::Finding, source::Span};

/// Places named beside the first.
const MOST: usize = 9;

/// Names `others` beside the place of `finding`, up to a few.
pub(super) fn also(finding: &mut Finding, others: impl IntoIterator<Item = Span>) {
    for span in others.into_iter().take(MOST) {
        finding.mark(span, text! { zh: "这里也是", en: "here, too" });
    }
}
