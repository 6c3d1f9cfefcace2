//! Templates of configurations: comments in both tongues, and holes.

use crate::vocabulary::Lang;

/// `template` with comments in `lang` – lines that begin with `#zh` or `#en` – and with `value` of each hole `«name»`. A hole that has a
/// line of its own takes the line with it; its value brings its own indentation and line ends.
pub fn fill(template: &str, lang: Lang, value: impl Fn(&str) -> String) -> String {
    let (own, other) = match lang {
        Lang::Zh => ("#zh", "#en"),
        Lang::En => ("#en", "#zh"),
    };
    let mut out = String::new();
    for line in template.lines() {
        let bare = line.trim_start();
        if bare.starts_with(other) {
            continue;
        }
        if let Some(name) = hole(bare) {
            out.push_str(&value(name));
            continue;
        }
        let line = if bare.starts_with(own) { line.replacen(own, "#", 1) } else { line.to_owned() };
        let mut parts = line.split('«');
        out.push_str(parts.next().unwrap_or_default());
        // A value is not looked through again.
        for part in parts {
            let (name, rest) = part.split_once('»').unwrap_or((part, ""));
            out.push_str(&value(name));
            out.push_str(rest);
        }
        out.push('\n');
    }
    out
}

/// The name of the hole that `line` is.
fn hole(line: &str) -> Option<&str> {
    line.strip_prefix('«')?.strip_suffix('»').filter(|it| !it.contains('»'))
}
