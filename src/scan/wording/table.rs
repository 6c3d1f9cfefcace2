//! The tables of the room, read once: traditional forms, wordings that are always wrong.
//!
//! `stray.txt` has each traditional form beside its simplified one: those of OpenCC (`TSCharacters`, Apache-2.0) that are not in
//! 通用规范汉字表 themselves, as 乾, 於 and 昇 are. In its first part the simplified form is none of the traditional script, in the
//! second it is one there, too (后, 里).

use std::sync::LazyLock;

/// A traditional form and what stands for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    pub traditional: char,
    pub simplified: char,
    /// Whether the simplified form tells a simplified text.
    pub tells: bool,
}

/// The two scripts, made ready to be looked up.
#[derive(Debug)]
pub(super) struct Scripts {
    /// All forms, by the traditional one.
    forms: Vec<Form>,
    /// Simplified forms that are none of the traditional script, in order.
    telling: Vec<char>,
}

static SCRIPTS: LazyLock<Scripts> = LazyLock::new(|| {
    let (telling, others) = include_str!("tables/stray.txt").split_once("\n\n").unwrap_or_default();
    let mut forms = Vec::new();
    for (part, tells) in [(telling, true), (others, false)] {
        let mut letters = part.chars().filter(|it| !it.is_whitespace());
        while let (Some(traditional), Some(simplified)) = (letters.next(), letters.next()) {
            forms.push(Form { traditional, simplified, tells });
        }
    }
    forms.sort_by_key(|it| it.traditional);
    let mut telling: Vec<char> = forms.iter().filter(|it| it.tells).map(|it| it.simplified).collect();
    telling.sort_unstable();
    telling.dedup();
    Scripts { forms, telling }
});

/// All traditional forms.
pub(super) fn forms() -> &'static [Form] {
    &SCRIPTS.forms
}

/// The form that `letter` is.
pub(super) fn form(letter: char) -> Option<Form> {
    let forms = forms();
    forms.binary_search_by_key(&letter, |it| it.traditional).ok().map(|at| forms[at])
}

/// Whether `letter` stands in simplified texts only.
pub(super) fn is_simplified(letter: char) -> bool {
    SCRIPTS.telling.binary_search(&letter).is_ok()
}

/// Wordings that are wrong wherever they stand: the wrong one, the right one, and longer ones in which it is right.
pub(super) fn words() -> impl Iterator<Item = (&'static str, &'static str, Vec<&'static str>)> {
    lines(include_str!("tables/words.txt"))
}

/// Traditional writings that no single letter tells, in the same form.
pub(super) fn phrases() -> impl Iterator<Item = (&'static str, &'static str, Vec<&'static str>)> {
    lines(include_str!("tables/phrases.txt"))
}

fn lines(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str, Vec<&'static str>)> {
    table.lines().filter(|it| !it.starts_with('#')).filter_map(|line| {
        let mut parts = line.split(' ');
        Some((parts.next()?, parts.next()?, parts.filter_map(|it| it.strip_prefix('!')).collect()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_simplified_texts_are_no_stray_ones() {
        for letter in "乾著瞭徵於昇后里面只了系台云松准谷余几万淼喆堃囍".chars() {
            assert!(form(letter).is_none(), "{letter}");
        }
        for (letter, simplified) in [('與', '与'), ('後', '后'), ('裏', '里'), ('國', '国'), ('為', '为'), ('爲', '为')]
        {
            assert_eq!(form(letter).map(|it| it.simplified), Some(simplified));
        }
        assert!(is_simplified('务') && !is_simplified('后') && !is_simplified('情'));
        assert_eq!(
            forms().windows(2).find(|it| it[0].traditional >= it[1].traditional).map(|it| it[0].traditional),
            None
        );
    }

    #[test]
    fn what_is_right_somewhere_contains_the_wrong_wording_or_reaches_into_it() {
        for (wrong, right, longer) in words().chain(phrases()) {
            assert!(wrong != right && wrong.chars().count() > 1, "{wrong}");
            for it in longer {
                let reaches = |it: &str| it.contains(wrong) || it.chars().any(|letter| wrong.contains(letter));
                assert!(reaches(it), "{wrong} {it}");
            }
        }
    }
}
