//! One door to all forms of a paper.

use super::{json::json, markdown::markdown};
use crate::supervision::{Form, Paper};

/// `paper` as a file of `form`. Equal papers are equal bytes: no form has a clock.
pub fn paper(paper: &Paper, form: Form) -> Vec<u8> {
    match form {
        Form::Json => json(paper),
        _ => markdown(paper).into_bytes(),
    }
}
