//! Apache: a virtual host with rules for old addresses.

use super::{
    files::{FEEDS, OTHERS, TEXTS, text_endings},
    pattern::exact,
    settings::{HostSettings, LASTING},
    template::fill,
};
use crate::site::{OldAddress, OldHost};

/// How many rules are passed over at once where the address begins otherwise.
const STRETCH: usize = 50;

/// The configuration.
pub fn apache(it: &HostSettings<'_>) -> String {
    let base = &it.rules.base;
    fill(include_str!("apache.conf"), it.lang, |name| match name {
        "title" => it.title.to_owned(),
        "root" => it.root.to_owned(),
        // Of what is tested a `%` would begin a variable.
        "tested-root" => it.root.replace('%', r"\%"),
        "name" => it.name.to_owned(),
        "listen" => listen(it),
        "place" => place(it),
        "here" => super::caddy::escaped(base),
        "substituted-base" => literal(base),
        "pattern" => exact(base.as_bytes()),
        "lasting" => LASTING.to_owned(),
        "rules" => rules(it),
        "beyond" => beyond(base),
        "types" => types(),
        "texts" => text_endings(),
        "packed" => packed(),
        "feeds" => feeds(),
        "headers" => headers(it),
        "elsewhere" => it.elsewhere("    "),
        "virtual" => virtual_host(it),
        "others" => it.others().map(|(host, all)| other(it, host, all)).collect(),
        other => unreachable!("no hole {other}"),
    })
}

/// `text` where a rule would put in what a `$` or `%` refers to.
fn literal(text: &str) -> String {
    text.replace('\\', r"\\").replace('$', r"\$").replace('%', r"\%")
}

/// `Listen` for a port that no server listens to by itself.
fn listen(it: &HostSettings<'_>) -> String {
    let port = it.listen.map(|it| it.rsplit(':').next().unwrap_or(it));
    match (port, it.listen) {
        (Some(port), Some(listen)) if !matches!(port, "80" | "443") => format!("Listen {listen}\n"),
        _ => String::new(),
    }
}

fn place(it: &HostSettings<'_>) -> String {
    let (base, root) = (&it.rules.base, it.root);
    match base.trim_end_matches('/') {
        "" => format!("    DocumentRoot \"{root}\"\n"),
        folder => format!(
            "    Alias \"{folder}/\" \"{root}/\"\n    RedirectMatch 301 \"^{}$\" \"{}\"\n",
            exact(folder.as_bytes()),
            super::caddy::escaped(base)
        ),
    }
}

/// What is outside a site that lies in a folder of its host.
fn beyond(base: &str) -> String {
    match base.trim_end_matches('/') {
        "" => String::new(),
        folder => format!("    RewriteRule \"!^{}(?:/|$)\" \"-\" [R=404,L]\n", exact(folder.as_bytes())),
    }
}

fn virtual_host(it: &HostSettings<'_>) -> String {
    match it.listen {
        None => "*:80".to_owned(),
        Some(listen) if listen.contains(':') => listen.to_owned(),
        Some(port) => format!("*:{port}"),
    }
}

fn rules(it: &HostSettings<'_>) -> String {
    let moved = it.rules.moved.iter().map(|(address, to)| (address, moved(to)));
    let gone = it.rules.gone.iter();
    let gone = gone.map(|(address, page)| (address, format!("\"-\" [E=GONGKAI_GONE:{page},R=410,L]")));
    lines(moved.chain(gone).collect())
}

fn moved(to: &str) -> String {
    format!("\"{}\" [R=301,NE,QSD,L]", literal(to))
}

/// Another host, which only leads on.
fn other(it: &HostSettings<'_>, host: &str, all: &OldHost) -> String {
    let answer = |to: &Option<String>| to.as_deref().map_or_else(|| "\"-\" [G]".to_owned(), moved);
    let rules = lines(all.iter().map(|(address, to)| (address, answer(to))).collect());
    let (about, place) = (it.about_other(host), virtual_host(it));
    format!(
        "{about}<VirtualHost {place}>\n    ServerName \"{host}\"\n    ServerSignature Off\n    AllowEncodedSlashes On\n    RewriteEngine On\n{rules}    RewriteRule \"^\" \"-\" [R=404,L]\n</VirtualHost>\n"
    )
}

/// The rules for old addresses, in stretches that are passed over where the address begins otherwise: thousands of them take a request
/// no time.
fn lines(mut all: Vec<(&OldAddress, String)>) -> String {
    // What asks for a query goes before what does not.
    all.sort_by(|a, b| (&a.0.path, a.0.query.is_none(), a.0).cmp(&(&b.0.path, b.0.query.is_none(), b.0)));
    let mut out = String::new();
    for stretch in all.chunks(STRETCH) {
        if let ([first, .., last], true) = (stretch, all.len() > STRETCH) {
            let same = first.0.path.iter().zip(&last.0.path).take_while(|(a, b)| a == b).count();
            // Not within a letter.
            let shared = String::from_utf8_lossy(&first.0.path[..same]);
            let shared = shared.trim_end_matches(char::REPLACEMENT_CHARACTER);
            out.push_str(&format!("    RewriteRule \"!^{}\" \"-\" [S={}]\n", exact(shared.as_bytes()), stretch.len()));
        }
        for (address, answer) in stretch {
            if let Some(query) = &address.query {
                let any_case = if query.contains('%') { " [NC]" } else { "" };
                out.push_str(&format!(
                    "    RewriteCond \"%{{QUERY_STRING}}\" \"^{}$\"{any_case}\n",
                    exact(query.as_bytes())
                ));
            }
            out.push_str(&format!("    RewriteRule \"^{}$\" {answer}\n", exact(&address.path)));
        }
    }
    out
}

fn types() -> String {
    let dotted = |endings: &[&str]| endings.iter().map(|it| format!(".{it}")).collect::<Vec<_>>().join(" ");
    let line = |(media, endings): &(&str, &[&str])| format!("        AddType {media} {}\n", dotted(endings));
    let charset = TEXTS.iter().map(|it| dotted(it.1)).collect::<Vec<_>>().join(" ");
    let lines: String = TEXTS.iter().chain(&OTHERS).map(line).collect();
    format!("{lines}        AddCharset utf-8 {charset}\n")
}

fn packed() -> String {
    TEXTS.iter().map(|it| it.0).chain(FEEDS.map(|it| it.1)).collect::<Vec<_>>().join(" ")
}

fn feeds() -> String {
    let block = |(file, media): &(&str, &str)| {
        let file = exact(file.as_bytes());
        format!(
            "        <FilesMatch \"^{file}(\\.(gz|br))?$\">\n            ForceType \"{media}; charset=utf-8\"\n        </FilesMatch>\n"
        )
    };
    FEEDS.iter().map(block).collect()
}

fn headers(it: &HostSettings<'_>) -> String {
    let line = |(name, value): (&str, String)| format!("    Header always set {name} \"{value}\"\n");
    it.headers().into_iter().map(line).collect()
}
