//! Footnotes in HTML: numbered as the text refers to them, told at the end, with a way back from each.

use super::document::Document;
use super::escape;
use super::event::{Kind, Tag};
use super::html::{Writer, Written};
use crate::text::Words;

static NOTE: Words = Words { zh: "脚注", en: "Footnote " };
static NOTES: Words = Words { zh: "脚注", en: "Footnotes" };
static BACK: Words = Words { zh: "返回正文", en: "Back to the text" };

/// What is known of a document's footnotes before it is written.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// By footnote: its number, from 1.
    numbers: Vec<u32>,
    /// By footnote: how many references are written.
    uses: Vec<u32>,
    /// By footnote: its events, without its own begin and end.
    texts: Vec<Option<(usize, usize)>>,
    /// Begin of a footnote's text → the event behind its end; ascending.
    ends: Vec<(usize, usize)>,
}

impl Notes {
    /// Goes through the events once, if there are footnotes.
    pub(super) fn new(document: &Document<'_>) -> Self {
        let count = document.facts.footnotes.len();
        if count == 0 {
            return Self::default();
        }
        let mut notes =
            Self { numbers: vec![0; count], uses: vec![0; count], texts: vec![None; count], ends: Vec::new() };
        let (mut given, mut pictures) = (0, 0_usize);
        let mut open = Vec::new();
        for (at, event) in document.events.iter().enumerate() {
            match event.kind {
                Kind::Start(Tag::Image(_)) => pictures += 1,
                Kind::End(Tag::Image(_)) => pictures = pictures.saturating_sub(1),
                Kind::Start(Tag::Footnote(_)) => {
                    open.push(notes.ends.len());
                    notes.ends.push((at, at));
                }
                Kind::End(Tag::Footnote(index)) => {
                    let Some(place) = open.pop() else { continue };
                    notes.ends[place].1 = at + 1;
                    notes.texts[index as usize] = Some((notes.ends[place].0 + 1, at));
                }
                Kind::Note(index, nth) if pictures == 0 => {
                    let index = index as usize;
                    if notes.numbers[index] == 0 {
                        given += 1;
                        notes.numbers[index] = given;
                    }
                    notes.uses[index] = nth;
                }
                _ => {}
            }
        }
        // What nothing refers to comes last: nothing an author wrote gets lost.
        for number in notes.numbers.iter_mut().filter(|number| **number == 0) {
            given += 1;
            *number = given;
        }
        notes
    }

    /// The event behind the footnote's text that begins at `at`.
    pub(super) fn behind(&self, at: usize) -> usize {
        let place = self.ends.binary_search_by_key(&at, |(begin, _)| *begin);
        place.ok().and_then(|place| self.ends.get(place)).map_or(at + 1, |(_, end)| *end)
    }
}

fn anchor(number: u32, nth: u32) -> String {
    if nth > 1 { format!("fnref-{number}-{nth}") } else { format!("fnref-{number}") }
}

impl Writer<'_, '_> {
    /// Writes a reference.
    pub(super) fn reference(&mut self, index: u32, nth: u32) {
        let Some(number) = self.notes.numbers.get(index as usize).copied() else { return };
        let (id, number) = (anchor(number, nth), number.to_string());
        if self.links.contains(&Written::Hole) {
            self.marks = None;
        }
        if self.links.contains(&Written::Tag) {
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
    pub(super) fn footnotes(&mut self) {
        let mut order: Vec<usize> =
            (0..self.notes.numbers.len()).filter(|index| self.notes.texts[*index].is_some()).collect();
        if order.is_empty() {
            return;
        }
        order.sort_by_key(|index| self.notes.numbers[*index]);
        self.put(&[
            "<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"",
            NOTES.get(self.lang),
            "\">\n<ol>\n",
        ]);
        for index in order {
            let Some((begin, end)) = self.notes.texts[index] else { continue };
            if self.is_full() {
                break;
            }
            let number = self.notes.numbers[index];
            // A number of its own: a note without a text leaves a gap.
            let value = number.to_string();
            self.put(&["<li id=\"fn-", &value, "\" value=\"", &value, "\">\n"]);
            self.span(begin, end);
            for nth in 1..=self.notes.uses[index] {
                if self.is_full() {
                    break;
                }
                let id = anchor(number, nth);
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
