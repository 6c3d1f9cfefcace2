//! What is wrong with a theme.

use crate::vocabulary::Text;

/// A fault of a theme: where it stands and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, from the theme's folder: `templates/base.html`.
    pub file: String,
    /// The line, from 1, where it is known.
    pub line: Option<usize>,
    pub message: Text,
}

impl Fault {
    /// A template that can't be read or filled in.
    pub(super) fn template(name: &str, error: &tera::Error) -> Self {
        use tera::ErrorKind::{
            CircularExtend, CircularInclude, MissingParent, RenderingError, SyntaxError, TemplateNotFound,
        };
        let file = |name: &str| format!("templates/{name}");
        let at = |file: String, line: Option<usize>, detail: &str| Self {
            file,
            line,
            message: text! { zh: "模板有误：{detail}", en: "template: {detail}" },
        };
        match error.kind() {
            SyntaxError(report) | RenderingError(report) => {
                let name = if report.filename().is_empty() { name } else { report.filename() };
                at(file(name), Some(report.span().start_line), report.message())
            }
            TemplateNotFound(missing) => Self {
                file: file(name),
                line: None,
                message: text! { zh: "缺少模板“{missing}”", en: "template “{missing}” is missing" },
            },
            MissingParent { current, parent } => Self {
                file: file(current),
                line: None,
                message: text! { zh: "缺少上级模板“{parent}”", en: "the template “{parent}” that it extends is missing" },
            },
            CircularExtend { tpl, .. } | CircularInclude { tpl, .. } => Self {
                file: file(tpl),
                line: None,
                message: text! { zh: "模板互相引用，没有尽头", en: "templates refer to each other in a circle" },
            },
            other => {
                let detail = other.to_string();
                let detail = detail.lines().next().unwrap_or_default();
                at(file(name), None, detail)
            }
        }
    }

    /// A TOML file that can't be read.
    pub(super) fn toml(file: &str, source: &str, error: &toml::de::Error) -> Self {
        let line = error.span().map(|span| 1 + source[..span.start.min(source.len())].matches('\n').count());
        let detail = error.message();
        Self {
            file: file.to_owned(), line, message: text! { zh: "无法读取：{detail}", en: "can't be read: {detail}" }
        }
    }

    /// A text file that is not UTF-8.
    pub(super) fn encoding(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            line: None,
            message: text! { zh: "文件不是 UTF-8 编码，请另存为 UTF-8", en: "not in UTF-8; save it as UTF-8" },
        }
    }

    /// A style sheet that `theme.toml` names and `static/` does not have.
    pub(super) fn style(name: &str) -> Self {
        Self {
            file: "theme.toml".to_owned(),
            line: None,
            message: text! { zh: "static 文件夹中没有样式表“{name}”", en: "there is no style sheet “{name}” in static/" },
        }
    }
}
