//! How an editor and a preview use the compiler: an unsaved buffer is judged, and its site is made in memory.

use gongkai::internals::{
    compile::{Analysis, Options, analyze, load_theme},
    emit::Theme,
    publish::publish,
    resolve::Numbering,
    world::{MemoryCache, MemorySite, MemoryWorld, Overlay, World},
};

use super::support::library::base;

const ENTRY: &str = "content/2018/通知.md";

fn judge(world: &dyn World, cache: &MemoryCache) -> Analysis {
    let options = Options { as_of: None, numbering: Numbering::Write, merged: false, pages: true, search: true };
    analyze(world, &options, Some(cache), &()).expect("memory does not fail").0
}

/// The codes of all findings, and the site made after `before` unless something stops it.
fn preview(world: &Overlay<MemoryWorld>, cache: &MemoryCache, before: MemorySite) -> (Vec<&'static str>, MemorySite) {
    let analysis = judge(world, cache);
    let theme = load_theme(world, &analysis.model.site).expect("the built-in theme is there");
    let plan = analysis.plan(&theme);
    let report = plan.report();
    let site = MemorySite::after(before);
    if !report.stops() {
        let theme: &Theme = theme.theme.as_ref().expect("the built-in theme has no fault");
        publish(&plan, theme, world, &site, &()).expect("memory does not fail");
    }
    (report.diagnostics.iter().map(|it| it.finding.rule.code).collect(), site)
}

#[test]
fn an_unsaved_buffer_is_judged_and_its_page_is_made() {
    let saved = base();
    let text = String::from_utf8(saved.get(ENTRY).expect("the base project's entry").to_vec()).expect("UTF-8");
    let mut world = Overlay::new(saved);
    let cache = MemoryCache::default();
    let (found, site) = preview(&world, &cache, MemorySite::default());
    assert_eq!(found, Vec::<&str>::new());
    let page = |site: &MemorySite| String::from_utf8(site.file("/bureau/2018/00001.html").expect("a page")).unwrap();
    assert!(page(&site).contains("汛期已到"));

    // Typed and not saved: the page shows it, and what is wrong with it is told.
    world.open(ENTRY, text.replace("汛期已到", "主汛期已到").replace("2018-06-22", "2018-08-22"));
    let (found, site) = preview(&world, &cache, site);
    assert_eq!(found, ["GK0401"]);
    assert!(page(&site).contains("主汛期已到") && page(&site).contains("2018-08-22"));

    // A stop leaves nothing to show; what was saved is there again once the buffer is closed.
    world.open(ENTRY, text.replace("汛期已到", "身份证号11010519491231002X"));
    let (found, site) = preview(&world, &cache, site);
    assert_eq!((found.contains(&"GK0801"), site.paths().len()), (true, 0));
    world.close(ENTRY);
    assert!(page(&preview(&world, &cache, site).1).contains("汛期已到"));
}
