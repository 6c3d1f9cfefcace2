//! nginx: maps of old addresses, and one server.

use std::collections::BTreeMap;

use super::{
    files::{FEEDS, OTHERS, TEXTS},
    pattern::exact,
    settings::{HostSettings, LASTING},
    template::fill,
};
use crate::site::{OldAddress, OldHost};

/// The configuration.
pub fn nginx(it: &HostSettings<'_>) -> String {
    let rules = it.rules;
    let folds = folds(rules.moved.keys().chain(rules.gone.keys()));
    let is_strict = |it: &Folded| folds[it] > 1 || rules.alike.contains(&it.0);
    let moved = Maps::of(rules.moved.iter().map(|(it, to)| (it, &**to)), is_strict);
    let gone = Maps::of(rules.gone.iter().map(|(it, page)| (it, &**page)), is_strict);
    let others: Vec<(&str, Maps)> = it.others().map(|(host, all)| (host, other_maps(all))).collect();
    fill(include_str!("nginx.conf"), it.lang, |name| match name {
        "title" => it.title.to_owned(),
        "root" => it.root.to_owned(),
        "name" => it.name.to_owned(),
        "listen" => it.listen.unwrap_or("80").to_owned(),
        "base" => rules.base.clone(),
        "pattern" => exact(rules.base.as_bytes()),
        "lasting" => LASTING.to_owned(),
        "sizes" => sizes([&moved, &gone].into_iter().chain(others.iter().map(|it| &it.1))),
        "others" => others.iter().enumerate().map(|(at, (host, maps))| other(it, at + 1, host, maps)).collect(),
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

/// An address in small letters.
type Folded = (Vec<u8>, Option<String>);

fn folded(it: &OldAddress) -> Folded {
    (it.path.to_ascii_lowercase(), it.query.as_ref().map(|query| query.to_ascii_lowercase()))
}

/// How many of `addresses` there are that differ in the case of letters only.
fn folds<'a>(addresses: impl Iterator<Item = &'a OldAddress>) -> BTreeMap<Folded, usize> {
    let mut folds = BTreeMap::new();
    for address in addresses {
        *folds.entry(folded(address)).or_default() += 1;
    }
    folds
}

impl Maps {
    /// Texts of a map are found whatever the case of their letters: where that makes a difference – `is_strict` – a pattern is written
    /// instead.
    fn of<'a>(rules: impl Iterator<Item = (&'a OldAddress, &'a str)>, is_strict: impl Fn(&Folded) -> bool) -> Self {
        let mut maps = Self::default();
        for (address, value) in rules {
            let strict = is_strict(&folded(address));
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

/// What `GONE` is at another host.
const GONE: &str = "gone";

fn other_maps(all: &OldHost) -> Maps {
    let folds = folds(all.keys());
    Maps::of(all.iter().map(|(it, to)| (it, to.as_deref().unwrap_or(GONE))), |it| folds[it] > 1)
}

/// The server of another host, the one numbered `at`, which only leads on.
fn other(it: &HostSettings<'_>, at: usize, host: &str, maps: &Maps) -> String {
    let (about, listen) = (it.about_other(host), it.listen.unwrap_or("80"));
    let Maps { paths, queries, .. } = maps;
    format!(
        "{about}map $uri $gongkai_old_{at}_path {{\n    default \"\";\n{paths}}}\nmap \"$uri?$args\" $gongkai_old_{at} {{\n    default $gongkai_old_{at}_path;\n{queries}}}\nserver {{\n    listen {listen};\n    server_name \"{host}\";\n    server_tokens off;\n    if ($gongkai_old_{at} = \"{GONE}\") {{\n        return 410;\n    }}\n    if ($gongkai_old_{at}) {{\n        return 301 $gongkai_old_{at};\n    }}\n    location / {{\n        return 404;\n    }}\n}}\n"
    )
}

/// Room for the maps, where nginx's own is too small.
fn sizes<'m>(maps: impl Iterator<Item = &'m Maps>) -> String {
    let (longest, lines) = maps.fold((0, 0), |most, it| (most.0.max(it.longest), most.1.max(it.lines)));
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
    let line = |(name, value): (&str, String)| format!("    add_header {name} \"{value}\" always;\n");
    it.headers().into_iter().map(line).collect()
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
