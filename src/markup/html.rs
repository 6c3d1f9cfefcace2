//! Events into HTML that is safe by construction: our own tags, escaped text, addresses the caller resolved.

use std::collections::BTreeSet;

use super::document::Document;
use super::escape;
use super::event::{Align, Event, EventKind, Shape, Tag};
use super::footnotes::FootnotePlan;
use super::letter;
use super::link::{LinkUse, Resolved, Resolver, begin_link, picture_end, write_picture};
use super::placeholder::Placeholder;
use super::repair;
use super::slug;
use crate::vocabulary::{Lang, Words};

static NOTE: Words = Words { zh: "脚注", en: "Footnote " };
static NOTES: Words = Words { zh: "脚注", en: "Footnotes" };
static BACK: Words = Words { zh: "返回正文", en: "Back to the text" };
static TABLE: Words = Words { zh: "表格", en: "Table " };
static DONE: Words = Words { zh: "已完成", en: "Done" };
static UNDONE: Words = Words { zh: "未完成", en: "Not done" };

/// Writes `document` to the end of `out`. Headings begin at `h2`; every id begins with `h-`, `fn-` or `fnref-`. What is
/// written never exceeds 16 times the body and 64 KiB by much: the rest is left out (`Facts::beyond` tells most such cases).
pub fn render(document: &Document<'_>, lang: Lang, resolve: Resolver<'_>, out: &mut String) {
    let start = out.len();
    if document.needs_repair {
        let mut html = String::with_capacity(document.length * 2);
        HtmlWriter::new(document, lang, Some(resolve), &mut html).write_all();
        out.push_str(&repair::repaired(&html));
    } else {
        HtmlWriter::new(document, lang, Some(resolve), out).write_all();
    }
    // HTML knows no NUL; CommonMark §2.3 wants it replaced.
    if memchr::memchr(0, &out.as_bytes()[start..]).is_some() {
        let clean = out[start..].replace('\0', "\u{FFFD}");
        out.truncate(start);
        out.push_str(&clean);
    }
}

/// What was written where a link starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LinkStart {
    Tag,
    /// It is decided later whether it becomes a tag.
    Placeholder,
    Omitted,
}

/// Writes a document's events as HTML. Nothing of the author's gets in but escaped text, addresses that passed
/// [`scheme`](super::scheme()), and names of the allowlist.
///
/// Once the limit is reached no element starts, and those that are open end: what is written always nests.
pub(super) struct HtmlWriter<'w, 'r> {
    document: &'w Document<'w>,
    lang: Lang,
    out: &'w mut String,
    footnotes: FootnotePlan,
    /// Decides on addresses; none where a template is written and each becomes a placeholder.
    resolve: Option<Resolver<'r>>,
    /// Separators written with placeholders; none once the template could differ from what is rendered.
    separators: Option<usize>,
    shift: i8,
    limit: usize,
    /// Elements begun that are not written, since the limit was reached.
    skipped: usize,
    /// Links open now, and how each was written.
    links: Vec<LinkStart>,
    /// Rows of the open table's body have begun.
    in_table_body: bool,
    /// Elements open that hold paragraphs, and paragraphs begun in none.
    around: usize,
    paragraphs: usize,
    /// Ids that links within the page may lead to; made when the first such link is met.
    ids: Option<BTreeSet<&'w str>>,
}

impl<'w, 'r> HtmlWriter<'w, 'r> {
    pub(super) fn new(
        document: &'w Document<'w>,
        lang: Lang,
        resolve: Option<Resolver<'r>>,
        out: &'w mut String,
    ) -> Self {
        let limit = out.len() + document.length.saturating_mul(16).saturating_add(64 << 10);
        out.reserve(document.length + document.length / 4);
        let shift = document.facts.shift();
        let footnotes = FootnotePlan::new(document);
        Self {
            document,
            lang,
            out,
            footnotes,
            resolve,
            separators: Some(0),
            shift,
            limit,
            skipped: 0,
            links: Vec::new(),
            in_table_body: false,
            around: 0,
            paragraphs: 0,
            ids: None,
        }
    }

    fn write_all(&mut self) {
        self.events(0, self.document.events.len());
        self.write_footnotes();
    }

    /// Writes everything with placeholders. Returns the bytes that what is filled may have, and the number of separators; none where
    /// something was left out, or an address decides on more than itself.
    pub(super) fn write_template(mut self) -> Option<(usize, usize)> {
        self.write_all();
        self.separators.filter(|_| !self.is_full()).map(|separators| (self.limit, separators))
    }

    fn placeholder(&mut self, placeholder: Placeholder<'_>) {
        placeholder.write(self.out);
        self.separators = self.separators.map(|it| it + placeholder.separators());
    }

    /// Writes the events from `at` up to `end`; the texts of footnotes among them wait for the end of the page.
    fn events(&mut self, mut at: usize, end: usize) {
        let events: &'w [Event<'w>] = &self.document.events;
        while at < end {
            match &events[at].kind {
                // What has wide blanks only is how a typewriter leaves a line free.
                EventKind::Start(Tag::Paragraph) if letter::is_blank(events, at) => at += 3,
                EventKind::Start(Tag::Footnote(_)) => at = self.footnotes.after_text(at),
                EventKind::Start(Tag::Image(index)) => {
                    let inside =
                        events[at + 1..end].iter().position(|event| event.kind == EventKind::End(Tag::Image(*index)));
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

    fn event(&mut self, kind: &'w EventKind<'w>, at: usize) {
        match kind {
            EventKind::Start(tag) if self.skipped > 0 || self.is_full() => {
                self.skipped += 1;
                if let Tag::Link(_) = tag {
                    self.links.push(LinkStart::Omitted);
                }
            }
            EventKind::End(tag) if self.skipped > 0 => {
                self.skipped -= 1;
                if let Tag::Link(_) = tag {
                    self.links.pop();
                }
            }
            EventKind::Start(tag) => self.start(*tag, at),
            EventKind::End(tag) => self.end(*tag, at),
            _ if self.skipped > 0 || self.is_full() => {}
            EventKind::Text(text) => escape::text(self.out, self.unindented(text, at)),
            EventKind::Code(text) => {
                self.out.push_str("<code>");
                escape::text(self.out, text);
                self.out.push_str("</code>");
            }
            EventKind::SoftBreak => self.out.push('\n'),
            EventKind::HardBreak => self.out.push_str("<br>\n"),
            EventKind::ThematicBreak => self.out.push_str("<hr>\n"),
            EventKind::TaskListMarker(done) => {
                let checked = if *done { " checked" } else { "" };
                let label = if *done { DONE } else { UNDONE }.get(self.lang);
                self.put(&["<input type=\"checkbox\" disabled", checked, " aria-label=\"", label, "\"> "]);
            }
            EventKind::FootnoteReference(index, nth) => self.reference(*index, *nth),
            EventKind::VoidElement(index) => self.raw(*index),
        }
    }

    /// Has the limit been reached?
    fn is_full(&self) -> bool {
        self.out.len() > self.limit
    }

    /// Writes what needs no escaping.
    fn put(&mut self, parts: &[&str]) {
        for part in parts {
            self.out.push_str(part);
        }
    }

    /// `text`, the event at `at`, without the wide spaces that begin a paragraph by itself: the theme indents it.
    fn unindented(&self, text: &'w str, at: usize) -> &'w str {
        let before = at.checked_sub(1).map(|it| &self.document.events[it].kind);
        let begins = self.around == 0 && text.starts_with(['\u{3000}', '\u{a0}', '\u{2003}']);
        if begins && before == Some(&EventKind::Start(Tag::Paragraph)) { text.trim_start() } else { text }
    }

    fn start(&mut self, tag: Tag, at: usize) {
        self.around += usize::from(is_around(tag));
        match tag {
            Tag::Paragraph if self.around == 0 => {
                self.paragraphs += 1;
                match letter::class(&self.document.events, at, self.paragraphs) {
                    Some(class) => self.put(&["<p class=\"", class, "\">"]),
                    None => self.out.push_str("<p>"),
                }
            }
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
            Tag::BlockQuote => self.out.push_str("<blockquote>\n"),
            Tag::CodeBlock => self.out.push_str("<pre><code>"),
            Tag::List(None) => self.out.push_str("<ul>\n"),
            Tag::List(Some(1)) => self.out.push_str("<ol>\n"),
            Tag::List(Some(number)) => self.put(&["<ol start=\"", &number.to_string(), "\">\n"]),
            Tag::Item => {
                let mut inside = self.document.events[at + 1..].iter().map(|event| &event.kind);
                let task = match inside.next() {
                    Some(EventKind::TaskListMarker(_)) => true,
                    Some(EventKind::Start(Tag::Paragraph)) => {
                        matches!(inside.next(), Some(EventKind::TaskListMarker(_)))
                    }
                    _ => false,
                };
                self.out.push_str(if task { "<li class=\"task\">" } else { "<li>" });
            }
            Tag::Table(index) => {
                let label = TABLE.get(self.lang);
                let number = (index + 1).to_string();
                // On a phone up to four columns find room; what does not scroll is no place to stop at.
                let columns = self.document.facts.tables.get(index as usize).map_or(0, |it| it.header.len());
                let stop = if columns > 4 { " tabindex=\"0\"" } else { "" };
                self.put(&[
                    "<div class=\"table\"",
                    stop,
                    " role=\"region\" aria-label=\"",
                    label,
                    &number,
                    "\"><table>\n",
                ]);
                self.in_table_body = false;
            }
            Tag::TableHead => self.out.push_str("<thead>\n<tr>"),
            Tag::TableRow => {
                self.out.push_str(if self.in_table_body { "<tr>" } else { "<tbody>\n<tr>" });
                self.in_table_body = true;
            }
            Tag::TableCell(head, align) => {
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
            // Both are written by `events`.
            Tag::Image(_) | Tag::Footnote(_) => {}
        }
    }

    fn end(&mut self, tag: Tag, at: usize) {
        self.around -= usize::from(is_around(tag));
        match tag {
            Tag::Paragraph => self.out.push_str("</p>\n"),
            Tag::Heading(index) => {
                if self.document.facts.headings.get(index as usize).is_some_and(|heading| !heading.id.is_empty()) {
                    let level = self.level(index);
                    self.put(&["</h", level, ">\n"]);
                }
            }
            Tag::BlockQuote => self.out.push_str("</blockquote>\n"),
            Tag::CodeBlock => self.out.push_str("</code></pre>\n"),
            Tag::List(None) => self.out.push_str("</ul>\n"),
            Tag::List(Some(_)) => self.out.push_str("</ol>\n"),
            Tag::Item => self.out.push_str("</li>\n"),
            Tag::Table(_) => {
                self.out.push_str(if self.in_table_body { "</tbody>\n</table></div>\n" } else { "</table></div>\n" });
            }
            Tag::TableHead => self.out.push_str("</tr>\n</thead>\n"),
            Tag::TableRow => self.out.push_str("</tr>\n"),
            Tag::TableCell(head, _) => self.out.push_str(if self.is_head(head, at - 1) { "</th>" } else { "</td>" }),
            Tag::Emphasis => self.out.push_str("</em>"),
            Tag::Strong => self.out.push_str("</strong>"),
            Tag::Strikethrough => self.out.push_str("</del>"),
            Tag::Link(_) => match self.links.pop() {
                Some(LinkStart::Tag) => self.out.push_str("</a>"),
                Some(LinkStart::Placeholder) => self.placeholder(Placeholder::End),
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
        head && !matches!(inside, Some(EventKind::Start(Tag::TableCell(..)) | EventKind::End(Tag::TableCell(..))))
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
        let written = document.facts.links.get(index as usize).map_or(LinkStart::Omitted, |link| {
            let (destination, title) = (link.destination.as_str(), link.title.as_str());
            let anchor = destination.trim().strip_prefix('#').and_then(|fragment| self.anchor(fragment));
            let resolved = match (anchor, &mut self.resolve) {
                (Some(id), _) => Resolved::To(format!("#{id}")),
                (None, Some(resolve)) => resolve(LinkUse { destination, image: false }),
                (None, None) => {
                    self.placeholder(Placeholder::Link([destination, title]));
                    return LinkStart::Placeholder;
                }
            };
            if begin_link(self.out, destination, title, &resolved) { LinkStart::Tag } else { LinkStart::Omitted }
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
        let mut description = String::new();
        escape::text(&mut description, &image.alt);
        let end = picture_end(image);
        let destination = image.destination.as_str();
        match &mut self.resolve {
            Some(resolve) => {
                let resolved = resolve(LinkUse { destination, image: true });
                write_picture(self.out, destination, &resolved, &description, &end);
            }
            None => self.placeholder(Placeholder::Picture([destination, &description, &end])),
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

    /// Writes the `nth` reference to a footnote: its number, leading to its text.
    fn reference(&mut self, index: u32, nth: u32) {
        let Some(number) = self.footnotes.numbers.get(index as usize).copied() else { return };
        let (id, number) = (reference_id(number, nth), number.to_string());
        if self.links.contains(&LinkStart::Placeholder) {
            self.separators = None;
        }
        if self.links.contains(&LinkStart::Tag) {
            // A link within a link is none: the number alone, to come back to.
            return self.put(&["<sup class=\"note\" id=\"", &id, "\">", &number, "</sup>"]);
        }
        let note = NOTE.get(self.lang);
        self.put(&[
            "<sup class=\"note\"><a id=\"",
            &id,
            "\" href=\"#fn-",
            &number,
            "\" role=\"doc-noteref\" aria-label=\"",
        ]);
        self.put(&[note, &number, "\">", &number, "</a></sup>"]);
    }

    /// Writes the texts of all footnotes.
    fn write_footnotes(&mut self) {
        let mut order: Vec<usize> =
            (0..self.footnotes.numbers.len()).filter(|index| self.footnotes.texts[*index].is_some()).collect();
        if order.is_empty() {
            return;
        }
        order.sort_by_key(|index| self.footnotes.numbers[*index]);
        self.put(&[
            "<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"",
            NOTES.get(self.lang),
            "\">\n<ol>\n",
        ]);
        for index in order {
            let Some((begin, end)) = self.footnotes.texts[index] else { continue };
            if self.is_full() {
                break;
            }
            let number = self.footnotes.numbers[index];
            // A number of its own: a note without a text leaves a gap.
            let value = number.to_string();
            self.put(&["<li id=\"fn-", &value, "\" value=\"", &value, "\">\n"]);
            self.around += 1;
            self.events(begin, end);
            self.around -= 1;
            for nth in 1..=self.footnotes.uses[index] {
                if self.is_full() {
                    break;
                }
                let id = reference_id(number, nth);
                self.put(&["<a class=\"back\" href=\"#", &id, "\" role=\"doc-backlink\" aria-label=\""]);
                let back = BACK.get(self.lang);
                self.put(&[back, "\">"]);
                escape::text(self.out, "↩");
                self.out.push_str("</a>\n");
            }
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ol>\n</section>\n");
    }
}

/// Whether paragraphs in the element are no paragraphs of the text by itself.
fn is_around(tag: Tag) -> bool {
    matches!(tag, Tag::BlockQuote | Tag::List(_) | Tag::Table(_) | Tag::Raw(_, Shape::Block | Shape::Cell))
}

/// `fnref-2` for the first reference to footnote 2, `fnref-2-3` for the third.
fn reference_id(number: u32, nth: u32) -> String {
    if nth > 1 { format!("fnref-{number}-{nth}") } else { format!("fnref-{number}") }
}
