//! JSON as it is published: two spaces, LF, a newline at the end, Chinese unescaped, keys in the order of the shapes.

use serde::Serialize;

/// `value` as a JSON file, appended to `out`.
///
/// # Panics
/// Never on the shapes of `site::json`: they hold neither maps with keys other than text nor numbers that are none.
pub fn json<T: Serialize>(value: &T, out: &mut Vec<u8>) {
    serde_json::to_writer_pretty(&mut *out, value).expect("published shapes are JSON");
    out.push(b'\n');
}

/// `value` as a line of its own, appended to `out`.
///
/// # Panics
/// As [`json`].
pub fn json_line<T: Serialize>(value: &T, out: &mut Vec<u8>) {
    serde_json::to_writer(&mut *out, value).expect("published shapes are JSON");
    out.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::json;
    use crate::site::json::{Coverage, CoverageCell, CoverageItem, File};

    #[test]
    fn frozen_shape() {
        let cell = CoverageCell { disclosure: "decision".into(), entries: 2, state: None };
        let item =
            CoverageItem {
                item: "policy/documents".into(), item_label: "“政策”\n文件".into(), cells: vec![cell]
            };
        let content = Coverage { as_of: "2018-12-31".into(), disclosures: vec![], items: vec![item] };
        let mut out = Vec::new();
        json(&File::new("schema/coverage.schema.json", content), &mut out);
        let expected = r#"{
  "$schema": "schema/coverage.schema.json",
  "version": "1",
  "as_of": "2018-12-31",
  "disclosures": [],
  "items": [
    {
      "item": "policy/documents",
      "item_label": "“政策”\n文件",
      "cells": [
        {
          "disclosure": "decision",
          "entries": 2
        }
      ]
    }
  ]
}
"#;
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
