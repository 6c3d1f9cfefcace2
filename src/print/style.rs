//! How findings look: tongue, colours, width.

use anstyle::{AnsiColor, Style};

use crate::{
    diagnostic::{Diagnostic, Level},
    vocabulary::{Lang, Words},
};

/// How to print.
#[derive(Clone, Copy, Debug, Hash)]
pub struct Look {
    /// The tongue.
    pub lang: Lang,
    /// Whether to colour.
    pub colour: bool,
    /// Columns of the terminal.
    pub width: usize,
}

impl Look {
    /// `text` in `style`, or as it is where there are no colours.
    pub fn paint(&self, style: Style, text: &str) -> String {
        if self.colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

/// What to do about `diagnostic`.
pub fn help_in(diagnostic: &Diagnostic, lang: Lang) -> &str {
    let (zh, en) = diagnostic.help();
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// The words of a level.
pub fn level_words(level: Level) -> Words {
    match level {
        Level::Error => words! { zh: "错误", en: "error" },
        Level::Warn => words! { zh: "警告", en: "warning" },
        Level::Note => words! { zh: "提示", en: "note" },
        Level::Off => words! { zh: "关闭", en: "off" },
    }
}

/// The colour of a level.
pub fn level_style(level: Level) -> Style {
    let colour = match level {
        Level::Error => AnsiColor::BrightRed,
        Level::Warn => AnsiColor::Yellow,
        Level::Note | Level::Off => AnsiColor::BrightCyan,
    };
    colour.on_default().bold()
}

/// `name：text` in Chinese, `name: text` in English.
pub fn line(lang: Lang, name: &str, text: &str) -> String {
    match lang {
        Lang::Zh => format!("{name}：{text}"),
        Lang::En => format!("{name}: {text}"),
    }
}
