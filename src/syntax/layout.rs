//! How an entry's text lies in its lines: what rules about pasted text ask for right after parsing. It is not remembered.

use crate::{
    markup::{Facts, Heading, Image, Leftover, Line, Link, Table},
    source::Range,
};

/// Places count from the start of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Lines of text, by place.
    pub lines: Vec<Line>,
    /// Blocks that are code only because they are indented.
    pub indented: Vec<Range>,
    /// Blocks of code between fences.
    pub fenced: Vec<Range>,
    /// Rows of tables with another number of cells than the head, and how many that has.
    pub uneven: Vec<(Range, usize)>,
    pub headings: Vec<Heading>,
    pub images: Vec<Image>,
    pub links: Vec<Link>,
    pub tables: Vec<Table>,
    /// Marks of emphasis that are shown as letters.
    pub leftovers: Vec<Leftover>,
    /// HTML that is removed with what readers would have seen: what it is, and where.
    pub lost: Vec<(String, Range)>,
}

impl Layout {
    /// What `facts` say of a text that begins at byte `start` of its file.
    pub(super) fn new(facts: Facts, start: usize) -> Self {
        let shift = u32::try_from(start).unwrap_or(u32::MAX);
        let shifted = |ranges: &[Range]| ranges.iter().map(|it| it.shifted(start)).collect();
        let rows = facts.tables.iter().flat_map(|table| table.uneven.iter().map(|row| (*row, table.header.len())));
        let uneven = rows.map(|(row, heads)| (row.shifted(start), heads)).collect();
        let Facts { mut headings, mut images, mut links, mut tables, mut leftovers, .. } = facts;
        let ranges = headings.iter_mut().map(|it| &mut it.range).chain(images.iter_mut().map(|it| &mut it.range));
        let ranges = ranges.chain(links.iter_mut().map(|it| &mut it.range));
        let ranges = ranges.chain(tables.iter_mut().map(|it| &mut it.range));
        for range in ranges.chain(leftovers.iter_mut().map(|it| &mut it.range)) {
            *range = range.shifted(start);
        }
        let lost = facts.removed.into_iter().filter(|it| it.is_loss);
        Self {
            lost: lost.map(|it| (it.what, it.range.shifted(start))).collect(),
            lines: facts.lines.iter().map(|it| Line { at: it.at.saturating_add(shift), ..*it }).collect(),
            indented: shifted(&facts.indented),
            fenced: shifted(&facts.fenced),
            uneven,
            headings,
            images,
            links,
            tables,
            leftovers,
        }
    }
}
