//! Who changed and commented on a document, and what is hidden in it.

use std::collections::BTreeSet;

use super::reading::{Hidden, Place, Reading};
use super::xml::Element;

/// Changes, comments and hidden things, counted.
#[derive(Default)]
pub(super) struct Marks {
    changes: usize,
    comments: usize,
    hidden_text: usize,
    hidden_slide: bool,
    changers: Vec<String>,
    commenters: Vec<String>,
    people: Vec<String>,
    /// The styles that hide what is set in them.
    pub hidden_styles: BTreeSet<String>,
}

impl Marks {
    /// Whether the style that `element` names hides.
    pub(super) fn hides(&self, element: &Element<'_>) -> bool {
        !self.hidden_styles.is_empty() && element.get("val").is_some_and(|it| self.hidden_styles.contains(&it))
    }

    pub(super) fn see(&mut self, element: &Element<'_>) {
        match element.name() {
            // Inside properties these mark a changed row or paragraph end, and count as well.
            "ins" | "del" | "moveFrom" | "moveTo" => {
                if let Some(author) = element.get("author") {
                    self.changes += 1;
                    add(&mut self.changers, author);
                }
            }
            "comment" | "cm" => {
                self.comments += 1;
                if let Some(author) = element.get("author") {
                    add(&mut self.commenters, author);
                }
            }
            "sld" => self.hidden_slide = !element.flag("show", true),
            _ => {}
        }
    }

    pub(super) const fn see_hidden_text(&mut self) {
        self.hidden_text += 1;
    }

    /// Somebody who worked on the document, though nothing of theirs may be left.
    pub(super) fn see_person(&mut self, name: String) {
        add(&mut self.people, name);
    }

    pub(super) fn take_people(&mut self) -> Vec<String> {
        std::mem::take(&mut self.people)
    }

    pub(super) fn take_hidden_slide(&mut self) -> bool {
        std::mem::take(&mut self.hidden_slide)
    }

    pub(super) fn tell(self, reading: &mut Reading) {
        // Somebody signs with more than a name.
        let names = self.changers.iter().chain(&self.commenters).chain(&self.people);
        names.for_each(|name| reading.push_number(&Place::Author, name));
        if self.changes > 0 {
            reading.hidden.push(Hidden::TrackedChanges(self.changes, self.changers));
        }
        if self.comments > 0 {
            reading.hidden.push(Hidden::Comments(self.comments, self.commenters));
        }
        // Who changed or commented is named with what they did.
        if self.changes + self.comments == 0 && !self.people.is_empty() {
            reading.hidden.push(Hidden::People(self.people));
        }
        if self.hidden_text > 0 {
            reading.hidden.push(Hidden::HiddenText(self.hidden_text));
        }
    }
}

fn add(names: &mut Vec<String>, name: String) {
    if let Err(at) = names.binary_search(&name)
        && names.len() < 50
    {
        names.insert(at, name);
    }
}
