//! The theme: the built-in one, with a folder of the project's own laid over it.

use anyhow::Result;

use crate::{
    diagnostic::{Effect, Example, Findings, Level, Rule, Ungrounded},
    emit::{Theme, ThemeFile},
    model::Site,
    record::schema,
    scan,
    source::Place,
    world::World,
};

static BROKEN_THEME: Rule = Rule {
    code: "GK0016",
    name: "broken-theme",
    label: "主题有误",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "主题的模板或用语有误", en: "a theme whose templates or words are broken" },
    why: words! {
        zh: "网页由主题的模板排成。模板有误，页面就排不出来，或者排得缺头少尾。",
        en: "Pages are set by the theme's templates. With a broken one they cannot be made.",
    },
    mend: words! {
        zh: "按提示的文件和行号改正；不用自己的主题时，删去 [site] 的 theme，即用内置主题。",
        en: "Mend the file and line told; without a theme of your own, delete `theme` in [site] to use the built-in one.",
    },
    example: Example {
        bad: "==> themes/default/templates/body/home.html\n{% if page %}没有收尾\n",
        good: r#"xx> themes/default/templates/body/home.html
==> themes/default/theme.toml
name = "default"
version = "1"
styles = ["style.css"]
"#,
    },
};

/// What compiling raises.
pub(super) static RULES: &[&Rule] = &[&BROKEN_THEME];

/// What pages are made with.
pub struct LoadedTheme {
    /// The theme; none where it is broken.
    pub theme: Option<Theme>,
    /// What is wrong with it (0016), and what it says that may not be public.
    pub findings: Findings,
    /// Whether it has templates of the project's own.
    pub is_own: bool,
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
    // Whatever the project's own theme says stands on every page.
    for file in files.iter().filter(|it| !it.is_built_in()) {
        scan::theme(file.path, file.bytes, &mut findings);
    }
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
    let is_own = files.iter().any(|it| !it.is_built_in() && it.path.starts_with("templates/"));
    Ok(LoadedTheme { theme: theme.ok(), findings, is_own })
}
