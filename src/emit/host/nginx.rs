//! nginx: maps of old addresses, and one server.

use std::collections::BTreeMap;

use super::{
    files::{FEEDS, OTHERS, TEXTS},
    pattern::exact,
    settings::{HostSettings, LASTING},
    template::fill,
};
use crate::site::OldAddress;

/// The configuration.
pub fn nginx(it: &HostSettings<'_>) -> String {
    let rules = it.rules;
    let moved = Maps::of(it, &rules.moved);
    let gone = Maps::of(it, &rules.gone);
    fill(include_str!("nginx.conf"), it.lang, |name| match name {
        "title" => it.title.to_owned(),
        "root" => it.root.to_owned(),
        "name" => it.name.to_owned(),
        "listen" => it.listen.unwrap_or("80").to_owned(),
        "base" => rules.base.clone(),
        "pattern" => exact(rules.base.as_bytes()),
        "lasting" => LASTING.to_owned(),
        "sizes" => sizes(&[&moved, &gone]),
        "moved" => moved.paths.clone(),
        "moved-queries" => moved.queries.clone(),
        "gone" => gone.paths.clone(),
        "gone-queries" => gone.queries.clone(),
        "texts" => texts(),
        "types" => types(),
        "headers" => headers(it),
        "feeds" => feeds(it),
        "elsewhere" => it.elsewhere("    "),
        "beyond" => beyond(&rules.base),
        other => unreachable!("no hole {other}"),
    })
}

/// The lines of two maps: by path, and by path and query.
#[derive(Default)]
struct Maps {
    paths: String,
    queries: String,
    lines: usize,
    longest: usize,
}

impl Maps {
    fn of(it: &HostSettings<'_>, rules: &BTreeMap<OldAddress, String>) -> Self {
        let mut maps = Self::default();
        // Texts of a map are found whatever the case of their letters: where that makes a difference a pattern is written instead.
        let mut small: BTreeMap<(Vec<u8>, Option<String>), usize> = BTreeMap::new();
        let folded =
            |it: &OldAddress| (it.path.to_ascii_lowercase(), it.query.as_ref().map(|query| query.to_ascii_lowercase()));
        for address in it.rules.moved.keys().chain(it.rules.gone.keys()) {
            *small.entry(folded(address)).or_default() += 1;
        }
        for (address, value) in rules {
            let strict = small[&folded(address)] > 1 || it.rules.alike.contains(&folded(address).0);
            let mut bytes = address.path.clone();
            if let Some(query) = &address.query {
                bytes.push(b'?');
                bytes.extend(query.as_bytes());
            }
            let key = match String::from_utf8(bytes) {
                Ok(text) if !strict => text.replace('\\', r"\\").replace('"', "\\\""),
                Ok(text) => format!("~^{}$", exact(text.as_bytes())),
                Err(error) => format!("~^{}$", exact(error.as_bytes())),
            };
            maps.lines += 1;
            maps.longest = maps.longest.max(key.len());
            let lines = if address.query.is_some() { &mut maps.queries } else { &mut maps.paths };
            lines.push_str(&format!("    \"{key}\" \"{value}\";\n"));
        }
        maps
    }
}

/// Room for the maps, where nginx's own is too small.
fn sizes(maps: &[&Maps]) -> String {
    let longest = maps.iter().map(|it| it.longest).max().unwrap_or_default();
    let lines = maps.iter().map(|it| it.lines).max().unwrap_or_default();
    let mut out = String::new();
    // A bucket holds a key, its length and two addresses in memory; 64 is the least that any processor has.
    if longest + 24 > 64 {
        out.push_str(&format!("map_hash_bucket_size {};\n", (longest + 24).next_power_of_two()));
    }
    if lines > 1000 {
        out.push_str(&format!("map_hash_max_size {};\n", (lines * 2).next_power_of_two()));
    }
    out
}

/// The types that are text, but `text/html`, which nginx takes for granted.
fn texts() -> String {
    let texts = TEXTS.iter().map(|it| it.0).filter(|it| *it != "text/html");
    texts.chain(FEEDS.map(|it| it.1)).collect::<Vec<_>>().join(" ")
}

fn types() -> String {
    let line = |(media, endings): &(&str, &[&str])| format!("        {media} {};\n", endings.join(" "));
    TEXTS.iter().chain(&OTHERS).map(line).collect()
}

fn headers(it: &HostSettings<'_>) -> String {
    it.headers().iter().map(|(name, value)| format!("    add_header {name} \"{value}\" always;\n")).collect()
}

fn feeds(it: &HostSettings<'_>) -> String {
    let (base, root) = (exact(it.rules.base.as_bytes()), it.root);
    let block = |(file, media): &(&str, &str)| {
        let file = exact(file.as_bytes());
        format!(
            "    location ~ \"^{base}((?:.*/)?{file})$\" {{\n        types {{ }}\n        default_type {media};\n        alias \"{root}/$1\";\n    }}\n"
        )
    };
    FEEDS.iter().map(block).collect()
}

/// What is outside a site that lies in a folder of its host.
fn beyond(base: &str) -> String {
    let folder = base.trim_end_matches('/');
    if folder.is_empty() {
        return String::new();
    }
    format!(
        "    location = \"{folder}\" {{\n        return 301 \"{}\";\n    }}\n    location / {{\n        return 404;\n    }}\n",
        super::caddy::escaped(base)
    )
}
