//! Adding a table to a file of the catalogue: what stands there stays as it is, comments and all.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use crate::driver::{Told, Usage, replace};

/// One key of a table to be added: its name, and its value as TOML.
pub type Pair<'a> = (&'a str, String);

/// `text` as a TOML string.
pub fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}

/// Adds `[[name]]` with `pairs` to the end of the file at `path`, which is made where there is none.
///
/// # Errors
///
/// [`Usage`] where the file is no TOML: what is broken is mended first; the machine's.
pub fn append(path: &Path, name: &str, tables: &[Vec<Pair<'_>>]) -> Result<()> {
    let shown = path.display().to_string();
    let mut text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => {
            return Err(error).with_context(|| Told(text! { zh: "不能读取 {shown}", en: "cannot read {shown}" }));
        }
    };
    if text.parse::<toml_edit::DocumentMut>().is_err() {
        return Err(Usage(
            text! { zh: "{shown} 有语法错误，先改正：gongkai check", en: "{shown} is no TOML: mend it first" },
        )
        .into());
    }
    for pairs in tables {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&format!("[[{name}]]\n"));
        for (key, value) in pairs {
            text.push_str(&format!("{key} = {value}\n"));
        }
    }
    replace(path, text.as_bytes())
}
