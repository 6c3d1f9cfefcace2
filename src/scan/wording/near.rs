//! Letters that are taken for each other: they sound alike, or look alike.
//!
//! `sound.txt` has the characters of 通用规范汉字表 by syllable, each with all its readings (after pypinyin, MIT); `look.txt` was
//! written by hand from characters of names.

use super::table::form;

const TABLES: [&str; 2] = [include_str!("tables/sound.txt"), include_str!("tables/look.txt")];

/// Whether one may have been written for the other. Asked only where a name was all but found.
pub(super) fn are_alike(one: char, other: char) -> bool {
    let is_form = |it: char, of: char| form(it).is_some_and(|it| it.simplified == of);
    let share = |line: &str| line.contains(one) && line.contains(other);
    is_form(one, other) || is_form(other, one) || TABLES.iter().any(|table| table.lines().any(share))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sound_and_look_are_told() {
        for (one, other) in [
            ('明', '眀'),
            ('伟', '炜'),
            ('俊', '骏'),
            ('晓', '骁'),
            ('国', '國'),
            ('静', '敬'),
            ('未', '末'),
            ('清', '青'),
        ] {
            assert!(are_alike(one, other), "{one} {other}");
        }
        for (one, other) in [('强', '明'), ('伟', '刚'), ('军', '芳')] {
            assert!(!are_alike(one, other), "{one} {other}");
        }
    }
}
