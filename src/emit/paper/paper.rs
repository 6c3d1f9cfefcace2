//! One door to all forms of a paper.

use super::{docx::docx, html::html, json::json, markdown::markdown, xlsx::xlsx};
use crate::supervision::{Form, Paper};

/// `paper` as a file of `form`. Equal papers are equal bytes: no form has a clock.
pub fn paper(paper: &Paper, form: Form) -> Vec<u8> {
    match form {
        Form::Html => html(paper).into_bytes(),
        Form::Docx => docx(paper),
        Form::Xlsx => xlsx(paper),
        Form::Json => json(paper),
        Form::Markdown => markdown(paper).into_bytes(),
    }
}
