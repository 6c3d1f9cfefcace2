//! What marks of a forum that hold an address become: the link or the picture that they were.

use super::told::Slip;

/// What one mark opens, and another closes.
struct Tag<'t> {
    /// `url`, `img`, in small letters.
    name: String,
    /// What stands after `=`.
    value: &'t str,
    closes: bool,
}

impl<'t> Tag<'t> {
    fn of(written: &'t str) -> Option<Self> {
        let inside = written.strip_prefix('[')?.strip_suffix(']')?;
        let (closes, inside) = inside.strip_prefix('/').map_or((false, inside), |it| (true, it));
        let (name, value) = inside.split_once('=').unwrap_or((inside, ""));
        let value = value.trim().trim_matches(['"', '\'']);
        Some(Self { name: name.trim().to_ascii_lowercase(), value, closes })
    }
}

/// Lets each pair of `[url]` or `[img]` in `slips` become Markdown, of the text that begins at byte `body`. Answers whether all marks
/// that hold an address or a table have become something; a table has not.
pub(super) fn mend(text: &str, body: usize, slips: &mut [Slip]) -> bool {
    const HOLD: [&str; 5] = ["url", "img", "table", "email", "attach"];
    let tags: Vec<Option<Tag<'_>>> =
        slips.iter().map(|it| Tag::of(text.get(it.range.clone()).unwrap_or_default())).collect();
    let holds = |it: &usize| tags[*it].as_ref().is_some_and(|it| HOLD.contains(&&*it.name));
    let held: Vec<usize> = (0..tags.len()).filter(holds).collect();
    let mut ended: Vec<usize> = Vec::new();
    for (n, &open) in held.iter().enumerate() {
        if ended.contains(&open) {
            continue;
        }
        let Some(tag) = tags[open].as_ref().filter(|it| !it.closes) else { return false };
        // A picture may stand within a link, and nothing else in anything.
        let is_end = |it: &usize| tags[*it].as_ref().is_some_and(|it| it.closes && it.name == tag.name);
        let Some(close) = held[n + 1..].iter().copied().find(is_end) else { return false };
        let inside = text.get(slips[open].range.end..slips[close].range.start);
        let Some([left, right]) = inside.filter(|_| slips[open].range.start >= body).and_then(|it| pair(tag, it))
        else {
            return false;
        };
        for (at, mended) in [(open, left), (close, right)] {
            slips[at] = Slip { range: slips[at].range.clone(), mended: Some(mended), safe: tag.name == "url" };
        }
        ended.push(close);
    }
    true
}

/// What the two marks around `inside` become.
fn pair(tag: &Tag<'_>, inside: &str) -> Option<[String; 2]> {
    let is_web = |it: &str| it.starts_with("http://") || it.starts_with("https://");
    let whole = |it: &str| is_web(it) && !it.contains(|c: char| c.is_whitespace() || "()<>[]".contains(c));
    let is_line = !inside.trim().is_empty() && !inside.contains("\n\n") && inside.trim() == inside;
    match &*tag.name {
        "url" if whole(tag.value) && is_line => Some(["[".to_owned(), format!("]({})", tag.value)]),
        "url" if tag.value.is_empty() && whole(inside) => Some(["<".to_owned(), ">".to_owned()]),
        "img" if whole(inside) => Some(["![〔图里有什么〕](".to_owned(), ")".to_owned()]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::mend;
    use crate::scan::wording::told::Slip;

    /// `text` with its marks mended; none where not all are.
    fn mended(text: &str) -> Option<String> {
        let mut slips: Vec<Slip> = Vec::new();
        let mut from = 0;
        while let Some(start) = text[from..].find('[').map(|it| from + it) {
            let end = start + text[start..].find(']')? + 1;
            slips.push(Slip { range: start..end, mended: Some(String::new()), safe: false });
            from = end;
        }
        mend(text, 0, &mut slips).then(|| {
            let mut text = text.to_owned();
            for it in slips.into_iter().rev() {
                text.replace_range(it.range, &it.mended.unwrap_or_default());
            }
            text
        })
    }

    #[test]
    fn marks_with_an_address_become_links_and_pictures() {
        for (text, right) in [
            ("见[url=http://a.cn/1.html]通知[/url]。", "见[通知](http://a.cn/1.html)。"),
            ("见[url=\"https://a.cn/\"][b]通知[/b][/url]。", "见[通知](https://a.cn/)。"),
            ("见[url]http://a.cn/[/url]。", "见<http://a.cn/>。"),
            ("[img]http://a.cn/1.jpg[/img]", "![〔图里有什么〕](http://a.cn/1.jpg)"),
            (
                "[URL=http://a.cn/][img]http://a.cn/1.jpg[/img][/URL]",
                "[![〔图里有什么〕](http://a.cn/1.jpg)](http://a.cn/)",
            ),
            ("[b]重要[/b]", "重要"),
        ] {
            assert_eq!(mended(text).as_deref(), Some(right), "{text}");
        }
        for text in [
            "[url=http://a.cn/]通知",
            "通知[/url]",
            "[url=javascript:x]通知[/url]",
            "[url=http://a.cn/][/url]",
            "[url]见网站[/url]",
            "[table]甲[/table]",
            "[url=http://a.cn/a b]通知[/url]",
        ] {
            assert_eq!(mended(text), None, "{text}");
        }
    }
}
