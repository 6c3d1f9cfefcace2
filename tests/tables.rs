//! What the sample's pages show of tables: the two forms of the catalogue, long tables, charts.

use std::fs;

use super::support::{binary::run, committed::repository, project::Project};

fn sample() -> Project {
    let project = Project::copy_of(repository());
    run(project.root(), ["build", "--as-of", "2018-12-31", "--quiet"]).code(0);
    project
}

#[test]
fn pages_show_tables_that_can_be_used() {
    let project = sample();
    let read = |page: &str| project.read(&format!("public/{page}"));
    let (short, full) = (read("catalogue/index.html"), read("catalogue/full/index.html"));
    assert!(short.contains("href=\"full/index.html\"") && full.contains("href=\"../index.html\""));
    assert!(full.contains("公开渠道和载体") && !short.contains("公开渠道和载体"));
    assert!(read("sitemap.xml").contains("/catalogue/full/") && read("map/index.html").contains("catalogue/full/"));

    let register = read("register/power-list/index.html");
    let script = "<script defer src=\"../../static/table.";
    assert_eq!(register.matches(script).count(), 1);
    // What every row says is above the table, and in no row.
    assert_eq!(register.matches("监督举报电话0797-8000004").count(), 1, "{register}");
    assert!(register.contains("<dt>监督方式</dt>") && !register.contains(">监督方式</th>"));
    assert!(register.contains("data-label=\"职权编码\"") && register.contains("25 项中"), "{register}");
    for page in ["index.html", "catalogue/index.html", "plan/2018/index.html", "coverage/index.html"] {
        assert!(!read(page).contains("static/table."), "{page} has nothing to sort");
    }

    let entries = fs::read_dir(project.at("public/cyzsj/2018")).expect("entries");
    let pages = entries.filter_map(|it| fs::read_to_string(it.ok()?.path()).ok());
    let budgets: Vec<String> = pages.filter(|it| it.contains("6 项中“招商引资”最多，270 万元")).collect();
    assert_eq!(budgets.len(), 1, "one budget has a table of what goes to what");
    assert!(read("year/2018/index.html").contains("2018年公开信息"));
    assert!(read("organisation/cyzsj/index.html").contains("<td data-label=\"电话\">0797-8000001</td>"));
}
