//! What only rendering can tell: a theme that does not work.

use crate::diagnostic::{Effect, Example, Level, Rule, Ungrounded};

pub static BROKEN_THEME: Rule = Rule {
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

/// What emit raises.
pub static RULES: &[&Rule] = &[&BROKEN_THEME];
