//! Places in pictures and PDF.

use super::made::Made;
use crate::support::bytes::{jpeg, png};

/// The like in pictures and PDF.
pub const PICTURES: &[Made] = &[
    ("图片的属性", "说明.jpg", |it| jpeg(&[(0xFE, it.as_bytes())]), &["GK0805"]),
    (
        "图片的属性",
        "xmp.jpg",
        |it| {
            let xmp = format!(
                "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><rdf:RDF><rdf:Description><dc:description><rdf:Alt><rdf:li xml:lang='x-default'>{it}</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>"
            );
            jpeg(&[(0xE1, xmp.as_bytes())])
        },
        &["GK0805"],
    ),
    (
        "图片的属性",
        "iptc.jpg",
        |it| {
            let length = u16::try_from(it.len()).expect("short").to_be_bytes();
            let block = [&[0x1C, 2, 120, length[0], length[1]], it.as_bytes()].concat();
            let size = u32::try_from(block.len()).expect("short").to_be_bytes();
            jpeg(&[(0xED, &[b"Photoshop 3.0\x008BIM\x04\x04\0\0", &size[..], &block].concat())])
        },
        &["GK0805"],
    ),
    ("图片的属性", "文字块.png", |it| png(&[(b"tEXt", &[b"Comment\0", it.as_bytes()].concat())]), &["GK0805"]),
    (
        "图片的属性",
        "文字块国际.png",
        |it| png(&[(b"iTXt", &[b"Comment\0\0\0zh\0\0", it.as_bytes()].concat())]),
        &["GK0805"],
    ),
    (
        "文件属性",
        "属性.pdf",
        |it| {
            let wide: String = it.encode_utf16().fold(String::new(), |all, unit| format!("{all}{unit:04X}"));
            format!("%PDF-1.4\n1 0 obj << /Title <FEFF{wide}> >> endobj\n%%EOF").into_bytes()
        },
        &["GK0805"],
    ),
    (
        "文件属性",
        "xmp.pdf",
        |it| {
            format!("%PDF-1.4\n<x:xmpmeta><rdf:RDF><rdf:Description><dc:title><rdf:Alt><rdf:li>{it}</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>\n%%EOF").into_bytes()
        },
        &["GK0805"],
    ),
];
