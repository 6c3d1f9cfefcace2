//! The default theme, inside the binary.

macro_rules! theme {
    ($($path:literal),+ $(,)?) => {
        /// The files of the default theme: path from the theme's folder, and text. Sorted by path.
        pub const FILES: &[(&str, &str)] =
            &[$(($path, include_str!(concat!("../../themes/default/", $path)))),+];
    };
}

theme! {
    "static/style.css",
    "strings.toml",
    "templates/base.html",
    "templates/body/accounts.html",
    "templates/body/catalogue.html",
    "templates/body/coverage.html",
    "templates/body/entry.html",
    "templates/body/field.html",
    "templates/body/gone.html",
    "templates/body/home.html",
    "templates/body/item.html",
    "templates/body/listing.html",
    "templates/body/lost.html",
    "templates/body/map.html",
    "templates/body/plan.html",
    "templates/body/project.html",
    "templates/body/register.html",
    "templates/catalogue.html",
    "templates/chrome/column.html",
    "templates/chrome/footer.html",
    "templates/chrome/head.html",
    "templates/chrome/header.html",
    "templates/chrome/trail.html",
    "templates/parts.html",
    "theme.toml",
}
