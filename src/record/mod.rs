//! Tables as authors write them: which keys there are, and what stands in them, with the place of each; and what remains
//! of a text once it is parsed.

pub mod schema;

mod body;
mod builder;
mod encoded;
mod field;
mod key;
mod mapped;
#[allow(clippy::module_inception, reason = "the room is named after the type that all others serve")]
mod record;
mod table;
mod table_schema;
mod value;
mod value_type;
mod view;

pub use body::{Body, Heading, Link, Marks};
pub use builder::RecordBuilder;
pub use encoded::EncodedValue;
pub use field::{Field, Name};
pub use key::Key;
pub use record::Record;
pub use table::{Abbreviated, Map, Short, Table, TableKind};
pub use table_schema::{KeySpec, Need, Refer, Rest, Schema, Shape};
pub use value::{EncodedList, Spanned, Value};
pub use value_type::{
    AccountRef, Any, Count, EntryRef, FieldRef, Id, ItemRef, List, Many, Number, OrganisationRef, Path, PlanRef,
    ProjectRef, RegisterRef, RuleRef, Several, Text, ValueType,
};
pub use view::View;

#[cfg(test)]
mod tests;
