//! A table's head: `[name]`, `[[name]]`.

use super::{What, cursor::Cursor, line::is_key, quote::quoted};

impl Cursor<'_, '_> {
    /// Reads a table's head to the end of its line.
    pub(super) fn header(&mut self) {
        let start = self.at;
        let line = self.rest();
        let opening = line.chars().take_while(|char| matches!(char, '[' | '【' | '［')).count();
        let name_at: usize = line.chars().take(opening).map(char::len_utf8).sum();
        let is_end = |char: char| matches!(char, ']' | '】' | '］' | '#' | '\n');
        let name_end = line[name_at..].find(is_end).map_or(line.len(), |length| name_at + length);
        let rest = &line[name_end..];
        let closing = rest.chars().take_while(|char| matches!(char, ']' | '】' | '］')).count();
        let end: usize = name_end + rest.chars().take(closing).map(char::len_utf8).sum::<usize>();
        let name = line[name_at..name_end].trim();
        let range = start..start + line[..end].trim_end().len();
        self.dots(start, name);
        if name.is_empty() {
            self.mend(range, What::Nameless, "");
        } else {
            let path = name.split('.').map(|part| part.trim().trim_matches(['"', '\'']));
            let list = (self.kind)(&path.collect::<Vec<_>>().join("."));
            let double = list.unwrap_or(opening.max(closing) > 1);
            let wide = line[..end].chars().any(|char| matches!(char, '【' | '［' | '】' | '］' | '\u{3000}'));
            let what = if opening != closing || opening > 2 {
                Some(What::Header)
            } else if wide {
                Some(What::FullWidth(if double { "[[ ]]" } else { "[ ]" }))
            } else if double == (opening == 1) {
                Some(What::HeaderKind(double))
            } else {
                None
            };
            let plain = is_key(name);
            if what.is_some() || !plain {
                let name = if plain { name.to_owned() } else { quoted(name) };
                self.copy.replace(range.clone(), &if double { format!("[[{name}]]") } else { format!("[{name}]") });
            }
            if let Some(what) = what {
                self.slip(range, what);
            }
        }
        self.step(start + end);
        self.tail();
    }
}
