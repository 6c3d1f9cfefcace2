//! The text of a document, while it is written. Elements stand in the order that ECMA-376 gives them: Word refuses any other.

use std::collections::BTreeMap;

use crate::{
    emit::paper::{
        anchors::{Anchors, Leads, Spot},
        safe::escaped,
        shown::{clean, shown},
    },
    supervision::{Figure, Paper},
    vocabulary::Lang,
};

/// The number of the first relation of an address; those before it are the document's parts.
pub const FIRST: usize = 5;

/// The text, with what its links lead to.
pub struct Text<'a> {
    /// `word/document.xml`.
    pub xml: String,
    /// Where its links lead, in the order of their relations.
    pub addresses: Vec<String>,
    /// The tongue of it.
    pub lang: Lang,
    /// Which of the addresses is which.
    known: BTreeMap<String, usize>,
    /// Where links within it lead.
    anchors: Anchors<'a>,
    bookmarks: usize,
}

impl<'a> Text<'a> {
    /// That of `paper`, with nothing in it.
    pub fn new(paper: &'a Paper) -> Self {
        Self {
            xml: String::new(),
            addresses: Vec::new(),
            lang: paper.lang,
            known: BTreeMap::new(),
            anchors: Anchors::of_cut(paper),
            bookmarks: 0,
        }
    }

    /// A paragraph of a style; `rest` is what else is said of it.
    pub fn paragraph(&mut self, style: &str, rest: &str, runs: &str) {
        self.xml.push_str("<w:p>");
        if !style.is_empty() || !rest.is_empty() {
            let style = if style.is_empty() { String::new() } else { format!(r#"<w:pStyle w:val="{style}"/>"#) };
            self.xml.push_str(&format!("<w:pPr>{style}{rest}</w:pPr>"));
        }
        self.xml.push_str(runs);
        self.xml.push_str("</w:p>");
    }

    /// `figure` with where it leads.
    pub fn figure(&mut self, figure: &Figure) -> String {
        // Without marks of no width: who copies a path from the document gets the path. Word breaks a long word by itself.
        let words = shown(&figure.value, self.lang);
        let link = match self.anchors.leads(figure) {
            _ if words.trim().is_empty() => None,
            Some(Leads::Here(anchor, _)) => Some(format!(r#"w:anchor="{anchor}""#)),
            Some(Leads::Web(address)) => {
                let next = self.addresses.len();
                let address = ascii(address);
                let nth = *self.known.entry(address.clone()).or_insert(next);
                if nth == next {
                    self.addresses.push(address);
                }
                Some(format!(r#"r:id="rId{}""#, FIRST + nth))
            }
            // It would be looked for beside the document.
            Some(Leads::Beside(_)) | None => None,
        };
        match link {
            Some(link) => {
                let runs = styled(&words, r#"<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>"#);
                format!(r#"<w:hyperlink {link} w:history="1">{runs}</w:hyperlink>"#)
            }
            None => styled(&words, ""),
        }
    }

    /// A mark that links lead to, where one does.
    pub fn bookmark(&mut self, id: &str, spot: Spot) -> String {
        let Some(anchor) = self.anchors.set(id, spot) else { return String::new() };
        self.bookmarks += 1;
        let number = self.bookmarks;
        format!(r#"<w:bookmarkStart w:id="{number}" w:name="{anchor}"/><w:bookmarkEnd w:id="{number}"/>"#)
    }
}

/// `text` as it is.
pub fn runs(text: &str) -> String {
    styled(text, "")
}

/// `text` as runs; ends of its lines stay.
fn styled(text: &str, style: &str) -> String {
    let mut out = String::new();
    for (nth, line) in clean(text).trim_end().lines().enumerate() {
        let end = if nth > 0 { "<w:br/>" } else { "" };
        let line = escaped(&line.replace('\t', " "));
        out.push_str(&format!(r#"<w:r>{style}{end}<w:t xml:space="preserve">{line}</w:t></w:r>"#));
    }
    out
}

/// `address` with all but the signs of addresses as `%` escapes: Word refuses a document whose links are none.
fn ascii(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        match byte {
            b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' => out.push_str(&format!("%{byte:02X}")),
            b'!'..=b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
