//! The page that searches and the boxes that lead to it; `--no-search` leaves both out.

use super::support::{
    binary::run,
    files::{has_ending, tree},
    project::Project,
};

/// The pages of the site, by path.
fn pages(project: &Project) -> Vec<(String, String)> {
    let pages = tree(&project.at("public")).into_iter().filter(|it| has_ending(&it.0, &["html"]));
    pages.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

#[test]
fn every_page_has_one_box_that_leads_to_the_search() {
    let project = Project::base();
    run(project.root(), ["build"]).code(0);
    let pages = pages(&project);
    for (path, html) in &pages {
        assert_eq!(html.matches("role=\"search\"").count(), 1, "{path}");
        let action = html.split("role=\"search\" action=\"").nth(1).and_then(|it| it.split('"').next());
        let up = "../".repeat(path.matches('/').count());
        let wanted = match &**path {
            "search/index.html" => "index.html".to_owned(),
            "404.html" => "/bureau/search/".to_owned(),
            _ => format!("{up}search/index.html"),
        };
        assert_eq!(action, Some(&*wanted), "{path}");
    }
    let (_, home) = pages.iter().find(|it| it.0 == "index.html").unwrap();
    let (_, main) = home.split_once("<main").unwrap();
    assert!(main.find("role=\"search\"") < main.find("<section"), "on the home page it comes first");
    let (_, page) = pages.iter().find(|it| it.0 == "search/index.html").unwrap();
    // Without script it leads on.
    for way in ["<noscript>", "../catalogue/index.html", "../map/index.html", "../organisation/"] {
        assert!(page.contains(way), "{way}");
    }
    assert!(project.read("public/map/index.html").contains("站内检索"));
}

#[test]
fn without_search_there_is_no_trace_of_it() {
    let project = Project::base();
    run(project.root(), ["build", "--no-search"]).code(0);
    for (path, html) in pages(&project) {
        assert!(!path.starts_with("search/") && !html.contains("search/"), "{path}");
        assert!(!html.contains("type=\"search\"") && !html.contains("站内检索"), "{path}");
    }
    // The last result is not said again for the other question.
    let page = project.at("public/search/index.html");
    run(project.root(), ["build"]).code(0);
    assert!(page.exists());
    run(project.root(), ["build", "--no-search"]).code(0);
    assert!(!page.exists());
}
