//! How high the rows of a workbook are. Programs do not all make rows as high as their texts are deep when they open a file, and show the
//! first line alone: so the lines are reckoned here, as such programs break them, rather a line too many than one too few.

use unicode_width::UnicodeWidthChar;

/// How wide half a hanzi is, in hundredths of the letter that widths of columns count: a hanzi is a little wider than two of them.
const HALF: usize = 106;
/// What of a column is not for text, in hundredths.
const MARGINS: usize = 110;
/// How high a line of the common letter is, in points, with fonts whose hanzi are high.
const LINE: f64 = 16.0;
/// The highest row that workbooks take, in points.
const HIGHEST: f64 = 409.0;

/// The lines of `text` in a column of `width` letters.
pub fn lines(text: &str, width: usize) -> usize {
    let room = (width * 100).saturating_sub(MARGINS).max(HALF * 2);
    text.trim_end().split('\n').map(|line| broken(line, room)).sum::<usize>().max(1)
}

/// The lines of one line: hanzi are broken anywhere, but that a mark which ends a sentence takes the letter before it along; words are
/// kept whole where they fit.
fn broken(line: &str, room: usize) -> usize {
    let (mut lines, mut used, mut word) = (1, 0, 0);
    let mut put = |size: usize| {
        if used + size > room && used > 0 {
            lines += 1;
            used = 0;
        }
        lines += size.saturating_sub(1) / room;
        used += if size > room { size % room } else { size };
    };
    for letter in line.chars() {
        let size = letter.width().unwrap_or(0) * HALF;
        let is_tied = letter.is_ascii_graphic() || "，。、；：？！）”》〕】".contains(letter);
        if !is_tied {
            put(word);
            word = 0;
        }
        word += size;
        if letter == ' ' {
            put(word);
            word = 0;
        }
    }
    put(word);
    lines
}

/// How high a row of so many lines is, where a line is `scale` times the common one.
pub fn height(lines: usize, scale: f64) -> f64 {
    (lines as f64 * LINE * scale + 2.0).min(HIGHEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_as_programs_break_them() {
        for (text, width, least, most) in [
            ("", 10, 1, 1),
            ("公开", 10, 1, 1),
            ("公开公开公", 10, 2, 2),
            ("公开\n公开", 10, 2, 2),
            ("2018-12-31", 12, 1, 1),
            (&*"公".repeat(100), 20, 11, 13),
            (&*"a".repeat(100), 20, 6, 7),
            ("catalogue/items/01-open-government.toml:80", 16, 3, 4),
            ("公开", 0, 1, 2),
            ("a b c d", 8, 1, 2),
            ("a b c d", 9, 1, 1),
            ("。。。。。。", 4, 3, 7),
        ] {
            let found = lines(text, width);
            assert!((least..=most).contains(&found), "{text}: {found}");
        }
        assert!(height(10_000, 1.0) < 409.5);
    }
}
