//! Text must stand out from its ground (WCAG 2.2 AA: 4.5 to 1), by day and by night.

use std::collections::BTreeMap;

use gongkai::internals::emit::DEFAULT_THEME;

/// What is set in which colour on which ground.
const PAIRS: [(&str, &str); 18] = [
    ("ink", "paper"),
    ("ink", "ground"),
    ("soft", "paper"),
    ("soft", "ground"),
    ("main", "paper"),
    ("main", "ground"),
    ("seen", "paper"),
    ("seen", "ground"),
    ("red", "paper"),
    ("bad", "paper"),
    ("bad", "ground"),
    ("bad", "tint"),
    ("good", "paper"),
    ("good", "ground"),
    ("mild", "paper"),
    ("mild", "ground"),
    ("mild", "tint"),
    ("white", "dark"),
];

fn colours(css: &str) -> BTreeMap<&str, u32> {
    let mut found = BTreeMap::from([("white", 0x00ff_ffff)]);
    for piece in css.split([';', '{', '\n']) {
        let Some((name, hex)) = piece.trim().strip_prefix("--").and_then(|rest| rest.split_once(":#")) else {
            continue;
        };
        let wide: String = if hex.len() == 3 { hex.chars().flat_map(|c| [c, c]).collect() } else { hex.to_owned() };
        found.insert(name, u32::from_str_radix(&wide, 16).unwrap());
    }
    found
}

fn luminance(colour: u32) -> f64 {
    let part = |shift: u32| {
        let level = f64::from((colour >> shift) & 0xff) / 255.0;
        if level <= 0.04045 { level / 12.92 } else { ((level + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
}

#[test]
fn text_stands_out_by_day_and_by_night() {
    let css = DEFAULT_THEME.iter().find(|(path, _)| *path == "static/style.css").unwrap().1;
    let (day, rest) = css.split_once("@media (prefers-color-scheme:dark)").unwrap();
    let night = rest.split_once("}}").unwrap().0;
    let day = colours(day);
    let mut dark = day.clone();
    dark.extend(colours(night));
    for (when, colours) in [("day", day), ("night", dark)] {
        for (text, ground) in PAIRS {
            let (one, two) = (luminance(colours[text]), luminance(colours[ground]));
            let ratio = (one.max(two) + 0.05) / (one.min(two) + 0.05);
            assert!(ratio >= 4.5, "by {when}, {text} on {ground}: {ratio:.2}");
        }
    }
}
