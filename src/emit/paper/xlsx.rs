//! A paper as a workbook: a first sheet with what it says in words, then a sheet a table with typed cells, nothing cut.
//!
//! Texts are written as texts, so none runs as a formula. A share takes three columns, for whoever adds rows up needs both its numbers.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, FormatUnderline, Url, Worksheet, XlsxError};

use super::{
    anchors::{Anchors, Leads, Spot, grids},
    heights::{height, lines},
    shown::{HOLE, as_of, cut, decimal, heading, is_wide, shown},
    widths::widths,
    workbook::{SheetNames, cell, date, workbook},
};
use crate::{
    supervision::{Block, Figure, Grid, Paper, Row, Value},
    vocabulary::Lang,
};

/// The largest number of which a workbook keeps each digit.
const LARGEST: u64 = 999_999_999_999_999;
/// How many rows a sheet has room for, below its head.
const MOST_ROWS: usize = 1_048_575;
/// How many links a sheet may have; those of later rows are left out.
const MOST_LINKS: usize = 65_000;
/// How wide tables are, in letters: a sheet of paper is so wide, upright and turned on its side, so that print is not made small.
const ROOM: [usize; 2] = [96, 146];
/// The same for tables of so many columns that their letters are small on paper.
const CROWDED_ROOM: usize = 190;
/// Which tables those are.
const CROWDED: usize = 10;
/// The widest column.
const WIDEST: usize = 80;
/// How wide a day is, with a gap.
const DAY: usize = 12;
/// How wide the two numbers of a share are.
const NUMBER: usize = 9;
/// The columns of the first sheet.
const ABOUT: [usize; 2] = [68, 26];
/// How long an address may be.
const LONGEST_ADDRESS: usize = 2_000;
/// A4, as workbooks number it.
const A4: u8 = 9;

/// `paper` as a file.
pub fn xlsx(paper: &Paper) -> Vec<u8> {
    // What fails is memory: names, lengths and counts are within the limits of workbooks before they are written.
    written(paper).unwrap_or_default()
}

fn written(paper: &Paper) -> Result<Vec<u8>, XlsxError> {
    let mut names = SheetNames::default();
    let first = names.name(match paper.lang {
        Lang::Zh => "说明",
        Lang::En => "About",
    });
    let sheets: Vec<String> = grids(paper)
        .map(|it| match paper.lang {
            Lang::Zh => names.name(&it.title),
            Lang::En => names.name(if it.id.is_empty() { &it.title } else { it.id }),
        })
        .collect();
    let before = 2 + usize::from(paper.mark.is_some()) + usize::from(!paper.subtitle.is_empty()) + paper.facts.len();
    let chapters = paper.chapters.iter().scan(before, |next, it| {
        let blocks = it.blocks.iter().filter(|it| !matches!(it, Block::Bars(_))).count();
        Some(std::mem::replace(next, *next + blocks + 2) + 2)
    });
    let chapters = chapters.collect();
    let book =
        Book { anchors: Anchors::of_whole(paper), looks: Looks::new(), lang: paper.lang, first, sheets, chapters };
    let mut out = workbook(paper.as_of, &paper.title)?;
    book.about(paper, out.add_worksheet())?;
    for (grid, name) in grids(paper).zip(&book.sheets) {
        let sheet = out.add_worksheet();
        sheet.set_name(name)?;
        book.table(grid, sheet)?;
    }
    out.save_to_buffer()
}

/// What each sheet is written with.
struct Book<'a> {
    anchors: Anchors<'a>,
    looks: Looks,
    lang: Lang,
    first: String,
    sheets: Vec<String>,
    /// The row of each chapter on the first sheet.
    chapters: Vec<usize>,
}

/// How cells look.
struct Looks {
    title: Format,
    mark: Format,
    head: Format,
    plain: Format,
    text: Format,
    count: Format,
    share: Format,
    number: Format,
    day: Format,
}

impl Looks {
    fn new() -> Self {
        let plain = Format::new().set_align(FormatAlign::Top);
        let text = plain.clone().set_text_wrap();
        // Numbers would touch the words to the right of them.
        let right = plain.clone().set_align(FormatAlign::Right).set_indent(1);
        Self {
            title: text.clone().set_bold().set_font_size(16),
            mark: Format::new().set_bold().set_font_color(0x00C0_0000_u32),
            head: text.clone().set_bold().set_background_color(0x00E7_E6E6_u32).set_border_bottom(FormatBorder::Thin),
            count: right.clone().set_num_format("0"),
            share: right.clone().set_num_format("0.0%"),
            number: right,
            day: plain.clone().set_align(FormatAlign::Left).set_num_format("yyyy-mm-dd"),
            plain,
            text,
        }
    }
}

impl Book<'_> {
    /// The first sheet.
    fn about(&self, paper: &Paper, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(&self.first)?;
        page(sheet, false);
        for (column, width) in (0..).zip(ABOUT) {
            sheet.set_column_width(column, width as f64)?;
        }
        let mut row = 0;
        sheet.write_string_with_format(row, 0, cell(&paper.title), &self.looks.title)?;
        sheet.set_row_height(row, height(lines(&paper.title, ABOUT[0] * 11 / 16), 16.0 / 11.0))?;
        row += 1;
        if let Some(mark) = &paper.mark {
            sheet.write_string_with_format(row, 0, cell(mark), &self.looks.mark)?;
            row += 1;
        }
        if !paper.subtitle.is_empty() {
            sheet.write_string_with_format(row, 0, cell(&paper.subtitle), &self.looks.text)?;
            sheet.set_row_height(row, height(lines(&cell(&paper.subtitle), ABOUT[0]), 1.0))?;
            row += 1;
        }
        sheet.write_string(row, 0, as_of(self.lang))?;
        sheet.write_datetime_with_format(row, 1, date(paper.as_of)?, &self.looks.day)?;
        row += 1;
        for (_, name, figure) in &paper.facts {
            sheet.write_string_with_format(row, 0, cell(name), &self.looks.text)?;
            self.figure(sheet, row, 1, figure, true)?;
            let deepest = lines(&cell(name), ABOUT[0]).max(lines(&shown(&figure.value, self.lang), ABOUT[1]));
            sheet.set_row_height(row, height(deepest, 1.0))?;
            row += 1;
        }
        let mut grids = 0;
        for (at, chapter) in paper.chapters.iter().enumerate() {
            row += 1;
            let title = heading(at, &chapter.title, self.lang);
            sheet.write_string_with_format(row, 0, cell(&title), &self.looks.head)?;
            row += 1;
            for block in &chapter.blocks {
                match block {
                    Block::Text(text) => {
                        sheet.write_string_with_format(row, 0, cell(text), &self.looks.text)?;
                        sheet.set_row_height(row, height(lines(&cell(text), ABOUT[0]), 1.0))?;
                    }
                    Block::Grid(grid) => {
                        let url = Url::new(self.place(Spot::Grid(grids))).set_text(cell(&grid.title));
                        sheet.write_url(row, 0, url)?;
                        sheet.write_number_with_format(row, 1, number(grid.rows.len()), &self.looks.count)?;
                        grids += 1;
                    }
                    Block::Bars(_) => continue,
                }
                row += 1;
            }
        }
        Ok(())
    }

    /// The sheet of `grid`.
    fn table(&self, grid: &Grid, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let is_share: Vec<bool> = (0..grid.columns.len())
            .map(|nth| {
                grid.rows.iter().any(|it| matches!(it.figures.get(nth), Some(Figure { value: Value::Share(..), .. })))
            })
            .collect();
        let is_wide = is_wide(grid);
        // A table of any length is as wide as its first rows want.
        let room = if grid.columns.len() > CROWDED { CROWDED_ROOM } else { ROOM[usize::from(is_wide)] };
        let each: Vec<_> = (0..grid.columns.len()).map(|nth| nth..nth + 1).collect();
        let mut widths = widths(grid, cut(grid, self.lang).0, &each, room, self.lang).columns;
        for (nth, width) in widths.iter_mut().enumerate() {
            let is_day = |it: &Row| matches!(it.figures.get(nth), Some(Figure { value: Value::Day(_), .. }));
            *width = (*width).max(if grid.rows.iter().any(is_day) { DAY } else { 0 }).min(WIDEST);
        }
        let (mut column, mut deepest) = (0, 1);
        for ((head, is_share), width) in grid.columns.iter().zip(&is_share).zip(&widths) {
            sheet.write_string_with_format(0, column, cell(&head.title), &self.looks.head)?;
            sheet.set_column_width(column, *width as f64)?;
            deepest = deepest.max(lines(&head.title, *width));
            column += 1;
            for of in [["：数", "：总数"], [": count", ": of"]][usize::from(self.lang == Lang::En)] {
                if *is_share {
                    let title = [head.title.as_str(), of].concat();
                    sheet.write_string_with_format(0, column, cell(&title), &self.looks.head)?;
                    sheet.set_column_width(column, NUMBER as f64)?;
                    deepest = deepest.max(lines(&title, NUMBER));
                    column += 1;
                }
            }
        }
        page(sheet, is_wide);
        if column == 0 {
            return Ok(());
        }
        sheet.set_row_height(0, height(deepest, 1.0))?;
        sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
        if grid.rows.is_empty() {
            sheet.write_string_with_format(1, 0, cell(&grid.empty), &self.looks.plain)?;
            return Ok(());
        }
        let mut links = 0;
        let mut last = 0;
        for (row, at) in grid.rows.iter().take(MOST_ROWS).zip(1..) {
            let (mut column, mut deepest) = (0, 1);
            for ((figure, is_share), width) in row.figures.iter().zip(&is_share).zip(&widths) {
                if let Value::Text(text) = &figure.value {
                    deepest = deepest.max(lines(text, *width));
                }
                links += usize::from(self.figure(sheet, at, column, figure, links < MOST_LINKS)?);
                column += if *is_share { 3 } else { 1 };
            }
            sheet.set_row_height(at, height(deepest, 1.0))?;
            last = at;
        }
        sheet.autofilter(0, 0, last, column - 1)?;
        Ok(())
    }

    /// Writes `figure`; whether it was given a link.
    fn figure(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        figure: &Figure,
        may_link: bool,
    ) -> Result<bool, XlsxError> {
        let address = match self.anchors.leads(figure) {
            _ if !may_link => None,
            Some(Leads::Here(_, spot)) => Some(self.place(spot)),
            Some(Leads::Web(address)) if address.contains("://") || address.starts_with("mailto:") => {
                (address.encode_utf16().count() < LONGEST_ADDRESS).then(|| address.to_owned())
            }
            // It would be looked for beside the workbook.
            _ => None,
        };
        let looks = &self.looks;
        let link = address.map(Url::new);
        let is_link = link.is_some();
        let of = |look: &Format| {
            if is_link {
                look.clone().set_font_color(0x0005_63C1_u32).set_underline(FormatUnderline::Single)
            } else {
                look.clone()
            }
        };
        if let Value::Text(text) = &figure.value {
            let text = cell(text);
            match link {
                Some(link) if !text.is_empty() => {
                    sheet.write_url_with_options(row, column, link, text, "", Some(&of(&looks.text)))?
                }
                _ => sheet.write_string_with_format(row, column, text, &looks.text)?,
            };
            return Ok(is_link);
        }
        // The link stays when a number takes the place of its words.
        if let Some(link) = link {
            sheet.write_url_with_options(row, column, link, "—", "", Some(&of(&looks.plain)))?;
        }
        match &figure.value {
            Value::None | Value::Text(_) => {}
            Value::Open => {
                sheet.write_string_with_format(row, column, HOLE, &of(&looks.plain))?;
            }
            Value::Count(count) if *count as u64 <= LARGEST => {
                sheet.write_number_with_format(row, column, number(*count), &of(&looks.count))?;
            }
            Value::Count(count) => {
                sheet.write_string_with_format(row, column, count.to_string(), &of(&looks.plain))?;
            }
            Value::Thousandths(it) => {
                let words = decimal(*it);
                match words.parse::<f64>() {
                    Ok(number) if it.unsigned_abs() <= LARGEST => {
                        sheet.write_number_with_format(row, column, number, &of(&looks.number))?;
                    }
                    _ => {
                        sheet.write_string_with_format(row, column, words, &of(&looks.plain))?;
                    }
                }
            }
            Value::Share(part, whole) => {
                sheet.write_number_with_format(
                    row,
                    column,
                    number(*part) / number((*whole).max(1)),
                    &of(&looks.share),
                )?;
                sheet.write_number_with_format(row, column + 1, number(*part), &looks.count)?;
                sheet.write_number_with_format(row, column + 2, number(*whole), &looks.count)?;
            }
            Value::Day(day) => {
                sheet.write_datetime_with_format(row, column, date(*day)?, &of(&looks.day))?;
            }
        }
        Ok(is_link)
    }

    /// Where `spot` is in the workbook.
    fn place(&self, spot: Spot) -> String {
        let (sheet, row) = match spot {
            Spot::Chapter(at) => (&self.first, self.chapters[at]),
            Spot::Grid(at) => (&self.sheets[at], 1),
            Spot::Row(at, row) => (&self.sheets[at], row + 2),
        };
        format!("internal:'{sheet}'!A{row}")
    }
}

/// Paper for who prints a sheet: all its columns beside each other, its rows on as many sheets as they take.
fn page(sheet: &mut Worksheet, is_wide: bool) {
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&C&P / &N");
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    if is_wide {
        sheet.set_landscape();
    }
}

/// A count as a cell has it; above [`LARGEST`] its last digits are lost.
fn number(count: usize) -> f64 {
    count as f64
}
