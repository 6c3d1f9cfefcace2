//! TOML as clerks write it → TOML: the usual slips of the hand are seen, told in plain words and mended in a copy, so that
//! one slip hides no other. The parser's own recovery gives up at the first key without a value.

mod atom;
mod bracket;
mod copy;
mod cursor;
mod header;
mod line;
mod plain;
mod quote;
mod scalar;
mod slip;
mod tell;

pub(super) use copy::Copy;
pub(super) use cursor::{Kind, MARKER, Mended, mend};
pub(super) use scalar::loose_moment;
pub(super) use slip::{Slip, What};
pub(super) use tell::{Stand, tell};
