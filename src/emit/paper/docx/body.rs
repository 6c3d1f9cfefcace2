//! A document from its mark to its last part.

use super::{
    table::{bars, facts, grid},
    text::{Text, runs},
};
use crate::{
    emit::paper::{
        anchors::Spot,
        shown::{as_of, clean, heading, sideways},
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

    /// How wide its text is, in twentieths of a point: A4 with the margins of official documents (GB/T 9704).
    fn width(self) -> usize {
        match self {
            Self::Upright => 8845,
            Self::Sideways => 12756,
        }
    }

    fn section(self) -> String {
        let (size, margins) = match self {
            Self::Upright => {
                (r#"w:w="11906" w:h="16838""#, r#"w:top="2098" w:right="1474" w:bottom="1984" w:left="1587""#)
            }
            Self::Sideways => (
                r#"w:w="16838" w:h="11906" w:orient="landscape""#,
                r#"w:top="1587" w:right="2098" w:bottom="1474" w:left="1984""#,
            ),
        };
        format!(
            r#"<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:type w:val="nextPage"/><w:pgSz {size}/><w:pgMar {margins} w:header="851" w:footer="1134" w:gutter="0"/><w:cols w:space="425"/></w:sectPr>"#
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
    head(paper, &mut to);
    let sideways = sideways(paper);
    let mut lie = Lie::of(sideways.first() == Some(&true));
    let mut grids = 0;
    for (at, chapter) in paper.chapters.iter().enumerate() {
        let next = Lie::of(sideways[at]);
        if next != lie {
            turn(lie, &mut to);
            lie = next;
        }
        let title = runs(&heading(at, &chapter.title, paper.lang));
        let bookmark = to.bookmark(chapter.id, Spot::Chapter(at));
        to.paragraph("Heading1", "", &format!("{bookmark}{title}"));
        for block in &chapter.blocks {
            match block {
                Block::Text(text) => paragraphs(text, &mut to),
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
fn head(paper: &Paper, to: &mut Text<'_>) {
    if let Some(mark) = &paper.mark {
        to.paragraph("Mark", "", &runs(mark));
    }
    to.paragraph("Title", "", &runs(&paper.title));
    if !paper.subtitle.is_empty() {
        to.paragraph("Subtitle", "", &runs(&paper.subtitle));
    }
    let colon = if paper.lang == Lang::Zh { "：" } else { ": " };
    to.paragraph("Subtitle", "", &runs(&format!("{}{colon}{}", as_of(paper.lang), paper.as_of)));
    facts(&paper.facts, to);
}

/// Ends a part of paper that lies so.
fn turn(lie: Lie, to: &mut Text<'_>) {
    let section = lie.section();
    to.xml.push_str(&format!(r#"<w:p><w:pPr><w:pStyle w:val="Spacer"/>{section}</w:pPr></w:p>"#));
}

fn paragraphs(text: &str, to: &mut Text<'_>) {
    for line in clean(text).lines().filter(|it| !it.trim().is_empty()) {
        to.paragraph("", "", &runs(line.trim()));
    }
}
