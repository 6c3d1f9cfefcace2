//! A theme of a project's own that extends the built-in one: it moves what is known of an entry behind its text, and recolours.

use gongkai::internals::emit::{Theme, ThemeFile};

use super::{pages, render};

const ENTRY: &str = r#"{% extends "default/body/entry.html" %}
{% block metadata %}{% endblock metadata %}
{% block after %}
{{ super() }}
{{ <metadata data={page.body.metadata} /> }}
{% endblock after %}
"#;

#[test]
fn components_of_ones_own_take_the_place_of_all_built_in_ones() {
    let built_in = gongkai::internals::emit::DEFAULT_THEME;
    let (_, parts) = built_in.iter().find(|it| it.0 == "templates/parts.html").expect("the components");
    let parts = parts.replace("class=\"rows\"", "class=\"own\"");
    let files = [ThemeFile { path: "templates/parts.html", bytes: parts.as_bytes() }];
    let own = Theme::load(&files, "zh").map_err(|faults| format!("{faults:?}")).expect("a sound theme");
    assert!(pages().iter().any(|made| render(&own, made).contains("class=\"own\"")));
}

#[test]
fn blocks_of_an_entry_can_be_moved_and_colours_changed() {
    let files = [
        ThemeFile { path: "theme.toml", bytes: b"styles = [\"style.css\", \"own.css\"]" },
        ThemeFile { path: "static/own.css", bytes: b":root{--main:#7a1f11}" },
        ThemeFile { path: "templates/body/entry.html", bytes: ENTRY.as_bytes() },
    ];
    let own = Theme::load(&files, "zh").map_err(|faults| format!("{faults:?}")).expect("a sound theme");
    assert!(own.assets().iter().any(|it| it.name == "own.css"));
    let built_in = super::theme();
    for made in pages().iter().filter(|it| it.address == "/cyzsj/2018/00028.html") {
        let (before, after) = (render(&built_in, made), render(&own, made));
        let place = |html: &str, of: &str| html.find(of).unwrap_or_else(|| panic!("{of} is missing:\n{html}"));
        assert!(place(&before, "class=\"meta\"") < place(&before, "class=\"text\""));
        assert!(place(&after, "class=\"meta\"") > place(&after, "class=\"text\""));
        // What the block held besides is still there.
        assert!(place(&after, "id=\"_contact\"") < place(&after, "class=\"meta\""));
    }
}
