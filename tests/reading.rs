//! The repository's own catalogue and entries read without a word.

use std::{fs, path::Path};

use gongkai::internals::{
    diagnostic::Findings,
    schema::Entry,
    source::FileId,
    syntax::{catalogue, entry, text},
};

use super::support::{binary::run, project::Project};

fn files(folder: &Path, ending: &str, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
}

#[test]
fn the_sample_is_read_without_a_word() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut told = Vec::new();
    for (folder, ending) in [("catalogue", "toml"), ("content", "md")] {
        let mut paths = Vec::new();
        files(&root.join(folder), ending, &mut paths);
        assert!(!paths.is_empty(), "{folder}");
        for path in paths {
            let mut findings = Findings::new();
            let bytes = fs::read(&path).expect("readable");
            let text = text(FileId(0), &bytes, &mut findings);
            if ending == "toml" {
                assert!(!catalogue(FileId(0), &text, &mut findings).is_empty() || !text.contains('['));
            } else {
                assert!(entry(FileId(0), &text, &mut findings).record.has(Entry::TITLE));
            }
            told.extend(findings.iter().map(|it| format!("{}: {} {:?}", path.display(), it.message.zh, it.place)));
        }
    }
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn the_reference_of_keys_is_that_of_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/keys.md");
    let made = gongkai::internals::syntax::reference();
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, &made).expect("written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == made, "docs/keys.md is out of date: run the tests once with UPDATE=1");
}

/// What is told of a line in a `[[field]]`: its codes, and what the words say.
fn told_of_line(line: &str) -> (Vec<String>, String) {
    let project =
        Project::with(&format!("==> catalogue/more.toml\n[[field]]\nid = \"more\"\ntitle = \"测试\"\n{line}\n"));
    let out = run(project.root(), ["check", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let findings = json["findings"].as_array().expect("findings").iter();
    let own = findings.filter(|it| it["place"]["path"] == "catalogue/more.toml" && it["level"] == "error");
    let codes = own.map(|it| it["code"].as_str().expect("a code").to_owned()).collect();
    (codes, out)
}

#[test]
fn a_broken_value_is_told_by_its_cause_and_once() {
    for (value, says) in [
        ("= \"x\"", "多写了一个等号"),
        ("== \"x\"", "多写了一个等号"),
        ("= = \"x\"", "多写了一个等号"),
        ("＝ \"x\"", "多写了一个等号"),
        ("x", "缺少引号"),
        ("文字", "缺少引号"),
        ("2018-13-40", "缺少引号"),
        ("", "等号后面没有写值"),
        ("=", "等号后面没有写值"),
        ("\"x", "引号没有写完整"),
        ("\"x\" y", "后面还有多余的内容"),
        ("\"x\",", "多写了标点"),
        ("\"\\q\"", "反斜杠"),
    ] {
        let (codes, out) = told_of_line(&format!("summary = {value}"));
        assert!(codes == ["GK0003"] && out.contains(says), "{value}: {codes:?}");
        // The key that is unknown hides nothing of its value: both are told, each once.
        let (mut codes, out) = told_of_line(&format!("wrongkey = {value}"));
        codes.sort();
        assert!(codes == ["GK0003", "GK0004"] && out.contains(says), "{value}: {codes:?}");
    }
    let (codes, out) = told_of_line("wrongkey = [文字, \"x\"]");
    assert!(codes.len() == 2 && out.contains("缺少引号"), "{out}");
    assert!(told_of_line("summary = = \"x\"").1.contains("改为：summary = \\\"x\\\""), "the line as it should be");
}

#[test]
fn a_catalogue_without_a_site_is_told_so_and_no_file_is_blamed() {
    for first in ["# 目录\n", "[[field]]\nid = \"f\"\ntitle = \"事项\"\n", ""] {
        let project = Project::base();
        project.remove("catalogue/site.toml");
        project.write("catalogue/a.toml", first);
        let out = run(project.root(), ["check", "--format", "json", "--as-of", "2018-12-31"]).code(1).out;
        let json: serde_json::Value = serde_json::from_str(&out).expect("JSON");
        let findings = json["findings"].as_array().expect("findings");
        let site = findings.iter().find(|it| it["code"] == "GK0006").expect("there is no [site]");
        assert!(site["place"].is_null() && site["help"]["zh"].as_str().expect("words").contains("catalogue/site.toml"));
        assert!(
            !findings.iter().any(|it| it["place"]["path"] == "catalogue/a.toml" && it["code"] != "GK0001"),
            "{out}"
        );
    }
}

#[test]
fn the_text_of_a_pdf_is_not_read_and_that_is_said() {
    let guide = fs::read_to_string(super::support::committed::at("docs/guide/隐私与保密.md")).expect("the guide");
    assert!(guide.contains("附件里的文字（Word、Excel、OFD、CSV）") && guide.contains("PDF、图片"));
    let project = Project::base();
    let text = "%PDF-1.4\n1 0 obj << /Type /Page /Font << /F1 2 0 R >> >> endobj\nstream\nBT (11010519491231002X) Tj ET\nendstream\n%%EOF";
    project.write("content/2018/批复.pdf", text);
    let entry = project.read("content/2018/通知.md");
    project.write("content/2018/通知.md", entry.replacen("[review]", "attachments = [\"批复.pdf\"]\n[review]", 1));
    let out = run(project.root(), ["check"]).out;
    assert!(out.contains("GK0805") && out.contains("checked"), "{out}");
    project.replace(
        "content/2018/通知.md",
        "[\"批复.pdf\"]",
        "[{ file = \"批复.pdf\", checked = { by = \"保密员\", on = 2018-06-21 } }]",
    );
    assert!(!run(project.root(), ["check"]).out.contains("GK0805"));
}
