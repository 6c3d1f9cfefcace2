//! Events into HTML that is safe by construction: our own tags, escaped text, addresses the caller resolved.

use std::collections::BTreeSet;

use super::address::{Reach, reach};
use super::document::Document;
use super::draft::Hole;
use super::escape;
use super::event::{Align, Event, Kind, Tag};
use super::facts::Image;
use super::notes::Notes;
use super::repair;
use super::slug;
use crate::text::{Lang, Words};

/// A link or picture that wants an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkUse<'a> {
    /// The address as written.
    pub destination: &'a str,
    /// It is a picture.
    pub image: bool,
}

/// What becomes of a link or picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// It keeps the address it has.
    Same,
    /// It gets this address.
    To(String),
    /// It goes; its text, or the picture's description, stays.
    Gone,
}

/// Decides on addresses.
pub type Resolver<'r> = &'r mut dyn FnMut(LinkUse<'_>) -> Resolved;

pub(super) static TABLE: Words = Words { zh: "表格", en: "Table " };
pub(super) static DONE: Words = Words { zh: "已完成", en: "Done" };
pub(super) static UNDONE: Words = Words { zh: "未完成", en: "Not done" };

/// Writes `document` to the end of `out`. Headings begin at `h2`; every id begins with `h-`, `fn-` or `fnref-`. What is
/// written never exceeds 16 times the body and 64 KiB by much: the rest is left out (`Facts::beyond` tells most such cases).
pub fn render(document: &Document<'_>, lang: Lang, resolve: Resolver<'_>, out: &mut String) {
    let start = out.len();
    if document.misfits {
        let mut html = String::with_capacity(document.length * 2);
        Writer::new(document, lang, Some(resolve), &mut html).all();
        out.push_str(&repair::repaired(&html));
    } else {
        Writer::new(document, lang, Some(resolve), out).all();
    }
    // HTML knows no NUL; CommonMark §2.3 wants it replaced.
    if memchr::memchr(0, &out.as_bytes()[start..]).is_some() {
        let clean = out[start..].replace('\0', "\u{FFFD}");
        out.truncate(start);
        out.push_str(&clean);
    }
}

/// How the beginning of a link was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// As a tag.
    Tag,
    /// As a hole: whether it will be a tag is not known.
    Hole,
    /// Not at all.
    Nothing,
}

/// The writer.
pub(super) struct Writer<'w, 'r> {
    pub(super) document: &'w Document<'w>,
    pub(super) lang: Lang,
    pub(super) out: &'w mut String,
    pub(super) notes: Notes,
    /// Who decides on addresses; none where each is to be a hole.
    resolve: Option<Resolver<'r>>,
    /// Marks of the holes written; none once the draft could differ from what is rendered.
    pub(super) marks: Option<usize>,
    shift: i8,
    limit: usize,
    /// Elements begun that are not written, since the limit was reached.
    skipped: usize,
    /// Links open now, and how each was written.
    pub(super) links: Vec<Written>,
    body: bool,
    ids: Option<BTreeSet<&'w str>>,
}

impl<'w, 'r> Writer<'w, 'r> {
    pub(super) fn new(
        document: &'w Document<'w>,
        lang: Lang,
        resolve: Option<Resolver<'r>>,
        out: &'w mut String,
    ) -> Self {
        let limit = out.len() + document.length.saturating_mul(16).saturating_add(64 << 10);
        out.reserve(document.length + document.length / 4);
        let shift = document.facts.shift();
        let notes = Notes::new(document);
        Self {
            document,
            lang,
            out,
            notes,
            resolve,
            marks: Some(0),
            shift,
            limit,
            skipped: 0,
            links: Vec::new(),
            body: false,
            ids: None,
        }
    }

    fn all(&mut self) {
        self.span(0, self.document.events.len());
        self.footnotes();
    }

    /// Writes everything with holes. Answers how large what is filled may be and how many marks the holes have; none where
    /// something was left out, or what stands in a hole decides on it.
    pub(super) fn drafted(mut self) -> Option<(usize, usize)> {
        self.all();
        self.marks.filter(|_| !self.is_full()).map(|marks| (self.limit, marks))
    }

    fn hole(&mut self, hole: Hole<'_>) {
        hole.write(self.out);
        self.marks = self.marks.map(|it| it + hole.marks());
    }

    /// Writes the events from `at` up to `end`; the texts of footnotes among them wait for the end of the page.
    pub(super) fn span(&mut self, mut at: usize, end: usize) {
        let events: &'w [Event<'w>] = &self.document.events;
        while at < end {
            match &events[at].kind {
                Kind::Start(Tag::Footnote(_)) => at = self.notes.behind(at),
                Kind::Start(Tag::Image(index)) => {
                    let inside =
                        events[at + 1..end].iter().position(|event| event.kind == Kind::End(Tag::Image(*index)));
                    self.image(*index);
                    at += inside.map_or(1, |inside| inside + 2);
                }
                kind => {
                    self.event(kind, at);
                    at += 1;
                }
            }
        }
    }

    fn event(&mut self, kind: &'w Kind<'w>, at: usize) {
        match kind {
            Kind::Start(tag) if self.skipped > 0 || self.is_full() => {
                self.skipped += 1;
                if let Tag::Link(_) = tag {
                    self.links.push(Written::Nothing);
                }
            }
            Kind::End(tag) if self.skipped > 0 => {
                self.skipped -= 1;
                if let Tag::Link(_) = tag {
                    self.links.pop();
                }
            }
            Kind::Start(tag) => self.start(*tag, at),
            Kind::End(tag) => self.end(*tag, at),
            _ if self.skipped > 0 || self.is_full() => {}
            Kind::Text(text) => escape::text(self.out, text),
            Kind::Code(text) => {
                self.out.push_str("<code>");
                escape::text(self.out, text);
                self.out.push_str("</code>");
            }
            Kind::SoftBreak => self.out.push('\n'),
            Kind::HardBreak => self.out.push_str("<br>\n"),
            Kind::Rule => self.out.push_str("<hr>\n"),
            Kind::Task(done) => {
                let checked = if *done { " checked" } else { "" };
                let label = if *done { DONE } else { UNDONE }.get(self.lang);
                self.put(&["<input type=\"checkbox\" disabled", checked, " aria-label=\"", label, "\"> "]);
            }
            Kind::Note(index, nth) => self.reference(*index, *nth),
            Kind::Void(index) => self.raw(*index),
        }
    }

    /// Has the limit been reached?
    pub(super) fn is_full(&self) -> bool {
        self.out.len() > self.limit
    }

    /// Writes what needs no escaping.
    pub(super) fn put(&mut self, parts: &[&str]) {
        for part in parts {
            self.out.push_str(part);
        }
    }

    fn start(&mut self, tag: Tag, at: usize) {
        match tag {
            Tag::Paragraph => self.out.push_str("<p>"),
            Tag::Heading(index) => {
                let Some(heading) = self.document.facts.headings.get(index as usize) else { return };
                if !heading.id.is_empty() {
                    let level = self.level(index);
                    self.put(&["<h", level, " id=\""]);
                    escape::value(self.out, &heading.id);
                    self.out.push_str("\">");
                }
            }
            Tag::Quote => self.out.push_str("<blockquote>\n"),
            Tag::CodeBlock => self.out.push_str("<pre><code>"),
            Tag::List(None) => self.out.push_str("<ul>\n"),
            Tag::List(Some(1)) => self.out.push_str("<ol>\n"),
            Tag::List(Some(number)) => self.put(&["<ol start=\"", &number.to_string(), "\">\n"]),
            Tag::Item => {
                let mut inside = self.document.events[at + 1..].iter().map(|event| &event.kind);
                let task = match inside.next() {
                    Some(Kind::Task(_)) => true,
                    Some(Kind::Start(Tag::Paragraph)) => matches!(inside.next(), Some(Kind::Task(_))),
                    _ => false,
                };
                self.out.push_str(if task { "<li class=\"task\">" } else { "<li>" });
            }
            Tag::Table(index) => {
                let label = TABLE.get(self.lang);
                let number = (index + 1).to_string();
                self.put(&[
                    "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"",
                    label,
                    &number,
                    "\"><table>\n",
                ]);
                self.body = false;
            }
            Tag::Head => self.out.push_str("<thead>\n<tr>"),
            Tag::Row => {
                self.out.push_str(if self.body { "<tr>" } else { "<tbody>\n<tr>" });
                self.body = true;
            }
            Tag::Cell(head, align) => {
                self.out.push_str(if self.is_head(head, at + 1) { "<th scope=\"col\"" } else { "<td" });
                self.out.push_str(match align {
                    Align::None => ">",
                    Align::Left => " class=\"left\">",
                    Align::Centre => " class=\"center\">",
                    Align::Right => " class=\"right\">",
                });
            }
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<del>"),
            Tag::Link(index) => self.link(index),
            Tag::Raw(index, _) => self.raw(index),
            // Both are written by `span`.
            Tag::Image(_) | Tag::Footnote(_) => {}
        }
    }

    fn end(&mut self, tag: Tag, at: usize) {
        match tag {
            Tag::Paragraph => self.out.push_str("</p>\n"),
            Tag::Heading(index) => {
                if self.document.facts.headings.get(index as usize).is_some_and(|heading| !heading.id.is_empty()) {
                    let level = self.level(index);
                    self.put(&["</h", level, ">\n"]);
                }
            }
            Tag::Quote => self.out.push_str("</blockquote>\n"),
            Tag::CodeBlock => self.out.push_str("</code></pre>\n"),
            Tag::List(None) => self.out.push_str("</ul>\n"),
            Tag::List(Some(_)) => self.out.push_str("</ol>\n"),
            Tag::Item => self.out.push_str("</li>\n"),
            Tag::Table(_) => {
                self.out.push_str(if self.body { "</tbody>\n</table></div>\n" } else { "</table></div>\n" });
            }
            Tag::Head => self.out.push_str("</tr>\n</thead>\n"),
            Tag::Row => self.out.push_str("</tr>\n"),
            Tag::Cell(head, _) => self.out.push_str(if self.is_head(head, at - 1) { "</th>" } else { "</td>" }),
            Tag::Emphasis => self.out.push_str("</em>"),
            Tag::Strong => self.out.push_str("</strong>"),
            Tag::Strikethrough => self.out.push_str("</del>"),
            Tag::Link(_) => match self.links.pop() {
                Some(Written::Tag) => self.out.push_str("</a>"),
                Some(Written::Hole) => self.hole(Hole::End),
                _ => {}
            },
            Tag::Raw(index, _) => {
                let document = self.document;
                if let Some(raw) = document.raw.get(index as usize) {
                    self.put(&["</", &raw.name, ">"]);
                }
            }
            Tag::Image(_) | Tag::Footnote(_) => {}
        }
    }

    /// Is a cell a head cell? One of the head that holds nothing (`beside` is the event next to its begin or end) heads
    /// nothing.
    fn is_head(&self, head: bool, beside: usize) -> bool {
        let inside = self.document.events.get(beside).map(|event| &event.kind);
        head && !matches!(inside, Some(Kind::Start(Tag::Cell(..)) | Kind::End(Tag::Cell(..))))
    }

    fn level(&self, index: u32) -> &'static str {
        let level = self.document.facts.headings.get(index as usize).map_or(2, |heading| heading.level);
        match i8::try_from(level).unwrap_or(6) + self.shift {
            ..=2 => "2",
            3 => "3",
            4 => "4",
            5 => "5",
            _ => "6",
        }
    }

    fn link(&mut self, index: u32) {
        let document = self.document;
        let written = document.facts.links.get(index as usize).map_or(Written::Nothing, |link| {
            let (destination, title) = (link.destination.as_str(), link.title.as_str());
            let anchor = destination.trim().strip_prefix('#').and_then(|fragment| self.anchor(fragment));
            let resolved = match (anchor, &mut self.resolve) {
                (Some(id), _) => Resolved::To(format!("#{id}")),
                (None, Some(resolve)) => resolve(LinkUse { destination, image: false }),
                (None, None) => {
                    self.hole(Hole::Link([destination, title]));
                    return Written::Hole;
                }
            };
            if begin_link(self.out, destination, title, &resolved) { Written::Tag } else { Written::Nothing }
        });
        self.links.push(written);
    }

    fn anchor(&mut self, fragment: &str) -> Option<&'w str> {
        let document = self.document;
        let ids = self.ids.get_or_insert_with(|| document.facts.ids().collect());
        let wanted = slug::wanted(fragment);
        let slug = format!("{}{}", slug::PREFIX, slug::slug(&wanted));
        [wanted, slug].iter().filter(|id| !id.is_empty()).find_map(|id| ids.get(id.as_str()).copied())
    }

    fn image(&mut self, index: u32) {
        let document = self.document;
        let Some(image) = document.facts.images.get(index as usize) else { return };
        if self.skipped > 0 || self.is_full() {
            return;
        }
        let (mut description, mut end) = (String::new(), String::new());
        escape::text(&mut description, &image.alt);
        end_picture(&mut end, image);
        let destination = image.destination.as_str();
        match &mut self.resolve {
            Some(resolve) => {
                let resolved = resolve(LinkUse { destination, image: true });
                picture(self.out, destination, &resolved, &description, &end);
            }
            None => self.hole(Hole::Picture([destination, &description, &end])),
        }
    }

    fn raw(&mut self, index: u32) {
        let document = self.document;
        let Some(raw) = document.raw.get(index as usize) else { return };
        self.put(&["<", &raw.name]);
        for (key, value) in &raw.attributes {
            self.put(&[" ", key, "=\""]);
            escape::value(self.out, value);
            self.out.push('"');
        }
        self.out.push('>');
    }
}

/// Begins a link to where `resolved` says; false where there is nothing to lead to.
pub(super) fn begin_link(out: &mut String, destination: &str, title: &str, resolved: &Resolved) -> bool {
    let Some(address) = address(destination, resolved) else { return false };
    let reach = reach(address);
    if matches!(reach, Reach::Forbidden(_)) {
        return false;
    }
    out.push_str("<a href=\"");
    escape::address(out, address);
    add_title(out, title);
    out.push_str(if reach == Reach::Web { "\" rel=\"noopener noreferrer\">" } else { "\">" });
    true
}

/// Writes a picture that lies where `resolved` says, its tag ending with `end`; where none may lie, its `description`. Both
/// are escaped already.
pub(super) fn picture(out: &mut String, destination: &str, resolved: &Resolved, description: &str, end: &str) {
    let address = address(destination, resolved);
    match address.filter(|address| !matches!(reach(address), Reach::Forbidden(_) | Reach::Contact)) {
        Some(address) => {
            out.push_str("<img src=\"");
            escape::address(out, address);
            out.push_str(end);
        }
        None => out.push_str(description),
    }
}

fn address<'a>(destination: &'a str, resolved: &'a Resolved) -> Option<&'a str> {
    match resolved {
        Resolved::Same => Some(destination),
        Resolved::To(address) => Some(address),
        Resolved::Gone => None,
    }
}

/// Ends a picture's tag behind its address.
fn end_picture(out: &mut String, image: &Image) {
    out.push_str("\" alt=\"");
    escape::value(out, &image.alt);
    add_title(out, &image.title);
    for (key, size) in [("width", image.width), ("height", image.height)] {
        if let Some(size) = size {
            for part in ["\" ", key, "=\"", &size.to_string()] {
                out.push_str(part);
            }
        }
    }
    out.push_str("\" loading=\"lazy\">");
}

/// Ends the attribute before and writes the title's beginning; the caller closes it.
fn add_title(out: &mut String, title: &str) {
    if !title.is_empty() {
        out.push_str("\" title=\"");
        escape::value(out, title);
    }
}
