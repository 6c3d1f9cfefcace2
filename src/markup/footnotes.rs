//! The plan of a document's footnotes: their numbers, where their texts stand, how many ways back each has.

use super::document::Document;
use super::event::{EventKind, Tag};
/// What must be known of footnotes before the first of them is written. Numbers follow the order of references, as on paper; texts
/// go to the end of the page, wherever the author wrote them. References in descriptions of pictures are not written and not counted.
#[derive(Debug, Default)]
pub(super) struct FootnotePlan {
    /// By footnote: its number, from 1.
    pub(super) numbers: Vec<u32>,
    /// By footnote: how many references are written.
    pub(super) uses: Vec<u32>,
    /// By footnote: its events, without its own begin and end.
    pub(super) texts: Vec<Option<(usize, usize)>>,
    /// The start of a footnote's text and the event after its end; ascending.
    ends: Vec<(usize, usize)>,
}

impl FootnotePlan {
    /// Goes through the events once, if there are footplan.
    pub(super) fn new(document: &Document<'_>) -> Self {
        let count = document.facts.footnotes.len();
        if count == 0 {
            return Self::default();
        }
        let mut plan =
            Self { numbers: vec![0; count], uses: vec![0; count], texts: vec![None; count], ends: Vec::new() };
        let (mut given, mut pictures) = (0, 0_usize);
        let mut open = Vec::new();
        for (at, event) in document.events.iter().enumerate() {
            match event.kind {
                EventKind::Start(Tag::Image(_)) => pictures += 1,
                EventKind::End(Tag::Image(_)) => pictures = pictures.saturating_sub(1),
                EventKind::Start(Tag::Footnote(_)) => {
                    open.push(plan.ends.len());
                    plan.ends.push((at, at));
                }
                EventKind::End(Tag::Footnote(index)) => {
                    let Some(place) = open.pop() else { continue };
                    plan.ends[place].1 = at + 1;
                    plan.texts[index as usize] = Some((plan.ends[place].0 + 1, at));
                }
                EventKind::FootnoteReference(index, nth) if pictures == 0 => {
                    let index = index as usize;
                    if plan.numbers[index] == 0 {
                        given += 1;
                        plan.numbers[index] = given;
                    }
                    plan.uses[index] = nth;
                }
                _ => {}
            }
        }
        // What nothing refers to comes last: nothing an author wrote gets lost.
        for number in plan.numbers.iter_mut().filter(|number| **number == 0) {
            given += 1;
            *number = given;
        }
        plan
    }

    /// The event after the footnote's text that starts at `at`.
    pub(super) fn after_text(&self, at: usize) -> usize {
        let place = self.ends.binary_search_by_key(&at, |(begin, _)| *begin);
        place.ok().and_then(|place| self.ends.get(place)).map_or(at + 1, |(_, end)| *end)
    }
}
