//! The national table as a workbook: two rows of heads as it is printed, on paper turned on its side. Texts are written as texts: none runs.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use super::paper::{SheetNames, cell, workbook};
use crate::site::index::NationalForm;

/// How many rows a sheet has room for, below its heads.
const MOST_ROWS: usize = 1_048_574;
/// A4, as workbooks number it.
const A4: u8 = 9;
/// How many columns stay in sight: up to 二级事项.
const FROZEN: u16 = 3;

/// `form` as a file.
pub fn national_form(form: &NationalForm<'_>) -> Vec<u8> {
    // What fails is memory: names, lengths and counts are within the limits of workbooks before they are written.
    written(form).unwrap_or_default()
}

fn written(form: &NationalForm<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = workbook(form.made, &form.title)?;
    let sheet = book.add_worksheet();
    sheet.set_name(SheetNames::default().name(&form.title))?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_footer("&C&P / &N");
    sheet.set_freeze_panes(2, FROZEN)?.set_repeat_rows(0, 1)?;
    let text = Format::new().set_align(FormatAlign::Top).set_text_wrap().set_border(FormatBorder::Thin);
    let head = text.clone().set_bold().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
    let head = head.set_background_color(0x00E7_E6E6_u32);
    heads(form, &head, sheet)?;
    for (row, cells) in (2..).zip(form.rows.iter().take(MOST_ROWS)) {
        for (column, it) in (0..).zip(cells) {
            sheet.write_string_with_format(row, column, cell(it), &text)?;
        }
    }
    book.save_to_buffer()
}

/// Groups over their columns, and a column that stands alone over both rows.
fn heads(form: &NationalForm<'_>, look: &Format, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let mut first: u16 = 0;
    for group in form.columns.chunk_by(|a, b| a.group.is_some() && a.group == b.group) {
        let mut column = first;
        for it in group {
            sheet.set_column_width(column, f64::from(it.width))?;
            if it.group.is_some() {
                sheet.write_string_with_format(1, column, cell(&it.head), look)?;
            } else {
                sheet.merge_range(0, column, 1, column, &cell(&it.head), look)?;
            }
            column += 1;
        }
        if let Some(name) = group[0].group {
            if group.len() > 1 {
                sheet.merge_range(0, first, 0, column - 1, name, look)?;
            } else {
                sheet.write_string_with_format(0, first, name, look)?;
            }
        }
        first = column;
    }
    Ok(())
}
