//! Types of values: each says which shape a key of it takes, and how the value is read.

use std::marker::PhantomData;

use super::{EncodedList, Refer, Shape, Value};
use crate::{
    day::{Day, Moment, Period},
    vocabulary::Word,
};

/// A type that the value of a key may have.
pub trait ValueType: 'static {
    /// What authors write.
    const SHAPE: Shape;

    /// What the program reads.
    type Value<'r>;

    /// Reads it; none where the value is of another type, or could not be read.
    fn read(value: Value<'_>) -> Option<Self::Value<'_>>;
}

/// Types that are read as the text that is written.
macro_rules! texts {
    ($($(#[$about:meta])* $name:ident: $shape:expr;)*) => {$(
        $(#[$about])*
        #[derive(Debug)]
        pub enum $name {}

        impl ValueType for $name {
            const SHAPE: Shape = $shape;
            type Value<'r> = &'r str;

            fn read(value: Value<'_>) -> Option<&str> {
                value.text()
            }
        }
    )*};
}

texts! {
    /// Any text.
    Text: Shape::Text;
    /// A permanent id.
    Id: Shape::Id;
    /// A path of a file.
    Path: Shape::Path;
    /// A number, whole or not.
    Number: Shape::Number;
    /// What names an organisation.
    OrganisationRef: Shape::Refer(Refer::Organisation);
    /// What names a field.
    FieldRef: Shape::Refer(Refer::Field);
    /// What names an item.
    ItemRef: Shape::Refer(Refer::Item);
    /// What names an entry.
    EntryRef: Shape::Refer(Refer::Entry);
    /// What names a plan.
    PlanRef: Shape::Refer(Refer::Plan);
    /// What names a project.
    ProjectRef: Shape::Refer(Refer::Project);
    /// What names an account.
    AccountRef: Shape::Refer(Refer::Account);
    /// What names a register.
    RegisterRef: Shape::Refer(Refer::Register);
    /// What names a rule.
    RuleRef: Shape::Refer(Refer::Rule);
}

impl ValueType for Day {
    const SHAPE: Shape = Shape::Day;
    type Value<'r> = Self;

    /// Of a moment its day.
    fn read(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Day(day) => Some(day),
            Value::Moment(moment) => Some(moment.day),
            _ => None,
        }
    }
}

impl ValueType for Moment {
    const SHAPE: Shape = Shape::Moment;
    type Value<'r> = Self;

    fn read(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Moment(moment) => Some(moment),
            Value::Day(day) => Some(Self { day, time: None }),
            _ => None,
        }
    }
}

impl ValueType for Period {
    const SHAPE: Shape = Shape::Period;
    type Value<'r> = Self;

    fn read(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Period(period) => Some(period),
            _ => None,
        }
    }
}

impl ValueType for i64 {
    const SHAPE: Shape = Shape::Integer;
    type Value<'r> = Self;

    fn read(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Integer(number) => Some(number),
            _ => None,
        }
    }
}

/// A whole number from `LEAST` to `MOST`; `USUAL` where none is written.
#[derive(Debug)]
pub enum Count<const LEAST: u16, const MOST: u16, const USUAL: u16> {}

impl<const LEAST: u16, const MOST: u16, const USUAL: u16> ValueType for Count<LEAST, MOST, USUAL> {
    const SHAPE: Shape = Shape::Count { least: LEAST, most: MOST, usual: USUAL };
    type Value<'r> = u16;

    fn read(value: Value<'_>) -> Option<u16> {
        match value {
            Value::Integer(number) => u16::try_from(number).ok(),
            _ => None,
        }
    }
}

impl ValueType for bool {
    const SHAPE: Shape = Shape::Flag;
    type Value<'r> = Self;

    fn read(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Flag(flag) => Some(flag),
            _ => None,
        }
    }
}

/// A word of a closed list.
impl<W: Word> ValueType for W {
    const SHAPE: Shape = Shape::Word(W::VOCABULARY);
    type Value<'r> = Self;

    fn read(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Word(at) => W::ALL.get(usize::from(at)).copied(),
            _ => None,
        }
    }
}

/// Anything, as written.
#[derive(Debug)]
pub enum Any {}

impl ValueType for Any {
    const SHAPE: Shape = Shape::Any;
    type Value<'r> = Value<'r>;

    fn read(value: Value<'_>) -> Option<Value<'_>> {
        Some(value)
    }
}

/// A list of `V`.
#[derive(Debug)]
pub struct List<V>(PhantomData<fn() -> V>);

/// One `V`, or a list of them; read as a list.
#[derive(Debug)]
pub struct Many<V>(PhantomData<fn() -> V>);

/// A type of lists.
pub trait Several: ValueType {
    /// The type of the values in it.
    type Each: ValueType;
}

impl<V: ValueType> ValueType for List<V> {
    const SHAPE: Shape = Shape::List(&V::SHAPE);
    type Value<'r> = EncodedList<'r>;

    fn read(value: Value<'_>) -> Option<EncodedList<'_>> {
        value.list()
    }
}

impl<V: ValueType> Several for List<V> {
    type Each = V;
}

impl<V: ValueType> ValueType for Many<V> {
    const SHAPE: Shape = Shape::Many(&V::SHAPE);
    type Value<'r> = EncodedList<'r>;

    fn read(value: Value<'_>) -> Option<EncodedList<'_>> {
        value.list()
    }
}

impl<V: ValueType> Several for Many<V> {
    type Each = V;
}
