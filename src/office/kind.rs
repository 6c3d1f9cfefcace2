//! What a file is: by its first bytes, and by its name.

use memchr::memmem;

use super::decode::decode;

/// The kinds of file that an office attaches, or should not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    /// PDF.
    Pdf,
    /// Open Fixed-layout Document, GB/T 33190.
    Ofd,
    /// Word 2007 and later.
    Docx,
    /// Excel 2007 and later.
    Xlsx,
    /// PowerPoint 2007 and later.
    Pptx,
    /// OpenDocument text, spreadsheet or presentation.
    OpenDocument,
    /// Word 97–2003, WPS.
    Doc,
    /// Excel 97–2003, ET.
    Xls,
    /// PowerPoint 97–2003, DPS.
    Ppt,
    /// Another file in the container of Office 97–2003.
    Ole,
    /// Rich Text Format.
    Rtf,
    /// Plain text.
    Text,
    /// Comma-separated values.
    Csv,
    /// Markdown.
    Markdown,
    /// JSON.
    Json,
    /// XML without a more exact kind.
    Xml,
    /// HTML: runs scripts where it is opened.
    Html,
    /// SVG: may run scripts where it is opened.
    Svg,
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// GIF.
    Gif,
    /// WebP.
    Webp,
    /// Windows bitmap.
    Bmp,
    /// TIFF, as scanners write it.
    Tiff,
    /// HEIF, as telephones take pictures.
    Heif,
    /// MP4 and its relatives.
    Mp4,
    /// MP3.
    Mp3,
    /// ZIP archive.
    Zip,
    /// RAR archive.
    Rar,
    /// 7z archive.
    SevenZip,
    /// gzip.
    Gzip,
    /// Flash.
    Swf,
    /// A program: Windows, Linux, macOS, Android, a script or an installer.
    Program,
    /// Anything else.
    Unknown,
}

/// Endings of what a system runs, installs, or opens as a way to somewhere else.
const PROGRAMS: [&str; 84] = [
    "apk",
    "app",
    "appimage",
    "application",
    "appref-ms",
    "bash",
    "bat",
    "chm",
    "cjs",
    "cmd",
    "com",
    "command",
    "cpl",
    "csh",
    "deb",
    "desktop",
    "diagcab",
    "dll",
    "dmg",
    "elf",
    "exe",
    "gadget",
    "hlp",
    "hta",
    "htc",
    "inf",
    "ins",
    "ipa",
    "iqy",
    "isp",
    "jar",
    "jnlp",
    "js",
    "jse",
    "ksh",
    "library-ms",
    "lnk",
    "mjs",
    "msc",
    "msh",
    "msi",
    "msix",
    "msp",
    "mst",
    "oqy",
    "pif",
    "pkg",
    "pl",
    "ps1",
    "ps1xml",
    "ps2",
    "psc1",
    "psd1",
    "psm1",
    "py",
    "pyc",
    "pyw",
    "rb",
    "rdp",
    "reg",
    "rpm",
    "rqy",
    "run",
    "scf",
    "scr",
    "sct",
    "search-ms",
    "settingcontent-ms",
    "sh",
    "shb",
    "slk",
    "so",
    "url",
    "vb",
    "vbe",
    "vbs",
    "webloc",
    "website",
    "ws",
    "wsc",
    "wsf",
    "wsh",
    "xla",
    "xlam",
];

/// Endings of what a web server runs before it answers. Some run a file that has one of them anywhere in its name.
const SERVED: [&str; 24] = [
    "asa", "ascx", "ashx", "asmx", "asp", "aspx", "cer", "cfc", "cfm", "cgi", "fcgi", "jsp", "jspf", "jspx", "phar",
    "php", "php3", "php4", "php5", "php7", "php8", "pht", "phtml", "war",
];

impl FileKind {
    /// The name as clerks know it: `Word 文档（docx）` is simply `docx`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Ofd => "ofd",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pptx => "pptx",
            Self::OpenDocument => "odf",
            Self::Doc => "doc",
            Self::Xls => "xls",
            Self::Ppt => "ppt",
            Self::Ole => "ole",
            Self::Rtf => "rtf",
            Self::Text => "txt",
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Xml => "xml",
            Self::Html => "html",
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Gif => "gif",
            Self::Webp => "webp",
            Self::Bmp => "bmp",
            Self::Tiff => "tiff",
            Self::Heif => "heic",
            Self::Mp4 => "mp4",
            Self::Mp3 => "mp3",
            Self::Zip => "zip",
            Self::Rar => "rar",
            Self::SevenZip => "7z",
            Self::Gzip => "gz",
            Self::Swf => "swf",
            Self::Program => "exe",
            Self::Unknown => "bin",
        }
    }

    /// Whether opening such a file runs code: programs, and pages with scripts.
    pub const fn is_executable(self) -> bool {
        matches!(self, Self::Program | Self::Html | Self::Svg | Self::Swf)
    }

    /// Whether it is text that an editor shows.
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Csv | Self::Markdown | Self::Json | Self::Xml | Self::Html | Self::Svg)
    }

    /// Whether every such file can be told by its first bytes.
    pub(super) const fn has_mark(self) -> bool {
        !self.is_text() && !matches!(self, Self::Program | Self::Mp3 | Self::Mp4 | Self::Unknown)
    }

    /// The kind that a file name promises by its ending, in any case; `None` for an unknown or missing ending.
    pub fn by_name(name: &str) -> Option<Self> {
        let (stem, ending) = name.rsplit_once('.')?;
        if stem.split('.').skip(1).any(|it| SERVED.contains(&&*it.to_ascii_lowercase())) {
            return Some(Self::Program);
        }
        Some(match ending.to_ascii_lowercase().as_str() {
            "pdf" => Self::Pdf,
            "ofd" => Self::Ofd,
            "docx" | "docm" | "dotx" | "dotm" => Self::Docx,
            "xlsx" | "xlsm" | "xltx" | "xltm" | "xlsb" => Self::Xlsx,
            "pptx" | "pptm" | "ppsx" | "ppsm" | "potx" | "potm" => Self::Pptx,
            "odt" | "ods" | "odp" => Self::OpenDocument,
            "doc" | "dot" | "wps" | "wpt" => Self::Doc,
            "xls" | "xlt" | "et" | "ett" => Self::Xls,
            "ppt" | "pps" | "dps" => Self::Ppt,
            "rtf" => Self::Rtf,
            "txt" | "text" | "log" | "toml" => Self::Text,
            "csv" | "tsv" => Self::Csv,
            "md" | "markdown" => Self::Markdown,
            "json" | "jsonl" | "geojson" => Self::Json,
            "xml" | "rdf" => Self::Xml,
            "html" | "htm" | "xhtml" | "xht" | "mht" | "mhtml" | "shtml" | "shtm" | "stm" | "xsl" | "xslt" => {
                Self::Html
            }
            "svg" | "svgz" => Self::Svg,
            "png" => Self::Png,
            "jpg" | "jpeg" | "jpe" => Self::Jpeg,
            "gif" => Self::Gif,
            "webp" => Self::Webp,
            "bmp" => Self::Bmp,
            "tif" | "tiff" => Self::Tiff,
            "heic" | "heif" | "avif" => Self::Heif,
            "mp4" | "m4a" | "m4v" | "mov" => Self::Mp4,
            "mp3" => Self::Mp3,
            "zip" => Self::Zip,
            "rar" => Self::Rar,
            "7z" => Self::SevenZip,
            "gz" | "tgz" => Self::Gzip,
            "swf" => Self::Swf,
            other if PROGRAMS.contains(&other) || SERVED.contains(&other) => Self::Program,
            _ => return None,
        })
    }

    /// The kind by content alone. ZIP packages are told apart by the names inside, Office 97–2003 by their streams.
    pub fn by_content(bytes: &[u8]) -> Self {
        let starts = |mark: &[u8]| bytes.starts_with(mark);
        match bytes {
            _ if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") => package(bytes),
            _ if starts(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") => ole(bytes),
            _ if starts(b"\x89PNG\r\n\x1A\n") => Self::Png,
            _ if starts(b"\xFF\xD8\xFF") => Self::Jpeg,
            _ if starts(b"GIF87a") || starts(b"GIF89a") => Self::Gif,
            _ if starts(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") => Self::Webp,
            _ if starts(b"II*\0") || starts(b"MM\0*") => Self::Tiff,
            _ if starts(b"BM") && bytes.get(6..10) == Some(&[0; 4]) => Self::Bmp,
            _ if starts(b"Rar!\x1A\x07") => Self::Rar,
            _ if starts(b"7z\xBC\xAF\x27\x1C") => Self::SevenZip,
            _ if starts(b"\x1F\x8B") => Self::Gzip,
            _ if starts(b"FWS") || starts(b"CWS") || starts(b"ZWS") => Self::Swf,
            _ if starts(b"MZ") && bytes.len() > 64 && bytes[2..64].contains(&0) => Self::Program,
            _ if starts(b"\x7FELF") || starts(b"\xCF\xFA\xED\xFE") || starts(b"\xCA\xFE\xBA\xBE") => Self::Program,
            _ if starts(b"L\0\0\0\x01\x14\x02\0") || starts(b"ITSF") => Self::Program,
            _ if starts(b"#!") => Self::Program,
            _ if starts(b"{\\rtf") => Self::Rtf,
            _ if bytes.get(4..8) == Some(b"ftyp") => match bytes.get(8..12) {
                Some(b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"mif1" | b"msf1" | b"avif" | b"avis") => {
                    Self::Heif
                }
                _ => Self::Mp4,
            },
            _ if starts(b"ID3") || starts(b"\xFF\xFB") => Self::Mp3,
            // Readers take a PDF whose mark comes within the first kilobyte.
            _ if memmem::find(&bytes[..bytes.len().min(1024)], b"%PDF-").is_some() => Self::Pdf,
            _ => text(bytes),
        }
    }

    /// Whether a file of content `self` may bear the name of a `named` file.
    pub fn fits(self, named: Self) -> bool {
        match self {
            Self::Text => named.is_text() && !named.is_executable() || named == Self::Unknown,
            Self::Xml => matches!(named, Self::Xml | Self::Text | Self::Svg),
            // WPS writes its old formats into one container, whose streams are not always told.
            Self::Ole => matches!(named, Self::Doc | Self::Xls | Self::Ppt),
            _ => self == named,
        }
    }
}

/// What a ZIP is, by the names of its local headers; the archive as a whole is read elsewhere.
fn package(bytes: &[u8]) -> FileKind {
    let has = |name: &str| memmem::find(bytes, name.as_bytes()).is_some();
    if has("[Content_Types].xml") {
        if has("word/document.xml") || has("word/document2.xml") {
            return FileKind::Docx;
        } else if has("xl/workbook.xml") || has("xl/workbook.bin") {
            return FileKind::Xlsx;
        } else if has("ppt/presentation.xml") {
            return FileKind::Pptx;
        }
    }
    if has("OFD.xml") {
        FileKind::Ofd
    } else if has("mimetypeapplication/vnd.oasis.opendocument") {
        FileKind::OpenDocument
    } else if has("META-INF/MANIFEST.MF") || has("AndroidManifest.xml") {
        FileKind::Program
    } else {
        FileKind::Zip
    }
}

/// What an OLE container holds, by the names of its streams in the directory.
fn ole(bytes: &[u8]) -> FileKind {
    if has_stream(bytes, "WordDocument") {
        FileKind::Doc
    } else if has_stream(bytes, "Workbook") || has_stream(bytes, "Book") {
        FileKind::Xls
    } else if has_stream(bytes, "PowerPoint Document") {
        FileKind::Ppt
    } else {
        FileKind::Ole
    }
}

/// Whether an OLE directory names a stream or storage so: UTF-16, ended by zeros.
pub(super) fn has_stream(bytes: &[u8], name: &str) -> bool {
    let mut wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    wanted.extend([0, 0]);
    memmem::find_iter(bytes, &wanted).any(|at| at % 128 == 0 || at < 4 || bytes[at - 1] == 0)
}

/// Text, a page, a picture in words – or nothing that is text.
fn text(bytes: &[u8]) -> FileKind {
    let head = &bytes[..bytes.len().min(4096)];
    // XML of wider letters that says so by them alone, which browsers read all the same.
    if [&b"<\0?\0"[..], b"\0<\0?", b"<\0\0\0", b"\0\0\0<", b"\x4C\x6F\xA7\x94"].iter().any(|it| head.starts_with(it)) {
        return FileKind::Html;
    }
    let sixteen = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    if head.contains(&0) && !sixteen {
        return FileKind::Unknown;
    }
    let decoded = if sixteen { decode(bytes).text.into_owned().into_bytes() } else { Vec::new() };
    let whole = if sixteen { &decoded[..] } else { bytes };
    let whole = whole.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(whole).trim_ascii_start();
    if whole.starts_with(b"<") {
        let lower = whole[..whole.len().min(4096)].to_ascii_lowercase();
        let has = |mark: &str| memmem::find(&lower, mark.as_bytes()).is_some();
        if lower.starts_with(b"<!doctype html") || lower.starts_with(b"<html") || lower.starts_with(b"<script") {
            return FileKind::Html;
        } else if has("<svg") {
            return FileKind::Svg;
        } else if has("<html") || has("<body") || has("<script") || is_page(whole) {
            return FileKind::Html;
        } else if lower.starts_with(b"<?xml") {
            return FileKind::Xml;
        }
    }
    let controls =
        head.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B)).count();
    if sixteen || controls * 50 <= head.len() { FileKind::Text } else { FileKind::Unknown }
}

/// Whether a browser makes a page of XML, in whose words scripts may stand: it names the space of HTML or SVG under whatever prefix, a style
/// that turns it into a page, or has entities, which may spell either.
fn is_page(xml: &[u8]) -> bool {
    const MARKS: [&[u8]; 5] = [b"/1999/xhtml", b"/2000/svg", b"<?xml-stylesheet", b"<!ENTITY", b"<!ATTLIST"];
    let is_spelt = |at: usize| {
        let rest = &xml[at..];
        let quote = rest.iter().take(200).position(|it| matches!(it, b'"' | b'\''));
        quote.is_some_and(|quote| {
            rest[quote + 1..].iter().take_while(|it| **it != rest[quote]).take(400).any(|it| *it == b'&')
        })
    };
    MARKS.iter().any(|it| memmem::find(xml, it).is_some()) || memmem::find_iter(xml, b"xmlns").any(is_spelt)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_is_known_by_its_first_bytes() {
        for (bytes, kind) in [
            (&b"%PDF-1.7\n"[..], FileKind::Pdf),
            (b"\x89PNG\r\n\x1A\n....", FileKind::Png),
            (b"\xFF\xD8\xFF\xE0..", FileKind::Jpeg),
            (b"GIF89a", FileKind::Gif),
            (b"RIFF....WEBPVP8 ", FileKind::Webp),
            (b"Rar!\x1A\x07\0", FileKind::Rar),
            (b"\x7FELF\x02", FileKind::Program),
            (b"#!/bin/sh\n", FileKind::Program),
            (b"CWS\x0A", FileKind::Swf),
            (b"<!DOCTYPE html><p>", FileKind::Html),
            (b"<?xml version='1.0'?><a>1</a>", FileKind::Xml),
            (b"<a><h:script xmlns:h='http://www.w3.org/1999/xhtml' src='a.mjs'/></a>", FileKind::Html),
            (b"<?xml version='1.0'?><a xmlns:g=\"http://www.w3.org/2000/svg\"><g:script/></a>", FileKind::Html),
            (b"<?xml version='1.0'?><?xml-stylesheet href='a.xsl' type='text/xsl'?><a/>", FileKind::Html),
            (b"<!DOCTYPE a [<!ENTITY x 'y'>]><a/>", FileKind::Html),
            (b"<?xml version='1.0'?><a xmlns:h = '&#104;ttp://www.w3.org/1999/x&#104;tml'/>", FileKind::Html),
            (b"<?xml version='1.0'?><kml xmlns='http://www.opengis.net/kml/2.2' a='b&amp;c'/>", FileKind::Xml),
            (b"<\0?\0x\0m\0l\0", FileKind::Html),
            (b"\xFF\xFE<\0s\0v\0g\0>\0", FileKind::Svg),
            (b"<?xml version=\"1.0\"?>\n<svg xmlns=\"\">", FileKind::Svg),
            (b"a,b\n1,2\n", FileKind::Text),
            ("正文".as_bytes(), FileKind::Text),
            (b"\xFF\xFEa\0", FileKind::Text),
            (b"\0\x01\x02\x03", FileKind::Unknown),
            (b"", FileKind::Text),
            (b"MZ is how this memo starts", FileKind::Text),
        ] {
            assert_eq!(FileKind::by_content(bytes), kind, "{bytes:?}");
        }
    }

    #[test]
    fn name_and_content_are_compared_with_sense() {
        assert!(FileKind::Text.fits(FileKind::by_name("表.CSV").unwrap()));
        assert!(!FileKind::Text.fits(FileKind::by_name("a.html").unwrap()));
        assert!(!FileKind::Jpeg.fits(FileKind::by_name("a.png").unwrap()));
        assert!(!FileKind::Program.fits(FileKind::by_name("通知.pdf").unwrap()));
        assert!(FileKind::Ole.fits(FileKind::by_name("旧表.et").unwrap()));
        assert_eq!(FileKind::by_name("无后缀"), None);
    }
}
