//! What rules and the plan of the site ask of a body; all ranges count from the body's first byte.

use super::slug;
use crate::source::Range;

/// What was found while a body was parsed. All lists are in document order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Those of HTML included.
    pub headings: Vec<Heading>,
    /// Ids that the author gave in HTML, in the shape they have in the page.
    pub anchors: Vec<String>,
    /// Links in order, bare addresses included.
    pub links: Vec<Link>,
    /// Links and pictures on the author's own machine: `file:///C:/…`, `D:/…`, and `data:` for what
    /// holds its own bytes. They are left out of the page.
    pub local: Vec<(String, Range)>,
    /// Those of HTML included.
    pub images: Vec<Image>,
    /// Those of Markdown only.
    pub tables: Vec<Table>,
    /// Footnotes in the order in which the text first names them.
    pub footnotes: Vec<Footnote>,
    /// Marks left in the text that look meant as emphasis (`**`).
    pub leftovers: Vec<Leftover>,
    /// HTML that was removed, in order.
    pub removed: Vec<Removed>,
    /// Blocks that are code only because they are indented by four spaces: most were meant as paragraphs.
    pub indented: Vec<Range>,
    /// Blocks of code between fences.
    pub fenced: Vec<Range>,
    /// Where lines of paragraphs and items begin.
    pub lines: Vec<Line>,
    /// The first limit that was exceeded: what stands behind it is flattened or left out.
    pub beyond: Option<LimitExceeded>,
    /// The beginning of the first paragraph as plain text, at most 100 characters, cut at a sentence where one ends.
    pub opening: String,
    /// Characters of text, white space not counted.
    pub characters: u32,
}

impl Facts {
    /// The id of the heading that `fragment` (without `#`; as the author writes it: 标题, or its id) means.
    pub fn anchor(&self, fragment: &str) -> Option<&str> {
        let wanted = slug::wanted(fragment);
        self.ids().find(|id| *id == wanted).or_else(|| {
            let slug = slug::slug(&wanted);
            self.ids().find(|id| id.strip_prefix(slug::PREFIX) == Some(&slug))
        })
    }

    /// Every id that a link may lead to.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let headings = self.headings.iter().map(|heading| heading.id.as_str()).filter(|id| !id.is_empty());
        headings.chain(self.anchors.iter().map(String::as_str))
    }

    /// The levels that headings are moved by, so that the highest one in the body becomes `h2`.
    pub fn shift(&self) -> i8 {
        self.headings
            .iter()
            .map(|heading| heading.level)
            .min()
            .map_or(0, |highest| 2 - i8::try_from(highest).unwrap_or(2))
    }
}

/// A line of text that is no heading, table or code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it begins; blanks may come first.
    pub at: u32,
    /// Whether it is one paragraph with the line before, and no break between them.
    pub joined: bool,
    /// Whether it is one paragraph with the line before, and a break stands between them.
    pub broken: bool,
}

/// A heading, written `#`, underlined, or as HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6, as written.
    pub level: u8,
    /// Plain text, trimmed.
    pub text: String,
    /// Its id in the page, unique in the body; empty if the heading is.
    pub id: String,
    /// From its first mark to its last character.
    pub range: Range,
}

/// A link, written `[…](…)`, `<…>`, as HTML, or as a bare address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, as written (entities and escapes resolved).
    pub destination: String,
    /// Empty where there is none.
    pub title: String,
    /// Its plain text; descriptions of pictures in it included.
    pub text: String,
    /// The address itself is the text: `<https://…>` or a bare address.
    pub bare: bool,
    /// The whole link, brackets included.
    pub range: Range,
}

/// A picture, written `![…](…)` or as HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    /// Where it is, as written. (`data:` addresses are removed.)
    pub destination: String,
    /// Empty where there is none.
    pub title: String,
    /// Its description as plain text; empty where there is none.
    pub alt: String,
    /// Width in pixels, where HTML gave one.
    pub width: Option<u16>,
    /// Height in pixels, where HTML gave one.
    pub height: Option<u16>,
    /// The whole picture, brackets included.
    pub range: Range,
}

/// A table written in Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Plain text of the head's cells.
    pub header: Vec<String>,
    /// Rows of the body.
    pub rows: u32,
    /// Rows with more cells than the head (what is too much is lost) or fewer.
    pub uneven: Vec<Range>,
    /// From the head row to the last row.
    pub range: Range,
}

/// A footnote that is defined or referred to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Footnote {
    /// What the author calls it.
    pub label: String,
    /// How often the text refers to it.
    pub uses: u32,
    /// Where its text stands.
    pub range: Range,
}

/// Marks left over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// `*`, `_` or `~`.
    pub mark: char,
    /// Where they stand.
    pub range: Range,
}

/// Something of the author's HTML that does not stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// What: `<script>`, `onclick=`, `<!-- -->`, `javascript:`.
    pub what: String,
    /// The tag or comment.
    pub range: Range,
    /// Whether readers lose something: what it would play or embed, the words in an element that hides or acts, all that stands behind
    /// a tag or comment that has no end.
    pub is_loss: bool,
}

/// A limit of the tree, and the offset where it was exceeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitExceeded {
    /// Nested deeper than 100 levels; from here on flattened.
    Depth(u32),
    /// What it unfolds to is many times what was written; from here on left out.
    Size(u32),
}
