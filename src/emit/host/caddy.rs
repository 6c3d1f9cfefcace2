//! Caddy: a Caddyfile with maps of old addresses.

use std::collections::BTreeMap;

use super::{
    files::{FEEDS, OTHERS, TEXTS},
    pattern::exact,
    settings::{HostSettings, LASTING},
    template::fill,
};
use crate::site::{OldAddress, OldHost};

/// The configuration.
pub fn caddy(it: &HostSettings<'_>) -> String {
    let rules = it.rules;
    let (moved, gone) = (Maps::of(&rules.moved), Maps::of(&rules.gone));
    fill(include_str!("Caddyfile"), it.lang, |name| match name {
        "title" => it.title.to_owned(),
        "root" => it.root.to_owned(),
        "address" => address(it, it.name),
        "base" => rules.base.clone(),
        "pattern" => exact(rules.base.as_bytes()),
        "lasting" => LASTING.to_owned(),
        "moved" => moved.paths.clone(),
        "moved-queries" => moved.queries.clone(),
        "moved-bytes" => moved.bytes("gongkai_moved_bytes"),
        "moved-else" => moved.or("gongkai_moved_bytes"),
        "gone" => gone.paths.clone(),
        "gone-queries" => gone.queries.clone(),
        "gone-bytes" => gone.bytes("gongkai_gone_bytes"),
        "gone-else" => gone.or("gongkai_gone_bytes"),
        "bind" => bind(it),
        "types" => types(),
        "packed" => packed(),
        "headers" => headers(it),
        "elsewhere" => it.elsewhere("\t"),
        "files" => files(&rules.base),
        "others" => it.others().map(|(host, all)| other(it, host, all)).collect(),
        other => unreachable!("no hole {other}"),
    })
}

/// Where it listens: with a name alone Caddy fetches certificates by itself.
fn address(it: &HostSettings<'_>, name: &str) -> String {
    match it.listen {
        None if it.rules.secure => name.to_owned(),
        None => format!("http://{name}"),
        Some(listen) => {
            let port = listen.rsplit(':').next().unwrap_or(listen);
            match port {
                "443" => name.to_owned(),
                port => format!("http://{name}:{port}"),
            }
        }
    }
}

/// The lines of three maps. Texts are looked through one after the other, which takes microseconds for thousands.
#[derive(Default)]
struct Maps {
    /// By path.
    paths: String,
    /// By path and query.
    queries: String,
    /// By path as it was sent, for those that are no UTF-8.
    sent: String,
}

impl Maps {
    fn of<'a>(rules: impl IntoIterator<Item = (&'a OldAddress, &'a String)>) -> Self {
        let mut maps = Self::default();
        for (OldAddress { path, query }, value) in rules {
            let query = query.as_ref().map(|it| format!("?{it}")).unwrap_or_default();
            let Ok(path) = std::str::from_utf8(path) else {
                let asked = exact(&[escaped_bytes(path).as_bytes(), query.as_bytes()].concat());
                let any = if query.is_empty() { r"(\?.*)?" } else { "" };
                maps.sent.push_str(&format!("\t\t\"~(?i)^{asked}{any}$\" \"{value}\"\n"));
                continue;
            };
            let key = [path, &query].concat();
            // The Caddyfile has no way to write these as they are. Of escapes in a query either case is right.
            let is_plain = !key.contains(['{', '}', '\\', '`', '"']);
            let written = if query.contains('%') {
                format!("~^{}(?i){}$", exact(path.as_bytes()), exact(query.as_bytes()))
            } else if is_plain {
                key
            } else {
                format!("~^{}$", exact(key.as_bytes()))
            };
            let lines = if query.is_empty() { &mut maps.paths } else { &mut maps.queries };
            lines.push_str(&format!("\t\t\"{written}\" \"{value}\"\n"));
        }
        maps
    }

    /// The third map, called `name`, where anything is in it.
    fn bytes(&self, name: &str) -> String {
        if self.sent.is_empty() {
            return String::new();
        }
        format!("\tmap {{http.request.uri}} {{{name}}} {{\n{}\t\tdefault \"\"\n\t}}\n", self.sent)
    }

    /// What the first falls back to.
    fn or(&self, name: &str) -> String {
        if self.sent.is_empty() { String::new() } else { format!("{{{name}}}") }
    }
}

fn types() -> String {
    let feeds = FEEDS.iter().map(|(file, media)| {
        let file = exact(file.as_bytes());
        format!("\t\t\"~/{file}$\" \"{media}; charset=utf-8\"\n")
    });
    let texts = TEXTS.iter().map(|(media, endings)| {
        let endings = endings.join("|");
        format!("\t\t\"~\\.({endings})$\" \"{media}; charset=utf-8\"\n")
    });
    let others = OTHERS.iter().map(|(media, endings)| {
        let endings = endings.join("|");
        format!("\t\t\"~\\.({endings})$\" \"{media}\"\n")
    });
    feeds.chain(texts).chain(others).collect()
}

/// The types that are worth packing.
fn packed() -> String {
    let other = TEXTS.iter().map(|it| it.0).filter(|it| !it.starts_with("text/"));
    let all = std::iter::once("text/").chain(other).chain(FEEDS.map(|it| it.1));
    let line = |it: &str| format!("\t\t\t\theader Content-Type {it}*\n");
    all.map(line).collect()
}

fn headers(it: &HostSettings<'_>) -> String {
    let line = |(name, value): (&str, String)| format!("\t\t{name} \"{value}\"\n");
    it.headers().into_iter().map(line).collect()
}

/// How files are found, in the site's own folder of the host where it has one.
fn files(base: &str) -> String {
    let server = |indent: &str| format!("{indent}file_server {{\n{indent}\tprecompressed br gzip\n{indent}}}\n");
    let folder = base.trim_end_matches('/');
    if folder.is_empty() {
        return server("\t\t");
    }
    let there = escaped(base);
    format!(
        "\t\t@folder path \"{folder}\"\n\t\tredir @folder {there} 301\n\t\thandle_path \"{base}*\" {{\n{}\t\t}}\n\t\terror 404\n",
        server("\t\t\t")
    )
}

/// Another host, which only leads on.
fn other(it: &HostSettings<'_>, host: &str, all: &OldHost) -> String {
    let all: BTreeMap<&OldAddress, String> =
        all.iter().map(|(it, to)| (it, to.clone().unwrap_or_else(|| "gone".to_owned()))).collect();
    let maps = Maps::of(all.iter().map(|(it, to)| (*it, to)));
    let (about, address, bind) = (it.about_other(host), address(it, host), bind(it));
    let (bytes, or) = (maps.bytes("gongkai_old_bytes"), maps.or("gongkai_old_bytes"));
    let Maps { paths, queries, .. } = &maps;
    format!(
        "{about}{address} {{\n{bind}{bytes}\tmap {{http.request.uri.path}} {{gongkai_old_path}} {{\n{paths}\t\tdefault \"{or}\"\n\t}}\n\tmap \"{{http.request.uri.path}}?{{http.request.uri.query}}\" {{gongkai_old}} {{\n{queries}\t\tdefault {{gongkai_old_path}}\n\t}}\n\t@gone vars {{gongkai_old}} gone\n\t@moved not vars {{gongkai_old}} \"\"\n\troute {{\n\t\turi path_regexp \"//+\" /\n\t\trespond @gone 410\n\t\tredir @moved {{gongkai_old}} 301\n\t\trespond 404\n\t}}\n}}\n"
    )
}

/// Which address of the host it listens at.
fn bind(it: &HostSettings<'_>) -> String {
    let address = it.listen.and_then(|it| it.rsplit_once(':')).map(|it| it.0.trim_matches(['[', ']']));
    address.filter(|it| !matches!(*it, "" | "*")).map(|it| format!("\tbind {it}\n")).unwrap_or_default()
}

/// `path` with escapes for all but what an address has as it is.
pub(super) fn escaped(path: &str) -> String {
    escaped_bytes(path.as_bytes())
}

fn escaped_bytes(path: &[u8]) -> String {
    let plain = |it: u8| it.is_ascii_alphanumeric() || b"-._~/".contains(&it);
    path.iter().map(|&it| if plain(it) { char::from(it).to_string() } else { format!("%{it:02X}") }).collect()
}
