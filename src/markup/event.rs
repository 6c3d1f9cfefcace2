//! The tree, written flat: what begins, what ends, and what stands between.

use std::borrow::Cow;

use crate::source::Range;

/// One step through a document; every `Start` has its `End`, properly nested.
#[derive(Clone, Debug, PartialEq)]
pub struct Event<'a> {
    /// The start or end of an element, or what stands between.
    pub kind: EventKind<'a>,
    /// The bytes of the body it comes from; for `Start` and `End` the whole element.
    pub range: Range,
}

/// Starts and ends nest; all other kinds are leaves of the tree.
#[derive(Clone, Debug, PartialEq)]
pub enum EventKind<'a> {
    /// An element begins.
    Start(Tag),
    /// The element begun last ends.
    End(Tag),
    /// Text, marks and entities resolved.
    Text(Cow<'a, str>),
    /// The content of a code span.
    Code(Cow<'a, str>),
    /// A line break that reads as a space (one between Chinese characters is left out).
    SoftBreak,
    /// A line break that stays one.
    HardBreak,
    /// `<hr>`.
    ThematicBreak,
    /// The box of a task list item, ticked or not.
    TaskListMarker(bool),
    /// The footnote's index in `Facts::footnotes`, and which reference to it this is, from 1.
    FootnoteReference(u32, u32),
    /// An HTML element without content, such as `br`: its index in `Document::raw`.
    VoidElement(u32),
}

/// How a table's column is aligned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// As the theme has it.
    #[default]
    None,
    /// `:---` in the delimiter row.
    Left,
    /// `:---:`.
    Centre,
    /// `---:`.
    Right,
}

/// An element. A number is an index into the list of `Facts` of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// `<p>`.
    Paragraph,
    /// A heading (`Facts::headings`).
    Heading(u32),
    /// `<blockquote>`.
    BlockQuote,
    /// A block of code or preformatted text.
    CodeBlock,
    /// A list; numbered from the number, if there is one.
    List(Option<u64>),
    /// `<li>`.
    Item,
    /// The text of a footnote (`Facts::footnotes`).
    Footnote(u32),
    /// A table (`Facts::tables`).
    Table(u32),
    /// The one row of `<thead>`.
    TableHead,
    /// A row of `<tbody>`.
    TableRow,
    /// A cell: in the head or not, aligned so.
    TableCell(bool, Align),
    /// `<em>`.
    Emphasis,
    /// `<strong>`.
    Strong,
    /// `<del>`.
    Strikethrough,
    /// A link (`Facts::links`).
    Link(u32),
    /// A picture (`Facts::images`); what is inside is its description.
    Image(u32),
    /// An allowed HTML element of the author's (`Document::raw`).
    Raw(u32, Shape),
}

/// How an HTML element of the author's breaks its text up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Phrasing content: it stands in a line.
    Phrasing,
    /// It is a table's cell.
    Cell,
    /// It stands by itself.
    Block,
}
