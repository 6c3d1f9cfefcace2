//! A project checked out on Windows, where version control turns line ends, makes the same site.

use std::fs;

use super::support::{
    binary::run,
    files::{assert_same, list, tree},
    project::Project,
};

#[test]
fn a_checkout_with_other_line_ends_makes_the_same_site() {
    let project = Project::empty();
    run(project.root(), ["init", "site", "--sample"]).code(0);
    let site = project.at("site");
    // So that its own line ends are turned as well.
    run(&site, ["lock"]).code(0);
    let mut turned = 0;
    let built = |name: &str| {
        run(&site, ["build", "--no-cache", "--out", name]).code(0);
        tree(&site.join(name))
    };
    let first = built("one");
    for folder in ["catalogue", "content"] {
        for path in list(&site.join(folder)) {
            let path = site.join(folder).join(path);
            let bytes = fs::read(&path).expect("a file");
            if let Ok(text) = String::from_utf8(bytes) {
                fs::write(&path, text.replace("\r\n", "\n").replace('\n', "\r\n")).expect("written");
                turned += 1;
            }
        }
    }
    assert!(turned > 100, "{turned} files were turned");
    assert_same(&first, &built("two"));
}
