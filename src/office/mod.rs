//! Bytes of any office file or encoding → text, structure, and the facts that stay hidden from a reader's eye.

mod archive;
mod cell_format;
mod characters;
mod decode;
mod disguise;
mod document;
mod encoding;
mod fault;
mod format_code;
mod fraction;
mod image;
mod kind;
mod line_ends;
mod mojibake;
mod number_format;
mod numeral;
mod ofd;
mod pdf;
mod place;
mod properties;
mod radicals;
mod read;
mod reading;
mod repair;
mod sheet;
mod styles;
mod words;
mod workbook;
mod xml;

pub use characters::{Danger, Spot, look_alikes, scan};
pub use decode::{Written, decode, text, written};
pub use fault::{Fault, Problem};
pub use kind::FileKind;
pub use read::read;
pub use reading::{Hidden, Piece, Place, Reading, Risk, Unread};
pub use sheet::{sheet, sheet_names};
