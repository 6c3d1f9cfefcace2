//! A small site, byte by byte: `UPDATE=1 cargo test golden` rewrites what is kept in `tests/golden/public`.

use std::fs;

use super::support::{
    binary::run,
    committed::{at, updating},
    files::{assert_same, tree},
    project::Project,
    readable::readable,
};

#[test]
fn a_small_site_is_what_it_was() {
    let project = Project::copy_of(&at("tests/golden"));
    run(project.root(), ["build"]).code(0);
    let made = tree(&project.at("public"));
    let kept = at("tests/golden/public");
    if updating() {
        if kept.exists() {
            fs::remove_dir_all(&kept).expect("the old ones gone");
        }
        for (path, bytes) in &made {
            let file = kept.join(path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(file, bytes).expect("a file");
        }
        return;
    }
    assert_same(&tree(&kept), &made);
    assert!(made.len() > 20, "{} files", made.len());
}

#[test]
fn what_may_not_be_public_is_in_no_file_of_it() {
    let project = Project::copy_of(&at("tests/golden"));
    run(project.root(), ["build"]).code(0);
    // Words that stand in drafts, scheduled and withdrawn entries, reviews, comments and files that nothing names.
    let planted = ["草稿暗号", "定时暗号", "撤下暗号", "审查暗号", "批注暗号", "附件暗号", "说明暗号"];
    let sources = tree(&project.at("content")).into_iter().chain(tree(&project.at("catalogue")));
    let written: Vec<(String, String)> =
        sources.map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned())).collect();
    for word in planted {
        assert!(
            written.iter().any(|(_, text)| text.contains(word)),
            "{word} is planted nowhere: the test shows nothing"
        );
        for (path, bytes) in tree(&project.at("public")) {
            assert!(!readable(&path, &bytes).contains(word), "{word} is in {path}");
        }
    }
}
