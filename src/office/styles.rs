//! The styles of a workbook's cells, as far as they say how a number is shown.

use std::collections::BTreeMap;

use super::cell_format::CellFormat;
use super::xml::{Node, walk};

/// The formats of the styles of cells, in their order.
pub(super) fn cell_formats(xml: &[u8]) -> Vec<CellFormat> {
    let mut own: BTreeMap<String, CellFormat> = BTreeMap::new();
    let mut styles = Vec::new();
    let mut inside = false;
    let _ = walk(xml, |node| match node {
        Node::Open(element) => match element.name() {
            "numFmt" => {
                if let (Some(id), Some(code)) = (element.get("numFmtId"), element.get("formatCode")) {
                    own.insert(id, CellFormat::of(&code));
                }
            }
            "cellXfs" => inside = true,
            "xf" if inside => {
                let id = element.get("numFmtId").unwrap_or_default();
                let built_in = || id.parse().map(CellFormat::built_in).unwrap_or_default();
                styles.push(own.get(&id).cloned().unwrap_or_else(built_in));
            }
            _ => {}
        },
        Node::Close("cellXfs") => inside = false,
        _ => {}
    });
    styles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_name_their_formats() {
        let xml = b"<s><numFmts><numFmt numFmtId='176' formatCode='yyyy-mm-dd'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='176'/><xf numFmtId='9'/></cellXfs></s>";
        let shown: Vec<_> = cell_formats(xml).iter().map(|it| it.show("43223", false)).collect();
        assert_eq!(shown, ["43223", "2018-05-03", "4322300%"]);
    }
}
