//! How wide the columns of a table are, where all of it has to fit a sheet of paper. A row is as high as its longest cell is deep, so
//! room goes where texts are long; numbers and days stay on one line, and heads on two.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::shown::{breakable, is_number, shown};
use crate::{
    supervision::{Grid, Row, Value},
    vocabulary::Lang,
};

/// What a cell has beside its text, in halves of a hanzi.
const MARGINS: usize = 2;
/// The least a text takes: two hanzi.
const LEAST: usize = 4;
/// The longest text that is kept whole: a short name of six hanzi.
const SHORT: usize = 12;
/// What is longer is broken, even a word or a number.
const LONGEST_WORD: usize = 24;
/// How deep a cell may be; what is deeper is as deep as it must.
const DEEPEST: usize = 200;

/// The columns of a table.
pub struct Widths {
    /// The least width of all of them together, in halves of a hanzi.
    pub least: usize,
    /// The width of each.
    pub columns: Vec<usize>,
    /// How many lines the deepest cell has.
    pub depth: usize,
}

/// The widths of the columns of `grid`, of which `rows` are shown, in `room`, all in halves of a hanzi: those with which the deepest cell
/// has the fewest lines.
///
/// `stacks` are the columns that stand below each other.
pub fn widths(grid: &Grid, rows: &[Row], stacks: &[Range<usize>], room: usize, lang: Lang) -> Widths {
    let needs: Vec<Need> = stacks.iter().map(|it| Need::of_stack(grid, rows, it.clone(), lang)).collect();
    let at = |depth: usize| needs.iter().map(|it| it.at(depth)).collect::<Vec<_>>();
    let least: usize = at(DEEPEST).iter().sum();
    let fits = |depth: &usize| at(*depth).iter().sum::<usize>() <= room;
    let depth = (1..DEEPEST).find(fits).unwrap_or(DEEPEST);
    let mut columns = at(depth);
    let spare = room.saturating_sub(columns.iter().sum());
    let shares: Vec<usize> = stacks.iter().map(|it| usize::from(grid.columns[it.start].share.max(1))).collect();
    let all = shares.iter().sum::<usize>().max(1);
    for (column, share) in columns.iter_mut().zip(&shares) {
        *column += spare * share / all;
    }
    Widths { least, columns, depth }
}

/// What a column needs.
struct Need {
    /// What may not be broken.
    word: usize,
    /// Its longest text.
    longest: usize,
    /// Its head, which takes two lines.
    head: usize,
}

impl Need {
    /// That of columns that stand below each other: as wide as the widest, and as deep as all.
    fn of_stack(grid: &Grid, rows: &[Row], stack: Range<usize>, lang: Lang) -> Self {
        let needs = stack.clone().map(|nth| Self::of(grid, rows, nth, lang)).collect::<Vec<_>>();
        let most = |of: fn(&Self) -> usize| needs.iter().map(of).max().unwrap_or_default();
        let longest = if stack.len() > 1 { needs.iter().map(|it| it.longest).sum() } else { most(|it| it.longest) };
        let head = most(|it| it.head) * stack.len().min(2);
        Self { word: most(|it| it.word), longest, head }
    }

    fn of(grid: &Grid, rows: &[Row], nth: usize, lang: Lang) -> Self {
        let mut need = Self { word: LEAST, longest: LEAST, head: grid.columns[nth].title.width() };
        for value in rows.iter().filter_map(|it| it.figures.get(nth)).map(|it| &it.value) {
            let text = shown(value, lang);
            let width = text.width();
            let is_whole = is_number(value) || matches!(value, Value::Day(_)) || width <= SHORT;
            // A capital is wider than half a hanzi.
            let size = |it: &str| it.len() + it.bytes().filter(u8::is_ascii_uppercase).count().div_ceil(2);
            let words = breakable(&text).split(|it: char| !it.is_ascii_graphic()).map(size).max();
            let word = if is_whole { width } else { words.unwrap_or_default() };
            if word <= LONGEST_WORD {
                need.word = need.word.max(word);
            }
            need.longest = need.longest.max(width);
        }
        need
    }

    /// The width at which no cell has more than `depth` lines, but for the last word of a line.
    fn at(&self, depth: usize) -> usize {
        let head = self.head.div_ceil(2) + self.head % 2;
        let text = if depth == 1 { self.longest } else { self.longest.div_ceil(depth) + 1 };
        self.word.max(text).max(if depth == 1 { self.head } else { head }) + MARGINS
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::supervision::{Column, Figure};

    #[test]
    fn room_goes_where_texts_are_long() {
        let column = |title: &str| Column { key: "a", title: title.to_owned(), share: 1 };
        let columns = vec![column("序号"), column("问题"), column("依据"), column("整改时限")];
        let day = "2018-12-31".parse().unwrap();
        let figures = vec![
            Figure::count(1),
            Figure::text("短".repeat(20)),
            Figure::text("长".repeat(60)),
            Figure::from(Value::Day(day)),
        ];
        let grid = Grid {
            id: "a",
            title: String::new(),
            columns,
            rows: vec![Row { id: String::new(), figures }],
            empty: String::new(),
        };
        let made = widths(&grid, &grid.rows, &[0..1, 1..2, 2..3, 3..4], 83, Lang::Zh);
        let widths = made.columns;
        assert!(widths[3] >= 10 && widths[0] < 10, "{widths:?}");
        assert!(widths[2] > widths[1] * 3 / 2 && made.depth <= 4, "{widths:?}");
        assert!((70..=83).contains(&widths.iter().sum::<usize>()), "{widths:?}");
    }
}
