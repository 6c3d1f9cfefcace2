//! The package of a document: fixed parts, the text, and the addresses that its links lead to. No part bears a clock's time.

use std::fmt::Write as _;

use super::{body::body, text::FIRST};
use crate::{
    emit::{
        package::packed,
        paper::{
            safe::escaped,
            shown::{clean, is_sideways},
        },
    },
    supervision::Paper,
};

const TYPES: &str = include_str!("parts/types.xml");
const RELATIONS: &str = include_str!("parts/relations.xml");
const STYLES: &str = include_str!("parts/styles.xml");
const SETTINGS: &str = include_str!("parts/settings.xml");
const FONTS: &str = include_str!("parts/fonts.xml");
const FOOTER: &str = include_str!("parts/footer.xml");

/// A sheet on its side has few lines: its prose is of 四号 instead of 三号, with less between the lines.
const SMALLER: [(&str, &str); 4] = [
    (r#"w:val="32""#, r#"w:val="28""#),
    (r#"w:line="560""#, r#"w:line="460""#),
    (r#"w:line="640""#, r#"w:line="560""#),
    (r#"w:firstLine="640""#, r#"w:firstLine="560""#),
];

/// The relations that each document has, by file; that of the footer is `rId4`.
const PARTS: [(&str, &str); 4] =
    [("styles", "styles.xml"), ("settings", "settings.xml"), ("fontTable", "fontTable.xml"), ("footer", "footer1.xml")];
/// Where the types of relations stand.
const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// `paper` as a file.
pub fn docx(paper: &Paper) -> Vec<u8> {
    let text = body(paper);
    let core = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{}T00:00:00Z</dcterms:created></cp:coreProperties>\n",
        escaped(&clean(&paper.title).replace('\n', " ")),
        paper.as_of,
    );
    let relations = relations(&text.addresses);
    let mut styles = STYLES.to_owned();
    if is_sideways(paper) {
        for (upright, sideways) in SMALLER {
            styles = styles.replace(upright, sideways);
        }
    }
    // Memory does not fail.
    packed(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("docProps/core.xml", &core),
        ("word/document.xml", &text.xml),
        ("word/_rels/document.xml.rels", &relations),
        ("word/styles.xml", &styles),
        ("word/settings.xml", SETTINGS),
        ("word/fontTable.xml", FONTS),
        ("word/footer1.xml", FOOTER),
    ])
    .unwrap_or_default()
}

/// What the document refers to: its parts, then `addresses`.
fn relations(addresses: &[String]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships \
         xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    );
    for ((kind, file), number) in PARTS.iter().zip(1..) {
        // To write into memory does not fail.
        let _ = write!(out, "<Relationship Id=\"rId{number}\" Type=\"{TYPE}{kind}\" Target=\"{file}\"/>");
    }
    for (address, number) in addresses.iter().zip(FIRST..) {
        let _ = write!(
            out,
            "<Relationship Id=\"rId{number}\" Type=\"{TYPE}hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            escaped(address)
        );
    }
    out.push_str("</Relationships>\n");
    out
}
