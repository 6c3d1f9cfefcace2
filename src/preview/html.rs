//! Texts in HTML of our own.

/// `text` so that it is text and nothing else, in content and in quoted attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// The tongue of a page, as HTML calls it.
pub fn tongue(lang: crate::vocabulary::Lang) -> &'static str {
    match lang {
        crate::vocabulary::Lang::Zh => "zh-CN",
        crate::vocabulary::Lang::En => "en",
    }
}
