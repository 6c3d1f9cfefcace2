//! The theme: the built-in one, with a folder of the project's own laid over it.

use anyhow::Result;

use crate::{
    diagnostic::Findings,
    emit::{BROKEN_THEME, Theme, ThemeFile},
    model::Site,
    record::schema,
    source::Place,
    world::World,
};

/// What pages are made with.
pub struct LoadedTheme {
    /// The theme; none where it is broken.
    pub theme: Option<Theme>,
    /// What is wrong with it (0016).
    pub findings: Findings,
}

/// Loads the theme that `site` asks for.
///
/// # Errors
///
/// As [`World::theme`].
pub fn load_theme(world: &dyn World, site: &Site) -> Result<LoadedTheme> {
    let files = world.theme(site.record.get(schema::Site::THEME).unwrap_or("default"))?;
    let files: Vec<ThemeFile<'_>> = files.iter().map(|(path, bytes)| ThemeFile { path, bytes }).collect();
    let mut findings = Findings::new();
    let theme = Theme::load(&files, "zh").map_err(|faults| {
        for fault in faults {
            let line = fault.line.map(|line| format!(":{line}")).unwrap_or_default();
            let place = format!("{}{line}", fault.file);
            let (zh, en) = (fault.message.zh, fault.message.en);
            findings
                .raise(&BROKEN_THEME, Place::Project, text! { zh: "主题 {place}：{zh}", en: "theme {place}: {en}" })
                .key(place.clone());
        }
    });
    Ok(LoadedTheme { theme: theme.ok(), findings })
}
