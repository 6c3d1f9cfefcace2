//! Names of files: what other systems and web servers can't bear.

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use crate::vocabulary::Text;

/// Bytes of one name at most, on every file system in use.
const NAME: usize = 255;

/// Bytes of a whole path at most: what Windows takes in full, with room for the folder of the project.
const PATH: usize = 1024;

/// Names that Windows keeps for devices.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Names that a web server or a version control system takes for its own.
const SERVED: [&str; 8] = [".htaccess", ".htpasswd", ".user.ini", "web.config", ".git", ".svn", ".hg", ".well-known"];

/// What is wrong with the name of a file or folder below the project, given by its path with `/`; nothing for a good one.
/// One problem at most a part of the path, with a name that would do where one can be offered.
pub fn path_problems(path: &str) -> Vec<Text> {
    let mut problems: Vec<Text> = path.split('/').filter_map(part).collect();
    if path.starts_with('/') {
        problems.push(text! { zh: "路径应当从项目文件夹算起", en: "a path must be relative to the project" });
    }
    if path.len() > PATH && problems.is_empty() {
        let size = path.len();
        problems.push(text! {
            zh: "路径太长：{size} 字节，最多 {PATH} 字节", en: "the path is too long: {size} bytes of at most {PATH}"
        });
    }
    problems
}

/// What is wrong with one name.
fn part(name: &str) -> Option<Text> {
    let lower = name.to_ascii_lowercase();
    let stem = lower.split('.').next().unwrap_or("").trim_end();
    let message = if name.is_empty() || name == "." || name == ".." {
        text! { zh: "路径里不能有“{name}”", en: "a path cannot hold `{name}`" }
    } else if let Some(char) = name.chars().find(|char| char.is_control()) {
        let code = u32::from(char);
        text! { zh: "名称里有控制字符 U+{code:04X}（换行或者别的看不见的字符）", en: "a control character U+{code:04X} in the name" }
    } else if let Some(char) = name.chars().find(|char| matches!(char, '<' | '>' | ':' | '"' | '\\' | '|' | '?' | '*'))
    {
        text! { zh: "“{name}”里的 {char} 不能用在文件名里（Windows 打不开）", en: "`{char}` in `{name}` is not allowed in names on Windows" }
    } else if DEVICES.contains(&stem) || is_port(stem) {
        text! { zh: "“{name}”是 Windows 保留的名称，打不开", en: "`{name}` is reserved on Windows" }
    } else if SERVED.contains(&lower.as_str()) {
        text! { zh: "“{name}”会被网站服务器或者版本管理当作自己的文件", en: "`{name}` means something to web servers or version control" }
    } else if name.ends_with(['.', ' ', '\u{3000}']) || name.starts_with([' ', '\u{3000}']) {
        text! { zh: "“{name}”的开头或者结尾有空格或句点，换一台电脑就找不到", en: "`{name}` begins or ends with a space or a dot" }
    } else if name.starts_with(['-', '~']) {
        text! { zh: "“{name}”不能用 - 或 ~ 开头，会被命令当作选项", en: "`{name}` begins with - or ~, which commands take for something else" }
    } else if name.contains('%') {
        text! { zh: "“{name}”里的 % 在网址里有特殊含义", en: "the `%` in `{name}` is special in addresses" }
    } else if longest(name) > NAME {
        let (size, hanzi) = (longest(name), NAME / 3 - 4);
        text! { zh: "名称太长：{size} 字节，最多 {NAME} 字节（大约 {hanzi} 个汉字）", en: "the name is too long: {size} bytes of at most {NAME}" }
    } else if let Some(char) = name.chars().find(|&char| is_unseen(char)) {
        let code = u32::from(char);
        text! { zh: "“{name}”里有看不见的字符 U+{code:04X}", en: "an invisible character U+{code:04X} in `{name}`" }
    } else if !is_nfc(name) {
        text! { zh: "“{name}”的编码形式不统一（苹果电脑常见），别的电脑会当作另一个名称", en: "`{name}` is not in NFC: other computers take it for another name" }
    } else {
        return None;
    };
    Some(match better(name) {
        Some(better) => {
            let Text { zh, en } = message;
            text! { zh: "{zh}；可以改为“{better}”", en: "{en}; call it `{better}`" }
        }
        None => message,
    })
}

/// `com1` to `lpt9`.
fn is_port(stem: &str) -> bool {
    let number = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    number.is_some_and(|number| matches!(number, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"))
}

/// Bytes of the longest name that is made of this one: an entry becomes a page.
fn longest(name: &str) -> usize {
    name.strip_suffix(".md").map_or(name.len(), |stem| stem.len() + ".html".len())
}

fn is_unseen(char: char) -> bool {
    matches!(char, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

/// The name without what is wrong with it, if anything is left.
fn better(name: &str) -> Option<String> {
    let clean: String = name
        .nfc()
        .filter(|&char| !char.is_control() && !is_unseen(char))
        .map(|char| if matches!(char, '<' | '>' | ':' | '"' | '\\' | '|' | '?' | '*' | '%') { '-' } else { char })
        .collect();
    let clean = clean.trim_matches([' ', '\u{3000}', '.', '-', '~']).to_owned();
    (!clean.is_empty() && clean != name && part(&clean).is_none()).then_some(clean)
}

/// The path that was meant for a file which is neither an entry nor one of the catalogue only because of how its name ends:
/// `.md.txt`, `.MD`, `.markdown`, `.toml.txt`.
pub fn meant_path(path: &str) -> Option<String> {
    let (folder, rest) = path.split_once('/')?;
    let right = if folder == "catalogue" { "toml" } else { "md" };
    let name = rest.rsplit('/').next()?;
    let lower = name.to_ascii_lowercase();
    let endings: &[&str] = if folder == "catalogue" {
        &[".toml.txt", ".toml.toml.txt", ".toml.doc", ".toml.docx", ".toml.bak.txt", ".toml"]
    } else {
        &[".md.txt", ".md.doc", ".md.docx", ".markdown.txt", ".markdown", ".mdown", ".mkd", ".md"]
    };
    let ending = endings.iter().find(|it| lower.ends_with(**it) && lower.len() > it.len())?;
    let stem = &path[..path.len() - ending.len()];
    Some(format!("{stem}.{right}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_names_are_left_alone() {
        for name in [
            "content/2018/关于公布权责清单的通知.md",
            "content/附件1（扫描件）.pdf",
            "content/2018/a-b_c.xlsx",
            "content/𠮷田.md",
        ] {
            assert_eq!(path_problems(name), [], "{name}");
        }
        assert_eq!(path_problems(&format!("content/{}.md", "公".repeat(83))), []);
    }

    #[test]
    fn bad_names_are_told_once() {
        let long = format!("content/{}.md", "公".repeat(84));
        for name in [
            "content/CON",
            "content/aux.md",
            "content/com1.txt",
            "content/a.",
            "content/a /b.md",
            "content/a:b.md",
            "content/a?.md",
            "content/a\\b.md",
            "content/a\nb.md",
            "content/-a.md",
            "content/~a.md",
            "content/.git",
            "content/.htaccess",
            "content/web.config",
            "content/../a.md",
            "content//a.md",
            "content/%2e%2e",
            "content/e\u{301}.md",
            "content/a\u{200b}.md",
            &long,
        ] {
            assert_eq!(path_problems(name).len(), 1, "{name}");
        }
        assert_eq!(path_problems("/etc/passwd").len(), 2);
        assert!(path_problems("content/a:b.md")[0].zh.contains("可以改为“a-b.md”"));
    }
}
