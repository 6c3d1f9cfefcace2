//! A Markdown file below `content/` → front matter and the facts of its text.

use toml::de::DeTable;

use super::{
    BEYOND_LIMITS, Layout,
    body::{self, Read},
    catalogue::nested,
    front::cut,
    reader::{Own, Scope, parse},
    repair::Stand,
    stray,
};

use crate::{
    diagnostic::Findings,
    markup::HtmlTemplate,
    pack::{Pack as _, Packer, Unpacker},
    record::{Any, Body, Key, Record, RecordBuilder, Schema, Shape, TableKind as _, Value, schema},
    source::{FileId, Range, Span},
    vocabulary::{EntryKind, Lang, Word as _},
};

/// Bytes of an entry at most.
const LARGEST: usize = 4 << 20;

/// What other rules would miss where a file has no front matter: that is told, once.
const MISSED: [Key<schema::Entry, Any>; 7] = [
    schema::Entry::TITLE.any(),
    schema::Entry::ITEM.any(),
    schema::Entry::ORGANISATION.any(),
    schema::Entry::MADE.any(),
    schema::Entry::PUBLISHED.any(),
    schema::Entry::SUMMARY.any(),
    schema::Entry::REVIEW.any(),
];

/// Reads an entry. What is wrong is told; what is clear is read. Keys are judged by the kind that is written; where none is,
/// keys of every kind are taken, and [`kind_keys`](super::kind_keys) tells the rest once the kind is known.
pub fn entry(file: FileId, text: &str, findings: &mut Findings) -> Document {
    read(file, text, None, findings).0
}

/// Reads an entry as [`entry`] does, and in one go makes the HTML of its text in `lang`, where it can be made already.
pub fn drafted(file: FileId, text: &str, lang: Lang, findings: &mut Findings) -> (Document, Option<HtmlTemplate>) {
    read(file, text, Some(lang), findings)
}

fn read(file: FileId, text: &str, drafts: Option<Lang>, findings: &mut Findings) -> (Document, Option<HtmlTemplate>) {
    let text = if text.len() > LARGEST { too_large(file, text, findings) } else { text };
    let front = cut(file, text, findings);
    let stand = Stand { file, shift: front.toml.start };
    let head = Range::from(front.head.clone());
    let record = parse(&text[front.toml.clone()], stand, front.quiet, &is_list, findings, |reader, root| {
        let scope = Scope::outermost(schema::Entry::SCHEMA, Own::Kind(kind(root)));
        reader.table(root, head, &scope).record(file, head)
    });
    let mut record = record.unwrap_or_else(|| RecordBuilder::default().record(file, head));
    if front.missing {
        let mut fields = RecordBuilder::default();
        for key in MISSED {
            fields.put(key, head, head, &Value::Unread.into());
        }
        record = fields.record(file, head);
    }
    stray::tell(file, text, &front, findings);
    let Read { body, beyond, layout, draft } = body::read(&text[front.body..], front.body, drafts);
    if let Some(at) = beyond {
        too_deep(file, text, at, findings);
    }
    (Document { file, record, body, layout }, draft)
}

fn too_deep(file: FileId, text: &str, at: usize, findings: &mut Findings) {
    let at = (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let end = text[at..].char_indices().find(|&(shown, char)| shown >= 30 || char == '\n');
    let end = end.map_or(text.len(), |(length, _)| at + length);
    findings
        .raise(
            &BEYOND_LIMITS,
            Span::new(file, at..end),
            text! { zh: "正文的层次太深或者展开以后太大，从这里起没有照原样处理", en: "the text is nested too deeply or unfolds too far; from here on it is flattened" },
        )
        .help(text! { zh: "检查这里的引用、列表和括号，多半是粘贴时带来的", en: "check quotes, lists and brackets here: they were probably pasted" });
}

fn too_large<'t>(file: FileId, text: &'t str, findings: &mut Findings) -> &'t str {
    let (size, most) = (text.len() >> 20, LARGEST >> 20);
    findings
        .raise(
            &BEYOND_LIMITS,
            Span::new(file, 0..text.find('\n').unwrap_or(0)),
            text! { zh: "一条信息的文件太大：{size} MB，最多 {most} MB，后面的没有读", en: "an entry of {size} MB is too large (at most {most} MB); the rest was not read" },
        )
        .help(text! { zh: "数据和图片另存为附件，正文里写链接", en: "keep data and pictures as attachments and link them" });
    let end = memchr::memrchr(b'\n', &text.as_bytes()[..LARGEST]).map_or(0, |end| end + 1);
    &text[..end]
}

/// The kind that is written, if it is one.
fn kind(root: &DeTable<'_>) -> Option<EntryKind> {
    EntryKind::parse(root.get(schema::Entry::KIND.name)?.get_ref().as_str()?)
}

/// Whether the table at a dotted path of the front matter is a list; none where there is no such table.
fn is_list(path: &str) -> Option<bool> {
    let mut parts = path.split('.');
    let key = schema::entry_key(None, parts.next()?)?;
    if matches!(key.shape, Shape::Map(_)) {
        return Some(false);
    }
    let (mut schema, mut list) = nested(&key.shape)?;
    for part in parts {
        (schema, list) = nested(&schema.key(part)?.shape)?;
    }
    Some(list)
}

/// One table of the catalogue.
#[derive(Clone, Debug)]
pub struct Declared {
    /// Which table.
    pub table: &'static Schema,
    /// What is written in it.
    pub record: Record,
}

/// One entry.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its file.
    pub file: FileId,
    /// Its front matter.
    pub record: Record<schema::Entry>,
    /// What its text is like.
    pub body: Body,
    /// How that lies in its lines; nothing of it where the document was remembered.
    pub layout: Layout,
}

impl Document {
    /// Packs it.
    pub fn pack(&self, to: &mut Packer) {
        self.record.pack(to);
        self.body.pack(to);
    }

    /// What was packed, in what is now `file`.
    pub fn unpack(file: FileId, from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Self { file, record: Record::unpack(file, from)?, body: Body::unpack(from)?, layout: Layout::default() })
    }
}
