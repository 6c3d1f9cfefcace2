//! What a picture or a PDF says of itself in words.

/// What a picture says in words.
#[derive(Debug, Default)]
pub(super) struct Says {
    /// Who took it, who is in it.
    pub(super) people: Vec<String>,
    /// Titles, descriptions, comments.
    pub(super) texts: Vec<String>,
}

impl Says {
    /// Takes in who is named.
    pub(super) fn person(&mut self, name: &str) {
        if let Some(name) = clean(name) {
            self.people.push(name);
        }
    }

    /// Takes in what is said.
    pub(super) fn text(&mut self, text: &str) {
        if let Some(text) = clean(text) {
            self.texts.push(text);
        }
    }
}

/// A text without the zeros that fill its place; none where it is none.
fn clean(text: &str) -> Option<String> {
    let text = text.trim_matches(|char: char| char.is_whitespace() || char == '\0');
    let is_text = !text.is_empty() && !text.contains(['\u{fffd}', '\0']);
    is_text.then(|| text.to_owned())
}
