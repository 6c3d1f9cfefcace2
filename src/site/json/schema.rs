//! JSON Schemas (2020-12) of the files, made from their types: what has a name there has it here.

use schemars::{JsonSchema, Schema, generate::SchemaSettings, transform::RecursiveTransform};
use serde_json::Value;

use super::{
    Accounts, Addresses, Catalogue, Changes, Coverage, Entries, EntryText, Exceptions, File, Index, Institutions,
    Interpretations, Messages, Organisations, Plans, Projects, Register, Responses, Websites,
};

type Maker = fn() -> Schema;

/// The kinds of files, each with what makes its schema.
const MAKERS: [(&str, Maker); 18] = [
    ("accounts", made::<Accounts<'static>>),
    ("addresses", made::<Addresses<'static>>),
    ("catalogue", made::<Catalogue<'static>>),
    ("changes", made::<Changes<'static>>),
    ("coverage", made::<Coverage<'static>>),
    ("entries", made::<Entries<'static>>),
    ("entries-text", line::<EntryText<'static>>),
    ("exceptions", made::<Exceptions<'static>>),
    ("index", made::<Index<'static>>),
    ("institutions", made::<Institutions<'static>>),
    ("interpretations", made::<Interpretations<'static>>),
    ("messages", made::<Messages<'static>>),
    ("organisations", made::<Organisations<'static>>),
    ("plans", made::<Plans<'static>>),
    ("projects", made::<Projects<'static>>),
    ("register", made::<Register<'static>>),
    ("responses", made::<Responses<'static>>),
    ("websites", made::<Websites<'static>>),
];

/// The kinds of files that have a schema, whether or not a site has such a file: who writes a reader needs them all.
pub fn schema_names() -> impl Iterator<Item = &'static str> {
    MAKERS.iter().map(|it| it.0)
}

/// The schema of the files called `name`, which lies at `address`; one that allows anything for a name that none has.
pub fn schema(name: &str, address: &str) -> Schema {
    let mut schema = MAKERS.iter().find(|it| it.0 == name).map_or_else(Schema::default, |it| it.1());
    schema.insert("$id".to_owned(), address.into());
    schema
}

/// The schema of a file that holds a `T`. Further names are allowed: a field may be added at any time.
fn made<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(RecursiveTransform(never_null));
    let mut schema = settings.into_generator().into_root_schema_for::<File<'static, T>>();
    // The file is called what its content is called.
    schema.insert("title".to_owned(), T::schema_name().into());
    let content = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    match content.get("description") {
        Some(description) => schema.insert("description".to_owned(), description.clone()),
        None => schema.remove("description"),
    };
    schema
}

/// The schema of a line of a file that holds a `T` a line.
fn line<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(RecursiveTransform(never_null));
    settings.into_generator().into_root_schema_for::<T>()
}

/// What is absent is left out, never `null`.
fn never_null(schema: &mut Schema) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|it| it != "null");
        if let [only] = &mut types[..] {
            let only = only.take();
            schema.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(any)) = schema.get_mut("anyOf") {
        any.retain(|it| it["type"] != "null");
        if let [Value::Object(only)] = &mut any[..] {
            let only = std::mem::take(only);
            schema.remove("anyOf");
            only.into_iter().for_each(|(name, value)| drop(schema.insert(name, value)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schema_says_what_the_type_says() {
        let schema = schema("changes", "https://a.gov.cn/api/v1/schema/changes.schema.json");
        let it = schema.as_value();
        assert_eq!(it["$id"], "https://a.gov.cn/api/v1/schema/changes.schema.json");
        assert_eq!(it["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(it["title"], "Changes");
        assert_eq!(it["description"], "Changes of the catalogue and withdrawals, as of a day.");
        let required = it["required"].as_array().unwrap();
        for name in ["$schema", "version", "as_of", "url", "changes", "withdrawals"] {
            assert!(required.contains(&name.into()), "{name}: {required:?}");
        }
        assert_eq!(it["properties"]["version"]["const"], "1");
        let change = &it["$defs"]["Change"];
        assert_eq!(change["properties"]["item"]["type"], "string", "left out, never null");
        assert!(!change["required"].as_array().unwrap().contains(&"item".into()));
        assert!(it.get("additionalProperties").is_none(), "a field may be added");
    }

    #[test]
    fn no_schema_speaks_of_null() {
        for name in schema_names() {
            let text = schema(name, "").as_value().to_string();
            assert!(!text.contains("null") && text.len() > 300, "{name}: {text}");
        }
    }
}
