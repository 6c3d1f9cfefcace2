//! 0013 once more: characters that cannot be seen, written as a code, which a page shows as the character.

use memchr::memchr_iter;

use super::{Subject, pasted::is_code};
use crate::{
    diagnostic::{Edit, Findings},
    office::{Danger, scan},
    source::Span,
    syntax::INVISIBLE_CHARACTER,
};

/// Bytes of a code at most.
const LONGEST: usize = 24;

/// Codes by name of what cannot be seen.
const NAMED: [(&str, char); 7] = [
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
    ("zwj", '\u{200d}'),
    ("zwnj", '\u{200c}'),
    ("shy", '\u{ad}'),
    ("ZeroWidthSpace", '\u{200b}'),
    ("NoBreak", '\u{2060}'),
];

/// Looks at the text of an entry.
pub(super) fn entry(subject: &Subject<'_>, findings: &mut Findings) {
    let (start, body) = subject.body_text();
    for at in memchr_iter(b'&', body.as_bytes()) {
        let Some((char, length)) = coded(&body[at..]) else { continue };
        let spot = scan(char.encode_utf8(&mut [0; 4])).next();
        let Some(danger) = spot.map(|it| it.danger).filter(|it| matches!(it, Danger::Bidi | Danger::Invisible)) else {
            continue;
        };
        if is_code(subject, start + at) {
            continue;
        }
        let span = Span::new(subject.file, start + at..start + at + length);
        let code = &body[at..at + length];
        let message = if danger == Danger::Bidi {
            text! { zh: "代码 {code} 会改变文字的书写方向，后面的字可能倒过来显示", en: "{code} turns the direction of writing: what follows may be shown backwards" }
        } else {
            text! { zh: "代码 {code} 在网页上是看不见的字符", en: "{code} is an invisible character on the page" }
        };
        findings
            .raise(&INVISIBLE_CHARACTER, span, message)
            .lesser_if(danger == Danger::Invisible)
            .help(text! { zh: "删去 {code}", en: "delete {code}" })
            .fix([Edit::new(span, "", danger == Danger::Bidi)])
            .key(format!("{code} {}", start + at));
    }
}

/// The character that the code at the start of `text` stands for, and the bytes of the code.
fn coded(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(LONGEST).position(|it| it == b';')?;
    let code = text.get(1..end)?;
    let char = match code.strip_prefix('#') {
        Some(number) => {
            let value = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(value.ok()?)?
        }
        None => NAMED.iter().find(|it| it.0 == code)?.1,
    };
    Some((char, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn told(body: &str) -> Vec<(bool, String)> {
        let text = format!("+++\ntitle = \"甲\"\n+++\n{body}");
        let document = crate::syntax::entry(FileId(0), &text, &mut Findings::new());
        let mut findings = Findings::new();
        entry(&Subject::new(&document, "content/a.md", &text), &mut findings);
        let at =
            |it: &crate::diagnostic::Finding| it.place.span().map_or("", |span| &text[span.range.bytes()]).to_owned();
        findings.iter().map(|it| (it.lesser, at(it))).collect()
    }

    #[test]
    fn codes_of_what_cannot_be_seen_are_told() {
        assert_eq!(
            told("a&#x202e;txt.exe &#8238;b&rlm;c&zwj;d&#8203;"),
            [
                (false, "&#x202e;".to_owned()),
                (false, "&#8238;".to_owned()),
                (false, "&rlm;".to_owned()),
                (true, "&zwj;".to_owned()),
                (true, "&#8203;".to_owned()),
            ]
        );
        for body in ["&nbsp;&amp;&lt;&#65;&#x4e00;", "a & b; &#; &#x; &#xffffffffff; &", "```\n&#x202e;\n```\n"] {
            assert_eq!(told(body), [], "{body}");
        }
    }
}
