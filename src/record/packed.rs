//! Tables and the facts of texts as bytes and back. The names of keys are packed as places in a list that both sides know.

use super::{Body, Field, Heading, Link, Name, Record, Value};
use crate::{
    day::{Day, Moment, Period},
    pack::{Pack, Packer, Unpacker},
    source::{FileId, Range},
};

impl Record {
    /// Packs it; `names` are the keys that schemas declare, sorted.
    pub fn pack(&self, names: &[&'static str], to: &mut Packer) {
        self.range.pack(to);
        to.list(self.fields.iter(), |to, field| {
            let declared = match field.name {
                Name::Known(name) => names.binary_search(&name).ok(),
                Name::Own(_) => None,
            };
            to.length(declared.map_or(0, |at| at + 1));
            if declared.is_none() {
                to.text(field.name.as_str());
            }
            field.key.pack(to);
            field.range.pack(to);
            field.value.pack(names, to);
        });
    }

    /// The record packed with the same `names`, in what is now `file`.
    pub fn unpack(file: FileId, names: &[&'static str], from: &mut Unpacker<'_>) -> Option<Self> {
        let range = Range::unpack(from)?;
        let fields = from.list(|from| {
            let name = match from.length()? {
                0 => Name::Own(from.text()?.into()),
                at => Name::Known(names.get(at - 1)?),
            };
            let (key, range) = (Range::unpack(from)?, Range::unpack(from)?);
            Some(Field { name, key, range, value: Value::unpack(file, names, from)? })
        })?;
        Some(Self { file, range, fields })
    }
}

impl Value {
    fn pack(&self, names: &[&'static str], to: &mut Packer) {
        match self {
            Self::Unread => to.byte(0),
            Self::Text(text) => {
                to.byte(1);
                to.text(text);
            }
            Self::Day(day) => {
                to.byte(2);
                day.pack(to);
            }
            Self::Moment(moment) => {
                to.byte(3);
                moment.pack(to);
            }
            Self::Period(period) => {
                to.byte(4);
                period.pack(to);
            }
            Self::Integer(number) => {
                to.byte(5);
                to.signed(*number);
            }
            Self::Number(text) => {
                to.byte(6);
                to.text(text);
            }
            Self::Flag(flag) => to.byte(7 + u8::from(*flag)),
            Self::Word(at) => {
                to.byte(9);
                to.number((*at).into());
            }
            Self::List(items) => {
                to.byte(10);
                to.list(items.iter(), |to, (range, value)| {
                    range.pack(to);
                    value.pack(names, to);
                });
            }
            Self::Record(record) => {
                to.byte(11);
                record.pack(names, to);
            }
        }
    }

    fn unpack(file: FileId, names: &[&'static str], from: &mut Unpacker<'_>) -> Option<Self> {
        Some(match from.byte()? {
            0 => Self::Unread,
            1 => Self::Text(from.text()?.into()),
            2 => Self::Day(Day::unpack(from)?),
            3 => Self::Moment(Moment::unpack(from)?),
            4 => Self::Period(Period::unpack(from)?),
            5 => Self::Integer(from.signed()?),
            6 => Self::Number(from.text()?.into()),
            7 => Self::Flag(false),
            8 => Self::Flag(true),
            9 => Self::Word(from.number()?.try_into().ok()?),
            10 => Self::List(from.list(|from| Some((Range::unpack(from)?, Self::unpack(file, names, from)?)))?),
            11 => Self::Record(Box::new(Record::unpack(file, names, from)?)),
            _ => return None,
        })
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
