//! How near a typed word is to a known one.

/// From 0 (nothing in common) to 1 (the same). A long text is no misspelt word: what exceeds 80 characters is not looked at.
pub fn nearness(known: &str, typed: &str) -> f64 {
    let typed = typed.char_indices().nth(80).map_or(typed, |(end, _)| &typed[..end]);
    strsim::normalized_damerau_levenshtein(known, typed)
}

/// The nearest of `known` to `typed`, if its nearness is at least `enough`; the first of equals.
pub fn nearest_of<'k>(known: impl IntoIterator<Item = &'k str>, typed: &str, enough: f64) -> Option<&'k str> {
    let mut best: Option<(f64, &str)> = None;
    for word in known {
        let near = nearness(word, typed);
        if near >= enough && best.is_none_or(|(so_far, _)| near > so_far) {
            best = Some((near, word));
        }
    }
    best.map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_equals_wins() {
        assert_eq!(nearest_of(["ab", "ac", "xx"], "ad", 0.4), Some("ab"));
        assert_eq!(nearest_of(["ab"], "xy", 0.4), None);
        assert!(nearness("政府网站", &"政".repeat(1_000_000)) < 0.1);
    }
}
