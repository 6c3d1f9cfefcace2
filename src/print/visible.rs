//! Names and texts that somebody chose, shown on a terminal.

/// `text` with what would move the cursor, turn the line around or ring made visible.
pub fn visible(text: &str) -> String {
    annotate_snippets::normalize_untrusted_str(text).replace(is_control_of_two, "·")
}

/// Whether `letter` is a control of two bytes, which some terminals obey.
pub(super) fn is_control_of_two(letter: char) -> bool {
    ('\u{80}'..='\u{9f}').contains(&letter)
}
