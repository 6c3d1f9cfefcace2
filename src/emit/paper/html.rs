//! A paper as one page by itself: its style within, no script, for the screen and for A4.

use std::borrow::Cow;

use super::{
    anchors::{Anchors, Leads, Spot, anchor},
    bars::bars,
    safe::{bare, escaped},
    shown::{BREAK, as_of, breakable, clean, cut, heading, is_crowded, is_number, is_sideways, shown, stacked, stacks},
    widths::widths,
};
use crate::{
    supervision::{Block, Chapter, Figure, Grid, Paper, Value},
    vocabulary::Lang,
};

/// How wide a table is drawn, in halves of a hanzi; it is scaled to the page.
const ROOM: usize = 110;
/// The same for tables whose letters are small.
const CROWDED_ROOM: usize = 156;
/// A table of at most so many lines is kept on one sheet.
const SHORT: usize = 14;
const STYLE: &str = include_str!("html.css");

/// `paper` as a file.
pub fn html(paper: &Paper) -> String {
    let page = Page { anchors: Anchors::of_cut(paper), lang: paper.lang };
    let tongue = match paper.lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{tongue}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n<title>{}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        bare(&paper.title)
    );
    let is_wide = is_sideways(paper);
    page.head(paper, is_wide, &mut out);
    let mut grids = 0;
    let mut charts = 0;
    for (at, chapter) in paper.chapters.iter().enumerate() {
        let id = anchor(Spot::Chapter(at));
        let title = line(&heading(at, &chapter.title, paper.lang));
        let wide = if is_wide { " class=\"wide\"" } else { "" };
        out.push_str(&format!("<section{wide} aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{title}</h2>\n"));
        for block in &chapter.blocks {
            match block {
                Block::Text(text) => paragraphs(text, &mut out),
                Block::Grid(grid) => {
                    page.table(grid, grids, &mut out);
                    grids += 1;
                }
                Block::Bars(it) => {
                    charts += 1;
                    bars(it, charts, paper.lang, &mut out);
                }
            }
        }
        out.push_str("</section>\n");
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// What each part of the page is written with.
struct Page<'a> {
    anchors: Anchors<'a>,
    lang: Lang,
}

impl Page<'_> {
    /// What stands before the chapters.
    fn head(&self, paper: &Paper, is_wide: bool, out: &mut String) {
        out.push_str(if is_wide { "<header class=\"wide\">\n" } else { "<header>\n" });
        if let Some(mark) = &paper.mark {
            out.push_str(&format!("<p class=\"mark\"><span>{}</span></p>\n", line(mark)));
        }
        out.push_str(&format!("<h1>{}</h1>\n", line(&paper.title)));
        if !paper.subtitle.is_empty() {
            out.push_str(&format!("<p class=\"sub\">{}</p>\n", lines(&paper.subtitle)));
        }
        let colon = if self.lang == Lang::Zh { "：" } else { ": " };
        let day = paper.as_of;
        out.push_str(&format!(
            "<p class=\"day\">{}{colon}<time datetime=\"{day}\">{day}</time></p>\n",
            as_of(self.lang)
        ));
        if !paper.facts.is_empty() {
            out.push_str("<dl>\n");
            for (_, name, figure) in &paper.facts {
                out.push_str(&format!("<div><dt>{}</dt><dd>{}</dd></div>\n", line(name), self.figure(figure)));
            }
            out.push_str("</dl>\n");
        }
        out.push_str("</header>\n");
        self.contents(&paper.chapters, out);
    }

    /// The chapters, to go to.
    fn contents(&self, chapters: &[Chapter], out: &mut String) {
        if chapters.len() < 3 {
            return;
        }
        let label = match self.lang {
            Lang::Zh => "目录",
            Lang::En => "Contents",
        };
        out.push_str(&format!("<nav aria-label=\"{label}\">\n<ul>\n"));
        for (at, chapter) in chapters.iter().enumerate() {
            let title = line(&heading(at, &chapter.title, self.lang));
            out.push_str(&format!("<li><a href=\"#{}\">{title}</a></li>\n", anchor(Spot::Chapter(at))));
        }
        out.push_str("</ul>\n</nav>\n");
    }

    fn table(&self, grid: &Grid, at: usize, out: &mut String) {
        let id = anchor(Spot::Grid(at));
        let title = line(&grid.title);
        if grid.rows.is_empty() {
            out.push_str(&format!("<p class=\"caption\" id=\"{id}\">{title}</p>\n"));
            if !grid.empty.is_empty() {
                out.push_str(&format!("<p class=\"none\">{}</p>\n", lines(&grid.empty)));
            }
            return;
        }
        let (rows, rest) = cut(grid, self.lang);
        let is_crowded = is_crowded(grid);
        let stacks = stacks(grid);
        let widths = widths(grid, rows, &stacks, if is_crowded { CROWDED_ROOM } else { ROOM }, self.lang);
        let whole = widths.columns.iter().sum::<usize>().max(1);
        let class = match (is_crowded, widths.depth * rows.len() <= SHORT) {
            (true, true) => " class=\"crowded short\"",
            (true, false) => " class=\"crowded\"",
            (false, true) => " class=\"short\"",
            (false, false) => "",
        };
        // Below this it scrolls by itself.
        out.push_str(&format!(
            "<div class=\"scroll\" role=\"region\" aria-labelledby=\"{id}\" tabindex=\"0\">\n\
             <table{class} style=\"min-width:{}em\">\n<caption id=\"{id}\">{title}</caption>\n<colgroup>",
            widths.least.div_ceil(2)
        ));
        for width in &widths.columns {
            out.push_str(&format!("<col style=\"width:{}%\">", width * 100 / whole));
        }
        out.push_str("</colgroup>\n<thead>\n<tr>");
        for stack in &stacks {
            let titles: Vec<String> = grid.columns[stack.clone()].iter().map(|it| line(&it.title)).collect();
            out.push_str(&format!("<th scope=\"col\">{}</th>", titles.join("<br>")));
        }
        out.push_str("</tr>\n</thead>\n<tbody>\n");
        for (row_at, row) in rows.iter().enumerate() {
            match self.anchors.set(&row.id, Spot::Row(at, row_at)) {
                Some(id) => out.push_str(&format!("<tr id=\"{id}\">")),
                None => out.push_str("<tr>"),
            }
            for stack in &stacks {
                let figures = stacked(row, stack);
                let class = match figures.first().map(|it| &it.value) {
                    Some(it) if is_number(it) => " class=\"n\"",
                    Some(Value::Day(_)) => " class=\"d\"",
                    _ => "",
                };
                let words: Vec<String> = figures.iter().map(|it| self.figure(it)).collect();
                out.push_str(&format!("<td{class}>{}</td>", words.join("<br>")));
            }
            out.push_str("</tr>\n");
        }
        out.push_str("</tbody>\n</table>\n</div>\n");
        if let Some(rest) = rest {
            out.push_str(&format!("<p class=\"rest\">{}</p>\n", escaped(&rest)));
        }
    }

    /// `figure` with where it leads.
    fn figure(&self, figure: &Figure) -> String {
        let words = lines(&breakable(&shown(&figure.value, self.lang))).replace(BREAK, "<wbr>");
        let address = match self.anchors.leads(figure) {
            _ if words.is_empty() => return words,
            Some(Leads::Here(anchor, _)) => Cow::from(format!("#{anchor}")),
            Some(Leads::Web(address) | Leads::Beside(address)) => Cow::from(escaped(address)),
            None => return words,
        };
        format!("<a href=\"{address}\">{words}</a>")
    }
}

/// Each line of `text` as a paragraph.
fn paragraphs(text: &str, out: &mut String) {
    for line in clean(text).lines().filter(|it| !it.trim().is_empty()) {
        out.push_str(&format!("<p>{}</p>\n", directed(line.trim())));
    }
}

/// `text` as HTML of one line.
fn line(text: &str) -> String {
    directed(clean(text).replace(['\n', '\t'], " ").trim())
}

/// `text` as HTML, with the ends of its lines.
fn lines(text: &str) -> String {
    clean(text).trim().lines().map(directed).collect::<Vec<_>>().join("<br>")
}

/// `text` as HTML. What is written from the right does not turn what stands around it.
fn directed(text: &str) -> String {
    let is_rtl = |it: char| matches!(it, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}');
    let words = escaped(text);
    if text.contains(is_rtl) { format!("<bdi>{words}</bdi>") } else { words }
}
