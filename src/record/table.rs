//! Tables as values of keys.

use std::marker::PhantomData;

use super::{Name, Schema, Shape, Value, ValueType, View};

/// A kind of table: a type that stands for its schema, and has its keys as constants.
pub trait TableKind: 'static {
    /// Which keys it takes.
    const SCHEMA: &'static Schema;
}

/// A kind of table that may be written as one text.
pub trait Abbreviated: TableKind {
    /// The key that the text stands for.
    const SHORT: &'static str;
}

/// A table of kind `T`.
#[derive(Debug)]
pub struct Table<T>(PhantomData<fn() -> T>);

impl<T: TableKind> ValueType for Table<T> {
    const SHAPE: Shape = Shape::Table(T::SCHEMA);
    type Value<'r> = View<'r, T>;

    fn read(value: Value<'_>) -> Option<View<'_, T>> {
        value.table().map(View::from)
    }
}

/// A table of kind `T`, or the text it is abbreviated to.
#[derive(Debug)]
pub struct Short<T>(PhantomData<fn() -> T>);

impl<T: Abbreviated> ValueType for Short<T> {
    const SHAPE: Shape = Shape::Short(T::SCHEMA, T::SHORT);
    type Value<'r> = View<'r, T>;

    fn read(value: Value<'_>) -> Option<View<'_, T>> {
        value.table().map(View::from)
    }
}

/// A table whose keys the author chooses, each with a `V`.
#[derive(Debug)]
pub struct Map<V>(PhantomData<fn() -> V>);

impl<V: ValueType> ValueType for Map<V> {
    const SHAPE: Shape = Shape::Map(&V::SHAPE);
    type Value<'r> = View<'r, Self>;

    fn read(value: Value<'_>) -> Option<View<'_, Self>> {
        value.table().map(View::from)
    }
}

impl<'r, V: ValueType> View<'r, Map<V>> {
    /// The keys with their values, in the order written.
    pub fn entries(self) -> impl Iterator<Item = (&'r str, V::Value<'r>)> {
        self.fields().filter_map(|it| Some((it.name.chosen()?, V::read(it.value)?)))
    }

    /// The value of the key that the author calls `name`.
    pub fn named(self, name: &str) -> Option<V::Value<'r>> {
        V::read(self.search(Name::Chosen(name))?.decode(self.file)?.value)
    }
}
