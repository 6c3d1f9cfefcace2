//! The tree, written flat: what begins, what ends, and what stands between.

use std::borrow::Cow;

use crate::source::Range;

/// One step through a document; every `Start` has its `End`, properly nested.
#[derive(Clone, Debug, PartialEq)]
pub struct Event<'a> {
    /// What it is.
    pub kind: Kind<'a>,
    /// The bytes of the body it comes from; for `Start` and `End` the whole element.
    pub range: Range,
}

/// What an event is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind<'a> {
    /// An element begins.
    Start(Tag),
    /// The element begun last ends.
    End(Tag),
    /// Text, marks and entities resolved.
    Text(Cow<'a, str>),
    /// A code span.
    Code(Cow<'a, str>),
    /// A line break that reads as a space (one between Chinese characters is left out).
    SoftBreak,
    /// A line break that stays one.
    HardBreak,
    /// A thematic break.
    Rule,
    /// The box of a task, ticked or not.
    Task(bool),
    /// A reference to a footnote: its place in `Facts::footnotes`, and which reference to it this is, from 1.
    Note(u32, u32),
    /// An HTML element without content, such as `br`: its place in `Document::raw`.
    Void(u32),
}

/// How a table's column is aligned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// As the theme has it.
    #[default]
    None,
    /// Left.
    Left,
    /// Centred.
    Centre,
    /// Right.
    Right,
}

/// An element. A number is a place in the list of `Facts` of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// A paragraph.
    Paragraph,
    /// A heading (`Facts::headings`).
    Heading(u32),
    /// A quotation.
    Quote,
    /// A block of code or preformatted text.
    CodeBlock,
    /// A list; numbered from the number, if there is one.
    List(Option<u64>),
    /// An item of a list.
    Item,
    /// The text of a footnote (`Facts::footnotes`).
    Footnote(u32),
    /// A table (`Facts::tables`).
    Table(u32),
    /// A table's head row.
    Head,
    /// A row of a table's body.
    Row,
    /// A cell: in the head or not, aligned so.
    Cell(bool, Align),
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Deleted text.
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
    /// It stands in a line.
    Phrase,
    /// It is a table's cell.
    Cell,
    /// It stands by itself.
    Block,
}
