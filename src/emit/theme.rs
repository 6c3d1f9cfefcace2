//! A theme: templates, words and style sheets, the built-in ones with a project's own laid over them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use tera::{Tera, Value};

use super::asset::FILES;
use super::escape::escape;
use super::search::TABLES;
use super::template::{settle, squeeze, strip, takes_words, tighten};
use super::{Asset, Fault};

/// A file of a project's theme.
#[derive(Clone, Copy, Debug)]
pub struct ThemeFile<'a> {
    /// From the theme's folder, with `/`: `templates/parts.html`, `static/style.css`, `strings.toml`, `theme.toml`.
    pub path: &'a str,
    pub bytes: &'a [u8],
}

impl ThemeFile<'_> {
    /// Whether it is a copy of the built-in file of its name: both ways lead to the same bytes.
    pub fn is_built_in(&self) -> bool {
        FILES.iter().any(|it| it.0 == self.path && it.1.as_bytes() == self.bytes)
    }
}

/// A theme that is ready to render. One serves all threads.
pub struct Theme {
    pub(super) tera: Tera,
    pub(super) styles: Vec<String>,
    assets: Vec<Asset>,
    fingerprint: blake3::Hash,
}

impl Theme {
    /// The built-in theme with `files` laid over it: a template, asset or word of the same name takes the place of the
    /// built-in one, a template so that it can extend that one by its name below `default/`. `language` chooses the table of `strings.toml`; where it has none, Chinese serves.
    ///
    /// # Errors
    /// Every fault found: bad TOML, files that are not UTF-8, templates that can't be parsed.
    pub fn load(files: &[ThemeFile<'_>], language: &str) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut fingerprint = blake3::Hasher::new();
        fingerprint.update(language.as_bytes());
        let mut templates: BTreeMap<Cow<'_, str>, String> = BTreeMap::new();
        let mut assets: BTreeMap<&str, Cow<'static, [u8]>> = BTreeMap::new();
        let mut words = toml::Table::new();
        let mut settings = toml::Table::new();
        let built_in = FILES.iter().map(|(path, text)| (*path, ready(path, text)));
        let own = files.iter().filter(|it| !it.is_built_in()).map(|file| (file.path, Cow::Owned(file.bytes.to_vec())));
        for (path, bytes) in built_in.chain(own) {
            for part in [path.as_bytes(), &bytes] {
                fingerprint.update(&part.len().to_le_bytes()).update(part);
            }
            if let Some(name) = path.strip_prefix("static/") {
                assets.insert(name, bytes);
                continue;
            }
            let template = path.strip_prefix("templates/");
            if template.is_none() && path != "strings.toml" && path != "theme.toml" {
                continue;
            }
            let Ok(text) = std::str::from_utf8(&bytes) else {
                faults.push(Fault::encoding(path));
                continue;
            };
            let text = text.trim_start_matches('\u{feff}');
            if let Some(name) = template {
                // Components are known by their names alone, and may be defined once.
                let built_in = templates.insert(name.into(), tighten(text)).filter(|it| !it.contains("{% component"));
                templates.extend(built_in.map(|it| (format!("default/{name}").into(), it)));
                continue;
            }
            match text.parse::<toml::Table>() {
                Ok(table) if path == "strings.toml" => lay_over(&mut words, table),
                Ok(table) => lay_over(&mut settings, table),
                Err(error) => faults.push(Fault::toml(path, text, &error)),
            }
        }
        let assets: Vec<Asset> = assets.into_iter().map(|(name, bytes)| Asset::new(name, bytes)).collect();
        let tera = engine(&templates, &words, language, &assets).map_err(|fault| faults.push(fault));
        let wanted = settings.get("styles").and_then(toml::Value::as_array).map_or(&[][..], Vec::as_slice);
        let mut styles = Vec::new();
        for name in wanted.iter().filter_map(toml::Value::as_str) {
            match assets.iter().find(|asset| asset.name == name) {
                Some(asset) => styles.push(asset.address.clone()),
                None => faults.push(Fault::style(name)),
            }
        }
        match tera {
            Ok(tera) if faults.is_empty() => Ok(Self { tera, styles, assets, fingerprint: fingerprint.finalize() }),
            _ => Err(faults),
        }
    }

    /// What the bytes of every page depend on, besides its values: equal themes have equal fingerprints.
    pub fn fingerprint(&self) -> &[u8; 32] {
        self.fingerprint.as_bytes()
    }

    /// The files that pages of this theme link to, sorted by name.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }
}

fn ready(path: &str, text: &'static str) -> Cow<'static, [u8]> {
    match path {
        _ if path.starts_with("static/style") => squeeze(text).into_bytes().into(),
        _ if path.starts_with("static/search") => strip(text).into_bytes().into(),
        _ => text.as_bytes().into(),
    }
}

/// The templates, ready to be filled in; all of them may name a word, `t.page.menu`, and where a file of `static/` lies,
/// `assets["icon.svg"]`, and what version of tables the search has.
fn engine(
    templates: &BTreeMap<Cow<'_, str>, String>,
    words: &toml::Table,
    language: &str,
    assets: &[Asset],
) -> Result<Tera, Fault> {
    let mut table = words.get("zh").and_then(toml::Value::as_table).cloned().unwrap_or_default();
    if let Some(own) = words.get(language).and_then(toml::Value::as_table) {
        lay_over(&mut table, own.clone());
    }
    let mut tera = Tera::new();
    tera.autoescape_on([".html"]);
    tera.set_escape_fn(escape);
    // Words stay the same on all pages, unless a template gives `t` another meaning.
    let fixed = !templates.values().any(|source| takes_words(source));
    let ready = templates.iter().map(|(name, source)| {
        if fixed && Path::new(&**name).extension().is_some_and(|it| it == "html") {
            (&**name, Cow::Owned(settle(source, &table)))
        } else {
            (&**name, Cow::Borrowed(source.as_str()))
        }
    });
    tera.add_raw_templates(ready).map_err(|error| Fault::template("", &error))?;
    tera.global_context().insert_value("t", Value::from_serializable(&table));
    let assets: BTreeMap<&str, &str> = assets.iter().map(|it| (&*it.name, &*it.address)).collect();
    tera.global_context().insert_value("assets", Value::from_serializable(&assets));
    tera.global_context().insert_value("search_tables", Value::from_serializable(&format!("{TABLES:08x}")));
    Ok(tera)
}

/// Lays `top` over `base`, table by table.
fn lay_over(base: &mut toml::Table, top: toml::Table) {
    for (key, value) in top {
        match (base.get_mut(&key), value) {
            (Some(toml::Value::Table(below)), toml::Value::Table(above)) => lay_over(below, above),
            (_, value) => {
                base.insert(key, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Theme, ThemeFile};

    fn fault(path: &str, bytes: &[u8]) -> (String, Option<usize>) {
        let faults = Theme::load(&[ThemeFile { path, bytes }], "zh").err().expect("a fault");
        assert_eq!(faults.len(), 1, "{faults:?}");
        (faults[0].file.clone(), faults[0].line)
    }

    #[test]
    fn the_built_in_theme_loads() {
        let theme = Theme::load(&[], "zh").map_err(|faults| format!("{faults:?}")).unwrap();
        assert_eq!(theme.styles.len(), 1);
        // Those of the search, and of a lost address, are loaded by their pages alone.
        let budgets = [
            (&["style.css"][..], 14_000),
            (&["style-search.css"], 2_000),
            (&["page.js", "table.js"], 3_000),
            (&["lost.js"], 1_000),
            (&["search-engine.js", "search.js"], 28_500),
        ];
        for (names, budget) in budgets {
            let own = theme.assets().iter().filter(|it| names.contains(&&*it.name));
            let size: usize = own.map(|it| it.bytes.len()).sum();
            assert!((1..=budget).contains(&size), "{names:?}: {size} bytes are over the budget of {budget}");
        }
    }

    #[test]
    fn one_theme_serves_all_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Theme>();
        shared::<crate::emit::PageShell>();
    }

    #[test]
    fn the_fingerprint_follows_the_files() {
        let load = |files: &[ThemeFile<'_>]| *Theme::load(files, "zh").ok().unwrap().fingerprint();
        let own = ThemeFile { path: "strings.toml", bytes: b"[zh.page]\nskip = \"x\"" };
        assert_eq!(load(&[]), load(&[]));
        assert_ne!(load(&[]), load(&[own]));
    }

    #[test]
    fn a_copy_of_the_built_in_theme_is_the_built_in_theme() {
        let copy: Vec<_> = super::FILES.iter().map(|it| ThemeFile { path: it.0, bytes: it.1.as_bytes() }).collect();
        let (own, built_in) = (Theme::load(&copy, "zh").ok().unwrap(), Theme::load(&[], "zh").ok().unwrap());
        assert_eq!(own.assets(), built_in.assets());
        assert_eq!(own.fingerprint(), built_in.fingerprint());
    }

    #[test]
    fn faults_name_file_and_line() {
        assert_eq!(fault("templates/base.html", b"<p>\n\n{% if %}\n"), ("templates/base.html".to_owned(), Some(3)));
        assert_eq!(fault("strings.toml", b"[zh]\na = \n"), ("strings.toml".to_owned(), Some(2)));
        assert_eq!(fault("theme.toml", b"styles = [\"none.css\"]"), ("theme.toml".to_owned(), None));
        assert_eq!(fault("templates/x.html", b"\xff"), ("templates/x.html".to_owned(), None));
    }
}
