//! Files of a theme that pages link to, published under a name that holds their hash.

use std::borrow::Cow;

/// A file of the theme's `static/` folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its name in the theme: `style.css`, `icons/mark.svg`.
    pub name: String,
    /// Where it is published, from the site's root without a leading `/`: `static/style.0123456789abcdef.css`.
    pub address: String,
    pub bytes: Cow<'static, [u8]>,
}

impl Asset {
    /// An asset under its content-hashed address: a changed file has a new address, so that no reader keeps an old one.
    pub fn new(name: &str, bytes: Cow<'static, [u8]>) -> Self {
        let hash = blake3::hash(&bytes).to_hex();
        let hash = &hash[..16];
        let (folder, file) = name.rfind('/').map_or(("", name), |at| name.split_at(at + 1));
        let address = match file.rsplit_once('.') {
            Some((stem, extension)) if !stem.is_empty() => format!("static/{folder}{stem}.{hash}.{extension}"),
            _ => format!("static/{folder}{file}.{hash}"),
        };
        Self { name: name.to_owned(), address, bytes }
    }
}

macro_rules! theme {
    ($($path:literal),+ $(,)?) => {
        /// The files of the default theme: path from the theme's folder, and text. Sorted by path.
        pub const FILES: &[(&str, &str)] =
            &[$(($path, include_str!(concat!("../../themes/default/", $path)))),+];
    };
}

theme! {
    "static/icon.svg",
    "static/lost.js",
    "static/page.js",
    "static/search-engine.js",
    "static/search.js",
    "static/style-search.css",
    "static/style.css",
    "static/table.js",
    "strings.toml",
    "templates/base.html",
    "templates/body/accounts.html",
    "templates/body/archive.html",
    "templates/body/catalogue-full.html",
    "templates/body/catalogue.html",
    "templates/body/changes.html",
    "templates/body/coverage.html",
    "templates/body/entry.html",
    "templates/body/exceptions.html",
    "templates/body/field.html",
    "templates/body/gone.html",
    "templates/body/home.html",
    "templates/body/institutions.html",
    "templates/body/item.html",
    "templates/body/listing.html",
    "templates/body/lost.html",
    "templates/body/map.html",
    "templates/body/moved.html",
    "templates/body/plan.html",
    "templates/body/project.html",
    "templates/body/register.html",
    "templates/body/search.html",
    "templates/body/websites.html",
    "templates/catalogue.html",
    "templates/chrome/column.html",
    "templates/chrome/footer.html",
    "templates/chrome/head.html",
    "templates/chrome/header.html",
    "templates/chrome/local.html",
    "templates/chrome/trail.html",
    "templates/organisation.html",
    "templates/parts.html",
    "theme.toml",
}

#[cfg(test)]
mod tests {
    use super::Asset;

    #[test]
    fn the_name_follows_the_content() {
        let one = Asset::new("icons/a.b.svg", b"one"[..].into());
        let two = Asset::new("icons/a.b.svg", b"two"[..].into());
        assert_ne!(one.address, two.address);
        assert!(one.address.starts_with("static/icons/a.b."));
        assert_eq!(one.address.rsplit_once('.').unwrap().1, "svg");
        assert_eq!(one.address.len(), "static/icons/a.b..svg".len() + 16);
        assert_eq!(one, Asset::new("icons/a.b.svg", b"one"[..].into()));
    }
}
