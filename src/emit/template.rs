//! Sources made ready: what is white space for the author's eye is no byte on the page.

use super::escape::escape;

/// The source without indentation, and without the line ends that stand right after a tag, a comment or a component
/// (which prints its own). Each of those line ends moves into a comment, so that an error still names the author's line.
pub(super) fn tighten(source: &str) -> String {
    let mut out = String::with_capacity(source.len() * 5 / 4);
    for line in source.lines() {
        let line = line.trim();
        let tag = line.is_empty() || line.ends_with("%}") || line.ends_with("#}");
        let component = line.starts_with("{{ <") && line.ends_with("/> }}");
        out.push_str(line);
        out.push_str(if tag || component { "{#\n#}" } else { "\n" });
    }
    out
}

/// The source with the words that it prints (`{{ t.page.skip }}`) in their places, escaped: looking up the same word on each
/// page costs more than printing it. What is no word, or might be read as template or as another line, is left alone.
pub(super) fn settle(source: &str, words: &toml::Table) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, after)) = rest.split_once("{{ t.") {
        out.push_str(before);
        let word = after.split_once(" }}").and_then(|(path, behind)| Some((word(words, path)?, behind)));
        if let Some((word, behind)) = word.filter(|(word, _)| !word.contains(['{', '\n', '\r'])) {
            let mut safe = Vec::with_capacity(word.len());
            let escaped = escape(word, &mut safe).ok().and_then(|()| String::from_utf8(safe).ok());
            out.push_str(&escaped.unwrap_or_default());
            rest = behind;
        } else {
            out.push_str("{{ t.");
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

fn word<'a>(words: &'a toml::Table, path: &str) -> Option<&'a str> {
    let (table, key) = path.rsplit_once('.').map_or((None, path), |(table, key)| (Some(table), key));
    let table = table.into_iter().flat_map(|it| it.split('.')).try_fold(words, |it, key| it.get(key)?.as_table());
    table?.get(key)?.as_str()
}

/// Whether the source may give the name `t` to something else than the words, or must keep what it says of them as written:
/// the name stands there by itself, neither followed by `.` or `[` nor handed through as `@t`.
pub(super) fn takes_words(source: &str) -> bool {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let alone = |(at, _): (usize, &str)| {
        let (before, after) = (source[..at].chars().next_back(), source[at + 1..].chars().next());
        let inside = before.is_some_and(|c| part(c) || matches!(c, '@' | '.')) || after.is_some_and(part);
        !inside && !matches!(after, Some('.' | '['))
    };
    source.contains("raw %}") || source.match_indices('t').any(alone)
}

/// A built-in style sheet without comments and line ends. Strings in it hold neither.
pub(super) fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.retain(|c| c != '\n');
    out
}

/// A built-in script without indentation and without lines that are a comment. No string in it goes over a line's end.
pub(super) fn strip(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    for line in script.lines().map(str::trim).filter(|it| !it.is_empty() && !it.starts_with("//")) {
        out.push_str(line);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{settle, squeeze, strip, takes_words, tighten};

    #[test]
    fn lines_are_kept_and_white_space_is_not() {
        let source = "<ul>\n  {% for a in b %}\n\n    <li>{{ a }}</li>\n  {% endfor %}\n</ul>\n";
        let tight = tighten(source);
        assert_eq!(tight, "<ul>\n{% for a in b %}{#\n#}{#\n#}<li>{{ a }}</li>\n{% endfor %}{#\n#}</ul>\n");
        assert_eq!(tight.lines().count(), source.lines().count());
    }

    #[test]
    fn style_sheets_are_squeezed() {
        assert_eq!(squeeze("/* a */\na{\nb:c;\n}\n/* d */"), "a{b:c;}");
    }

    #[test]
    fn scripts_are_stripped() {
        assert_eq!(strip("// a\n\nif (b) {\n  // c\n  d(\"//e\") // f\n}\n"), "if (b) {\nd(\"//e\") // f\n}\n");
        for (path, text) in crate::emit::DEFAULT_THEME.iter().filter(|it| it.0.starts_with("static/search")) {
            assert!(text.lines().all(|it| it.matches('`').count() % 2 == 0), "{path}: a string over a line's end");
        }
    }

    #[test]
    fn words_take_their_places() {
        let words = "a = \"<一>\"\nbrace = \"{{ x }}\"\n[b]\nc = \"二\"\nd = 3".parse().unwrap();
        let settled = |source: &str| settle(source, &words);
        assert_eq!(settled("<p>{{ t.a }}{{ t.b.c }}</p>"), "<p>&lt;一&gt;二</p>");
        for kept in ["{{ t.b.d }}", "{{ t.b }}", "{{ t.x.y }}", "{{ t.brace }}", "{{ t.a | upper }}", "{{ t.a"] {
            assert_eq!(settled(kept), kept);
        }
        for taken in ["{% set t = 1 %}", "{% for t in x %}", "{% component a(t) %}", "{% raw %}{{ t.a }}"] {
            assert!(takes_words(taken), "{taken}");
        }
        for free in ["{% component a(b, @t) %}{{ t.a }}{{ t[x] }}", "<th>title at</th>"] {
            assert!(!takes_words(free), "{free}");
        }
        assert!(
            crate::emit::DEFAULT_THEME.iter().all(|(path, text)| !path.starts_with("templates/") || !takes_words(text))
        );
    }
}
