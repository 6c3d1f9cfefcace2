//! A document from its mark to its last part.

use super::{
    table::{bars, facts, grid},
    text::{Text, runs},
};
use crate::{
    emit::paper::{
        anchors::Spot,
        shown::{as_of, clean, heading, is_sideways},
    },
    supervision::{Block, Paper},
    vocabulary::Lang,
};

/// How paper lies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lie {
    Upright,
    Sideways,
}

impl Lie {
    fn of(is_wide: bool) -> Self {
        if is_wide { Self::Sideways } else { Self::Upright }
    }

    /// How wide its text is, in twentieths of a point: A4 upright with the margins of official documents (GB/T 9704), on its side with
    /// those of tables.
    fn width(self) -> usize {
        match self {
            Self::Upright => 8845,
            Self::Sideways => 14570,
        }
    }

    fn section(self) -> String {
        let (size, margins) = match self {
            Self::Upright => {
                (r#"w:w="11906" w:h="16838""#, r#"w:top="2098" w:right="1474" w:bottom="1984" w:left="1587""#)
            }
            Self::Sideways => (
                r#"w:w="16838" w:h="11906" w:orient="landscape""#,
                r#"w:top="1134" w:right="1134" w:bottom="1134" w:left="1134""#,
            ),
        };
        let footer = if self == Self::Upright { 1134 } else { 454 };
        format!(
            r#"<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:type w:val="nextPage"/><w:pgSz {size}/><w:pgMar {margins} w:header="567" w:footer="{footer}" w:gutter="0"/><w:cols w:space="425"/></w:sectPr>"#
        )
    }
}

/// All of `paper`.
pub fn body(paper: &Paper) -> Text<'_> {
    let mut to = Text::new(paper);
    to.xml.push_str(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>"#,
    );
    let lie = Lie::of(is_sideways(paper));
    head(paper, lie, &mut to);
    let mut grids = 0;
    for (at, chapter) in paper.chapters.iter().enumerate() {
        let title = runs(&heading(at, &chapter.title, paper.lang));
        let bookmark = to.bookmark(chapter.id, Spot::Chapter(at));
        to.paragraph("Heading1", "", &format!("{bookmark}{title}"));
        for (nth, block) in chapter.blocks.iter().enumerate() {
            match block {
                Block::Text(text) => {
                    let leads = chapter.blocks.get(nth + 1).is_some_and(|it| !matches!(it, Block::Text(_)));
                    paragraphs(text, leads, &mut to);
                }
                Block::Grid(it) => {
                    grid(it, grids, lie.width(), &mut to);
                    grids += 1;
                }
                Block::Bars(it) => bars(it, lie.width(), &mut to),
            }
        }
    }
    to.xml.push_str(&lie.section());
    to.xml.push_str("</w:body></w:document>\n");
    to
}

/// What stands before the chapters.
fn head(paper: &Paper, lie: Lie, to: &mut Text<'_>) {
    if let Some(mark) = &paper.mark {
        to.paragraph("Mark", "", &runs(mark));
    }
    to.paragraph("Title", "", &runs(&paper.title));
    if !paper.subtitle.is_empty() {
        to.paragraph("Subtitle", "", &runs(&paper.subtitle));
    }
    let colon = if paper.lang == Lang::Zh { "：" } else { ": " };
    to.paragraph("Subtitle", "", &runs(&format!("{}{colon}{}", as_of(paper.lang), paper.as_of)));
    facts(&paper.facts, lie.width(), to);
}

/// A paragraph a line; what `leads` to a table stays with it.
fn paragraphs(text: &str, leads: bool, to: &mut Text<'_>) {
    let keep = if leads { "<w:keepNext/>" } else { "" };
    for line in clean(text).lines().filter(|it| !it.trim().is_empty()) {
        to.paragraph("", keep, &runs(line.trim()));
    }
}
