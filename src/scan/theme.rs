//! What a project's own theme adds to every page: personal numbers and marks of secrecy in its templates, words and other files.

use super::{look, rows, seams, secrecy};
use crate::{
    diagnostic::Findings,
    office::{self, Piece, Place},
    source::{self, FileId},
    vocabulary::Text,
};

/// Looks at a file of a theme. It is no source of the project: what is found names file and line in words.
pub fn theme(path: &str, bytes: &[u8], findings: &mut Findings) {
    let pieces = match std::str::from_utf8(bytes) {
        Ok(text) => lines(text),
        Err(_) => office::read(path, bytes).pieces,
    };
    let file = FileId(0);
    let mut told = Findings::new();
    look::names(file, path, None, &mut told);
    rows::pieces(file, &pieces, &rows::Columns::new(), &mut told);
    seams::pieces(file, &pieces, &mut told);
    secrecy::theme(file, path, &pieces, &mut told);
    for mut finding in told.into_vec() {
        let Text { zh, en } = finding.message;
        finding.message = text! { zh: "主题 {path}：{zh}", en: "theme {path}: {en}" };
        finding.key = finding.key.map(|key| format!("{path} {key}"));
        finding.place = source::Place::Project;
        findings.push(finding);
    }
}

/// The lines that are not empty.
fn lines(text: &str) -> Vec<Piece> {
    let lines =
        (1..).zip(text.lines()).map(|(line, text)| Piece { place: Place::Line(line), text: text.trim().to_owned() });
    lines.filter(|piece| !piece.text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(path: &str, text: &str) -> Vec<(&'static str, String)> {
        let mut findings = Findings::new();
        theme(path, text.as_bytes(), &mut findings);
        findings.iter().map(|it| (it.rule.code, it.message.zh.clone())).collect()
    }

    #[test]
    fn numbers_and_marks_are_told_with_file_and_line() {
        for (path, text, code, said) in [
            ("strings.toml", "[zh.home]\nnewest = \"11010519491231002X\"", "GK0801", "第 2 行"),
            ("strings.toml", "[zh.home]\nnewest = \"值班电话13800000000\"", "GK0802", "第 2 行"),
            ("strings.toml", "[zh.home]\nnewest = \"机密★10年\"", "GK0702", "第 2 行"),
            ("templates/chrome/footer.html", "<p>\n<b>内部资料</b></p>", "GK0702", "第 2 行"),
            ("templates/chrome/footer.html", "<p>110105<b>19491231</b>002X</p>", "GK0801", "第 1 行"),
            ("static/own.css", "h1::after { content: '机密' }", "GK0702", "第 1 行"),
            ("static/机密.css", "h1 {}", "GK0702", "机密"),
        ] {
            let told = told(path, text);
            assert_eq!(told.len(), 1, "{text}: {told:?}");
            assert!(told[0].0 == code && told[0].1.contains(path) && told[0].1.contains(said), "{told:?}");
        }
        for text in ["<p>保守国家秘密</p>", "<p>{{ t.home }} 0797-8000000</p>", ".a{width:110105.19491231px}", ""]
        {
            assert!(told("templates/a.html", text).is_empty(), "{text}");
        }
    }
}
