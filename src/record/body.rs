//! What an entry's text is like: what remains of it once it is parsed and dropped.

use crate::{
    pack::{Pack, Packer, Unpacker},
    source::Range,
};

/// A heading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Heading<'b> {
    /// Its level as written, 1 to 6.
    pub level: u8,
    /// Its words.
    pub text: &'b str,
    /// Its id on the page, without `#`.
    pub id: &'b str,
    /// Where it stands in the file.
    pub range: Range,
}

/// A link or a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link<'b> {
    /// Where it leads, as written.
    pub to: &'b str,
    /// Whether it is a picture.
    pub image: bool,
    /// Where it stands in the file.
    pub range: Range,
    /// Whether it ends with what it leads to, as written, and a bracket.
    pub plain: bool,
}

/// What stands in a text, in one piece: there may be a million.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks(Box<[u8]>);

impl Marks {
    /// Packs them: headings, links and pictures, words at the heads of the tables' columns.
    pub fn new<'b>(
        headings: impl IntoIterator<Item = Heading<'b>>,
        links: impl IntoIterator<Item = Link<'b>>,
        columns: impl IntoIterator<Item = &'b str>,
    ) -> Self {
        let (mut marks, mut part) = (Packer::with_room(256), Packer::with_room(128));
        for it in headings {
            part.byte(it.level);
            part.text(it.text);
            part.text(it.id);
            it.range.pack(&mut part);
        }
        close(&mut part, &mut marks);
        for it in links {
            part.text(it.to);
            part.byte(u8::from(it.image) | u8::from(it.plain) << 1);
            it.range.pack(&mut part);
        }
        close(&mut part, &mut marks);
        for it in columns {
            part.text(it);
        }
        close(&mut part, &mut marks);
        Self(marks.bytes().into())
    }

    /// The same, with what is wrong in the text besides: links that lead nowhere whatever files there are, and lines still left
    /// open; and with its labels.
    #[must_use]
    pub fn with<'b>(
        self,
        dead: impl IntoIterator<Item = (&'b str, Range)>,
        left_open: impl IntoIterator<Item = Range>,
        labels: impl IntoIterator<Item = (&'b str, Range)>,
    ) -> Self {
        let (mut marks, mut part) = (Packer::with_room(self.0.len() + 8), Packer::default());
        marks.raw(&self.0);
        for (to, range) in dead {
            part.text(to);
            range.pack(&mut part);
        }
        close(&mut part, &mut marks);
        for range in left_open {
            range.pack(&mut part);
        }
        close(&mut part, &mut marks);
        for (text, range) in labels {
            part.text(text);
            range.pack(&mut part);
        }
        close(&mut part, &mut marks);
        Self(marks.bytes().into())
    }

    /// Drops the labels, which stand last.
    pub fn drop_labels(&mut self) {
        let mut from = Unpacker::new(&self.0);
        let before_labels = (0..LABELS).all(|_| from.length().and_then(|it| from.raw(it)).is_some());
        let end = self.0.len() - from.rest().len();
        if before_labels && end + 1 < self.0.len() {
            self.0 = self.0[..end].into();
        }
    }
}

/// Which of the marks the labels are.
const LABELS: usize = 5;

/// The facts of a text. Ranges count from the start of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// Where it begins: the byte after the front matter.
    pub start: u32,
    /// Characters of plain text.
    pub characters: u32,
    /// Headings, links and the heads of columns.
    pub marks: Marks,
    /// Its first sentences: the summary where the author gives none.
    pub summary: Box<str>,
    /// A hash of the whole text, without blanks around it; 0 for none.
    pub digest: u64,
}

impl Body {
    /// The marks of one sort: 0 headings, 1 links, 2 columns, 3 dead links, 4 lines left open, 5 labels.
    fn part(&self, which: usize) -> Unpacker<'_> {
        let mut from = Unpacker::new(&self.marks.0);
        let mut parts = std::iter::from_fn(|| {
            let length = from.length()?;
            from.raw(length)
        });
        Unpacker::new(parts.nth(which).unwrap_or_default())
    }

    /// Headings.
    pub fn headings(&self) -> impl Iterator<Item = Heading<'_>> {
        let mut from = self.part(0);
        std::iter::from_fn(move || {
            Some(Heading {
                level: from.byte()?,
                text: from.text()?,
                id: from.text()?,
                range: Range::unpack(&mut from)?,
            })
        })
    }

    /// Links and pictures, in the order written.
    pub fn links(&self) -> impl Iterator<Item = Link<'_>> {
        let mut from = self.part(1);
        std::iter::from_fn(move || {
            let (to, bits) = (from.text()?, from.byte()?);
            Some(Link { to, image: bits & 1 != 0, plain: bits & 2 != 0, range: Range::unpack(&mut from)? })
        })
    }

    /// Words at the heads of its tables' columns.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        let mut from = self.part(2);
        std::iter::from_fn(move || from.text())
    }

    /// Links that lead nowhere whatever files there are: to a path of one machine, to a heading that the text does not have.
    pub fn dead(&self) -> impl Iterator<Item = (&str, Range)> {
        let mut from = self.part(3);
        std::iter::from_fn(move || Some((from.text()?, Range::unpack(&mut from)?)))
    }

    /// Lines that still say that something is to be filled in.
    pub fn left_open(&self) -> impl Iterator<Item = Range> {
        let mut from = self.part(4);
        std::iter::from_fn(move || Range::unpack(&mut from))
    }

    /// Words that say what follows them: `一、主要职责`, `会议时间：…`, the first cell of a row.
    pub fn labels(&self) -> impl Iterator<Item = (&str, Range)> {
        let mut from = self.part(LABELS);
        std::iter::from_fn(move || Some((from.text()?, Range::unpack(&mut from)?)))
    }

    /// The facts of `shown`, which is published instead of this text: what of this one's links stays keeps the place that it has in
    /// the file, so that what is told of it is told where it was written.
    #[must_use]
    pub fn instead(&self, shown: &Self, stays: impl Fn(&str) -> bool) -> Self {
        let nowhere = Range { start: self.start, end: self.start };
        let mut links = self.links().filter(|it| stays(it.to)).map(|it| it.range);
        let links = shown.links().map(|it| Link { range: links.next().unwrap_or(nowhere), ..it });
        let mut headings = self.headings().map(|it| it.range);
        let headings = shown.headings().map(|it| Heading { range: headings.next().unwrap_or(nowhere), ..it });
        let marks =
            Marks::new(headings, links, shown.columns()).with(self.dead().filter(|_| shown.characters > 0), [], []);
        Self { start: self.start, marks, ..shown.clone() }
    }
}

fn close(part: &mut Packer, marks: &mut Packer) {
    marks.length(part.bytes().len());
    marks.raw(part.bytes());
    part.clear();
}

impl Pack for Body {
    fn pack(&self, to: &mut Packer) {
        to.number(self.start.into());
        to.number(self.characters.into());
        to.length(self.marks.0.len());
        to.raw(&self.marks.0);
        to.text(&self.summary);
        to.raw(&self.digest.to_le_bytes());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let (start, characters, length) = (from.small()?, from.small()?, from.length()?);
        Some(Self {
            start,
            characters,
            marks: Marks(from.raw(length)?.into()),
            summary: from.text()?.into(),
            digest: from.array().map(u64::from_le_bytes)?,
        })
    }
}
