//! The repository's own catalogue and entries read without a word.

use std::{fs, path::Path};

use gongkai::internals::{
    diagnostic::Findings,
    schema::Entry,
    source::FileId,
    syntax::{catalogue, entry, text},
};

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
