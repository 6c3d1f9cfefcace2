//! Identity numbers in an attachment that show only where its seams are closed: over the end of a line, a digit a row, between tags,
//! in codes for characters.

use super::identity;
use crate::{
    diagnostic::Findings,
    number::personal::{self, Personal},
    office::{Piece, Place},
    source::FileId,
};

/// Bytes on either side of a line's end that may belong to one number.
const NEAR: usize = 60;

/// Bytes of the longest piece that may hold one character and what is around it.
const BOX: usize = 12;

/// Looks at the pieces of an attachment once more, as [`rows`](super::rows) did not.
pub(super) fn pieces(file: FileId, pieces: &[Piece], findings: &mut Findings) {
    for (at, piece) in pieces.iter().enumerate() {
        if let Some(bare) = bare(&piece.text) {
            tell(file, &bare, piece, findings);
        }
        let next = pieces.get(at + 1).filter(|next| goes_on(piece, next));
        if let Some(next) = next.filter(|next| ends_open(&piece.text) && begins_open(&next.text)) {
            let tail = floor(&piece.text, piece.text.len().saturating_sub(NEAR));
            let head = floor(&next.text, next.text.len().min(NEAR));
            tell(file, &format!("{}\n{}", &piece.text[tail..], &next.text[..head]), piece, findings);
        }
    }
    columns(file, pieces, findings);
}

/// Looks at pieces that follow each other and hold one character each, a digit a row or a line.
fn columns(file: FileId, pieces: &[Piece], findings: &mut Findings) {
    let is_box = |piece: &Piece| {
        piece.text.len() <= BOX
            && piece.text.chars().filter(|char| char.is_alphanumeric() || *char == '○').take(2).count() == 1
    };
    let mut from = 0;
    while let Some(first) = pieces[from..].iter().position(is_box).map(|at| from + at) {
        let boxes = pieces[first..].iter().take_while(|piece| is_box(piece)).count();
        if boxes >= 18 {
            let column: Vec<&str> = pieces[first..first + boxes].iter().map(|piece| piece.text.trim()).collect();
            tell(file, &column.join("\n"), &pieces[first], findings);
        }
        from = first + boxes;
    }
}

fn tell(file: FileId, text: &str, piece: &Piece, findings: &mut Findings) {
    let mut found = Personal { identities: personal::find(text).identities, ..Personal::default() };
    let known = |masked: &str| findings.iter().any(|it| it.key.as_deref().is_some_and(|key| key.starts_with(masked)));
    found.identities.retain(|it| !known(&it.masked));
    if !found.identities.is_empty() {
        identity::piece(file, text, &found, ("", &piece.place.words()), None, findings);
    }
}

/// Whether a line may go on in the next.
fn goes_on(piece: &Piece, next: &Piece) -> bool {
    match (&piece.place, &next.place) {
        (Place::Line(_), Place::Line(_)) => true,
        (Place::Page(one), Place::Page(other)) => one == other,
        _ => false,
    }
}

/// Looks at text in the order that its file has it, which no reader meets.
pub(super) fn flows(file: FileId, flows: &[Piece], findings: &mut Findings) {
    for flow in flows {
        tell(file, &flow.text, flow, findings);
    }
}

fn ends_open(text: &str) -> bool {
    text.trim_end_matches(|char: char| char.is_whitespace() || matches!(char, '-' | '\\')).ends_with(is_digit)
}

fn begins_open(text: &str) -> bool {
    text.trim_start().starts_with(|char| is_digit(char) || matches!(char, 'x' | 'X' | 'Ｘ' | 'ｘ'))
}

fn is_digit(char: char) -> bool {
    char.is_ascii_digit() || ('０'..='９').contains(&char)
}

/// The last place up to `at` where a character begins.
fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// `text` without tags, `&#49;` and `\u0031` read; none where there is nothing of the kind.
fn bare(text: &str) -> Option<String> {
    if !text.contains('<') && !text.contains("&#") && !text.contains("\\u") {
        return None;
    }
    let mut bare = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&', '\\']) {
        bare.push_str(&rest[..at]);
        let (read, after) = one(&rest[at..]);
        bare.extend(read);
        rest = after;
    }
    bare.push_str(rest);
    Some(bare)
}

/// What the mark at the start of `rest` stands for, and what follows.
fn one(rest: &str) -> (Option<char>, &str) {
    let tag = rest.starts_with('<').then(|| rest.find('>')).flatten();
    if let Some(end) = tag.filter(|&end| !rest[1..end].contains('<')) {
        return (None, &rest[end + 1..]);
    }
    let code = rest.strip_prefix("\\u").and_then(|code| Some((code.get(..4)?, code.get(4..)?, 16)));
    let code = code.or_else(|| {
        let (digits, after) = rest.strip_prefix("&#")?.split_once(';')?;
        Some(digits.strip_prefix(['x', 'X']).map_or((digits, after, 10), |hex| (hex, after, 16)))
    });
    let read = code
        .and_then(|(digits, after, radix)| Some((char::from_u32(u32::from_str_radix(digits, radix).ok()?)?, after)));
    match read {
        Some((char, after)) => (Some(char), after),
        None => (rest.chars().next(), &rest[1..]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digit_a_row_is_read() {
        let told = |text: &str| {
            let pieces: Vec<Piece> = (1..)
                .zip(text.chars())
                .map(|(line, char)| Piece { place: Place::Line(line), text: format!("\"{char}\"") })
                .collect();
            let mut findings = Findings::new();
            super::pieces(FileId(0), &pieces, &mut findings);
            findings.iter().count()
        };
        assert_eq!(told("11010519491231002X"), 1);
        assert_eq!(told("一一〇一〇五一九四九一二三一〇〇二X"), 1);
        assert_eq!(
            told("110105194912310021") + told("123456789012345678") + told("甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛"),
            0
        );
    }

    #[test]
    fn tags_and_codes_are_read() {
        for (text, read) in [
            ("<a>110105<b/>1949</a>", "1101051949"),
            ("\\u0031&#49;&#x31;1", "1111"),
            ("a < b & c \\n &#; <", "a < b & c \\n &#; <"),
            ("<<1>2", "<2"),
        ] {
            assert_eq!(bare(text).as_deref(), Some(read), "{text}");
        }
        assert_eq!(bare("甲 & 乙"), None);
    }

    proptest::proptest! {
        #[test]
        fn any_line_is_read(text in "[<>&#;x\\\\u0-9a甲]{0,40}|.*") {
            let _ = bare(&text);
        }
    }
}
