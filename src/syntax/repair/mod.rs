//! TOML as clerks write it → TOML: the usual slips of the hand are seen, told in plain words and repaired in a copy, so that
//! one slip hides no other. The parser's own recovery gives up at the first key without a value.
//!
//! How it decides: a [`Cursor`](cursor::Cursor) goes once over the text, statement by statement. A line that is plainly right
//! is stepped over as a whole ([`plain`]). Any other is read sign by sign, and the first reading that fits wins: a wide sign
//! counts as the ASCII sign it stands for wherever that sign would be right; a quote ends a text only where what follows can
//! follow a value; what has no quotes is a value up to the end of its line or to the next comma or bracket. Each slip is noted
//! with its place and with the replacements that mend it ([`SyntaxSlip`]); [`PatchedText`] holds the copy and the way back
//! from its places to those of the original. The parser reads the copy, so that applying the replacements to the file gives
//! exactly what was read.
//!
//! What it never does: look ahead further than the line, but for open brackets, triple quotes and a text broken over a few lines; change a letter inside quotes,
//! except to escape what would end the text there; offer as a repair what only drops words so that the rest can be read. A
//! replacement is certain only where one thing can have been meant; all others are for the author to decide.

mod atom;
mod bracket;
mod cursor;
mod header;
mod key;
mod patched_text;
mod plain;
mod quote;
mod repaired;
mod report;
mod scalar;
mod statement;
mod syntax_slip;

pub(super) use cursor::{Kind, MARKER};
pub(super) use patched_text::PatchedText;
pub(super) use repaired::{Repaired, repair};
pub(super) use report::{Stand, report};
pub(super) use scalar::loose_moment;
pub(super) use syntax_slip::{SlipKind, SyntaxSlip};
