//! A chart of bars as SVG within a page. It is told apart by length and by numbers, never by colour; its grid has the same numbers.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::safe::bare;
use crate::{supervision::Bars, vocabulary::Lang};

/// How many bars a sheet of paper has room for.
pub const MOST_BARS: usize = 30;

/// Measures, in pixels of the drawing.
const WIDTH: usize = 720;
const NAME: usize = 216;
const NUMBER: usize = 84;
const STEP: usize = 28;
const HEIGHT: usize = 16;
/// How many columns of a terminal a name has room for; a hanzi takes two.
const LONGEST: usize = 28;

/// The `nth` chart of a page.
pub fn bars(bars: &Bars, nth: usize, lang: Lang, out: &mut String) {
    let shown = &bars.bars[..bars.bars.len().min(MOST_BARS)];
    if shown.is_empty() {
        return;
    }
    let title = bare(&bars.title);
    let height = STEP * shown.len();
    out.push_str(&format!(
        "<figure>\n<figcaption>{title}</figcaption>\n<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
         aria-labelledby=\"chart_{nth} chart_{nth}_says\">\n<title id=\"chart_{nth}\">{title}</title>\n\
         <desc id=\"chart_{nth}_says\">{}</desc>\n",
        says(bars, lang)
    ));
    for (at, (name, number)) in shown.iter().enumerate() {
        let middle = at * STEP + STEP / 2;
        let words = middle + 5;
        let top = middle - HEIGHT / 2;
        let room = WIDTH - NAME - NUMBER;
        out.push_str(&format!(
            "<text x=\"{}\" y=\"{words}\" text-anchor=\"end\">{}</text>\
             <rect class=\"rail\" x=\"{NAME}\" y=\"{top}\" width=\"{room}\" height=\"{HEIGHT}\"/>\
             <rect class=\"bar\" x=\"{NAME}\" y=\"{top}\" width=\"{}\" height=\"{HEIGHT}\"/>\
             <text x=\"{}\" y=\"{words}\">{number}</text>\n",
            NAME - 8,
            short(name),
            length(*number, bars.whole, room),
            NAME + room + 8,
        ));
    }
    out.push_str("</svg>\n</figure>\n");
}

/// How long the bar of `number` is where `whole` is as long as `room`. What is not nothing can be seen.
pub fn length(number: usize, whole: usize, room: usize) -> usize {
    let part = number.min(whole) as u128 * room as u128 / whole.max(1) as u128;
    usize::try_from(part).unwrap_or(room).max(usize::from(number > 0))
}

/// What is said of the chart to those who do not see it.
fn says(bars: &Bars, lang: Lang) -> String {
    let (colon, comma, rest) = match lang {
        Lang::Zh => (" ", "，", "；其余见表"),
        Lang::En => (" ", ", ", "; the others are in the table"),
    };
    let pairs: Vec<String> =
        bars.bars.iter().take(MOST_BARS).map(|(name, number)| format!("{}{colon}{number}", bare(name))).collect();
    let rest = if bars.bars.len() > MOST_BARS { rest } else { "" };
    format!("{}{rest}", pairs.join(comma))
}

/// `name` as far as there is room for it.
fn short(name: &str) -> String {
    let name: String = name.chars().filter(|it| !it.is_control()).collect();
    if name.width() <= LONGEST {
        return bare(&name);
    }
    let mut room = LONGEST - 1;
    let cut: String = name
        .chars()
        .take_while(|it| {
            let width = it.width().unwrap_or(0);
            let fits = width <= room;
            room = room.saturating_sub(width);
            fits
        })
        .collect();
    bare(&format!("{}…", cut.trim_end()))
}
