//! Letters that are taken for each other: they sound alike, or look alike. `look.txt` was written by hand from characters of names.

use pinyin::ToPinyinMulti as _;

use super::table::form;

const LOOK: &str = include_str!("tables/look.txt");

/// Whether one may have been written for the other. Asked only where a name was all but found.
pub(super) fn are_alike(one: char, other: char) -> bool {
    let is_form = |it: char, of: char| form(it).is_some_and(|it| it.simplified == of);
    let look_alike = |line: &str| line.contains(one) && line.contains(other);
    is_form(one, other) || is_form(other, one) || sound_alike(one, other) || LOOK.lines().any(look_alike)
}

/// Whether some reading of one is a reading of the other, whatever their tones.
fn sound_alike(one: char, other: char) -> bool {
    let (Some(one), Some(other)) = (one.to_pinyin_multi(), other.to_pinyin_multi()) else { return false };
    one.into_iter().any(|one| other.into_iter().any(|it| it.plain() == one.plain()))
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
