//! A text's HTML read back as what a reader sees of it: headings, lines, and rows of tables, with the bytes they stand at.
//!
//! The text of an entry is at hand as HTML when its page is made, and often as nothing else. What is read is what
//! [`render`](super::render) writes: it nests, and every `<` in it begins a tag.

use std::ops::Range;

use memchr::memchr;

/// What a piece of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A heading of a level.
    Heading(u8),
    /// A paragraph, or a point of a list.
    Line,
    /// A row of the table of this number, counted from 1.
    Row(u32),
}

/// A heading, a line or a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block<'h> {
    pub piece: Piece,
    /// Its words; of a row those of its cells, in order.
    pub cells: Vec<String>,
    /// The id of a heading, without `#`.
    pub id: &'h str,
    /// The first address of another host that it leads to.
    pub link: Option<String>,
    /// From its first tag to the end of its last.
    pub range: Range<usize>,
    /// Whether nothing is around it.
    pub outer: bool,
}

impl Block<'_> {
    /// Its words in one.
    pub fn text(&self) -> String {
        self.cells.join(" ")
    }
}

/// The blocks of `html`, in order; those without words are left out.
pub fn outline(html: &str) -> Vec<Block<'_>> {
    let mut reader = Reader { html, blocks: Vec::new(), open: None, words: String::new(), depth: 0, tables: 0 };
    let mut at = 0;
    while let Some(start) = memchr(b'<', &html.as_bytes()[at..]).map(|it| it + at) {
        reader.read(&html[at..start]);
        let Some(end) = end_of_tag(html, start) else { break };
        reader.tag(&html[start + 1..end - 1], start..end);
        at = end;
    }
    reader.blocks
}

/// The byte after the tag that begins at `start`; a `>` in quotes does not end it.
fn end_of_tag(html: &str, start: usize) -> Option<usize> {
    let mut quoted = false;
    for (at, byte) in html.bytes().enumerate().skip(start) {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return Some(at + 1),
            _ => {}
        }
    }
    None
}

struct Reader<'h> {
    html: &'h str,
    blocks: Vec<Block<'h>>,
    /// The block that is being read.
    open: Option<Block<'h>>,
    /// The words of its last cell so far.
    words: String,
    depth: usize,
    tables: u32,
}

impl<'h> Reader<'h> {
    fn read(&mut self, text: &str) {
        if self.open.is_some() {
            decode(text, &mut self.words);
        }
    }

    fn tag(&mut self, tag: &'h str, range: Range<usize>) {
        let (closing, tag) = tag.strip_prefix('/').map_or((false, tag), |it| (true, it));
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if !closing => {
                let level = name.as_bytes()[1] - b'0';
                self.begin(Piece::Heading(level), value(attributes, "id").unwrap_or_default(), range.start);
            }
            "p" | "li" | "dt" | "dd" | "summary" | "pre" if !self.in_row() => {
                if closing {
                    self.end(range.end);
                } else {
                    self.begin(Piece::Line, "", range.start);
                }
                // What stands in a point of a list stands in the list.
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.end(range.end),
            "tr" if closing => self.end(range.end),
            "tr" => self.begin(Piece::Row(self.tables), "", range.start),
            "td" | "th" if closing => {
                let cell = std::mem::take(&mut self.words);
                if let Some(row) = &mut self.open {
                    row.cells.push(cell.trim().to_owned());
                }
            }
            "ul" | "ol" | "dl" | "table" | "blockquote" | "div" | "section" | "details" | "figure" => {
                if !self.in_row() {
                    self.end(range.start);
                }
                if closing {
                    self.depth = self.depth.saturating_sub(1);
                } else {
                    self.depth += 1;
                    self.tables += u32::from(name == "table");
                }
            }
            "br" | "p" | "li" => self.words.push(' '),
            "a" if !closing => {
                let address = value(attributes, "href").filter(|it| it.starts_with("http"));
                if let (Some(block), Some(address)) = (&mut self.open, address) {
                    block.link.get_or_insert_with(|| {
                        let mut plain = String::new();
                        decode(address, &mut plain);
                        plain
                    });
                }
            }
            _ => {}
        }
    }

    fn in_row(&self) -> bool {
        self.open.as_ref().is_some_and(|it| matches!(it.piece, Piece::Row(_)))
    }

    fn begin(&mut self, piece: Piece, id: &'h str, start: usize) {
        self.end(start);
        self.words.clear();
        self.open =
            Some(Block { piece, cells: Vec::new(), id, link: None, range: start..start, outer: self.depth == 0 });
    }

    fn end(&mut self, end: usize) {
        let Some(mut block) = self.open.take() else { return };
        block.range.end = end.min(self.html.len());
        if !matches!(block.piece, Piece::Row(_)) {
            block.cells.push(self.words.trim().to_owned());
        }
        self.words.clear();
        if block.cells.iter().any(|it| !it.is_empty()) {
            self.blocks.push(block);
        }
    }
}

/// The value of an attribute, as it is written.
fn value<'h>(attributes: &'h str, name: &str) -> Option<&'h str> {
    let from = attributes.find(&format!("{name}=\""))? + name.len() + 2;
    attributes[from..].split('"').next()
}

/// Adds `text` with what stands for its signs; line ends are blanks.
fn decode(text: &str, out: &mut String) {
    const SIGNS: [(&str, char); 6] =
        [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&#39;", '\''), ("&nbsp;", ' ')];
    let mut rest = text;
    while let Some(at) = rest.find(['&', '\n']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (sign, length) = SIGNS
            .iter()
            .find(|it| rest.starts_with(it.0))
            .map_or((if rest.starts_with('\n') { ' ' } else { '&' }, 1), |(name, sign)| (*sign, name.len()));
        out.push(sign);
        rest = &rest[length..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        markup::{Resolved, parse, render},
        vocabulary::Lang,
    };

    fn seen(markdown: &str) -> Vec<(Piece, String)> {
        let mut html = String::new();
        render(&parse(markdown), Lang::Zh, &mut |_| Resolved::Unchanged, &mut html);
        let blocks = outline(&html);
        for it in &blocks {
            assert!(html[it.range.clone()].starts_with('<'), "{it:?}");
        }
        blocks.iter().map(|it| (it.piece, it.cells.join("|"))).collect()
    }

    #[test]
    fn headings_lines_and_rows_are_read_back() {
        let markdown = "## 一、时限 & 地点\n\n**时限：** 3 < 5 天\n下一行\n\n- 甲\n- 乙\n  - 丙\n\n| 名称 | 值 |\n| --- | --- |\n| 收费 | 不收费 |\n\n> 引用\n";
        let line = |text: &str| (Piece::Line, text.to_owned());
        assert_eq!(
            seen(markdown),
            [
                (Piece::Heading(2), "一、时限 & 地点".to_owned()),
                line("时限： 3 < 5 天下一行"),
                line("甲"),
                line("乙"),
                line("丙"),
                (Piece::Row(1), "名称|值".to_owned()),
                (Piece::Row(1), "收费|不收费".to_owned()),
                line("引用"),
            ]
        );
    }

    #[test]
    fn what_is_around_a_block_and_where_it_leads_is_known() {
        let html = "<h2 id=\"h-a\">甲</h2><p>见<a href=\"https://a.cn/?x=1&amp;y=2\">这里</a></p><blockquote><p>丙</p></blockquote><p></p>";
        let blocks = outline(html);
        assert_eq!(blocks.iter().map(|it| it.outer).collect::<Vec<_>>(), [true, true, false]);
        assert_eq!((blocks[0].id, blocks[1].link.as_deref()), ("h-a", Some("https://a.cn/?x=1&y=2")));
        assert_eq!(&html[blocks[0].range.clone()], "<h2 id=\"h-a\">甲</h2>");
    }

    #[test]
    fn no_html_makes_it_panic() {
        for html in [
            "",
            "<",
            "<p",
            "<p>甲",
            "</p>",
            "<td>",
            "<tr><td>甲<p>乙</p>",
            "<a href=\"x",
            "&",
            "<p>&amp",
            "<p title=\">\">甲</p>",
        ] {
            outline(html);
        }
    }
}
