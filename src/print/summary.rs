//! The last line: how many of each.

use super::Look;
use crate::{
    diagnostic::{Counts, Level},
    vocabulary::Lang,
};

/// `3 个错误，2 个警告，1 个提示；4 个已说明`, or that nothing was found.
pub fn summary(counts: Counts, look: Look) -> String {
    let paint = |level: Level, count: usize, text: String| {
        if count == 0 { text } else { look.paint(super::style::level_style(level), &text) }
    };
    let Counts { errors, warnings, notes, explained, stops } = counts;
    if errors + warnings + notes + explained == 0 {
        return match look.lang {
            Lang::Zh => "没有发现问题".to_owned(),
            Lang::En => "nothing found".to_owned(),
        };
    }
    match look.lang {
        Lang::Zh => {
            let mut out = format!(
                "{}，{}，{}",
                paint(Level::Error, errors, format!("{errors} 个错误")),
                paint(Level::Warn, warnings, format!("{warnings} 个警告")),
                paint(Level::Note, notes, format!("{notes} 个提示")),
            );
            if explained > 0 {
                out.push_str(&format!("；另有 {explained} 个已说明"));
            }
            if stops > 0 {
                out.push_str(&format!("；其中 {stops} 个不改正就不能发布"));
            }
            out
        }
        Lang::En => {
            let s = |n: usize| if n == 1 { "" } else { "s" };
            let mut out = format!(
                "{}, {}, {}",
                paint(Level::Error, errors, format!("{errors} error{}", s(errors))),
                paint(Level::Warn, warnings, format!("{warnings} warning{}", s(warnings))),
                paint(Level::Note, notes, format!("{notes} note{}", s(notes))),
            );
            if explained > 0 {
                out.push_str(&format!("; {explained} explained"));
            }
            if stops > 0 {
                out.push_str(&format!("; {stops} of the errors must be mended before anything is published"));
            }
            out
        }
    }
}
