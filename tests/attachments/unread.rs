//! What no program reads is told, and silenced only by whoever looked at it.

use super::{
    made::{glyphs, ofd_page},
    told::{has, told},
};
use crate::support::{
    bytes::{jpeg, png, stored},
    library::{base, check},
};

#[test]
fn what_is_only_a_picture_is_not_taken_for_read() {
    let scan = vec![7_u8; 40 << 10];
    let text = |words: &str| {
        format!("<w:document><w:body><w:p><w:r><w:t>{words}</w:t><w:drawing/></w:r></w:p></w:body></w:document>")
    };
    let word = |words: &str, pictures: &[&str]| {
        let body = text(words);
        let mut parts: Vec<(&str, &[u8])> =
            vec![("[Content_Types].xml", b"<Types/>"), ("word/document.xml", body.as_bytes())];
        parts.extend(pictures.iter().map(|it| (*it, &scan[..])));
        stored(&parts)
    };
    let long = "关于做好夏季防汛工作的通知，各单位要落实值守制度，配齐物资，加强巡查，及时报告险情，确保群众生命财产安全。各地要压实责任，细化方案。";
    for (name, bytes, unread) in [
        ("扫描.docx", word("", &["word/media/image1.jpeg"]), true),
        ("扫描两页.docx", word("附件1", &["word/media/image1.png", "word/media/image2.png"]), true),
        ("有图.docx", word(long, &["word/media/image1.png"]), false),
        ("空.docx", word("", &[]), false),
        ("扫描.ofd", ofd_page("<ofd:ImageObject Boundary='0 0 210 297'/>"), true),
        (
            "章.ofd",
            ofd_page(&format!(
                "{}<ofd:ImageObject Boundary='120 200 40 40'/>",
                glyphs("关于做好防汛工作的通知如下", 4.0)
            )),
            false,
        ),
        ("扫描带页码.ofd", ofd_page(&format!("{}<ofd:ImageObject Boundary='0 0 210 297'/>", glyphs("1", 4.0))), true),
        ("转曲.ofd", ofd_page(&"<ofd:PathObject Boundary='1 1 4 4'/>".repeat(300)), true),
        ("私用字码.ofd", ofd_page(&glyphs("\u{e001}\u{e002}\u{e003}", 4.0)), true),
        ("图.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), true),
        ("图.jpg", jpeg(&[]), true),
        ("图.png", png(&[]), true),
        ("图.gif", b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(), true),
        ("图.webp", b"RIFF\x04\0\0\0WEBP".to_vec(), true),
        ("文.pdf", b"%PDF-1.4\n%%EOF".to_vec(), true),
    ] {
        let told = told(name, bytes);
        assert_eq!(has(&told, "GK0805"), unread, "{name}: {told:?}");
    }
}

#[test]
fn who_looked_at_what_is_not_read_says_so() {
    let object = stored(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", "<w:document><w:p><w:r><w:t>正文在此。</w:t></w:r></w:p></w:document>".as_bytes()),
        ("word/embeddings/oleObject1.bin", b"\0\x01\x02\x03"),
    ]);
    let told_of = |checked: bool| {
        let mut world = base();
        let entry = String::from_utf8(world.get("content/2018/通知.md").expect("an entry").to_vec()).expect("UTF-8");
        let by = if checked { ", checked = { by = \"保密员\", on = 2018-06-21 }" } else { "" };
        let attachments = format!("attachments = [{{ file = \"嵌入.docx\"{by} }}]\n[review]");
        world.write("content/2018/通知.md", format!("{}\n见附件。\n", entry.replace("[review]", &attachments)));
        world.write("content/2018/嵌入.docx", object.clone());
        let all = check(world, None).report.diagnostics;
        all.iter()
            .filter(|it| it.finding.rule.code == "GK0805")
            .map(|it| it.finding.message.zh.clone())
            .collect::<Vec<_>>()
    };
    let told = told_of(false);
    assert!(told.len() == 1 && told[0].contains("没有全部检查") && told[0].contains("oleObject1.bin"), "{told:?}");
    assert!(told_of(true).is_empty());
}
