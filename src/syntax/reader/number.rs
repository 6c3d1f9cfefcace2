//! Numbers and codes with letters that only look right.

use super::Reader;
use crate::{
    diagnostic::Edit,
    office::look_alikes,
    record::KeySpec,
    source::{Range, Span},
    syntax::INVISIBLE_CHARACTER,
};

/// Keys whose values are compared letter by letter.
const COMPARED: [&str; 6] = ["id", "code", "index", "number", "external_index", "site_id"];

impl Reader<'_> {
    /// Tells Cyrillic and Greek letters in the value of a key that holds a number (0013).
    pub(super) fn numbered(&mut self, key: &KeySpec, typed: &str, range: Range) {
        if typed.is_ascii() || !COMPARED.contains(&key.name) {
            return;
        }
        let spots = look_alikes(typed);
        let Some(first) = spots.first() else { return };
        let (code, name) = (u32::from(first.char), key.name);
        let right: String = typed
            .char_indices()
            .map(|(at, char)| match spots.iter().find(|spot| spot.at == at).and_then(|spot| spot.danger.mended()) {
                Some(Some(plain)) => plain,
                _ => char,
            })
            .collect();
        let letter = first.char;
        // Letter by letter, where the text stands in the file as it was read.
        let start = self.raw(range).find(typed).map(|at| range.start as usize + at);
        let fix = start.into_iter().flat_map(|start| spots.iter().map(move |spot| (start + spot.at, spot)));
        let fix: Vec<Edit> = fix
            .filter_map(|(at, spot)| {
                let plain = spot.danger.mended().flatten()?;
                Some(Edit::new(Span::new(self.stand.file, at..at + spot.char.len_utf8()), plain, true))
            })
            .collect();
        self.findings
            .raise(
                &INVISIBLE_CHARACTER,
                Span { file: self.stand.file, range },
                text! {
                    zh: "{name} 里的“{letter}”（U+{code:04X}）不是英文字母，只是样子一样",
                    en: "the `{letter}` (U+{code:04X}) in `{name}` only looks like a Latin letter"
                },
            )
            .label(text! { zh: "冒充的字母", en: "a look-alike" })
            .help(text! { zh: "改为：{name} = \"{right}\"", en: "write: {name} = \"{right}\"" })
            .fix(fix);
    }
}
