//! Sources made ready: what is white space for the author's eye is no byte on the page.

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

#[cfg(test)]
mod tests {
    use super::{squeeze, tighten};

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
}
