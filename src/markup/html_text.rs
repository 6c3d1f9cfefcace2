//! The text of HTML that this program made: what a reader of the page reads, a line a block, cells of a row parted by tabs.

/// Elements that stand inside a line.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q", "rp",
    "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];

/// The text of `html`.
pub fn html_text(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    let mut rest = html;
    while let Some(at) = memchr::memchr2(b'<', b'&', rest.as_bytes()) {
        push(&mut out, &rest[..at]);
        rest = &rest[at..];
        rest = if rest.starts_with('<') { tag(rest, &mut out) } else { entity(rest, &mut out) };
    }
    push(&mut out, rest);
    let end = out.trim_end().len();
    out.truncate(end);
    out
}

/// Adds `text`; a line begins with neither space nor another line end.
fn push(out: &mut String, text: &str) {
    for it in text.split_inclusive('\n') {
        let line = it.strip_suffix('\n').unwrap_or(it);
        out.push_str(if out.is_empty() || out.ends_with('\n') { line.trim_start() } else { line });
        if line.len() < it.len() {
            end_line(out);
        }
    }
}

fn end_line(out: &mut String) {
    let end = out.trim_end_matches([' ', '\t']).len();
    out.truncate(end);
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

/// Reads the tag at the start of `rest`, and answers what follows it.
fn tag<'h>(rest: &'h str, out: &mut String) -> &'h str {
    let Some(end) = end_of_tag(rest) else { return "" };
    let inside = &rest[1..end];
    let closes = inside.starts_with('/');
    let name = inside.trim_start_matches('/').split(|it: char| !it.is_ascii_alphanumeric()).next().unwrap_or_default();
    match name {
        "td" | "th" if closes => out.push('\t'),
        "td" | "th" | "" => {}
        _ if INLINE.contains(&name) => {}
        _ => end_line(out),
    }
    &rest[end + 1..]
}

/// Where the tag at the start of `rest` ends: a value between quotation marks may have the same sign.
fn end_of_tag(rest: &str) -> Option<usize> {
    let mut quote = None;
    rest.bytes().position(|it| match quote {
        Some(open) => {
            quote = quote.filter(|_| it != open);
            false
        }
        None if it == b'>' => true,
        None => {
            quote = matches!(it, b'"' | b'\'').then_some(it);
            false
        }
    })
}

/// Reads the character reference at the start of `rest`, and answers what follows it.
fn entity<'h>(rest: &'h str, out: &mut String) -> &'h str {
    let known = rest[1..].split_once(';').and_then(|(name, after)| {
        let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
        let meant = match name {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => ' ',
            _ => match name.strip_prefix(['#']).map(|it| (it, it.strip_prefix(['x', 'X']))) {
                Some((_, Some(hex))) => number(hex, 16)?,
                Some((digits, None)) => number(digits, 10)?,
                None => return None,
            },
        };
        Some((meant, after))
    });
    let (meant, after) = known.unwrap_or(('&', &rest[1..]));
    out.push(meant);
    after
}

#[cfg(test)]
mod tests {
    use super::html_text;

    #[test]
    fn text_is_what_a_reader_reads() {
        for (html, text) in [
            ("", ""),
            ("<p>甲</p>\n<p>乙<br>丙</p>\n", "甲\n乙\n丙"),
            ("<h2 id=\"a\">一、总则</h2><ul><li>甲<strong>乙</strong></li><li>丙</li></ul>", "一、总则\n甲乙\n丙"),
            (
                "<table><thead><tr><th>名</th><th>数</th></tr></thead>\n<tr><td>甲</td><td>1</td></tr></table>",
                "名\t数\n甲\t1",
            ),
            ("<p>1 &lt; 2 &amp;&#65;&#x42;&nbsp;&quot;&what; & </p>", "1 < 2 &AB \"&what; &"),
            ("<p><a href=\"x\" title='a>b'>链接</a>后</p>", "链接后"),
            ("<p>没有完<a href=\"", "没有完"),
            ("  <div>\n  <p>  甲  </p>\n\n\n</div>乙", "甲\n乙"),
        ] {
            assert_eq!(html_text(html), text, "{html}");
        }
    }
}
