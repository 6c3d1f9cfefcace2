//! Types of files, as servers are told them: their own tables lack half of what offices publish.

/// Text: media type and endings. All of it is UTF-8, and worth packing.
pub const TEXTS: [(&str, &[&str]); 13] = [
    ("text/html", &["html", "htm"]),
    ("text/css", &["css"]),
    ("text/javascript", &["js", "mjs"]),
    ("text/csv", &["csv"]),
    ("text/plain", &["txt"]),
    ("text/markdown", &["md"]),
    ("text/calendar", &["ics"]),
    ("application/json", &["json"]),
    ("application/x-ndjson", &["ndjson"]),
    ("application/ld+json", &["jsonld"]),
    ("application/manifest+json", &["webmanifest"]),
    ("application/xml", &["xml"]),
    ("image/svg+xml", &["svg"]),
];

/// Feeds: file and media type. Their endings alone do not tell.
pub const FEEDS: [(&str, &str); 2] = [("feed.xml", "application/atom+xml"), ("feed.json", "application/feed+json")];

/// Everything else.
pub const OTHERS: [(&str, &[&str]); 26] = [
    ("image/png", &["png"]),
    ("image/jpeg", &["jpg", "jpeg"]),
    ("image/gif", &["gif"]),
    ("image/webp", &["webp"]),
    ("image/bmp", &["bmp"]),
    ("image/x-icon", &["ico"]),
    ("font/woff2", &["woff2"]),
    ("audio/mpeg", &["mp3"]),
    ("video/mp4", &["mp4"]),
    ("video/webm", &["webm"]),
    ("application/pdf", &["pdf"]),
    ("application/ofd", &["ofd"]),
    ("application/msword", &["doc"]),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx"]),
    ("application/vnd.ms-excel", &["xls"]),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx"]),
    ("application/vnd.ms-powerpoint", &["ppt"]),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", &["pptx"]),
    ("application/vnd.ms-works", &["wps"]),
    ("application/zip", &["zip"]),
    ("application/vnd.rar", &["rar"]),
    ("application/x-7z-compressed", &["7z"]),
    ("application/gzip", &["gz"]),
    ("application/rtf", &["rtf"]),
    ("application/vnd.ms-outlook", &["msg"]),
    ("application/octet-stream", &["bin"]),
];

/// The endings of all texts, for a pattern: `html|htm|css`.
pub fn text_endings() -> String {
    TEXTS.iter().flat_map(|it| it.1).copied().collect::<Vec<_>>().join("|")
}
