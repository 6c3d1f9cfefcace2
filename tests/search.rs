//! The files of the search hold what they promise: for every key the documents that have it, for every document what its page says, and
//! nothing that is not public.

use std::{collections::BTreeMap, fs};

use gongkai::internals::{
    compile::seen_text,
    emit::search::{Keys, SearchTables},
};

use super::support::{
    binary::run,
    bytes::stored,
    committed::{at, repository},
    corpus::many,
    files::{assert_same, current, has_ending, tree},
    project::Project,
    search::{Search, shard_text},
};

fn built(project: &Project) -> BTreeMap<String, Vec<u8>> {
    run(project.root(), ["build", "-q"]);
    current(&project.at("public"))
}

/// Every posting of every tier, as its records have it and as its packs have it; and no file too many.
fn agrees(site: &BTreeMap<String, Vec<u8>>) {
    let search = Search::of(site);
    let mut keys = Keys::default();
    for (number, tier) in search.manifest.tiers.iter().enumerate() {
        let (mut expected, mut units) = (Vec::new(), 0);
        for (id, record) in (0..).zip(search.records(number)) {
            keys.of_record(&search.tables, &record);
            expected.extend(keys.postings(id));
            units += keys.length();
        }
        expected.sort_unstable();
        assert_eq!(tier.units, units);
        if tier.shape.scan {
            assert!(tier.packs.is_empty());
        } else {
            assert!(search.postings(number) == expected, "tier {number}");
        }
    }
    let files: Vec<&String> = site.keys().filter(|it| it.starts_with("search/") && has_ending(it, &["bin"])).collect();
    assert_eq!(search.paths().iter().collect::<Vec<_>>(), files);
}

#[test]
fn every_key_of_every_document_is_in_its_pack_and_no_other() {
    let project = many(700);
    let site = built(&project);
    agrees(&site);
    let sizes: Vec<u32> = Search::of(&site).manifest.tiers.iter().map(|it| it.shape.documents).collect();
    assert_eq!(sizes, [512, 176, 14]);
}

#[test]
fn what_is_found_is_what_is_public() {
    let project = Project::copy_of(repository());
    let site = built(&project);
    agrees(&site);
    let search = Search::of(&site);
    let records = search.all_records();
    let addresses: Vec<&str> = records.iter().filter_map(|it| it.split('\u{2}').next()).collect();
    for address in &addresses {
        assert!(site.contains_key(address.trim_start_matches('/')), "{address}");
    }
    // Every entry that the data name, once.
    let mut entries = 0;
    for (path, bytes) in site.iter().filter(|it| it.0.starts_with("api/v1/entries/")) {
        let data: serde_json::Value = serde_json::from_slice(bytes).expect(path);
        for entry in data["entries"].as_array().expect("entries") {
            let text = |key: &str| entry[key].as_str().unwrap_or_default();
            let of = |it: &&String| it.split('\u{2}').next().is_some_and(|it| text("url").ends_with(it));
            let found: Vec<&String> = records.iter().filter(of).collect();
            let [record] = &found[..] else { panic!("{}: {} records", text("url"), found.len()) };
            for key in ["title", "index_number", "document_number", "published"] {
                assert!(record.contains(text(key)), "{key} of {record}");
            }
            entries += 1;
        }
    }
    let bodies = addresses.iter().filter(|it| it.starts_with("/organisation/")).count();
    assert_eq!((entries + bodies, bodies > 0), (records.len(), true));
}

#[test]
fn a_small_change_is_a_small_change_of_the_files() {
    let project = many(700);
    let before = built(&project);
    let path = "content/many/00011.md";
    let text = project.read(path).replace("各科室", "各科室和示例街道办事处");
    project.write(path, text);
    let after = built(&project);
    let new: Vec<&String> = after.keys().filter(|it| it.starts_with("search/") && !before.contains_key(*it)).collect();
    agrees(&after);
    assert!((2..40).contains(&new.len()), "{new:?}");
    // One more entry, the newest: only what has no postings is written again.
    project.write("content/many/new.md", project.read("content/many/00012.md").replace("2017-01-13", "2018-12-01"));
    let more = built(&project);
    let new: Vec<&String> = more.keys().filter(|it| it.starts_with("search/") && !after.contains_key(*it)).collect();
    assert_eq!(new.len(), 1, "{new:?}");
    fs::remove_dir_all(project.at(".gongkai")).expect("no cache");
    fs::remove_dir_all(project.at("public")).expect("no site");
    assert_same(&built(&project), &more);
}

#[test]
fn what_is_no_longer_public_is_in_no_file_from_that_build_on() {
    let project = many(40);
    let found = |word: &str| {
        let files = tree(&project.at("public"));
        files.iter().filter(|it| shard_text(it.0, it.1).contains(word)).map(|it| it.0.clone()).collect::<Vec<_>>()
    };
    built(&project);
    assert_eq!(found("关于第11项工作的通知").len(), 1);
    project.replace("content/many/00011.md", "kind = \"document\"\n", "kind = \"document\"\ndraft = true\n");
    built(&project);
    assert!(found("关于第11项工作的通知").is_empty());
    assert_eq!(found("关于第12项工作的通知").len(), 1);
}

#[test]
fn of_attachments_what_a_reader_sees_is_found_and_nothing_else() {
    let document = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>看得见的</w:t></w:r>\
        <w:del w:id=\"1\"><w:r><w:delText>删去的</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏的</w:t></w:r></w:p></w:body></w:document>";
    let comments = "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:comment w:id=\"0\"><w:p><w:r><w:t>批注的</w:t></w:r></w:p></w:comment></w:comments>";
    let core = "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>属性的</dc:title></cp:coreProperties>";
    let parts = [
        ("[Content_Types].xml", "<Types/>".as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/comments.xml", comments.as_bytes()),
        ("docProps/core.xml", core.as_bytes()),
    ];
    assert_eq!(seen_text("a.docx", &stored(&parts)), "看得见的");
    let slide = |show: &str, text: &str| format!("<p:sld {show}><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sld>");
    let (shown, hidden, drawn) = (slide("", "放映的"), slide("show='0'", "不放映的"), slide("", "画上的"));
    let slides = [
        ("[Content_Types].xml", "<Types/>"),
        ("ppt/presentation.xml", ""),
        ("ppt/slides/slide1.xml", &shown),
        ("ppt/slides/slide2.xml", &hidden),
        ("ppt/notesSlides/notesSlide1.xml", &drawn),
        ("ppt/drawings/drawing1.xml", &drawn),
    ];
    assert_eq!(seen_text("a.pptx", &stored(&slides.map(|(name, text)| (name, text.as_bytes())))), "放映的");
    assert_eq!(seen_text("a.csv", "名称,数量\n水杯,3\n".as_bytes()), "名称\t数量\n水杯\t3");
    assert_eq!(seen_text("a.txt", "一\n二\n".as_bytes()), "一\n二");
}

#[test]
fn texts_are_folded_as_the_vectors_say() {
    let vectors = fs::read_to_string(at("tests/search/fold.txt")).expect("the vectors");
    let tables = SearchTables::default();
    let mut count = 0;
    for line in vectors.lines().filter(|it| !it.is_empty() && !it.starts_with('#')) {
        let (text, expected) = line.split_once(" → ").expect(line);
        let [text, expected]: [String; 2] = [text, expected].map(|it| serde_json::from_str(it).expect(line));
        let mut units = Vec::new();
        tables.fold(&text, &mut units);
        assert_eq!(String::from_utf16_lossy(&units), expected, "{line}");
        count += 1;
    }
    assert!(count >= 60, "{count} vectors");
}
