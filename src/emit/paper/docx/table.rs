//! The tables of a document: facts, grids, and charts, whose bars are cells.

use super::text::{Text, runs};
use crate::{
    emit::paper::{
        anchors::Spot,
        bars::{MOST_BARS, length},
        safe::escaped,
        shown::{clean, cut, is_crowded, is_number},
        widths::widths,
    },
    supervision::{Bars, Figure, Grid},
};

/// How finely a bar is drawn: into how many columns its room is parted.
const FINE: usize = 40;

/// How wide half a hanzi is in a cell, in twentieths of a point.
const LETTER: usize = 106;
/// The same in crowded tables.
const SMALL_LETTER: usize = 92;
/// How many lines of a table half a sheet has.
const DEEP: usize = 15;

/// What stands before the chapters, a pair a row.
pub fn facts(facts: &[(&'static str, String, Figure)], to: &mut Text<'_>) {
    if facts.is_empty() {
        return;
    }
    open(&[5000, 3845], "TableGrid", "", to);
    for (_, name, figure) in facts {
        to.xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        let name = runs(name);
        cell(5000, "", "Cell", "", &name, to);
        let figure = to.figure(figure);
        cell(3845, "", "Cell", "", &figure, to);
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
    let (letter, style) = if is_crowded(grid) { (SMALL_LETTER, "CellSmall") } else { (LETTER, "Cell") };
    let units = widths(grid, rows, width / letter, to.lang);
    let whole = units.columns.iter().sum::<usize>().max(1);
    let widths: Vec<usize> = units.columns.iter().map(|it| it * width / whole).collect();
    // A row that is deeper than half a sheet may be parted.
    let keep = if units.depth > DEEP { "" } else { "<w:trPr><w:cantSplit/></w:trPr>" };
    open(&widths, "TableGrid", &grid.title, to);
    to.xml.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (column, width) in grid.columns.iter().zip(&widths) {
        let head = runs(&column.title);
        let shade = r#"<w:shd w:val="clear" w:color="auto" w:fill="ECECEC"/><w:vAlign w:val="center"/>"#;
        cell(*width, shade, "CellHead", "", &head, to);
    }
    to.xml.push_str("</w:tr>");
    for (row_at, row) in rows.iter().enumerate() {
        to.xml.push_str(&format!("<w:tr>{keep}"));
        let mut bookmark = to.bookmark(&row.id, Spot::Row(at, row_at));
        for (nth, width) in widths.iter().enumerate() {
            let (runs, side) = match row.figures.get(nth) {
                Some(figure) if is_number(&figure.value) => (to.figure(figure), r#"<w:jc w:val="right"/>"#),
                Some(figure) => (to.figure(figure), ""),
                None => (String::new(), ""),
            };
            let mark = std::mem::take(&mut bookmark);
            cell(*width, "", style, side, &format!("{mark}{runs}"), to);
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
    for (name, number) in shown {
        let filled = length(*number, bars.whole, FINE);
        to.xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        let name = runs(&clean(name).replace('\n', " "));
        cell(name_width, "", "Cell", r#"<w:jc w:val="right"/>"#, &name, to);
        for (cells, fill) in [(filled, "595959"), (FINE - filled, "F2F2F2")] {
            if cells > 0 {
                let span = format!(
                    r#"<w:gridSpan w:val="{cells}"/><w:tcBorders><w:top w:val="single" w:sz="24" w:space="0" w:color="FFFFFF"/><w:bottom w:val="single" w:sz="24" w:space="0" w:color="FFFFFF"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>"#
                );
                cell(step * cells, &span, "Cell", "", "", to);
            }
        }
        let number = runs(&number.to_string());
        cell(number_width, "", "Cell", "", &number, to);
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
