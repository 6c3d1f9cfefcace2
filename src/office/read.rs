//! One face for every attachment: name and bytes → what can be said about the file.

use super::archive::{Archive, Budget};
use super::decode::decode;
use super::kind::{FileKind, has_stream};
use super::reading::{Hidden, Place, Reading, Risk, Unread};
use super::{document, image, ofd, pdf, workbook};

/// Reads an attachment. Never fails and never writes: what can't be read is told in the answer.
pub fn read(name: &str, bytes: &[u8]) -> Reading {
    read_within(name, bytes, &mut Budget::default())
}

/// Reads a file, or one inside another, as far as `budget` goes.
fn read_within(name: &str, bytes: &[u8], budget: &mut Budget) -> Reading {
    let found = FileKind::by_content(bytes);
    let named = FileKind::by_name(name);
    // Among kinds of plain text the name decides.
    let kind = match (found, named) {
        (FileKind::Text, Some(named)) if found.fits(named) => named,
        (FileKind::Xml, Some(FileKind::Svg)) => FileKind::Svg,
        _ => found,
    };
    let mut reading = Reading::new(kind);
    if kind.is_executable() || named.is_some_and(FileKind::is_executable) {
        reading.risks.push(Risk::Executable);
    }
    if let Some(named) = named
        && !found.fits(named)
        && (found != FileKind::Unknown || named.has_mark())
        && !bytes.is_empty()
    {
        reading.risks.push(Risk::Mismatch { named });
    }
    match kind {
        FileKind::Docx | FileKind::Xlsx | FileKind::Pptx | FileKind::Ofd | FileKind::OpenDocument | FileKind::Zip => {
            package(bytes, &mut reading, budget);
        }
        FileKind::Doc | FileKind::Xls | FileKind::Ppt | FileKind::Ole => container(bytes, &mut reading),
        FileKind::Pdf => pdf::look(bytes, &mut reading),
        FileKind::Png
        | FileKind::Jpeg
        | FileKind::Gif
        | FileKind::Webp
        | FileKind::Bmp
        | FileKind::Tiff
        | FileKind::Heif => {
            picture(bytes, &mut reading);
            reading.unread = Some(Unread::Scan);
        }
        FileKind::Rtf => reading.unread = Some(Unread::OldFormat),
        FileKind::Rar | FileKind::SevenZip | FileKind::Gzip => reading.unread = Some(Unread::Archive),
        _ if kind.is_text() => {
            for (number, line) in (1..).zip(decode(bytes).text.lines()) {
                reading.push(Place::Line(number), line);
            }
        }
        _ => {
            // Telephones take films.
            if kind == FileKind::Mp4 {
                picture(bytes, &mut reading);
            }
            reading.unread = Some(Unread::NoText);
        }
    }
    reading.join_letters();
    reading.risks.sort_unstable();
    reading.risks.dedup();
    reading.hidden.sort_unstable();
    reading.gaps.sort_unstable();
    reading.gaps.dedup();
    reading
}

fn package(bytes: &[u8], reading: &mut Reading, budget: &mut Budget) {
    let mut archive = match Archive::open(bytes) {
        Ok(archive) => archive,
        Err(why) => {
            reading.unread = Some(why);
            return;
        }
    };
    archive.budget = std::mem::take(budget);
    archive.read_inside = read_within;
    archive.tell_risks(reading);
    if archive.encrypted() {
        reading.unread = Some(Unread::Encrypted);
    } else {
        contents(&mut archive, reading);
    }
    *budget = archive.budget;
}

fn contents(archive: &mut Archive<'_>, reading: &mut Reading) {
    let read = match reading.kind {
        FileKind::Docx => document::read(archive, reading),
        FileKind::Xlsx => workbook::read(archive, reading),
        FileKind::Pptx => document::read_slides(archive, reading),
        FileKind::Ofd => ofd::read(archive, reading),
        FileKind::OpenDocument => Err(Unread::OldFormat),
        _ => Err(Unread::Archive),
    };
    if let Err(why) = read {
        if why == Unread::TooLarge {
            reading.risks.push(Risk::Bomb);
        }
        reading.unread = Some(why);
    }
}

/// What a picture says besides what it shows.
fn picture(bytes: &[u8], reading: &mut Reading) {
    if image::tells_location(bytes) {
        reading.hidden.push(Hidden::Location(1));
    }
    let says = image::says(bytes);
    if !says.people.is_empty() {
        reading.hidden.push(Hidden::People(says.people));
    }
    for text in says.texts {
        reading.push(Place::PictureData, &text);
    }
}

/// Office 97–2003, or a newer file locked with a password, which lies in the same container.
fn container(bytes: &[u8], reading: &mut Reading) {
    if has_stream(bytes, "EncryptedPackage") {
        reading.risks.push(Risk::Encrypted);
        // The name promises what lies inside; that is no deceit.
        reading.risks.retain(|risk| !matches!(risk, Risk::Mismatch { .. }));
        reading.unread = Some(Unread::Encrypted);
        return;
    }
    if has_stream(bytes, "_VBA_PROJECT") {
        reading.risks.push(Risk::Active);
    }
    reading.unread = Some(Unread::OldFormat);
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use proptest::prelude::*;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn docx(body: &str) -> Vec<u8> {
        zipped(&[
            ("[Content_Types].xml", "<Types/>"),
            ("word/document.xml", &format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>")),
            ("word/header1.xml", "<w:hdr><w:p><w:r><w:t>机密★10年</w:t></w:r></w:p></w:hdr>"),
            (
                "word/comments.xml",
                "<w:comments><w:comment w:author='张三'><w:p><w:r><w:t>此处再核</w:t></w:r></w:p></w:comment></w:comments>",
            ),
            (
                "docProps/core.xml",
                "<cp:p><dc:creator>李四</dc:creator><cp:lastModifiedBy>王五</cp:lastModifiedBy></cp:p>",
            ),
        ])
    }

    fn texts(reading: &Reading) -> Vec<(String, &str)> {
        reading.pieces.iter().map(|piece| (piece.place.words().zh, piece.text.as_str())).collect()
    }

    #[test]
    fn word_text_and_what_it_hides() {
        let bytes = docx(
            "<w:p><w:r><w:t>关于 A&amp;B </w:t></w:r><w:ins w:author='赵六'><w:r><w:t>的通知</w:t></w:r></w:ins>\
             <w:del w:author='赵六'><w:r><w:delText>旧稿</w:delText></w:r></w:del></w:p>\
             <w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        );
        let reading = read("通知.docx", &bytes);
        assert_eq!(reading.kind, FileKind::Docx);
        assert_eq!((reading.unread, reading.risks.len()), (None, 0));
        assert_eq!(
            texts(&reading),
            [
                ("第 1 段".to_owned(), "关于 A&B 的通知"),
                ("修订中删去的文字".to_owned(), "旧稿"),
                ("隐藏的文字".to_owned(), "藏"),
                ("页眉".to_owned(), "机密★10年"),
                ("批注".to_owned(), "此处再核"),
            ]
        );
        assert_eq!(
            reading.hidden,
            [
                Hidden::TrackedChanges(2, vec!["赵六".to_owned()]),
                Hidden::Comments(1, vec!["张三".to_owned()]),
                Hidden::HiddenText(1),
                Hidden::People(vec!["李四".to_owned(), "王五".to_owned()]),
            ]
        );
    }

    #[test]
    fn what_a_style_hides_is_hidden() {
        let styles = "<w:styles><w:style w:styleId='藏'><w:rPr><w:vanish/></w:rPr></w:style></w:styles>";
        let body = "<w:p><w:pPr><w:pStyle w:val='藏'/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>\
            <w:p><w:r><w:rPr><w:rStyle w:val='藏'/></w:rPr><w:t>乙</w:t></w:r><w:r><w:t>丙</w:t></w:r></w:p>";
        let document = format!("<w:document><w:body>{body}</w:body></w:document>");
        let bytes =
            zipped(&[("[Content_Types].xml", ""), ("word/document.xml", &document), ("word/styles.xml", styles)]);
        let reading = read("通知.docx", &bytes);
        assert_eq!(reading.hidden, [Hidden::HiddenText(2)]);
        let shown = reading.pieces.iter().filter(|it| matches!(it.place, Place::Paragraph(_)));
        assert_eq!(shown.map(|it| it.text.as_str()).collect::<Vec<_>>(), ["丙"]);
    }

    #[test]
    fn a_number_written_a_digit_a_cell_is_read_as_a_row() {
        let row = |cells: &[&str]| {
            let cells: String = cells
                .iter()
                .fold(String::new(), |all, it| all + &format!("<w:tc><w:p><w:r><w:t>{it}</w:t></w:r></w:p></w:tc>"));
            read("表.docx", &docx(&format!("<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))).text()
        };
        let boxes: Vec<String> = "11010519491231002X".chars().map(String::from).collect();
        let boxes: Vec<&str> = boxes.iter().map(String::as_str).collect();
        assert!(row(&boxes).contains("1\t1\t0\t1\t0\t5\t1\t9\t4\t9\t1\t2\t3\t1\t0\t0\t2\tX"));
        assert!(row(&["号", "110105", "19491231", "002X"]).contains("110105\t19491231\t002X"));
        assert!(!row(&["甲", "13800000000", "2018"]).contains('\t'), "whole numbers stand in their own cells");
    }

    #[test]
    fn workbook_text_and_what_it_hides() {
        let bytes = zipped(&[
            ("[Content_Types].xml", "<Types/>"),
            (
                "xl/workbook.xml",
                "<workbook><sheets><sheet name='清单' r:id='r1'/><sheet name='底稿' r:id='r2' state='hidden'/></sheets></workbook>",
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<R><Relationship Id='r1' Target='worksheets/sheet1.xml'/><Relationship Id='r2' Target='/xl/worksheets/sheet2.xml'/></R>",
            ),
            ("xl/sharedStrings.xml", "<sst><si><t>职权名称</t><rPh><t>zhi</t></rPh></si></sst>"),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet><cols><col hidden='1'/></cols><sheetData><row><c r='A1' t='s'><v>0</v></c><c r='B1'><v>3.60702199001011E+17</v></c><c r='C1' t='inlineStr'><is><t>内</t></is></c></row></sheetData><headerFooter><oddHeader>&amp;C内部资料</oddHeader></headerFooter></worksheet>",
            ),
            (
                "xl/worksheets/sheet2.xml",
                "<worksheet><sheetData><row><c r='A1' t='str'><f>1</f><v>藏</v></c></row></sheetData></worksheet>",
            ),
            (
                "xl/comments1.xml",
                "<comments><authors><author>孙七</author></authors><commentList><comment ref='A1'><text><r><t>核对</t></r></text></comment></commentList></comments>",
            ),
        ]);
        let reading = read("清单.xlsx", &bytes);
        assert_eq!(reading.unread, None);
        let texts: Vec<&str> = reading.pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(texts, ["职权名称\t360702199001011000\t内", "内部资料", "藏", "清单", "底稿", "核对"]);
        assert_eq!(reading.pieces[0].place, Place::Row("清单".into(), 1));
        assert_eq!(
            reading.hidden,
            [
                Hidden::Comments(1, vec!["孙七".to_owned()]),
                Hidden::HiddenSheets(vec!["底稿".to_owned()]),
                Hidden::HiddenCells(vec!["清单".to_owned()]),
            ]
        );
    }

    #[test]
    fn ofd_pages_are_read_in_order() {
        let page = |text: &str| {
            format!("<ofd:Page><ofd:TextObject><ofd:TextCode>{text}</ofd:TextCode></ofd:TextObject></ofd:Page>")
        };
        let bytes = zipped(&[
            ("OFD.xml", "<ofd:OFD><ofd:Author>周八</ofd:Author></ofd:OFD>"),
            ("Doc_0/Pages/Page_10/Content.xml", &page("末页")),
            ("Doc_0/Pages/Page_2/Content.xml", &page("首页")),
        ]);
        let reading = read("a.ofd", &bytes);
        assert_eq!(reading.text(), "首页\n末页\n");
        assert_eq!(reading.hidden, [Hidden::People(vec!["周八".to_owned()])]);
        let scan = zipped(&[("OFD.xml", "<o/>"), ("Doc_0/Pages/Page_0/Content.xml", "<p><ofd:ImageObject/></p>")]);
        assert_eq!(read("a.ofd", &scan).unread, Some(Unread::Scan));
    }

    #[test]
    fn slides_notes_and_hidden_ones() {
        let slide = |show: &str, text: &str| format!("<p:sld {show}><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sld>");
        let bytes = zipped(&[
            ("[Content_Types].xml", ""),
            ("ppt/presentation.xml", ""),
            ("ppt/slides/slide1.xml", &slide("", "甲")),
            ("ppt/slides/slide2.xml", &slide("show='0'", "乙")),
            ("ppt/notesSlides/notesSlide1.xml", &slide("", "口头说明")),
        ]);
        let reading = read("a.pptx", &bytes);
        assert_eq!(reading.text(), "甲\n乙\n口头说明\n");
        assert_eq!(reading.hidden, [Hidden::HiddenSlides(1), Hidden::SpeakerNotes(1)]);
    }

    #[test]
    fn risks_are_told() {
        let risks = |name: &str, bytes: &[u8]| read(name, bytes).risks;
        assert_eq!(risks("a.png", b"\xFF\xD8\xFF\xE0"), [Risk::Mismatch { named: FileKind::Png }]);
        assert_eq!(risks("a.pdf", b"\0\x01\x02"), [Risk::Mismatch { named: FileKind::Pdf }]);
        assert_eq!(risks("a.txt", b"a\0b"), []);
        assert_eq!(risks("a.html", b"<html>"), [Risk::Executable]);
        assert_eq!(risks("a.svg", b"<svg/>"), [Risk::Executable]);
        for name in
            ["a.mjs", "a.xsl", "a.phtml", "a.php.txt", "a.cgi", "a.url", "a.desktop", "a.settingcontent-ms", "A.LNK"]
        {
            assert!(risks(name, b"text").contains(&Risk::Executable), "{name}");
        }
        assert!(risks("a.v2.txt", b"text").is_empty());
        let archive = zipped(&[("../../etc/passwd", ""), ("安装.exe", ""), ("好.txt", "")]);
        assert_eq!(
            risks("a.zip", &archive),
            [Risk::Slip("../../etc/passwd".into()), Risk::ProgramInside("安装.exe".into())]
        );
        let bomb = zipped(&[("[Content_Types].xml", ""), ("word/document.xml", &" ".repeat(80 << 20))]);
        let reading = read("a.docx", &bomb);
        assert_eq!((reading.risks, reading.unread), (vec![Risk::Bomb], Some(Unread::TooLarge)));
    }

    #[test]
    fn gbk_text_is_read_in_lines() {
        let bytes = encoding_rs::GBK.encode("名称,金额\r\n项目一,5\r\n").0.into_owned();
        let reading = read("表.csv", &bytes);
        assert_eq!((reading.kind, reading.text().as_str()), (FileKind::Csv, "名称,金额\n项目一,5\n"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_bent_document_does_no_harm(bends in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8), cut in 0..200_usize) {
            let mut bytes = docx("<w:p><w:r><w:t>正文</w:t></w:r></w:p>");
            for (at, byte) in bends {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            bytes.truncate(bytes.len() - cut);
            read("a.docx", &bytes);
        }

        #[test]
        fn any_xml_does_no_harm(body in "[<>/&;='\"a-zA-Z:# 一-三]{0,200}") {
            let reading = read("a.docx", &docx(&body));
            prop_assert!(reading.pieces.iter().all(|piece| !piece.text.is_empty()));
        }

        #[test]
        fn any_bytes_do_no_harm(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            for name in ["a.docx", "a.pdf", "a.txt", "a"] {
                read(name, &bytes);
            }
        }
    }
}
