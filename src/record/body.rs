//! What an entry's text is like: what remains of it once it is parsed and dropped.

use crate::{
    pack::{Pack, Packer, Unpacker},
    source::Range,
};

/// A heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// Its level as written, 1 to 6.
    pub level: u8,
    /// Its words.
    pub text: Box<str>,
    /// Its id on the page, without `#`.
    pub id: Box<str>,
    /// Where it stands in the file.
    pub range: Range,
}

/// A link or a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Where it leads, as written.
    pub to: Box<str>,
    /// Whether it is a picture.
    pub image: bool,
    /// Where it stands in the file.
    pub range: Range,
}

/// The facts of a text. Ranges count from the start of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// Where it begins: the byte after the front matter.
    pub start: u32,
    /// Characters of plain text.
    pub characters: u32,
    /// Headings.
    pub headings: Box<[Heading]>,
    /// Links and pictures.
    pub links: Box<[Link]>,
    /// Words at the heads of its tables' columns.
    pub columns: Box<[Box<str>]>,
    /// Its first sentences: the summary where the author gives none.
    pub summary: Box<str>,
    /// Sketch of its wording: the smallest hashes of its character shingles, sorted; for likeness between texts.
    pub sketch: Box<[u32]>,
}

impl Body {
    /// How alike two texts are, 0 to 1: the share of common shingles, estimated from the sketches.
    pub fn likeness(&self, other: &Self) -> f64 {
        let size = self.sketch.len().min(other.sketch.len());
        if size == 0 {
            return 0.0;
        }
        let mut union: Vec<u32> = self.sketch.iter().chain(&other.sketch).copied().collect();
        union.sort_unstable();
        union.dedup();
        union.truncate(size);
        let both = |hash: &&u32| self.sketch.binary_search(hash).is_ok() && other.sketch.binary_search(hash).is_ok();
        union.iter().filter(both).count() as f64 / union.len() as f64
    }
}

impl Pack for Body {
    fn pack(&self, to: &mut Packer) {
        to.number(self.start.into());
        to.number(self.characters.into());
        to.list(self.headings.iter(), |to, it| {
            to.byte(it.level);
            to.text(&it.text);
            to.text(&it.id);
            it.range.pack(to);
        });
        to.list(self.links.iter(), |to, it| {
            to.text(&it.to);
            to.flag(it.image);
            it.range.pack(to);
        });
        to.list(self.columns.iter(), |to, it| to.text(it));
        to.text(&self.summary);
        to.list(self.sketch.iter(), |to, it| to.raw(&it.to_le_bytes()));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Self {
            start: from.small()?,
            characters: from.small()?,
            headings: from.list(|from| {
                Some(Heading {
                    level: from.byte()?,
                    text: from.text()?.into(),
                    id: from.text()?.into(),
                    range: Range::unpack(from)?,
                })
            })?,
            links: from.list(|from| {
                Some(Link { to: from.text()?.into(), image: from.flag()?, range: Range::unpack(from)? })
            })?,
            columns: from.list(|from| from.text().map(Into::into))?,
            summary: from.text()?.into(),
            sketch: from.list(|from| from.array().map(u32::from_le_bytes))?,
        })
    }
}
