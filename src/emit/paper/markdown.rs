//! A paper as Markdown with the tables of GitHub: to be read as it is, or pasted into an entry.

use std::fmt::Write as _;

use super::{
    anchors::{Anchors, Leads, Spot},
    shown::{as_of, clean, cut, heading, is_number, shown},
};
use crate::{
    supervision::{Block, Figure, Grid, Paper},
    vocabulary::Lang,
};

/// `paper` as a file.
pub fn markdown(paper: &Paper) -> String {
    let anchors = Anchors::of_cut(paper);
    let mut out = format!("# {}\n", line(&paper.title));
    let colon = if paper.lang == Lang::Zh { "：" } else { ": " };
    if let Some(mark) = &paper.mark {
        out.push_str(&format!("\n**{}**\n", line(mark).trim()));
    }
    if !paper.subtitle.is_empty() {
        out.push_str(&format!("\n{}\n", lines(&paper.subtitle)));
    }
    out.push_str(&format!("\n- {}{colon}{}\n", as_of(paper.lang), paper.as_of));
    for (_, name, figure) in &paper.facts {
        let name = inline(&clean(name)).replace('\n', " ");
        out.push_str(&format!("- {name}{colon}{}\n", cell(figure, paper.lang, &anchors)));
    }
    let mut grids = 0;
    for (at, chapter) in paper.chapters.iter().enumerate() {
        let anchor = set(anchors.set(chapter.id, Spot::Chapter(at)));
        out.push_str(&format!(
            "\n## {anchor}{}\n",
            inline(&heading(at, &chapter.title, paper.lang).replace('\n', " "))
        ));
        for block in &chapter.blocks {
            match block {
                Block::Text(text) => out.push_str(&format!("\n{}\n", lines(text))),
                Block::Grid(grid) => {
                    table(grid, grids, paper.lang, &anchors, &mut out);
                    grids += 1;
                }
                // Its numbers are those of the grid beside it.
                Block::Bars(_) => {}
            }
        }
    }
    out
}

fn table(grid: &Grid, at: usize, lang: Lang, anchors: &Anchors<'_>, out: &mut String) {
    out.push_str(&format!("\n### {}{}\n\n", set(anchors.set(grid.id, Spot::Grid(at))), line(&grid.title)));
    if grid.rows.is_empty() {
        out.push_str(&format!("{}\n", lines(&grid.empty)));
        return;
    }
    let (rows, rest) = cut(grid, lang);
    out.push('|');
    for column in &grid.columns {
        out.push_str(&format!(" {} |", line(&column.title)));
    }
    out.push_str("\n|");
    for nth in 0..grid.columns.len() {
        let numbers = rows.iter().any(|it| it.figures.get(nth).is_some_and(|it| is_number(&it.value)));
        out.push_str(if numbers { " ---: |" } else { " --- |" });
    }
    out.push('\n');
    for (row_at, row) in rows.iter().enumerate() {
        out.push('|');
        let anchor = set(anchors.set(&row.id, Spot::Row(at, row_at)));
        for (nth, figure) in row.figures.iter().take(grid.columns.len()).enumerate() {
            let anchor = if nth == 0 { anchor.as_str() } else { "" };
            // To write into memory does not fail.
            let _ = write!(out, " {anchor}{} |", cell(figure, lang, anchors));
        }
        out.push('\n');
    }
    if let Some(rest) = rest {
        out.push_str(&format!("\n{}\n", inline(&rest)));
    }
}

fn cell(figure: &Figure, lang: Lang, anchors: &Anchors<'_>) -> String {
    let text = inline(shown(&figure.value, lang).trim()).replace('\n', "<br>");
    match anchors.leads(figure) {
        _ if text.is_empty() => text,
        Some(Leads::Here(anchor, _)) => format!("[{text}](#{anchor})"),
        Some(Leads::Web(address) | Leads::Beside(address)) => format!("[{text}](<{}>)", in_angles(address)),
        None => text,
    }
}

/// `address` as it may stand between angles, in a table too.
fn in_angles(address: &str) -> String {
    address.replace('<', "%3C").replace('>', "%3E").replace('|', "%7C").replace('\\', "%5C")
}

fn set(anchor: Option<String>) -> String {
    anchor.map_or_else(String::new, |it| format!("<a id=\"{it}\"></a>"))
}

/// `text` as one line.
fn line(text: &str) -> String {
    inline(&clean(text).replace('\n', " "))
}

/// `text` as a paragraph; its own ends of lines stay.
fn lines(text: &str) -> String {
    let text = clean(text);
    let lines = text.lines().map(str::trim).filter(|it| !it.is_empty()).map(inline);
    lines.collect::<Vec<_>>().join("<br>\n")
}

/// `text` with nothing in it that Markdown would take for its own signs.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let signs: Vec<char> = text.chars().collect();
    let is_word = |at: Option<usize>| at.and_then(|it| signs.get(it)).is_some_and(|it| it.is_alphanumeric());
    let mut is_start = true;
    for (at, &sign) in signs.iter().enumerate() {
        let after = signs.get(at + 1).copied();
        let is_sign = match sign {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '{' | '}' => true,
            // Within a word, as in names of files, it is a letter.
            '_' => !(is_word(at.checked_sub(1)) && is_word(Some(at + 1))),
            '&' => after.is_some_and(|it| it.is_ascii_alphanumeric() || it == '#'),
            '#' | '+' | '-' | '=' | ':' => is_start,
            // `1.` begins a list.
            '.' | ')' => {
                let line = signs[..at].iter().rposition(|it| *it == '\n').map_or(0, |it| it + 1);
                let number = &signs[line..at];
                !number.is_empty()
                    && number.len() < 10
                    && number.iter().all(char::is_ascii_digit)
                    && after.is_none_or(char::is_whitespace)
            }
            _ => false,
        };
        if is_sign {
            out.push('\\');
        }
        out.push(if sign == '\t' { ' ' } else { sign });
        is_start = sign == '\n' || is_start && sign.is_whitespace();
    }
    out
}
