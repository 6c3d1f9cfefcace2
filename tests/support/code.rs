//! Rust without what is no code: comments and literals become spaces.

/// `text` without comments, strings and characters: each becomes spaces, so that lines stay.
pub fn bare(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text[at..];
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("r\"") || rest.starts_with("r#") && raw(rest).is_some() {
            raw(rest).unwrap_or(1)
        } else if rest.starts_with('"') {
            quoted(rest)
        } else if rest.starts_with('\'') {
            character(rest)
        } else {
            let length = rest.chars().next().map_or(1, char::len_utf8);
            out.push_str(&rest[..length]);
            at += length;
            continue;
        };
        out.extend(rest[..length].chars().map(|it| if it == '\n' { '\n' } else { ' ' }));
        at += length;
    }
    out
}

fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, it) in rest.char_indices().skip(1) {
        match it {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn raw(rest: &str) -> Option<usize> {
    let marks = rest[1..].len() - rest[1..].trim_start_matches('#').len();
    rest[1 + marks..].starts_with('"').then_some(())?;
    let end = format!("\"{}", "#".repeat(marks));
    rest[2 + marks..].find(&end).map(|at| at + 2 + marks + end.len())
}

/// A character's literal, or the one mark of a lifetime.
fn character(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), _) => rest[2..].char_indices().skip(1).find(|it| it.1 == '\'').map_or(1, |it| it.0 + 3),
        (_, Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

#[test]
fn literals_and_comments_are_told_from_code() {
    let seen = bare("a \"x // y\\\" z\" 'b' '\\'' r#\"q\" w\"# <'c> // d\n'公' e");
    assert_eq!(seen.split_whitespace().collect::<Vec<_>>(), ["a", "<", "c>", "e"]);
}
