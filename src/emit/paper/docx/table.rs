//! The tables of a document: facts, grids, and charts, whose bars are cells.

use super::text::{Text, runs};
use crate::{
    emit::paper::{
        anchors::Spot,
        bars::{MOST_BARS, length},
        safe::escaped,
        shown::{clean, cut, is_crowded, is_number, stacked, stacks},
        widths::widths,
    },
    supervision::{Bars, Figure, Grid},
};

/// Says of a paragraph that it stays with the next.
const KEEP: &str = "<w:keepNext/>";
/// How finely a bar is drawn: into how many columns its room is parted.
const FINE: usize = 40;

/// How wide half a hanzi is in a cell, in twentieths of a point.
const LETTER: usize = 106;
/// The same in crowded tables.
const SMALL_LETTER: usize = 92;
/// How many lines of a table a third of a sheet has.
const DEEP: usize = 10;
/// A table of at most so many lines is kept on one sheet.
const SHORT: usize = 14;
/// How wide a fact is at least, in twentieths of a point.
const FACT: usize = 1800;

/// What stands before the chapters: a cell a pair, in as few and as even rows as the paper has room for.
pub fn facts(facts: &[(&'static str, String, Figure)], width: usize, to: &mut Text<'_>) {
    if facts.is_empty() {
        return;
    }
    let rows = facts.len().div_ceil(width / FACT);
    let columns = facts.len().div_ceil(rows);
    let widths = vec![width / columns; columns];
    open(&widths, "TableGrid", "", to);
    for row in facts.chunks(columns) {
        to.xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (_, name, figure) in row {
            to.xml.push_str(&format!(r#"<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>"#, width / columns));
            to.paragraph("CellSmall", "", &runs(name));
            let figure = to.figure(figure);
            to.paragraph("Cell", "", &figure);
            to.xml.push_str("</w:tc>");
        }
        for _ in row.len()..columns {
            cell(width / columns, "", "Cell", "", "", to);
        }
        to.xml.push_str("</w:tr>");
    }
    close(to);
}

/// The `at`th grid of the paper, on text of `width`.
pub fn grid(grid: &Grid, at: usize, width: usize, to: &mut Text<'_>) {
    let title = runs(&grid.title);
    let bookmark = to.bookmark(grid.id, Spot::Grid(at));
    if grid.rows.is_empty() || grid.columns.is_empty() {
        to.paragraph("Caption", "", &format!("{bookmark}{title}"));
        let empty = runs(&grid.empty);
        to.paragraph("", "", &empty);
        return;
    }
    to.paragraph("Caption", "", &format!("{bookmark}{title}"));
    let (rows, rest) = cut(grid, to.lang);
    let (letter, style, head_style) =
        if is_crowded(grid) { (SMALL_LETTER, "CellSmall", "CellHeadSmall") } else { (LETTER, "Cell", "CellHead") };
    let stacks = stacks(grid);
    let units = widths(grid, rows, &stacks, width / letter, to.lang);
    let whole = units.columns.iter().sum::<usize>().max(1);
    let widths: Vec<usize> = units.columns.iter().map(|it| it * width / whole).collect();
    // A row that is deeper than a third of a sheet may be parted.
    let keep = if units.depth > DEEP { "" } else { "<w:trPr><w:cantSplit/></w:trPr>" };
    let is_short = units.depth * rows.len() <= SHORT;
    open(&widths, "TableGrid", &grid.title, to);
    to.xml.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (stack, width) in stacks.iter().zip(&widths) {
        let titles: Vec<&str> = grid.columns[stack.clone()].iter().map(|it| &*it.title).collect();
        let head = runs(&titles.join("\n"));
        let shade = r#"<w:shd w:val="clear" w:color="auto" w:fill="ECECEC"/><w:vAlign w:val="center"/>"#;
        cell(*width, shade, head_style, KEEP, &head, to);
    }
    to.xml.push_str("</w:tr>");
    for (row_at, row) in rows.iter().enumerate() {
        // LibreOffice moves a whole table to the next sheet that a heading leads to and whose first row may not be parted.
        let keep = if row_at == 0 && !is_short { "" } else { keep };
        to.xml.push_str(&format!("<w:tr>{keep}"));
        let mut bookmark = to.bookmark(&row.id, Spot::Row(at, row_at));
        for (stack, width) in stacks.iter().zip(&widths) {
            let figures = stacked(row, stack);
            let is_number = figures.first().is_some_and(|it| is_number(&it.value));
            let side = if is_number { r#"<w:jc w:val="right"/>"# } else { "" };
            let runs: Vec<String> = figures.iter().map(|it| to.figure(it)).collect();
            let runs = runs.join("<w:r><w:br/></w:r>");
            let mark = std::mem::take(&mut bookmark);
            let keeps = is_short && row_at + 1 < rows.len();
            let side = [if keeps { KEEP } else { "" }, side].concat();
            cell(*width, "", style, &side, &format!("{mark}{runs}"), to);
        }
        to.xml.push_str("</w:tr>");
    }
    close(to);
    if let Some(rest) = rest {
        let rest = runs(&rest);
        to.paragraph("", "", &rest);
    }
}

/// A chart: names, bars of shaded cells, numbers.
pub fn bars(bars: &Bars, width: usize, to: &mut Text<'_>) {
    let shown = &bars.bars[..bars.bars.len().min(MOST_BARS)];
    if shown.is_empty() {
        return;
    }
    let title = runs(&bars.title);
    to.paragraph("Caption", "", &title);
    let (name_width, number_width) = (width * 3 / 10, width / 10);
    let step = (width - name_width - number_width) / FINE;
    let mut columns = vec![name_width];
    columns.extend([step; FINE]);
    columns.push(number_width);
    open(&columns, "", &bars.title, to);
    for (at, (name, number)) in shown.iter().enumerate() {
        let keep = if at + 1 < shown.len() { KEEP } else { "" };
        let filled = length(*number, bars.whole, FINE);
        to.xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        let name = runs(&clean(name).replace('\n', " "));
        cell(name_width, "", "Cell", &[keep, r#"<w:jc w:val="right"/>"#].concat(), &name, to);
        for (cells, fill) in [(filled, "595959"), (FINE - filled, "F2F2F2")] {
            if cells > 0 {
                let span = format!(
                    r#"<w:gridSpan w:val="{cells}"/><w:tcBorders><w:top w:val="single" w:sz="24" w:space="0" w:color="FFFFFF"/><w:bottom w:val="single" w:sz="24" w:space="0" w:color="FFFFFF"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>"#
                );
                cell(step * cells, &span, "Cell", keep, "", to);
            }
        }
        let number = runs(&number.to_string());
        cell(number_width, "", "Cell", keep, &number, to);
        to.xml.push_str("</w:tr>");
    }
    close(to);
}

fn open(widths: &[usize], style: &str, says: &str, to: &mut Text<'_>) {
    let whole: usize = widths.iter().sum();
    let style = if style.is_empty() { String::new() } else { format!(r#"<w:tblStyle w:val="{style}"/>"#) };
    let says = escaped(&clean(says).replace(['\n', '\t'], " "));
    let says = if says.is_empty() { String::new() } else { format!(r#"<w:tblCaption w:val="{says}"/>"#) };
    to.xml.push_str(&format!(
        r#"<w:tbl><w:tblPr>{style}<w:tblW w:w="{whole}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{says}</w:tblPr><w:tblGrid>"#
    ));
    for width in widths {
        to.xml.push_str(&format!(r#"<w:gridCol w:w="{width}"/>"#));
    }
    to.xml.push_str("</w:tblGrid>");
}

/// Ends a table; without a paragraph between them two tables would be one.
fn close(to: &mut Text<'_>) {
    to.xml.push_str("</w:tbl>");
    to.paragraph("Spacer", "", "");
}

fn cell(width: usize, rest: &str, style: &str, side: &str, runs: &str, to: &mut Text<'_>) {
    to.xml.push_str(&format!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{rest}</w:tcPr>"#));
    to.paragraph(style, side, runs);
    to.xml.push_str("</w:tc>");
}
