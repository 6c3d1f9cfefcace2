//! Files made to do harm take their time once, and nothing panics.

use std::time::{Duration, Instant};

use gongkai::internals::office::read;
use proptest::prelude::*;

use super::{
    excel::EXCEL,
    made::{ofd_page, run, word},
    ofd::OFD,
    picture::PICTURES,
    word::WORD,
};
use crate::support::{
    bytes::stored,
    workbook::{document, package, rows, workbook},
};

#[test]
fn hostile_files_take_their_time_once() {
    let many = 60_000;
    let item = format!("<s v='{}'/>", "甲".repeat(30_000));
    let pivot = package(&[
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", "<workbook><sheets><sheet name='表' r:id='r1'/></sheets></workbook>"),
        (
            "xl/pivotCache/pivotCacheDefinition1.xml",
            &format!("<d><cacheFields><cacheField><sharedItems>{item}</sharedItems></cacheField></cacheFields></d>"),
        ),
        ("xl/pivotCache/pivotCacheRecords1.xml", &format!("<r0>{}</r0>", "<r><x v='0'/></r>".repeat(many))),
    ]);
    let bodies = [
        "<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>甲</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>甲</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>".repeat(many / 4),
        "<mc:AlternateContent><mc:Fallback><w:p><w:r><w:t>甲".repeat(many),
        format!("<w:p>{}</w:p>", "<w:del><w:r><w:delText>1</w:delText></w:r></w:del><w:r><w:t>2</w:t></w:r>".repeat(many)),
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1".repeat(many),
        "<w:p><w:txbxContent>".repeat(many),
        "<wp:docPr descr='110105194912310021'/>".repeat(many),
    ];
    let objects = |it: &str| ofd_page(&it.repeat(many));
    let inner = stored(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w:document/>")]);
    let names: Vec<String> = (0..5000).map(|at| format!("word/embeddings/a{at}.docx")).collect();
    let mut inside: Vec<(&str, &[u8])> =
        vec![("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w:document/>")];
    inside.extend(names.iter().map(|it| (it.as_str(), &inner[..])));
    let notes = format!("<w:comments>{}</w:comments>", "<w:comment w:author='甲'><w:p/></w:comment>".repeat(many));
    let threads =
        |kind: &str| format!("<c>{}</c>", format!("<{kind}><text><t>甲乙丙</t></text></{kind}>").repeat(many / 2));
    let cells = rows(&[&["甲"]]);
    let formulas =
        format!("<sheetData><row>{}</row></sheetData>", "<c><f>\"1101051949123100\"&amp;\"2X\"</f></c>".repeat(many));
    let mut files: Vec<(&str, Vec<u8>)> = bodies.iter().map(|it| ("a.docx", document(it))).collect();
    files.extend([
        ("a.xlsx", pivot),
        ("a.xlsx", workbook(&[("表", "", &formulas)])),
        (
            "a.xlsx",
            package(&[
                ("[Content_Types].xml", "<Types/>"),
                ("xl/workbook.xml", "<workbook><sheets><sheet name='表' r:id='r1'/></sheets></workbook>"),
                ("xl/worksheets/sheet1.xml", &cells),
                ("xl/comments1.xml", &threads("comment")),
                ("xl/threadedComments/threadedComment1.xml", &threads("threadedComment")),
            ]),
        ),
        ("a.ofd", objects("<ofd:TextObject Boundary='1 1 1 1' Size='0'><ofd:TextCode X='1' Y='1'>1</ofd:TextCode></ofd:TextObject>")),
        ("a.ofd", objects("<ofd:TextObject Size='1e300'><ofd:TextCode X='-1e300' DeltaX='g 1e9 1e9'>1</ofd:TextCode></ofd:TextObject>")),
        ("a.docx", stored(&inside)),
        ("a.docx", word(&[("word/comments.xml", &notes)])),
        ("a.docx", word(&[("word/header1.xml", &format!("<w:hdr><w:p>{}</w:p></w:hdr>", run(&"1".repeat(5_000_000))))])),
        ("a.pdf", [b"%PDF-1.4\n".to_vec(), b"/Title (".repeat(many), b"<x:xmpmeta>".repeat(many)].concat()),
        ("a.jpg", [b"\xFF\xD8".to_vec(), b"\xFF\xE1\0\x02".repeat(many)].concat()),
        ("a.heic", [b"\0\0\0\x18ftypheic".to_vec(), b"II*\0\x08\0\0\0\xFF\xFF".repeat(many)].concat()),
    ]);
    for (at, (name, bytes)) in files.into_iter().enumerate() {
        let start = Instant::now();
        let reading = read(name, &bytes);
        let held: usize = reading.pieces.iter().map(|it| it.text.len()).sum();
        assert!(held < 100 << 20, "{name} {at}: {held} bytes");
        assert!(start.elapsed() < Duration::from_secs(120), "{name} {at}: {:?}", start.elapsed());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_bent_file_does_no_harm(which in any::<prop::sample::Index>(), bends in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6), cut in 0..60_usize, token in "[<>&;'\"0-9X甲\\u{202e}]{0,20}") {
        let all = [WORD, EXCEL, OFD, PICTURES].concat();
        let (_, name, make, _) = all[which.index(all.len())];
        let mut bytes = make(&token);
        for (at, byte) in bends {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(bytes.len().saturating_sub(cut));
        let reading = read(name, &bytes);
        prop_assert!(reading.pieces.iter().all(|it| !it.text.is_empty()));
    }
}
